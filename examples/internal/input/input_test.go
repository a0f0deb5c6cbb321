package input

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline/index/jsonl"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// TestIDs reads files of the same name in several folders and forms: each is an article with an id of its own, as often as it is named.
func TestIDs(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, path := range []string{"a/x.txt", "a/x.txt.gz", "a/sub/x.txt", "b/x.txt", "b/y.txt", "b/x.txt.txt"} {
		write(t, path, path)
	}
	for args, want := range map[string]string{
		"a":                      "sub/x=a/sub/x.txt x=a/x.txt x.txt.gz=a/x.txt.gz",
		"a/x.txt":                "x=a/x.txt",
		"a b":                    "sub/x=a/sub/x.txt x=a/x.txt x.txt.gz=a/x.txt.gz x.txt=b/x.txt x.txt.txt=b/x.txt.txt y=b/y.txt",
		"b/x.txt a/x.txt":        "x=b/x.txt x.txt=a/x.txt",
		"b/x.txt b b/../b/x.txt": "x=b/x.txt x=b/x.txt x.txt=b/x.txt.txt y=b/y.txt x=b/x.txt",
	} {
		r, err := Open(t.Context(), strings.Fields(args), Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for a, err := range r.All() {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, a.ID+"="+a.Text)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s:\n got %s\nwant %s", args, s, want)
		}
	}
}

// TestTooLong reads an article and a line of JSON that are longer than they may be: both are told of, and what comes after them is read.
func TestTooLong(t *testing.T) {
	dir := t.TempDir()
	long, lines, next := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.jsonl"), filepath.Join(dir, "c.txt")
	start := strings.Repeat("A long text. ", 200)
	write(t, long, start)
	write(t, lines, `{"id": "long", "text": "`+start)
	write(t, next, "Short.")
	if err := errors.Join(os.Truncate(long, maxSize+1), os.Truncate(lines, maxSize+100)); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(lines, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteString("\"}\n{\"id\": \"good\", \"text\": \"Good.\"}\n")
	if err = errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	r, err := Open(t.Context(), []string{dir}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for a, err := range r.All() {
		switch {
		case errors.Is(err, errTooLong), errors.Is(err, jsonl.ErrTooLong):
			got = append(got, "too long")
		case err != nil:
			t.Error(err)
		default:
			got = append(got, a.Text)
		}
	}
	if s := strings.Join(got, ", "); s != "too long, too long, Good., Short." {
		t.Errorf("got %s", s)
	}
}

func TestForeign(t *testing.T) {
	for head, want := range map[string]string{
		"A text.": "", "": "", "\xff\xfeA\x00": "", "\xfe\xff\x00A": "", "caf\xe9": "", "\x7fELF\x02\x01\x01\x00": "binary data", "A text with one \x00 in it.": "", "A\x00 ": "binary data", "%PDF-1.7\x00": "a PDF",
	} {
		if got := foreign([]byte(head)); got != want {
			t.Errorf("%q: %q, want %q", head, got, want)
		}
	}
}
