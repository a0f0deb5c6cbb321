package formats

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

var update = flag.Bool("update", false, "write the golden files in testdata anew")

// bridge is an article annotated by hand: an interrupted quotation over two paragraphs with another one in it, markup in a name,
// a letter outside the basic plane, an id with a path in it. Its tokens are the words.
func bridge(t *testing.T) *dateline.Document {
	t.Helper()
	line, err := os.ReadFile(filepath.Join("testdata", "input.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	d, err := jsonl.Unmarshal(line, jsonl.Runes)
	if err != nil {
		t.Fatal(err)
	}
	pos := 0
	for l := range strings.Lines(d.Text) {
		first, start := len(d.Tokens), pos
		for word := range strings.FieldsSeq(l) {
			i := start + strings.Index(d.Text[start:], word)
			d.Tokens = append(d.Tokens, dateline.Token{Span: dateline.Span{Start: i, End: i + len(word)}})
			start = i + len(word)
		}
		if len(d.Tokens) > first {
			span := dateline.Span{Start: d.Tokens[first].Start, End: start}
			d.Sentences = append(d.Sentences, dateline.Sentence{Span: span, First: first, Limit: len(d.Tokens)})
		}
		pos += len(l)
	}
	return d
}

// TestGolden compares each format with a file in testdata, which a person has read; -update writes them anew.
func TestGolden(t *testing.T) {
	d := bridge(t)
	for _, name := range append(Names(), "csv:entities", "csv:quotes") {
		if name == "brat" {
			continue // TestBrat
		}
		t.Run(name, func(t *testing.T) {
			format, rows, _ := strings.Cut(name, ":")
			got := render(t, format, Options{Rows: rows}, d)
			golden(t, "bridge."+strings.ReplaceAll(name, ":", "."), got)
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; see what go test ./examples/internal/formats -update changes in it. Now:\n%s", path, got)
	}
}

func render(t *testing.T, name string, o Options, docs ...*dateline.Document) string {
	t.Helper()
	var b bytes.Buffer
	w, err := New(name, &b, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if err := w.Write(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestBrat(t *testing.T) {
	d := bridge(t)
	dir := filepath.Join(t.TempDir(), "new")
	err := To(dir, "brat", Options{}, func(w Writer) error { return errors.Join(w.Write(d), w.Write(d)) })
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got, want := strings.Join(names, " "), "_bridge-2.ann _bridge-2.txt _bridge.ann _bridge.txt annotation.conf"; got != want {
		t.Errorf("files %s, want %s", got, want)
	}
	ann, err := os.ReadFile(filepath.Join(dir, "_bridge.ann"))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "bridge.ann", string(ann))
	if err := To("", "brat", Options{}, nil); err == nil {
		t.Error("brat without a folder: no error")
	}
}

// hostile has markup, quotation marks, control characters and invalid UTF-8 in every field that an article can set.
func hostile() *dateline.Document {
	const bad = "<script>alert(1)</script>\" onload='x' ]]> & \x00\x1b[2J \xff\u202e{{.}}"
	d := &dateline.Document{Article: dateline.Article{ID: bad, Text: bad + "\n\n" + bad, Source: bad, URL: "javascript:" + bad, Headline: bad}}
	all := dateline.Span{End: len(d.Text)}
	d.Mentions = []dateline.Mention{{Span: dateline.Span{End: len(bad)}, Label: dateline.Person, Entity: 1, Rule: bad, Time: &dateline.Timex{Value: bad, Mod: bad}}}
	d.Entities = []dateline.Entity{{ID: 1, Label: dateline.Person, Name: bad, Aliases: []string{bad}, Roles: []dateline.Role{{Title: bad, Affiliation: bad}}}}
	d.Quotes = []dateline.Quote{
		{Span: all, Kind: dateline.Direct, Content: []dateline.Span{all}, Speaker: dateline.Speaker{Entity: 1}, Rule: bad},
		{Span: all, Kind: dateline.Direct, Content: []dateline.Span{all}, Speaker: dateline.Speaker{Name: bad}},
	}
	return d
}

// TestHostile checks that a hostile article stays text: no element or attribute of its own in a page, well-formed XML and JSON.
func TestHostile(t *testing.T) {
	d := hostile()
	page := render(t, "html", Options{}, d)
	z := html.NewTokenizer(strings.NewReader(page))
	for z.Next() != html.ErrorToken {
		tok := z.Token()
		if tok.Data == "script" && tok.Type == html.StartTagToken {
			t.Errorf("a script in the page: %v", tok)
		}
		for _, a := range tok.Attr {
			if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(a.Val), "javascript:") {
				t.Errorf("attribute %s=%q in the page", a.Key, a.Val)
			}
		}
	}
	dec := xml.NewDecoder(strings.NewReader(render(t, "tei", Options{}, d)))
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("tei: %v", err)
		}
		if s, ok := tok.(xml.StartElement); ok && s.Name.Local == "script" {
			t.Error("a script in TEI")
		}
	}
	for _, name := range []string{"spacy", "webannotation"} {
		if out := render(t, name, Options{}, d); !json.Valid([]byte(out)) || strings.Count(out, "\n") != 1 {
			t.Errorf("%s is not one line of JSON: %s", name, out)
		}
	}
	if out := render(t, "report", Options{}, d); strings.ContainsAny(out, "\x00\x1b\u202e") {
		t.Errorf("control characters in the report: %q", out)
	}
}

// TestEmpty writes no document, and an empty one, in every format.
func TestEmpty(t *testing.T) {
	for _, name := range Names() {
		if name != "brat" {
			render(t, name, Options{})
			render(t, name, Options{}, &dateline.Document{})
		}
	}
}
