package roles

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// after finds what stands after a name, from token k. t is the name's first token.
func (f *finder) after(t, k int) {
	if w := f.lower(k); f.lex.post[w] && w != f.text(k) {
		f.add(k, k+1, Found{Affil: -1, Owner: -1})
		k++
	}
	if f.text(k) == "(" {
		k = f.bracket(k)
	}
	f.ofName(k)
	if f.inByline() && f.capital(k) && f.mention(k) < 0 {
		f.noun(k, false, true)
		return
	}
	f.appointed(t, k)
	switch w := f.lower(k); w {
	case ",":
		f.apposed(f.party(k) + 1)
		if v := f.mainVerb(k + 1); v >= 0 {
			f.clause(v)
		}
	case "—", "–", "-":
		if f.article(k+1) || f.capital(k+1) && f.headSoon(k+1) {
			f.noun(k+1, false, true)
		}
	default:
		f.clause(k)
	}
}

// mainVerb returns the verb after what is set off by commas from token k on, "Ann Lee, 45, is a judge", if it tells
// what somebody is; else -1.
func (f *finder) mainVerb(k int) int {
	for end := min(f.to, k+30); k < end; k++ {
		switch f.text(k) {
		case ";", ":", "\"", "“", "”":
			return -1
		case ",":
			if _, _, ok := f.copula(k + 1); ok {
				return k + 1
			}
		}
	}
	return -1
}

// degree reports whether token k is a degree after a name: "Ann Lee, MD,".
func (f *finder) degree(k int) bool {
	switch strings.ReplaceAll(f.text(k), ".", "") {
	case "MD", "PhD", "DPhil", "RN", "JD", "DO", "DVM", "MPH", "MBA", "Esq", "OBE", "CBE", "MBE", "DDS", "PsyD":
		return true
	}
	return false
}

// inByline reports whether the person is named in a byline.
func (f *finder) inByline() bool {
	return f.doc.SectionAt(f.mentions[f.person].Start) == dateline.SectionByline
}

// apposed reads what stands between commas after a name, from token k.
func (f *finder) apposed(k int) {
	if f.lower(k) == "aged" && f.age(k+1) {
		k++
	}
	if f.degree(k) && f.text(k+1) == "," {
		k += 2
	}
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
	if _, _, ok := f.copula(k); ok && f.own < len(f.out) { // Her husband, the pianist Bob Ray, is a director of Acme
		f.clause(k)
		return
	}
	if f.byline(k) {
		return
	}
	f.noun(k, false, true)
}

// bracket reads what stands in brackets after a name: "(53)", "(R-Texas)", "(chief economist, Acme)". It returns the
// token after them.
func (f *finder) bracket(k int) int {
	end := k + 1
	for end < f.to && end < k+14 && f.text(end) != ")" {
		end++
	}
	if f.text(end) != ")" {
		return k
	}
	switch {
	case f.tag(k+1, end):
		f.constituency(end - 1)
	case !f.age(k + 1):
		f.noun(k+1, false, true)
	}
	return end + 1
}

// party skips the party and constituency after a name, ", D-Ohio", at the comma k. It returns the comma after them, k
// if there are none.
func (f *finder) party(k int) int {
	end := k + 1
	for end < f.to && end < k+7 && f.text(end) != "," {
		end++
	}
	if !f.tag(k+1, end) {
		return k
	}
	f.constituency(end - 1)
	return end
}

// tag reports whether tokens [a, b) are a party and where somebody was elected for it: "R-Texas", "D - Ohio", "APC,
// Kano".
func (f *finder) tag(a, b int) bool {
	if b-a < 1 || b-a > 6 {
		return false
	}
	if s := f.text(a); len(s) > 2 && s[1] == '-' { // the name is tagged with its party
		return strings.IndexByte("RDIL", s[0]) >= 0 && f.mention(a) >= 0
	}
	switch f.text(a) {
	case "R", "D", "I", "L", "DFL", "GOP":
		return f.text(a+1) == "-" || f.text(a+1) == "–"
	}
	m := f.mention(a)
	next := f.lower(f.end(a)) // Democrat of Vermont
	return m >= 0 && (next == "," || next == "of" && f.mentions[m].Label == dateline.Norp) && f.mention(b-1) >= 0 && f.mentions[f.mention(b-1)].Label == dateline.Place
}

// constituency gives the title before the name the place at token k, where the tag after the name ends.
func (f *finder) constituency(k int) {
	m, r := f.body(k), f.ownRole()
	if r == nil || m < 0 || f.mentions[m].Label != dateline.Place {
		return
	}
	if s := f.text(k); len(s) < 2 || s[1] != '-' { // else the name is tagged with its party
		f.affiliate(r, m)
	}
}

// affiliate gives a role that was found already the affiliation that mention m names.
func (f *finder) affiliate(r *Found, m int) {
	r.Affil, r.Owner = m, -1
	r.Role.Affiliation = f.doc.Slice(f.mentions[m].Span)
}

// ownRole returns the title right before the name, if it has no affiliation yet; else nil.
func (f *finder) ownRole() *Found {
	if f.own >= len(f.out) {
		return nil
	}
	r := &f.out[f.own]
	if r.Person != f.person || r.Affil >= 0 || r.Owner >= 0 && f.possessive(r.Owner+1) || r.Role.Title == "" {
		return nil
	}
	return r
}

// ofName gives the title before the name what stands after it: "Platoon chief Ann Lee of the London Fire Department",
// "Det Sgt Ann Lee, of Norfolk Police", "Analyst Ann Lee at Acme".
func (f *finder) ofName(k int) {
	r := f.ownRole()
	if r == nil {
		return
	}
	if f.text(k) == "," {
		k++
	}
	at := false
	switch f.lower(k) {
	case "of", "from", "with":
	case "at":
		at = true
	default:
		return
	}
	if k++; f.lower(k) == "the" {
		k++
	}
	m := f.body(k)
	if m < 0 || at && (f.mentions[m].Label != dateline.Org || holdsOffice(r.Role.Title)) {
		return
	}
	f.affiliate(r, m)
}

// holdsOffice reports whether a title is one of the state, whose holder is only a guest "at NATO".
func holdsOffice(title string) bool {
	last := strings.ToLower(title[strings.LastIndexByte(title, ' ')+1:])
	switch strings.TrimSuffix(last, ".") {
	case "president", "minister", "premier", "chancellor", "senator", "sen", "rep", "gov", "governor", "king", "queen", "pope", "prince", "princess", "secretary", "ambassador":
		return true
	}
	return false
}

// appointed reads what somebody was made: "named Ann Lee as its president", "elects Ann Lee prime minister". The name
// begins at token t and ends before k.
func (f *finder) appointed(t, k int) {
	if f.lower(k) == "as" {
		for b := t - 1; b >= f.from && b > t-9; b-- {
			switch w := f.lower(b); {
			case appoints(w):
				f.noun(k+1, false, false)
				return
			case f.mention(b) >= 0 && f.mentions[f.mention(b)].Label == dateline.Person, w == ",", w == "said", w == "was", w == "were":
				return
			}
		}
		return
	}
	if appoints(f.lower(t-1)) && (f.article(k) || f.headSoon(k)) {
		switch f.lower(t - 2) {
		case "was", "were", "been", "be", "is", "are": // the award was named Ann Lee ...
			return
		}
		f.noun(k, false, false)
	}
}

// appoints reports whether w is a verb that gives somebody an office.
func appoints(w string) bool {
	switch w {
	case "named", "names", "name", "naming", "appointed", "appoints", "appoint", "appointing", "elected", "elects", "elect", "electing",
		"re-elected", "reelected", "re-elects", "nominated", "nominates", "nominate", "nominating", "hired", "hires", "hire", "chose", "chooses",
		"installed", "installs", "reappointed", "reappoints", "confirmed", "confirms", "promoted", "picked", "picks", "designated":
		return true
	}
	return false
}

// age reports whether token t is a number like 45.
func (f *finder) age(t int) bool {
	s := f.text(t)
	return len(s) > 0 && len(s) <= 3 && digits(s)
}

// digits reports whether s is a number in digits, or empty.
func digits(s string) bool {
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
	if m < 0 || f.mentions[m].Label != dateline.Org || f.end(k) != f.to || !f.inByline() {
		return false
	}
	f.add(0, 0, Found{Affil: m, Owner: -1})
	return true
}
