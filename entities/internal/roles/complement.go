package roles

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// A complement is what has been read of the words after a title's head: prepositions with an affiliation, or with the
// words of the title ("of state").
type complement struct {
	role   *Found
	next   int  // token after it all
	title  int  // token after the title
	owned  bool // the affiliation stood before the title
	region bool // it is only the region that the title is for
}

// maxComplements is how many prepositions may follow one title.
const maxComplements = 3

// complement reads what follows the head from token k. It returns the token after it all, and the token after the
// title.
func (f *finder) complement(k int, r *Found) (next, title int) {
	c := complement{role: r, next: k, title: k, owned: r.Affil >= 0}
	for range maxComplements {
		if !f.preposition(&c) {
			break
		}
	}
	return c.next, c.title
}

// preposition reads one preposition with what goes with it, and reports whether it did.
func (f *finder) preposition(c *complement) bool {
	w := f.lower(c.next)
	switch w {
	case "of", "for", "at", "in", "with", "to", "on", "from":
	case "near", "outside": // owner of Lion Lodge near Ayr
		if f.body(c.next+1) < 0 {
			return false
		}
		c.next = f.end(c.next + 1)
		return true
	default:
		return false
	}
	t := c.next + 1
	the := f.lower(t) == "the" || f.lower(t) == "a" || f.lower(t) == "an"
	if w := f.lower(t); w == "both" || w == "all" {
		t, the = t+1, true
		if f.lower(t) == "the" {
			t++
		}
	} else if the {
		t++
	}
	if around(f.lower(t)) && f.body(t+1) >= 0 {
		t++ // mayor of nearby Leeds
	}
	switch m := f.mention(t); {
	case m < 0:
		return f.wordsAfter(c, w, t, the)
	case f.body(t) >= 0:
		return f.bodyAfter(c, w, t)
	case f.mentions[m].Label == dateline.Date:
		return false
	default:
		if c.next = f.end(t); f.mentions[m].Label == dateline.Misc {
			c.title = c.next // director of Avatar
			c.next = f.restOfBody(c.next)
		} else if m = f.mention(c.next + 1); f.text(c.next) == "&" && m >= 0 {
			c.next = f.end(c.next + 1) // lawyer at Marlow & Wye, which are tagged as people
		} else if f.possessive(c.next) {
			c.next = f.common(c.next + 1) // chairwoman for Ann Lee's campaign
		} else if n := f.common(c.next); f.body(n) >= 0 && the {
			c.next = f.end(n) // spokesman for the Lee super PAC
		}
		return true
	}
}

// around reports whether w tells where a place lies that is named next.
func around(w string) bool {
	switch w {
	case "nearby", "neighboring", "neighbouring", "northern", "southern", "eastern", "western", "central", "downtown", "rural",
		"northeastern", "northwestern", "southeastern", "southwestern", "upstate", "suburban", "coastal", "eponymous":
		return true
	}
	return false
}

// bodyAfter reads the body at token t after preposition w.
func (f *finder) bodyAfter(c *complement, w string, t int) bool {
	m, end := f.owned(t)
	if m < 0 { // lawyer for Ohio's water agency
		if c.next = f.common(end + 1); c.role.Affil < 0 {
			c.role.Affil = f.body(t)
		}
		return true
	}
	if f.mentions[m].Label == dateline.Norp && c.role.Affil < 0 && c.role.Owner < 0 && aCountry(f.lower(end)) {
		c.role.Owner, c.next = end, end+1 // president of the African nation
		return true
	}
	if n := f.basedBody(end); n > end { // at Rotterdam-based brokerage Delmaar & Zoon
		m, end = f.body(n), f.end(n)
	}
	if n := f.capitals(end); n > end && w != "in" && w != "at" { // minister for East African Affairs
		c.title, c.next = n, n
		return true
	}
	org := f.mentions[m].Label == dateline.Org
	switch {
	case w == "on":
		c.title = end // an expert on Syria at the Institute
	case c.role.Affil < 0 && (w != "in" || c.next == c.title):
		c.role.Affil, c.region = m, w == "for" && !org
	case c.owned && org && w != "to" && w != "in" && f.mentions[c.role.Affil].Label != dateline.Org && !f.possessed(c.role.Affil) && !minister(f.lower(c.title-1)) && !envoy(f.lower(c.title-1)):
		c.role.Affil = m // the British head of Acme
	case c.region && org && (w == "at" || w == "of" || w == "with"):
		c.title, c.role.Affil, c.region = c.next, m, false // vice-president for Asia at Acme
	case c.owned && w != "with" && w != "on" && w != "from":
		c.title = end
	}
	c.next = f.restOfBody(end)
	return true
}

// aCountry reports whether w is a noun for a country.
func aCountry(w string) bool {
	switch w {
	case "nation", "country", "republic", "kingdom":
		return true
	}
	return false
}

// hyphen reports whether token t is the hyphen of a word in lower case: e-commerce.
func (f *finder) hyphen(t int) bool {
	return f.text(t) == "-" && t > f.from && t+1 < f.to && f.doc.Tokens[t-1].End == f.doc.Tokens[t].Start && f.doc.Tokens[t].End == f.doc.Tokens[t+1].Start
}

// possessed reports whether a possessive ending follows mention m.
func (f *finder) possessed(m int) bool {
	rest := f.doc.Text[f.mentions[m].End:]
	return strings.HasPrefix(rest, "'") || strings.HasPrefix(rest, "’")
}

// minister reports whether w is a head whose "of" names what somebody is in charge of.
func minister(w string) bool {
	return strings.HasSuffix(w, "minister") || strings.HasSuffix(w, "secretary")
}

// common returns the token after up to four words from token k on that are no names.
func (f *finder) common(k int) int {
	end := k
	for end < k+4 && letter(f.lower(end)) && !f.capital(end) && f.mention(end) < 0 && !f.phraseStop(f.lower(end)) {
		end++
	}
	return end
}

// owned returns the body at token t and the token after it: that of which it is the owner, if it is a possessive
// ("Russia's Security Council"), and else an organization with what it owns ("the BBC's Persian service"); -1 where
// the owner is no organization.
func (f *finder) owned(t int) (body, end int) {
	m, end := f.body(t), f.end(t)
	if !f.possessive(end) {
		return m, end
	}
	n := f.body(end + 1)
	switch {
	case n >= 0 && f.mentions[n].Label == dateline.Org:
		return n, f.end(end + 1)
	case f.mentions[m].Label != dateline.Org:
		return -1, end
	case n >= 0:
		return m, f.end(end + 1)
	}
	return m, end + 1
}

// wordsAfter reads common words from token t on after preposition w, up to a name that they go with.
func (f *finder) wordsAfter(c *complement, w string, t int, the bool) bool {
	if w == "to" && !the && !f.capital(t) {
		return false // the first MP to resign
	}
	end := t
	for end < f.to && end < t+5 && f.mention(end) < 0 && (letter(f.lower(end)) || f.hyphen(end)) && !f.phraseStop(f.lower(end)) && (end == t || f.capital(end) == f.capital(t)) {
		end++
	}
	if end == t {
		return false
	}
	if m := f.body(end); m >= 0 && c.role.Affil < 0 && (the || w != "in" && w != "on" && f.mentions[m].Label == dateline.Org && !f.capital(t)) {
		c.role.Affil, c.next = m, f.end(end) // head of the powerful Quds Force, chief of rival Acme
		return true
	}
	if m := f.mention(end); m >= 0 && f.mentions[m].Label == dateline.Person {
		c.next = f.end(end) // aide to President Ann Lee
		return true
	}
	if n := f.capitals(end); n > end && !the && !f.capital(t) && c.role.Affil < 0 && f.closes(n) {
		c.role.Role.Affiliation = f.doc.Text[f.doc.Tokens[end].Start:f.doc.Tokens[n-1].End] // head of consultancy Marlow Books, which is not tagged
		c.next = n
		return true
	}
	if f.possessive(end) && the && c.role.Affil < 0 && c.role.Owner < 0 {
		c.next = f.common(end + 1)
		if m := f.body(c.next); m >= 0 { // governor of the country's most populous Ayr province
			c.role.Affil, c.next = m, f.restOfBody(f.end(c.next))
			return true
		}
		c.role.Owner = end - 1 // director of the school's music programme
		return true
	}
	if (w == "of" || w == "for") && (!the || c.role.Affil >= 0 || c.role.Owner >= 0) {
		c.title = end
	}
	if c.next = end; f.capital(t) {
		c.next = f.restOfBody(end) // director of the Learning Together event
	}
	return true
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

// basedBody skips "-based brokerage" after the name of a town that ends at token t, up to the name of a body; it returns
// t where that is not so.
func (f *finder) basedBody(t int) int {
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
	if w != "most" && w != "very" && w != "right" && f.lex.honors[strings.TrimSuffix(w, ".")] {
		return true
	}
	switch w {
	case "of", "for", "at", "in", "with", "to", "on", "from", "who", "that", "which", "said", "says", "told",
		"until", "since", "between", "when", "where", "has",
		"is", "was", "will", "and", "after", "before", "by", "as", "during", "or", "but", "well", "over", "more", "nearly", "about", "almost", "only", "just":
		return true
	}
	return false
}
