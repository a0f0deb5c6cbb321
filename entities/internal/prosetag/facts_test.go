package prosetag_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jdkato/prose/v2"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/entities/internal/cputime"
	"github.com/dateline-nlp/dateline/index/jsonl"
	"github.com/dateline-nlp/dateline/quotes"
)

// The whole way from text to facts, and prose's own pipeline over the same articles, in one run: this is the one package that
// may see both. Words are counted for each second that goes by and for each that a processor works, which a busy machine changes less.

// articles returns those of the dev set, or of testdata where that is not there, and how many words they have.
func articles(b *testing.B) (all []dateline.Article, words int) {
	if f, err := os.Open(filepath.Join("..", "..", "..", "..", "shared", "data", "entities", "dev", "dateline-news.jsonl")); err == nil {
		defer f.Close()
		for a, err := range jsonl.NewReader(f, f.Name()).Articles() {
			if err != nil {
				b.Fatal(err)
			}
			all = append(all, a)
		}
	} else {
		files, err := filepath.Glob(filepath.Join("..", "..", "..", "testdata", "articles", "*.txt"))
		if err != nil || len(files) == 0 {
			b.Fatal("no articles", err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				b.Fatal(err)
			}
			all = append(all, dateline.Article{ID: file, Text: string(text)})
		}
	}
	for _, a := range all {
		words += len(strings.Fields(a.Text))
	}
	return all, words
}

// BenchmarkFacts reads raw articles to Documents with quotes, one after the other.
func BenchmarkFacts(b *testing.B) {
	all, words := articles(b)
	var wantMentions, wantQuotes int
	pass := func() (mentions, quoted, size int) {
		for _, a := range all {
			doc := entities.Tag(a)
			doc.Quotes = quotes.Attribute(doc)
			mentions += len(doc.Mentions)
			quoted += len(doc.Quotes)
			size += len(a.Text)
		}
		return mentions, quoted, size
	}
	wantMentions, wantQuotes, size := pass()
	if wantMentions < words/20 || wantQuotes < words/1000 {
		b.Fatalf("%d mentions and %d quotes in %d words", wantMentions, wantQuotes, words)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	worked := cputime.Of(func() {
		for b.Loop() {
			if m, q, _ := pass(); m != wantMentions || q != wantQuotes {
				b.Fatalf("%d mentions and %d quotes, want %d and %d", m, q, wantMentions, wantQuotes)
			}
		}
	})
	reportWords(b, words, worked)
}

func reportWords(b *testing.B, words int, worked time.Duration) {
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(words*b.N)/worked.Seconds(), "words/cpu-s")
}

// BenchmarkProse is prose's pipeline as it comes (sentences, tokens, tags, entities), but for the model, which is loaded once, over
// every eighth of the same articles.
func BenchmarkProse(b *testing.B) {
	all, _ := articles(b)
	first, err := prose.NewDocument("The house.")
	if err != nil {
		b.Fatal(err)
	}
	var some []dateline.Article
	words, size := 0, 0
	for i := 0; i < len(all); i += 8 {
		some = append(some, all[i])
		words += len(strings.Fields(all[i].Text))
		size += len(all[i].Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	worked := cputime.Of(func() {
		for b.Loop() {
			found := 0
			for _, a := range some {
				found += tokensOf(b, a.Text, first.Model)
			}
			if found < words/2 {
				b.Fatalf("%d tokens in %d words", found, words)
			}
		}
	})
	reportWords(b, words, worked)
}

func tokensOf(b *testing.B, text string, model *prose.Model) (n int) {
	defer func() {
		if err := recover(); err != nil {
			b.Logf("prose panics: %v", err)
		}
	}()
	doc, err := prose.NewDocument(text, prose.UsingModel(model))
	if err != nil {
		b.Fatal(err)
	}
	return len(doc.Tokens())
}
