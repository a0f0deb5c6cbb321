package jsonl_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// sample has every field set that the form holds, over a text with an NBSP, an emoji and letters of 2 and 3 bytes.
func sample() *dateline.Document {
	text := "Paris 😀 talks\n\n“We\u00a0will stay,” said Ngũgĩ wa Thiong’o of NATO on Feb. 3."
	at := func(s string) dateline.Span {
		i := strings.Index(text, s)
		return dateline.Span{Start: i, End: i + len(s)}
	}
	return &dateline.Document{
		Article: dateline.Article{
			ID: "a/1 ü", Text: text, Published: dateline.DayOf(2020, 2, 12).Time(), Source: "CBC News",
			URL: "https://example.org/?a=1&b=2", Headline: "Paris talks",
		},
		Sections: []dateline.Section{
			{Span: at("Paris 😀 talks"), Kind: dateline.SectionHeadline},
			{Span: dateline.Span{Start: at("“We").Start, End: len(text)}, Kind: dateline.SectionBody},
		},
		Sentences: []dateline.Sentence{{Span: at("Paris 😀 talks")}, {Span: dateline.Span{Start: at("“We").Start, End: len(text)}}},
		Mentions: []dateline.Mention{
			{Span: at("Paris"), Label: dateline.Place, Entity: 1, Score: 0.9125, Rule: "gazetteer"},
			{Span: at("Ngũgĩ wa Thiong’o"), Label: dateline.Person, Entity: 2, Score: 0.98, Rule: "model"},
			{Span: at("NATO"), Label: dateline.Org, Form: dateline.FormNominal, Entity: 3, Score: 1},
			{Span: at("Feb. 3"), Label: dateline.Date, Rule: "month-day", Time: &dateline.Timex{
				Type: dateline.TimexDate, Value: "2020-02-03", Mod: "APPROX",
				Interval: dateline.Interval{From: dateline.DayOf(2020, 2, 3), To: dateline.DayOf(2020, 2, 4)},
			}},
		},
		Entities: []dateline.Entity{
			{ID: 1, Label: dateline.Place, Name: "Paris", Count: 1, Country: "FR", First: at("Paris"),
				Geo: &dateline.Geo{GeoNames: 2988507, Country: "FR", Lat: 48.85341, Lon: 2.3488}, Score: 0.5},
			{ID: 2, Label: dateline.Person, Name: "Ngũgĩ wa Thiong’o", Aliases: []string{"Ngũgĩ"}, Gender: dateline.Male, Roles: []dateline.Role{
				{Title: "of", Span: at("of"), Affiliation: "NATO", AffiliationEntity: 3, From: "2001", Until: "2016", Former: true}}},
			{ID: 3, Label: dateline.Org, Name: "NATO", Of: 1},
		},
		Quotes: []dateline.Quote{{
			Span: at("“We\u00a0will stay,”"), Kind: dateline.Direct, Content: []dateline.Span{at("We\u00a0will stay,")},
			Quoted: []dateline.Span{at("We\u00a0will stay,")}, Cue: at("said"), Nested: true, Score: 0.75, Rule: "quote-verb-name",
			Speaker: dateline.Speaker{Span: at("Ngũgĩ wa Thiong’o"), Entity: 2, Name: "Ngũgĩ wa Thiong’o"},
		}},
	}
}

var units = []jsonl.Unit{jsonl.Runes, jsonl.Bytes, jsonl.UTF16}

func TestRoundTrip(t *testing.T) {
	plain := &dateline.Document{Article: dateline.Article{ID: "empty"}}
	early := &dateline.Document{Article: dateline.Article{ID: "old", Text: "In 44 BC", Published: dateline.DayOf(1650, 5, 1).Time()},
		Mentions: []dateline.Mention{{Span: dateline.Span{Start: 3, End: 8}, Label: dateline.Date, Time: &dateline.Timex{
			Type: dateline.TimexDate, Value: "-0043", Interval: dateline.Interval{From: dateline.DayOf(-43, 1, 1), To: dateline.DayOf(-42, 1, 1)}}}}}
	late := &dateline.Document{Article: dateline.Article{ID: "new", Text: "in 9999"},
		Mentions: []dateline.Mention{{Span: dateline.Span{Start: 3, End: 7}, Label: dateline.Date, Time: &dateline.Timex{
			Type: dateline.TimexDate, Value: "9999", Interval: dateline.Interval{From: dateline.DayOf(9999, 1, 1), To: dateline.DayOf(10000, 1, 1)}}}}}
	docs := []*dateline.Document{sample(), plain, early, late}
	for _, unit := range units {
		var buf bytes.Buffer
		w := jsonl.NewWriter(&buf)
		w.Unit, w.Sentences = unit, true
		for _, d := range docs {
			if err := w.Write(d); err != nil {
				t.Fatal(err)
			}
		}
		r := jsonl.NewReader(&buf, "x.jsonl")
		r.Unit = unit
		n := 0
		for d, err := range r.Documents() {
			if err != nil {
				t.Fatal(unit, err)
			}
			if diff := cmp.Diff(docs[n], d); diff != "" {
				t.Errorf("offsets in %ss: %s", unit, diff)
			}
			n++
		}
		if n != len(docs) {
			t.Errorf("read %d documents, wrote %d", n, len(docs))
		}
	}
}

// The positions written are those that another language finds the mention at.
func TestUnits(t *testing.T) {
	for unit, want := range map[jsonl.Unit]string{
		jsonl.Bytes: `"kind":"direct","start":18,`, jsonl.Runes: `"kind":"direct","start":15,`, jsonl.UTF16: `"kind":"direct","start":16,`,
	} {
		var buf bytes.Buffer
		w := jsonl.NewWriter(&buf)
		w.Unit = unit
		if err := w.Write(sample()); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(buf.String(), want) {
			t.Errorf("%ss: no %s in %s", unit, want, buf.String())
		}
	}
}

// An invalid byte is one code point in the text and in what is written, so that positions agree with the written text.
func TestInvalidUTF8(t *testing.T) {
	text := "a\xff\xfe😀 NATO \xf0\x9f said"
	d := &dateline.Document{Article: dateline.Article{ID: "bad", Text: text}, Mentions: []dateline.Mention{
		{Span: dateline.Span{Start: 8, End: 12}, Label: dateline.Org}, {Span: dateline.Span{Start: 16, End: 20}, Label: dateline.Org}}}
	for _, unit := range units {
		line, err := jsonl.Marshal(d, unit)
		if err != nil {
			t.Fatal(err)
		}
		got, err := jsonl.Unmarshal(line, unit)
		if err != nil {
			t.Fatal(unit, err)
		}
		if want := "a\ufffd\ufffd😀 NATO \ufffd\ufffd said"; got.Text != want {
			t.Errorf("%s: text %q, want %q", unit, got.Text, want)
		}
		for i, want := range []string{"NATO", "said"} {
			if s := got.Slice(got.Mentions[i].Span); s != want {
				t.Errorf("%s: mention %d is %q, want %q", unit, i, s, want)
			}
		}
	}
}

func TestArticles(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{`{"id":"x","text":"T"}`, "x|T||"},
		{`{"id":12,"text":"T","published":"2020-02-12"}`, "12|T||2020-02-12"},
		{`{"text":"T","dct":"2020-02-12"}`, "news:1|T||2020-02-12"},
		{`{"id":"x","text":"","headline":"H"}`, "x||H|"},
		{`{"id":"x","headline":"H","byline":"By B","body":"One.\n\nTwo."}`, "x|H\n\nBy B\n\nOne.\n\nTwo.|H|"},
		{`{"id":"x","body":"One.","text":""}`, "x|One.||"},
		{`{"id":"x","text":"T","published":"2020-02-12T23:30:00-05:00"}`, "x|T||2020-02-12"},
		{`{"id":"x","text":"T","published":null,"title":7}`, "x|T||"},
		{"\ufeff" + `{"id":"x","text":"T"}`, "x|T||"},
	} {
		d, err := jsonl.NewReader(strings.NewReader(tt.line), "data/news.jsonl").Read()
		if err != nil {
			t.Errorf("%s: %v", tt.line, err)
			continue
		}
		day := ""
		if !d.Published.IsZero() {
			day = d.Published.Format(time.DateOnly)
		}
		if got := d.ID + "|" + d.Text + "|" + d.Headline + "|" + day; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.line, got, tt.want)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{`{"id":"x"}`, "n.jsonl:1: it has neither text nor headline, byline or body"},
		{`{"id":"x","text":"T"`, "n.jsonl:1: the JSON ends too early: unexpected end of JSON input"},
		{`{"id":"x",,}`, `n.jsonl:1: column 11: invalid character ','`},
		{`{"id":"x","text":7}`, `n.jsonl:1: column 18: field "text" holds a number`},
		{`[]`, `n.jsonl:1: column 1: field "" holds a array`},
		{`{"text":"T","published":"12 Feb"}`, `n.jsonl:1: published: "12 Feb" is no date`},
		{`{"text":"abc","mentions":[{"start":1,"end":5,"label":"ORG"}]}`, "n.jsonl:1: mention 1: 1 to 5 is no span of the text, counted in runes"},
		{`{"text":"abc","mentions":[{"start":2,"end":1,"label":"ORG"}]}`, "n.jsonl:1: mention 1: 2 to 1 is no span"},
		{`{"text":"abc","mentions":[{"start":-1,"end":1,"label":"ORG"}]}`, "n.jsonl:1: mention 1: -1 to 1 is no span"},
		{`{"text":"abc","mentions":[{"start":0,"end":1,"label":"THING"}]}`, `n.jsonl:1: mention 1: dateline: unknown label "THING"`},
		{`{"text":"abc","mentions":[{"start":0,"end":1,"text":"b","label":"ORG"}]}`, `n.jsonl:1: mention 1: 0 to 1 is "a", not "b": are positions counted in runes?`},
		{`{"text":"abc","mentions":[{"start":0,"end":1,"label":"ORG","entity":4}]}`, "n.jsonl:1: mention 1: there is no entity 4"},
		{`{"text":"abc","quotes":[{"kind":"loud"}]}`, `n.jsonl:1: quote 1: dateline: unknown quote kind "loud"`},
		{`{"text":"abc","quotes":[{"kind":"direct","content":[[1]]}]}`, "n.jsonl:1: a span is two numbers, not [1]"},
	} {
		r := jsonl.NewReader(strings.NewReader(tt.line+"\n\n"+`{"id":"next","text":"T"}`), "n.jsonl")
		_, err := r.Read()
		var e *jsonl.Error
		if !errors.As(err, &e) || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s:\n got %v\nwant %s", tt.line, err, tt.want)
		}
		if d, err := r.Read(); err != nil || d.ID != "next" || r.Line() != 3 {
			t.Errorf("%s: line after it: %v, %v", tt.line, d, err)
		}
	}
}

func TestMaxLine(t *testing.T) {
	long := `{"id":"long","text":"` + strings.Repeat("x", 200_000) + `"}`
	r := jsonl.NewReader(strings.NewReader(long+"\n"+`{"id":"b","text":"T"}`), "n")
	r.MaxLine = 100_000
	if _, err := r.Read(); !errors.Is(err, jsonl.ErrTooLong) {
		t.Errorf("error %v, want ErrTooLong", err)
	}
	if d, err := r.Read(); err != nil || d.ID != "b" {
		t.Errorf("after a long line: %v, %v", d, err)
	}
	if _, err := r.Read(); err != io.EOF {
		t.Errorf("at the end: %v", err)
	}
	if d, err := jsonl.NewReader(strings.NewReader(long), "n").Read(); err != nil || len(d.Text) != 200_000 {
		t.Errorf("without MaxLine: %v", err)
	}
}

type failing struct{ io.Reader }

var errDisk = errors.New("disk")

func (f failing) Read(p []byte) (int, error) {
	n, err := f.Reader.Read(p)
	if err == io.EOF {
		err = errDisk
	}
	return n, err
}

func TestSourceFails(t *testing.T) {
	r := jsonl.NewReader(failing{strings.NewReader("{\"text\":\"T\"}\n{\"te")}, "n")
	var errs []error
	n := 0
	for _, err := range r.Documents() {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		n++
	}
	if n != 1 || len(errs) != 1 || !errors.Is(errs[0], errDisk) {
		t.Errorf("%d documents, errors %v", n, errs)
	}
}

func TestWriterRefuses(t *testing.T) {
	base := func() *dateline.Document {
		return &dateline.Document{Article: dateline.Article{ID: "x", Text: "aé"}, Entities: []dateline.Entity{{ID: 1, Label: dateline.Org, Name: "a"}}}
	}
	for name, change := range map[string]func(*dateline.Document){
		"outside":  func(d *dateline.Document) { d.Mentions = []dateline.Mention{{Span: dateline.Span{Start: 0, End: 9}}} },
		"reversed": func(d *dateline.Document) { d.Mentions = []dateline.Mention{{Span: dateline.Span{Start: 1, End: 0}}} },
		"rune":     func(d *dateline.Document) { d.Mentions = []dateline.Mention{{Span: dateline.Span{Start: 0, End: 2}}} },
		"entity":   func(d *dateline.Document) { d.Mentions = []dateline.Mention{{Entity: 2}} },
		"speaker":  func(d *dateline.Document) { d.Quotes = []dateline.Quote{{Speaker: dateline.Speaker{Entity: -1}}} },
		"kind":     func(d *dateline.Document) { d.Quotes = []dateline.Quote{{Kind: 9}} },
		"label":    func(d *dateline.Document) { d.Entities[0].Label = 99 },
		"order":    func(d *dateline.Document) { d.Entities[0].ID = 7 },
	} {
		d := base()
		change(d)
		var buf bytes.Buffer
		if err := jsonl.NewWriter(&buf).Write(d); err == nil || buf.Len() > 0 {
			t.Errorf("%s: error %v, wrote %q", name, err, buf.String())
		}
	}
}

// The corpora that the project is measured on are read, and what is read is written and read again unchanged.
func TestGold(t *testing.T) {
	shared := filepath.Join("..", "..", "..", "shared", "data")
	for _, name := range []string{"quotes/dev/dateline-news.jsonl", "dates/dev/dateline-news.jsonl", "entities/dev/dateline-news.jsonl", "dates/train/meantime-dev.jsonl"} {
		t.Run(name, func(t *testing.T) {
			f, err := os.Open(filepath.Join(shared, filepath.FromSlash(name)))
			if err != nil {
				t.Skipf("needs ../shared/data/%s: not here", name)
			}
			defer f.Close()
			n, mentions, quotes := 0, 0, 0
			for d, err := range jsonl.NewReader(f, name).Documents() {
				if err != nil {
					t.Fatal(err)
				}
				line, err := jsonl.Marshal(d, jsonl.UTF16)
				if err != nil {
					t.Fatal(err)
				}
				again, err := jsonl.Unmarshal(line, jsonl.UTF16)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(d, again); diff != "" {
					t.Fatal(diff)
				}
				n, mentions, quotes = n+1, mentions+len(d.Mentions), quotes+len(d.Quotes)
			}
			if n == 0 || mentions+quotes == 0 {
				t.Errorf("%d documents, %d mentions, %d quotes", n, mentions, quotes)
			}
		})
	}
}

// Line is that of the last line, whether or not a newline ends it.
func TestLineAtEnd(t *testing.T) {
	for _, in := range []string{"{\"text\": \"a\"}\n{\"text\": \"b\"}", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n"} {
		r := jsonl.NewReader(strings.NewReader(in), "in")
		for range 2 {
			if _, err := r.Read(); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := r.Read(); err != io.EOF || r.Line() != 2 {
			t.Errorf("%q: line %d, %v", in, r.Line(), err)
		}
	}
}
