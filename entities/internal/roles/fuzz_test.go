package roles

import (
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/layout"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
)

// FuzzFind: whatever words and names stand in a row, every role has its title in the text, and its owner and
// affiliation are there.
func FuzzFind(f *testing.F) {
	f.Add("Sen. Ann Cole (R-X), a judge who was a judge who was a judge and was a judge, said", uint64(0b1100))
	f.Add("the then-New York Secretary-General and current head of the Acme's Persian, Ann, 45, of X, will act as CEO/chair", uint64(0x5A5A5))
	f.Add("named Ann as its president, whose director Bob, MD, aged 43, is", uint64(0x210))
	f.Fuzz(func(t *testing.T, text string, names uint64) {
		if len(text) > 1<<12 {
			return
		}
		doc := &dateline.Document{Article: dateline.Article{Text: text}}
		doc.Sections = layout.Sections(text)
		doc.Sentences, doc.Tokens = segment.Split(text, doc.Sections)
		var first []int32
		for i, tok := range doc.Tokens { // three bits a token: its label, 0 and 7 none
			if label := dateline.Label(names >> (uint(i) * 3 % 63) & 7); label != 0 && label != 7 {
				m := dateline.Mention{Span: tok.Span, Label: label}
				if label == dateline.Date {
					m.Time = &dateline.Timex{Value: "2020"}
				}
				doc.Mentions, first = append(doc.Mentions, m), append(first, int32(i))
			}
		}
		for _, r := range Find(doc, doc.Mentions, first) {
			if r.Person < 0 || r.Person >= len(doc.Mentions) || r.Affil >= len(doc.Mentions) || r.Owner >= len(doc.Tokens) {
				t.Fatalf("%q: %+v", text, r)
			}
			if r.Role.Title != "" && doc.Slice(r.Role.Span) != r.Role.Title {
				t.Fatalf("%q: title %q is not at %v", text, r.Role.Title, r.Role.Span)
			}
			if (r.Role.Affiliation == "") != (r.Affil < 0) {
				t.Fatalf("%q: affiliation %q of mention %d", text, r.Role.Affiliation, r.Affil)
			}
		}
	})
}

// TestClausesEnd: clauses within clauses come to an end.
func TestClausesEnd(t *testing.T) {
	doc, first := parse(t, "{P Ann Cole}, "+strings.Repeat("who was a judge and was a teacher ", 2000)+"said")
	if n := len(Find(doc, doc.Mentions, first)); n == 0 || n > maxFound {
		t.Errorf("%d roles", n)
	}
}
