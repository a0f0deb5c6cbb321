package index

// Which names are one value of a facet, a node of a network, a suggestion.
//
// A value of the fields ...F is a name, which may be followed by a tab and what tells it apart, and a tab and the code of a
// country. A place is told apart by its GeoNames id ("U.S.", "United States"); an organization by its acronym, where the
// article uses it as an alias, or by its name without its legal form; all else by its key ("José", "JOSE"). Names that are
// told apart by the same are one value, shown in the commonest spelling; one that is told apart by its name alone counts with
// the commonest of those that are known by more and spelled like it. Where two places would be shown alike, as Georgia and
// Georgia, the less common has its country behind it, or its id.
//
// Not done: an article that gives only a surname does not say whose it is, so that it counts by itself.

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline"
)

// facetValue is the value of an entity.
func facetValue(e *dateline.Entity) string {
	name := oneLine(e.Name)
	id, land := "", ""
	switch {
	case e.Label == dateline.Place && e.Geo != nil && e.Geo.GeoNames > 0:
		id, land = "#"+strconv.Itoa(e.Geo.GeoNames), oneLine(strings.ToUpper(cmp.Or(e.Country, e.Geo.Country)))
	case e.Label == dateline.Org:
		if id = ownAcronym(e); id == "" {
			id = withoutForm(nameKey(name))
		}
	}
	if name == "" || id == "" || id == nameKey(name) {
		return name
	}
	return strings.TrimSuffix(name+"\t"+id+"\t"+land, "\t")
}

// ownAcronym returns the key of the alias that is made of the initials of the name of e.
func ownAcronym(e *dateline.Entity) string {
	short, long := acronym(e.Name, false), acronym(e.Name, true)
	for _, a := range e.Aliases {
		if k := nameKey(a); k != "" && (k == short || k == long) {
			return k
		}
	}
	return ""
}

// splitValue returns the parts of a value.
func splitValue(value string) (name, id, land string) {
	name, id, _ = strings.Cut(value, "\t")
	id, land, _ = strings.Cut(id, "\t")
	if id == "" {
		if id = nameKey(name); id == "" {
			id = name
		}
	}
	return name, id, land
}

// appendValue adds a value to those of a document, where it is one of its own.
func appendValue(list []string, value string) []string {
	if value == "" {
		return list
	}
	name, id, _ := splitValue(value)
	for i, v := range list {
		n, d, _ := splitValue(v)
		switch {
		case d == id, n == name && id[0] != '#': // the same, or a place that is known besides
			return list
		case n == name && d[0] != '#':
			list[i] = value
			return list
		}
	}
	return append(list, value)
}

// A spelled is the names that are one value.
type spelled struct {
	id, land string
	name     string // commonest spelling
	most     int    // hits with it
	n        int    // hits
	values   []string
}

// spellings joins what was counted by value. The result is ordered, commonest first.
func spellings(counts map[string]int) []*spelled {
	byID := make(map[string]*spelled, len(counts))
	join := func(id, land, name, value string, n int) *spelled {
		s := byID[id]
		if s == nil {
			s = &spelled{id: id}
			byID[id] = s
		}
		s.land = max(s.land, land)
		s.add(name, value, n)
		return s
	}
	known := map[string][]*spelled{} // by key of a name, those that are told apart by something else
	for value, n := range counts {
		if name, id, land := splitValue(value); len(name) < len(value) {
			k := nameKey(name)
			known[k] = appendNew(known[k], join(id, land, name, value, n))
		}
	}
	for k := range known {
		slices.SortFunc(known[k], (*spelled).compare)
	}
	for value, n := range counts {
		name, id, _ := splitValue(value)
		if len(name) < len(value) {
			continue
		}
		if k := known[id]; len(k) > 0 && byID[id] == nil {
			id = k[0].id
		}
		join(id, "", name, value, n)
	}
	list := make([]*spelled, 0, len(byID))
	for _, s := range byID {
		list = append(list, s)
	}
	slices.SortFunc(list, (*spelled).compare)
	return distinct(list)
}

func (s *spelled) add(name, value string, n int) {
	s.n += n
	s.values = append(s.values, value)
	if n > s.most || n == s.most && name > s.name { // of equals rather lower case, and with diacritics
		s.name, s.most = name, n
	}
}

func (s *spelled) compare(t *spelled) int {
	return cmp.Or(cmp.Compare(t.n, s.n), cmp.Compare(s.name, t.name), cmp.Compare(s.id, t.id))
}

// distinct makes the names of list differ.
func distinct(list []*spelled) []*spelled {
	shown := make(map[string]*spelled, len(list))
	out := list[:0]
	for _, s := range list {
		first := shown[s.name]
		switch {
		case first == nil:
		case s.id[0] != '#' || first.id[0] != '#': // organizations with more than one acronym
			first.n += s.n
			first.values = append(first.values, s.values...)
			continue
		default:
			name := s.name
			if s.name = name + " (" + s.land + ")"; s.land == "" || shown[s.name] != nil {
				s.name = name + " (" + s.id + ")"
			}
		}
		shown[s.name] = s
		out = append(out, s)
	}
	slices.SortFunc(out, (*spelled).compare)
	return out
}
