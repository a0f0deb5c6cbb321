package webpage

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// date is the date of publication: of the head of the page, else of its address, else of an element that says so. The day of
// the address is that of the newsroom: it counts where the head gives a time in UTC that is a day off.
func (s *survey) date() time.Time {
	inAddress := addressDate(s.first("canonical", "og:url"))
	for _, key := range []string{
		"article:published_time", "ld:datepublished", "datepublished", "article:published", "og:published_time", "parsely-pub-date", "sailthru.date",
		"pubdate", "publishdate", "publish-date", "publication_date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created", "dc.date", "date",
	} {
		t := parseDate(s.values[key])
		if t.IsZero() {
			continue
		}
		if _, zone := t.Zone(); zone == 0 && !inAddress.IsZero() && inAddress.Sub(t).Abs() < 48*time.Hour {
			return inAddress
		}
		return t
	}
	if !inAddress.IsZero() {
		return inAddress
	}
	return s.shownDate()
}

// lineDate is the date in one of the short lines above the text.
func lineDate(text []string) time.Time {
	for i := 0; i < len(text) && i < 6; i++ {
		if t := parseDate(text[i]); !t.IsZero() && len(text[i]) < 80 {
			return t
		}
	}
	return time.Time{}
}

// shownDate is the date in an element of the page: of the first that is said to be the date of publication, else of the first.
func (s *survey) shownDate() (found time.Time) {
	for _, n := range s.dates {
		t := elementDate(n)
		if t.IsZero() {
			continue
		}
		if has(n, "pubdate") || attr(n, "itemprop") == "datePublished" || strings.Contains(strings.ToLower(names(n)), "publish") {
			return t
		}
		if found.IsZero() {
			found = t
		}
	}
	return found
}

func elementDate(n *html.Node) time.Time {
	for _, key := range []string{"datetime", "content", "title"} {
		if t := parseDate(attr(n, key)); !t.IsZero() && (key != "title" || n.DataAtom == atom.Abbr) {
			return t
		}
	}
	if text := textOf(n); len(text) < 500 {
		return parseDate(squeeze(text))
	}
	return time.Time{}
}

var (
	monthFirst = regexp.MustCompile(`(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`)
	dayFirst   = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?[ -](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[ -](\d{4})\b`)
	numeric    = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})\b`)
	changed    = regexp.MustCompile(`(?i)(updated|modified|edited|revised)\W*(on|at)?\W*$`)
	inPath     = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-](\d{1,2})(?:[/-]|$)`)
)

const months = "janfebmaraprmayjunjulaugsepoctnovdec"

// parseDate reads a date as pages write it: ISO 8601 with or without a time, whose zone is kept, or in words. Of several in
// words it takes the first that is not the date of a change.
func parseDate(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", time.DateTime} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	var first time.Time
	at := len(s)
	for _, form := range []struct {
		re               *regexp.Regexp
		year, month, day int
	}{{monthFirst, 3, 1, 2}, {dayFirst, 3, 2, 1}, {numeric, 1, 2, 3}} {
		for _, m := range form.re.FindAllStringSubmatchIndex(s, 4) {
			group := func(n int) string { return s[m[2*n]:m[2*n+1]] }
			t := dayOf(group(form.year), group(form.month), group(form.day))
			if !t.IsZero() && m[0] < at && !changed.MatchString(s[:m[0]]) {
				first, at = t, m[0]
			}
		}
	}
	return first
}

// addressDate is the day in an address like https://example.com/2020/02/12/bridge.
func addressDate(url string) time.Time {
	m := inPath.FindStringSubmatch(strings.ToLower(url))
	if m == nil {
		return time.Time{}
	}
	return dayOf(m[1], m[2], m[3])
}

// dayOf is a day, the zero time where there is none with these numbers. The month is a number or the first letters of a name.
func dayOf(year, month, day string) time.Time {
	y, _ := strconv.Atoi(year)
	d, _ := strconv.Atoi(day)
	m, err := strconv.Atoi(month)
	if err != nil {
		m = strings.Index(months, strings.ToLower(month))/3 + 1
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d || int(t.Month()) != m || y < 1900 {
		return time.Time{}
	}
	return t
}
