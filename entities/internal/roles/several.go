package roles

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// A title in the plural is that of each one named in a row: "Senators Ann Lee of Utah and Bob Ray of Ohio". It is
// carried from name to name, in finder.carried.
type carried struct {
	a, b   int // the title's tokens
	role   Found
	person int // who has it next, -1 for nobody
}

// plural reports whether w is the plural of a head noun, and no verb: not "hosts".
func (l *words) plural(w string) bool {
	switch w {
	case "heads", "hosts", "models", "guards", "guides", "sponsors", "partners", "judges", "pilots", "captains", "coaches", "anchors", "agents":
		return w == "judges" || w == "pilots" || w == "captains" || w == "coaches" || w == "agents"
	}
	switch {
	case len(w) < 4:
		return w == "mps"
	case strings.HasSuffix(w, "ies"):
		return l.heads[w[:len(w)-3]+"y"]
	case strings.HasSuffix(w, "men"):
		return l.head(w[:len(w)-2] + "an")
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ches"):
		return l.heads[w[:len(w)-2]]
	}
	return w[len(w)-1] == 's' && l.head(w[:len(w)-1])
}

// severally adds the plural title at token k, right before the first name of a row.
func (f *finder) severally(k int) {
	if f.mention(k) >= 0 || !f.lex.plural(f.lower(k)) {
		return
	}
	next := f.nextInRow(f.next)
	if next < 0 {
		return
	}
	a, former := f.phraseStart(k)
	r := Found{Role: role(former), Affil: -1, Owner: -1}
	r.Affil, r.Owner = f.owner(f.leftOf(a, k))
	if m := f.mention(a - 1); m >= 0 {
		r.Role.Former = former || f.formerBefore(f.start(a-1)-1)
	}
	f.add(a, k+1, r)
	f.carried = carried{a, k + 1, r, next}
}

// carry gives the person at hand the plural title of the row, if it is in one.
func (f *finder) carry() {
	if c := &f.carried; c.person == f.person {
		f.add(c.a, c.b, c.role)
		c.person = f.nextInRow(f.next)
	}
}

// nextInRow returns the person named next in a row, after a name that ends before token k: the mention; -1 for none.
// What says where somebody is from may stand between.
func (f *finder) nextInRow(k int) int {
	switch w := f.lower(k); {
	case w == "(":
		for end := k + 8; k < end && f.text(k) != ")"; {
			k++
		}
		k++
	case (w == "of" || w == "from") && f.body(k+1) >= 0:
		k = f.end(k + 1)
	case w == "of" && f.lower(k+1) == "the" && f.body(k+2) >= 0:
		k = f.end(k + 2)
	}
	at := k
	if f.text(k) == "," {
		k++
	}
	if w := f.lower(k); w == "and" || w == "&" {
		k++
	}
	for f.lex.honors[strings.TrimSuffix(f.lower(k), ".")] && f.mention(k) < 0 {
		k++
	}
	if m := f.mention(k); k > at && m > f.person && f.mentions[m].Label == dateline.Person {
		return m
	}
	return -1
}

// oneOf skips "one of the two", "both" at token k, after which a title stands in the plural.
func (f *finder) oneOf(k int) (next int, plural bool) {
	switch w := f.lower(k); {
	case w == "both", w == "all", w == "two", w == "three", w == "four":
		return k + 1, true
	case w == "one" && f.lower(k+1) == "of":
		k = f.determiner(k + 2)
		switch f.lower(k) {
		case "two", "three", "four", "five", "six", "seven", "eight", "many", "several":
			k++
		}
		return k, true
	}
	return k, false
}

// share gives the title of r to those named in a row before the person at hand: "Ann Lee and Bob Ray, both engineers".
func (f *finder) share(a, b int, r Found) {
	person, t := f.person, f.first
	for range maxFound {
		if f.lower(t-1) == "and" {
			t--
		}
		if f.text(t-1) == "," {
			t--
		}
		m := f.mention(t - 1)
		if m < 0 || f.mentions[m].Label != dateline.Person {
			break
		}
		t, f.person = f.start(t-1), m
		f.add(a, b, r)
	}
	f.person = person
}

// furtherTitle returns where the next title of a list begins, "actor, director and teacher", after the comma or "and"
// at token k; -1 if there is none.
func (f *finder) furtherTitle(k int) int {
	if f.text(k) == "," {
		k++
		if f.lower(k) == "and" {
			k++
		}
	} else if f.lower(k) == "and" {
		k++
	} else {
		return -1
	}
	for t := k; t < k+4; t++ {
		if f.head(t) {
			return k
		}
		if w := f.lower(t); f.mention(t) >= 0 || !f.lex.modifiers[w] && !(f.head(t+1) && f.unknownNoun(t)) {
			return -1
		}
	}
	return -1
}
