package web

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"

	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/index"
)

// A suggestion is one way in which what stands before the cursor of the search box can go on.
type suggestion struct {
	Text  string `json:"text"`  // what stands before the cursor where it is taken
	Label string `json:"label"` // what is shown
	About string `json:"about"` // what it means
}

const (
	maxSuggestions = 10
	maxTyped       = 200 // bytes of the name that is being typed
)

// suggest answers what could be typed after ?q=, as JSON.
func (s *Server) suggest(w http.ResponseWriter, r *http.Request) {
	typed := r.URL.Query().Get("q")
	list := []suggestion{}
	if len(typed) <= maxQuery {
		found, err := s.suggestions(r.Context(), typed)
		if err != nil {
			http.Error(w, "no suggestions: "+err.Error(), http.StatusServiceUnavailable)
			return
		}
		list = append(list, found[:min(len(found), maxSuggestions)]...)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_ = json.NewEncoder(w).Encode(list)
}

// A fragment is the end of a query that is being typed: a field, if there is one, and the beginning of its value.
type fragment struct {
	before string // what stays as it is
	field  string
	value  string
}

// lastFragment finds what is being typed: it begins after the last space or parenthesis outside quotation marks.
func lastFragment(typed string) fragment {
	start, colon, quoted := 0, -1, false
	for i := range len(typed) {
		switch c := typed[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ' ' || c == '(':
			start, colon = i+1, -1
		case c == '-' && i == start:
			start++
		case c == ':' && colon < 0:
			colon = i
		}
	}
	f := fragment{before: typed[:start], value: typed[start:]}
	if colon >= 0 {
		f.field, f.value = strings.ToLower(typed[start:colon]), typed[colon+1:]
	}
	f.value = strings.TrimPrefix(f.value, `"`)
	return f
}

func (s *Server) suggestions(ctx context.Context, typed string) ([]suggestion, error) {
	f := lastFragment(typed)
	switch {
	case len(f.value) > maxTyped:
		return nil, nil
	case f.field == "":
		out := s.fields(f)
		if f.value == "" {
			return out, nil
		}
		names, err := s.anyNames(ctx, typed, f)
		return append(out, names...), err
	case f.field == "source", f.field == "country", f.value == "" && field(&index.Query{}, f.field) != nil:
		return s.values(ctx, f)
	case field(&index.Query{}, f.field) != nil:
		return s.names(ctx, f.before, f.value, f.field)
	case f.field == "kind":
		return f.words("direct", "mixed", "indirect"), nil
	case f.field == "section":
		return f.words("body", "headline", "summary", "caption"), nil
	}
	return nil, nil
}

// fields are those of the query language that begin as typed.
func (s *Server) fields(f fragment) (out []suggestion) {
	for _, h := range fieldHelp {
		if strings.HasPrefix(h[0], strings.ToLower(f.value)) {
			out = append(out, suggestion{Text: f.before + h[0], Label: h[0], About: h[1]})
		}
	}
	return out
}

func (f fragment) words(list ...string) (out []suggestion) {
	for _, w := range list {
		if strings.HasPrefix(w, strings.ToLower(f.value)) {
			out = append(out, suggestion{Text: f.before + f.field + ":" + w + " ", Label: w})
		}
	}
	return out
}

// nameKinds are the fields that a name found without one is offered for.
var nameKinds = map[index.Field][]string{index.FieldPerson: {"speaker", "about"}, index.FieldOrg: {"org"}, index.FieldPlace: {"place"}}

var fieldWords = map[string]string{"speaker": "said by", "about": "said about", "person": "person", "org": "organization", "place": "place"}

// names are those that go on from what was typed, for a field of names.
func (s *Server) names(ctx context.Context, before, value, field string) (out []suggestion, err error) {
	nodes, err := s.ix.Suggest(ctx, value, 5*maxSuggestions)
	for _, n := range nodes {
		if f := n.Field.String(); f == field || field == "about" || field == "speaker" && n.Field != index.FieldPlace {
			out = append(out, nameSuggestion(before, field, n))
		}
	}
	return out, err
}

// anyNames are names of every kind, for words without a field: for as many of the last words as are the beginning of one.
func (s *Server) anyNames(ctx context.Context, typed string, f fragment) (out []suggestion, err error) {
	words := strings.Fields(typed)
	for n := min(3, len(words)); n > 0; n-- {
		tail := strings.Join(words[len(words)-n:], " ")
		at := strings.LastIndex(typed, tail)
		if at < 0 || strings.ContainsAny(tail, `:"()`) && tail != f.value {
			continue
		}
		before := typed[:at]
		if n == 1 {
			before, tail = f.before, f.value
		}
		nodes, err := s.ix.Suggest(ctx, tail, 5*maxSuggestions)
		if err != nil || len(nodes) > 0 {
			return everyKind(before, nodes), err
		}
	}
	return nil, nil
}

// maxOfKind bounds the names of one kind where there are others.
const maxOfKind = 4

// everyKind offers the commonest names, but no kind to the exclusion of the others; then what is said about the people among them.
func everyKind(before string, nodes []index.Node) (out []suggestion) {
	var about []suggestion
	of := map[index.Field]int{}
	for _, n := range nodes {
		fields := nameKinds[n.Field]
		if of[n.Field]++; of[n.Field] > maxOfKind || len(fields) == 0 {
			continue
		}
		out = append(out, nameSuggestion(before, fields[0], n))
		for _, f := range fields[1:] {
			about = append(about, nameSuggestion(before, f, n))
		}
	}
	return append(out, about...)
}

func nameSuggestion(before, field string, n index.Node) suggestion {
	var q index.Query
	setField(&q, field, n.Name)
	return suggestion{Text: before + q.String() + " ", Label: short(n.Name), About: fieldWords[field] + ", " + progress.Plural(n.N, "article")}
}

// values are those of a field that begin as typed, or have a word that does, the commonest first: publishers and countries, and before
// anything is typed names.
func (s *Server) values(ctx context.Context, f fragment) (out []suggestion, err error) {
	target, what := index.Articles, "article"
	by := map[string]index.Field{
		"speaker": index.FieldSpeaker, "about": index.FieldPerson, "person": index.FieldPerson, "org": index.FieldOrg, "place": index.FieldPlace,
		"source": index.FieldSource, "country": index.FieldCountry,
	}[f.field]
	if by == index.FieldSpeaker {
		target, what = index.Quotes, "quote"
	}
	page, err := s.ix.Find(ctx, index.Request{Target: target, Size: -1, Facets: []index.Facet{{Field: by, Size: 1000}}})
	if err != nil {
		return nil, err
	}
	typed := strings.ToLower(f.value)
	for _, v := range page.Facets[0].Values {
		name := strings.ToLower(v.Value)
		if strings.HasPrefix(name, typed) || slices.ContainsFunc(strings.Fields(name), func(w string) bool { return strings.HasPrefix(w, typed) }) {
			var q index.Query
			setField(&q, f.field, v.Value)
			out = append(out, suggestion{Text: f.before + q.String() + " ", Label: short(v.Value), About: progress.Plural(v.N, what)})
		}
	}
	return out, nil
}
