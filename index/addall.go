package index

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/dateline-nlp/dateline"
)

// A batch holds so many documents or bytes of text at most, whichever is reached first: measured, larger ones gain nothing.
const (
	batchDocs  = 250
	batchBytes = 1 << 20
)

// maxErrors is how many errors of single documents a Report keeps.
const maxErrors = 1000

// AddOptions say how AddAll goes about it. The zero AddOptions work.
type AddOptions struct {
	// Progress is called after every batch, when its documents are on disk, by the goroutine that called AddAll.
	Progress func(Report)

	// SkipExisting passes over documents that the index already holds with the same text. Index.Missing does that in front
	// of the extraction, where it saves more.
	SkipExisting bool
}

// A Report says what AddAll has done so far.
type Report struct {
	Done    int           // articles that are on disk
	Quotes  int           // their quotes
	Skipped int           // articles that were there before
	Failed  int           // articles that could not be added
	Bytes   int64         // of text, of the articles done
	Elapsed time.Duration // since the call
	Errors  []*DocError   // of the articles that failed, in order; the first 1000
}

// Rate is the number of articles done in a second.
func (r Report) Rate() float64 {
	if r.Elapsed <= 0 {
		return 0
	}
	return float64(r.Done) / r.Elapsed.Seconds()
}

// A DocError is a document that could not be added.
type DocError struct {
	ID  string // "" where it is not known
	N   int    // its place in the sequence, counting from 0
	Err error
}

func (e *DocError) Error() string {
	return fmt.Sprintf("index: document %d (%q): %v", e.N, e.ID, e.Err)
}

// Unwrap returns the cause.
func (e *DocError) Unwrap() error { return e.Err }

// AddAll adds documents in batches, each of which is on disk as a whole or not at all. While one batch is written the next is
// read from docs, so that extraction goes on. A document that is wrong, or an error in its place, is noted in the Report and
// passed over. The error is that of ctx or of writing; documents not counted in Report.Done are then to be added again, which
// makes no duplicates. Of two documents with one id the later counts.
func (ix *Index) AddAll(ctx context.Context, docs iter.Seq2[*dateline.Document, error], opt AddOptions) (Report, error) {
	a := &adder{ix: ix, ctx: ctx, opt: opt, began: time.Now()}
	if err := ix.enter(); err != nil {
		return a.report, err
	}
	err := ix.beginWrite(ctx)
	if err == nil {
		ix.endWrite()
	}
	ix.leave()
	if err != nil {
		return a.report, err
	}
	n := 0
	for d, err := range docs {
		if ctx.Err() != nil {
			break
		}
		if !a.take(n, d, err) {
			break
		}
		n++
	}
	if ctx.Err() == nil && a.err == nil {
		a.send()
	}
	a.wait()
	a.report.Elapsed = time.Since(a.began)
	if a.err == nil {
		a.err = ctx.Err()
	}
	return a.report, a.err
}

// An adder is one call of AddAll: the batch that is being filled and the one that is being written.
type adder struct {
	ix      *Index
	ctx     context.Context
	opt     AddOptions
	began   time.Time
	report  Report
	err     error // of writing
	next    batch
	writing chan error // of the batch under way; nil if there is none
	sent    batch
}

type batch struct {
	changes []change
	sizes   []int // bytes of text
	bytes   int
}

// take adds one element of the sequence; false: stop.
func (a *adder) take(n int, d *dateline.Document, err error) bool {
	switch {
	case err != nil:
		id := ""
		if d != nil {
			id = d.ID
		}
		return a.failed(n, id, err)
	case d == nil:
		return a.failed(n, "", errors.New("it is nil"))
	}
	if a.opt.SkipExisting && !a.pending(d.ID) {
		same, err := a.ix.holds(d.ID, d.Text)
		if err != nil {
			a.err = err
			return false
		}
		if same {
			a.report.Skipped++
			return true
		}
	}
	docs, err := records(d)
	if err != nil {
		return a.failed(n, d.ID, err)
	}
	if i := slices.IndexFunc(a.next.changes, func(c change) bool { return c.id == d.ID }); i >= 0 {
		a.next.remove(i)
	}
	if len(a.next.changes) > 0 && a.next.bytes+len(d.Text) > batchBytes && !a.send() {
		return false
	}
	a.next.changes = append(a.next.changes, change{d.ID, docs})
	a.next.sizes = append(a.next.sizes, len(d.Text))
	a.next.bytes += len(d.Text)
	if len(a.next.changes) == batchDocs || a.next.bytes >= batchBytes {
		return a.send()
	}
	return true
}

// pending reports whether an article is on its way into the index, which then tells nothing about it.
func (a *adder) pending(id string) bool {
	same := func(c change) bool { return c.id == id }
	return slices.ContainsFunc(a.next.changes, same) || a.writing != nil && slices.ContainsFunc(a.sent.changes, same)
}

func (b *batch) remove(i int) {
	b.bytes -= b.sizes[i]
	b.changes = slices.Delete(b.changes, i, i+1)
	b.sizes = slices.Delete(b.sizes, i, i+1)
}

func (a *adder) failed(n int, id string, err error) bool {
	a.report.Failed++
	if len(a.report.Errors) < maxErrors {
		a.report.Errors = append(a.report.Errors, &DocError{id, n, err})
	}
	return true
}

// send waits for the batch under way and starts the next.
func (a *adder) send() bool {
	if !a.wait() {
		return false
	}
	if len(a.next.changes) == 0 {
		return true
	}
	a.sent, a.next = a.next, batch{}
	done := make(chan error, 1)
	a.writing = done
	changes := a.sent.changes
	go func() {
		_, err := a.ix.apply(a.ctx, changes)
		done <- err
	}()
	return true
}

// wait waits for the batch under way and counts it.
func (a *adder) wait() bool {
	if a.writing == nil {
		return a.err == nil
	}
	err := <-a.writing
	a.writing = nil
	if err != nil {
		a.err = err
		return false
	}
	for _, c := range a.sent.changes {
		a.report.Done++
		a.report.Quotes += len(c.docs) - 1
	}
	a.report.Bytes += int64(a.sent.bytes)
	a.report.Elapsed = time.Since(a.began)
	if a.opt.Progress != nil {
		r := a.report
		r.Errors = slices.Clone(r.Errors)
		a.opt.Progress(r)
	}
	return true
}

// textHash tells whether an article is still the same.
func textHash(text string) uint64 { return hashID(text) | 1 }

// holds reports whether the index has an article with this id and text.
func (ix *Index) holds(id, text string) (same bool, err error) {
	err = ix.during(context.Background(), func(s *session) error {
		key := articleKey(id)
		for _, p := range s.parts {
			if num, err := p.snapshot.InternalID(key); err != nil || num == nil {
				if err != nil {
					return err
				}
				continue
			}
			stored, err := readStored(p.snapshot, key, articleLevel.field(fieldDoc))
			if err != nil {
				return err
			}
			var doc articleDoc
			err = unmarshalStored(key, stored[articleLevel.field(fieldDoc)], &doc)
			same = err == nil && doc.Hash == textHash(text)
			return err
		}
		return nil
	})
	return same, err
}

// Missing returns the articles that the index does not hold with the same text, for extraction in front of AddAll. An
// article about which the index cannot tell is passed on.
func (ix *Index) Missing(articles iter.Seq[dateline.Article]) iter.Seq[dateline.Article] {
	return func(yield func(dateline.Article) bool) {
		for a := range articles {
			if same, err := ix.holds(a.ID, a.Text); err == nil && same {
				continue
			}
			if !yield(a) {
				return
			}
		}
	}
}
