package entities

import (
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-nlp/dateline"
)

// merge puts names and dates in text in one list by position, without overlaps. Where a name and a date claim the
// same words:
//
//	"Brussels Jan. 6, 2020", "Sajjan Wednesday"     both, where the date cannot be part of the name: see cut
//	"1990-94"                                       the years, which are no name
//	"2020 Olympics", "9/11 Commission"              the longer of the two, if it holds the other
//	"May 5"  against the name "May"                 likewise
//	"Theresa May" against the date "May"            likewise
//	"April" and "April"                             the name, if its label is more likely right than wrong, else the date
//	"before Labor Day", "mark Labor Day"            the date where the words before it make it one, else the name of an event
//	any other overlap                               the one that begins first
//
// Dates that the tagger labels are left out, since they have no value: dates.Find decides on dates. A Misc name wins
// like any other, so that it keeps the year in "2020 Olympics" from being a date. The list is made in the memory of all,
// which is overwritten.
func merge(all []dateline.Mention, text string, names, dates []dateline.Mention) []dateline.Mention {
	byStart := func(a, b dateline.Mention) int { return a.Start - b.Start }
	if !slices.IsSortedFunc(names, byStart) {
		slices.SortStableFunc(names, byStart)
	}
	if !slices.IsSortedFunc(dates, byStart) {
		slices.SortStableFunc(dates, byStart)
	}
	all = slices.Grow(all[:0], len(names)+len(dates))
	for i, j := 0, 0; i < len(names) || j < len(dates); {
		if j == len(dates) || i < len(names) && names[i].Start <= dates[j].Start {
			if names[i].Label != dateline.Date && !yearsOnly(text, names[i], dates[j:]) {
				all = appendMention(all, cut(text, names[i], dates[j:]))
			}
			i++
		} else {
			all = appendMention(all, dates[j])
			j++
		}
	}
	return all
}

// appendMention appends m to all, or lets it take the place of the mentions at the end that overlap it, or leaves it out.
func appendMention(all []dateline.Mention, m dateline.Mention) []dateline.Mention {
	if m.Len() <= 0 {
		return all
	}
	keep := len(all)
	for keep > 0 && all[keep-1].Overlaps(m.Span) {
		if !wins(m, all[keep-1]) {
			return all
		}
		keep--
	}
	return append(all[:keep], m)
}

// wins reports whether m, which does not begin before old, takes the words they both claim.
func wins(m, old dateline.Mention) bool {
	switch {
	case m.Span != old.Span:
		return m.Contains(old.Span)
	case m.Label == dateline.Date:
		return old.Score < 0.5 || old.Label == dateline.Misc && dayOf(m)
	case old.Label == dateline.Date:
		return m.Score >= 0.5 && !(m.Label == dateline.Misc && dayOf(old))
	}
	return false
}

// dayOf reports whether a date is the name of a holiday that stands for its day, as in "on Christmas Day".
func dayOf(date dateline.Mention) bool { return date.Rule == "date:holiday" && date.Score >= 0.5 }

// yearsOnly reports whether name has no letter and is made of several dates.
func yearsOnly(text string, name dateline.Mention, dates []dateline.Mention) bool {
	if len(dates) < 2 || dates[0].Start != name.Start || dates[1].End > name.End || name.End > len(text) {
		return false
	}
	return strings.IndexFunc(text[name.Start:name.End], unicode.IsLetter) < 0
}

// cut returns name without the date that ends it or runs on beyond it, or that begins it, if there is one that cannot be part of it:
//
//	the name of a person, place or nation has no numbers at its end, and does not end in a day of the week
//	an organization does not end in a day of the week, nor does another name of which the tagger is not sure:
//	"told Reuters Friday", "in the Rose Garden Wednesday"; but "the Mail on Sunday"
//	no name runs across a colon behind a date: "2003: Invasion of Iraq"
func cut(text string, name dateline.Mention, dates []dateline.Mention) dateline.Mention {
	if name.End > len(text) {
		return name
	}
	for _, d := range dates {
		if d.Start >= name.End {
			break
		}
		if d.Start == name.Start && d.End < name.End && strings.HasPrefix(text[d.End:name.End], ": ") {
			name.Start = d.End + 2
			continue
		}
		if d.Start > name.Start && d.End >= name.End && d.End <= len(text) {
			if rest := strings.TrimRight(text[name.Start:d.Start], " ,\u00a0"); ends(name, rest, text[d.Start:d.End], d.Rule) {
				name.End = name.Start + len(rest)
				break
			}
		}
	}
	return name
}

// ends reports whether the date behind rest, which is the beginning of name, is no part of it.
func ends(name dateline.Mention, rest, date, rule string) bool {
	switch name.Label {
	case dateline.Person, dateline.Place, dateline.Norp:
		return strings.ContainsAny(date, "0123456789") || strings.HasSuffix(date, "day")
	}
	return rule == "date:weekday" && (name.Label == dateline.Org || name.Score < sureName) && !strings.HasSuffix(rest, " on")
}

// sureName is the score from which on a day of the week may end the name of a work or event: "Any Given Sunday".
const sureName = 0.8
