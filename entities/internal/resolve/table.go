package resolve

// table is the index behind all rules: from a hash of words to the names or clusters that have them. One table serves
// all indexes of a document, told apart by the kind that goes into the hash. It is emptied by a new generation, not
// by clearing, so that its memory serves one document after the other. Two keys with one hash are taken for one;
// every rule compares the words themselves before it joins anything.
type table struct {
	slots []slot
	links []link
	gen   uint32
	used  int
}

type slot struct {
	key  uint64
	gen  uint32
	head int32
}

type link struct{ id, next int32 }

// Kinds of key; the label goes into the upper half of the byte, see labelled.
const (
	keyName      byte = iota // label, gender and key of a name -> name
	keyLast                  // last word of a full name of a person -> clusters
	keyAny                   // its other words -> clusters
	keyInitial               // its initials -> clusters
	keySlip                  // half of a word -> names
	keyBare                  // name of an organization without legal form -> clusters
	keyKnown                 // main name of a listed organization -> clusters
	keyAcronym               // initials of a name of several words -> clusters
	keyWord                  // word of a name of an organization -> names
	keyPlace                 // name of a place without common noun -> clusters
	keyHead                  // common noun of a name of a place -> clusters
	keyCountry               // country code -> cluster
	keyNorp                  // stem of a nationality -> clusters
	keyShortened             // beginning of a long given name -> clusters
)

const maxTable = 1 << 16 // slots that are kept between documents

func (t *table) reset() {
	if len(t.slots) == 0 || len(t.slots) > maxTable {
		t.slots = make([]slot, 1<<9)
		t.links = nil
		t.gen = 0
	}
	t.gen++
	if t.gen == 0 {
		clear(t.slots)
		t.gen = 1
	}
	t.links, t.used = t.links[:0], 0
}

// hash is FNV-1a over the kind and the words, with a space between words.
func hash(kind byte, words ...string) uint64 {
	h := (uint64(14695981039346656037) ^ uint64(kind)) * 1099511628211
	for i, w := range words {
		if i > 0 {
			h = (h ^ ' ') * 1099511628211
		}
		for j := 0; j < len(w); j++ {
			h = (h ^ uint64(w[j])) * 1099511628211
		}
	}
	return h ^ h>>29
}

// slot returns the place of key.
func (t *table) slot(key uint64) *slot {
	mask := uint64(len(t.slots) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.gen != t.gen || s.key == key {
			return s
		}
	}
}

// first returns the first link of key, -1 for none.
func (t *table) first(key uint64) int32 {
	if s := t.slot(key); s.gen == t.gen {
		return s.head
	}
	return -1
}

// push adds id to key, once, unless key has maxCandidates ids already.
func (t *table) push(key uint64, id int32) {
	s := t.slot(key)
	if s.gen != t.gen {
		if t.used++; t.used*4 > len(t.slots)*3 {
			t.grow()
			s = t.slot(key)
		}
		*s = slot{key: key, gen: t.gen, head: -1}
	}
	n := 0
	for k := s.head; k >= 0; k = t.links[k].next {
		if n++; t.links[k].id == id || n == maxCandidates {
			return
		}
	}
	t.links = append(t.links, link{id, s.head})
	s.head = int32(len(t.links) - 1)
}

func (t *table) grow() {
	old := t.slots
	t.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.gen == t.gen {
			*t.slot(s.key) = s
		}
	}
}

// all calls yield with the ids of key, the last pushed first.
func (t *table) all(key uint64, yield func(int32)) {
	for k := t.first(key); k >= 0; k = t.links[k].next {
		yield(t.links[k].id)
	}
}

// only returns the id of key if it has just one, else -1.
func (t *table) only(key uint64) int32 {
	k := t.first(key)
	if k < 0 || t.links[k].next >= 0 {
		return -1
	}
	return t.links[k].id
}
