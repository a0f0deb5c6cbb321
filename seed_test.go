package dateline_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// What must be found in the sample article that the project was asked to handle, all of it. The gold has offsets in code points.

type seedGold struct {
	Layout []struct {
		Start, End int
		Kind       string
	}
	Mentions []struct {
		Start, End                 int
		Text, Label, Entity, Value string
	}
	Entities         map[string]struct{ Name, Label string }
	Quotes, Indirect []seedQuote
	NotQuotes        []struct {
		Start, End int
		Text, Why  string
	} `json:"not_quotes"`
	Roles []struct{ Person, Role, Affiliation, Until, Note string }
}

type seedQuote struct {
	Spans         [][2]int
	Type, Speaker string
	Cue, Mention  struct{ Start, End int }
}

// A seed is the article with its gold and what the system makes of it.
type seed struct {
	gold seedGold
	at   *jsonl.Offsets
	doc  *dateline.Document
}

func loadSeed(t *testing.T) *seed {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "articles", "nato-iraq.gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	s := &seed{doc: read(loadSample(t, "nato-iraq").article)}
	if err := json.Unmarshal(raw, &s.gold); err != nil {
		t.Fatal(err)
	}
	s.at = jsonl.NewOffsets(s.doc.Text, jsonl.Runes)
	return s
}

// span converts code points to bytes.
func (s *seed) span(start, end int) dateline.Span {
	return dateline.Span{Start: s.at.ToByte(start), End: s.at.ToByte(end)}
}

// name returns the name of the gold entity with this key.
func (s *seed) name(key string) string {
	if e, ok := s.gold.Entities[key]; ok {
		return e.Name
	}
	for _, m := range s.gold.Mentions {
		if m.Entity == key {
			return m.Text
		}
	}
	return key
}

// fullName is the name that an Entity must bear. The gold calls one by its acronym although the article spells it out.
func (s *seed) fullName(key string) string {
	if key == "isis" {
		return "Islamic State"
	}
	return s.name(key)
}

func TestSeedLayout(t *testing.T) {
	s := loadSeed(t)
	if len(s.gold.Layout) != 37 {
		t.Fatalf("the gold has %d paragraphs", len(s.gold.Layout))
	}
	for _, g := range s.gold.Layout {
		span := s.span(g.Start, g.End)
		for _, pos := range []int{span.Start, span.End - 1} {
			if got := s.doc.SectionAt(pos).String(); got != g.Kind {
				t.Errorf("%.40q is %s, want %s", s.doc.Slice(span), got, g.Kind)
			}
		}
	}
}

func TestSeedMentions(t *testing.T) {
	s := loadSeed(t)
	c := &scores{tallies: map[string]tally{}}
	scoreMentions(c, loadSample(t, "nato-iraq"), s.doc)
	t.Log(c.report())
	for _, e := range c.errors {
		t.Log(e)
	}
	if got := c.tallies["mentions"].f1(); got < 90 {
		t.Errorf("F1 of the names %.1f, want 90 or more", got)
	}
}

func TestSeedDates(t *testing.T) {
	s := loadSeed(t)
	n := 0
	for _, g := range s.gold.Mentions {
		if g.Label != "DATE" {
			continue
		}
		n++
		span := s.span(g.Start, g.End)
		i := slices.IndexFunc(s.doc.Mentions, func(m dateline.Mention) bool { return m.Label == dateline.Date && m.Overlaps(span) })
		if i < 0 {
			t.Errorf("%q is not found", g.Text)
		} else if m := s.doc.Mentions[i]; m.Time == nil || m.Time.Value != g.Value {
			t.Errorf("%q: found %q with %+v, want %s", g.Text, s.doc.Slice(m.Span), m.Time, g.Value)
		}
	}
	if n != 11 {
		t.Errorf("the gold has %d dates", n)
	}
}

func TestSeedEntities(t *testing.T) {
	s := loadSeed(t)
	for _, key := range []string{"stoltenberg", "nato", "isis", "allawi", "soleimani", "davidson", "sajjan"} {
		ids := map[dateline.EntityID]int{}
		var inGold []dateline.Span
		for _, g := range s.gold.Mentions {
			if g.Entity != key {
				continue
			}
			span := s.span(g.Start, g.End)
			inGold = append(inGold, span)
			i := slices.IndexFunc(s.doc.Mentions, func(m dateline.Mention) bool { return m.Span == span })
			if i < 0 {
				t.Errorf("%s: %q is not found in %q", key, g.Text, around(s.doc, span))
				continue
			}
			ids[s.doc.Mentions[i].Entity]++
		}
		if len(ids) != 1 {
			t.Errorf("%s is %d entities: %s", key, len(ids), systemNames(s.doc, ids))
			continue
		}
		for id := range ids {
			e := s.doc.Entity(id)
			if e == nil || !sameName(e.Name, s.fullName(key)) {
				t.Errorf("%s: the entity is %+v, want the name %q", key, e, s.fullName(key))
			}
			for _, m := range s.doc.Mentions {
				if m.Entity == id && m.Form == dateline.FormName && !slices.Contains(inGold, m.Span) {
					t.Errorf("%s: %q in %q is not it", key, s.doc.Slice(m.Span), around(s.doc, m.Span))
				}
			}
		}
	}
}

func TestSeedQuotes(t *testing.T) {
	s := loadSeed(t)
	if len(s.gold.Quotes) != 7 || len(s.gold.NotQuotes) != 4 {
		t.Fatalf("the gold has %d quotations and %d others", len(s.gold.Quotes), len(s.gold.NotQuotes))
	}
	said := stretches(s.doc)
	for _, g := range s.gold.Quotes {
		var in *dateline.Quote
		for _, sp := range g.Spans {
			span := s.span(sp[0], sp[1])
			i := slices.IndexFunc(said, func(x saying) bool { return sameWords(s.doc, x.spans[0], span) })
			if i < 0 {
				t.Errorf("%.60q is not found", s.doc.Slice(span))
				continue
			}
			if in != nil && in != said[i].quote {
				t.Errorf("%.60q is apart from the words before the interruption", s.doc.Slice(span))
			}
			in = said[i].quote
		}
		if in != nil {
			s.checkSpeaker(t, in, g)
			if in.Kind.String() != g.Type {
				t.Errorf("%.60q is %s, want %s", s.doc.Slice(in.Span), in.Kind, g.Type)
			}
		}
	}
	for _, g := range s.gold.NotQuotes {
		span := s.span(g.Start, g.End)
		if i := slices.IndexFunc(said, func(x saying) bool { return x.spans[0].Overlaps(span) }); i >= 0 {
			t.Errorf("%s is reported as speech of %q by %s: it is a %s", g.Text, said[i].quote.Speaker.Name, said[i].quote.Rule, g.Why)
		}
	}
}

func TestSeedIndirect(t *testing.T) {
	s := loadSeed(t)
	if len(s.gold.Indirect) != 5 {
		t.Fatalf("the gold has %d reported clauses", len(s.gold.Indirect))
	}
	reported := clauses(s.doc)
	for _, g := range s.gold.Indirect {
		span := s.span(g.Spans[0][0], g.Spans[0][1])
		i := slices.IndexFunc(reported, func(x saying) bool { return iou(x.spans, []dateline.Span{span}) >= 0.8 })
		if i < 0 {
			t.Errorf("%.60q is not found", s.doc.Slice(span))
			continue
		}
		s.checkSpeaker(t, reported[i].quote, g)
	}
}

// checkSpeaker compares the speaker's entity, the words that name it, and the cue.
func (s *seed) checkSpeaker(t *testing.T, q *dateline.Quote, g seedQuote) {
	t.Helper()
	words := s.doc.Slice(q.Span)
	e := s.doc.Entity(q.Speaker.Entity)
	if e == nil || !sameName(e.Name, s.name(g.Speaker)) || q.Speaker.Name != e.Name {
		t.Errorf("%.60q is said by %+v (%s), want %s", words, q.Speaker, q.Rule, s.name(g.Speaker))
	}
	if mention := s.span(g.Mention.Start, g.Mention.End); !mention.IsZero() && !q.Speaker.Overlaps(mention) {
		t.Errorf("%.60q: the speaker is named by %q, want %q", words, s.doc.Slice(q.Speaker.Span), s.doc.Slice(mention))
	}
	if cue := s.span(g.Cue.Start, g.Cue.End); !cue.IsZero() && !q.Cue.Overlaps(cue) {
		t.Errorf("%.60q: the cue is %q, want %q", words, s.doc.Slice(q.Cue), s.doc.Slice(cue))
	}
}

// sameWords compares two spans, punctuation at their edges left aside.
func sameWords(doc *dateline.Document, a, b dateline.Span) bool {
	return a.Overlaps(b) && strings.Trim(doc.Slice(a), edge) == strings.Trim(doc.Slice(b), edge)
}

const edge = " \u00a0.,;:!?\"'[]"

func TestSeedRoles(t *testing.T) {
	s := loadSeed(t)
	if len(s.gold.Roles) != 8 {
		t.Fatalf("the gold has %d roles", len(s.gold.Roles))
	}
	for _, g := range s.gold.Roles {
		e := entityNamed(s.doc, dateline.Person, s.name(g.Person))
		if e == nil {
			t.Errorf("%s is no entity", s.name(g.Person))
			continue
		}
		want := goldRole{title: g.Role, former: g.Until != "" || g.Note == "Retired"}
		if g.Affiliation != "" {
			want.of = s.name(g.Affiliation)
		}
		i := slices.IndexFunc(e.Roles, func(r dateline.Role) bool { return sameRole(s.doc, r, want) })
		if i < 0 {
			t.Errorf("%s has the roles %q, want %+v", e.Name, rolesOf(e), want)
		} else if e.Roles[i].Until != g.Until {
			t.Errorf("%s was %s until %q, want %q", e.Name, g.Role, e.Roles[i].Until, g.Until)
		}
	}
}
