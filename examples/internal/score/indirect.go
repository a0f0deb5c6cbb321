package score

import (
	"cmp"
	"slices"
)

// A cover is a set of positions: spans in order, apart from each other.
type cover []Span

func coverOf(spans []Span) (c cover) {
	sorted := slices.Clone(spans)
	slices.SortFunc(sorted, func(a, b Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	for _, s := range sorted {
		if s.Start >= s.End {
			continue
		}
		if n := len(c); n > 0 && s.Start <= c[n-1].End {
			c[n-1].End = max(c[n-1].End, s.End)
		} else {
			c = append(c, s)
		}
	}
	return c
}

func (c cover) size() (n int) {
	for _, s := range c {
		n += s.End - s.Start
	}
	return n
}

// shared counts the positions in both.
func (c cover) shared(d cover) (n int) {
	for i, j := 0, 0; i < len(c) && j < len(d); {
		n += common(c[i], d[j])
		if c[i].End < d[j].End {
			i++
		} else {
			j++
		}
	}
	return n
}

// reported are the reported clauses of a document.
type reported struct {
	quotes []*Quote
	covers []cover
}

func (r *reported) add(q *Quote) {
	r.quotes = append(r.quotes, q)
	r.covers = append(r.covers, coverOf(q.Spans))
}

func (r *reported) union() cover {
	var all []Span
	for _, c := range r.covers {
		all = append(all, c...)
	}
	return coverOf(all)
}

// clausesOf returns the reported clauses: those that count, and the gold ones that count neither way.
func clausesOf(quotes []Quote, speechOnly bool) (counted, rest reported) {
	for i := range quotes {
		q := &quotes[i]
		switch {
		case q.Type != "indirect" || q.Nested:
		case speechOnly && q.NoSpeech:
			rest.add(q)
		default:
			counted.add(q)
		}
	}
	return counted, rest
}

// withoutStrays drops clauses of the system that fit a gold clause outside the restricted set better than one inside it.
func withoutStrays(want, rest, got reported) (out reported) {
	type fit struct {
		pair
		away bool
	}
	var fits []fit
	for set, r := range []reported{want, rest} {
		for i, x := range r.covers {
			for j, y := range got.covers {
				both := x.shared(y)
				if all := x.size() + y.size() - both; all > 0 && 2*both >= all {
					fits = append(fits, fit{pair{float64(both) / float64(all), i + set*len(want.covers), j}, set == 1})
				}
			}
		}
	}
	slices.SortFunc(fits, func(a, b fit) int {
		return cmp.Or(cmp.Compare(b.iou, a.iou), cmp.Compare(a.g, b.g), cmp.Compare(a.p, b.p))
	})
	ug, up, away := map[int]bool{}, map[int]bool{}, map[int]bool{}
	for _, f := range fits {
		if !ug[f.g] && !up[f.p] {
			ug[f.g], up[f.p] = true, true
			away[f.p] = f.away
		}
	}
	for j, q := range got.quotes {
		if !away[j] {
			out.add(q)
		}
	}
	return out
}

func indirect(name string, gold []Doc, byID map[string]Doc, speechOnly bool) quoteGroup {
	var g, p, m5, m8, ok, chars, goldChars, systemChars int
	for _, gd := range gold {
		text := []rune(gd.Text)
		want, rest := clausesOf(gd.Quotes, speechOnly)
		got, _ := clausesOf(byID[gd.ID].Quotes, false)
		got = withoutStrays(want, rest, got)
		gu, pu := want.union(), got.union()
		chars, goldChars, systemChars = chars+gu.shared(pu), goldChars+gu.size(), systemChars+pu.size()
		var c []pair
		for i, x := range want.covers {
			for j, y := range got.covers {
				if both := x.shared(y); both > 0 {
					c = append(c, pair{float64(both) / float64(x.size()+y.size()-both), i, j})
				}
			}
		}
		at := func(limit float64) []pair {
			return greedy(slices.DeleteFunc(slices.Clone(c), func(x pair) bool { return x.iou < limit }))
		}
		for _, x := range at(0.5) {
			m5++
			if speakerOK(text, want.quotes[x.g], got.quotes[x.p], false) {
				ok++
			}
		}
		m8 += len(at(0.8))
		g, p = g+len(want.quotes), p+len(got.quotes)
	}
	out := quoteGroup{name: name}
	out.add("iou0.5", ratio(m5, p, g))
	out.add("iou0.8", ratio(m8, p, g))
	out.add("char_overlap", ratio(chars, systemChars, goldChars))
	out.add("speaker_acc_on_matched", share(ok, m5))
	out.add("end_to_end", ratio(ok, p, g))
	return out
}
