package entities_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
)

// wantCountry is a line of gold.entities: L Varna | aka VARNA | country BG.
type wantCountry struct {
	name    string
	country string
}

// countriesOf reads the places with a country from an article's gold.
func countriesOf(archive *txtar.Archive) []wantCountry {
	var out []wantCountry
	for _, f := range archive.Files {
		if f.Name != "gold.entities" {
			continue
		}
		for line := range strings.Lines(string(f.Data)) {
			fields := strings.Split(strings.TrimSpace(line), " | ")
			name, ok := strings.CutPrefix(fields[0], "L ")
			name, _, _ = strings.Cut(name, "#") // a second place of that name
			w := wantCountry{name: name}
			for _, f := range fields[1:] {
				if v, ok := strings.CutPrefix(f, "country "); ok {
					w.country = v
				}
			}
			if ok && w.country != "" {
				out = append(out, w)
			}
		}
	}
	return out
}

// readArticle reads NAME.txt with what NAME.meta.json says of it.
func readArticle(t *testing.T, base string) dateline.Article {
	t.Helper()
	text, err := os.ReadFile(base + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(base + ".meta.json")
	if err != nil {
		t.Fatal(err)
	}
	var meta struct{ ID, Published, Source string }
	if err := json.Unmarshal(raw, &meta); err != nil {
		t.Fatal(err)
	}
	a := dateline.Article{ID: meta.ID, Text: string(text), Source: meta.Source}
	if a.Published, err = time.Parse(time.RFC3339, meta.Published); err != nil {
		a.Published, _ = time.Parse(time.DateOnly, meta.Published)
	}
	return a
}

// TestGeoCountries: of the places whose country the gold tells, and which are found at all, 95% are in that country. A
// name that stands for two places is right if one of its entities is.
func TestGeoCountries(t *testing.T) {
	archives, err := filepath.Glob("../testdata/articles/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no articles", err)
	}
	right, found, missing := 0, 0, 0
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := countriesOf(archive)
		if len(want) == 0 {
			continue
		}
		base := strings.TrimSuffix(path, ".txtar")
		doc := entities.Tag(readArticle(t, base))
		for _, w := range want {
			switch got := countriesNamed(doc, w.name); {
			case len(got) == 0:
				missing++
				t.Logf("%s: %s is not found as a place", filepath.Base(base), w.name)
			case got[w.country]:
				right, found = right+1, found+1
			default:
				found++
				t.Logf("%s: %s is in %v, want %s", filepath.Base(base), w.name, got, w.country)
			}
		}
	}
	share := 100 * float64(right) / float64(max(found, 1))
	t.Logf("%d of %d places in the right country: %.1f%%; %d more not found", right, found, share, missing)
	if share < 95 {
		t.Errorf("%.1f%% in the right country, want 95%%", share)
	}
}

// countriesNamed are the countries of the places with this name.
func countriesNamed(doc *dateline.Document, name string) map[string]bool {
	got := map[string]bool{}
	for i := range doc.Entities {
		if e := &doc.Entities[i]; e.Label == dateline.Place && (e.Name == name || hasAlias(e, name)) {
			got[e.Country] = true
		}
	}
	return got
}

func hasAlias(e *dateline.Entity, name string) bool {
	for _, a := range e.Aliases {
		if a == name {
			return true
		}
	}
	return false
}
