// Package report finds indirect speech: the clauses that a frame makes somebody say.
//
//	NAME said (that) C            NAME told Y (that) C       NAME asked whether C
//	NAME vowed to C               NAME urged Y to C          NAME described Y as C, called Y C
//	X was said to C               X was described by NAME as C   which NAME said C, what NAME called C
//	C, NAME said(, C)             C, said NAME               C(, C), according to NAME
//	According to NAME, C          NAME's claim that C        NAME: C (headlines only)
//	the court heard that C        Asked whether C, NAME left     by early reports, C
//
// A clause runs to the end of its sentence, but for what the narrator adds: a contrast with a subject of its own (", but
// Democrats also plan"), the next attribution, the closing mark. Rules propose such borders (border.go); which of them and of the
// other marks and small words ends the clause is weighed by a model (point.go), and so is whether the clause is reported speech
// at all (weigh.go). Beliefs and plans are no speech: only cues that are speech count.
package report

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// Rules are the names of the rules, as they stand in Report.Rule.
var Rules = []string{
	"name-verb-that", "name-verb-clause", "name-verb-wh", "name-verb-to", "name-verb-order", "name-verb-as", "name-verb-object",
	"clause-name-verb", "clause-verb-name", "according-clause", "clause-according", "noun-that", "heading-clause", "passive", "which-name-verb",
	"heard",
}

// A Report is a clause with the frame that reports it.
type Report struct {
	Sentence int
	Frame    int
	Content  []dateline.Span
	Rule     string
	Score    float64
	Unnamed  bool // nobody is named who says it: the court heard that C
	first    int  // item with which the clause begins, if it stands behind its cue; else -1
	begin    int  // item from which the right border was sought; -1 if it was not
}

type finder struct {
	*clause.Text
	model *Model
	fs    []Feature // room for the features of a border
	began int       // item from which a right border was sought last; -1 if none was
}

// Threshold is the probability from which a candidate is reported: the best of F1 on the training articles, cross-validated.
const Threshold = 0.42

// Find returns the reported clauses of t in order of their frames.
func Find(t *clause.Text) []Report {
	m := model()
	var out []Report
	fs := make([]Feature, 0, 32)
	candidates(t, m, func(r Report) {
		fs = Features(t, &r, fs[:0])
		if r.Score = m.Probability(fs); r.Score >= Threshold && !repeats(out, r) {
			out = append(out, r)
		}
	})
	return out
}

// repeats reports whether the clause of r has been found for a cue before it: said in a statement that.
func repeats(out []Report, r Report) bool {
	for i := len(out) - 1; i >= 0 && out[i].Sentence == r.Sentence; i-- {
		if out[i].Content[0].Start == r.Content[0].Start {
			return true
		}
	}
	return false
}

// Candidates returns all that the rules propose, with the borders of model m, for training.
func Candidates(t *clause.Text, m *Model) []Report {
	var out []Report
	candidates(t, m, func(r Report) { out = append(out, r) })
	return out
}

func candidates(t *clause.Text, m *Model, yield func(Report)) {
	f := &finder{Text: t, model: m}
	for si := range t.Sentences {
		s := &t.Sentences[si]
		switch t.Paras[s.Para].Kind {
		case dateline.SectionCredit, dateline.SectionByline, dateline.SectionAuthor, dateline.SectionBoilerplate:
			continue
		}
		for k := range s.Frames {
			f.began = -1
			if r, ok := f.clause(s, k); ok && len(r.Content) > 0 {
				r.Sentence, r.Frame, r.begin = si, k, f.began
				yield(r)
			}
		}
	}
}

func (f *finder) clause(s *clause.Sentence, k int) (Report, bool) {
	fr := &s.Frames[k]
	switch {
	case fr.Link == clause.ByAccording:
		return f.according(s, k)
	case fr.Link == clause.ByHeading:
		return f.report(s, k, fr.Limit, "heading-clause")
	case fr.Negated && fr.Verb.Lemma != "deny":
		return Report{}, false
	case fr.Link == clause.ByNoun:
		return f.that(s, k)
	case fr.Passive && fr.Link == clause.NoLink && fr.First > s.First && f.Is(fr.First-1, "it") && !fr.Negated && fr.Verb.Frame&cue.Clause != 0:
		return f.governed(s, k)
	case f.askedOff(s, k):
		r, ok := f.report(s, k, fr.Limit, "name-verb-wh")
		r.Unnamed = true
		return r, ok
	case f.tribunal(s, k):
		return f.heard(s, k)
	case fr.Passive && !fr.Unreal:
		if r, ok := f.passive(s, k); ok {
			return r, ok
		}
	}
	if fr.Link == clause.NoLink || fr.Passive && fr.Link != clause.ByAgent {
		return Report{}, false
	}
	if r, ok := f.which(s, k); ok {
		return r, true
	}
	if r, ok := f.fronted(s, k); ok {
		return r, true
	}
	return f.governed(s, k)
}

// fronted is C, NAME said; C, said NAME; C, NAME said, C.
func (f *finder) fronted(s *clause.Sentence, k int) (Report, bool) {
	fr := &s.Frames[k]
	first, end := fr.First, fr.Limit
	switch fr.Link {
	case clause.BySubject, clause.ByApposition:
		first = fr.Subject.First
	case clause.ByInversion:
		end = fr.Subject.Limit
	default:
		return Report{}, false
	}
	if first > s.First && f.Is(first-1, "as") && fr.Verb.Frame&cue.Clause != 0 {
		return f.asSaid(s, k, first-1, end)
	}
	if fr.Verb.Frame&cue.Addressee != 0 && fr.Link != clause.ByInversion {
		end = f.pastHearer(s, end)
	}
	for j := first - 1; j > s.First && j > first-4; j-- { // C, wrestling promotion NAME announced
		if f.Items[j].Mark == ',' {
			first = j + 1
			break
		}
		if it := &f.Items[j]; it.Kind != clause.Word || it.Class != 0 || f.Finite(j) || f.Past(j) {
			break
		}
	}
	if fr.Link == clause.ByApposition {
		first = f.kinBefore(s, fr, first)
	}
	comma := first - 1
	if comma <= s.First || fr.Verb.Frame&cue.Clause == 0 {
		return Report{}, false
	}
	if f.Items[comma].Mark != ',' || f.Items[comma-1].Kind == clause.Quote {
		return Report{}, false
	}
	if end < s.Limit && (f.Items[end].Is(cue.That) || !f.ends(s, end) || f.owned(end)) {
		return Report{}, false
	}
	start := f.clauseStart(s, k, comma)
	if it := &f.Items[comma-1]; comma-1 > start && it.Kind == clause.Word && it.Is(cue.Relative) && !it.Is(cue.That) {
		start = comma - 1 // fighters which, NAME said, C
	}
	rest := f.rest(s, k, end)
	title := f.Paras[s.Para].Kind == dateline.SectionHeadline && comma > start+2
	if !f.Main(start, comma) && !f.pastIn(start, comma) && !title && len(rest) == 0 ||
		len(rest) == 0 && f.Aside(start, comma) && f.oneSegment(start, comma) && !f.Items[start].Is(cue.Adverb) {
		return Report{}, false
	}
	if end < s.Limit && f.quoteFollows(s, end) {
		return Report{}, false
	}
	r := Report{Content: f.span(start, comma), Rule: "clause-name-verb", first: -1}
	if fr.Link == clause.ByInversion {
		r.Rule = "clause-verb-name"
	}
	r.Content = append(r.Content, rest...)
	return r, len(r.Content) > 0
}

// kinBefore is where the phrase begins that a person's name at item first explains between commas: C, her son, NAME, said; else
// first.
func (f *finder) kinBefore(s *clause.Sentence, fr *clause.Frame, first int) int {
	j := first - 2
	if j <= s.First || f.Items[first-1].Mark != ',' || f.Items[j].Kind != clause.Word || !f.Items[j].Is(cue.Role) ||
		f.Items[fr.Subject.Head].Kind != clause.Name {
		return first
	}
	for i := j; i > s.First && i > j-6; i-- {
		it := &f.Items[i]
		switch {
		case it.Mark == ',':
			if f.Items[i+1].Any(1<<cue.Det | 1<<cue.Possess) {
				return i + 1
			}
			return first
		case it.Kind != clause.Word && it.Kind != clause.Name || f.Finite(i) && i < j:
			return first
		}
	}
	return first
}

// asSaid is As NAME noted, C and C, as NAME noted: item as begins the attribution, item end is behind it.
func (f *finder) asSaid(s *clause.Sentence, k, as, end int) (Report, bool) {
	lead := as
	for lead > s.First && f.Items[lead-1].Kind == clause.Word && f.Items[lead-1].Any(1<<cue.Coord|1<<cue.Adverb) {
		lead--
	}
	if lead == s.First {
		for end < s.Limit && f.ends(s, end) && f.Items[end].Mark != ',' {
			end++
		}
		if end+2 >= s.Limit || f.Items[end].Mark != ',' || f.Items[end+1].Kind == clause.Quote {
			return Report{}, false
		}
		return Report{Content: f.span(end+1, f.rightBorder(s, k, end+1)), Rule: "clause-name-verb", first: -1}, true
	}
	if as-2 < s.First || f.Items[as-1].Mark != ',' || end < s.Limit && !f.ends(s, end) || f.Items[as-2].Kind == clause.Quote {
		return Report{}, false
	}
	start := f.clauseStart(s, k, as-1)
	return Report{Content: f.span(start, as-1), Rule: "clause-name-verb", first: -1}, f.Main(start, as-1)
}

// pastHearer is the item behind the hearer that may follow at item i: C, NAME told reporters.
func (f *finder) pastHearer(s *clause.Sentence, i int) int {
	j := i
	for j < s.Limit && j < i+3 && f.Items[j].Kind == clause.Word && f.Items[j].Any(1<<cue.Det|1<<cue.Possess) {
		j++
	}
	if j < s.Limit && (f.Items[j].Kind == clause.Name || f.Items[j].Kind == clause.Phrase ||
		f.Items[j].Any(1<<cue.Hearer|1<<cue.Object|1<<cue.Role)) && (j+1 >= s.Limit || f.ends(s, j+1)) {
		return j + 1
	}
	return i
}

// owned reports whether the date at item i has something: said Wednesday's quake.
func (f *finder) owned(i int) bool {
	return f.Items[i].Kind == clause.When && i+1 < len(f.Items) && f.Items[i+1].Kind == clause.Word && f.Items[i+1].Is(cue.PosS)
}

// pastIn reports whether a word in -ed that can be a verb stands among items i to limit.
func (f *finder) pastIn(i, limit int) bool {
	for i++; i < limit; i++ {
		if f.Past(i) {
			return true
		}
	}
	return false
}

// oneSegment reports whether no comma divides items i to limit.
func (f *finder) oneSegment(i, limit int) bool {
	for ; i < limit; i++ {
		if f.Items[i].Mark == ',' {
			return false
		}
	}
	return true
}

// quoteFollows reports whether the attribution that ends at item i opens a quotation.
func (f *finder) quoteFollows(s *clause.Sentence, i int) bool {
	for j := i; j < s.Limit && j < i+12; j++ {
		if f.Items[j].Kind == clause.Quote {
			return j == i || f.Items[j-1].Mark == ',' || f.Items[j-1].Mark == ':' || f.Items[j-1].Is(cue.That)
		}
	}
	return false
}

// ends reports whether nothing that a verb governs stands at item i: the sentence ends, or a comma, a time, a place follows.
func (f *finder) ends(s *clause.Sentence, i int) bool {
	it := &f.Items[i]
	return it.Kind == clause.Punct || it.Kind == clause.When || it.Kind == clause.Paren ||
		it.Any(1<<cue.Prep|1<<cue.Adverb|1<<cue.Time) && !it.Is(cue.Det)
}

// clauseStart is where the clause begins that ends at item end: after the frame before, after a semicolon, at the sentence.
func (f *finder) clauseStart(s *clause.Sentence, k, end int) int {
	start := f.Dateline(s.First, end)
	for i := start; i < end; i++ {
		if f.Items[i].Mark == ';' {
			start = i + 1
		}
		if f.Items[i].Mark == ',' && i+1 < end && f.Is(i+1, "but", "while") && (f.HasFinite(i+2, end) || end-i <= 4) {
			start = i + 2
		}
	}
	for start < end && f.Items[start].Kind == clause.Word && f.Items[start].Is(cue.Coord) {
		start++
	}
	return start
}

// rest is what goes on behind an attribution in the middle: C, NAME said, C.
func (f *finder) rest(s *clause.Sentence, k, end int) []dateline.Span {
	i := end
	for i < s.Limit && i < end+8 && f.Items[i].Mark != ',' && f.Items[i].Mark != ';' {
		if it := &f.Items[i]; it.Kind == clause.Word && it.Is(cue.Relative) && !it.Is(cue.That) && s.Frames[k].Link == clause.ByAccording {
			return nil // according to NAME who added that it rained, C
		}
		i++
	}
	if i >= s.Limit || f.Items[i].Mark != ',' {
		return nil
	}
	i++
	if first := s.Frames[k].First; i+1 < s.Limit && f.Items[i].Kind == clause.Quote && first-2 > s.First &&
		f.Items[first-1].Mark == ',' && f.Finite(first-2) {
		return f.span(i, f.rightBorder(s, k, i)) // They were, according to NAME, "A"
	}
	if i >= s.Limit || f.Is(i, "who", "whose", "while", "but", "although", "though", "after", "despite") ||
		f.Items[i].Kind == clause.Quote && i+2 >= s.Limit {
		return nil
	}
	if f.Is(i, "a", "an", "the") && !f.Main(i, s.Limit) || f.Gerund(i) && (!f.Main(i, s.Limit) || f.Items[i].Verb != 0 || f.frameAt(s, i)) {
		return nil
	}
	if fr := &s.Frames[k]; fr.Link == clause.ByInversion && !f.Main(i, s.Limit) && f.Items[i].Kind == clause.Word && !f.Items[i].Any(smallWords) {
		return nil // said NAME, executive director of NAME
	}
	stop := f.rightBorder(s, k, i)
	if stop-i < 2 {
		return nil
	}
	return f.span(i, stop)
}

// frameAt reports whether a frame begins at item i.
func (f *finder) frameAt(s *clause.Sentence, i int) bool {
	for k := range s.Frames {
		if s.Frames[k].First == i || s.Frames[k].Cue == i {
			return true
		}
	}
	return false
}

// span is the text of items first to limit, without marks at its end.
func (f *finder) span(first, limit int) []dateline.Span {
	for limit > first && f.Items[limit-1].Kind == clause.Punct && f.Items[limit-1].Mark != '%' {
		limit--
	}
	for first < limit && f.Items[first].Kind == clause.Punct && f.Items[first].Mark != '$' && f.Items[first].Mark != '*' {
		first++
	}
	if first >= limit {
		return nil
	}
	return []dateline.Span{{Start: f.Items[first].Start, End: f.Items[limit-1].End}}
}
