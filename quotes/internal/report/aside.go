package report

// What may stand between a verb and its clause: the time, the place, the means, an aside between commas.

import (
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// complementizer looks for "that" behind a verb, past the hearer, the time and the place.
func (f *finder) complementizer(s *clause.Sentence, i int, fr *clause.Frame) (int, bool) {
	for j := i; j < s.Limit && j < i+14; j++ {
		it := &f.Items[j]
		if it.Is(cue.That) && (j == i || f.Items[j-1].Kind != clause.Word || !f.Items[j-1].Any(1<<cue.Prep)) {
			if j > i && fr.Verb.Frame&(cue.Addressee|cue.Order) == 0 && !f.asideOnly(s, i, j) {
				return 0, false
			}
			if j == i && fr.Verb.Frame&cue.Clause == 0 || j > i && f.relativeThat(s, i, j) {
				return 0, false
			}
			return j + 1, j+1 < s.Limit
		}
		if j > i && j+1 < s.Limit && it.Kind == clause.Word && f.Items[j-1].Is(cue.Document) && f.Items[j+1].Is(cue.Prep) &&
			!it.Any(1<<cue.Aux|1<<cue.Modal) {
			continue // in a statement posted on its site
		}
		if it.Kind == clause.Quote || it.Mark == ';' || it.Mark == ':' || f.Finite(j) || j > i && f.Gerund(j) && f.Items[j-1].Mark == ',' {
			return 0, false
		}
	}
	return 0, false
}

// relativeThat reports whether the "that" at item j belongs to a noun behind the verb that ends before item i: asked her for a map
// that would leave out; told the newspaper, a sentence that means; asked why they hid a complaint that it received.
func (f *finder) relativeThat(s *clause.Sentence, i, j int) bool {
	if j+1 < s.Limit && f.Items[j-1].Kind == clause.Word && !f.Items[j-1].Any(1<<cue.Object|1<<cue.Hearer|1<<cue.Role) &&
		f.Items[j+1].Any(1<<cue.Aux|1<<cue.Modal) && f.Items[j+1].Kind == clause.Word {
		return true
	}
	for n := i; n < j; n++ {
		it := &f.Items[n]
		if it.Kind == clause.Word && f.Is(n, "why", "whether", "how", "if", "what") {
			return true
		}
		if it.Mark == ',' && n+1 < j && f.Is(n+1, "a", "an") && n+2 < j && f.oneSegment(n+1, j) {
			return true
		}
	}
	return false
}

func (f *finder) asideOnly(s *clause.Sentence, i, j int) bool {
	k := f.skipAsides(s, i)
	return k >= j || f.Items[i].Any(1<<cue.Prep|1<<cue.Time|1<<cue.Adverb) || f.Items[i].Kind == clause.When || f.Items[i].Mark == ','
}

// skipAsides passes over times, places and means behind a verb: on Monday, in a statement, to reporters, via Twitter.
func (f *finder) skipAsides(s *clause.Sentence, i int) int {
	for i < s.Limit {
		it := &f.Items[i]
		switch {
		case it.Kind == clause.When || it.Kind == clause.Paren:
			i++
			continue
		case it.Kind == clause.Word && it.Is(cue.Adverb) && !it.Any(1<<cue.Det|1<<cue.Prep|1<<cue.Someone|1<<cue.Subord) &&
			i+1 < s.Limit && !f.Is(i, "only", "just", "even"):
			i++
			continue
		case f.Is(i, "today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"):
			i++
			continue
		case f.Is(i, "in", "on", "at", "during", "to", "via", "through", "by", "from", "after") && it.Kind == clause.Word:
			if j := f.aside(s, i); j > i {
				i = j
				continue
			}
		case it.Mark == ',' && i+1 < s.Limit && (f.Items[i+1].Is(cue.That) || f.Is(i+1, "however")):
			i++
			continue
		case it.Mark == ',':
			if j := f.parenthesis(s, i); j > i {
				i = j
				continue
			}
		}
		break
	}
	return i
}

// parenthesis returns the item after a short phrase without verb between the commas at i and behind it; i if there is none.
func (f *finder) parenthesis(s *clause.Sentence, i int) int {
	for j := i + 1; j < s.Limit && j < i+9; j++ {
		it := &f.Items[j]
		if it.Mark == ',' {
			if j > i+1 && f.Aside(i+1, j) && f.clauseAt(s, j+1) {
				return j + 1
			}
			return i
		}
		if it.Kind == clause.Quote || f.Finite(j) {
			return i
		}
	}
	return i
}

// aside returns the end of a short phrase of time, place or means at i, which another subject or "that" must follow.
func (f *finder) aside(s *clause.Sentence, i int) int {
	j := i + 1
	if j >= s.Limit {
		return i
	}
	if f.Items[j].Kind == clause.When {
		return j + 1
	}
	if f.Items[j].Kind == clause.Word && f.Items[j].Is(cue.Det) && j+2 < s.Limit && f.Is(i, "to") && f.Items[j+1].Kind == clause.Name {
		j++
	}
	if f.Items[j].Kind == clause.Name && j+1 < s.Limit {
		if next := &f.Items[j+1]; f.CanBegin(j+1) || next.Kind == clause.When || next.Is(cue.That) ||
			j+2 < s.Limit && f.Is(j+1, "on", "in") && (f.Items[j+2].Kind == clause.When || f.Items[j+2].Any(1<<cue.Time|1<<cue.Adverb)) ||
			f.Is(i, "to") && f.Pronoun(j+1) {
			return j + 1
		}
	}
	for k := j; k < s.Limit && k < i+7; k++ {
		it := &f.Items[k]
		if it.Kind == clause.Punct || it.Kind == clause.Quote || f.Finite(k) {
			return i
		}
		if it.Kind == clause.Word && (it.Any(1<<cue.Document|1<<cue.Hearer) ||
			f.Is(k, "interview", "conference", "briefing", "speech", "statement", "meeting", "rally", "hearing", "court",
				"twitter", "facebook", "television", "radio", "announcement", "address", "remarks", "comments", "call",
				"livestream", "podcast", "debate")) {
			for k+1 < s.Limit && (f.Items[k+1].Kind == clause.Word && f.Items[k+1].Is(cue.Document) && !f.CanBegin(k+1) ||
				f.Items[k+1].Kind == clause.When || f.Items[k+1].Kind == clause.Word && f.Items[k+1].Any(1<<cue.Time) ||
				f.Is(k+1, "conference", "release")) {
				k++
			}
			if k+2 < s.Limit && f.Is(k+1, "with", "of", "by", "for", "from") &&
				(f.Items[k+2].Kind == clause.Name || f.Items[k+2].Kind == clause.Phrase) {
				k += 2 // in an interview with NAME
			}
			return k + 1
		}
	}
	return i
}
