package index_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// A model answers queries by looking at every document, straight from the words of Query's documentation.
type model struct{ docs []*dateline.Document }

func (m *model) find(q *query, target index.Target) (out []string) {
	for _, d := range m.docs {
		if target == index.Articles {
			if modelArticle(d, q) {
				out = append(out, d.ID)
			}
			continue
		}
		for i := range d.Quotes {
			if modelQuote(d, i, q) {
				out = append(out, fmt.Sprintf("%s#%d", d.ID, i))
			}
		}
	}
	return out
}

func modelQuote(d *dateline.Document, n int, q *query) bool {
	s := d.Sentences[d.SentenceAt(d.Quotes[n].Start)].Span
	sub := func(p query) bool { return modelQuote(d, n, &p) }
	return modelQuoteLeaves(d, n, q) && modelShared(d, s, &d.Quotes[n], q) && (q.In == nil || modelArticle(d, q.In)) &&
		all(q.And, sub) && (len(q.Or) == 0 || slices.ContainsFunc(q.Or, sub)) && !slices.ContainsFunc(q.Not, sub)
}

func all(list []query, f func(query) bool) bool {
	return !slices.ContainsFunc(list, func(q query) bool { return !f(q) })
}

// ofOneQuote reports whether q speaks of quotes only.
func ofOneQuote(q query) bool {
	if q.In != nil || q.Text+q.About+q.Person+q.Org+q.Place+q.Country+q.Source != "" || q.Near.Km > 0 || !q.Published.IsZero() || !q.Mentioned.IsZero() {
		return false
	}
	some := q.Said+q.Speaker+q.Role != "" || q.Kind != 0 || q.Section != 0 || q.MinScore > 0
	for _, list := range [][]query{q.And, q.Or, q.Not} {
		some = some || len(list) > 0
		if !all(list, ofOneQuote) {
			return false
		}
	}
	return some
}

func modelArticle(d *dateline.Document, q *query) bool {
	sub := func(p query) bool { return modelArticle(d, &p) }
	one := query{Said: q.Said, Speaker: q.Speaker, Role: q.Role, Kind: q.Kind, Section: q.Section, MinScore: q.MinScore}
	rest := query{}
	for _, p := range q.And {
		if ofOneQuote(p) {
			one.And = append(one.And, p)
		} else {
			rest.And = append(rest.And, p)
		}
	}
	if len(q.Or) > 0 && all(q.Or, ofOneQuote) {
		one.Or = q.Or
	} else {
		rest.Or = q.Or
	}
	asked := ofOneQuote(one)
	for _, p := range q.Not {
		if asked && ofOneQuote(p) {
			one.Not = append(one.Not, p)
		} else {
			rest.Not = append(rest.Not, p)
		}
	}
	if asked {
		found := false
		for i := range d.Quotes {
			found = found || modelQuote(d, i, &one)
		}
		if !found {
			return false
		}
	}
	return modelShared(d, dateline.Span{End: len(d.Text)}, nil, q) && (q.In == nil || modelArticle(d, q.In)) &&
		all(rest.And, sub) && (len(rest.Or) == 0 || slices.ContainsFunc(rest.Or, sub)) && !slices.ContainsFunc(rest.Not, sub)
}

func modelQuoteLeaves(d *dateline.Document, n int, q *query) bool {
	x := &d.Quotes[n]
	e := d.Entity(x.Speaker.Entity)
	if q.Speaker != "" && !(e != nil && modelName(e, q.Speaker)) && !(e == nil && x.Speaker.Name != "" && strings.EqualFold(q.Speaker, "police spokesman")) {
		return false
	}
	var said, roles []string
	for _, c := range x.Content {
		said = append(said, d.Slice(c))
	}
	if e != nil {
		for _, r := range e.Roles {
			roles = append(roles, r.Title+" "+r.Affiliation)
		}
	}
	return modelWords(q.Said, said...) && modelWords(q.Role, roles...) && (q.Kind == 0 || q.Kind == x.Kind) &&
		(q.Section == 0 || q.Section == d.SectionAt(x.Start)) && math.Round(x.Score*1000) >= math.Ceil(q.MinScore*1000-1e-9)
}

func modelShared(d *dateline.Document, s dateline.Span, x *dateline.Quote, q *query) bool {
	texts := []string{d.Slice(s)}
	if x == nil {
		texts = append(texts, d.Headline)
	}
	named := map[dateline.EntityID]bool{} // within s
	about := map[dateline.EntityID]bool{}
	when := false
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if !s.Contains(m.Span) {
			continue
		}
		when = when || m.Time != nil && m.Time.Overlaps(q.Mentioned)
		named[m.Entity] = true
		said := x == nil || slices.ContainsFunc(x.Content, func(c dateline.Span) bool { return c.Contains(m.Span) })
		about[m.Entity] = about[m.Entity] || said || m.Entity != x.Speaker.Entity
	}
	if x == nil {
		for _, e := range d.Entities {
			named[e.ID], about[e.ID] = true, true
		}
	} else if x.Speaker.Entity != 0 {
		named[x.Speaker.Entity] = true
	}
	has := func(ids map[dateline.EntityID]bool, f func(*dateline.Entity) bool) bool {
		for id, ok := range ids {
			if ok && id != 0 && f(d.Entity(id)) {
				return true
			}
		}
		return false
	}
	name := func(l dateline.Label, want string) bool {
		return want == "" || has(named, func(e *dateline.Entity) bool { return e.Label == l && modelName(e, want) })
	}
	day := dateline.Interval{}
	if !d.Published.IsZero() {
		day.From = dateline.DayOf(d.Published.Date())
		day.To = day.From + 1
	}
	return modelWords(q.Text, texts...) && name(dateline.Person, q.Person) && name(dateline.Org, q.Org) && name(dateline.Place, q.Place) &&
		(q.About == "" || has(about, func(e *dateline.Entity) bool { return modelName(e, q.About) })) &&
		(q.Country == "" || has(named, func(e *dateline.Entity) bool { return strings.EqualFold(e.Country, q.Country) })) &&
		(q.Near.Km == 0 || has(named, func(e *dateline.Entity) bool {
			return e.Geo != nil && kilometres(q.Near.Lat, q.Near.Lon, e.Geo.Lat, e.Geo.Lon) <= q.Near.Km
		})) &&
		(q.Published.IsZero() || !day.IsZero() && day.Overlaps(q.Published)) && (q.Mentioned.IsZero() || when) &&
		(q.Source == "" || strings.EqualFold(strings.TrimPrefix(d.Source, "The "), strings.TrimPrefix(q.Source, "the ")))
}

// kilometres is the distance by the law of cosines.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	a, b, c := lat1*math.Pi/180, lat2*math.Pi/180, (lon2-lon1)*math.Pi/180
	return 6371.0088 * math.Acos(min(1, math.Sin(a)*math.Sin(b)+math.Cos(a)*math.Cos(b)*math.Cos(c)))
}

// modelFuzzy are the names that fuzzy ones find.
var modelFuzzy = map[string][]string{
	"stoltenburg~": {"Jens Stoltenberg"}, "bagdad~": {"Baghdad"}, "davdson~": {"Bob Davidson", "Davidson"}, "parys~1": {"Paris"}, "frns~2": nil,
}

func modelName(e *dateline.Entity, want string) bool {
	if strings.Contains(want, "~") {
		return slices.Contains(modelFuzzy[want], e.Name)
	}
	for _, n := range genNames {
		if n.e.Name != e.Name || n.e.Label != e.Label {
			continue
		}
		for _, f := range n.found {
			if strings.EqualFold(f, want) {
				return true
			}
		}
		if beginning, ok := strings.CutSuffix(want, "*"); ok {
			for _, f := range append(n.found, e.Name, strings.TrimSuffix(e.Name, " Jr.")) {
				expanded := e.Name == "NATO" && len(f) > 4 // found by its long form, but is not listed under it
				if !expanded && strings.HasPrefix(strings.ToLower(f), strings.ToLower(beginning)) {
					return true
				}
			}
		}
	}
	return false
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(s, "U.S.", "us")), func(r rune) bool { return !unicode.IsLetter(r) })
}

var modelStop = map[string]bool{"the": true, "of": true, "and": true, "a": true, "he": true, "then": true}

// modelWords reports whether every word and phrase of value stands in one of the texts.
func modelWords(value string, texts ...string) bool {
	for i, part := range strings.Split(value, `"`) {
		if i%2 == 0 {
			for _, w := range strings.Fields(part) {
				if !modelStop[w] && !inTexts(w, texts) {
					return false
				}
			}
		} else if !inTexts(part, texts) {
			return false
		}
	}
	return true
}

func inTexts(phrase string, texts []string) bool {
	prefix, isPrefix := strings.CutSuffix(phrase, "*")
	fuzzy, tail, isFuzzy := strings.Cut(phrase, "~")
	distance := 1
	if tail == "2" {
		distance = 2
	}
	want := wordsOf(phrase)
	for len(want) > 0 && modelStop[want[0]] {
		want = want[1:]
	}
	for len(want) > 0 && modelStop[want[len(want)-1]] {
		want = want[:len(want)-1]
	}
	for _, t := range texts {
		words := wordsOf(t)
		for i := range words {
			switch {
			case modelStop[words[i]]:
				continue
			case isPrefix && strings.HasPrefix(words[i], prefix), isFuzzy && editDistance(words[i], fuzzy) <= distance:
				return true
			case isPrefix || isFuzzy || i+len(want) > len(words):
				continue
			}
			same := true
			for k, w := range want { // a common word stands for any
				same = same && (modelStop[w] || w == words[i+k])
			}
			if same {
				return true
			}
		}
	}
	return false
}

func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		prev := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			prev, row[j+1] = row[j+1], min(prev+cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// found returns the ids of all that the index finds.
func found(t *testing.T, ix *index.Index, q query, target index.Target) (out []string) {
	t.Helper()
	for h, err := range ix.All(ctx, index.Request{Query: q, Target: target, Order: index.ByID, Size: 97}) {
		if err != nil {
			t.Fatalf("%s: %v", q, err)
		}
		if h.Quote >= 0 {
			h.ID = fmt.Sprintf("%s#%d", h.ID, h.Quote)
		}
		out = append(out, h.ID)
	}
	return out
}

// fieldsOf counts the fields that q and its parts have set.
func fieldsOf(q query, used map[string]int) {
	for i, f := range reflect.VisibleFields(reflect.TypeOf(q)) {
		if !reflect.ValueOf(q).Field(i).IsZero() {
			used[f.Name]++
		}
	}
	if q.In != nil {
		fieldsOf(*q.In, used)
	}
	for _, sub := range slices.Concat(q.And, q.Or, q.Not) {
		fieldsOf(sub, used)
	}
}

// Every field and operator, alone and combined, answers as the model does.
func TestModel(t *testing.T) {
	rounds := 400
	if s := os.Getenv("DATELINE_INDEX_ROUNDS"); s != "" {
		rounds, _ = strconv.Atoi(s)
	}
	g := newGenerator(1)
	m := &model{}
	for n := range 500 {
		m.docs = append(m.docs, g.article(n))
	}
	ix := create(t)
	for chunk := range slices.Chunk(m.docs, 120) { // several segments
		addAll(t, ix, chunk...)
	}
	qm := &queryMaker{rand.New(rand.NewPCG(3, 4)), g}
	total := 0
	used := map[string]int{}
	for n := range rounds {
		q := qm.query(n % 3)
		fieldsOf(q, used)
		for _, target := range []index.Target{index.Quotes, index.Articles} {
			got, want := found(t, ix, q, target), m.find(&q, target)
			total += len(got)
			for shrunk := !slices.Equal(got, want); shrunk; {
				shrunk = false
				for _, p := range smaller(q) {
					if g, w := found(t, ix, p, target), m.find(&p, target); !slices.Equal(g, w) {
						q, got, want, shrunk = p, g, w, true
						break
					}
				}
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%s in %s: found %d, want %d: %s", q, target, len(got), len(want), cmp.Diff(want, got))
			}
		}
	}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[query]()) {
		if used[f.Name] < rounds/40 {
			t.Errorf("%d queries use %s %d times: that tells nothing", rounds, f.Name, used[f.Name])
		}
	}
	if total < rounds {
		t.Errorf("%d queries found %d hits: the queries are too narrow to tell much", rounds, total)
	}
}
