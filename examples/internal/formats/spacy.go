package formats

import (
	"io"
	"strconv"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/report"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// displaCy is what displacy.render(doc, style="ent", manual=True) takes. Positions are code points, as in Python.
type displaCy struct {
	Text     string   `json:"text"`
	Ents     []ent    `json:"ents"`
	Title    string   `json:"title,omitempty"`
	Settings struct{} `json:"settings"`
}

type ent struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Label string `json:"label"`
	KBID  string `json:"kb_id,omitempty"`
	KBURL string `json:"kb_url,omitempty"`
}

// newSpaCy writes the names and dates of an article a line, for spaCy's viewer.
func newSpaCy(w io.Writer, _ Options) Writer {
	return closing{func(d *dateline.Document) error {
		off := jsonl.NewOffsets(d.Text, jsonl.Runes)
		page := displaCy{Text: valid(d.Text), Ents: []ent{}, Title: valid(report.Headline(d))}
		for _, m := range d.Mentions {
			if m.Form != dateline.FormName {
				continue
			}
			x := ent{Start: off.FromByte(m.Start), End: off.FromByte(m.End), Label: m.Label.String()}
			if e := d.Entity(m.Entity); e != nil && e.Geo != nil && e.Geo.GeoNames != 0 {
				id := strconv.Itoa(e.Geo.GeoNames)
				x.KBID, x.KBURL = "GeoNames:"+id, "https://www.geonames.org/"+id
			}
			page.Ents = append(page.Ents, x)
		}
		return writeJSON(w, page)
	}}
}
