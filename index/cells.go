package index

// Ranges of days and of scores as terms.
//
// A cell is a day, a month, a year, ten, a hundred, ... or a million years, or all time. A point is indexed under the cells that hold it, one
// a level; a range query is a disjunction over the fewest cells that make up the range, most often one. An interval is
// indexed under the cells that make it up ("c") and all that hold one of these ("a"); it overlaps a queried range where a
// cell of the range is among its "a" cells, or a larger cell around one is among its "c" cells.
//
// Unlike bleve's dates these reach from -2^31 to 2^31-1 days, and unlike its numeric ranges a pair of bounds stays a pair.
//
// Scores, whole numbers from 0 to 1000, have cells of 1, 10, 100 and 1000.

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-nlp/dateline"
)

// The levels of days.
const (
	dayLevel   = iota
	monthLevel // 12*year + month - 1
	yearLevel  // year; the levels above divide it by 10, 100, ..., 1,000,000
	allLevel   = yearLevel + 7
)

// A cell is a level with the number of a cell in it.
type cell struct {
	level int
	n     int
}

func (c cell) String() string { return strconv.Itoa(c.level) + ":" + strconv.FormatInt(int64(c.n), 36) }

// cellOf returns the cell of a level that holds d.
func cellOf(level int, d dateline.Day) cell {
	y, m, _ := d.Time().Date()
	switch level {
	case dayLevel:
		return cell{level, int(d)}
	case monthLevel:
		return cell{level, 12*y + int(m) - 1}
	case allLevel:
		return cell{level, 0}
	}
	for l := yearLevel; l < level; l++ {
		y = floorDiv(y, 10)
	}
	return cell{level, y}
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// bounds returns the days of c, [from, to).
func (c cell) bounds() (from, to int64) {
	from, to = c.unbounded()
	return max(from, int64(firstDay)), min(to, int64(lastDay))
}

func (c cell) unbounded() (from, to int64) {
	switch c.level {
	case dayLevel:
		return int64(c.n), int64(c.n) + 1
	case monthLevel:
		y := floorDiv(c.n, 12)
		return dayNumber(y, c.n-12*y+1), dayNumber(y, c.n-12*y+2)
	case allLevel:
		return int64(firstDay), int64(lastDay)
	}
	y, years := c.n, 1
	for l := yearLevel; l < c.level; l++ {
		y, years = 10*y, 10*years
	}
	return dayNumber(y, 1), dayNumber(y+years, 1)
}

func dayNumber(year, month int) int64 {
	return time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC).Unix() / 86400
}

// pointCells returns the cells that hold d.
func pointCells(d dateline.Day) (out []string) {
	for level := range allLevel + 1 {
		out = append(out, cellOf(level, d).String())
	}
	return out
}

// cover returns the fewest cells that make up i.
func cover(i dateline.Interval) (out []cell) {
	for at := int64(i.From); at < int64(i.To); {
		best, end := cell{}, int64(0)
		for level := dayLevel; level <= allLevel; level++ {
			c := cellOf(level, dateline.Day(at))
			from, to := c.bounds()
			if level > dayLevel && (from != at || to > int64(i.To)) {
				if level > monthLevel { // a larger one would not fit either
					break
				}
				continue
			}
			best, end = c, to
		}
		out = append(out, best)
		at = end
	}
	return out
}

// dayCells returns the terms of an interval of days.
func dayCells(i dateline.Interval) (out []string) {
	seen := map[cell]bool{}
	for _, c := range cover(i) {
		out = append(out, "c"+c.String())
		from, _ := c.bounds()
		for level := c.level; level <= allLevel; level++ {
			if a := cellOf(level, dateline.Day(from)); !seen[a] {
				seen[a] = true
				out = append(out, "a"+a.String())
			}
		}
	}
	return out
}

// rangeTerms returns the terms of which a point in i has one.
func rangeTerms(i dateline.Interval) (out []string) {
	for _, c := range cover(i) {
		out = append(out, c.String())
	}
	return out
}

// overlapTerms returns the terms of which an interval that overlaps i has one.
func overlapTerms(i dateline.Interval) (out []string) {
	seen := map[cell]bool{}
	for _, c := range cover(i) {
		out = append(out, "a"+c.String())
		from, _ := c.bounds()
		for level := c.level + 1; level <= allLevel; level++ {
			if a := cellOf(level, dateline.Day(from)); !seen[a] {
				seen[a] = true
				out = append(out, "c"+a.String())
			}
		}
	}
	return out
}

// scoreCells returns the cells that hold a score in thousandths.
func scoreCells(n int) (out []string) {
	for level, size := 0, 1; level < 4; level, size = level+1, size*10 {
		out = append(out, fmt.Sprintf("%d:%d", level, n/size))
	}
	return out
}

// scoreTerms returns the terms of which a score of at least n has one.
func scoreTerms(n int) (out []string) {
	for n <= 1000 {
		level, size := 0, 1
		for level < 3 && n%(size*10) == 0 {
			level, size = level+1, size*10
		}
		out = append(out, fmt.Sprintf("%d:%d", level, n/size))
		n += size
	}
	return out
}

// ordinal maps days to unsigned numbers in the same order.
func ordinal(d dateline.Day) uint32 { return uint32(d) ^ 1<<31 }

// lines joins the terms of a field.
func lines(terms []string) []byte { return []byte(strings.Join(terms, "\n")) }
