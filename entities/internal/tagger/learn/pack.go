package learn

import (
	"math"
	"sort"

	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
)

// Pack rounds weights to 8 bits. Weights beyond limit are cut to it; rows that round to nothing are left out.
func Pack(p *Params, ix *Index, limit float32) *tagger.Weights {
	w := &tagger.Weights{Scale: limit / 127}
	w.Trans[0] = p.Trans
	order := make([]int, len(ix.Keys))
	for k := range order {
		order[k] = k
	}
	sort.Slice(order, func(i, j int) bool { return ix.Keys[order[i]] < ix.Keys[order[j]] })
	for _, k := range order {
		var row [crf.Labels]int8
		some := false
		for y := range row {
			v := math.Round(float64(p.Rows[k*crf.Stride+y] / w.Scale))
			row[y] = int8(min(max(v, -127), 127))
			some = some || row[y] != 0
		}
		if some {
			w.Keys = append(w.Keys, ix.Keys[k])
			w.Rows = append(w.Rows, row)
		}
	}
	return w
}
