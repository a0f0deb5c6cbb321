package entities

import (
	"context"
	"iter"
	"runtime"
	"sync"

	"github.com/dateline-nlp/dateline"
)

// TagAll reads articles with the zero Tagger: see Tagger.TagAll.
func TagAll(ctx context.Context, articles iter.Seq[dateline.Article]) iter.Seq2[*dateline.Document, error] {
	return new(Tagger).TagAll(ctx, articles)
}

// TagAll reads articles several at a time, and yields their Documents in the order of the articles. It takes articles
// from the sequence in the goroutine of the loop, at most 2*Workers ahead of the Document that it yields, so memory
// does not grow with the length of the sequence.
//
// When ctx is done, TagAll yields nil with the error of ctx and ends; that is the only error. It does not interrupt a
// sequence that waits for its next article. When the loop ends, early or not, so have all goroutines that it started:
// it waits for the articles that they are at.
func (t *Tagger) TagAll(ctx context.Context, articles iter.Seq[dateline.Article]) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		workers := t.Workers
		if workers <= 0 {
			workers = runtime.GOMAXPROCS(0)
		}
		if workers == 1 {
			t.tagEach(ctx, articles, yield)
			return
		}
		t.tagAhead(ctx, articles, workers, yield)
	}
}

// tagEach is TagAll in the goroutine of the loop.
func (t *Tagger) tagEach(ctx context.Context, articles iter.Seq[dateline.Article], yield func(*dateline.Document, error) bool) {
	if err := ctx.Err(); err != nil {
		yield(nil, err)
		return
	}
	for a := range articles {
		doc := t.Tag(a)
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return
		}
		if !yield(doc, nil) {
			return
		}
	}
}

// A job is an article and where its Document goes.
type job struct {
	article dateline.Article
	doc     chan *dateline.Document // has room for one
}

// tagAhead is TagAll with workers. The loop's goroutine alone touches the sequence and yields; it keeps the jobs
// under way in a queue, and takes their results from its head.
func (t *Tagger) tagAhead(ctx context.Context, articles iter.Seq[dateline.Article], workers int, yield func(*dateline.Document, error) bool) {
	next, stop := iter.Pull(articles)
	defer stop()
	ahead := 2 * workers
	jobs := make(chan job, ahead) // never blocks: the queue is no longer than this
	var running sync.WaitGroup
	defer running.Wait()
	defer close(jobs)
	quit := make(chan struct{}) // the loop has ended: leave what is queued
	defer close(quit)

	started := 0
	var queue []chan *dateline.Document
	for more := true; ; {
		for more && len(queue) < ahead && ctx.Err() == nil {
			var a dateline.Article
			if a, more = next(); !more {
				break
			}
			if started < workers {
				started++
				running.Go(func() { t.work(jobs, quit) })
			}
			j := job{a, make(chan *dateline.Document, 1)}
			jobs <- j
			queue = append(queue, j.doc)
		}
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return
		}
		if len(queue) == 0 {
			return
		}
		select {
		case <-ctx.Done():
			yield(nil, ctx.Err())
			return
		case doc := <-queue[0]:
			queue = queue[1:]
			if !yield(doc, nil) {
				return
			}
		}
	}
}

// work tags jobs until there are no more or quit is closed.
func (t *Tagger) work(jobs <-chan job, quit <-chan struct{}) {
	for j := range jobs {
		select {
		case <-quit:
			return
		default:
			j.doc <- t.Tag(j.article)
		}
	}
}
