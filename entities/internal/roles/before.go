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
	if f.head(k) {
		f.phrase(k, false)
		if a, _ := f.phraseStart(k); f.text(a-1) == "," { // Britain's envoy to the talks, Ambassador Ann Lee
			f.definite(a - 1)
		}
		return
	}
	// President of the United States Donald Trump
	if m := f.body(k); m >= 0 {
		if h := f.ofHead(k); h >= f.from && f.capital(h) {
			a, former := f.phraseStart(h)
			f.add(a, h+1, Found{Role: role(former), Affil: m, Owner: -1})
		}
	}
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
	if f.lower(k) == "the" {
		k--
	}
	switch f.lower(k) {
	case "of", "for", "at":
		if f.head(k - 1) {
			return k - 1
		}
	}
	return -1
}

// phraseStart returns the first token of the title whose head is token k, and whether a word before it says "former".
func (f *finder) phraseStart(k int) (int, bool) {
	a := k
	for a-1 >= f.from && k-a < 7 && f.modifies(a-1, k) {
		a--
	}
	unknown := 0
	if w := f.lower(a - 1); f.mention(a-1) < 0 && letter(w) && !stop(w) && !f.capital(a-1) && (f.body(a-2) >= 0 || formerWord(f.lower(a-2))) {
		a-- // an unknown noun between what it is of and the title: British landscape artist
		unknown = 1
	}
	former := false
	for a < k {
		drop, was := dropped(f.lower(a))
		if !drop || f.firstRank(a) {
			break
		}
		former = former || was
		a++
	}
	return a, former || unknown > 0 && formerWord(f.lower(a-1))
}

// modifies reports whether token t belongs to the title whose head is token k.
func (f *finder) modifies(t, k int) bool {
	if f.mention(t) >= 0 {
		return false
	}
	w := f.lower(t)
	if drop, _ := dropped(w); drop || f.lex.modifiers[w] || f.lex.head(w) {
		return true
	}
	if i := strings.IndexByte(w, '-'); i > 0 && i < len(w)-1 && w[0] >= 'a' && w[0] <= 'z' {
		return true
	}
	switch f.doc.Tokens[t].POS {
	case dateline.PosJJ, dateline.PosNN, dateline.PosNNP:
		return w != "" && w[0] >= 'a' && w[0] <= 'z' && !stop(w)
	}
	if t == f.from && k == t+1 && f.capital(t) && len(w) > 3 && !stop(w) {
		return true // Crane operator Petru Ciobanu
	}
	return f.capital(t) && f.capital(k) && (t > f.from || f.capital(t+1)) && len(w) > 2 && !stop(w)
}

// dropped reports whether w stands before a title without being part of it, and whether it says that the role is over.
func dropped(w string) (drop, former bool) {
	switch w {
	case "former", "ex", "retired", "onetime", "one-time", "erstwhile", "ousted", "deposed", "ex-":
		return true, true
	case "new", "newly", "appointed", "elected", "newly-elected", "newly-appointed", "re-elected", "reelected",
		"current", "longtime", "long-time", "then", "late",
		"outgoing", "incoming", "then-", "recently", "embattled", "controversial", "popular", "prominent",
		"renowned", "famous", "noted", "leading", "top", "veteran",
		"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "young",
		"old", "first-ever", "longest-serving", "disgraced", "fellow", "hard-line", "hardline", "influential",
		"powerful", "respected", "exiled", "jailed",
		"billionaire", "right-wing", "left-wing", "far-right", "far-left", "conservative", "liberal", "centrist",
		"moderate", "progressive", "populist":
		return true, false
	}
	return false, false
}

// firstRank reports whether token a begins a title like "First Lady" or "First Minister".
func (f *finder) firstRank(a int) bool {
	if f.lower(a) != "first" {
		return false
	}
	switch f.lower(a + 1) {
	case "lady", "minister", "secretary", "deputy", "sergeant", "lieutenant", "officer", "vice":
		return true
	}
	return false
}

func formerWord(w string) bool {
	_, was := dropped(w)
	return was
}

// stop reports whether w can be no part of a title before its head.
func stop(w string) bool {
	switch w {
	case "the", "a", "an", "of", "in", "on", "at", "by", "for", "with", "to", "from", "and", "or", "but", "as",
		"that", "this", "his", "her", "its", "their", "our", "my",
		"said", "says", "told", "was", "is", "were", "are", "has", "had", "have", "who", "when", "while",
		"after", "before", "than", "where", "which", "between", "under",
		"also", "not", "mr.", "mr", "mrs.", "ms.", "dr.", "one", "two", "some", "both", "other", "another",
		"many", "by-line", "like", "because", "if", "although", "since",
		"during", "despite", "asked", "added", "according", "however", "meanwhile", "yesterday", "today",
		"reported", "it", "he", "she", "they", "we", "i", "you":
		return true
	}
	return false
}

// phrase adds the title that ends with head token k. needs says that it must be definite: after "the", a possessive
// or a nationality.
func (f *finder) phrase(k int, needs bool) {
	a, former := f.phraseStart(k)
	r := Found{Affil: -1, Owner: -1, Definite: needs}
	left := f.leftOf(a, k)
	r.Affil, r.Owner = f.owner(left)
	switch {
	case r.Affil >= 0:
		b := f.start(f.tokenOf(left))
		w := f.lower(b - 1)
		if drop, was := dropped(w); drop && was {
			former = true
		}
		r.Definite = needs && w != "a" && w != "an"
	case needs && r.Owner < 0:
		switch f.lower(left) {
		case "the", "its", "their", "his", "her", "our", "my":
		default:
			return
		}
	case f.mention(left) >= 0:
		if drop, was := dropped(f.lower(f.start(left) - 1)); drop && was {
			former = true
		}
	}
	r.Role.Former = former
	f.add(a, k+1, r)
}

// leftOf returns the token before the title [a, k] and what was dropped before it.
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

// tokenOf skips a possessive ending.
func (f *finder) tokenOf(t int) int {
	if f.possessive(t) {
		return t - 1
	}
	return t
}

// owner returns the mention that token t belongs to, possessive or not, if it is an affiliation; or else the noun
// whose possessive it is.
func (f *finder) owner(t int) (affil, noun int) {
	p := f.tokenOf(t)
	if m := f.body(p); m >= 0 {
		return m, -1
	}
	if p != t && f.mention(p) < 0 && p > f.from {
		return -1, p
	}
	return -1, -1
}

// definite adds the title before the comma at token c, which must be definite: "The alliance's secretary general, Ann
// Lee".
func (f *finder) definite(c int) {
	if f.head(c - 1) {
		f.phrase(c-1, true)
		return
	}
	m := f.body(c - 1)
	if m < 0 {
		f.definiteFor(c)
		return
	}
	h := f.ofHead(c - 1)
	if h < f.from {
		f.definiteFor(c)
		return
	}
	a, former := f.phraseStart(h)
	switch left := f.leftOf(a, h); {
	case f.lower(left) == "the":
		f.add(a, h+1, Found{Role: role(former), Affil: m, Owner: -1, Definite: true})
	case f.possessive(left):
		f.definiteFor(c)
	}
}

// definiteFor adds a title with a complement that is no affiliation: "the minister for transport, Ann Lee",
// "Britain's envoy to the talks, Ann Lee".
func (f *finder) definiteFor(c int) {
	for k := c - 2; k > f.from && k > c-8; k-- {
		switch f.lower(k) {
		case "of", "for", "to", "on":
		case ",", ".", "said", "that", "and":
			return
		default:
			continue
		}
		if !f.head(k - 1) {
			continue
		}
		a, former := f.phraseStart(k - 1)
		left := f.leftOf(a, k-1)
		affil, noun := f.owner(left)
		if f.lower(left) == "the" || f.possessive(left) {
			f.add(a, c, Found{Role: role(former), Affil: affil, Owner: noun, Definite: true})
		}
		return
	}
}
