package quotes_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/quotes"
)

// check returns what is wrong with the quotes of doc, "" if nothing is.
func check(doc *dateline.Document, qs []dateline.Quote) string {
	for i := range qs {
		q := &qs[i]
		if i > 0 && qs[i-1].Start > q.Start {
			return fmt.Sprintf("quote %d starts before the one before it", i)
		}
		if s := checkQuote(doc, q); s != "" {
			return fmt.Sprintf("quote %d, %+v: %s", i, *q, s)
		}
	}
	return ""
}

func checkQuote(doc *dateline.Document, q *dateline.Quote) string {
	text := doc.Text
	boundary := func(p int) bool {
		return p == len(text) || p >= 0 && p < len(text) && (utf8.RuneStart(text[p]) || !utf8.ValidString(text))
	}
	good := func(s dateline.Span) bool { return s.Start < s.End && boundary(s.Start) && boundary(s.End) }
	switch {
	case !good(q.Span):
		return "bad span"
	case q.Kind == dateline.QuoteNone || q.Rule == "":
		return "no kind or no rule"
	case len(q.Content) == 0:
		return "no content"
	case q.Score < 0 || q.Score > 1 || q.Score != q.Score:
		return "score outside 0 to 1"
	case !q.Cue.IsZero() && !good(q.Cue):
		return "bad cue"
	case !q.Speaker.Span.IsZero() && !good(q.Speaker.Span):
		return "bad span of the speaker"
	case q.Speaker.Entity != 0 && doc.Entity(q.Speaker.Entity) == nil:
		return "no such entity"
	case q.Speaker.Entity != 0 && q.Speaker.Name != doc.Entity(q.Speaker.Entity).Name:
		return "name is not the entity's"
	}
	for _, part := range [][]dateline.Span{q.Content, q.Quoted} {
		for i, c := range part {
			if !good(c) || !q.Span.Contains(c) || i > 0 && part[i-1].End > c.Start {
				return "content or quoted parts outside the quote or out of order"
			}
		}
	}
	for _, s := range q.Quoted {
		if !slices.ContainsFunc(q.Content, func(c dateline.Span) bool { return c.Contains(s) }) {
			return "a quoted part outside the content"
		}
	}
	return ""
}

// seeds are the texts of the tables and shapes that have broken something once.
func seeds() []string {
	var out []string
	for _, p := range slices.Concat(directPatterns, silentPatterns, indirectPatterns) {
		out = append(out, p.text)
	}
	return append(out, "", "\"", "“\n“\n”", "said", "\"\xff\" he said", "said that", ", said", "\"a\" \"b\" said X \"c", "according to", "per X", "who said \"a\"",
		"Q: a\nA: b\nQ: c", "“Bé”: Good day.\n“Cé”: Good night.\n“Bé”: Good day.", "\"Q: a\n\"A: b\n\"Q: c", "(\"a\") said (X)", "\u2028\"a\"\u2028he said", "that said as saying \"a\"", "NAME: \"a\"", ": \"a\"", "- \"a\" -", ",As 0 noted ", ", said Maria Lopez.", "a,, said Maria Lopez.", "Lopez: said", ": \"a\"", "Halvorsen said in a statement. Analysts had expected 530, according to the average of estimates compiled by Fjord London;")
}

// FuzzAttribute holds the promises on any text, with the mentions of entities.Tag and with mentions at random.
func FuzzAttribute(f *testing.F) {
	for i, s := range seeds() {
		f.Add(s, uint64(i))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > 20_000 {
			return
		}
		doc := entities.Tag(dateline.Article{Text: text})
		if s := check(doc, quotes.Attribute(doc)); s != "" {
			t.Fatalf("%q: %s", text, s)
		}
		scatter(doc, rand.New(rand.NewPCG(seed, 1)))
		if s := check(doc, quotes.Attribute(doc)); s != "" {
			t.Fatalf("%q with mentions %+v: %s", text, doc.Mentions, s)
		}
		bare := &dateline.Document{Article: doc.Article}
		if s := check(bare, quotes.Attribute(bare)); s != "" {
			t.Fatalf("%q without tokens: %s", text, s)
		}
	})
}

// scatter replaces the mentions of doc by random runs of tokens with random labels and entities.
func scatter(doc *dateline.Document, r *rand.Rand) {
	doc.Mentions, doc.Entities = nil, nil
	for i := 1; i <= 3; i++ {
		doc.Entities = append(doc.Entities, dateline.Entity{ID: dateline.EntityID(i), Label: dateline.Label(r.IntN(6)), Name: fmt.Sprint("entity ", i), Gender: dateline.Gender(r.IntN(3))})
	}
	for i := 0; i < len(doc.Tokens); i++ {
		if r.IntN(4) > 0 {
			continue
		}
		j := min(i+r.IntN(3), len(doc.Tokens)-1)
		doc.Mentions = append(doc.Mentions, dateline.Mention{
			Span:  dateline.Span{Start: doc.Tokens[i].Start, End: doc.Tokens[j].End},
			Label: dateline.Label(1 + r.IntN(6)), Form: dateline.Form(r.IntN(3)), Entity: dateline.EntityID(r.IntN(4)),
		})
		i = j
	}
}
