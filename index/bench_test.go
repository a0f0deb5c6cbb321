//go:build unix

package index_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en"
	bquery "github.com/blevesearch/bleve/v2/search/query"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// A newsroom writes articles in the proportions of news: 4.5 KB, 18 entities, 45 mentions, 4 quotes, words by Zipf's law.
type newsroom struct {
	r     *rand.Rand
	words *rand.Zipf
	names *rand.Zipf
	vocab []string
}

func newNewsroom() *newsroom {
	r := rand.New(rand.NewPCG(21, 22))
	n := &newsroom{r: r, words: rand.NewZipf(r, 1.07, 4, 49_999), names: rand.NewZipf(r, 1.1, 3, 19_999)}
	for range 50_000 {
		var b strings.Builder
		for range 1 + r.IntN(3) {
			b.WriteString([]string{"ka", "ten", "ro", "mis", "ba", "lo", "ver", "sti", "gu", "por", "na", "de", "ci", "hal", "ir"}[r.IntN(15)])
			b.WriteString([]string{"n", "r", "t", "s", "", "l", "d"}[r.IntN(7)])
		}
		n.vocab = append(n.vocab, b.String())
	}
	return n
}

func (n *newsroom) name() (string, dateline.Label) {
	i := int(n.names.Uint64())
	title := func(k int) string { w := n.vocab[k%len(n.vocab)]; return strings.ToUpper(w[:1]) + w[1:] }
	switch i % 3 {
	case 0:
		return title(i*7+1) + " " + title(i*13+2), dateline.Person
	case 1:
		return title(i*5) + " " + title(i*11+3) + " Agency", dateline.Org
	}
	return title(i*3 + 17), dateline.Place
}

// article returns the i-th article; articles must be asked for in order.
func (n *newsroom) article(i int) *dateline.Document {
	d := &dateline.Document{Article: dateline.Article{
		ID: fmt.Sprintf("news-%07d", i), Source: fmt.Sprintf("Paper %d", n.r.IntN(40)), Published: (dateline.DayOf(2015, 1, 1) + dateline.Day(n.r.IntN(2000))).Time(),
	}}
	for len(d.Entities) < 18 {
		name, label := n.name()
		if !slices.ContainsFunc(d.Entities, func(e dateline.Entity) bool { return e.Name == name }) {
			e := dateline.Entity{ID: dateline.EntityID(len(d.Entities) + 1), Label: label, Name: name, Score: 0.9}
			if label == dateline.Place {
				e.Country = string([]byte{'A' + name[0]%26, 'A' + name[1]%26})
				e.Geo = &dateline.Geo{GeoNames: len(name)*1000 + int(name[0]), Country: e.Country, Lat: float64(name[0]%90) / 2, Lon: float64(name[1]) / 3}
			}
			d.Entities = append(d.Entities, e)
		}
	}
	var b strings.Builder
	mention := func() {
		e := &d.Entities[n.r.IntN(18)]
		d.Mentions = append(d.Mentions, dateline.Mention{Span: dateline.Span{Start: b.Len(), End: b.Len() + len(e.Name)}, Label: e.Label, Entity: e.ID, Score: 0.9, Rule: "model"})
		b.WriteString(e.Name)
	}
	for s := 0; s < 36; s++ {
		start := b.Len()
		quote := s%9 == 4
		if quote {
			b.WriteByte('"')
		}
		for w := range 15 + n.r.IntN(8) {
			if w > 0 {
				b.WriteByte(' ')
			}
			if n.r.IntN(14) == 0 {
				mention()
			} else if n.r.IntN(3) == 0 {
				b.WriteString([]string{"the", "of", "and", "to", "in"}[n.r.IntN(5)])
			} else {
				b.WriteString(n.vocab[n.words.Uint64()])
			}
		}
		if quote {
			said := dateline.Span{Start: start + 1, End: b.Len()}
			e := &d.Entities[n.r.IntN(6)]
			b.WriteString(`," ` + e.Name + " said")
			at := dateline.Span{Start: b.Len() - 5 - len(e.Name), End: b.Len() - 5}
			d.Mentions = append(d.Mentions, dateline.Mention{Span: at, Label: e.Label, Entity: e.ID, Score: 0.9, Rule: "model"})
			d.Quotes = append(d.Quotes, dateline.Quote{Span: dateline.Span{Start: start, End: said.End + 2}, Kind: dateline.Direct, Content: []dateline.Span{said},
				Quoted: []dateline.Span{said}, Speaker: dateline.Speaker{Span: at, Entity: e.ID, Name: e.Name}, Score: 0.9, Rule: "quote-name-verb"})
		}
		b.WriteByte('.')
		d.Sentences = append(d.Sentences, dateline.Sentence{Span: dateline.Span{Start: start, End: b.Len()}})
		b.WriteString([]string{" ", " ", "\n\n"}[s%3])
	}
	d.Text = b.String()
	d.Sections = []dateline.Section{{Span: dateline.Span{Start: 0, End: len(d.Text)}, Kind: dateline.SectionBody}}
	return d
}

// A flat is what a program that knows only bleve would index of an article.
type flat struct {
	Headline, Text, Source           string
	Published                        time.Time
	Persons, Orgs, Places, Countries []string
	Speakers, Quotes                 []string
}

func flatten(d *dateline.Document) flat {
	f := flat{Text: d.Text, Source: d.Source, Published: d.Published}
	for _, e := range d.Entities {
		switch e.Label {
		case dateline.Person:
			f.Persons = append(f.Persons, e.Name)
		case dateline.Org:
			f.Orgs = append(f.Orgs, e.Name)
		default:
			f.Places, f.Countries = append(f.Places, e.Name), append(f.Countries, e.Country)
		}
	}
	for _, q := range d.Quotes {
		f.Speakers, f.Quotes = append(f.Speakers, q.Speaker.Name), append(f.Quotes, d.Slice(q.Content[0]))
	}
	return f
}

// Type tells bleve that it is no other.
func (flat) Type() string { return "article" }

func plainBleve(b testing.TB, docs []*dateline.Document) bleve.Index {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = "en"
	keyword := bleve.NewKeywordFieldMapping()
	for _, f := range []string{"Source", "Persons", "Orgs", "Places", "Countries", "Speakers"} {
		m.DefaultMapping.AddFieldMappingsAt(f, keyword)
	}
	ix, err := bleve.NewUsing(filepath.Join(b.TempDir(), "plain"), m, "scorch", "scorch", nil)
	if err != nil {
		b.Fatal(err)
	}
	for chunk := range slices.Chunk(docs, 250) {
		batch := ix.NewBatch()
		for _, d := range chunk {
			if err := batch.Index(d.ID, flatten(d)); err != nil {
				b.Fatal(err)
			}
		}
		if err := ix.Batch(batch); err != nil {
			b.Fatal(err)
		}
	}
	return ix
}

func benchSize() int {
	if n, err := strconv.Atoi(os.Getenv("DATELINE_INDEX_N")); err == nil {
		return n
	}
	return 1000
}

func benchDocs(n int) (docs []*dateline.Document) {
	room := newNewsroom()
	for i := range n {
		docs = append(docs, room.article(i))
	}
	return docs
}

// cpuPerOp returns the function that reports the processor time of a round, which tells more than the time on the wall where
// the machine is busy with something else.
func cpuPerOp(b *testing.B) func() {
	began := cpu()
	return func() { b.ReportMetric(float64(cpu()-began)/float64(b.N), "cpu-ns/op") }
}

// BenchmarkAdd adds articles that are read already, by this package and by bleve with the same text, names and quotes in flat fields.
func BenchmarkAdd(b *testing.B) {
	docs := benchDocs(benchSize())
	b.Run("dateline", func(b *testing.B) {
		defer cpuPerOp(b)()
		for b.Loop() {
			ix := create(b)
			addAll(b, ix, docs...)
			if err := ix.Close(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(docs)*b.N)/b.Elapsed().Seconds(), "docs/s")
	})
	b.Run("plain", func(b *testing.B) {
		defer cpuPerOp(b)()
		for b.Loop() {
			ix := plainBleve(b, docs)
			if err := ix.Close(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(docs)*b.N)/b.Elapsed().Seconds(), "docs/s")
	})
}

// longWord returns the first word that is no common one and no name.
func longWord(text string) string {
	for _, w := range strings.Fields(text) {
		if len(w) > 4 && strings.ToLower(w) == w && strings.Trim(w, ".,\"") == w {
			return w
		}
	}
	return ""
}

// The same questions to both; of plain bleve those about quotes are wrong, since it cannot tell who said what.
func BenchmarkQuery(b *testing.B) {
	docs := benchDocs(benchSize())
	ours := create(b)
	addAll(b, ours, docs...)
	theirs := plainBleve(b, docs)
	defer theirs.Close()

	d := docs[len(docs)/2]
	word := longWord(d.Text[len(d.Text)/2:])
	person := d.Entities[slices.IndexFunc(d.Entities, func(e dateline.Entity) bool { return e.Label == dateline.Person })].Name
	said := longWord(d.Slice(d.Quotes[0].Content[0]))
	speaker := d.Quotes[0].Speaker.Name
	words := strings.Fields(d.Text)
	at := slices.Index(words, word)
	phrase := words[at] + " " + words[at+1]
	year := dateline.Interval{From: dateline.DayOf(d.Published.Year(), 1, 1), To: dateline.DayOf(d.Published.Year()+1, 1, 1)}
	field := func(q bquery.FieldableQuery, name string) bquery.Query { q.SetField(name); return q }
	request := func(q bquery.Query, fields ...string) *bleve.SearchRequest { // with what a hit shows
		r := bleve.NewSearchRequest(q)
		r.Fields = append(fields, "Headline", "Source", "Published")
		return r
	}
	facets := []index.Facet{{Field: index.FieldPerson}, {Field: index.FieldOrg}, {Field: index.FieldSource}}
	withFacets := request(bleve.NewMatchAllQuery())
	for _, f := range []string{"Persons", "Orgs", "Source"} {
		withFacets.AddFacet(f, bleve.NewFacetRequest(f, 10))
	}
	highlighted := request(field(bleve.NewMatchQuery(word), "Text"))
	highlighted.Highlight = bleve.NewHighlight()
	highlighted.Highlight.AddField("Text")

	for _, bb := range []struct {
		name   string
		ours   index.Request
		theirs *bleve.SearchRequest
	}{
		{"term", index.Request{Query: query{Text: word}, Plain: true}, request(field(bleve.NewMatchQuery(word), "Text"))},
		{"term-highlighted", index.Request{Query: query{Text: word}}, highlighted},
		{"phrase", index.Request{Query: query{Text: `"` + phrase + `"`}, Plain: true}, request(field(bleve.NewMatchPhraseQuery(phrase), "Text"))},
		{"person-word-dates", index.Request{Query: query{Text: word, Person: person, Published: year}, Plain: true}, request(bleve.NewConjunctionQuery(
			field(bleve.NewTermQuery(person), "Persons"), field(bleve.NewMatchQuery(word), "Text"), field(bleve.NewDateRangeQuery(year.From.Time(), year.To.Time()), "Published")))},
		{"speaker-said", index.Request{Query: query{Speaker: speaker, Said: said}, Plain: true}, request(bleve.NewConjunctionQuery(
			field(bleve.NewTermQuery(speaker), "Speakers"), field(bleve.NewMatchQuery(said), "Quotes")), "Speakers", "Quotes")},
		{"all-facets", index.Request{Facets: facets, Plain: true}, withFacets},
	} {
		b.Run(bb.name+"/dateline", func(b *testing.B) {
			total := 0
			defer cpuPerOp(b)()
			for b.Loop() {
				total = find(b, ours, bb.ours).Total
			}
			if total == 0 {
				b.Error("nothing is found")
			}
		})
		b.Run(bb.name+"/plain", func(b *testing.B) {
			var total uint64
			defer cpuPerOp(b)()
			for b.Loop() {
				res, err := theirs.SearchInContext(context.Background(), bb.theirs)
				if err != nil {
					b.Fatal(err)
				}
				total = res.Total
			}
			if total == 0 {
				b.Error("nothing is found")
			}
		})
	}
}
