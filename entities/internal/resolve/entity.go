package resolve

import (
	"sort"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// merge puts the added mentions among the names. An added one that overlaps a name is dropped.
func (r *resolver) merge(added []dateline.Mention, to []int32) {
	order := make([]int, len(added))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return added[order[i]].Start < added[order[j]].Start })
	n := len(r.mentions) + len(added)
	ms := make([]dateline.Mention, 0, n)
	cs, rules, names := make([]int32, 0, n), make([]string, 0, n), make([]int32, 0, n)
	put := func(m dateline.Mention, c int32, rule string, name int32) {
		ms, cs, rules, names = append(ms, m), append(cs, c), append(rules, rule), append(names, name)
	}
	i, end := 0, 0
	for _, k := range order {
		a := added[k]
		for i < len(r.mentions) && r.mentions[i].Start < a.End {
			put(r.mentions[i], r.cluster[i], r.rule[i], r.name[i])
			end = r.mentions[i].End
			i++
		}
		if a.Start >= end {
			put(a, to[k], a.Rule, -1)
			end = a.End
		}
	}
	for ; i < len(r.mentions); i++ {
		put(r.mentions[i], r.cluster[i], r.rule[i], r.name[i])
	}
	r.mentions, r.cluster, r.rule, r.name = ms, cs, rules, names
}

// entities numbers the clusters by their first mention and writes ids and rules into the mentions.
func (r *resolver) entities() []dateline.Entity {
	id := make([]dateline.EntityID, len(r.clusters))
	var ents []dateline.Entity
	var of []int32 // cluster of each entity
	scores := make([]float64, len(r.clusters))
	for i := range r.mentions {
		m, c := &r.mentions[i], r.cluster[i]
		if r.rule[i] != "" {
			m.Rule = r.rule[i]
		}
		if c < 0 {
			continue
		}
		if id[c] == 0 {
			ents = append(ents, dateline.Entity{ID: dateline.EntityID(len(ents) + 1), Label: r.clusters[c].label, First: m.Span})
			of = append(of, c)
			id[c] = dateline.EntityID(len(ents))
		}
		m.Entity = id[c]
		ents[id[c]-1].Count++
		if s, ok := ruleScore[r.rule[i]]; ok {
			scores[c] += s
		} else {
			scores[c]++
		}
	}
	for i := range ents {
		e, c := &ents[i], of[i]
		cl := &r.clusters[c]
		e.Name = r.display(cl.main)
		e.Aliases = r.aliases(cl, e.Name)
		e.Score = scores[c] / float64(e.Count)
		if e.Label == dateline.Person {
			e.Gender = majority(cl.votes)
		}
		e.Country = cl.country
		if cl.place != nil {
			e.Geo = cl.place.Geo()
		}
	}
	r.writeRoles(ents, of, id)
	r.relate(ents, of)
	return ents
}

// writeRoles copies the roles of people to their entities.
func (r *resolver) writeRoles(ents []dateline.Entity, of []int32, id []dateline.EntityID) {
	for i := range ents {
		for _, a := range r.roles[of[i]] {
			if a.affil >= 0 {
				a.AffiliationEntity = id[a.affil]
			}
			ents[i].Roles = append(ents[i].Roles, a.Role)
		}
	}
}

// relate links nationalities to the country's entity.
func (r *resolver) relate(ents []dateline.Entity, of []int32) {
	country := map[string]dateline.EntityID{}
	for i := range ents {
		if ents[i].Label == dateline.Place && ents[i].Country != "" && r.isCountry(of[i]) && country[ents[i].Country] == 0 {
			country[ents[i].Country] = ents[i].ID
		}
	}
	for i := range ents {
		if ents[i].Label == dateline.Norp && ents[i].Country != "" {
			ents[i].Of = country[ents[i].Country]
		}
	}
}

func (r *resolver) isCountry(c int32) bool {
	p := r.clusters[c].place
	return p != nil && p.Kind == gazetteer.KindCountry
}

// display is a name without a title at its beginning, its inner space made single.
func (r *resolver) display(n int32) string {
	name := &r.names[n]
	text := name.text
	if name.label == dateline.Person {
		for {
			first, rest, ok := strings.Cut(text, " ")
			w := strings.ToLower(strings.TrimSuffix(first, "."))
			if _, title := honorifics[w]; !ok || !title || len(name.words) == 0 || rest == "" {
				break
			}
			text = rest
		}
	}
	if strings.ContainsAny(text, "\n\t\r") || strings.Contains(text, "  ") {
		text = strings.Join(strings.Fields(text), " ")
	}
	return text
}

// aliases are the other names of a cluster in order of first mention.
func (r *resolver) aliases(cl *cluster, main string) []string {
	names := append([]int32(nil), cl.names...)
	sort.Slice(names, func(i, j int) bool { return r.names[names[i]].first < r.names[names[j]].first })
	var out []string
	seen := map[string]bool{main: true}
	for _, n := range names {
		if t := r.display(n); !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}
