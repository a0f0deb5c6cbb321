package tagger

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
)

// TestTable looks up the keys of tables of several sizes, some with crowded buckets, and keys beside them, and adds up what it finds.
func TestTable(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 7, 5_000, 300_000} {
		keys := make([]uint32, n)
		for k := range keys {
			if keys[k] = r.Uint32(); k%3 == 0 && k > 0 {
				keys[k] = keys[k-1] + 1 + uint32(k%5) // in one bucket
			}
		}
		keys = append(keys, 0, 1, 1<<32-1, 1<<32-2)
		slices.Sort(keys)
		keys = slices.Compact(keys)
		table := newTable(len(keys))
		want := map[uint32][crf.Labels]int8{}
		for _, key := range keys {
			w, at := [crf.Labels]int8{}, table.add(key)
			for y := range w {
				w[y] = int8(r.IntN(256) - 128)
				at[y>>3] += uint64(int64(w[y])) << (8 * (y & 7))
			}
			want[key] = w
		}
		if n == 300_000 && len(table.rest) == 0 {
			t.Error("no bucket is overfull")
		}
		for range 2_000 {
			ask := make([]uint32, r.IntN(161))
			for k := range ask {
				if ask[k] = r.Uint32(); k%4 > 0 {
					ask[k] = keys[r.IntN(len(keys))] + uint32(k%4)/3
				}
			}
			checkSum(t, &table, ask, want)
		}
	}
}

func checkSum(t *testing.T, table *table, ask []uint32, want map[uint32][crf.Labels]int8) {
	t.Helper()
	at := make([]uint32, 160)
	table.find(ask, at)
	even, odd, _ := table.sum(at[:len(ask)])
	var sum [crf.Labels]int
	for k, key := range ask {
		w, known := want[key]
		if known != (at[k] != 0) {
			t.Fatalf("key %x is in row %d, and in the table: %v", key, at[k], known)
		}
		for y := range w {
			sum[y] += int(w[y])
		}
	}
	for y := range sum {
		lanes := even
		if y%2 == 1 {
			lanes = odd
		}
		if got := int(lanes[y>>3]>>(8*(y&6))&0xffff) - 128*len(ask); got != sum[y] {
			t.Fatalf("label %d: %d, want %d", y, got, sum[y])
		}
	}
}
