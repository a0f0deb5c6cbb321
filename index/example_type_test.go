package index_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

func ExampleCreate() {
	dir, err := os.MkdirTemp("", "index")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "news")
	ix, err := index.Create(path, index.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	err = ix.Add(ctx, talks()) // on disk when it returns
	fmt.Println(err, ix.Close())

	ix, err = index.OpenReadOnly(path, index.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ix.Close()
	fmt.Println(ix.Count())
	// Output:
	// <nil> <nil>
	// 1 2 <nil>
}

func ExampleOptions() {
	// A large index that was checked lately opens at once, and one that another program is about to close is waited for.
	opt := index.Options{Trust: true, LockWait: 10e9}
	_, err := index.Open("no-such-index", opt)
	fmt.Println(errors.Is(err, os.ErrNotExist))
	// Output: true
}

func ExampleQuery() {
	// What did anybody but Stoltenberg say, in February 2020, about NATO or Iraq?
	q := index.Query{
		Published: dateline.Interval{From: dateline.DayOf(2020, 2, 1), To: dateline.DayOf(2020, 3, 1)},
		Or:        []index.Query{{About: "NATO"}, {Said: "Iraq"}},
		Not:       []index.Query{{Speaker: "Jens Stoltenberg"}},
	}
	fmt.Println(q)
	ix := memory(talks())
	defer ix.Close()
	hits, err := ix.Search(ctx, q)
	for _, h := range hits {
		fmt.Println(h.Speaker, "said", h.Text)
	}
	fmt.Println(err)
	// Output:
	// published:2020-02 AND (about:NATO OR said:Iraq) AND NOT (speaker:"Jens Stoltenberg")
	// Bob Davidson said the NATO mission began in 2018
	// <nil>
}

func ExampleQueryError() {
	_, err := index.ParseQuery("kind:loud AND said:war")
	var wrong *index.QueryError
	if errors.As(err, &wrong) {
		fmt.Println(wrong.Text)
		fmt.Println(strings.Repeat(" ", wrong.Pos) + "^ " + wrong.Hint)
	}
	// Output:
	// kind:loud AND said:war
	//      ^ direct, mixed or indirect
}

func ExampleNear() {
	n := index.Near{Lat: 33.3, Lon: 44.4, Km: 50} // around Baghdad
	fmt.Println(index.Query{Near: n}, n.Holds(33.34, 44.4), n.Holds(36.34, 43.13))
	// Output: near:33.3,44.4,50km true false
}

func ExampleRequest() {
	ix := memory(talks())
	defer ix.Close()
	page, err := ix.Find(ctx, index.Request{
		Query:  index.Query{Text: `"NATO mission" iraq`},
		Target: index.Articles,
		Order:  index.Newest,
		Size:   5,
	})
	fmt.Println(page.Total, err)
	// Output: 1 <nil>
}

func ExamplePage() {
	ix := memory(talks())
	defer ix.Close()
	first, err := ix.Find(ctx, index.Request{Target: index.Quotes, Order: index.ByID, Size: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	next, err := ix.Find(ctx, index.Request{Target: index.Quotes, Order: index.ByID, Size: 1, After: first.Next})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(first.Hits[0].Speaker, next.Hits[0].Speaker, next.Next == "")
	// Output: Jens Stoltenberg Bob Davidson true
}

func ExampleTarget() {
	ix := memory(talks())
	defer ix.Close()
	for _, target := range []index.Target{index.Quotes, index.Articles} {
		page, err := ix.Find(ctx, index.Request{Query: index.Query{Kind: dateline.Direct}, Target: target})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(target, page.Total, page.Hits[0].Quote) // of an article -1
	}
	// Output:
	// quotes 1 0
	// articles 1 -1
}

func ExampleOrder() {
	for _, o := range []index.Order{index.ByDefault, index.ByScore, index.Newest, index.Oldest, index.ByID} {
		fmt.Print(o, " ")
	}
	// Output: default score newest oldest id
}

func ExampleHit() {
	d := talks()
	ix := memory(d)
	defer ix.Close()
	hits, err := ix.Search(ctx, index.Query{Speaker: "Stoltenberg"})
	if err != nil {
		fmt.Println(err)
		return
	}
	h := hits[0]
	fmt.Println(h.ID, h.Headline, h.Published.Format("2 Jan 2006"))
	fmt.Println(h.Speaker, h.Kind, h.Text, d.Slice(h.Span) == h.Text)
	for _, id := range h.Entities {
		fmt.Println(d.Entity(id).Name)
	}
	// Output:
	// talks Talks go on 12 Feb 2020
	// Jens Stoltenberg direct We are in Iraq, true
	// Jens Stoltenberg
}

func ExampleFragment() {
	ix := memory(talks())
	defer ix.Close()
	hits, err := ix.Search(ctx, index.Query{Text: `"the NATO mission"`})
	if err != nil {
		fmt.Println(err)
		return
	}
	f := hits[0].Fragments[0]
	fmt.Println(f.Mark("<b>", "</b>"))
	fmt.Println(f.Start, f.End, f.Marks)
	// Output:
	// "We are in Iraq," Jens Stoltenberg said. Bob Davidson said the <b>NATO</b> <b>mission</b> began in 2018.
	// 0 90 [{63 67} {68 75}]
}

func ExampleFacet() {
	ix := memory(talks())
	defer ix.Close()
	page, err := ix.Find(ctx, index.Request{Size: -1, Facets: []index.Facet{{Field: index.FieldPerson, Size: 1}, {Field: index.FieldMonth}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range page.Facets {
		fmt.Println(c.Field, c.Values, "and", c.Other, "others")
	}
	// Output:
	// person [{Bob Davidson 1}] and 1 others
	// month [{2020-02 1}] and 0 others
}

func ExampleCounted() {
	c := index.Counted{Field: index.FieldSource, Values: []index.Count{{Value: "CBC News", N: 3}}, Other: 2, Missing: 1}
	for _, v := range c.Values {
		fmt.Printf("%s: %s (%d)\n", c.Field, v.Value, v.N)
	}
	// Output: source: CBC News (3)
}

func ExampleCount() {
	v := index.Count{Value: "Iraq", N: 12}
	fmt.Printf("%s (%d)\n", v.Value, v.N)
	// Output: Iraq (12)
}

func ExampleField() {
	f, err := index.ParseField("speaker")
	fmt.Println(f == index.FieldSpeaker, err)
	_, err = index.ParseField("colour")
	fmt.Println(err)
	// Output:
	// true <nil>
	// index: unknown field "colour": use one of [person org place country speaker source year month day]
}

func ExampleIndex_AddAll() {
	ix := memory()
	defer ix.Close()
	wrong := &dateline.Document{} // it has no id
	report, err := ix.AddAll(ctx, sequence(talks(), wrong), index.AddOptions{
		Progress: func(r index.Report) { fmt.Println(r.Done, "done,", r.Quotes, "quotes,", r.Bytes, "bytes") },
	})
	fmt.Println(report.Done, report.Failed, report.Errors[0], err)
	// Output:
	// 1 done, 2 quotes, 90 bytes
	// 1 1 index: document 1 (""): index: the id cannot name an article: it is empty <nil>
}

func ExampleAddOptions() {
	ix := memory(talks())
	defer ix.Close()
	report, err := ix.AddAll(ctx, sequence(talks()), index.AddOptions{SkipExisting: true}) // after an interruption
	fmt.Println(report.Done, report.Skipped, err)
	// Output: 0 1 <nil>
}

func ExampleReport() {
	r := index.Report{Done: 500, Elapsed: 2e9}
	fmt.Printf("%.0f articles a second\n", r.Rate())
	// Output: 250 articles a second
}

func ExampleDocError() {
	var err error = &index.DocError{ID: "a", N: 7, Err: index.ErrID}
	fmt.Println(errors.Is(err, index.ErrID), err)
	// Output: true index: document 7 ("a"): index: the id cannot name an article
}

func ExampleHealth() {
	ix := memory(talks())
	defer ix.Close()
	h, err := ix.Check(ctx)
	fmt.Println(h.Articles, h.Quotes, h.Generation, len(h.Problems), err)
	// Output: 1 2 1 0 <nil>
}

func ExampleBucket() {
	ix := memory(talks())
	defer ix.Close()
	line, err := ix.Timeline(ctx, index.Query{Speaker: "Davidson"}, index.Quotes, index.Monthly)
	for _, b := range line {
		fmt.Println(b.Interval, b.N)
	}
	fmt.Println(err)
	// Output:
	// 2020-02-01/2020-03-01 1
	// <nil>
}

func ExamplePeriod() {
	fmt.Println(index.Daily, index.Weekly, index.Monthly, index.Yearly)
	// Output: day week month year
}

func ExampleNetwork() {
	ix := memory(talks())
	defer ix.Close()
	net, err := ix.Network(ctx, index.Query{}, index.NetworkOptions{}) // people and organizations in one article
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range net.Edges {
		fmt.Println(e.From.Name, "-", e.To.Name, e.N)
	}
	// Output:
	// Bob Davidson - Jens Stoltenberg 1
	// Bob Davidson - NATO 1
	// Jens Stoltenberg - NATO 1
}

func ExampleNetworkOptions() {
	ix := memory(talks())
	defer ix.Close()
	net, err := ix.Network(ctx, index.Query{}, index.NetworkOptions{Speakers: true}) // who speaks about whom
	if err == nil {
		err = net.WriteGEXF(os.Stdout)
	}
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <gexf xmlns="http://gexf.net/1.3" version="1.3">
	//   <graph defaultedgetype="directed">
	//     <attributes class="node"><attribute id="0" title="kind" type="string"/><attribute id="1" title="count" type="integer"/></attributes>
	//     <nodes>
	//       <node id="0" label="NATO"><attvalues><attvalue for="0" value="org"/><attvalue for="1" value="1"/></attvalues></node>
	//       <node id="1" label="Bob Davidson"><attvalues><attvalue for="0" value="speaker"/><attvalue for="1" value="1"/></attvalues></node>
	//       <node id="2" label="Jens Stoltenberg"><attvalues><attvalue for="0" value="speaker"/><attvalue for="1" value="1"/></attvalues></node>
	//     </nodes>
	//     <edges>
	//       <edge id="0" source="1" target="0" weight="1"/>
	//     </edges>
	//   </graph>
	// </gexf>
}

func ExampleEdge() {
	e := index.Edge{From: index.Named{Field: index.FieldSpeaker, Name: "Bob Davidson"}, To: index.Named{Field: index.FieldOrg, Name: "NATO"}, N: 3}
	fmt.Println(e.From.Name, "spoke", e.N, "times about", e.To.Name)
	// Output: Bob Davidson spoke 3 times about NATO
}

func ExampleNode() {
	ix := memory(talks())
	defer ix.Close()
	names, err := ix.Suggest(ctx, "stol", 5) // while a name is being typed
	for _, n := range names {
		fmt.Println(n.Field, n.Name, n.N)
	}
	fmt.Println(err)
	// Output:
	// person Jens Stoltenberg 1
	// <nil>
}

func ExampleNamed() {
	n := index.Named{Field: index.FieldPlace, Name: "Georgia"} // not the person Georgia
	fmt.Println(n.Field, n.Name)
	// Output: place Georgia
}

func ExampleTable() {
	ix := memory(talks())
	defer ix.Close()
	rows, err := ix.WriteCSV(ctx, os.Stdout, index.Query{Speaker: "Davidson"}, index.QuoteTable)
	fmt.Println(rows, err)
	// Output:
	// id,quote,published,source,headline,url,kind,speaker,text,start,end,score,rule
	// talks,1,2020-02-12,,Talks go on,,indirect,Bob Davidson,the NATO mission began in 2018,59,89,0.9,
	// 1 <nil>
}

func ExampleJoin() {
	a, b := memory(talks()), memory(nato())
	defer a.Close()
	defer b.Close()
	both, err := index.Join(a, b)
	if err != nil {
		fmt.Println(err)
		return
	}
	hits, err := both.Search(ctx, index.Query{Said: `"NATO mission"`, Kind: dateline.Indirect})
	for _, h := range hits {
		fmt.Println(h.ID, h.Text)
	}
	fmt.Println(err)
	// Output:
	// talks the NATO mission began in 2018
	// nato-iraq the NATO mission in Baghdad began in 2018
	// <nil>
}
