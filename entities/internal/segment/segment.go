// Package segment splits text into sentences and tokens without losing a byte.
package segment

import "github.com/dateline-nlp/dateline"

// Split returns the sentences and tokens of text. Every byte that is not space is in exactly one token; sentences partition the
// tokens and do not cross sections.
func Split(text string, sections []dateline.Section) ([]dateline.Sentence, []dateline.Token) {
	return nil, nil
}
