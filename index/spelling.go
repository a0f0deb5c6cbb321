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
	"context"
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
	key := nameKey(name)
	for i, v := range list {
		n, d, _ := splitValue(v)
		alike := n == name || key != "" && nameKey(n) == key
		switch {
		case d == id, alike && id[0] != '#': // the same, or a place that is known besides
			return list
		case alike && d[0] != '#':
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

// spellings joins what was counted by value and returns the first size of them, commonest first, or all where size is less
// than 0, and how many there are.
func spellings(ctx context.Context, counts map[string]int, size int) (list []*spelled, total int, err error) {
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
	bare := make([]string, 0, len(counts))
	for value, n := range counts {
		if name, id, land := splitValue(value); len(name) < len(value) {
			k := nameKey(name)
			known[k] = appendNew(known[k], join(id, land, name, value, n))
		} else {
			bare = append(bare, value)
		}
		if len(bare)%ctxEvery == 0 && ctx.Err() != nil {
			return nil, 0, ctx.Err()
		}
	}
	for k := range known {
		slices.SortFunc(known[k], (*spelled).compare)
	}
	for i, value := range bare {
		name, id, _ := splitValue(value)
		if k := known[id]; len(k) > 0 && byID[id] == nil {
			id = k[0].id
		}
		join(id, "", name, value, counts[value])
		if i%ctxEvery == 0 && ctx.Err() != nil {
			return nil, 0, ctx.Err()
		}
	}
	list = sameNames(byID)
	total = len(list)
	if size >= 0 && size < total {
		list = first(list, size)
	} else if list, err = sortWithin(ctx, list, (*spelled).compare); err != nil {
		return nil, 0, err
	}
	if tellApart(list) {
		list, err = sortWithin(ctx, list, (*spelled).compare)
	}
	return list, total, err
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

// sameNames lists what is told apart; organizations that are shown alike, since they have more than one acronym, are one.
func sameNames(byID map[string]*spelled) []*spelled {
	list := make([]*spelled, 0, len(byID))
	shown := map[string]*spelled{}
	for _, s := range byID {
		switch o := shown[s.name]; {
		case s.id[0] == '#' || len(s.values) == 1 && s.values[0] == s.name:
			list = append(list, s)
		case o == nil:
			shown[s.name] = s
		default:
			o.n += s.n
			o.values = append(o.values, s.values...)
			o.id = min(o.id, s.id)
		}
	}
	for _, s := range shown {
		list = append(list, s)
	}
	return list
}

// first returns the first size elements of list, in order.
func first(list []*spelled, size int) []*spelled {
	var out []*spelled
	for _, s := range list {
		if len(out) == size && (size == 0 || s.compare(out[size-1]) > 0) {
			continue
		}
		at, _ := slices.BinarySearchFunc(out, s, (*spelled).compare)
		if len(out) == size {
			out = out[:size-1]
		}
		out = slices.Insert(out, at, s)
	}
	return out
}

// tellApart makes the names of list, which are those of places where they are alike, differ, and reports whether any were.
func tellApart(list []*spelled) (changed bool) {
	shown := make(map[string]bool, len(list))
	for _, s := range list {
		if name := s.name; shown[name] {
			changed = true
			if s.name = name + " (" + s.land + ")"; s.land == "" || shown[s.name] {
				s.name = name + " (" + s.id + ")"
			}
		}
		shown[s.name] = true
	}
	return changed
}
