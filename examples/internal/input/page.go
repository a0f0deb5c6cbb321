package input

import (
	"encoding/json"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A head is what a page says about its article.
type head struct {
	title, author, site string
	published           time.Time
}

// readHead reads the head of a page: Open Graph and article tags, then schema.org in JSON-LD, then what stands on the page.
func readHead(doc *html.Node) head {
	meta := map[string]string{}
	set := func(key, value string) {
		if value = squeeze(value); value != "" && meta[key] == "" {
			meta[key] = value
		}
	}
	for n := range doc.Descendants() {
		switch {
		case n.DataAtom == atom.Meta:
			for _, key := range []string{"property", "name", "itemprop"} {
				set(strings.ToLower(attr(n, key)), attr(n, "content"))
			}
		case n.DataAtom == atom.Script && strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil:
			linkedData(n.FirstChild.Data, set)
		case n.DataAtom == atom.Title && n.Parent.DataAtom == atom.Head:
			set("title", textOf(n))
		case n.DataAtom == atom.H1:
			set("h1", textOf(n))
		case n.DataAtom == atom.Time:
			set("time", attr(n, "datetime"))
		case attr(n, "rel") == "author", attr(n, "itemprop") == "author":
			set("rel-author", textOf(n))
		}
	}
	h := head{
		title:  first(meta, "og:title", "twitter:title", "ld:headline", "h1"),
		author: first(meta, "author", "ld:author", "parsely-author", "dc.creator", "sailthru.author", "rel-author", "article:author"),
		site:   first(meta, "og:site_name", "ld:publisher", "application-name"),
	}
	if h.title == "" {
		h.title = meta["title"]
	}
	h.title = withoutSite(h.title, h.site)
	if strings.Contains(h.author, "://") || len(h.author) > 200 {
		h.author = ""
	}
	for _, key := range []string{"article:published_time", "ld:datepublished", "datepublished", "parsely-pub-date", "pubdate", "dc.date.issued", "dc.date", "date", "time"} {
		if h.published.IsZero() {
			h.published = pageDate(meta[key])
		}
	}
	return h
}

func first(meta map[string]string, keys ...string) string {
	for _, k := range keys {
		if meta[k] != "" {
			return meta[k]
		}
	}
	return ""
}

// withoutSite takes the name of the site off the end of a title.
func withoutSite(title, site string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: "} {
		if i := strings.LastIndex(title, sep); i > 0 && strings.EqualFold(title[i+len(sep):], site) {
			return title[:i]
		}
	}
	return title
}

// pageDate reads a date as pages write it: ISO 8601 with or without a time; its zone is kept.
func pageDate(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", time.DateTime} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	if len(s) >= 10 {
		if t, err := time.Parse(time.DateOnly, s[:10]); err == nil {
			return t
		}
	}
	return time.Time{}
}

// linkedData reads the article out of schema.org data.
func linkedData(text string, set func(key, value string)) {
	var v any
	if json.Unmarshal([]byte(text), &v) != nil {
		return
	}
	todo := []any{v}
	for n := 0; n < len(todo) && n < 1000; n++ {
		switch x := todo[n].(type) {
		case []any:
			todo = append(todo, x...)
		case map[string]any:
			if g, ok := x["@graph"]; ok {
				todo = append(todo, g)
			}
			kind, _ := x["@type"].(string)
			if list, ok := x["@type"].([]any); ok && len(list) > 0 {
				kind, _ = list[0].(string)
			}
			if !strings.HasSuffix(kind, "Article") && !strings.HasSuffix(kind, "Posting") && kind != "WebPage" {
				continue
			}
			for _, key := range []string{"headline", "author", "publisher", "datePublished"} {
				set("ld:"+strings.ToLower(key), nameOf(x[key]))
			}
		}
	}
}

// nameOf is a string, or the name of a thing or of several things.
func nameOf(v any) string {
	switch x := v.(type) {
	case string:
		return x
	case map[string]any:
		return nameOf(x["name"])
	case []any:
		var names []string
		for _, y := range x {
			if s := nameOf(y); s != "" {
				names = append(names, s)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}
