package layout

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

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

// TestArticles compares the kinds with the gold of all articles in testdata: "kind first words" a line, under
// gold.layout.
func TestArticles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(articles, "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	right, all := 0, 0
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(strings.TrimSuffix(file, ".txtar") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range archive.Files {
			if part.Name != "gold.layout" {
				continue
			}
			want := strings.Split(strings.TrimSpace(string(part.Data)), "\n")
			sections := Sections(string(text))
			if len(sections) != len(want) {
				t.Errorf("%s: %d sections, want %d", file, len(sections), len(want))
				continue
			}
			for i, s := range sections {
				all++
				if kind, _, _ := strings.Cut(want[i], " "); kind == s.Kind.String() {
					right++
				} else {
					t.Logf("%s: %v, want %q: %.80q", filepath.Base(file), s.Kind, want[i], text[s.Start:s.End])
				}
			}
		}
	}
	t.Logf("%d of %d right", right, all)
	if all < 300 || right*100 < 97*all {
		t.Errorf("%d of %d right, want 97%%", right, all)
	}
}
