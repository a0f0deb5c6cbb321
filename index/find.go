package index

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"iter"
	"strconv"
)

// A Target is what the hits of a search are.
type Target uint8

// The targets.
const (
	Auto     Target = iota // Quotes if the query has a field of quotes, else Articles
	Quotes                 // hits are quotes
	Articles               // hits are articles
)

func (t Target) String() string {
	names := [...]string{"auto", "quotes", "articles"}
	if int(t) < len(names) {
		return names[t]
	}
	return strconv.Itoa(int(t))
}

// level returns the level whose documents answer q.
func (t Target) level(q *Query) level {
	if t == Quotes || t == Auto && q.ofQuotes() {
		return quoteLevel
	}
	return articleLevel
}

// DefaultSize is the number of hits of a Request that does not say.
const DefaultSize = 10

// A Request is a Query with the way in which it is to be answered.
type Request struct {
	Query  Query
	Target Target
	Order  Order
	Size   int    // hits wanted; 0: DefaultSize, less than 0: none, only Total and Facets
	After  string // Page.Next of the page before; "": the first page

	Collapse bool    // of several quotes of an article only the first in order; Total then counts articles
	Distinct bool    // of articles with nearly the same text, and quotes with the same words, only the first in order; Total counts these
	Facets   []Facet // what to count among all that was found
	Plain    bool    // no Fragments, which saves a second pass over the hits
}

// A Page is the answer to a Request.
type Page struct {
	Hits       []Hit
	Total      int       // how many there are, on all pages
	Next       string    // for Request.After; "": this is the last page
	Facets     []Counted // one for each of Request.Facets, in their order
	Generation uint64    // of the index that answered
}

// Search returns the first DefaultSize hits of q, best first. Find can do more.
func (ix *Index) Search(ctx context.Context, q Query) ([]Hit, error) {
	page, err := ix.Find(ctx, Request{Query: q})
	if err != nil {
		return nil, err
	}
	return page.Hits, nil
}

// Find answers a request. When ctx ends before it is done the error is that of ctx.
func (ix *Index) Find(ctx context.Context, req Request) (*Page, error) {
	var page *Page
	err := ix.during(ctx, func(s *session) (err error) {
		page, err = s.find(&req)
		return err
	})
	if err != nil {
		return nil, err
	}
	return page, nil
}

// All returns every hit of a request, page by page, from Request.After on. Ranging ends after the first error. What is added
// or deleted meanwhile may be missing or be there, but no hit comes twice unless the index changed its score.
func (ix *Index) All(ctx context.Context, req Request) iter.Seq2[Hit, error] {
	return func(yield func(Hit, error) bool) {
		if req.Size <= 0 {
			req.Size = 200
		}
		for {
			page, err := ix.Find(ctx, req)
			if err != nil {
				yield(Hit{}, err)
				return
			}
			for _, h := range page.Hits {
				if !yield(h, nil) {
					return
				}
			}
			if page.Next == "" {
				return
			}
			req.After, req.Facets = page.Next, nil
		}
	}
}

// hasWords reports whether a field of words is set that counts at l.
func (q *Query) hasWords(l level) bool {
	at := func(p *Query) bool { return p.hasWords(l) }
	return q.Text != "" || l == quoteLevel && (q.Said != "" || q.Role != "") || anyQuery(q.And, at) || anyQuery(q.Or, at)
}

// A cursor is the last match of a page, in the form of Page.Next.
type cursor struct {
	Query string  `json:"q"` // hash of what was asked
	Score float64 `json:"s,omitempty"`
	Day   string  `json:"d,omitempty"`
	Key   string  `json:"k"`
}

func queryHash(req *Request, order Order) string {
	text := fmt.Sprintf("%s|%d|%d|%t|%t", req.Query.String(), req.Target.level(&req.Query), order, req.Collapse, req.Distinct)
	return strconv.FormatUint(hashID(text), 36)
}

func encodeCursor(req *Request, order Order, m *match) string {
	b, err := json.Marshal(cursor{queryHash(req, order), m.score, m.day, m.key})
	if err != nil {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

func decodeCursor(req *Request, order Order) (*match, error) {
	if req.After == "" {
		return nil, nil
	}
	var c cursor
	b, err := base64.RawURLEncoding.DecodeString(req.After)
	if err == nil {
		err = json.Unmarshal(b, &c)
	}
	if err != nil || c.Query != queryHash(req, order) || c.Key == "" {
		return nil, ErrCursor
	}
	return &match{score: c.Score, day: c.Day, key: c.Key}, nil
}
