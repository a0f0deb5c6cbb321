package jsonl

import (
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
)

// TestStart: a speaker at the very beginning of the text has a start of 0, which other programs ask for; one without a mention has none.
func TestStart(t *testing.T) {
	d := &dateline.Document{Article: dateline.Article{ID: "a", Text: "Ann said: yes."}}
	said := []dateline.Span{{Start: 10, End: 13}}
	d.Quotes = []dateline.Quote{
		{Span: said[0], Kind: dateline.Indirect, Content: said, Speaker: dateline.Speaker{Span: dateline.Span{End: 3}, Name: "Ann"}},
		{Span: said[0], Kind: dateline.Indirect, Content: said, Speaker: dateline.Speaker{Name: "Bob"}},
	}
	line, err := Marshal(d, Runes)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"speaker":{"name":"Ann","start":0,"end":3,"text":"Ann"}`, `"speaker":{"name":"Bob"}`} {
		if !strings.Contains(string(line), want) {
			t.Errorf("%s is not in %s", want, line)
		}
	}
	back, err := Unmarshal(line, Runes)
	if err != nil || back.Quotes[0].Speaker != d.Quotes[0].Speaker || back.Quotes[1].Speaker != d.Quotes[1].Speaker {
		t.Errorf("read back as %+v, %v", back, err)
	}
}

// TestForeignAnnotations: to read articles, annotations of another label set or form do not matter.
func TestForeignAnnotations(t *testing.T) {
	in := `{"id": "a", "text": "Ann paid $5.", "ents": [{"start": 9, "end": 99, "label": "MONEY"}], "quotes": "none"}`
	for a, err := range NewReader(strings.NewReader(in), "x.jsonl").Articles() {
		if err != nil || a.ID != "a" || a.Text != "Ann paid $5." {
			t.Errorf("%+v, %v", a, err)
		}
	}
	if _, err := NewReader(strings.NewReader(in), "x.jsonl").Read(); err == nil {
		t.Error("Read: no error for a label that there is not")
	}
}
