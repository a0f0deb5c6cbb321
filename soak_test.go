package dateline_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/index"
	"github.com/dateline-nlp/dateline/quotes"
)

// TestSoak puts many articles through TagAll, Attribute and AddAll, as the example programs do, and watches the memory: from the first
// quarter on it may grow by a fifth and 96 MB, for the index holds part of what it knows of each article in memory. DATELINE_SOAK in
// the environment is the number of articles; without it 2,000, and 200 with -short, too few to judge the memory.
func TestSoak(t *testing.T) {
	n := 2_000
	if testing.Short() {
		n = 200
	}
	if s := os.Getenv("DATELINE_SOAK"); s != "" {
		var err error
		if n, err = strconv.Atoi(s); err != nil {
			t.Fatal(err)
		}
	}
	read(loadSample(t, "nato-iraq").article) // load all models
	before := runtime.NumGoroutine()
	ix, err := index.Create(t.TempDir()+"/soak.idx", index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	w := &watch{n: n, began: time.Now(), t: t}
	report, err := ix.AddAll(t.Context(), w.documents(varied(t, n)), index.AddOptions{})
	if err != nil || report.Done != n || report.Failed > 0 {
		t.Errorf("%d of %d articles added, %d failed: %v", report.Done, n, report.Failed, err)
	}
	w.measure(n)
	if articles, said, err := ix.Count(); err != nil || articles != n || said < n/2 {
		t.Errorf("the index holds %d articles and %d quotes: %v", articles, said, err)
	}
	if hits, err := ix.Search(t.Context(), index.Query{Said: "will"}); err != nil || len(hits) == 0 {
		t.Errorf("%d hits: %v", len(hits), err)
	}
	if err := ix.Close(); err != nil {
		t.Error(err)
	}
	for try := 0; runtime.NumGoroutine() > before && try < 100; try++ { // one that is done may still be on its way out
		time.Sleep(10 * time.Millisecond)
	}
	if after := runtime.NumGoroutine(); after > before {
		stacks := make([]byte, 1<<16)
		t.Errorf("%d goroutines, %d before:\n%s", after, before, stacks[:runtime.Stack(stacks, true)])
	}
	if n >= 1_000 {
		w.judge()
	}
}

// A watch counts documents and measures the memory eight times.
type watch struct {
	t       *testing.T
	n, done int
	began   time.Time
	memory  []uint64 // bytes without the pages of files
	most    uint64   // bytes with them
}

func (w *watch) documents(articles func(func(dateline.Article) bool)) func(func(*dateline.Document, error) bool) {
	return func(yield func(*dateline.Document, error) bool) {
		for doc, err := range entities.TagAll(context.Background(), articles) {
			if err == nil {
				doc.Quotes = quotes.Attribute(doc)
			}
			if w.done++; w.done%(w.n/8+1) == 0 {
				w.measure(w.done)
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

func (w *watch) measure(done int) {
	m, mapped := resident()
	var heap runtime.MemStats
	runtime.ReadMemStats(&heap)
	w.most = max(w.most, m)
	w.memory = append(w.memory, m-mapped)
	w.t.Logf("%7d articles, %6.0f s: %5d MB, %d of them files; Go's heap may reach %d MB, %d goroutines",
		done, time.Since(w.began).Seconds(), m>>20, mapped>>20, heap.NextGC>>20, runtime.NumGoroutine())
}

func (w *watch) judge() {
	const room = 96 << 20
	quarter, last := w.memory[1], uint64(0)
	for _, m := range w.memory[len(w.memory)/2:] {
		last = max(last, m)
	}
	if last > quarter+quarter/5+room {
		w.t.Errorf("memory grows from %d to %d MB", quarter>>20, last>>20)
	}
	if w.most > 1<<30 {
		w.t.Errorf("%d MB of memory", w.most>>20)
	}
}

// resident is the memory that the system gives this process, and how much of it are pages of files, here of the index, which it takes
// back where others need them; where it does not tell, what Go has from it.
func resident() (all, files uint64) {
	if status, err := os.ReadFile("/proc/self/statm"); err == nil {
		if f := strings.Fields(string(status)); len(f) > 2 {
			pages, err := strconv.ParseUint(f[1], 10, 64)
			shared, err2 := strconv.ParseUint(f[2], 10, 64)
			if err == nil && err2 == nil {
				return pages * uint64(os.Getpagesize()), shared * uint64(os.Getpagesize())
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Sys - m.HeapReleased, 0
}

// varied makes n articles: the heads of those in testdata with some of their paragraphs, capitalised words exchanged between them, so
// that names and what is said of them differ from one to the next.
func varied(t *testing.T, n int) func(func(dateline.Article) bool) {
	var samples []*sample
	var words []string
	for _, name := range sampleNames(t) {
		s := loadSample(t, name)
		samples = append(samples, s)
		for _, w := range strings.Fields(s.article.Text) {
			if w[0] >= 'A' && w[0] <= 'Z' {
				words = append(words, w)
			}
		}
	}
	return func(yield func(dateline.Article) bool) {
		r := rand.New(rand.NewPCG(1, 2))
		for i := range n {
			a := samples[i%len(samples)].article
			a.ID = fmt.Sprintf("%s-%d", a.ID, i)
			a.Published = a.Published.AddDate(0, 0, i%1000)
			paras := strings.Split(a.Text, "\n\n")
			from := r.IntN(max(1, len(paras)-4))
			a.Text = exchange(strings.Join(append(paras[:1:1], paras[from+1:min(len(paras), from+5)]...), "\n\n"), words, r)
			if !yield(a) {
				return
			}
		}
	}
}

// exchange puts another word in the place of every fourth capitalised word.
func exchange(text string, words []string, r *rand.Rand) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		f := strings.Split(line, " ")
		for k, w := range f {
			if w != "" && w[0] >= 'A' && w[0] <= 'Z' && r.IntN(4) == 0 {
				f[k] = words[r.IntN(len(words))]
			}
		}
		lines[i] = strings.Join(f, " ")
	}
	return strings.Join(lines, "\n")
}
