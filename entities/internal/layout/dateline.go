package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// months and days, as far as their first three letters, in lower case.
const calendar = "jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun "

// dateLabels begin a line that says when the story was published.
var dateLabels = []string{
	"published ", "published:", "posted ", "posted:", "updated ", "updated:",
	"last updated", "first published", "last modified", "modified", "issued on", "date:",
}

// dateLine reports whether p holds just a place or a source and a date: "HONG KONG 1996-08-30", "May 29, 2006",
// "NICOSIA, August 8 (Xinhua) --", "Published Feb. 12, 2020 4:00 AM ET", "ATLANTA (AP) --".
func dateLine(p *paragraph) bool {
	bars := strings.ContainsAny(p.text, "·|•")
	if p.words > 18 && !(bars && p.words <= 26) || len(p.text) > 160 || p.stop && !strings.HasSuffix(p.text, ")") {
		return false
	}
	low := strings.ToLower(p.text)
	switch strings.Trim(low, ": ") {
	case "published", "updated", "posted", "last updated", "last modified", "yesterday", "today", "just now":
		return true
	}
	if strings.HasSuffix(low, " ago") && p.words <= 4 {
		return true
	}
	for _, s := range dateLabels {
		if strings.HasPrefix(low, s) && strings.IndexFunc(low, unicode.IsDigit) >= 0 {
			return true
		}
	}
	month, number := false, false
	for w := range strings.FieldsSeq(p.text) {
		w = strings.Trim(w, ",.()|·•—–-_:/")
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case w == "":
		case unicode.IsDigit(r):
			number = true
			month = month || isoLike(w) || strings.Count(w, "-") == 2 && calendarWord(strings.Split(w, "-")[1])
		case unicode.IsUpper(r):
			month = month || calendarWord(w)
		case !small[w] && !clockWords[w]:
			return false
		}
	}
	if month && number {
		return true
	}
	end := strings.TrimRight(p.text, "—–-_ ")
	return end != p.text && (strings.HasSuffix(end, ")") || shouts(end)) && p.words <= 8 && strings.ContainsAny(p.text, "(,") && capitals(end)
}

// clockLine reports whether s is just a time of day, or one counted back from reading, as above the entries of a live
// report: "18.02 AEDT", "10:42am", "Updated at 3:15 p.m. ET", "24 mins ago".
func clockLine(s string) bool {
	if len(s) > 40 {
		return false
	}
	clock, ago, number := false, false, false
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		w = strings.Trim(w, ",.()|·•—–-")
		digits := strings.TrimLeft(w, "0123456789.:")
		colon := strings.IndexAny(w, ".:")
		switch {
		case w == "":
		case digits == "" && (colon == 1 || colon == 2) && len(w) == colon+3:
			clock = true
		case digits == "":
			number = true
		case (digits == "am" || digits == "pm") && digits != w:
			clock = true
		case digits == "h" || digits == "m" || digits == "min":
			number = true
		case w == "ago":
			ago = true
		case w == "a.m" || w == "p.m" || w == "am" || w == "pm":
			clock = clock || number
		case clockZones[w]:
		default:
			return false
		}
	}
	return clock || ago && number
}

// clockZones are the other words beside a time of day.
var clockZones = map[string]bool{
	"updated": true, "posted": true, "published": true, "at": true, "gmt": true, "bst": true, "utc": true, "est": true, "edt": true, "et": true,
	"pst": true, "pdt": true, "pt": true, "cst": true, "cdt": true, "ct": true, "cet": true, "cest": true, "aest": true, "aedt": true, "ist": true,
	"sast": true, "hkt": true, "jst": true, "nzst": true, "nzdt": true, "eat": true, "wat": true, "min": true, "mins": true, "minutes": true,
	"minute": true, "hour": true, "hours": true, "hrs": true, "hr": true, "local": true, "time": true,
}

var clockWords = map[string]bool{"a.m": true, "p.m": true, "am": true, "pm": true, "at": true, "on": true, "th": true, "min": true, "mins": true, "minute": true,
	"minutes": true, "read": true}

// isoLike reports whether w is digits with two dashes, slashes or dots between: 1996-08-30, 12/02/2020.
func isoLike(w string) bool {
	seps := 0
	for i := 0; i < len(w); i++ {
		switch b := w[i]; {
		case b == '-' || b == '/' || b == '.':
			seps++
		case b < '0' || b > '9':
			return false
		}
	}
	return seps == 2 && len(w) >= 6
}

// calendarWord reports whether w is the name of a month or a day of the week, short or full.
func calendarWord(w string) bool {
	if len(w) < 3 || len(w) > 9 {
		return false
	}
	switch low := strings.ToLower(w); low {
	case "january", "february", "march", "april", "june", "july", "august", "september", "sept", "october", "november", "december",
		"monday", "tuesday", "tues", "wednesday", "thursday", "thurs", "friday", "saturday", "sunday":
		return true
	default:
		return len(low) == 3 && strings.Contains(calendar, low+" ")
	}
}
