// Package entities finds who and what a news article names: people, organizations, places, nationalities and dates,
// with the layout, sentences and tokens they stand in, and works out which mentions are one entity.
//
// The stages, in order, each a function of the results before it:
//
//	layout     headline, byline, caption, body, ...
//	segment    sentences and tokens
//	prosetag   parts of speech, in the few sentences where a later stage asks for them
//	tagger     names: a linear sequence model over the tokens
//	dates      expressions of time and their values
//	merge      one list of mentions without overlaps: see tidy.go, title.go, people.go, credit.go, acronym.go, merge.go
//	resolve    nominals and pronouns; which mentions are one entity; roles of people; places on the map
//
// Quotations are found by package quotes, from what this package returns.
package entities

import (
	"sync"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/dates"
	"github.com/dateline-nlp/dateline/entities/internal/layout"
	"github.com/dateline-nlp/dateline/entities/internal/prosetag"
	"github.com/dateline-nlp/dateline/entities/internal/resolve"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
	"github.com/dateline-nlp/dateline/entities/internal/tagger"
)

// A Tagger reads articles. Its zero value works, with the models that come with the module: they are loaded on first
// use. It is safe for concurrent use as long as its fields are not changed.
type Tagger struct {
	// Misc keeps mentions of events, laws, works and products (dateline.Misc), and entities for them.
	Misc bool

	// Gazetteer holds names that the caller knows. May be nil.
	Gazetteer *Gazetteer

	// Model finds the names. Nil stands for the model that comes with the module.
	Model *Model

	// Workers is how many articles TagAll reads at a time. Zero, or less, stands for runtime.GOMAXPROCS(0).
	Workers int
}

// Tag reads one article with the zero Tagger. Any text is valid input.
func Tag(a dateline.Article) *dateline.Document { return new(Tagger).Tag(a) }

// Tag reads one article. Any text is valid input; the same article gives the same Document. Quotes stays empty.
func (t *Tagger) Tag(a dateline.Article) *dateline.Document {
	if t.Model == nil {
		loading.Do(func() { go tagger.Default() }) // while the parts of speech load theirs
	}
	doc := &dateline.Document{Article: a}
	doc.Sections = layout.Sections(a.Text)
	doc.Sentences, doc.Tokens = segment.Split(a.Text, doc.Sections)
	prosetag.Tag(doc)
	s := scratches.Get().(*scratch)
	s.names = t.names(s.names[:0], doc)
	tidy(doc, s.names, &s.ballot)
	s.merged = merge(s.merged, a.Text, acronyms(doc, splitCredits(doc, mendPeople(doc, s.names))), dates.Find(doc))
	doc.Mentions = s.merged
	doc.Mentions, doc.Entities = resolve.Resolve(doc) // copies
	s.release()
	if !t.Misc {
		dropMisc(doc)
	}
	return doc
}

// loading is done when the first Tag has begun to load the model that comes with the module.
var loading sync.Once

// A scratch holds the mentions that are not yet those of the Document.
type scratch struct {
	names, merged []dateline.Mention
	ballot        ballot
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// release gives the memory back, without what points into the article; that of a monstrous one is left to the collector.
func (s *scratch) release() {
	if max(cap(s.names), cap(s.merged)) > 1<<14 {
		return
	}
	clear(s.names)
	clear(s.merged)
	s.ballot.reset()
	scratches.Put(s)
}

// names runs the sequence model and appends to out what it finds.
func (t *Tagger) names(out []dateline.Mention, doc *dateline.Document) []dateline.Mention {
	model := tagger.Default
	if t.Model != nil && t.Model.tagger != nil {
		model = func() *tagger.Model { return t.Model.tagger }
	}
	if t.Gazetteer != nil {
		return model().AppendTo(out, doc, t.Gazetteer.names)
	}
	return model().AppendTo(out, doc, nil)
}
