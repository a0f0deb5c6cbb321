package web

import (
	"context"
	"slices"
	"sync"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// An atlas knows where the places of an index lie. The index counts places by name and finds them by position, so that what joins the
// two is read from articles: a name lies where most of the latest articles that have it put it. A name that stands for two places is
// one dot therefore, at the more usual of them; a link to it finds both. What was looked up is kept until the index changes.
type atlas struct {
	mu         sync.Mutex
	generation uint64
	at         map[string]*dateline.Geo // nil: nowhere
}

const (
	witnesses  = 3      // articles that tell where a name lies
	maxAsked   = 30     // articles that are asked for it
	maxLocated = 20_000 // names kept
)

// locate returns where the place of a name lies; nil: unknown.
func (a *atlas) locate(ctx context.Context, ix *index.Index, name string) (*dateline.Geo, error) {
	generation := ix.Generation()
	a.mu.Lock()
	if a.at == nil || a.generation != generation || len(a.at) >= maxLocated {
		a.generation, a.at = generation, map[string]*dateline.Geo{}
	}
	g, known := a.at[name]
	a.mu.Unlock()
	if known {
		return g, nil
	}
	g, err := lookUp(ctx, ix, name)
	if err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.generation == generation {
		a.at[name] = g
	}
	return g, nil
}

// lookUp asks the latest articles in which the index finds the place. They may call it otherwise, as the index knows that "U.S." and
// "United States" are one: where none has the very name, it is the only place that lies in all of them.
func lookUp(ctx context.Context, ix *index.Index, name string) (best *dateline.Geo, err error) {
	page, err := ix.Find(ctx, index.Request{Query: index.Query{Place: name}, Target: index.Articles, Order: index.Newest, Size: maxAsked, Plain: true})
	if err != nil {
		return nil, ignoreQuery(err)
	}
	votes, articles, voted := map[dateline.Geo]int{}, map[dateline.Geo]int{}, 0
	for _, h := range page.Hits {
		doc, err := ix.Document(ctx, h.ID)
		if err != nil {
			return nil, err
		}
		here := map[dateline.Geo]bool{}
		for _, e := range doc.Entities {
			if e.Label != dateline.Place || e.Geo == nil {
				continue
			}
			here[*e.Geo] = true
			if e.Name == name || slices.Contains(e.Aliases, name) {
				voted++
				if votes[*e.Geo]++; best == nil || votes[*e.Geo] > votes[*best] {
					best = e.Geo
				}
			}
		}
		for g := range here {
			articles[g]++
		}
		if voted >= witnesses {
			break
		}
	}
	if best != nil {
		return best, nil
	}
	for g, n := range articles {
		if n < len(page.Hits) {
			continue
		}
		if best != nil {
			return nil, nil
		}
		best = &g
	}
	return best, nil
}
