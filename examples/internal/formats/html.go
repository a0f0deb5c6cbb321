package formats

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/highlight"
	"github.com/dateline-nlp/dateline/examples/internal/report"
)

//go:embed page.css
var pageStyle string

// page writes one web page for all articles: each with its text highlighted and, beside it, what was found, every item a
// link to its places in the text. It needs no other file, no net and no JavaScript; labels are switched on and off by CSS.
// Everything that comes from an article goes through highlight.Escape; html/template, which would do the same, makes the program 5 MB larger.
type page struct {
	w     io.Writer
	count int
}

func newHTML(w io.Writer, _ Options) Writer { return &page{w: w} }

func (p *page) Write(d *dateline.Document) error {
	var buf bytes.Buffer
	if p.count++; p.count == 1 {
		pageHead(&buf, report.Headline(d))
	}
	a := &pageArticle{doc: d, prefix: fmt.Sprintf("a%d-", p.count), out: &buf}
	a.write()
	_, err := p.w.Write(buf.Bytes())
	return err
}

func (p *page) Close() error {
	var buf bytes.Buffer
	if p.count == 0 {
		pageHead(&buf, "")
	}
	buf.WriteString("</main>\n</body>\n</html>\n")
	_, err := p.w.Write(buf.Bytes())
	return err
}

func pageHead(w io.Writer, title string) {
	if title == "" {
		title = "dateline"
	}
	fmt.Fprintf(w, `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>%s</title>
<style>
%s%s</style>
</head>
<body>
<fieldset class="legend"><legend>Highlight</legend>
`, highlight.Escape(title), highlight.Style, pageStyle)
	for _, l := range highlight.Labels {
		fmt.Fprintf(w, "<label><input type=\"checkbox\" id=\"show-%s\" checked> <span class=\"%s\">%s</span></label>\n", l.Class(), l.Class(), l.One)
	}
	io.WriteString(w, `<label><input type="checkbox" id="show-references" checked> <span class="how dotted">he, the mayor</span></label>
<label><input type="checkbox" id="show-quotes" checked> <span class="how">quotation</span> <span class="how dashed">reported</span></label>
</fieldset>
<main>
`)
}

// A pageArticle is one article on the page. Its ids begin with prefix.
type pageArticle struct {
	doc    *dateline.Document
	prefix string
	out    *bytes.Buffer
}

func (a *pageArticle) printf(format string, args ...any) { fmt.Fprintf(a.out, format, args...) }

func (a *pageArticle) write() {
	d := a.doc
	a.printf("<article id=\"%stop\">\n<div class=\"text\">\n<p class=\"meta\">%s", a.prefix, highlight.Escape(d.ID))
	if d.Source != "" {
		a.printf(" · %s", highlight.Escape(d.Source))
	}
	if date := day(d.Published); date != "" {
		a.printf(" · <time datetime=\"%s\">%s</time>", date, date)
	}
	if strings.HasPrefix(d.URL, "https://") || strings.HasPrefix(d.URL, "http://") {
		a.printf(" · <a href=\"%s\" rel=\"noreferrer\">source</a>", highlight.Escape(d.URL))
	}
	a.printf(" · <a href=\"#%sfound\">what was found</a></p>\n%s</div>\n<aside id=\"%sfound\" aria-label=\"Found in %s\">\n", a.prefix, highlight.Text(d, a.prefix), a.prefix, highlight.Escape(d.ID))
	a.out.WriteString(highlight.Found(d, a.prefix))
	a.printf("</aside>\n</article>\n")
}
