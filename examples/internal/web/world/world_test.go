package world

import (
	"crypto/sha256"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestFresh compares outlines.txt, and the generator's input where it was downloaded, with the sums in README.md.
func TestFresh(t *testing.T) {
	card, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	sums := regexp.MustCompile(`(?m)^ +(in|out) +(\S+) ([0-9a-f]{64})$`).FindAllStringSubmatch(string(card), -1)
	if len(sums) != 2 {
		t.Fatalf("README.md has %d sums", len(sums))
	}
	for _, s := range sums {
		b, err := os.ReadFile(s[2])
		if s[1] == "in" && os.IsNotExist(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%x", sha256.Sum256(b)); got != s[3] {
			t.Errorf("%s has the sum %s, README.md says %s: run go generate", s[2], got, s[3])
		}
	}
}

// rings draws a path: the corners of each of its lines.
func rings(t *testing.T, path string) (out [][][2]int) {
	t.Helper()
	x, y := 0, 0
	for _, line := range strings.Split(path, "M")[1:] {
		at, steps, ok := strings.Cut(line, "l")
		if !ok {
			t.Fatalf("a line without steps: M%.40s", line)
		}
		var ring [][2]int
		for i, part := range []string{at, steps} {
			numbers := regexp.MustCompile(`-?\d+`).FindAllString(part, -1)
			if len(numbers)%2 != 0 {
				t.Fatalf("an odd number of coordinates: M%.40s", line)
			}
			for n := 0; n < len(numbers); n += 2 {
				dx, _ := strconv.Atoi(numbers[n])
				dy, _ := strconv.Atoi(numbers[n+1])
				if i == 0 {
					x, y = 0, 0
				}
				x, y = x+dx, y+dy
				ring = append(ring, [2]int{x, y})
			}
		}
		out = append(out, ring)
	}
	return out
}

// inside counts how often a line to the west of a point crosses the rings: odd, and the point is on land.
func inside(list [][][2]int, px, py float64) bool {
	in := false
	for _, r := range list {
		for i, j := 0, len(r)-1; i < len(r); j, i = i, i+1 {
			ax, ay, bx, by := float64(r[i][0]), float64(r[i][1]), float64(r[j][0]), float64(r[j][1])
			if (ay > py) != (by > py) && px < (bx-ax)*(py-ay)/(by-ay)+ax {
				in = !in
			}
		}
	}
	return in
}

// TestPlaces finds cities that lie inland on land, and points of the seas off it.
func TestPlaces(t *testing.T) {
	land := rings(t, Land)
	for _, c := range []struct {
		name     string
		lat, lon float64
		land     bool
	}{
		{"Madrid", 40.4, -3.7, true}, {"Moscow", 55.8, 37.6, true}, {"Denver", 39.7, -105, true}, {"Nairobi", -1.3, 36.8, true}, {"Delhi", 28.6, 77.2, true},
		{"Alice Springs", -23.7, 133.9, true}, {"Brasília", -15.8, -47.9, true}, {"Chukotka, beyond 180 degrees", 66.5, -175, true}, {"Baghdad", 33.3, 44.4, true},
		{"mid-Atlantic", 35, -40, false}, {"mid-Pacific", 0, -150, false}, {"Bay of Bengal", 14, 88, false}, {"Tasman Sea", -38, 160, false}, {"North Sea", 56, 3, false},
	} {
		if got := inside(land, X(c.lon), Y(c.lat)); got != c.land {
			t.Errorf("%s: on land %v, want %v", c.name, got, c.land)
		}
	}
	if n := len(rings(t, Borders)); n < 200 {
		t.Errorf("%d borders", n)
	}
}
