package prosetag

import (
	"bytes"
	"encoding/gob"
	"math"
	"testing"

	"github.com/jdkato/prose/v2"
)

// TestModelIsProses compares the tables with what encoding/gob reads.
func TestModelIsProses(t *testing.T) {
	m := load()
	if m == nil {
		t.Fatal("no model")
	}
	var weights map[string]map[string]float64
	var fixed map[string]string
	decode(t, "weights", &weights)
	decode(t, "tags", &fixed)
	if len(fixed) != len(m.fixed) || len(fixed) == 0 {
		t.Errorf("%d fixed words, want %d", len(m.fixed), len(fixed))
	}
	for w, c := range fixed {
		if m.classes[m.fixed[w]] != c {
			t.Errorf("%q: %q, want %q", w, m.classes[m.fixed[w]], c)
		}
	}
	seen := map[uint64]string{}
	n := 0
	for feature, byClass := range weights {
		k, ok := parse(feature)
		if !ok {
			t.Fatalf("feature %q is not known", feature)
		}
		if other, ok := seen[k]; ok || k == 0 {
			t.Fatalf("%q and %q have one key", feature, other)
		}
		seen[k] = feature
		var scores [1 << classBits]int32
		m.add(&scores, k)
		n += len(byClass)
		for c, name := range m.classes {
			want := byClass[name]
			if math.Abs(want*1000-float64(scores[c])) > 1e-6 {
				t.Fatalf("%q, %s: %d thousandths, want %v", feature, name, scores[c], want)
			}
		}
	}
	if n != len(m.weights) || n == 0 {
		t.Errorf("%d weights, want %d", len(m.weights), n)
	}
}

func decode(t *testing.T, name string, v any) {
	t.Helper()
	data, err := prose.Asset("model/AveragedPerceptron/" + name + ".gob")
	if err != nil {
		t.Fatal(err)
	}
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(v); err != nil {
		t.Fatal(err)
	}
}

// TestBrokenModel holds that no cut or changed model panics, and that a cut one is refused.
func TestBrokenModel(t *testing.T) {
	for _, name := range []string{"classes", "tags"} {
		for _, cut := range []int{0, 1, 2, 5, 20, 50, 100, 160} {
			asset := func(file string) ([]byte, error) {
				data, err := prose.Asset(file)
				if file == "model/AveragedPerceptron/"+name+".gob" {
					data = data[:cut]
				}
				return data, err
			}
			if _, err := newModel(asset); err == nil {
				t.Errorf("%s cut to %d bytes: no error", name, cut)
			}
		}
	}
	if _, err := newModel(func(string) ([]byte, error) { return nil, errGob }); err == nil {
		t.Error("no assets: no error")
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		m, err := newModel(prose.Asset)
		if err != nil || len(m.classes) != 45 {
			b.Fatal(err)
		}
	}
}
