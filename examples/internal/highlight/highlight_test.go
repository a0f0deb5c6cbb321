package highlight

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/quotes"
)

// TestSampleArticles renders the articles of testdata and checks what holds for any: ids stand once, links lead to one, links do not
// lie in links, the text is all there.
func TestSampleArticles(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "..", "..", "testdata", "articles", "*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no articles", err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc := entities.Tag(dateline.Article{Text: string(text)})
		doc.Quotes = quotes.Attribute(doc)
		shown := Text(doc, "p-")
		check(t, filepath.Base(path), shown+Found(doc, "p-"))
		if got, want := words(t, shown), strings.Join(strings.Fields(string(text)), ""); got != want {
			t.Errorf("%s: the text is not that of the article", path)
		}
	}
}

func check(t *testing.T, name, page string) {
	t.Helper()
	ids := map[string]bool{}
	var links []string
	depth := 0
	z := html.NewTokenizer(strings.NewReader(page))
	for z.Next() != html.ErrorToken {
		tok := z.Token()
		if tok.Data == "a" && tok.Type == html.StartTagToken {
			if depth++; depth > 1 {
				t.Errorf("%s: a link in a link", name)
			}
		}
		if tok.Data == "a" && tok.Type == html.EndTagToken {
			depth--
		}
		for _, a := range tok.Attr {
			switch a.Key {
			case "id":
				if ids[a.Val] {
					t.Errorf("%s: id %s stands twice", name, a.Val)
				}
				ids[a.Val] = true
			case "href":
				links = append(links, strings.TrimPrefix(a.Val, "#"))
			}
		}
	}
	for _, l := range links {
		if !ids[l] {
			t.Errorf("%s: nothing has the id %s", name, l)
		}
	}
}

// words is the text of what Text renders, without the numbers behind quotes and without space.
func words(t *testing.T, page string) string {
	t.Helper()
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	skip := false
	for z.Next() != html.ErrorToken {
		tok := z.Token()
		switch {
		case tok.Type == html.StartTagToken && tok.Data == "a":
			skip = len(tok.Attr) > 0 && tok.Attr[0].Val == "who"
		case tok.Type == html.EndTagToken && tok.Data == "a":
			skip = false
		case tok.Type == html.TextToken && !skip:
			b.WriteString(strings.Join(strings.Fields(tok.Data), ""))
		}
	}
	return b.String()
}

// TestNesting renders a quote of two pieces with a quote and mentions in it, one of which crosses its end.
func TestNesting(t *testing.T) {
	text := "“Ann said ‘go’,” he told Bob. “Now.”"
	at := func(s string) dateline.Span {
		i := strings.Index(text, s)
		return dateline.Span{Start: i, End: i + len(s)}
	}
	doc := &dateline.Document{
		Article:  dateline.Article{Text: text},
		Sections: []dateline.Section{{Span: dateline.Span{End: len(text)}, Kind: dateline.SectionBody}},
		Mentions: []dateline.Mention{{Span: at("Ann"), Label: dateline.Person, Entity: 1}, {Span: at("go’,” he"), Label: dateline.Org}},
		Entities: []dateline.Entity{{ID: 1, Label: dateline.Person, Name: "Ann <i>"}},
		Quotes: []dateline.Quote{
			{Span: dateline.Span{End: len(text)}, Kind: dateline.Direct, Content: []dateline.Span{at("Ann said ‘go’,"), at("Now.")}, Speaker: dateline.Speaker{Name: "Bob"}},
			{Span: at("‘go’"), Kind: dateline.Direct, Content: []dateline.Span{at("go")}, Speaker: dateline.Speaker{Entity: 1}, Nested: true},
		},
	}
	want := `<p class="body" dir="auto">“<span class="q direct" id="q1"><a class="m person" id="m1" href="#e1" title="PERSON: Ann &lt;i&gt;">Ann</a> said ‘` +
		`<a class="m org" id="m2" title="ORG"><span class="q direct" id="q2">go</span>’,</a>` +
		`<a class="who" href="#s2" title="direct: Ann &lt;i&gt;" aria-label="quotation 2, Ann &lt;i&gt;">2</a></span><a class="m org" title="ORG">” he</a> told Bob. “<span class="q direct">Now.</span>` +
		`<a class="who" href="#s1" title="direct: Bob" aria-label="quotation 1, Bob">1</a>”</p>` + "\n"
	if got := Text(doc, ""); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
