package compile

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
)

func TestDemonyms(t *testing.T) {
	for _, c := range []struct {
		row  string
		want string
	}{
		{"Laos\tLA\tLaotian\tLao(s) or Laotian(s)", "Laotian Lao Laos Laotian Laotians"},
		{"Lesotho\tLS\tBasotho\tMosotho (singular), Basotho (plural)", "Basotho Mosotho Basotho"},
		{"Cayman Islands\tKY\tCayman Islands\t", "Cayman"},
	} {
		if got := strings.Join(demonyms(strings.Split(c.row, "\t")), " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.row, got, c.want)
		}
	}
}

func TestLabels(t *testing.T) {
	want := []Labels{{3, []Label{{0, 5, 1}, {9, 12, Unsure}}}, {70, nil}, {71, []Label{{200, 201, 4}}}}
	file, err := MarshalLabels(want)
	if err != nil {
		t.Fatal(err)
	}
	again, err := MarshalLabels(want)
	if err != nil || !reflect.DeepEqual(file, again) {
		t.Errorf("two files of the same labels differ: %v", err)
	}
	name := filepath.Join(t.TempDir(), "labels")
	if err := os.WriteFile(name, file, 0o644); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir() // unlabelled text of one article: the labels do not fit
	if err := os.Mkdir(filepath.Join(dir, "unlabelled"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{"current-events.txt", "wikinews.txt", "masc-written.txt"} {
		if err := os.WriteFile(filepath.Join(dir, "unlabelled", f), []byte("# day\nText of "+f+" by Somebody.\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Taught(name, dir, 1); err == nil {
		t.Error("labels of article 3 fit a text of 3 articles")
	}
	file, err = MarshalLabels([]Labels{{1, []Label{{8, 16, 1}, {24, 32, Unsure}}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, file, 0o644); err != nil {
		t.Fatal(err)
	}
	x, err := Taught(name, dir, 0.5)
	if err != nil {
		t.Fatal(err)
	}
	if len(x) != 1 || len(x[0].Spans) != 1 || len(x[0].Free) != 1 || x[0].Weight != 0.5 || x[0].Spans[0].Types != 2 {
		t.Errorf("examples %+v", x[0])
	}
}

func TestPattern(t *testing.T) {
	m := &maker{state: 1, cities: []string{"Leeds"}, given: []string{"Ada"}, sur: []string{"Byron"}, countries: []string{"Peru"}, kept: map[string]string{}}
	var w pageWriter
	w.pattern(m, "{C1} beat {c1} in {t} ({p}, {k}; {i})")
	if got, want := w.String(), "LEEDS beat Leeds in Leeds (Ada Byron, Peru; A. Byron)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	var labels []string
	for _, g := range w.gold {
		labels = append(labels, w.String()[g.Start:g.End]+"/"+g.Label.String())
	}
	if got, want := strings.Join(labels, " "), "LEEDS/ORG Leeds/ORG Leeds/PLACE Ada Byron/PERSON Peru/PLACE A. Byron/PERSON"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if w.gold[0].Label != dateline.Org {
		t.Error("a club is no organization")
	}
}

// TestPages holds that every pattern has only fields that are known.
func TestPages(t *testing.T) {
	m := &maker{state: 5, cities: []string{"Leeds"}, given: []string{"Ada"}, sur: []string{"Byron"}, countries: []string{"Peru"}, kept: map[string]string{}}
	for _, kind := range pages {
		for _, p := range append(append([]string(nil), kind.heads...), kind.lines...) {
			for _, field := range strings.Split(p, "{")[1:] {
				name, _, ok := strings.Cut(field, "}")
				if !ok || !strings.Contains("cnktpsirm#", strings.ToLower(name[:1])) {
					t.Errorf("%q: field %q", p, name)
				}
			}
			var w pageWriter
			w.pattern(m, p)
			if strings.ContainsAny(w.String(), "{}#") {
				t.Errorf("%q gives %q", p, w.String())
			}
		}
	}
}
