package segment

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

var shared = filepath.Join("..", "..", "..", "..", "shared")

// A goldText is one line of an entities file: offsets count code points.
type goldText struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Ents []struct {
		Start, End int
		Label      string
	}
}

func readGold(t testing.TB, name string) []goldText {
	f, err := os.Open(filepath.Join(shared, "data", "entities", name))
	if err != nil {
		t.Skipf("needs ../shared/data/entities/%s: not here", name)
	}
	defer f.Close()
	var docs []goldText
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var d goldText
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	return docs
}

// byteOffsets maps code points to bytes.
func byteOffsets(text string) []int {
	offs := make([]int, 0, utf8.RuneCountInString(text)+1)
	for i := range text {
		offs = append(offs, i)
	}
	return append(offs, len(text))
}

// TestGoldBoundaries measures how many of the boundaries of annotated mentions are boundaries of tokens, and that no
// mention crosses a sentence.
func TestGoldBoundaries(t *testing.T) {
	for _, set := range []struct {
		file string
		want float64
	}{
		{"dev/dateline-news.jsonl", 0.998},
		{"train/dateline-news.jsonl", 0.998},
		{"train/wikigold.jsonl", 0.995},
		{"train/crossner-politics.jsonl", 0.99},
		{"train/uner-ewt.jsonl", 0.99},
		{"train/gum-open.jsonl", 0.99},
		{"train/redocred.jsonl", 0.99},
		{"train/re3d-open.jsonl", 0.99},
	} {
		t.Run(set.file, func(t *testing.T) { goldBoundaries(t, set.file, set.want) })
	}
}

func goldBoundaries(t *testing.T, file string, want float64) {
	hit, total, crossed, mentions := 0, 0, 0, 0
	for _, d := range readGold(t, file) {
		sentences, tokens := Split(d.Text, nil)
		doc := dateline.Document{Article: dateline.Article{Text: d.Text}, Sentences: sentences}
		starts, ends := map[int]bool{}, map[int]bool{}
		for _, tok := range tokens {
			starts[tok.Start], ends[tok.End] = true, true
		}
		offs := byteOffsets(d.Text)
		for _, e := range d.Ents {
			a, b := offs[e.Start], offs[e.End]
			total += 2
			mentions++
			for _, side := range []struct {
				ok bool
				at int
			}{{starts[a], a}, {ends[b], b}} {
				if side.ok {
					hit++
				} else {
					t.Logf("%s: %q in %q", d.ID, d.Text[a:b], d.Text[max(0, a-20):min(len(d.Text), b+20)])
				}
			}
			if doc.SentenceAt(a) != doc.SentenceAt(b-1) {
				crossed++
				t.Logf("%s: sentence boundary in %q in %q", d.ID, d.Text[a:b], d.Text[max(0, a-20):min(len(d.Text), b+20)])
			}
		}
	}
	share := float64(hit) / float64(total)
	t.Logf("%s: %d of %d boundaries (%.2f%%), %d of %d mentions cross sentences", file, hit, total, 100*share, crossed, mentions)
	if share < want {
		t.Errorf("%.4f of the boundaries, want %.4f", share, want)
	}
}
