// Package progress shows on a terminal how far a long job is: a bar, the rate, the time that is left.
//
//	████████░░░░░░░░░░░░  42%  1,204 articles  210/s  0:35 left
package progress

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// A Bar is one line on a terminal that is written anew at most ten times a second. A Bar without W writes nothing.
type Bar struct {
	W     io.Writer
	Unit  string // what is counted, as in "articles"
	start time.Time
	last  time.Time
	shown bool
}

// Show tells the state: how many units are done, and which part of the whole (0 to 1; less than 0: not known).
func (b *Bar) Show(now time.Time, n int, part float64) {
	if b.W == nil {
		return
	}
	if b.start.IsZero() {
		b.start = now
	}
	if now.Sub(b.last) < 100*time.Millisecond {
		return
	}
	b.last, b.shown = now, true
	fmt.Fprintf(b.W, "\r\x1b[K%s", b.line(now.Sub(b.start), n, part))
}

const barWidth = 20

func (b *Bar) line(elapsed time.Duration, n int, part float64) string {
	s := ""
	if part >= 0 {
		part = min(part, 1)
		full := int(part * barWidth)
		s = strings.Repeat("█", full) + strings.Repeat("░", barWidth-full) + fmt.Sprintf("  %3.0f%%  ", 100*part)
	}
	s += Thousands(n) + " " + b.Unit
	seconds := elapsed.Seconds()
	if seconds > 0.5 {
		s += fmt.Sprintf("  %s/s", Thousands(int(float64(n)/seconds+0.5)))
	}
	if part > 0.01 && seconds > 1 {
		s += "  " + clock(time.Duration(seconds*(1-part)/part*float64(time.Second))) + " left"
	}
	return s
}

// Clear takes the line away, so that messages can be written.
func (b *Bar) Clear() {
	if b.shown {
		fmt.Fprint(b.W, "\r\x1b[K")
		b.shown, b.last = false, time.Time{}
	}
}

// clock writes a time as in "0:35" and "1:02:03".
func clock(d time.Duration) string {
	s := int(d.Round(time.Second).Seconds())
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// Thousands writes a number with commas, as in "12,345".
func Thousands(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}

// Plural writes a number of things, as in "1 article" and "1,204 articles".
func Plural(n int, one string) string {
	if n != 1 {
		one += "s"
	}
	return Thousands(n) + " " + one
}
