package roles

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// noun reads a noun phrase from token k. closed says that something must close it, as the comma after an apposition
// does.
func (f *finder) noun(k int, former, closed bool) {
	if len(f.out)-f.own >= maxFound {
		return
	}
	r := Found{Affil: -1, Owner: -1}
	switch f.lower(k) {
	case "formerly", "previously", "once", "then":
		former = true
		k++
	case "now", "currently", "also":
		k++
	}
	bare := k
	k, plural := f.oneOf(k)
	if k = f.determiner(k); k == bare && f.participle(k) {
		return // was making progress
	}
	a, head := f.scan(k, k > bare, plural, &r)
	if head < 0 {
		return
	}
	if m := f.mention(head + 1); m >= 0 && f.mentions[m].Label == dateline.Person {
		return // Ann Lee, President Bob Ray
	}
	a, was := f.dropAll(a, head)
	former = former || was || f.formerly(k, a)
	b, end := f.complement(head+1, &r)
	next := f.byTrade(f.rest(b))
	and := f.lower(next) == "and" && !f.others(next+1)
	if closed && !and && !f.closes(next) {
		return
	}
	if closed && k == bare && next == head+1 {
		next = f.listed(next, &r)
	}
	r.Role.Former = former
	f.period(b, &r)
	f.add(a, end, r)
	if plural && closed && f.lower(bare) != "one" {
		f.share(a, end, r)
	}
	switch n := f.furtherTitle(next); {
	case and && f.article(next+1):
		f.noun(next+1, false, closed)
	case n >= 0 && (closed || and || f.capital(n)):
		f.noun(n, false, true)
	case f.lower(next) == "who":
		f.clause(next + 1)
	}
}

// maxFound is how many roles are read at one mention of a person, so that clauses within clauses come to an end.
const maxFound = 8

// dropAll skips the words from token a that stand before a title without being part of it, up to its head, and reports
// whether one says that the role is over.
func (f *finder) dropAll(a, head int) (start int, former bool) {
	for ; a < head; a++ {
		if w := f.lower(a); f.mention(a) < 0 && (strings.HasSuffix(w, "-old") || f.age(a) || f.hyphen(a) && strings.HasSuffix(f.lower(a+1), "-old")) {
			continue
		}
		drop, was := dropped(f.lower(a))
		if !drop && !(f.glue(a) && former) || f.firstRank(a) {
			break
		}
		former = former || was
	}
	return a, former
}

// participle reports whether a form like "making" or "killed" stands at token k, which is part of no title.
func (f *finder) participle(k int) bool {
	w := f.lower(k)
	if drop, _ := dropped(w); drop || f.lex.modifiers[w] || f.lex.head(w) {
		return false
	}
	return pastVerb(w) || len(w) > 4 && (strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed"))
}

// byTrade skips "by training", "by trade" at token k.
func (f *finder) byTrade(k int) int {
	if f.lower(k) == "by" {
		switch f.lower(k + 1) {
		case "training", "trade", "profession":
			return k + 2
		}
	}
	return k
}

// listed reads the organization after the comma at token k that a title in a list goes with: "Ann Lee, managing
// director, Acme Bank,". It returns the token after it, k if there is none.
func (f *finder) listed(k int, r *Found) int {
	m := f.body(k + 1)
	if f.text(k) != "," || m < 0 || r.Affil >= 0 || r.Owner >= 0 || f.mentions[m].Label != dateline.Org {
		return k
	}
	switch end := f.end(k + 1); f.text(end) {
	case ",", ".", ")", ";", "":
		r.Affil = m
		return end
	}
	return k
}

// others reports whether what stands at token t goes on with other people: "the king and other guests".
func (f *finder) others(t int) bool {
	switch f.lower(t) {
	case "other", "others", "many", "several", "some", "two", "three", "four", "five", "his", "her", "their":
		return true
	}
	m := f.mention(t)
	return m >= 0 && f.mentions[m].Label == dateline.Person
}

// article reports whether a noun phrase of its own begins at token t.
func (f *finder) article(t int) bool {
	w := f.lower(t)
	return w == "a" || w == "an" || w == "the"
}

// scan goes through a noun phrase from token k to its head, -1 for none, and to the token after its owner, where the
// title begins. The owner goes into r. definite says that a determiner stood before it: without one, "center" in a
// caption is no position in a team.
func (f *finder) scan(k int, definite, plural bool, r *Found) (a, head int) {
	a, head = k, -1
	for t := k; t < f.to && t < k+9; t++ {
		if m := f.mention(t); m >= 0 {
			if f.body(t) < 0 {
				if head >= 0 || f.mentions[m].Label == dateline.Date {
					break
				}
			}
			if head >= 0 {
				break
			}
			r.Affil = f.body(t)
			t = f.end(t) - 1
			a = t + 1
			if f.possessive(a) {
				t, a = a, a+1
			} else if f.text(a) == "-" {
				if f.based(a+1) == a+1 {
					r.Affil = -1 // a Texas-style rancher
				}
				t, a = a+1, a+2
			}
			continue
		}
		w := f.lower(t)
		if f.lex.head(w) || plural && f.lex.plural(w) || definite && f.lex.positions[w] && !f.capital(t) {
			head = t
			continue
		}
		if f.glue(t) || t > k && f.glue(t-1) || head < 0 && (f.age(t) || f.hyphen(t) || ofAge(w)) {
			continue // the rest of Secretary-General; a 45-year-old
		}
		if f.possessive(t) {
			r.Owner, a = t-1, t+1
			continue
		}
		if strings.HasSuffix(w, "-old") {
			continue
		}
		if head >= 0 && (w == "and" || w == "/") && f.headSoon(t+1) {
			continue
		}
		if head >= 0 && !f.lex.modifiers[w] && !f.branch(t) || stop(w) || !letter(w) {
			break
		}
	}
	return a, head
}

// ofAge reports whether w is a word like "45-year-old" or "19th-century".
func ofAge(w string) bool {
	return len(w) > 2 && w[0] >= '0' && w[0] <= '9' && (strings.Contains(w, "-") || strings.HasSuffix(w, "th") || strings.HasSuffix(w, "st"))
}

func letter(w string) bool {
	return w != "" && (w[0] >= 'a' && w[0] <= 'z' || w[0] >= 0x80)
}

// headSoon reports whether a head noun stands in the next three tokens, with nothing but modifiers before it.
func (f *finder) headSoon(t int) bool {
	for k := t; k < t+3; k++ {
		if f.head(k) {
			return true
		}
		if !f.lex.modifiers[f.lower(k)] && f.lower(k) != "the" {
			return false
		}
	}
	return false
}

// formerly reports whether one of the tokens [k, a) says that the role is over.
func (f *finder) formerly(k, a int) bool {
	for ; k < a; k++ {
		if _, was := dropped(f.lower(k)); was {
			return true
		}
	}
	return false
}

func (f *finder) determiner(k int) int {
	for {
		switch f.lower(k) {
		case "a", "an", "the", "one", "his", "her", "its", "their":
			k++
		default:
			return k
		}
	}
}

// closes reports whether token t ends an apposition.
func (f *finder) closes(t int) bool {
	if t >= f.to {
		return true
	}
	switch w := f.lower(t); w {
	case ",", ".", ";", ":", ")", "—", "–", "-", "who", "said", "says", "told", "”", "\"", "?", "!", "(", "has", "was", "is",
		"stated", "reported", "added", "explained", "announced", "noted", "warned", "confirmed", "argued", "wrote", "tweeted",
		"claimed", "insisted", "admitted", "denied", "declined":
		return true
	case "to":
		return letter(f.lower(t+1)) && !f.capital(t+1) && f.mention(t+1) < 0 // the first MP to resign
	}
	return false
}
