package source

// Attributions that touch the quotation: "A," NAME said; NAME said, "A"; According to NAME, "A".

import (
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// adjacent tries the attribution behind the quotation and the one before it. One behind is preferred where the quotation ends
// with a comma, and to a cue before that is weak.
func (f *finder) adjacent(si, q int) (Answer, bool) {
	after, ok := f.adjacentAfter(si, q)
	before, ok2 := f.adjacentBefore(si, q)
	s := &f.Sentences[si]
	switch {
	case ok && ok2:
		inner := f.Text.Text(f.Stretches[f.Items[q].Stretch].Inner)
		fr := &s.Frames[before.Frame]
		if f.opens(fr, q) && fr.Limit+1 == q && f.Items[s.First].Is(cue.Subord) &&
			f.Is(s.First, "when", "as", "after", "while") && f.quotedAfter(s, q+1) {
			return before, true // When NAME shouted, "A," NAME answered, "B"
		}
		if c := inner[len(inner)-1]; c == ',' || c == '?' || c == '!' || fr.Verb.Tier > 1 ||
			q+1 < s.Limit && f.Items[q+1].Mark == ',' && f.Items[q-1].Mark != ',' && f.Items[q-1].Mark != ':' {
			break
		}
		return before, true
	case ok2:
		return before, true
	case !ok:
		return Answer{}, false
	case after.Rule == "quote-according":
		if in, ok := f.inClause(si, q); ok {
			return in, true
		}
	}
	f.used[[2]int{si, after.Frame}] = true
	return after, true
}

// adjacentAfter is "A," NAME said; "A," said NAME; "A," according to NAME.
func (f *finder) adjacentAfter(si, q int) (Answer, bool) {
	s := &f.Sentences[si]
	for k := range s.Frames {
		fr := &s.Frames[k]
		if fr.Cue <= q || fr.Link == clause.NoLink || fr.Link == clause.ByNoun || fr.Link == clause.ByHeading || fr.Passive {
			continue
		}
		first := fr.First
		rule := "quote-verb-name"
		switch fr.Link {
		case clause.ByAccording:
			rule = "quote-according"
		case clause.BySubject, clause.ByApposition, clause.ByRelative:
			first, rule = fr.Subject.First, "quote-name-verb"
			if fr.Verb.Forms == cue.Gerund || fr.Link == clause.ByRelative {
				continue
			}
		case clause.ByShared:
			continue
		}
		if first <= q || !f.onlyMarks(q+1, first) && !(fr.Link == clause.ByApposition && f.apposed(q+1, first)) ||
			fr.Verb.Frame&cue.Listen != 0 && fr.Verb.Tier == 2 {
			continue
		}
		if c := f.lastByte(q); (fr.Verb.Tier > 2 || fr.Verb.Frame&cue.Thought != 0) && c != ',' && c != '!' && c != '?' {
			continue
		}
		a, ok := f.frame(si, k, rule)
		a.Mixed = q > s.First && f.Items[q-1].Kind != clause.Punct && f.Items[q-1].Kind != clause.Paren // It could be "A," NAME said
		return a, ok
	}
	return Answer{}, false
}

// adjacentBefore is NAME said, "A"; NAME told reporters: "A"; According to NAME, "A".
func (f *finder) adjacentBefore(si, q int) (Answer, bool) {
	s := &f.Sentences[si]
	for k := len(s.Frames) - 1; k >= 0; k-- {
		fr := &s.Frames[k]
		if fr.Limit <= q && fr.Passive && fr.Link == clause.NoLink && fr.Verb.Frame&cue.Addressee != 0 && q == fr.Limit+1 &&
			f.Items[q-1].Mark != '-' {
			return f.frame(si, k, "name-verb-quote") // NAME was asked, "A?"
		}
		if fr.Limit > q || fr.Link == clause.NoLink || fr.Link == clause.ByNoun || fr.Link == clause.ByHeading {
			continue
		}
		if f.used[[2]int{si, k}] {
			return Answer{}, false
		}
		if fr.Link == clause.ByAccording {
			if fr.Subject.Limit > q {
				return Answer{}, false
			}
			if f.onlyMarks(fr.Subject.Limit, q) || q-fr.Subject.Limit <= 6 && f.Items[q-1].Mark == ',' && f.unmarked(fr.Subject.Limit, q-1) {
				return f.frame(si, k, "according-quote")
			}
			return Answer{}, false
		}
		if fr.Link == clause.ByInversion && fr.Subject.Limit <= q && f.onlyMarksOrColon(fr.Subject.Limit, q) {
			return f.frame(si, k, "name-verb-quote")
		}
		if fr.Verb.Tier > 2 && !fr.Subject.OK() {
			continue
		}
		if f.opens(fr, q) {
			if fr.Passive && fr.Link != clause.ByAgent {
				if fr.Verb.Frame&cue.Addressee != 0 && q > fr.Limit {
					return f.frame(si, k, "name-verb-quote") // NAME was asked, "A?"
				}
				return Answer{}, false
			}
			if f.governed(s, k) {
				continue
			}
			a, ok := f.frame(si, k, "name-verb-quote")
			a.Mixed = a.Mixed || q > fr.Limit && f.fragment(fr, q)
			return a, ok
		}
		return Answer{}, false
	}
	return Answer{}, false
}

// fragment reports whether the words between the cue and the quotation belong to what was said: expressed a desire to "A", urged
// them to "A"; not: told reporters "A", said that "A".
func (f *finder) fragment(fr *clause.Frame, q int) bool {
	last := &f.Items[q-1]
	if last.Kind != clause.Word || last.Any(1<<cue.That|1<<cue.Hearer|1<<cue.Time|1<<cue.Object|1<<cue.Adverb|1<<cue.Document) {
		return false
	}
	return q-fr.Limit > 1 || last.Any(1<<cue.Det|1<<cue.Possess|1<<cue.To|1<<cue.Prep)
}

// governed reports whether frame k is less the source of what follows than a frame before it that governs it: NAME said he
// thought, NAME says the plan shows.
func (f *finder) governed(s *clause.Sentence, k int) bool {
	fr := &s.Frames[k]
	if k > 0 && fr.Verb.Tier > 1 && fr.Link == clause.BySubject {
		// NAME said that NAME reassured them
		g := &s.Frames[k-1]
		that := g.Limit
		if f.Items[that].Kind == clause.Word && f.Items[that].Is(cue.That) {
			that++
		}
		if g.Verb.Tier == 1 && g.Verb.Frame&cue.Clause != 0 && g.Link != clause.NoLink && !g.Passive &&
			that == fr.Subject.First && !f.used[[2]int{f.at, k - 1}] {
			return true
		}
	}
	if !(fr.Verb.Frame&(cue.Thought|cue.Listen) != 0 && fr.Verb.Tier > 1 || fr.Verb.Tier > 2 ||
		fr.Subject.Pronoun && fr.Link == clause.BySubject || fr.Subject.OK() && !fr.Animate ||
		fr.Link == clause.ByNoun && !fr.Subject.OK() || fr.Unreal || fr.Link == clause.ByAgent) {
		return false
	}
	if j := fr.Subject.First - 2; fr.Verb.Tier == 1 && !fr.Unreal && fr.Link == clause.BySubject && j > s.First &&
		f.Items[j].Mark == ',' && f.Is(j+1, "and", "but", "so") {
		return false // NAME told them that she would go, and they said
	}
	for i := 0; i < k; i++ {
		if g := &s.Frames[i]; fr.Unreal && g.Verb.Tier == 2 && g.Verb.Frame&cue.Thought != 0 && g.Link != clause.NoLink {
			return true // NAME believed that a map should tell
		}
		if fr := &s.Frames[i]; fr.Verb.Tier == 1 && fr.Verb.Frame&cue.Clause != 0 && fr.Link != clause.NoLink && !fr.Passive &&
			!f.used[[2]int{f.at, i}] {
			return true
		}
	}
	return false
}

// opens reports whether the quotation at item q is all that the frame reports: between them stand at most the hearer, the time
// and the place, with a comma, a colon or "that" before the marks, or nothing at all.
func (f *finder) opens(fr *clause.Frame, q int) bool {
	if q == fr.Limit {
		return true
	}
	last := &f.Items[q-1]
	answers := fr.Verb.Lemma == "respond" || fr.Verb.Lemma == "reply" || fr.Verb.Lemma == "answer" || fr.Verb.Lemma == "counter"
	if answers && f.Is(q-1, "with") && q-fr.Limit <= 12 && !f.HasFinite(fr.Limit, q) {
		return true // responded to a question about it with "A"
	}
	if last.Mark != ',' && last.Mark != ':' && !last.Is(cue.That) && !(fr.Verb.Frame&cue.Name != 0) &&
		!(q-fr.Limit <= 6 && fr.Verb.Tier <= 2 && !f.HasFinite(fr.Limit, q)) {
		return false
	}
	if fr.Verb.Tier > 2 && q-fr.Limit > 2 {
		return false
	}
	aside := f.Items[fr.Limit].Mark == ',' && last.Mark == ',' && f.Aside(fr.Limit+1, q-1) // said, in remarks published by NAME, "A"
	for i := fr.Limit; i < q-1; i++ {
		it := &f.Items[i]
		if it.Kind == clause.Quote || it.Mark == ';' || f.Finite(i) && !aside {
			return false
		}
	}
	return true
}

// quotedAfter reports whether another quotation stands in s from item i on.
func (f *finder) quotedAfter(s *clause.Sentence, i int) bool {
	for ; i < s.Limit; i++ {
		if f.Items[i].Kind == clause.Quote {
			return true
		}
	}
	return false
}

// unmarked reports whether no marks and no quotations stand among items i to limit.
func (f *finder) unmarked(i, limit int) bool {
	for ; i < limit; i++ {
		if f.Items[i].Kind == clause.Punct || f.Items[i].Kind == clause.Quote {
			return false
		}
	}
	return true
}

// apposed reports whether items i to limit are marks and what explains the name behind them: "A," as the author, NAME, puts it.
func (f *finder) apposed(i, limit int) bool {
	if limit-i > 14 || f.Items[i].Mark != ',' && !f.CanBegin(i) {
		return false
	}
	for ; i < limit; i++ {
		if it := &f.Items[i]; it.Kind == clause.Quote || it.Mark == ';' || it.Mark == ':' || f.Finite(i) ||
			it.Kind == clause.Word && it.Any(1<<cue.Relative|1<<cue.Coord) ||
			f.Is(i, "while", "although", "though", "whereas", "when", "because") {
			return false
		}
	}
	return true
}

// onlyMarks reports whether items i to limit are commas, dashes, parentheses and small adverbs only.
func (f *finder) onlyMarks(i, limit int) bool {
	for ; i < limit; i++ {
		it := &f.Items[i]
		if it.Kind == clause.Punct && (it.Mark == ',' || it.Mark == '-' || it.Mark == '.') || it.Kind == clause.Paren ||
			it.Kind == clause.Word && (it.Is(cue.Adverb) || f.Is(i, "as")) {
			continue
		}
		return false
	}
	return true
}

func (f *finder) onlyMarksOrColon(i, limit int) bool {
	for ; i < limit; i++ {
		if f.Items[i].Mark != ':' && !f.onlyMarks(i, i+1) {
			return false
		}
	}
	return true
}
