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
// Its features say what the cue is, who its subject is, and how the clause begins: see Features. The weights are learned by
// train_test.go from the training articles only; weights.tsv holds "group, value, weight" a line; CARD.md tells the rest.

//go:generate go test -run TestWeights -update .

//go:embed weights.tsv
var weightsTSV string

// A Feature is a value of a group of values of which a candidate has one at most.
type Feature struct{ Group, Value string }

// A Model weighs candidates.
type Model map[Feature]float64

var (
	once   sync.Once
	loaded Model
)

// model returns the model that comes with the package.
func model() Model {
	once.Do(func() { loaded = ParseModel(weightsTSV) })
	return loaded
}

// ParseModel reads weights; lines that it does not understand count as absent.
func ParseModel(tsv string) Model {
	m := Model{}
	for _, line := range strings.Split(tsv, "\n") {
		if col := strings.Split(line, "\t"); len(col) == 3 {
			if w, err := strconv.ParseFloat(col[2], 64); err == nil {
				m[Feature{col[0], col[1]}] = w
			}
		}
	}
	return m
}

// Probability is the probability that a candidate with these features is reported speech.
func (m Model) Probability(fs []Feature) float64 {
	sum := 0.0
	for _, f := range fs {
		sum += m[f]
	}
	return 1 / (1 + math.Exp(-sum))
}

// Features appends the features of a candidate to fs.
func Features(t *clause.Text, r *Report, fs []Feature) []Feature {
	s := &t.Sentences[r.Sentence]
	fr := &s.Frames[r.Frame]
	f := finder{t}
	lemma := fr.Verb.Lemma
	if lemma == "" {
		lemma = "(none)"
	}
	fs = append(fs, Feature{"bias", ""}, Feature{"rule", r.Rule}, Feature{"subject", f.subject(fr)}, Feature{"link", links[fr.Link]},
		Feature{"tier", tiers[fr.Verb.Tier&3]}, Feature{"length", length(t, r.Content)})
	switch r.Rule {
	case "name-verb-clause":
		fs = append(fs, Feature{"lemma-clause", lemma})
	case "name-verb-object", "name-verb-as", "name-verb-to", "name-verb-order":
		fs = append(fs, Feature{"lemma-object", lemma})
	default:
		fs = append(fs, Feature{"lemma", lemma})
	}
	if r.first >= 0 {
		w := f.begins(r.first)
		fs = append(fs, Feature{"begins", w})
		if r.Rule == "name-verb-object" {
			fs = append(fs, Feature{"object-begins", w})
		}
		if f.clauseAt(s, r.first) {
			fs = append(fs, Feature{"clause", ""})
		}
		if r.first < s.Limit && f.HasFinite(r.first, s.Limit) {
			fs = append(fs, Feature{"finite", ""})
		}
		if f.quoteIn(r.first, s.Limit) {
			fs = append(fs, Feature{"quote", ""})
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
		fs = append(fs, Feature{"flag", name})
	}
	return fs
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
