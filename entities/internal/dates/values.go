package dates

import (
	"strconv"
	"strings"
)

// durationUnits are the designators of ISO 8601 durations; a unit that has none counts as so many of a smaller one.
var durationUnits = [...]struct {
	code string
	n    int
}{
	second: {"TS", 1}, minute: {"TM", 1}, hour: {"TH", 1}, day: {"D", 1}, weekend: {"WE", 1}, week: {"W", 1}, month: {"M", 1},
	quarter: {"Q", 1}, half: {"M", 6}, season: {"M", 3}, year: {"Y", 1}, decade: {"Y", 10}, century: {"Y", 100}, millennium: {"Y", 1000},
}

// halves are what half a unit is.
var halves = [...]string{minute: "T30S", hour: "T30M", day: "T12H", week: "", year: "6M", decade: "5Y", century: "50Y", millennium: "500Y"}

// duration writes a length: "P3Y", "PT2H", "PXD", "P2Y6M", "PT1M30S".
func duration(q quantity, unit grain) string {
	if unit > millennium || unit == noGrain {
		return ""
	}
	u := durationUnits[unit]
	if q.restUnit != noGrain {
		rest := quantity{n: q.rest}
		unit2 := q.restUnit
		q.restUnit = noGrain
		return duration(q, unit) + strings.TrimPrefix(strings.TrimPrefix(duration(rest, unit2), "P"), "T")
	}
	if q.open {
		switch unit {
		case decade:
			u.code = "DE"
		case century:
			u.code = "CE"
		}
		return join("X", u.code)
	}
	if q.text != "" {
		return join(q.text, u.code)
	}
	if q.half && int(unit) < len(halves) && halves[unit] != "" {
		h := halves[unit]
		if unit == decade || unit == century || unit == millennium {
			return "P" + strconv.Itoa(q.n*u.n+u.n/2) + "Y"
		}
		if q.n == 0 {
			return "P" + h
		}
		if u.code[0] == 'T' {
			h = h[1:]
		}
		return join(strconv.Itoa(q.n), u.code) + h
	}
	if q.half {
		return join(strconv.Itoa(q.n)+".5", u.code)
	}
	return join(strconv.Itoa(q.n*u.n), u.code)
}

func join(n, code string) string {
	if code[0] == 'T' {
		return "PT" + n + code[1:]
	}
	return "P" + n + code
}

// setValue writes what recurs: "P1D", "XXXX-XX-XXTNI".
func setValue(e *expr) string {
	if e.part != 0 {
		return "XXXX-XX-XX" + partCodes[e.part]
	}
	return duration(e.qty, e.unit)
}

// setOf writes a day or month that recurs: "XXXX-WXX-1", "XXXX-07", "XXXX-SU".
func setOf(e *expr) string {
	f := *e
	f.year = yearOpen
	v := openValue(&f)
	if f.part != 0 {
		v += partCodes[f.part]
	}
	return v
}
