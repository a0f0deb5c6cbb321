package quotes_test

import (
	"fmt"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/quotes"
)

func ExampleAttribute() {
	doc := entities.Tag(dateline.Article{Text: `"The bridge is closed," said Maria Lopez, the mayor. "It is a ruin of rust."

She told reporters that the council would vote in June.`})
	doc.Quotes = quotes.Attribute(doc)
	for _, q := range doc.Quotes {
		for _, part := range q.Content {
			fmt.Printf("%s %s: %s\n", q.Kind, q.Speaker.Name, doc.Slice(part))
		}
	}
	// Output:
	// direct Maria Lopez: The bridge is closed,
	// direct Maria Lopez: It is a ruin of rust.
	// indirect Maria Lopez: the council would vote in June
}
