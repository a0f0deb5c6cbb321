package resolve

// decideRecent gives every mention its name's cluster. A surname that fits several people goes to the one who was named last: by a full
// name, or by this surname in an earlier paragraph. Before anyone was named (in a headline) it is the one named first after it.
func (r *resolver) decideRecent() {
	lastAt := make([]int32, len(r.clusters)) // number of the last mention of each cluster by a full name, from 1
	var waiting []int32
	listed := map[[2]int32]bool{}
	for i := range r.mentions {
		n := r.name[i]
		if n < 0 {
			continue
		}
		name := &r.names[n]
		if name.cluster >= 0 {
			r.cluster[i] = name.cluster
			if n != r.clusters[name.cluster].main {
				r.rule[i] = name.rule
			}
			lastAt[name.cluster] = int32(i) + 1
			continue
		}
		best := int32(-1)
		for _, c := range name.several {
			if lastAt[c] > 0 && (best < 0 || lastAt[c] > lastAt[best]) {
				best = c
			}
		}
		r.rule[i] = ruleRecent
		if best < 0 {
			waiting = append(waiting, int32(i))
			continue
		}
		r.cluster[i] = best
		r.alsoNamed(best, n, listed)
	}
	r.decideAhead(waiting, listed)
}

// decideAhead gives mentions that came before any full name the first of their candidates that is named after them.
func (r *resolver) decideAhead(waiting []int32, listed map[[2]int32]bool) {
	for _, i := range waiting {
		name := &r.names[r.name[i]]
		best := name.several[0]
		for _, c := range name.several {
			if a, b := r.names[r.clusters[c].main].first, r.names[r.clusters[best].main].first; a < b {
				best = c
			}
		}
		r.cluster[i] = best
		r.alsoNamed(best, r.name[i], listed)
	}
}

// alsoNamed notes once that n is one of the names of c.
func (r *resolver) alsoNamed(c, n int32, listed map[[2]int32]bool) {
	if k := [2]int32{c, n}; !listed[k] {
		listed[k] = true
		r.clusters[c].names = append(r.clusters[c].names, n)
	}
}
