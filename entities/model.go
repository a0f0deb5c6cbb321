package entities

import (
	"io"

	"github.com/dateline-nlp/dateline/entities/internal/tagger"
)

// A Model finds names. The one that comes with the module is used where Tagger.Model is nil, or a zero Model; Train makes
// others. It is safe for concurrent use.
type Model struct{ tagger *tagger.Model }

// A ModelError reports a model file that cannot be used: Offset is where in the file the trouble is, in bytes, Err
// one of the errors below.
type ModelError = tagger.FormatError

// What is wrong with a model file, for errors.Is.
var (
	ErrNoModel        = tagger.ErrMagic     // the file is something else
	ErrModelVersion   = tagger.ErrVersion   // made by another version of this module
	ErrModelLexicon   = tagger.ErrLexicon   // made with other word lists than this module has
	ErrModelTruncated = tagger.ErrTruncated // the file breaks off
	ErrModelChecksum  = tagger.ErrChecksum  // the file is damaged
)

// ReadModel reads what Model.WriteTo wrote. Its errors are of type *ModelError, or those of r.
func ReadModel(r io.Reader) (*Model, error) {
	m, err := tagger.Read(r)
	if err != nil {
		return nil, err
	}
	return &Model{m}, nil
}

// WriteTo writes the model file, that of a zero Model being the one that comes with the module, and returns the number of bytes
// written. Its errors are those of w.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	t := m.tagger
	if t == nil {
		t = tagger.Default()
	}
	n, err := io.WriteString(w, t.File())
	return int64(n), err
}

// A Name is an entry of a Gazetteer: Text as it is written in running text, and its Label, one of Person, Org, Place,
// Norp and Misc. With Vote the entry is one vote among others, which the context can outweigh; without it the name
// always has this label.
type Name = tagger.Name

// ErrName reports an entry of a Gazetteer without words, or with a label that names do not have.
var ErrName = tagger.ErrName

// A Gazetteer is a list of names that the caller knows, for Tagger.Gazetteer. It is safe for concurrent use.
type Gazetteer struct{ names *tagger.Names }

// NewGazetteer makes a Gazetteer. Of two entries with the same words the first counts; where two overlap in a text,
// the one that begins first, then the longer one. The error wraps ErrName.
func NewGazetteer(names ...Name) (*Gazetteer, error) {
	n, err := tagger.NewNames(names)
	if err != nil {
		return nil, err
	}
	return &Gazetteer{n}, nil
}
