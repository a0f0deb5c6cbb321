package resolve

import (
	"sort"

	"github.com/dateline-nlp/dateline"
)

// giveSpeakers finds who speaks the quotations of the paragraph [first, limit): the person beside a verb of speech
// right after the quotation, right before it, or else anywhere outside quotations in the paragraph; else, for a
// paragraph that is all quotation, the last speaker.
func (d *discourse) giveSpeakers(first, limit int) {
	if len(d.quotes) == 0 {
		return
	}
	any, outside := int32(-1), 0
	for i := range d.quotes {
		q := &d.quotes[i]
		end := limit
		if i+1 < len(d.quotes) {
			end = d.quotes[i+1].first
		}
		start := first
		if i > 0 {
			start = d.quotes[i-1].limit
		}
		outside += q.first - start
		q.speaker = d.speakerIn(q.limit, min(end, q.limit+12))
		if q.speaker < 0 {
			q.speaker = d.speakerIn(max(start, q.first-15), q.first)
		}
		if q.speaker >= 0 {
			any = q.speaker
		}
	}
	outside += limit - d.quotes[len(d.quotes)-1].limit
	for i := range d.quotes {
		if d.quotes[i].speaker < 0 {
			d.quotes[i].speaker = any
			if any < 0 && outside <= 3 {
				d.quotes[i].speaker = d.speaker
			}
		}
	}
}

// speakerIn returns the first person in tokens [from, to) that stands beside a verb of speech, -1 for none.
func (d *discourse) speakerIn(from, to int) int32 {
	if from >= to {
		return -1
	}
	start, end := d.doc.Tokens[from].Start, d.doc.Tokens[to-1].End
	for t := from; t < to; t++ {
		if !reporting(d.lower(t)) {
			continue
		}
		near := d.doc.Tokens[t]
		best, dist := int32(-1), 60
		d.mentionsIn(start, end, func(s dateline.Span, c int32) {
			if g := gap(s, near.Span); c >= 0 && g < dist && d.clusters[c].label == dateline.Person {
				best, dist = c, g
			}
		})
		if best >= 0 {
			return best
		}
	}
	return -1
}

func gap(a, b dateline.Span) int {
	if a.End <= b.Start {
		return b.Start - a.End
	}
	return max(0, a.Start-b.End)
}

// mentionsIn calls yield with the names and added mentions that lie in [start, end) of the paragraph that was just
// read.
func (d *discourse) mentionsIn(start, end int, yield func(dateline.Span, int32)) {
	ms := d.mentions[:d.mention]
	for i := sort.Search(len(ms), func(i int) bool { return ms[i].Start >= start }); i < len(ms) && ms[i].End <= end; i++ {
		yield(ms[i].Span, d.cluster[i])
	}
	as := d.added[d.paraAdded:]
	for i := sort.Search(len(as), func(i int) bool { return as[i].Start >= start }); i < len(as) && as[i].End <= end; i++ {
		yield(as[i].Span, d.addedTo[d.paraAdded+i])
	}
}

// quotedPronoun resolves a pronoun inside a quotation: I and we are its speaker, he and she somebody else.
func (d *discourse) quotedPronoun(p pending) {
	speaker := d.quotes[p.quote].speaker
	w := d.lower(p.token)
	g, kind := personal(w)
	if g == 0 {
		if speaker >= 0 {
			d.add(p.token, speaker, ruleQuoted, 0.85)
			d.at[speaker].count++
		}
		return
	}
	best, second, c := d.choose(p.token, g, kind, false, speaker)
	if c < 0 {
		d.add(p.token, -1, ruleOpen, 0.1)
		return
	}
	d.add(p.token, c, rulePronoun, confidence(best, second)-0.1)
}
