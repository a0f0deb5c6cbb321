package web

import (
	"fmt"
	"strings"
	"time"

	"github.com/dateline-nlp/dateline/examples/internal/table"
	"github.com/dateline-nlp/dateline/examples/internal/term"
	"github.com/dateline-nlp/dateline/index"
)

// A hit is a quote or an article as it stands in a list.
type hit struct {
	Speaker, SpeakerHref string
	Kind, Headline, Href string
	Source, Published    string
	Text                 []piece
	Fragments            [][]piece
	Quote                bool
	Sure                 bool
	Own                  bool // on the page of the speaker
}

// A piece is text that was found or not.
type piece struct {
	Text string
	Mark bool
}

func newHit(h *index.Hit) hit {
	out := hit{
		Headline: short(h.Headline), Source: short(h.Source), Speaker: short(h.Speaker), Kind: h.Kind.String(), Quote: h.Quote >= 0,
		Href: address("/article", "id", h.ID), Sure: h.Certainty == 0 || h.Certainty >= 0.5,
	}
	if out.Headline == "" {
		out.Headline = h.ID
	}
	if !h.Published.IsZero() {
		out.Published = h.Published.Format(time.DateOnly)
	}
	if h.Quote < 0 {
		for _, f := range h.Fragments[:min(2, len(h.Fragments))] {
			out.Fragments = append(out.Fragments, pieces(f.Mark(markOn, markOff)))
		}
		return out
	}
	out.Href += fmt.Sprintf("#q%d", h.Quote+1)
	out.Text = cut(pieces(table.MarkQuote(h, markOn, markOff)), maxQuote)
	if h.Speaker != "" {
		out.SpeakerHref = pageOf(index.Named{Field: index.FieldSpeaker, Name: h.Speaker})
	}
	return out
}

// The marks around words that were found: from the private use area, so taken for marks only if they alternate.
const markOn, markOff = "\ue000", "\ue001"

func pieces(s string) (out []piece) {
	for s != "" {
		i := strings.Index(s, markOn)
		if i < 0 {
			break
		}
		j := strings.Index(s[i:], markOff)
		if j < 0 {
			break
		}
		out = append(out, piece{Text: s[:i]}, piece{Text: s[i+len(markOn) : i+j], Mark: true})
		s = s[i+j+len(markOff):]
	}
	return append(out, piece{Text: s})
}

// What a page shows of one hit, in columns.
const (
	maxLine  = 300
	maxQuote = 2000
)

func short(s string) string { return term.Cut(strings.ToValidUTF8(s, "\ufffd"), maxLine) }

// cut shortens pieces to n columns.
func cut(list []piece, n int) []piece {
	for i := range list {
		w := term.Columns(list[i].Text)
		if w > n {
			list[i].Text = term.Cut(list[i].Text, n)
			return list[:i+1]
		}
		n -= w
	}
	return list
}
