//go:build unix

package index_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/token/porter"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// Times are those of the processor, since a machine that is busy with something else would tell nothing.
//
// A kind of question, with the milliseconds that half of them and all but one in a hundred may take in an index of 20,000
// articles, and what makes one of an article; none is the zero Request.
type kind struct {
	name     string
	p50, p99 float64
	make     func(d *dateline.Document, r *rand.Rand) index.Request
}

var threeFacets = []index.Facet{{Field: index.FieldPerson}, {Field: index.FieldOrg}, {Field: index.FieldSource}}

var kinds = []kind{
	{"term", 0.9, 6, func(d *dateline.Document, r *rand.Rand) index.Request {
		return index.Request{Query: query{Text: anyWord(d.Text, r)}, Plain: true}
	}},
	{"phrase", 7, 20, func(d *dateline.Document, r *rand.Rand) index.Request {
		return index.Request{Query: query{Text: anyPhrase(d.Text, r)}, Plain: true}
	}},
	{"person, word, dates", 2.7, 7, func(d *dateline.Document, r *rand.Rand) index.Request {
		return index.Request{Query: query{Text: anyWord(d.Text, r), Person: anyName(d, dateline.Person, r), Published: yearOf(d)}, Plain: true}
	}},
	{"word, 3 facets", 35, 82, func(d *dateline.Document, r *rand.Rand) index.Request {
		return index.Request{Query: query{Text: anyWord(d.Text, r)}, Plain: true, Facets: threeFacets}
	}},
	{"speaker, word said", 0.3, 1.2, func(d *dateline.Document, r *rand.Rand) index.Request {
		for _, i := range r.Perm(len(d.Quotes)) { // of a person, since other names are found by acronyms and surnames, too
			q := &d.Quotes[i]
			if w := anyWord(d.Slice(q.Content[0]), r); w != "" && d.Entity(q.Speaker.Entity).Label == dateline.Person {
				return index.Request{Query: query{Speaker: q.Speaker.Name, Said: w}, Plain: true}
			}
		}
		return index.Request{}
	}},
	{"co-mentions", 11, 43, func(d *dateline.Document, r *rand.Rand) index.Request {
		return index.Request{Query: query{Person: anyName(d, dateline.Person, r)}, Size: -1, Facets: threeFacets[:2]}
	}},
	{"dates, newest first", 17, 25, func(d *dateline.Document, r *rand.Rand) index.Request {
		return index.Request{Query: query{Published: yearOf(d)}, Order: index.Newest, Plain: true}
	}},
	{"10 highlighted", 2.2, 4.7, func(d *dateline.Document, r *rand.Rand) index.Request {
		return index.Request{Query: query{Text: anyWord(d.Text, r) + " " + anyWord(d.Text, r)}}
	}},
}

// common returns the words of the newsroom that no question is made of: the commonest word of news that is indexed makes one
// word in a hundred, these more.
var common = sync.OnceValue(func() []string { return newNewsroom().vocab[:20] })

// anyWord returns a word of text, a frequent one more often; "" if it has none.
func anyWord(text string, r *rand.Rand) string {
	words := strings.Fields(text)
	for _, i := range r.Perm(len(words)) {
		if w := strings.Trim(words[i], `.,"`); len(w) > 3 && strings.ToLower(w) == w && !slices.Contains(common(), w) {
			return w
		}
	}
	return ""
}

func anyPhrase(text string, r *rand.Rand) string {
	words := strings.Fields(text)
	for {
		i := r.IntN(len(words) - 1)
		a, b := words[i], words[i+1]
		if len(a) > 3 && len(b) > 3 && !strings.ContainsAny(a+b, `.,"`) && !slices.Contains(common(), a) && !slices.Contains(common(), b) {
			return `"` + a + " " + b + `"`
		}
	}
}

func anyName(d *dateline.Document, label dateline.Label, r *rand.Rand) string {
	for {
		if e := d.Entities[r.IntN(len(d.Entities))]; e.Label == label {
			return e.Name
		}
	}
}

func yearOf(d *dateline.Document) dateline.Interval {
	y := d.Published.Year()
	return dateline.Interval{From: dateline.DayOf(y, 1, 1), To: dateline.DayOf(y+1, 1, 1)}
}

var stemmer = porter.NewPorterStemmer()

// stems returns the words of text as the index has them, all of the newsroom's being plain letters.
func stems(text string) (out []string) {
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' }) {
		out = append(out, string(stemmer.Filter(analysis.TokenStream{{Term: []byte(w)}})[0].Term))
	}
	return out
}

// says reports whether all words of value, or as a phrase if it is one, stand in text.
func says(text, value string) bool {
	have, want := stems(text), stems(value)
	if strings.HasPrefix(value, `"`) {
		return strings.Contains(" "+strings.Join(have, " ")+" ", " "+strings.Join(want, " ")+" ")
	}
	return !slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(have, w) })
}

// answers reports whether d answers a question, by reading it.
func answers(d *dateline.Document, q *query) bool {
	said := q.Speaker == ""
	for i := range d.Quotes {
		said = said || d.Quotes[i].Speaker.Name == q.Speaker && says(d.Slice(d.Quotes[i].Content[0]), q.Said)
	}
	return said && (q.Person == "" || slices.ContainsFunc(d.Entities, func(e dateline.Entity) bool { return e.Name == q.Person })) &&
		(q.Published.IsZero() || q.Published.From.Time().Year() == d.Published.Year()) && says(d.Text, q.Text)
}

// ask puts n questions of a kind, made of docs, and returns how long each took, the fastest first. Each hit must be right; of
// the first questions, where the index holds no more than docs, every answer must be found.
func (k *kind) ask(t *testing.T, ix *index.Index, docs []*dateline.Document, n int) (took []time.Duration) {
	t.Helper()
	r := rand.New(rand.NewPCG(5, uint64(len(k.name))))
	byID := map[string]*dateline.Document{}
	for _, d := range docs {
		byID[d.ID] = d
	}
	articles, _, err := ix.Count()
	if err != nil {
		t.Fatal(err)
	}
	var asked []index.Request
	for range n {
		req := index.Request{}
		for req.Query.IsZero() {
			req = k.make(docs[r.IntN(len(docs))], r)
		}
		asked = append(asked, req)
	}
	var pages []*index.Page
	for _, req := range asked { // nothing is compared in between, since collecting its garbage would count as the question's
		began := cpu()
		pages = append(pages, find(t, ix, req))
		took = append(took, cpu()-began)
	}
	for i, page := range pages {
		req := asked[i]
		for _, h := range page.Hits {
			if d := byID[h.ID]; d != nil && !answers(d, &req.Query) {
				t.Errorf("%s: %s finds %s", k.name, req.Query, h.ID)
			}
		}
		for _, f := range page.Facets {
			if len(f.Values) == 0 || f.Values[0].N > page.Total || req.Query.Person != "" && f.Field == index.FieldPerson && f.Values[0].N != page.Total {
				t.Errorf("%s: %s: counted %+v of %d", k.name, req.Query, f.Values, page.Total)
			}
		}
		if i < 3 && articles == len(docs) {
			k.count(t, req, page, docs)
		}
	}
	slices.Sort(took)
	return took
}

// count compares the number of hits with that of the articles, or quotes, that answer.
func (k *kind) count(t *testing.T, req index.Request, page *index.Page, docs []*dateline.Document) {
	t.Helper()
	want := 0
	for _, d := range docs {
		switch {
		case !answers(d, &req.Query):
		case req.Query.Speaker == "":
			want++
		default:
			for i := range d.Quotes {
				one := *d
				if one.Quotes = d.Quotes[i : i+1]; answers(&one, &req.Query) {
					want++
				}
			}
		}
	}
	if page.Total != want || want == 0 {
		t.Errorf("%s: %s finds %d, want %d", k.name, req.Query, page.Total, want)
	}
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// TestLatency asks many questions of every kind, over as many articles as DATELINE_INDEX_LATENCY says, and logs how long they
// take. Over 20,000 articles they must take no longer than the table allows.
func TestLatency(t *testing.T) {
	size, err := strconv.Atoi(os.Getenv("DATELINE_INDEX_LATENCY"))
	if err != nil {
		t.Skip("needs the number of articles in DATELINE_INDEX_LATENCY; 20000 take a minute")
	}
	ix := create(t)
	room := newNewsroom()
	var docs []*dateline.Document // of which questions are made: few, since the collector goes through them all
	for n := 0; n < size; n += 1000 {
		var list []*dateline.Document
		for i := n; i < min(n+1000, size); i++ {
			list = append(list, room.article(i))
		}
		addAll(t, ix, list...)
		for i := 0; i < len(list); i += max(1, size/200) {
			docs = append(docs, list[i])
		}
	}
	t.Logf("%-20s  p50 ms  p99 ms   allowed", "")
	for _, k := range kinds {
		took := k.ask(t, ix, docs, 400)
		p50, p99 := ms(took[200]), ms(took[396])
		t.Logf("%-20s  %6.2f  %6.2f   %g, %g", k.name, p50, p99, k.p50, k.p99)
		if size == 20_000 && (p50 > k.p50 || p99 > k.p99) {
			t.Errorf("%s: %.2f and %.2f ms, allowed are %g and %g", k.name, p50, p99, k.p50, k.p99)
		}
	}
	all := index.Request{Plain: true, Facets: threeFacets}
	began := cpu()
	find(t, ix, all)
	first := cpu() - began
	var again []time.Duration
	for range 400 {
		began = cpu()
		if page := find(t, ix, all); page.Total != size {
			t.Fatalf("%d articles, not %d", page.Total, size)
		}
		again = append(again, cpu()-began)
	}
	slices.Sort(again)
	t.Logf("all, 3 facets: first %.1f ms, then p50 %.2f, p99 %.2f ms, allowed 20", ms(first), ms(again[200]), ms(again[396]))
	if again[396] > 20*time.Millisecond {
		t.Errorf("all with 3 facets: %s, allowed are 20ms after the first", again[396])
	}
}

// TestGrowth builds an index up to the number of articles in DATELINE_INDEX_GROWTH and logs a line at 1, 2, 5 and ten times
// each power of ten: whether the cost of an article stays the same, and what a question takes.
func TestGrowth(t *testing.T) {
	limit, err := strconv.Atoi(os.Getenv("DATELINE_INDEX_GROWTH"))
	if err != nil {
		t.Skip("needs the number of articles in DATELINE_INDEX_GROWTH; 100000 take some five minutes")
	}
	dir := filepath.Join(t.TempDir(), "ix")
	ix, err := index.Create(dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { ix.Close() }()
	room := newNewsroom()
	n, text := 0, 0
	t.Log("| articles | CPU ms an article | disk / text | peak memory MB | open ms | term | phrase | speaker, word said | co-mentions | all, 3 facets: first | again |")
	t.Log("|---|---|---|---|---|---|---|---|---|---|---|")
	for _, size := range []int{1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000} {
		if size > limit {
			break
		}
		step := size - n
		var spent time.Duration
		var docs []*dateline.Document // the last ones
		for n < size {
			docs = docs[:0]
			for len(docs) < 1000 && n < size {
				docs = append(docs, room.article(n))
				text += len(docs[len(docs)-1].Text)
				n++
			}
			began := cpu()
			addAll(t, ix, docs...)
			spent += cpu() - began
		}
		if err := ix.Close(); err != nil {
			t.Fatal(err)
		}
		began := cpu()
		if ix, err = index.Open(dir, index.Options{}); err != nil {
			t.Fatal(err)
		}
		opened := cpu() - began
		row := fmt.Sprintf("| %d | %.2f | %.2f | %d | %.0f |", size, ms(spent)/float64(step), float64(diskSize(t, dir))/float64(text), peak()>>20, ms(opened))
		for _, k := range []int{0, 1, 4, 5} {
			took := kinds[k].ask(t, ix, docs, 100)
			row += fmt.Sprintf(" %.2f, %.2f |", ms(took[50]), ms(took[99]))
		}
		all := index.Request{Plain: true, Facets: threeFacets}
		for range 2 {
			began := cpu()
			find(t, ix, all)
			row += fmt.Sprintf(" %.2f |", ms(cpu()-began))
		}
		t.Log(row)
	}
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	t.Logf("of the highest resident set, %d MB, %d MB are no files of the index that the system keeps mapped while there is room", peak()>>20, mem.Sys>>20)
}

func diskSize(t *testing.T, dir string) (n int64) {
	err := filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			if info, err := e.Info(); err == nil {
				n += info.Size()
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// peak is the highest resident set of the process so far, the mapped files of the index that the system keeps in it included.
func peak() int64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return u.Maxrss << 10
}
