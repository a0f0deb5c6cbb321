package input

import (
	"bytes"
	"compress/gzip"
	"context"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzReader: any bytes on standard input are articles or errors, compressed as they are plain, and text stays as it is.
func FuzzReader(f *testing.F) {
	for _, s := range []string{
		"Ann Lee spoke.\n", `{"id":"a","text":"Ann Lee spoke.","published":"2020-02-12"}` + "\n{}\n{\"text\"", "<!DOCTYPE html><title>T</title><article><p>The mayor, who had promised it for years, opened the bridge.</p>",
		"\xff\xfeA\x00\x00\xd8", "\xfe\xff\x00A\x00", "\x1f\x8b\x08\x00", "", "\ufeff{\"text\":\"a\\ud800\"}", "<html", "\x00",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var zipped bytes.Buffer
		z := gzip.NewWriter(&zipped)
		z.Write(data)
		z.Close()
		plain, packed := articles(t, data), articles(t, zipped.Bytes())
		if len(data) >= 2 && data[0] == 0x1f && data[1] == 0x8b {
			return // compressed twice: unpacked once
		}
		if len(plain) != len(packed) {
			t.Fatalf("%d articles, %d of the same compressed", len(plain), len(packed))
		}
		for i := range plain {
			if plain[i] != packed[i] {
				t.Fatalf("article %q, compressed %q", plain[i], packed[i])
			}
		}
		if len(plain) == 1 && bytes.HasPrefix(data, []byte("Text: ")) && utf8.Valid(data) && plain[0] != string(data) {
			t.Fatalf("text %q is read as %q", data, plain[0])
		}
	})
}

// articles returns the texts read from data, with "error" for each that was not.
func articles(t *testing.T, data []byte) (out []string) {
	r, err := Open(context.Background(), []string{"-"}, Options{Published: time.Unix(0, 0), Stdin: bytes.NewReader(data)})
	if err != nil {
		t.Fatal(err)
	}
	for a, err := range r.All() {
		if err != nil {
			out = append(out, "error")
			continue
		}
		if a.ID == "" || a.Published.IsZero() {
			t.Fatalf("article %+v", a)
		}
		out = append(out, a.Text)
	}
	if len(out) == 0 {
		t.Fatalf("neither an article nor an error from %q", data)
	}
	return out
}
