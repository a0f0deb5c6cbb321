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
	yearTold            // y years after that of the last date mentioned
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
	n        int   // number of the quarter, half or season; of the week in a month, -1 for the last; of days after a weekday
	grain    grain // the smallest slot
	dirSet   bool  // dir was said: "last Monday", "this May"
	holiday  int
	part     part
	clock    clock
	latest   bool // the latest, the: of a quarter, the one reported on
	twoWays  bool // a numeric date that may be month first or day first
	dayFirst bool // one that can only be day first
	y2       int  // second year of "2019-20"
	eve      bool // the day before
	nthDay   int  // the weekday of which the n-th of the month is meant
	back     int  // how many backUnits before the day: "two weeks ago Tuesday"
	backUnit grain
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
	ruleAge
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

// ruleTable gives each rule its name and its score: how often span and type were those of the gold, over the train parts of
// dateline-news (dates) and MEANTIME, rounded, drawn towards 0.85 where there are few. Vague references count half: TIMEX3 marks
// them, dateline-news does not.
var ruleTable = [...]struct {
	name  string
	score float64
}{
	ruleISO:          {"date:iso", 0.9},
	ruleNumeric:      {"date:numeric", 0.9},
	ruleMonthDayYear: {"date:month-day-year", 0.99},
	ruleMonthDay:     {"date:month-day", 0.95},
	ruleDayMonthYear: {"date:day-month-year", 0.95},
	ruleDayMonth:     {"date:day-month", 0.97},
	ruleMonthYear:    {"date:month-year", 0.96},
	ruleMonth:        {"date:month", 0.98},
	ruleRange:        {"date:day-range", 0.88},
	ruleWeekdayDate:  {"date:weekday-date", 0.95},
	ruleWeekday:      {"date:weekday", 0.99},
	ruleDayOfMonth:   {"date:day-of-month", 0.6},
	ruleYear:         {"date:year", 0.93},
	ruleYearSpan:     {"date:year-span", 0.8},
	ruleEra:          {"date:era", 0.8},
	ruleDecade:       {"date:decade", 0.87},
	ruleCentury:      {"date:century", 0.7},
	ruleQuarter:      {"date:quarter", 0.75},
	ruleHalf:         {"date:half", 0.7},
	ruleFiscal:       {"date:fiscal", 0.85},
	ruleSeason:       {"date:season", 0.6},
	ruleHoliday:      {"date:holiday", 0.7},
	ruleToday:        {"date:today", 0.99},
	ruleUnit:         {"date:this-last-next", 0.91},
	ruleAnaphor:      {"date:anaphor", 0.88},
	ruleWeekOf:       {"date:week-of", 0.7},
	ruleAgo:          {"date:ago", 0.86},
	ruleLater:        {"date:later", 0.87},
	ruleEdge:         {"date:start-mid-end", 0.67},
	ruleRef:          {"date:vague", 0.5},
	ruleRecent:       {"date:recent", 0.7},
	ruleAge:          {"date:age", 0.85},
	ruleClock:        {"time:clock", 0.75},
	rulePart:         {"time:part-of-day", 0.85},
	ruleDuration:     {"duration:count", 0.8},
	ruleSpan:         {"duration:past-next", 0.9},
	ruleBare:         {"duration:bare", 0.75},
	ruleSet:          {"set:every", 0.85},
	ruleFreq:         {"set:daily", 0.75},
	ruleRate:         {"set:per", 0.75},
}

func (r rule) String() string { return ruleTable[r].name }
