package lexicon

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"testing"
)

// FuzzParse: any bytes are a lexicon, whose look-ups end, or ErrFormat. Each is read as it is and with its checksum made right, so that
// the search gets beyond it.
func FuzzParse(f *testing.F) {
	whole := source().Marshal()
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add((&Source{}).Marshal())
	f.Add(append([]byte("DLLX\x02\x00\x00\x00"), "\xff\xff\xff\xff\x00"...))
	f.Add([]byte("DLLX"))
	f.Fuzz(func(t *testing.T, data []byte) {
		try(t, data)
		if len(data) >= 12 {
			body := data[:len(data)-4]
			try(t, binary.LittleEndian.AppendUint32(body[:len(body):len(body)], crc32.ChecksumIEEE(body)))
		}
	})
}

func try(t *testing.T, data []byte) {
	l, err := Parse(string(data))
	if err != nil {
		if !errors.Is(err, ErrFormat) || l != nil {
			t.Fatalf("lexicon %v, error %v", l, err)
		}
		return
	}
	for _, h := range []uint32{1, Hash("paris"), Hash(data), Join(0, Hash("new")), ^uint32(0)} {
		l.Word(h)
		l.Cased(h)
		l.Phrase(h)
	}
}

// FuzzLower: lower case is stable, and a word never has hash 0, which marks an empty slot.
func FuzzLower(f *testing.F) {
	for _, s := range []string{"NATO", "O’Brien", "É–x", "\xff\xfeA", "ǅ", "İ", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := AppendLower(nil, s)
		if twice := AppendLower(nil, string(once)); string(twice) != string(once) {
			t.Fatalf("%q is %q, then %q", s, once, twice)
		}
		if h := Hash(s); h == 0 || h != Hash([]byte(s)) || Join(0, h) == 0 || Join(h, h) == 0 {
			t.Fatalf("hash %x of %q", h, s)
		}
	})
}
