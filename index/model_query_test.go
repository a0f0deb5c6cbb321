package index_test

import (
	"math/rand/v2"
	"slices"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// A queryMaker makes random queries over the generator's articles.
type queryMaker struct {
	*rand.Rand
	g *generator
}

func (m *queryMaker) name(l dateline.Label) string {
	for {
		n := genNames[m.IntN(len(genNames))]
		if l != 0 && n.e.Label != l {
			continue
		}
		s := n.found[m.IntN(len(n.found))]
		switch m.IntN(12) {
		case 0, 1:
			s = s[:min(3, len(s))] + "*"
		case 2:
			s = []string{"stoltenburg~", "bagdad~", "davdson~", "parys~1", "frns~2"}[m.IntN(5)]
		}
		return s
	}
}

func (m *queryMaker) words() string {
	switch m.IntN(6) {
	case 0:
		return `"` + m.g.word() + " " + m.g.word() + `"`
	case 1:
		return `"` + m.g.word() + " the " + m.g.word() + `"`
	case 2:
		return m.g.word() + " " + m.g.word()
	case 3:
		return m.g.word()[:2] + "*"
	case 4:
		return m.g.word() + []string{"~", "~1", "~2"}[m.IntN(3)]
	}
	return m.g.word()
}

func (m *queryMaker) leaf(q *query) {
	switch m.IntN(18) {
	case 0:
		q.Text = m.words()
	case 1, 2:
		q.Said = m.words()
	case 3, 4:
		q.Speaker = m.name(0)
		if m.IntN(5) == 0 {
			q.Speaker = "Police Spokesman"
		}
	case 5:
		q.Role = []string{"general", "secretary general", `"secretary general"`, "nato", "gener*"}[m.IntN(5)]
	case 6:
		q.About = m.name(0)
	case 7:
		q.Person = m.name(dateline.Person)
	case 8:
		q.Org = m.name(dateline.Org)
	case 9:
		q.Place = m.name(dateline.Place)
	case 10:
		q.Country = []string{"iq", "FR", "US", "DE"}[m.IntN(4)]
	case 11:
		q.Near = index.Near{Lat: 33.3, Lon: 44.3, Km: []float64{10, 60, 5000, 21000}[m.IntN(4)]}
	case 12:
		from := dateline.DayOf(2019, 12, 20) + dateline.Day(m.IntN(60))
		q.Published = dateline.Interval{From: from, To: from + 1 + dateline.Day(m.IntN(40))}
	case 13:
		q.Mentioned = days([]string{"2020-02-13", "2018-05", "1600..1700", "-0043-06", "..0000", "1995..2018", "2020-03..", "2024"}[m.IntN(8)])
	case 14:
		q.Source = []string{"cbc news", "the times", "BBC"}[m.IntN(3)]
	case 15:
		q.Kind = dateline.QuoteKind(1 + m.IntN(3))
	case 16:
		q.MinScore = float64(m.IntN(1000)) / 999
	case 17:
		q.Section = []dateline.SectionKind{dateline.SectionBody, dateline.SectionCaption, dateline.SectionSummary, dateline.SectionHeadline}[m.IntN(4)]
	}
}

func (m *queryMaker) query(depth int) (q query) {
	for range 1 + m.IntN(2) {
		m.leaf(&q)
	}
	if depth == 0 {
		return q
	}
	list := func() (out []query) {
		for range 1 + m.IntN(3) {
			out = append(out, m.query(depth-1))
		}
		return out
	}
	if m.IntN(3) == 0 {
		q = query{}
	}
	switch m.IntN(6) {
	case 0:
		q.And = list()
	case 1, 2:
		q.Or = list()
	case 3, 4:
		q.Not = list()
	case 5:
		in := m.query(depth - 1)
		q.In = &in
	}
	return q
}

// smaller returns queries with one part of q less.
func smaller(q query) (out []query) {
	for _, f := range []func(*query){
		func(q *query) { q.Text = "" }, func(q *query) { q.Said = "" }, func(q *query) { q.Speaker = "" }, func(q *query) { q.Role = "" },
		func(q *query) { q.About = "" }, func(q *query) { q.Person = "" }, func(q *query) { q.Org = "" }, func(q *query) { q.Place = "" },
		func(q *query) { q.Country = "" }, func(q *query) { q.Near = index.Near{} }, func(q *query) { q.Published = dateline.Interval{} },
		func(q *query) { q.Mentioned = dateline.Interval{} }, func(q *query) { q.Source = "" }, func(q *query) { q.Kind = 0 },
		func(q *query) { q.Section = 0 }, func(q *query) { q.MinScore = 0 }, func(q *query) { q.In = nil },
	} {
		p := q
		f(&p)
		if p.String() != q.String() {
			out = append(out, p)
		}
	}
	for _, at := range []func(*query) *[]query{func(q *query) *[]query { return &q.And }, func(q *query) *[]query { return &q.Or }, func(q *query) *[]query { return &q.Not }} {
		for i, sub := range *at(&q) {
			p := q
			*at(&p) = slices.Delete(slices.Clone(*at(&q)), i, i+1)
			out = append(out, p)
			for _, s := range smaller(sub) {
				p := q
				*at(&p) = slices.Clone(*at(&q))
				(*at(&p))[i] = s
				out = append(out, p)
			}
		}
	}
	return out
}
