package report

import (
	"strings"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/term"
)

// TestQuoteText: words that stand in quotation marks in the article stand in them in a report.
func TestQuoteText(t *testing.T) {
	doc := &dateline.Document{Article: dateline.Article{Text: "abcdef"}}
	a, b := dateline.Span{Start: 0, End: 2}, dateline.Span{Start: 4, End: 6}
	for _, c := range []struct {
		quote dateline.Quote
		want  string
	}{
		{dateline.Quote{Kind: dateline.Direct, Content: []dateline.Span{a, b}}, "“ab … ef”"},
		{dateline.Quote{Kind: dateline.Mixed, Content: []dateline.Span{a, b}, Quoted: []dateline.Span{a, b}}, "“ab … ef”"},
		{dateline.Quote{Kind: dateline.Indirect, Content: []dateline.Span{a}, Quoted: []dateline.Span{a}}, "“ab”"},
		{dateline.Quote{Kind: dateline.Indirect, Content: []dateline.Span{{Start: 0, End: 6}}, Quoted: []dateline.Span{a}}, "abcdef"},
	} {
		if got := QuoteText(doc, &c.quote); got != c.want {
			t.Errorf("%+v: %s, want %s", c.quote, got, c.want)
		}
	}
}

// TestWidth writes reports of all widths and wants no line wider, but for words that are.
func TestWidth(t *testing.T) {
	text := "Mayor Anna Larsen of the Conservative People's Party opened the bridge in Oslo on Tuesday. “It is safe, and it will be safe,” she said."
	at := func(s string) dateline.Span {
		i := strings.Index(text, s)
		return dateline.Span{Start: i, End: i + len(s)}
	}
	quote := at("It is safe, and it will be safe,")
	doc := &dateline.Document{
		Article: dateline.Article{ID: "a-rather-long-name-of-a-file", Text: text, Source: "The Test Wire of Oslo", Headline: text[:60], Published: time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC)},
		Mentions: []dateline.Mention{
			{Span: at("Anna Larsen"), Label: dateline.Person, Entity: 1},
			{Span: at("Tuesday"), Label: dateline.Date, Time: &dateline.Timex{Value: "2020-02-11"}},
		},
		Entities: []dateline.Entity{{ID: 1, Label: dateline.Person, Name: "Anna Larsen of the Long Name", Count: 1, Aliases: []string{"Larsen", "Ann Larsen", "Lars"},
			Roles: []dateline.Role{{Title: "mayor", Affiliation: "Oslo"}}}},
		Quotes: []dateline.Quote{
			{Span: quote, Kind: dateline.Direct, Content: []dateline.Span{quote}, Speaker: dateline.Speaker{Entity: 1}},
			{Span: at("it will be safe,"), Kind: dateline.Mixed, Content: []dateline.Span{at("it will be safe,")}, Speaker: dateline.Speaker{Entity: 1}},
		},
	}
	for width := 40; width <= 130; width++ {
		var out strings.Builder
		w := &Writer{W: &out, Width: width}
		if err := w.Write(doc); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			if n := term.Columns(strings.TrimSuffix(line, "\n")); n > width {
				t.Errorf("width %d: %d columns: %q", width, n, line)
			}
		}
		if strings.Count(strings.Join(strings.Fields(out.String()), " "), "it will be safe") != 1 {
			t.Errorf("a quote within a quote of the same speaker stands there twice:\n%s", out.String())
		}
	}
}
