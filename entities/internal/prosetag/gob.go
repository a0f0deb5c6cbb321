package prosetag

import (
	"errors"
	"math"
	"math/bits"
)

// A gobReader reads the few forms of encoding/gob that prose's model uses, without reflection: that takes a tenth of
// the time.
//
// A stream is messages: a length, a type id, a value. A negative id defines a type, and is skipped, since the types
// are known. A top-level value that is no struct follows a zero byte. Unsigned numbers below 128 are one byte; others
// the negated count of their bytes, then the bytes, most significant first. Signed numbers carry the sign in the
// lowest bit. Floats are the bytes of their bits in reverse order, as a number.
type gobReader struct {
	data []byte
	pos  int
}

var errGob = errors.New("prosetag: prose's model is not in the form of prose v2.0.0")

func (r *gobReader) uint() (uint64, error) {
	if r.pos >= len(r.data) {
		return 0, errGob
	}
	b := r.data[r.pos]
	r.pos++
	if b < 128 {
		return uint64(b), nil
	}
	n := int(-int8(b))
	if n > 8 || n < 1 || r.pos+n > len(r.data) {
		return 0, errGob
	}
	var v uint64
	for _, b := range r.data[r.pos : r.pos+n] {
		v = v<<8 | uint64(b)
	}
	r.pos += n
	return v, nil
}

// bytes reads a string. The result is part of the stream.
func (r *gobReader) bytes() ([]byte, error) {
	n, err := r.uint()
	if err != nil || n > uint64(len(r.data)-r.pos) {
		return nil, errGob
	}
	s := r.data[r.pos : r.pos+int(n)]
	r.pos += int(n)
	return s, nil
}

func (r *gobReader) float() (float64, error) {
	v, err := r.uint()
	return math.Float64frombits(bits.ReverseBytes64(v)), err
}

// value skips the definitions of types, and the head of the first message with a value.
func (r *gobReader) value() error {
	for {
		n, err := r.uint()
		if err != nil || n > uint64(len(r.data)-r.pos) {
			return errGob
		}
		end := r.pos + int(n)
		id, err := r.uint()
		if err != nil {
			return err
		}
		if id&1 == 0 {
			_, err = r.uint() // the zero byte
			return err
		}
		r.pos = end
	}
}
