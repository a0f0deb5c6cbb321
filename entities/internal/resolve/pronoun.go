package resolve

import "github.com/dateline-nlp/dateline"

// He and she. A person is the more likely meant the more of this holds: of that gender; named in this sentence or the
// one before, as its subject; the one that the last pronoun of this gender meant; the one who spoke last, for a
// pronoun beside a verb of speech; named outside quotation marks; named often. The weights were set on the pronoun
// speakers of the training part of the project's gold.

// caseOf tells the "her" of "told her" from that of "her mother".
func (d *discourse) caseOf(s dateline.Sentence, t int, kind pronounKind) pronounKind {
	if kind != possessive || d.doc.Tokens[t].Len() != 3 || d.lower(t) != "her" {
		return kind
	}
	if t+1 >= s.Limit {
		return objective
	}
	next := d.lower(t + 1)
	if next == "" || next[0] < 'a' || next[0] > 'z' || preposition(next) || auxiliary(next) || next == "and" || next == "that" || next == "the" || next == "a" {
		if next != "" && next[0] >= 'A' && next[0] <= 'Z' {
			return possessive
		}
		return objective
	}
	return possessive
}

// personalPronoun resolves he, she and their forms outside quotations.
func (d *discourse) personalPronoun(s dateline.Sentence, t int, g dateline.Gender, kind pronounKind) {
	if c := d.fronted(s, t, g); c >= 0 {
		d.add(t, c, ruleFronted, 0.85)
		d.took(c, t, g, false)
		return
	}
	speech := d.speaks(s, t, t+1)
	best, second, c := d.choose(t, g, kind, speech, -1)
	if c < 0 {
		d.add(t, -1, ruleOpen, 0.1)
		return
	}
	rule := rulePronoun
	if kind == reflexive {
		rule = ruleReflexive
	}
	d.add(t, c, rule, confidence(best, second))
	d.took(c, t, g, kind == subjective && (speech || d.spokeAt != d.sent || d.speaker == c))
	if speech && kind == subjective {
		d.speaker, d.spokeAt = c, d.sent
	}
}

// took notes that a pronoun of gender g at token t meant c.
func (d *discourse) took(c int32, t int, g dateline.Gender, subject bool) {
	d.seen(c, t, subject, false)
	d.chain[g], d.chainAt[g], d.chainTo[g] = c, d.sent, int32(t)
	cl := &d.clusters[c]
	cl.votes[g]++
	if cl.gender == 0 {
		cl.gender = g
	}
}

// confidence is how sure a choice is, from its weight and that of the runner-up: of the pronouns that speak in the
// project's gold and in PolNeAR's development part, 271 of 285 were right with a gap of more than two, 17 of 23 with
// more than a half, and 4 of 8 with less.
func confidence(best, second float64) float64 {
	switch gap := best - second; {
	case gap > 2:
		return 0.95
	case gap > 0.5:
		return 0.75
	}
	return 0.5
}

// choose weighs the people mentioned lately. not is who cannot be meant.
func (d *discourse) choose(t int, g dateline.Gender, kind pronounKind, speech bool, not int32) (best, second float64, c int32) {
	best, second, c = 0, 0, -1
	for _, x := range d.recent[:d.n] {
		if x == not {
			continue
		}
		w, ok := d.weight(x, t, g, kind, speech)
		if !ok {
			continue
		}
		if w > best {
			best, second, c = w, best, x
		} else if w > second {
			second = w
		}
	}
	return best, second, c
}

// weight is how likely a pronoun at token t means x; not at all, if the genders differ for sure.
func (d *discourse) weight(x int32, t int, g dateline.Gender, kind pronounKind, speech bool) (float64, bool) {
	cl, p := &d.clusters[x], &d.at[x]
	w := 4.0
	switch {
	case cl.gender == g:
		w += 1
	case cl.gender == 0:
		w += 0.5
	case cl.votes[cl.gender]-cl.votes[g] >= 2:
		return 0, false
	}
	w += byDistance(d.sent - p.sent)
	if p.para == d.para {
		w += 0.3
	}
	switch {
	case p.subject == d.sent:
		w += 1
	case p.subject == d.sent-1:
		w += 0.8
	}
	if d.subject == x {
		w += 0.6
	}
	if kind == objective && p.subject == d.sent && int32(t)-p.token < 6 {
		w -= 2
	}
	if kind == reflexive && p.subject == d.sent {
		w += 2
	}
	if d.chain[g] == x && (d.subject == x || d.subjAt <= d.chainTo[g]) {
		w += max(0, 1-0.3*float64(d.sent-d.chainAt[g]))
	}
	if speech && d.speaker == x && d.sent-d.spokeAt <= 4 {
		w += 1
		if (d.subject < 0 || d.subject == x || d.at[d.subject].subject <= d.spokeAt) && !d.newcomer(x, g) {
			w += 1.5
		}
		if cl.gender == 0 {
			w += 0.5
		}
	}
	if p.quoted {
		w -= 1.5
	}
	w += min(0.6, 0.1*float64(p.count))
	return w, true
}

// byDistance is the weight of having been mentioned so many sentences ago.
func byDistance(sentences int32) float64 {
	switch {
	case sentences == 0:
		return 1.5
	case sentences == 1:
		return 1
	case sentences == 2:
		return 0.2
	case sentences <= 4:
		return -0.6
	case sentences <= 8:
		return -1.2
	}
	return -2.5
}

// newcomer reports whether somebody else of gender g was named in this paragraph after the sentence in which x spoke.
func (d *discourse) newcomer(x int32, g dateline.Gender) bool {
	for _, y := range d.recent[:d.n] {
		if p := &d.at[y]; y != x && p.para == d.para && p.sent > d.spokeAt && !p.quoted && d.clusters[y].gender == g {
			return true
		}
	}
	return false
}

// fronted looks for the subject that a pronoun in an opening phrase stands before: "After he won, Smith said". Only
// where nobody of that gender was mentioned in the two sentences before.
func (d *discourse) fronted(s dateline.Sentence, t int, g dateline.Gender) int32 {
	if !fronting(d.lower(s.First)) {
		return -1
	}
	if c := d.chain[g]; c >= 0 && d.sent-d.chainAt[g] <= 1 {
		return -1
	}
	for k := t + 1; k < s.Limit && k < t+25; k++ {
		if tok := d.doc.Tokens[k]; tok.Len() != 1 || d.doc.Text[tok.Start] != ',' {
			continue
		}
		for m := d.mention; m < len(d.mentions) && int(d.token[m]) <= k+4; m++ {
			if g, _ := personal(d.lower(k + 1)); g != 0 {
				return -1
			}
			if c := d.cluster[m]; int(d.token[m]) > k && c >= 0 && d.clusters[c].label == dateline.Person {
				if cg := d.clusters[c].gender; cg == g || cg == 0 {
					return c
				}
				return -1
			}
		}
		return -1
	}
	return -1
}
