package index_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/dateline-nlp/dateline"
)

// genWords are words that the stemmer leaves as they are and that begin alike or differ by a letter here and there.
var genWords = strings.Fields("war iraq mission missil troop attack talk tax bank flood storm vote court law budget coal goal export expert import harbor hospit minist border order crash cash")

// genNames are the entities that articles choose from, with other names by which each is found.
var genNames = []struct {
	e     dateline.Entity
	found []string
}{
	{dateline.Entity{Label: dateline.Person, Name: "Jens Stoltenberg", Aliases: []string{"Stoltenberg"},
		Roles: []dateline.Role{{Title: "Secretary General", Affiliation: "NATO"}}}, []string{"jens stoltenberg", "STOLTENBERG"}},
	{dateline.Entity{Label: dateline.Person, Name: "Bob Davidson", Roles: []dateline.Role{{Title: "General"}, {Title: "Minister"}}}, []string{"Davidson", "Bob Davidson"}},
	{dateline.Entity{Label: dateline.Person, Name: "María de la Cruz", Aliases: []string{"Cruz"}}, []string{"maria de la cruz", "de la Cruz", "Cruz"}},
	{dateline.Entity{Label: dateline.Person, Name: "John F. Kennedy Jr.", Aliases: []string{"JFK"}}, []string{"John Kennedy", "Kennedy", "jfk"}},
	{dateline.Entity{Label: dateline.Org, Name: "North Atlantic Treaty Organization"}, []string{"NATO", "North Atlantic Treaty Organization"}},
	{dateline.Entity{Label: dateline.Org, Name: "NATO"}, []string{"nato", "North Atlantic Treaty Organization"}},
	{dateline.Entity{Label: dateline.Org, Name: "Bank of America Corp."}, []string{"Bank of America", "bank of america corp"}},
	{dateline.Entity{Label: dateline.Org, Name: "Davidson"}, []string{"Davidson"}},
	{dateline.Entity{Label: dateline.Place, Name: "Iraq", Country: "IQ", Geo: &dateline.Geo{GeoNames: 99237, Country: "IQ", Lat: 33, Lon: 44}}, []string{"Iraq"}},
	{dateline.Entity{Label: dateline.Place, Name: "Baghdad", Country: "IQ", Geo: &dateline.Geo{GeoNames: 98182, Country: "IQ", Lat: 33.34, Lon: 44.4}}, []string{"BAGHDAD"}},
	{dateline.Entity{Label: dateline.Place, Name: "Paris", Country: "FR", Geo: &dateline.Geo{GeoNames: 2988507, Country: "FR", Lat: 48.85, Lon: 2.35}}, []string{"paris"}},
	{dateline.Entity{Label: dateline.Place, Name: "Suva", Country: "FJ", Geo: &dateline.Geo{GeoNames: 2198148, Country: "FJ", Lat: -18.14, Lon: 178.44}}, []string{"suva"}},
	{dateline.Entity{Label: dateline.Place, Name: "United States", Aliases: []string{"U.S."}, Country: "US"}, []string{"US", "United States"}},
	{dateline.Entity{Label: dateline.Norp, Name: "Iraqi", Country: "IQ"}, []string{"Iraqi"}},
}

var genDates = []string{"2020-02-12", "2020-02", "2020", "2018", "1650", "-0043", "2020-02-01..2020-02-14", "1990..1999"}

// A generator writes random articles. The same seed gives the same articles.
type generator struct {
	*rand.Rand
	d    *dateline.Document
	text strings.Builder
}

func newGenerator(seed uint64) *generator { return &generator{Rand: rand.New(rand.NewPCG(seed, 7))} }

// article returns the n-th article.
func (g *generator) article(n int) *dateline.Document {
	g.d = &dateline.Document{Article: dateline.Article{ID: fmt.Sprintf("art-%03d", n), Source: []string{"", "CBC News", "The Times"}[g.IntN(3)]}}
	g.text.Reset()
	if g.IntN(10) > 0 {
		g.d.Published = (dateline.DayOf(2020, 1, 1) + dateline.Day(g.IntN(60))).Time()
	}
	if g.IntN(4) == 0 {
		g.d.Headline = "Headline " + g.word() + " apart"
	}
	for _, i := range g.Perm(len(genNames))[:2+g.IntN(5)] {
		e := genNames[i].e
		e.ID = dateline.EntityID(len(g.d.Entities) + 1)
		g.d.Entities = append(g.d.Entities, e)
	}
	kinds := []dateline.SectionKind{dateline.SectionBody, dateline.SectionCaption, dateline.SectionSummary}
	for range 1 + g.IntN(4) {
		start := g.text.Len()
		for range 1 + g.IntN(3) {
			g.sentence()
			g.text.WriteByte(' ')
		}
		g.d.Sections = append(g.d.Sections, dateline.Section{Span: dateline.Span{Start: start, End: g.text.Len() - 1}, Kind: kinds[g.IntN(len(kinds))]})
		g.text.WriteString("\n\n")
	}
	g.d.Text = g.text.String()
	return g.d
}

func (g *generator) word() string { return genWords[g.IntN(len(genWords))] }

// words writes n words, names and dates, and returns their span.
func (g *generator) words(n int) dateline.Span {
	start := g.text.Len()
	for i := range n {
		if i > 0 {
			g.text.WriteByte(' ')
		}
		switch g.IntN(12) {
		case 0:
			g.mention(dateline.EntityID(1+g.IntN(len(g.d.Entities))), false)
		case 1:
			at := g.text.Len()
			g.text.WriteString("then")
			i := days(genDates[g.IntN(len(genDates))])
			g.d.Mentions = append(g.d.Mentions, dateline.Mention{Span: dateline.Span{Start: at, End: g.text.Len()}, Label: dateline.Date,
				Time: &dateline.Timex{Type: dateline.TimexDate, Value: "X", Interval: i}})
		case 2, 3:
			g.text.WriteString([]string{"the", "of", "and"}[g.IntN(3)])
		default:
			g.text.WriteString(g.word())
		}
	}
	return dateline.Span{Start: start, End: g.text.Len()}
}

func (g *generator) mention(id dateline.EntityID, pronoun bool) dateline.Span {
	e := g.d.Entity(id)
	m := dateline.Mention{Label: e.Label, Entity: id, Score: 0.9}
	m.Start = g.text.Len()
	switch {
	case pronoun:
		g.text.WriteString("he")
		m.Form = dateline.FormPronoun
	case len(e.Aliases) > 0 && g.IntN(2) == 0:
		g.text.WriteString(e.Aliases[0])
	default:
		g.text.WriteString(e.Name)
	}
	m.End = g.text.Len()
	g.d.Mentions = append(g.d.Mentions, m)
	return m.Span
}

// sentence writes a sentence, half of the time with a quote.
func (g *generator) sentence() {
	start := g.text.Len()
	if g.IntN(2) == 0 {
		g.words(3 + g.IntN(8))
	} else {
		g.quote()
	}
	g.text.WriteByte('.')
	g.d.Sentences = append(g.d.Sentences, dateline.Sentence{Span: dateline.Span{Start: start, End: g.text.Len()}})
}

func (g *generator) quote() {
	q := dateline.Quote{Kind: dateline.QuoteKind(1 + g.IntN(3)), Score: float64(g.IntN(1001)) / 1000, Rule: "generated"}
	q.Start = g.text.Len()
	g.text.WriteByte('"')
	q.Content = append(q.Content, g.words(2+g.IntN(6)))
	g.text.WriteString(`," `)
	q.End = g.text.Len() - 1
	switch g.IntN(8) {
	case 0: // nobody
	case 1:
		at := g.text.Len()
		g.text.WriteString("a police spokesman")
		q.Speaker = dateline.Speaker{Span: dateline.Span{Start: at, End: g.text.Len()}, Name: "a police spokesman"}
	default:
		id := dateline.EntityID(1 + g.IntN(len(g.d.Entities)))
		q.Speaker = dateline.Speaker{Span: g.mention(id, g.IntN(3) == 0), Entity: id, Name: g.d.Entity(id).Name}
	}
	g.text.WriteString(" said ")
	q.Cue = dateline.Span{Start: g.text.Len() - 5, End: g.text.Len() - 1}
	if g.IntN(3) == 0 {
		g.text.WriteByte('"')
		q.Content = append(q.Content, g.words(2+g.IntN(4)))
		g.text.WriteByte('"')
		q.End = g.text.Len()
	} else {
		g.words(1 + g.IntN(4))
	}
	g.d.Quotes = append(g.d.Quotes, q)
}
