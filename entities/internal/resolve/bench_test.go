package resolve

import (
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/layout"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
)

// story is an article of about 150 words with its names, which the benchmarks repeat under new names.
const story = `{O NATO} Secretary General {P Jens Stoltenberg} said on Monday that the alliance would stay in {L Kabul}, the capital of {L Afghanistan}. "We will
not leave {L Afghanistan} alone," {P Stoltenberg} told reporters in {L Brussels}. "I have said so before."
He met {N Afghan} President {P Ashraf Ghani}, who has asked for help since {P Ghani}'s government lost {L Kandahar} to the {O Taliban}.
{P Ann Carver}, a professor at {O Yale University}, said the {L U.S.} had no plan. "They are late," she said. The professor has written for {O The New York Times}
and advised the {O State Department}. Her book on the war came out in {L Boston} last year. {P Bob Carver}, her brother, was a soldier in {L Helmand} until 2011.
The {O Toyota Motor Corp.} trucks that {N Americans} left behind belong to the government, {O Toyota} said. It said it would look into the matter.
`

// plain removes the marks of a text.
func plain(text string) (string, []dateline.Mention) {
	var b strings.Builder
	var ms []dateline.Mention
	for {
		i := strings.IndexByte(text, '{')
		if i < 0 {
			b.WriteString(text)
			return b.String(), ms
		}
		b.WriteString(text[:i])
		j := strings.IndexByte(text, '}')
		kind, name, _ := strings.Cut(text[i+1:j], " ")
		ms = append(ms, dateline.Mention{Span: dateline.Span{Start: b.Len(), End: b.Len() + len(name)}, Label: labels[kind], Score: 1, Rule: "marked"})
		b.WriteString(name)
		text = text[j+1:]
	}
}

func benchDoc(n int) *dateline.Document {
	text, ms := plain(strings.Repeat(story+"\n", n))
	doc := &dateline.Document{Article: dateline.Article{Text: text}, Mentions: ms}
	doc.Sections = layout.Sections(text)
	doc.Sentences, doc.Tokens = segment.Split(text, doc.Sections)
	return doc
}

// BenchmarkResolve reads a short article and checks who "he" is.
func BenchmarkResolve(b *testing.B) {
	doc := benchDoc(1)
	words := len(strings.Fields(doc.Text))
	b.ReportAllocs()
	for b.Loop() {
		ms, ents := Resolve(doc)
		d := &dateline.Document{Article: doc.Article, Mentions: ms, Entities: ents}
		for _, m := range ms {
			if d.Slice(m.Span) == "He" && d.Entity(m.Entity).Name != "Jens Stoltenberg" {
				b.Fatalf("he is %v", d.Entity(m.Entity))
			}
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkResolveNews reads the development articles of the gold with its mentions, and checks how many entities
// they have.
func BenchmarkResolveNews(b *testing.B) {
	var docs []*dateline.Document
	words, want := 0, 0
	for _, g := range readGold(b, shared(b, "data", "entities", "dev", "dateline-news.jsonl")) {
		doc := prepare(g)
		want += len(doc.Entities)
		in := doc.Mentions[:0]
		for _, m := range doc.Mentions {
			if m.Form == dateline.FormName {
				in = append(in, m)
			}
		}
		doc.Mentions = in
		docs = append(docs, doc)
		words += len(strings.Fields(doc.Text))
	}
	b.ReportAllocs()
	for b.Loop() {
		got := 0
		for _, doc := range docs {
			_, ents := Resolve(doc)
			got += len(ents)
		}
		if got != want {
			b.Fatalf("%d entities, want %d", got, want)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(words), "words")
}
