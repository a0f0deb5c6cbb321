// Package layout finds the parts of an article: headline, summary, dateline, byline, body, subhead, caption, credit,
// author note, boilerplate.
//
// A paragraph is a line; each becomes one Section. Its kind is decided in passes, the surest first, and a later pass
// touches only what is still undecided:
//
//  1. form: what a paragraph is whatever stands around it (form.go, caption.go, boilerplate.go): "By Jane Doe",
//     "(Jane Doe/Reuters)", a caption with its credit, "Sign up for our newsletter"; then the lines that belong to a picture beside it
//  2. head: departments, single words and dates above the headline; the first line after them as headline if it is one;
//     all down to the byline or date of the story; then decks, bare names and dates as far as they reach (head.go,
//     names.go, dateline.go)
//  3. links below "Related stories"; the entries of a live report; what a firm says about itself; tail: from the end
//     upwards, notes about the author and what the site adds, as far as they reach without a gap of running text (tail.go)
//  4. subheads: short lines without a stop between running text
//
// What remains is body. A text with no body left at all is all body, its headline apart: a single sentence is never a
// headline, and texts that are lists of items, as in Wikipedia's Current Events, have no headline.
//
// Not done: no HTML, no fonts; nothing is known but lines and words. A caption without a credit is body.
package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// Sections returns the sections of text in order, one for each paragraph, trimmed. Every byte that is not space lies
// in exactly one.
func Sections(text string) []dateline.Section {
	paras := paragraphs(text)
	form(paras)
	pictures(paras)
	body := head(paras)
	linked(paras)
	entries(paras)
	company(paras)
	tail(paras, body)
	between(paras)
	subheads(paras)
	ensureBody(paras)
	sections := make([]dateline.Section, len(paras))
	for i, p := range paras {
		sections[i] = dateline.Section{Span: dateline.Span{Start: p.start, End: p.end}, Kind: p.kind}
	}
	return sections
}

// A paragraph is a line of the text, trimmed.
type paragraph struct {
	text  string // with plain spaces
	start int    // in the article
	end   int
	words int  // fields between spaces; counted up to maxWords
	stop  bool // ends like a sentence
	kind  dateline.SectionKind

	weak    int  // weak signs of boilerplate
	address bool // speaks to the reader
	inner   bool // boilerplate of a kind that stands within stories too
}

// maxWords is where the count of words ends: no line that is not body is longer.
const maxWords = 120

// plain returns s with special spaces as plain ones and without byte order marks, if it is short enough to matter.
func plain(s string) string {
	if len(s) > maxPlain {
		return s
	}
	for _, r := range []struct{ old, new string }{{"\u00a0", " "}, {"\u202f", " "}, {"\u2009", " "}, {"\ufeff", ""}} {
		if strings.Contains(s, r.old) {
			s = strings.ReplaceAll(s, r.old, r.new)
		}
	}
	return s
}

// maxPlain is the length in bytes of the longest paragraph whose words are looked at.
const maxPlain = 1000

func paragraphs(text string) []paragraph {
	n := 1 + strings.Count(text, "\n")/2
	paras := make([]paragraph, 0, n)
	for pos := 0; pos < len(text); {
		end, next := lineEnd(text, pos)
		line := strings.TrimRightFunc(text[pos:end], unicode.IsSpace)
		trimmed := strings.TrimLeftFunc(line, unicode.IsSpace)
		if trimmed != "" {
			p := paragraph{text: plain(trimmed), start: pos + len(line) - len(trimmed), end: pos + len(line)}
			p.words = countWords(p.text)
			p.stop = stops(p.text)
			paras = append(paras, p)
		}
		pos = next
	}
	return paras
}

// lineEnd returns the end of the line at pos and the start of the next one.
func lineEnd(text string, pos int) (end, next int) {
	for i := pos; i < len(text); i++ {
		switch b := text[i]; {
		case '\n' <= b && b <= '\r':
			return i, i + 1
		case b == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			return i, i + 2
		case b == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			return i, i + 3
		}
	}
	return len(text), len(text)
}

func countWords(s string) int {
	n, in := 0, false
	for i := 0; i < len(s) && n < maxWords; i++ {
		space := s[i] == ' ' || s[i] == '\t'
		if !space && !in {
			n++
		}
		in = !space
	}
	return n
}

// stops reports whether s ends like a sentence: with a stop and then closing marks or bracketed sources, or with a colon.
func stops(s string) bool {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case ')':
			if i := strings.LastIndexByte(s[max(0, len(s)-60):], '('); i >= 0 {
				n = min(60, len(s)) - i // "... on Monday. (CNN)"
				if strings.HasSuffix(strings.TrimRight(s[len(s)-n:len(s)-1], "\"'”’"), ".") {
					return true // "(He did not say why.)"
				}
			}
			s = strings.TrimRight(s[:len(s)-n], " ")
		case '"', '\'', '”', '’', ']', '»', ',':
			s = s[:len(s)-n]
		case '.', '!', '?', '…', ':', ';':
			return true
		default:
			return false
		}
	}
	return false
}

// running reports whether p looks like running text: long, or a whole sentence.
func (p *paragraph) running() bool {
	return p.words >= 25 || p.stop && p.words >= 8
}

// subheads marks short lines without a stop that stand alone between running text.
func subheads(paras []paragraph) {
	for i := range paras {
		p := &paras[i]
		if p.kind != dateline.SectionNone || i == 0 || i+1 >= len(paras) || !heading(p) {
			continue
		}
		next, prev := &paras[i+1], &paras[i-1]
		if next.kind != dateline.SectionNone || !next.running() && !(shouts(p.text) && p.words <= 5 && prev.running()) {
			continue
		}
		if prev.kind == dateline.SectionNone && !prev.running() && !prev.stop {
			continue // the end of a list
		}
		p.kind = dateline.SectionSubhead
	}
}

// heading reports whether p could be a subhead: up to ten words, a capital or digit first, no stop; a question only
// in capitals, and none that opens a quotation or an interview's "Q:".
func heading(p *paragraph) bool {
	if p.words > 10 || p.stop && !(strings.HasSuffix(p.text, "?") && capitals(p.text) && !strings.Contains(p.text, ":")) {
		return false
	}
	if dashed := strings.TrimSuffix(strings.TrimPrefix(p.text, "- "), " -"); len(dashed) == len(p.text)-4 {
		return true // as Agence France-Presse sets them
	}
	inner := strings.TrimLeft(p.text, "\"'“‘")
	if inner != p.text && strings.TrimRight(p.text, "\"'”’") == p.text {
		return false
	}
	r, _ := utf8.DecodeRuneInString(inner)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// ensureBody makes all that is undecided body, and sees to it that there is some.
func ensureBody(paras []paragraph) {
	body := false
	for i := range paras {
		if paras[i].kind == dateline.SectionNone {
			paras[i].kind = dateline.SectionBody
		}
		body = body || paras[i].kind == dateline.SectionBody
	}
	if body {
		return
	}
	for i := range paras {
		if paras[i].kind != dateline.SectionHeadline || len(paras) == 1 {
			paras[i].kind = dateline.SectionBody
		}
	}
}
