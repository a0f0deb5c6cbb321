package resolve

import (
	"math"

	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// One name, two places. A mention is pinned to a meaning where the words beside it say so: "London, Ont." and
// "London, England" are pinned, each to its own, and so is the Georgia of "Athens, Georgia". A name that is pinned to two
// meanings becomes two entities: a mention that is not pinned goes with the one pinned last. Where a name is pinned
// only as what another place lies in, its other mentions may still be another place, if the article speaks of that one's
// country: the Georgia whose Georgians are named.
//
// "The other London" is the pinned one that was not the last, or the likeliest elsewhere.
//
// Not done: a second meaning that no words beside it tell.

// pin is what the words beside a mention say it is.
type pin struct {
	meaning int32 // index among the meanings of its cluster, -1 for none
	outer   bool  // it is what the place before it lies in
}

// pinAll finds the pins of all mentions.
func (r *resolver) pinAll() {
	a := &r.places
	a.pins = resize(a.pins, len(r.mentions))
	for i := range a.pins {
		a.pins[i] = pin{meaning: -1}
	}
	for i := range r.mentions {
		l := a.at(r.cluster[i])
		if l == nil {
			continue
		}
		from := len(a.cands)
		if out := r.beside(i, from); len(a.cands) > from {
			in := pinned(a.cands[l.from:l.to], func(p *gazetteer.Place) bool { return heldByOne(a.cands[from:], p) })
			if in >= 0 {
				a.pins[i] = pin{meaning: in}
				if out >= 0 {
					r.pinOuter(out, &a.cands[l.from+int(in)].Place)
				}
			}
		}
		a.cands = a.cands[:from]
	}
}

// pinOuter pins mention i, if it is a place, to the meaning that inner lies in.
func (r *resolver) pinOuter(i int, inner *gazetteer.Place) {
	if o := r.places.at(r.cluster[i]); o != nil {
		out := pinned(r.places.cands[o.from:o.to], func(p *gazetteer.Place) bool { return division(p) && holdsPlace(p, inner) })
		r.places.pins[i] = pin{meaning: out, outer: out >= 0}
	}
}

// pinned returns the likeliest meaning that fits.
func pinned(ms []meaning, fits func(*gazetteer.Place) bool) int32 {
	best, at := math.Inf(-1), int32(-1)
	for i := range ms {
		if w := prior(ms[i].Place); w > best && fits(&ms[i].Place) {
			best, at = w, int32(i)
		}
	}
	return at
}

func division(p *gazetteer.Place) bool {
	return p.Kind == gazetteer.KindCountry || p.Kind == gazetteer.KindState || p.Kind == gazetteer.KindCounty
}

func heldByOne(outer []meaning, p *gazetteer.Place) bool {
	for i := range outer {
		if !outer[i].Alt && division(&outer[i].Place) && holdsPlace(&outer[i].Place, p) {
			return true
		}
	}
	return false
}

// at returns where cluster c is kept, nil if it is nowhere.
func (a *atlas) at(c int32) *located {
	if c < 0 || int(c) >= len(a.of) || a.of[c] < 0 {
		return nil
	}
	return &a.found[a.of[c]]
}

// elsewhere reports whether two meanings are in different divisions, so that they cannot be one place.
func elsewhere(p, q *gazetteer.Place) bool { return p.Country != q.Country || p.Admin != q.Admin }

// sense is the place that the mentions of a cluster are taken to be from here on.
type sense struct {
	meaning int32 // index among the meanings, -1 before the first pin
	cluster int32 // the one that has these mentions
}

// splitPinned makes an entity of its own of every further meaning that a name is pinned to.
func (r *resolver) splitPinned() {
	r.pinAll()
	a := &r.places
	var senses map[int32][]sense // of clusters with pins, the current one last
	for i := range r.mentions {
		c := r.cluster[i]
		l := a.at(c)
		if l == nil {
			continue
		}
		p := a.pins[i]
		known := senses[c]
		switch {
		case p.meaning < 0 && len(known) == 0:
			continue
		case p.meaning < 0:
			if r.theOther(i) {
				known = r.otherSense(i, l, known)
			}
			r.move(i, known[len(known)-1].cluster)
		case len(known) == 0:
			if senses == nil {
				senses = map[int32][]sense{}
			}
			known = append(known, sense{p.meaning, c})
		default:
			known = r.pinnedSense(i, l, known)
		}
		senses[c] = known
	}
}

// pinnedSense puts mention i into the cluster of the sense that it is pinned to, a new one if need be.
func (r *resolver) pinnedSense(i int, l *located, known []sense) []sense {
	a, at := &r.places, -1
	p := a.pins[i]
	for k := range known {
		if !elsewhere(&a.cands[l.from+int(known[k].meaning)].Place, &a.cands[l.from+int(p.meaning)].Place) {
			at = k
		}
	}
	if at < 0 {
		if len(known) == maxSenses {
			return known
		}
		known = append(known, sense{p.meaning, r.another(r.cluster[i], i)})
		at = len(known) - 1
	}
	r.move(i, known[at].cluster)
	if p.outer {
		known[0], known[at] = known[at], known[0] // what another place lies in does not change what the bare name stands for
	} else {
		known[at], known[len(known)-1] = known[len(known)-1], known[at]
	}
	return known
}

// otherSense makes another sense than the last the current one: one that is known, or the likeliest elsewhere.
func (r *resolver) otherSense(i int, l *located, known []sense) []sense {
	if n := len(known); n > 1 {
		known[0], known[n-1] = known[n-1], known[0]
		return known
	}
	m := r.places.elsewhere(l, known[0].meaning)
	if m < 0 {
		return known
	}
	r.places.pins[i].meaning = m
	return append(known, sense{m, r.another(r.cluster[i], i)})
}

const maxSenses = 4 // of one name

// theOther reports whether mention i is said to be another place of its name: "the other London".
func (r *resolver) theOther(i int) bool { return r.lower(int(r.token[i])-1) == "other" }

// elsewhere returns the likeliest meaning of l that is not where the given one is; -1 for none.
func (a *atlas) elsewhere(l *located, not int32) int32 {
	known := &a.cands[l.from+int(not)].Place
	return pinned(a.cands[l.from:l.to], func(p *gazetteer.Place) bool { return elsewhere(p, known) })
}

// another makes a new cluster for the name of mention i, with the meanings of c.
func (r *resolver) another(c int32, i int) int32 {
	a := &r.places
	name := r.names[r.name[i]]
	name.first, name.count, name.rule, name.several = int32(i), 0, "", nil
	n := int32(len(r.names))
	r.names = append(r.names, name)
	r.names[n].next, r.names[n].cluster = -1, -1
	made := r.found(n)
	l := a.found[a.of[c]]
	from := len(a.cands)
	a.cands = append(a.cands, a.cands[l.from:l.to]...)
	l.cluster, l.from, l.to, l.count = made, from, len(a.cands), 0
	l.best += from - a.found[a.of[c]].from
	for len(a.of) <= int(made) {
		a.of, a.counts = append(a.of, -1), append(a.counts, 0)
	}
	a.of[made] = int32(len(a.found))
	a.found = append(a.found, l)
	return made
}

// move puts mention i into cluster c, another one with its name.
func (r *resolver) move(i int, c int32) {
	a, old := &r.places, r.cluster[i]
	if old == c || r.names[r.name[i]].key != r.names[r.clusters[c].main].key {
		return
	}
	a.counts[old]--
	a.counts[c]++
	a.found[a.of[old]].count--
	a.found[a.of[c]].count++
	r.names[r.name[i]].count--
	r.cluster[i], r.name[i] = c, r.clusters[c].main
	r.names[r.name[i]].count++
}

// splitOuter gives the mentions that are not pinned another meaning, where the pinned ones are only what another place
// lies in and the article speaks of the country of that meaning.
func (r *resolver) splitOuter() {
	a := &r.places
	var bare map[int32]int32 // clusters with outer pins, to the new cluster or -1
	for i, p := range a.pins {
		if p.outer && a.at(r.cluster[i]) != nil {
			if bare == nil {
				bare = map[int32]int32{}
			}
			bare[r.cluster[i]] = -1
		}
	}
	if len(bare) == 0 {
		return
	}
	for i, p := range a.pins {
		c := r.cluster[i]
		to, ok := bare[c]
		if p.meaning >= 0 {
			continue
		}
		if ok && to < 0 {
			if to = r.unpinned(c, i); to == c {
				delete(bare, c)
			} else {
				bare[c] = to
			}
		}
		if ok {
			r.move(i, to)
		}
	}
}

// unpinned returns the cluster of the meaning that c has by its name and the article alone: c itself, or a new one.
func (r *resolver) unpinned(c int32, i int) int32 {
	a := &r.places
	l := a.at(c)
	best, at := math.Inf(-1), l.from
	for k := l.from; k < l.to; k++ {
		p := &a.cands[k].Place
		if w := prior(*p) + a.weight(p, l); w > best {
			best, at = w, k
		}
	}
	p, chosen := &a.cands[at].Place, &a.cands[l.best].Place
	k := countryNumber(p.Country)
	if !elsewhere(p, chosen) || k < 0 || a.country[k] < 0.7 {
		return c
	}
	at -= l.from
	made := r.another(c, i)
	n := a.at(made)
	n.best = n.from + at
	return made
}
