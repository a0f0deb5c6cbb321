// Package prosetag fills in parts of speech by prose. It is the only importer of prose.
//
// # What is prose's, and what is not
//
// The model is prose's averaged perceptron, as it lies in the package (prose.Asset). Its features and its rules for
// fixed words are followed here to the letter (features.go); the code that runs it is our own, because prose v2.0.0
// has defects that cannot be worked around from outside:
//
//   - the tokenizer drops text (`"I don't," he said.` loses n't and the mark) and panics on `ȺȺȺȺ's`;
//   - repeated words in a sentence share one token, so that earlier occurrences get the tag of the last;
//   - scores are sums of floats in the order of a map, and ties go by the order of a map, so nothing says that the same sentence gets
//     the same tags in the next run (in 42,788 tokens of dev/dateline-news, 11 runs each, none differed);
//   - words with a dot within are taken for addresses, and so 3.25 for a noun;
//   - it is slow: 205 ms and 43 MB to load, 15 µs a token; here it is 55 ms (two thirds of it unpacking), 4 MB and 0.5 µs.
//
// Here weights are whole thousandths, which is what prose rounds them to, so that sums are exact; a tie goes to the
// first class by name. The model is read without reflection (gob.go) into flat tables (model.go). TestAgainstProse
// holds that the tags are prose's own, for the sentences that its tokenizer leaves alone.
//
// # When
//
// Only sentences that hold a word of triggers.go are tagged, and then whole; the model is loaded when the first such
// sentence is met. Elsewhere Token.POS is PosNone. Package quotes asks whether such a word is a noun or a verb.
//
// Ablation, F1 end to end of direct and of reported speech (examples/evaluate -task quotes; in this file every sentence wanted, or none):
//
//	                     dateline-news dev    polnear-dev
//	where a trigger is       95.7  81.1       91.2  58.6
//	in every sentence        95.7  81.1       90.7  58.2
//	nowhere                  95.7  79.9       90.8  58.2
//
// Parts that a hyphen holds together (U.S. - led) are one word to prose, and get one tag; marks are PosPunct.
package prosetag

import (
	"sync"

	"github.com/dateline-nlp/dateline"
)

// taggings are kept for the next document.
var taggings = sync.Pool{New: func() any { return new(tagging) }}

// Tag fills Token.POS in the sentences of doc where a later stage needs it. If the model that comes with prose cannot
// be read, it leaves PosNone.
func Tag(doc *dateline.Document) {
	set := triggerSet()
	var t *tagging
	for _, s := range doc.Sentences {
		tokens := doc.Tokens[s.First:s.Limit]
		if !wanted(set, doc.Text, tokens) {
			continue
		}
		if t == nil {
			m := load()
			if m == nil {
				return
			}
			t = taggings.Get().(*tagging)
			t.model = m
		}
		t.sentence(doc.Text, tokens)
	}
	if t != nil {
		t.forget()
		taggings.Put(t)
	}
}

// wanted reports whether one of tokens is a trigger. A capital makes a name of it (United States), but at the start.
func wanted(set *wordSet, text string, tokens []dateline.Token) bool {
	for i, tok := range tokens {
		if c := text[tok.Start]; (c < 'A' || c > 'Z' || i < 2) && set.has(text[tok.Start:tok.End]) {
			return true
		}
	}
	return false
}
