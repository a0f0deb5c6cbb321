package index_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// FuzzAdd: no Document panics; one that is added comes back, is found by a word of its own, and hits lie within its text.
func FuzzAdd(f *testing.F) {
	f.Add("a", "NATO said “no” to U.S. troops.", "NATO", uint16(0), uint16(4), uint16(10), uint16(18), int32(18000))
	f.Add("b#00001", "\xff\xfe broken \xf0\x9f text", "\xff", uint16(1), uint16(9), uint16(0), uint16(30), int32(-1))
	f.Add("c", strings.Repeat("ȺȺȺȺ's ", 50), "ȺȺ", uint16(0), uint16(8), uint16(9), uint16(100), int32(0))
	f.Add("d", "a\x00b\nc\r\n😀 '' O'Brien's 1,000.5 東京", "O'Brien", uint16(3), uint16(3), uint16(0), uint16(5), int32(1<<30))
	f.Add("e", "a kind that is none", "a", uint16(0), uint16(1), uint16(4), uint16(6), int32(0))
	f.Add("", "x", "", uint16(5), uint16(2), uint16(0), uint16(0), int32(0))
	f.Fuzz(func(t *testing.T, id, text, name string, a, b, c, d uint16, day int32) {
		doc := &dateline.Document{Article: dateline.Article{ID: id, Text: text, Headline: name, Source: name, Published: dateline.Day(day).Time()}}
		who, said := dateline.Span{Start: int(a), End: int(b)}, dateline.Span{Start: int(c), End: int(d)}
		doc.Entities = []dateline.Entity{{ID: 1, Label: dateline.Label(a % 8), Name: name, Aliases: []string{doc.Slice(who), text}, Country: name}}
		doc.Mentions = []dateline.Mention{{Span: who, Label: doc.Entities[0].Label, Entity: 1}}
		doc.Quotes = []dateline.Quote{{Span: said, Kind: dateline.QuoteKind(c % 5), Content: []dateline.Span{said}, Speaker: dateline.Speaker{Span: who, Entity: 1}}}
		if b%2 == 0 {
			doc.Sentences = []dateline.Sentence{{Span: dateline.Span{End: len(text)}}}
		}
		ix, err := index.New()
		if err != nil {
			t.Fatal(err)
		}
		defer ix.Close()
		if err := ix.Add(ctx, doc); err != nil {
			if n, _, _ := ix.Count(); n != 0 {
				t.Fatalf("refused (%v), but there", err)
			}
			return
		}
		got, err := ix.Document(ctx, id)
		if err != nil || got.Text != text || len(got.Quotes) != 1 || got.Quotes[0].Span != said {
			t.Fatalf("%+v, %v", got, err)
		}
		for _, q := range []index.Query{{Said: quoted(doc.Slice(said))}, {Text: quoted(text)}, {Speaker: name}, {Person: name + "*"}, {}} {
			for _, target := range []index.Target{index.Quotes, index.Articles} {
				page, err := ix.Find(ctx, index.Request{Query: q, Target: target})
				var wrong *index.QueryError
				if errors.As(err, &wrong) {
					continue
				}
				if err != nil {
					t.Fatalf("%q: %v", q, err)
				}
				for _, h := range page.Hits {
					checkHit(t, doc, h)
				}
				if q.Text != "" && len(text) < 100 && page.Total == 0 && target == index.Articles {
					t.Fatalf("not found by its whole text: %q", q.Text)
				}
			}
		}
	})
}

// quoted makes a phrase of s.
func quoted(s string) string { return `"` + strings.NewReplacer(`"`, " ", "\n", " ").Replace(s) + `"` }

func checkHit(t *testing.T, doc *dateline.Document, h index.Hit) {
	t.Helper()
	spans := append([]dateline.Span{h.Span}, h.Content...)
	for _, f := range h.Fragments {
		spans = append(append(spans, f.Span), f.Marks...)
		if utf8.ValidString(doc.Text) && f.Text != doc.Slice(f.Span) {
			t.Fatalf("fragment %q at %v is %q", f.Text, f.Span, doc.Slice(f.Span))
		}
		if f.Mark("", "") != f.Text {
			t.Fatalf("fragment %q is marked %q", f.Text, f.Mark("", ""))
		}
	}
	for _, s := range spans {
		if s.Start < 0 || s.Start > s.End || s.End > len(doc.Text) {
			t.Fatalf("span %v in a text of %d bytes", s, len(doc.Text))
		}
		if utf8.ValidString(doc.Text) && (!startsRune(doc.Text, s.Start) || !startsRune(doc.Text, s.End)) {
			t.Fatalf("span %v cuts a rune", s)
		}
	}
}

func startsRune(s string, at int) bool { return at == len(s) || utf8.RuneStart(s[at]) }
