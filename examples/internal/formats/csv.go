package formats

import (
	"bytes"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/report"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// csvWriter writes a table with a line of headings (RFC 4180, UTF-8, line ends "\n"). Positions refer to the text as it
// came in. Values stand as they are in the article; a spreadsheet takes one that begins with "=" for a formula.
type csvWriter struct {
	w     io.Writer
	unit  jsonl.Unit
	table *table
	begun bool
}

// A table tells the columns of one kind of row and makes the rows of a document.
type table struct {
	head []string
	rows func(*dateline.Document, *jsonl.Offsets) [][]string
}

var tables = map[string]*table{
	"mentions": {
		[]string{"article", "published", "start", "end", "text", "label", "form", "name", "timex", "value", "from", "to", "section", "score", "rule"},
		mentionRows,
	},
	"entities": {
		[]string{"article", "published", "label", "name", "count", "aliases", "roles", "gender", "country", "geonames", "lat", "lon", "score"},
		entityRows,
	},
	"quotes": {
		[]string{"article", "published", "source", "headline", "speaker", "label", "kind", "quote", "cue", "start", "end", "nested", "score", "rule"},
		quoteRows,
	},
}

func newCSV(w io.Writer, o Options) Writer {
	t := tables[o.Rows]
	if t == nil {
		t = tables["mentions"]
	}
	return &csvWriter{w: w, unit: o.Unit, table: t}
}

func (c *csvWriter) Write(d *dateline.Document) error {
	var buf bytes.Buffer
	out := csv.NewWriter(&buf)
	if !c.begun {
		out.Write(c.table.head)
		c.begun = true
	}
	for _, row := range c.table.rows(d, jsonl.NewOffsets(d.Text, c.unit)) {
		for i := range row {
			row[i] = valid(row[i])
		}
		out.Write(row)
	}
	out.Flush()
	_, err := c.w.Write(buf.Bytes())
	return err
}

// Close writes the headings where there was no document.
func (c *csvWriter) Close() error {
	if c.begun {
		return nil
	}
	_, err := io.WriteString(c.w, strings.Join(c.table.head, ",")+"\n")
	return err
}

func mentionRows(d *dateline.Document, off *jsonl.Offsets) (rows [][]string) {
	for _, m := range d.Mentions {
		var name string
		if e := d.Entity(m.Entity); e != nil {
			name = e.Name
		}
		row := []string{
			d.ID, day(d.Published), strconv.Itoa(off.FromByte(m.Start)), strconv.Itoa(off.FromByte(m.End)), d.Slice(m.Span),
			m.Label.String(), m.Form.String(), name, "", "", "", "", d.SectionAt(m.Start).String(), number(m.Score), m.Rule,
		}
		if t := m.Time; t != nil {
			row[8], row[9] = t.Type.String(), t.Value
			if !t.Interval.IsZero() {
				row[10], row[11] = t.From.String(), t.To.String()
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func entityRows(d *dateline.Document, _ *jsonl.Offsets) (rows [][]string) {
	for _, e := range d.Entities {
		var roles []string
		for _, r := range e.Roles {
			roles = append(roles, report.Role(r))
		}
		row := []string{
			d.ID, day(d.Published), e.Label.String(), e.Name, strconv.Itoa(e.Count), strings.Join(e.Aliases, "; "),
			strings.Join(roles, "; "), e.Gender.String(), e.Country, "", "", "", number(e.Score),
		}
		if g := e.Geo; g != nil && g.GeoNames != 0 {
			row[9], row[10], row[11] = strconv.Itoa(g.GeoNames), number(g.Lat), number(g.Lon)
		}
		rows = append(rows, row)
	}
	return rows
}

func quoteRows(d *dateline.Document, off *jsonl.Offsets) (rows [][]string) {
	for i := range d.Quotes {
		q := &d.Quotes[i]
		var speaker, label string
		if q.Speaker.Known() {
			speaker = report.SpeakerName(d, q.Speaker)
		}
		if e := d.Entity(q.Speaker.Entity); e != nil {
			label = e.Label.String()
		}
		rows = append(rows, []string{
			d.ID, day(d.Published), d.Source, report.Headline(d), speaker, label, q.Kind.String(), contentText(d, q), d.Slice(q.Cue),
			strconv.Itoa(off.FromByte(q.Start)), strconv.Itoa(off.FromByte(q.End)), strconv.FormatBool(q.Nested), number(q.Score), q.Rule,
		})
	}
	return rows
}

// contentText is what was said, without the outer quotation marks, its parts joined by a space.
func contentText(d *dateline.Document, q *dateline.Quote) string {
	var parts []string
	for _, c := range q.Content {
		parts = append(parts, d.Slice(c))
	}
	return strings.Join(parts, " ")
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// number writes a score or a coordinate with at most five decimals, 0 as nothing.
func number(f float64) string {
	if f == 0 {
		return ""
	}
	return strings.TrimRight(strings.TrimRight(strconv.FormatFloat(f, 'f', 5, 64), "0"), ".")
}

// valid replaces each byte of invalid UTF-8 by U+FFFD, so that positions in code points stay what they were.
func valid(s string) string { return string([]rune(s)) }
