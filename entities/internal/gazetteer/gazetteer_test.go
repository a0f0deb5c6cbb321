package gazetteer

import (
	"crypto/sha256"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
)

func TestPlaces(t *testing.T) {
	// name, GeoNames id of its largest meaning by size, country of that
	for _, c := range []struct {
		name    string
		id      int
		country string
	}{
		{"London", 2643743, "GB"}, {"Kiev", 703448, "UA"}, {"Kyiv", 703448, "UA"}, {"Bombay", 1275339, "IN"}, {"Cologne", 2886242, "DE"},
		{"Köln", 2886242, "DE"}, {"Moskva", 524901, "RU"}, {"Baghdad", 98182, "IQ"}, {"Washington, D.C.", 4140963, "US"},
		{"St. Petersburg", 498817, "RU"}, {"Saint Petersburg", 498817, "RU"}, {"The Hague", 2747373, "NL"}, {"Québec", 6325494, "CA"},
		{"Kandahar", 1138336, "AF"},
	} {
		var best Place
		Places(c.name, func(p Place) bool {
			if p.Kind.Settlement() && p.Size > best.Size {
				best = p
			}
			return true
		})
		if best.GeoNames != c.id || best.Country != c.country {
			t.Errorf("%s: largest is %+v, want %d in %s", c.name, best, c.id, c.country)
		}
	}
}

func TestDecodedPosition(t *testing.T) {
	Places("Baghdad", func(p Place) bool {
		if p.GeoNames == 98182 && (math.Abs(p.Lat-33.3406) > 5e-4 || math.Abs(p.Lon-44.4009) > 5e-4 || p.Kind != KindCapital || p.Size != 69) {
			t.Errorf("Baghdad: %+v", p)
		}
		return true
	})
	if p, ok := CountryPlace("IQ"); !ok || p.GeoNames != 99237 || p.Kind != KindCountry {
		t.Errorf("Iraq: %+v", p)
	}
}

func TestCountriesAndDemonyms(t *testing.T) {
	for name, want := range map[string]string{
		"U.S.": "US", "US": "US", "United States": "US", "America": "US", "UK": "GB", "Britain": "GB", "North Korea": "KP", "DRC": "CD",
		"Türkiye": "TR", "the Netherlands": "NL", "Côte d'Ivoire": "CI", "Narnia": "",
	} {
		if got := Country(name); got != want {
			t.Errorf("Country(%q) = %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]string{
		"Iraqi": "IQ", "Iraqis": "IQ", "Dutch": "NL", "Swiss": "CH", "Scots": "GB", "Frenchmen": "FR", "Spaniards": "ES", "Kosovars": "XK",
		"Danes": "DK", "European": "", "Kurdish": "", "Filipino": "PH", "Americans": "US",
	} {
		if got := Demonym(name); got != want {
			t.Errorf("Demonym(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestGiven(t *testing.T) {
	for name, want := range map[string]dateline.Gender{
		"James": dateline.Male, "Mary": dateline.Female, "Robin": dateline.GenderUnknown, "José": dateline.Male, "Qwxz": dateline.GenderUnknown,
	} {
		if got, _, _ := Given(name); got != want {
			t.Errorf("Given(%q) = %v, want %v", name, got, want)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{{"Bob", "Robert", true}, {"Bill", "Will", true}, {"Peter", "Paul", false}, {"Beto", "Roberto", true}, {"Robert", "Bob", true}} {
		if got := SameGiven(c.a, c.b); got != c.want {
			t.Errorf("SameGiven(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestKey(t *testing.T) {
	for s, want := range map[string]string{
		"St. Petersburg": "st petersburg", "Saint-Denis": "st denis", "The Hague": "hague", "Ngũgĩ wa Thiong’o": "ngugi wa thiongo",
		"D.C.": "dc", "Łódź": "lodz", "Hà Nội": "ha noi", "  a  b ": "a b", "Москва": "Москва", "\xff": "\uFFFD", "": "",
	} {
		if got := Key(s); got != want {
			t.Errorf("Key(%q) = %q, want %q", s, got, want)
		}
	}
}

// TestUpToDate compares the compiled lists, and the lists that they were compiled from, with the sums that gen wrote:
// whoever changes a list has to run go generate.
func TestUpToDate(t *testing.T) {
	sums, err := os.ReadFile(filepath.Join("data", "SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	ship := filepath.Join("..", "..", "..", "..", "shared", "data", "lists", "ship")
	checked := 0
	for line := range strings.Lines(string(sums)) {
		f := strings.Fields(line)
		if len(f) != 3 {
			t.Fatalf("bad line %q", line)
		}
		path := filepath.Join("data", f[1])
		if f[0] == "in" {
			path = filepath.Join("lists", f[1])
			if _, err := os.Stat(path); err != nil {
				path = filepath.Join(ship, f[1])
			}
		}
		b, err := os.ReadFile(path)
		if f[0] == "in" && err != nil {
			continue // a downloaded package, or a list of ../shared where that is not here
		}
		if err != nil {
			t.Fatal(err)
		}
		checked++
		if got := fmt.Sprintf("%x", sha256.Sum256(b)); got != f[2] {
			t.Errorf("%s has changed: run go generate", path)
		}
	}
	if checked < 10 {
		t.Errorf("only %d files compared", checked)
	}
}

// TestSorted: look-ups need the tables in order.
func TestSorted(t *testing.T) {
	for name, table := range map[string]string{"places": placeText, "given": givenText, "words": wordText} {
		last := ""
		for line := range strings.Lines(table) {
			key := lineKey(line)
			if key < last || key == "" {
				t.Fatalf("%s: %q comes after %q", name, key, last)
			}
			last = key
		}
	}
}

func TestOrg(t *testing.T) {
	for a, b := range map[string]string{"UN": "United Nations", "ISIS": "Islamic State", "NATO": "North Atlantic alliance", "FBI": "F.B.I."} {
		if Org(a) == "" || Org(a) != Org(b) {
			t.Errorf("%s is %q, %s is %q", a, Org(a), b, Org(b))
		}
	}
	if got := Org("Acme"); got != "" {
		t.Errorf("Acme is %q", got)
	}
}

// BenchmarkPlaces looks up a name of many meanings, and checks how many.
func BenchmarkPlaces(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		Places("San Antonio", func(Place) bool { n++; return true })
		if n != 16 {
			b.Fatal(n)
		}
	}
}
