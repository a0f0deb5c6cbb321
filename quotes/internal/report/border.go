package report

import (
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// whole reports whether the quotation at item i is all that follows.
func (f *finder) whole(s *clause.Sentence, i int) bool {
	for j := i + 1; j < s.Limit; j++ {
		if f.Items[j].Kind != clause.Punct {
			return false
		}
	}
	return true
}

// likely is the probability from which a place is the border of a clause.
const likely = 0.5

// rightBorder is the item before which the clause ends that begins at item i and is reported by frame k: the first border that
// the model finds likely.
func (f *finder) rightBorder(s *clause.Sentence, k, i int) int {
	f.began = i
	ruled := f.ruled(s, k, i)
	if ruled < s.Limit && f.Items[ruled].Mark == ',' && f.opening(s, k) {
		return ruled
	}
	limit := f.resumed(s, k, i)
	for j := i; j < limit; j++ {
		if j > i && f.Items[j].Mark == ',' && f.comments(s, j+1) {
			return j
		}
		end, ok := f.border(s, k, i, j)
		if !ok && j != ruled || end <= i {
			continue
		}
		if !ok {
			end = j
		}
		f.fs = f.borderFeatures(f.fs[:0], s, k, i, j, end, ruled)
		if f.model.Probability(f.fs) >= likely {
			return end
		}
	}
	return limit
}

// resumed is the comma that ends a relative clause between commas, where frame k stands in one and the main verb follows: NAME, who
// said C, left; else the end of the sentence.
func (f *finder) resumed(s *clause.Sentence, k, i int) int {
	fr := &s.Frames[k]
	if fr.Link != clause.ByRelative {
		return s.Limit
	}
	who := fr.First - 1
	for who > s.First && who > fr.First-4 && !(f.Items[who].Kind == clause.Word && f.Items[who].Is(cue.Relative)) {
		who--
	}
	if who <= s.First || f.Items[who-1].Mark != ',' {
		return s.Limit
	}
	for j := i + 2; j+1 < s.Limit; j++ {
		if f.Items[j].Mark == ',' && (f.Finite(j+1) || f.Past(j+1)) && (f.Items[i].Is(cue.To) || f.Main(i, j)) {
			return j
		}
	}
	return s.Limit
}

// ruled is the border that the rules would set.
func (f *finder) ruled(s *clause.Sentence, k, i int) int {
	opening := f.opening(s, k)
	for j := i; j < s.Limit; j++ {
		if opening && f.Items[j].Mark == ',' && j+1 < s.Limit && (f.CanBegin(j+1) || f.Is(j+1, "there") ||
			s.Frames[k].Verb.Forms == cue.Gerund || f.clauseAt(s, j+1)) {
			return j
		}
		if end, ok := f.narrator(s, k, i, j); ok {
			return end
		}
	}
	return s.Limit
}

// opening reports whether the clause of frame k stands in front of the main clause: Calling it a storm, NAME left; While NAME, a
// doctor, says it rains, others do not.
func (f *finder) opening(s *clause.Sentence, k int) bool {
	fr := &s.Frames[k]
	if fr.Cue <= s.First+1 && (fr.Verb.Forms == cue.Gerund || fr.Passive && fr.First == fr.Cue || f.askedOff(s, k)) {
		return true
	}
	it := &f.Items[s.First]
	if it.Kind != clause.Word || !it.Is(cue.Subord) || it.Is(cue.According) || fr.Link == clause.ByAccording {
		return false
	}
	first := fr.First
	if fr.Link == clause.ByApposition {
		first = fr.Subject.First
	}
	return !f.commaBefore(s, first)
}

// commaBefore reports whether a comma stands before item i in s.
func (f *finder) commaBefore(s *clause.Sentence, i int) bool {
	for j := s.First; j < i; j++ {
		if f.Items[j].Mark == ',' {
			return true
		}
	}
	return false
}

// narrator reports whether the narrator takes over at item j of a clause that begins at item i, and where the clause ends then.
func (f *finder) narrator(s *clause.Sentence, k, i, j int) (int, bool) {
	it := &f.Items[j]
	comma := it.Mark == ',' || it.Kind == clause.Quote && f.closesWithComma(j)
	end := j
	if it.Kind == clause.Quote {
		end = j + 1
	}
	switch {
	case it.Mark == ';', it.Mark == ':' && j+1 < s.Limit && f.Items[j+1].Kind == clause.Quote:
		return j, true
	case comma && j+1 < s.Limit && f.Is(j+1, "but") && j+2 < s.Limit && f.CanBegin(j+2) && f.HasFinite(j+3, s.Limit):
		return end, true
	case comma && j+1 < s.Limit && f.Is(j+1, "while", "although", "though", "whereas") && f.HasFinite(j+2, s.Limit):
		return end, true
	case comma && j+1 < s.Limit && f.Is(j+1, "despite", "citing", "pointing", "meaning", "however", "further", "sparking",
		"prompting", "who", "whose"):
		return end, true
	case it.Mark == ',' && f.comments(s, j+1):
		return end, true
	case it.Kind == clause.Word && f.Is(j, "while") && j > i+2 && f.speaks(s, k, j):
		return j, true
	case it.Kind == clause.Quote && j+2 < s.Limit && f.Is(j+1, "and", "but") && f.Finite(j+2) &&
		(f.Is(j+1, "but") || !f.Items[j+2].Any(1<<cue.Aux|1<<cue.Modal)):
		return j + 1, true
	}
	for n := k + 1; n < len(s.Frames); n++ {
		g := &s.Frames[n]
		if g.First > j {
			break
		}
		if g.First == j && f.endsBefore(s, g, i) {
			return f.before(g, i), true
		}
	}
	return 0, false
}

// comments reports whether the narrator sets what was said in its place at item j, behind a comma: a day after it rained; compared
// with 41 percent; as has NAME; a claim that others reject; remarks that were heard.
func (f *finder) comments(s *clause.Sentence, j int) bool {
	if j+2 >= s.Limit {
		return false
	}
	if f.Is(j, "according", "compared") && f.Is(j+1, "with", "to") || f.Is(j, "as") && f.Is(j+1, "has", "have", "did", "does", "do", "had") {
		return true
	}
	n := j
	if f.Is(j, "a", "an") {
		n++
	}
	if it := &f.Items[n]; it.Kind == clause.Word && it.Is(cue.NounCue) && f.Is(n+1, "that", "which", "denied", "rejected", "dismissed", "disputed") {
		return true
	}
	for n = j; n < j+3 && n+2 < s.Limit; n++ {
		if f.Items[n].Kind == clause.When || f.Is(n, "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "minutes") {
			return f.Is(n+1, "after", "before") && (f.CanBegin(n+2) || f.Pronoun(n+2)) && f.HasFinite(n+3, s.Limit)
		}
	}
	return false
}

// speaks reports whether somebody else says something behind item j.
func (f *finder) speaks(s *clause.Sentence, k, j int) bool {
	for n := k + 1; n < len(s.Frames); n++ {
		if g := &s.Frames[n]; g.First > j && g.Verb.Tier == 1 && g.Animate && g.Link != clause.ByShared {
			return true
		}
	}
	return false
}

func (f *finder) closesWithComma(q int) bool {
	st := f.Stretches[f.Items[q].Stretch]
	return f.Doc.Text[st.Inner.End-1] == ','
}

// endsBefore reports whether frame g, which stands within the clause from item i, belongs to the narrator.
func (f *finder) endsBefore(s *clause.Sentence, g *clause.Frame, i int) bool {
	if g.Verb.Forms == cue.Gerund && g.First == g.Cue && f.Items[g.First-1].Mark == ',' {
		return true
	}
	switch g.Link {
	case clause.ByAccording:
		return true
	case clause.ByApposition:
		return g.Verb.Tier == 1 && g.First == g.Cue && g.First > i && g.Subject.Limit <= i && f.Items[g.First-1].Mark == ','
	case clause.ByShared:
		j := g.First - 1
		return g.First == g.Cue && j > i && g.Verb.Tier <= 2 && (f.Items[j].Is(cue.Coord) || f.Items[j].Mark == ',')
	case clause.BySubject:
		j := g.Subject.First - 1
		return j > i && g.Verb.Tier == 1 && f.Items[j].Is(cue.Coord) && f.Items[j-1].Mark == ','
	}
	return false
}

func (f *finder) before(g *clause.Frame, i int) int {
	j := g.First
	if g.Link == clause.BySubject {
		j = g.Subject.First
	}
	for j > i && (f.Items[j-1].Is(cue.Coord) || f.Items[j-1].Mark == ',') {
		j--
	}
	return j
}
