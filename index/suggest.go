package index

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// A nameTable is the list of the names of one generation of an index, for suggestions.
type nameTable struct {
	names []suggestable
	words []wordAt // ordered by word
}

type suggestable struct {
	Named
	count int
}

// A wordAt is a word of a name in folded form, with the words that follow it.
type wordAt struct {
	rest string
	name int
}

// Suggest returns names that a person may be about to type: those of people, organizations and places in which a word begins
// with what was typed, more words included ("boris jo"), without regard to case and diacritics, each in its commonest spelling. Node.N is the number of
// articles. Commonest first, equal ones by name. The first call after a change reads the list of all names.
func (ix *Index) Suggest(ctx context.Context, typed string, size int) (out []Node, err error) {
	if size <= 0 {
		size = DefaultSize
	}
	err = ix.during(ctx, func(s *session) error {
		table, err := s.nameTable()
		if err != nil {
			return err
		}
		out = table.suggest(nameKey(typed), size)
		return nil
	})
	return out, err
}

func (t *nameTable) suggest(key string, size int) []Node {
	if key == "" {
		return nil
	}
	at, _ := slices.BinarySearchFunc(t.words, key, func(w wordAt, key string) int { return cmp.Compare(w.rest, key) })
	found := map[Named]int{}
	for ; at < len(t.words) && strings.HasPrefix(t.words[at].rest, key); at++ {
		n := t.names[t.words[at].name]
		found[n.Named] = n.count
	}
	return topNodes(found, size)
}

func (s *session) nameTable() (*nameTable, error) {
	c := &s.ix.caches
	c.mu.Lock()
	if c.generation == s.generation && c.names != nil {
		defer c.mu.Unlock()
		return c.names, nil
	}
	c.mu.Unlock()
	t := &nameTable{}
	for _, f := range []Field{FieldPerson, FieldOrg, FieldPlace} {
		counts := map[string]int{}
		for _, p := range s.parts {
			if err := p.dictionary(f, counts); err != nil {
				return nil, err
			}
		}
		list, _, err := spellings(s.ctx, counts, -1)
		if err != nil {
			return nil, err
		}
		t.add(f, list)
	}
	words, err := sortWithin(s.ctx, t.words, func(a, b wordAt) int { return cmp.Compare(a.rest, b.rest) })
	if err != nil {
		return nil, err
	}
	t.words = words
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at(s.generation)
	c.names = t
	return t, nil
}

// add adds names, which are found by the words of each of their spellings.
func (t *nameTable) add(f Field, list []*spelled) {
	for _, s := range list {
		i := len(t.names)
		t.names = append(t.names, suggestable{Named{f, s.name}, s.n})
		for _, v := range s.values {
			name, _, _ := splitValue(v)
			for rest := nameKey(name); rest != ""; _, rest, _ = strings.Cut(rest, " ") {
				t.words = append(t.words, wordAt{rest, i})
			}
		}
	}
}

// dictionary counts the articles of each value.
func (p *part) dictionary(f Field, counts map[string]int) error {
	field := articleLevel.field(f.values())
	dict, err := p.reader.FieldDict(field)
	if err != nil {
		return err
	}
	defer dict.Close()
	for n := 0; ; n++ {
		if n%256 == 255 && p.ctx.Err() != nil {
			return p.ctx.Err()
		}
		e, err := dict.Next()
		if err != nil || e == nil {
			return err
		}
		// The dictionary still counts what was deleted; the list of the term does not.
		t, err := p.reader.TermFieldReader(p.ctx, []byte(e.Term), field, false, false, false)
		if err != nil {
			return err
		}
		if live := int(t.Count()); live > 0 {
			counts[e.Term] += live
		}
		if err := t.Close(); err != nil {
			return err
		}
	}
}
