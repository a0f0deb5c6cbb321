package report

import (
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// according is According to NAME, C and C, according to NAME.
func (f *finder) according(s *clause.Sentence, k int) (Report, bool) {
	fr := &s.Frames[k]
	end := fr.Subject.Limit
	if !fr.Subject.OK() {
		end = fr.Limit
	}
	if end < s.Limit && f.Is(end, "which") {
		return Report{Content: f.span(end+1, f.rightBorder(s, k, end+1)), Rule: "according-clause", first: -1}, true
	}
	lead := s.First
	for lead < fr.First && (f.Items[lead].Kind == clause.Word && f.Items[lead].Any(1<<cue.Adverb|1<<cue.Coord) || f.Items[lead].Mark == ',') {
		lead++
	}
	if lead >= fr.First || f.Items[fr.First-1].Mark == ';' {
		i := end
		for i < s.Limit && f.Items[i].Mark != ',' {
			i++
		}
		i = f.pastNames(s, i)
		if i >= s.Limit || f.Items[i].Kind == clause.Quote && s.Limit-i < 3 {
			return Report{}, false
		}
		return Report{Content: f.span(i, f.rightBorder(s, k, i)), Rule: "according-clause", first: -1}, true
	}
	if f.Items[fr.First-1].Is(cue.Coord) && end < s.Limit && f.Items[end].Kind != clause.Punct {
		return Report{Content: f.span(end, f.rightBorder(s, k, end)), Rule: "according-clause", first: -1}, true
	}
	comma := fr.First - 1
	stop := fr.First
	if f.Items[comma].Mark == ',' {
		stop = comma
	}
	if f.Items[stop-1].Kind == clause.Quote && stop-1 == s.First {
		return Report{}, false
	}
	start := f.clauseStart(s, k, stop)
	if stop == fr.First {
		start = f.dependent(start, stop)
	}
	if stop < fr.First && f.Items[stop-1].Kind == clause.Word && f.Items[stop-1].Is(cue.Coord) && end < s.Limit && f.Items[end].Mark == ',' {
		// it rained, but, according to NAME, C
		return Report{Content: f.span(end+1, f.rightBorder(s, k, end+1)), Rule: "according-clause", first: -1}, true
	}
	if first := &f.Items[start]; first.Kind == clause.Word && first.Is(cue.Subord) && stop == fr.First &&
		f.Is(start, "while", "although", "though", "whereas") {
		return Report{Content: f.span(start+1, stop), Rule: "clause-according", first: -1}, stop > start+1
	}
	r := Report{Content: f.span(start, stop), Rule: "clause-according", first: -1}
	if stop < fr.First || start == f.clauseStart(s, k, stop) && !f.Main(start, stop) {
		r.Content = append(r.Content, f.rest(s, k, end)...)
	}
	return r, stop > start
}

// pastNames returns the item behind the comma at i, and behind what goes on with the names before it: according to NAME, and NAME,
// a group of lawyers, C.
func (f *finder) pastNames(s *clause.Sentence, i int) int {
	i++
	for n := 0; n < 3 && i < s.Limit; n++ {
		it := &f.Items[i]
		if it.Kind == clause.Quote || it.Kind == clause.When || it.Kind == clause.Word &&
			it.Any(1<<cue.Subord|1<<cue.To|1<<cue.Subject) || it.Kind == clause.Word && it.Is(cue.Prep) && !it.Is(cue.Coord) || f.Gerund(i) {
			return i
		}
		comma := i
		if f.Participle(i) && i+1 < s.Limit && f.Items[i+1].Kind == clause.Word && f.Items[i+1].Is(cue.Prep) {
			comma++ // according to a report, published in June, C
		}
		for comma < s.Limit && f.Items[comma].Mark != ',' {
			if f.Finite(comma) || f.Past(comma) || f.verbInS(s, comma) || f.Items[comma].Kind == clause.Quote || comma > i+14 {
				return i
			}
			comma++
		}
		if comma+2 >= s.Limit || !f.clauseAt(s, comma+1) && !f.CanBegin(comma+1) || it.Kind == clause.Name &&
			!it.Is(cue.Coord) && f.Items[comma+1].Is(cue.Coord) {
			return i // a list, or nothing behind it
		}
		i = comma + 1
	}
	return i
}

// verbInS reports whether item i looks like a verb in -s that no list knows, between its subject and an object: the album contains
// nine songs.
func (f *finder) verbInS(s *clause.Sentence, i int) bool {
	it := &f.Items[i]
	if i == s.First || i+1 >= s.Limit || it.Kind != clause.Word || it.Cap || it.Class != 0 {
		return false
	}
	str := f.String(i)
	if len(str) < 4 || str[len(str)-1] != 's' || str[len(str)-2] == 's' {
		return false
	}
	prev, next := &f.Items[i-1], &f.Items[i+1]
	if prev.Kind == clause.Punct || prev.Kind == clause.Word && prev.Any(1<<cue.Det|1<<cue.Possess|1<<cue.Prep|1<<cue.Coord) {
		return false
	}
	return next.Kind == clause.Word && next.Any(1<<cue.Det|1<<cue.Possess|1<<cue.Object|1<<cue.Someone) && !next.Any(1<<cue.Coord)
}

// dependent is where the last part of items start to stop begins, if that is a clause of its own that depends on what stands
// before it: killing 20 according to NAME; which he took according to NAME.
func (f *finder) dependent(start, stop int) int {
	for j := stop - 1; j > start; j-- {
		if f.Items[j].Mark != ',' {
			continue
		}
		if f.Gerund(j+1) || f.Items[j+1].Kind == clause.Word && f.Items[j+1].Any(1<<cue.Relative) && !f.Items[j+1].Is(cue.That) {
			return j + 1
		}
		break
	}
	return start
}
