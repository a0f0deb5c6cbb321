package resolve

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// Discourse is read once, paragraph by paragraph: first what stands outside quotation marks, then what stands inside, when it is
// known who speaks. A person is the more likely meant the more of this holds: named in this sentence or the one before, as its subject;
// the one that the last pronoun of this gender meant; the one who spoke last, for a pronoun beside a verb of speech; named often.

// maxRecent is how many people back a pronoun may reach.
const maxRecent = 12

// discourse holds who was mentioned where, as far as the text is read.
type discourse struct {
	*resolver
	recent  []int32 // people, the last mentioned first
	at      []place // for each cluster
	mention int     // next mention
	sent    int32   // number of the sentence
	para    int32
	speaker int32 // who spoke last outside quotations, and in which sentence
	spokeAt int32
	subject int32 // which person was a subject last, and at which token
	subjAt  int32
	org     int32 // which organization was a subject last, and in which sentence
	orgAt   int32
	orgSaid int32 // sentence in which it spoke
	chain   [3]int32
	chainAt [3]int32 // sentence and token of the last pronoun of each gender
	chainTo [3]int32
	quotes  []quotation
	pending []pending
	added   []dateline.Mention
	addedTo []int32 // cluster of each added mention
}

// place is where a cluster was mentioned last.
type place struct {
	sent    int32
	token   int32
	subject int32 // sentence in which it was last a subject
	count   int32
	para    int32
	quoted  bool // only within quotation marks so far
}

// quotation is a stretch of tokens in quotation marks, or all that follows an opening mark up to the end of its paragraph.
type quotation struct {
	first, limit int
	speaker      int32
}

// pending is a pronoun inside a quotation.
type pending struct {
	token int
	quote int
}

// discourse adds pronouns and nominals.
func (r *resolver) discourse() {
	d := &r.talk
	*d = discourse{resolver: r, at: resize(d.at, len(r.clusters)), recent: d.recent[:0], quotes: d.quotes, pending: d.pending, added: d.added[:0], addedTo: d.addedTo[:0],
		speaker: -1, subject: -1, org: -1, chain: [3]int32{-1, -1, -1}}
	for i := range d.at {
		d.at[i] = place{sent: -1 << 20, token: -1 << 20, subject: -1 << 20}
	}
	for s := 0; s < len(r.doc.Sentences); {
		end := s + 1
		for end < len(r.doc.Sentences) && !r.newParagraph(end) {
			end++
		}
		d.paragraph(s, end)
		s = end
	}
	r.apposedMentions(d)
}

// newParagraph reports whether sentence s begins a line or a section.
func (r *resolver) newParagraph(s int) bool {
	a, b := r.doc.Sentences[s-1].End, r.doc.Sentences[s].Start
	return a > b || b > len(r.doc.Text) || strings.IndexByte(r.doc.Text[a:b], '\n') >= 0
}

// paragraph reads the sentences [from, to).
func (d *discourse) paragraph(from, to int) {
	d.para++
	kind := d.doc.SectionAt(d.doc.Sentences[from].Start)
	if aside(kind) {
		d.recent = d.recent[:0]
		d.speaker, d.subject, d.org, d.chain = -1, -1, -1, [3]int32{-1, -1, -1}
	}
	d.quotes = d.quotes[:0]
	d.pending = d.pending[:0]
	d.findQuotes(d.doc.Sentences[from].First, d.doc.Sentences[to-1].Limit)
	q := 0
	for s := from; s < to; s++ {
		d.sent++
		d.sentence(d.doc.Sentences[s], &q)
	}
	d.giveSpeakers(d.doc.Sentences[from].First, d.doc.Sentences[to-1].Limit)
	for _, p := range d.pending {
		d.quotedPronoun(p)
	}
}

// aside reports whether a section is no part of the story, so that nobody named in it is meant elsewhere by a pronoun.
func aside(k dateline.SectionKind) bool {
	switch k {
	case dateline.SectionByline, dateline.SectionCredit, dateline.SectionAuthor, dateline.SectionBoilerplate, dateline.SectionDateline:
		return true
	}
	return false
}

// findQuotes pairs the quotation marks of a paragraph. A mark that is not closed holds to the end of the paragraph.
func (d *discourse) findQuotes(first, limit int) {
	open := -1
	for t := first; t < limit; t++ {
		tok := d.doc.Tokens[t]
		if tok.Len() > 3 {
			continue
		}
		switch d.doc.Text[tok.Start:tok.End] {
		case "\"", "''", "``":
			if open < 0 {
				open = t
			} else {
				d.quotes = append(d.quotes, quotation{first: open, limit: t + 1, speaker: -1})
				open = -1
			}
		case "“", "„", "«":
			if open < 0 {
				open = t
			}
		case "”", "»":
			if open >= 0 {
				d.quotes = append(d.quotes, quotation{first: open, limit: t + 1, speaker: -1})
				open = -1
			}
		}
	}
	if open >= 0 {
		d.quotes = append(d.quotes, quotation{first: open, limit: limit, speaker: -1})
	}
}

// sentence reads one sentence; q is the next quotation of the paragraph.
func (d *discourse) sentence(s dateline.Sentence, q *int) {
	for t := s.First; t < s.Limit; {
		for *q < len(d.quotes) && d.quotes[*q].limit <= t {
			*q++
		}
		quoted := *q < len(d.quotes) && d.quotes[*q].first <= t
		if next, ok := d.named(s, t, quoted); ok {
			t = next
			continue
		}
		t = d.word(s, t, quoted, *q)
	}
}

// named handles the mention that begins at token t, if one does, and returns the token after it.
func (d *discourse) named(s dateline.Sentence, t int, quoted bool) (int, bool) {
	start := d.doc.Tokens[t].Start
	for d.mention < len(d.mentions) && d.mentions[d.mention].End <= start {
		d.mention++
	}
	if d.mention == len(d.mentions) || int(d.token[d.mention]) != t {
		return t, false
	}
	m := d.mention
	d.mention++
	next := t + 1
	for next < s.Limit && d.doc.Tokens[next].Start < d.mentions[m].End {
		next++
	}
	c := d.cluster[m]
	if c < 0 {
		return next, true
	}
	switch d.clusters[c].label {
	case dateline.Person:
		speaks := !quoted && d.speaks(s, t, next)
		embedded := d.spokeAt == d.sent && d.speaker != c // what is said, not who says it
		d.seen(c, t, speaks || !embedded && d.isSubject(s, t, next), quoted)
		if speaks {
			d.speaker, d.spokeAt = c, d.sent
		}
	case dateline.Org:
		d.at[c].count++
		if !quoted {
			d.body(c, s, t, next)
		}
	}
	return next, true
}

// body notes that the words [t, next) mean an organization, if they are a subject.
func (d *discourse) body(c int32, s dateline.Sentence, t, next int) {
	speaks := d.speaks(s, t, next)
	if speaks || d.isSubject(s, t, next) {
		d.org, d.orgAt = c, d.sent
	}
	if speaks {
		d.orgSaid = d.sent
	}
}

// seen notes that cluster c was mentioned at token t. Inside quotation marks it counts only for those who were not mentioned outside.
func (d *discourse) seen(c int32, t int, subject, quoted bool) {
	p := &d.at[c]
	if quoted && p.count > 0 && !p.quoted {
		return
	}
	p.quoted = quoted
	p.count++
	p.sent, p.token, p.para = d.sent, int32(t), d.para
	if subject && !quoted {
		p.subject = d.sent
		d.subject, d.subjAt = c, int32(t)
	}
	for i, x := range d.recent {
		if x == c {
			copy(d.recent[1:i+1], d.recent[:i])
			d.recent[0] = c
			return
		}
	}
	if len(d.recent) < maxRecent {
		d.recent = append(d.recent, 0)
	}
	copy(d.recent[1:], d.recent)
	d.recent[0] = c
}

// isSubject reports whether the words [t, next) stand like a subject: before a verb, after a verb of speech, or first in the sentence with
// no preposition or possessive.
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
	if reporting(before) && d.inverted(s, t, next) {
		return true
	}
	if (finite(after) || after == "who") && !preposition(before) {
		return true
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

// speaks reports whether the words [t, next) are the subject of a verb of speech, beside it or with an apposition between commas, or stand
// after "according to".
func (d *discourse) speaks(s dateline.Sentence, t, next int) bool {
	w := d.lower(next)
	if reporting(w) {
		return true
	}
	switch w {
	case "also", "has", "had", "then", "later", "further", "again", "did", "does":
		return reporting(d.lower(next + 1))
	case ",":
		for k := next + 1; k < s.Limit && k < next+25; k++ {
			switch x := d.lower(k); {
			case isQuote(x):
				return false
			case x == "," && reporting(d.lower(k+1)):
				return true
			}
		}
	}
	if t <= s.First {
		return false
	}
	before := d.lower(t - 1)
	if reporting(before) && d.inverted(s, t, next) {
		return true
	}
	k := t - 1
	for k > s.First && k > t-6 && d.capital(k) {
		k--
	}
	return k > s.First && d.lower(k) == "to" && d.lower(k-1) == "according"
}

// inverted reports whether the words [t, next) after a verb of speech are its subject ("..., said Smith") and not what is said ("Smith said Jones is").
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

// word handles a token outside mentions and returns the next one.
func (d *discourse) word(s dateline.Sentence, t int, quoted bool, q int) int {
	tok := d.doc.Tokens[t]
	if n := tok.Len(); n == 0 || n > 9 {
		return t + 1
	}
	switch d.doc.Text[tok.Start] {
	case 'h', 'H', 's', 'S', 'i', 'I', 'w', 'W', 'm', 'M', 'o', 'O', 'u', 'U', 't', 'T':
	default:
		return t + 1
	}
	w := d.lower(t)
	if g, kind := personal(w); g != 0 {
		if quoted {
			d.pending = append(d.pending, pending{token: t, quote: q})
			return t + 1
		}
		d.personalPronoun(s, t, g, d.caseOf(s, t, kind))
		return t + 1
	}
	if w == "the" && t+1 < s.Limit {
		return d.nominal(s, t, quoted)
	}
	if !quoted && (w == "it" || w == "they") && d.org >= 0 && (d.sent-d.orgAt <= 1 && d.speaks(s, t, t+1) || d.orgSaid == d.sent && reporting(d.lower(t-1))) {
		d.add(t, d.org, ruleSaidIt, 0.8)
		d.orgAt = d.sent
		return t + 1
	}
	if quoted && firstPerson(w) && d.doc.Text[tok.Start:tok.End] != "US" {
		d.pending = append(d.pending, pending{token: t, quote: q})
	}
	return t + 1
}

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

// confidence is how sure a choice is, from its weight and that of the runner-up.
func confidence(best, second float64) float64 {
	switch gap := best - second; {
	case gap > 2:
		return 0.95
	case gap > 1:
		return 0.9
	case gap > 0.5:
		return 0.8
	}
	return 0.65
}

// choose weighs the people mentioned lately. not is who cannot be meant.
func (d *discourse) choose(t int, g dateline.Gender, kind pronounKind, speech bool, not int32) (best, second float64, c int32) {
	best, second, c = 0, 0, -1
	for _, x := range d.recent {
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
	switch dist := d.sent - p.sent; {
	case dist == 0:
		w += 1.5
	case dist == 1:
		w += 1
	case dist == 2:
		w += 0.2
	case dist <= 4:
		w -= 0.6
	case dist <= 8:
		w -= 1.2
	default:
		w -= 2.5
	}
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
		if d.subject < 0 || d.subject == x || d.at[d.subject].subject <= d.spokeAt {
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

// fronted looks for the subject that a pronoun in an opening phrase stands before: "After he won, Smith said". Only where nobody of that
// gender was mentioned in the two sentences before.
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

// add puts a pronoun at token t into the list of added mentions.
func (d *discourse) add(t int, c int32, rule string, score float64) {
	d.addSpan(d.doc.Tokens[t].Span, dateline.FormPronoun, c, dateline.Person, rule, score)
}

func (d *discourse) addSpan(s dateline.Span, form dateline.Form, c int32, label dateline.Label, rule string, score float64) {
	if c >= 0 {
		label = d.clusters[c].label
	}
	d.added = append(d.added, dateline.Mention{Span: s, Label: label, Form: form, Score: score, Rule: rule})
	d.addedTo = append(d.addedTo, c)
}
