package dates

import "strings"

// A quantity is how many units: a number, perhaps with a half, or left open ("several").
type quantity struct {
	n        int
	half     bool   // and a half
	open     bool   // X
	text     string // decimal number as written: "4.5"
	mod      mod
	rest     int // of a smaller unit, in "1 hour, 42 minutes"
	restUnit grain
	plain    bool // just "a", "an", "one": what makes "a year" a set or a length
}

// number reads a number in digits or words, such as "20", "twenty-four", "two hundred and ten", "2 million".
func (p *parser) number(i int) (q quantity, end int) {
	a := p.at(i)
	switch a.class {
	case cNum:
		if p.glued(i) && p.at(i-1).class != cMark {
			return q, 0
		}
		q.n, end = int(a.num), i+1
		if s := p.str(i); strings.IndexByte(s, '.') >= 0 {
			q.text = s
		}
		if p.mark(end) == '½' {
			q.half = true
			end++
		} else if p.at(end).class == cNum && p.at(end).num == 1 && p.mark(end+1) == '/' && p.at(end+2).num == 2 && p.at(end+2).class == cNum {
			q.half = true
			end += 3
		}
		if b := p.at(end); b.class == cMult && b.flags&fPlural == 0 {
			q.n *= pow10(int(b.num))
			q.text = ""
			end++
		}
	case cCard:
		q.n, end = p.words(i)
		q.plain = q.n == 1 && end == i+1
	default:
		return q, 0
	}
	return q, end
}

// words reads a cardinal number in words; at most a dozen atoms.
func (p *parser) words(i int) (n, end int) {
	total, cur := 0, 0
	for end = i; end < i+12; {
		a := p.at(end)
		switch {
		case a.class == cCard && (cur == 0 || cur%100 == 0):
			cur += int(a.num)
			end++
			if a.num >= 20 {
				k := end
				if p.mark(k) == '-' {
					k++
				}
				if b := p.at(k); b.class == cCard && b.num < 10 {
					cur += int(b.num)
					end = k + 1
				}
			}
			continue
		case a.class == cMult && a.flags&fPlural == 0 && a.num == 2 && cur < 100:
			cur = max(cur, 1) * 100
			end++
			continue
		case a.class == cMult && a.flags&fPlural == 0 && a.num > 2 && a.num <= 6:
			total += max(cur, 1) * pow10(int(a.num))
			cur = 0
			end++
			continue
		case a.class == cAnd && end > i && p.at(end-1).class == cMult && p.at(end+1).class == cCard:
			end++
			continue
		}
		break
	}
	return total + cur, end
}

// quantity reads how many units of time follow: a number, "a", "a few", "several", "a couple of", "half a", "tens of thousands of",
// with "more than", "nearly" and their like before it and "more", "full" after.
func (p *parser) quantity(i int) (q quantity, end int) {
	m, k := p.approx(i)
	q, end = p.amount(k)
	if end == 0 {
		return q, 0
	}
	if q.mod == noMod {
		q.mod = m
	}
	for j := 0; j < 2; j++ {
		switch a := p.at(end); {
		case a.class == cFull, a.class == cMore && a.num == 7 && p.at(end+1).class != cThan:
			end++
		}
	}
	return q, end
}

func (p *parser) amount(i int) (q quantity, end int) {
	switch a := p.at(i); a.class {
	case cNum, cCard:
		q, end = p.number(i)
		if h := p.andHalf(end); h > 0 && end > 0 {
			q.half, end = true, h
		}
		return q, end
	case cA:
		return p.amountOfA(i + 1)
	case cHalf:
		if p.at(i+1).class == cA {
			return quantity{half: true}, i + 2
		}
	case cFew:
		if p.word(i, "many") && p.word(i-1, "as") {
			return q, 0 // the third in as many days
		}
		end = i + 1
		if b := p.at(end); b.class == cMult && b.flags&fPlural == 0 {
			end++
		}
		return quantity{open: true}, end
	case cCouple, cDozen:
		return p.amountOfA(i)
	case cMult:
		if a.flags&fPlural != 0 && p.at(i+1).class == cOf {
			end = i + 2
			if b := p.at(end); b.class == cMult && b.flags&fPlural != 0 && p.at(end+1).class == cOf {
				end += 2
			}
			return quantity{open: true}, end
		}
	}
	return q, 0
}

// andHalf reads "and a half", with hyphens or without.
func (p *parser) andHalf(i int) int {
	i = p.hyphen(i)
	if p.at(i).class != cAnd {
		return 0
	}
	if i = p.hyphen(i + 1); p.at(i).class == cA {
		i = p.hyphen(i + 1)
	}
	if p.at(i).class != cHalf {
		return 0
	}
	return i + 1
}

// amountOfA reads what can follow "a": "few", "couple of", "dozen", "hundred", "half", "number of", or nothing.
func (p *parser) amountOfA(i int) (q quantity, end int) {
	switch a := p.at(i); a.class {
	case cFew:
		return quantity{open: true}, i + 1
	case cCouple:
		end = i + 1
		if p.at(end).class == cOf {
			end++
		}
		return quantity{n: 2, mod: modApprox}, end
	case cDozen:
		return quantity{n: int(a.num)}, i + 1
	case cMult:
		if a.flags&fPlural == 0 {
			n, e := p.words(i)
			return quantity{n: n}, e
		}
	case cHalf:
		return quantity{half: true}, i + 1
	case cNotYear:
		if p.word(i, "number") && p.at(i+1).class == cOf {
			return quantity{open: true}, i + 2
		}
	}
	return quantity{n: 1, plain: true}, i
}

// approx reads what can stand before a quantity or a date: "about", "nearly", "more than", "at least", "up to", "under".
func (p *parser) approx(i int) (m mod, end int) {
	switch a := p.at(i); a.class {
	case cFew:
		if p.word(i, "some") && p.any(i+1, cNum, cCard) {
			return modApprox, i + 1
		}
	case cApprox:
		if a.flags&fAbbr != 0 { // c., ca.
			if end = p.dot(i + 1); end == i+1 || p.is(i, fCap) {
				return noMod, i
			}
			return mod(a.num), end
		}
		return mod(a.num), i + 1
	case cMore:
		if p.at(i+1).class == cThan {
			return mod(a.num), i + 2
		}
	case cAt:
		if b := p.at(i + 1); b.class == cMore && (b.num == 8 || b.num == 6) {
			return mod(b.num), i + 2
		}
	case cDuring:
		if p.word(i, "over") && p.overCounts(i) {
			return modMore, i + 1
		}
	case cNotYear:
		if p.word(i, "no") && p.at(i+1).class == cMore && p.at(i+2).class == cThan {
			return modMost, i + 3
		}
	case cUp:
		if a.num == 5 {
			return modLess, i + 1
		}
		if p.at(i+1).class == cTo {
			return modMost, i + 2
		}
	case cPartOf:
		if p.word(i, "close") && p.at(i+1).class == cTo {
			return modLess, i + 2
		}
	}
	return noMod, i
}

// overCounts tells "for over nine months" from "evolved over several years" by the word before.
func (p *parser) overCounts(i int) bool {
	b := p.at(i - 1)
	switch b.class {
	case cFor, cIn, cAfter, cApprox, cA, cThe, cWithin, cBreak, cMark, cLast, cAnd, cAt, cSince:
		return true
	}
	return p.oneOf(i-1, "lasted", "took", "spent", "well", "is", "was")
}

func pow10(n int) int {
	r := 1
	for ; n > 0; n-- {
		r *= 10
	}
	return r
}
