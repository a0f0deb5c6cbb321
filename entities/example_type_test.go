package entities_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// article reads one of testdata.
func article(name, published string) dateline.Article {
	text, err := os.ReadFile(filepath.Join("..", "testdata", "articles", name+".txt"))
	if err != nil {
		log.Fatal(err)
	}
	day, err := time.Parse(time.DateOnly, published)
	if err != nil {
		log.Fatal(err)
	}
	return dateline.Article{ID: name, Text: string(text), Published: day}
}

// A Tagger that keeps events, works and products besides people, organizations and places.
func ExampleTagger() {
	a := article("obituary-maps", "2021-11-19")
	misc := 0
	for _, e := range (&entities.Tagger{Misc: true}).Tag(a).Entities {
		if e.Label == dateline.Misc {
			misc++
		}
	}
	fmt.Println(misc > 0, slices.ContainsFunc(entities.Tag(a).Entities, func(e dateline.Entity) bool { return e.Label == dateline.Misc }))
	// Output: true false
}

// A list of names that the caller knows better than the model: here that Parliament Hill stands for those who work there.
func ExampleGazetteer() {
	names, err := entities.NewGazetteer(entities.Name{Text: "Parliament Hill", Label: dateline.Org})
	if err != nil {
		log.Fatal(err)
	}
	doc := (&entities.Tagger{Gazetteer: names}).Tag(article("nato-iraq", "2020-02-12"))
	for _, e := range doc.Entities {
		if e.Name == "Parliament Hill" {
			fmt.Println(e.Label)
		}
	}
	// Output: ORG
}

// A Name needs words and one of the labels that names have.
func ExampleName() {
	_, err := entities.NewGazetteer(entities.Name{Text: "Wednesday", Label: dateline.Date})
	fmt.Println(errors.Is(err, entities.ErrName))
	// Output: true
}

// annotated is training text: an article with the names that were found in it.
func annotated() *bytes.Buffer {
	doc := entities.Tag(article("nato-iraq", "2020-02-12"))
	var text bytes.Buffer
	offsets := jsonl.NewOffsets(doc.Text, jsonl.Runes)
	for _, s := range doc.Sentences {
		var ents []string
		for _, m := range doc.Mentions {
			if s.Contains(m.Span) && m.Form == dateline.FormName && m.Label != dateline.Date {
				start := offsets.FromByte(s.Start)
				ents = append(ents, fmt.Sprintf(`{"start":%d,"end":%d,"label":%q}`, offsets.FromByte(m.Start)-start, offsets.FromByte(m.End)-start, m.Label))
			}
		}
		fmt.Fprintf(&text, "{\"text\":%q,\"ents\":[%s]}\n", doc.Slice(s.Span), strings.Join(ents, ","))
	}
	return &text
}

// A model of one's own is trained from annotated text, kept in a file, and used by a Tagger.
func ExampleModel() {
	model, _, err := entities.Train(context.Background(), annotated(), entities.TrainOptions{})
	if err != nil {
		log.Fatal(err)
	}
	var file bytes.Buffer
	if _, err := model.WriteTo(&file); err != nil {
		log.Fatal(err)
	}
	read, err := entities.ReadModel(&file)
	if err != nil {
		log.Fatal(err)
	}
	doc := (&entities.Tagger{Model: read}).Tag(dateline.Article{Text: "Stoltenberg met Allawi in Baghdad."})
	for _, m := range doc.Mentions {
		fmt.Println(doc.Slice(m.Span), m.Label)
	}
	// Output:
	// Stoltenberg PERSON
	// Allawi PERSON
	// Baghdad PLACE
}

// What is no model file is refused.
func ExampleModelError() {
	_, err := entities.ReadModel(strings.NewReader("NATO moves to expand Canadian-led military training mission in Iraq"))
	var bad *entities.ModelError
	fmt.Println(errors.As(err, &bad), errors.Is(err, entities.ErrNoModel), bad.Offset)
	// Output: true true 0
}

// Training can be short, and measure itself on documents that are held back.
func ExampleTrainOptions() {
	_, report, err := entities.Train(context.Background(), annotated(), entities.TrainOptions{Epochs: 2, HeldOut: 5})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.Documents, "sentences trained on,", report.HeldOut, "held out")
	// Output: 43 sentences trained on, 10 held out
}

// Progress comes after each pass over the text.
func ExampleTrainingStep() {
	stages := map[string]int{}
	_, _, err := entities.Train(context.Background(), annotated(), entities.TrainOptions{Epochs: 2, Progress: func(s entities.TrainingStep) {
		stages[s.Stage]++
		if s.Done == s.Of {
			fmt.Println(s.Done, "passes,", len(stages), "stages")
		}
	}})
	if err != nil {
		log.Fatal(err)
	}
	// Output: 60 passes, 10 stages
}

// What comes out is measured on every tenth document, which is not trained on.
func ExampleTrainingReport() {
	_, report, err := entities.Train(context.Background(), annotated(), entities.TrainOptions{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.Documents, "trained on,", report.HeldOut, "held out,", report.All.Gold > 0)
	// Output: 48 trained on, 5 held out, true
}

func ExampleLabelQuality() {
	q := entities.LabelQuality{Right: 9, Found: 10, Gold: 12}
	fmt.Printf("%.2f %.2f %.2f\n", q.Precision(), q.Recall(), q.F1())
	// Output: 0.90 0.75 0.82
}
