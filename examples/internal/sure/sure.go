// Package sure leaves out what the library is not sure enough of.
package sure

import "github.com/dateline-nlp/dateline"

// Filter takes names, dates and quotes with a score below least out of doc, and entities that are then without a name. Nominals
// and pronouns stay as long as their entity does. Entities are numbered anew, their mentions counted anew.
func Filter(doc *dateline.Document, least float64) {
	if least <= 0 {
		return
	}
	named := make([]bool, len(doc.Entities)+1)
	for _, m := range doc.Mentions {
		if m.Form == dateline.FormName && m.Score >= least {
			named[m.Entity] = true
		}
	}
	ids := make([]dateline.EntityID, len(doc.Entities)+1) // new ids by old ones, 0 for those that are gone
	var entities []dateline.Entity
	for _, e := range doc.Entities {
		if named[e.ID] {
			ids[e.ID] = dateline.EntityID(len(entities) + 1)
			e.ID, e.Count, e.First = ids[e.ID], 0, dateline.Span{}
			entities = append(entities, e)
		}
	}
	var mentions []dateline.Mention
	for _, m := range doc.Mentions {
		if m.Form == dateline.FormName && m.Score < least || m.Form != dateline.FormName && ids[m.Entity] == 0 {
			continue
		}
		if m.Entity = ids[m.Entity]; m.Entity != 0 {
			e := &entities[m.Entity-1]
			if e.Count++; e.Count == 1 {
				e.First = m.Span
			}
		}
		mentions = append(mentions, m)
	}
	for i := range entities {
		e := &entities[i]
		e.Of = ids[e.Of]
		e.Roles = append([]dateline.Role(nil), e.Roles...)
		for k := range e.Roles {
			e.Roles[k].AffiliationEntity = ids[e.Roles[k].AffiliationEntity]
		}
	}
	var quotes []dateline.Quote
	for _, q := range doc.Quotes {
		if q.Score >= least {
			q.Speaker.Entity = ids[q.Speaker.Entity]
			quotes = append(quotes, q)
		}
	}
	doc.Mentions, doc.Entities, doc.Quotes = mentions, entities, quotes
}
