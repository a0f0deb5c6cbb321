package prosetag

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
	"github.com/jdkato/prose/v2"
)

func document(text string) *dateline.Document {
	doc := &dateline.Document{Article: dateline.Article{Text: text}}
	doc.Sentences, doc.Tokens = segment.Split(text, nil)
	return doc
}

// news returns the texts of the dev set, or of the seed article where that is not there.
func news(t testing.TB) []string {
	seed, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", "articles", "nato-iraq.txt"))
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{string(seed)}
	f, err := os.Open(filepath.Join("..", "..", "..", "..", "shared", "data", "entities", "dev", "dateline-news.jsonl"))
	if err != nil {
		return texts
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, d.Text)
	}
	return texts
}

// TestAgainstProse holds that tags are those of prose itself, for sentences that its tokenizer leaves alone: each
// word that stands once in its sentence, except numbers and names with a dot, which prose takes for addresses, and
// where prose disagrees with itself.
func TestAgainstProse(t *testing.T) {
	options := []prose.DocOpt{prose.WithExtraction(false), prose.WithSegmentation(false)}
	first, err := prose.NewDocument("The house.", options...)
	if err != nil {
		t.Fatal(err)
	}
	options = append(options, prose.UsingModel(first.Model))
	compared, ties, sentences := 0, 0, 0
	w := &tagging{model: load()}
	texts := news(t)
	for _, text := range texts[:min(len(texts), 40)] {
		doc := document(text)
		for _, s := range doc.Sentences {
			tokens := doc.Tokens[s.First:s.Limit]
			w.sentence(text, tokens)
			ours := w.words[2 : len(w.words)-2]
			count := map[string]int{}
			var joined []string
			for _, o := range ours {
				count[o.text]++
				joined = append(joined, o.text)
			}
			tagged := proseTags(strings.Join(joined, " "), options)
			if !sameWords(ours, tagged) {
				continue
			}
			sentences++
			names := append(slices.Clone(w.model.classes), otherTags...)
			tag2, tag1 := uint8(len(w.model.classes)+tagStart2), uint8(len(w.model.classes)+tagStart)
			for i, o := range ours {
				number := w.tag(i+2, tag1, tag2)
				tag2, tag1 = tag1, number
				tag := names[number]
				if count[o.text] != 1 || o.text == "0" || strings.Contains(o.text[1:], ".") {
					continue
				}
				compared++
				if tagged[i].Tag != tag {
					ties++
					t.Logf("%q: %s, prose %s in %q", o.text, tag, tagged[i].Tag, strings.Join(joined, " "))
					if !wavers(strings.Join(joined, " "), options) {
						t.Errorf("and prose is sure of it")
					}
				}
			}
			last := ours[len(ours)-1].limit
			if last != len(tokens) {
				t.Fatalf("words end at token %d of %d", last, len(tokens))
			}
		}
	}
	t.Logf("%d sentences, %d words compared, %d differ", sentences, compared, ties)
	if compared < 300 || ties*200 > compared {
		t.Errorf("%d of %d words differ", ties, compared)
	}
}

func proseTags(text string, options []prose.DocOpt) (tokens []prose.Token) {
	defer func() {
		if recover() != nil {
			tokens = nil
		}
	}()
	doc, err := prose.NewDocument(text, options...)
	if err != nil {
		return nil
	}
	return doc.Tokens()
}

func sameWords(ours []word, theirs []prose.Token) bool {
	if len(ours) != len(theirs) {
		return false
	}
	for i, o := range ours {
		if theirs[i].Text != o.text {
			return false
		}
	}
	return true
}

// wavers reports whether prose tags text differently in one of many runs.
func wavers(text string, options []prose.DocOpt) bool {
	first := proseTags(text, options)
	for range 200 {
		for i, tok := range proseTags(text, options) {
			if tok.Tag != first[i].Tag {
				return true
			}
		}
	}
	return false
}

// tagged are sentences in which each word after a slash has that tag; words without one are not looked at.
var tagged = []string{
	"She claims/VBZ that the report/NN is false .",
	"Trump 's claims/NNS were rejected .",
	"The reports/NNS said so .",
	"He reports/VBZ on defence for the paper .",
	"Officials note/VBP that no decision was made .",
	"In a note/NN to the staff , the chief apologised .",
	"The minister calls/VBZ it a mistake .",
	"Her calls/NNS for peace went unheard .",
	"Theresa May/NNP claims it was Friday .",
	"She may/MD claim it .",
	"The U.S.-led/JJ coalition of allies/NNS plans to leave .",
	"\"/. We doubt/VBP it , \"/. he said/VBD .",
	"“/. It ’s/VBZ a lie/NN ,/. ”/. she did/VBD n’t/RB say/VB .",
}

func TestTagged(t *testing.T) {
	for _, sentence := range tagged {
		var words []string
		var want []string
		for _, f := range strings.Fields(sentence) {
			w, tag, _ := strings.Cut(f, "/")
			words = append(words, w)
			want = append(want, tag)
		}
		text := strings.Join(words, " ")
		doc := document(text)
		Tag(doc)
		pos := map[int]string{}
		for _, tok := range doc.Tokens {
			pos[tok.End] = tok.POS.String()
		}
		end := 0
		for i, w := range words {
			end += len(w)
			if want[i] != "" && pos[end] != want[i] {
				t.Errorf("%q: %q is %s, want %s", text, w, pos[end], want[i])
			}
			end++
		}
	}
}

// TestOnlyWhereWanted holds that sentences without a trigger stay untagged, and that others are tagged whole.
func TestOnlyWhereWanted(t *testing.T) {
	doc := document("He left the United States. Claims were made. We left.")
	Tag(doc)
	for i, s := range doc.Sentences {
		for _, tok := range doc.Tokens[s.First:s.Limit] {
			if (tok.POS != dateline.PosNone) != (i == 1) {
				t.Errorf("sentence %d: %q is %v", i, doc.Slice(tok.Span), tok.POS)
			}
		}
	}
}

func TestTriggers(t *testing.T) {
	set := triggerSet()
	for _, w := range []string{"claims", "Report", "replies", "says", "speeches", "stresses", "urges", "surveys", "queries"} {
		if got, want := set.has(w), w != "says" && w != "speeches"; got != want {
			t.Errorf("has(%q) = %v", w, got)
		}
	}
	for w := range strings.FieldsSeq(triggerWords) {
		if len(w)+2 > maxTrigger || len(w) < minTrigger || !set.has(w) {
			t.Errorf("%q does not fit", w)
		}
	}
}

// check holds that all tokens of a sentence are tagged or none, and marks as marks.
func check(t *testing.T, text string) {
	t.Helper()
	doc := document(text)
	set := triggerSet()
	Tag(doc)
	for _, s := range doc.Sentences {
		tokens := doc.Tokens[s.First:s.Limit]
		want := wanted(set, text, tokens)
		for _, tok := range tokens {
			w := doc.Slice(tok.Span)
			switch {
			case (tok.POS != dateline.PosNone) != want:
				t.Fatalf("%q in %.100q: %v", w, doc.Slice(s.Span), tok.POS)
			case want && mark(w) && tok.POS != dateline.PosPunct:
				t.Fatalf("mark %q is %v", w, tok.POS)
			}
		}
	}
	again := document(text)
	Tag(again)
	for i, tok := range again.Tokens {
		if doc.Tokens[i] != tok {
			t.Fatalf("token %d: %v, then %v", i, doc.Tokens[i], tok)
		}
	}
}

var hostile = []string{
	"", "claims", "claims ȺȺȺȺ's", "claims \xff\xfe \x00", "claims - - -", "claims a-b-c-D-é-1", "“claims” ‘claims’", "claims --- ... !!! ???",
	"claims 0 00 000 0000 +123 12:30 3.5", "claims @a a@b.c http://x.y", "claims ’s ’ ʼ ’’’", "claims \u200d\u200d", "claims 日本語 العربية",
	"claims " + strings.Repeat("a-A", 1000), "claims " + strings.Repeat("x", 100000), "claims I don't, D'Souza U.S.-led",
}

func TestHostile(t *testing.T) {
	for _, s := range hostile {
		check(t, s)
	}
}

func FuzzProsetag(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	for _, s := range tagged {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, "claims "+text) })
}

// BenchmarkSentence tags every sentence, wanted or not.
func BenchmarkSentence(b *testing.B) {
	text := news(b)[0]
	doc := document(text)
	w := &tagging{model: load()}
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range doc.Sentences {
			w.sentence(text, doc.Tokens[s.First:s.Limit])
		}
		if doc.Tokens[1].POS == dateline.PosNone {
			b.Fatal("not tagged")
		}
	}
	b.ReportMetric(float64(len(doc.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
