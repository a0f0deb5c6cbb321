package gazetteer

import (
	"math"

	"github.com/dateline-nlp/dateline"
)

// Kind is what a Place is, as its letter in the table.
type Kind byte

// The kinds of Place.
const (
	KindCountry  Kind = 'N' // country or territory with a code
	KindState    Kind = 'S' // first-level division
	KindCounty   Kind = 'T' // second-level division
	KindCapital  Kind = 'C' // capital of a country
	KindSeat     Kind = 'A' // seat of a first-level division
	KindSeat2    Kind = 'B' // seat of a lower division
	KindTown     Kind = 'P' // any other populated place
	KindQuarter  Kind = 'X' // part of a town
	KindRegion   Kind = 'R' // continent or region that is no division
	KindWater    Kind = 'W' // ocean, sea, lake, river, strait
	KindMountain Kind = 'M' // mountains, deserts, islands, capes
)

// Settlement reports whether k is a town, or a part of one.
func (k Kind) Settlement() bool {
	return k == KindCapital || k == KindSeat || k == KindSeat2 || k == KindTown || k == KindQuarter
}

// A Place is one meaning of a name.
type Place struct {
	GeoNames int    // GeoNames id; 0 if unknown
	Country  string // ISO 3166 alpha-2; "" for what lies in several countries or none
	Admin    int    // number of the first-level division, the same for all places in it; of the country, if unknown
	Lat, Lon float64
	Size     int  // population p as 10 log10(p+1), in 0 to 93; 0 if unknown
	Kind     Kind // what it is
	Alt      bool // the name is not the main name
}

const (
	digits    = 94
	recordLen = 14
	cube      = digits * digits * digits
)

// Places calls yield with each place that has this name, in the order of the table, until yield returns false.
func Places(name string, yield func(Place) bool) {
	var buf [64]byte
	key := AppendKey(buf[:0], name)
	for rest := placeTable.lookup(key); ; {
		v, r, ok := next(rest, key)
		if !ok || len(v) != recordLen || !yield(decode(v)) {
			return
		}
		rest = r
	}
}

func number(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = n*digits + int(s[i]-'!')
	}
	return n
}

func decode(v string) Place {
	p := Place{
		GeoNames: number(v[0:4]),
		Admin:    number(v[4:6]),
		Lat:      round3(float64(number(v[6:9]))*180/cube - 90),
		Lon:      round3(float64(number(v[9:12]))*360/cube - 180),
		Size:     number(v[12:13]),
		Kind:     Kind(v[13]),
	}
	if p.Kind >= 'a' {
		p.Kind, p.Alt = p.Kind-'a'+'A', true
	}
	if i := p.Admin * 3; i+2 <= len(adminTable) && adminTable[i:i+2] != "XX" {
		p.Country = adminTable[i : i+2]
	}
	return p
}

// round3 keeps three decimals, about a hundred metres: the steps of the table are finer than that by little.
func round3(x float64) float64 { return math.Round(x*1e3) / 1e3 }

// CountryPlace returns the country with this code.
func CountryPlace(code string) (Place, bool) {
	var found Place
	Places("="+code, func(p Place) bool { found = p; return false })
	return found, found.Country != ""
}

// Geo returns p in the form of the vocabulary.
func (p Place) Geo() *dateline.Geo {
	return &dateline.Geo{GeoNames: p.GeoNames, Country: p.Country, Lat: p.Lat, Lon: p.Lon}
}
