package dateline_test

import (
	"fmt"
	"os"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/quotes"
)

// sampleArticle is the article that the examples read.
func sampleArticle() dateline.Article {
	text, err := os.ReadFile("testdata/articles/nato-iraq.txt")
	if err != nil {
		panic(err)
	}
	return dateline.Article{
		ID:        "nato-iraq",
		Text:      string(text),
		Published: time.Date(2020, time.February, 12, 0, 0, 0, 0, time.UTC),
		Source:    "CBC News",
	}
}

func Example() {
	doc := entities.Tag(sampleArticle())
	doc.Quotes = quotes.Attribute(doc)
	for _, q := range doc.Quotes {
		if q.Kind == dateline.Indirect {
			continue
		}
		for _, words := range q.Quoted {
			fmt.Printf("%s: %.40s...\n", q.Speaker.Name, doc.Slice(words))
		}
	}
	// Output:
	// Jens Stoltenberg: This is in [the Iraqis'] interest. It is...
	// Jens Stoltenberg: We have to remember what we do there is ...
	// Jens Stoltenberg: how to make sure ISIS never returns...
	// Jens Stoltenberg: We've had a very good, constructive dial...
	// Jens Stoltenberg: We are already in Iraq, but are in close...
	// Bob Davidson: That could be the negotiation going on i...
	// Bob Davidson: If [the Iraqis] are hard over on being a...
	// Bob Davidson: a subtle political move,...
}

func ExampleArticle() {
	a := dateline.Article{
		Text:      "PARIS — The museum will reopen on Tuesday.",
		Published: time.Date(2023, time.July, 16, 0, 0, 0, 0, time.UTC),
	}
	for _, m := range entities.Tag(a).Mentions {
		if m.Time != nil {
			fmt.Println(m.Time.Value)
		}
	}
	// Output: 2023-07-18
}

func ExampleDocument() {
	doc := entities.Tag(sampleArticle())
	for _, e := range doc.Entities {
		if e.Label == dateline.Person && len(e.Aliases) > 0 {
			fmt.Println(e.Name, e.Aliases)
		}
	}
	// Output:
	// Jens Stoltenberg [Stoltenberg Jen Stoltenberg]
	// Qasem Soleimani [Soleimani]
	// Mohammed Tawfiq Allawi [Allawi]
	// Bob Davidson [Davidson]
	// Harjit Sajjan [Sajjan]
}

func ExampleDocument_Slice() {
	doc := entities.Tag(sampleArticle())
	fmt.Println(doc.Slice(dateline.Span{Start: 0, End: 67}))
	// Output: NATO moves to expand Canadian-led military training mission in Iraq
}

func ExampleSection() {
	doc := entities.Tag(sampleArticle())
	for _, s := range doc.Sections[:4] {
		fmt.Printf("%s: %.30s...\n", s.Kind, doc.Slice(s.Span))
	}
	// Output:
	// headline: NATO moves to expand Canadian-...
	// summary: NATO defence ministers agreed ...
	// summary: Stoltenberg is also talking ab...
	// caption: A Canadian special forces sold...
}

func ExampleSectionKind() {
	doc := entities.Tag(sampleArticle())
	pictured := map[string]bool{}
	for _, m := range doc.Mentions {
		if m.Label == dateline.Place && doc.SectionAt(m.Start) == dateline.SectionCaption {
			pictured[doc.Slice(m.Span)] = true
		}
	}
	fmt.Println(pictured)
	// Output: map[Brussels:true Iraq:true]
}

func ExampleSentence() {
	doc := entities.Tag(sampleArticle())
	for _, m := range doc.Mentions {
		if doc.Slice(m.Span) == "Kandahar" {
			s := doc.Sentences[doc.SentenceAt(m.Start)]
			fmt.Printf("%d tokens: %.60s...\n", s.Limit-s.First, doc.Slice(s.Span))
		}
	}
	// Output: 39 tokens: The decision to draw in the North Atlantic alliance has enor...
}

func ExampleToken() {
	doc := entities.Tag(dateline.Article{Text: `"I don't," he said of the U.S.-led mission.`})
	for _, t := range doc.Tokens {
		fmt.Printf("%s ", doc.Slice(t.Span))
	}
	// Output: " I do n't , " he said of the U.S. - led mission .
}

func ExampleMention() {
	doc := entities.Tag(sampleArticle())
	for _, m := range doc.Mentions {
		if e := doc.Entity(m.Entity); e != nil && e.Name == "Islamic State" && m.Start < 2040 {
			fmt.Println(m.Start, m.Label, doc.Slice(m.Span))
		}
	}
	// Output:
	// 243 ORG Islamic State
	// 346 ORG Islamic State
	// 708 ORG Islamic State
	// 1986 ORG ISIS
}

func ExampleForm() {
	doc := entities.Tag(sampleArticle())
	for _, m := range doc.Mentions {
		if e := doc.Entity(m.Entity); e != nil && e.Name == "Jens Stoltenberg" && m.Form == dateline.FormNominal {
			fmt.Println(doc.Slice(m.Span))
		}
	}
	// Output:
	// secretary general
	// The secretary-general
}

func ExampleEntity() {
	doc := entities.Tag(sampleArticle())
	for _, e := range doc.Entities {
		if e.Country == "IQ" && e.Of != 0 {
			fmt.Println(e.Label, e.Country, doc.Entity(e.Of).Name)
		}
	}
	// Output: NORP IQ Iraq
}

func ExampleRole() {
	doc := entities.Tag(sampleArticle())
	for _, e := range doc.Entities {
		for _, r := range e.Roles {
			if r.Until != "" {
				fmt.Printf("%s was %s of %s until %s\n", e.Name, r.Title, r.Affiliation, r.Until)
			}
		}
	}
	// Output: Bob Davidson was military representative in Brussels of Canada until 2016
}

func ExampleGeo() {
	doc := entities.Tag(sampleArticle())
	for _, e := range doc.Entities {
		if e.Name == "Baghdad" && e.Geo != nil {
			fmt.Printf("%s, %s: %.1f north, %.1f east\n", e.Name, e.Geo.Country, e.Geo.Lat, e.Geo.Lon)
		}
	}
	// Output: Baghdad, IQ: 33.3 north, 44.4 east
}

func ExampleQuote() {
	doc := entities.Tag(dateline.Article{
		Text: "\"The canal,\" Sorina Balan said on Monday, \"is the answer.\"",
	})
	q := quotes.Attribute(doc)[0]
	for _, c := range q.Content {
		fmt.Println(doc.Slice(c))
	}
	fmt.Println(doc.Slice(q.Cue))
	// Output:
	// The canal,
	// is the answer.
	// said
}

func ExampleQuoteKind() {
	doc := entities.Tag(sampleArticle())
	doc.Quotes = quotes.Attribute(doc)
	for _, q := range doc.Quotes {
		if q.Kind == dateline.Mixed {
			fmt.Println(doc.Slice(q.Quoted[0]))
		}
	}
	// Output:
	// how to make sure ISIS never returns
	// a subtle political move,
}

func ExampleSpeaker() {
	doc := entities.Tag(sampleArticle())
	doc.Quotes = quotes.Attribute(doc)
	for _, q := range doc.Quotes {
		if doc.Slice(q.Speaker.Span) == "he" && q.Kind == dateline.Direct {
			fmt.Println(q.Speaker.Name)
		}
	}
	// Output: Jens Stoltenberg
}

func ExampleTimex() {
	doc := entities.Tag(sampleArticle())
	seen := map[string]bool{}
	for _, m := range doc.Mentions {
		if words := doc.Slice(m.Span); m.Time != nil && !m.Time.Interval.IsZero() && !seen[words] {
			seen[words] = true
			fmt.Printf("%s = %s, %s\n", words, m.Time.Value, m.Time.Interval)
		}
	}
	// Output:
	// today = 2020-02-12, 2020-02-12
	// Feb. 20, 2017 = 2017-02-20, 2017-02-20
	// January = 2020-01, 2020-01-01/2020-02-01
	// Jan. 6, 2020 = 2020-01-06, 2020-01-06
	// 2016 = 2016, 2016-01-01/2017-01-01
	// 2006 = 2006, 2006-01-01/2007-01-01
	// five years later = 2011, 2011-01-01/2012-01-01
	// Wednesday = 2020-02-12, 2020-02-12
}

func ExampleSpan() {
	name, sentence := dateline.Span{Start: 10, End: 14}, dateline.Span{Start: 0, End: 40}
	fmt.Println(name.Len(), sentence.Contains(name), name.Contains(sentence), name.Overlaps(sentence))
	// Output: 4 true false true
}

func ExampleDay() {
	day := dateline.DayOf(2020, time.February, 28)
	fmt.Println(day, day+2, (day + 2).Time().Weekday())
	// Output: 2020-02-28 2020-03-01 Sunday
}

func ExampleParseDay() {
	_, err := dateline.ParseDay("12 February 2020")
	fmt.Println(err)
	// Output: dateline: "12 February 2020" is no date of the form 2020-02-12
}

func ExampleInterval() {
	january := dateline.Interval{From: dateline.DayOf(2020, time.January, 1), To: dateline.DayOf(2020, time.February, 1)}
	sixth := dateline.Interval{From: dateline.DayOf(2020, time.January, 6), To: dateline.DayOf(2020, time.January, 7)}
	fmt.Println(january, sixth, january.Overlaps(sixth))
	// Output: 2020-01-01/2020-02-01 2020-01-06 true
}

func ExampleParseLabel() {
	label, err := dateline.ParseLabel("ORG")
	fmt.Println(label == dateline.Org, err)
	// Output: true <nil>
}

func ExamplePOS() {
	tag, _ := dateline.ParsePOS("VBD")
	fmt.Println(tag, tag.Verb(), tag.Noun())
	// Output: VBD true false
}

func ExampleGender() {
	doc := entities.Tag(sampleArticle())
	for _, e := range doc.Entities {
		if e.Name == "Jens Stoltenberg" {
			fmt.Println(e.Gender)
		}
	}
	// Output: male
}

func ExampleEntityID() {
	doc := entities.Tag(sampleArticle())
	for _, m := range doc.Mentions {
		if doc.Slice(m.Span) == "ISIS" {
			fmt.Println(m.Entity > 0, doc.Entity(m.Entity).Name, doc.Entity(0) == nil)
			break
		}
	}
	// Output: true Islamic State true
}

func ExampleLabel() {
	doc := entities.Tag(sampleArticle())
	for _, e := range doc.Entities[:3] {
		fmt.Println(e.Name, e.Label, e.Label == dateline.Place)
	}
	// Output:
	// NATO ORG false
	// Canadian NORP false
	// Iraq PLACE true
}

func ExampleTimexType() {
	doc := entities.Tag(sampleArticle())
	for _, m := range doc.Mentions {
		if words := doc.Slice(m.Span); m.Time != nil && (words == "15 months" || words == "2006") {
			fmt.Println(words, m.Time.Type, m.Time.Value)
		}
	}
	// Output:
	// 2006 DATE 2006
	// 15 months DURATION P15M
}
