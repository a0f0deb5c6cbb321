package web

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/examples/internal/term"
	"github.com/dateline-nlp/dateline/examples/internal/web/world"
	"github.com/dateline-nlp/dateline/index"
)

// A mapView is a map of the places named in what a query finds: a dot for each of the commonest, its area in proportion to the hits
// that name it, with a link to them. The same places stand beside it as a list.
type mapView struct {
	ViewBox       string
	Land, Borders string
	PerLon        int // units of the map for a degree
	PerLat        int
	Line          string // width of a border, in units
	Dots          []dot  // the largest first, so that small ones lie on top
	Regions       []link
	Moves         []link // closer, further, west, ...
	Places        []link
	Count         string
	None          bool
	Unplaced      int // commonest places of which it is not known where they lie
	Other         int // places that are too rare to be shown
	GeoJSON       string
}

type dot struct {
	X, Y, R    string // units
	Name, Href string
	N          int
	Lat, Lon   float64
	Label      *label
}

// A label stands beside a dot. Its size is in units, as everything on the map.
type label struct{ X, Y, Size, Anchor string }

const (
	mapWidth  = 960 // in pixels, where the page is wide enough
	maxDots   = 250
	maxLabels = 14
	listed    = 40 // places in the list
	usual     = 12 // hits of the largest dot, where no place has more
)

// A box is a part of the world, in degrees.
type box struct{ west, south, east, north float64 }

var wholeWorld = box{-180, -60, 180, 84}

var regions = []struct {
	name string
	box  box
}{
	{"World", wholeWorld}, {"Europe", box{-25, 34, 45, 72}}, {"Middle East", box{24, 12, 64, 43}}, {"Africa", box{-20, -36, 55, 38}},
	{"Asia", box{60, -11, 150, 55}}, {"North America", box{-170, 7, -50, 75}}, {"South America", box{-85, -56, -33, 14}}, {"Oceania", box{110, -50, 180, 0}},
}

// parseBox reads "west,south,east,north"; what is no box is the whole world.
func parseBox(s string) box {
	parts := strings.Split(s, ",")
	if len(parts) != 4 {
		return wholeWorld
	}
	var v [4]float64
	for i, p := range parts {
		f, err := strconv.ParseFloat(p, 64)
		if err != nil || math.IsNaN(f) || math.Abs(f) > 1000 {
			return wholeWorld
		}
		v[i] = f
	}
	return box{min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])}.fit()
}

// fit is the smallest box around b with the shape of the whole world that is no smaller than 5 degrees and lies in the world.
func (b box) fit() box {
	w, all := wholeWorld, world.X(wholeWorld.east-wholeWorld.west)
	shape := world.X(w.east-w.west) / (world.Y(w.south) - world.Y(w.north))
	wide := max(world.X(b.east-b.west), shape*(world.Y(b.south)-world.Y(b.north)), world.X(5))
	wide = min(wide, all)
	x := (world.X(b.west) + world.X(b.east) - wide) / 2
	y := (world.Y(b.north) + world.Y(b.south) - wide/shape) / 2
	x = min(max(x, world.X(w.west)), world.X(w.east)-wide)
	y = min(max(y, world.Y(w.north)), world.Y(w.south)-wide/shape)
	return box{world.Lon(x), world.Lat(y + wide/shape), world.Lon(x + wide), world.Lat(y)}
}

// String is what parseBox reads, "" for the whole world.
func (b box) String() string {
	if b.fit() == wholeWorld.fit() {
		return ""
	}
	return fmt.Sprintf("%.1f,%.1f,%.1f,%.1f", b.west, b.south, b.east, b.north)
}

func (b box) holds(lat, lon float64) bool {
	return lat >= b.south && lat <= b.north && lon >= b.west && lon <= b.east
}

// scaled is b seen from further away, or closer, and moved by parts of its size.
func (b box) scaled(factor, east, north float64) box {
	w, h := b.east-b.west, b.north-b.south
	x, y := (b.west+b.east)/2+east*w, (b.south+b.north)/2+north*h
	return box{x - w*factor/2, y - h*factor/2, x + w*factor/2, y + h*factor/2}.fit()
}

// around is a circle that holds b.
func (b box) around() index.Near {
	n := index.Near{Lat: math.Round(b.south+b.north) / 2, Lon: math.Round(b.west+b.east) / 2}
	const kmPerDegree = 111.2
	n.Km = math.Ceil(kmPerDegree * (math.Hypot(b.north-b.south, b.east-b.west)/2 + 1))
	return n
}

func (s *Server) mapPage(w http.ResponseWriter, r *http.Request) {
	st := readState(r)
	b := parseBox(r.URL.Query().Get("box"))
	st.tab, st.sort, st.more = "", "", []string{"box", b.String()}
	s.view(w, r, st, "Map", func(ctx context.Context, p *page, query index.Query) (err error) {
		p.Map, err = s.newMap(ctx, st, query, b)
		return err
	})
}

func (s *Server) newMap(ctx context.Context, st state, query index.Query, b box) (*mapView, error) {
	m := &mapView{Land: world.Land, Borders: world.Borders, PerLon: world.PerLon, PerLat: world.PerLat}
	b = b.fit()
	near := query
	if b != wholeWorld.fit() {
		near = index.Query{Near: b.around(), And: []index.Query{query}} // so that the rarer places of the region come up
	}
	found, err := s.ix.Find(ctx, index.Request{Query: near, Size: 1, Plain: true, Facets: []index.Facet{{Field: index.FieldPlace, Size: maxDots}}})
	if err != nil {
		return nil, err
	}
	to, what := state{path: "/", tab: "articles"}, "article"
	if len(found.Hits) > 0 && found.Hits[0].Quote >= 0 {
		to.tab, what = "quotes", "quote"
	}
	places := found.Facets[0]
	m.Other = places.Other
	for _, v := range places.Values {
		geo, err := s.places.locate(ctx, s.ix, v.Value)
		if err != nil {
			return nil, err
		}
		switch {
		case geo == nil:
			m.Unplaced++
		case b.holds(geo.Lat, geo.Lon):
			m.Dots = append(m.Dots, dot{Name: short(v.Value), N: v.N, Href: to.href(with(query, "place", v.Value).String()), Lat: geo.Lat, Lon: geo.Lon})
		}
	}
	m.None = len(m.Dots) == 0
	m.Count = progress.Plural(len(m.Dots), "place") + " in " + progress.Plural(found.Total, what)
	for _, d := range m.Dots[:min(listed, len(m.Dots))] {
		m.Places = append(m.Places, link{Text: d.Name, Href: d.Href, N: d.N})
	}
	m.draw(b)
	m.navigate(st, b)
	m.GeoJSON = address("/export", "q", st.q, "box", b.String(), "as", "geojson")
	return m, nil
}

func units1(x float64) string { return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64) }

// draw gives dots their place and size, and the largest of them their names where there is room.
func (m *mapView) draw(b box) {
	x, y := world.X(b.west), world.Y(b.north)
	wide, high := world.X(b.east)-x, world.Y(b.south)-y
	m.ViewBox = strings.Join([]string{units1(x), units1(y), units1(wide), units1(high)}, " ")
	px := wide / mapWidth // units of a pixel
	m.Line = units1(px)
	most := usual
	for _, d := range m.Dots {
		most = max(most, d.N)
	}
	var taken []rect
	labels := 0
	for i := range m.Dots {
		d := &m.Dots[i]
		dx, dy, r := world.X(d.Lon), world.Y(d.Lat), px*(3+15*math.Sqrt(float64(d.N)/float64(most)))
		d.X, d.Y, d.R = units1(dx), units1(dy), units1(r)
		if labels == maxLabels {
			continue
		}
		size, length := 13*px, 7*px*float64(term.Columns(d.Name))
		l, at := label{X: units1(dx + r + 3*px), Anchor: "start"}, rect{dx + r, dy - size, length + 6*px, 2 * size}
		if at.x+at.w > x+wide {
			l.X, l.Anchor, at.x = units1(dx-r-3*px), "end", dx-r-at.w
		}
		if at.x > x && at.y > y && at.y+at.h < y+high && !at.meets(taken) {
			l.Y, l.Size = units1(dy+size/3), units1(size)
			d.Label, labels, taken = &l, labels+1, append(taken, at)
		}
	}
}

// A rect is a part of a drawing.
type rect struct{ x, y, w, h float64 }

func (r rect) meets(list []rect) bool {
	for _, o := range list {
		if r.x < o.x+o.w && o.x < r.x+r.w && r.y < o.y+o.h && o.y < r.y+r.h {
			return true
		}
	}
	return false
}

// navigate makes the links to other parts of the world.
func (m *mapView) navigate(st state, b box) {
	to := func(b box) string { return address("/map", "q", st.q, "box", b.String()) }
	for _, r := range regions {
		m.Regions = append(m.Regions, link{Text: r.name, Href: to(r.box.fit()), Current: r.box.fit().String() == b.String()})
	}
	for _, z := range []struct {
		text                string
		factor, east, north float64
	}{{"Closer", 0.5, 0, 0}, {"Further", 2, 0, 0}, {"West", 1, -0.3, 0}, {"East", 1, 0.3, 0}, {"North", 1, 0, 0.3}, {"South", 1, 0, -0.3}} {
		if next := b.scaled(z.factor, z.east, z.north); next.String() != b.String() {
			m.Moves = append(m.Moves, link{Text: z.text, Href: to(next)})
		}
	}
}
