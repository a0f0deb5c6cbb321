package entities_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/entities/internal/cputime"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

func seedArticle(t testing.TB) dateline.Article {
	text, err := os.ReadFile(filepath.Join("..", "testdata", "articles", "nato-iraq.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return dateline.Article{ID: "nato-iraq", Text: string(text), Published: time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC)}
}

// articles are short ones of different content, n in all.
func articles(n int) []dateline.Article {
	as := make([]dateline.Article, n)
	for i := range as {
		as[i] = dateline.Article{
			ID:        fmt.Sprint(i),
			Text:      fmt.Sprintf("Anna Kowalska met %d Iraqis in Baghdad on Monday.\n\nNATO claims she left on May %d.", i, i%30+1),
			Published: time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC),
		}
	}
	return as
}

// hostile are texts that no article should be.
var hostile = []string{
	"", " ", "\x00", "\xff\xfe\xfd", strings.Repeat("\"", 500), strings.Repeat("(", 500), strings.Repeat("A ", 500), strings.Repeat("May 5, ", 200),
	"“It’s the US’s,” he said.", "ȺȺȺȺ's claims", "Theresa May may resign in May", "London—the capital—with", "NATO", "By NAME NAME\n\nLondon police said",
	"a\u00a0b\u200d\u200b\u2028c\u0085", "👩‍👩‍👧 met Ngũgĩ wa Thiong'o", "\u202eNATO\u202c", "e\u0301\u0301\u0301", "日本語のニュース。東京", "\"A\n\n\"B\n\n\"C\"",
	"The claims \xc3\x28 of Mr. \xe2\x80 Smith in 2020\xff-02-12", "he he he. she. It it", "2020 Olympics 9/11 12/02/2020 0000-00-00 99999999999",
}

// check holds what DESIGN.md promises of a Document.
func check(t *testing.T, doc *dateline.Document) {
	t.Helper()
	text := doc.Text
	boundary := make(map[int]bool, len(text)+1)
	for i := range text {
		boundary[i] = true
	}
	boundary[len(text)] = true
	span := func(what string, s dateline.Span, after int) {
		t.Helper()
		if s.Start < after || s.End <= s.Start || s.End > len(text) || !boundary[s.Start] || !boundary[s.End] {
			t.Fatalf("%s %v after %d in %.100q", what, s, after, text)
		}
	}
	pos := 0
	for _, s := range doc.Sections {
		span("section", s.Span, pos)
		pos = s.End
	}
	pos = 0
	for _, tok := range doc.Tokens {
		span("token", tok.Span, pos)
		if strings.TrimSpace(text[pos:tok.Start]) != "" {
			t.Fatalf("%q is in no token", text[pos:tok.Start])
		}
		pos = tok.End
	}
	limit := 0
	for _, s := range doc.Sentences {
		if s.First != limit || s.Limit <= s.First || s.Limit > len(doc.Tokens) {
			t.Fatalf("sentence %v after token %d", s, limit)
		}
		span("sentence", s.Span, 0)
		limit = s.Limit
	}
	if limit != len(doc.Tokens) {
		t.Fatalf("sentences end at token %d of %d", limit, len(doc.Tokens))
	}
	pos = 0
	for _, m := range doc.Mentions {
		span("mention", m.Span, pos)
		pos = m.End
		if m.Label == dateline.LabelNone || m.Label == dateline.Misc || m.Score < 0 || m.Score > 1 || m.Rule == "" {
			t.Fatalf("mention %q: %+v", doc.Slice(m.Span), m)
		}
		if m.Entity != 0 && doc.Entity(m.Entity) == nil {
			t.Fatalf("mention %q: no entity %d", doc.Slice(m.Span), m.Entity)
		}
		if (m.Label == dateline.Date) != (m.Time != nil) {
			t.Fatalf("mention %q: label %v, time %v", doc.Slice(m.Span), m.Label, m.Time)
		}
	}
	checkEntities(t, doc)
}

func checkEntities(t *testing.T, doc *dateline.Document) {
	t.Helper()
	count := make([]int, len(doc.Entities)+1)
	for _, m := range doc.Mentions {
		count[m.Entity]++
	}
	for i, e := range doc.Entities {
		switch {
		case int(e.ID) != i+1, e.Name == "", e.Label == dateline.LabelNone, e.Label == dateline.Date:
			t.Fatalf("entity %d: %+v", i+1, e)
		case e.Count != count[e.ID], e.Count == 0:
			t.Fatalf("entity %q: count %d, %d mentions", e.Name, e.Count, count[e.ID])
		case e.Of != 0 && doc.Entity(e.Of) == nil:
			t.Fatalf("entity %q: of no entity", e.Name)
		}
		for _, r := range e.Roles {
			if r.AffiliationEntity != 0 && doc.Entity(r.AffiliationEntity) == nil || !r.Span.IsZero() && doc.Slice(r.Span) == "" {
				t.Fatalf("entity %q: role %+v", e.Name, r)
			}
		}
	}
}

func TestPromises(t *testing.T) {
	for _, text := range append(hostile, seedArticle(t).Text) {
		a := dateline.Article{Text: text, Published: time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC)}
		doc := entities.Tag(a)
		check(t, doc)
		if doc.Text != text {
			t.Errorf("text changed")
		}
		if diff := cmp.Diff(doc, entities.Tag(a)); diff != "" {
			t.Errorf("second run: %s", diff)
		}
		if i := strings.IndexByte(text, ' '); i > 0 && utf8.ValidString(text) {
			check(t, entities.Tag(dateline.Article{Text: text[:i]})) // no date
		}
	}
}

func TestMisc(t *testing.T) {
	a := dateline.Article{Text: "The 2020 Summer Olympics opened in Tokyo, and Hurricane Dorian hit the Bahamas."}
	with, without := (&entities.Tagger{Misc: true}).Tag(a), entities.Tag(a)
	n := 0
	for _, m := range with.Mentions {
		if m.Label == dateline.Misc {
			n++
		}
	}
	if n == 0 || len(with.Mentions) <= len(without.Mentions) {
		t.Errorf("%d Misc mentions; %d with, %d without", n, len(with.Mentions), len(without.Mentions))
	}
	check(t, without)
}

// TestTagAll holds that TagAll gives what Tag gives, in order, whatever the number of workers.
func TestTagAll(t *testing.T) {
	all := append(articles(57), seedArticle(t))
	for _, workers := range []int{0, 1, 2, 3, 16} {
		tagger := &entities.Tagger{Workers: workers}
		i := 0
		for doc, err := range tagger.TagAll(context.Background(), slices.Values(all)) {
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(entities.Tag(all[i]), doc); diff != "" {
				t.Fatalf("%d workers, article %d: %s", workers, i, diff)
			}
			i++
		}
		if i != len(all) {
			t.Errorf("%d workers: %d documents, want %d", workers, i, len(all))
		}
	}
	for range entities.TagAll(context.Background(), slices.Values([]dateline.Article(nil))) {
		t.Error("a document of nothing")
	}
}

// TestTagAllEnds holds that no goroutine outlives the loop, however it ends, and that articles are read only a little
// ahead.
func TestTagAllEnds(t *testing.T) {
	entities.Tag(seedArticle(t)) // load all models
	before := runtime.NumGoroutine()
	for _, workers := range []int{1, 2, 8} {
		tagger := &entities.Tagger{Workers: workers}
		taken := 0
		endless := func(yield func(dateline.Article) bool) {
			for {
				for _, a := range articles(10) {
					taken++
					if !yield(a) {
						return
					}
				}
			}
		}
		n := 0
		for _, err := range tagger.TagAll(context.Background(), endless) {
			if n++; err != nil || n == 20 {
				break
			}
		}
		if n != 20 || taken > 20+2*workers+1 {
			t.Errorf("%d workers: %d documents, %d articles taken", workers, n, taken)
		}
		func() {
			defer func() {
				if recover() != "stop" {
					t.Error("the panic of the loop's body is lost")
				}
			}()
			for range tagger.TagAll(context.Background(), endless) {
				panic("stop")
			}
		}()
		testCancel(t, tagger, endless)
	}
	after := runtime.NumGoroutine()
	for try := 0; after > before && try < 100; try++ { // one that is done may still be on its way out
		time.Sleep(10 * time.Millisecond)
		after = runtime.NumGoroutine()
	}
	if after > before {
		t.Errorf("%d goroutines, %d before", after, before)
	}
}

func testCancel(t *testing.T, tagger *entities.Tagger, endless iter.Seq[dateline.Article]) {
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	n, failed := 0, 0
	for doc, err := range tagger.TagAll(ctx, endless) {
		if err != nil {
			if failed++; doc != nil || !errors.Is(err, context.Canceled) {
				t.Errorf("document %v, error %v", doc, err)
			}
			continue
		}
		if n++; n == 5 {
			cancel(nil)
		}
	}
	if n != 5 || failed != 1 {
		t.Errorf("%d workers: %d documents, %d errors after cancelling at 5", tagger.Workers, n, failed)
	}
	for _, err := range tagger.TagAll(ctx, endless) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error %v of a context that is done", err)
		}
	}
}

func FuzzTag(f *testing.F) {
	for _, text := range hostile {
		f.Add(text, 0)
	}
	f.Add(seedArticle(f).Text, 18304)
	f.Fuzz(func(t *testing.T, text string, day int) {
		check(t, entities.Tag(dateline.Article{Text: text, Published: dateline.Day(int32(day)).Time()}))
	})
}

// BenchmarkTag tags the seed article, and reports the words read in a second.
func BenchmarkTag(b *testing.B) {
	a := seedArticle(b)
	words := len(strings.Fields(a.Text))
	people := 0
	for _, e := range entities.Tag(a).Entities {
		if e.Label == dateline.Person {
			people++
		}
	}
	if people < 4 {
		b.Fatalf("%d people", people)
	}
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if doc := entities.Tag(a); len(doc.Mentions) < 50 {
			b.Fatal(len(doc.Mentions))
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

// corpus returns the articles of the dev set, or those of testdata where that is not there, and their number of words.
func corpus(b *testing.B) (articles []dateline.Article, words int) {
	f, err := os.Open(filepath.Join("..", "..", "shared", "data", "entities", "dev", "dateline-news.jsonl"))
	if err == nil {
		defer f.Close()
		for a, err := range jsonl.NewReader(f, f.Name()).Articles() {
			if err != nil {
				b.Fatal(err)
			}
			articles = append(articles, a)
		}
	} else {
		files, err := filepath.Glob(filepath.Join("..", "testdata", "articles", "*.txt"))
		if err != nil {
			b.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				b.Fatal(err)
			}
			articles = append(articles, dateline.Article{ID: file, Text: string(text)})
		}
	}
	for _, a := range articles {
		words += len(strings.Fields(a.Text))
	}
	return articles, words
}

// BenchmarkTagAll reads a corpus, with one worker and with one for each processor. Words are counted for each second that goes by, and for
// each that a processor works: if two workers slow each other down, by memory or by the garbage collector, the second falls.
func BenchmarkTagAll(b *testing.B) {
	articles, words := corpus(b)
	want := 0
	for _, a := range articles {
		want += len(entities.Tag(a).Mentions)
	}
	if want < words/20 {
		b.Fatalf("%d mentions in %d words", want, words)
	}
	for _, workers := range []int{1, runtime.GOMAXPROCS(0)} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			b.ReportAllocs()
			worked := cputime.Of(func() {
				for b.Loop() {
					n := 0
					for doc, err := range (&entities.Tagger{Workers: workers}).TagAll(context.Background(), slices.Values(articles)) {
						if err != nil {
							b.Fatal(err)
						}
						n += len(doc.Mentions)
					}
					if n != want {
						b.Fatalf("%d mentions, want %d", n, want)
					}
				}
			})
			b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
			b.ReportMetric(float64(words*b.N)/worked.Seconds(), "words/cpu-s")
			b.ReportMetric(float64(words), "words/op")
		})
	}
}
