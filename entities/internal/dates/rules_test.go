package dates

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
)

// A pair is a line of testdata/rules.txt or news.txt; rule is the heading that it stands under.
type pair struct {
	line            int
	rule            string
	text, published string
	spans           []dateline.Span
	want            string
}

var pairLine = regexp.MustCompile(`^"(.*)" @(\S+) -> (.*)$`)

func pairs(t *testing.T, file string) []pair {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []pair
	rule := ""
	for i, line := range strings.Split(string(data), "\n") {
		if s, ok := strings.CutPrefix(line, "== "); ok {
			rule = s
			continue
		}
		if rule == "" || line == "" {
			continue
		}
		m := pairLine.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("%s:%d: not a pair: %s", file, i+1, line)
		}
		p := pair{line: i + 1, rule: rule, published: m[2], want: m[3]}
		p.text, p.spans = unbracket(m[1])
		out = append(out, p)
	}
	return out
}

// unbracket takes the brackets out of s and returns what stood between them; all of s if there are none.
func unbracket(s string) (string, []dateline.Span) {
	var b strings.Builder
	var spans []dateline.Span
	for _, r := range s {
		switch r {
		case '[':
			spans = append(spans, dateline.Span{Start: b.Len()})
		case ']':
			spans[len(spans)-1].End = b.Len()
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), spans
}

// show writes mentions as the right side of a pair.
func show(ms []dateline.Mention) string {
	if len(ms) == 0 {
		return "none"
	}
	var out []string
	for _, m := range ms {
		s := m.Time.Value
		if s == "" {
			s = `""`
		}
		if m.Time.Type != dateline.TimexDate {
			s += " " + m.Time.Type.String()
		}
		if m.Time.Mod != "" {
			s += " " + m.Time.Mod
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestRules(t *testing.T) {
	hit := map[string]int{}
	for _, p := range pairs(t, "testdata/rules.txt") {
		doc := document(p.text, p.published)
		ms := Find(doc)
		at := fmt.Sprintf("rules.txt:%d: %q @%s", p.line, p.text, p.published)
		if got := show(ms); got != p.want {
			t.Errorf("%s -> %s, want %s (%s)", at, got, p.want, spell(doc, ms))
			continue
		}
		if p.want == "none" {
			continue
		}
		found := false
		for i, m := range ms {
			if len(p.spans) == len(ms) && m.Span != p.spans[i] {
				t.Errorf("%s: found %q, want %q", at, doc.Slice(m.Span), doc.Slice(p.spans[i]))
			}
			found = found || m.Rule == p.rule
		}
		if !found {
			t.Errorf("%s: rule %s, want %s", at, ms[0].Rule, p.rule)
		}
		hit[p.rule]++
	}
	for r := rule(1); r < ruleCount; r++ {
		if hit[r.String()] == 0 {
			t.Errorf("no pair in rules.txt is read by rule %s", r)
		}
	}
}

func spell(doc *dateline.Document, ms []dateline.Mention) string {
	var out []string
	for _, m := range ms {
		out = append(out, fmt.Sprintf("%s %q", m.Rule, doc.Slice(m.Span)))
	}
	return strings.Join(out, ", ")
}

// TestNews reads sentences of news.
func TestNews(t *testing.T) {
	n := 0
	for _, p := range pairs(t, "testdata/news.txt") {
		n++
		doc := document(p.text, p.published)
		ms := Find(doc)
		right := show(ms) == p.want && len(ms) == len(p.spans)
		for i := 0; right && i < len(ms); i++ {
			right = ms[i].Span == p.spans[i]
		}
		if at := fmt.Sprintf("news.txt:%d: %q @%s", p.line, p.text, p.published); right != (p.rule != "read wrongly") {
			t.Errorf("%s -> %s, want %s (%s)", at, show(ms), p.want, spell(doc, ms))
		}
	}
	if n < 300 {
		t.Errorf("%d sentences, want 300 or more", n)
	}
}
