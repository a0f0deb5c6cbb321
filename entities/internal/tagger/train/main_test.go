package main

import (
	"os"
	"path/filepath"
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
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		want, name, _ := strings.Cut(line, " ")
		var got string
		switch {
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
	if seen < 3 {
		t.Errorf("%d lines in %s", seen, sumsFile)
	}
}
