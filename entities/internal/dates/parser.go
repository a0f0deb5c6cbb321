package dates

import "github.com/dateline-nlp/dateline"

// A parser reads expressions out of atoms. Every method that reads takes the index of its first atom; those that return an expr
// return one whose to is 0 where there is none, those that return an end return 0. No method looks further than a fixed number of
// atoms ahead, so the whole is linear.
type parser struct {
	text  string
	atoms []atom

	query   bool // what a user typed: no context, capitals not needed
	halving bool // what a half is of is being read, which is no half itself
}

var outside = atom{class: cBreak}

func (p *parser) at(i int) *atom {
	if i < 0 || i >= len(p.atoms) {
		return &outside
	}
	return &p.atoms[i]
}

func (p *parser) str(i int) string {
	a := p.at(i)
	return p.text[a.start:a.end]
}

// word reports whether atom i is the lower-case ASCII word s, in any case.
func (p *parser) word(i int, s string) bool {
	a := p.at(i)
	return int(a.end-a.start) == len(s) && a.class != cMark && a.class != cNum && equalFold(s, p.text[a.start:a.end])
}

// oneOf reports whether atom i is one of these lower-case words.
func (p *parser) oneOf(i int, words ...string) bool {
	for _, w := range words {
		if p.word(i, w) {
			return true
		}
	}
	return false
}

// any reports whether the class of atom i is one of these.
func (p *parser) any(i int, classes ...class) bool {
	c := p.at(i).class
	for _, k := range classes {
		if c == k {
			return true
		}
	}
	return false
}

// mark returns the code of the mark at i, 0 if it is none.
func (p *parser) mark(i int) rune {
	if a := p.at(i); a.class == cMark {
		return rune(a.num)
	}
	return 0
}

// glued reports whether no space stands before atom i, nor a break.
func (p *parser) glued(i int) bool {
	return i > 0 && p.at(i).flags&fSpace == 0 && p.at(i-1).class != cBreak
}

func (p *parser) is(i int, f uint16) bool { return p.at(i).flags&f != 0 }

// dot skips the full stop of an abbreviation.
func (p *parser) dot(i int) int {
	if p.mark(i) == '.' && p.glued(i) {
		return i + 1
	}
	return i
}

// comma skips a comma.
func (p *parser) comma(i int) int {
	if p.mark(i) == ',' {
		return i + 1
	}
	return i
}

// hyphen skips a hyphen or dash that touches both neighbours.
func (p *parser) hyphen(i int) int {
	if p.mark(i) == '-' && p.glued(i) && p.glued(i+1) {
		return i + 1
	}
	return i
}

// parse returns the expressions in p.atoms, in order.
func (p *parser) parse(out []expr) []expr {
	for i := 0; i < len(p.atoms); {
		if p.atoms[i].class <= cMark {
			if p.atoms[i].class != cMark || p.atoms[i].num != '\'' {
				i++
				continue
			}
		}
		if e := p.expr(i); e.ok() {
			out = append(out, e)
			i = e.to
			for t := p.rangeTail(&out[len(out)-1]); t.ok(); t = p.rangeTail(&out[len(out)-1]) {
				out = append(out, t)
				i = t.to
			}
			continue
		}
		i++
	}
	return out
}

// expr reads the expression that starts at atom i.
func (p *parser) expr(i int) expr {
	var e expr
	switch p.at(i).class {
	case cNum:
		e = p.numeral(i)
	case cCard, cFew, cCouple, cDozen, cMult, cHalf:
		e = p.count(i)
	case cA:
		if _, end := p.era(i); end > 0 {
			e = p.date(i) // A.D. 79
		} else if p.mark(i-1) != '-' || !p.glued(i) { // once-in-a-decade
			e = p.count(i)
		}
	case cLong:
		e = expr{from: i, to: i + 1, kind: kDuration, typ: dateline.TimexDuration, rule: ruleBare, qty: quantity{n: 1}, unit: grain(p.at(i).num)}
	case cApprox, cMore, cAt, cDuring, cUp, cNotYear:
		if e = p.approximate(i); !e.ok() && p.word(i, "more") && p.word(i+1, "recently") {
			e = p.vague(i + 1)
			e.from = i
		}
	case cMonth, cWeekday, cSeason, cHoliday, cOrd, cFiscal, cQ, cEra:
		e = p.date(i)
	case cNth:
		if p.is(i, fCap) && !p.glued(i) {
			e = p.date(i)
		}
	case cUnit:
		e = p.bareUnit(i)
	case cThe:
		e = p.the(i)
	case cThis, cThat, cLast, cSame, cRecent, cCurrent, cBefore:
		if !p.lastVerb(i) && (p.at(i).class != cBefore || p.prior(i)) {
			e = p.reference(i, i)
		}
	case cMod, cPartOf, cLater:
		e = p.modified(i)
	case cToday:
		e = p.today(i)
	case cPart:
		e = p.partOfDay(i)
	case cNow:
		e = p.vague(i)
	case cAge:
		e = p.age(i)
	case cFreq, cEvery, cPer:
		e = p.set(i)
	case cMark:
		e = p.date(i)
	case cRight:
		if p.word(i+1, "now") {
			e = p.vague(i + 1)
			e.from = i
		}
	}
	if e.ok() {
		e.from = max(e.from, i)
	}
	return e
}
