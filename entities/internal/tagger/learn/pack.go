package learn

import (
	"math"
	"sort"

	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
)

// A packed row is a key with its rounded weights.
type packed struct {
	key     uint32
	weights [crf.Labels]int8
	top     int // greatest absolute weight
}

// Pack rounds the weights of both passes to 8 bits. Weights beyond limit are cut to it; rows that round to nothing are left out, and of
// the first pass so many with small weights that no more than about most rows remain (0: all).
func Pack(first *Params, ix *Index, second *Params, ix2 *Index, limit float32, most int) *tagger.Weights {
	w := &tagger.Weights{Scale: limit / 127}
	w.Trans[0], w.Trans[1] = first.Trans, second.Trans
	rows := append(prune(round(first, ix.Keys, w.Scale), most), round(second, ix2.Keys, w.Scale)...)
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

// round returns the rows of p in units of scale, without those that are zero. Weights of a single unit are noise and become zero.
func round(p *Params, keys []uint32, scale float32) []packed {
	rows := make([]packed, 0, len(keys))
	for k, key := range keys {
		r := packed{key: key}
		for y := range r.weights {
			v := int(math.Round(float64(p.Rows[k*crf.Stride+y] / scale)))
			v = min(max(v, -127), 127)
			if v == 1 || v == -1 {
				v = 0
			}
			r.weights[y] = int8(v)
			r.top = max(r.top, v, -v)
		}
		if r.top > 0 {
			rows = append(rows, r)
		}
	}
	return rows
}

// prune drops rows whose weights are all small until no more than most remain; rows that are equally small stay or go together.
func prune(rows []packed, most int) []packed {
	if most <= 0 || len(rows) <= most {
		return rows
	}
	var count [129]int
	for _, r := range rows {
		count[r.top]++
	}
	left, floor := len(rows), 0
	for left > most {
		left -= count[floor]
		floor++
	}
	kept := rows[:0]
	for _, r := range rows {
		if r.top >= floor {
			kept = append(kept, r)
		}
	}
	return kept
}
