package dateline_test

import (
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index/jsonl"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestInterchange writes every article with all that was found and reads it back, in each unit of position: a Document
// comes back whole, but for its tokens and sentences, and scores keep four decimals.
func TestInterchange(t *testing.T) {
	same := cmp.Options{
		cmpopts.IgnoreFields(dateline.Document{}, "Tokens", "Sentences"),
		cmpopts.EquateApprox(0, 0.0001),
		cmpopts.EquateEmpty(),
	}
	for _, name := range sampleNames(t) {
		doc := read(loadSample(t, name).article)
		for _, unit := range []jsonl.Unit{jsonl.Bytes, jsonl.Runes, jsonl.UTF16} {
			line, err := jsonl.Marshal(doc, unit)
			if err != nil {
				t.Fatalf("%s in %s: %v", name, unit, err)
			}
			got, err := jsonl.Unmarshal(line, unit)
			if err != nil {
				t.Fatalf("%s in %s: %v", name, unit, err)
			}
			if diff := cmp.Diff(doc, got, same); diff != "" {
				t.Errorf("%s in %s (-written +read):\n%.2000s", name, unit, diff)
			}
		}
	}
}
