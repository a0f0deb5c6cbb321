package index

import (
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/dateline-nlp/dateline"
)

// A Period is the unit of a timeline.
type Period uint8

// The periods.
const (
	Daily   Period = iota
	Weekly         // Monday to Sunday
	Monthly        // calendar months
	Yearly         // calendar years
)

func (p Period) String() string {
	names := [...]string{"day", "week", "month", "year"}
	if int(p) < len(names) {
		return names[p]
	}
	return strconv.Itoa(int(p))
}

// around returns the period that holds d.
func (p Period) around(d dateline.Day) dateline.Interval {
	y, m, _ := d.Time().Date()
	switch p {
	case Weekly:
		back := (int(d.Time().Weekday()) + 6) % 7 // days since Monday
		return dateline.Interval{From: d - dateline.Day(back), To: d - dateline.Day(back) + 7}
	case Monthly:
		return dateline.Interval{From: dateline.DayOf(y, m, 1), To: dateline.DayOf(y, m+1, 1)}
	case Yearly:
		return dateline.Interval{From: dateline.DayOf(y, time.January, 1), To: dateline.DayOf(y+1, time.January, 1)}
	}
	return dateline.Interval{From: d, To: d + 1}
}

// A Bucket is one period of a timeline.
type Bucket struct {
	dateline.Interval
	N int // hits published in it
}

// Timeline counts what q finds by date of publication: articles, or quotes (of a speaker, about something). Periods in which
// there is nothing are left out, and so is what has no date.
func (ix *Index) Timeline(ctx context.Context, q Query, target Target, period Period) (out []Bucket, err error) {
	err = ix.during(ctx, func(s *session) error {
		out, err = s.timeline(&q, target.level(&q), period)
		return err
	})
	return out, err
}

func (s *session) timeline(q *Query, l level, period Period) ([]Bucket, error) {
	days := map[string]int{}
	err := s.scan(q, l, []string{fieldDayF}, func(v values) error {
		for _, day := range v[fieldDayF] {
			days[day]++
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return buckets(days, period), nil
}

// buckets sums days, in the form of doc values, by period.
func buckets(days map[string]int, period Period) (out []Bucket) {
	sums := map[dateline.Interval]int{}
	for day, n := range days {
		if d, err := strconv.ParseUint(day, 16, 32); err == nil {
			sums[period.around(dateline.Day(int32(uint32(d)^1<<31)))] += n
		}
	}
	for i, n := range sums {
		out = append(out, Bucket{i, n})
	}
	slices.SortFunc(out, func(a, b Bucket) int { return int(a.From) - int(b.From) })
	return out
}
