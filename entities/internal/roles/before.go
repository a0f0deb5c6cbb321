package roles

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// before finds the titles that end at token t, where a name begins.
func (f *finder) before(t int) {
	k := f.honors(t - 1)
	if b := f.rank(k); b <= k {
		f.ranked(b, k+1)
		k = f.honors(b - 1)
	}
	if f.text(k) == "," {
		f.definite(k)
		return
	}
	if w := f.lower(k); w == "named" || w == "called" {
		f.byName(k)
		return
	}
	f.severally(k)
	if f.head(k) || f.position(k) {
		f.phrase(k, false)
		a, _ := f.phraseStart(k)
		if f.capital(k) && f.head(a-1) && !f.capital(a-1) {
			f.phrase(a-1, false) // commander General Ann Lee
		}
		if f.text(a-1) == "," { // Britain's envoy to the talks, Ambassador Ann Lee
			f.definite(a - 1)
		}
		return
	}
	// President of the United States Donald Trump
	if m := f.body(k); m >= 0 {
		if h := f.ofHead(k); h >= f.from {
			a, former := f.phraseStart(h)
			f.add(a, h+1, Found{Role: role(former), Affil: m, Owner: -1})
			return
		}
		if h := f.toHead(k); h >= f.from {
			f.officeTo(h, k)
			return
		}
	}
	f.long(k)
}

// byName adds the title before "named" or "called" at token k: "a fisherman named Ann Lee".
func (f *finder) byName(k int) {
	if !f.head(k-1) || f.lower(f.next) == "as" || f.article(f.next) || f.head(f.next) {
		return
	}
	a, _ := f.phraseStart(k - 1)
	left := f.leftOf(a, k-1)
	if f.body(left) >= 0 {
		left = f.start(left) - 1
	}
	for n := 0; n < 3 && f.mention(left) < 0 && (f.text(left) == "-" || digits(f.text(left)) || strings.HasSuffix(f.lower(left), "-old") || f.lex.ages[f.lower(left)]); n++ {
		left--
	}
	if w := f.lower(left); w == "a" || w == "an" {
		f.phrase(k-1, false)
	}
}

// long adds a title with a complement that is no name and ends at token k, right before the name: "Secretary of State
// for International Development Ann Lee", "director of operations Ann Lee".
func (f *finder) long(k int) {
	h := -1
	if stop(f.lower(k)) {
		return
	}
	for j := k; j > f.from && j > k-9 && f.mention(j) < 0; j-- {
		w := f.lower(j)
		if w == "of" || w == "for" {
			if j < k && f.head(j-1) && f.capital(j-1) == f.capital(k) {
				h = j - 1
			}
			continue
		}
		if w != "and" && w != "the" && (!letter(w) || stop(w) || f.capital(j) != f.capital(k) && h < 0) || !f.capital(k) && k-j > 2 {
			break
		}
	}
	if h < 0 {
		return
	}
	a, former := f.phraseStart(h)
	affil, noun := f.owner(f.leftOf(a, h))
	f.add(a, k+1, Found{Role: role(former), Affil: affil, Owner: noun})
}

func role(former bool) dateline.Role { return dateline.Role{Former: former} }

// ranked adds the rank that is tokens [a, b), of what stands right before it: "Indiana Gov.", "Retired Lt. Gen."
func (f *finder) ranked(a, b int) {
	r := Found{Affil: f.body(a - 1), Owner: -1}
	left := a - 1
	if r.Affil >= 0 {
		left = f.start(left) - 1
	}
	r.Role.Former = f.mention(left) < 0 && formerWord(f.lower(left))
	f.add(a, b, r)
}

// honors skips the titles of courtesy that end with token k: "the Rt Rev".
func (f *finder) honors(k int) int {
	for k >= f.from && f.mention(k) < 0 && f.lex.honors[strings.TrimSuffix(f.lower(k), ".")] {
		if f.lower(k) == "the" && (k == f.from || f.text(k-1) != ",") {
			break
		}
		k--
	}
	return k
}

// rank returns the first token of the abbreviated titles that end with token k, k+1 if there are none.
func (f *finder) rank(k int) int {
	b := k + 1
	for b-1 >= f.from && f.mention(b-1) < 0 && f.lex.ranks[strings.TrimSuffix(f.lower(b-1), ".")] && f.capital(b-1) {
		b--
	}
	return b
}

func (f *finder) capital(t int) bool {
	s := f.text(t)
	return s != "" && 'A' <= s[0] && s[0] <= 'Z'
}

// head reports whether token t is a noun for what somebody is, outside mentions.
func (f *finder) head(t int) bool {
	return t >= f.from && t < f.to && f.mention(t) < 0 && f.lex.head(f.lower(t))
}

// ofHead returns the head noun before "of the MENTION", where the mention ends at token k; -1 if there is none.
func (f *finder) ofHead(k int) int {
	k = f.start(k) - 1
	if f.possessive(k) && f.body(k-1) >= 0 {
		k = f.start(k-1) - 1 // deputy head of Russia's Security Council
	} else if m := f.body(k); m >= 0 && f.mentions[m].Label == dateline.Norp {
		k = f.start(k) - 1 // secretary of the Norwegian Ministry of Trade
	}
	if f.lower(k) == "the" {
		k--
	}
	switch f.lower(k) {
	case "of", "for", "at", "from":
		if f.head(k - 1) {
			return k - 1
		}
	}
	return -1
}

// toHead returns the head noun before "to the MENTION", where the mention ends at token k, if it is one of an envoy's;
// -1 if there is none.
func (f *finder) toHead(k int) int {
	k = f.start(k) - 1
	if f.lower(k) == "the" {
		k--
	}
	if f.lower(k) == "to" && f.head(k-1) && envoy(f.lower(k-1)) {
		return k - 1
	}
	return -1
}

// envoy reports whether w is a head for somebody whom one country sends to another.
func envoy(w string) bool {
	switch w {
	case "ambassador", "envoy", "representative", "emissary", "delegate", "commissioner", "consul":
		return true
	}
	return false
}

// phraseStart returns the first token of the title whose head is token k, and whether a word before it says "former".
// unknownNoun reports whether token t may be a noun that no list has, and is no verb: "NATO suspends General Ann Lee".
// joined reports whether what stands before "and" belongs to the title whose head is token k and whose words begin,
// so far, with token a: "chairman and chief executive", "Road Transport and Bridges Minister".
// modifies reports whether token t belongs to the title whose head is token k.
// branch reports whether token t is a word between a title of a first part and its head: "chief revenue officer",
// "deputy climate editor".
// glue reports whether token t is the hyphen of a word in capitals: Secretary-General.
// position reports whether token t is a place in a team, right before the name of a player: "center Ann Lee".
func (f *finder) position(t int) bool {
	return f.mention(t) < 0 && f.lex.positions[f.lower(t)] && (!f.capital(t) || t == f.from)
}

// phrase adds the title that ends with head token k. needs says that it must be definite: after "the", a possessive
// or a nationality; or that a comma follows the name.
func (f *finder) phrase(k int, needs bool) {
	a, former := f.phraseStart(k)
	r := Found{Affil: -1, Owner: -1, Definite: needs}
	left := f.based(f.leftOf(a, k))
	r.Affil, r.Owner = f.owner(left)
	if f.personal(a, k, left) {
		return
	}
	other := f.chained(k, left)
	if other >= 0 {
		r.Affil = -1
	}
	switch {
	case r.Affil >= 0:
		b := f.start(f.tokenOf(left))
		w := f.lower(b - 1)
		former = former || f.formerBefore(b-1)
		r.Definite = needs && w != "a" && w != "an"
	case needs && r.Owner < 0:
		switch f.lower(left) {
		case "the", "its", "their", "his", "her", "our", "my":
		case "whose", "'s", "’s", "'", "’": // Bob Ray's lawyer, Ann Lee,
		case "a", "an":
			r.Definite = false
			if left != f.from && !f.commaFollows() {
				return
			}
		default:
			r.Definite = false
			if a != f.from && !(f.text(left) == "," && f.capital(k)) || !f.commaFollows() {
				return
			}
		}
	case f.mention(left) >= 0:
		former = former || f.formerBefore(f.start(left)-1)
	}
	if r.Affil < 0 && r.Owner < 0 {
		r.Affil, r.Owner = f.bridged(a, k, left)
	}
	r.Role.Former = former
	f.add(a, k+1, r)
	if other >= 0 {
		f.officeTo(other, left)
		return
	}
	if m := f.mention(left); m >= 0 {
		left = f.start(f.tokenOf(left)) - 1
	}
	f.contrast(left+1, a)
}

// based skips "-based" or "-born" at token t, after the name of a place.
// personal reports whether the title [a, k] tells what somebody is to another person: "his partner Ann Lee", "her
// fellow Scots".
// chained returns the head of another office before the title at token k, where what stands at token left belongs to
// that: "Special Envoy to the Horn of Africa Ambassador Ann Lee"; -1 if there is none.
// officeTo adds the office with its head at token h whose body is the mention that ends at token k.
// bridged finds whose the title at tokens [a, k] is that has no affiliation beside it: that of the noun before it
// ("hospital spokeswoman", "its chair"), which the caller of Find resolves, or, for the head of a company, the body at
// the start of the sentence: "Acme said Chief Executive Ann Lee will leave".
// formerBefore reports whether "former" or a word like it stands at token t, before the name of a body; or before the
// other one of two: "former Leeds and England captain".
// contrast adds the title before "and" where what follows it, from token b to the title at a, says that it is another
// one of the same person: "former Ohio governor and current senator Ann Lee".
func (f *finder) contrast(b, a int) {
	for b > f.from {
		if drop, _ := dropped(f.lower(b - 1)); !drop {
			break
		}
		b--
	}
	if m := f.body(b); m >= 0 && f.lower(b-1) == "and" && f.head(b-2) && f.end(b) <= a { // former Leeds coach and Acme director Ann Lee
		c, former := f.phraseStart(b - 2)
		left := f.leftOf(c, b-2)
		if f.body(left) >= 0 && f.lower(f.start(left)-1) != "the" {
			f.add(c, b-1, Found{Role: role(former || f.formerBefore(f.start(left)-1)), Affil: f.body(left), Owner: -1})
		}
		return
	}
	for ; b < a; b++ {
		switch f.lower(b) {
		case "current", "now", "former", "incumbent", "then", "acting", "previous":
			if f.lower(b-1) == "and" && f.head(b-2) {
				f.phrase(b-2, false)
			}
			return
		}
		if drop, _ := dropped(f.lower(b)); !drop {
			return
		}
	}
}

// leftOf returns the token before the title [a, k] and what was dropped before it.
// tokenOf skips a possessive ending.
// owner returns the mention that token t belongs to, possessive or not, if it is an affiliation; or else the noun
// whose possessive it is.
