// Package entities finds who and what a news article names: people, organizations, places, nationalities and dates, with the
// layout, sentences and tokens they stand in, and works out which mentions are one entity.
package entities

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/dates"
	"github.com/dateline-nlp/dateline/entities/internal/layout"
	"github.com/dateline-nlp/dateline/entities/internal/prosetag"
	"github.com/dateline-nlp/dateline/entities/internal/resolve"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
	"github.com/dateline-nlp/dateline/entities/internal/tagger"
)

// A Tagger reads articles. Its zero value works, with the models that come with the module. It is safe for concurrent use
// as long as its fields are not changed.
type Tagger struct{}

// Tag reads one article with the zero Tagger. Any text is valid input.
func Tag(a dateline.Article) *dateline.Document { return new(Tagger).Tag(a) }

// Tag reads one article. Any text is valid input.
func (t *Tagger) Tag(a dateline.Article) *dateline.Document {
	doc := &dateline.Document{Article: a}
	doc.Sections = layout.Sections(a.Text)
	doc.Sentences, doc.Tokens = segment.Split(a.Text, doc.Sections)
	prosetag.Tag(doc)
	doc.Mentions = merge(tagger.Default().Tag(doc), dates.Find(doc))
	doc.Mentions, doc.Entities = resolve.Resolve(doc)
	return doc
}

func merge(names, dates []dateline.Mention) []dateline.Mention {
	return append(names, dates...)
}
