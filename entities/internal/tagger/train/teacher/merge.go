package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"sort"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/compile"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
)

// Where teacher and model differ: the teacher is followed from teacherSure on; a name that only the model sees makes its passage
// doubtful from modelSure on.
const (
	teacherSure = 0.9
	modelSure   = 0.85
)

// A finding is what the teacher found in one article: names as first token, limit, type, least probability of their tokens; and tokens
// outside of which it was not sure.
type finding struct {
	Article int          `json:"i"`
	Spans   [][4]float64 `json:"spans"`
	Weak    []int        `json:"weak"`
}

func readFound(name string) (map[int]*finding, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := map[int]*finding{}
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		x := new(finding)
		if err := json.Unmarshal(in.Bytes(), x); err != nil {
			return nil, err
		}
		out[x.Article] = x
	}
	return out, in.Err()
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
			return nil, err
		}
		out = append(out, d)
	}
	return out, in.Err()
}

// errText reports that the unlabelled text is not the one that was exported.
var errText = errors.New("the exported tokens are not those of the text")

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

// names merges what the teacher found, in terms of the exported tokens, with what the model finds.
func (f *finding) names(doc *dateline.Document, tokens []dateline.Span) []compile.Label {
	type key struct{ start, end int }
	ours, seen := map[key]dateline.Mention{}, map[key]bool{}
	mentions := tagger.Default().Tag(doc)
	for _, m := range mentions {
		ours[key{m.Start, m.End}] = m
	}
	var sure, unsure []compile.Label
	for _, s := range f.Spans {
		x := key{tokens[int(s[0])].Start, tokens[int(s[1])-1].End}
		seen[x] = true
		m, agreed := ours[x]
		if agreed = agreed && crf.TypeOf(m.Label) == int(s[2]); agreed || s[3] >= teacherSure {
			sure = append(sure, compile.Label{Start: x.start, End: x.end, Type: int(s[2])})
		} else {
			unsure = append(unsure, compile.Label{Start: x.start, End: x.end, Type: compile.Unsure})
		}
	}
	for _, w := range f.Weak {
		unsure = append(unsure, compile.Label{Start: tokens[w].Start, End: tokens[w].End, Type: compile.Unsure})
	}
	for _, m := range mentions {
		if m.Score > modelSure && !seen[key{m.Start, m.End}] {
			unsure = append(unsure, compile.Label{Start: m.Start, End: m.End, Type: compile.Unsure})
		}
	}
	return join(sure, unsure)
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
