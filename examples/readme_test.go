// Package examples_test holds the READMEs to the truth: their console blocks are run and their Go is compiled.
package examples_test

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the output of the commands into the READMEs")

// TestConsole runs the commands of the ```console blocks in README.md and examples/README.md, in order and in one folder, and
// compares what they print (standard output and errors, as on a terminal without colours) with what stands there. A command
// begins with "$ ". Programs are built once, in place of go run.
func TestConsole(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the commands of the READMEs need a POSIX shell: not on Windows")
	}
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	build := exec.Command("go", "build", "-o", bin, "./examples/...")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	for _, name := range []string{"README.md", "examples/README.md"} {
		t.Run(name, func(t *testing.T) { console(t, root, bin, filepath.Join(root, filepath.FromSlash(name))) })
	}
}

var block = regexp.MustCompile("(?ms)^```console\n(.*?)^```$")

func console(t *testing.T, root, bin, path string) {
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(filepath.Join(root, "testdata"), filepath.Join(dir, "testdata")); err != nil {
		t.Fatal(err)
	}
	fixed := block.ReplaceAllStringFunc(string(readme), func(b string) string {
		body := strings.TrimSuffix(strings.TrimPrefix(b, "```console\n"), "```")
		var out strings.Builder
		for _, part := range strings.Split("\n"+body, "\n$ ")[1:] {
			command, want, _ := strings.Cut(part, "\n")
			got := strings.TrimRight(run(t, dir, bin, command), "\n")
			if want = strings.TrimRight(want, "\n"); got != want && !*update {
				t.Errorf("%s: $ %s\nprints\n%s\nbut there stands\n%s", filepath.Base(path), command, got, want)
			}
			out.WriteString("$ " + command + "\n")
			if got != "" {
				out.WriteString(got + "\n")
			}
		}
		return "```console\n" + out.String() + "```"
	})
	if *update && fixed != string(readme) {
		if err := os.WriteFile(path, []byte(fixed), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

var goRun = regexp.MustCompile(`go run \./examples/(\w+)`)

func run(t *testing.T, dir, bin, command string) string {
	cmd := exec.Command("bash", "-c", goRun.ReplaceAllString(command, filepath.Join(bin, "$1")))
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "COLUMNS=100")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("$ %s: %v\n%s", command, err, out)
	}
	return string(out)
}

// TestGo finds every ```go block of README.md in example_test.go, which is compiled and run.
func TestGo(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	code, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	blocks := regexp.MustCompile("(?ms)^```go\n(.*?)^```$").FindAllSubmatch(readme, -1)
	if len(blocks) == 0 {
		t.Fatal("README.md has no Go")
	}
	for _, b := range blocks {
		if !bytes.Contains([]byte(flat(string(code))), []byte(flat(string(b[1])))) {
			t.Errorf("this is not in example_test.go:\n%s", b[1])
		}
	}
}

// TestLinks wants every file and folder that the READMEs link to.
func TestLinks(t *testing.T) {
	for _, name := range []string{"../README.md", "README.md"} {
		text, err := os.ReadFile(filepath.FromSlash(name))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\]\(([^)#]+)\)`).FindAllSubmatch(text, -1) {
			link := string(m[1])
			if strings.Contains(link, "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(filepath.FromSlash(name)), filepath.FromSlash(link))); err != nil {
				t.Errorf("%s links to %s: %v", name, link, err)
			}
		}
	}
}
