package entities

import (
	"testing"

	"github.com/dateline-nlp/dateline"
)

// The entities that stay are numbered anew, and everything that refers to one follows.
func TestDropMisc(t *testing.T) {
	doc := &dateline.Document{
		Entities: []dateline.Entity{
			{ID: 1, Label: dateline.Misc, Name: "World Cup"},
			{ID: 2, Label: dateline.Place, Name: "Qatar"},
			{ID: 3, Label: dateline.Norp, Name: "Qatari", Of: 2},
			{ID: 4, Label: dateline.Misc, Name: "Copa"},
			{ID: 5, Label: dateline.Person, Name: "Ann Lee", Roles: []dateline.Role{{AffiliationEntity: 2}, {AffiliationEntity: 1}}},
		},
		Mentions: []dateline.Mention{
			{Label: dateline.Misc, Entity: 1}, {Label: dateline.Place, Entity: 2}, {Label: dateline.Norp, Entity: 3},
			{Label: dateline.Org, Form: dateline.FormPronoun, Entity: 4}, {Label: dateline.Person, Entity: 5}, {Label: dateline.Date},
		},
	}
	dropMisc(doc)
	var names []string
	for i, e := range doc.Entities {
		if e.ID != dateline.EntityID(i+1) {
			t.Errorf("%s has id %d at %d", e.Name, e.ID, i)
		}
		names = append(names, e.Name)
	}
	if len(names) != 3 || names[0] != "Qatar" || doc.Entities[1].Of != 1 {
		t.Errorf("entities %v, Of %d", names, doc.Entities[1].Of)
	}
	if r := doc.Entities[2].Roles; r[0].AffiliationEntity != 1 || r[1].AffiliationEntity != 0 {
		t.Errorf("roles %+v", r)
	}
	var ids []dateline.EntityID
	for _, m := range doc.Mentions {
		ids = append(ids, m.Entity)
	}
	if len(ids) != 4 || ids[0] != 1 || ids[1] != 2 || ids[2] != 3 || ids[3] != 0 {
		t.Errorf("mentions of %v", ids)
	}
}
