package learn

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline/entities/internal/tagger"
)

// corpus is a small language in which the word before a name tells its label.
func corpus(n int) string {
	var b strings.Builder
	names := []string{"Arlo", "Benna", "Cinder", "Dovrek", "Ellin", "Farrow", "Gant", "Hollis", "Irvane", "Jasper"}
	for k := 0; k < n; k++ {
		p, o, l := names[k%10], names[(k*3+1)%10], names[(k*7+2)%10]
		text := fmt.Sprintf("Yesterday Mr. %s said that he left the company %s. He lives in %s now.", p, o, l)
		at := func(name string, after string) string {
			i := strings.Index(text, after+name) + len(after)
			return fmt.Sprintf(`"start":%d,"end":%d`, i, i+len(name))
		}
		fmt.Fprintf(&b, `{"id":"%d","text":%q,"ents":[{%s,"label":"PERSON"},{%s,"label":"ORG"},{%s,"label":"PLACE"},{"start":0,"end":9,"label":"DATE"}]}`+"\n",
			k, text, at(p, "Mr. "), at(o, "company "), at(l, "lives in "))
	}
	return b.String()
}

func TestModel(t *testing.T) {
	train, err := Read(strings.NewReader(corpus(60)))
	if err != nil {
		t.Fatal(err)
	}
	files := [2][]byte{}
	for n := range files {
		r := DefaultRecipe(tagger.Lexicon())
		stages := map[string]int{}
		r.Progress = func(s Step) error {
			stages[s.Stage]++
			return nil
		}
		w, err := r.Model(train, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(stages) != 2+2*r.Folds || stages["first pass"] != r.First.Epochs {
			t.Errorf("stages %v", stages)
		}
		files[n] = w.Marshal(tagger.Lexicon().Sum)
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("two trainings on the same text differ")
	}
	m, err := tagger.Read(bytes.NewReader(files[0]))
	if err != nil {
		t.Fatal(err)
	}
	if s := Evaluate(m, train[:10]); s.Main().F1() < 99 {
		t.Errorf("F1 on the training text: %s", s.String())
	}
}

func TestProgressStops(t *testing.T) {
	train, err := Read(strings.NewReader(corpus(8)))
	if err != nil {
		t.Fatal(err)
	}
	stop, calls := errors.New("stop"), 0
	r := DefaultRecipe(tagger.Lexicon())
	r.Progress = func(Step) error {
		calls++
		return stop
	}
	if _, err := r.Model(train, nil); !errors.Is(err, stop) || calls != 1 {
		t.Errorf("error %v after %d calls", err, calls)
	}
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		in   string
		want string
	}{
		{`{"text":"é Ünal","ents":[{"start":2,"end":6,"label":"PERSON"}]}`, "Ünal"},
		{`{"text":"a b"}` + "\n\n", ""},
	} {
		x, err := Read(strings.NewReader(c.in))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, g := range x[0].Gold {
			got += x[0].Doc.Slice(g.Span)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.in, got, c.want)
		}
	}
	for _, bad := range []string{"{", `{"text":"ab","ents":[{"start":0,"end":3,"label":"ORG"}]}`, `{"text":"ab","ents":[{"start":1,"end":1,"label":"ORG"}]}`} {
		if _, err := Read(strings.NewReader("{\"text\":\"x\"}\n" + bad)); !errors.Is(err, ErrCorpus) || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%s: %v", bad, err)
		}
	}
	r := DefaultRecipe(tagger.Lexicon())
	if x, err := Read(strings.NewReader(`{"text":"nothing here"}`)); err != nil {
		t.Fatal(err)
	} else if _, err := r.Model(x, nil); !errors.Is(err, ErrEmpty) {
		t.Errorf("no names: %v", err)
	}
}

// TestAlign holds that a name takes in whole tokens, and that of two that overlap the first counts.
func TestAlign(t *testing.T) {
	x, err := Read(strings.NewReader(`{"text":"Pro-Trump rally","ents":[{"start":5,"end":9,"label":"PERSON"},{"start":4,"end":15,"label":"MISC"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if s := x[0].Spans; len(s) != 1 || x[0].Doc.Slice(x[0].Doc.Tokens[s[0].First].Span) != "Trump" || s[0].Limit-s[0].First != 2 {
		t.Errorf("spans %v", s)
	}
}

func TestScore(t *testing.T) {
	x, err := Read(strings.NewReader(corpus(1)))
	if err != nil {
		t.Fatal(err)
	}
	var s Score
	s.Add(x[0].Gold, x[0].Gold[:1])
	if m := s.Main(); m != (Tally{Right: 1, Found: 1, Gold: 3}) || m.F1() != 50 || m.Precision() != 100 {
		t.Errorf("%+v: %v", m, m.F1())
	}
}

func TestLogistic(t *testing.T) {
	var points []point
	for k := 0; k < 1000; k++ {
		p := 0.9
		points = append(points, point{p, k%10 < 7}, point{0.5, k%10 < 3})
	}
	a, b := logistic(points)
	if a < 0.5 || a > 1.2 || b > 0 {
		t.Errorf("slope %v offset %v", a, b)
	}
	if a, b := logistic(points[:10]); a != 0 || b != 0 {
		t.Error("ten points are too few")
	}
}
