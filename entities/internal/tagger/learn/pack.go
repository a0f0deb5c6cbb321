package learn

import (
	"math"
	"sort"

	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
)

// Pack rounds the weights of both passes to 8 bits. Weights beyond limit are cut to it; rows that round to nothing are left out.
func Pack(first *Params, ix *Index, second *Params, ix2 *Index, limit float32) *tagger.Weights {
	w := &tagger.Weights{Scale: limit / 127}
	w.Trans[0], w.Trans[1] = first.Trans, second.Trans
	type row struct {
		key     uint32
		weights [crf.Labels]int8
	}
	rows := make([]row, 0, len(ix.Keys)+len(ix2.Keys))
	add := func(p *Params, keys []uint32) {
		for k, key := range keys {
			r, some := row{key: key}, false
			for y := range r.weights {
				v := math.Round(float64(p.Rows[k*crf.Stride+y] / w.Scale))
				r.weights[y] = int8(min(max(v, -127), 127))
				some = some || r.weights[y] != 0
			}
			if some {
				rows = append(rows, r)
			}
		}
	}
	add(first, ix.Keys)
	add(second, ix2.Keys)
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].key < rows[j].key })
	for k, r := range rows {
		if k > 0 && r.key == rows[k-1].key {
			continue // two features with one hash: the first wins
		}
		w.Keys = append(w.Keys, r.key)
		w.Rows = append(w.Rows, r.weights)
	}
	return w
}
