package webpage

import (
	"strings"
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"2020-02-12T23:30:00-05:00":         "2020-02-12",
		"2020-02-12T23:30:00.000Z":          "2020-02-12",
		"2020-02-12":                        "2020-02-12",
		"2020-02-12 08:15:00":               "2020-02-12",
		"Thu 22 Apr 2021 06.00 BST":         "2021-04-22",
		"Feb. 3, 2016":                      "2016-02-03",
		"October 24, 2024 at 9:12 AM GMT+2": "2024-10-24",
		"8-Jan-2025":                        "2025-01-08",
		"Sept 1st, 2019":                    "2019-09-01",
		"Updated: July 15, 2020 21:47 Published: July 14, 2020": "2020-07-14",
		"Last modified on 13 Dec 2024":                          "0001-01-01",
		"31 February 2020":                                      "0001-01-01",
		"12/02/2020":                                            "0001-01-01",
		"in 2020 the mayor":                                     "0001-01-01",
		"":                                                      "0001-01-01",
	} {
		if got := parseDate(text).Format(time.DateOnly); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	for address, want := range map[string]string{
		"https://example.com/2020/02/12/bridge":             "2020-02-12",
		"https://example.com/world/2020/feb/02/bridge":      "2020-02-02",
		"https://example.com/news/2020-2-3/":                "2020-02-03",
		"https://example.com/2020/13/12/bridge":             "0001-01-01",
		"https://example.com/news/1999/12345/05/some-story": "0001-01-01",
	} {
		if got := addressDate(address).Format(time.DateOnly); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

func TestCleanByline(t *testing.T) {
	for text, want := range map[string]string{
		"By Ann Lee":                               "Ann Lee",
		"by: Ann Lee":                              "Ann Lee",
		"Written by Ann Lee and Bob Roy":           "Ann Lee and Bob Roy",
		"By Ann Lee, Political Editor":             "Ann Lee, Political Editor",
		"Ann Lee | April 13, 2020":                 "Ann Lee",
		"Ann Lee on March 5, 2021":                 "Ann Lee",
		"Ann Lee Published 6 June 2019":            "Ann Lee",
		"Ann Lee • The Echo":                       "Ann Lee",
		"Ann Lee is a reporter who covers bridges": "",
		"admin":                    "",
		"https://example.com/ann":  "",
		strings.Repeat("Ann ", 60): "",
	} {
		if got := cleanByline(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestHead reads heads of pages: headline | author | publisher | date.
func TestHead(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"heading before title", `<title>Bridge: why it matters | Wire</title><meta property="og:site_name" content="Wire"><h1>Mayor opens the bridge that matters</h1>`, "Mayor opens the bridge that matters||Wire|"},
		{"heading of the site", `<meta property="og:title" content="Mayor opens bridge"><meta property="og:site_name" content="The Wire"><h1>The Wire</h1>`, "Mayor opens bridge||The Wire|"},
		{"people by id", `<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"H","author":{"@id":"#p"},"datePublished":"2020-02-12"},{"@type":"Person","@id":"#p","name":"Ann Lee"}]}</script>`, "H|Ann Lee||2020-02-12"},
		{"line ends in strings", "<script type=\"application/ld+json\">//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"One\ntwo\"}\n//]]></script>", "One two|||"},
		{"site as author", `<meta property="og:title" content="T"><meta name="author" content="Wire"><meta property="og:site_name" content="Wire"><div class="byline">By <a href="/staff/ann">Ann Lee</a></div>`, "T|Ann Lee|Wire|"},
		{"link to an author", `<meta property="og:title" content="T"><p>By <a href="/authors/ann-lee">Ann Lee</a></p>`, "T|Ann Lee||"},
		{"author of a comment", `<meta property="og:title" content="T"><div class="comments"><span class="author">Troll</span></div>`, "T|||"},
		{"day of the newsroom", `<meta property="og:title" content="T"><meta property="article:published_time" content="2016-02-04T01:15:20Z"><link rel="canonical" href="https://x.example/2016/02/03/t">`, "T|||2016-02-03"},
		{"published before updated", `<meta property="og:title" content="T"><time class="updated" datetime="2020-02-13">x</time><time class="published" datetime="2020-02-12">x</time>`, "T|||2020-02-12"},
		{"escaped twice", `<meta property="og:title" content="Mayor&amp;#8217;s bridge">`, "Mayor’s bridge|||"},
	} {
		doc, err := parse([]byte(c.page))
		if err != nil {
			t.Fatal(err)
		}
		h := readHead(doc)
		got := h.title + "|" + h.author + "|" + h.site + "|"
		if !h.published.IsZero() {
			got += h.published.Format(time.DateOnly)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestLinkedBody takes the text from linked data where the page has none.
func TestLinkedBody(t *testing.T) {
	a, err := Read([]byte(`<title>T</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Mayor opens bridge",
		"articleBody":"The mayor opened the bridge on Monday.\n\nMany people came to see it."}</script><div id="root"></div>`))
	if want := "Mayor opens bridge\n\nThe mayor opened the bridge on Monday.\n\nMany people came to see it."; err != nil || a.Text != want {
		t.Errorf("%v %q", err, a.Text)
	}
}
