package report

import (
	"strings"

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
	case f.Items[i].Is(cue.To) && fm&cue.Clause != 0 && fm&cue.Thought == 0, f.Is(i, "as") && fm&(cue.As|cue.Clause) != 0 &&
		fr.Link == clause.ByAgent:
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
	if fr.First == s.First { // Described as C by NAME, X fell
		r := Report{Content: f.span(i, stop), Rule: "passive", first: -1}
		return r, len(r.Content) > 0
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

// tribunal reports whether frame k is what a court or an inquest was told: the court heard that C; C, the jury was told.
func (f *finder) tribunal(s *clause.Sentence, k int) bool {
	fr := &s.Frames[k]
	if fr.Verb.Lemma != "hear" && !(fr.Passive && f.Is(fr.Cue, "told") && fr.Link != clause.ByAgent) || fr.Unreal {
		return false
	}
	n := fr.Subject
	if fr.Passive {
		n, _ = f.SubjectBefore(s.First, fr.First)
	}
	if !n.OK() || n.Head >= fr.First {
		return false
	}
	return f.Is(n.Head, "court", "jury", "jurors", "inquest", "tribunal", "hearing", "inquiry", "trial", "magistrates") ||
		f.Is(n.Limit-1, "court", "jury", "inquest", "tribunal", "hearing", "inquiry", "trial") ||
		f.Items[n.Head].Kind == clause.Name && strings.HasSuffix(f.String(n.Head), "Court")
}

// heard is the clause that a court heard, before or behind the attribution. Nobody is named who said it.
func (f *finder) heard(s *clause.Sentence, k int) (Report, bool) {
	fr := &s.Frames[k]
	n := fr.Subject
	if fr.Passive {
		n, _ = f.SubjectBefore(s.First, fr.First)
	}
	i := fr.Limit
	if i >= s.Limit || f.ends(s, i) && f.Items[i].Kind != clause.When {
		comma := n.First - 1
		if comma <= s.First || f.Items[comma].Mark != ',' || f.Items[comma-1].Kind == clause.Quote {
			return Report{}, false
		}
		start := f.clauseStart(s, k, comma)
		return Report{Content: f.span(start, comma), Rule: "heard", Unnamed: true, first: -1}, f.Main(start, comma) || f.pastIn(start, comma)
	}
	if f.Items[i].Kind == clause.Word && f.Items[i].Is(cue.That) {
		i++
	} else if !f.clauseAt(s, i) {
		return Report{}, false
	}
	r, ok := f.report(s, k, i, "heard")
	r.Unnamed = true
	return r, ok
}

// askedOff reports whether frame k is a question by somebody who is not named: Asked whether C, NAME left.
func (f *finder) askedOff(s *clause.Sentence, k int) bool {
	fr := &s.Frames[k]
	if fr.Link != clause.NoLink || fr.First != fr.Cue || fr.Limit+2 >= s.Limit || !f.Is(fr.Cue, "asked", "pressed", "questioned") {
		return false
	}
	if !f.Is(fr.Limit, "whether", "if", "why", "how", "what", "who", "when", "where") {
		return false
	}
	return fr.First == s.First || f.Is(fr.First-1, "when") || f.Items[fr.First-1].Mark == ','
}
