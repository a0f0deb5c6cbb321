package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/compile"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/learn"
)

// Each name has the weighted sum of the probabilities that the teachers and the model at hand give it. From sure on it is a name, down to
// doubtful its passage is one from which nothing is to be learned, below it is none. MODEL.md says what such a vote reaches.
const (
	sure     = 0.4
	doubtful = 0.12
)

// weights of the model and of one or two teachers, by the number of teachers that read the article.
var weights = [3][3]float64{1: {0.5, 0.5}, 2: {0.5, 0.3, 0.2}}

// A finding is what the teacher found in one article: names as first token, limit, type, least probability of their tokens; and tokens
// outside of which it was not sure.
type finding struct {
	Article int          `json:"i"`
	Spans   [][4]float64 `json:"spans"`
	Weak    []int        `json:"weak"`
}

// readFound adds the findings in a file, by article, to out.
func readFound(name string, out map[int][]*finding) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		x := new(finding)
		if err := json.Unmarshal(in.Bytes(), x); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		out[x.Article] = append(out[x.Article], x)
	}
	return in.Err()
}

func readExported(name string) (out []document, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		var d document
		if err := json.Unmarshal(in.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, d)
	}
	return out, in.Err()
}

// errText reports that the unlabelled text is not the one that was exported.
var errText = errors.New("the exported tokens are not those of the text: export them again, and label them")

// spans returns where in text the exported tokens stand. They are those of the day of the export: the tokens of today may differ.
func (d *document) spans(text string) (out []dateline.Span, err error) {
	at := 0
	for _, s := range d.Sentences {
		for _, w := range s {
			k := strings.Index(text[at:], w)
			if k < 0 || strings.TrimSpace(text[at:at+k]) != "" {
				return nil, errText
			}
			out = append(out, dateline.Span{Start: at + k, End: at + k + len(w)})
			at += k + len(w)
		}
	}
	return out, nil
}

// A candidate is a name that somebody found.
type candidate struct{ start, end, typ int }

// vote lets the teachers, whose findings are in terms of the exported tokens, and the model decide on the names of an article.
func vote(text string, tokens []dateline.Span, findings []*finding) []compile.Label {
	mass := map[candidate]float64{}
	w := weights[len(findings)]
	for _, m := range tagger.Default().Tag(learn.Prepare(dateline.Article{Text: text})) {
		mass[candidate{m.Start, m.End, crf.TypeOf(m.Label)}] += w[0] * m.Score
	}
	var unclear []compile.Label
	for k, f := range findings {
		for _, s := range f.Spans {
			mass[candidate{tokens[int(s[0])].Start, tokens[int(s[1])-1].End, int(s[2])}] += w[k+1] * s[3]
		}
		for _, t := range f.Weak {
			unclear = append(unclear, compile.Label{Start: tokens[t].Start, End: tokens[t].End, Type: compile.Unsure})
		}
	}
	names, open := decide(mass)
	return join(names, append(unclear, open...))
}

// decide goes through the candidates from the greatest mass down and lets each have its bytes, unless another already has some of them.
func decide(mass map[candidate]float64) (names, unclear []compile.Label) {
	taken := map[int]bool{} // bytes of names
	for _, c := range ranked(mass) {
		clash := false
		for k := c.start; k < c.end; k++ {
			clash = clash || taken[k]
		}
		switch {
		case clash:
		case mass[c] < sure:
			unclear = append(unclear, compile.Label{Start: c.start, End: c.end, Type: compile.Unsure})
		default:
			names = append(names, compile.Label{Start: c.start, End: c.end, Type: c.typ})
			for k := c.start; k < c.end; k++ {
				taken[k] = true
			}
		}
	}
	return names, unclear
}

// ranked returns the candidates that are not out of the question, by descending mass.
func ranked(mass map[candidate]float64) (out []candidate) {
	for c, v := range mass {
		if v >= doubtful {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(mass[b], mass[a]), cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.typ, b.typ))
	})
	return out
}

// join puts the sure names and the doubtful passages that do not touch them in one list by position, without overlaps.
func join(sure, unsure []compile.Label) []compile.Label {
	sort.Slice(unsure, func(i, j int) bool { return unsure[i].Start < unsure[j].Start })
	out, end := sure, 0
	for _, u := range unsure {
		u.Start = max(u.Start, end)
		clash := u.Start >= u.End
		for _, s := range sure {
			clash = clash || s.Start < u.End && u.Start < s.End
		}
		if !clash {
			out = append(out, u)
			end = u.End
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}
