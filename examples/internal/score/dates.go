package score

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// A Timex is an expression of time.
type Timex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

// DateOptions are the choices of score_dates.py.
type DateOptions struct {
	Types        []string // only these; none: all
	NoVague      bool     // leave out PRESENT_REF, PAST_REF and FUTURE_REF
	LenientValue bool     // PT24H = P1D, P7D = P1W, and the like
	Errors       int      // how many errors to print
}

// A DateResult is the score of one system.
type DateResult struct {
	docs, gold, system           int
	strict, relaxed, strictValue triple
	typeAcc, valueAcc            float64
	types                        map[string]*[4]int // of a gold type: gold, found, exact, value right
	errors                       []string
	wanted                       int
}

// A triple is precision, recall and F1 as fractions.
type triple struct{ p, r, f float64 }

func prf(tpP, tpR, system, gold int) (t triple) {
	if system > 0 {
		t.p = float64(tpP) / float64(system)
	}
	if gold > 0 {
		t.r = float64(tpR) / float64(gold)
	}
	if t.p+t.r > 0 {
		t.f = 2 * t.p * t.r / (t.p + t.r)
	}
	return t
}

// ValueF1 is relaxed F1 times the share of right values, TempEval-3's figure, as a fraction.
func (r *DateResult) ValueF1() float64 { return r.relaxed.f * r.valueAcc }

const trimmed = " \t\n\r\u00a0.,;:!?\"'\u201c\u201d\u2018\u2019()[]"

// trim takes marks and space off the ends of a span, so that "Feb." keeps or loses its stop without effect.
func trim(text []rune, s Span) Span {
	for s.Start < s.End && strings.ContainsRune(trimmed, text[s.Start]) {
		s.Start++
	}
	for s.End > s.Start && strings.ContainsRune(trimmed, text[s.End-1]) {
		s.End--
	}
	return s
}

// A placed Timex is one with its trimmed span.
type placed struct {
	Span
	Timex
}

func (o DateOptions) place(text []rune, list []Timex) (out []placed) {
	for _, x := range list {
		if len(o.Types) > 0 && !slices.Contains(o.Types, x.Type) || o.NoVague && strings.HasSuffix(x.Value, "_REF") && slices.Contains(vague, x.Value) {
			continue
		}
		s := Span{min(x.Start, len(text)), min(x.End, len(text))}
		out = append(out, placed{trim(text, s), x})
	}
	return out
}

var vague = []string{"PRESENT_REF", "PAST_REF", "FUTURE_REF"}

// tally are the running sums of Dates.
type tally struct {
	o                              DateOptions
	r                              *DateResult
	exactP, exactR, relaxP, relaxR int
	typeOK, valueOK, exactAndValue int
}

// Dates scores expressions of time as TempEval-3 did. It fails where the two files do not have the same text.
func Dates(gold, system []Doc, o DateOptions) (*DateResult, error) {
	r := &DateResult{docs: len(gold), types: map[string]*[4]int{}, wanted: o.Errors}
	t := &tally{o: o, r: r}
	byID := index(system)
	for _, g := range gold {
		s, ok := byID[g.ID]
		if ok && s.Text != "" && s.Text != g.Text {
			return nil, fmt.Errorf("text differs: %s", g.ID)
		}
		text := []rune(g.Text)
		want, all := o.place(text, g.Timex), o.place(text, s.Timex)
		got := all[:0]
		for _, x := range all {
			if x.Span.Start < x.Span.End {
				got = append(got, x)
			}
		}
		sort.SliceStable(got, func(i, j int) bool {
			a, b := got[i].Span, got[j].Span
			return a.Start < b.Start || a.Start == b.Start && a.End < b.End
		})
		r.gold += len(want)
		r.system += len(got)
		t.recall(g.ID, text, want, got)
		t.precision(g.ID, text, want, got)
	}
	r.strict = prf(t.exactP, t.exactR, r.system, r.gold)
	r.relaxed = prf(t.relaxP, t.relaxR, r.system, r.gold)
	r.strictValue = prf(t.exactAndValue, t.exactAndValue, r.system, r.gold)
	if t.relaxR > 0 {
		r.typeAcc, r.valueAcc = float64(t.typeOK)/float64(t.relaxR), float64(t.valueOK)/float64(t.relaxR)
	}
	return r, nil
}

func (t *tally) recall(id string, text []rune, want, got []placed) {
	for _, x := range want {
		per := t.r.types[x.Type]
		if per == nil {
			per = new([4]int)
			t.r.types[x.Type] = per
		}
		per[0]++
		var hit *placed
		exact := false
		for i := range got { // the first that overlaps, but an exact one goes first
			if y := &got[i]; y.overlaps(x.Span) && (hit == nil || !exact && y.Span == x.Span) {
				hit, exact = y, y.Span == x.Span
			}
		}
		if hit == nil {
			t.error(id, "MISS", x.Timex, "")
			continue
		}
		t.relaxR++
		per[1]++
		if exact {
			t.exactR++
			per[2]++
		}
		if hit.Type == x.Type {
			t.typeOK++
		} else {
			t.error(id, "TYPE", x.Timex, hit.Type)
		}
		found := string(text[hit.Span.Start:hit.Span.End])
		if t.equal(hit.Value, x.Value) {
			t.valueOK++
			per[3]++
			if exact {
				t.exactAndValue++
			}
		} else {
			t.error(id, "VALUE", x.Timex, found+" -> "+hit.Value)
		}
		if !exact {
			t.error(id, "SPAN", x.Timex, found)
		}
	}
}

func (t *tally) precision(id string, text []rune, want, got []placed) {
	for _, y := range got {
		hit, exact := false, false
		for _, x := range want {
			hit = hit || x.overlaps(y.Span)
			exact = exact || x.Span == y.Span
		}
		if hit {
			t.relaxP++
		} else {
			y.Text = string(text[y.Span.Start:y.Span.End])
			t.error(id, "SPURIOUS", y.Timex, "")
		}
		if exact {
			t.exactP++
		}
	}
}

func (t *tally) error(id, what string, x Timex, got string) {
	if len(t.r.errors) < t.r.wanted {
		t.r.errors = append(t.r.errors, strings.Join([]string{id, what, x.Text, x.Type, x.Value, got}, "\t"))
	}
}

func (t *tally) equal(a, b string) bool {
	if t.o.LenientValue {
		return lenientValue(a) == lenientValue(b)
	}
	return a == b
}

var (
	midnight = regexp.MustCompile(`T00:00(:00)?$`)
	zeros    = regexp.MustCompile(`(T\d\d)(:00)+$`)
	century  = regexp.MustCompile(`^(\d\d)XX$`)
	decade   = regexp.MustCompile(`^(\d{3})X$`)
	length   = regexp.MustCompile(`^P(T?)(\d+(?:\.\d+)?)([A-Z]+)$`)
)

var unitsOf = map[string]struct {
	factor float64
	base   string
}{
	"TH": {1, "h"}, "D": {24, "h"}, "W": {168, "h"}, "TM": {1.0 / 60, "h"}, "TS": {1.0 / 3600, "h"},
	"M": {1, "mo"}, "Q": {3, "mo"}, "Y": {12, "mo"}, "DE": {120, "mo"}, "CE": {1200, "mo"},
}

func lenientValue(v string) string {
	v = strings.TrimSuffix(midnight.ReplaceAllString(strings.TrimSpace(v), ""), "Z")
	v = zeros.ReplaceAllString(v, "$1")
	v = decade.ReplaceAllString(century.ReplaceAllString(v, "$1"), "$1")
	m := length.FindStringSubmatch(v)
	if m == nil {
		return v
	}
	u, ok := unitsOf[m[1]+m[3]]
	n, err := strconv.ParseFloat(m[2], 64)
	if !ok || err != nil {
		return v
	}
	return strconv.FormatFloat(n*u.factor, 'g', 6, 64) + u.base
}

// Print writes the result as score_dates.py does.
func (r *DateResult) Print(w io.Writer) {
	pc := func(t triple) string { return fmt.Sprintf("P %6.2f  R %6.2f  F1 %6.2f", 100*t.p, 100*t.r, 100*t.f) }
	fmt.Fprintf(w, "gold %d  system %d  docs %d\n", r.gold, r.system, r.docs)
	fmt.Fprintln(w, "strict       ", pc(r.strict))
	fmt.Fprintln(w, "relaxed      ", pc(r.relaxed))
	fmt.Fprintf(w, "type   F1 %6.2f  (accuracy on matched %.2f)\n", 100*(r.relaxed.f*r.typeAcc), 100*r.typeAcc)
	fmt.Fprintf(w, "value  F1 %6.2f  (accuracy on matched %.2f)\n", 100*r.ValueF1(), 100*r.valueAcc)
	fmt.Fprintln(w, "strict+value ", pc(r.strictValue))
	var names []string
	for n := range r.types {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		v := r.types[n]
		fmt.Fprintf(w, "  %-8s gold %4d  found %4d  exact %4d  value right %4d\n", n, v[0], v[1], v[2], v[3])
	}
	if len(r.errors) > 0 {
		fmt.Fprintln(w)
		for _, e := range r.errors {
			fmt.Fprintln(w, e)
		}
	}
}
