// Package lexicon is what the tagger knows about words before it learns: classes, capital statistics, name lists.
//
// Three tables, each an open-addressing hash table from a 32-bit hash of a string to a small record:
//
//	words    lower-case word -> Entry: GloVe classes, capital statistics, single-word lists
//	cased    word as written -> class induced from cased text
//	phrases  running hash of lower-case words -> Phrase: places of several words, and every prefix of such a name
//
// Strings are not stored: a word that is not in a table is taken for one that is with a chance of about 1 in 20,000.
//
// File format, little-endian: "DLLX", uint32 version, then for each table uint32 count and count records in ascending order of
// their keys: the difference to the last key as a uvarint and the value (words 6 bytes, cased 1, phrases 1); then uint32 CRC-32
// (IEEE) of all before.
package lexicon

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"sort"
	"unicode"
	"unicode/utf8"
)

// Version is the version of the file format.
const Version = 2

const magic = "DLLX"

// ErrFormat reports bytes that are no lexicon of this version.
var ErrFormat = errors.New("tagger/lexicon: damaged lexicon or another version")

// An Entry is a record of the word table; 0 is an unknown word.
type Entry uint64

// Case says how a word is written in running text, away from the beginning of sentences.
type Case uint8

// The values of Case, from counts in unlabelled text.
const (
	CaseUnknown Case = iota // fewer than 2 times
	CaseLower               // 95 % and more lower case
	CaseMostLower
	CaseEither // 20 to 80 % lower case
	CaseMostTitle
	CaseTitle // 95 % and more capitalised
	CaseUpper // mostly in capitals: NATO
)

// The single-word place classes.
const (
	PlaceNone = iota
	PlaceSmall
	PlaceTown // 15,000 people and more
	PlaceCity // 150,000 people and more
	PlaceRegion
	PlaceCountry
)

// Fields of an Entry: shift and width in bits.
const (
	hierShift, hierBits   = 0, 13
	flatShift, flatBits   = 13, 9
	knownShift            = 22
	caseShift, caseBits   = 23, 3
	givenShift, givenBits = 26, 2
	surShift, surBits     = 28, 2
	placeShift, placeBits = 30, 3
	demonymShift          = 33
	titleShift, titleBits = 34, 2
	innerShift            = 36 // an Entry has 48 bits at most
)

func (e Entry) field(shift, bits uint) uint32 { return uint32(e>>shift) & (1<<bits - 1) }

// The fields of an Entry. Hier is the hierarchical class, 64 x 16 x 8; its upper 6 and 10 bits are classes too. Known tells whether the word
// has classes. Names are the capital statistics and all lists together.
func (e Entry) Hier() uint32  { return e.field(hierShift, hierBits) }
func (e Entry) Known() bool   { return e.field(knownShift, 1) != 0 }
func (e Entry) Flat() uint32  { return e.field(flatShift, flatBits) }       // one of 300 flat classes
func (e Entry) Case() Case    { return Case(e.field(caseShift, caseBits)) } // how the word is written
func (e Entry) Given() uint32 { return e.field(givenShift, givenBits) }     // 0 no given name, 1 in one list, 2 in two or counted by the census, 3 in more
func (e Entry) Sur() uint32   { return e.field(surShift, surBits) }         // 0 no surname, 1 rare, 2 common, 3 among the 2,000 most common
func (e Entry) Place() uint32 { return e.field(placeShift, placeBits) }     // a Place constant
func (e Entry) Demonym() bool { return e.field(demonymShift, 1) != 0 }      // Iraqi, Muslims
func (e Entry) Title() uint32 { return e.field(titleShift, titleBits) }     // 0 no title, 1 honorific, 2 role
func (e Entry) Inner() bool   { return e.field(innerShift, 1) != 0 }        // a lower-case word that occurs inside names
func (e Entry) Names() uint32 { return uint32(e>>caseShift) & (1<<(innerShift-caseShift) - 1) }

// set returns e with a field replaced, as do the methods With and Without.
func (e Entry) set(shift, bits uint, v uint32) Entry {
	mask := Entry(1<<bits-1) << shift
	return e&^mask | Entry(v)<<shift&mask
}
func (e Entry) WithClasses(hier, flat uint32) Entry {
	return e.set(hierShift, hierBits, hier).set(flatShift, flatBits, flat).set(knownShift, 1, 1)
}
func (e Entry) WithoutClasses() Entry {
	return e.set(hierShift, hierBits, 0).set(flatShift, flatBits, 0).set(knownShift, 1, 0)
}
func (e Entry) WithoutDemonym() Entry    { return e.set(demonymShift, 1, 0) }
func (e Entry) WithCase(c Case) Entry    { return e.set(caseShift, caseBits, uint32(c)) }
func (e Entry) WithGiven(n uint32) Entry { return e.set(givenShift, givenBits, n) }
func (e Entry) WithSur(n uint32) Entry   { return e.set(surShift, surBits, n) }
func (e Entry) WithPlace(n uint32) Entry { return e.set(placeShift, placeBits, n) }
func (e Entry) WithDemonym() Entry       { return e.set(demonymShift, 1, 1) }
func (e Entry) WithTitle(n uint32) Entry { return e.set(titleShift, titleBits, n) }
func (e Entry) WithInner() Entry         { return e.set(innerShift, 1, 1) }

// A Phrase is a record of the phrase table.
type Phrase uint8

// The bits of a Phrase.
const (
	PhrasePrefix Phrase = 1 << iota // a longer phrase begins like this
	PhrasePlace                     // a place of the ship lists
)

// A Lexicon is safe for concurrent use.
type Lexicon struct {
	words   table[Entry]
	cased   table[uint8]
	phrases table[Phrase]
	Sum     uint32 // checksum, by which a model file names the lexicon that it was trained with
}

// Word returns the Entry for the Hash of a lower-case word.
func (l *Lexicon) Word(h uint32) Entry { return l.words.get(h) }

// Cased returns the class for the Hash of a word as written, 0 if it has none.
func (l *Lexicon) Cased(h uint32) uint8 { return l.cased.get(h) }

// Phrase returns the record for a running hash made by Join.
func (l *Lexicon) Phrase(h uint32) Phrase { return l.phrases.get(h) }

// Hash is the hash of a word, never 0.
func Hash[T string | []byte](s T) uint32 {
	h := uint64(0xcbf29ce484222325)
	for k := 0; k < len(s); k++ {
		h = (h ^ uint64(s[k])) * 0x100000001b3
	}
	return fold(h)
}

// Join is the running hash of a phrase so far and the Hash of its next word; before its first word h is 0.
func Join(h, word uint32) uint32 {
	return fold((uint64(h)<<32 ^ uint64(word)) * 0x9e3779b97f4a7c15)
}

func fold(h uint64) uint32 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	if x := uint32(h >> 32); x != 0 {
		return x
	}
	return 1
}

// AppendLower appends s in lower case to dst, the typographic apostrophe and hyphens made plain.
func AppendLower(dst []byte, s string) []byte {
	for k := 0; k < len(s); k++ {
		c := s[k]
		if c >= utf8.RuneSelf {
			return appendLowerRunes(dst, s[k:])
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

func appendLowerRunes(dst []byte, s string) []byte {
	for _, r := range s {
		switch r {
		case '’', '‘':
			r = '\''
		case '‐', '‑', '–', '—':
			r = '-'
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
	}
	return dst
}

// A table is an open-addressing hash table; key 0 marks an empty slot, whose value is zero.
// The upper bits of a key choose its slot, so that a file, whose keys ascend, is read into the table from one end to the other.
type table[V any] struct {
	keys  []uint32
	vals  []V
	shift uint
}

func newTable[V any](n int) table[V] {
	size, shift := 16, uint(28)
	for size*3 < n*4 {
		size *= 2
		shift--
	}
	return table[V]{make([]uint32, size), make([]V, size), shift}
}

func (t *table[V]) get(key uint32) (v V) {
	if len(t.keys) == 0 {
		return v
	}
	mask := uint32(len(t.keys) - 1)
	for s := key >> t.shift; ; s = (s + 1) & mask {
		switch t.keys[s] {
		case key:
			return t.vals[s]
		case 0:
			return v
		}
	}
}

func (t *table[V]) put(key uint32, v V) {
	mask := uint32(len(t.keys) - 1)
	s := key >> t.shift
	for t.keys[s] != 0 && t.keys[s] != key {
		s = (s + 1) & mask
	}
	t.keys[s], t.vals[s] = key, v
}

// A Source is a lexicon as it is compiled.
type Source struct {
	Words   map[uint32]Entry
	Cased   map[uint32]uint8
	Phrases map[uint32]Phrase
}

// Marshal returns the file form of s.
func (s *Source) Marshal() []byte {
	out := binary.LittleEndian.AppendUint32([]byte(magic), Version)
	out = appendTable(out, s.Words, func(b []byte, e Entry) []byte {
		return append(b, byte(e), byte(e>>8), byte(e>>16), byte(e>>24), byte(e>>32), byte(e>>40))
	})
	out = appendTable(out, s.Cased, func(b []byte, c uint8) []byte { return append(b, c) })
	out = appendTable(out, s.Phrases, func(b []byte, p Phrase) []byte { return append(b, byte(p)) })
	return binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(out))
}

func appendTable[V any](out []byte, m map[uint32]V, val func([]byte, V) []byte) []byte {
	keys := make([]uint32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	out = binary.LittleEndian.AppendUint32(out, uint32(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		out = val(binary.AppendUvarint(out, uint64(k-last)), m[k])
		last = k
	}
	return out
}

// Parse reads the file form of a lexicon.
func Parse(data string) (*Lexicon, error) {
	if len(data) < 12 || data[:4] != magic || u32(data[4:]) != Version {
		return nil, ErrFormat
	}
	body := data[:len(data)-4]
	l := &Lexicon{Sum: u32(data[len(data)-4:])}
	if crc32.ChecksumIEEE([]byte(body)) != l.Sum {
		return nil, ErrFormat
	}
	rest, ok := body[8:], true
	l.words, rest, ok = parseTable(rest, ok, 6, func(s string) Entry { return Entry(u32(s)) | Entry(s[4])<<32 | Entry(s[5])<<40 })
	l.cased, rest, ok = parseTable(rest, ok, 1, func(s string) uint8 { return s[0] })
	l.phrases, rest, ok = parseTable(rest, ok, 1, func(s string) Phrase { return Phrase(s[0]) })
	if !ok || rest != "" {
		return nil, ErrFormat
	}
	return l, nil
}

func parseTable[V any](data string, ok bool, size int, val func(string) V) (t table[V], rest string, _ bool) {
	if !ok || len(data) < 4 {
		return t, "", false
	}
	n := int(u32(data))
	data = data[4:]
	if n > len(data)/(1+size) {
		return t, "", false
	}
	t = newTable[V](n)
	key := uint32(0)
	for ; n > 0; n-- {
		d, k := uvarint(data)
		if k == 0 || len(data) < k+size {
			return t, "", false
		}
		key += d
		t.put(key, val(data[k:]))
		data = data[k+size:]
	}
	return t, data, true
}

// uvarint returns the number that data begins with and its length, 0 if there is none.
func uvarint(data string) (v uint32, n int) {
	for shift := uint(0); n < len(data) && shift < 35; shift += 7 {
		c := data[n]
		n++
		v |= uint32(c&0x7f) << shift
		if c < 0x80 {
			return v, n
		}
	}
	return 0, 0
}

func u32(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
