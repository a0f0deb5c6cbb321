package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestFresh fails where the sources of the trainer, its data or its results are not those that inputs.sum names: run go generate
// in entities/internal/tagger.
func TestFresh(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", sumsFile))
	if err != nil {
		t.Fatal(err)
	}
	shared := filepath.Join("..", "..", "..", "..", "..", "shared")
	_, noShared := os.Stat(shared)
	seen := 0
	var sample []uint32
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		want, name, _ := strings.Cut(line, " ")
		var got string
		switch {
		case name == "sentences":
			for _, s := range strings.Split(want, ",") {
				h, err := strconv.ParseUint(s, 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				sample = append(sample, uint32(h))
			}
			continue
		case name == "sources":
			got, err = sourceSum("..")
		case strings.HasPrefix(name, "data/"):
			if noShared != nil {
				continue
			}
			got, err = fileSum(filepath.Join(shared, filepath.FromSlash(name)))
		default:
			got, err = fileSum(filepath.Join("..", name))
		}
		if err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("%s has changed since the model was made", name)
		}
		seen++
	}
	if seen < 3 || len(sample) < 50 {
		t.Errorf("%d files and %d sentences in %s", seen, len(sample), sumsFile)
	}
	if noShared != nil {
		return
	}
	now, err := sentenceSample(filepath.Join(shared, "data"))
	if err != nil {
		t.Fatal(err)
	}
	if share := unlike(sample, now); share > 0.02 {
		t.Errorf("layout and segment read %.1f %% of the training text in another way than when the model was made", 100*share)
	}
}

func TestUnlike(t *testing.T) {
	for _, c := range []struct {
		a, b []uint32
		want float64
	}{{nil, nil, 0}, {[]uint32{1, 2}, []uint32{1, 2}, 0}, {[]uint32{1, 2, 3}, []uint32{2, 3, 4}, 0.5}, {[]uint32{1}, nil, 1}} {
		if got := unlike(c.a, c.b); got != c.want {
			t.Errorf("%v and %v: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
