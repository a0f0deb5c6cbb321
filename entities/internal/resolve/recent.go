package resolve

import "slices"

// A surname that fits several people goes to the one that the article is about: who has been named most so far, counting what this rule
// decided before. Relatives and namesakes are named in full; whoever is called by surname alone came first or comes most. A person named in
// full right before, in the same sentence, is meant in any case but that of a relative's introduction, which cannot be told apart; so that is left out.

// decideRecent gives every mention its name's cluster.
func (r *resolver) decideRecent() {
	var count, total []int32 // of full names and decisions so far, and in all
	for i := range r.names {
		if r.names[i].several != nil {
			count, total = make([]int32, len(r.clusters)), r.fullCounts()
			break
		}
	}
	for i := range r.mentions {
		n := r.name[i]
		if n < 0 {
			continue
		}
		name := &r.names[n]
		c := name.cluster
		if c >= 0 {
			if n != r.clusters[c].main {
				r.rule[i] = name.rule
			}
		} else {
			c = r.likeliest(name.several, count, total)
			r.rule[i] = ruleRecent
			r.also = append(r.also, alsoNamed{c, n})
		}
		r.cluster[i] = c
		if count != nil {
			count[c]++
		}
	}
	slices.SortFunc(r.also, func(a, b alsoNamed) int {
		if a.cluster != b.cluster {
			return int(a.cluster - b.cluster)
		}
		return int(a.name - b.name)
	})
	r.also = slices.Compact(r.also)
}

// fullCounts counts for each cluster the mentions that name it beyond doubt.
func (r *resolver) fullCounts() []int32 {
	total := make([]int32, len(r.clusters))
	for i := range r.names {
		if c := r.names[i].cluster; c >= 0 {
			total[c] += r.names[i].count
		}
	}
	return total
}

// likeliest chooses among candidates: named most so far; else, in a headline, most in all; else first.
func (r *resolver) likeliest(cs []int32, count, total []int32) int32 {
	best := cs[0]
	for _, c := range cs[1:] {
		a, b := count[c], count[best]
		if a == b {
			a, b = total[c], total[best]
		}
		if a > b || a == b && r.names[r.clusters[c].main].first < r.names[r.clusters[best].main].first {
			best = c
		}
	}
	return best
}
