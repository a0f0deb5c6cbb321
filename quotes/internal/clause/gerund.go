package clause

// Who is "saying": NAME left, saying; with officials saying; NAME was quoted as saying.

import "github.com/dateline-nlp/dateline/quotes/internal/cue"

// gerundSubject finds who is "saying": a name right before, or the subject of the clause.
func (t *Text) gerundSubject(s *Sentence, f *Frame) {
	j := f.Cue - 1
	if j > s.First && t.Is(j, "as") && t.quotedAs(s, f, j) {
		return
	}
	if j >= s.First {
		if k := t.with(s.First, j); k > 0 {
			f.Subject, f.Link = t.nounPhrase(k, j+1), BySubject
			return
		}
	}
	if j >= s.First && (t.Items[j].Kind == Name || t.Items[j].Kind == Phrase || t.Items[j].Kind == Word && t.Items[j].Is(cue.Role) && t.plural(j)) {
		if n := t.phraseEnding(s.First, j); n.OK() {
			if n.Head < j && t.Is(n.Head+1, "to") {
				if c := t.ClauseSubject(s.First, n.First); c.OK() {
					n = c // NAME wrote a letter to NAME asking
				}
			} else if n.First > s.First && t.addresses(n.First-1) {
				if c := t.ClauseSubject(s.First, n.First); c.OK() && c.Limit < n.First {
					n = c // NAME emailed supporters saying
				}
			}
			f.Subject, f.Link = n, BySubject
			return
		}
	}
	for k := len(s.Frames) - 1; k >= 0; k-- { // C, NAME said, adding
		g := &s.Frames[k]
		end := g.Limit
		if g.Link == ByInversion {
			end = g.Subject.Limit
		}
		if g.Verb.Tier == 1 && (g.Link == ByInversion || g.Link == BySubject) && j >= end && j < end+8 &&
			t.Items[j].Mark == ',' && !t.HasFinite(end, j) {
			f.Subject, f.Link = g.Subject, ByShared
			return
		}
	}
	f.Subject, f.Link = t.ClauseSubject(s.First, f.Cue), ByShared
	if !f.Subject.OK() && (f.Cue == s.First || f.Cue == s.First+1) {
		// Saying "A", NAME left; After saying "A", NAME left
		for k := f.Limit; k < s.Limit; k++ {
			if t.Items[k].Mark == ',' || t.Items[k].Kind == Quote && k > f.Limit {
				if n := t.subjectAt(k+1, s.Limit); n.OK() {
					f.Subject, f.Link = n, ByShared
				}
				return
			}
		}
	}
}

// quotedAs finds who is quoted as saying, where item j is the "as" before the participle; false if nobody is.
func (t *Text) quotedAs(s *Sentence, f *Frame, j int) bool {
	for k := j - 1; k >= s.First && k > j-14; k-- {
		if !t.Is(k, "quoted", "cited", "quotes", "cites", "quoting", "citing") {
			continue
		}
		if k == j-1 || t.beQuoted(s.First, k) {
			f.Subject, f.Link = t.ClauseSubject(s.First, k), ByShared
		} else {
			f.Subject, f.Link = t.PhraseAt(k+1, j), BySubject
		}
		return true
	}
	return false
}

// addresses reports whether item i is a verb whose object is who hears or reads: told, emailed.
func (t *Text) addresses(i int) bool {
	v := t.words.VerbAt(t.Items[i].Word)
	return v.Frame&cue.Addressee != 0 && v.Forms&cue.Past != 0 || t.Is(i, "emailed", "texted", "messaged", "wrote", "addressed", "phoned", "called")
}

// beQuoted reports whether the participle at k is passive: was quoted on Monday as saying, quoted by NAME as saying.
func (t *Text) beQuoted(lo, k int) bool {
	if t.Is(k+1, "by", "in", "on", "last", "earlier") || t.Items[k+1].Kind == When {
		return true
	}
	k--
	for k > lo && t.Items[k].Kind == Word && t.Items[k].Is(cue.Adverb) {
		k--
	}
	return k >= lo && t.Is(k, "was", "were", "is", "are", "been", "being", "be")
}

// with returns where the subject begins that ends at item j, behind a "with": with officials saying; 0 if there is none.
func (t *Text) with(lo, j int) int {
	if it := &t.Items[j]; it.Kind != Name && it.Kind != Phrase &&
		(it.Kind != Word || !it.Any(1<<cue.Role|1<<cue.Document|1<<cue.Hearer|1<<cue.Someone)) {
		return 0
	}
	for k := j - 1; k >= lo && k > j-8; k-- {
		if t.Is(k, "with") {
			return k + 1
		}
		if t.isBorder(k) {
			return 0
		}
	}
	return 0
}
