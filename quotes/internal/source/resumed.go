package source

// Quotations that go on: over paragraphs, and behind an attribution that interrupts them.

import (
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// ownAttribution is a stretch that goes on from the paragraph before and is attributed anew: "A. / "B," NAME said.
func (f *finder) ownAttribution(si, q int) (Answer, bool) {
	if !f.Stretches[f.Items[q].Stretch].Continues {
		return Answer{}, false
	}
	return f.adjacentAfter(si, q)
}

// continued takes the speaker of the stretch that this one goes on with.
func (f *finder) continued(si, q int) (Answer, bool) {
	st := f.Stretches[f.Items[q].Stretch]
	if !st.Continues || len(f.out) == 0 {
		return Answer{}, false
	}
	prev := f.out[len(f.out)-1]
	if prev.Stretch < 0 || f.Stretches[prev.Stretch].Para != st.Para-1 {
		return Answer{}, false
	}
	return Answer{Rule: "continued", Frame: -1, Speaker: carry(prev.Speaker), Joined: true}, true
}

// resumed is "A," NAME said, "B" and "A," NAME said. "B."
func (f *finder) resumed(si, q int) (Answer, bool) {
	if len(f.out) == 0 {
		return Answer{}, false
	}
	prev := f.out[len(f.out)-1]
	s := &f.Sentences[si]
	if prev.Sentence == si && prev.Frame >= 0 && f.used[[2]int{si, prev.Frame}] {
		fr := &s.Frames[prev.Frame]
		end := max(fr.Limit, fr.Subject.Limit)
		if end <= q && (f.bridge(end, q) || fr.Link == clause.ByInversion && f.explains(s, end, q)) {
			return Answer{Rule: "interrupted", Cue: fr.Span, Frame: prev.Frame, Speaker: prev.Speaker, Joined: true}, true
		}
	}
	if prev.Sentence == si-1 && q == s.First && s.Para == f.Sentences[si-1].Para && !prev.Embedded && f.standsAlone(s, q) {
		return Answer{Rule: "interrupted", Cue: prev.Cue, Frame: -1, Speaker: prev.Speaker, Joined: !prev.Mixed}, true
	}
	if prev.Sentence == si-1 && q == s.First && s.Para == f.Sentences[si-1].Para && !prev.Embedded && f.words(q) >= 6 && f.lastByte(q) != ',' {
		if _, ok := f.inClause(si, q); !ok {
			return Answer{Rule: "carried", Frame: -1, Speaker: prev.Speaker, Mixed: true}, true // "A," NAME said. "B" to go on.
		}
	}
	return Answer{}, false
}

// explains reports whether items i to q tell more of who spoke, up to a comma or a full stop: said NAME, who lives there, "B".
func (f *finder) explains(s *clause.Sentence, i, q int) bool {
	last := &f.Items[q-1]
	if q-i > 30 || last.Mark != ',' && f.Doc.Text[last.End-1] != '.' {
		return false
	}
	for ; i < q-1; i++ {
		if f.Items[i].Kind == clause.Quote || f.Items[i].Mark == ';' {
			return false
		}
	}
	for k := range s.Frames {
		if g := &s.Frames[k]; g.Cue > i && g.Cue < q && g.Verb.Tier == 1 {
			return false
		}
	}
	return true
}

// bridge reports whether only the time, the place and marks stand between an attribution and the quotation it interrupts.
func (f *finder) bridge(i, q int) bool {
	if i == q {
		return true
	}
	last := &f.Items[q-1]
	if last.Mark != ',' && last.Mark != ':' && last.Mark != '-' && !(last.Mark == ';' && i == q-1) && !last.Is(cue.Coord) && !last.Is(cue.That) {
		return false
	}
	for ; i < q-1; i++ {
		if f.Items[i].Kind == clause.Quote || f.Items[i].Mark == ';' || f.Finite(i) {
			return false
		}
	}
	return true
}

// standsAlone reports whether the sentence is the quotation at q and marks.
func (f *finder) standsAlone(s *clause.Sentence, q int) bool {
	for i := s.First; i < s.Limit; i++ {
		if i != q && f.Items[i].Kind != clause.Punct && f.Items[i].Kind != clause.Paren {
			return false
		}
	}
	return true
}
