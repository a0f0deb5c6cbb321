package tagger

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"math/bits"

	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

// The errors of Read, to be found with errors.Is. All of them come wrapped in a *FormatError.
var (
	ErrMagic     = errors.New("not a tagger model")
	ErrVersion   = errors.New("made by another version of dateline: train it again with this one")
	ErrLexicon   = errors.New("trained with the word lists of another version of dateline: train it again with this one")
	ErrTruncated = errors.New("the file breaks off: copy or train it again")
	ErrChecksum  = errors.New("the file is damaged, its checksum does not match: copy or train it again")
)

// A FormatError reports a model file that cannot be used, and where in it the trouble is.
type FormatError struct {
	Offset int // bytes from the beginning of the file
	Err    error
}

func (e *FormatError) Error() string {
	return fmt.Sprintf("model of names, byte %d: %v", e.Offset, e.Err)
}
func (e *FormatError) Unwrap() error { return e.Err }

// The model file, little-endian:
//
//	"DLTM"  uint32 version  uint32 checksum of the lexicon  uint32 rows  float32 scale, 2x
//	transitions of both passes: 2 x 21 x 21 float32
//	calibration: see calibration.go
//	uint32 bytes of the next part
//	rows in ascending order of their keys: the difference to the last key as a uvarint, a uint24 with one bit for each label whose
//	weight is not zero
//	these weights, row after row, in units of 4 bits, the lower half of a byte first: 1 to 7 for weights of 2 to 8, 9 to 15 for -2 to
//	-8, 0 before any other weight, of which then follow the lower and the upper half
//	uint32 CRC-32 (IEEE) of all before
const (
	modelMagic   = "DLTM"
	modelVersion = 2
	headerSize   = 4 + 4*3 + 4
)

// A Weights is what training leaves behind and a Model reads.
type Weights struct {
	Keys        []uint32 // ascending
	Rows        [][crf.Labels]int8
	Scale       float32 // what one unit of a row is worth
	Trans       [2]crf.Transitions
	Calibration Calibration
}

// Marshal returns the model file. lex is the checksum of the lexicon.
func (w *Weights) Marshal(lex uint32) []byte {
	le := binary.LittleEndian
	out := le.AppendUint32([]byte(modelMagic), modelVersion)
	out = le.AppendUint32(out, lex)
	out = le.AppendUint32(out, uint32(len(w.Keys)))
	out = le.AppendUint32(out, math.Float32bits(w.Scale))
	for p := range w.Trans {
		for x := range w.Trans[p] {
			for _, v := range w.Trans[p][x] {
				out = le.AppendUint32(out, math.Float32bits(v))
			}
		}
	}
	for _, v := range w.Calibration {
		out = le.AppendUint32(out, math.Float32bits(v))
	}
	var keys []byte
	var values nibbles
	last := uint32(0)
	for k, key := range w.Keys {
		keys = binary.AppendUvarint(keys, uint64(key-last))
		last = key
		keys = values.row(keys, &w.Rows[k])
	}
	out = le.AppendUint32(out, uint32(len(keys)))
	out = append(append(out, keys...), values.bytes...)
	return le.AppendUint32(out, crc32.ChecksumIEEE(out))
}

// nibbles is a sequence of units of 4 bits.
type nibbles struct {
	bytes []byte
	half  bool // of the last byte only the lower half is in use
}

func (n *nibbles) add(v byte) {
	if n.half {
		n.bytes[len(n.bytes)-1] |= v << 4
	} else {
		n.bytes = append(n.bytes, v)
	}
	n.half = !n.half
}

// row adds the weights of a row that are not zero, and appends to keys which these are.
func (n *nibbles) row(keys []byte, row *[crf.Labels]int8) []byte {
	set := uint32(0)
	for y, v := range row {
		switch {
		case v == 0:
			continue
		case v >= 2 && v <= 8:
			n.add(byte(v - 1))
		case v <= -2 && v >= -8:
			n.add(byte(7 - v))
		default:
			n.add(0)
			n.add(byte(v) & 0xf)
			n.add(byte(v) >> 4)
		}
		set |= 1 << y
	}
	return append(keys, byte(set), byte(set>>8), byte(set>>16))
}

// Read reads a model file that was trained with the lexicon of this module. Its errors are of type *FormatError or those of r.
func Read(r io.Reader) (*Model, error) {
	data, err := io.ReadAll(bufio.NewReader(r))
	if err != nil {
		return nil, err
	}
	lex, err := sharedLexicon()
	if err != nil {
		return nil, err
	}
	return parse(string(data), lex)
}

// File returns the file that m was read from.
func (m *Model) File() string { return m.file }

// A reader takes a model file apart.
type reader struct {
	data string
	at   int
	bad  bool // read beyond the end
}

func (r *reader) u32() uint32 {
	if r.at+4 > len(r.data) {
		r.bad = true
		return 0
	}
	s := r.data[r.at:]
	r.at += 4
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func (r *reader) f32() float32 { return math.Float32frombits(r.u32()) }

func (r *reader) uvarint() (v uint64) {
	if r.at+1 < len(r.data) && r.data[r.at+1] < 0x80 && r.data[r.at] >= 0x80 { // as most are
		v = uint64(r.data[r.at]&0x7f) | uint64(r.data[r.at+1])<<7
		r.at += 2
		return v
	}
	for shift := uint(0); r.at < len(r.data) && shift < 64; shift += 7 {
		c := r.data[r.at]
		r.at++
		v |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return v
		}
	}
	r.bad = true
	return 0
}

func parse(data string, lex *lexicon.Lexicon) (*Model, error) {
	if len(data) < 4 || data[:4] != modelMagic {
		return nil, &FormatError{0, ErrMagic}
	}
	if len(data) < headerSize+4 {
		return nil, &FormatError{len(data), ErrTruncated}
	}
	r := &reader{data: data[:len(data)-4], at: 4}
	if r.u32() != modelVersion {
		return nil, &FormatError{4, ErrVersion}
	}
	if r.u32() != lex.Sum {
		return nil, &FormatError{8, ErrLexicon}
	}
	n := int(r.u32())
	m := &Model{file: data, lex: lex, scale: r.f32()}
	for p := range m.trans {
		for x := range m.trans[p] {
			for y := range m.trans[p][x] {
				m.trans[p][x][y] = r.f32()
			}
		}
	}
	for k := range m.calibration {
		m.calibration[k] = r.f32()
	}
	if r.bad || n > (len(r.data)-r.at)/4 {
		return nil, &FormatError{len(data), ErrTruncated}
	}
	if err := m.rows(r, n); err != nil {
		return nil, &FormatError{r.at, err}
	}
	end := reader{data: data, at: len(data) - 4}
	if r.at != end.at || checksum(r.data) != end.u32() {
		return nil, &FormatError{r.at, ErrChecksum}
	}
	m.finish()
	return m, nil
}

// rows reads n rows into the table.
func (m *Model) rows(r *reader, n int) error {
	size := int(r.u32())
	if r.bad || size > len(r.data)-r.at {
		return ErrTruncated
	}
	values := reader{data: r.data, at: 2 * (r.at + size)}
	r.data = r.data[:r.at+size]
	m.table = newTable(n)
	key := uint32(0)
	for k := 0; k < n; k++ {
		last := key
		key += uint32(r.uvarint())
		if r.bad || r.at+3 > len(r.data) {
			return ErrTruncated
		}
		if key <= last && k > 0 {
			return ErrChecksum
		}
		set := uint32(r.data[r.at]) | uint32(r.data[r.at+1])<<8 | uint32(r.data[r.at+2])<<16
		r.at += 3
		if set>>crf.Labels != 0 {
			return ErrTruncated
		}
		w := m.table.add(key)
		for ; set != 0; set &= set - 1 {
			c := byte(0)
			if values.at < 2*len(values.data) {
				c = values.data[values.at>>1] >> (4 * (values.at & 1)) & 0xf
			}
			values.at++
			v := small[c]
			if c == 0 {
				v = values.long()
			}
			y := bits.TrailingZeros32(set)
			w[y>>3] += uint64(v) << (8 * (y & 7))
		}
	}
	if values.at > 2*len(values.data) {
		return ErrTruncated
	}
	if r.at != len(r.data) {
		return ErrChecksum
	}
	r.data, r.at = values.data, (values.at+1)/2
	return nil
}

// small are the weights that 4 bits tell.
var small = [16]int64{0, 2, 3, 4, 5, 6, 7, 8, -1, -2, -3, -4, -5, -6, -7, -8}

// long reads a weight of two units of 4 bits; at counts these here, and passes the end where they end.
func (r *reader) long() int64 {
	v := byte(0)
	for k := range 2 {
		if r.at < 2*len(r.data) {
			v |= r.data[r.at>>1] >> (4 * (r.at & 1)) & 0xf << (4 * k)
		}
		r.at++
	}
	return int64(int8(v))
}

// checksum is the CRC-32 of s, which is not copied as a whole for it.
func checksum(s string) (sum uint32) {
	var buf [1 << 12]byte
	for s != "" {
		n := copy(buf[:], s)
		sum, s = crc32.Update(sum, crc32.IEEETable, buf[:n]), s[n:]
	}
	return sum
}
