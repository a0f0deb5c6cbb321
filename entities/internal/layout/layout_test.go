package layout

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-nlp/dateline"
)

var articles = filepath.Join("..", "..", "..", "testdata", "articles")

// TestSeedArticle holds the kinds of all paragraphs of the seed article.
func TestSeedArticle(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(articles, "nato-iraq.txt"))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(articles, "nato-iraq.gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	var gold struct {
		Layout []struct {
			Start, End int
			Kind       string
		}
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	runes := []rune(string(text))
	sections := Sections(string(text))
	if len(sections) != len(gold.Layout) {
		t.Fatalf("%d sections, want %d", len(sections), len(gold.Layout))
	}
	for i, g := range gold.Layout {
		want, err := dateline.ParseSectionKind(g.Kind)
		if err != nil {
			t.Fatal(err)
		}
		s := sections[i]
		words := string(runes[g.Start:g.End])
		if got := string(text[s.Start:s.End]); got != words || s.Kind != want {
			t.Errorf("section %d: %v %.60q, want %v %.60q", i, s.Kind, got, want, words)
		}
	}
}
