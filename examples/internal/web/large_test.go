package web

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// A newsroom writes annotated articles in the proportions of news: 3 KB, 18 entities, 4 quotes, words and names by Zipf's law.
type newsroom struct {
	r     *rand.Rand
	words *rand.Zipf
	names *rand.Zipf
	vocab []string
}

func newNewsroom() *newsroom {
	r := rand.New(rand.NewPCG(21, 22))
	n := &newsroom{r: r, words: rand.NewZipf(r, 1.07, 4, 49_999), names: rand.NewZipf(r, 1.1, 3, 19_999)}
	start := strings.Fields("ka ten ro mis ba lo ver sti gu por na de ci hal ir")
	for range 50_000 {
		var b strings.Builder
		for range 1 + r.IntN(3) {
			b.WriteString(start[r.IntN(len(start))] + []string{"n", "r", "t", "s", "", "l", "d"}[r.IntN(7)])
		}
		n.vocab = append(n.vocab, b.String())
	}
	return n
}

func (n *newsroom) entity() dateline.Entity {
	i := int(n.names.Uint64())
	title := func(k int) string { w := n.vocab[k%len(n.vocab)]; return strings.ToUpper(w[:1]) + w[1:] }
	switch i % 3 {
	case 0:
		return dateline.Entity{Label: dateline.Person, Name: title(i*7+1) + " " + title(i*13+2)}
	case 1:
		return dateline.Entity{Label: dateline.Org, Name: title(i*5) + " " + title(i*11+3) + " Agency"}
	}
	return dateline.Entity{Label: dateline.Place, Name: title(i*3 + 17), Country: "NO",
		Geo: &dateline.Geo{GeoNames: i + 1, Country: "NO", Lat: float64(i*37%120) - 50, Lon: float64(i*101%340) - 170}}
}

// article returns the i-th article; articles must be asked for in order.
func (n *newsroom) article(i int) *dateline.Document {
	d := &dateline.Document{Article: dateline.Article{
		ID: fmt.Sprintf("news-%07d", i), Source: fmt.Sprintf("Paper %d", n.r.IntN(40)), Published: (dateline.DayOf(2015, 1, 1) + dateline.Day(n.r.IntN(2000))).Time(),
	}}
	for len(d.Entities) < 18 {
		e := n.entity()
		if !slices.ContainsFunc(d.Entities, func(o dateline.Entity) bool { return o.Name == e.Name }) {
			e.ID, e.Score = dateline.EntityID(len(d.Entities)+1), 0.9
			d.Entities = append(d.Entities, e)
		}
	}
	var b strings.Builder
	mention := func(e *dateline.Entity) dateline.Span {
		at := dateline.Span{Start: b.Len(), End: b.Len() + len(e.Name)}
		d.Mentions = append(d.Mentions, dateline.Mention{Span: at, Label: e.Label, Entity: e.ID, Score: 0.9, Rule: "model"})
		b.WriteString(e.Name)
		return at
	}
	for s := range 28 {
		start := b.Len()
		quote := s%7 == 3
		if quote {
			b.WriteByte('"')
		}
		for w := range 15 + n.r.IntN(8) {
			if w > 0 {
				b.WriteByte(' ')
			}
			switch n.r.IntN(14) {
			case 0:
				mention(&d.Entities[n.r.IntN(18)])
			case 1, 2, 3, 4:
				b.WriteString([]string{"the", "of", "and", "to", "in"}[n.r.IntN(5)])
			default:
				b.WriteString(n.vocab[n.words.Uint64()])
			}
		}
		if quote {
			said := dateline.Span{Start: start + 1, End: b.Len()}
			e := &d.Entities[n.r.IntN(6)]
			b.WriteString(`," `)
			at := mention(e)
			b.WriteString(" said")
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

// large returns an index of n generated articles.
func large(t testing.TB, n int) *index.Index {
	ix, err := index.New()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	room := newNewsroom()
	docs := func(yield func(*dateline.Document, error) bool) {
		for i := range n {
			if !yield(room.article(i), nil) {
				return
			}
		}
	}
	if _, err := ix.AddAll(context.Background(), docs, index.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	return ix
}
