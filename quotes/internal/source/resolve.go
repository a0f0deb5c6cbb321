package source

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// A resolver turns phrases into speakers, and remembers who spoke and who was written about last.
type resolver struct {
	text    *clause.Text
	last    dateline.Speaker // who spoke last, or the subject of the last sentence
	person  dateline.Speaker // who spoke last and can be "he" or "she"
	spokeIn int              // sentence in which last spoke
	saidIn  int              // sentence in which person spoke
	guest   dateline.Speaker // the person met last outside the turns of an interview
	inTurn  bool             // the sentence at hand is part of a turn
}

// resolve is the speaker that phrase n of sentence si names.
func (r *resolver) resolve(n clause.NP, si int) dateline.Speaker {
	if !n.OK() {
		return dateline.Speaker{}
	}
	t := r.text
	sp := dateline.Speaker{Span: n.Span}
	it := &t.Items[n.Head]
	if n.Pronoun && t.Is(n.Head, "he", "she") {
		if p, ok := r.goesOn(n, si); ok {
			sp.Entity, sp.Name = p.Entity, p.Name
			return sp
		}
	}
	if it.Mention >= 0 {
		m := t.Doc.Mentions[it.Mention]
		if e := t.Doc.Entity(m.Entity); e != nil && sp.Span == m.Span {
			sp.Entity, sp.Name = m.Entity, e.Name
			return sp
		}
	}
	sp.Name = t.Text(n.Span)
	if n.Pronoun && t.Is(n.Head, "it", "they") {
		r.antecedent(&sp, n, si)
	}
	return sp
}

// antecedent gives "it" or "they" the name of the subject of the sentence before it: the campaign blamed what it called "A".
func (r *resolver) antecedent(sp *dateline.Speaker, n clause.NP, si int) {
	s := &r.text.Sentences[si]
	if n.First <= s.First+1 {
		// It said: the body that spoke in the sentence before
		e := r.text.Doc.Entity(r.last.Entity)
		if r.last.Known() && si-r.spokeIn <= 2 && (e == nil && r.last.Name != sp.Name || e != nil && e.Label != dateline.Person) {
			sp.Entity, sp.Name = r.last.Entity, r.last.Name
		}
		return
	}
	c := r.text.ClauseSubject(s.First, n.First)
	if !c.OK() || c.Pronoun || c.Limit > n.First {
		return
	}
	of := r.resolve(c, si)
	if e := r.text.Doc.Entity(of.Entity); e != nil && e.Label == dateline.Person && r.text.Is(n.Head, "they") &&
		r.text.Items[n.First-1].Is(cue.Coord) && r.text.Items[n.First-2].Mark == ',' {
		return // NAME told the council, and they said
	}
	if of.Known() {
		sp.Entity, sp.Name = of.Entity, of.Name
	}
}

// goesOn finds who "he" or "she" is that says something: who spoke in the sentences right before, unless the gender forbids it.
func (r *resolver) goesOn(n clause.NP, si int) (dateline.Speaker, bool) {
	p := r.person
	if !p.Known() || si-r.saidIn > 3 {
		return p, false
	}
	want := dateline.Male
	if r.text.Is(n.Head, "she") {
		want = dateline.Female
	}
	e := r.text.Doc.Entity(p.Entity)
	if e == nil {
		return p, false
	}
	return p, e.Label == dateline.Person && (e.Gender == want || e.Gender == dateline.GenderUnknown) && !r.another(p.Entity, si, want)
}

// another reports whether the sentences between the one in which p spoke and si name somebody else who can be "he" or "she", and
// not p.
func (r *resolver) another(p dateline.EntityID, si int, want dateline.Gender) bool {
	if si-r.saidIn < 2 {
		return false
	}
	found := false
	for i := r.text.Sentences[r.saidIn].Limit; i < r.text.Sentences[si].First; i++ {
		it := &r.text.Items[i]
		if it.Mention < 0 || it.Kind == clause.When {
			continue
		}
		id := r.text.Doc.Mentions[it.Mention].Entity
		if id == p {
			return false
		}
		if e := r.text.Doc.Entity(id); e != nil && it.Kind == clause.Name && e.Label == dateline.Person &&
			(e.Gender == want || e.Gender == dateline.GenderUnknown) {
			found = true
		}
	}
	return found
}

// spoke takes note of who said something in sentence si.
func (r *resolver) spoke(s dateline.Speaker, si int) {
	if !s.Known() {
		return
	}
	r.last, r.spokeIn = s, si
	r.met(s, si)
}

// met takes note of a person whom a later "he" or "she" may mean.
func (r *resolver) met(s dateline.Speaker, si int) {
	if e := r.text.Doc.Entity(s.Entity); e != nil && e.Label == dateline.Person {
		r.person, r.saidIn = s, si
		if !r.inTurn {
			r.guest = s
		}
	}
}

// read takes note of the subject of sentence si once its quotations are done.
func (r *resolver) read(si int) {
	s := &r.text.Sentences[si]
	switch r.text.Paras[s.Para].Kind {
	case dateline.SectionCaption, dateline.SectionCredit, dateline.SectionByline, dateline.SectionAuthor, dateline.SectionBoilerplate:
		return
	}
	for k := len(s.Frames) - 1; k >= 0; k-- {
		fr := &s.Frames[k]
		if fr.Animate && !fr.Passive && fr.Verb.Tier <= 2 && fr.Link != clause.ByNoun {
			if r.spokeIn != si || !r.last.Known() {
				r.spoke(r.resolve(fr.Subject, si), si)
			}
			return
		}
	}
	if r.spokeIn == si && r.last.Known() {
		return
	}
	n := r.text.ClauseSubject(s.First, s.Limit)
	if !n.OK() {
		return
	}
	it := &r.text.Items[n.Head]
	if n.Pronoun && r.last.Known() && si-r.spokeIn <= 2 && r.text.Is(n.Head, "he", "she", "they", "it") {
		return // more about who spoke before
	}
	if it.Kind == clause.Name || it.Kind == clause.Phrase || n.Pronoun || it.Is(cue.Role) {
		if sp := r.resolve(n, si); sp.Known() {
			r.last = sp
			r.met(sp, si)
		}
	}
}

// current is the speaker that a quotation without attribution belongs to.
func (r *resolver) current() (dateline.Speaker, bool) {
	return r.last, r.last.Known()
}
