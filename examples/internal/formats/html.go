package formats

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"sort"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/highlight"
	"github.com/dateline-nlp/dateline/examples/internal/report"
)

//go:embed page.tmpl
var pageTemplate string

// page writes one web page for all articles: each with its text highlighted and, beside it, what was found, every item a
// link to its places in the text. It needs no other file, no net and no JavaScript; labels are switched on and off by CSS.
type page struct {
	w     io.Writer
	tmpl  *template.Template
	count int
}

func newHTML(w io.Writer, _ Options) Writer {
	return &page{w: w, tmpl: template.Must(template.New("page").Parse(pageTemplate))}
}

var (
	legend      = []string{"person", "org", "place", "norp", "date", "misc"}
	legendNames = map[string]string{
		"person": "person", "org": "organization", "place": "place", "norp": "nationality or group", "date": "date", "misc": "other name",
	}
)

type (
	pageArticle struct {
		Prefix, Headline, ID, Source, Published, URL string
		Text                                         template.HTML
		Groups                                       []pageGroup
		Speakers                                     []pageSpeaker
	}
	pageGroup struct {
		Title, Class string
		Items        []*pageItem
	}
	pageItem struct {
		ID, Name, About string
		Places          []pagePlace
	}
	pagePlace struct {
		Href string
		N    int
	}
	pageSpeaker struct {
		Name   string
		Quotes []pageQuote
	}
	pageQuote struct {
		ID, Href, Kind, Cue, Text string
	}
)

func (p *page) Write(d *dateline.Document) error {
	var buf bytes.Buffer
	if p.count++; p.count == 1 {
		if err := p.head(&buf, d); err != nil {
			return err
		}
	}
	if err := p.tmpl.ExecuteTemplate(&buf, "article", pageOf(d, fmt.Sprintf("a%d-", p.count))); err != nil {
		return err
	}
	_, err := p.w.Write(buf.Bytes())
	return err
}

func (p *page) head(w io.Writer, d *dateline.Document) error {
	title := "dateline"
	if d != nil {
		title = report.Headline(d)
	}
	return p.tmpl.ExecuteTemplate(w, "head", map[string]any{
		"Title": valid(title), "Style": template.CSS(highlight.Style), "Labels": legend, "Legend": legendNames,
	})
}

func (p *page) Close() error {
	if p.count == 0 {
		if err := p.head(p.w, nil); err != nil {
			return err
		}
	}
	return p.tmpl.ExecuteTemplate(p.w, "foot", nil)
}

func pageOf(d *dateline.Document, prefix string) pageArticle {
	a := pageArticle{
		Prefix: prefix, Headline: valid(report.Headline(d)), ID: valid(d.ID), Source: valid(d.Source), Published: day(d.Published),
		Text: template.HTML(highlight.Text(d, prefix)),
	}
	if strings.HasPrefix(d.URL, "https://") || strings.HasPrefix(d.URL, "http://") {
		a.URL = d.URL
	}
	a.Groups = append(entityGroups(d, prefix), dateGroup(d, prefix)...)
	a.Speakers = speakers(d, prefix)
	return a
}

// entityGroups are the entities by label, the most mentioned first.
func entityGroups(d *dateline.Document, prefix string) (groups []pageGroup) {
	places := map[dateline.EntityID][]pagePlace{}
	for i, m := range d.Mentions {
		if m.Entity != 0 {
			places[m.Entity] = append(places[m.Entity], pagePlace{fmt.Sprintf("#%sm%d", prefix, i+1), len(places[m.Entity]) + 1})
		}
	}
	for _, g := range []struct {
		title string
		label dateline.Label
	}{
		{"People", dateline.Person}, {"Organizations", dateline.Org}, {"Places", dateline.Place},
		{"Nationalities and groups", dateline.Norp}, {"Other names", dateline.Misc},
	} {
		group := pageGroup{Title: g.title, Class: strings.ToLower(g.label.String())}
		for i := range d.Entities {
			e := &d.Entities[i]
			if e.Label != g.label {
				continue
			}
			group.Items = append(group.Items, &pageItem{
				ID: fmt.Sprintf("%se%d", prefix, e.ID), Name: valid(e.Name), About: valid(report.About(d, e)), Places: places[e.ID],
			})
		}
		sort.SliceStable(group.Items, func(i, j int) bool { return len(group.Items[i].Places) > len(group.Items[j].Places) })
		if len(group.Items) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

// dateGroup is a group of the dates, one item for each value and wording.
func dateGroup(d *dateline.Document, prefix string) []pageGroup {
	group := pageGroup{Title: "Dates", Class: "date"}
	seen := map[[2]string]*pageItem{}
	for i, m := range d.Mentions {
		if m.Label != dateline.Date {
			continue
		}
		value := ""
		if m.Time != nil {
			value = report.Value(*m.Time)
		}
		key := [2]string{d.Slice(m.Span), value}
		if seen[key] == nil {
			seen[key] = &pageItem{Name: valid(d.Slice(m.Span)), About: valid(value)}
			group.Items = append(group.Items, seen[key])
		}
		it := seen[key]
		it.Places = append(it.Places, pagePlace{fmt.Sprintf("#%sm%d", prefix, i+1), len(it.Places) + 1})
	}
	if len(group.Items) == 0 {
		return nil
	}
	return []pageGroup{group}
}

// speakers are the quotes by speaker, in order of the first quote of each.
func speakers(d *dateline.Document, prefix string) (list []pageSpeaker) {
	at := map[string]int{}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		name := valid(report.SpeakerName(d, q.Speaker))
		if _, ok := at[name]; !ok {
			at[name] = len(list)
			list = append(list, pageSpeaker{Name: name})
		}
		s := &list[at[name]]
		s.Quotes = append(s.Quotes, pageQuote{
			ID: fmt.Sprintf("%ss%d", prefix, i+1), Href: fmt.Sprintf("#%sq%d", prefix, i+1),
			Kind: q.Kind.String(), Cue: valid(d.Slice(q.Cue)), Text: valid(report.QuoteText(d, q)),
		})
	}
	return list
}
