package dateline_test

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/quotes"
	"pgregory.net/rapid"
)

// TestPromises checks the form of a Document on real articles that are cut, joined and littered with what breaks others.
func TestPromises(t *testing.T) {
	var texts []string
	for _, name := range sampleNames(t) {
		texts = append(texts, loadSample(t, name).article.Text)
	}
	litter := []string{
		"", "\"", "“", "”", "'", "‘", "’", "\u00a0", "\r\n", "\n\n", "\xff", "\u200d", "👩‍👩‍👧", "Ⱥ", "\x00", "U.S.-led ", " said. ", "(", "—", "<b>",
		"Monday ", "\u2028", " D’Souza", "\"I don't,\" he said.",
	}
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(1, 4).Draw(t, "pieces") {
			text := rapid.SampledFrom(texts).Draw(t, "text")
			from := rapid.IntRange(0, len(text)).Draw(t, "from")
			length := rapid.IntRange(0, 1500).Draw(t, "length")
			b.WriteString(text[from:min(len(text), from+length)]) // may cut a rune in two
			b.WriteString(rapid.SampledFrom(litter).Draw(t, "litter"))
		}
		checkDocument(t, read(dateline.Article{Text: b.String(), Published: time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC)}))
	})
}

// checkDocument checks what doc.go promises of every Document.
func checkDocument(t rapid.TB, doc *dateline.Document) {
	t.Helper()
	checkTokens(t, doc)
	checkSections(t, doc)
	checkEntities(t, doc, checkMentions(t, doc))
	checkQuotes(t, doc)
}

// checkSections: in order, and no byte that is not space lies outside.
func checkSections(t rapid.TB, doc *dateline.Document) {
	t.Helper()
	last := 0
	for i, s := range doc.Sections {
		checkSpan(t, doc, "section", s.Span)
		if s.Start < last || s.Kind == dateline.SectionNone {
			t.Fatalf("section %d is %+v after %d", i, s, last)
		}
		if between := doc.Text[last:s.Start]; strings.TrimFunc(between, unicode.IsSpace) != "" {
			t.Errorf("the sections leave out %q", between)
		}
		last = s.End
	}
	if rest := strings.TrimFunc(doc.Text[last:], unicode.IsSpace); rest != "" {
		t.Errorf("the sections leave out %q", rest)
	}
}

// checkMentions returns how often each entity is mentioned.
func checkMentions(t rapid.TB, doc *dateline.Document) []int {
	t.Helper()
	last, count := 0, make([]int, len(doc.Entities)+1)
	for _, m := range doc.Mentions {
		checkSpan(t, doc, "mention", m.Span)
		if m.Start < last || m.Label == dateline.LabelNone || m.Score < 0 || m.Score > 1 || m.Rule == "" || (m.Time != nil) != (m.Label == dateline.Date) {
			t.Errorf("mention %q is %+v after %d", doc.Slice(m.Span), m, last)
		}
		last = m.End
		if m.Entity < 0 || int(m.Entity) > len(doc.Entities) {
			t.Fatalf("mention %q of entity %d of %d", doc.Slice(m.Span), m.Entity, len(doc.Entities))
		}
		count[m.Entity]++
	}
	return count
}

func checkEntities(t rapid.TB, doc *dateline.Document, count []int) {
	t.Helper()
	for i, e := range doc.Entities {
		if int(e.ID) != i+1 || e.Name == "" || e.Count != count[e.ID] || e.Label == dateline.LabelNone || e.Label == dateline.Date {
			t.Errorf("entity %d, mentioned %d times, is %+v", i+1, count[i+1], e)
		}
		checkSpan(t, doc, "first mention", e.First)
		if i > 0 && e.First.Start < doc.Entities[i-1].First.Start {
			t.Errorf("entity %q comes after %q", e.Name, doc.Entities[i-1].Name)
		}
		if e.Of != 0 && doc.Entity(e.Of) == nil {
			t.Errorf("%s is of entity %d", e.Name, e.Of)
		}
		for _, r := range e.Roles {
			checkSpan(t, doc, "role", r.Span)
			if r.AffiliationEntity != 0 && doc.Entity(r.AffiliationEntity) == nil {
				t.Errorf("%s has the role %+v", e.Name, r)
			}
		}
	}
}

// checkTokens: every byte that is not space lies in one token, and the sentences partition the tokens within sections.
func checkTokens(t rapid.TB, doc *dateline.Document) {
	t.Helper()
	pos, next := 0, 0
	for i, tok := range doc.Tokens {
		checkSpan(t, doc, "token", tok.Span)
		if tok.Start < pos || strings.TrimFunc(doc.Text[pos:tok.Start], unicode.IsSpace) != "" {
			t.Errorf("token %d %q leaves out %q", i, doc.Slice(tok.Span), doc.Text[pos:tok.Start])
		}
		pos = tok.End
	}
	if rest := strings.TrimFunc(doc.Text[pos:], unicode.IsSpace); rest != "" {
		t.Errorf("the tokens leave out %q", rest)
	}
	for i, s := range doc.Sentences {
		if s.First != next || s.Limit <= s.First || s.Limit > len(doc.Tokens) {
			t.Fatalf("sentence %d holds tokens %d to %d after %d of %d", i, s.First, s.Limit, next, len(doc.Tokens))
		}
		next = s.Limit
		if s.Start != doc.Tokens[s.First].Start || s.End != doc.Tokens[s.Limit-1].End {
			t.Errorf("sentence %d does not end with its tokens", i)
		}
		within := func(c dateline.Section) bool { return c.Contains(s.Span) }
		if !slices.ContainsFunc(doc.Sections, within) {
			t.Errorf("sentence %q lies in no section", doc.Slice(s.Span))
		}
	}
	if next != len(doc.Tokens) {
		t.Errorf("the sentences hold %d of %d tokens", next, len(doc.Tokens))
	}
}

func checkQuotes(t rapid.TB, doc *dateline.Document) {
	t.Helper()
	last := 0
	for _, q := range doc.Quotes {
		checkSpan(t, doc, "quote", q.Span)
		if q.Start < last || q.Kind == dateline.QuoteNone || len(q.Content) == 0 || q.Score < 0 || q.Score > 1 {
			t.Errorf("quote %q is %+v after %d", doc.Slice(q.Span), q, last)
		}
		last = q.Start
		for _, c := range q.Content {
			checkSpan(t, doc, "content", c)
			if !q.Contains(c) {
				t.Errorf("content %q is not within %q", doc.Slice(c), doc.Slice(q.Span))
			}
		}
		for _, c := range q.Quoted {
			checkSpan(t, doc, "quoted", c)
			inContent := func(o dateline.Span) bool { return o.Contains(c) }
			if !slices.ContainsFunc(q.Content, inContent) {
				t.Errorf("quoted %q is not within the content of %q", doc.Slice(c), doc.Slice(q.Span))
			}
		}
		for _, s := range []dateline.Span{q.Cue, q.Speaker.Span} {
			if !s.IsZero() {
				checkSpan(t, doc, "cue or speaker", s)
			}
		}
		if id := q.Speaker.Entity; id != 0 && (doc.Entity(id) == nil || doc.Entity(id).Name != q.Speaker.Name) {
			t.Errorf("quote %q has the speaker %+v", doc.Slice(q.Span), q.Speaker)
		}
	}
}

// checkSpan: within the text, not empty, on rune boundaries.
func checkSpan(t rapid.TB, doc *dateline.Document, what string, s dateline.Span) {
	t.Helper()
	if s.Start < 0 || s.Start >= s.End || s.End > len(doc.Text) {
		t.Fatalf("%s %v does not fit a text of %d bytes", what, s, len(doc.Text))
	}
	for _, pos := range []int{s.Start, s.End} {
		if pos < len(doc.Text) && !utf8.RuneStart(doc.Text[pos]) && utf8.ValidString(doc.Text) {
			t.Errorf("%s %v cuts a rune of %q", what, s, doc.Slice(s))
		}
	}
}

// TestSameOutput reads all articles with one, two and seven workers, and again.
func TestSameOutput(t *testing.T) {
	var articles []dateline.Article
	for _, name := range sampleNames(t) {
		articles = append(articles, loadSample(t, name).article)
	}
	var want []*dateline.Document
	for _, workers := range []int{1, 2, 7, 1} {
		var got []*dateline.Document
		tagger := &entities.Tagger{Workers: workers}
		for doc, err := range tagger.TagAll(context.Background(), slices.Values(articles)) {
			if err != nil {
				t.Fatal(err)
			}
			doc.Quotes = quotes.Attribute(doc)
			got = append(got, doc)
		}
		if want == nil {
			want = got
		}
		if len(got) != len(articles) {
			t.Fatalf("%d workers read %d of %d articles", workers, len(got), len(articles))
		}
		for i := range got {
			if !reflect.DeepEqual(got[i], want[i]) {
				t.Errorf("%s: %d workers give another document than one", want[i].ID, workers)
			}
		}
	}
}

// A view is what a reader of the output sees: words, not positions.
func view(doc *dateline.Document) []string {
	var out []string
	words := func(s dateline.Span) string { return strings.Join(strings.Fields(doc.Slice(s)), " ") }
	for _, m := range doc.Mentions {
		line := m.Label.String() + " " + words(m.Span)
		if e := doc.Entity(m.Entity); e != nil {
			line += " > " + strings.Join(strings.Fields(e.Name), " ")
		}
		if m.Time != nil {
			line += " = " + m.Time.Value
		}
		out = append(out, line)
	}
	return append(out, quoteView(doc)...)
}

func quoteView(doc *dateline.Document) []string {
	var out []string
	for _, q := range doc.Quotes {
		line := q.Kind.String() + " " + q.Speaker.Name + ":"
		for _, c := range q.Content {
			line += " " + doc.Slice(c)
		}
		out = append(out, strings.Join(strings.Fields(line), " "))
	}
	return out
}

// TestSpelling writes the same article in other ways that a reader would not notice.
func TestSpelling(t *testing.T) {
	for _, name := range sampleNames(t) {
		a := loadSample(t, name).article
		want := view(read(a))
		for _, variant := range []struct{ what, text string }{
			{"lines that end with CR LF", strings.ReplaceAll(a.Text, "\n", "\r\n")},
			{"no space at the end", strings.TrimRight(a.Text, "\n")},
			{"more blank lines at the end", a.Text + "\n\n\n"},
			{"a no-break space in every name of two words", nbspInNames(a)},
		} {
			b := a
			b.Text = variant.text
			compareViews(t, name+": "+variant.what, view(read(b)), want)
		}
		b := a
		b.Published = time.Date(a.Published.Year(), a.Published.Month(), a.Published.Day(), 23, 59, 0, 0, time.FixedZone("UTC+13", 13*3600))
		compareViews(t, name+": published at night in Tonga", view(read(b)), want)
	}
}

// nbspInNames replaces the space after each capitalised word by a no-break space, where it is followed by another.
func nbspInNames(a dateline.Article) string {
	text := []rune(a.Text)
	capital := false
	for i := 0; i < len(text)-1; i++ {
		switch {
		case text[i] == ' ' && capital && unicode.IsUpper(text[i+1]):
			text[i] = '\u00a0'
		case i == 0 || unicode.IsSpace(text[i-1]):
			capital = unicode.IsUpper(text[i])
		case !unicode.IsLetter(text[i]):
			capital = false
		}
	}
	return string(text)
}

// TestBoilerplate appends what sites append: it must not change what was said in the story.
func TestBoilerplate(t *testing.T) {
	for _, name := range sampleNames(t) {
		a := loadSample(t, name).article
		want := quoteView(read(a))
		for _, tail := range []string{
			"\n\nSign up for our daily newsletter\n",
			"\n\nShare this article\n\nMore on this story\n\nComments are closed.\n",
			"\n\n© 2024 All rights reserved. Add some “good” to your morning.\n",
		} {
			b := a
			b.Text = strings.TrimRight(a.Text, "\n") + tail
			compareViews(t, name+" with "+tail, quoteView(read(b)), want)
		}
	}
}

func compareViews(t *testing.T, what string, got, want []string) {
	t.Helper()
	for _, line := range got {
		if !slices.Contains(want, line) {
			t.Errorf("%s: added %q", what, line)
		}
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("%s: lost %q", what, line)
		}
	}
}

// TestUnknownDay reads the articles without their dates of publication: words like "today" and "next month" have no place on
// the calendar then, unless the article has a line that says when it appeared.
func TestUnknownDay(t *testing.T) {
	relative := []string{"today", "yesterday", "last week", "next month", "this year", "last year", "next saturday"}
	open := 0
	for _, name := range sampleNames(t) {
		s := loadSample(t, name)
		dated := slices.Contains(s.gold.layout, dateline.SectionDateline) || name == "flood-assam" // whose byline holds the date
		s.article.Published = time.Time{}
		doc := read(s.article)
		for _, m := range doc.Mentions {
			words := strings.ToLower(doc.Slice(m.Span))
			if dated || m.Time == nil || !slices.Contains(relative, words) {
				continue
			}
			open++
			if !m.Time.Interval.IsZero() {
				t.Errorf("%s: %q is %s, %s, in an article of unknown date", name, words, m.Time.Value, m.Time.Interval)
			}
		}
		checkDocument(t, doc)
	}
	if open == 0 {
		t.Error("no relative date was found")
	}
}

// TestCut reads every paragraph cut off behind each of its words and marks, some with another mark behind it: a text may end anywhere.
func TestCut(t *testing.T) {
	ends := []string{"", ";", ",", ":", " —", "”", "\""}
	n := 0
	for _, name := range sampleNames(t) {
		for _, para := range strings.Split(loadSample(t, name).article.Text, "\n\n") {
			for _, tok := range entities.Tag(dateline.Article{Text: para}).Tokens {
				checkDocument(t, read(dateline.Article{Text: para[:tok.End] + ends[n%len(ends)]}))
				n++
			}
		}
	}
	if n < 10_000 {
		t.Errorf("%d texts", n)
	}
}
