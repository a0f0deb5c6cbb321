// Command bench compares package webpage with go-readability on web pages whose text is known. It is a module of its own, so that
// nothing else depends on that library.
//
//	go run .             the pages in ../testdata, by words of the text, and headline, byline and date as they should be
//	go run . -en folder  the English pages among those that go-trafilatura is measured with (folder is a copy of
//	                     github.com/markusmobius/go-trafilatura v1.12.2): passages that belong to the text and ones that do not
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"

	"github.com/dateline-nlp/dateline/examples/internal/webpage"
)

// A result is what a reader of pages makes of one.
type result struct{ text, title, author, date string }

var systems = []struct {
	name string
	read func([]byte) result
}{
	{"webpage", func(page []byte) result {
		a, err := webpage.Read(page)
		if err != nil {
			return result{}
		}
		r := result{title: a.Headline, date: day(a.Published)}
		paragraphs := strings.Split(strings.TrimPrefix(a.Text, a.Headline+"\n\n"), "\n\n")
		if by, ok := strings.CutPrefix(paragraphs[0], "By "); ok {
			r.author, paragraphs = by, paragraphs[1:]
		}
		r.text = strings.Join(paragraphs, "\n")
		return r
	}},
	{"readability", func(page []byte) result {
		parser := readability.NewParser()
		a, err := parser.Parse(bytes.NewReader(page), &url.URL{Scheme: "https", Host: "example.com", Path: "/news"})
		if err != nil || a.Node == nil {
			return result{}
		}
		var text strings.Builder
		if err := a.RenderText(&text); err != nil {
			log.Fatal(err)
		}
		published, _ := a.PublishedTime()
		return result{text.String(), a.Title(), a.Byline(), day(published)}
	}},
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func main() {
	log.SetFlags(0)
	english := flag.Bool("en", false, "only pages in English")
	flag.Parse()
	if flag.NArg() > 0 {
		passages(flag.Arg(0), *english)
		return
	}
	words()
}

// words compares on the pages of testdata.
func words() {
	pages, err := filepath.Glob(filepath.Join("..", "testdata", "*.html"))
	if err != nil || len(pages) == 0 {
		log.Fatal("no pages in ../testdata", err)
	}
	for _, s := range systems {
		var sum float64
		var title, author, date int
		for _, path := range pages {
			page, want := load(path), string(load(strings.TrimSuffix(path, "html")+"want"))
			head, text, _ := strings.Cut(want, "\n\n")
			facts := strings.Split(head, " | ")
			text = strings.TrimPrefix(text, facts[0]+"\n\n")
			by := ""
			if strings.HasPrefix(text, "By ") {
				by, text, _ = strings.Cut(text[3:], "\n\n")
			}
			r := s.read(page)
			sum += f1(bag(text), bag(strings.TrimPrefix(r.text, facts[0])))
			title += count(same(r.title, facts[0]))
			author += count(same(strings.TrimPrefix(r.author, "By "), by))
			date += count(r.date == facts[2])
		}
		fmt.Printf("%-12s words F1 %.1f, headline %d, byline %d, date %d of %d pages\n", s.name, sum/float64(len(pages)), title, author, date, len(pages))
	}
}

func load(path string) []byte {
	data, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	return data
}

func count(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func same(a, b string) bool { return strings.EqualFold(flat(a), flat(b)) }

// bag counts words, without the marks that package webpage puts before captions and credits.
func bag(s string) map[string]int {
	words := map[string]int{}
	for _, w := range strings.Fields(strings.NewReplacer("Image caption: ", "", "Image credit: ", "").Replace(s)) {
		words[w]++
	}
	return words
}

// f1 compares two bags of words: twice what they share for all they hold, in per cent.
func f1(a, b map[string]int) float64 {
	common, all := 0, 0
	for w, n := range a {
		common += min(n, b[w])
		all += n
	}
	for _, n := range b {
		all += n
	}
	return 200 * float64(common) / float64(max(all, 1))
}
