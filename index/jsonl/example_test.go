package jsonl_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

func ExampleReader() {
	in := strings.NewReader(`{"id": "a", "text": "NATO met in Brussels.", "published": "2020-02-12", "source": "CBC News"}
{"id": "b", "headline": "Talks fail", "byline": "By A. Writer", "body": "Nobody signed."}
{"id": "c"}
`)
	for article, err := range jsonl.NewReader(in, "news.jsonl").Articles() {
		if err != nil {
			fmt.Println("error:", err)
			continue
		}
		fmt.Printf("%s %q\n", article.ID, article.Text)
	}
	// Output:
	// a "NATO met in Brussels."
	// b "Talks fail\n\nBy A. Writer\n\nNobody signed."
	// error: news.jsonl:3: it has neither text nor headline, byline or body
}

func ExampleWriter() {
	doc := &dateline.Document{
		Article:  dateline.Article{ID: "a", Text: "Zoë Wu spoke."},
		Mentions: []dateline.Mention{{Span: dateline.Span{Start: 0, End: 7}, Label: dateline.Person, Entity: 1, Score: 0.98}},
		Entities: []dateline.Entity{{ID: 1, Label: dateline.Person, Name: "Zoë Wu"}},
	}
	w := jsonl.NewWriter(os.Stdout) // positions in code points: the 7 bytes of the name are 6
	if err := w.Write(doc); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"id":"a","text":"Zoë Wu spoke.","mentions":[{"start":0,"end":6,"text":"Zoë Wu","label":"PERSON","form":"name","entity":1,"score":0.98}],"entities":[{"id":1,"label":"PERSON","name":"Zoë Wu"}]}
}

func ExampleOffsets() {
	text := "Zoë 😀 Wu"
	at := strings.Index(text, "Wu")
	for _, unit := range []jsonl.Unit{jsonl.Bytes, jsonl.Runes, jsonl.UTF16} {
		o := jsonl.NewOffsets(text, unit)
		fmt.Println(unit, o.FromByte(at), o.ToByte(o.FromByte(at)))
	}
	// Output:
	// byte 10 10
	// rune 6 10
	// utf16 7 10
}

func ExampleError() {
	_, err := jsonl.NewReader(strings.NewReader(`{"text": "x", "published": "soon"}`), "news.jsonl").Read()
	fmt.Println(err)
	// Output:
	// news.jsonl:1: published: "soon" is no date of the form 2020-02-12 or 2020-02-12T15:04:05Z
}

func ExampleUnit() {
	u, err := jsonl.ParseUnit("utf16")
	fmt.Println(u, err)
	_, err = jsonl.ParseUnit("chars")
	fmt.Println(err)
	// Output:
	// utf16 <nil>
	// jsonl: unknown unit of offsets "chars": use byte, rune or utf16
}
