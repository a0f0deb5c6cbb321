package formats

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/report"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// The forms of the W3C Web Annotation Data Model: one AnnotationPage an article and line, one Annotation a mention and one a
// quote. Each target is found by position (code points) or, should the text have moved, by its words with those around.
type (
	annoPage struct {
		Context string       `json:"@context"`
		ID      string       `json:"id"`
		Type    string       `json:"type"`
		Items   []annotation `json:"items"`
	}
	annotation struct {
		ID         string     `json:"id"`
		Type       string     `json:"type"`
		Motivation string     `json:"motivation"`
		Body       []annoBody `json:"body"`
		Target     annoTarget `json:"target"`
	}
	annoBody struct {
		Type    string `json:"type"`
		Purpose string `json:"purpose"`
		Value   string `json:"value,omitempty"`
		ID      string `json:"id,omitempty"`
	}
	annoTarget struct {
		Source   string         `json:"source"`
		Selector []annoSelector `json:"selector"`
	}
	annoSelector struct {
		Type   string `json:"type"`
		Start  *int   `json:"start,omitempty"`
		End    *int   `json:"end,omitempty"`
		Exact  string `json:"exact,omitempty"`
		Prefix string `json:"prefix,omitempty"`
		Suffix string `json:"suffix,omitempty"`
	}
)

const annoContext = 32 // bytes of text on each side of a TextQuoteSelector, about

func newWebAnnotation(w io.Writer, _ Options) Writer {
	return closing{func(d *dateline.Document) error {
		base := "urn:dateline:" + percent(valid(d.ID))
		source := d.URL
		if source == "" {
			source = base
		}
		a := annotator{d, jsonl.NewOffsets(d.Text, jsonl.Runes), source}
		page := annoPage{Context: "http://www.w3.org/ns/anno.jsonld", ID: base + ":annotations", Type: "AnnotationPage", Items: []annotation{}}
		for i, m := range d.Mentions {
			page.Items = append(page.Items, annotation{
				fmt.Sprintf("%s:m%d", base, i+1), "Annotation", "identifying", a.mention(m), a.target(m.Span),
			})
		}
		for i := range d.Quotes {
			q := &d.Quotes[i]
			body := []annoBody{tag("QUOTE"), tag(q.Kind.String())}
			if q.Speaker.Known() {
				body = append(body, annoBody{Type: "TextualBody", Purpose: "identifying", Value: valid(report.SpeakerName(d, q.Speaker))})
			}
			page.Items = append(page.Items, annotation{fmt.Sprintf("%s:q%d", base, i+1), "Annotation", "describing", body, a.target(q.Span)})
		}
		return writeJSON(w, page)
	}}
}

// percent escapes what may not stand in the last part of a URN. (net/url, which would do the same, makes the program larger.)
func percent(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~$&+=:@!*'(),;", c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

func tag(value string) annoBody {
	return annoBody{Type: "TextualBody", Purpose: "tagging", Value: value}
}

type annotator struct {
	doc    *dateline.Document
	off    *jsonl.Offsets
	source string
}

func (a *annotator) mention(m dateline.Mention) []annoBody {
	body := []annoBody{tag(m.Label.String())}
	if e := a.doc.Entity(m.Entity); e != nil {
		body = append(body, annoBody{Type: "TextualBody", Purpose: "identifying", Value: valid(e.Name)})
		if e.Geo != nil && e.Geo.GeoNames != 0 {
			body = append(body, annoBody{Type: "SpecificResource", Purpose: "identifying", ID: fmt.Sprintf("https://sws.geonames.org/%d/", e.Geo.GeoNames)})
		}
	}
	if m.Time != nil && m.Time.Value != "" {
		body = append(body, annoBody{Type: "TextualBody", Purpose: "describing", Value: m.Time.Value})
	}
	return body
}

func (a *annotator) target(s dateline.Span) annoTarget {
	start, end := a.off.FromByte(s.Start), a.off.FromByte(s.End)
	from, to := max(0, s.Start-annoContext), min(len(a.doc.Text), s.End+annoContext)
	return annoTarget{a.source, []annoSelector{
		{Type: "TextPositionSelector", Start: &start, End: &end},
		{
			Type: "TextQuoteSelector", Exact: valid(a.doc.Slice(s)),
			Prefix: trimRunes(a.doc.Text[from:s.Start], true), Suffix: trimRunes(a.doc.Text[s.End:to], false),
		},
	}}
}

// trimRunes drops the bytes of a rune cut in two at the outer end of a context.
func trimRunes(s string, front bool) string {
	r := []rune(s)
	for n := 0; n < 3 && len(r) > 0; n++ {
		if front && r[0] == '\ufffd' {
			r = r[1:]
		} else if !front && r[len(r)-1] == '\ufffd' {
			r = r[:len(r)-1]
		}
	}
	return string(r)
}

// writeJSON writes v as one line, in one call.
func writeJSON(w io.Writer, v any) error {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(buf.Bytes())
	return err
}
