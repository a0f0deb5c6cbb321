package webpage

import (
	"encoding/json"
	"strings"
)

// linkedData reads the article out of schema.org data in JSON-LD.
func linkedData(text string, set func(key, value string)) {
	v, ok := decode(text)
	if !ok {
		return
	}
	people := map[string]string{} // names by "@id"
	var articles []map[string]any
	todo := []any{v}
	for n := 0; n < len(todo) && n < 1000; n++ {
		switch x := todo[n].(type) {
		case []any:
			todo = append(todo, x...)
		case map[string]any:
			for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
				if g, ok := x[key]; ok {
					todo = append(todo, g)
				}
			}
			if id, ok := x["@id"].(string); ok && nameOf(x["name"], nil) != "" {
				people[id] = nameOf(x["name"], nil)
			}
			if isArticle(x["@type"]) {
				articles = append(articles, x)
			}
		}
	}
	for _, a := range articles {
		for _, key := range []string{"headline", "author", "publisher", "datePublished"} {
			set("ld:"+strings.ToLower(key), nameOf(a[key], people))
		}
		if body, ok := a["articleBody"].(string); ok {
			set("ld:articlebody", strings.ReplaceAll(body, "\n", paragraphEnd))
		}
	}
}

// paragraphEnd stands for the end of a line in the text of linked data, whose other space does not count.
const paragraphEnd = "\x1e"

// paragraphs are the paragraphs of the text of linked data.
func paragraphs(body string) []string {
	b := &blocks{}
	for _, p := range strings.Split(body, paragraphEnd) {
		b.add(squeeze(p))
	}
	return b.done
}

// decode reads JSON as pages have it: in a comment or CDATA, with line ends inside strings.
func decode(text string) (v any, ok bool) {
	text = strings.TrimSpace(text)
	for _, wrap := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}} {
		text = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(text, wrap[0]), wrap[1]))
	}
	text = strings.TrimSuffix(text, ";")
	if json.Unmarshal([]byte(text), &v) == nil {
		return v, true
	}
	plain := strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, text)
	return v, json.Unmarshal([]byte(plain), &v) == nil
}

// isArticle reports whether a type, or one of several, is that of an article or of the page that shows one.
func isArticle(v any) bool {
	switch x := v.(type) {
	case string:
		return strings.HasSuffix(x, "Article") || strings.HasSuffix(x, "Posting") || x == "WebPage" || x == "Report"
	case []any:
		for _, y := range x {
			if isArticle(y) {
				return true
			}
		}
	}
	return false
}

// nameOf is a string, or the name of a thing or of several things; people are named by their ids.
func nameOf(v any, people map[string]string) string {
	switch x := v.(type) {
	case string:
		return x
	case map[string]any:
		if name := nameOf(x["name"], nil); name != "" {
			return name
		}
		id, _ := x["@id"].(string)
		return people[id]
	case []any:
		var names []string
		for _, y := range x {
			if s := nameOf(y, people); s != "" {
				names = append(names, s)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}
