package roles

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// noun reads a noun phrase from token k. closed says that something must close it, as the comma after an apposition
// does.
func (f *finder) noun(k int, former, closed bool) {
	r := Found{Affil: -1, Owner: -1}
	switch f.lower(k) {
	case "formerly", "previously", "once", "then":
		former = true
		k++
	case "now", "currently", "also":
		k++
	}
	bare := k
	if k = f.determiner(k); k == bare && f.participle(k) {
		return // was making progress
	}
	a, head := f.scan(k, k > bare, &r)
	if head < 0 {
		return
	}
	if m := f.mention(head + 1); m >= 0 && f.mentions[m].Label == dateline.Person {
		return // Ann Lee, President Bob Ray
	}
	for a < head {
		drop, was := dropped(f.lower(a))
		if !drop || f.firstRank(a) {
			break
		}
		former = former || was
		a++
	}
	former = former || f.formerly(k, a)
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
	switch {
	case and && f.article(next+1):
		f.noun(next+1, false, closed)
	case f.lower(next) == "who":
		f.clause(next + 1)
	}
}

// participle reports whether a form like "making" or "killed" stands at token k, which is part of no title.
func (f *finder) participle(k int) bool {
	w := f.lower(k)
	if drop, _ := dropped(w); drop || f.lex.modifiers[w] || f.lex.head(w) {
		return false
	}
	return len(w) > 4 && (strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed"))
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
func (f *finder) scan(k int, definite bool, r *Found) (a, head int) {
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
			}
			continue
		}
		w := f.lower(t)
		if f.lex.head(w) || definite && f.lex.positions[w] && !f.capital(t) {
			head = t
			continue
		}
		if f.glue(t) || t > k && f.glue(t-1) {
			continue // the rest of Secretary-General
		}
		if f.possessive(t) {
			r.Owner, a = t-1, t+1
			continue
		}
		if head >= 0 && (w == "and" || w == "/") && f.headSoon(t+1) {
			continue
		}
		if head >= 0 && !f.lex.modifiers[w] || stop(w) || !letter(w) {
			break
		}
	}
	return a, head
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

// complement reads what follows the head from token k: prepositions with an affiliation or with the words of the
// title ("of state"). It returns the token after it all, and the token after the title.
func (f *finder) complement(k int, r *Found) (next, title int) {
	title = k
	owned, region := r.Affil >= 0, false
	for range 3 {
		w := f.lower(k)
		switch w {
		case "of", "for", "at", "in", "with", "to", "on", "from":
		default:
			return k, title
		}
		t := k + 1
		the := f.lower(t) == "the" || f.lower(t) == "a" || f.lower(t) == "an"
		if the {
			t++
		}
		if m := f.mention(t); m >= 0 {
			end := f.end(t)
			if f.body(t) < 0 {
				if f.mentions[m].Label == dateline.Date {
					return k, title
				}
				if k = end; f.mentions[m].Label == dateline.Misc {
					title = end // director of Avatar
				}
				continue
			}
			if f.possessive(end) {
				switch n := f.body(end + 1); {
				case n >= 0 && f.mentions[n].Label == dateline.Org: // head of Russia's Security Council
					m, end = n, f.end(end+1)
				case f.mentions[m].Label == dateline.Org: // reporter with the BBC's Persian service
					end++
					if n >= 0 {
						end = f.end(end)
					}
				default:
					return k, title
				}
			}
			if n := f.based(end); n > end { // at Rotterdam-based brokerage Delmaar & Zoon
				m, end = f.body(n), f.end(n)
			}
			if n := f.capitals(end); n > end && w != "in" && w != "at" { // minister for East African Affairs
				title, k = n, n
				continue
			}
			switch {
			case r.Affil < 0 && (w != "in" || k == title):
				r.Affil, region = m, w == "for" && f.mentions[m].Label != dateline.Org
			case region && (w == "at" || w == "of" || w == "with") && f.mentions[m].Label == dateline.Org:
				title, r.Affil, region = k, m, false // vice-president for Asia at Acme
			case owned && (w == "in" || w == "to" || w == "for" || w == "of" || w == "at"):
				title = end
			}
			k = f.restOfBody(end)
			continue
		}
		if w == "to" && !the && !f.capital(t) {
			return k, title // the first MP to resign
		}
		end := t
		for end < f.to && end < t+5 && f.mention(end) < 0 && letter(f.lower(end)) && !f.phraseStop(f.lower(end)) && (end == t || f.capital(end) == f.capital(t)) {
			end++
		}
		if end == t {
			return k, title
		}
		if m := f.body(end); m >= 0 && r.Affil < 0 && (the || end <= t+2 && w != "in" && w != "on" && f.mentions[m].Label == dateline.Org && !f.capital(t)) {
			// head of the powerful Quds Force, chief of rival Acme
			r.Affil = m
			k = f.end(end)
			continue
		}
		if m := f.mention(end); m >= 0 && f.mentions[m].Label == dateline.Person {
			k = f.end(end) // aide to President Ann Lee
			continue
		}
		if w == "of" || w == "for" {
			if !the || r.Affil >= 0 || r.Owner >= 0 {
				title = end
			}
		}
		k = end
	}
	return k, title
}

// restOfBody skips the lower-case nouns that go on after the name of a body, which ends at token k: "in North Kivu
// province,", "of the Senate committee on trade".
func (f *finder) restOfBody(k int) int {
	end := k
	for end < k+3 && letter(f.lower(end)) && !f.capital(end) && f.mention(end) < 0 && !f.phraseStop(f.lower(end)) {
		end++
	}
	if end > k && (f.closes(end) || f.lower(end-1) == "committee" || f.lower(end-1) == "commission") {
		return end
	}
	return k
}

// capitals returns the token after up to three words in capitals from token k on that are no name.
func (f *finder) capitals(k int) int {
	end := k
	for end < k+3 && f.capital(end) && f.mention(end) < 0 {
		end++
	}
	return end
}

// based skips "-based brokerage" after the name of a town that ends at token t, up to the name of a body; it returns
// t where that is not so.
func (f *finder) based(t int) int {
	if f.text(t) != "-" || f.lower(t+1) != "based" {
		return t
	}
	for k := t + 2; k < t+6; k++ {
		if f.body(k) >= 0 {
			return k
		}
	}
	return t
}

// phraseStop is where the words of a complement end.
func (f *finder) phraseStop(w string) bool {
	if f.lex.honors[strings.TrimSuffix(w, ".")] {
		return true
	}
	switch w {
	case "of", "for", "at", "in", "with", "to", "on", "from", "who", "that", "which", "said", "says", "told",
		"until", "since", "between", "when", "where", "has",
		"is", "was", "will", "and", "after", "before", "by", "as", "during", "or", "but":
		return true
	}
	return false
}

// closes reports whether token t ends an apposition.
func (f *finder) closes(t int) bool {
	if t >= f.to {
		return true
	}
	switch w := f.lower(t); w {
	case ",", ".", ";", ":", ")", "—", "–", "-", "who", "said", "says", "told", "”", "\"", "?", "!", "(", "has", "was", "is":
		return true
	case "to":
		return letter(f.lower(t+1)) && !f.capital(t+1) && f.mention(t+1) < 0 // the first MP to resign
	}
	return false
}
