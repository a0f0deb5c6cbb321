package prosetag

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// A tagging is the work on one document, with what it can use again.
type tagging struct {
	model *model
	words []word // of the sentence, with two beyond either end
}

// A word is what prose is told of one or more tokens.
type word struct {
	text  string // as prose's training text spells it
	norm  string // in small letters, or the kind of number or compound
	limit int    // index after its last token
}

// sentence tags the tokens of one sentence, from left to right, each by the features of its surroundings and the two tags before.
func (t *tagging) sentence(text string, tokens []dateline.Token) {
	t.read(text, tokens)
	tag1, tag2 := "-START-", "-START2-"
	first := 0
	for i := 2; i < len(t.words)-2; i++ {
		tag, pos := t.tag(i, tag1, tag2)
		limit := t.words[i].limit
		for k := first; k < limit; k++ {
			tokens[k].POS = pos
			if mark(text[tokens[k].Start:tokens[k].End]) {
				tokens[k].POS = dateline.PosPunct
			}
		}
		first, tag1, tag2 = limit, tag, tag1
	}
}

// read spells tokens as words.
func (t *tagging) read(text string, tokens []dateline.Token) {
	t.words = append(t.words[:0], word{norm: "-START-"}, word{norm: "-START2-"})
	for i := 0; i < len(tokens); {
		k := i + 1
		for k+1 < len(tokens) && hyphen(text[tokens[k].Start:tokens[k].End]) &&
			tokens[k-1].End == tokens[k].Start && tokens[k].End == tokens[k+1].Start && !mark(text[tokens[k+1].Start:tokens[k+1].End]) {
			k += 2 // U.S.-led
		}
		w := text[tokens[i].Start:tokens[k-1].End]
		if k == i+1 {
			w = spell(w, i > 0 && tokens[i-1].End == tokens[i].Start, k < len(tokens) && tokens[i].End == tokens[k].Start)
		}
		t.words = append(t.words, word{w, normalize(w), k})
		i = k
	}
	t.words = append(t.words, word{norm: "-END-"}, word{norm: "-END2-"})
}

func hyphen(s string) bool { return s == "-" || s == "‐" || s == "‑" }

// mark reports whether s has no letter or digit.
func mark(s string) bool {
	for _, r := range s {
		if r < utf8.RuneSelf && ('a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9') || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return false
		}
	}
	return true
}

// spell returns the token s as the Penn Treebank writes it. before and after tell whether other tokens touch it.
func spell(s string, before, after bool) string {
	switch s {
	case "\"", "''":
		if after && !before {
			return "``"
		}
		return "''"
	case "“", "«", "„":
		return "``"
	case "”", "»":
		return "''"
	case "‘":
		return "`"
	case "’", "ʼ":
		return "'"
	case "—", "–", "―":
		return "--"
	case "…":
		return "..."
	case "€", "£", "¥":
		return "$"
	}
	if len(s) < 12 && strings.Contains(s, "’") {
		return strings.ReplaceAll(s, "’", "'")
	}
	return s
}

// normalize is prose's function of that name.
func normalize(s string) string {
	switch {
	case strings.Contains(s, "-") && s[0] != '-':
		return "!HYPHEN"
	case len(s) == 4 && isNumber(s):
		return "!YEAR"
	case '0' <= s[0] && s[0] <= '9':
		return "!DIGITS"
	}
	return strings.ToLower(s)
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// tag returns prose's tag for word i, by name and as a POS, after the tags tag1 and, before that, tag2.
func (t *tagging) tag(i int, tag1, tag2 string) (string, dateline.POS) {
	m, w := t.model, t.words[i].text
	switch {
	case w == "-":
		return "-", dateline.PosPunct
	case w[0] == '@', strings.Contains(w, "://"), strings.Contains(w, "@") && strings.Contains(w, "."):
		return "NN", dateline.PosNN
	}
	if class, ok := m.fixed[w]; ok {
		return m.classes[class], m.pos[class]
	}
	var scores [1 << classBits]int32
	norm, left, right := t.words[i].norm, t.words[i-1].norm, t.words[i+1].norm
	m.add(&scores, hash(offset, "bias"))
	m.add(&scores, hash(hash(offset, "i suffix "), suffix(w)))
	m.add(&scores, hash(hash(offset, "i pref1 "), string(rune(w[0]))))
	m.add(&scores, hash(hash(offset, "i-1 tag "), tag1))
	m.add(&scores, hash(hash(offset, "i-2 tag "), tag2))
	m.add(&scores, hash(hash(hash(hash(offset, "i tag+i-2 tag "), tag1), " "), tag2))
	m.add(&scores, hash(hash(offset, "i word "), norm))
	m.add(&scores, hash(hash(hash(hash(offset, "i-1 tag+i word "), tag1), " "), norm))
	m.add(&scores, hash(hash(offset, "i-1 word "), left))
	m.add(&scores, hash(hash(offset, "i-1 suffix "), suffix(left)))
	m.add(&scores, hash(hash(offset, "i-2 word "), t.words[i-2].norm))
	m.add(&scores, hash(hash(offset, "i+1 word "), right))
	m.add(&scores, hash(hash(offset, "i+1 suffix "), suffix(right)))
	m.add(&scores, hash(hash(offset, "i+2 word "), t.words[i+2].norm))
	best := 0
	for c := range m.classes {
		if scores[c] > scores[best] {
			best = c
		}
	}
	return m.classes[best], m.pos[best]
}

// suffix returns the last three bytes of s.
func suffix(s string) string { return s[max(0, len(s)-3):] }
