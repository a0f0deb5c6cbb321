package index_test

import (
	"fmt"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// talks is a small annotated article: what entities.Tag and quotes.Attribute make of a text.
func talks() *dateline.Document {
	d := &dateline.Document{Article: dateline.Article{
		ID: "talks", Headline: "Talks go on", Published: dateline.DayOf(2020, 2, 12).Time(),
		Text: `"We are in Iraq," Jens Stoltenberg said. Bob Davidson said the NATO mission began in 2018.`,
	}}
	d.Entities = []dateline.Entity{
		{ID: 1, Label: dateline.Person, Name: "Jens Stoltenberg"}, {ID: 2, Label: dateline.Person, Name: "Bob Davidson"}, {ID: 3, Label: dateline.Org, Name: "NATO"},
	}
	d.Mentions = []dateline.Mention{
		{Span: span(d, "Jens Stoltenberg", 0), Label: dateline.Person, Entity: 1},
		{Span: span(d, "Bob Davidson", 0), Label: dateline.Person, Entity: 2},
		{Span: span(d, "NATO", 0), Label: dateline.Org, Entity: 3},
	}
	d.Sentences = []dateline.Sentence{{Span: dateline.Span{End: 40}}, {Span: dateline.Span{Start: 41, End: len(d.Text)}}}
	for i, said := range []string{"We are in Iraq,", "the NATO mission began in 2018"} {
		s := span(d, said, 0)
		d.Quotes = append(d.Quotes, dateline.Quote{Span: s, Kind: dateline.Direct + dateline.QuoteKind(2*i), Content: []dateline.Span{s},
			Speaker: dateline.Speaker{Span: d.Mentions[i].Span, Entity: dateline.EntityID(i + 1), Name: d.Entities[i].Name}, Score: 0.9})
	}
	return d
}

func memory(docs ...*dateline.Document) *index.Index {
	ix, err := index.New()
	if err != nil {
		panic(err)
	}
	for _, d := range docs {
		if err := ix.Add(ctx, d); err != nil {
			panic(err)
		}
	}
	return ix
}

func ExampleIndex_Search() {
	ix := memory(talks())
	defer ix.Close()
	hits, err := ix.Search(ctx, index.Query{Speaker: "Davidson", Said: `"NATO mission"`})
	if err != nil {
		fmt.Println(err)
	}
	for _, h := range hits {
		fmt.Printf("%s: %s (%s, bytes %d to %d)\n", h.Speaker, h.Text, h.Headline, h.Span.Start, h.Span.End)
		fmt.Println(h.Fragments[0].Mark("[", "]"))
	}
	hits, err = ix.Search(ctx, index.Query{Speaker: "Stoltenberg", Said: `"NATO mission"`})
	fmt.Println(len(hits), err)
	// Output:
	// Bob Davidson: the NATO mission began in 2018 (Talks go on, bytes 59 to 89)
	// Bob Davidson said the [NATO] [mission] began in 2018.
	// 0 <nil>
}

func ExampleParseQuery() {
	q, err := index.ParseQuery(`speaker:"Jens Stoltenberg" said:(ISIS OR "Islamic State") mentioned:2020-01`)
	fmt.Println(q, err)
	_, err = index.ParseQuery(`speaker:Stoltenberg AND (said:ISIS`)
	fmt.Println(err)
	// Output:
	// speaker:"Jens Stoltenberg" AND mentioned:2020-01 AND (said:ISIS OR said:"Islamic State") <nil>
	// index: query "speaker:Stoltenberg AND (said:ISIS", column 25: the group is not closed (a ) is missing)
}

func ExampleIndex_Find() {
	ix := memory(talks())
	defer ix.Close()
	req := index.Request{Target: index.Quotes, Order: index.ByID, Size: 1, Facets: []index.Facet{{Field: index.FieldSpeaker}}}
	for {
		page, err := ix.Find(ctx, req)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(page.Total, page.Hits[0].Text, page.Facets)
		if req.After = page.Next; page.Next == "" {
			return
		}
	}
	// Output:
	// 2 We are in Iraq, [{speaker [{Bob Davidson 1} {Jens Stoltenberg 1}] 0 0}]
	// 2 the NATO mission began in 2018 [{speaker [{Bob Davidson 1} {Jens Stoltenberg 1}] 0 0}]
}
