package roles

import "github.com/dateline-nlp/dateline"

// Whose a title is, as far as what stands before it tells: "NATO Secretary General", "the country's prime minister", "Lyon-based".

func (f *finder) based(t int) int {
	if w := f.lower(t); (w == "based" || w == "born") && f.text(t-1) == "-" && f.body(t-2) >= 0 {
		return t - 2
	}
	return t
}

func (f *finder) personal(a, k, left int) bool {
	if a != k || f.body(f.tokenOf(left)) >= 0 {
		return false
	}
	switch f.lower(k) {
	case "fellow":
		return !f.capital(k)
	case "partner":
		switch f.lower(left) {
		case "his", "her", "their", "my", "your", "our", "whose":
			return true
		}
		return f.possessive(left)
	}
	return false
}

func (f *finder) chained(k, left int) int {
	m := f.body(left)
	if m < 0 || f.mentions[m].Label == dateline.Norp || !f.capital(k) {
		return -1
	}
	b := f.start(left) - 1
	if f.lower(b) != "the" {
		return -1
	}
	switch f.lower(b - 1) {
	case "of", "for", "to":
		if h := b - 2; h > f.from && f.head(h) && f.capital(h) {
			return h
		}
	}
	return -1
}

func (f *finder) officeTo(h, k int) {
	a, former := f.phraseStart(h)
	affil, noun := f.owner(f.leftOf(a, h))
	if affil >= 0 || noun >= 0 {
		f.add(a, k+1, Found{Role: role(former), Affil: affil, Owner: noun})
		return
	}
	f.add(a, h+1, Found{Role: role(former), Affil: f.body(k), Owner: -1})
}

func (f *finder) bridged(a, k, left int) (affil, noun int) {
	switch w := f.lower(left); {
	case w == "whose": // Acme, whose director Ann Lee
		if m := f.body(left - 1); m >= 0 {
			return m, -1
		}
		if f.text(left-1) == "," {
			return f.body(left - 2), -1
		}
		return -1, -1
	case w == "its", letter(w) && !stop(w) && f.mention(left) < 0 && !f.capital(left):
		return -1, left
	}
	switch f.lower(k) {
	case "officer", "executive", "ceo", "cfo", "coo", "cto":
		if m := f.body(f.from); m >= 0 && f.mentions[m].Label == dateline.Org && f.own == len(f.out) {
			return m, -1
		}
	}
	return -1, -1
}

func (f *finder) formerBefore(t int) bool {
	if f.lower(t) == "and" && f.body(t-1) >= 0 {
		t = f.start(t-1) - 1
	}
	if f.text(t) == "-" {
		t-- // ex-UK
	}
	return f.mention(t) < 0 && formerWord(f.lower(t))
}

func (f *finder) leftOf(a, k int) int {
	left := a - 1
	for left >= f.from && f.mention(left) < 0 {
		if drop, _ := dropped(f.lower(left)); !drop {
			break
		}
		left--
	}
	return left
}

func (f *finder) tokenOf(t int) int {
	if f.possessive(t) {
		return t - 1
	}
	return t
}

func (f *finder) owner(t int) (affil, noun int) {
	p := f.tokenOf(t)
	if m := f.body(p); m >= 0 {
		if b := f.start(p) - 1; f.mentions[m].Label == dateline.Norp && f.possessive(b) {
			if o := f.body(b - 1); o >= 0 && f.mentions[o].Label == dateline.Org {
				return o, -1 // Acme's European director
			}
		}
		return m, -1
	}
	if p != t && f.mention(p) < 0 && p > f.from {
		if m := f.body(p - 1); m >= 0 && f.mentions[m].Label == dateline.Norp && !f.capital(p) {
			return m, -1 // the Syrian regime's foreign minister
		}
		return -1, p
	}
	return -1, -1
}
