package learn

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/feature"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

// Lookup scores what the lists alone find, without a model: the longest listed place, nationalities, and given names followed by
// capitalised words.
func Lookup(lex *lexicon.Lexicon, examples []*Example) (s Score) {
	v := new(feature.View)
	for _, x := range examples {
		v.Load(x.Doc, lex)
		s.Add(x.Gold, lookup(x.Doc, v.Tokens))
	}
	return s
}

func lookup(doc *dateline.Document, tok []feature.Token) (out []dateline.Mention) {
	for k := range doc.Sentences {
		s := &doc.Sentences[k]
		for j := s.First; j < s.Limit; {
			n, label := listed(tok[j:s.Limit])
			if n == 0 {
				j++
				continue
			}
			span := dateline.Span{Start: doc.Tokens[j].Start, End: doc.Tokens[j+n-1].End}
			out = append(out, dateline.Mention{Span: span, Label: label})
			j += n
		}
	}
	return out
}

// listed returns how many tokens at the beginning of tok the lists know as one name.
func listed(tok []feature.Token) (n int, label dateline.Label) {
	t := &tok[0]
	switch {
	case t.Flags&feature.Cap == 0:
		return 0, dateline.LabelNone
	case t.Phrase&lexicon.PhrasePlace != 0 && t.Place == 1:
		n = 1
		for n < len(tok) && tok[n].Place >= 2 && tok[n].Place <= 3 {
			n++
		}
		return n, dateline.Place
	case t.Entry.Demonym():
		return 1, dateline.Norp
	case t.Entry.Given() > 1:
		n = 1
		for n < len(tok) && n < 4 && tok[n].Flags&feature.Cap != 0 {
			n++
		}
		if n > 1 {
			return n, dateline.Person
		}
	}
	if t.Entry.Place() >= lexicon.PlaceTown {
		return 1, dateline.Place
	}
	return 0, dateline.LabelNone
}
