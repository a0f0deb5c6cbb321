package report_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/content"
	"github.com/dateline-nlp/dateline/quotes/internal/report"
)

var update = flag.Bool("update", false, "train the weights anew and write weights.tsv")

// An example is a candidate with what the gold says of it.
type example struct {
	doc      int
	features []report.Feature
	is       bool
}

type goldDoc struct {
	Text   string
	Quotes []struct {
		Spans [][2]int
		Type  string
	}
}

// TestWeights trains the model when -update is given, and checks otherwise that the weights do what they were chosen for: most
// of what they accept in the training articles is reported speech.
func TestWeights(t *testing.T) {
	path := filepath.Join("..", "..", "..", "..", "shared", "data", "quotes", "train", "dateline-news.jsonl")
	if _, err := os.Stat(path); err != nil {
		t.Skip("needs ../shared/data/quotes/train: not here")
	}
	if testing.Short() && !*update {
		t.Skip("tags 219 articles: not in short mode")
	}
	examples, gold := load(t, path)
	if *update {
		crossValidate(t, examples, gold)
		write(t, train(examples))
		return
	}
	tsv, err := os.ReadFile("weights.tsv")
	if err != nil {
		t.Fatal(err)
	}
	p, r := measure(report.ParseModel(string(tsv)), examples, report.Threshold)
	t.Logf("on the training articles: %d candidates, precision %.3f, recall of the candidates %.3f", len(examples), p, r)
	if p < 0.75 || r < 0.85 {
		t.Errorf("precision %.3f, recall %.3f: want 0.75 and 0.85 at least; train anew with go generate", p, r)
	}
}

func load(t *testing.T, path string) (out []example, gold int) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for n := 0; sc.Scan(); n++ {
		var d goldDoc
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		doc := entities.Tag(dateline.Article{Text: d.Text})
		paras, stretches := content.Scan(doc.Text, doc.Sections, content.Options{})
		txt := clause.Read(doc, paras, stretches)
		var clauses [][]dateline.Span
		for _, q := range d.Quotes {
			if q.Type == "indirect" {
				clauses = append(clauses, toBytes(d.Text, q.Spans))
				gold++
			}
		}
		for _, c := range report.Candidates(txt) {
			ex := example{doc: n, features: report.Features(txt, &c, nil)}
			for _, g := range clauses {
				ex.is = ex.is || iou(c.Content, g) >= 0.5
			}
			out = append(out, ex)
		}
	}
	return out, gold
}

func toBytes(text string, spans [][2]int) (out []dateline.Span) {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	for _, s := range spans {
		out = append(out, dateline.Span{Start: at[s[0]], End: at[s[1]]})
	}
	return out
}

func iou(a, b []dateline.Span) float64 {
	both, sum := 0, 0
	for _, x := range a {
		sum += x.Len()
		for _, y := range b {
			if x.Overlaps(y) {
				both += min(x.End, y.End) - max(x.Start, y.Start)
			}
		}
	}
	for _, y := range b {
		sum += y.Len()
	}
	return float64(both) / float64(sum-both)
}

// train is logistic regression with an L2 penalty, by full-batch gradient steps with a fixed schedule: no randomness.
func train(examples []example) report.Model {
	const steps, penalty = 400, 0.6
	m, sq := report.Model{}, map[report.Feature]float64{}
	for range steps {
		grad := map[report.Feature]float64{}
		for _, e := range examples {
			y := 0.0
			if e.is {
				y = 1
			}
			d := m.Probability(e.features) - y
			for _, f := range e.features {
				grad[f] += d
			}
		}
		for f, g := range grad {
			g += penalty * m[f]
			sq[f] += g * g
			m[f] -= 0.3 * g / (math.Sqrt(sq[f]) + 1e-9)
		}
	}
	return m
}

func measure(m report.Model, examples []example, threshold float64) (precision, recall float64) {
	tp, sys, is := 0.0, 0.0, 0.0
	for _, e := range examples {
		yes := m.Probability(e.features) >= threshold
		if yes {
			sys++
		}
		if e.is {
			is++
			if yes {
				tp++
			}
		}
	}
	return tp / sys, tp / is
}

// crossValidate prints F1 against all gold clauses for a range of thresholds, and how well the probabilities are calibrated.
func crossValidate(t *testing.T, examples []example, gold int) {
	t.Helper()
	const folds = 10
	prob := make([]float64, len(examples))
	for k := range folds {
		var part []example
		for _, e := range examples {
			if e.doc%folds != k {
				part = append(part, e)
			}
		}
		m := train(part)
		for i, e := range examples {
			if e.doc%folds == k {
				prob[i] = m.Probability(e.features)
			}
		}
	}
	for th := 0.2; th < 0.75; th += 0.05 {
		tp, sys := 0.0, 0.0
		for i, e := range examples {
			if prob[i] >= th {
				sys++
				if e.is {
					tp++
				}
			}
		}
		p, r := tp/sys, tp/float64(gold)
		t.Logf("threshold %.2f: P %.3f R %.3f F1 %.3f", th, p, r, 2*p*r/(p+r))
	}
	var n, yes [10]int
	for i, e := range examples {
		b := min(int(prob[i]*10), 9)
		n[b]++
		if e.is {
			yes[b]++
		}
	}
	for b := range n {
		t.Logf("probability %.1f to %.1f: %d of %d right", float64(b)/10, float64(b+1)/10, yes[b], n[b])
	}
}

func write(t *testing.T, m report.Model) {
	t.Helper()
	var lines []string
	for f, w := range m {
		if math.Abs(w) >= 0.005 {
			lines = append(lines, fmt.Sprintf("%s\t%s\t%.3f\n", f.Group, f.Value, w))
		}
	}
	sort.Strings(lines)
	if err := os.WriteFile("weights.tsv", []byte(strings.Join(lines, "")), 0o644); err != nil {
		t.Fatal(err)
	}
}
