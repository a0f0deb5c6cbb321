package resolve

import (
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// "The mayor", "the company": a title that one person of the article has, or a noun for the only organization of its
// kind, means that one.

// indexTitles finds which titles one person only has: the whole title, its noun phrase without a complement, and that
// without its first words.
func (r *resolver) indexTitles() {
	if len(r.roles) > 0 && r.titled == nil {
		r.titled = map[string]int32{}
	}
	for i := range r.roles {
		a := &r.roles[i]
		if a.key == "" || a.Former && a.Until != "" {
			continue
		}
		r.title(a.key, a.person)
		head := a.key
		for _, prep := range [...]string{" of ", " for ", " to ", " in ", " at ", " from "} {
			head, _, _ = strings.Cut(head, prep)
		}
		if head != a.key {
			r.title(head, a.person)
		}
		if full := spelled(head); full != head {
			head = full
			r.title(head, a.person)
		}
		for _, k, ok := strings.Cut(head, " "); ok; _, k, ok = strings.Cut(k, " ") {
			r.title(k, a.person)
		}
	}
}

// spelled is a title with its abbreviation written out: "gov" is who is called "the governor".
func spelled(key string) string {
	last := strings.LastIndexByte(key, ' ') + 1
	for _, p := range [...][2]string{{"gov", "governor"}, {"sen", "senator"}, {"rep", "representative"}, {"gen", "general"}, {"sgt", "sergeant"}, {"prof", "professor"},
		{"col", "colonel"}, {"capt", "captain"}, {"lt", "lieutenant"}, {"adm", "admiral"}, {"supt", "superintendent"}, {"insp", "inspector"}, {"det", "detective"},
		{"ceo", "chief executive"}, {"coun", "councillor"}, {"amb", "ambassador"}, {"atty", "attorney"}} {
		if key[last:] == p[0] {
			return key[:last] + p[1]
		}
	}
	return key
}

func (r *resolver) title(key string, person int32) {
	if old, ok := r.titled[key]; ok && old != person {
		person = -2
	}
	r.titled[key] = person
}

// callBack is how many sentences after its last mention somebody can be called back by a title, or a body by its kind.
const callBack = 12

// nominal looks for a title or a kind after "the" at token t. It returns the token after it.
func (d *discourse) nominal(s dateline.Sentence, t int, quoted bool) int {
	end := min(t+4, s.Limit)
	for e := end; e > t+1; e-- {
		if !letters(d.lower(e - 1)) {
			continue
		}
		span := dateline.Span{Start: d.doc.Tokens[t+1].Start, End: d.doc.Tokens[e-1].End}
		if d.mention < len(d.mentions) && d.mentions[d.mention].Start < span.End {
			continue
		}
		var buf [48]byte
		key := gazetteer.AppendKey(buf[:0], d.doc.Text[span.Start:span.End])
		c, ok := d.titled[string(key)]
		rule := ruleTitle
		if !ok && e == t+2 {
			if c, rule = d.kindOf(d.lower(t+1)), ruleKind; c < 0 {
				c = d.lastCompany(d.lower(t + 1))
			}
			if c < 0 {
				return t + 1
			}
		} else if !ok || c < 0 {
			continue
		}
		if p := &d.at[c]; p.count == 0 || d.sent-p.sent > callBack || d.goesOn(s, e) {
			return t + 1
		}
		d.addSpan(dateline.Span{Start: d.doc.Tokens[t].Start, End: span.End}, dateline.FormNominal, c, 0, rule, ruleScore[rule])
		if d.clusters[c].label == dateline.Person {
			speaks := !quoted && d.speaks(s, t, e)
			d.seen(c, t, speaks || d.isSubject(s, t, e), quoted)
			if speaks {
				d.speaker, d.spokeAt = c, d.sent
			}
		} else if !quoted {
			d.body(c, s, t, e)
		}
		return e
	}
	return t + 1
}

// lastCompany is the organization that was a subject last, for "the company" where there are several; -1 where that
// is long ago, or a public body.
func (d *discourse) lastCompany(noun string) int32 {
	if noun != "company" && noun != "firm" || d.org < 0 || d.sent-d.orgAt > 3 {
		return -1
	}
	w := d.names[d.clusters[d.org].main].words
	if orgHeads[w[len(w)-1]] || orgHeads[w[0]] || gazetteer.Org(d.names[d.clusters[d.org].main].key) != "" {
		return -1
	}
	return d.org
}

// letters reports whether w begins with a letter.
func letters(w string) bool { return w != "" && (w[0] >= 'a' && w[0] <= 'z' || w[0] >= 0x80) }

// goesOn reports whether what follows a title shows that it is not a person by itself: "the president of France",
// "the prime minister Ann Lee", "the president's office" is one, "the company president" is not.
func (d *discourse) goesOn(s dateline.Sentence, e int) bool {
	if e >= s.Limit {
		return false
	}
	w := d.lower(e)
	if w == "of" || w == "for" || w == "-" || w == "to" {
		return true
	}
	if d.mention < len(d.mentions) && int(d.token[d.mention]) == e {
		return true
	}
	if w == "," && d.mention < len(d.mentions) && int(d.token[d.mention]) == e+1 {
		return true
	}
	// A noun after it would be its head; only a verb or a function word may follow.
	return w != "" && w[0] >= 'a' && w[0] <= 'z' && !finite(w) && !preposition(w) && !function(w)
}

// function reports whether w is a word that can follow a noun phrase.
func function(w string) bool {
	switch w {
	case "and", "or", "but", "who", "that", "which", "also", "then", "later", "now", "not", "as", "while",
		"when", "where", "because", "if", "has", "yet", "still",
		"often", "again", "himself", "herself", "himself.", "there", "so", "nor", "until", "since", "once",
		"earlier", "out", "up", "down", "off", "back", "did", "'s",
		"n't", "would", "ca", "wo", "today", "yesterday", "however", "said":
		return true
	}
	return false
}

// apposedMentions adds the definite titles beside names, as nominals.
func (r *resolver) apposedMentions(d *discourse) {
	for _, a := range r.apposed {
		d.added = append(d.added, dateline.Mention{Span: a.Span, Label: dateline.Person, Form: dateline.FormNominal, Score: 0.9, Rule: ruleTitle})
		d.addedTo = append(d.addedTo, a.cluster)
	}
}
