package learn

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/feature"
)

// TestStop holds that the number of epochs is chosen where enough names are held out: a language that is learned at once takes one epoch
// or two, whatever more is offered, and both passes keep to it.
func TestStop(t *testing.T) {
	train, err := Read(strings.NewReader(corpus(420)))
	if err != nil {
		t.Fatal(err)
	}
	train, more := train[:400], train[400:]
	r := DefaultRecipe(tagger.Lexicon())
	var last Step
	stages := map[string]int{}
	r.Progress = func(s Step) error {
		stages[s.Stage]++
		if s.Done <= last.Done || s.Done > s.Total || strings.HasPrefix(s.Stage, "search") != (s.F1 > 0) {
			t.Errorf("step %+v after %+v", s, last)
		}
		last = s
		return nil
	}
	if _, err := r.Model(train, more); err != nil {
		t.Fatal(err)
	}
	if last.Done != last.Total {
		t.Errorf("last step %+v", last)
	}
	if stages["first pass"] > 2 || stages["search 1"] != stages["first pass"]+patience || stages["second pass"] > 2 ||
		stages["helped fold 4 of 4"] != stages["first pass"] {
		t.Errorf("stages %v", stages)
	}
}

// TestApart holds that texts which share a longer sentence with gold are kept out of helped folds.
func TestApart(t *testing.T) {
	long := "The committee of the upper house will meet again on Tuesday in Brno."
	x, err := Read(strings.NewReader(`{"text":"` + long + `"}` + "\n" + `{"text":"Something else. ` + long + `"}` + "\n" + `{"text":"He said so. Ann Lee left Brno for good after that long winter."}` +
		"\n" + `{"text":"He said so. Nobody in Prague knew where the money had gone."}`))
	if err != nil {
		t.Fatal(err)
	}
	r := DefaultRecipe(tagger.Lexicon())
	ix, v := new(Index), new(feature.View)
	var chains []Chain
	for d := range x {
		Count(ix, x[d], r.Lex, v)
	}
	ix.Cut(1)
	for d := range x {
		chains = append(chains, Encode(ix, x[d], d, r.Lex, v)...)
	}
	got := ""
	for d := range x {
		if slices.ContainsFunc(apart(x, 1, chains), func(c Chain) bool { return c.Doc == d }) {
			got += strconv.Itoa(d)
		}
	}
	if want := "023"; got != want {
		t.Errorf("documents %s, want %s", got, want)
	}
}

func TestRecent(t *testing.T) {
	w := recent{most: 2}
	for k, want := range []float32{1, 1.5, 2.5} {
		p := &Params{Rows: []float32{float32(k + 1)}}
		p.Trans[crf.O][crf.O] = float32(k + 1)
		if got := w.push(p); got.Rows[0] != want || got.Trans[crf.O][crf.O] != want {
			t.Errorf("average %v, want %v", got.Rows[0], want)
		}
	}
}
