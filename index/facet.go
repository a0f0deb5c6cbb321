package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	api "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-nlp/dateline"
)

// A Field is something by which hits are counted.
type Field uint8

// The fields. Of quotes, people, organizations, places and countries are those named in the quote or in its sentences.
// Names that differ in case and diacritics only, places with the same GeoNames id, and organizations by their legal form or by
// an acronym that the article explains, are one value, in the commonest spelling among what is counted. A surname alone is a
// value of its own. Of two places with one name the less common has its country behind it, or its id: "Georgia (US)".
const (
	FieldNone    Field = iota
	FieldPerson        // name of a person
	FieldOrg           // name of an organization
	FieldPlace         // name of a place
	FieldCountry       // ISO 3166 code
	FieldSpeaker       // of quotes only; a pronoun that stands for nobody known is none
	FieldSource        // publisher
	FieldYear          // of publication, "2020"
	FieldMonth         // "2020-02"
	FieldDay           // "2020-02-12"
)

var fieldNames = [...]string{"none", "person", "org", "place", "country", "speaker", "source", "year", "month", "day"}

func (f Field) String() string {
	if int(f) < len(fieldNames) {
		return fieldNames[f]
	}
	return strconv.Itoa(int(f))
}

// ParseField is the inverse of Field.String.
func ParseField(s string) (Field, error) {
	if i := slices.Index(fieldNames[1:], s); i >= 0 {
		return Field(i + 1), nil
	}
	return 0, fmt.Errorf("index: unknown field %q: use one of %v", s, fieldNames[1:])
}

// values is the field of doc values that f is read from.
func (f Field) values() string {
	switch f {
	case FieldPerson:
		return fieldPersonF
	case FieldOrg:
		return fieldOrgF
	case FieldPlace:
		return fieldPlaceF
	case FieldCountry:
		return fieldLandF
	case FieldSpeaker:
		return fieldSpeakerF
	case FieldSource:
		return fieldSourceF
	case FieldYear, FieldMonth, FieldDay:
		return fieldDayF
	}
	return ""
}

// label turns a doc value into what is shown.
func (f Field) label(value string) string {
	if f != FieldYear && f != FieldMonth && f != FieldDay {
		return value
	}
	n, err := strconv.ParseUint(value, 16, 32)
	if err != nil {
		return value
	}
	day := dateline.Day(int32(uint32(n) ^ 1<<31)).String()
	switch f {
	case FieldYear:
		return day[:len(day)-6]
	case FieldMonth:
		return day[:len(day)-3]
	}
	return day
}

// A Facet asks for the commonest values of a Field.
type Facet struct {
	Field Field
	Size  int // values wanted; 0: 10, less than 0: all
}

// Counted is the answer to a Facet.
type Counted struct {
	Field   Field
	Values  []Count // commonest first, equal ones by value; years, months and days in their order
	Other   int     // distinct values that are left out
	Missing int     // hits without a value
}

// A Count is a value with the number of hits that have it.
type Count struct {
	Value string
	N     int
}

// A counter counts the values of the facets of one request.
type counter struct {
	facets []Facet
	counts []map[string]*int // by doc value; pointers, since counting on needs no copy of the value
	with   []int             // hits with a value
}

// visitor returns the function that counts a document; nil where there is nothing to count.
func (c *counter) visitor(r api.IndexReader, l level) (func(api.IndexInternalID) error, error) {
	if len(c.facets) == 0 {
		return nil, nil
	}
	if c.counts == nil {
		c.counts = make([]map[string]*int, len(c.facets))
		c.with = make([]int, len(c.facets))
		for i := range c.counts {
			c.counts[i] = map[string]*int{}
		}
	}
	var fields []string
	index := map[string][]int{}
	for i, f := range c.facets {
		name := f.Field.values()
		if name == "" {
			return nil, fmt.Errorf("index: facet of unknown field %s", f.Field)
		}
		name = l.field(name)
		fields = appendNew(fields, name)
		index[name] = append(index[name], i)
	}
	values, err := r.DocValueReader(fields)
	if err != nil {
		return nil, err
	}
	seen := make([]bool, len(c.facets))
	last, of := "", []int(nil) // the facets of the field at hand; its values come together
	visit := func(field string, term []byte) {
		if field != last {
			last, of = field, index[field]
		}
		for _, i := range of {
			n := c.counts[i][string(term)]
			if n == nil {
				n = new(int)
				c.counts[i][string(term)] = n
			}
			*n++
			seen[i] = true
		}
	}
	return func(num api.IndexInternalID) error {
		clear(seen)
		err := values.VisitDocValues(num, visit)
		for i, ok := range seen {
			if ok {
				c.with[i]++
			}
		}
		return err
	}, nil
}

// result orders what was counted over total hits.
func (c *counter) result(ctx context.Context, total int) ([]Counted, error) {
	out := make([]Counted, 0, len(c.facets))
	for i, f := range c.facets {
		counts := make(map[string]int, len(c.counts[i]))
		for v, n := range c.counts[i] {
			counts[v] = *n
		}
		r, err := f.result(ctx, counts)
		if err != nil {
			return nil, err
		}
		r.Missing = total - c.with[i]
		out = append(out, r)
	}
	return out, nil
}

func (f Facet) result(ctx context.Context, counts map[string]int) (Counted, error) {
	size := f.Size
	if size == 0 {
		size = 10
	}
	out := Counted{Field: f.Field}
	if f.Field >= FieldYear {
		list := byPeriod(f.Field, counts)
		if size < 0 || size > len(list) {
			size = len(list)
		}
		out.Values, out.Other = slices.Clone(list[:size]), len(list)-size
		slices.SortFunc(out.Values, func(a, b Count) int { return compareDates(a.Value, b.Value) })
		return out, nil
	}
	list, total, err := spellings(ctx, counts, size)
	out.Values, out.Other = make([]Count, 0, len(list)), total-len(list)
	for _, s := range list {
		out.Values = append(out.Values, Count{s.name, s.n})
	}
	return out, err
}

// byPeriod sums days by year, month or day.
func byPeriod(f Field, counts map[string]int) (list []Count) {
	sums := map[string]int{}
	for v, n := range counts {
		sums[f.label(v)] += n
	}
	for v, n := range sums {
		list = append(list, Count{v, n})
	}
	slices.SortFunc(list, func(a, b Count) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Value, b.Value)) })
	return list
}

// compareDates orders years, months and days, those before year 0 first and backwards.
func compareDates(a, b string) int {
	switch na, nb := a[:1] == "-", b[:1] == "-"; {
	case na && nb:
		return cmp.Or(cmp.Compare(len(b), len(a)), yearBC(b)-yearBC(a), cmp.Compare(a, b))
	case na != nb:
		if na {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}

// yearBC is the number of the year in a date like "-0043-03-15".
func yearBC(s string) (n int) {
	for _, c := range s[1:] {
		if c == '-' {
			break
		}
		n = n*10 + int(c-'0')
	}
	return n
}

func cloneFacets(list []Counted) []Counted {
	out := slices.Clone(list)
	for i := range out {
		out[i].Values = slices.Clone(out[i].Values)
	}
	return out
}
