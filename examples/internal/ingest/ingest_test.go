package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline/examples/internal/input"
	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/index"
)

// TestAdd reads good and bad lines with a bar and messages, which come from different goroutines: run it with -race.
func TestAdd(t *testing.T) {
	var lines strings.Builder
	for i := range 300 {
		fmt.Fprintf(&lines, "{\"id\": \"n%d\", \"text\": \"Mayor Anna Larsen opened bridge %d in Oslo.\"}\n", i%250, i)
		if i%10 == 0 {
			lines.WriteString("{\"id\": \n")
		}
	}
	path := filepath.Join(t.TempDir(), "many.jsonl")
	if err := os.WriteFile(path, []byte(lines.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	ix, err := index.New()
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	var errs, terminal bytes.Buffer
	add := func() Result {
		in, err := input.Open(t.Context(), []string{path}, input.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r, err := Add(t.Context(), ix, in, Options{Errors: &errs, Prefix: "test: ", Bar: &progress.Bar{W: &terminal, Unit: "articles"}})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if got, want := add(), (Result{Added: 250, Replaced: 50, Failed: 30}); got != want {
		t.Errorf("first %+v, want %+v", got, want)
	}
	if n := strings.Count(errs.String(), "test: "+path+":"); n != 30 {
		t.Errorf("%d messages, want 30", n)
	}
	if articles, _, err := ix.Count(); err != nil || articles != 250 {
		t.Errorf("%d articles, %v", articles, err)
	}
	if got, want := add(), (Result{Replaced: 100, Skipped: 200, Failed: 30}); got != want { // of two with one id the later counts, each time
		t.Errorf("again %+v, want %+v", got, want)
	}
}

// TestOpenReadOnly wants to be told that an index may not be written; it is no less good for that.
func TestOpenReadOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "news.idx")
	ix, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := ix.Close(); err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			err = os.Chmod(path, 0o444)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if f, err := os.OpenFile(filepath.Join(dir, "dateline.json"), os.O_WRONLY, 0); err == nil {
		f.Close()
		t.Skip("needs a user whom modes of files stop: root is not")
	}
	if _, err := Open(dir); !errors.Is(err, fs.ErrPermission) || !strings.HasPrefix(err.Error(), dir+" cannot be added to: ") {
		t.Errorf("to write: %v", err)
	}
	if ix, err = OpenReadOnly(dir); err != nil {
		t.Fatal("to read:", err)
	}
	if err := ix.Close(); err != nil {
		t.Error(err)
	}
}
