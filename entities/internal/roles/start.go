package roles

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// Where a title begins: its head is the last word, and what stands before it belongs to it as far as these rules say.

func (f *finder) phraseStart(k int) (int, bool) {
	a := k
	for a-1 >= f.from && k-a < 9 {
		if f.modifies(a-1, k) {
			a--
			continue
		}
		if f.lower(a-1) != "and" || !f.joined(a, k) {
			break
		}
		a -= 2
	}
	unknown := 0
	if drop, _ := dropped(f.lower(a)); !drop && !f.capital(k) && f.unknownNoun(a-1) && (f.body(a-2) >= 0 || f.article(a-2) || formerWord(f.lower(a-2))) {
		a-- // an unknown noun between what it is of and the title: British landscape artist
		unknown = 1
	}
	a, former := f.dropAll(a, k)
	return a, former || unknown > 0 && formerWord(f.lower(a-1))
}

func (f *finder) unknownNoun(t int) bool {
	w := f.lower(t)
	if f.mention(t) >= 0 || !letter(w) || stop(w) || f.capital(t) || len(w) < 2 || f.possessive(t) {
		return false
	}
	return !pastVerb(w) && w[len(w)-1] != 's' && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ly") && (!strings.HasSuffix(w, "ing") || f.body(t-1) >= 0 && f.mentions[f.body(t-1)].Label == dateline.Norp)
}

func (f *finder) joined(a, k int) bool {
	if drop, _ := dropped(f.lower(a)); drop || f.mention(a-2) >= 0 {
		return false
	}
	if w := f.lower(a - 3); w == "for" || w == "as" {
		return false // voted for mayor and professor Ann Lee for governor
	}
	if f.head(a - 2) {
		return f.capital(a-2) == f.capital(k) || len(f.text(k)) == 3 || a-2 == f.from // Comedian and actor Ann Lee
	}
	if f.capital(k) && f.capital(a) && f.capital(a-2) {
		return a-2 > f.from && !f.lex.head(f.lower(a))
	}
	return !f.capital(k) && f.lex.modifiers[f.lower(a)] && f.lex.modifiers[f.lower(a-2)]
}

func (f *finder) modifies(t, k int) bool {
	if f.mention(t) >= 0 || f.possessive(t) {
		return false
	}
	if f.glue(t) || f.glue(t+1) && t+1 < k {
		return true // Secretary-General
	}
	w := f.lower(t)
	drop, _ := dropped(w)
	if lower := !f.capital(t) && f.capital(k); drop || f.lex.modifiers[w] || !lower && f.lex.head(w) || f.branch(t) {
		return true
	} else if lower {
		return false // our colleague Justice Ann Lee
	}
	if i := strings.IndexByte(w, '-'); i > 0 && i < len(w)-1 && !strings.HasSuffix(w, "-old") && w[0] >= 'a' && w[0] <= 'z' {
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

func (f *finder) branch(t int) bool {
	switch f.lower(t - 1) {
	case "chief", "deputy", "lead", "associate", "assistant", "senior", "head":
		w := f.lower(t)
		return f.mention(t) < 0 && f.head(t+1) && letter(w) && !stop(w) && !f.capital(t) && f.lower(t+1) != "chief"
	}
	return false
}

func (f *finder) glue(t int) bool {
	return f.text(t) == "-" && f.capital(t-1) && f.mention(t-1) < 0 && f.mention(t+1) < 0 && letter(f.lower(t+1)) &&
		f.doc.Tokens[t-1].End == f.doc.Tokens[t].Start && f.doc.Tokens[t].End == f.doc.Tokens[t+1].Start
}
