package index

// From a Document to the documents of the index: one for the article, one for each quote.

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/document"

	"github.com/dateline-nlp/dateline"
)

// maxID is the longest id of an article, in bytes.
const maxID = 1024

// An articleDoc is what is stored of an article beside its text and annotations.
type articleDoc struct {
	Headline  string `json:"h,omitempty"`
	HasLine   bool   `json:"l,omitempty"` // Headline is Article.Headline
	Source    string `json:"s,omitempty"`
	URL       string `json:"u,omitempty"`
	Published string `json:"p,omitempty"` // RFC 3339
	Size      int    `json:"n,omitempty"` // bytes of the text
	Hash      uint64 `json:"x,omitempty"` // of the text, see textHash
}

func articleKey(id string) string { return "a" + id }

func quoteKey(id string, n int) string { return fmt.Sprintf("q%s#%05d", id, n) }

// splitKey is the inverse of both; for an article n is -1.
func splitKey(key string) (id string, n int) {
	if key[0] == byte(articleLevel) {
		return key[1:], -1
	}
	at := strings.LastIndexByte(key, '#')
	for _, c := range key[at+1:] {
		n = n*10 + int(c-'0')
	}
	return key[1:at], n
}

// compareKeys orders by id of article, then by place: "a" comes before "a b", whose quotes' keys are less than those of "a".
func compareKeys(a, b string) int {
	at, bt := len(a), len(b)
	if a != "" && b != "" && a[0] == byte(quoteLevel) && b[0] == byte(quoteLevel) {
		at, bt = strings.LastIndexByte(a, '#'), strings.LastIndexByte(b, '#')
	}
	return cmp.Or(strings.Compare(a[:at], b[:bt]), cmp.Compare(len(a), len(b)), strings.Compare(a, b))
}

// checkID says why id cannot name an article.
func checkID(id string) error {
	switch {
	case id == "":
		return fmt.Errorf("%w: it is empty", ErrID)
	case len(id) > maxID:
		return fmt.Errorf("%w: it is longer than %d bytes", ErrID, maxID)
	case !utf8.ValidString(id):
		return fmt.Errorf("%w: %q is no valid UTF-8", ErrID, id)
	case strings.ContainsAny(id, "\n\x00"):
		return fmt.Errorf("%w: %q holds a newline or NUL", ErrID, id)
	}
	return nil
}

// A recorder makes the documents of one Document.
type recorder struct {
	d      *dateline.Document // its text indexable, positions as in the original
	raw    string             // its text as it came
	keys   [][]string         // of each entity, label letters included
	common articleDoc
}

// records returns the documents of d, the article first. Positions of d that do not fit its text are an error.
func records(d *dateline.Document) ([]*document.Document, error) {
	if err := checkID(d.ID); err != nil {
		return nil, err
	}
	clean := *d
	clean.Text = indexable(d.Text)
	notes, err := packNotes(&clean)
	if err != nil {
		return nil, err
	}
	if notes, err = deflate(notes); err != nil {
		return nil, err
	}
	r := &recorder{d: &clean, raw: d.Text, keys: make([][]string, len(d.Entities))}
	r.common = articleDoc{Headline: headline(&clean), HasLine: d.Headline != "", Source: d.Source, URL: d.URL}
	if !d.Published.IsZero() {
		r.common.Published = formatStamp(d.Published)
	}
	for i := range d.Entities {
		r.keys[i] = entityKeys(&d.Entities[i])
	}
	article, err := r.article(notes)
	if err != nil {
		return nil, err
	}
	if clean.Text != d.Text {
		article.stored(fieldRaw, []byte(d.Text))
	}
	out := []*document.Document{article.doc}
	for i := range d.Quotes {
		out = append(out, r.quote(i).doc)
	}
	return out, nil
}

// formatStamp writes a time, or just the day as a number where RFC 3339 has no digits for its year or zone.
func formatStamp(t time.Time) string {
	if y := t.Year(); y < 0 || y > 9999 {
		return strconv.Itoa(int(dateline.DayOf(t.Date())))
	}
	s := t.Format(time.RFC3339Nano)
	if _, err := time.Parse(time.RFC3339Nano, s); err != nil { // of a zone further from UTC than a day
		return strconv.Itoa(int(dateline.DayOf(t.Date())))
	}
	return s
}

func parseStamp(s string) (time.Time, error) {
	if n, err := strconv.ParseInt(s, 10, 32); err == nil {
		return dateline.Day(n).Time(), nil
	}
	return time.Parse(time.RFC3339Nano, s)
}

// headline is Article.Headline, or else the first section that is one.
func headline(d *dateline.Document) string {
	if d.Headline != "" {
		return indexable(d.Headline)
	}
	for _, s := range d.Sections {
		if s.Kind == dateline.SectionHeadline {
			return strings.TrimSpace(d.Slice(s.Span))
		}
	}
	return ""
}

var labelLetters = [...]string{dateline.Person: "p", dateline.Org: "o", dateline.Place: "l", dateline.Norp: "n", dateline.Misc: "m"}

func labelLetter(l dateline.Label) string {
	if int(l) < len(labelLetters) && labelLetters[l] != "" {
		return labelLetters[l]
	}
	return "m"
}

func entityKeys(e *dateline.Entity) (keys []string) {
	letter := labelLetter(e.Label)
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		for _, k := range nameKeys(e.Label, name) {
			keys = appendNew(keys, letter+k)
		}
	}
	return keys
}

func appendNew[T comparable](list []T, x T) []T {
	if slices.Contains(list, x) {
		return list
	}
	return append(list, x)
}

// oneLine makes a name a term: no newlines, valid, of bounded length, no byte that parts doc values.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(indexable(s)), " ")
	if len(s) > 4*maxTerm {
		cut := 4 * maxTerm
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut]
	}
	return s
}

func (r *recorder) article(notes []byte) (*builder, error) {
	d := r.d
	b := newBuilder(articleLevel, articleKey(d.ID))
	b.keys(fieldType, optKeys, "a")
	b.keys(fieldID, optFacet, d.ID)
	b.text(fieldText, 0, d.Text)
	if d.Headline != "" && !strings.Contains(d.Text, indexable(d.Headline)) {
		b.text(fieldText, 1, indexable(d.Headline))
	}
	all := make([]dateline.EntityID, len(d.Entities))
	for i := range all {
		all[i] = d.Entities[i].ID
	}
	mentions := make([]int, len(d.Mentions))
	for i := range mentions {
		mentions[i] = i
	}
	var loose []string // mentions that belong to no entity
	for i := range d.Mentions {
		loose = r.looseKeys(loose, i)
	}
	r.names(b, all, loose)
	r.dates(b, mentions)
	r.published(b)
	b.keys(fieldPrintF, optFacet, bands(d)...)
	meta := r.common
	meta.Size, meta.Hash = len(r.raw), textHash(r.raw)
	doc, err := json.Marshal(meta)
	if err != nil {
		return nil, err
	}
	b.stored(fieldDoc, doc)
	b.stored(fieldCopy, []byte(d.Text))
	b.stored(fieldNotes, notes)
	return b, nil
}

// looseKeys adds the keys of a named mention without an entity.
func (r *recorder) looseKeys(keys []string, i int) []string {
	m := &r.d.Mentions[i]
	if m.Entity != 0 || m.Label == dateline.Date || m.Form != dateline.FormName {
		return keys
	}
	for _, k := range nameKeys(m.Label, r.d.Slice(m.Span)) {
		keys = appendNew(keys, labelLetter(m.Label)+k)
	}
	return keys
}

// names adds keys, facets, places and countries of the entities.
func (r *recorder) names(b *builder, ids []dateline.EntityID, loose []string) {
	var people, orgs, places, points, lands []string
	keys := loose
	for _, id := range ids {
		e := r.d.Entity(id)
		for _, k := range r.keys[id-1] {
			keys = appendNew(keys, k)
		}
		switch e.Label {
		case dateline.Person:
			people = appendValue(people, facetValue(e))
		case dateline.Org:
			orgs = appendValue(orgs, facetValue(e))
		case dateline.Place:
			places = appendValue(places, facetValue(e))
		}
		if e.Geo != nil {
			points = appendNew(points, pointTerm(e.Geo))
		}
		land := e.Country
		if land == "" && e.Geo != nil {
			land = e.Geo.Country
		}
		if land = oneLine(strings.ToUpper(land)); land != "" {
			lands = appendNew(lands, land)
		}
	}
	b.keys(fieldName, optKeys, keys...)
	b.keys(fieldPersonF, optFacet, people...)
	b.keys(fieldOrgF, optFacet, orgs...)
	b.keys(fieldPlaceF, optFacet, places...)
	b.keys(fieldLandF, optFacet, lands...)
	b.keys(fieldPlace, optKeys, points...)
}

// dates adds the intervals of the dates among the mentions.
func (r *recorder) dates(b *builder, mentions []int) {
	var cells []string
	seen := map[dateline.Interval]bool{}
	for _, i := range mentions {
		if t := r.d.Mentions[i].Time; t != nil && !t.Interval.IsZero() && !seen[t.Interval] {
			seen[t.Interval] = true
			cells = append(cells, dayCells(t.Interval)...)
		}
	}
	slices.Sort(cells)
	b.keys(fieldWhen, optKeys, slices.Compact(cells)...)
}

// published adds what an article hands on to its quotes.
func (r *recorder) published(b *builder) {
	if !r.d.Published.IsZero() {
		day := dateline.DayOf(r.d.Published.Date())
		b.keys(fieldDay, optKeys, pointCells(day)...)
		b.keys(fieldDayF, optFacet, fmt.Sprintf("%08x", ordinal(day)))
	}
	if r.d.Source != "" {
		b.keys(fieldSource, optKeys, nameKey(r.d.Source))
		b.keys(fieldSourceF, optFacet, oneLine(r.d.Source))
	}
}

// thousandths is a score as a whole number, 0 to 1000.
func thousandths(score float64) int {
	if !(score > 0) {
		return 0
	}
	return int(math.Round(math.Min(score, 1) * 1000))
}
