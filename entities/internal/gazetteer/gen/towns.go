package main

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// countyCountries are those whose second-level divisions are names of the news: counties, districts, departments,
// provinces.
const countyCountries = " US GB IE IN FR IT ES DE JP PK PH NO SE RO HU CN KE "

// Towns below smallTown people are kept only where English-language news has local papers.
const (
	smallTown          = 3000
	smallTownCountries = " US GB IE CA AU NZ "
)

// addDivisions adds states, provinces and counties with the names that the sources and lists/admin_en.tsv give them.
func (g *geography) addDivisions() {
	english, middle := map[string][]string{}, map[string][2]float64{}
	for _, f := range g.src.adminEn {
		english[f[0]] = strings.Split(f[1], "|")
		if len(f) > 2 {
			lat, lon, _ := strings.Cut(f[2], ",")
			y, _ := strconv.ParseFloat(lat, 64)
			x, _ := strconv.ParseFloat(lon, 64)
			middle[f[0]] = [2]float64{y, x}
		}
	}
	for i, f := range g.src.subs {
		b := g.boxes[i]
		admin := g.subAdmin[i]
		id, _ := strconv.Atoi(f[3])
		if admin == 0 || id == 0 || b == nil {
			continue
		}
		country := g.admins[admin]
		r := record{id: id, admin: admin, lat: (b.south + b.north) / 2, lon: (b.west + b.east) / 2, kind: gazetteer.KindState}
		if r.lon < -180 {
			r.lon += 360
		}
		if m, ok := middle[f[1]]; ok && f[1] != "" {
			r.lat, r.lon = m[0], m[1]
		}
		if f[6] != "1" {
			r.kind = gazetteer.KindCounty
			if !strings.Contains(countyCountries, " "+country+" ") {
				continue
			}
		}
		names, ok := english[f[1]]
		if !ok || f[1] == "" {
			names = append([]string{f[0]}, latinNames(strings.Split(f[5], "|"))...)
		}
		for j, n := range names {
			g.add(n, r, !ok && j > 0)
			if short, cut := trimDivision(n); cut && r.kind == gazetteer.KindState {
				g.add(short, r, false)
			}
		}
	}
}

// trimDivision cuts the common noun from the name of a division: "Lagos State", "Oryol Oblast", "Kabul Province".
func trimDivision(n string) (string, bool) {
	for _, end := range []string{" State", " Oblast", " Province", " Region", " Governorate", " Department", " Prefecture", " Division", " Krai", " County"} {
		if s, ok := strings.CutSuffix(n, end); ok && s != "" {
			return s, true
		}
	}
	return n, false
}

var featureKind = map[string]gazetteer.Kind{
	"PPLC": gazetteer.KindCapital, "PPLA": gazetteer.KindSeat, "PPLA2": gazetteer.KindSeat2, "PPLA3": gazetteer.KindSeat2,
	"PPLX": gazetteer.KindQuarter,
}

// addTowns adds the populated places of ship/places.tsv, with alternative names for the larger ones.
func (g *geography) addTowns() {
	english := map[string][]string{}
	for _, f := range g.src.placesEn {
		english[f[0]+"\t"+f[1]] = strings.Split(f[2], "|")
	}
	for _, f := range g.src.places[1:] {
		id, _ := strconv.Atoi(f[8])
		lat, _ := strconv.ParseFloat(f[4], 64)
		lon, _ := strconv.ParseFloat(f[5], 64)
		pop, _ := strconv.Atoi(f[6])
		if pop < smallTown && !strings.Contains(smallTownCountries, " "+f[2]+" ") && f[7] != "PPLC" && f[7] != "PPLA" {
			continue
		}
		kind, ok := featureKind[f[7]]
		if !ok {
			kind = gazetteer.KindTown
		}
		admin, ok := g.cityAdm[id]
		if !ok || g.admins[admin] != f[2] {
			admin = g.adminOf[f[2]]
		}
		r := record{id: id, admin: admin, lat: lat, lon: lon, pop: pop, kind: kind}
		g.add(f[0], r, false)
		g.add(f[1], r, false)
		if pop >= 15000 || pop >= 5000 && kind == gazetteer.KindCapital {
			for _, n := range english[f[0]+"\t"+f[2]] {
				g.add(n, r, false)
			}
			delete(english, f[0]+"\t"+f[2])
		}
		if pop >= 100000 || kind == gazetteer.KindCapital || kind == gazetteer.KindSeat && pop >= 40000 {
			for _, n := range latinNames(g.src.alt[id]) {
				g.add(n, r, true)
			}
		}
	}
}

// latinNames keeps the names that English text might use: in Latin letters, capitalised, no codes and no
// transliterations in lower case.
func latinNames(names []string) []string {
	var out []string
	for _, n := range names {
		first, _ := utf8.DecodeRuneInString(n)
		if utf8.RuneCountInString(n) < 4 || len(n) > 28 || !unicode.IsUpper(first) || n == strings.ToUpper(n) || strings.ContainsAny(n, "/,()0123456789") {
			continue
		}
		latin := true
		for _, r := range n {
			if r >= 0x250 && !(0x1E00 <= r && r <= 0x1EFF) && r != '’' && r != '–' {
				latin = false
			}
		}
		if latin {
			out = append(out, n)
		}
	}
	return out
}
