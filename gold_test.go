package dateline_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/rogpeppe/go-internal/txtar"
)

// The articles of testdata/articles with their gold: what a careful reader found in them. notation_test.go reads the
// notation, score_test.go compares, golden_test.go keeps what the system makes of them.

// A sample is an article of testdata/articles with what a reader found in it.
type sample struct {
	name    string
	article dateline.Article
	paras   []dateline.Span // the lines of the text that are not blank
	file    *txtar.Archive  // the .txtar, machine sections included
	gold    gold
}

// gold is the reader's part of a sample.
type gold struct {
	layout   []dateline.SectionKind // by paragraph
	mentions []goldMention          // names, in order
	dates    []goldDate             // in order
	entities []goldEntity           // those about which there is something to say
	quotes   []goldQuote
	queries  []string
}

type goldMention struct {
	dateline.Span
	label dateline.Label
	key   string // the fullest name of the entity in the article
}

type goldDate struct {
	dateline.Span
	value string
}

type goldEntity struct {
	label   dateline.Label
	key     string // name, with #x where two entities have one name
	aka     []string
	roles   []goldRole
	country string
}

// name is the key without what tells namesakes apart.
func (e goldEntity) name() string { return keyName(e.key) }

func keyName(key string) string {
	name, _, _ := strings.Cut(key, "#")
	return name
}

type goldRole struct {
	title, of string
	former    bool
}

type goldQuote struct {
	dateline.Span        // the words, marks excluded
	kind          string // direct, mixed, indirect, turn or not
	speaker       string // name or description; "" for nobody
	mention       string // the words in the paragraph that name the speaker; "" for none
	cue           string // "" for none
}

// sampleNames returns the names of the articles, in order.
func sampleNames(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "articles", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles in testdata: %v", err)
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(filepath.Base(f), ".txtar")
	}
	return files
}

// loadSample reads one article with its gold.
func loadSample(t testing.TB, name string) *sample {
	t.Helper()
	base := filepath.Join("testdata", "articles", name)
	text, err := os.ReadFile(base + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(base + ".meta.json")
	if err != nil {
		t.Fatal(err)
	}
	var meta struct{ ID, Published, Source, URL, Headline string }
	if err := json.Unmarshal(raw, &meta); err != nil {
		t.Fatalf("%s.meta.json: %v", base, err)
	}
	published, err := time.Parse(time.DateOnly, meta.Published)
	if err != nil {
		t.Fatalf("%s.meta.json: %v", base, err)
	}
	file, err := txtar.ParseFile(base + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	s := &sample{name: name, file: file, article: dateline.Article{
		ID: meta.ID, Text: string(text), Published: published, Source: meta.Source, URL: meta.URL, Headline: meta.Headline,
	}}
	s.paras = paragraphs(s.article.Text)
	if err := s.readGold(); err != nil {
		t.Fatalf("%s.txtar: %v", base, err)
	}
	return s
}

// paragraphs returns the lines of text that hold more than space, trimmed.
func paragraphs(text string) []dateline.Span {
	var out []dateline.Span
	pos := 0
	for line := range strings.Lines(text) {
		trimmed := strings.TrimSpace(line)
		if trimmed != "" {
			start := pos + strings.Index(line, trimmed)
			out = append(out, dateline.Span{Start: start, End: start + len(trimmed)})
		}
		pos += len(line)
	}
	return out
}

// section returns a section of the .txtar, "" where there is none.
func (s *sample) section(name string) string {
	for _, f := range s.file.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// TestGold checks what the annotator wrote for consistency: every paragraph has a kind, names and dates stand in order and
// apart, aliases are those used in the text, and every speaker with a name is one of the entities.
func TestGold(t *testing.T) {
	for _, name := range sampleNames(t) {
		t.Run(name, func(t *testing.T) { checkGold(t, loadSample(t, name)) })
	}
}

func checkGold(t *testing.T, s *sample) {
	g := s.gold
	if len(g.layout) != len(s.paras) {
		t.Errorf("%d kinds for %d paragraphs", len(g.layout), len(s.paras))
	}
	keys := map[string]bool{} // label and key of every entity
	aliases := map[string]map[string]bool{}
	for i, m := range g.mentions {
		if i > 0 && m.Start < g.mentions[i-1].End {
			t.Errorf("%q stands before the end of the item ahead of it", s.text(m.Span))
		}
		for _, d := range g.dates {
			if d.Overlaps(m.Span) {
				t.Errorf("%q is a name and in a date", s.text(m.Span))
			}
		}
		key := m.label.String() + " " + m.key
		keys[key] = true
		if text := plainSpaces(s.text(m.Span)); text != keyName(m.key) {
			if aliases[key] == nil {
				aliases[key] = map[string]bool{}
			}
			aliases[key][text] = true
		}
	}
	named := map[string]bool{}
	for _, e := range g.entities {
		key := e.label.String() + " " + e.key
		named[key] = true
		if !keys[key] {
			t.Errorf("entity %q has no mention", key)
		}
		for _, a := range e.aka {
			if !aliases[key][a] {
				t.Errorf("entity %q: alias %q has no mention", key, a)
			}
			delete(aliases[key], a)
		}
		for a := range aliases[key] {
			t.Errorf("entity %q: alias %q of the mentions is missing", key, a)
		}
	}
	for key := range aliases {
		if !named[key] {
			t.Errorf("%q has aliases but no line in gold.entities", key)
		}
	}
	for _, q := range g.quotes {
		names := strings.Split(q.speaker, " / ")
		q.speaker = names[len(names)-1]
		known := q.speaker == "" || keys["PERSON "+q.speaker] || keys["ORG "+q.speaker] || keys["PLACE "+q.speaker]
		if !known && !strings.Contains(strings.ToLower(plainSpaces(s.article.Text)), strings.ToLower(q.speaker)) {
			t.Errorf("speaker %q is neither an entity nor in the text", q.speaker)
		}
	}
}
