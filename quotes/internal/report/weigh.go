package report

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// The rules propose clauses freely; a logistic model decides which of them are reported speech, and its probability is the score.
// Its features say what the cue is, who its subject is, how the clause begins and how much of it is quoted: see Features. A second
// one finds where a clause ends: see borderFeatures. The weights are learned by train_test.go from the training articles only;
// weights.tsv holds "group, value, weight" a line; CARD.md tells the rest.

//go:generate go test -run TestWeights -update .

//go:embed weights.tsv
var weightsTSV string

// A Group is a question of which a candidate or a border has one answer at most.
type Group uint8

// The groups. Those from BorderMark on are about the right border of a clause.
const (
	Bias Group = iota
	Rule
	Subject
	Link
	Tier
	Length
	Lemma
	LemmaClause
	LemmaObject
	Begins
	ObjectBegins
	Flag
	Marked
	Opens
	Verb
	Head
	Any
	Place
	BorderBias
	BorderMark
	BorderNext
	BorderSecond
	BorderVerb
	BorderFrame
	BorderPlace
	BorderSegment
	BorderFlag
	BorderCue
	numGroups
)

var groupNames = [numGroups]string{
	"bias", "rule", "subject", "link", "tier", "length", "lemma", "lemma-clause", "lemma-object", "begins", "object-begins",
	"flag", "marked", "opens", "verb", "head", "any", "place",
	"border", "border-mark", "border-next", "border-second", "border-verb", "border-frame", "border-place", "border-segment",
	"border-flag", "border-cue",
}

// String is the name of the group in weights.tsv.
func (g Group) String() string { return groupNames[g] }

// A Feature is a group with its value.
type Feature struct {
	Group Group
	Value string
}

// A Model weighs candidates and borders.
type Model [numGroups]map[string]float64

var (
	once   sync.Once
	loaded *Model
)

// model returns the model that comes with the package.
func model() *Model {
	once.Do(func() { loaded = ParseModel(weightsTSV) })
	return loaded
}

// NewModel returns a model without weights.
func NewModel() *Model {
	m := new(Model)
	for g := range m {
		m[g] = map[string]float64{}
	}
	return m
}

// ParseModel reads weights; lines that it does not understand count as absent.
func ParseModel(tsv string) *Model {
	m := NewModel()
	groups := map[string]Group{}
	for g, name := range groupNames {
		groups[name] = Group(g)
	}
	for _, line := range strings.Split(tsv, "\n") {
		if col := strings.Split(line, "\t"); len(col) == 3 {
			g, known := groups[col[0]]
			if w, err := strconv.ParseFloat(col[2], 64); err == nil && known {
				m[g][col[1]] = w
			}
		}
	}
	return m
}

// Probability is the probability that what these features tell of is reported speech, or a border.
func (m *Model) Probability(fs []Feature) float64 {
	sum := 0.0
	for _, f := range fs {
		sum += m[f.Group][f.Value]
	}
	return 1 / (1 + math.Exp(-sum))
}

// Features appends the features of a candidate to fs.
func Features(t *clause.Text, r *Report, fs []Feature) []Feature {
	s := &t.Sentences[r.Sentence]
	fr := &s.Frames[r.Frame]
	f := finder{Text: t}
	lemma := fr.Verb.Lemma
	if lemma == "" {
		lemma = "(none)"
	}
	fs = append(fs, Feature{Bias, ""}, Feature{Rule, r.Rule}, Feature{Subject, f.subject(fr)}, Feature{Link, links[fr.Link]},
		Feature{Tier, tiers[fr.Verb.Tier&3]}, Feature{Length, length(t, r.Content)})
	switch r.Rule {
	case "name-verb-clause":
		fs = append(fs, Feature{LemmaClause, lemma})
	case "name-verb-object", "name-verb-as", "name-verb-to", "name-verb-order":
		fs = append(fs, Feature{LemmaObject, lemma})
	default:
		fs = append(fs, Feature{Lemma, lemma})
	}
	fs = append(fs, Feature{Marked, f.marked(r.Content, s)}, Feature{Any, lemma}, Feature{Place, f.place(s, fr)})
	if r.begin >= 0 && r.begin < s.Limit {
		fs = append(fs, Feature{Opens, f.word(r.begin)}, Feature{Verb, f.mainVerb(r.begin, s.Limit)})
	}
	if r.Rule == "name-verb-object" {
		fs = append(fs, Feature{Head, f.head(s, r.first)})
	}
	fs = flag(fs, f.beside(s, fr), "beside-quote")
	if r.first >= 0 {
		w := f.begins(r.first)
		fs = append(fs, Feature{Begins, w})
		if r.Rule == "name-verb-object" {
			fs = append(fs, Feature{ObjectBegins, w})
		}
		if f.clauseAt(s, r.first) {
			fs = append(fs, Feature{Flag, "clause"})
		}
		if r.first < s.Limit && f.HasFinite(r.first, s.Limit) {
			fs = append(fs, Feature{Flag, "finite"})
		}
		if f.quoteIn(r.first, s.Limit) {
			fs = append(fs, Feature{Flag, "quote-in"})
		}
	}
	fs = flag(fs, fr.Unreal, "unreal")
	fs = flag(fs, fr.Negated, "negated")
	fs = flag(fs, fr.Passive, "passive")
	fs = flag(fs, fr.Animate, "animate")
	fs = flag(fs, fr.Verb.Forms == cue.Gerund, "gerund")
	fs = flag(fs, fr.Verb.Forms&cue.Third != 0, "present")
	fs = flag(fs, r.Frame > 0, "second")
	fs = flag(fs, fr.Verb.Frame&cue.Thought != 0, "thought")
	fs = flag(fs, fr.Verb.Frame&cue.Bare != 0, "bare")
	fs = flag(fs, t.Paras[s.Para].Kind == dateline.SectionHeadline, "headline")
	return fs
}

func flag(fs []Feature, on bool, name string) []Feature {
	if on {
		fs = append(fs, Feature{Flag, name})
	}
	return fs
}

// mainVerb tells the verb of the clause that begins at item i, before anything that depends on it.
func (f *finder) mainVerb(i, limit int) string {
	for j := i; j < limit; j++ {
		it := &f.Items[j]
		if f.Finite(j) {
			return f.tense(j, limit)
		}
		if j == i {
			continue
		}
		if f.Past(j) {
			return "ed"
		}
		if it.Kind == clause.Quote {
			return "quote"
		}
		if f.Pronoun(j) {
			return "pronoun"
		}
		if it.Kind == clause.Word && (it.Any(1<<cue.Relative|1<<cue.That) && !it.Is(cue.Det) ||
			it.Is(cue.Subord) && !f.Is(j, "as", "since", "before", "after") || f.Is(j, "before", "after", "until")) {
			return "dependent"
		}
		if it.Mark == ',' {
			for next := j + 1; next < limit && next < j+15; next++ {
				if f.Items[next].Mark == ',' && next+1 < limit && f.Finite(next+1) {
					return f.tense(next+1, limit) // their company, a firm of two, sent photographs
				}
			}
			return "mark"
		}
		if it.Mark == ';' || it.Mark == ':' {
			return "mark"
		}
	}
	return "none"
}

// marked tells how much of a clause stands in quotation marks.
func (f *finder) marked(content []dateline.Span, s *clause.Sentence) string {
	all, in := 0, 0
	for _, c := range content {
		all += c.Len()
		for i := s.First; i < s.Limit; i++ {
			if it := &f.Items[i]; it.Kind == clause.Quote && it.Start < c.End && c.Start < it.End {
				in += min(it.End, c.End) - max(it.Start, c.Start)
			}
		}
	}
	switch {
	case in == 0:
		return "none"
	case in*10 < all*3:
		return "some"
	case in*10 < all*6:
		return "half"
	case in*10 < all*8:
		return "most"
	}
	return "all"
}

// place tells where a frame stands: in the main clause, behind a conjunction, in a relative clause.
func (f *finder) place(s *clause.Sentence, fr *clause.Frame) string {
	first := fr.First
	if fr.Subject.OK() && fr.Subject.First < first && fr.Link != clause.ByShared {
		first = fr.Subject.First
	}
	if first == s.First {
		return "start"
	}
	it := &f.Items[first-1]
	switch {
	case it.Kind == clause.Punct:
		return "mark"
	case it.Kind == clause.Quote:
		return "quote"
	case it.Kind == clause.Word && it.Any(1<<cue.Subord|1<<cue.Relative|1<<cue.That|1<<cue.Wh):
		return "subordinate"
	case it.Kind == clause.Word && it.Is(cue.Coord):
		return "coordinate"
	case it.Kind == clause.Word && it.Any(1<<cue.Prep):
		return "preposition"
	}
	return "middle"
}

// beside reports whether a quotation stands right before the frame, or before it with a comma between.
func (f *finder) beside(s *clause.Sentence, fr *clause.Frame) bool {
	first := fr.First
	if fr.Subject.OK() && fr.Subject.First < first && fr.Link != clause.ByShared {
		first = fr.Subject.First
	}
	for first > s.First && f.Items[first-1].Kind == clause.Punct {
		first--
	}
	return first > s.First && f.Items[first-1].Kind == clause.Quote
}

// head tells the noun that an object is about, as far as it is one of saying, wanting or planning.
func (f *finder) head(s *clause.Sentence, i int) string {
	for j := i; j < s.Limit && j < i+8; j++ {
		it := &f.Items[j]
		if it.Kind == clause.Punct || it.Kind == clause.Quote {
			break
		}
		if f.Is(j, "to") && j > i {
			return "to"
		}
		if it.Kind == clause.Word && (it.Any(1<<cue.NounCue) || f.Is(j, "plan", "plans", "intention", "intentions", "intent",
			"desire", "concern", "concerns", "support", "hope", "hopes", "regret", "interest", "willingness", "confidence",
			"doubt", "doubts", "fear", "fears", "need", "sympathy", "condolences", "disappointment", "dissatisfaction",
			"outrage", "opposition", "preference", "innocence", "involvement", "wrongdoing", "responsibility")) {
			return "notion"
		}
		if it.Kind == clause.Word && it.Any(1<<cue.Prep) && j > i {
			return f.String(j)
		}
	}
	return "none"
}

var (
	links = []string{"none", "subject", "inversion", "apposition", "relative", "shared", "according", "agent", "noun", "heading"}
	tiers = []string{"0", "1", "2", "3"}
)

// subject tells the kind of who speaks.
func (f *finder) subject(fr *clause.Frame) string {
	if !fr.Subject.OK() {
		return "none"
	}
	it := &f.Items[fr.Subject.Head]
	switch {
	case fr.Subject.Pronoun && f.Is(fr.Subject.Head, "it"):
		return "it"
	case fr.Subject.Pronoun:
		return "pronoun"
	case it.Mention >= 0 && it.Kind == clause.Name:
		return f.Doc.Mentions[it.Mention].Label.String()
	case it.Kind == clause.Name:
		return "name"
	case it.Kind == clause.Phrase, it.Is(cue.Role):
		return "role"
	case it.Is(cue.Document):
		return "document"
	case it.Is(cue.Someone):
		return "someone"
	}
	return "noun"
}

// begins tells how the clause begins.
func (f *finder) begins(i int) string {
	it := &f.Items[i]
	switch {
	case it.Kind == clause.Quote:
		return "quote"
	case it.Kind == clause.Name:
		return "name"
	case it.Kind == clause.Phrase:
		return "phrase"
	case it.Kind != clause.Word:
		return "other"
	case f.Pronoun(i):
		return "pronoun"
	case it.Is(cue.Object):
		return "object"
	case it.Is(cue.Possess):
		return "possessive"
	case f.Is(i, "the"):
		return "the"
	case f.Is(i, "a", "an"):
		return "a"
	case it.Is(cue.To):
		return "to"
	case it.Is(cue.Wh):
		return "wh"
	case it.Is(cue.Someone), it.Is(cue.Det):
		return "someone"
	case f.Gerund(i):
		return "gerund"
	case it.Is(cue.Prep):
		return "preposition"
	}
	return "noun"
}

// length buckets the number of words.
func length(t *clause.Text, content []dateline.Span) string {
	n := 0
	for _, c := range content {
		n += strings.Count(t.Text(c), " ") + 1
	}
	switch {
	case n <= 2:
		return "2"
	case n <= 4:
		return "4"
	case n <= 6:
		return "6"
	case n <= 10:
		return "10"
	case n <= 20:
		return "20"
	}
	return "more"
}
