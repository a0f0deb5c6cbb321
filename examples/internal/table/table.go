// Package table writes what an index found: hits to read, as CSV or as JSON Lines, and counts as bars.
package table

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/examples/internal/term"
	"github.com/dateline-nlp/dateline/index"
)

// A Printer writes hits and counts for people. Without colours the words that were found stand between asterisks.
type Printer struct {
	W       io.Writer
	Width   int
	Painter term.Painter
}

func (p *Printer) width() int {
	if p.Width <= 0 {
		return term.DefaultWidth
	}
	return max(p.Width, 40)
}

// mark returns the marks around the words that were found.
func (p *Printer) mark() (pre, post string) {
	if p.Painter {
		return markOn, markOff
	}
	return "*", "*"
}

// The marks of words stand for escape sequences until the text is wrapped, so that these have no width.
const markOn, markOff = "\ue000", "\ue001"

func (p *Printer) paintMarks(s string) string {
	return strings.NewReplacer(markOn, "\x1b[1;33m", markOff, "\x1b[0m").Replace(s)
}

// Hits writes hits, numbered from first.
func (p *Printer) Hits(hits []index.Hit, first int) error {
	var out bytes.Buffer
	for i := range hits {
		p.hit(&out, &hits[i], first+i)
	}
	_, err := p.W.Write(out.Bytes())
	return err
}

func (p *Printer) hit(out *bytes.Buffer, h *index.Hit, n int) {
	number := fmt.Sprintf("%3d. ", n)
	indent := strings.Repeat(" ", len(number))
	body := func(s string) {
		for _, l := range term.Wrap(s, p.width()-len(indent)) {
			fmt.Fprintln(out, indent+p.paintMarks(l))
		}
	}
	pre, post := p.mark()
	about := []string{term.Clean(h.ID)}
	if h.Quote < 0 {
		fmt.Fprintln(out, number+p.Painter.Paint(term.Bold, term.Clean(title(h))))
		for _, f := range h.Fragments[:min(2, len(h.Fragments))] {
			body("… " + term.Clean(f.Mark(pre, post)) + " …")
		}
	} else {
		speaker := h.Speaker
		if speaker == "" {
			speaker = "(nobody named)"
		}
		fmt.Fprintln(out, number+p.Painter.Paint(term.Cyan, term.Clean(speaker)))
		text := term.Clean(MarkQuote(h, pre, post))
		if h.Kind == dateline.Direct || h.Kind == dateline.Mixed {
			text = "“" + text + "”"
		}
		body(text)
		about = append(about, term.Clean(h.Headline))
	}
	about = append(about, term.Clean(h.Source))
	if !h.Published.IsZero() {
		about = append(about, h.Published.Format(time.DateOnly))
	}
	if h.Quote >= 0 {
		about = append(about, fmt.Sprintf("bytes %d to %d", h.Span.Start, h.Span.End))
	}
	line := ""
	for _, a := range about {
		if a != "" {
			line += " · " + a
		}
	}
	for _, l := range term.Wrap(strings.TrimPrefix(line, " · "), p.width()-len(indent)) {
		fmt.Fprintln(out, indent+p.Painter.Paint(term.Dim, l))
	}
	out.WriteByte('\n')
}

func title(h *index.Hit) string {
	if h.Headline != "" {
		return h.Headline
	}
	return h.ID
}

// MarkQuote returns what was said with pre and post around the words that were found; words of a phrase share one pair.
func MarkQuote(h *index.Hit, pre, post string) string {
	var marks []dateline.Span
	for _, f := range h.Fragments {
		marks = append(marks, f.Marks...)
	}
	var b strings.Builder
	text := h.Text
	for i, c := range h.Content {
		if i > 0 {
			text = strings.TrimPrefix(text, " ... ")
			b.WriteString(" … ")
		}
		n := min(c.Len(), len(text))
		markPiece(&b, text[:n], c.Start, marks, pre, post)
		text = text[n:]
	}
	return b.String()
}

func markPiece(b *strings.Builder, text string, base int, marks []dateline.Span, pre, post string) {
	at := 0
	for i := 0; i < len(marks); i++ {
		start, end := marks[i].Start-base, marks[i].End-base
		for i+1 < len(marks) && end >= 0 && end < len(text) && marks[i+1].Start-base <= len(text) &&
			strings.TrimSpace(text[end:max(end, marks[i+1].Start-base)]) == "" {
			i++
			end = marks[i].End - base
		}
		if start < at || end > len(text) {
			continue
		}
		b.WriteString(text[at:start] + pre + text[start:end] + post)
		at = end
	}
	b.WriteString(text[at:])
}

// Counts writes a count of values as bars.
func (p *Printer) Counts(title string, values []index.Count) error {
	var out bytes.Buffer
	fmt.Fprintln(&out, p.Painter.Paint(term.Bold, strings.ToUpper(title)))
	most, wide := 1, 0
	for _, v := range values {
		most, wide = max(most, v.N), max(wide, term.Columns(term.Clean(v.Value)))
	}
	wide = min(wide, p.width()/2)
	digits := len(progress.Thousands(most))
	bar := min(max(p.width()-wide-digits-6, 10), 50)
	for _, v := range values {
		n := (v.N*bar*8 + most - 1) / most // in eighths of a column
		s := strings.Repeat("█", n/8) + strings.TrimSpace(string([]rune(" ▏▎▍▌▋▊▉")[n%8]))
		line := fmt.Sprintf("  %s  %*s  %s", term.Pad(term.Cut(term.Clean(v.Value), wide), wide), digits, progress.Thousands(v.N), p.Painter.Paint(term.Cyan, s))
		fmt.Fprintln(&out, strings.TrimRight(line, " "))
	}
	out.WriteByte('\n')
	_, err := p.W.Write(out.Bytes())
	return err
}

// columns are the headings of CSV and the keys of JSON Lines.
var columns = []string{"article", "quote", "speaker", "kind", "text", "published", "source", "headline", "url", "start", "end", "score"}

func row(h *index.Hit) []string {
	r := []string{h.ID, "", h.Speaker, h.Kind.String(), h.Text, "", h.Source, h.Headline, h.URL,
		strconv.Itoa(h.Span.Start), strconv.Itoa(h.Span.End), ""}
	if h.Score > 0 { // hits in order of their ids have none
		r[11] = strconv.FormatFloat(h.Score, 'f', 4, 64)
	}
	if h.Quote >= 0 {
		r[1] = strconv.Itoa(h.Quote)
	} else if len(h.Fragments) > 0 {
		r[4] = h.Fragments[0].Text
	}
	if !h.Published.IsZero() {
		r[5] = h.Published.Format(time.DateOnly)
	}
	return r
}

// CSV writes hits as a table, with headings first if head is set.
func CSV(w io.Writer, hits []index.Hit, head bool) error {
	out := csv.NewWriter(w)
	if head {
		out.Write(columns)
	}
	for i := range hits {
		out.Write(row(&hits[i]))
	}
	out.Flush()
	return out.Error()
}

// jsonHit is a line of JSON Lines. Start and End are bytes of the article's text.
type jsonHit struct {
	Article   string   `json:"article"`
	Quote     *int     `json:"quote,omitempty"`
	Speaker   string   `json:"speaker,omitempty"`
	Kind      string   `json:"kind,omitempty"`
	Text      string   `json:"text,omitempty"`
	Content   [][2]int `json:"content,omitempty"`
	Published string   `json:"published,omitempty"`
	Source    string   `json:"source,omitempty"`
	Headline  string   `json:"headline,omitempty"`
	URL       string   `json:"url,omitempty"`
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Score     float64  `json:"score,omitempty"`
	Marks     [][2]int `json:"marks,omitempty"`
}

// JSONL writes hits one a line.
func JSONL(w io.Writer, hits []index.Hit) error {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for i := range hits {
		h := &hits[i]
		r := row(h)
		j := jsonHit{Article: h.ID, Speaker: h.Speaker, Kind: r[3], Text: r[4], Published: r[5], Source: h.Source, Headline: h.Headline, URL: h.URL,
			Start: h.Span.Start, End: h.Span.End, Score: h.Score}
		if h.Quote >= 0 {
			j.Quote = &h.Quote
		}
		for _, c := range h.Content {
			j.Content = append(j.Content, [2]int{c.Start, c.End})
		}
		for _, f := range h.Fragments {
			for _, m := range f.Marks {
				j.Marks = append(j.Marks, [2]int{m.Start, m.End})
			}
		}
		if err := enc.Encode(j); err != nil {
			return err
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}
