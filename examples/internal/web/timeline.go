package web

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// A timeline is a chart of hits by date of publication: a bar for each year, month or day that has any, each a link to the
// hits of that time, where the chart then shows the next smaller unit.
type timeline struct {
	Unit          string
	Width, Height int
	Bars          []bar
	From, To      string
	Wider         string // link to the query without its dates; "" if it has none
}

type bar struct {
	X, Y, W, H int
	Label      string
	N          int
	Href       string // "" for days
}

const (
	chartWidth  = 640
	chartHeight = 72
	maxBars     = 160 // the latest ones, beyond that
)

// timeUnit is the unit in which a span of time is shown.
func timeUnit(i dateline.Interval) index.Field {
	switch days := int64(i.To) - int64(i.From); {
	case i.IsZero(), days > 3*366:
		return index.FieldYear
	case days > 62:
		return index.FieldMonth
	}
	return index.FieldDay
}

func newTimeline(st state, query index.Query, c index.Counted) *timeline {
	values := c.Values
	if len(values) > maxBars {
		values = values[len(values)-maxBars:]
	}
	if len(values) == 0 {
		return nil
	}
	t := &timeline{Unit: c.Field.String(), Width: chartWidth, Height: chartHeight, From: values[0].Value, To: values[len(values)-1].Value}
	most := 1
	for _, v := range values {
		most = max(most, v.N)
	}
	slot := min(chartWidth/len(values), 48)
	for i, v := range values {
		h := max(2, v.N*(chartHeight-4)/most)
		b := bar{X: i * slot, Y: chartHeight - h, W: max(slot-2, 1), H: h, Label: v.Value, N: v.N}
		if days, err := index.ParseDays(v.Value); err == nil && c.Field != index.FieldDay {
			narrow := query
			narrow.Published = days
			if len(query.Or) > 0 {
				narrow = index.Query{Published: days, And: []index.Query{query}}
			}
			b.Href = st.href(narrow.String())
		}
		t.Bars = append(t.Bars, b)
	}
	return t
}
