package index

import (
	"fmt"
	"slices"
	"sync"
)

// maxCached is how many answers are kept.
const maxCached = 64

// caches hold what was found out about one generation of an index; a later one begins anew.
type caches struct {
	mu         sync.Mutex
	generation uint64
	places     *placeTable
	names      *nameTable
	skips      []map[string]bool // of joined indexes
	answers    map[string]answer
	order      []string // of answers, oldest first
}

// An answer is what a request with facets found. Documents are known by key, since the engine renumbers them when it merges.
type answer struct {
	total   int
	matches []*match
	facets  []Counted
}

// drop forgets everything.
func (c *caches) drop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.reset(0)
}

func (c *caches) reset(generation uint64) {
	c.generation, c.places, c.names, c.skips, c.answers, c.order = generation, nil, nil, nil, nil, nil
}

func (c *caches) at(generation uint64) {
	if c.generation != generation {
		c.reset(generation)
	}
}

func (c *caches) placeTable(generation uint64) *placeTable {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at(generation)
	if c.places == nil {
		c.places = &placeTable{}
	}
	return c.places
}

func (c *caches) skipped(generation uint64) ([]map[string]bool, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.skips, c.generation == generation && c.skips != nil
}

func (c *caches) putSkipped(generation uint64, skips []map[string]bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at(generation)
	c.skips = skips
}

func (c *caches) get(generation uint64, key string) (answer, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.generation != generation {
		return answer{}, false
	}
	a, ok := c.answers[key]
	return a, ok
}

func (c *caches) put(generation uint64, key string, a answer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at(generation)
	if c.answers == nil {
		c.answers = map[string]answer{}
	}
	if _, ok := c.answers[key]; !ok {
		if len(c.order) == maxCached {
			delete(c.answers, c.order[0])
			c.order = slices.Clone(c.order[1:])
		}
		c.order = append(c.order, key)
	}
	c.answers[key] = a
}

// cacheKey tells requests apart.
func cacheKey(req *Request, order Order) string {
	return fmt.Sprintf("%s|%d|%s|%v", queryHash(req, order), req.Size, req.After, req.Facets) + req.Query.String()
}
