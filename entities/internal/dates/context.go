package dates

import "github.com/dateline-nlp/dateline"

// Tenses of the words around an expression.
const (
	tensePast   = -1
	tenseOpen   = 0
	tenseFuture = 1
)

const tenseReach = 14 // atoms looked at on either side

// tense looks for the nearest cue of a past or future around e: first to the left within the sentence, then to the right.
func (p *parser) tense(e *expr) int {
	if b := p.at(e.from - 1); b.class == cSince || b.class == cOf && p.word(e.from-2, "as") {
		return tensePast
	}
	if p.word(e.from-1, "through") {
		return tenseFuture
	}
	for i := e.from - 1; i >= 0 && i >= e.from-tenseReach; i-- {
		if t := p.cue(i); t != tenseOpen {
			return t
		}
		if a := p.at(i); a.class == cBreak || a.flags&fSent != 0 || a.class == cMark && (a.num == ';' || a.num == '"') {
			break
		}
	}
	for i := e.to; i < e.to+tenseReach; i++ {
		a := p.at(i)
		if a.class == cBreak || a.flags&fSent != 0 || a.class == cMark && (a.num == ';' || a.num == '"') {
			break
		}
		if t := p.cue(i); t != tenseOpen && !(a.class == cTo || a.class == cUntil) {
			return t
		}
	}
	return tenseOpen
}

// cue returns the tense that atom i speaks for.
func (p *parser) cue(i int) int {
	a := p.at(i)
	if p.mark(i-1) == '-' && p.glued(i) {
		return tenseOpen // centre-left
	}
	switch a.class {
	case cFuture:
		if p.word(i, "ll") && p.mark(i-1) != '\'' {
			return tenseOpen
		}
		return tenseFuture
	case cPlan, cUntil:
		if p.word(i-1, "been") && p.word(i-2, "had") {
			return tensePast
		}
		return tenseFuture
	case cBy:
		return tenseOpen
	case cPast:
		return p.participle(i)
	case cTo:
		if p.word(i, "to") && p.word(i+1, "be") {
			return tenseFuture
		}
	case cWord:
		if a.flags&fCap == 0 && a.size > 4 && p.text[a.end-1] == 'd' && p.text[a.end-2] == 'e' {
			return p.participle(i)
		}
	}
	return tenseOpen
}

// participle is the tense of a past form; after "be", with an adverb between at most, it is a passive that lies ahead: "will be
// formally inducted", "to be announced".
func (p *parser) participle(i int) int {
	if p.word(i-1, "be") || p.word(i-2, "be") || p.word(i-1, "to") || p.at(i-1).class == cFuture {
		return tenseFuture
	}
	return tensePast
}

// isNarrative reports whether a text tells of times long past: many dates with years before the publication, and few words
// that tie it to the day of publication; mixed, if there are some.
func (p *parser) isNarrative(es []expr, pub point) (narrative, mixed bool) {
	old, near := 0, 0
	for i := range es {
		e := &es[i]
		switch {
		case e.kind == kCalendar && e.year == yearGiven:
			if pub.g != noGrain && e.y >= pub.y-1 {
				near++
			} else {
				old++
			}
		case e.kind == kUnit && e.anchor == fromPublication, e.rule == ruleWeekday && e.typ == dateline.TimexDate, e.rule == ruleAgo:
			near++
		}
	}
	return old >= 6 && old > 4*near, old >= 6 && old > near
}

// attacks reports whether atom i goes on after "September 11" with the event of 2001.
func (p *parser) attacks(i int) bool {
	return p.oneOf(i, "attack", "attacks", "terror", "terrorist", "hijackers", "hijackings")
}

// pastIn reports whether a past form stands right before "in" and e: "was built in March" is no March to come.
func (p *parser) pastIn(e *expr) bool {
	return p.at(e.from-1).class == cIn && p.cue(e.from-2) == tensePast
}
