package prosetag

import (
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-nlp/dateline"
	"github.com/jdkato/prose/v2"
)

// A model is prose's averaged perceptron in flat tables.
type model struct {
	classes []string         // by name
	number  map[string]uint8 // inverse of classes
	pos     []dateline.POS   // of classes
	fixed   map[string]uint8 // words with one class only
	tags    []uint64         // hashes of classes, then of the tags beyond them
	keys    []uint64         // open-addressed: hash of a feature, 0 if free
	at      []uint32         // of each key: first of its weights, and their number in the lowest six bits
	weights []uint32         // class in the lowest six bits; above them, signed, the weight in thousandths
}

const (
	tableSize = 1 << 17
	classBits = 6
)

// The tags that are no classes: of the two words before a sentence, and of a hyphen by itself. They come after the
// classes.
const (
	tagStart = iota
	tagStart2
	tagHyphen
)

var otherTags = []string{"-START-", "-START2-", "-"}

var (
	modelOnce sync.Once
	theModel  *model // nil if prose's assets cannot be read
)

// load returns the model that comes with prose, nil if it cannot be read.
func load() *model {
	modelOnce.Do(func() {
		if m, err := newModel(prose.Asset); err == nil {
			theModel = m
		}
	})
	return theModel
}

// newModel reads the files of a model through asset.
func newModel(asset func(string) ([]byte, error)) (*model, error) {
	m := &model{number: map[string]uint8{}, fixed: map[string]uint8{}, keys: make([]uint64, tableSize), at: make([]uint32, tableSize)}
	for _, file := range []struct {
		name string
		read func(*gobReader) error
	}{
		{"classes", m.readClasses}, {"tags", m.readFixed}, {"weights", m.readWeights},
	} {
		data, err := asset("model/AveragedPerceptron/" + file.name + ".gob")
		if err != nil {
			return nil, err
		}
		r := &gobReader{data: data}
		if err := r.value(); err != nil {
			return nil, err
		}
		if err := file.read(r); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// readClasses reads a []string.
func (m *model) readClasses(r *gobReader) error {
	n, err := r.uint()
	if err != nil || n >= 1<<classBits {
		return errGob
	}
	for range n {
		s, err := r.bytes()
		if err != nil {
			return err
		}
		m.classes = append(m.classes, string(s))
	}
	slices.Sort(m.classes)
	for i, c := range m.classes {
		m.number[c] = uint8(i)
		pos, err := dateline.ParsePOS(c)
		if err != nil {
			pos = dateline.PosPunct // each mark is a class of its own in prose
		}
		m.pos = append(m.pos, pos)
		m.tags = append(m.tags, hash(c))
	}
	for _, t := range otherTags {
		m.tags = append(m.tags, hash(t))
	}
	return nil
}

// class returns the number of a class.
func (m *model) class(name []byte) (uint8, error) {
	i, ok := m.number[string(name)]
	if !ok {
		return 0, errGob
	}
	return i, nil
}

// readFixed reads a map[string]string: the words that have one class only.
func (m *model) readFixed(r *gobReader) error {
	n, err := r.uint()
	for ; err == nil && n > 0; n-- {
		var word, name []byte
		if word, err = r.bytes(); err != nil {
			break
		}
		if name, err = r.bytes(); err != nil {
			break
		}
		m.fixed[string(word)], err = m.class(name)
	}
	return err
}

// readWeights reads a map[string]map[string]float64: weights by feature and class.
func (m *model) readWeights(r *gobReader) error {
	n, err := r.uint()
	if err != nil || n > tableSize*3/4 {
		return errGob
	}
	m.weights = make([]uint32, 0, 4*n)
	for range n {
		feature, err := r.bytes()
		if err != nil {
			return err
		}
		count, err := r.uint()
		if err != nil || count >= 1<<classBits {
			return errGob
		}
		key, ok := parse(string(feature))
		if !ok {
			return errGob
		}
		m.insert(key, uint32(len(m.weights))<<classBits|uint32(count))
		for range count {
			name, err := r.bytes()
			if err != nil {
				return err
			}
			class, err := m.class(name)
			if err != nil {
				return err
			}
			w, err := r.float()
			if err != nil || math.Abs(w) > 1e4 {
				return errGob
			}
			m.weights = append(m.weights, uint32(int32(math.Round(w*1000)))<<classBits|uint32(class))
		}
	}
	return nil
}

func (m *model) insert(key uint64, at uint32) {
	i := key >> 1 % tableSize
	for m.keys[i] != 0 {
		i = (i + 1) % tableSize
	}
	m.keys[i], m.at[i] = key, at
}

// add adds the weights of the feature with this hash to scores.
func (m *model) add(scores *[1 << classBits]int32, key uint64) {
	for i := key >> 1 % tableSize; m.keys[i] != 0; i = (i + 1) % tableSize {
		if m.keys[i] != key {
			continue
		}
		at := m.at[i]
		first := at >> classBits
		for _, w := range m.weights[first : first+at&(1<<classBits-1)] {
			scores[w&(1<<classBits-1)] += int32(w) >> classBits
		}
		return
	}
}

// A kind is what a feature is about. Its name begins the feature in prose's model; its values follow, after spaces.
type kind uint8

const (
	kindBias kind = iota
	kindSuffix
	kindPrefix
	kindTag1
	kindTag2
	kindTags
	kindWord
	kindTag1Word
	kindWord1
	kindSuffix1
	kindWord2
	kindNext
	kindNextSuffix
	kindNext2
)

var kinds = [...]string{
	kindBias: "bias", kindSuffix: "i suffix ", kindPrefix: "i pref1 ", kindTag1: "i-1 tag ", kindTag2: "i-2 tag ", kindTags: "i tag+i-2 tag ",
	kindWord: "i word ", kindTag1Word: "i-1 tag+i word ", kindWord1: "i-1 word ", kindSuffix1: "i-1 suffix ", kindWord2: "i-2 word ",
	kindNext: "i+1 word ", kindNextSuffix: "i+1 suffix ", kindNext2: "i+2 word ",
}

// parse returns the key of a feature of prose's model.
func parse(feature string) (uint64, bool) {
	for k, name := range kinds {
		rest, ok := strings.CutPrefix(feature, name)
		if !ok {
			continue
		}
		switch kind(k) {
		case kindBias:
			return key(kindBias, 0, 0), rest == ""
		case kindTags, kindTag1Word:
			tag, value, ok := strings.Cut(rest, " ")
			return key(kind(k), hash(tag), hash(value)), ok
		}
		return key(kind(k), hash(rest), 0), true
	}
	return 0, false
}

// key is the key of a feature with values of these hashes. It is never 0.
func key(k kind, a, b uint64) uint64 {
	h := (a ^ uint64(k+1)*0x9E3779B97F4A7C15) * 0xFF51AFD7ED558CCD
	h = (h ^ h>>32 ^ b) * 0xC4CEB9FE1A85EC53
	return h ^ h>>29 | 1
}

// hash is the FNV-1a hash of s.
func hash[T string | []byte](s T) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
