package quotes_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/quotes"
)

// BenchmarkAttribute reads an article of testdata, tagged before, and checks that it gives the same number of quotations every time.
func BenchmarkAttribute(b *testing.B) {
	text, err := os.ReadFile(filepath.Join("..", "testdata", "articles", "nato-iraq.txt"))
	if err != nil {
		b.Skip("needs testdata/articles/nato-iraq.txt: not here")
	}
	one := entities.Tag(dateline.Article{Text: string(text)})
	want := len(quotes.Attribute(one))
	words := len(strings.Fields(one.Text))
	b.SetBytes(int64(len(one.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if got := len(quotes.Attribute(one)); got != want || want < 10 {
			b.Fatalf("%d quotations, want %d", got, want)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(want), "quotes")
}
