package resolve

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/layout"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
	"github.com/dateline-nlp/dateline/entities/internal/tagger"
)

// tagged reads a text with the tagger that comes with the module and resolves it.
func tagged(g goldDoc) *dateline.Document {
	doc := &dateline.Document{Article: dateline.Article{ID: g.ID, Text: g.Text}}
	doc.Sections = layout.Sections(g.Text)
	doc.Sentences, doc.Tokens = segment.Split(g.Text, doc.Sections)
	doc.Mentions = tagger.Default().Tag(doc)
	doc.Mentions, doc.Entities = Resolve(doc)
	return doc
}

// pronounSpeakers counts the quotations whose speaker is he or she and whose entity is right: its name and the gold's
// have the surname in common.
func pronounSpeakers(t *testing.T, g goldDoc, doc *dateline.Document) (right, all int) {
	off := byteOffsets(g.Text)
	at := map[int]*dateline.Mention{}
	for i := range doc.Mentions {
		at[doc.Mentions[i].Start] = &doc.Mentions[i]
	}
	seen := map[int]bool{}
	for _, q := range g.Quotes {
		if q.Speaker == nil || q.SpeakerEntity == nil || *q.SpeakerEntity == "" || q.Speaker.Start >= len(off) || seen[q.Speaker.Start] {
			continue
		}
		w := strings.ToLower(q.Speaker.Text)
		if w != "he" && w != "she" && w != "her" && w != "him" && w != "they" && w != "it" {
			continue
		}
		seen[q.Speaker.Start] = true
		all++
		name, rule := "", ""
		var aliases []string
		if m := at[off[q.Speaker.Start]]; m != nil {
			if e := doc.Entity(m.Entity); e != nil {
				name, aliases = e.Name, e.Aliases
			}
			rule = m.Rule
		}
		if name != "" && (covers(name, *q.SpeakerEntity) || covers(*q.SpeakerEntity, name) || slices.Contains(aliases, *q.SpeakerEntity)) {
			right++
			continue
		}
		start := max(0, off[q.Speaker.Start]-300)
		t.Logf("%s: %q is %q (%s), want %q\n\t...%s", g.ID, q.Speaker.Text, name, rule, *q.SpeakerEntity, g.Text[start:min(len(g.Text), off[q.Speaker.Start]+60)])
	}
	return right, all
}

// TestPronounSpeakers measures pronouns that speak, on names found by the tagger.
func TestPronounSpeakers(t *testing.T) {
	right, all := 0, 0
	for _, g := range readGold(t, shared(t, "data", "quotes", "measure", "polnear-dev.jsonl")) {
		r, a := pronounSpeakers(t, g, tagged(g))
		right, all = right+r, all+a
	}
	t.Logf("polnear-dev: %d of %d pronoun speakers right: %.1f%%", right, all, 100*float64(right)/float64(all))
	if float64(right) < 0.75*float64(all) {
		t.Errorf("%d of %d pronoun speakers right, want 75%%", right, all)
	}
}

// TestPronounSpeakersGold does the same on our own gold, with its mentions.
func TestPronounSpeakersGold(t *testing.T) {
	for _, part := range []string{"train", "dev"} {
		ents := map[string]goldDoc{}
		dir := filepath.Dir(shared(t, "data", "entities", part, "dateline-news.jsonl"))
		for _, g := range readGold(t, filepath.Join(dir, "dateline-news.jsonl")) {
			ents[g.ID] = g
		}
		right, all := 0, 0
		for _, q := range readGold(t, shared(t, "data", "quotes", part, "dateline-news.jsonl")) {
			g, ok := ents[q.ID]
			if !ok || g.Text != q.Text {
				continue
			}
			g.Quotes = q.Quotes
			r, a := pronounSpeakers(t, g, prepare(g))
			right, all = right+r, all+a
		}
		t.Logf("%s: %d of %d pronoun speakers right: %.1f%%", part, right, all, 100*float64(right)/float64(all))
		if float64(right) < 0.75*float64(all) {
			t.Errorf("%s: %d of %d pronoun speakers right, want 75%%", part, right, all)
		}
	}
}

// TestCanonicalNamesTagged is TestCanonicalNames on the tagger's names: of the short forms that it found with the
// gold's boundaries, the share whose entity has the gold's name.
func TestCanonicalNamesTagged(t *testing.T) {
	right, found, all := 0, 0, 0
	for _, g := range readGold(t, shared(t, "data", "entities", "dev", "dateline-news.jsonl")) {
		doc := tagged(g)
		off := byteOffsets(g.Text)
		at := map[dateline.Span]*dateline.Mention{}
		for i := range doc.Mentions {
			at[doc.Mentions[i].Span] = &doc.Mentions[i]
		}
		for _, e := range g.Ents {
			if e.Canonical == "" {
				continue
			}
			all++
			m := at[dateline.Span{Start: off[e.Start], End: off[e.End]}]
			if m == nil || m.Entity == 0 {
				continue
			}
			found++
			if name := doc.Entity(m.Entity).Name; covers(name, e.Canonical) {
				right++
			} else {
				t.Logf("%s: %s %q is %q, want %q (%s)", g.ID, e.Label, g.Text[off[e.Start]:off[e.End]], name, e.Canonical, m.Rule)
			}
		}
	}
	t.Logf("dev, tagged: %d of %d found short forms have the gold's name: %.1f%%; %d in all", right, found, 100*float64(right)/float64(found), all)
	if float64(right) < 0.88*float64(found) {
		t.Errorf("%d of %d right, want 88%%", right, found)
	}
}
