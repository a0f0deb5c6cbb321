package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-nlp/dateline/entities/internal/tagger/compile"
)

// TestDecide holds that the heaviest of overlapping candidates wins, that light ones leave their passage open, and the lightest nothing.
func TestDecide(t *testing.T) {
	names, unclear := decide(map[candidate]float64{
		{0, 10, 1}:  0.9,
		{0, 5, 2}:   0.6, // inside the first
		{20, 25, 0}: 0.5,
		{20, 25, 4}: 0.41, // the same bytes, less mass
		{30, 35, 1}: 0.2,
		{40, 45, 1}: 0.1,
	})
	want := []compile.Label{{Start: 0, End: 10, Type: 1}, {Start: 20, End: 25, Type: 0}}
	if d := cmp.Diff(want, names); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]compile.Label{{Start: 30, End: 35, Type: compile.Unsure}}, unclear); d != "" {
		t.Error(d)
	}
}
