package entities_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
)

func TestCredits(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Secretary General Jens Stoltenberg speaks in Brussels on Monday. (Virginia Mayo/The Associated Press)",
			"PERSON Virginia Mayo | ORG The Associated Press"},
		{"Troops leave Baghdad. (Ryan Remiorz/Canadian Press)", "PERSON Ryan Remiorz | ORG Canadian Press"},
		{"Photo: Wakil Kohsar/AFP", "PERSON Wakil Kohsar | ORG AFP"},
		{"The prime minister leaves his office. Photograph: Carl Court/Getty Images", "PERSON Carl Court | ORG Getty Images"},
	} {
		doc := entities.Tag(dateline.Article{Text: c.text})
		var got []string
		for _, m := range doc.Mentions {
			if at := strings.IndexByte(c.text, '/'); m.End == at || m.Start == at+1 {
				got = append(got, fmt.Sprint(m.Label, " ", doc.Slice(m.Span)))
			}
		}
		if s := strings.Join(got, " | "); s != c.want {
			t.Errorf("%s: got %s, want %s", c.text, s, c.want)
		}
	}
	for _, text := range []string{
		"A Reuters/Ipsos poll put the president ahead.",
		"The Santa Clara/San Jose area was quiet.",
	} {
		for _, m := range entities.Tag(dateline.Article{Text: text}).Mentions {
			if m.Rule == "credit" {
				t.Errorf("%s: split as a credit", text)
			}
		}
	}
}
