//go:build unix

package index_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/index"
	"github.com/dateline-nlp/dateline/index/jsonl"
	"github.com/dateline-nlp/dateline/quotes"
)

// newsArticles returns the articles of the dev set, or those of testdata where that is not there, and their number of words.
func newsArticles(b *testing.B) (articles []dateline.Article, words int) {
	if f, err := os.Open(filepath.Join("..", "..", "shared", "data", "entities", "dev", "dateline-news.jsonl")); err == nil {
		defer f.Close()
		for a, err := range jsonl.NewReader(f, f.Name()).Articles() {
			if err != nil {
				b.Fatal(err)
			}
			articles = append(articles, a)
		}
	} else {
		files, err := filepath.Glob(filepath.Join("..", "testdata", "articles", "*.txt"))
		if err != nil {
			b.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				b.Fatal(err)
			}
			articles = append(articles, dateline.Article{ID: filepath.Base(file), Text: string(text)})
		}
	}
	for _, a := range articles {
		words += len(strings.Fields(a.Text))
	}
	return articles, words
}

// BenchmarkIngest is the whole way from the raw text of articles to an index that can be searched and is closed: read by all processors,
// attributed, added. BenchmarkAdd is the last part of it alone.
func BenchmarkIngest(b *testing.B) {
	articles, words := newsArticles(b)
	var mentions, quoted, size int
	for _, a := range articles {
		doc := entities.Tag(a)
		mentions += len(doc.Mentions)
		quoted += len(quotes.Attribute(doc))
		size += len(a.Text)
	}
	if mentions < words/20 || quoted < words/1000 {
		b.Fatalf("%d mentions and %d quotes in %d words", mentions, quoted, words)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	began := cpu()
	for b.Loop() {
		ix := create(b)
		found := 0
		documents := func(yield func(*dateline.Document, error) bool) {
			for doc, err := range entities.TagAll(ctx, slices.Values(articles)) {
				if err == nil {
					doc.Quotes = quotes.Attribute(doc)
					found += len(doc.Mentions)
				}
				if !yield(doc, err) {
					return
				}
			}
		}
		if report, err := ix.AddAll(ctx, documents, index.AddOptions{}); err != nil || report.Done != len(articles) || report.Failed > 0 {
			b.Fatalf("added %d of %d, %d failed: %v", report.Done, len(articles), report.Failed, err)
		}
		if n, q, err := ix.Count(); err != nil || n != len(articles) || q != quoted || found != mentions {
			b.Fatalf("%d articles, %d quotes, %d mentions, want %d, %d, %d: %v", n, q, found, len(articles), quoted, mentions, err)
		}
		if err := ix.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(words*b.N)/(cpu()-began).Seconds(), "words/cpu-s")
}
