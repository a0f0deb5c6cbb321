package dates

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/layout"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
)

// A goldDoc is a line of a file in ../shared/data/dates.
type goldDoc struct {
	ID, DCT, Text string
	Timex         []struct {
		Start, End        int // code points
		Text, Type, Value string
	}
}

// shared reads a set of ../shared/data/dates, or skips the test where there is none.
func shared(tb testing.TB, set string) []goldDoc {
	tb.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "..", "shared", "data", "dates", filepath.FromSlash(set)+".jsonl"))
	if err != nil {
		tb.Skipf("needs ../shared/data/dates/%s.jsonl: not here", set)
	}
	defer f.Close()
	var docs []goldDoc
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		var d goldDoc
		if err := json.Unmarshal(in.Bytes(), &d); err != nil {
			tb.Fatal(err)
		}
		docs = append(docs, d)
	}
	return docs
}

// document lays out and segments a text as entities.Tag does.
func document(text, published string) *dateline.Document {
	doc := &dateline.Document{Article: dateline.Article{Text: text}}
	if t, err := time.Parse("2006-01-02", published); err == nil {
		doc.Published = t
	}
	doc.Sections = layout.Sections(text)
	doc.Sentences, doc.Tokens = segment.Split(text, doc.Sections)
	return doc
}

func BenchmarkFind(b *testing.B) {
	var docs []*dateline.Document
	words := 0
	for _, g := range shared(b, "dev/dateline-news") {
		docs = append(docs, document(g.Text, g.DCT))
		words += len(strings.Fields(g.Text))
	}
	found := 0
	for _, d := range docs {
		found += len(Find(d))
	}
	if found < 400 || found > 700 {
		b.Fatalf("%d expressions found, about 550 are there", found)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		n := 0
		for _, d := range docs {
			n += len(Find(d))
		}
		if n != found {
			b.Fatalf("%d expressions found, then %d", found, n)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
