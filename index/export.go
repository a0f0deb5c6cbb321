package index

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// A Table is what the rows of a CSV export are.
type Table uint8

// The tables.
const (
	QuoteTable   Table = iota // the quotes that are found
	ArticleTable              // the articles that are found, or those of the quotes
	MentionTable              // every mention in these articles
)

var tableNames = [...]string{"quotes", "articles", "mentions"}

func (t Table) String() string {
	if int(t) < len(tableNames) {
		return tableNames[t]
	}
	return strconv.Itoa(int(t))
}

// ParseTable is the inverse of Table.String.
func ParseTable(s string) (Table, error) {
	for i, n := range tableNames {
		if n == s {
			return Table(i), nil
		}
	}
	return 0, fmt.Errorf("index: unknown table %q: use one of %v", s, tableNames)
}

var tableColumns = [...][]string{
	{"id", "quote", "published", "source", "headline", "url", "kind", "speaker", "text", "start", "end", "score", "rule"},
	{"id", "published", "source", "headline", "url", "text"},
	{"id", "published", "source", "start", "end", "text", "label", "form", "entity", "name", "country", "geonames", "lat", "lon", "timex", "value", "from", "to", "score", "rule"},
}

// WriteCSV writes what q finds as a table (RFC 4180, a line of column names first), ordered by id and position, and returns
// the number of rows. Positions are bytes. A value that a spreadsheet would take for a formula gets a ' in front.
func (ix *Index) WriteCSV(ctx context.Context, w io.Writer, q Query, t Table) (rows int, err error) {
	if int(t) >= len(tableColumns) {
		return 0, fmt.Errorf("index: unknown table %s", t)
	}
	out := csv.NewWriter(w)
	row := func(fields ...string) error {
		for i := range fields {
			fields[i] = spreadsheet(fields[i])
		}
		rows++
		return out.Write(fields)
	}
	if err := out.Write(tableColumns[t]); err != nil {
		return 0, err
	}
	if t == QuoteTable {
		for h, err := range ix.All(ctx, Request{Query: q, Target: Quotes, Order: ByID, Plain: true}) {
			if err == nil {
				err = row(h.ID, strconv.Itoa(h.Quote), day(h.Published), h.Source, h.Headline, h.URL, h.Kind.String(), h.Speaker, h.Text,
					strconv.Itoa(h.Span.Start), strconv.Itoa(h.Span.End), number(h.Certainty), h.Rule)
			}
			if err != nil {
				return rows, err
			}
		}
	} else {
		for d, err := range ix.Matching(ctx, q) {
			if err == nil && t == ArticleTable {
				err = row(d.ID, day(d.Published), d.Source, headline(d), d.URL, d.Text)
			} else if err == nil {
				err = mentionRows(d, row)
			}
			if err != nil {
				return rows, err
			}
		}
	}
	out.Flush()
	return rows, out.Error()
}

func mentionRows(d *dateline.Document, row func(...string) error) error {
	for i := range d.Mentions {
		m := &d.Mentions[i]
		entity, name, country, geonames, lat, lon := "", "", "", "", "", ""
		if e := d.Entity(m.Entity); e != nil {
			entity, name, country = strconv.Itoa(int(e.ID)), e.Name, e.Country
			if e.Geo != nil {
				geonames, lat, lon = strconv.Itoa(e.Geo.GeoNames), number(e.Geo.Lat), number(e.Geo.Lon)
			}
		}
		timex, value, from, to := "", "", "", ""
		if t := m.Time; t != nil {
			timex, value = t.Type.String(), t.Value
			if !t.Interval.IsZero() {
				from, to = t.From.String(), t.To.String()
			}
		}
		err := row(d.ID, day(d.Published), d.Source, strconv.Itoa(m.Start), strconv.Itoa(m.End), d.Slice(m.Span), m.Label.String(), m.Form.String(),
			entity, name, country, geonames, lat, lon, timex, value, from, to, number(m.Score), m.Rule)
		if err != nil {
			return err
		}
	}
	return nil
}

// spreadsheet keeps a spreadsheet from running text that begins like a formula.
func spreadsheet(s string) string {
	if s != "" && strings.ContainsRune("=+@\t\r", rune(s[0])) || len(s) > 1 && s[0] == '-' && !isNumber(s) {
		return "'" + s
	}
	return s
}

func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}

// day writes a publication date.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return dateline.DayOf(t.Date()).String()
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// WriteJSONL writes the articles that q finds, or those of the quotes that it finds, as JSON Lines, ordered by id, and
// returns their number. An index can be rebuilt from it.
func (ix *Index) WriteJSONL(ctx context.Context, w io.Writer, q Query, unit jsonl.Unit) (n int, err error) {
	out := jsonl.NewWriter(w)
	out.Unit, out.Sentences = unit, true
	for d, err := range ix.Matching(ctx, q) {
		if err == nil {
			err = out.Write(d)
		}
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}
