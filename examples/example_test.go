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
	// Jens Stoltenberg: This is in [the Iraqis'] interest. It is in our interest,
	// Jens Stoltenberg: We have to remember what we do there is train the Iraqi forces, to help them, to support them. The aim, of course, is to enable them, to make them better and stronger in the fight against our common enemy ISIS.
	// Jens Stoltenberg: We've had a very good, constructive dialogue with the Iraqi government and we will continue to do so,
	// Bob Davidson: That could be the negotiation going on in the background to get the Iraqis to agree to keep the mission going,
	// NATO moves to expand Canadian-led military training mission in Iraq {3717 4012} the U.S. out, it would allow them to relabel the mission as not a U.S. mission, but a [NATO] [mission]."
	// NATO moves to expand Canadian-led military training mission in Iraq {3536 3714} in Brussels until 2016, said the pitch to re-brand aspects of the anti-ISIS campaign as a [NATO] [mission] could appeal to Iraqis who are still worried about security but eager to see an end to the
}
