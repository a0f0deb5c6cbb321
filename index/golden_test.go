package index_test

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// A goldenArticle is being read from the markup that testdata/README.md describes.
type goldenArticle struct {
	d    *dateline.Document
	text strings.Builder
}

func parseGolden(t *testing.T, id, markup string) *dateline.Document {
	t.Helper()
	head, body, _ := strings.Cut(markup, "\n\n")
	g := &goldenArticle{d: &dateline.Document{Article: dateline.Article{ID: id}}}
	for _, line := range strings.Split(head, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "published":
			day, err := dateline.ParseDay(value)
			if err != nil {
				t.Fatal(id, err)
			}
			g.d.Published = day.Time()
		case "source":
			g.d.Source = value
		case "headline":
			g.d.Headline = value
		default:
			t.Fatalf("%s: unknown line %q", id, line)
		}
	}
	for body != "" {
		switch at := strings.IndexAny(body, "{<"); {
		case at < 0:
			g.text.WriteString(body)
			body = ""
		case at > 0:
			g.text.WriteString(body[:at])
			body = body[at:]
		case body[0] == '{':
			end := strings.IndexByte(body, '}')
			g.mention(t, body[1:end], true)
			body = body[end+1:]
		default:
			end := strings.IndexByte(body, '>')
			for strings.Count(body[:end], "{") > strings.Count(body[:end], "}") { // the > of a mention
				end += 1 + strings.IndexByte(body[end+1:], '>')
			}
			g.quote(t, body[1:end])
			body = body[end+1:]
		}
	}
	g.d.Text = g.text.String()
	for at := 0; at < len(g.d.Text); { // a sentence ends before ". " and at the end of a line
		end := len(g.d.Text)
		for _, stop := range []string{". ", "\n"} {
			if n := strings.Index(g.d.Text[at:], stop); n >= 0 {
				end = min(end, at+n+1)
			}
		}
		g.d.Sentences = append(g.d.Sentences, dateline.Sentence{Span: dateline.Span{Start: at, End: end}})
		at = end
	}
	return g.d
}

// mention reads "P:words>Name", "L:words@lat,lon=IQ", "N:words=IQ" or "D:words=value" and, written, adds it.
func (g *goldenArticle) mention(t *testing.T, s string, written bool) dateline.EntityID {
	t.Helper()
	s, title, _ := strings.Cut(s, "!")
	s, value, _ := strings.Cut(s, "=")
	s, at, _ := strings.Cut(s, "@")
	words, name, other := strings.Cut(s[2:], ">")
	if !other {
		name = words
	}
	m := dateline.Mention{Span: dateline.Span{Start: g.text.Len(), End: g.text.Len() + len(words)}}
	m.Label = map[byte]dateline.Label{'P': dateline.Person, 'O': dateline.Org, 'L': dateline.Place, 'N': dateline.Norp, 'D': dateline.Date}[s[0]]
	if m.Label == dateline.Date {
		m.Time = &dateline.Timex{Type: dateline.TimexDate, Value: value, Interval: days(value)}
	} else {
		m.Entity = g.entity(m.Label, name)
		e := g.d.Entity(m.Entity)
		if title != "" && len(e.Roles) == 0 {
			e.Roles = []dateline.Role{{Title: title}}
		}
		e.Country = value
		if lat, lon, ok := strings.Cut(at, ","); ok {
			x, err1 := strconv.ParseFloat(lat, 64)
			y, err2 := strconv.ParseFloat(lon, 64)
			if err1 != nil || err2 != nil {
				t.Fatalf("%s: %q", g.d.ID, at)
			}
			e.Geo = &dateline.Geo{Country: value, Lat: x, Lon: y}
		}
	}
	if written {
		g.text.WriteString(words)
		g.d.Mentions = append(g.d.Mentions, m)
	}
	return m.Entity
}

func (g *goldenArticle) entity(label dateline.Label, name string) dateline.EntityID {
	for _, e := range g.d.Entities {
		if e.Name == name && e.Label == label {
			return e.ID
		}
	}
	id := dateline.EntityID(len(g.d.Entities) + 1)
	g.d.Entities = append(g.d.Entities, dateline.Entity{ID: id, Label: label, Name: name})
	return id
}

// quote reads "~{P:Name}: words".
func (g *goldenArticle) quote(t *testing.T, s string) {
	t.Helper()
	q := dateline.Quote{Kind: dateline.Direct, Rule: "golden", Score: 1}
	s, indirect := strings.CutPrefix(s, "~")
	if indirect {
		q.Kind = dateline.Indirect
	}
	at := strings.Index(s, ": ")
	speaker, words := s[:at], strings.TrimSpace(s[at+2:])
	if speaker[0] == '{' {
		q.Speaker.Entity = g.mention(t, speaker[1:len(speaker)-1], false)
		q.Speaker.Name = g.d.Entity(q.Speaker.Entity).Name
	} else {
		q.Speaker.Name = speaker
	}
	q.Start = g.text.Len()
	for words != "" {
		open := strings.IndexByte(words, '{')
		if open < 0 {
			g.text.WriteString(words)
			break
		}
		end := strings.IndexByte(words, '}')
		g.text.WriteString(words[:open])
		g.mention(t, words[open+1:end], true)
		words = words[end+1:]
	}
	q.End = g.text.Len()
	content := q.Span
	if !indirect {
		content = dateline.Span{Start: q.Start + 1, End: q.End - 1}
		q.Quoted = []dateline.Span{content}
	}
	q.Content = []dateline.Span{content}
	g.text.WriteByte(' ')
	g.d.Quotes = append(g.d.Quotes, q)
}

func TestGoldens(t *testing.T) {
	ar, err := txtar.ParseFile(filepath.Join("testdata", "search.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	ix := create(t)
	for _, f := range ar.Files[1:] {
		add(t, ix, parseGolden(t, f.Name, string(f.Data)))
	}
	for _, line := range strings.Split(strings.TrimSpace(string(ar.Files[0].Data)), "\n") {
		ask, want, ok := strings.Cut(line, "=>")
		kind, text, ok2 := strings.Cut(ask, " ")
		if !ok || !ok2 {
			t.Fatalf("no question: %s", line)
		}
		q, err := index.ParseQuery(strings.TrimSpace(text))
		if err != nil {
			t.Error(err)
			continue
		}
		target := index.Articles
		if kind == "quotes" {
			target = index.Quotes
		}
		page := find(t, ix, index.Request{Query: q, Target: target, Size: 50})
		rank := map[string]int{}
		var list []string
		for i, h := range page.Hits {
			id := h.ID
			if h.Quote >= 0 {
				id = fmt.Sprintf("%s#%d", h.ID, h.Quote)
			}
			rank[id] = i + 1
			list = append(list, id)
		}
		targets := strings.Fields(want)
		only := targets[0] == "only" || targets[0] == "none"
		if only {
			targets = targets[1:]
		}
		for _, w := range targets {
			limit, id, _ := strings.Cut(w, ":")
			if n, err := strconv.Atoi(limit); err != nil || rank[id] == 0 || rank[id] > n {
				t.Errorf("%s: %s at rank %d, want %s (%v); found %v", ask, id, rank[id], limit, err, list)
			}
		}
		if only && len(list) != len(targets) {
			t.Errorf("%s: found %v, want only %v", ask, list, targets)
		}
	}
}
