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

// An example is a candidate or a border with what the gold says of it.
type example struct {
	features []report.Feature
	is       bool
}

// An article of the training set, tagged and read.
type article struct {
	doc     *dateline.Document
	clauses [][]dateline.Span // gold
	borders []example
}

type goldDoc struct {
	Text   string
	Quotes []struct {
		Spans [][2]int
		Type  string
	}
}

// TestWeights trains the models when -update is given. Otherwise it checks that the weights do what they were chosen for, most
// of what they accept in the training articles being reported speech, and that they are what would be trained, give or take what
// changes of the tagger move.
func TestWeights(t *testing.T) {
	path := filepath.Join("..", "..", "..", "..", "shared", "data", "quotes", "train", "dateline-news.jsonl")
	if _, err := os.Stat(path); err != nil {
		t.Skip("needs ../shared/data/quotes/train: not here")
	}
	if testing.Short() && !*update {
		t.Skip("tags 219 articles: not in short mode")
	}
	articles := load(t, path)
	if *update {
		crossValidate(t, articles)
		write(t, trainAll(articles))
		return
	}
	tsv, err := os.ReadFile("weights.tsv")
	if err != nil {
		t.Fatal(err)
	}
	have, fresh := report.ParseModel(string(tsv)), trainAll(articles)
	if d := distance(have, fresh); d > 0.05 {
		t.Errorf("weights.tsv is %.3f a weight away from what training gives: run go generate", d)
	}
	p, r := measure(have, articles, report.Threshold)
	t.Logf("on the training articles: precision %.3f, recall of the candidates %.3f", p, r)
	if p < 0.75 || r < 0.85 {
		t.Errorf("precision %.3f, recall %.3f: want 0.75 and 0.85 at least; train anew with go generate", p, r)
	}
}

func load(t *testing.T, path string) (out []article) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var d goldDoc
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		a := article{doc: entities.Tag(dateline.Article{Text: d.Text})}
		for _, q := range d.Quotes {
			if q.Type == "indirect" {
				a.clauses = append(a.clauses, toBytes(d.Text, q.Spans))
			}
		}
		txt := a.read()
		for _, c := range report.Candidates(txt, report.NewModel()) {
			a.borders = append(a.borders, a.bordersOf(txt, &c)...)
		}
		txt.Release()
		out = append(out, a)
	}
	return out
}

func (a *article) read() *clause.Text {
	paras, stretches := content.Scan(a.doc.Text, a.doc.Sections, content.Options{})
	return clause.Read(a.doc, paras, stretches)
}

// near is how far, in bytes, two borders may lie apart that mean the same: a mark and a space.
const near = 3

// bordersOf makes examples of the places where a candidate may end, up to the end of the gold clause that begins where it begins.
func (a *article) bordersOf(txt *clause.Text, c *report.Report) (out []example) {
	start := c.Content[len(c.Content)-1].Start
	for _, g := range a.clauses {
		for _, s := range g {
			if s.Start < start-near || s.Start > start+20 {
				continue
			}
			for _, p := range report.Points(txt, c) {
				if p.End > s.End+near {
					break
				}
				out = append(out, example{p.Features, p.End >= s.End-near})
			}
			return out
		}
	}
	return nil
}

// candidates makes examples of all that the rules propose, with the borders of a model.
func (a *article) candidates(m *report.Model) (out []example) {
	txt := a.read()
	defer txt.Release()
	for _, c := range report.Candidates(txt, m) {
		ex := example{features: report.Features(txt, &c, nil)}
		for _, g := range a.clauses {
			ex.is = ex.is || iou(c.Content, g) >= 0.5
		}
		out = append(out, ex)
	}
	return out
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

// trainAll trains the borders first, and then, on the candidates with these borders, what is reported speech.
func trainAll(articles []article) *report.Model {
	m := report.NewModel()
	var borders, examples []example
	for i := range articles {
		borders = append(borders, articles[i].borders...)
	}
	train(m, borders)
	for i := range articles {
		examples = append(examples, articles[i].candidates(m)...)
	}
	train(m, examples)
	return m
}

// train is logistic regression with an L2 penalty, by full-batch gradient steps with a fixed schedule: no randomness.
func train(m *report.Model, examples []example) {
	const steps, penalty = 400, 1.0
	grad, sq := report.NewModel(), report.NewModel()
	for range steps {
		for g := range grad {
			clear(grad[g])
		}
		for _, e := range examples {
			y := 0.0
			if e.is {
				y = 1
			}
			d := m.Probability(e.features) - y
			for _, f := range e.features {
				grad[f.Group][f.Value] += d
			}
		}
		for g := range grad {
			for v, d := range grad[g] {
				d += penalty * m[g][v]
				sq[g][v] += d * d
				m[g][v] -= 0.3 * d / (math.Sqrt(sq[g][v]) + 1e-9)
			}
		}
	}
}

// distance is the mean of how far the weights of two models lie apart.
func distance(a, b *report.Model) float64 {
	sum, n := 0.0, 0.0
	for g := range b {
		for v, w := range b[g] {
			sum += math.Abs(a[g][v] - w)
			n++
		}
	}
	return sum / n
}

func measure(m *report.Model, articles []article, threshold float64) (precision, recall float64) {
	tp, sys, is := 0.0, 0.0, 0.0
	for i := range articles {
		for _, e := range articles[i].candidates(m) {
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
	}
	return tp / sys, tp / is
}

// crossValidate prints F1 against all gold clauses for a range of thresholds, how well the probabilities are calibrated, and how
// many borders are right.
func crossValidate(t *testing.T, articles []article) {
	t.Helper()
	const folds = 10
	var prob []float64
	var is []bool
	gold, right, borders := 0.0, 0, 0
	for k := range folds {
		var part, rest []article
		for i, a := range articles {
			if i%folds != k {
				part = append(part, a)
			} else {
				rest = append(rest, a)
			}
		}
		m := trainAll(part)
		for i := range rest {
			gold += float64(len(rest[i].clauses))
			for _, e := range rest[i].candidates(m) {
				prob, is = append(prob, m.Probability(e.features)), append(is, e.is)
			}
			for _, e := range rest[i].borders {
				borders++
				if (m.Probability(e.features) >= 0.5) == e.is {
					right++
				}
			}
		}
	}
	t.Logf("borders: %d of %d right", right, borders)
	for _, th := range []float64{report.Threshold, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7} {
		tp, sys := 0.0, 0.0
		for i := range prob {
			if prob[i] >= th {
				sys++
				if is[i] {
					tp++
				}
			}
		}
		p, r := tp/sys, tp/gold
		t.Logf("threshold %.2f: P %.3f R %.3f F1 %.3f", th, p, r, 2*p*r/(p+r))
	}
	var n, yes [10]int
	for i := range prob {
		b := min(int(prob[i]*10), 9)
		n[b]++
		if is[i] {
			yes[b]++
		}
	}
	for b := range n {
		t.Logf("probability %.1f to %.1f: %d of %d right", float64(b)/10, float64(b+1)/10, yes[b], n[b])
	}
}

func write(t *testing.T, m *report.Model) {
	t.Helper()
	var lines []string
	for g := range m {
		for v, w := range m[g] {
			if math.Abs(w) >= 0.005 {
				lines = append(lines, fmt.Sprintf("%s\t%s\t%.3f\n", report.Group(g), v, w))
			}
		}
	}
	sort.Strings(lines)
	if err := os.WriteFile("weights.tsv", []byte(strings.Join(lines, "")), 0o644); err != nil {
		t.Fatal(err)
	}
}
