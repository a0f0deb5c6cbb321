package dates

import "github.com/dateline-nlp/dateline"

// A kind says how an expr gets its value.
type kind uint8

const (
	kNone     kind = iota
	kCalendar      // slots of the calendar, the missing ones from the context
	kUnit          // this, last, next week, ...
	kOffset        // two years ago, five days later
	kRef           // past, present, future
	kDuration
	kSet
)

// A mod is a TIMEX3 modifier.
type mod uint8

const (
	noMod mod = iota
	modStart
	modMid
	modEnd
	modApprox
	modLess
	modMost // at most
	modMore
	modLeast // at least
)

var modNames = [...]string{"", "START", "MID", "END", "APPROX", "LESS_THAN", "EQUAL_OR_LESS", "MORE_THAN", "EQUAL_OR_MORE"}

// Anchors of relative expressions.
const (
	fromPublication = iota
	fromLast        // the last date mentioned: "the following day", "five years later"
)

// References that have no place on the calendar.
const (
	noRef = iota
	pastRef
	presentRef
	futureRef
)

var refNames = [...]string{"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"}

// How the year of a calendar expression is known.
const (
	yearOpen     = iota // from the context
	yearGiven           // y
	yearRelative        // y years after that of publication
)

// A part is a part of the day; partCodes are its TIMEX3 values.
type part uint8

var partCodes = [...]string{"", "TMO", "TAF", "TEV", "TNI", "T12:00", "T24:00", "TMO", "TEV", "TAF", "TDT"}

// A clock is a time of day; set tells whether there is one.
type clock struct {
	set     bool
	h, m, s int8 // m and s are -1 where they are not given
	utc     bool
}

// An expr is an expression of time as the grammar reads it, before it has a value. The span is atoms [from, to).
type expr struct {
	from, to int
	rule     rule
	kind     kind
	typ      dateline.TimexType
	anchor   uint8
	dir      int8 // last -1, this 0, next 1; of kOffset -1 (ago, earlier) or 1 (later)
	ref      uint8
	mod      mod
	unit     grain // of kUnit, kOffset, kDuration, kSet
	qty      quantity

	// Slots of kCalendar; zero is open.
	year     int8 // yearOpen, ...
	y        int
	m, d     int
	wd       int
	n        int   // number of the quarter, half or season; of the week in a month, -1 for the last
	grain    grain // the smallest slot
	dirSet   bool  // dir was said: "last Monday", "this May"
	holiday  int
	part     part
	clock    clock
	latest   bool // the latest, the: of a quarter, the one reported on
	twoWays  bool // a numeric date that may be month first or day first
	dayFirst bool // one that can only be day first
	y2       int  // second year of "2019-20"
}

func (e expr) ok() bool { return e.to > 0 }

// calendarExpr returns a calendar date of grain g, whose slots are still to be set.
func calendarExpr(from, to int, r rule, g grain) expr {
	return expr{from: from, to: to, kind: kCalendar, typ: dateline.TimexDate, rule: r, grain: g}
}

// A rule names the production that found an expression; it is reported as Mention.Rule.
type rule uint8

const (
	noRule rule = iota
	ruleISO
	ruleNumeric
	ruleMonthDayYear
	ruleMonthDay
	ruleDayMonthYear
	ruleDayMonth
	ruleMonthYear
	ruleMonth
	ruleRange
	ruleWeekdayDate
	ruleWeekday
	ruleDayOfMonth
	ruleYear
	ruleYearSpan
	ruleEra
	ruleDecade
	ruleCentury
	ruleQuarter
	ruleHalf
	ruleFiscal
	ruleSeason
	ruleHoliday
	ruleToday
	ruleUnit
	ruleAnaphor
	ruleWeekOf
	ruleAgo
	ruleLater
	ruleEdge
	ruleRef
	ruleRecent
	ruleClock
	rulePart
	ruleDuration
	ruleSpan
	ruleBare
	ruleSet
	ruleFreq
	ruleRate
	ruleCount
)

var ruleNames = [...]string{
	ruleISO: "date:iso", ruleNumeric: "date:numeric", ruleMonthDayYear: "date:month-day-year", ruleMonthDay: "date:month-day",
	ruleDayMonthYear: "date:day-month-year", ruleDayMonth: "date:day-month", ruleMonthYear: "date:month-year", ruleMonth: "date:month",
	ruleRange: "date:day-range", ruleWeekdayDate: "date:weekday-date", ruleWeekday: "date:weekday", ruleDayOfMonth: "date:day-of-month",
	ruleYear: "date:year", ruleYearSpan: "date:year-span", ruleEra: "date:era", ruleDecade: "date:decade", ruleCentury: "date:century",
	ruleQuarter: "date:quarter", ruleHalf: "date:half", ruleFiscal: "date:fiscal", ruleSeason: "date:season", ruleHoliday: "date:holiday",
	ruleToday: "date:today", ruleUnit: "date:this-last-next", ruleAnaphor: "date:anaphor", ruleWeekOf: "date:week-of", ruleAgo: "date:ago",
	ruleLater: "date:later", ruleEdge: "date:start-mid-end", ruleRef: "date:vague", ruleRecent: "date:recent",
	ruleClock: "time:clock", rulePart: "time:part-of-day",
	ruleDuration: "duration:count", ruleSpan: "duration:past-next", ruleBare: "duration:bare",
	ruleSet: "set:every", ruleFreq: "set:daily", ruleRate: "set:per",
}

func (r rule) String() string { return ruleNames[r] }
