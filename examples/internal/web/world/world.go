// Package world holds the outlines of the continents and the borders of the countries, for a map that needs no tile server.
//
// The map is a plate carrée: X and Y are linear in longitude and latitude, a degree of longitude being drawn 0.8 times as long as
// one of latitude, which is right at 37 degrees. A rectangle of degrees is so a rectangle of the map, and zooming a viewBox. The
// outlines are generalized for a scale of 1:110,000,000: islands smaller than some 50 km are missing, and close up coasts are coarse.
package world

import (
	_ "embed"
	"strings"
)

// The outlines are compiled from world-atlas; see README.md beside them.
//
//go:generate go run ./gen countries-110m.json

//go:embed outlines.txt
var outlines string

// Land and Borders are SVG path data, in units of X and Y: the areas of land, and lines between two countries.
var Land, Borders = read(outlines)

func read(text string) (land, borders string) {
	for line := range strings.Lines(text) {
		switch name, path, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); name {
		case "land":
			land = path
		case "borders":
			borders = path
		}
	}
	return land, borders
}

// Units of the map for a degree.
const (
	PerLon = 8
	PerLat = 10
)

// X and Y are the place of a point on the map, in units; Y grows to the south.
func X(lon float64) float64 { return lon * PerLon }

// Y is described at X.
func Y(lat float64) float64 { return -lat * PerLat }

// Lon and Lat are the inverse of X and Y.
func Lon(x float64) float64 { return x / PerLon }

// Lat is described at Lon.
func Lat(y float64) float64 { return -y / PerLat }
