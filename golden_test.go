package dateline_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the machine's sections in testdata/articles")

// machine lists the sections that the system writes, each the view of one package, in the order of the file.
var machine = []struct {
	name   string
	render func(t *testing.T, s *sample, doc *dateline.Document, ix *index.Index) string
}{
	{"entities", func(_ *testing.T, s *sample, doc *dateline.Document, _ *index.Index) string {
		return renderEntities(s, doc)
	}},
	{"quotes", func(_ *testing.T, s *sample, doc *dateline.Document, _ *index.Index) string {
		return renderQuotes(s, doc)
	}},
	{"index", func(t *testing.T, s *sample, _ *dateline.Document, ix *index.Index) string {
		return renderIndex(t, s, ix)
	}},
}

// TestGolden holds what the system makes of each article. A change of output is a change of these files: read it, then
// let -update write it.
func TestGolden(t *testing.T) {
	ix := indexAll(t)
	for _, name := range sampleNames(t) {
		t.Run(name, func(t *testing.T) {
			s := loadSample(t, name)
			doc := read(s.article)
			var fresh []txtar.File
			for _, m := range machine {
				got := m.render(t, s, doc, ix)
				fresh = append(fresh, txtar.File{Name: m.name, Data: []byte(got)})
				if diff := cmp.Diff(s.section(m.name), got); diff != "" && !*update {
					t.Errorf("section %s of %s.txtar is not what the system says (-file +system); -update rewrites it\n%s", m.name, name, diff)
				}
			}
			if *update {
				rewrite(t, s, fresh)
			}
		})
	}
}

// rewrite replaces the machine's sections and leaves the reader's as they are.
func rewrite(t *testing.T, s *sample, fresh []txtar.File) {
	t.Helper()
	kept := &txtar.Archive{Comment: s.file.Comment}
	for _, f := range s.file.Files {
		if strings.HasPrefix(f.Name, "gold.") || f.Name == "queries" {
			kept.Files = append(kept.Files, f)
		}
	}
	kept.Files = append(kept.Files, fresh...)
	path := filepath.Join("testdata", "articles", s.name+".txtar")
	if err := os.WriteFile(path, txtar.Format(kept), 0o644); err != nil {
		t.Fatal(err)
	}
}

// renderEntities writes layout, mentions and entities in the notation of the gold. References by pronouns and nouns stand
// in lines of their own, as words>entity; expressions of time that are no calendar date carry their type.
func renderEntities(s *sample, doc *dateline.Document) string {
	var b strings.Builder
	b.WriteString("# layout\n")
	for _, p := range s.paras {
		words := strings.Fields(s.text(p))
		fmt.Fprintf(&b, "%s %s\n", doc.SectionAt(p.Start), strings.Join(words[:min(3, len(words))], " "))
	}
	writeItems(&b, "names", s, doc, func(m dateline.Mention) (string, bool) {
		return "=" + letterOf(m.Label) + reference(doc, m), m.Form == dateline.FormName && m.Label != dateline.Date
	})
	writeItems(&b, "references", s, doc, func(m dateline.Mention) (string, bool) {
		return reference(doc, m), m.Form != dateline.FormName
	})
	writeItems(&b, "dates", s, doc, func(m dateline.Mention) (string, bool) {
		if m.Time == nil {
			return "", false
		}
		value := "=" + m.Time.Value
		if m.Time.Mod != "" {
			value += " " + m.Time.Mod
		}
		if m.Time.Type != dateline.TimexDate {
			value += " " + m.Time.Type.String()
		}
		return value, true
	})
	b.WriteString("# entities\n")
	for _, e := range doc.Entities {
		writeEntity(&b, e)
	}
	return b.String()
}

// writeItems writes the mentions that item takes, a line for each paragraph.
func writeItems(b *strings.Builder, title string, s *sample, doc *dateline.Document, item func(dateline.Mention) (string, bool)) {
	fmt.Fprintf(b, "# %s\n", title)
	for i, p := range s.paras {
		var items []string
		for _, m := range doc.Mentions {
			if p.Contains(m.Span) {
				if value, ok := item(m); ok {
					items = append(items, plainSpaces(doc.Slice(m.Span))+value)
				}
			}
		}
		if len(items) > 0 {
			fmt.Fprintf(b, "%d %s\n", i+1, strings.Join(items, " | "))
		}
	}
}

// reference names the entity of a mention where its words do not.
func reference(doc *dateline.Document, m dateline.Mention) string {
	switch e := doc.Entity(m.Entity); {
	case e == nil:
		return ">?"
	case e.Name != doc.Slice(m.Span) || m.Form != dateline.FormName:
		return ">" + e.Name
	}
	return ""
}

func writeEntity(b *strings.Builder, e dateline.Entity) {
	fmt.Fprintf(b, "%s %s | %d", letterOf(e.Label), e.Name, e.Count)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(b, " | %s %s", name, value)
		}
	}
	field("gender", e.Gender.String())
	field("aka", plainSpaces(strings.Join(e.Aliases, ", ")))
	for _, r := range e.Roles {
		role := r.Title
		if r.Affiliation != "" {
			role += " of " + r.Affiliation
		}
		if r.From != "" || r.Until != "" {
			role += " " + r.From + "/" + r.Until
		}
		if r.Former {
			role += " former"
		}
		field("role", role)
	}
	field("country", e.Country)
	if e.Geo != nil {
		field("at", fmt.Sprintf("%.2f %.2f", e.Geo.Lat, e.Geo.Lon))
	}
	b.WriteString("\n")
}

// renderQuotes writes the quotations in the notation of the gold, with the rule that gave the speaker. An interruption is
// marked by a slash.
func renderQuotes(s *sample, doc *dateline.Document) string {
	var b strings.Builder
	for _, q := range doc.Quotes {
		var parts []string
		for _, c := range q.Content {
			parts = append(parts, plainSpaces(doc.Slice(c)))
		}
		kind := q.Kind.String()
		if q.Nested {
			kind = "nested " + kind
		}
		fmt.Fprintf(&b, "%s %d | %s | %s | %s | %s | %s\n", kind, s.paragraphAt(q.Start), strings.Join(parts, " / "),
			orDash(q.Speaker.Name), orDash(doc.Slice(q.Speaker.Span)), orDash(doc.Slice(q.Cue)), q.Rule)
	}
	return b.String()
}

// paragraphAt returns the number of the paragraph that holds pos, 0 for none.
func (s *sample) paragraphAt(pos int) int {
	for i, p := range s.paras {
		if p.Start <= pos && pos < p.End {
			return i + 1
		}
	}
	return 0
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return plainSpaces(s)
}

func letterOf(l dateline.Label) string {
	return map[dateline.Label]string{dateline.Person: "P", dateline.Org: "O", dateline.Place: "L", dateline.Norp: "N", dateline.Misc: "M"}[l]
}
