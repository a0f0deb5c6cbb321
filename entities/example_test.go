package entities_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
)

func ExampleTag() {
	text, err := os.ReadFile(filepath.Join("..", "testdata", "articles", "nato-iraq.txt"))
	if err != nil {
		log.Fatal(err)
	}
	doc := entities.Tag(dateline.Article{Text: string(text), Published: time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC)})
	for _, e := range doc.Entities {
		if e.Name == "Qasem Soleimani" || e.Name == "Bob Davidson" {
			fmt.Printf("%s, also %q\n", e.Name, e.Aliases)
		}
	}
	for _, m := range doc.Mentions {
		if m.Label == dateline.Date && m.Time.Type == dateline.TimexDate && m.Time.To-m.Time.From == 1 {
			fmt.Println(doc.Slice(m.Span), "is", m.Time.Value)
		}
	}
	// Output:
	// Qasem Soleimani, also ["Soleimani"]
	// Bob Davidson, also ["Davidson"]
	// today is 2020-02-12
	// Feb. 20, 2017 is 2017-02-20
	// today is 2020-02-12
	// Jan. 6, 2020 is 2020-01-06
	// today is 2020-02-12
	// Wednesday is 2020-02-12
}

func ExampleTagAll() {
	articles := []dateline.Article{
		{ID: "a", Text: "Harjit Sajjan flew to Brussels on Monday.", Published: time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC)},
		{ID: "b", Text: "NATO took over in Kandahar in 2006."},
	}
	for doc, err := range entities.TagAll(context.Background(), slices.Values(articles)) {
		if err != nil {
			log.Fatal(err)
		}
		for _, m := range doc.Mentions {
			fmt.Println(doc.ID, m.Label, doc.Slice(m.Span))
		}
	}
	// Output:
	// a PERSON Harjit Sajjan
	// a PLACE Brussels
	// a DATE Monday
	// b ORG NATO
	// b PLACE Kandahar
	// b DATE 2006
}
