package tagger_test

import (
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/learn"
)

// TestBlocks holds that a text too long for one block, and a line too long for one, lose no name, and that the user's list holds in
// every block.
func TestBlocks(t *testing.T) {
	if testing.Short() {
		t.Skip("reads two megabytes: not in short runs")
	}
	names, err := tagger.NewNames([]tagger.Name{{Text: "Jens Stoltenberg", Label: dateline.Org}})
	if err != nil {
		t.Fatal(err)
	}
	const n = 70_000
	lines := learn.Prepare(dateline.Article{Text: strings.Repeat("Jens Stoltenberg left.\n", n)})
	for _, c := range []struct {
		list  *tagger.Names
		label dateline.Label
		rule  string
	}{{nil, dateline.Person, "model"}, {names, dateline.Org, "gazetteer"}} {
		got := tagger.Default().TagWith(lines, c.list)
		check(t, lines, got)
		for i, m := range got {
			if m.Label != c.label || m.Rule != c.rule || lines.Slice(m.Span) != "Jens Stoltenberg" {
				t.Fatalf("mention %d is %q, %v by %s, want %v by %s", i, lines.Slice(m.Span), m.Label, m.Rule, c.label, c.rule)
			}
		}
		if len(got) != n {
			t.Fatalf("%d mentions by %s, want %d", len(got), c.rule, n)
		}
	}
	line := learn.Prepare(dateline.Article{Text: strings.Repeat("U-", 1<<18)})
	check(t, line, tagger.Default().Tag(line))
	check(t, line, tagger.Default().TagWith(line, names))

	// An entry of the list that lies over the end of a block is not cut, and the run is cut behind it.
	across, err := tagger.NewNames([]tagger.Name{{Text: "A-B-C-D-E", Label: dateline.Org}})
	if err != nil {
		t.Fatal(err)
	}
	for shift := range 3 {
		const entries = 1 << 10
		doc := learn.Prepare(dateline.Article{Text: strings.Repeat("U-", 1<<16-2*shift) + strings.Repeat("A-B-C-D-E-", entries)})
		n := 0
		for _, m := range tagger.Default().TagWith(doc, across) {
			if m.Rule == "gazetteer" {
				n++
			}
		}
		if n != entries {
			t.Errorf("shifted by %d: %d entries of the list are found, want %d", shift, n, entries)
		}
	}
}
