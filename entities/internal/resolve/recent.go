package resolve

import "slices"

// A surname that fits several people goes to the one that the article is about: who has been named most so far,
// counting what this rule decided before. Relatives and namesakes are named in full; whoever is called by surname
// alone came first or comes most. But where the article has come to speak of another one, and of the first no more,
// the surname is the other's.

const (
	justNamed  = 3 // sentences
	longUnseen = 8
)

// salience is how much has been heard of each cluster so far.
type salience struct {
	count []int32 // mentions by full name, and decisions
	total []int32 // mentions by full name in the whole document
	sent  []int32 // sentence of the last mention
}

// decideRecent gives every mention its name's cluster.
func (r *resolver) decideRecent() {
	var heard *salience
	for i := range r.names {
		if r.names[i].several != nil {
			heard = &salience{make([]int32, len(r.clusters)), r.fullCounts(), make([]int32, len(r.clusters))}
			break
		}
	}
	sent := int32(0)
	for i := range r.mentions {
		n := r.name[i]
		if n < 0 {
			continue
		}
		name := &r.names[n]
		c := name.cluster
		for int(sent) < len(r.doc.Sentences) && r.doc.Sentences[sent].End <= r.mentions[i].Start {
			sent++
		}
		switch {
		case c < 0:
			c = r.oneOf(i, name.several, heard, sent)
			r.rule[i] = ruleRecent
			r.also = append(r.also, alsoNamed{c, n})
		case n != r.clusters[c].main && name.rule == "":
			r.rule[i] = r.names[r.clusters[c].main].rule // the fuller name came later
		case n != r.clusters[c].main:
			r.rule[i] = name.rule
		}
		r.cluster[i] = c
		if heard != nil {
			heard.count[c]++
			heard.sent[c] = sent
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

// oneOf decides for one of the candidates that mention i, in sentence sent, can mean.
func (r *resolver) oneOf(i int, cs []int32, heard *salience, sent int32) int32 {
	if c := r.byTitle(i, cs); c >= 0 {
		return c
	}
	if c := r.spouse(cs, heard, sent); c >= 0 {
		return c
	}
	return r.likeliest(cs, heard, sent)
}

// byTitle returns the only one of the candidates whose fullest name was first mentioned with the same title before it
// as mention i has, as in "Mayor Ellsworth", where one is a mayor; -1 for none.
func (r *resolver) byTitle(i int, cs []int32) int32 {
	t := int(r.token[i]) - 1
	if t < 0 || !r.capital(t) {
		return -1
	}
	title, found := r.lower(t), int32(-1)
	for _, c := range cs {
		if r.lower(int(r.token[r.names[r.clusters[c].main].first])-1) == title {
			if found >= 0 {
				return -1
			}
			found = c
		}
	}
	return found
}

// spouse returns which of two candidates is meant after "His wife was more cautious": the one who was not named last;
// -1 where neither sentence sent nor the one before it begins so.
func (r *resolver) spouse(cs []int32, heard *salience, sent int32) int32 {
	if len(cs) != 2 || heard.sent[cs[0]] == heard.sent[cs[1]] {
		return -1
	}
	other, last := cs[0], cs[1]
	if heard.sent[other] > heard.sent[last] {
		other, last = last, other
	}
	for s := sent; s >= 0 && s >= sent-1 && s > heard.sent[last]; s-- {
		if int(s) >= len(r.doc.Sentences) {
			continue
		}
		t := r.doc.Sentences[s].First
		if w := r.lower(t); (w == "his" || w == "her") && kinNoun(r.lower(t+1)) {
			return other
		}
	}
	return -1
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

// likeliest chooses among candidates in sentence sent.
func (r *resolver) likeliest(cs []int32, heard *salience, sent int32) int32 {
	best := cs[0]
	for _, c := range cs[1:] {
		if r.likelier(c, best, heard, sent) {
			best = c
		}
	}
	return best
}

// likelier reports whether candidate a is likelier than b: just named, while b has long not been; else named more so
// far; else, in a headline, more in all; else first.
func (r *resolver) likelier(a, b int32, heard *salience, sent int32) bool {
	if heard.count[a] > 0 && heard.count[b] > 0 {
		x, y := sent-heard.sent[a], sent-heard.sent[b]
		if x <= justNamed && y >= longUnseen || y <= justNamed && x >= longUnseen {
			return x < y
		}
	}
	if heard.count[a] != heard.count[b] {
		return heard.count[a] > heard.count[b]
	}
	if heard.total[a] != heard.total[b] {
		return heard.total[a] > heard.total[b]
	}
	return r.names[r.clusters[a].main].first < r.names[r.clusters[b].main].first
}
