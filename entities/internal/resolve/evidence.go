package resolve

import (
	"math"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// What the article says about where it is: the countries, divisions and towns that it names, each by how sure it is,
// and what that adds to the meanings of a name.

// weight is what the article adds to a meaning of l. What l itself adds to the article is left out.
func (a *atlas) weight(p *gazetteer.Place, l *located) float64 {
	w, best := 0.0, &a.cands[l.best].Place
	if k := countryNumber(p.Country); a.total > 0 && k >= 0 {
		own, all := a.country[k], a.total
		if countryNumber(best.Country) >= 0 {
			all -= l.own(best)
		}
		if best.Country == p.Country {
			own -= l.own(best)
		}
		if own > 1e-9 && all > 1e-9 {
			w += 2.2*min(1, own/all) + 0.8
		}
	}
	if p.Kind != gazetteer.KindCountry && p.Admin != 0 {
		own := a.admin[p.Admin]
		if best.Admin == p.Admin {
			own -= l.own(best)
		}
		if own > 1e-9 {
			w += min(1.8, 0.9+0.3*own)
		}
	}
	if p.Kind.Settlement() && a.near(p, best) {
		w += 0.9
	}
	return w
}

// near reports whether a place of the article other than own lies within about 100 km of p.
func (a *atlas) near(p, own *gazetteer.Place) bool {
	for i := range a.points {
		q := &a.points[i]
		if dy := p.Lat - q.Lat; dy > 0.9 || dy < -0.9 || q.GeoNames == own.GeoNames || q.GeoNames == p.GeoNames {
			continue
		}
		dy, dx := p.Lat-q.Lat, (p.Lon-q.Lon)*math.Cos(p.Lat*math.Pi/180)
		if dx*dx+dy*dy < 0.9*0.9 {
			return true
		}
	}
	return false
}

// own is what a name adds to the evidence for its country.
func (l *located) own(p *gazetteer.Place) float64 {
	w := 0.0
	switch {
	case p.Kind == gazetteer.KindCountry:
		w = 1
	case p.Kind == gazetteer.KindState:
		w = 0.9
	case p.Kind == gazetteer.KindCapital, p.Size >= 60:
		w = 0.7
	case l.to-l.from == 1, p.Size >= 50:
		w = 0.4
	default:
		w = 0.2
	}
	return w * math.Log2(1+l.count)
}

// countryNumber numbers the country codes; -1 for none.
func countryNumber(code string) int {
	if len(code) != 2 || code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z' {
		return -1
	}
	return int(code[0]-'A')*26 + int(code[1]-'A')
}

// see adds evidence for a country.
func (a *atlas) see(code string, w float64) {
	k := countryNumber(code)
	if k < 0 {
		return
	}
	if a.country[k] == 0 {
		a.named = append(a.named, k)
	}
	a.country[k] += w
	a.total += w
}

// evidence is what the article says for a country.
func (a *atlas) evidence(code string) float64 {
	if k := countryNumber(code); k >= 0 {
		return a.country[k]
	}
	return 0
}

// gather collects the evidence of the article. In the first round only countries, nationalities, divisions and large
// towns count.
func (r *resolver) gather(round int) {
	a := &r.places
	for _, k := range a.named {
		a.country[k] = 0
	}
	if a.admin == nil {
		a.admin = map[int]float64{}
	}
	clear(a.admin)
	a.named, a.points, a.total = a.named[:0], a.points[:0], 0
	for c := range r.clusters {
		if cl := &r.clusters[c]; cl.label == dateline.Norp && cl.country != "" && a.counts[c] > 0 {
			a.see(cl.country, 0.8*math.Log2(1+float64(a.counts[c])))
		}
	}
	for i := range a.found {
		l := &a.found[i]
		p := &a.cands[l.best].Place
		w := l.own(p)
		if p.Country == "" || round == 0 && w < 0.6 {
			continue
		}
		a.see(p.Country, w)
		if p.Kind != gazetteer.KindCountry {
			a.admin[p.Admin] += w
			if len(a.points) < maxPoints && p.Kind.Settlement() && (round > 0 || p.Size >= 50) {
				a.points = append(a.points, *p)
			}
		}
	}
	a.see(sourceCountry(r.doc.Source, r.doc.URL), 0.6)
}
