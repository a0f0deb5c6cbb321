package jsonl_test

import (
	"slices"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// FuzzAnnotate: any line annotates any text within its bounds, or is refused.
func FuzzAnnotate(f *testing.F) {
	f.Add("Ann spoke.", []byte(`{"mentions":[{"start":0,"end":3,"label":"PERSON","entity":1}],"entities":[{"id":1,"label":"PERSON","name":"Ann"}]}`), uint8(0))
	f.Add("é\xff😀", []byte(`{"quotes":[{"kind":"direct","start":0,"end":3,"content":[[0,3]]}],"sections":[{"start":1,"end":2,"kind":"body"}]}`), uint8(2))
	f.Add("", []byte(`{"mentions":[{"start":-1,"end":9223372036854775807,"label":"ORG"}]}`), uint8(1))
	f.Fuzz(func(t *testing.T, text string, line []byte, u uint8) {
		unit := units[int(u)%len(units)]
		d := &dateline.Document{Article: dateline.Article{Text: text}}
		if jsonl.Annotate(d, line, unit) != nil {
			if d.Text != text || d.Mentions != nil || d.Quotes != nil {
				t.Fatalf("an error changed the document to %+v", d)
			}
			return
		}
		for _, m := range d.Mentions {
			if m.Start < 0 || m.End < m.Start || m.End > len(text) {
				t.Fatalf("mention %+v in %d bytes", m, len(text))
			}
		}
		for _, q := range d.Quotes {
			for _, s := range slices.Concat([]dateline.Span{q.Span, q.Cue, q.Speaker.Span}, q.Content, q.Quoted) {
				if s.Start < 0 || s.End < s.Start || s.End > len(text) {
					t.Fatalf("quote %+v in %d bytes", q, len(text))
				}
			}
		}
	})
}

// FuzzOffsets: positions on the bounds of characters come back as themselves, and never fall as the text goes on.
func FuzzOffsets(f *testing.F) {
	f.Add("aé😀\xff\u0301\r\n")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		for _, unit := range units {
			o, last := jsonl.NewOffsets(text, unit), -1
			for pos := range text {
				n := o.FromByte(pos)
				if n <= last || o.ToByte(n) != pos {
					t.Fatalf("%q in unit %v: byte %d is %d, after %d, and back %d", text, unit, pos, n, last, o.ToByte(n))
				}
				last = n
			}
		}
	})
}
