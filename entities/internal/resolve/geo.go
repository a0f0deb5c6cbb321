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
// Countries and divisions named in the article are taken into account first; then the towns decided so far help to decide the rest.

// located is a place's name with its meanings.
type located struct {
	cluster int32
	cands   []gazetteer.Place
	prior   []float64 // weight of each meaning by itself and by what stands beside it
	best    int
	count   float64 // mentions
	partial bool    // found by a part of its name: not the place itself
}

// context is what the article says about where it is.
type context struct {
	country map[string]float64
	admin   map[int]float64
	total   float64
	points  []gazetteer.Place
}

const (
	maxMeanings = 400 // of one name
	maxPoints   = 24  // places that distances are measured to
)

// geography finds the places of the document on the map.
func (r *resolver) geography() {
	var ls []*located
	byCluster := make([]int32, len(r.clusters))
	counts := make([]int32, len(r.clusters))
	for _, c := range r.cluster {
		if c >= 0 {
			counts[c]++
		}
	}
	for c := range r.clusters {
		byCluster[c] = -1
		if r.clusters[c].label == dateline.Place && counts[c] > 0 {
			if l := r.meanings(int32(c)); l != nil {
				l.count = float64(counts[c])
				byCluster[c] = int32(len(ls))
				ls = append(ls, l)
			}
		}
	}
	r.besides(ls, byCluster)
	for _, l := range ls {
		l.choose(nil)
	}
	for round := range 3 {
		ctx := r.gather(ls, counts, round)
		for _, l := range ls {
			l.choose(ctx)
		}
	}
	for _, l := range ls {
		p := l.cands[l.best]
		if l.partial && p.Kind == gazetteer.KindCountry {
			p.Kind = gazetteer.KindRegion
		}
		r.clusters[l.cluster].place = &p
		r.clusters[l.cluster].country = p.Country
	}
	r.joinPlaces(ls)
}

// meanings looks up a cluster's names: the main one, else another, else the main one without its common noun.
func (r *resolver) meanings(c int32) *located {
	l := &located{cluster: c}
	cl := &r.clusters[c]
	if cl.country != "" {
		if p, ok := gazetteer.CountryPlace(cl.country); ok {
			l.take(p)
		}
	}
	if heavenly(r.names[cl.main].key) {
		return nil
	}
	l.look(r.names[cl.main].text)
	for i := 0; len(l.cands) == 0 && i < len(cl.names) && i < maxCandidates; i++ {
		l.look(r.names[cl.names[i]].text)
	}
	if len(l.cands) == 0 {
		l.partial = true
		w := r.names[cl.main].words
		if core := placeCore(w); len(core) < len(w) && !facility(w[len(w)-1]) && !facility(w[0]) && w[0] != "mount" {
			l.look(strings.Join(core, " "))
		} else if len(w) > 1 && part(w[0]) {
			l.look(strings.Join(w[1:], " "))
		}
	}
	if len(l.cands) == 0 {
		return nil
	}
	return l
}

// heavenly reports whether a name is one of a body in the sky, or a bare direction, before it is that of a small town.
func heavenly(key string) bool {
	switch key {
	case "mars", "earth", "moon", "sun", "venus", "mercury", "jupiter", "saturn", "neptune", "uranus", "pluto", "titan", "europa", "north", "south", "east", "west",
		"north pole", "south pole", "capitol", "planet earth":
		return true
	}
	return false
}

// facility reports whether a place with this common noun is a building, whose town is another place.
func facility(w string) bool {
	switch w {
	case "airport", "hall", "bridge", "park", "square", "stadium", "tower", "palace", "prison", "plant", "dam", "station", "base", "port", "plaza", "museum",
		"theatre", "theater", "castle", "arena", "river", "lake", "bay", "mountains", "valley", "desert", "sea", "ocean", "reactor", "nuclear", "forum", "airbase":
		return true
	}
	return false
}

// part reports whether w makes a part of a place out of its name.
func part(w string) bool {
	switch w {
	case "north", "northern", "south", "southern", "east", "eastern", "west", "western", "central", "greater", "downtown", "upper", "lower", "metropolitan",
		"northeast", "northeastern", "southeast", "southeastern", "northwest", "northwestern", "southwest", "southwestern", "upstate", "mainland", "inner":
		return true
	}
	return false
}

func (l *located) look(name string) {
	gazetteer.Places(name, func(p gazetteer.Place) bool {
		l.take(p)
		return len(l.cands) < maxMeanings
	})
}

func (l *located) take(p gazetteer.Place) {
	for i := range l.cands {
		if q := &l.cands[i]; q.GeoNames == p.GeoNames && q.Kind == p.Kind && q.Country == p.Country {
			return
		}
	}
	l.cands = append(l.cands, p)
	l.prior = append(l.prior, prior(p))
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

// choose takes the meaning with the greatest weight.
func (l *located) choose(ctx *context) {
	best, at := math.Inf(-1), 0
	for i, p := range l.cands {
		w := l.prior[i]
		if ctx != nil {
			w += ctx.weight(p, l)
		}
		if w > best {
			best, at = w, i
		}
	}
	l.best = at
}

// weight is what the article adds to a meaning.
func (c *context) weight(p gazetteer.Place, l *located) float64 {
	w := 0.0
	if c.total > 0 && p.Country != "" {
		own := c.country[p.Country]
		if l.cands[l.best].Country == p.Country {
			own -= l.own(l.cands[l.best])
		}
		if own > 0 {
			w += 2.2*own/c.total + 0.8
		}
	}
	if p.Kind != gazetteer.KindCountry && p.Admin != 0 {
		a := c.admin[p.Admin]
		if l.cands[l.best].Admin == p.Admin {
			a -= l.own(l.cands[l.best])
		}
		if a > 0 {
			w += min(1.8, 0.9+0.3*a)
		}
	}
	if p.Kind.Settlement() && c.near(p, l) {
		w += 0.9
	}
	return w
}

// near reports whether a place of the article lies within about 100 km of p.
func (c *context) near(p gazetteer.Place, l *located) bool {
	own := l.cands[l.best]
	for _, q := range c.points {
		if q.GeoNames == own.GeoNames || q.GeoNames == p.GeoNames {
			continue
		}
		dy := p.Lat - q.Lat
		dx := (p.Lon - q.Lon) * math.Cos(p.Lat*math.Pi/180)
		if dx*dx+dy*dy < 0.9*0.9 {
			return true
		}
	}
	return false
}

// own is what a name adds to the evidence for its country.
func (l *located) own(p gazetteer.Place) float64 {
	w := 0.0
	switch {
	case p.Kind == gazetteer.KindCountry:
		w = 1
	case p.Kind == gazetteer.KindState:
		w = 0.9
	case p.Kind == gazetteer.KindCapital, p.Size >= 60:
		w = 0.7
	case len(l.cands) == 1, p.Size >= 50:
		w = 0.4
	default:
		w = 0.2
	}
	return w * math.Log2(1+l.count)
}

// gather collects the evidence of the article. In the first round only countries, nationalities, divisions and large towns count.
func (r *resolver) gather(ls []*located, counts []int32, round int) *context {
	ctx := &context{country: map[string]float64{}, admin: map[int]float64{}}
	for c := range r.clusters {
		if cl := &r.clusters[c]; cl.label == dateline.Norp && cl.country != "" && counts[c] > 0 {
			w := 0.8 * math.Log2(1+float64(counts[c]))
			ctx.country[cl.country] += w
			ctx.total += w
		}
	}
	for _, l := range ls {
		p := l.cands[l.best]
		w := l.own(p)
		if p.Country == "" || round == 0 && w < 0.6 {
			continue
		}
		ctx.country[p.Country] += w
		ctx.total += w
		if p.Kind != gazetteer.KindCountry {
			ctx.admin[p.Admin] += w
			if len(ctx.points) < maxPoints && p.Kind.Settlement() && (round > 0 || p.Size >= 50) {
				ctx.points = append(ctx.points, p)
			}
		}
	}
	if code := sourceCountry(r.doc.Source, r.doc.URL); code != "" {
		ctx.country[code] += 0.6
		ctx.total += 0.6
	}
	return ctx
}

// joinPlaces makes one entity of two names that are one place: Kiev and Kyiv, Congo and DR Congo.
func (r *resolver) joinPlaces(ls []*located) {
	seen := map[int]int32{}
	for _, l := range ls {
		id := r.clusters[l.cluster].place.GeoNames
		if id == 0 || l.partial {
			continue
		}
		old, ok := seen[id]
		if !ok {
			seen[id] = l.cluster
			continue
		}
		for _, n := range r.clusters[l.cluster].names {
			r.join(n, old, rulePlaceName)
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
