package index

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	api "github.com/blevesearch/bleve_index_api"
)

// maxFuzzy is the longest fuzzy word in bytes; the automaton that finds the words near it grows with its length.
const maxFuzzy = 64

// expand returns the terms that a prefix or fuzzy term stands for, each with the letter in front.
func (c *compiler) expand(field, index, letter string, t term, key string) ([]string, error) {
	name := c.level.field(index)
	if key == "" {
		return nil, &QueryError{Field: field, Msg: fmt.Sprintf("%q holds no letter or digit", t.text)}
	}
	if t.prefix {
		dict, err := c.reader.FieldDictPrefix(name, []byte(letter+key))
		if err != nil {
			return nil, err
		}
		return c.readDict(field, t, dict)
	}
	fuzzy, ok := c.reader.(api.IndexReaderFuzzy)
	if !ok {
		return nil, &QueryError{Field: field, Msg: "fuzzy words are not supported here"}
	}
	if len(t.text) > maxFuzzy {
		return nil, &QueryError{Field: field, Msg: "the fuzzy word is too long"}
	}
	dict, err := fuzzy.FieldDictFuzzy(name, letter+key, t.fuzzy, letter)
	if err != nil {
		return nil, err
	}
	return c.readDict(field, t, dict)
}

func (c *compiler) readDict(field string, t term, dict api.FieldDict) (out []string, err error) {
	defer dict.Close()
	for n := 0; ; n++ {
		if n%256 == 255 && c.ctx.Err() != nil {
			return nil, c.ctx.Err()
		}
		e, err := dict.Next()
		if err != nil || e == nil {
			return out, err
		}
		if len(out) == maxTerms {
			return nil, &QueryError{Field: field, Msg: fmt.Sprintf("%q stands for more than %d words", t.text, maxTerms), Hint: "write more of its letters"}
		}
		out = append(out, e.Term)
	}
}

// expandWord is expand for a field of words, whose terms are stems: the stem of the word counts as beginning with it.
func (c *compiler) expandWord(field, index string, t term) ([]string, error) {
	word := string(fold([]byte(indexable(t.text))))
	tokens := textAnalyzer().Analyze([]byte(word))
	if strings.ContainsRune(nameKey(t.text), ' ') {
		return nil, &QueryError{Field: field, Msg: fmt.Sprintf("%q is more than one word", t.text), Hint: "* and ~ follow a single word"}
	}
	if t.fuzzy > 0 && len(tokens) == 1 {
		word = string(tokens[0].Term)
	}
	keys, err := c.expand(field, index, "", t, word)
	if err == nil && len(tokens) == 1 && !slices.Contains(keys, string(tokens[0].Term)) {
		keys = append(keys, string(tokens[0].Term))
	}
	return keys, err
}

func upper(s string) string { return strings.ToUpper(strings.TrimSpace(s)) }

// floor is the least score, in thousandths, that is no less than s.
func floor(s float64) int { return int(math.Ceil(math.Min(s, 2)*1000 - 1e-9)) }

// A placeTable holds the places of one generation of an index.
type placeTable struct {
	mu     sync.Mutex
	levels map[level][]point
}

type point struct {
	lat, lon float64
	term     string
}

// within returns the terms of the places in the circle.
func (p *placeTable) within(c *compiler, n Near) (out []string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.levels == nil {
		p.levels = map[level][]point{}
	}
	list, ok := p.levels[c.level]
	if !ok {
		dict, err := c.reader.FieldDict(c.level.field(fieldPlace))
		if err != nil {
			return nil, err
		}
		defer dict.Close()
		for i := 0; ; i++ {
			if i%256 == 255 && c.ctx.Err() != nil {
				return nil, c.ctx.Err()
			}
			e, err := dict.Next()
			if err != nil {
				return nil, err
			}
			if e == nil {
				break
			}
			if lat, lon, ok := parsePoint(e.Term); ok {
				list = append(list, point{lat, lon, e.Term})
			}
		}
		p.levels[c.level] = list
	}
	for _, pt := range list {
		if n.Holds(pt.lat, pt.lon) {
			out = append(out, pt.term)
		}
	}
	return out, nil
}
