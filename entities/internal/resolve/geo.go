package resolve

import (
	"math"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// Places on the map. Every meaning that the gazetteer has for a place's name is weighed; the heaviest is taken:
//
//   - by itself: countries, then divisions, then towns by population, capitals ahead of others;
//   - by what stands beside it: "London, Ontario", "Cambridge, Mass.", "Lagos state", "the city of Washington";
//   - by its country: which countries the article names, by name, nationality, division, or a town that can hardly be another;
//     where the source is from;
//   - by its division, and by the distance to the other places of the article.
//
// Countries and divisions named in the article are taken into account first; then the towns decided so far help to
// decide the rest.

// located is a place's name with its meanings.
type located struct {
	cluster int32
	from    int // meanings [from, to) of atlas.cands
	to      int
	best    int
	count   float64 // mentions
	partial bool    // found by a part of its name: not the place itself
}

// meaning is a place that a name may mean, with its weight by itself and by what stands beside it.
type meaning struct {
	gazetteer.Place
	prior float64
}

// atlas holds the places of a document and what it says about where it is.
type atlas struct {
	found   []located
	cands   []meaning
	of      []int32 // for each cluster its place in found, -1 for none
	counts  []int32 // mentions of each cluster
	country [26 * 26]float64
	named   []int // countries that have evidence
	admin   map[int]float64
	total   float64
	points  []gazetteer.Place
	pins    []pin // of each mention; see sense.go
}

const (
	maxMeanings = 400 // of one name
	maxPoints   = 24  // places that distances are measured to
)

// geography finds the places of the document on the map.
func (r *resolver) geography() {
	a := &r.places
	a.found, a.cands = a.found[:0], a.cands[:0]
	a.of, a.counts = resize(a.of, len(r.clusters)), resize(a.counts, len(r.clusters))
	clear(a.counts)
	for _, c := range r.cluster {
		if c >= 0 {
			a.counts[c]++
		}
	}
	for c := range r.clusters {
		a.of[c] = -1
		if r.clusters[c].label == dateline.Place && a.counts[c] > 0 {
			r.meanings(int32(c))
		}
	}
	if len(a.found) == 0 {
		return
	}
	r.splitPinned()
	r.besides()
	for i := range a.found {
		a.choose(&a.found[i], false)
	}
	for round := range 3 {
		r.gather(round)
		for i := range a.found {
			a.choose(&a.found[i], true)
		}
	}
	r.splitOuter()
	for i := range a.found {
		l := &a.found[i]
		p := &a.cands[l.best]
		if r.doubtful(l) {
			a.of[l.cluster] = -1
			continue
		}
		if l.partial && p.Kind == gazetteer.KindCountry {
			p.Kind = gazetteer.KindRegion
		}
		r.clusters[l.cluster].place = int32(i)
		r.clusters[l.cluster].country = p.Country
	}
	r.joinPlaces()
}

// placed returns the place that cluster c was found to be, nil for none.
func (r *resolver) placed(c int32) *gazetteer.Place {
	if i := r.clusters[c].place; i >= 0 {
		return &r.places.cands[r.places.found[i].best].Place
	}
	return nil
}

// meanings looks up a cluster's names: the main one, else another, else the main one without its common noun.
func (r *resolver) meanings(c int32) {
	a, cl := &r.places, &r.clusters[c]
	main := &r.names[cl.main]
	if heavenly(main.key) || landmark(main.key) && !r.inDivision(c) {
		return
	}
	l := located{cluster: c, from: len(a.cands), count: float64(a.counts[c])}
	if cl.country != "" {
		if p, ok := gazetteer.CountryPlace(cl.country); ok {
			a.take(l.from, p)
		}
	}
	a.look(l.from, main.text)
	r.namesOf(c, func(n int32) bool {
		if len(a.cands) == l.from {
			a.look(l.from, r.names[n].text)
		}
		return len(a.cands) == l.from
	})
	if w := main.words; len(a.cands) == l.from {
		l.partial = true
		if core := placeCore(w); len(core) < len(w) && !facility(w[len(w)-1]) && !facility(w[0]) && w[0] != "mount" {
			a.look(l.from, strings.Join(core, " "))
		} else if len(w) > 1 && part(w[0]) {
			a.look(l.from, strings.Join(w[1:], " "))
		}
	}
	if l.to = len(a.cands); l.to > l.from {
		l.best = l.from
		a.of[c] = int32(len(a.found))
		a.found = append(a.found, l)
	}
}

// heavenly reports whether a name is one of a body in the sky, or a bare direction, before it is that of a small town.
func heavenly(key string) bool {
	switch key {
	case "mars", "earth", "moon", "sun", "venus", "mercury", "jupiter", "saturn", "neptune", "uranus", "pluto",
		"titan", "europa", "north", "south", "east", "west",
		"north pole", "south pole", "capitol", "planet earth":
		return true
	}
	return false
}

// landmark reports whether a name is that of a famous building or site before it is that of a town.
func landmark(key string) bool {
	switch key {
	case "white house", "downing street", "capitol hill", "wall street", "ground zero", "scotland yard", "blue house", "pink house", "green zone",
		"red square", "silicon valley", "madison square", "lincoln memorial", "national mall", "parliament house", "government house":
		return true
	}
	return false
}

// inDivision reports whether the name of a state or country follows a mention of cluster c: "White House, Tennessee".
func (r *resolver) inDivision(c int32) bool {
	for i := range r.mentions {
		if r.cluster[i] == c && strings.HasPrefix(r.doc.Text[r.mentions[i].End:], ", ") && i+1 < len(r.mentions) &&
			r.mentions[i+1].Start == r.mentions[i].End+2 && r.mentions[i+1].Label == dateline.Place {
			return true
		}
	}
	return false
}

// park reports whether a name of several words is one that parks and squares have everywhere, so that a town of that
// name is meant only where the article is in its country.
func park(words []string) bool {
	if len(words) == 1 {
		return words[0] == "central"
	}
	switch words[len(words)-1] {
	case "park", "square", "street", "road", "avenue", "hall", "station", "stadium", "bridge":
		return true
	}
	return false
}

// doubtful reports whether l is a park or the like that is found as a town in a country of which the article names
// nothing else.
func (r *resolver) doubtful(l *located) bool {
	p := &r.places.cands[l.best]
	return p.Kind.Settlement() && park(r.names[r.clusters[l.cluster].main].words) && r.places.evidence(p.Country) <= l.own(&p.Place)+0.01
}

// facility reports whether a place with this common noun is a building, whose town is another place.
func facility(w string) bool {
	switch w {
	case "airport", "hall", "bridge", "park", "square", "stadium", "tower", "palace", "prison", "plant", "dam",
		"station", "base", "port", "plaza", "museum",
		"theatre", "theater", "castle", "arena", "river", "lake", "bay", "mountains", "valley", "desert", "sea",
		"ocean", "reactor", "nuclear", "forum", "airbase", "street", "road", "avenue",
		"lane", "boulevard":
		return true
	}
	return false
}

// part reports whether w makes a part of a place out of its name.
func part(w string) bool {
	switch w {
	case "north", "northern", "south", "southern", "east", "eastern", "west", "western", "central", "greater",
		"downtown", "upper", "lower", "metropolitan",
		"northeast", "northeastern", "southeast", "southeastern", "northwest", "northwestern", "southwest",
		"southwestern", "upstate", "mainland", "inner":
		return true
	}
	return false
}

// look adds the meanings of name to those from index from on.
func (a *atlas) look(from int, name string) {
	gazetteer.Places(name, func(p gazetteer.Place) bool {
		a.take(from, p)
		return len(a.cands)-from < maxMeanings
	})
}

func (a *atlas) take(from int, p gazetteer.Place) {
	for i := from; i < len(a.cands); i++ {
		if q := &a.cands[i]; q.GeoNames == p.GeoNames && q.Kind == p.Kind && q.Country == p.Country {
			return
		}
	}
	a.cands = append(a.cands, meaning{p, prior(p)})
}

// prior is how likely a place is meant by its name alone.
func prior(p gazetteer.Place) float64 {
	w := 0.0
	switch p.Kind {
	case gazetteer.KindCountry:
		w = 8.5
	case gazetteer.KindState:
		w = 5.2
		switch p.Country {
		case "US", "CA", "AU", "GB":
			w = 6.5
		case "DE", "IN", "MX", "BR", "IT", "ES", "FR", "CN", "RU", "NG", "PK":
			w = 5.8
		}
	case gazetteer.KindCounty:
		w = 3.6
		if p.Country == "GB" && !p.Alt {
			w = 5.6 // Norfolk; elsewhere a county has that word in its name
		}
	case gazetteer.KindRegion, gazetteer.KindWater:
		w = 6.2
	case gazetteer.KindMountain:
		w = 5.5
	case gazetteer.KindCapital:
		w = 1.7 + float64(p.Size)/10
	case gazetteer.KindSeat:
		w = 0.4 + float64(p.Size)/10
	case gazetteer.KindQuarter:
		w = float64(p.Size)/10 - 1
	default:
		w = float64(p.Size) / 10
	}
	if p.Alt {
		w -= 1.6
	}
	return w
}

// choose takes the meaning of l with the greatest weight.
func (a *atlas) choose(l *located, context bool) {
	best, at := math.Inf(-1), l.from
	for i := l.from; i < l.to; i++ {
		w := a.cands[i].prior
		if context {
			w += a.weight(&a.cands[i].Place, l)
		}
		if w > best {
			best, at = w, i
		}
	}
	l.best = at
}

// joinPlaces makes one entity of two names that are one place: Kiev and Kyiv, Congo and DR Congo.
func (r *resolver) joinPlaces() {
	seen := make(map[int]int32, len(r.places.found))
	for i := range r.places.found {
		l := &r.places.found[i]
		p := r.placed(l.cluster)
		if p == nil || p.GeoNames == 0 || l.partial {
			continue
		}
		id := p.GeoNames
		old, ok := seen[id]
		if !ok {
			seen[id] = l.cluster
			continue
		}
		var names []int32
		for n := r.clusters[l.cluster].head; n >= 0; n = r.names[n].next {
			names = append(names, n)
		}
		main := r.clusters[l.cluster].main
		for _, n := range names {
			r.join(n, old, rulePlaceName)
		}
		if o := &r.places.found[r.clusters[old].place]; r.placed(old).Alt && !r.placed(l.cluster).Alt {
			r.clusters[old].main, o.best = main, l.best
		}
		if r.moved == nil {
			r.moved = map[int32]int32{}
		}
		r.moved[l.cluster] = old
	}
	if len(r.moved) == 0 {
		return
	}
	for i, c := range r.cluster {
		if to, ok := r.moved[c]; ok {
			r.cluster[i] = to
			if r.rule[i] == "" {
				r.rule[i] = rulePlaceName
			}
		}
	}
}
