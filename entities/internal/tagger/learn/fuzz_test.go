package learn

import (
	"errors"
	"strings"
	"testing"
)

// FuzzRead: any lines are annotated documents, whose names lie in their text, or ErrCorpus.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		`{"id":"a","text":"Ann Lee left.","ents":[{"start":0,"end":7,"label":"PERSON"}]}`, `{"text":"é\ud800","ents":[{"start":1,"end":2,"label":"ORG"}]}`,
		"\n\n{}\n", `{"text":"a","ents":[{"start":0,"end":2,"label":"ORG"}]}`, `{"text":"a b","ents":[{"start":0,"end":3,"label":"ORG"},{"start":0,"end":1,"label":"PLACE"}]}`,
		`{"text":"a","ents":[{"start":0,"end":1,"label":"DATE"}]}`, "{", `{"text":"` + "\xff" + `a","ents":[{"start":0,"end":1,"label":"NORP"}]}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, lines string) {
		examples, err := Read(strings.NewReader(lines))
		if err != nil {
			if !errors.Is(err, ErrCorpus) {
				t.Fatalf("error %v", err)
			}
			return
		}
		for _, x := range examples {
			for _, m := range x.Gold {
				if x.Doc.Slice(m.Span) == "" {
					t.Fatalf("name %+v is not in %q", m, x.Doc.Text)
				}
			}
			for _, s := range x.Spans {
				if s.First < 0 || s.First >= s.Limit || s.Limit > len(x.Doc.Tokens) {
					t.Fatalf("span %+v of %d tokens", s, len(x.Doc.Tokens))
				}
			}
		}
	})
}
