package roles

import "github.com/dateline-nlp/dateline"

// clause reads the predicates of a clause from its verb at token k: "was Canada's representative", "has been head of
// X", "served as mayor and is now a judge". The first one may be about something else: "replaced Ann Lee and was
// previously a judge" (in a relative clause, where that verb stands at k).
func (f *finder) clause(k int) {
	strict := f.lower(k-1) != "who"
	for range 3 {
		if a, former, ok := f.copula(k); ok {
			f.noun(a, former, false)
		} else if strict && !f.opens() {
			return
		}
		if k = f.furtherPredicate(k+1, strict); k < 0 {
			return
		}
	}
}

// opens reports whether the person's name is the first word of the sentence, titles aside, and so its subject.
func (f *finder) opens() bool {
	return f.first == f.from || f.own < len(f.out) && f.out[f.own].Role.Span.Start == f.doc.Tokens[f.from].Start
}

// furtherPredicate returns the verb of the next predicate after token k, "and is", "and was"; -1 if there is none. strict says
// that no other person may be named on the way.
func (f *finder) furtherPredicate(k int, strict bool) int {
	for end := min(f.to, k+20); k < end; k++ {
		if m := f.mention(k); strict && m >= 0 && f.mentions[m].Start > f.doc.Tokens[f.first].Start && f.mentions[m].Label == dateline.Person {
			return -1 // somebody else's predicate
		}
		switch f.text(k) {
		case ";", ":", "\"", "“", "”", "—", "(":
			return -1
		case "who", "which", "that", "where":
			if strict {
				return -1
			}
		case "and":
			if _, _, ok := f.copula(k + 1); ok {
				return k + 1
			}
		}
	}
	return -1
}

// copula reads a verb that tells what somebody is, with what goes with it, at token k. It returns where the noun
// phrase begins, and whether the role is over.
func (f *finder) copula(k int) (noun int, former, ok bool) {
	switch w := f.lower(k); w {
	case "is", "becomes", "became", "remains", "remained":
		k++
	case "was":
		k, former = f.passive(k + 1)
	case "has", "had":
		k, former = f.perfect(k)
	case "will":
		if next := f.lower(k + 1); next == "become" || next == "remain" {
			k += 2
			break
		}
		k, former = f.actsAs(k + 1)
	default:
		k, former = f.actsAs(k)
	}
	for k >= 0 {
		switch f.lower(k) {
		case "once", "previously", "formerly":
			former = true
		case "also", "then", "now", "currently", "still", "later", "briefly":
		default:
			return k, former, true
		}
		k++
	}
	return -1, false, false
}

// perfect reads "has been", "had been appointed", "has resigned as" at token k. It returns where the noun phrase
// begins, -1 where the verb is another one, and whether the role is over.
func (f *finder) perfect(k int) (noun int, former bool) {
	former = f.lower(k) == "had"
	k++
	switch f.lower(k) {
	case "been":
		k++
		if f.lower(k) == "named" || f.lower(k) == "appointed" || f.lower(k) == "elected" {
			former = false
			k++
		}
	case "served", "worked":
		k++
	case "resigned", "retired":
		former = true
		k++
	default:
		return -1, false
	}
	if f.lower(k) == "as" {
		k++
	}
	return k, former
}

// passive reads what follows "was": "named", "sworn in as" do not make the role a former one.
func (f *finder) passive(k int) (noun int, former bool) {
	switch w := f.lower(k); {
	case appoints(w), w == "sworn", w == "made":
		k++
		if f.lower(k) == "in" || f.lower(k) == "as" || f.lower(k) == "to" {
			k++
		}
		if f.lower(k) == "as" || f.lower(k) == "be" {
			k++
		}
		return k, false
	}
	return k, true
}

// actsAs reads "serves as", "stays on as", "took over as", "resigned on Monday as" with the verb at token k. It returns
// where the noun phrase begins, -1 where the verb is another one, and whether the role is over.
func (f *finder) actsAs(k int) (noun int, former bool) {
	particle := ""
	switch f.lower(k) {
	case "serves", "works", "acts", "act", "serve", "doubles", "doubled", "acted", "continues":
	case "served", "worked":
		former = true
	case "stays", "stayed", "stay":
		particle = "on"
	case "takes", "took", "take":
		particle = "over"
		if f.lower(k+1) != particle {
			return -1, false
		}
	case "resigned", "resigns", "quit", "retired":
		former = true
	case "stepped", "steps", "stood":
		particle, former = "down", true
		if f.lower(k+1) != particle {
			return -1, false
		}
	default:
		return -1, false
	}
	k++
	if particle != "" && f.lower(k) == particle {
		k++
	}
	for m := f.mention(k); m >= 0 && f.mentions[m].Label == dateline.Date; m = f.mention(k) {
		k = f.end(k) // resigned on Monday as
	}
	if f.lower(k) != "as" {
		return -1, false
	}
	return k + 1, former
}
