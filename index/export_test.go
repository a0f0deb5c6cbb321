package index_test

import (
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

func TestNetwork(t *testing.T) {
	ix := create(t)
	add(t, ix, nato())
	net, err := ix.Network(ctx, index.Query{}, index.NetworkOptions{Fields: []index.Field{index.FieldPerson, index.FieldPlace}})
	if err != nil {
		t.Fatal(err)
	}
	if len(net.Nodes) != 5 || len(net.Edges) != 10 || net.Directed {
		t.Errorf("%+v", net)
	}
	net, err = ix.Network(ctx, index.Query{}, index.NetworkOptions{Speakers: true, Fields: []index.Field{index.FieldPlace}})
	if err != nil {
		t.Fatal(err)
	}
	davidson := index.Named{Field: index.FieldSpeaker, Name: "Bob Davidson"}
	want := []index.Edge{
		{From: davidson, To: index.Named{Field: index.FieldPlace, Name: "Baghdad"}, N: 1},
		{From: davidson, To: index.Named{Field: index.FieldPlace, Name: "U.S."}, N: 1},
	}
	if diff := gocmp.Diff(want, net.Edges); diff != "" {
		t.Error(diff)
	}
	for name, write := range map[string]func(io.Writer) error{"GraphML": net.WriteGraphML, "GEXF": net.WriteGEXF} {
		var b strings.Builder
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		dec, edges := xml.NewDecoder(strings.NewReader(b.String())), 0
		for {
			tok, err := dec.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v in %s", name, err, b.String())
			}
			if s, ok := tok.(xml.StartElement); ok && s.Name.Local == "edge" {
				edges++
			}
		}
		if edges != 2 || !strings.Contains(b.String(), "Bob Davidson") {
			t.Errorf("%s: %s", name, b.String())
		}
	}
	if _, err := ix.Network(ctx, index.Query{}, index.NetworkOptions{Fields: []index.Field{index.FieldDay}}); err == nil {
		t.Error("a network of days")
	}
}

func TestWriteCSV(t *testing.T) {
	ix := create(t)
	d := nato()
	d.Headline = "=HYPERLINK(\"x\")"
	add(t, ix, d)
	for table, want := range map[index.Table]int{index.QuoteTable: 2, index.ArticleTable: 1, index.MentionTable: len(d.Mentions)} {
		var b strings.Builder
		n, err := ix.WriteCSV(ctx, &b, index.Query{Speaker: "Davidson"}, table)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
		if err != nil || n != want || len(rows) != want+1 {
			t.Errorf("%s: %d rows, %d read, want %d; %v", table, n, len(rows)-1, want, err)
		}
		if table != index.MentionTable && !strings.Contains(b.String(), `"'=HYPERLINK`) {
			t.Errorf("%s: a formula: %s", table, b.String())
		}
	}
}

func TestWriteJSONL(t *testing.T) {
	ix := create(t)
	docs := generated(4, 30)
	addAll(t, ix, docs...)
	var b strings.Builder
	n, err := ix.WriteJSONL(ctx, &b, index.Query{}, jsonl.UTF16)
	if err != nil || n != len(docs) {
		t.Fatalf("%d, %v", n, err)
	}
	r := jsonl.NewReader(strings.NewReader(b.String()), "export")
	r.Unit = jsonl.UTF16
	again := create(t)
	if rep, err := again.AddAll(ctx, r.Documents(), index.AddOptions{}); err != nil || rep.Done != n || rep.Failed > 0 {
		t.Fatalf("%+v, %v", rep, err)
	}
	for _, text := range []string{"*", "text:war kind:direct", "about:nato", "mentioned:2020"} {
		q, _ := index.ParseQuery(text)
		if got, want := found(t, again, q, index.Quotes), found(t, ix, q, index.Quotes); !slices.Equal(got, want) {
			t.Errorf("%s: %d hits in the rebuilt index, want %d", text, len(got), len(want))
		}
	}
}

// An article comes back as it went in.
func TestDocument(t *testing.T) {
	ix := create(t)
	docs := append(generated(4, 20), nato())
	bad := nato()
	bad.ID, bad.Text = "bad", strings.Replace(bad.Text, "training", "\xff\xfeaining", 1)
	docs = append(docs, bad)
	addAll(t, ix, docs...)
	for _, d := range docs {
		got, err := ix.Document(ctx, d.ID)
		if err != nil {
			t.Fatal(err)
		}
		for i := range d.Sentences {
			d.Sentences[i].First, d.Sentences[i].Limit = 0, 0
		}
		if diff := gocmp.Diff(d, got); diff != "" {
			t.Errorf("%s: %s", d.ID, diff)
		}
	}
	if _, err := ix.Document(ctx, "none"); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("no such article: %v", err)
	}
	n := 0
	for d, err := range ix.Documents(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 5 { // the loop may use the index, and close it
			if _, err := ix.Document(ctx, d.ID); err != nil {
				t.Fatal(err)
			}
			if err := ix.Close(); err != nil {
				t.Fatal(err)
			}
			break
		}
	}
}

func TestTimeline(t *testing.T) {
	ix := create(t)
	docs := generated(2, 120)
	addAll(t, ix, docs...)
	for _, p := range []index.Period{index.Daily, index.Weekly, index.Monthly, index.Yearly} {
		line, err := ix.Timeline(ctx, index.Query{Kind: dateline.Direct}, index.Auto, p)
		if err != nil {
			t.Fatal(err)
		}
		want := 0
		for _, d := range docs {
			if d.Published.IsZero() {
				continue
			}
			day := dateline.DayOf(d.Published.Date())
			for _, q := range d.Quotes {
				if q.Kind == dateline.Direct {
					want++
					if !slices.ContainsFunc(line, func(b index.Bucket) bool { return b.From <= day && day < b.To }) {
						t.Fatalf("no %s holds %s", p, day)
					}
				}
			}
		}
		got := 0
		for i, b := range line {
			got += b.N
			if i > 0 && b.From < line[i-1].To {
				t.Errorf("%s %s begins in %s", p, b.Interval, line[i-1].Interval)
			}
			if wd := b.From.Time().Weekday(); p == index.Weekly && (wd != 1 || b.To-b.From != 7) {
				t.Errorf("week %s begins on %s", b.Interval, wd)
			}
		}
		if got != want {
			t.Errorf("by %s: %d quotes, want %d", p, got, want)
		}
	}
}
