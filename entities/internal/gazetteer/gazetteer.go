// Package gazetteer knows what names mean: places with GeoNames ids and coordinates, countries and their people,
// given names with gender, nicknames, organizations with several names.
//
// # Format
//
// The lists are text files compiled by gen from the sources named in data/README.md and embedded as strings. They are
// read in place: a table is its lines, sorted by key (see AppendKey), each a key, a tab and a value; several lines
// may have one key. A lookup is a binary search over bytes, so that nothing is decoded, and no memory is used, before
// it is asked for.
//
// The value of a line of places.txt is a record of 14 printable characters, digits of base 94 from '!' to '~':
//
//	0-3   GeoNames id, 0 for none
//	4-5   index in admin.txt of its first-level division (or of its country, where that is unknown)
//	6-8   latitude, 94^3 steps from -90 to 90
//	9-11  longitude, 94^3 steps from -180 to 180
//	12    population p as 10 log10(p+1)
//	13    kind: see Kind; an upper-case letter for a main name, lower case for an alternative one
//
// A line of admin.txt is a country code (XX for none) and the position of the country's own line, so that line i
// starts at byte 3i.
//
// Not done: no place smaller than about 1,000 people, no streets or buildings, no historical borders, no names in
// other scripts.
package gazetteer

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dateline-nlp/dateline"
)

//go:generate go run ./gen

//go:embed data/places.txt
var placeText string

//go:embed data/admin.txt
var adminTable string

//go:embed data/given.txt
var givenText string

//go:embed data/words.txt
var wordText string

// table is a text of sorted lines with where its pairs of first letters begin, which is looked for on first use: it
// takes half of the steps from a search.
type table struct {
	text  string
	once  sync.Once
	start [letterClasses*letterClasses + 1]int32
}

const letterClasses = 28

var (
	placeTable = table{text: placeText}
	givenTable = table{text: givenText}
	wordTable  = table{text: wordText}
)

// letterClass is 0 for what sorts before the letters a to z, which are 1 to 26, and 27 for what comes after.
func letterClass(key string, i int) int {
	switch {
	case i >= len(key) || key[i] < 'a':
		return 0
	case key[i] > 'z':
		return letterClasses - 1
	}
	return int(key[i]-'a') + 1
}

func letterPair(key string) int { return letterClass(key, 0)*letterClasses + letterClass(key, 1) }

func (t *table) index() {
	for pair := range t.start {
		t.start[pair] = int32(search(t.text, 0, len(t.text), func(line string) bool { return letterPair(lineKey(line)) < pair }))
	}
}

// search returns where the first line in text[lo:hi] begins that does not come before what is looked for.
func search(text string, lo, hi int, before func(line string) bool) int {
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(text[lo:mid], '\n') + lo + 1
		end := lineEnd(text, start)
		if before(text[start:end]) {
			lo = end
		} else {
			hi = start
		}
	}
	return lo
}

// lookup returns the lines with this key, from the first byte of the first one; "" if there are none.
func (t *table) lookup(key []byte) string {
	t.once.Do(t.index)
	pair := letterPair(string(key))
	lo := search(t.text, int(t.start[pair]), int(t.start[pair+1]), func(line string) bool { return lineKey(line) < string(key) })
	if lo >= len(t.text) || lineKey(t.text[lo:]) != string(key) {
		return ""
	}
	return t.text[lo:]
}

func lineEnd(table string, start int) int {
	if i := strings.IndexByte(table[start:], '\n'); i >= 0 {
		return start + i + 1
	}
	return len(table)
}

func lineKey(line string) string {
	if i := strings.IndexByte(line, '\t'); i >= 0 {
		return line[:i]
	}
	return ""
}

// next splits the first line with this key off table and returns its value.
func next(table string, key []byte) (value, rest string, ok bool) {
	if len(table) <= len(key) || table[:len(key)] != string(key) || table[len(key)] != '\t' {
		return "", "", false
	}
	end := lineEnd(table, 0)
	return strings.TrimSuffix(table[len(key)+1:end], "\n"), table[end:], true
}

// word looks for a line of words.txt whose value starts with kind and returns the rest of that value.
func word(kind byte, name string) (string, bool) {
	var buf [64]byte
	key := AppendKey(buf[:0], name)
	for rest := wordTable.lookup(key); ; {
		v, r, ok := next(rest, key)
		if !ok {
			return "", false
		}
		if len(v) > 0 && v[0] == kind {
			return v[1:], true
		}
		rest = r
	}
}

// Kinds of line in words.txt: the first character of the value.
const (
	wordCountry  = 'c' // a name of the country whose code follows
	wordDemonym  = 'd' // people, language or adjective of the country or subdivision whose codes follow
	wordNickname = 'n' // short for one of the given names that follow
	wordOrg      = 'o' // one of the names of the organization whose main name follows
)

// Country returns the ISO 3166 alpha-2 code of the country that has this name ("Britain", "U.S.", "DR Congo"); "" for
// none. XK stands for Kosovo.
func Country(name string) string {
	code, _ := word(wordCountry, name)
	return code
}

// Demonym returns the country whose people, or whose adjective, this is: "Iraqi", "Iraqis", "Dutch", "Scots". Where
// the nation is no country of its own ("Scottish"), it is the one that it belongs to; "" for a group that is not of
// one country ("Kurdish", "European").
func Demonym(name string) string {
	code, _ := word(wordDemonym, name)
	return code
}

// Given returns the usual gender of a given name, and whether it is a given name at all; names of both genders are
// unknown. strong says that several sources agree.
func Given(name string) (g dateline.Gender, known, strong bool) {
	var buf [64]byte
	key := AppendKey(buf[:0], name)
	v, _, ok := next(givenTable.lookup(key), key)
	if !ok {
		return dateline.GenderUnknown, false, false
	}
	switch v {
	case "F", "f":
		g = dateline.Female
	case "M", "m":
		g = dateline.Male
	}
	return g, true, v < "a"
}

// SameGiven reports whether one given name is short for the other, or both for a third: Bob and Robert, Bill and Will.
func SameGiven(a, b string) bool {
	a, b = Key(a), Key(b)
	if a == b {
		return true
	}
	av, _ := word(wordNickname, a)
	bv, _ := word(wordNickname, b)
	return hasField(av, b) || hasField(bv, a) || shareField(av, bv)
}

// Nickname returns the given names that name is a short form of, as keys with spaces between; "" for none.
func Nickname(name string) string {
	v, _ := word(wordNickname, name)
	return v
}

func hasField(list, f string) bool {
	for list != "" {
		head, rest, _ := strings.Cut(list, " ")
		if head == f {
			return true
		}
		list = rest
	}
	return false
}

func shareField(a, b string) bool {
	for a != "" {
		head, rest, _ := strings.Cut(a, " ")
		if hasField(b, head) {
			return true
		}
		a = rest
	}
	return false
}

// Org returns the main name of a well-known organization from one of its names ("UN", "United Nations"), as a key; ""
// if it is not listed.
func Org(name string) string {
	v, _ := word(wordOrg, name)
	return v
}
