package roles

import "github.com/dateline-nlp/dateline"

// rest returns the token after a period of time that follows token k.
func (f *finder) rest(k int) int {
	for k < f.to {
		w := f.lower(k)
		if m := f.mention(k); m >= 0 && f.mentions[m].Label == dateline.Date {
			k = f.end(k)
			continue
		}
		if w == "until" || w == "since" || w == "from" || w == "between" || w == "to" || w == "and" && f.isDate(k+1) {
			if !f.isDate(k + 1) {
				return k
			}
			k++
			continue
		}
		if f.isDate(k) {
			k++
			continue
		}
		return k
	}
	return k
}

// period reads "until 2016", "since May 2010", "from 2006 to 2011", "between 2006 and 2011" from token k on.
func (f *finder) period(k int, r *Found) {
	for t := k; t < f.to && t < k+8; t++ {
		switch f.lower(t) {
		case "until", "till":
			if v := f.date(t + 1); v != "" {
				r.Role.Until, r.Role.Former = v, true
			}
		case "since":
			r.Role.From, r.Role.Former = f.date(t+1), false // had been mayor since 2014
		case "from", "between":
			if v := f.date(t + 1); v != "" {
				r.Role.From = v
				n := t + 2
				if f.mention(t+1) >= 0 {
					n = f.end(t + 1)
				}
				if w := f.lower(n); w == "to" || w == "until" || w == "and" || w == "–" || w == "-" {
					r.Role.Until = f.date(n + 1)
					r.Role.Former = r.Role.Former || r.Role.Until != ""
				}
			}
		case ",", ";", ".", "said", "who", "which", "that", "when", "where", "has", "had":
			return
		}
	}
}

// isDate reports whether a date stands at token t.
func (f *finder) isDate(t int) bool { return f.date(t) != "" }

// date returns the value of the date at token t: of its mention, or a bare year.
func (f *finder) date(t int) string {
	if m := f.mention(t); m >= 0 {
		if d := f.mentions[m]; d.Label == dateline.Date && d.Time != nil {
			return d.Time.Value
		}
	}
	s := f.text(t)
	if len(s) == 4 && (s[0] == '1' || s[0] == '2') && digits(s) {
		return s
	}
	return ""
}
