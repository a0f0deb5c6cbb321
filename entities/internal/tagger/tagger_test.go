package tagger_test

import (
	"os"
	"path/filepath"
	"testing"

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

// TestFloors holds what issue 3 asks for, from raw text.
func TestFloors(t *testing.T) {
	for _, c := range []struct {
		path  []string
		floor float64
	}{
		{[]string{"data", "entities", "dev", "dateline-news.jsonl"}, 92},
		{[]string{"data", "entities", "measure", "worldwide-dev.jsonl"}, 78},
		{[]string{"data", "entities", "measure", "conll2003-dev.jsonl"}, 77},
	} {
		var s learn.Score
		for _, x := range read(t, c.path...) {
			s.Add(x.Gold, tagger.Default().Tag(x.Doc))
		}
		t.Logf("%s: %s", c.path[3], s.String())
		if f := s.Main().F1(); f < c.floor {
			t.Errorf("%s: F1 %.1f, want %.0f", c.path[3], f, c.floor)
		}
	}
}

func BenchmarkTag(b *testing.B) {
	docs := read(b, "data", "entities", "dev", "dateline-news.jsonl")
	tokens := 0
	for _, x := range docs {
		tokens += len(x.Doc.Tokens)
	}
	m := tagger.Default()
	b.ReportAllocs()
	b.ResetTimer()
	var s learn.Score
	for n := 0; n < b.N; n++ {
		s = learn.Score{}
		for _, x := range docs {
			s.Add(x.Gold, m.Tag(x.Doc))
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
	if f := s.Main().F1(); f < 92 {
		b.Errorf("F1 %.1f", f)
	}
}
