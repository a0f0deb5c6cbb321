package index

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"

	api "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-nlp/dateline"
)

// ErrNotFound is the error for an article that the index does not hold.
var ErrNotFound = errors.New("index: there is no such article")

// Document returns the article with this id as it was added, but for Tokens, which are not kept, and scores, which are
// rounded to 4 decimals.
func (ix *Index) Document(ctx context.Context, id string) (*dateline.Document, error) {
	var d *dateline.Document
	err := ix.during(ctx, func(s *session) error {
		for _, p := range s.parts {
			num, err := p.snapshot.InternalID(articleKey(id))
			if err != nil {
				return fmt.Errorf("index: %w", err)
			}
			if num != nil {
				d, err = loadDocument(p.snapshot, id)
				return err
			}
		}
		return fmt.Errorf("%w: %q", ErrNotFound, id)
	})
	if err != nil {
		return nil, err
	}
	return d, nil
}

// loadDocument reads an article; a panic in reading it is an error.
func loadDocument(r api.IndexReader, id string) (d *dateline.Document, err error) {
	err = guard(func() error {
		stored, err := readStored(r, articleKey(id), articleFields...)
		if err == nil {
			d, err = decodeDocument(id, stored)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return d, nil
}

// articleFields are the stored fields that make an article.
var articleFields = []string{articleLevel.field(fieldDoc), articleLevel.field(fieldCopy), articleLevel.field(fieldNotes), articleLevel.field(fieldRaw)}

// decodeDocument makes an article of its stored fields.
func decodeDocument(id string, stored map[string][]byte) (*dateline.Document, error) {
	key := articleKey(id)
	var doc articleDoc
	if err := unmarshalStored(key, stored[articleLevel.field(fieldDoc)], &doc); err != nil {
		return nil, err
	}
	d := &dateline.Document{Article: dateline.Article{
		ID: id, Source: doc.Source, URL: doc.URL, Text: string(stored[articleLevel.field(fieldCopy)]),
	}}
	notes, err := inflate(stored[articleLevel.field(fieldNotes)])
	if doc.HasLine {
		d.Headline = doc.Headline
	}
	if err == nil && doc.Published != "" {
		d.Published, err = parseStamp(doc.Published)
	}
	if err == nil {
		err = unpackNotes(d, notes)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: document %q: %v", ErrDamaged, key, err)
	}
	if raw := stored[articleLevel.field(fieldRaw)]; raw != nil {
		d.Text = string(raw)
	}
	if textHash(d.Text) != doc.Hash {
		return nil, fmt.Errorf("%w: the text of document %q has changed", ErrDamaged, key)
	}
	return d, nil
}

// Documents returns every article as Document does, in the order of their ids, as they are when ranging begins. An article
// that cannot be read gives an error, and ranging goes on.
func (ix *Index) Documents(ctx context.Context) iter.Seq2[*dateline.Document, error] {
	return ix.documents(ctx, &Query{})
}

// Matching is Documents for the articles that q finds, which are those of the quotes that it finds where q has a field of
// quotes.
func (ix *Index) Matching(ctx context.Context, q Query) iter.Seq2[*dateline.Document, error] {
	return ix.documents(ctx, &q)
}

// An articleAt is an article with the part that holds it.
type articleAt struct {
	id   string
	part *part
}

// articles lists what q finds, ordered by id.
func (s *session) articles(q *Query) (list []articleAt, err error) {
	for _, p := range s.parts {
		err := guard(func() error {
			return p.scan(q, articleLevel, []string{fieldID}, func(v values) error {
				for _, id := range v[fieldID] {
					list = append(list, articleAt{id, p})
				}
				return nil
			})
		})
		if err != nil {
			return nil, err
		}
	}
	return sortWithin(s.ctx, list, func(a, b articleAt) int { return strings.Compare(a.id, b.id) })
}

// documents loads what q finds. The caller's loop runs without a lock, so that it may use and close the index.
func (ix *Index) documents(ctx context.Context, q *Query) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		s, err := ix.session(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		defer s.close()
		list, err := s.articles(q)
		s.unlock()
		if err != nil {
			yield(nil, err)
			return
		}
		for _, a := range list {
			if err = ctx.Err(); err == nil {
				err = s.lock()
			}
			if err != nil {
				yield(nil, err)
				return
			}
			d, err := loadDocument(a.part.snapshot, a.id)
			s.unlock()
			if !yield(d, err) {
				return
			}
		}
	}
}

// articleIDs returns the ids of all articles.
func articleIDs(ctx context.Context, r api.IndexReader) (ids []string, err error) {
	err = guard(func() error {
		return eachID(r, func(key string) error {
			if key != "" && key[0] == byte(articleLevel) {
				ids = append(ids, key[1:])
			}
			return ctx.Err()
		})
	})
	return ids, err
}
