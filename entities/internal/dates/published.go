package dates

import "github.com/dateline-nlp/dateline"

// How far into an article its own date is looked for.
const (
	dateParagraphs = 8
	dateAtoms      = 16 // a paragraph that is no longer than this is a line of its own
	datelineAtoms  = 8  // a dateline at the beginning of a paragraph starts no further in
)

// published returns the date of publication: that of the article, else the first full date in its dateline or byline, else that of
// a short line or dateline ("CAIRO, Feb. 12, 2020 (AP)") among the first paragraphs, else no point.
func (p *parser) published(doc *dateline.Document, es []expr) point {
	if !doc.Published.IsZero() {
		y, m, d := doc.Published.Date()
		return point{g: day, y: y, m: int(m), d: d}
	}
	paragraph, start, k := 0, 0, 0
	for i := range es {
		e := &es[i]
		for ; k < e.from; k++ {
			if p.at(k).class == cBreak {
				paragraph, start = paragraph+1, k+1
			}
		}
		if e.kind != kCalendar || e.grain != day || e.year != yearGiven || e.holiday > 0 {
			continue
		}
		pt := point{g: day, y: e.y, m: e.m, d: e.d}
		if !pt.valid() {
			continue
		}
		switch doc.SectionAt(int(p.at(e.from).start)) {
		case dateline.SectionDateline, dateline.SectionByline:
			return pt
		}
		if paragraph > dateParagraphs {
			break
		}
		if p.short(start) || e.from-start <= datelineAtoms && p.capitalised(start, e.from) && p.dateline(e.to) {
			return pt
		}
	}
	return point{}
}

// short reports whether the paragraph at i is a line with little beside its date.
func (p *parser) short(i int) bool {
	for k := i; k < i+dateAtoms; k++ {
		if p.at(k).class == cBreak {
			return true
		}
	}
	return false
}

// capitalised reports whether atoms [i, end) are names and marks, as the place and agency of a dateline are.
func (p *parser) capitalised(i, end int) bool {
	for ; i < end; i++ {
		if a := p.at(i); a.class != cMark && a.flags&fCap == 0 {
			return false
		}
	}
	return true
}

// dateline reports whether atom i ends a dateline: "(", a dash, a colon.
func (p *parser) dateline(i int) bool {
	switch p.mark(i) {
	case '(', '-', '—', ':', '_':
		return true
	}
	return false
}

// orderNumeric reads 02/03/2017 as 2 March where the text writes its days first: in another such date (20/02/2017), or more
// often than not in words (20 February 2017).
func orderNumeric(es []expr) {
	first := 0
	for i := range es {
		switch e := &es[i]; {
		case e.rule == ruleNumeric && !e.twoWays && e.dayFirst:
			first += 100
		case e.rule == ruleNumeric && !e.twoWays:
			first -= 100
		case e.rule == ruleDayMonth || e.rule == ruleDayMonthYear:
			first++
		case e.rule == ruleMonthDay || e.rule == ruleMonthDayYear:
			first--
		}
	}
	for i := range es {
		if e := &es[i]; e.twoWays && first > 0 {
			e.m, e.d = e.d, e.m
		}
	}
}
