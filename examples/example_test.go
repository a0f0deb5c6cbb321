package examples_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/index"
	"github.com/dateline-nlp/dateline/quotes"
)

// The lines between the marks stand in README.md.
func Example() {
	text, err := os.ReadFile("../testdata/articles/nato-iraq.txt")
	if err != nil {
		log.Fatal(err)
	}
	published := time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC)

	doc := entities.Tag(dateline.Article{ID: "nato-iraq", Text: string(text), Published: published})
	doc.Quotes = quotes.Attribute(doc)
	for _, q := range doc.Quotes {
		if q.Kind == dateline.Direct {
			fmt.Printf("%s: %s\n", q.Speaker.Name, doc.Slice(q.Content[0]))
		}
	}

	ctx := context.Background()
	ix, err := index.New() // in memory; index.Create makes one on disk
	if err != nil {
		log.Fatal(err)
	}
	defer ix.Close()
	if err := ix.Add(ctx, doc); err != nil {
		log.Fatal(err)
	}
	hits, err := ix.Search(ctx, index.Query{Speaker: "Davidson", Said: `"NATO mission"`})
	if err != nil {
		log.Fatal(err)
	}
	for _, h := range hits {
		fmt.Println(h.Headline, h.Span, h.Fragments[0].Mark("[", "]"))
	}
	// Output:
	//
}
