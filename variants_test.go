package dateline_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/quotes"
)

// TestVariants draws articles from the headlines and paragraphs of all samples, and writes each in the ways that TestSpelling and TestBoilerplate try on
// the samples as they are. What no reader would notice must change nothing, and neither may the number of workers.
func TestVariants(t *testing.T) {
	var heads, paras []string
	for _, name := range sampleNames(t) {
		doc := read(loadSample(t, name).article)
		for _, s := range doc.Sections {
			switch s.Kind {
			case dateline.SectionHeadline:
				heads = append(heads, doc.Slice(s.Span))
			case dateline.SectionBody:
				paras = append(paras, doc.Slice(s.Span))
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		drawn := append([]string{rapid.SampledFrom(heads).Draw(t, "head")}, rapid.SliceOfN(rapid.SampledFrom(paras), 1, 8).Draw(t, "paragraphs")...)
		a := dateline.Article{ID: "drawn", Text: strings.Join(drawn, "\n\n"), Published: dateline.DayOf(2017, 2, 16).Time()}
		doc := read(a)
		want := view(doc)
		a.Text = strings.ReplaceAll(doc.Text, "\n", "\r\n")
		sameView(t, "with CR LF", view(read(a)), want)
		a.Text = doc.Text
		a.Text = nbspInNames(a)
		sameView(t, "with no-break spaces in names", view(read(a)), want)
		a.Text = doc.Text + "\n\nSign up for our daily newsletter\n\nShare this article\n\n© 2024 All rights reserved.\n"
		sameView(t, "with boilerplate", quoteView(read(a)), quoteView(doc))

		a.Text = doc.Text
		sameOutput(t, a, doc, rapid.IntRange(1, 8).Draw(t, "workers"))
	})
}

func sameView(t *rapid.T, what string, got, want []string) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// sameOutput reads a, and others beside it, by so many workers.
func sameOutput(t *rapid.T, a dateline.Article, want *dateline.Document, workers int) {
	t.Helper()
	articles := func(yield func(dateline.Article) bool) {
		for i := range 2 * workers {
			b := a
			b.ID = fmt.Sprint(a.ID, i)
			b.Text = a.Text[:len(a.Text)*(i+1)/(2*workers)]
			if !yield(b) {
				return
			}
		}
	}
	var last *dateline.Document
	for doc, err := range (&entities.Tagger{Workers: workers}).TagAll(context.Background(), articles) {
		if err != nil {
			t.Fatal(err)
		}
		last = doc
	}
	last.ID = want.ID
	if last.Quotes = quotes.Attribute(last); !reflect.DeepEqual(last, want) {
		t.Errorf("%d workers give another document than Tag", workers)
	}
}
