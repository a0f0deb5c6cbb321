// Package dates finds expressions of time and gives them TIMEX3 values.
package dates

import "github.com/dateline-nlp/dateline"

// Find returns the expressions of time in doc, in order, not overlapping. It reads Text, Published, Sections, Sentences and Tokens.
func Find(doc *dateline.Document) []dateline.Mention { return nil }
