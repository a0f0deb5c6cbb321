package webpage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const para = "<p>The mayor of the city, who had promised it for years, opened the bridge on Monday, and many people, young and old, came to see it.</p>"

func TestRead(t *testing.T) {
	article := func(head, body string) string {
		return "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>"
	}
	for _, c := range []struct{ name, page, want string }{ // want: headline | source | date | paragraphs, of the mayor's one "M"
		{"plain", article("<title>Bridge</title>", "<article><h1>Bridge</h1>"+para+para+"</article>"), "Bridge||0001-01-01|Bridge|M"},
		{"open graph", article(`<title>Bridge | Wire</title><meta property="og:title" content="Bridge | Wire"><meta property="og:site_name" content="Wire">
			<meta property="article:published_time" content="2020-02-12T23:30:00-05:00"><meta name="author" content="Ann Lee">`,
			"<main>"+para+"</main>"), "Bridge|Wire|2020-02-12|Bridge|By Ann Lee|M"},
		{"linked data", article(`<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"Bridge",
			"author":[{"name":"Ann"},{"name":"Bob"}],"publisher":{"name":"Wire"},"datePublished":"2020-02-12"}]}</script>`,
			"<div>"+para+"</div>"), "Bridge|Wire|2020-02-12|Bridge|By Ann, Bob|M"},
		{"around it", article("<title>Bridge</title>", `<header class="site-header">Wire</header><nav>Home</nav><div class="sidebar">`+strings.Repeat("<p>Another story, with, many, commas, in, it, of no use.</p>", 20)+
			`</div><div class="story"><p hidden>Hidden.</p><p style="display: none">Hidden.</p>`+para+`<figure><img><figcaption>The bridge. (Foto/Wire)</figcaption></figure>`+
			`<ul class="links"><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul>`+para+`<script>alert(1)</script></div><footer>Terms</footer>`),
			"Bridge||0001-01-01|Bridge|M|Image caption: The bridge. (Foto/Wire)|M"},
		{"named badly", article("<title>Bridge</title>", `<div class="comment-sidebar">`+para+para+"</div>"), "Bridge||0001-01-01|Bridge|M"},
		{"line breaks", article("<title>Bridge</title>", "<article><div>One line of text that is long enough,<br>another line of text that is long enough.</div></article>"),
			"Bridge||0001-01-01|Bridge|One line of text that is long enough,|another line of text that is long enough."},
		{"windows-1252", article("<title>Caf\xe9</title>", "<article><p>\x93It is a very long sentence in the caf\xe9,\x94 said the mayor of the city.</p></article>"),
			"Café||0001-01-01|Café|“It is a very long sentence in the café,” said the mayor of the city."},
	} {
		a, err := Read([]byte(c.page))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		text := strings.ReplaceAll(strings.ReplaceAll(a.Text, "\n\n", "|"), strings.TrimSuffix(strings.TrimPrefix(para, "<p>"), "</p>"), "M")
		got := a.Headline + "|" + a.Source + "|" + a.Published.Format(time.DateOnly) + "|" + text
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
	for _, page := range []string{"", "<html></html>", "<html><body><nav>Home</nav></body></html>"} {
		if a, err := Read([]byte(page)); err == nil {
			t.Errorf("%q: no error, but %q", page, a.Text)
		}
	}
}

// TestPages reads the pages in testdata, which are built as the pages of news sites are: beside each the text that a reader would
// copy from it, below a line of headline, publisher and date.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join("testdata", "*.html"))
	if err != nil || len(pages) == 0 {
		t.Fatal(err, "no pages")
	}
	for _, path := range pages {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".html"), func(t *testing.T) {
			page, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(path, "html") + "want")
			if err != nil {
				t.Fatal(err)
			}
			a, err := Read(page)
			if err != nil {
				t.Fatal(err)
			}
			got := a.Headline + " | " + a.Source + " | " + a.Published.Format(time.DateOnly) + "\n\n" + a.Text + "\n"
			if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestDeep reads pages that nest deep and wide: one that took recursion or exploding time would not come back.
func TestDeep(t *testing.T) {
	deep := strings.Repeat("<div>", 400) + para + strings.Repeat("</div>", 400)
	wide := strings.Repeat("<div>"+para+"</div>", 20_000)
	titles := "<title>" + strings.Repeat("word ", 80_000) + "</title>" + strings.Repeat("<h1>a word</h1>", 40_000)
	authors := "<meta name=author content='" + strings.Repeat("by ", 200_000) + "'>"
	for _, page := range []string{deep, wide, strings.Repeat("<p>", 200_000), strings.Repeat("<a href=x>", 8000) + "text", titles + para, authors + para} {
		if a, err := Read([]byte("<body>" + page)); err == nil && len(a.Text) > len(page) {
			t.Errorf("%d bytes of text from %d of page", len(a.Text), len(page))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("<title>T</title><article>" + para))
	f.Add([]byte("<table><td><p>a<form><td><svg><p>b</table><template><p>c"))
	f.Fuzz(func(t *testing.T, page []byte) { _, _ = Read(page) })
}
