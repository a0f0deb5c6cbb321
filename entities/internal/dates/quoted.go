package dates

import "github.com/dateline-nlp/dateline"

// How far is looked, in atoms.
const (
	quoteReach  = 120 // behind an expression, for the end of the quotation it stands in
	speechReach = 14  // behind the quotation, for the words of attribution
)

// read moves r to atom i and keeps track of paragraphs and quotation marks. A mark that is not closed ends with its paragraph.
func (r *resolver) read(i int) {
	for ; r.pos < i; r.pos++ {
		switch a := r.p.at(r.pos); {
		case a.class == cBreak:
			r.par++
			r.quoted = false
		case a.class == cMark && a.num == '"':
			r.quoted = !r.quoted
		}
	}
}

// said returns the day on which the quotation around es[k] was spoken, where the text tells: the day named behind it, or the last one
// named before it outside of quotations, no more than a week before publication.
func (r *resolver) said(es []expr, k int) point {
	if p := r.saidBehind(es, k); p.g == day || !r.quoted || r.pub.g == noGrain {
		return p
	}
	return r.recent(r.spoken, 7)
}

// saidBehind returns the day named right behind the quotation around es[k], in words that attribute it: "... today," she said on
// Wednesday. It is no more than a year before publication.
func (r *resolver) saidBehind(es []expr, k int) point {
	if !r.quoted || r.pub.g == noGrain {
		return point{}
	}
	end := es[k].to
	for limit := end + quoteReach; r.p.mark(end) != '"'; end++ {
		if end >= limit || r.p.at(end).class == cBreak {
			return point{}
		}
	}
	for j := k + 1; j < len(es) && es[j].from < end+speechReach; j++ {
		e := &es[j]
		if e.from <= end || e.typ != dateline.TimexDate {
			continue
		}
		switch e.rule {
		case ruleWeekday, ruleMonthDay, ruleMonthDayYear, ruleDayMonth, ruleDayMonthYear:
			return r.recent(r.slots(e), 365)
		}
	}
	return point{}
}

// recent returns p if it is one of so many days before publication.
func (r *resolver) recent(p point, days int) point {
	if p.g != day || !p.valid() {
		return point{}
	}
	if d := int(r.pub.start() - p.start()); d < 0 || d > days {
		return point{}
	}
	return p
}
