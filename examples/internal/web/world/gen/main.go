// Command gen compiles ../outlines.txt from the file countries-110m.json of the npm package world-atlas:
//
//	npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
//	go run ./gen package/countries-110m.json
//
// The input is TopoJSON: arcs, each a list of integer steps, and objects made of arcs by number, a negative number ~n being arc n
// backwards. The output is two lines, a name, a tab and SVG path data with relative steps, in the units of package world:
//
//	land	the rings of the object "land", but for what lies south of 60 degrees
//	borders	the arcs that two countries share
package main

import (
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline/examples/internal/web/world"
)

type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]int
	Objects   map[string]geometry
}

// A geometry is a Polygon, whose Arcs are rings of arcs, a MultiPolygon, whose Arcs are polygons, or a collection.
type geometry struct {
	Type       string
	Arcs       json.RawMessage
	Geometries []geometry
}

func main() {
	log.SetFlags(0)
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("usage: go run ./gen package/countries-110m.json, in the folder of package world")
	}
	in, err := os.ReadFile(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	out, err := compile(in)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("outlines.txt", []byte(out), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("in  countries-110m.json %x\nout outlines.txt %x\n", sha256.Sum256(in), sha256.Sum256([]byte(out)))
}

func compile(in []byte) (string, error) {
	var t topology
	if err := json.Unmarshal(in, &t); err != nil {
		return "", err
	}
	var land, borders pen
	rings, err := t.Objects["land"].rings()
	if err != nil {
		return "", err
	}
	for _, ring := range rings {
		land.line(t.points(ring), true)
	}
	uses := make([]int, len(t.Arcs))
	countries, err := t.Objects["countries"].rings()
	if err != nil {
		return "", err
	}
	for _, ring := range countries {
		for _, arc := range ring {
			uses[max(arc, ^arc)]++
		}
	}
	for arc, n := range uses {
		if n > 1 {
			borders.line(t.points([]int{arc}), false)
		}
	}
	return "land\t" + land.String() + "\nborders\t" + borders.String() + "\n", nil
}

// rings are those of all polygons of g.
func (g geometry) rings() (out [][]int, err error) {
	switch g.Type {
	case "Polygon":
		err = json.Unmarshal(g.Arcs, &out)
	case "MultiPolygon":
		var polygons [][][]int
		err = json.Unmarshal(g.Arcs, &polygons)
		for _, p := range polygons {
			out = append(out, p...)
		}
	case "GeometryCollection":
		for _, part := range g.Geometries {
			rings, err := part.rings()
			if err != nil {
				return nil, err
			}
			out = append(out, rings...)
		}
	default:
		err = fmt.Errorf("a geometry of type %q", g.Type)
	}
	return out, err
}

// points are those of arcs put together, in degrees; where two arcs meet, both have the point.
func (t *topology) points(arcs []int) (out [][2]float64) {
	for _, n := range arcs {
		steps := t.Arcs[max(n, ^n)]
		line := make([][2]float64, len(steps))
		x, y := 0, 0
		for i, s := range steps {
			x, y = x+s[0], y+s[1]
			at := i
			if n < 0 {
				at = len(steps) - 1 - i
			}
			line[at] = [2]float64{
				float64(x)*t.Transform.Scale[0] + t.Transform.Translate[0], float64(y)*t.Transform.Scale[1] + t.Transform.Translate[1],
			}
		}
		if len(out) > 0 {
			line = line[1:]
		}
		out = append(out, line...)
	}
	return out
}

// A pen writes path data.
type pen struct{ strings.Builder }

// line draws through points, in degrees. Steps of less than a unit are left out, and what lies in the Antarctic. What crosses the
// meridian of 180 degrees is drawn at both ends of the map, and sticks out there.
func (p *pen) line(points [][2]float64, closed bool) {
	north, west, east, turn := -90.0, 180.0, -180.0, 0.0
	for i := range points {
		if i > 0 {
			turn += 360 * math.Round((points[i-1][0]-turn-points[i][0])/360)
			points[i][0] += turn
		}
		north, west, east = math.Max(north, points[i][1]), math.Min(west, points[i][0]), math.Max(east, points[i][0])
	}
	if north < -60 {
		return
	}
	p.draw(points, 0, closed)
	if west < -180.5 {
		p.draw(points, 360, closed)
	}
	if east > 180.5 {
		p.draw(points, -360, closed)
	}
}

func (p *pen) draw(points [][2]float64, shift float64, closed bool) {
	var line [][2]int
	for i, pt := range points {
		at := [2]int{int(math.Round(world.X(pt[0] + shift))), int(math.Round(world.Y(pt[1])))}
		if last := len(line) - 1; i == 0 || at != line[last] {
			line = append(line, at)
		}
	}
	if closed && len(line) > 1 && line[0] == line[len(line)-1] {
		line = line[:len(line)-1]
	}
	if len(line) < 2 || closed && len(line) < 3 {
		return
	}
	for i, at := range line {
		switch i {
		case 0:
			p.pair("M", at[0], at[1])
		case 1:
			p.pair("l", at[0]-line[0][0], at[1]-line[0][1])
		default:
			p.pair("", at[0]-line[i-1][0], at[1]-line[i-1][1])
		}
	}
	if closed {
		p.WriteByte('z')
	}
}

// pair writes two numbers, a space before one only where no sign or letter parts it from what comes before.
func (p *pen) pair(command string, x, y int) {
	p.WriteString(command)
	for _, n := range []int{x, y} {
		s := p.String()
		if last := s[len(s)-1]; n >= 0 && last >= '0' && last <= '9' {
			p.WriteByte(' ')
		}
		p.WriteString(strconv.Itoa(n))
	}
}
