package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/dateline-nlp/dateline/examples/internal/score"
)

// TestScorers goes the way of the project's scorers, from the output of facts through from_dateline.py, and wants the words that
// evaluate prints of the same gold.
func TestScorers(t *testing.T) {
	shared, err := filepath.Abs(filepath.Join("..", "..", "..", "shared"))
	if err != nil {
		t.Fatal(err)
	}
	python, err := exec.LookPath("python3")
	if _, e := os.Stat(shared); e != nil || err != nil {
		t.Skip("needs python3 and the scorers in ../shared/eval: not here")
	}
	run := func(in []byte, name string, args ...string) []byte {
		t.Helper()
		cmd := exec.Command(name, args...)
		cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s %v: %v", name, args, err)
		}
		return out
	}
	for _, task := range []string{"entities", "dates", "quotes"} {
		gold := filepath.Join(shared, "data", task, "dev", "dateline-news.jsonl")
		found := run(nil, "go", "run", "../facts", "-misc", "-format", "jsonl", gold)
		system := filepath.Join(t.TempDir(), "system.jsonl")
		if err := os.WriteFile(system, run(found, python, filepath.Join(shared, "eval", "from_dateline.py"), task), 0o644); err != nil {
			t.Fatal(err)
		}
		want := run(nil, python, filepath.Join(shared, "eval", "score_"+task+".py"), gold, system)
		g, err := score.Load(gold)
		if err != nil {
			t.Fatal(err)
		}
		s, err := read(t.Context(), g)
		if err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		if err := compare(&got, task, g, s, []string{"PERSON", "ORG", "PLACE"}, score.DateOptions{}); err != nil {
			t.Fatal(err)
		}
		if got.String() != string(want) {
			t.Errorf("%s: evaluate prints\n%sthe scorer prints\n%s", task, got.String(), want)
		}
	}
}
