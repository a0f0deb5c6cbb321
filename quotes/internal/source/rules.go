package source

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// dash is "A" - NAME, with the attribution last in its sentence or in the next line.
func (f *finder) dash(si, q int) (Answer, bool) {
	s := &f.Sentences[si]
	if q+2 < s.Limit && f.Items[q+1].Mark == '-' && s.Limit-q <= 14 && !f.HasFinite(q+2, s.Limit) {
		if n := f.PhraseAt(q+2, s.Limit); n.OK() && f.named(n) {
			return Answer{Rule: "dash", Cue: f.Items[q+1].Span, Frame: -1, Speaker: f.who.resolve(n, si)}, true
		}
	}
	if q+1 >= s.Limit && si+1 < len(f.Sentences) && f.standsAlone(s, q) {
		n := &f.Sentences[si+1]
		if f.Items[n.First].Mark == '-' && n.Limit-n.First <= 12 && n.First+1 < n.Limit {
			if np := f.PhraseAt(n.First+1, n.Limit); np.OK() && f.named(np) {
				return Answer{Rule: "dash", Cue: f.Items[n.First].Span, Frame: -1, Speaker: f.who.resolve(np, si)}, true
			}
		}
	}
	return Answer{}, false
}

// labelled is Polls agree - NAME: "A" and NAME: "A", the name right before the colon.
func (f *finder) labelled(si, q int) (Answer, bool) {
	s := &f.Sentences[si]
	name := q - 2
	if name < s.First || f.Items[q-1].Mark != ':' || f.Items[name].Kind != clause.Name {
		return Answer{}, false
	}
	for name > s.First && f.Items[name-1].Kind == clause.Word && f.Items[name-1].Any(1<<cue.Honorific|1<<cue.Role) {
		name--
	}
	if name > s.First && f.Items[name-1].Mark != '-' {
		return Answer{}, false
	}
	n := f.PhraseAt(name, q-1)
	return Answer{Rule: "colon", Cue: f.Items[q-1].Span, Frame: -1, Speaker: f.who.resolve(n, si)}, n.OK()
}

// named reports whether a phrase names somebody, or somebody's role.
func (f *finder) named(n clause.NP) bool {
	it := &f.Items[n.Head]
	return it.Kind == clause.Name || it.Kind == clause.Phrase || it.Is(cue.Role)
}

// colon is NAME: "A" and NAME on his plans: "A", without a verb of saying.
func (f *finder) colon(si, q int) (Answer, bool) {
	s := &f.Sentences[si]
	if q == s.First && q+3 < s.Limit && f.Items[q+1].Mark == ':' && f.Paras[s.Para].Kind == dateline.SectionHeadline && f.words(q) >= 3 {
		// 'A': residents fight for trees
		limit := s.Limit
		if f.Items[q+2].Kind == clause.Word && f.Items[q+2].Is(cue.Role) {
			limit = q + 3 // residents pack meeting: of the verb nothing can be told
		}
		n := f.PhraseAt(q+2, limit)
		if it := &f.Items[max(n.Head, 0)]; n.OK() && (it.Is(cue.Role) || it.Kind == clause.Phrase ||
			it.Kind == clause.Name && f.labelOf(n.Head) != dateline.Place) {
			return Answer{Rule: "colon", Cue: f.Items[q+1].Span, Frame: -1, Speaker: f.who.resolve(n, si)}, true
		}
	}
	if q-1 > s.First && f.Items[q-1].Mark == ':' {
		for k := len(s.Frames) - 1; k >= 0; k-- {
			if fr := &s.Frames[k]; fr.Limit < q && fr.Animate && !fr.Passive && fr.Verb.Tier <= 1 && fr.Link != clause.ByNoun {
				return f.frame(si, k, "colon")
			}
		}
		n := f.ClauseSubject(s.First, q-1)
		if n.OK() {
			return Answer{Rule: "colon", Cue: f.Items[q-1].Span, Frame: -1, Speaker: f.who.resolve(n, si)}, true
		}
	}
	if q != s.First || si == 0 || !f.standsAlone(s, q) {
		return Answer{}, false
	}
	p := &f.Sentences[si-1]
	if f.Items[p.Limit-1].Mark != ':' {
		return Answer{}, false
	}
	for k := len(p.Frames) - 1; k >= 0; k-- {
		if fr := &p.Frames[k]; fr.Animate && !fr.Passive && fr.Verb.Tier <= 2 && fr.Link != clause.ByHeading {
			return Answer{Rule: "colon", Cue: fr.Span, Frame: -1, Speaker: f.who.resolve(fr.Subject, si-1)}, true
		}
	}
	if n := f.ClauseSubject(p.First, p.Limit-1); n.OK() {
		return Answer{Rule: "colon", Cue: f.Items[p.Limit-1].Span, Frame: -1, Speaker: f.who.resolve(n, si-1)}, true
	}
	return Answer{}, false
}

// inClause is NAME said the plan was "A" and wrong: the last frame before the quotation whose clause reaches it.
func (f *finder) inClause(si, q int) (Answer, bool) {
	s := &f.Sentences[si]
	for k := len(s.Frames) - 1; k >= 0; k-- {
		fr := &s.Frames[k]
		impersonal := fr.Passive && fr.First > s.First && f.Is(fr.First-1, "it") // it was reported that
		if fr.Limit > q || fr.Verb.Tier > 2 || fr.Link == clause.NoLink && !impersonal {
			continue
		}
		if fr.Passive && fr.Link != clause.ByAgent && !impersonal || f.used[[2]int{si, k}] || !f.reaches(s, fr, q) {
			continue
		}
		if f.governed(s, k) {
			continue
		}
		a, ok := f.frame(si, k, "clause-quote")
		a.Embedded = true
		return a, ok
	}
	return Answer{}, false
}

// reaches reports whether the clause that fr governs goes as far as item q.
func (f *finder) reaches(s *clause.Sentence, fr *clause.Frame, q int) bool {
	for i := fr.Limit; i < q; i++ {
		it := &f.Items[i]
		if it.Mark == ';' {
			return false
		}
		if it.Mark == ',' && i+1 < q && f.Is(i+1, "while", "but", "although", "whereas") {
			return false
		}
	}
	return true
}

// clauseAfter is The plan was "A", NAME said.
func (f *finder) clauseAfter(si, q int) (Answer, bool) {
	s := &f.Sentences[si]
	for k := range s.Frames {
		fr := &s.Frames[k]
		if fr.First <= q || fr.Passive || fr.Verb.Tier > 2 || fr.Link == clause.NoLink || fr.Link == clause.ByNoun {
			continue
		}
		first := fr.First
		if fr.Link == clause.BySubject || fr.Link == clause.ByApposition {
			first = fr.Subject.First
		} else if fr.Link != clause.ByAccording && fr.Link != clause.ByInversion {
			continue
		}
		if first-1 > q && (f.Items[first-1].Mark == ',' || f.Items[first-1].Kind == clause.Quote && f.lastByte(first-1) == ',' ||
			fr.Link == clause.ByAccording) {
			f.used[[2]int{si, k}] = true
			a, ok := f.frame(si, k, "clause-quote-after")
			a.Embedded = true
			return a, ok
		}
	}
	return Answer{}, false
}

// alone finds the speaker of a quotation that is a whole sentence: somebody who spoke before it.
func (f *finder) alone(si, q int) (Answer, bool) {
	s := &f.Sentences[si]
	if !f.standsAlone(s, q) || si == 0 {
		return Answer{}, false
	}
	if f.words(q) < 3 {
		return Answer{}, false
	}
	rule := "carried"
	if f.Sentences[si-1].Para != s.Para {
		rule = "carried-paragraph"
	}
	sp, ok := f.who.current()
	if !ok {
		return Answer{}, false
	}
	if before := max(s.Para-1, 0); sp.Span.Start < f.Paras[before].Start {
		sp = carry(sp) // named too far above
	}
	return Answer{Rule: rule, Frame: -1, Speaker: sp}, true
}

// narrated is a long fragment in a sentence without a verb of saying, about the one who spoke before.
func (f *finder) narrated(si, q int) (Answer, bool) {
	s := &f.Sentences[si]
	if f.words(q) < 6 || f.standsAlone(s, q) {
		return Answer{}, false
	}
	n := f.ClauseSubject(s.First, s.Limit)
	if !n.OK() {
		return Answer{}, false
	}
	return Answer{Rule: "narrated", Frame: -1, Speaker: f.who.resolve(n, si), Embedded: true}, true
}

// words counts the words of the quotation at item q.
func (f *finder) words(q int) int {
	text := f.Text.Text(f.Stretches[f.Items[q].Stretch].Inner)
	n, in := 0, false
	for i := 0; i < len(text); i++ {
		c := text[i]
		w := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80 || in && (c == '\'' || c == '-')
		if w && !in {
			n++
		}
		in = w
	}
	return n
}
