package resolve

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/layout"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
)

// shared is the folder of the project's data, which lies beside the tree.
func shared(t testing.TB, path ...string) string {
	t.Helper()
	p := filepath.Join(append([]string{"..", "..", "..", "..", "shared"}, path...)...)
	if _, err := os.Stat(p); err != nil {
		t.Skip("needs ../shared/" + strings.Join(path, "/") + ": not here")
	}
	return p
}

type goldEnt struct {
	Start, End int
	Label      string
	Canonical  string
}

type goldSpeaker struct {
	Start, End int
	Text, Kind string
}

type goldQuote struct {
	Spans         [][2]int
	Speaker       *goldSpeaker
	SpeakerEntity *string `json:"speaker_entity"`
}

type goldDoc struct {
	ID, Text, Published string
	Ents                []goldEnt
	Quotes              []goldQuote
}

func readGold(t testing.TB, path string) []goldDoc {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var docs []goldDoc
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var d goldDoc
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return docs
}

// byteOffsets maps code points to bytes.
func byteOffsets(s string) []int {
	off := make([]int, 0, len(s)+1)
	for i := range s {
		off = append(off, i)
	}
	return append(off, len(s))
}

// prepare makes a Document with the gold's mentions, dates excluded, and resolves it.
func prepare(g goldDoc) *dateline.Document {
	day, _ := time.Parse("2006-01-02", g.Published)
	doc := &dateline.Document{Article: dateline.Article{ID: g.ID, Text: g.Text, Published: day}}
	doc.Sections = layout.Sections(g.Text)
	doc.Sentences, doc.Tokens = segment.Split(g.Text, doc.Sections)
	off := byteOffsets(g.Text)
	for _, e := range g.Ents {
		label, err := dateline.ParseLabel(e.Label)
		if err != nil || e.End >= len(off) {
			continue
		}
		doc.Mentions = append(doc.Mentions, dateline.Mention{Span: dateline.Span{Start: off[e.Start], End: off[e.End]}, Label: label, Score: 1, Rule: "gold"})
	}
	doc.Mentions, doc.Entities = Resolve(doc)
	return doc
}

// covers reports whether name equals want or contains all its words.
func covers(name, want string) bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(name)) {
		words[strings.Trim(w, "\"“”'.,()")] = true
	}
	for _, w := range strings.Fields(strings.ToLower(want)) {
		if w = strings.Trim(w, "\"“”'.,()"); w != "" && !words[w] {
			return false
		}
	}
	return true
}

// TestCanonicalNames measures which share of the short forms that the gold links has an entity with the gold's name,
// on gold mentions.
func TestCanonicalNames(t *testing.T) {
	for _, c := range []struct {
		part  string
		floor float64
	}{{"dev", 0.88}, {"train", 0.88}} {
		right, all := 0, 0
		wrongPairs, pairs := 0, 0
		for _, g := range readGold(t, shared(t, "data", "entities", c.part, "dateline-news.jsonl")) {
			doc := prepare(g)
			off := byteOffsets(g.Text)
			at := map[int]*dateline.Mention{}
			for i := range doc.Mentions {
				at[doc.Mentions[i].Start] = &doc.Mentions[i]
			}
			people := map[string]dateline.EntityID{}
			for _, e := range g.Ents {
				m := at[off[e.Start]]
				if m == nil || m.Form != dateline.FormName {
					continue
				}
				ent := doc.Entity(m.Entity)
				text := g.Text[off[e.Start]:off[e.End]]
				if e.Canonical != "" {
					all++
					if ent != nil && covers(ent.Name, e.Canonical) {
						right++
					} else if ent != nil {
						t.Logf("%s: %s %q is %q, want %q (%s)", g.ID, e.Label, text, ent.Name, e.Canonical, m.Rule)
					}
				} else if e.Label == "PERSON" && ent != nil && strings.Contains(text, " ") {
					people[text] = ent.ID
				}
			}
			p, w := mergedPeople(people)
			pairs, wrongPairs = pairs+p, wrongPairs+w
			if w > 0 {
				t.Logf("%s: people merged: %v", g.ID, people)
			}
		}
		share := float64(right) / float64(all)
		t.Logf("%s: %d of %d short forms have the gold's name: %.1f%%; %d of %d pairs of people merged", c.part, right, all, 100*share, wrongPairs, pairs)
		if share < c.floor {
			t.Errorf("%s: %.3f of short forms right, want %.3f", c.part, share, c.floor)
		}
		if float64(wrongPairs) >= 0.01*float64(pairs) {
			t.Errorf("%s: %d of %d pairs of different people merged", c.part, wrongPairs, pairs)
		}
	}
}

// mergedPeople counts the pairs of different full names, and those of one entity.
func mergedPeople(people map[string]dateline.EntityID) (pairs, merged int) {
	n := len(people)
	ids := map[dateline.EntityID]int{}
	for _, id := range people {
		merged += ids[id]
		ids[id]++
	}
	return n * (n - 1) / 2, merged
}
