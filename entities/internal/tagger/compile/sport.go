package compile

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/learn"
)

// Sport pages name clubs by their city, print tables, and write headlines in capitals: a way of writing that none of the training sets
// has. Sport writes such pages from patterns, with names drawn from the ship lists, so that the model can learn it. In a pattern,
// {c} is a club named by its city, {n} a nickname or other club name, {k} a country, {t} a city as place, {p} a full name,
// {s} a surname, {i} initial and surname; {#} is a small number, {r} a result, {m} a large number. {C}, {N}, ... are the same in capitals.
// {c1} and {c2} are the same club wherever they occur on the page, and so on.

// maker draws names and numbers; its generator is xorshift.
type maker struct {
	state                         uint64
	cities, given, sur, countries []string
	kept                          map[string]string
}

func (m *maker) intn(n int) int {
	m.state ^= m.state << 13
	m.state ^= m.state >> 7
	m.state ^= m.state << 17
	return int((m.state >> 11) % uint64(n))
}

func (m *maker) pick(list []string) string { return list[m.intn(len(list))] }

// Sport returns n pages.
func (b *Builder) Sport(n int, seed uint64) ([]*learn.Example, error) {
	m := &maker{state: seed}
	b.rows("places.tsv", true, func(c []string) {
		pop, _ := strconv.Atoi(c[6])
		big := pop >= 150000 || pop >= 40000 && strings.Contains(" GB US FR DE IT ES NL AU IE ZA ", " "+c[2]+" ")
		if big && b.Words[low(c[1])].Known() || big && strings.Contains(c[1], " ") && len(c[1]) < 16 {
			m.cities = append(m.cities, c[1])
		}
	})
	m.cities = append(m.cities, strings.Split(strings.ReplaceAll(counties, "\n", ","), ",")...)
	b.rows("given_names.tsv", true, func(c []string) {
		if k, _ := strconv.Atoi(c[3]); k >= 2 && len(c[0]) > 2 {
			m.given = append(m.given, c[0])
		}
	})
	b.rows("surnames.tsv", true, func(c []string) {
		if rank, err := strconv.Atoi(c[1]); (err == nil && rank < 20000 || b.Words[low(c[0])].Known()) && len(c[0]) > 2 {
			m.sur = append(m.sur, c[0])
		}
	})
	b.rows("demonyms.tsv", true, func(c []string) { m.countries = append(m.countries, c[0]) })
	m.countries = append(m.countries, "England", "Scotland", "Wales", "U.S.", "Britain", "Russia", "South Korea")
	if b.err != nil {
		return nil, b.err
	}
	var out []*learn.Example
	for k := 0; k < n; k++ {
		out = append(out, m.page(k))
	}
	return out, nil
}

// page writes one page.
func (m *maker) page(k int) *learn.Example {
	m.kept = map[string]string{}
	kind := pages[m.intn(len(pages))]
	var w pageWriter
	w.pattern(m, m.pick(kind.heads))
	w.WriteByte('\n')
	w.pattern(m, "{T} 19"+strconv.Itoa(60+m.intn(40))+"-0"+strconv.Itoa(1+m.intn(9))+"-"+strconv.Itoa(10+m.intn(18)))
	w.WriteByte('\n')
	lines := 4 + m.intn(12)
	for l := 0; l < lines; l++ {
		w.pattern(m, m.pick(kind.lines))
		if m.intn(4) == 0 && kind.prose {
			w.WriteByte(' ')
		} else {
			w.WriteByte('\n')
		}
	}
	x := &learn.Example{Doc: learn.Prepare(dateline.Article{ID: fmt.Sprintf("sport-%d", k), Text: w.String()}), Gold: w.gold, Weight: 0.5}
	x.Align()
	return x
}

type pageWriter struct {
	strings.Builder
	gold []dateline.Mention
}

// pattern writes a line.
func (w *pageWriter) pattern(m *maker, p string) {
	for {
		at := strings.IndexByte(p, '{')
		if at < 0 {
			w.WriteString(p)
			return
		}
		end := at + strings.IndexByte(p[at:], '}')
		w.WriteString(p[:at])
		text, label := m.fill(p[at+1 : end])
		start := w.Len()
		w.WriteString(text)
		if label != dateline.LabelNone {
			w.gold = append(w.gold, dateline.Mention{Span: dateline.Span{Start: start, End: w.Len()}, Label: label})
		}
		p = p[end+1:]
	}
}

// fill returns what stands for a field, and its label.
func (m *maker) fill(field string) (string, dateline.Label) {
	low := strings.ToLower(field)
	text, kept := m.kept[low]
	if !kept {
		text = m.draw(low[:1])
		if len(low) > 1 {
			m.kept[low] = text
		}
	}
	if field != low {
		text = strings.ToUpper(text)
	}
	switch low[0] {
	case 'c', 'n':
		return text, dateline.Org
	case 'k', 't':
		return text, dateline.Place
	case 'p', 's', 'i':
		return text, dateline.Person
	}
	return text, dateline.LabelNone
}

func (m *maker) draw(kind string) string {
	switch kind {
	case "c", "t":
		return m.pick(m.cities)
	case "n":
		switch m.intn(3) {
		case 0:
			return m.pick(m.cities) + " " + m.pick(suffixes)
		}
		return m.pick(nicknames)
	case "k":
		return m.pick(m.countries)
	case "p":
		return m.pick(m.given) + " " + m.pick(m.sur)
	case "s":
		return m.pick(m.sur)
	case "i":
		return m.pick(m.given)[:1] + ". " + m.pick(m.sur)
	case "r":
		return strconv.Itoa(m.intn(7)) + "-" + strconv.Itoa(m.intn(7))
	case "m":
		return strconv.Itoa(20 + m.intn(400))
	}
	return strconv.Itoa(m.intn(30))
}
