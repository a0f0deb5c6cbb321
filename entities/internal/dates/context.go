package dates

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// Tenses of the words around an expression.
const (
	tensePast   = -1
	tenseOpen   = 0
	tenseFuture = 1
)

const tenseReach = 14 // atoms looked at on either side

// tense looks for the nearest cue of a past or future around e: first to the left within the sentence, then to the right.
func (p *parser) tense(e *expr) int {
	b := p.at(e.from - 1)
	switch {
	case p.over(e), b.class == cOf && p.word(e.from-2, "as"):
		return tensePast
	case b.class == cUntil, p.word(e.from-1, "through"):
		return p.limit(e)
	case p.beforeHour(e.from-1) >= 0 && p.putOff(p.beforeHour(e.from-1)-1):
		return tenseFuture
	case p.word(e.from-1, "as") && p.oneOf(e.from-2, "early", "soon") && p.word(e.from-3, "as"):
		return tenseFuture
	case p.oneOf(e.from-1, "starting", "beginning", "commencing") && p.cueLeft(e) != tensePast:
		return tenseFuture
	}
	if t, ok := p.weekdayTense(e); ok {
		return t
	}
	if t := p.cueLeft(e); t != tenseOpen {
		return t
	}
	if t := p.cueRight(e); t != tenseOpen || e.wd == 0 && b.class != cBy {
		return t
	}
	return p.purpose(e)
}

// over reports whether e is over by the words before it: "since March", "in the year to March", "back in March".
func (p *parser) over(e *expr) bool {
	if p.at(e.from-1).class == cIn && p.word(e.from-2, "back") {
		return !p.oneOf(e.from-3, "be", "is", "are", "come", "comes", "coming", "get", "go", "goes", "going", "bring", "move", "due") && p.cueLeft(e) != tenseFuture && !p.maybe(e.from-3)
	}
	return p.at(e.from-1).class == cSince || p.word(e.from-1, "to") && p.at(e.from-2).class == cUnit && grain(p.at(e.from-2).num) >= month
}

// maybe reports whether atom i or one shortly before it tells that what follows may happen: "may call them back in May".
func (p *parser) maybe(i int) bool {
	for k := i; k > i-4 && !p.clauseEnd(k); k-- {
		if p.oneOf(k, "may", "might", "can", "must", "should") {
			return true
		}
	}
	return false
}

// purpose is the tense of a weekday, or of what "by" limits, after an infinitive, where nothing else speaks: "agrees to free them on
// Monday", "to step down by March".
func (p *parser) purpose(e *expr) int {
	for i := e.from - 1; i >= 0 && i >= e.from-8 && p.at(i).class != cMark && !p.clauseEnd(i); i-- {
		if p.word(i, "to") && p.any(i+1, cWord, cPartOf) && !p.is(i+1, fCap) {
			return tenseFuture
		}
	}
	return tenseOpen
}

// cueLeft returns the tense of the nearest cue before e in its sentence.
func (p *parser) cueLeft(e *expr) int {
	for i := e.from - 1; i >= 0 && i >= e.from-tenseReach; i-- {
		if t := p.cue(i); t != tenseOpen {
			return t
		}
		if p.clauseEnd(i) || p.is(i, fSent) {
			break
		}
	}
	return tenseOpen
}

// cueRight returns the tense of the nearest cue behind e in its sentence.
func (p *parser) cueRight(e *expr) int {
	for i := e.to; i < e.to+tenseReach; i++ {
		if p.clauseEnd(i) || p.is(i, fSent) {
			break
		}
		if t := p.cue(i); t != tenseOpen && !p.any(i, cTo, cUntil) && !(p.at(i).class == cWord && p.at(i-1).class == cAnd) {
			return t
		}
	}
	return tenseOpen
}

// clauseEnd reports whether no cue counts beyond atom i.
func (p *parser) clauseEnd(i int) bool {
	a := p.at(i)
	return a.class == cBreak || a.class == cMark && (a.num == ';' || a.num == '"')
}

// limit is the tense of "until" and "through" before e: a future, but for what had a limit that is over: "they had until Thursday",
// "he had meant to vote yes until Tuesday", "Until Thursday, they had not called".
func (p *parser) limit(e *expr) int {
	i := e.from - 1
	if p.is(i, fSent) {
		if p.cueRight(e) == tensePast {
			return tensePast
		}
		return tenseFuture
	}
	for ; i >= 0 && i >= e.from-tenseReach && !p.clauseEnd(i); i-- {
		if p.oneOf(i, "had", "did", "didn") || p.lasted(i) {
			return tensePast
		}
		if p.is(i, fSent) || p.at(i).class == cFuture {
			break
		}
	}
	return tenseFuture
}

// beforeHour returns the place of the "to" before an expression that has i before it, and perhaps an hour: "to Friday", "to 6 a.m. on
// Friday"; less than 0 where there is none.
func (p *parser) beforeHour(i int) int {
	if p.word(i, "on") {
		for k := 0; k < 5 && (p.at(i-1).class == cNum || p.at(i-1).class == cMark || p.oneOf(i-1, "am", "pm", "a", "p", "m", "noon", "midnight")); k++ {
			i--
		}
		i--
	}
	if p.word(i, "to") {
		return i
	}
	return -1
}

// putOff reports whether a verb that puts off or moves what is planned stands at i or shortly before it: "moves to Tuesday",
// "was postponed from Monday to Friday", "extended its warning for wind to Friday"; not what had been.
func (p *parser) putOff(i int) bool {
	for k := i; k > i-8 && !p.clauseEnd(k) && !p.is(k+1, fSent); k-- {
		if p.oneOf(k, "extended", "extends", "prolonged") || k > i-5 &&
			p.oneOf(k, "moves", "moved", "postponed", "delayed", "rescheduled", "pushed", "shifted", "adjourned", "deferred") {
			return !p.word(k-1, "had") && !p.word(k-2, "had")
		}
	}
	return false
}

// lasted reports whether atom i is the past form of a verb that goes on: what was held or ran until Tuesday has ended.
func (p *parser) lasted(i int) bool {
	return p.oneOf(i, "held", "kept", "ran", "stayed", "remained", "continued", "lasted", "lived", "worked", "waited", "served", "ruled", "fought", "survived") &&
		!p.oneOf(i-1, "be", "is", "are", "was", "were", "been")
}

// weekdayTense knows what stands right beside the name of a day: a past form behind it has it for its own ("scheduled for Wednesday were
// held", "on Sunday issued"); what is Wednesday's has mostly happened, unless it is still ahead ("before Sunday's concert").
func (p *parser) weekdayTense(e *expr) (t int, ok bool) {
	if e.wd == 0 || e.d != 0 {
		return tenseOpen, false
	}
	if p.mark(e.to) == '\'' && p.glued(e.to) && p.word(e.to+1, "s") && p.glued(e.to+1) {
		if p.any(e.from-1, cIn, cAt) && p.willBefore(e.from-1) {
			return tenseFuture, true // he will play in Sunday's game
		}
		if p.at(e.from-1).class == cBefore || p.at(e.from-1).class == cOf && p.word(e.from-2, "ahead") {
			return tenseFuture, p.cueLeft(e) != tensePast
		}
		if p.programme(e.to + 2) {
			return tenseFuture, true
		}
		return tensePast, true
	}
	return tensePast, p.cue(e.to) == tensePast && !p.any(e.to, cTo, cUntil)
}

// willBefore reports whether "will" or its like stands shortly before atom i in its clause.
func (p *parser) willBefore(i int) bool {
	for k := i - 1; k > i-6 && !p.clauseEnd(k) && p.mark(k) != ','; k-- {
		if p.at(k).class == cFuture && !p.word(k, "would") && p.cue(k) == tenseFuture {
			return true
		}
	}
	return false
}

// programme reports whether what is a day's, named from atom i on, is said to be still to come: "Sunday's race starts at 2pm",
// "Thursday's meeting will be held".
func (p *parser) programme(i int) bool {
	for k := i; k < i+5 && p.any(k, cWord, cNum, cOf); k++ {
		if p.oneOf(k+1, "starts", "begins", "opens") || p.oneOf(k+1, "kicks", "tips", "takes", "gets") && p.arranged(k+2) {
			return true
		}
		if p.word(k+1, "will") {
			return p.word(k+2, "take") || p.oneOf(k+2, "decide", "see", "feature", "start", "begin", "open") || p.word(k+2, "be") && p.oneOf(k+3, "held", "broadcast", "played")
		}
	}
	return false
}

// cue returns the tense that atom i speaks for.
func (p *parser) cue(i int) int {
	a := p.at(i)
	if p.mark(i-1) == '-' && p.glued(i) {
		return tenseOpen // centre-left
	}
	switch a.class {
	case cFuture:
		if p.word(i, "ll") && p.mark(i-1) != '\'' || p.word(i, "must") && p.word(i+1, "have") {
			return tenseOpen
		}
		return tenseFuture
	case cPlan, cUntil:
		return p.plan(i)
	case cBy:
		return tenseOpen
	case cToday:
		if a.num == 1 {
			return tenseFuture
		}
	case cPast:
		return p.participle(i)
	case cTo:
		if p.word(i+1, "be") && p.at(i-1).class != cPlan && p.cue(i-1) == tensePast {
			return tenseOpen // found to be
		}
		if p.word(i, "to") && (p.word(i+1, "be") || p.oneOf(i-1, "is", "are") && p.at(i+1).class == cWord && !p.is(i+1, fCap)) {
			return tenseFuture // is to meet
		}
	case cWord:
		if p.timetable(i) {
			return tenseFuture // Brazil plays Peru on Sunday
		}
		if a.flags&fCap == 0 && a.size > 4 && p.text[a.end-1] == 'd' && p.text[a.end-2] == 'e' && !p.any(i-1, cOf, cThe, cA) && !p.oneOf(i-1, "is", "are") {
			return p.participle(i)
		}
	}
	return tenseOpen
}

// plan is the tense of a word of planning: the past, where the plan is over ("had been due", "the originally planned launch"), none,
// where the word is none of planning ("due to a landslide", "set a record", "announced the plan").
func (p *parser) plan(i int) int {
	switch {
	case p.word(i-1, "had"), p.oneOf(i-1, "been", "originally", "previously", "initially", "earlier") && p.word(i-2, "had"):
		return tensePast
	case p.oneOf(i-1, "originally", "previously", "initially"):
		return tensePast
	case p.oneOf(i-1, "it", "he", "she", "they", "we", "i") && p.text[p.at(i).end-1] == 'd':
		return tensePast // it predicted
	case p.word(i, "due") && p.word(i+1, "to") && !p.verbAfter(i+1):
		return tenseOpen
	case p.word(i, "set") && p.any(i+1, cMonth, cNum):
		return tenseOpen // set August 8 as the date
	case p.word(i, "set") && !p.any(i+1, cTo, cFor) && !p.oneOf(i-1, "is", "are", "was", "were", "be", "been"):
		return tensePast
	case p.oneOf(i, "plan", "plans") && (p.any(i-1, cThe, cA, cThis) || p.oneOf(i-1, "his", "her", "its", "their")):
		return tenseOpen
	}
	return tenseFuture
}

// timetable reports whether the word at i is the present form of a verb that tells what is arranged: with a day, it is still ahead.
func (p *parser) timetable(i int) bool {
	switch c := p.text[p.at(i).end-1]; {
	case p.is(i, fCap):
		return false
	case c == 's':
		return p.oneOf(i, "meets", "plays", "faces", "hosts", "resumes", "reopens", "ends", "visits", "travels", "debates", "returns", "airs", "premieres",
			"reconvenes", "departs", "runs") || p.oneOf(i, "takes", "comes", "goes", "heads", "kicks", "tips", "gets") && p.arranged(i+1)
	case p.oneOf(i, "meet", "play", "face", "host", "resume", "visit", "reopen", "reconvene", "travel", "return"):
		return p.presentPlural(i)
	}
	return p.oneOf(i, "take", "come", "go", "head", "kick") && p.presentPlural(i) && p.arranged(i+1)
}

// arranged reads what makes an arrangement of a short verb before i: "takes effect", "goes on sale", "head to the polls", "kicks off".
func (p *parser) arranged(i int) bool {
	switch {
	case p.oneOf(i, "effect", "place", "off", "underway"), p.word(i, "under") && p.word(i+1, "way"):
		return true
	case p.word(i, "to") && p.is(i+1, fCap):
		return true // goes to Ohio
	case p.oneOf(i, "into", "on", "to"):
		return p.oneOf(i+1, "force", "effect", "sale", "trial", "air") || p.word(i+1, "the") && p.word(i+2, "polls")
	}
	return false
}

// presentPlural guesses that the word at i is a verb of several: "Brazil and Peru meet on Sunday", not "a meet", "to face".
func (p *parser) presentPlural(i int) bool {
	if p.is(i-1, fSent) && p.at(i-1).class == cWord && strings.HasSuffix(p.str(i-1), "s") {
		return true // Talks resume
	}
	if p.at(i-1).class == cAnd {
		return p.is(i+1, fCap) || p.word(i+1, "to") && p.is(i+2, fCap) // and travel to Leeds
	}
	return p.plural(i-1) || p.is(i-1, fCap) && !p.is(i-1, fSent) || p.mark(i-1) == ',' && p.is(i+1, fCap) || p.word(i-1, "they")
}

// verbAfter guesses that "due to" at i goes on with a verb: what announces a noun is an article, adjective or pronoun.
func (p *parser) verbAfter(i int) bool {
	a := p.at(i + 1)
	return a.class == cWord && a.flags&fCap == 0 && p.oneOf(i-2, "is", "are", "was", "were", "be", "been", "not", "also", "now")
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

// pastIn reports whether a past form stands right before "in" or "on" and e: "was built in March" is no March to come.
func (p *parser) pastIn(e *expr) bool {
	return p.any(e.from-1, cIn, cOn) && p.cue(e.from-2) == tensePast && !p.oneOf(e.from-3, "is", "are")
}
