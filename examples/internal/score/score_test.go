package score

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestEntities(t *testing.T) {
	gold := []Doc{{ID: "a", Ents: []Ent{{0, 5, "PERSON"}, {10, 15, "ORG"}, {20, 25, "PLACE"}}}, {ID: "b", Ents: []Ent{{0, 3, "ORG"}}}}
	system := []Doc{{ID: "a", Ents: []Ent{{0, 5, "PERSON"}, {0, 5, "PERSON"}, {11, 15, "ORG"}, {20, 25, "ORG"}}}}
	r := Entities(gold, system, []string{"PERSON", "ORG", "PLACE"})
	var b bytes.Buffer
	r.Print(&b)
	want := `PERSON  strict P 100.0 R 100.0 F1 100.0   lenient F1 100.0
ORG     strict P   0.0 R   0.0 F1   0.0   lenient F1  50.0
PLACE   strict P   0.0 R   0.0 F1   0.0   lenient F1   0.0
1 documents missing from the prediction
ALL     strict P  33.3 R  25.0 F1  28.6   lenient F1  57.1
`
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestDates(t *testing.T) {
	text := `He left "Monday," in March 2019 for two days.`
	gold := []Doc{{ID: "a", Text: text, Timex: []Timex{{9, 15, "Monday", "DATE", "2019-03-04"}, {21, 31, "March 2019", "DATE", "2019-03"}, {36, 44, "two days", "DURATION", "P2D"}}}}
	system := []Doc{{ID: "a", Text: text, Timex: []Timex{{8, 17, "", "DATE", "2019-03-04"}, {27, 31, "", "DATE", "2019"}, {0, 2, "", "SET", ""}}}}
	r, err := Dates(gold, system, DateOptions{Errors: 9})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	r.Print(&b)
	for _, want := range []string{
		"gold 3  system 3  docs 1", "strict        P  33.33  R  33.33", "relaxed       P  66.67  R  66.67", "value  F1  33.33  (accuracy on matched 50.00)",
		"a\tMISS\ttwo days\tDURATION\tP2D\t", "a\tVALUE\tMarch 2019\tDATE\t2019-03\t2019 -> 2019", "a\tSPURIOUS\tHe\tSET\t\t",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
	if _, err := Dates(gold, []Doc{{ID: "a", Text: "Another."}}, DateOptions{}); err == nil {
		t.Error("no error for another text")
	}
	for _, c := range [][2]string{{"PT24H", "P1D"}, {"P7D", "P1W"}, {"P12M", "P1Y"}, {"19XX", "19"}, {"2019-01-02T00:00", "2019-01-02"}} {
		if lenientValue(c[0]) != lenientValue(c[1]) {
			t.Errorf("%s is not %s: %s, %s", c[0], c[1], lenientValue(c[0]), lenientValue(c[1]))
		}
	}
}

func TestRegions(t *testing.T) {
	for text, want := range map[string]string{
		`"A," he said. "B."`: "A,|B.",
		"“A” and «B»":        "A|B",
		"``A'' he said":      "A",
		"\"open\nnext":       "open",
		`a 6" board`:         "",
		`stray" end`:         "",
		"\u201da b\u201d c":  "a b",
	} {
		var got []string
		for _, r := range quotedRegions([]rune(text)) {
			got = append(got, string([]rune(text)[r.Start:r.End]))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

func TestSpeakerKind(t *testing.T) {
	for text, want := range map[string]string{
		"he": "pronoun", "Smith": "name", "a police spokesman": "nominal", "Sen. Ann Lee, who left": "name", "officials": "nominal",
		"the president": "nominal", "the President": "nominal", "her lawyer": "nominal", "those who know": "nominal", "The New York Post": "name",
	} {
		if got := speakerKind([]rune(text), Span{0, len([]rune(text))}); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestAgainstPython scores every gold file that is not for training, with errors worked into a copy of it, by both scorers and with
// every option, and wants the same words.
func TestAgainstPython(t *testing.T) {
	shared := filepath.Join("..", "..", "..", "..", "shared")
	python, err := exec.LookPath("python3")
	if _, e := os.Stat(shared); e != nil || err != nil {
		t.Skip("needs python3 and the scorers in ../shared/eval: not here")
	}
	for _, c := range []struct {
		task string
		args []string
		opts DateOptions
	}{
		{task: "entities"},
		{task: "entities", args: []string{"PERSON,NORP,MISC"}},
		{task: "dates"},
		{task: "dates", args: []string{"--errors", "50"}, opts: DateOptions{Errors: 50}},
		{task: "dates", args: []string{"--types", "DATE,SET", "--no-vague", "--lenient-value"}, opts: DateOptions{Types: []string{"DATE", "SET"}, NoVague: true, LenientValue: true}},
		{task: "quotes"},
	} {
		files := 0
		for _, use := range []string{"dev", "measure"} {
			paths, _ := filepath.Glob(filepath.Join(shared, "data", c.task, use, "*.jsonl"))
			for _, gold := range paths {
				if strings.HasSuffix(gold, "-train.jsonl") {
					continue
				}
				files++
				system := filepath.Join(t.TempDir(), "system.jsonl")
				perturb(t, gold, system)
				want, err := exec.Command(python, append([]string{filepath.Join(shared, "eval", "score_"+c.task+".py"), gold, system}, c.args...)...).Output()
				if err != nil {
					t.Fatalf("%s: %v", gold, err)
				}
				if got := scored(t, c.task, gold, system, c.args, c.opts); got != string(want) {
					t.Errorf("%s %v: got\n%swant\n%s", gold, c.args, got, want)
				}
			}
		}
		if files == 0 {
			t.Errorf("no gold for %s", c.task)
		}
	}
}

// scored is what this package prints of two files.
func scored(t *testing.T, task, gold, system string, args []string, opts DateOptions) string {
	t.Helper()
	g, err := Load(gold)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Load(system)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	switch task {
	case "entities":
		labels := "PERSON,ORG,PLACE"
		if len(args) > 0 {
			labels = args[0]
		}
		Entities(g, s, strings.Split(labels, ",")).Print(&b)
	case "dates":
		r, err := Dates(g, s, opts)
		if err != nil {
			t.Fatal(err)
		}
		r.Print(&b)
	case "quotes":
		Quotes(g, s).Print(&b)
	}
	return b.String()
}

// perturb copies annotations with some of them dropped, moved, relabelled, or given to another speaker.
func perturb(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(7, 7))
	var out bytes.Buffer
	for line := range strings.Lines(string(data)) {
		var d map[string]any
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"ents", "timex", "quotes"} {
			list, _ := d[key].([]any)
			var kept []any
			for _, x := range list {
				if rng.IntN(6) > 0 {
					kept = append(kept, disturb(rng, x.(map[string]any)))
				}
			}
			d[key] = kept
			if kept == nil {
				d[key] = []any{}
			}
		}
		b, _ := json.Marshal(d)
		out.Write(append(b, '\n'))
	}
	if err := os.WriteFile(to, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func disturb(rng *rand.Rand, x map[string]any) map[string]any {
	move := func(v any) any {
		if n, ok := v.(float64); ok && n > 9 && rng.IntN(8) == 0 {
			return n - float64(rng.IntN(9))
		}
		return v
	}
	for _, key := range []string{"start", "end"} {
		if x[key] != nil {
			x[key] = move(x[key])
		}
	}
	if x["value"] != nil && rng.IntN(5) == 0 {
		x["value"] = "2019"
	}
	if x["label"] != nil && rng.IntN(9) == 0 {
		x["label"] = "ORG"
	}
	for _, key := range []string{"spans", "quoted"} {
		list, _ := x[key].([]any)
		for _, s := range list {
			p := s.([]any)
			p[0] = move(p[0])
		}
	}
	if s, ok := x["speaker"].(map[string]any); ok {
		s["start"], s["end"] = move(s["start"]), move(s["end"])
		if rng.IntN(9) == 0 {
			x["speaker"] = nil
		}
	}
	switch rng.IntN(12) {
	case 0:
		x["speaker_entity"] = "Ann Lee Jr."
	case 1:
		x["speaker_entity"] = nil
	case 2:
		if x["type"] == "indirect" {
			x["type"] = "mixed"
		}
	}
	return x
}
