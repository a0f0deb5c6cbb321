package index

// Ranges of whole numbers as terms. A cell is a block of 16^level numbers that begins at a multiple of 16^level. A point is
// indexed under the cells that hold it, one a level; a range query is a disjunction over the fewest cells that make up the
// range. An interval is indexed under the cells that make it up ("c") and all that hold one of these ("a"); it overlaps a
// queried range where a cell of the range is among its "a" cells, or a larger cell around one is among its "c" cells.
//
// Unlike bleve's dates these reach from -2^31 to 2^31-1 days, and unlike its numeric ranges a pair of bounds stays a pair.

import (
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline"
)

const cellLevels = 9 // 16^8 is 2^32: the top cell holds every number

// A cell is level and number of a block.
type cell struct {
	level int
	n     uint32
}

func (c cell) String() string {
	return strconv.Itoa(c.level) + ":" + strconv.FormatUint(uint64(c.n), 16)
}

// parent returns the cell of the level above that holds c.
func (c cell) parent() cell { return cell{c.level + 1, c.n >> 4} }

// ordinal maps days to unsigned numbers in the same order.
func ordinal(d dateline.Day) uint32 { return uint32(d) ^ 1<<31 }

// pointCells returns the cells that hold n.
func pointCells(n uint32) []string {
	out := make([]string, cellLevels)
	c := cell{0, n}
	for i := range out {
		out[i] = c.String()
		c = c.parent()
	}
	return out
}

// cover returns the fewest cells that make up [from, to).
func cover(from, to uint64) (out []cell) {
	to = min(to, 1<<32)
	for from < to {
		level, size := 0, uint64(1)
		for level < cellLevels-1 && from%(size<<4) == 0 && from+size<<4 <= to {
			level, size = level+1, size<<4
		}
		out = append(out, cell{level, uint32(from >> (4 * level))})
		from += size
	}
	return out
}

// dayCells returns the terms of an interval of days.
func dayCells(i dateline.Interval) (out []string) {
	seen := map[cell]bool{}
	for _, c := range cover(uint64(ordinal(i.From)), uint64(ordinal(i.To))) {
		out = append(out, "c"+c.String())
		for ; c.level < cellLevels && !seen[c]; c = c.parent() {
			seen[c] = true
			out = append(out, "a"+c.String())
		}
	}
	return out
}

// rangeTerms returns the terms of which a point in [from, to) has one.
func rangeTerms(from, to uint64) (out []string) {
	for _, c := range cover(from, to) {
		out = append(out, c.String())
	}
	return out
}

// overlapTerms returns the terms of which an interval that overlaps i has one.
func overlapTerms(i dateline.Interval) (out []string) {
	seen := map[cell]bool{}
	for _, c := range cover(uint64(ordinal(i.From)), uint64(ordinal(i.To))) {
		out = append(out, "a"+c.String())
		for c = c.parent(); c.level < cellLevels && !seen[c]; c = c.parent() {
			seen[c] = true
			out = append(out, "c"+c.String())
		}
	}
	return out
}

// lines joins the terms of a field.
func lines(terms []string) []byte { return []byte(strings.Join(terms, "\n")) }
