package resolve

import (
	"strings"

	"github.com/dateline-nlp/dateline"
)

// Discourse is read once, paragraph by paragraph: first what stands outside quotation marks, then what stands inside,
// when it is known who speaks. See pronoun.go for who he and she are, quoted.go for I and we, title.go for "the
// mayor" and "the company".

// maxRecent is how many people back a pronoun may reach.
const maxRecent = 12

// discourse holds who was mentioned where, as far as the text is read.
type discourse struct {
	*resolver
	focus
	story     focus // while a caption or the like is read: that of the story
	aside     bool
	at        []place // for each cluster
	mention   int     // next mention
	sent      int32   // number of the sentence
	para      int32
	quotes    []quotation
	pending   []pending
	added     []dateline.Mention
	paraAdded int     // where those of the paragraph begin
	addedTo   []int32 // cluster of each added mention
}

// focus is who is spoken of.
type focus struct {
	recent  [maxRecent]int32 // people, the last mentioned first
	n       int              // how many of recent
	speaker int32            // who spoke last outside quotations, and in which sentence
	spokeAt int32
	subject int32 // which person was a subject last, and at which token
	subjAt  int32
	org     int32 // which organization was a subject last, and in which sentence
	orgAt   int32
	orgSaid int32    // sentence in which it spoke
	chain   [3]int32 // whom the last pronoun of each gender meant, in which sentence, and at which token
	chainAt [3]int32
	chainTo [3]int32
}

var nobody = focus{speaker: -1, subject: -1, org: -1, chain: [3]int32{-1, -1, -1}}

// place is where a cluster was mentioned last.
type place struct {
	sent    int32
	token   int32
	subject int32 // sentence in which it was last a subject
	count   int32
	para    int32
	quoted  bool // only within quotation marks so far
}

// quotation is a stretch of tokens in quotation marks, or all that follows an opening mark up to the end of its
// paragraph.
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
	*d = discourse{resolver: r, focus: nobody, at: resize(d.at, len(r.clusters)), quotes: d.quotes, pending: d.pending, added: d.added[:0], addedTo: d.addedTo[:0]}
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
	if now := aside(kind); now != d.aside {
		if d.aside = now; now {
			d.story, d.focus = d.focus, nobody
		} else {
			d.focus = d.story
		}
	}
	d.quotes = d.quotes[:0]
	d.pending = d.pending[:0]
	d.paraAdded = len(d.added)
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
	case dateline.SectionByline, dateline.SectionCaption, dateline.SectionCredit, dateline.SectionAuthor,
		dateline.SectionBoilerplate, dateline.SectionDateline:
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
				continue
			}
			if open+1 < t { // else nothing is said
				d.quotes = append(d.quotes, quotation{first: open, limit: t + 1, speaker: -1})
			}
			open = -1
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
		d.at[c].sent = d.sent
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

// seen notes that cluster c was mentioned at token t. Inside quotation marks it counts only for those who were not
// mentioned outside.
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
	i := 0
	for i < d.n && d.recent[i] != c {
		i++
	}
	if i == d.n && d.n < maxRecent {
		d.n++
	}
	copy(d.recent[1:], d.recent[:min(i, maxRecent-1)])
	d.recent[0] = c
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
		d.add(t, d.org, ruleSaidIt, 0.7)
		d.orgAt = d.sent
		return t + 1
	}
	if quoted && firstPerson(w) && d.doc.Text[tok.Start:tok.End] != "US" {
		d.pending = append(d.pending, pending{token: t, quote: q})
	}
	return t + 1
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
