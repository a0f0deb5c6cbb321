package index

// Places on the map. Each place is a term that carries its coordinates, so that the dictionary of the field is the table of
// places: a query for a circle picks the terms inside it. bleve's own points compare only one of several in a document.

import (
	"math"
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline"
)

// Near is a circle on the map. The zero Near, like every one with Km 0, is none.
type Near struct {
	Lat, Lon float64 // degrees north and east of the middle
	Km       float64 // radius in kilometres, along the surface
}

// IsZero reports whether n is no circle.
func (n Near) IsZero() bool { return !(n.Km > 0) }

func pointTerm(g *dateline.Geo) string {
	return strconv.FormatFloat(g.Lat, 'f', 5, 64) + "," + strconv.FormatFloat(g.Lon, 'f', 5, 64) + "," + strconv.Itoa(g.GeoNames)
}

// parsePoint is the inverse of pointTerm, but for the id.
func parsePoint(term string) (lat, lon float64, ok bool) {
	a, rest, ok1 := strings.Cut(term, ",")
	b, _, ok2 := strings.Cut(rest, ",")
	lat, err1 := strconv.ParseFloat(a, 64)
	lon, err2 := strconv.ParseFloat(b, 64)
	return lat, lon, ok1 && ok2 && err1 == nil && err2 == nil
}

const earthKm = 6371.0088 // mean radius

// Holds reports whether a point lies in the circle.
func (n Near) Holds(lat, lon float64) bool { return distance(n.Lat, n.Lon, lat, lon) <= n.Km }

// distance is the great-circle distance in kilometres, by the haversine formula.
func distance(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	s := math.Sin((lat2 - lat1) * rad / 2)
	t := math.Sin((lon2 - lon1) * rad / 2)
	h := s*s + math.Cos(lat1*rad)*math.Cos(lat2*rad)*t*t
	return 2 * earthKm * math.Asin(math.Sqrt(math.Min(h, 1)))
}
