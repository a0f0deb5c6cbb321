package prosetag

import (
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
	text   string // as prose's training text spells it
	norm   uint64 // hash of it in small letters, or of the kind of number or compound
	suffix uint64 // hash of the last three bytes of the same
	limit  int    // index after its last token
}

func newWord(text, norm string, limit int) word {
	return word{text, hash(norm), hash(suffix(norm)), limit}
}

// The words beyond the ends of a sentence. prose has them in this order at both ends.
var (
	before = [2]word{newWord("", "-START-", 0), newWord("", "-START2-", 0)}
	after  = [2]word{newWord("", "-END-", 0), newWord("", "-END2-", 0)}
)

// forget lets go of the text, and of room that only a monstrous sentence needs.
func (t *tagging) forget() {
	if cap(t.words) > 1<<12 {
		t.words = nil
	}
	clear(t.words[:cap(t.words)])
}

// sentence tags the tokens of one sentence, from left to right, each by the features of its surroundings and the two
// tags before.
func (t *tagging) sentence(text string, tokens []dateline.Token) {
	t.read(text, tokens)
	tag1, tag2 := uint8(len(t.model.classes)+tagStart), uint8(len(t.model.classes)+tagStart2)
	first := 0
	for i := 2; i < len(t.words)-2; i++ {
		tag := t.tag(i, tag1, tag2)
		pos := dateline.PosPunct
		if int(tag) < len(t.model.pos) {
			pos = t.model.pos[tag]
		}
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
	t.words = append(t.words[:0], before[:]...)
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
		t.words = append(t.words, normalize(w, k))
		i = k
	}
	t.words = append(t.words, after[:]...)
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

// normalize returns the word for text: what prose's function of that name makes of it.
func normalize(text string, limit int) word {
	switch {
	case strings.Contains(text, "-") && text[0] != '-':
		return newWord(text, "!HYPHEN", limit)
	case len(text) == 4 && isNumber(text):
		return newWord(text, "!YEAR", limit)
	case '0' <= text[0] && text[0] <= '9':
		return newWord(text, "!DIGITS", limit)
	case len(text) > maxLower:
		return newWord(text, strings.ToLower(text), limit)
	}
	var low [maxLower]byte
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return newWord(text, strings.ToLower(text), limit)
		}
		low[i] = lower(text[i])
	}
	end := low[:len(text)]
	return word{text, hash(end), hash(end[max(0, len(end)-3):]), limit}
}

// maxLower is the length of the longest word in small letters that is made without allocating.
const maxLower = 32

// isNumber reports whether s is a whole number, with a sign perhaps.
func isNumber(s string) bool {
	if s[0] == '+' || s[0] == '-' {
		s = s[1:]
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// tag returns prose's tag for word i, after the tags tag1 and, before that, tag2: a class, or one of the others.
func (t *tagging) tag(i int, tag1, tag2 uint8) uint8 {
	m, w := t.model, t.words[i].text
	switch {
	case w == "-":
		return uint8(len(m.classes) + tagHyphen)
	case w[0] == '@', strings.Contains(w, "://"), strings.Contains(w, "@") && strings.Contains(w, "."):
		return m.number["NN"]
	}
	if class, ok := m.fixed[w]; ok {
		return class
	}
	var scores [1 << classBits]int32
	norm, left, right := t.words[i].norm, &t.words[i-1], &t.words[i+1]
	h1, h2 := m.tags[tag1], m.tags[tag2]
	m.add(&scores, key(kindBias, 0, 0))
	m.add(&scores, key(kindSuffix, hash(suffix(w)), 0))
	m.add(&scores, key(kindPrefix, hash(string(rune(w[0]))), 0))
	m.add(&scores, key(kindTag1, h1, 0))
	m.add(&scores, key(kindTag2, h2, 0))
	m.add(&scores, key(kindTags, h1, h2))
	m.add(&scores, key(kindWord, norm, 0))
	m.add(&scores, key(kindTag1Word, h1, norm))
	m.add(&scores, key(kindWord1, left.norm, 0))
	m.add(&scores, key(kindSuffix1, left.suffix, 0))
	m.add(&scores, key(kindWord2, t.words[i-2].norm, 0))
	m.add(&scores, key(kindNext, right.norm, 0))
	m.add(&scores, key(kindNextSuffix, right.suffix, 0))
	m.add(&scores, key(kindNext2, t.words[i+2].norm, 0))
	best := 0
	for c := range m.classes {
		if scores[c] > scores[best] {
			best = c
		}
	}
	return uint8(best)
}

// suffix returns the last three bytes of s.
func suffix(s string) string { return s[max(0, len(s)-3):] }
