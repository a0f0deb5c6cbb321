package roles

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// after finds what stands after a name, from token k.
func (f *finder) after(k int) {
	if w := f.lower(k); f.lex.post[w] && w != f.text(k) {
		f.add(k, k+1, Found{Affil: -1, Owner: -1})
		k++
	}
	f.ofName(k)
	if f.doc.SectionAt(f.mentions[f.person].Start) == dateline.SectionByline && f.capital(k) && f.mention(k) < 0 {
		f.noun(k, false, true)
		return
	}
	switch w := f.lower(k); w {
	case ",":
		k++
		if f.age(k) && f.text(k+1) == "," {
			k += 2
			if f.home(k) {
				return
			}
		}
		if f.lower(k) == "who" {
			f.clause(k + 1)
			return
		}
		if f.byline(k) {
			return
		}
		f.noun(k, false, true)
	case "is", "was", "has", "became", "becomes", "serves", "served", "works", "worked":
		f.clause(k)
	}
}

// ofName gives the title before the name what stands after it: "Platoon chief Ann Lee of the London Fire Department",
// "Det Sgt Ann Lee, of Norfolk Police".
func (f *finder) ofName(k int) {
	if f.own >= len(f.out) {
		return
	}
	r := &f.out[f.own] // the one beside the name
	if r.Person != f.person || r.Affil >= 0 || r.Owner >= 0 || r.Role.Title == "" {
		return
	}
	if f.text(k) == "," {
		k++
	}
	switch f.lower(k) {
	case "of", "from", "with":
	default:
		return
	}
	if k++; f.lower(k) == "the" {
		k++
	}
	if m := f.body(k); m >= 0 {
		r.Affil = m
		r.Role.Affiliation = f.doc.Slice(f.mentions[m].Span)
	}
}

// age reports whether token t is a number like 45.
func (f *finder) age(t int) bool {
	s := f.text(t)
	if len(s) == 0 || len(s) > 3 {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// home reads "of Leeds", "from Leeds": a role without a title.
func (f *finder) home(k int) bool {
	if w := f.lower(k); w != "of" && w != "from" {
		return false
	}
	k++
	for skip := 0; skip < 3 && f.mention(k) < 0; skip++ {
		k++
	}
	m := f.mention(k)
	if m < 0 || f.mentions[m].Label != dateline.Place {
		return false
	}
	f.add(0, 0, Found{Affil: m, Owner: -1})
	return true
}

// byline reads an organization after a name in a byline: "By Ann Lee, BBC News".
func (f *finder) byline(k int) bool {
	m := f.mention(k)
	if m < 0 || f.mentions[m].Label != dateline.Org || f.end(k) != f.to || f.doc.SectionAt(f.mentions[m].Start) != dateline.SectionByline {
		return false
	}
	f.add(0, 0, Found{Affil: m, Owner: -1})
	return true
}

// clause reads a predicate from its verb at token k: "was Canada's representative", "has been head of X", "served as
// mayor".
func (f *finder) clause(k int) {
	former := false
	switch f.lower(k) {
	case "is", "becomes", "became":
		k++
	case "was":
		former = true
		k++
		switch f.lower(k) {
		case "named", "appointed", "elected", "sworn":
			former = false
			k++
			if f.lower(k) == "in" || f.lower(k) == "as" {
				k++
			}
			if f.lower(k) == "as" {
				k++
			}
		}
	case "has", "had":
		if f.lower(k+1) != "been" && f.lower(k+1) != "served" {
			return
		}
		former = f.lower(k) == "had"
		k += 2
		if f.lower(k) == "as" {
			k++
		}
	case "serves", "served", "works", "worked":
		former = f.lower(k) == "served" || f.lower(k) == "worked"
		if f.lower(k+1) != "as" {
			return
		}
		k += 2
	default:
		return
	}
	for w := f.lower(k); w == "also" || w == "once" || w == "then" || w == "previously" || w == "formerly" || w == "now" || w == "currently"; w = f.lower(k) {
		former = former || w == "once" || w == "previously" || w == "formerly"
		k++
	}
	f.noun(k, former, false)
}

// noun reads a noun phrase from token k. closed says that something must close it, as the comma after an apposition
// does.
func (f *finder) noun(k int, former, closed bool) {
	r := Found{Affil: -1, Owner: -1}
	if w := f.lower(k); w == "formerly" || w == "previously" || w == "once" {
		former = true
		k++
	}
	k = f.determiner(k)
	a, head := f.scan(k, &r)
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
	next := f.rest(b)
	and := f.lower(next) == "and" && !f.others(next+1)
	if closed && !and && !f.closes(next) {
		return
	}
	r.Role.Former = former
	f.period(b, &r)
	f.add(a, end, r)
	if and && f.article(next+1) {
		f.noun(next+1, false, closed)
	}
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
// title begins. The owner goes into r.
func (f *finder) scan(k int, r *Found) (a, head int) {
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
		if f.lex.head(w) {
			head = t
			continue
		}
		if f.possessive(t) {
			r.Owner, a = t-1, t+1
			continue
		}
		if head >= 0 && w == "and" && f.headSoon(t+1) {
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
	owned := r.Affil >= 0
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
			if f.body(t) < 0 {
				return k, title
			}
			end := f.end(t)
			if f.possessive(end) {
				return k, title
			}
			if n := f.based(end); n > end { // at Rotterdam-based brokerage Delmaar & Zoon
				m, end = f.body(n), f.end(n)
			}
			if r.Affil < 0 && (w != "in" || k == title) {
				r.Affil = m
			} else if owned && (w == "in" || w == "to" || w == "for" || w == "of" || w == "at") {
				title = end
			}
			if k = end; f.closes(k+1) && letter(f.lower(k)) && f.mention(k) < 0 && !f.phraseStop(f.lower(k)) {
				k++ // in North Kivu province,
			}
			continue
		}
		end := t
		for end < f.to && end < t+5 && f.mention(end) < 0 && letter(f.lower(end)) && !f.phraseStop(f.lower(end)) && (end == t || f.capital(end) == f.capital(t)) {
			end++
		}
		if end == t {
			return k, title
		}
		if m := f.body(end); m >= 0 && the && r.Affil < 0 { // head of the powerful Quds Force
			r.Affil = m
			k = f.end(end)
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

// rest returns the token after a period of time that follows token k.
func (f *finder) rest(k int) int {
	for k < f.to {
		w := f.lower(k)
		if m := f.mention(k); m >= 0 && f.mentions[m].Label == dateline.Date {
			k = f.end(k)
			continue
		}
		if w == "until" || w == "since" || w == "from" || w == "between" || w == "to" || w == "and" && f.isDate(k+1) {
			if !f.isDate(k + 1) {
				return k
			}
			k++
			continue
		}
		if f.isDate(k) {
			k++
			continue
		}
		return k
	}
	return k
}

// closes reports whether token t ends an apposition.
func (f *finder) closes(t int) bool {
	if t >= f.to {
		return true
	}
	switch w := f.lower(t); w {
	case ",", ".", ";", ":", ")", "—", "–", "-", "who", "said", "says", "told", "”", "\"", "?", "!", "(", "has", "was", "is":
		return true
	}
	return false
}

// period reads "until 2016", "since May 2010", "from 2006 to 2011", "between 2006 and 2011" from token k on.
func (f *finder) period(k int, r *Found) {
	for t := k; t < f.to && t < k+8; t++ {
		switch f.lower(t) {
		case "until", "till":
			if v := f.date(t + 1); v != "" {
				r.Role.Until, r.Role.Former = v, true
			}
		case "since":
			r.Role.From = f.date(t + 1)
		case "from", "between":
			if v := f.date(t + 1); v != "" {
				r.Role.From = v
				n := t + 2
				if f.mention(t+1) >= 0 {
					n = f.end(t + 1)
				}
				if w := f.lower(n); w == "to" || w == "until" || w == "and" || w == "–" || w == "-" {
					r.Role.Until = f.date(n + 1)
					r.Role.Former = r.Role.Former || r.Role.Until != ""
				}
			}
		case ",", ";", ".", "said":
			return
		}
	}
}

// isDate reports whether a date stands at token t.
func (f *finder) isDate(t int) bool { return f.date(t) != "" }

// date returns the value of the date at token t: of its mention, or a bare year.
func (f *finder) date(t int) string {
	if m := f.mention(t); m >= 0 {
		if d := f.mentions[m]; d.Label == dateline.Date && d.Time != nil {
			return d.Time.Value
		}
	}
	s := f.text(t)
	if len(s) == 4 && (s[0] == '1' || s[0] == '2') && f.digits(s) {
		return s
	}
	return ""
}

func (f *finder) digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
