package report

import (
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// passive is X was said to C, X was described by NAME as C, and X was told to C. In the first two the subject belongs to what is
// said; in the last it is who hears it.
func (f *finder) passive(s *clause.Sentence, k int) (Report, bool) {
	fr := &s.Frames[k]
	i := fr.Limit
	if fr.Link == clause.ByAgent && fr.Subject.First <= i+1 {
		i = fr.Subject.Limit
	}
	if fr.Link == clause.ByAgent {
		for j := fr.Subject.First + 1; j < fr.Subject.Limit; j++ {
			if f.Is(j, "as") {
				i = j // reported by the press as C
				break
			}
		}
	}
	for i < s.Limit && (f.Items[i].Kind == clause.When || f.Items[i].Kind == clause.Word && f.Items[i].Class == 1<<cue.Adverb) {
		i++
	}
	if i+1 >= s.Limit || f.Items[i].Kind != clause.Word {
		return Report{}, false
	}
	fm := fr.Verb.Frame
	switch {
	case f.Items[i].Is(cue.To) && (fm&cue.Order != 0 || f.Is(fr.Cue, "told")):
		return f.report(s, k, i, "name-verb-order")
	case f.Items[i].Is(cue.To) && fm&cue.Clause != 0 && fm&cue.Thought == 0, f.Is(i, "as") && fm&(cue.As|cue.Clause) != 0 && fr.Link == clause.ByAgent:
	default:
		return Report{}, false
	}
	stop := f.rightBorder(s, k, i)
	if fr.Link == clause.ByAgent && fr.Subject.First > i {
		for j := i; j < stop; j++ {
			if f.Is(j, "by") && j+1 == fr.Subject.First {
				stop = j // was described as C by NAME
			}
		}
	}
	lo := s.First
	if fr.First == fr.Cue { // a pattern described by NAME as C
		for lo = fr.First - 1; lo > s.First && f.Items[lo-1].Mark != ',' && !f.Is(lo-1, "with"); lo-- {
		}
	}
	n, _ := f.SubjectBefore(lo, fr.First)
	if !n.OK() || n.Limit > fr.First {
		return Report{}, false
	}
	r := Report{Content: f.span(n.First, n.Limit), Rule: "passive", first: -1}
	r.Content = append(r.Content, f.span(i, stop)...)
	return r, len(r.Content) == 2
}

// which is which NAME said C, what NAME called C: the pronoun is part of what is said.
func (f *finder) which(s *clause.Sentence, k int) (Report, bool) {
	fr := &s.Frames[k]
	rel := fr.Subject.First - 1
	if fr.Link != clause.BySubject || rel < s.First || fr.Limit >= s.Limit || !f.Is(rel, "which", "what", "who", "whom", "that") {
		return Report{}, false
	}
	fm, i := fr.Verb.Frame, fr.Limit
	switch {
	case f.Items[i].Kind == clause.Quote:
		if fm&(cue.Name|cue.As) == 0 {
			return Report{}, false
		}
	case fm&cue.Name != 0 && i+1 < s.Limit && f.Is(i, "a", "an", "the") || fm&cue.As != 0 && f.Is(i, "as"):
	case f.Is(i, "to") && fm&cue.Clause != 0 && f.Is(min(i+1, s.Limit-1), "be", "have"):
	case fm&cue.Clause != 0 && fm&cue.Thought == 0 && f.Finite(i) && !f.Is(rel, "that"):
	default:
		return Report{}, false
	}
	r := Report{Content: f.span(rel, rel+1), Rule: "which-name-verb", first: -1}
	r.Content = append(r.Content, f.span(i, f.rightBorder(s, k, i))...)
	return r, len(r.Content) == 2
}
