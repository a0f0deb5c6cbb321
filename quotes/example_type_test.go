package quotes_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/quotes"
)

// Some archives write quotation marks as two apostrophes. A Reader that is told so reads them as marks.
func ExampleReader() {
	text, err := os.ReadFile(filepath.Join("..", "testdata", "articles", "nato-iraq.txt"))
	if err != nil {
		log.Fatal(err)
	}
	archived := strings.NewReplacer("\"", "''", "“", "''", "”", "''").Replace(string(text))
	doc := entities.Tag(dateline.Article{Text: archived})
	doc.Quotes = (&quotes.Reader{Apostrophes: true}).Attribute(doc)
	for _, q := range doc.Quotes {
		if q.Kind == dateline.Direct && q.Speaker.Name == "Bob Davidson" {
			fmt.Printf("%.50s...\n", doc.Slice(q.Content[0]))
		}
	}
	// Output: That could be the negotiation going on in the back...
}
