package compile

import (
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

type forms struct{ lower, title, upper int }

// Cases counts in the unlabelled text how each word is written within sentences and enters it.
func (b *Builder) Cases() error {
	seen := map[uint32]*forms{}
	err := Unlabelled(b.dir, func(_, _, text string) { countForms(seen, text) })
	for h, f := range seen {
		if c := f.class(); c != lexicon.CaseUnknown {
			b.Words[h] = b.Words[h].WithCase(c)
		}
	}
	return err
}

func countForms(seen map[uint32]*forms, text string) {
	sentences, tokens := segment.Split(text, []dateline.Section{{Span: dateline.Span{Start: 0, End: len(text)}, Kind: dateline.SectionBody}})
	for _, s := range sentences {
		lower := 0
		for _, t := range tokens[s.First:s.Limit] {
			if r, _ := utf8.DecodeRuneInString(text[t.Start:]); unicode.IsLower(r) {
				lower++
			}
		}
		if lower*2 < s.Limit-s.First {
			continue // a heading tells little
		}
		for k, t := range tokens[s.First:s.Limit] {
			w := text[t.Start:t.End]
			r, n := utf8.DecodeRuneInString(w)
			if k == 0 || !unicode.IsLetter(r) || text[tokens[s.First+k-1].Start] == '"' {
				continue
			}
			h := low(w)
			f := seen[h]
			if f == nil {
				f = new(forms)
				seen[h] = f
			}
			switch {
			case unicode.IsLower(r):
				f.lower++
			case n < len(w) && upper(w):
				f.upper++
			default:
				f.title++
			}
		}
	}
}

func upper(w string) bool {
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

func (f *forms) class() lexicon.Case {
	n := f.lower + f.title + f.upper
	switch {
	case n < 2:
		return lexicon.CaseUnknown
	case f.upper*2 > n:
		return lexicon.CaseUpper
	case f.lower*100 >= n*95:
		return lexicon.CaseLower
	case f.lower*100 >= n*80:
		return lexicon.CaseMostLower
	case f.lower*100 >= n*20:
		return lexicon.CaseEither
	case f.lower*100 >= n*5:
		return lexicon.CaseMostTitle
	}
	return lexicon.CaseTitle
}
