package score

import (
	"strings"
	"testing"
)

func TestErrors(t *testing.T) {
	gold := []Doc{
		{ID: "a", Text: "é Smith of Acme Corp in Paris", Ents: []Ent{{2, 7, "PERSON"}, {11, 20, "ORG"}, {24, 29, "PLACE"}, {0, 1, "DATE"}}},
		{ID: "b", Text: "Paris", Ents: []Ent{{0, 5, "PLACE"}}},
		{ID: "c", Text: "Lyon", Ents: []Ent{{0, 4, "PLACE"}}},
	}
	system := []Doc{
		{ID: "a", Ents: []Ent{{2, 7, "PERSON"}, {11, 15, "ORG"}, {24, 29, "ORG"}, {8, 10, "PLACE"}}},
		{ID: "b", Ents: []Ent{{0, 5, "PLACE"}, {0, 5, "PLACE"}}},
	}
	var b strings.Builder
	Errors(gold, system, []string{"PERSON", "ORG", "PLACE"}).Print(&b, 10)
	want := `most frequent confusions, gold -> found:
    1  -      -> PLACE              "of"
    1  ORG    -> ORG, other span    "Acme Corp"
    1  PLACE  -> -                  "Lyon"
    1  PLACE  -> ORG                "Paris"
documents with most errors:
    5  a: F1 28.6, 1 right, 3 wrong, 2 missed
    1  c: F1 0.0, 0 right, 0 wrong, 1 missed
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
