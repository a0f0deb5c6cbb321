package dateline_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// indexAll returns an index in memory of all articles, read by the system.
func indexAll(t *testing.T) *index.Index {
	t.Helper()
	ix, err := index.New()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	for _, name := range sampleNames(t) {
		if err := ix.Add(context.Background(), read(loadSample(t, name).article)); err != nil {
			t.Fatal(err)
		}
	}
	return ix
}

// parseQuery reads "speaker: Balan; said: canal".
func parseQuery(line string) (index.Query, error) {
	var q index.Query
	for _, part := range strings.Split(line, "; ") {
		field, value, _ := strings.Cut(part, ": ")
		switch field {
		case "speaker":
			q.Speaker = value
		case "said":
			q.Said = value
		case "person":
			q.Person = value
		case "org":
			q.Org = value
		case "place":
			q.Place = value
		default:
			return q, fmt.Errorf("unknown field %q", field)
		}
	}
	return q, nil
}

// renderIndex writes each question with its first answers: article, place, words found in brackets, speaker.
func renderIndex(t *testing.T, s *sample, ix *index.Index) string {
	var b strings.Builder
	for _, line := range s.gold.queries {
		q, err := parseQuery(line)
		if err != nil {
			t.Fatal(err)
		}
		page, err := ix.Find(context.Background(), index.Request{Query: q, Size: 3})
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		fmt.Fprintf(&b, "? %s\n%d found\n", line, page.Total)
		for _, h := range page.Hits {
			fmt.Fprintf(&b, "%s %d:%d", h.ID, h.Span.Start, h.Span.End)
			for _, f := range h.Fragments {
				fmt.Fprintf(&b, " | %s", plainSpaces(f.Mark("[", "]")))
			}
			if h.Quote >= 0 {
				fmt.Fprintf(&b, " | %s", h.Speaker)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// TestSeedSearch asks the index of all articles for what a user of the sample article would.
func TestSeedSearch(t *testing.T) {
	ix, s := indexAll(t), loadSeed(t)
	hits, err := ix.Search(context.Background(), index.Query{Speaker: "Davidson", Said: `"NATO mission"`})
	if err != nil {
		t.Fatal(err)
	}
	want := dateline.Span{Start: strings.Index(s.doc.Text, "If [the Iraqis]"), End: strings.Index(s.doc.Text, "but a NATO mission.") + len("but a NATO mission.")}
	found := false
	for _, h := range hits {
		if h.ID != "nato-iraq" || h.Speaker != "Bob Davidson" {
			t.Errorf("Davidson said: hit %+v", h)
		}
		if !h.Span.Contains(want) || h.Kind != dateline.Direct {
			continue
		}
		found = true
		if !strings.HasPrefix(h.Headline, "NATO moves to expand Canadian-led") {
			t.Errorf("the headline is %q", h.Headline)
		}
		if len(h.Fragments) == 0 || !strings.Contains(h.Fragments[0].Mark("<", ">"), "<NATO> <mission>") {
			t.Errorf("the highlights are %+v", h.Fragments)
		}
		if last := h.Content[len(h.Content)-1]; last != want {
			t.Errorf("the content is %v, want %v", h.Content, want)
		}
	}
	if !found {
		t.Errorf("what Davidson said of a NATO mission is not among %d hits", len(hits))
	}
	for _, q := range []index.Query{
		{Speaker: "Stoltenberg", Said: `"NATO mission"`},
		{Speaker: "Davidson", Said: "dialogue"},
		{Speaker: "Davidson", Said: `"scaling up"`},
		{Speaker: "Sajjan", Said: "mission"},
	} {
		if hits, err := ix.Search(context.Background(), q); err != nil || len(hits) != 0 {
			t.Errorf("%+v: %d hits, %v", q, len(hits), err)
		}
	}
	for _, speaker := range []string{"Jens Stoltenberg", "Stoltenberg", "Jen Stoltenberg"} {
		hits, err := ix.Search(context.Background(), index.Query{Speaker: speaker, Said: "dialogue"})
		if err != nil || len(hits) == 0 || hits[0].Speaker != "Jens Stoltenberg" {
			t.Errorf("%s on dialogue: %d hits, %v", speaker, len(hits), err)
		}
	}
}
