package resolve

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
)

type seedMention struct {
	Start, End           int
	Label, Entity, Value string
}

type seedRole struct {
	Person, Role, Until string
	Affiliation         *string
}

type seedGold struct {
	Published string
	Mentions  []seedMention
	Roles     []seedRole
}

// readSeed reads the annotated article of testdata, with the gold's mentions resolved.
func readSeed(t testing.TB, name string) (seedGold, *dateline.Document, map[dateline.Span]string) {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "testdata", "articles")
	text, err := os.ReadFile(filepath.Join(dir, name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(filepath.Join(dir, name+".gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	var g seedGold
	if err := json.Unmarshal(raw, &g); err != nil {
		t.Fatal(err)
	}
	var ents []goldEnt
	for _, m := range g.Mentions {
		ents = append(ents, goldEnt{Start: m.Start, End: m.End, Label: m.Label})
	}
	doc := prepare(goldDoc{ID: name, Text: string(text), Published: g.Published, Ents: ents})
	off := byteOffsets(doc.Text)
	key := map[dateline.Span]string{}
	for _, m := range g.Mentions {
		key[dateline.Span{Start: off[m.Start], End: off[m.End]}] = m.Entity
	}
	return g, doc, key
}

// TestSeedEntities compares the clusters of the seed article with the gold's: two names are one entity here exactly
// where they are there.
func TestSeedEntities(t *testing.T) {
	_, doc, key := readSeed(t, "nato-iraq")
	ours, theirs := map[string]map[string]bool{}, map[string]map[string]bool{}
	add := func(m map[string]map[string]bool, a, b string) {
		if m[a] == nil {
			m[a] = map[string]bool{}
		}
		m[a][b] = true
	}
	for _, m := range doc.Mentions {
		if gold := key[m.Span]; gold != "" && m.Form == dateline.FormName {
			e := doc.Entity(m.Entity)
			add(ours, gold, e.Name)
			add(theirs, e.Name, gold)
		}
	}
	for g, names := range ours {
		if len(names) > 1 {
			t.Errorf("%s is split: %v", g, names)
		}
	}
	for n, golds := range theirs {
		if len(golds) > 1 {
			t.Errorf("%q joins %v", n, golds)
		}
	}
}

// TestSeedRoles wants the gold's eight roles and no other.
func TestSeedRoles(t *testing.T) {
	gold, doc, key := readSeed(t, "nato-iraq")
	name := map[string]dateline.EntityID{}
	for _, m := range doc.Mentions {
		if g := key[m.Span]; g != "" && m.Form == dateline.FormName {
			name[g] = m.Entity
		}
	}
	var want, got []string
	for _, r := range gold.Roles {
		s := doc.Entity(name[r.Person]).Name + ": " + strings.ToLower(r.Role)
		if r.Affiliation != nil {
			s += " @ " + doc.Entity(name[*r.Affiliation]).Name
		}
		want = append(want, s+" "+r.Until)
	}
	for _, e := range doc.Entities {
		for _, r := range e.Roles {
			s := e.Name + ": " + strings.ToLower(r.Title)
			if r.AffiliationEntity != 0 {
				s += " @ " + doc.Entity(r.AffiliationEntity).Name
			}
			if doc.Slice(r.Span) != r.Title {
				t.Errorf("%q stands at %v, which is %q", r.Title, r.Span, doc.Slice(r.Span))
			}
			got = append(got, s+" "+r.Until)
		}
	}
	sort.Strings(want)
	sort.Strings(got)
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}

// TestSeedNominals wants the secretary-general to be Stoltenberg wherever he is called so.
func TestSeedNominals(t *testing.T) {
	_, doc, _ := readSeed(t, "nato-iraq")
	var got []string
	for _, m := range doc.Mentions {
		if m.Form == dateline.FormNominal {
			got = append(got, doc.Slice(m.Span)+" = "+doc.Entity(m.Entity).Name)
		}
	}
	want := "The alliance = NATO\nsecretary general = Jens Stoltenberg\nprime minister = Mohammed Tawfiq Allawi\nThe secretary-general = Jens Stoltenberg"
	if g := strings.Join(got, "\n"); g != want {
		t.Errorf("got\n%s\nwant\n%s", g, want)
	}
}
