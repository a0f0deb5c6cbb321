package gazetteer

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzNames: any name is looked up without a panic, and what is found is a place, a code or a key.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"London", "Washington, D.C.", "The Hague", "Saint Petersburg", "the saint ", "Ngũgĩ wa Thiong’o", "=IQ", "\t", "a\tb", "a\nb", "\xff", "", "\u0301", "İ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		Places(s, func(p Place) bool {
			if p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180 || p.GeoNames < 0 || p.Kind < 'A' || p.Kind > 'Z' {
				t.Fatalf("%q: %+v", s, p)
			}
			return true
		})
		for _, code := range []string{Country(s), Demonym(s)} {
			if code != "" && len(code) != 2 {
				t.Fatalf("%q is of %q", s, code)
			}
		}
		if _, known, strong := Given(s); strong && !known {
			t.Fatalf("%q is unknown and sure", s)
		}
		if !SameGiven(s, s) {
			t.Fatalf("%q is not itself", s)
		}
		for _, key := range []string{Key(s), Key(Org(s)), Key(Lower(s)), Fold(s)} {
			if strings.ContainsFunc(key, func(r rune) bool { return 'A' <= r && r <= 'Z' }) || utf8.ValidString(s) && !utf8.ValidString(key) {
				t.Fatalf("%q has the key %q", s, key)
			}
		}
	})
}

// FuzzTable: a table of any text is searched to an end, and what is found has the key that was looked for.
func FuzzTable(f *testing.F) {
	f.Add("a\t1\nb\t2\nb\t3\nça\t4\n", "b")
	f.Add("b\t2\na\t1", "a")
	f.Add("\n\n\t\n", "")
	f.Add("no tab", "no tab")
	f.Fuzz(func(t *testing.T, text, key string) {
		table := table{text: text}
		n := 0
		for rest := table.lookup([]byte(key)); ; n++ {
			v, r, ok := next(rest, []byte(key))
			if !ok {
				break
			}
			if !strings.Contains(text, key+"\t"+v) || len(r) >= len(rest) {
				t.Fatalf("%q in %q is %q", key, text, v)
			}
			rest = r
		}
		if n > len(text) {
			t.Fatalf("%d lines in %d bytes", n, len(text))
		}
	})
}
