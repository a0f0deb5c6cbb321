package index

import (
	"context"
	"testing"
)

// Writing runs f while a write is under way.
func (ix *Index) Writing(f func() error) error {
	if err := ix.beginWrite(context.Background()); err != nil {
		return err
	}
	defer ix.endWrite()
	return f()
}

// Members is the number of indexes that are searched.
func (ix *Index) Members() int { return len(ix.parts()) }

// Of what a spreadsheet would run nothing begins as it stands; numbers do.
func TestSpreadsheet(t *testing.T) {
	for in, want := range map[string]string{
		"=A1": "'=A1", "+1": "'+1", "-2+3+cmd|' /C calc'!A0": "'-2+3+cmd|' /C calc'!A0", "-5 degrees": "'-5 degrees",
		"-33.4": "-33.4", "-1e-05": "-1e-05", "-": "-", "- he said": "'- he said", "": "", "2020": "2020",
	} {
		if got := spreadsheet(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
