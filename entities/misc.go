package entities

import (
	"slices"

	"github.com/dateline-nlp/dateline"
)

// dropMisc takes the Misc names, the entities of only such names, and what refers to them out of doc. It comes after resolution,
// which may find that what looked like another named thing is the short form of an organization or a place.
func dropMisc(doc *dateline.Document) {
	moved := make([]dateline.EntityID, len(doc.Entities)+1) // old id to new id, 0 for those that go
	kept := doc.Entities[:0]
	for _, e := range doc.Entities {
		if e.Label != dateline.Misc {
			moved[e.ID] = dateline.EntityID(len(kept) + 1)
			kept = append(kept, e)
		}
	}
	if len(kept) < len(doc.Entities) {
		clear(doc.Entities[len(kept):])
		doc.Entities = kept
		for i := range kept {
			e := &kept[i]
			e.ID, e.Of = dateline.EntityID(i+1), moved[e.Of]
			for k := range e.Roles {
				e.Roles[k].AffiliationEntity = moved[e.Roles[k].AffiliationEntity]
			}
		}
	}
	doc.Mentions = slices.DeleteFunc(doc.Mentions, func(m dateline.Mention) bool {
		return m.Label == dateline.Misc || m.Entity != 0 && moved[m.Entity] == 0
	})
	for i := range doc.Mentions {
		doc.Mentions[i].Entity = moved[doc.Mentions[i].Entity]
	}
}
