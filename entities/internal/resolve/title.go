package resolve

import (
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
	"github.com/dateline-nlp/dateline/entities/internal/roles"
)

// affiliated is a role with the cluster of its affiliation, -1 for none.
type affiliated struct {
	dateline.Role
	key    string // of the title
	affil  int32
	person int32
	next   int32 // next role of the person, -1 at the end
}

// findRoles gives people their roles, each title once: with its affiliation where one mention has it and another has
// not.
func (r *resolver) findRoles() {
	nouns := r.newOwners()
	for _, f := range roles.Find(r.doc, r.mentions, r.token) {
		c := r.cluster[f.Person]
		if c < 0 || r.clusters[c].label != dateline.Person {
			continue
		}
		a := affiliated{Role: f.Role, key: gazetteer.Key(f.Role.Title), affil: -1, person: c}
		if f.Affil >= 0 {
			a.affil = r.cluster[f.Affil]
		} else if f.Owner >= 0 {
			a.affil = nouns.find(f.Owner, f.Person)
			if a.affil >= 0 {
				a.Affiliation = r.display(r.clusters[a.affil].main)
			}
		}
		r.addRole(a)
		if f.Definite && f.Role.Span.End > f.Role.Span.Start {
			r.apposed = append(r.apposed, apposed{f.Role.Span, c})
		}
	}
}

// apposed is a definite title beside a name, a mention of the same person.
type apposed struct {
	dateline.Span
	cluster int32
}

// maxRoles bounds the roles that one person can have.
const maxRoles = 16

// addRole adds a to its person's roles, or completes the one with the same title.
func (r *resolver) addRole(a affiliated) {
	n, last := 0, int32(-1)
	for i := r.clusters[a.person].role; i >= 0; i = r.roles[i].next {
		b := &r.roles[i]
		n, last = n+1, i
		if !sameTitle(b, &a) || b.affil >= 0 && a.affil >= 0 && !r.related(b.affil, a.affil) {
			continue
		}
		if b.affil < 0 && a.affil >= 0 {
			b.affil, b.Affiliation = a.affil, a.Affiliation
		}
		if b.From == "" {
			b.From = a.From
		}
		if b.Until == "" {
			b.Until = a.Until
		}
		if len(a.key) > len(b.key) {
			b.key, b.Title, b.Span = a.key, a.Title, a.Span
		}
		b.Former = b.Former || a.Former
		return
	}
	if n == maxRoles {
		return
	}
	a.next = -1
	r.roles = append(r.roles, a)
	if at := int32(len(r.roles) - 1); last < 0 {
		r.clusters[a.person].role = at
	} else {
		r.roles[last].next = at
	}
}

// sameTitle reports whether two roles have one title, spelt alike or as its initials: CEO and Chief Executive Officer.
func sameTitle(a, b *affiliated) bool {
	if a.key == b.key {
		return true
	}
	short, long := a.key, b.key
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) < 2 || len(short) > 4 {
		return false
	}
	i := 0
	for w := range strings.SplitSeq(long, " ") {
		if i >= len(short) || w == "" || w[0] != short[i] {
			return false
		}
		i++
	}
	return i == len(short)
}

// related reports whether two clusters are one affiliation: the same, or of one country.
func (r *resolver) related(a, b int32) bool {
	return a == b || r.clusters[a].country != "" && r.clusters[a].country == r.clusters[b].country
}

// owners finds what nouns like "the country" and "the alliance" mean before a possessive: the last country, or the
// only such body.
type owners struct {
	*resolver
}

func (r *resolver) newOwners() owners { return owners{r} }

// find returns the cluster that the noun at token t stands for, before mention m; -1 for none.
func (o owners) find(t, m int) int32 {
	w := o.lower(t)
	switch w {
	case "its":
		return o.its(t, m)
	case "country", "nation", "kingdom", "republic":
		for i := m - 1; i >= 0 && i > m-20; i-- {
			c := o.cluster[i]
			if c >= 0 && o.clusters[c].country != "" && (o.clusters[c].label == dateline.Norp || o.clusters[c].label == dateline.Place) {
				return o.countryOf(c)
			}
		}
		return -1
	}
	if c := o.kindOf(w); c >= 0 || !kindNoun(w) || !o.possessive(t+1) && w != "company" && w != "firm" {
		return c
	}
	// The company's chief executive: of the company named last.
	for i := m - 1; i >= 0 && i > m-12; i-- {
		if c := o.cluster[i]; c >= 0 && o.clusters[c].label == dateline.Org {
			return c
		}
	}
	return -1
}

// its returns the organization or country that "its" at token t stands for, before mention m: the first one of the
// sentence, if it comes before, else the first one of the sentence before; -1 for none.
func (o owners) its(t, m int) int32 {
	s := o.doc.SentenceAt(o.doc.Tokens[t].Start)
	for back := 0; back < 2 && s >= back; back++ {
		found := int32(-1)
		for i := m - 1; i >= 0 && o.mentions[i].Start >= o.doc.Sentences[s-back].Start; i-- {
			if c := o.cluster[i]; c >= 0 && (o.clusters[c].label == dateline.Org || o.isCountry(c)) && o.mentions[i].Start < o.doc.Tokens[t].Start {
				found = c
			}
		}
		if found >= 0 {
			return found
		}
	}
	return -1
}

// possessive reports whether token t is the ending of a possessive.
func (r *resolver) possessive(t int) bool {
	switch r.lower(t) {
	case "'s", "’s", "'", "’":
		return true
	}
	return false
}

// countryOf returns the cluster of the country that c is of, if the text names it, else c.
func (r *resolver) countryOf(c int32) int32 {
	if r.clusters[c].label == dateline.Place {
		return c
	}
	if k := r.index.first(hash(keyCountry, r.clusters[c].country)); k >= 0 && r.isCountry(r.index.links[k].id) {
		return r.index.links[k].id
	}
	return c
}

// kindOf returns the only organization of the document that a common noun can mean; -1 for none or several.
func (r *resolver) kindOf(noun string) int32 {
	if !kindNoun(noun) {
		return -1
	}
	if c, ok := r.kinds[noun]; ok {
		return c
	}
	if r.kinds == nil {
		r.kinds = map[string]int32{}
	}
	found := int32(-1)
	for i := range r.clusters {
		if r.clusters[i].label == dateline.Org && r.isKind(int32(i), noun) {
			if found >= 0 {
				found = -1
				break
			}
			found = int32(i)
		}
	}
	r.kinds[noun] = found
	return found
}

// isKind reports whether one of the names of c says that it is a noun.
func (r *resolver) isKind(c int32, noun string) bool {
	is := false
	r.namesOf(c, func(n int32) bool {
		is = nameIsKind(&r.names[n], noun)
		return !is
	})
	return is
}

func nameIsKind(n *nameNode, noun string) bool {
	if noun == "company" || noun == "firm" {
		if len(bare(n.words)) < len(n.words) {
			return true
		}
	}
	for i, w := range n.words {
		if w == noun || kindOfWord(w) == noun || noun == "club" && w == "united" && i > 0 && i == len(n.words)-1 {
			return true
		}
	}
	return noun == "alliance" && gazetteer.Org(n.key) == "north atlantic treaty organization"
}

// kindNoun lists the nouns by which text calls back an organization.
func kindNoun(w string) bool {
	switch w {
	case "company", "firm", "corporation", "group", "team", "agency", "ministry", "university", "court", "bank",
		"club", "airline", "party", "newspaper", "alliance", "organization", "organisation",
		"union", "commission", "committee", "council", "network", "department", "hospital", "school",
		"foundation", "institute", "association", "league",
		"church", "college", "carmaker", "automaker", "broadcaster":
		return true
	}
	return false
}

func kindOfWord(w string) string {
	switch w {
	case "airlines", "airways", "air", "aviation":
		return "airline"
	case "times", "post", "herald", "gazette", "tribune", "guardian", "telegraph", "chronicle":
		return "newspaper"
	case "motor", "motors":
		return "automaker"
	case "broadcasting", "television":
		return "broadcaster"
	case "bancorp", "banking":
		return "bank"
	case "fc", "cf":
		return "club"
	}
	return ""
}

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
