package tagger_test

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/learn"
)

func shared(t testing.TB, parts ...string) string {
	path := filepath.Join(append([]string{"..", "..", "..", "..", "shared"}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("needs %s: not here", path)
	}
	return path
}

func read(t testing.TB, parts ...string) []*learn.Example {
	file, err := os.Open(shared(t, parts...))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	x, err := learn.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestFloors holds the strict F1 over PERSON, ORG and PLACE that MODEL.md states, from raw text, less some tenths.
func TestFloors(t *testing.T) {
	for _, c := range []struct {
		dir, name string
		floor     float64
	}{
		{"dev", "dateline-news.jsonl", 93.4},
		{"measure", "worldwide-dev.jsonl", 80.3},
		{"measure", "conll2003-dev.jsonl", 90.7},
	} {
		s := learn.Evaluate(tagger.Default(), read(t, "data", "entities", c.dir, c.name))
		t.Logf("%s: %s", c.name, s.String())
		if f := s.Main().F1(); f < c.floor {
			t.Errorf("%s: F1 %.1f, want %.1f", c.name, f, c.floor)
		}
	}
}

// TestCalibration holds that scores are probabilities: of the names with about the same score, the share that is right is that score,
// give or take 0.05. Tenths are taken together until they have 200 names, since a hundred can be off by that much by chance.
func TestCalibration(t *testing.T) {
	type name struct {
		dateline.Span
		label dateline.Label
	}
	var right, sum, all [10]float64
	for _, x := range read(t, "data", "entities", "dev", "dateline-news.jsonl") {
		gold := map[name]bool{}
		for _, g := range x.Gold {
			gold[name{g.Span, g.Label}] = true
		}
		for _, m := range tagger.Default().Tag(x.Doc) {
			k := min(int(m.Score*10), 9)
			all[k]++
			sum[k] += m.Score
			if gold[name{m.Span, m.Label}] {
				right[k]++
			}
		}
	}
	buckets := 0
	var r, s, n float64
	for k := range all {
		if all[k] > 0 {
			t.Logf("score %.3f: %.3f of %4.0f are right", sum[k]/all[k], right[k]/all[k], all[k])
		}
		r, s, n = r+right[k], s+sum[k], n+all[k]
		if n < 200 {
			continue
		}
		if math.Abs(s-r)/n > 0.05 {
			t.Errorf("%.0f names up to score 0.%d: mean score %.3f, %.3f are right", n, k+1, s/n, r/n)
		}
		r, s, n = 0, 0, 0
		buckets++
	}
	if buckets < 4 {
		t.Errorf("%d buckets with 200 names", buckets)
	}
}

// BenchmarkTag reads the dev articles, layout and tokens already made, and checks the answer.
func BenchmarkTag(b *testing.B) {
	examples := read(b, "data", "entities", "dev", "dateline-news.jsonl")
	tokens := 0
	for _, x := range examples {
		tokens += len(x.Doc.Tokens)
	}
	m := tagger.Default()
	found := 0
	b.ReportAllocs()
	b.ResetTimer()
	for n := 0; n < b.N; n++ {
		found = 0
		for _, x := range examples {
			found += len(m.Tag(x.Doc))
		}
	}
	b.StopTimer()
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
	if found < 4500 || found > 5000 {
		b.Errorf("%d names", found)
	}
	s := learn.Evaluate(m, examples)
	if f := s.Main().F1(); f < 93.4 {
		b.Errorf("F1 %.1f", f)
	}
}
