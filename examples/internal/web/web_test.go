package web

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

const bad = "<script>alert(1)</script>\" onload='x' \u202e {{.}} <b>"

// story is an article annotated by hand, said by a speaker of a name.
func story(id, speaker, said string, published dateline.Day) *dateline.Document {
	text := "Headline of " + id + "\n\n\"" + said + "\" " + speaker + " said in Oslo."
	d := &dateline.Document{Article: dateline.Article{ID: id, Text: text, Source: "Test Wire", Headline: "Headline of " + id, Published: published.Time()}}
	at := func(s string) dateline.Span {
		i := strings.LastIndex(text, s)
		return dateline.Span{Start: i, End: i + len(s)}
	}
	d.Entities = []dateline.Entity{{ID: 1, Label: dateline.Person, Name: speaker, Count: 1}, {ID: 2, Label: dateline.Place, Name: "Oslo", Country: "NO", Count: 1}}
	d.Mentions = []dateline.Mention{{Span: at(speaker), Label: dateline.Person, Entity: 1}, {Span: at("Oslo"), Label: dateline.Place, Entity: 2}}
	body := dateline.Span{Start: strings.Index(text, "\""), End: len(text)}
	d.Sections = []dateline.Section{{Span: dateline.Span{End: len("Headline of " + id)}, Kind: dateline.SectionHeadline}, {Span: body, Kind: dateline.SectionBody}}
	d.Sentences = []dateline.Sentence{{Span: body}}
	q := at(said)
	d.Quotes = []dateline.Quote{{Span: dateline.Span{Start: q.Start - 1, End: q.End + 1}, Kind: dateline.Direct, Content: []dateline.Span{q}, Quoted: []dateline.Span{q},
		Cue: at("said"), Speaker: dateline.Speaker{Span: at(speaker), Entity: 1, Name: speaker}, Score: 0.9}}
	return d
}

func server(t *testing.T, docs ...*dateline.Document) *Server {
	t.Helper()
	ix, err := index.New()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	for _, d := range docs {
		if err := ix.Add(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	s, err := NewServer(ix, true)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func get(t *testing.T, s *Server, target string) *httptest.ResponseRecorder {
	t.Helper()
	target, _, _ = strings.Cut(target, "#") // which a browser keeps to itself
	r := httptest.NewRequest(http.MethodGet, target, nil)
	r.Host = "127.0.0.1:8080"
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func wire(t *testing.T) *Server {
	var docs []*dateline.Document
	for i := range 45 {
		docs = append(docs, story(fmt.Sprintf("n%02d", i), []string{"Anna Larsen", "Kari Nordmann"}[i%2], fmt.Sprintf("the bridge number %d is safe", i),
			dateline.DayOf(2018+i/20, 1, 1+i)))
	}
	return server(t, docs...)
}

// links are the addresses on a page.
func links(page string) (out []string) {
	z := html.NewTokenizer(strings.NewReader(page))
	for z.Next() != html.ErrorToken {
		for _, a := range z.Token().Attr {
			if a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
				out = append(out, a.Val)
			}
		}
	}
	return out
}

func TestPages(t *testing.T) {
	s := wire(t)
	for _, c := range []struct {
		target string
		status int
		want   []string
	}{
		{"/", 200, []string{"<h1>45 quotes</h1>", "Anna Larsen", `rel="next"`, "by month of publication", "2018-01: 20"}},
		{"/?tab=articles&q=bridge", 200, []string{"<h1>45 articles</h1>", "<mark>bridge</mark>", "Countries"}},
		{"/?q=speaker:Nordmann+said:%22number+7%22", 200, []string{"<h1>1 quote</h1>", "<mark>number 7</mark>", "/article?id=n07#q1"}},
		{"/?q=published:2019", 200, []string{"by day of publication", "remove published: 2019"}},
		{"/?q=nosuchword", 200, []string{"<h1>0 quotes</h1>"}},
		{"/?q=said:(a", 400, []string{"the group is not closed", `aria-invalid="true"`}},
		{"/?q=*x", 400, []string{"cannot be answered"}},
		{"/?q=" + strings.Repeat("a", 3000), 400, []string{"longer than 2000 bytes"}},
		{"/?after=nonsense", 400, []string{"another query"}},
		{"/article?id=n07", 200, []string{"Headline of n07", `<span class="q direct" id="q1">the bridge number 7 is safe</span>`, `class="m person"`}},
		{"/article?id=nosuch", 404, []string{"no such article"}},
		{"/help", 200, []string{"How to ask", "speaker:"}},
		{"/style.css", 200, []string{"prefers-color-scheme: dark"}},
		{"/export?as=csv&q=speaker:Larsen", 200, []string{"article,quote,speaker", "n00,0,Anna Larsen,direct,the bridge number 0 is safe,2018-01-01"}},
		{"/export?as=jsonl", 200, []string{`{"article":"n44"`, `{"article":"n00"`}},
		{"/values?field=speaker&q=bridge", 200, []string{"<h1>Speakers</h1>", "2 different, in 45 quotes", "Anna Larsen", "23"}},
		{"/values?field=place&tab=articles", 200, []string{"1 different, in 45 articles", "Oslo"}},
		{"/values?field=day", 404, nil},
		{"/values?field=source&q=said:(a", 400, []string{"the group is not closed"}},
		{"/export?as=exe", 400, nil},
		{"/export?as=csv&after=nonsense", 400, []string{"another query"}},
		{"/export?as=csv&q=said:*a", 400, []string{"cannot be answered"}},
		{"/?q=person:Larsen+person:Nordmann+source:Wire", 200, []string{"remove person: Larsen", "remove person: Nordmann", "remove source: Wire"}},
		{"/nosuch", 404, nil},
	} {
		w := get(t, s, c.target)
		if w.Code != c.status {
			t.Errorf("%s: status %d, want %d", c.target, w.Code, c.status)
		}
		for _, want := range c.want {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s: %q is not in the page", c.target, want)
			}
		}
		if csp := w.Header().Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") {
			t.Errorf("%s: Content-Security-Policy %q", c.target, csp)
		}
	}
}

// TestPaging follows "Next page" through all hits and meets each once.
func TestPaging(t *testing.T) {
	s := wire(t)
	seen := map[string]bool{}
	pages := 0
	for target := "/?sort=oldest"; target != ""; pages++ {
		next := ""
		for _, l := range links(get(t, s, target).Body.String()) {
			if strings.HasPrefix(l, "/article") {
				if seen[l] {
					t.Errorf("%s comes twice", l)
				}
				seen[l] = true
			}
			if strings.Contains(l, "after=") {
				next = l
			}
		}
		target = next
	}
	if len(seen) != 45 || pages != 3 {
		t.Errorf("%d quotes on %d pages, want 45 on 3", len(seen), pages)
	}
}

// TestLinks follows every link from two pages: filters, time line, tabs, exports; none may fail, and each filter must find what it
// promises.
func TestLinks(t *testing.T) {
	s := wire(t)
	for _, from := range []string{"/?q=bridge", "/?tab=articles&q=place:Oslo+(safe+OR+bridge)"} {
		for _, l := range links(get(t, s, from).Body.String()) {
			if w := get(t, s, l); w.Code != 200 {
				t.Errorf("%s leads to %s: status %d", from, l, w.Code)
			} else if strings.HasPrefix(l, "/?") && strings.Contains(w.Body.String(), "<h1>0 ") {
				t.Errorf("%s leads to %s, which finds nothing", from, l)
			}
		}
	}
}

// TestHostile checks that nothing of a hostile article or address becomes markup.
func TestHostile(t *testing.T) {
	d := story(bad, bad+" Larsen", bad+" is safe", dateline.DayOf(2020, 1, 1))
	d.Source, d.URL = bad, "javascript:alert(1)"
	huge := story("huge", "Anna Larsen", "it is safe", dateline.DayOf(2020, 1, 1))
	huge.Headline = strings.Repeat("very long ", 100_000)
	s := server(t, d, huge)
	for _, target := range []string{
		"/", "/?tab=articles", "/?q=" + url.QueryEscape(bad), "/?tab=" + url.QueryEscape(bad), "/?sort=" + url.QueryEscape(bad), "/?q=safe",
		"/values?field=speaker", "/values?field=source", "/values?field=" + url.QueryEscape(bad), "/map", "/map?q=safe&box=" + url.QueryEscape(bad), "/network", "/network?in=" + url.QueryEscape(bad), "/speaker?name=" + url.QueryEscape(bad+" Larsen"),
		"/speaker?name=" + url.QueryEscape(strings.TrimSpace(bad)), "/org?name=" + url.QueryEscape(bad), "/?from=" + url.QueryEscape(bad), "/map?q=" + url.QueryEscape(bad),
		"/article?id=" + url.QueryEscape(bad), "/article?id=huge", "/" + url.PathEscape(bad),
	} {
		page := get(t, s, target).Body.String()
		z := html.NewTokenizer(strings.NewReader(page))
		for z.Next() != html.ErrorToken {
			tok := z.Token()
			if tok.Type == html.StartTagToken && (tok.Data == "b" || tok.Data == "script" && !own(tok)) {
				t.Errorf("%s: %s in the page", target, tok)
			}
			for _, a := range tok.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.HasPrefix(strings.ToLower(a.Val), "javascript:") {
					t.Errorf("%s: attribute %s=%q", target, a.Key, a.Val)
				}
			}
		}
		if len(page) > 200_000 && !strings.Contains(target, "huge") {
			t.Errorf("%s: a page of %d bytes", target, len(page))
		}
	}
}

// own reports whether a script is one of the two of the pages.
func own(tok html.Token) bool {
	for _, a := range tok.Attr {
		if a.Key == "src" {
			path, _, _ := strings.Cut(a.Val, "?")
			return path == "/suggest.js" || path == "/brush.js"
		}
	}
	return false
}

func TestForeignHost(t *testing.T) {
	s := wire(t)
	for host, want := range map[string]int{
		"localhost:8080": 200, "127.0.0.1": 200, "[::1]:8080": 200, "evil.example": 403, "evil.example:8080": 403, "127.0.0.1.evil.example": 403, "": 403,
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("host %q: status %d, want %d", host, w.Code, want)
		}
	}
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader("q=x"))
	r.Host = "localhost"
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: status %d", w.Code)
	}
}

// TestLabels checks by hand what an accessibility checker looks at first: every control has a label, every page a title, a language
// and one main element, every link words.
func TestLabels(t *testing.T) {
	s := wire(t)
	for _, target := range []string{"/", "/?q=bridge&tab=articles", "/article?id=n07", "/help", "/nosuch",
		"/map", "/network", "/speaker?name=Anna+Larsen", "/place?name=Oslo", "/?q=said:(a", "/map?q=nosuch", "/speaker?name=Nobody", "/values?field=speaker"} {
		doc, err := html.Parse(strings.NewReader(get(t, s, target).Body.String()))
		if err != nil {
			t.Fatal(err)
		}
		labels, mains, heads := map[string]bool{}, 0, 0
		var words func(n *html.Node) string
		words = func(n *html.Node) string {
			s := n.Data
			if n.Type != html.TextNode {
				s = ""
			}
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				s += words(c)
			}
			return strings.TrimSpace(s)
		}
		for n := range doc.Descendants() {
			if n.Data == "label" {
				labels[attr(n, "for")] = true
			}
		}
		for n := range doc.Descendants() {
			switch {
			case n.Type != html.ElementNode:
			case n.Data == "html" && attr(n, "lang") == "", n.Data == "title" && words(n) == "":
				t.Errorf("%s: no language or title", target)
			case n.Data == "main":
				mains++
			case n.Data == "h1":
				heads++
			case (n.Data == "input" && attr(n, "type") != "hidden" || n.Data == "select") && !labels[attr(n, "id")] && n.Parent.Data != "label":
				t.Errorf("%s: <%s name=%s> without a label", target, n.Data, attr(n, "name"))
			case n.Data == "a" && words(n) == "" && attr(n, "aria-label") == "":
				t.Errorf("%s: a link to %s without words", target, attr(n, "href"))
			}
		}
		if mains != 1 || heads != 1 {
			t.Errorf("%s: %d main elements, %d headings of the page", target, mains, heads)
		}
	}
}

// TestConcurrent asks for pages of every kind at the same time: run it with -race.
func TestConcurrent(t *testing.T) {
	s := wire(t)
	var all sync.WaitGroup
	for range 4 {
		for _, target := range []string{"/", "/map", "/map?box=0,50,20,70", "/network", "/speaker?name=Anna+Larsen", "/article?id=n07", "/suggest?q=an", "/export?as=csv"} {
			all.Go(func() {
				if w := get(t, s, target); w.Code != 200 {
					t.Errorf("%s: status %d", target, w.Code)
				}
			})
		}
	}
	all.Wait()
}
