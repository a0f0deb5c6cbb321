package dates

import "github.com/dateline-nlp/dateline"

// reach is how far behind a quotation the words of attribution are looked for, in atoms.
const (
	quoteReach  = 120
	speechReach = 14
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

// said returns the day on which the quotation around es[k] was spoken, where the text tells: a day named right behind the
// quotation ("... today," she said on Wednesday), or the last one named before it outside of quotations, no more than a week before
// publication.
func (r *resolver) said(es []expr, k int) point {
	if !r.quoted || r.pub.g == noGrain {
		return point{}
	}
	end := es[k].to
	for limit := end + quoteReach; r.p.mark(end) != '"'; end++ {
		if end >= limit || r.p.at(end).class == cBreak {
			end = -1
			break
		}
	}
	for j := k + 1; end > 0 && j < len(es) && es[j].from < end+speechReach; j++ {
		e := &es[j]
		if e.from > end && (e.rule == ruleWeekday || e.rule == ruleMonthDay || e.rule == ruleMonthDayYear) && e.typ == dateline.TimexDate {
			return r.recent(r.slots(e))
		}
	}
	return r.recent(r.spoken)
}

// recent returns p if it is a day of the week before publication.
func (r *resolver) recent(p point) point {
	if p.g != day || !p.valid() {
		return point{}
	}
	if d := r.pub.start() - p.start(); d < 0 || d > 7 {
		return point{}
	}
	return p
}
