package index

// The binary form of what is stored: whole numbers as varints of encoding/binary, signed ones where they may fall; a string
// by its number among those before it in the same record (the empty one is 0), or, where it is the next number, by its length
// and bytes; a span by the distance of its start from that of the span before, and its length.
//
// The annotations of an article are a DEFLATE stream. Its text is stored as it is, since hits are made of it: bleve compresses
// what it stores with Snappy, which takes a third more but is read ten times faster.

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"sync"

	"github.com/dateline-nlp/dateline"
)

// A packer writes one record.
type packer struct {
	b    []byte
	seen map[string]int
	last int // start of the last span
}

func newPacker() *packer { return &packer{seen: map[string]int{"": 0}} }

func (p *packer) uint(n int) { p.b = binary.AppendUvarint(p.b, uint64(n)) }

func (p *packer) int(n int) { p.b = binary.AppendVarint(p.b, int64(n)) }

func (p *packer) bool(v bool) {
	n := 0
	if v {
		n = 1
	}
	p.uint(n)
}

func (p *packer) str(s string) {
	n, ok := p.seen[s]
	if !ok {
		n = len(p.seen)
		p.seen[s] = n
	}
	p.uint(n)
	if !ok {
		p.uint(len(s))
		p.b = append(p.b, s...)
	}
}

func (p *packer) span(s dateline.Span) {
	p.int(s.Start - p.last)
	p.uint(s.Len())
	p.last = s.Start
}

func (p *packer) spans(list []dateline.Span) {
	p.uint(len(list))
	for _, s := range list {
		p.span(s)
	}
}

// score writes x with 4 decimals.
func (p *packer) score(x float64) {
	if !(math.Abs(x) < 1e9) {
		x = 0
	}
	p.int(int(math.Round(x * 1e4)))
}

// degrees writes x exactly, in few bytes where 5 decimals suffice.
func (p *packer) degrees(x float64) {
	if n := math.Round(x * 1e5); math.Abs(n) < 1e8 && n/1e5 == x {
		p.bool(true)
		p.int(int(n))
		return
	}
	p.bool(false)
	p.b = binary.BigEndian.AppendUint64(p.b, math.Float64bits(x))
}

var errPacked = errors.New("the record is cut short or has changed")

// An unpacker reads what a packer wrote. After an error it reads zeros.
type unpacker struct {
	b     []byte
	known []string
	last  int
	limit int // length of the text that spans lie in
	err   error
}

func newUnpacker(b []byte, limit int) *unpacker {
	return &unpacker{b: b, known: []string{""}, limit: limit}
}

func (u *unpacker) fail() {
	u.err, u.b = errPacked, nil
}

func (u *unpacker) uint() int {
	v, n := binary.Uvarint(u.b)
	if n <= 0 || v > math.MaxInt {
		u.fail()
		return 0
	}
	u.b = u.b[n:]
	return int(v)
}

func (u *unpacker) int() int {
	v, n := binary.Varint(u.b)
	if n <= 0 {
		u.fail()
		return 0
	}
	u.b = u.b[n:]
	return int(v)
}

func (u *unpacker) bool() bool { return u.uint() == 1 }

// count reads the length of a list, whose elements take a byte at least.
func (u *unpacker) count() int {
	n := u.uint()
	if n > len(u.b) {
		u.fail()
		return 0
	}
	return n
}

func (u *unpacker) str() string {
	n := u.uint()
	if n < len(u.known) {
		return u.known[n]
	}
	size := u.uint()
	if n > len(u.known) || size > len(u.b) {
		u.fail()
		return ""
	}
	s := string(u.b[:size])
	u.b = u.b[size:]
	u.known = append(u.known, s)
	return s
}

func (u *unpacker) span() dateline.Span {
	start := u.last + u.int()
	size := u.uint()
	if start < 0 || start > u.limit || size > u.limit-start {
		u.fail()
		return dateline.Span{}
	}
	u.last = start
	return dateline.Span{Start: start, End: start + size}
}

func (u *unpacker) spans() (out []dateline.Span) {
	for range u.count() {
		out = append(out, u.span())
	}
	return out
}

func (u *unpacker) score() float64 { return float64(u.int()) / 1e4 }

func (u *unpacker) degrees() float64 {
	if u.bool() {
		return float64(u.int()) / 1e5
	}
	if len(u.b) < 8 {
		u.fail()
		return 0
	}
	x := math.Float64frombits(binary.BigEndian.Uint64(u.b))
	u.b = u.b[8:]
	return x
}

// deflateLevel is the one beyond which news gets no smaller.
const deflateLevel = 4

var (
	deflaters = sync.Pool{New: func() any {
		w, err := flate.NewWriter(nil, deflateLevel)
		if err != nil {
			panic(err) // the level is one
		}
		return w
	}}
	inflaters = sync.Pool{New: func() any { return flate.NewReader(bytes.NewReader(nil)) }}
)

// deflate compresses notes.
func deflate(notes []byte) ([]byte, error) {
	var buf bytes.Buffer
	buf.Grow(len(notes)/2 + 64)
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&buf)
	_, err := w.Write(notes)
	err = errors.Join(err, w.Close())
	return buf.Bytes(), err
}

// inflate is the inverse of deflate.
func inflate(b []byte) (notes []byte, err error) {
	r := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(r)
	if err = r.(flate.Resetter).Reset(bytes.NewReader(b), nil); err == nil {
		notes, err = io.ReadAll(r)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %v", errPacked, err)
	}
	return notes, nil
}
