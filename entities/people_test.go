package entities

import (
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
)

func TestMendPeople(t *testing.T) {
	for _, c := range []struct{ text, names, want string }{
		{"Bingu wa Mutharika left", "Bingu P, Mutharika P", "Bingu wa Mutharika P"},
		{"Karl-Theodor zu Guttenberg met Arnel dela Vega", "Karl-Theodor P, Guttenberg P, Arnel P, Vega P", "Karl-Theodor zu Guttenberg P, Arnel dela Vega P"},
		{"Ann van der Lee, Bo Chen", "Ann van der Lee P, Bo Chen P", "Ann van der Lee P, Bo Chen P"},
		{"Ann Lee and Bo Chen", "Ann Lee P, Bo Chen P", "Ann Lee P, Bo Chen P"},
		{"Ann Lee (wa Chen)", "Ann Lee P, Chen P", "Ann Lee P, Chen P"},
		{"Reading zu Guttenberg", "Reading L, Guttenberg P", "Reading L, Guttenberg P"},
		{"Oslo, Bingu wa Mutharika, Rome", "Oslo L, Bingu P, Mutharika P, Rome L", "Oslo L, Bingu wa Mutharika P, Rome L"},
		{"Bo Chen", "Bo Chen P", "Bo Chen P"},
		{"Sen Ted Cruz met DCI John Smith in Rome", "Sen P, Ted Cruz P, DCI L, John Smith P, Rome L", "Ted Cruz P, John Smith P, Rome L"},
		{"DCI (John Smith)", "DCI L, John Smith P", "DCI L, John Smith P"},
		{"Sen won in Rome", "Sen P, Rome L", "Sen P, Rome L"},
		{"nobody", "", ""},
	} {
		doc := &dateline.Document{Article: dateline.Article{Text: c.text}}
		var got []string
		for _, m := range mendPeople(doc, named(c.text, c.names)) {
			got = append(got, doc.Slice(m.Span)+" "+map[dateline.Label]string{dateline.Person: "P", dateline.Place: "L"}[m.Label])
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%q with %s: %s, want %s", c.text, c.names, s, c.want)
		}
	}
}

// named finds "Bingu P, Rome L" in text, in order.
func named(text, names string) (out []dateline.Mention) {
	at := 0
	for _, n := range strings.Split(names, ", ") {
		if n == "" {
			continue
		}
		name, label := n[:len(n)-2], dateline.Person
		if n[len(n)-1] == 'L' {
			label = dateline.Place
		}
		start := at + strings.Index(text[at:], name)
		at = start + len(name)
		out = append(out, dateline.Mention{Span: dateline.Span{Start: start, End: at}, Label: label, Score: 0.9, Rule: "model"})
	}
	return out
}
