package report

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// A Point is a place where a clause may end.
type Point struct {
	End      int // offset in the text at which the clause would end
	Features []Feature
}

// Points returns the places where the clause of r may end, for training: up to the end of its sentence.
func Points(t *clause.Text, r *Report) []Point {
	f := &finder{Text: t}
	s := &t.Sentences[r.Sentence]
	i := r.begin
	if i < 0 {
		return nil
	}
	ruled := f.ruled(s, r.Frame, i)
	var out []Point
	for j := i; j < s.Limit; j++ {
		end, ok := f.border(s, r.Frame, i, j)
		if !ok && j != ruled || end <= i {
			continue
		}
		if !ok {
			end = j
		}
		out = append(out, Point{End: f.Items[end-1].End, Features: f.borderFeatures(nil, s, r.Frame, i, j, end, ruled)})
	}
	return out
}

// border reports whether a clause that begins at item i may end at item j, and before which item it does then.
func (f *finder) border(s *clause.Sentence, k, i, j int) (int, bool) {
	it := &f.Items[j]
	relative := s.Frames[k].Link == clause.ByRelative
	switch {
	case j+1 >= s.Limit:
		return s.Limit, false
	case it.Mark == ',' || it.Mark == ';' || it.Mark == ':' || it.Mark == '-' && (it.Len() > 1 || f.Doc.Text[it.Start-1] == ' '):
		return j, true
	case it.Kind == clause.Quote:
		return j + 1, f.closesWithComma(j) && f.Items[j+1].Mark != ','
	case relative && j > i+1 && f.Finite(j) && f.HasFinite(i, j) && !f.Finite(j-1) &&
		!f.Items[j-1].Any(1<<cue.Coord|1<<cue.Relative|1<<cue.Subject|1<<cue.To|1<<cue.Adverb) && f.Items[j-1].Mark != ',':
		return j, true // NAME, who said that C, is a doctor
	case it.Kind == clause.Word && j > i+1:
		if it.Is(cue.Coord) {
			return j, f.Items[j-1].Kind == clause.Quote || f.Items[j-1].Mark != ',' &&
				(f.Finite(j+1) || f.CanBegin(j+1) && f.HasFinite(j+2, s.Limit) || f.clauseAt(s, j+1))
		}
		return j, f.Items[j-1].Mark != ',' && f.Is(j, "while", "although", "though", "whereas", "despite", "without", "before",
			"after", "when", "because", "citing", "with", "in", "as", "since", "during")
	}
	return j, false
}

// borderFeatures appends what tells whether the clause from item i ends before item end, where item j marks the border.
func (f *finder) borderFeatures(fs []Feature, s *clause.Sentence, k, i, j, end, ruled int) []Feature {
	next := j
	if f.Items[j].Kind == clause.Punct || f.Items[j].Kind == clause.Quote {
		next = j + 1
	}
	if next == len(f.Items) {
		next = j // the text ends with the mark
	}
	mark := "word"
	switch it := &f.Items[j]; {
	case it.Kind == clause.Quote:
		mark = "quote"
	case it.Kind == clause.Punct:
		mark = marks[it.Mark]
	case f.Finite(j):
		mark = "verb"
	}
	stop := next + 1
	for stop < s.Limit && f.Items[stop].Mark != ',' && f.Items[stop].Mark != ';' {
		stop++
	}
	subject := next
	for subject+1 < s.Limit && f.Items[subject].Kind == clause.Word &&
		f.Items[subject].Any(1<<cue.Coord|1<<cue.Subord|1<<cue.Adverb) && !f.Items[subject].Is(cue.Det) {
		subject++
	}
	word := f.word(next)
	fs = append(fs, Feature{BorderBias, mark}, Feature{BorderNext, word}, Feature{BorderVerb, f.tense(next, stop)},
		Feature{BorderPlace, bucket(end - i)},
		Feature{BorderSegment, bucket(s.Limit - next)}, Feature{BorderCue, tense(s.Frames[k].Verb)})
	if mark == "," {
		fs = append(fs, Feature{BorderMark, word})
	}
	if subject > next {
		fs = append(fs, Feature{BorderSecond, f.word(subject)})
	}
	if fr := f.said(s, k, next, stop); fr != nil {
		fs = append(fs, Feature{BorderFrame, links[fr.Link]})
	}
	fs = borderFlag(fs, end == ruled || j == ruled, "ruled")
	fs = borderFlag(fs, end > ruled, "behind-ruled")
	fs = borderFlag(fs, !f.HasFinite(i, end), "no-verb-yet")
	fs = borderFlag(fs, f.HasFinite(next, s.Limit), "verb-follows")
	fs = borderFlag(fs, stop+1 < s.Limit && f.Finite(stop+1), "resumes")
	fs = borderFlag(fs, f.Finite(next), "finite-next")
	fs = borderFlag(fs, f.CanBegin(subject) && f.HasFinite(subject+1, stop), "clause-next")
	fs = borderFlag(fs, f.clauseAt(s, subject), "subject-next")
	fs = borderFlag(fs, f.quoteIn(next, s.Limit), "quote-follows")
	fs = borderFlag(fs, f.Items[j-1].Kind == clause.Quote, "behind-quote")
	fs = borderFlag(fs, f.Paras[s.Para].Kind == dateline.SectionHeadline, "headline")
	return borderFlag(fs, s.Frames[k].Link == clause.ByRelative, "relative")
}

func borderFlag(fs []Feature, on bool, name string) []Feature {
	if on {
		fs = append(fs, Feature{BorderFlag, name})
	}
	return fs
}

var marks = map[byte]string{',': ",", ';': ";", ':': ":", '-': "-"}

// word tells what begins at item i: a small word as it is, of others the kind.
func (f *finder) word(i int) string {
	it := &f.Items[i]
	switch {
	case it.Kind == clause.Word && it.Any(smallWords) && !it.Is(cue.Finite):
		if w := small(f.String(i)); w != "" {
			return w
		}
	case it.Kind == clause.Punct:
		return "punct"
	case it.Kind == clause.When:
		return "when"
	case it.Kind == clause.Quote:
		return "quote"
	}
	switch {
	case f.Gerund(i):
		return "gerund"
	case f.Finite(i):
		return "verb"
	case it.Kind == clause.Name || it.Kind == clause.Phrase:
		return "name"
	case it.Kind == clause.Word && it.Is(cue.Adverb):
		return "adverb"
	}
	return "noun"
}

const smallWords = 1<<cue.Det | 1<<cue.Possess | 1<<cue.Prep | 1<<cue.Coord | 1<<cue.Subord | 1<<cue.Relative | 1<<cue.Aux | 1<<cue.Modal |
	1<<cue.Subject | 1<<cue.Object | 1<<cue.Wh | 1<<cue.That | 1<<cue.To | 1<<cue.Adverb

// small returns a word that is a feature itself, "" for the others.
func small(w string) string {
	switch w {
	case "and", "but", "or", "while", "although", "though", "whereas", "despite", "without", "before", "after", "when",
		"because", "with", "in", "as", "since", "during", "who", "which", "whose", "where", "that", "if", "to", "the", "a", "an",
		"he", "she", "they", "it", "we", "i", "his", "her", "their", "its", "for", "by", "on", "at", "of", "from", "then",
		"however", "even", "so", "yet", "including", "following", "such", "also", "would", "could", "will", "is", "are",
		"was", "were", "has", "have", "had":
		return w
	}
	return ""
}

// tense tells the first finite verb among items i to limit.
func (f *finder) tense(i, limit int) string {
	for ; i < limit; i++ {
		if !f.Finite(i) {
			continue
		}
		switch {
		case f.Is(i, "would", "could", "should", "might", "had"):
			return "shifted"
		case f.Is(i, "will", "can", "may", "must", "shall"):
			return "modal"
		case f.Is(i, "is", "are", "has", "have", "does", "do", "'s", "'re", "'ve", "says", "say"):
			return "present"
		}
		return "past"
	}
	return "none"
}

func tense(v cue.Verb) string {
	switch {
	case v.Lemma == "":
		return "none"
	case v.Forms == cue.Gerund:
		return "gerund"
	case v.Forms&cue.Past != 0:
		return "past"
	}
	return "present"
}

// said is the frame of another attribution that begins among items i to limit, nil if there is none.
func (f *finder) said(s *clause.Sentence, k, i, limit int) *clause.Frame {
	for n := k + 1; n < len(s.Frames); n++ {
		if g := &s.Frames[n]; g.First >= i && g.First < limit && g.Verb.Tier <= 1 {
			return g
		}
	}
	return nil
}

func bucket(n int) string {
	switch {
	case n <= 2:
		return "2"
	case n <= 5:
		return "5"
	case n <= 9:
		return "9"
	case n <= 15:
		return "15"
	}
	return "more"
}
