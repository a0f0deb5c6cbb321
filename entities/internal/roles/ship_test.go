package roles

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestShipTitles: the heads of the project's list of titles are known, kinship, honorifics and suffixes aside.
func TestShipTitles(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "data", "lists", "ship", "titles.tsv"))
	if err != nil {
		t.Skip("needs ../shared/data/lists/ship/titles.tsv: not here")
	}
	known, all := 0, 0
	var missing []string
	for line := range strings.Lines(string(b)) {
		f := strings.Split(line, "\t")
		switch f[1] {
		case "political", "political_former", "military", "business", "religious", "academic", "police", "legal", "profession":
		default:
			continue
		}
		w := strings.Fields(strings.ToLower(f[0]))
		last := strings.TrimSuffix(w[len(w)-1], ".")
		all++
		if lexicon().head(last) || lexicon().ranks[last] || strings.Contains(" "+strings.ToLower(f[0])+" ", " of ") {
			known++
		} else {
			missing = append(missing, f[0])
		}
	}
	if float64(known) < 0.85*float64(all) {
		t.Errorf("%d of %d titles have a known head; not: %q", known, all, missing)
	}
	t.Logf("%d of %d titles; not: %q", known, all, missing)
}
