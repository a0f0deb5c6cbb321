// Package tagger is the sequence model that finds names.
package tagger

import "github.com/dateline-nlp/dateline"

// A Model is a trained tagger.
type Model struct{}

// Default returns the model that comes with the module.
func Default() *Model { return &Model{} }

// Tag returns the name mentions of doc, Misc included, in order, not overlapping. It reads Text, Sections, Sentences and Tokens.
func (m *Model) Tag(doc *dateline.Document) []dateline.Mention { return nil }
