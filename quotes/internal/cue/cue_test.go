package cue_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// TestVerbsFresh fails when verbs.txt is not what gen makes of its lists.
func TestVerbsFresh(t *testing.T) {
	if _, err := os.Stat(filepath.Join("..", "..", "..", "..", "shared", "data", "lists", "ship", "reporting_verbs.tsv")); err != nil {
		t.Skip("needs ../shared/data/lists/ship: not here")
	}
	if testing.Short() {
		t.Skip("runs the generator: not in short mode")
	}
	out := filepath.Join(t.TempDir(), "verbs.txt")
	if msg, err := exec.Command("go", "run", "./gen", "-out", out).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, msg)
	}
	want, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	have, err := os.ReadFile("verbs.txt")
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != string(want) {
		t.Error("verbs.txt is stale: run go generate")
	}
}

// TestVerbs: a word, its lemma and its forms.
func TestVerbs(t *testing.T) {
	words := cue.Words()
	for _, test := range []struct {
		word, lemma string
		forms       cue.Form
	}{
		{"said", "say", cue.Past | cue.Participle},
		{"Says", "say", cue.Third},
		{"SAYING", "say", cue.Gerund},
		{"told", "tell", cue.Past | cue.Participle},
		{"wrote", "write", cue.Past},
		{"written", "write", cue.Participle},
		{"admitted", "admit", cue.Past | cue.Participle},
		{"denies", "deny", cue.Third},
		{"begged", "beg", cue.Past | cue.Participle},
		{"quipped", "quip", cue.Past | cue.Participle},
		{"argue", "argue", cue.Base},
		{"warning", "warn", cue.Gerund},
		{"tweeted", "tweet", cue.Past | cue.Participle},
		{"read", "read", cue.Base | cue.Past | cue.Participle},
		{"table", "", 0},
	} {
		v := words.VerbAt(words.Lookup(test.word))
		if v.Lemma != test.lemma || v.Forms != test.forms {
			t.Errorf("%s: %q with forms %b, want %q with %b", test.word, v.Lemma, v.Forms, test.lemma, test.forms)
		}
	}
}

func TestMulti(t *testing.T) {
	words := cue.Words()
	for text, want := range map[string]string{
		"pointed out that": "point out", "Calls on the": "call on", "call for it": "call for", "pointed at": "", "puts it so": "put it",
	} {
		f := strings.Fields(text)
		v := words.Multi(f[0], func(i int) string {
			if i < len(f) {
				return f[i]
			}
			return ""
		})
		if v.Lemma != want {
			t.Errorf("%s: %q, want %q", text, v.Lemma, want)
		}
	}
}

func TestClasses(t *testing.T) {
	words := cue.Words()
	for word, want := range map[string][]cue.Class{
		"The": {cue.Det}, "because": {cue.Subord}, "who": {cue.Relative, cue.Subject}, "n’t": {cue.Neg}, "’s": {cue.PosS, cue.Aux}, "spokeswoman": {cue.Role},
		"quietly": {cue.Adverb}, "reporters": {cue.Hearer}, "according": {cue.According}, "Sen.": {cue.Honorific}, "might": {cue.Modal},
	} {
		w := words.Lookup(word)
		for _, c := range want {
			if !w.Is(c) {
				t.Errorf("%s is not of class %d", word, c)
			}
		}
	}
	if w := words.Lookup("a-word-that-is-much-longer-than-any-in-the-list"); w != (cue.Word{}) {
		t.Errorf("a long word is known: %v", w)
	}
	if n := testing.AllocsPerRun(100, func() { words.Lookup("Said") }); n != 0 {
		t.Errorf("a look-up allocates %v times", n)
	}
}
