package learn

import "github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"

// sameSentence is the number of tokens from which on a sentence tells that two texts are one.
const sameSentence = 8

// apart returns the chains without those of documents, from number n on, that share a sentence with one of the first n: a fold must not
// be trained on its own text with labels from a teacher that has seen its annotation.
func apart(all []*Example, n int, chains []Chain) (out []Chain) {
	seen := map[uint64]bool{}
	for _, x := range all[:n] {
		x.sentences(func(h uint64) { seen[h] = true })
	}
	shared := make([]bool, len(all))
	for d := n; d < len(all); d++ {
		all[d].sentences(func(h uint64) { shared[d] = shared[d] || seen[h] })
	}
	for k := range chains {
		if d := chains[k].Doc; !shared[d] {
			out = append(out, chains[k])
		}
	}
	return out
}

// sentences calls f with a hash of each longer sentence.
func (x *Example) sentences(f func(uint64)) {
	for _, s := range x.Doc.Sentences {
		if s.Limit-s.First < sameSentence {
			continue
		}
		h := uint64(0)
		for _, t := range x.Doc.Tokens[s.First:s.Limit] {
			h = h*0x9e3779b97f4a7c15 + uint64(lexicon.Hash(x.Doc.Slice(t.Span)))
		}
		f(h)
	}
}
