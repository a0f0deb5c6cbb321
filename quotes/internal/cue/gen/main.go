// Gen compiles the reporting verbs into verbs.txt: one lemma a line with its tier and its inflected forms.
//
//	say	1	says	saying	said	said
//
// The input is reporting_verbs.tsv (DATA.md: ship; tiers 1 and 2 written for this project, tier 3 from WordNet 3.1). Forms are
// made by rule, but for the irregular verbs listed in irregular.go. Lemmas of several words inflect their first word.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
)

func main() {
	log.SetFlags(0)
	in := flag.String("in", "../../../../shared/data/lists/ship/reporting_verbs.tsv", "list of lemmas")
	out := flag.String("out", "verbs.txt", "compiled list")
	flag.Parse()
	text, err := Compile("gen/more.tsv", *in)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, []byte(text), 0o644); err != nil {
		log.Fatal(err)
	}
}

// Compile reads the lists and returns the compiled form. The first line of a lemma wins.
func Compile(paths ...string) (string, error) {
	var b strings.Builder
	seen := map[string]bool{}
	for _, path := range paths {
		if err := compile(&b, seen, path); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}

func compile(b *strings.Builder, seen map[string]bool, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		col := strings.Split(sc.Text(), "\t")
		if len(col) < 2 || col[0] == "lemma" || seen[col[0]] {
			continue
		}
		seen[col[0]] = true
		f := Inflect(col[0])
		fmt.Fprintf(b, "%s\t%s\t%s\n", col[0], col[1], strings.Join(f[:], "\t"))
		if v := col[0]; british(v) {
			fmt.Fprintf(b, "%s\t%s\t%ss\t%sling\t%sled\t%sled\n", v, col[1], v, v, v, v)
		}
	}
	return sc.Err()
}

// british reports whether v doubles its last letter in British spelling only: signalled, labelling.
func british(v string) bool {
	n := len(v)
	vowel := func(i int) bool { return strings.IndexByte("aeiouy", v[i]) >= 0 }
	return n > 4 && v[n-1] == 'l' && vowel(n-2) && !vowel(n-3) && !doubles[v] && !shortVowel(v) && !strings.Contains(v, " ")
}

// Inflect returns the third person singular, the present participle, the past tense and the past participle of a verb.
func Inflect(lemma string) [4]string {
	verb, rest, _ := strings.Cut(lemma, " ")
	if rest != "" {
		rest = " " + rest
	}
	third, ing, past := regular(verb)
	part := past
	if f, ok := irregular[verb]; ok {
		past, part = f[0], f[1]
	}
	return [4]string{third + rest, ing + rest, past + rest, part + rest}
}

func regular(v string) (third, ing, past string) {
	last, vowelBefore := v[len(v)-1], len(v) > 1 && strings.IndexByte("aeiou", v[len(v)-2]) >= 0
	stem := v
	if doubles[v] || shortVowel(v) {
		stem = v + string(last)
	}
	switch {
	case v == "be":
		return "is", "being", "was"
	case v == "go":
		return "goes", "going", "went"
	case last == 'y' && !vowelBefore:
		return v[:len(v)-1] + "ies", v + "ing", v[:len(v)-1] + "ied"
	case strings.HasSuffix(v, "ie"):
		return v + "s", v[:len(v)-2] + "ying", v + "d"
	case strings.HasSuffix(v, "ee") || strings.HasSuffix(v, "oe"):
		return v + "s", v + "ing", v + "d"
	case last == 'e':
		return v + "s", v[:len(v)-1] + "ing", v + "d"
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "x"), strings.HasSuffix(v, "z"), strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"):
		return v + "es", stem + "ing", stem + "ed"
	case last == 'o' && !vowelBefore:
		return v + "es", v + "ing", v + "ed"
	}
	return v + "s", stem + "ing", stem + "ed"
}

// shortVowel reports whether v is one syllable of consonants, one vowel, one consonant: it doubles its last letter (beg, begged).
func shortVowel(v string) bool {
	n := len(v)
	if n < 3 || strings.IndexByte("aeiouwxy", v[n-1]) >= 0 || strings.IndexByte("aeiouy", v[n-2]) < 0 {
		return false
	}
	for i := 0; i < n-2; i++ {
		if strings.IndexByte("aeiouy", v[i]) >= 0 {
			return false
		}
	}
	return true
}
