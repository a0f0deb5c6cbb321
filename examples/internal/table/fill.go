package table

import (
	"time"

	"github.com/dateline-nlp/dateline/index"
)

// maxFilled is the number of rows up to which the gaps of a timeline are filled.
const maxFilled = 400

// units are the forms of the values of a timeline, each with how to go on by one.
var units = []struct {
	layout string
	next   func(time.Time) time.Time
}{
	{"2006", func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }},
	{"2006-01", func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }},
	{"2006-01-02", func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }},
}

// Fill puts the years, months or days in between that count nothing, so that a chart shows how long nothing was. Values that are
// no dates, or so far apart that the chart would get too long, stay as they are.
func Fill(values []index.Count) []index.Count {
	if len(values) < 2 {
		return values
	}
	for _, u := range units {
		at, err := time.Parse(u.layout, values[0].Value)
		if err != nil {
			continue
		}
		var filled []index.Count
		for _, v := range values {
			for ; at.Format(u.layout) < v.Value && len(filled) < maxFilled; at = u.next(at) {
				filled = append(filled, index.Count{Value: at.Format(u.layout)})
			}
			if len(filled) >= maxFilled || at.Format(u.layout) != v.Value {
				return values
			}
			filled, at = append(filled, v), u.next(at)
		}
		return filled
	}
	return values
}
