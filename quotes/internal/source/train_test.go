package source_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/content"
	"github.com/dateline-nlp/dateline/quotes/internal/source"
)

var update = flag.Bool("update", false, "count the scores anew and write scores.tsv")

type goldQuote struct {
	Spans   [][2]int
	Type    string
	Speaker *struct{ Start, End int }
	Entity  string `json:"speaker_entity"`
}

type tally struct{ right, all float64 }

// TestScores counts the scores when -update is given, and checks otherwise that scores.tsv is what would be counted, give or
// take what changes of the tagger move.
func TestScores(t *testing.T) {
	path := filepath.Join("..", "..", "..", "..", "shared", "data", "quotes", "train", "dateline-news.jsonl")
	if _, err := os.Stat(path); err != nil {
		t.Skip("needs ../shared/data/quotes/train: not here")
	}
	if testing.Short() && !*update {
		t.Skip("tags 219 articles: not in short mode")
	}
	counts := count(t, path)
	if *update {
		if err := os.WriteFile("scores.tsv", []byte(table(counts)), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile("scores.tsv")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]float64{}
	for _, line := range strings.Split(strings.TrimSpace(table(counts)), "\n") {
		var rule, length string
		var v float64
		fmt.Sscanf(line, "%s\t%s\t%f", &rule, &length, &v)
		want[rule+" "+length] = v
	}
	for _, line := range strings.Split(strings.TrimSpace(string(have)), "\n") {
		var rule, length string
		var v float64
		fmt.Sscanf(line, "%s\t%s\t%f", &rule, &length, &v)
		if d := v - want[rule+" "+length]; d > 0.15 || d < -0.15 {
			t.Errorf("%s, %s words: scores.tsv has %.2f, counted %.2f: run go generate", rule, length, v, want[rule+" "+length])
		}
	}
}

func count(t *testing.T, path string) map[[2]string]*tally {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	counts := map[[2]string]*tally{}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var d struct {
			Text   string
			Quotes []goldQuote
		}
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		doc := entities.Tag(dateline.Article{Text: d.Text})
		paras, stretches := content.Scan(doc.Text, doc.Sections, content.Options{})
		txt := clause.Read(doc, paras, stretches)
		var at []int
		for i := range d.Text {
			at = append(at, i)
		}
		at = append(at, len(d.Text))
		answers, _ := source.Find(txt)
		for _, a := range answers {
			if a.Stretch < 0 {
				continue
			}
			key := [2]string{a.Rule, source.Length(a.Words(txt))}
			if counts[key] == nil {
				counts[key] = &tally{}
			}
			counts[key].all++
			for _, g := range d.Quotes {
				if g.Type != "indirect" && right(&a, stretches[a.Stretch].Inner, &g, at) {
					counts[key].right++
					break
				}
			}
		}
	}
	return counts
}

// right reports whether the answer is the gold quote, with its speaker.
func right(a *source.Answer, inner dateline.Span, g *goldQuote, at []int) bool {
	s := dateline.Span{Start: at[g.Spans[0][0]], End: at[g.Spans[0][1]]}
	both := min(s.End, inner.End) - max(s.Start, inner.Start)
	if both*10 < 8*(max(s.End, inner.End)-min(s.Start, inner.Start)) {
		return false
	}
	if g.Speaker == nil {
		return !a.Speaker.Known()
	}
	if m := (dateline.Span{Start: at[g.Speaker.Start], End: at[g.Speaker.End]}); a.Speaker.Span.Overlaps(m) {
		return true
	}
	w := strings.Fields(strings.ToLower(g.Entity))
	return len(w) > 0 && strings.Contains(strings.ToLower(a.Speaker.Name), w[len(w)-1])
}

// table smooths the counts: a bucket by two answers of its rule's mean, a rule by five of the mean of all.
func table(counts map[[2]string]*tally) string {
	var all tally
	rules := map[string]*tally{}
	for k, c := range counts {
		all.right, all.all = all.right+c.right, all.all+c.all
		if rules[k[0]] == nil {
			rules[k[0]] = &tally{}
		}
		rules[k[0]].right += c.right
		rules[k[0]].all += c.all
	}
	var lines []string
	for _, rule := range append([]string{"continued"}, source.Rules...) {
		r := rules[rule]
		if r == nil {
			r = &tally{}
		}
		mean := (r.right + 5*0.8*all.right/all.all) / (r.all + 5)
		for _, length := range []string{"1-2", "3-5", "6-"} {
			c := counts[[2]string{rule, length}]
			if c == nil {
				c = &tally{}
			}
			lines = append(lines, fmt.Sprintf("%s\t%s\t%.2f\n", rule, length, (c.right+2*mean)/(c.all+2)))
		}
	}
	sort.Strings(lines)
	return strings.Join(lines, "")
}
