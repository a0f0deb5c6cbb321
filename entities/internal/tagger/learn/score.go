package learn

import (
	"fmt"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
)

// A Tally counts right and wrong names of one label.
type Tally struct{ Right, Found, Gold int }

// F1 is the harmonic mean of precision and recall, in percent.
func (t Tally) F1() float64 {
	if t.Found+t.Gold == 0 {
		return 0
	}
	return 200 * float64(t.Right) / float64(t.Found+t.Gold)
}

// Precision and Recall are in percent.
func (t Tally) Precision() float64 { return percent(t.Right, t.Found) }
func (t Tally) Recall() float64    { return percent(t.Right, t.Gold) }

func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

func (t Tally) plus(u Tally) Tally {
	return Tally{t.Right + u.Right, t.Found + u.Found, t.Gold + u.Gold}
}

// A Score is one Tally for each type: strict, span and label equal.
type Score [crf.Types]Tally

// Add counts one document.
func (s *Score) Add(gold, found []dateline.Mention) {
	type name struct {
		dateline.Span
		label dateline.Label
	}
	seen := make(map[name]bool, len(gold))
	for _, g := range gold {
		if t := crf.TypeOf(g.Label); t >= 0 && !seen[name{g.Span, g.Label}] {
			seen[name{g.Span, g.Label}] = true
			s[t].Gold++
		}
	}
	for _, f := range found {
		if t := crf.TypeOf(f.Label); t >= 0 {
			s[t].Found++
			if seen[name{f.Span, f.Label}] {
				s[t].Right++
			}
		}
	}
}

// Main is the sum over PERSON, ORG and PLACE.
func (s *Score) Main() Tally { return s[0].plus(s[1]).plus(s[2]) }

// String gives all F1 in a line.
func (s *Score) String() string {
	var b strings.Builder
	m := s.Main()
	fmt.Fprintf(&b, "%.2f (P %.1f R %.1f)", m.F1(), m.Precision(), m.Recall())
	for t, x := range s {
		fmt.Fprintf(&b, " %s %.1f", crf.Name(t), x.F1())
	}
	return b.String()
}
