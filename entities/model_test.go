package entities_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
)

// named lists the names of a document as "text/LABEL".
func named(doc *dateline.Document) (out []string) {
	for _, m := range doc.Mentions {
		if m.Form == dateline.FormName && m.Label != dateline.Date {
			out = append(out, doc.Slice(m.Span)+"/"+m.Label.String())
		}
	}
	return out
}

func TestGazetteer(t *testing.T) {
	g, err := entities.NewGazetteer(
		entities.Name{Text: "Old Ferry", Label: dateline.Org},
		entities.Name{Text: "widget", Label: dateline.Misc},
	)
	if err != nil {
		t.Fatal(err)
	}
	tagger := &entities.Tagger{Gazetteer: g, Misc: true}
	doc := tagger.Tag(dateline.Article{Text: "Maria Costa of Old Ferry sold a widget in Lisbon."})
	want := []string{"Maria Costa/PERSON", "Old Ferry/ORG", "widget/MISC", "Lisbon/PLACE"}
	if d := cmp.Diff(want, named(doc)); d != "" {
		t.Error(d)
	}
	if _, err := entities.NewGazetteer(entities.Name{Text: "Monday", Label: dateline.Date}); !errors.Is(err, entities.ErrName) {
		t.Errorf("a date as name: %v", err)
	}
	empty := &entities.Tagger{Gazetteer: new(entities.Gazetteer), Model: new(entities.Model)}
	if d := cmp.Diff(named(entities.Tag(seedArticle(t))), named(empty.Tag(seedArticle(t)))); d != "" {
		t.Errorf("zero Gazetteer and Model: %s", d)
	}
}

// planets is annotated text about names that the module's own model would label otherwise.
func planets(n int) string {
	var b strings.Builder
	for k := 0; k < n; k++ {
		name := []string{"Venus", "Paris", "Moscow", "Austin", "Jackson", "Victoria", "Sydney", "Florence"}[k%8]
		text := "The robot " + name + " spoke."
		fmt.Fprintf(&b, `{"text":%q,"ents":[{"start":10,"end":%d,"label":"PERSON"}]}`+"\n", text, 10+len(name))
	}
	return b.String()
}

func TestTrain(t *testing.T) {
	var steps []entities.TrainingStep
	m, report, err := entities.Train(context.Background(), strings.NewReader(planets(40)), entities.TrainOptions{
		Progress: func(s entities.TrainingStep) { steps = append(steps, s) },
	})
	if err != nil {
		t.Fatal(err)
	}
	if report.Documents != 36 || report.HeldOut != 4 || report.All.F1() != 1 || report.Labels[dateline.Person].Gold != 4 {
		t.Errorf("report %+v", report)
	}
	if last := steps[len(steps)-1]; last.Done < len(steps) || last.Done != last.Of {
		t.Errorf("last step %+v of %d", last, len(steps))
	}
	var file bytes.Buffer
	if n, err := m.WriteTo(&file); err != nil || n != int64(file.Len()) {
		t.Fatalf("%d bytes of %d: %v", n, file.Len(), err)
	}
	whole := file.String()
	read, err := entities.ReadModel(&file)
	if err != nil {
		t.Fatal(err)
	}
	for _, model := range []*entities.Model{m, read} {
		doc := (&entities.Tagger{Model: model}).Tag(dateline.Article{Text: "The robot Paris spoke."})
		if d := cmp.Diff([]string{"Paris/PERSON"}, named(doc)); d != "" {
			t.Error(d)
		}
	}
	var bad *entities.ModelError
	if _, err := entities.ReadModel(strings.NewReader(whole[:len(whole)/2])); !errors.As(err, &bad) || !errors.Is(err, entities.ErrModelTruncated) {
		t.Errorf("half a model: %v", err)
	}
	if _, err := entities.ReadModel(strings.NewReader("no model")); !errors.Is(err, entities.ErrNoModel) {
		t.Errorf("no model: %v", err)
	}
}

func TestTrainErrors(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	for _, c := range []struct {
		ctx  context.Context
		text string
		want error
	}{
		{context.Background(), `{"text":"nobody"}`, entities.ErrNoNames},
		{context.Background(), `{"text":"nobody"`, entities.ErrCorpus},
		{cancelled, planets(8), context.Canceled},
	} {
		if _, _, err := entities.Train(c.ctx, strings.NewReader(c.text), entities.TrainOptions{}); !errors.Is(err, c.want) {
			t.Errorf("%q: %v, want %v", c.text, err, c.want)
		}
	}
}

// A zero Model stands for the one that comes with the module, in Tag and in WriteTo.
func TestZeroModel(t *testing.T) {
	var file bytes.Buffer
	n, err := new(entities.Model).WriteTo(&file)
	if err != nil || n != int64(file.Len()) || n == 0 {
		t.Fatalf("WriteTo of a zero Model: %d bytes, %v", n, err)
	}
	m, err := entities.ReadModel(&file)
	if err != nil {
		t.Fatal(err)
	}
	a := dateline.Article{Text: "Jens Stoltenberg met Harjit Sajjan in Ottawa."}
	want, got := entities.Tag(a), (&entities.Tagger{Model: m}).Tag(a)
	if len(want.Mentions) != 3 || !slices.EqualFunc(want.Mentions, got.Mentions, func(x, y dateline.Mention) bool {
		return x.Span == y.Span && x.Label == y.Label && x.Score == y.Score
	}) {
		t.Errorf("with the model that comes with the module: %v; with what it wrote: %v", want.Mentions, got.Mentions)
	}
}
