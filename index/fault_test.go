package index_test

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// The test binary plays the other process where these are set.
const (
	childMode = "DATELINE_INDEX_CHILD" // what to do: add, addall, hold
	childDir  = "DATELINE_INDEX_DIR"
)

// full reports whether the long rounds are asked for.
func full() bool { return os.Getenv("DATELINE_INDEX_FULL") != "" }

func TestMain(m *testing.M) {
	if mode := os.Getenv(childMode); mode != "" {
		if err := child(mode, os.Getenv(childDir)); err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child writes "acked N" when the first N articles of the generator are acknowledged.
func child(mode, dir string) error {
	ix, err := index.Open(dir, index.Options{})
	if errors.Is(err, index.ErrNotIndex) || errors.Is(err, os.ErrNotExist) {
		ix, err = index.Create(dir, index.Options{})
	}
	if err != nil {
		return err
	}
	g := newGenerator(5)
	switch mode {
	case "hold":
		fmt.Println("acked 0")
		time.Sleep(time.Minute)
	case "add":
		for n := range 100_000 {
			if err := ix.Add(ctx, g.article(n)); err != nil {
				return report(ix, g, err)
			}
			fmt.Println("acked", n+1)
		}
	case "addall":
		docs := func(yield func(*dateline.Document, error) bool) {
			for n := range 100_000 {
				if !yield(g.article(n), nil) {
					return
				}
			}
		}
		_, err := ix.AddAll(ctx, docs, index.AddOptions{Progress: func(r index.Report) { fmt.Println("acked", r.Done) }})
		return report(ix, g, err)
	}
	return nil
}

// report tells how the index stands after a failed write: another one must fail too, and Close must end.
func report(ix *index.Index, g *generator, err error) error {
	again := ix.Add(ctx, g.article(100_000))
	fmt.Printf("broken %t %t\n", errors.Is(err, index.ErrBroken), errors.Is(again, index.ErrBroken))
	fmt.Println("closed", ix.Close())
	return err
}

// start runs the test binary as another process and returns its lines.
func start(t *testing.T, mode, dir string, shell ...string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	if len(shell) > 0 {
		cmd = exec.Command("sh", "-c", shell[0]+"; exec \"$0\"", exe)
	}
	cmd.Env = append(os.Environ(), childMode+"="+mode, childDir+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	return cmd, bufio.NewScanner(out)
}

// acked returns the last number acknowledged in the lines.
func acked(lines *bufio.Scanner, stop func(n int) bool) (n int, rest []string) {
	for lines.Scan() {
		s, ok := strings.CutPrefix(lines.Text(), "acked ")
		if !ok {
			rest = append(rest, lines.Text())
			continue
		}
		n, _ = strconv.Atoi(s)
		if stop != nil && stop(n) {
			stop = nil
		}
	}
	return n, rest
}

// checkWhole opens the index in dir and verifies that it is whole and holds the first n articles of the generator.
func checkWhole(t *testing.T, dir string, n int) {
	t.Helper()
	ix, err := index.Open(dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	h, err := ix.Check(ctx)
	if err != nil || len(h.Problems) > 0 {
		t.Fatalf("after the fault: %v %v", err, h.Problems)
	}
	g := newGenerator(5)
	for i := range n {
		want := g.article(i)
		got, err := ix.Document(ctx, want.ID)
		if err != nil {
			t.Fatalf("acknowledged article %d of %d: %v", i, n, err)
		}
		if got.Text != want.Text || len(got.Quotes) != len(want.Quotes) {
			t.Fatalf("acknowledged article %d has changed", i)
		}
	}
}

// Killed while it writes, the index loses nothing that it acknowledged and has no half article.
func TestKill(t *testing.T) {
	rounds := 3
	if full() {
		rounds = 20
	}
	r := rand.New(rand.NewPCG(1, 2))
	for round := range rounds {
		dir := filepath.Join(t.TempDir(), "ix")
		mode := []string{"add", "addall"}[round%2]
		cmd, lines := start(t, mode, dir)
		limit := time.Duration(r.IntN(300)) * time.Millisecond
		n, _ := acked(lines, func(int) bool {
			time.AfterFunc(limit, func() { _ = cmd.Process.Kill() })
			return true
		})
		_ = cmd.Wait()
		if n == 0 {
			t.Fatal("nothing was acknowledged")
		}
		checkWhole(t, dir, n)
		if round > 1 {
			continue
		}
		// Adding goes on where it was, without duplicates.
		ix, err := index.Open(dir, index.Options{})
		if err != nil {
			t.Fatal(err)
		}
		g := newGenerator(5)
		docs := make([]*dateline.Document, n+10)
		for i := range docs {
			docs[i] = g.article(i)
		}
		rep, err := ix.AddAll(ctx, sequence(docs...), index.AddOptions{SkipExisting: true})
		if err != nil || rep.Done+rep.Skipped != n+10 || rep.Skipped < n {
			t.Errorf("going on: %+v, %v", rep, err)
		}
		if h, err := ix.Check(ctx); err != nil || len(h.Problems) > 0 {
			t.Errorf("after going on: %v %v", err, h.Problems)
		}
		ix.Close()
	}
}

// A full disk is an error of the write, of every later one, and loses nothing acknowledged.
func TestDiskFull(t *testing.T) {
	t.Run("tmpfs", func(t *testing.T) {
		mnt := t.TempDir()
		if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", mnt).CombinedOutput(); err != nil {
			t.Skipf("needs the right to mount a tmpfs: %v: %s", err, strings.TrimSpace(string(out)))
		}
		t.Cleanup(func() { _ = exec.Command("umount", "-l", mnt).Run() })
		diskFull(t, filepath.Join(mnt, "ix"), nil, func() {
			if out, err := exec.Command("mount", "-o", "remount,size=200m", mnt).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
		})
	})
	t.Run("limit", func(t *testing.T) { // stands in where nothing can be mounted: no file may be larger
		if _, err := exec.LookPath("sh"); err != nil {
			t.Skip("needs a shell that can limit the size of files")
		}
		diskFull(t, filepath.Join(t.TempDir(), "ix"), []string{"ulimit -f 300"}, func() {})
	})
}

func diskFull(t *testing.T, dir string, shell []string, free func()) {
	for _, mode := range []string{"add", "addall"} {
		d := dir + mode
		cmd, lines := start(t, mode, d, shell...)
		n, rest := acked(lines, nil)
		_ = cmd.Wait()
		out := strings.Join(rest, "\n")
		if !strings.Contains(out, "broken true true") || !strings.Contains(out, "closed") {
			t.Fatalf("%s: after %d articles: %s", mode, n, out)
		}
		free()
		checkWhole(t, d, n)
		_ = os.RemoveAll(d)
		if mode == "add" && shell == nil {
			if out, err := exec.Command("mount", "-o", "remount,size=3m", filepath.Dir(dir)).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
		}
	}
}

func TestTwoProcesses(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ix")
	_, lines := start(t, "hold", dir)
	if !lines.Scan() {
		t.Fatal("the other process did not start")
	}
	for name, open := range map[string]func(string, index.Options) (*index.Index, error){"write": index.Open, "read": index.OpenReadOnly} {
		_, err := open(dir, index.Options{LockWait: 100 * time.Millisecond})
		if !errors.Is(err, index.ErrLocked) || !strings.Contains(err.Error(), "root.bolt is locked") {
			t.Errorf("opened to %s: %v", name, err)
		}
	}
	if _, err := index.Repair(ctx, dir, nil, index.AddOptions{}); !errors.Is(err, index.ErrLocked) {
		t.Errorf("repaired under another process: %v", err)
	}
}

// files returns the files below dir and what they hold.
func files(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		out[rel], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func writeFiles(t *testing.T, dir string, list map[string][]byte) {
	t.Helper()
	for name, data := range list {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// Damage to any file is an error, or it does not matter; never is an older or smaller index shown as whole.
func TestDamage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ix")
	ix, err := index.Create(dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := newGenerator(9)
	docs := make([]*dateline.Document, 40)
	for n := range docs {
		docs[n] = g.article(n)
		add(t, ix, docs[n]) // one segment each, some merged, some not
	}
	add(t, ix, docs[:5]...) // and some records that are replaced
	if err := ix.Close(); err != nil {
		t.Fatal(err)
	}
	clean := files(t, dir)
	crashed := files(t, dir)
	crashed["dateline.json"] = []byte(strings.Split(string(clean["dateline.json"]), `,"clean"`)[0] + `,"clean":false}`)

	tries := 6
	if full() {
		tries = 60
	}
	r := rand.New(rand.NewPCG(11, 12))
	opened, refused := 0, 0
	for state, list := range map[string]map[string][]byte{"closed": clean, "crashed": crashed} {
		for name, data := range list {
			damaged := map[string][]byte{"missing": nil, "empty": {}, "half": data[:len(data)/2], "short": data[:len(data)-1]}
			for i := range tries {
				flip := append([]byte(nil), data...)
				at := r.IntN(len(flip))
				flip[at] ^= 1 << r.IntN(8)
				damaged[fmt.Sprintf("flip %d at %d", i, at)] = flip
			}
			for how, content := range damaged {
				if damage(t, list, name, how+" "+state, content, docs) {
					opened++
				} else {
					refused++
				}
			}
		}
	}
	if refused == 0 || opened == 0 {
		t.Errorf("%d damaged indexes opened, %d refused: that tells nothing", opened, refused)
	}
}

// damage replaces one file and reports whether the index opens, which it may only with all that it held.
func damage(t *testing.T, list map[string][]byte, name, how string, content []byte, docs []*dateline.Document) bool {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "ix")
	writeFiles(t, dir, list)
	path := filepath.Join(dir, name)
	if content == nil {
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	} else if err := os.WriteFile(path, content, 0o666); err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	ix, err := index.Open(dir, index.Options{})
	if err != nil {
		if !errors.Is(err, index.ErrDamaged) && !errors.Is(err, index.ErrNotIndex) && !errors.Is(err, index.ErrVersion) {
			t.Errorf("%s %s: error %v", name, how, err)
		}
		return false
	}
	defer ix.Close()
	if h, err := ix.Check(ctx); err != nil || len(h.Problems) > 0 {
		t.Errorf("%s %s: opened, but %v %v", name, how, err, h.Problems)
	}
	for _, d := range docs {
		got, err := ix.Document(ctx, d.ID)
		if err != nil || got.Text != d.Text {
			t.Errorf("%s %s: opened, but article %s: %v", name, how, d.ID, err)
			break
		}
	}
	return true
}
