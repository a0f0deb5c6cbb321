package tagger

import (
	"math/bits"

	"github.com/dateline-nlp/dateline/entities/internal/tagger/feature"
)

// A table finds the rows of weights of feature keys. Nine of ten keys have one, anywhere in 14 MB, and waiting for memory is what takes
// the time. So a look-up has no branch that depends on what it finds, and the keys of a token are looked up in steps that each touch all
// their places before they use one: a processor then waits for many places at once, not for one after the other.
//
// The upper bits of a key choose its bucket, of which there are up to four times less than keys. A bucket is 16 bytes: the number of its
// first row and 6 tags of 16 bits, which are the lower bits of its keys plus 1, in ascending order; 0 is none. Tag i belongs to the row i
// after the first. Where a bucket has more than 6 keys, once in a hundred times, the last tag is overfull, and those from the sixth
// on are in a map. Row 0 adds nothing: it stands for keys that the table lacks.
type table struct {
	buckets []bucket
	rows    []row
	rest    map[uint32]uint32 // of overfull buckets, from keys to rows
	shift   uint              // from a key to its bucket
}

// A bucket has its first row in the lower half of its first word, tags 4 and 5 in the upper half, and tags 0 to 3 in the second word.
type bucket [2]uint64

// A row has a weight for each label, biased by 128, so that eight of them are added up by one addition.
type row [3]uint64

const (
	bias     = 0x8080808080808080 // 128 in each byte
	tagBits  = 15                 // at most
	overfull = 0xffff             // more than any tag
)

// newTable returns a table for n keys, which are then added in ascending order.
func newTable(n int) table {
	shift := uint(tagBits)
	for 5<<(32-shift) < 2*n && shift > 1 {
		shift--
	}
	return table{
		buckets: make([]bucket, 1<<(32-shift)),
		rows:    append(make([]row, 0, n+1), row{bias, bias, bias}),
		rest:    make(map[uint32]uint32, n/40),
		shift:   shift,
	}
}

// add adds a key, greater than all before, and returns its row.
func (t *table) add(key uint32) *row {
	number := uint32(len(t.rows))
	t.rows = append(t.rows, t.rows[0])
	b, tag := &t.buckets[key>>t.shift], uint64(key&(1<<t.shift-1)+1)
	if b[0] == 0 {
		b[0] = uint64(number)
	}
	switch n := number - uint32(b[0]); n {
	case 0, 1, 2, 3:
		b[1] |= tag << (16 * n)
	case 4, 5:
		b[0] |= tag << (16 * (n - 2))
	case 6:
		t.rest[key&^(1<<t.shift-1)|uint32(b[0]>>48-1)] = number - 1
		b[0] |= overfull << 48
		fallthrough
	default:
		t.rest[key] = number
	}
	return &t.rows[number]
}

// Four and two lanes of 16 bits in a word, and their highest bits.
const (
	lanes    = 0x0001000100010001
	laneTops = 0x8000800080008000
	pair     = 0x00010001
	pairTops = 0x80008000
)

// find puts the number of the row of each key into at, which is as long as keys. What it returns means nothing: it keeps the compiler
// from leaving out the loop that touches the places.
func (t *table) find(keys []feature.Key, at []uint32) (touched uint64) {
	buckets, shift := t.buckets, t.shift&31
	for _, key := range keys {
		touched |= buckets[key>>shift][0]
	}
	at = at[:len(keys)]
	mask := uint32(1)<<shift - 1
	for k, key := range keys {
		b := &buckets[key>>shift]
		tag := key&mask + 1
		// A lane is zero where tags are equal; subtracting 1 from each lane then carries into its highest bit. Of the bits that are left
		// the lowest is right.
		lower := b[1] ^ uint64(tag)*lanes
		lower = (lower - lanes) &^ lower & laneTops
		upper := uint32(b[0]>>32) ^ tag*pair
		upper = (upper - pair) &^ upper & pairTops
		number := uint32(b[0]) + uint32(bits.TrailingZeros64(lower))>>4
		if lower == 0 {
			number = uint32(b[0]) + 4 + uint32(bits.TrailingZeros32(upper))>>4
		}
		if lower|uint64(upper) == 0 {
			number = 0
		}
		if b[0]>>48 == overfull {
			number = t.full(key, number)
		}
		at[k] = number
	}
	return touched
}

// full is find for an overfull bucket, of whose first five rows this is the one found.
func (t *table) full(key, number uint32) uint32 {
	if number == 0 {
		number = t.rest[key]
	}
	return number
}

// sum adds up rows. The even and the odd bytes are added up apart, four to a word, 16 bits each: room for 257 rows. Touched is as in find.
func (t *table) sum(at []uint32) (even, odd row, touched uint64) {
	rows := t.rows
	for _, k := range at {
		touched |= rows[k][0]
	}
	const bytes = 0x00ff00ff00ff00ff
	var e0, e1, e2, o0, o1, o2 uint64
	for _, k := range at {
		r := &rows[k]
		e0 += r[0] & bytes
		o0 += r[0] >> 8 & bytes
		e1 += r[1] & bytes
		o1 += r[1] >> 8 & bytes
		e2 += r[2] & bytes
		o2 += r[2] >> 8 & bytes
	}
	return row{e0, e1, e2}, row{o0, o1, o2}, touched
}
