package resolve

import (
	"slices"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

const (
	inside = 7.0 // weight of being in what stands beside it: London, Ontario
	cued   = 3.0 // weight of being what the noun beside it says: Lagos state
)

// besides adds to the weights of meanings what the words beside each mention say.
func (r *resolver) besides() {
	a := &r.places
	for i := range r.mentions {
		c := r.cluster[i]
		if c < 0 || a.of[c] < 0 {
			continue
		}
		l := &a.found[a.of[c]]
		r.cue(i, l)
		if p := a.pins[i]; p.meaning >= 0 && r.theOther(i) {
			a.cands[l.from+int(p.meaning)].prior += inside
		}
		// What stands beside it is looked up behind the meanings of all names, and dropped again.
		from := len(a.cands)
		if out := r.beside(i, from); len(a.cands) > from {
			inner, outer := a.cands[l.from:l.to], a.cands[from:]
			within(inner, outer)
			if out >= 0 {
				if o := a.at(r.cluster[out]); o != nil {
					holds(a.cands[o.from:o.to], inner)
				}
			}
		}
		a.cands = a.cands[:from]
	}
}

// beside looks up what mention i is said to lie in: the place after it, as in "London, Ontario", or what stands before
// it, as in "Ontario's London". Its meanings are those from index from on, none if there is nothing. It returns the
// mention of the place after it, -1 for none.
func (r *resolver) beside(i, from int) int {
	end := r.mentions[i].End
	if i+1 < len(r.mentions) && r.mentions[i+1].Label == dateline.Place {
		if gap := r.doc.Text[end:r.mentions[i+1].Start]; gap == ", " || gap == " (" || gap == ", in " {
			r.places.look(from, r.doc.Text[r.mentions[i+1].Start:r.mentions[i+1].End])
			return i + 1
		}
	} else {
		r.besideUnmarked(i, end, from)
	}
	if len(r.places.cands) == from {
		r.ownerBefore(i, from)
	}
	return -1
}

// ownerBefore looks up the place or nation before mention i that it is said to be of: "Argentina's Cordoba province",
// "the Spanish city of Valencia", "Argentina, whose own Cordoba".
func (r *resolver) ownerBefore(i, from int) {
	if i == 0 {
		return
	}
	o := &r.mentions[i-1]
	gap := r.doc.Text[o.End:r.mentions[i].Start]
	if len(gap) > 40 {
		return
	}
	of, owned := strings.CutSuffix(gap, " of ")
	for _, s := range [...]string{"'s", "’s", ", whose"} {
		if rest, ok := strings.CutPrefix(of, s); ok {
			of, owned = rest, true
			break
		}
	}
	if !owned || !townWords(of) {
		return
	}
	switch o.Label {
	case dateline.Place:
		r.places.look(from, r.doc.Text[o.Start:o.End])
	case dateline.Norp:
		if p, ok := gazetteer.CountryPlace(gazetteer.Demonym(r.doc.Text[o.Start:o.End])); ok {
			r.places.take(from, p)
		}
	}
}

// townWords reports whether s is nothing but nouns for places and what stands before them.
func townWords(s string) bool {
	for w := range strings.FieldsSeq(s) {
		switch w {
		case "own", "city", "town", "village", "port", "state", "province", "region", "district", "county", "resort", "suburb", "island",
			"capital", "coastal", "northern", "southern", "eastern", "western", "central", "historic", "second", "largest", "biggest":
		default:
			return false
		}
	}
	return true
}

// besideUnmarked looks up what follows mention i where the tagger did not mark it: "Cambridge, Mass."
func (r *resolver) besideUnmarked(i, end, from int) {
	if !strings.HasPrefix(r.doc.Text[end:], ", ") || i+1 < len(r.mentions) && r.mentions[i+1].Start < end+3 {
		return
	}
	t := int(r.token[i])
	for t < len(r.doc.Tokens) && r.doc.Tokens[t].Start < end+2 {
		t++
	}
	for n := 2; n >= 1; n-- {
		if t+n > len(r.doc.Tokens) || !r.capital(t) || !r.capital(t+n-1) {
			continue
		}
		a := &r.places
		a.look(from, r.doc.Text[r.doc.Tokens[t].Start:r.doc.Tokens[t+n-1].End])
		for _, p := range a.cands[from:] {
			if p.Kind == gazetteer.KindState || p.Kind == gazetteer.KindCountry {
				return
			}
		}
		a.cands = a.cands[:from]
	}
}

// holdsPlace reports whether p lies in q, a country, division or county.
func holdsPlace(q, p *gazetteer.Place) bool {
	switch q.Kind {
	case gazetteer.KindCountry:
		return p.Country == q.Country && p.Kind != gazetteer.KindCountry
	case gazetteer.KindState:
		return p.Admin == q.Admin && p.Kind != gazetteer.KindState
	case gazetteer.KindCounty:
		return p.Admin == q.Admin && (p.Kind.Settlement() || p.Kind == gazetteer.KindQuarter)
	case gazetteer.KindCapital, gazetteer.KindSeat, gazetteer.KindSeat2, gazetteer.KindTown:
		return p.Kind == gazetteer.KindQuarter && p.Admin == q.Admin
	}
	return false
}

// within adds weight to the meanings of inner that lie in a meaning of outer.
func within(inner, outer []meaning) {
	country := slices.ContainsFunc(inner, func(m meaning) bool { return m.Kind == gazetteer.KindCountry && !m.Alt })
	for i := range inner {
		for j := range outer {
			if country && outer[j].Kind == gazetteer.KindCountry && inner[i].Kind != gazetteer.KindState {
				continue
			}
			if !outer[j].Alt && holdsPlace(&outer[j].Place, &inner[i].Place) {
				inner[i].prior += inside
				break
			}
		}
	}
}

// holds adds weight to the meanings of outer that one of inner's lies in.
func holds(outer, inner []meaning) {
	for i := range outer {
		for j := range inner {
			if inner[j].Alt && len(inner) > 1 {
				continue
			}
			if holdsPlace(&outer[i].Place, &inner[j].Place) {
				outer[i].prior += inside / 2
				break
			}
		}
	}
}

// cue adds weight to the meanings that are what a common noun beside mention i says: "Lagos state", "the city of
// Washington".
func (r *resolver) cue(i int, l *located) {
	m := r.mentions[i]
	t := int(r.token[i])
	next := t
	for next < len(r.doc.Tokens) && r.doc.Tokens[next].Start < m.End {
		next++
	}
	cands := r.places.cands[l.from:l.to]
	cueWord(cands, r.lower(next))
	if r.lower(t-1) == "of" {
		cueWord(cands, r.lower(t-2))
	}
}

func cueWord(cands []meaning, w string) {
	var fits func(gazetteer.Kind) bool
	switch w {
	case "state", "province", "oblast", "region", "governorate":
		fits = func(k gazetteer.Kind) bool { return k == gazetteer.KindState || k == gazetteer.KindRegion }
	case "county", "district", "prefecture", "department":
		fits = func(k gazetteer.Kind) bool { return k == gazetteer.KindCounty || k == gazetteer.KindState }
	case "city", "town", "village", "suburb", "municipality":
		fits = gazetteer.Kind.Settlement
	case "river", "sea", "lake", "ocean", "strait", "gulf", "bay":
		fits = func(k gazetteer.Kind) bool { return k == gazetteer.KindWater }
	default:
		return
	}
	for i := range cands {
		if fits(cands[i].Kind) {
			cands[i].prior += cued
		}
	}
}

// sourceCountry is the country of a publisher: from its name, if that names a country or nation, or the top-level
// domain of its address.
func sourceCountry(source, url string) string {
	for w := range strings.FieldsSeq(source) {
		w = strings.Trim(w, "().,")
		if code := gazetteer.Country(w); code != "" {
			return code
		}
		if code := gazetteer.Demonym(w); code != "" {
			return code
		}
		if code := publisherCountry(w); code != "" {
			return code
		}
	}
	host := url
	if _, rest, ok := strings.Cut(host, "://"); ok {
		host = rest
	}
	host, _, _ = strings.Cut(host, "/")
	dot := strings.LastIndexByte(host, '.')
	if dot < 0 || len(host)-dot != 3 {
		return ""
	}
	tld := strings.ToUpper(host[dot+1:])
	if tld == "UK" {
		return "GB"
	}
	if p, ok := gazetteer.CountryPlace(tld); ok {
		switch tld {
		case "CO", "TV", "ME", "IO", "FM", "AI", "CC", "WS", "LY", "TO":
			return "" // used by everybody
		}
		return p.Country
	}
	return ""
}

// publisherCountry is the country of well-known publishers whose name does not say it.
func publisherCountry(w string) string {
	switch w {
	case "CBC", "CTV":
		return "CA"
	case "BBC", "Guardian", "Telegraph", "Sky", "ITV", "Independent":
		return "GB"
	case "CNN", "NPR", "ABC", "NBC", "CBS", "Fox", "AP", "USA", "PBS", "Politico", "Breitbart":
		return "US"
	case "RTÉ", "RTE":
		return "IE"
	case "SBS":
		return "AU"
	case "RNZ":
		return "NZ"
	case "Xinhua":
		return "CN"
	case "TASS":
		return "RU"
	case "Haaretz":
		return "IL"
	case "Dawn":
		return "PK"
	case "Yonhap":
		return "KR"
	case "Kyodo", "NHK":
		return "JP"
	}
	return ""
}
