package index

// The document of a quote: what was said, by whom, and who and what is named in it and in its sentences.

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/dateline-nlp/dateline"
)

// maxContext bounds the sentences around a quote, in bytes on either side of it: a page without full stops is no sentence.
const maxContext = 1000

func (r *recorder) quote(n int) *builder {
	d, q := r.d, &r.d.Quotes[n]
	b := newBuilder(quoteLevel, quoteKey(d.ID, n))
	b.keys(fieldType, optKeys, "q")
	b.keys(fieldID, optFacet, d.ID)
	context := r.context(q)
	b.text(fieldText, 0, d.Slice(context))
	var said []string
	for i, s := range q.Content {
		b.text(fieldSaid, i, d.Slice(s))
		said = append(said, d.Slice(s))
	}
	b.keys(fieldPrintF, optFacet, saidTerm(said)...)
	b.keys(fieldKind, optKeys, q.Kind.String())
	b.keys(fieldPart, optKeys, d.SectionAt(q.Start).String())
	b.keys(fieldScore, optKeys, scoreCells(thousandths(q.Score))...)
	r.published(b)

	mentions := r.mentionsIn(context)
	var ids []dateline.EntityID
	var loose []string
	for _, i := range mentions {
		if id := d.Mentions[i].Entity; id != 0 {
			ids = appendNew(ids, id)
		}
		loose = r.looseKeys(loose, i)
	}
	speaker := r.speaker(b, q)
	loose = r.about(loose, q, speaker, mentions)
	if speaker != 0 {
		ids = appendNew(ids, speaker)
	}
	slices.Sort(ids)
	r.names(b, ids, loose)
	r.dates(b, mentions)
	name := indexable(q.Speaker.Name)
	if name == "" {
		name = r.speakerName(q)
	}
	b.stored(fieldDoc, quoteDoc{context, q.Span, q.Content, q.Kind, name, speaker, ids, q.Score, q.Rule}.pack())
	return b
}

// A quoteDoc is what is stored of a quote. Its words are those of the article.
type quoteDoc struct {
	context  dateline.Span // the sentences that it stands in
	span     dateline.Span
	content  []dateline.Span
	kind     dateline.QuoteKind
	speaker  string // name, or the words of the text
	entity   dateline.EntityID
	entities []dateline.EntityID // named in the context, ordered
	score    float64
	rule     string
}

func (q quoteDoc) pack() []byte {
	p := newPacker()
	p.span(q.context)
	p.span(q.span)
	p.spans(q.content)
	p.str(q.kind.String())
	p.str(q.speaker)
	p.uint(int(q.entity))
	p.uint(len(q.entities))
	for _, id := range q.entities {
		p.uint(int(id))
	}
	p.score(q.score)
	p.str(q.rule)
	return p.b
}

// unpackQuote reads the quote of a document, of an article with a text of size bytes.
func unpackQuote(key string, b []byte, size int) (q quoteDoc, err error) {
	u := newUnpacker(b, size)
	q.context, q.span, q.content = u.span(), u.span(), u.spans()
	q.kind = unpackKind(u, dateline.ParseQuoteKind)
	q.speaker = u.str()
	q.entity = dateline.EntityID(u.uint())
	for range u.count() {
		q.entities = append(q.entities, dateline.EntityID(u.uint()))
	}
	q.score, q.rule = u.score(), u.str()
	if u.err != nil {
		return q, fmt.Errorf("%w: document %q: %v", ErrDamaged, key, u.err)
	}
	return q, nil
}

// context returns the sentences that q, its cue and its speaker's words stand in. Without sentences it is the paragraph.
func (r *recorder) context(q *dateline.Quote) dateline.Span {
	d, s := r.d, q.Span
	for _, c := range q.Content {
		s = union(s, c)
	}
	core := s
	for _, t := range []dateline.Span{q.Cue, q.Speaker.Span} {
		if !t.IsZero() && t.Start >= core.Start-maxContext && t.End <= core.End+maxContext {
			s = union(s, t)
		}
	}
	if len(d.Sentences) == 0 {
		s.Start = strings.LastIndexByte(d.Text[:s.Start], '\n') + 1
		if n := strings.IndexByte(d.Text[s.End:], '\n'); n >= 0 {
			s.End += n
		} else {
			s.End = len(d.Text)
		}
	} else {
		if i := d.SentenceAt(s.Start); i >= 0 {
			s.Start = d.Sentences[i].Start
		}
		if i := d.SentenceAt(max(s.Start, s.End-1)); i >= 0 {
			s.End = max(s.End, d.Sentences[i].End)
		}
	}
	return r.trim(s, core)
}

// trim cuts what reaches further than maxContext around core, at the beginning of a rune.
func (r *recorder) trim(s, core dateline.Span) dateline.Span {
	text := r.d.Text
	for s.Start < core.Start && (core.Start-s.Start > maxContext || !startsRune(text, s.Start)) {
		s.Start = max(s.Start+1, core.Start-maxContext)
	}
	for s.End > core.End && (s.End-core.End > maxContext || !startsRune(text, s.End)) {
		s.End = min(s.End-1, core.End+maxContext)
	}
	return s
}

func startsRune(text string, at int) bool { return at >= len(text) || text[at]&0xC0 != 0x80 }

func union(s, t dateline.Span) dateline.Span {
	if s.IsZero() {
		return t
	}
	return dateline.Span{Start: min(s.Start, t.Start), End: max(s.End, t.End)}
}

// mentionsIn returns the indices of the mentions within s.
func (r *recorder) mentionsIn(s dateline.Span) (out []int) {
	m := r.d.Mentions
	for i := sort.Search(len(m), func(i int) bool { return m[i].Start >= s.Start }); i < len(m) && m[i].Start < s.End; i++ {
		if m[i].End <= s.End {
			out = append(out, i)
		}
	}
	return out
}

// speakerName is the name of the speaker for facets and hits.
func (r *recorder) speakerName(q *dateline.Quote) string {
	if e := r.d.Entity(q.Speaker.Entity); e != nil && e.Name != "" {
		return e.Name
	}
	if q.Speaker.Name != "" {
		return indexable(q.Speaker.Name)
	}
	return r.d.Slice(q.Speaker.Span)
}

// speaker adds the speaker's names and roles and returns its entity.
func (r *recorder) speaker(b *builder, q *dateline.Quote) dateline.EntityID {
	if !q.Speaker.Known() {
		return 0
	}
	var keys []string
	label := dateline.Person
	e := r.d.Entity(q.Speaker.Entity)
	if e != nil {
		label = e.Label
		for _, k := range r.keys[e.ID-1] {
			keys = appendNew(keys, k[1:])
		}
		for i, role := range e.Roles {
			b.text(fieldRole, i, indexable(role.Title+" "+r.affiliation(&role)))
		}
	}
	name := r.speakerName(q)
	for _, k := range nameKeys(label, name) {
		keys = appendNew(keys, k)
	}
	b.keys(fieldSpeaker, optKeys, keys...)
	value := oneLine(name)
	if e != nil && e.Name == name {
		value = facetValue(e)
	}
	if e != nil || !pronouns[strings.ToLower(name)] { // "they" is found as a speaker, but is nobody to be counted
		b.keys(fieldSpeakerF, optFacet, value)
	}
	return q.Speaker.Entity
}

// pronouns are speakers that name nobody where nothing tells whom they stand for.
var pronouns = map[string]bool{
	"i": true, "you": true, "he": true, "she": true, "it": true, "we": true, "they": true, "who": true, "which": true, "that": true, "this": true,
	"those": true, "these": true, "one": true, "some": true, "many": true, "others": true, "another": true, "both": true, "all": true, "most": true,
}

// affiliation returns the names of the organization of a role.
func (r *recorder) affiliation(role *dateline.Role) string {
	names := []string{role.Affiliation}
	if e := r.d.Entity(role.AffiliationEntity); e != nil {
		for _, n := range append([]string{e.Name}, e.Aliases...) {
			names = appendNew(names, n)
		}
	}
	return strings.Join(names, " ")
}

// about adds the keys, under "x", of every name in what was said, and of those beside it that are not the speaker's.
func (r *recorder) about(keys []string, q *dateline.Quote, speaker dateline.EntityID, mentions []int) []string {
	within := func(s dateline.Span) bool {
		return slices.ContainsFunc(q.Content, func(c dateline.Span) bool { return c.Contains(s) })
	}
	for _, i := range mentions {
		m := &r.d.Mentions[i]
		if !within(m.Span) && (speaker != 0 && m.Entity == speaker || m.Overlaps(q.Speaker.Span)) {
			continue
		}
		var names []string
		if m.Entity != 0 {
			names = r.keys[m.Entity-1]
		} else {
			names = r.looseKeys(nil, i)
		}
		for _, k := range names {
			keys = appendNew(keys, "x"+k[1:])
		}
	}
	return keys
}
