package entities

import (
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/dates"
)

// Errors of ParseDate, for errors.Is.
var (
	ErrDateSyntax      = dates.ErrSyntax      // the text is no date, or more than a date
	ErrNoReferenceDate = dates.ErrNoReference // a relative date ("last week") and no day that it is relative to
	ErrNoSuchDay       = dates.ErrNoDay       // an impossible day ("31 February"), or a range that ends before it begins
)

// ParseDate reads a date as a user types it: "2019", "2019-07", "July 2019", "20 Feb 2017", "summer 2019", "the
// 1990s", "44 BC", "2Q 2019", "week of 5 March 2018", "first Tuesday in November 2016", "between 2010 and 2012", and,
// relative to the calendar day of ref, "last week", "yesterday", "two years ago", "the past three months". With a zero ref, relative dates give ErrNoReferenceDate. The Interval of the
// result is never zero without an error.
func ParseDate(s string, ref time.Time) (dateline.Timex, error) { return dates.Parse(s, ref) }

// DescribeDate writes the meaning of a date so that a person can read it, as in "12 February 2020", "the week of 10
// February 2020", "early 2011", "the 1990s" or "3 years".
func DescribeDate(t dateline.Timex) string { return dates.Describe(t) }
