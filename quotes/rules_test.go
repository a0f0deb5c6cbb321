package quotes_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/report"
	"github.com/dateline-nlp/dateline/quotes/internal/source"
)

// TestEveryRule fails when a rule has no pattern that names it, and when a pattern names a rule that does not exist.
func TestEveryRule(t *testing.T) {
	rules := slices.Concat(source.Rules, report.Rules)
	named := map[string]bool{}
	for _, p := range slices.Concat(directPatterns, silentPatterns, indirectPatterns) {
		for _, line := range strings.Split(strings.TrimSpace(p.want), "\n") {
			if f := strings.Fields(line); len(f) > 1 {
				named[f[1]] = true
				if !slices.Contains(rules, f[1]) {
					t.Errorf("pattern %q names rule %q, which does not exist", p.name, f[1])
				}
			}
		}
	}
	for _, r := range rules {
		if !named[r] {
			t.Errorf("no pattern names the rule %s", r)
		}
	}
}

// TestUnknownScoresLow: a quotation whose speaker nobody names is no more than a guess.
func TestUnknownScoresLow(t *testing.T) {
	doc, _ := read(`It was reported that the bridge is "a ruin of rust".`)
	found := false
	for _, q := range doc.Quotes {
		if q.Kind == dateline.Mixed {
			found = true
			if q.Speaker.Known() || q.Score > 0.4 {
				t.Errorf("speaker %q with score %v, want nobody and 0.4 at most", q.Speaker.Name, q.Score)
			}
		}
	}
	if !found {
		t.Error("the quotation is not found")
	}
}
