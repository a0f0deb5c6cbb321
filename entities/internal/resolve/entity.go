package resolve

import (
	"slices"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// results puts the added mentions among the names, and numbers the clusters by their first mention. An added mention
// that overlaps a name, or another added one, is dropped.
func (r *resolver) results() ([]dateline.Mention, []dateline.Entity) {
	d := &r.talk
	order := r.order[:0]
	for i := range d.added {
		order = append(order, int32(i))
	}
	slices.SortStableFunc(order, func(i, j int32) int { return d.added[i].Start - d.added[j].Start })
	r.order = order
	w := writer{resolver: r, id: resize(r.places.of, len(r.clusters))}
	w.mentions = make([]dateline.Mention, 0, len(r.mentions)+len(order))
	clear(w.id)
	i, end := 0, 0
	for _, k := range order {
		a := &d.added[k]
		for i < len(r.mentions) && r.mentions[i].Start < a.End {
			w.put(r.mentions[i], r.cluster[i], r.rule[i])
			end = r.mentions[i].End
			i++
		}
		if a.Start >= end {
			w.put(*a, d.addedTo[k], a.Rule)
			end = a.End
		}
	}
	for ; i < len(r.mentions); i++ {
		w.put(r.mentions[i], r.cluster[i], r.rule[i])
	}
	return w.mentions, w.entities()
}

// writer makes the results.
type writer struct {
	*resolver
	mentions []dateline.Mention
	id       []int32 // entity of each cluster, 0 for none yet
	of       []int32 // cluster of each entity
}

// put writes a mention of cluster c.
func (w *writer) put(m dateline.Mention, c int32, rule string) {
	if rule != "" {
		m.Rule = rule
	}
	if c >= 0 {
		if w.id[c] == 0 {
			w.of = append(w.of, c)
			w.id[c] = int32(len(w.of))
		}
		m.Entity = dateline.EntityID(w.id[c])
		m.Label = w.clusters[c].label // an acronym may have been given another one
	}
	w.mentions = append(w.mentions, m)
}

// entities describes the clusters that have mentions.
func (w *writer) entities() []dateline.Entity {
	if len(w.of) == 0 {
		return nil
	}
	ents := make([]dateline.Entity, len(w.of))
	for i := range w.mentions {
		m := &w.mentions[i]
		if m.Entity == 0 {
			continue
		}
		e := &ents[m.Entity-1]
		if e.Count++; e.Count == 1 {
			e.First = m.Span
		}
		e.Score += scoreOf(m.Rule)
	}
	for i := range ents {
		e, c := &ents[i], w.of[i]
		cl := &w.clusters[c]
		e.ID, e.Label, e.Country = dateline.EntityID(i+1), cl.label, cl.country
		e.Name = w.display(cl.main)
		e.Aliases = w.aliases(c, e.Name)
		e.Score /= float64(e.Count)
		if e.Label == dateline.Person {
			e.Gender = majority(cl.votes)
		}
		if p := w.placed(c); p != nil {
			e.Geo = p.Geo()
		}
		for k := cl.role; k >= 0; k = w.roles[k].next {
			a := &w.roles[k]
			role := a.Role
			if a.affil >= 0 {
				role.AffiliationEntity = dateline.EntityID(w.id[a.affil])
			}
			e.Roles = append(e.Roles, role)
		}
	}
	w.relate(ents)
	return ents
}

// relate links nationalities to the country's entity.
func (w *writer) relate(ents []dateline.Entity) {
	for i := range ents {
		if ents[i].Label != dateline.Norp || ents[i].Country == "" {
			continue
		}
		for j := range ents {
			if ents[j].Label == dateline.Place && ents[j].Country == ents[i].Country && w.isCountry(w.of[j]) {
				ents[i].Of = ents[j].ID
				break
			}
		}
	}
}

// isCountry reports whether cluster c is a country, not a place in it.
func (r *resolver) isCountry(c int32) bool {
	p := r.placed(c)
	return p != nil && p.Kind == gazetteer.KindCountry
}

// display is a name as it is shown: its spaces single and plain, without editors' brackets and, for a person, without
// a title at its beginning.
func (r *resolver) display(n int32) string {
	name := &r.names[n]
	text := name.text
	if strings.ContainsAny(text, "\n\t\r\u00a0[]") || strings.Contains(text, "  ") {
		text = strings.Join(strings.Fields(strings.NewReplacer("[", "", "]", "").Replace(text)), " ")
		if text == "" { // a user's gazetteer may hold a name that is nothing but brackets
			text = name.text
		}
	}
	for name.label == dateline.Person {
		first, rest, ok := strings.Cut(text, " ")
		if !ok || rest == "" {
			break
		}
		if _, title := honorifics[strings.ToLower(strings.TrimSuffix(first, "."))]; !title {
			break
		}
		text = rest
	}
	return text
}

// aliases are the other names of cluster c in order of first mention.
func (r *resolver) aliases(c int32, main string) []string {
	cl := &r.clusters[c]
	at, _ := slices.BinarySearchFunc(r.also, c, func(a alsoNamed, c int32) int { return int(a.cluster - c) })
	if cl.size == 1 && (at == len(r.also) || r.also[at].cluster != c) {
		return nil
	}
	names := r.order[:0]
	for n := cl.head; n >= 0; n = r.names[n].next {
		names = append(names, n)
	}
	for ; at < len(r.also) && r.also[at].cluster == c; at++ {
		names = append(names, r.also[at].name)
	}
	r.order = names
	slices.SortFunc(names, func(a, b int32) int { return int(r.names[a].first - r.names[b].first) })
	var out []string
	var seen map[string]bool
	for _, n := range names {
		t := r.display(n)
		if t == main || seen[t] || len(out) < 8 && slices.Contains(out, t) {
			continue
		}
		if out = append(out, t); len(out) >= 8 {
			if seen == nil {
				seen = map[string]bool{}
				for _, o := range out {
					seen[o] = true
				}
			}
			seen[t] = true
		}
	}
	return out
}
