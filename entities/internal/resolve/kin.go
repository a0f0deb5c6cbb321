package resolve

// Relatives have one surname, and often one given name, so a name that the text brings in as somebody's relative is
// kept apart from all that was named before it: Gloria Morgan Vanderbilt, "her mother", is not Gloria Vanderbilt. A
// headline may have named the relative already, and does not count.

// kinBefore reports whether the name that begins at token t comes right after a noun of kinship and whose it is: "her
// widowed mother, Ann Lee", "Lee's son Bob".
func (r *resolver) kinBefore(t int) bool {
	k := t - 1
	if r.lower(k) == "," {
		k--
	}
	if !kinNoun(r.lower(k)) {
		return false
	}
	for back := 1; back <= 3; back++ {
		switch r.lower(k - back) {
		case "his", "her", "their", "my", "our", "'s", "’s", "'", "’":
			return true
		case ".", ",", "":
			return false
		}
	}
	return false
}

// kinNoun reports whether w is a noun of kinship.
func kinNoun(w string) bool {
	switch w {
	case "wife", "husband", "mother", "father", "son", "daughter", "brother", "sister", "widow", "widower", "aunt", "uncle", "niece", "nephew",
		"cousin", "grandmother", "grandfather", "grandson", "granddaughter", "stepmother", "stepfather", "stepson", "stepdaughter",
		"half-brother", "half-sister", "twin", "ex-wife", "ex-husband", "fiancé", "fiancée", "fiance", "fiancee", "girlfriend", "boyfriend",
		"mother-in-law", "father-in-law", "brother-in-law", "sister-in-law", "son-in-law", "daughter-in-law", "grandparents", "parents":
		return true
	}
	return false
}

// kinApart reports whether one of two full names was brought in as a relative after the other had been named.
func kinApart(a, b *nameNode) bool {
	if len(a.words) < 2 || len(b.words) < 2 {
		return false
	}
	return a.kin && b.body >= 0 && b.body < a.first || b.kin && a.body >= 0 && a.body < b.first
}

// listedBeside reports whether two full names stand side by side where they were first named, with "and" between: then
// they are two people, however alike.
func (r *resolver) listedBeside(a, b *nameNode) bool {
	x, y := a.first, b.first
	if x > y {
		x, y = y, x
	}
	if y != x+1 || len(a.words) < 2 || len(b.words) < 2 {
		return false
	}
	gap := r.doc.Text[r.mentions[x].End:r.mentions[y].Start]
	return gap == " and " || gap == " & "
}
