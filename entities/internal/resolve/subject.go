package resolve

import "github.com/dateline-nlp/dateline"

// Without a syntax tree, who does something and who says something is read off the words beside a name.

// isSubject reports whether the words [t, next) stand like a subject: before a verb, after a verb of speech, or first
// in the sentence with no preposition or possessive.
func (d *discourse) isSubject(s dateline.Sentence, t, next int) bool {
	after := d.lower(next)
	if after == "'s" || after == "’s" || after == "'" || after == "’" {
		return false
	}
	if after == "also" || after == "then" || after == "later" || after == "never" || after == "has" || after == "had" {
		return true
	}
	before := ""
	if t > s.First {
		before = d.lower(t - 1)
	}
	if (finite(after) || after == "who") && !preposition(before) {
		return true
	}
	if (before == "was" || before == "is") && after == "," && fronting(d.lower(s.First)) && d.lower(t-2) != "she" && d.lower(t-2) != "he" && t-s.First <= 6 {
		return true // Among them was Ann Lee,
	}
	for back := t - 1; back >= s.First && back > t-6; back-- {
		switch w := d.lower(back); {
		case preposition(w) || finite(w):
			return false
		case w == "," || w == "and" || w == "but" || w == "that" || w == "while" || w == "when" || w == "as":
			return t-s.First <= 6
		}
	}
	return t-s.First <= 6
}

// speaks reports whether the words [t, next) are the subject of a verb of speech, beside it or with an apposition
// between commas, or stand after "according to".
func (d *discourse) speaks(s dateline.Sentence, t, next int) bool {
	w := d.lower(next)
	if reporting(w) {
		return true
	}
	switch w {
	case "also", "has", "had", "then", "later", "further", "again", "did", "does":
		return reporting(d.lower(next + 1))
	case ",":
		if d.afterApposition(s, next+1) {
			return true
		}
	}
	if t <= s.First {
		return false
	}
	k := d.titleStart(s, t)
	if reporting(d.lower(k-1)) && d.inverted(s, k, next) {
		return true
	}
	return k > s.First+1 && d.lower(k-1) == "to" && d.lower(k-2) == "according"
}

// afterApposition reports whether the comma that closes the apposition from token k on stands before a verb of speech.
func (d *discourse) afterApposition(s dateline.Sentence, k int) bool {
	for end := min(s.Limit, k+24); k < end; k++ {
		switch x := d.lower(k); {
		case isQuote(x):
			return false
		case x == "," && reporting(d.lower(k+1)):
			return true
		}
	}
	return false
}

// titleStart goes back from token t over the words that may stand between a verb and the name of its subject: titles,
// what they are of, and possessives, as in "said NBC's political editor Ann Lee".
func (d *discourse) titleStart(s dateline.Sentence, t int) int {
	k := t
	for k > s.First && t-k < 8 {
		w := d.lower(k - 1)
		if w == "" || !d.capital(k-1) && !(w[0] >= 'a' && w[0] <= 'z') && w[0] != '\'' && w != "’s" ||
			reporting(w) || !d.capital(k-1) && (finite(w) || preposition(w) && w != "of" || fronting(w) && w != "of") || w == "according" || w == "to" {
			break
		}
		k--
	}
	return k
}

// inverted reports whether the words [t, next) after a verb of speech are its subject ("..., said Smith") and not
// what is said ("Smith said Jones is").
func (d *discourse) inverted(s dateline.Sentence, t, next int) bool {
	if after := d.lower(next); after == "'s" || after == "’s" || finite(after) {
		return false
	}
	switch d.lower(t - 1) {
	case "told", "asked", "called", "accused", "praised", "blamed", "criticized", "described":
		return false
	}
	if t-2 < s.First {
		return true
	}
	before := d.lower(t - 2)
	return before == "," || isQuote(before) || before == "also"
}

// capital reports whether token t begins with a capital letter, as a title does.
func (r *resolver) capital(t int) bool {
	c := r.doc.Text[r.doc.Tokens[t].Start]
	return 'A' <= c && c <= 'Z'
}
