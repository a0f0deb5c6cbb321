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
	ErrVersion   = errors.New("model of another version")
	ErrLexicon   = errors.New("model trained with another lexicon")
	ErrTruncated = errors.New("truncated model")
	ErrChecksum  = errors.New("checksum does not match")
)

// A FormatError reports a model file that cannot be used, and where in it the trouble is.
type FormatError struct {
	Offset int // bytes from the beginning of the file
	Err    error
}

func (e *FormatError) Error() string { return fmt.Sprintf("tagger: byte %d: %v", e.Offset, e.Err) }
func (e *FormatError) Unwrap() error { return e.Err }

// The model file, little-endian:
//
//	"DLTM"  uint32 version  uint32 checksum of the lexicon  uint32 rows  float32 scale, 2x
//	transitions of both passes: 2 x 21 x 21 float32
//	calibration: see calibration.go
//	rows in ascending order of their keys: the difference to the last key as a uvarint, a uint24 with one bit for each label whose
//	weight is not zero, and these weights, an int8 each
//	uint32 CRC-32 (IEEE) of all before
const (
	modelMagic   = "DLTM"
	modelVersion = 1
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
	last := uint32(0)
	for k, key := range w.Keys {
		out = binary.AppendUvarint(out, uint64(key-last))
		last = key
		out = appendRow(out, &w.Rows[k])
	}
	return le.AppendUint32(out, crc32.ChecksumIEEE(out))
}

func appendRow(out []byte, row *[crf.Labels]int8) []byte {
	set := uint32(0)
	for y, v := range row {
		if v != 0 {
			set |= 1 << y
		}
	}
	out = append(out, byte(set), byte(set>>8), byte(set>>16))
	for _, v := range row {
		if v != 0 {
			out = append(out, byte(v))
		}
	}
	return out
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
	if r.at != end.at || crc32.ChecksumIEEE([]byte(r.data)) != end.u32() {
		return nil, &FormatError{r.at, ErrChecksum}
	}
	m.finish()
	return m, nil
}

// rows reads n rows into the table.
func (m *Model) rows(r *reader, n int) error {
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
		if r.at+bits.OnesCount32(set) > len(r.data) || set>>crf.Labels != 0 {
			return ErrTruncated
		}
		w := m.table.add(key)
		for set != 0 {
			y := bits.TrailingZeros32(set)
			set &= set - 1
			w[y>>3] += uint64(int64(int8(r.data[r.at]))) << (8 * (y & 7))
			r.at++
		}
	}
	return nil
}
