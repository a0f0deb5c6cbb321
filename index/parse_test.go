package index_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

type query = index.Query

func days(s string) dateline.Interval {
	i, err := index.ParseDays(s)
	if err != nil {
		panic(err)
	}
	return i
}

func TestParseQuery(t *testing.T) {
	for _, tt := range []struct {
		text string
		want query
		form string // of String; "": as text
	}{
		{"*", query{}, ""},
		{"iraq", query{Text: "iraq"}, "text:iraq"},
		{"iraq war", query{Text: "iraq war"}, "text:(iraq war)"},
		{"iraq AND war", query{Text: "iraq war"}, "text:(iraq war)"},
		{`"iraq war" peace*`, query{Text: `"iraq war" peace*`}, `text:("iraq war" peace*)`},
		{"iraq OR war", query{Or: []query{{Text: "iraq"}, {Text: "war"}}}, "(text:iraq OR text:war)"},
		{"NOT iraq", query{Not: []query{{Text: "iraq"}}}, "NOT (text:iraq)"},
		{"war -iraq", query{Text: "war", Not: []query{{Text: "iraq"}}}, "text:war AND NOT (text:iraq)"},
		{"a-b", query{Text: "a-b"}, "text:a-b"},
		{`\-b \AND \* \(`, query{Text: `-b AND * (`}, `text:(\-b \AND \* \()`},
		{`speaker:"Jens Stoltenberg" AND said:(ISIS OR "Islamic State") AND place:Iraq AND mentioned:2020-01`,
			query{Speaker: "Jens Stoltenberg", Place: "Iraq", Mentioned: days("2020-01"), Or: []query{{Said: "ISIS"}, {Said: `"Islamic State"`}}},
			`speaker:"Jens Stoltenberg" AND place:Iraq AND mentioned:2020-01 AND (said:ISIS OR said:"Islamic State")`},
		{"said:(a b) said:c", query{Said: "a b c"}, "said:(a b c)"},
		{"said:(a -b)", query{And: []query{{Said: "a", Not: []query{{Said: "b"}}}}}, "(said:a AND NOT (said:b))"},
		{"person:A person:B", query{Person: "A", And: []query{{Person: "B"}}}, "person:A AND (person:B)"},
		{"(a OR b) (c OR d)", query{Or: []query{{Text: "a"}, {Text: "b"}}, And: []query{{Or: []query{{Text: "c"}, {Text: "d"}}}}},
			"((text:c OR text:d)) AND (text:a OR text:b)"},
		{"a b OR c", query{Or: []query{{Text: "a b"}, {Text: "c"}}}, "(text:(a b) OR text:c)"},
		{"((a))", query{And: []query{{And: []query{{Text: "a"}}}}}, "((text:a))"},
		{"(OR a)", query{Or: []query{{Text: "a"}}}, "(OR text:a)"},
		{"NOT NOT a", query{Not: []query{{Not: []query{{Text: "a"}}}}}, "NOT (NOT (text:a))"},
		{"NOT (a OR b)", query{Not: []query{{Or: []query{{Text: "a"}, {Text: "b"}}}}}, "NOT ((text:a OR text:b))"},
		{"in:(iraq person:Allawi) kind:direct", query{Kind: dateline.Direct, In: &query{Text: "iraq", Person: "Allawi"}}, "kind:direct AND in:(text:iraq AND person:Allawi)"},
		{"near:33.3,44.4,50km", query{Near: index.Near{Lat: 33.3, Lon: 44.4, Km: 50}}, ""},
		{"near:-33.3,-44,0.5", query{Near: index.Near{Lat: -33.3, Lon: -44, Km: 0.5}}, "near:-33.3,-44,0.5km"},
		{"published:2020-01..2020-03", query{Published: dateline.Interval{From: dateline.DayOf(2020, 1, 1), To: dateline.DayOf(2020, 4, 1)}},
			"published:2020-01-01..2020-03-31"},
		{"published:2020..", query{Published: days("2020..")}, "published:2020-01-01.."},
		{"published:..2020", query{Published: days("..2020")}, "published:..2020-12-31"},
		{"mentioned:-0043-03-15", query{Mentioned: days("-0043-03-15")}, ""},
		{"kind:indirect section:caption score:0.85", query{Kind: dateline.Indirect, Section: dateline.SectionCaption, MinScore: 0.85},
			"kind:indirect AND section:caption AND score:0.85"},
		{`source:"CBC \"News\""`, query{Source: `CBC "News"`}, ""},
		{"SAID:x", query{Said: "x"}, "said:x"},
		{"said: x", query{Said: "x"}, "said:x"},
		{`text:http\://x`, query{Text: "http://x"}, `text:http\://x`},
		{"ANDREW NOTE ORE", query{Text: "ANDREW NOTE ORE"}, "text:(ANDREW NOTE ORE)"},
	} {
		q, err := index.ParseQuery(tt.text)
		if err != nil {
			t.Errorf("%s: %v", tt.text, err)
			continue
		}
		if diff := cmp.Diff(tt.want, q); diff != "" {
			t.Errorf("%s: %s", tt.text, diff)
		}
		if tt.form == "" {
			tt.form = tt.text
		}
		if q.String() != tt.form {
			t.Errorf("%s is written %s, want %s", tt.text, q, tt.form)
		}
		if again, err := index.ParseQuery(q.String()); err != nil || !reflect.DeepEqual(again, q) {
			t.Errorf("%s is read as %v, %v", q, again, err)
		}
	}
}

func TestParseQueryErrors(t *testing.T) {
	for _, tt := range []struct {
		text string
		pos  int
		want string
	}{
		{"", 0, "a word or a field is missing"},
		{"a AND", 2, "nothing follows AND (as in a AND b)"},
		{"AND a", 0, "AND has nothing on its left"},
		{"a OR", 4, "a word or a field is missing"},
		{"OR a", 0, "a word or a field is missing"},
		{"a NOT", 5, "nothing follows NOT"},
		{"(a", 0, "the group is not closed"},
		{"a)", 1, "there is no group to close here"},
		{"()", 1, "a word or a field is missing"},
		{`said:"abc`, 5, "the quotation mark is not closed"},
		{"said:", 5, "there is no value (as in said:value)"},
		{"speeker:x", 0, `there is no field "speeker" (is it speaker? A colon in a word is written \:)`},
		{"foo:(a)", 4, `there is no field "foo" (fields are text, said, speaker,`},
		{"published:soon", 10, `published: "soon" is no day, month or year (as in 2020, 2020-01,`},
		{"published:2020-02-30", 10, `published: "2020-02-30" is no day, month or year`},
		{"published:2021..2020", 10, `published: "2021..2020" ends before it begins`},
		{"near:1,2", 5, `near: "1,2" is no circle (degrees north, degrees east, kilometres, as in 33.3,44.4,50km)`},
		{"near:100,2,3km", 5, `near: "100,2,3km" is no circle on the map`},
		{"kind:loud", 5, `kind: dateline: unknown quote kind "loud" (direct, mixed or indirect)`},
		{"score:2", 6, `score: "2" is no score above 0 and up to 1`},
		{`a \`, 2, "nothing follows the backslash"},
		{strings.Repeat("(", 200) + "a", 100, "groups are nested deeper than 100"},
		{strings.Repeat("NOT ", 200) + "a", 400, "groups are nested deeper than 100"},
	} {
		_, err := index.ParseQuery(tt.text)
		var e *index.QueryError
		if !errors.As(err, &e) {
			t.Errorf("%s: error %v", tt.text, err)
			continue
		}
		if e.Pos != tt.pos || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error at %d: %v; want at %d: %s", tt.text, e.Pos, err, tt.pos, tt.want)
		}
	}
}

func TestParseDays(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"2020", "2020-01-01/2021-01-01"},
		{"2020-12", "2020-12-01/2021-01-01"},
		{"2020-02-29", "2020-02-29"},
		{"0001", "0001-01-01/0002-01-01"},
		{"-0001-12", "-0001-12-01/0000-01-01"},
		{"1600..1609", "1600-01-01/1610-01-01"},
		{"12020-01-01", "12020-01-01"},
	} {
		i, err := index.ParseDays(tt.text)
		if err != nil || i.String() != tt.want {
			t.Errorf("%s: %s, %v; want %s", tt.text, i, err, tt.want)
		}
		if again, err := index.ParseDays(index.FormatDays(i)); err != nil || again != i {
			t.Errorf("%s is written %s and read %s, %v", tt.text, index.FormatDays(i), again, err)
		}
	}
	for _, bad := range []string{"20", "2019-02-29", "2020-13", "2020-1", "x", "2020-01-01-01", "99999999"} {
		if i, err := index.ParseDays(bad); err == nil {
			t.Errorf("%s: %s", bad, i)
		}
	}
}

// genQuery makes queries of every shape whose words are clean.
func genQuery(depth int) *rapid.Generator[query] {
	return rapid.Custom(func(t *rapid.T) query {
		var q query
		some := func(label string) bool { return rapid.IntRange(0, 5).Draw(t, label) == 0 }
		word := rapid.SampledFrom([]string{"iraq", "a-b", "AND", "-x", "*", "Ünal", `back\slash`, "(", "x:y", "NOT*", "miss*", "miss~2", `"a b"`, `"OR"`, `"x\y"`, "'s"})
		words := func(label string) string {
			if !some(label) {
				return ""
			}
			return strings.Join(rapid.SliceOfN(word, 1, 3).Draw(t, label), " ")
		}
		name := func(label string) string {
			if !some(label) {
				return ""
			}
			return rapid.OneOf(rapid.SampledFrom([]string{"Jens Stoltenberg", "O'Brien", "OR", `say "x" \`, "NATO", "a:b", "stol*", "(x)", "-"}), rapid.StringN(1, 8, 20)).Draw(t, label)
		}
		interval := func(label string) dateline.Interval {
			if !some(label) {
				return dateline.Interval{}
			}
			a := rapid.Int32().Draw(t, label)
			b := rapid.Int32().Draw(t, label)
			if a >= b {
				a, b = b, a
			}
			if a == b {
				return dateline.Interval{}
			}
			return dateline.Interval{From: dateline.Day(a), To: dateline.Day(b)}
		}
		q.Text, q.Said, q.Role = words("text"), words("said"), words("role")
		q.Speaker, q.About, q.Person, q.Org, q.Place = name("speaker"), name("about"), name("person"), name("org"), name("place")
		q.Country, q.Source = name("country"), name("source")
		q.Published, q.Mentioned = interval("published"), interval("mentioned")
		if some("near") {
			q.Near = index.Near{Lat: rapid.Float64Range(-90, 90).Draw(t, "lat"), Lon: rapid.Float64Range(-180, 180).Draw(t, "lon"), Km: rapid.Float64Range(0.001, 20000).Draw(t, "km")}
		}
		if some("kind") {
			q.Kind = dateline.QuoteKind(rapid.IntRange(1, 3).Draw(t, "kind"))
		}
		if some("section") {
			q.Section = dateline.SectionKind(rapid.IntRange(1, 10).Draw(t, "section"))
		}
		if some("score") {
			q.MinScore = rapid.Float64Range(0.001, 1).Draw(t, "score")
		}
		if depth > 0 {
			list := func(label string) []query {
				if !some(label) {
					return nil
				}
				return rapid.SliceOfN(genQuery(depth-1), 1, 3).Draw(t, label)
			}
			q.And, q.Or, q.Not = list("and"), list("or"), list("not")
			if some("in") {
				in := genQuery(depth-1).Draw(t, "in")
				q.In = &in
			}
		}
		return q
	})
}

func TestQueryString(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := genQuery(3).Draw(t, "query")
		again, err := index.ParseQuery(q.String())
		if err != nil {
			t.Fatalf("%s: %v", q, err)
		}
		if diff := cmp.Diff(q, again); diff != "" {
			t.Fatalf("%s: %s", q, diff)
		}
	})
}

// FuzzParseQuery: no text panics, and what is read is written and read again as itself.
func FuzzParseQuery(f *testing.F) {
	for _, s := range []string{
		`speaker:"Jens Stoltenberg" AND said:(ISIS OR "Islamic State") AND place:Iraq AND mentioned:2020-01`, "a OR (b -c) NOT in:(d)", `\AND "a\"b" x~2 y*`,
		"near:33.3,44.4,50km published:..2020 score:0.5 kind:direct section:body", "(OR (OR *))", `said:(a "b\c" (d OR e))`, "\xff:\xfe", "text:\u00a0", "\\\x00",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := index.ParseQuery(text)
		if err != nil {
			var e *index.QueryError
			if !errors.As(err, &e) || e.Pos < 0 || e.Pos > len(text) {
				t.Fatalf("%q: error %v", text, err)
			}
			return
		}
		again, err := index.ParseQuery(q.String())
		if err != nil {
			t.Fatalf("%q is written %q: %v", text, q, err)
		}
		if q.String() != again.String() {
			t.Fatalf("%q is written %q, then %q", text, q, again)
		}
		if twice, err := index.ParseQuery(again.String()); err != nil || !reflect.DeepEqual(again, twice) {
			t.Fatalf("%q: %+v, then %+v, %v", text, again, twice, err)
		}
	})
}
