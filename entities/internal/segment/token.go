package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token adds the token at i, or several where a word is divided, and returns where it ends.
func (s *splitter) token(i int) int {
	c, n := s.class(i)
	if s.at < i {
		if k := strings.IndexByte(s.text[i:s.end], '@'); k >= 0 {
			s.at = i + k
		} else {
			s.at = s.end
		}
	}
	if c.word() {
		if j := s.address(i); j > i {
			return s.add(i, j)
		}
		return s.word(i)
	}
	if k := s.apostrophe(i); k > 0 {
		return s.quoteMark(i, k)
	}
	switch b := s.text[i]; b {
	case '@', '#':
		if c, _ := s.class(i + 1); (c == classLower || c == classUpper) && s.free(i) {
			return s.add(i, s.handle(i+1))
		}
	case '.':
		if c, _ := s.class(i + 1); c == classDigit && s.free(i) {
			return s.word(i)
		}
	}
	return s.add(i, s.run(i, c, n))
}

// free reports whether no token touches i from the left.
func (s *splitter) free(i int) bool {
	return len(s.tokens) == s.first || s.tokens[len(s.tokens)-1].End < i
}

// run returns the end of the mark of n bytes at i: with its repetitions, if it is one that is repeated for emphasis
// or as a rule, and with the joiners and marks that belong to it, if it is a symbol.
func (s *splitter) run(i int, c class, n int) int {
	j := i + n
	switch r, _ := utf8.DecodeRuneInString(s.text[i:s.end]); r {
	case '.', '-', '!', '?', '*', '=', '_', '~', '`', '–', '—', '…':
		mark := s.text[i:j]
		for strings.HasPrefix(s.text[j:s.end], mark) {
			j += n
		}
		return j
	case '"', '\'', '“', '”', '‘', '’', '(', ')', '[', ']', ',', ';', ':', '/':
		return j
	}
	if n < 3 {
		return j
	}
	// Emoji: variation selectors are combining marks; a joiner takes in the next symbol, not a space or a mark that closes what was said.
	for j < s.end {
		r, m := utf8.DecodeRuneInString(s.text[j:s.end])
		switch {
		case r == '\uFE0F' || r == '\uFE0E' || 0x1F3FB <= r && r <= 0x1F3FF:
			j += m
		case r == '\u200D' && c == classMark:
			next, k := utf8.DecodeRuneInString(s.text[j+m : s.end])
			if k < 3 || runeClass(next, k) != classMark || unicode.IsPunct(next) {
				return j
			}
			j += m + k
		default:
			return j
		}
	}
	return j
}

// apostrophe returns the length of the apostrophe at i, 0 if there is none.
func (s *splitter) apostrophe(i int) int {
	switch {
	case i >= s.end:
		return 0
	case s.text[i] == '\'':
		return 1
	case s.text[i] == 0xE2 && strings.HasPrefix(s.text[i:s.end], "’"):
		return len("’")
	case s.text[i] == 0xCA && strings.HasPrefix(s.text[i:s.end], "ʼ"):
		return len("ʼ")
	}
	return 0
}

// quoteMark adds the token that begins with an apostrophe of k bytes at i: a clitic, '90s, 'em, a double mark made of
// two, or just the mark.
func (s *splitter) quoteMark(i, k int) int {
	j := i + k
	if n := s.clitic(j); n > 0 {
		return s.add(i, j+n)
	}
	if k == 1 && j < s.end && s.text[j] == '\'' {
		return s.add(i, j+1)
	}
	if s.free(i) {
		w := s.letters(j)
		switch s.text[j:w] {
		case "em", "til", "cause", "bout", "tis", "Tis", "twas", "Twas":
			return s.add(i, w)
		}
		if w-j == 3 && s.text[w-1] == 's' && classes[s.text[j]&0x7F] == classDigit && classes[s.text[j+1]&0x7F] == classDigit {
			return s.add(i, w) // '90s
		}
	}
	return s.add(i, j)
}

// clitic returns the length of the letters of a clitic at i, which follows an apostrophe; 0 if there is none.
func (s *splitter) clitic(i int) int {
	w := i
	for w < s.end && w < i+3 && s.text[w] < utf8.RuneSelf && classes[s.text[w]].word() {
		w++
	}
	if c, _ := s.class(w); c.word() {
		return 0
	}
	switch s.text[i:w] {
	case "s", "S", "d", "D", "m", "M", "re", "RE", "ve", "VE", "ll", "LL":
		return w - i
	}
	return 0
}

// letters returns the end of the letters and digits at i.
func (s *splitter) letters(i int) int {
	for {
		c, n := s.class(i)
		if !c.word() {
			return i
		}
		i += n
	}
}

// handle returns the end of the letters, digits and underscores at i.
func (s *splitter) handle(i int) int {
	for {
		if i = s.letters(i); i >= s.end || s.text[i] != '_' {
			return i
		}
		i++
	}
}

// word adds the word that begins at i, in two tokens if it ends in n't, and returns where it ends.
func (s *splitter) word(i int) int {
	if j := s.isoDate(i); j > 0 {
		return s.add(i, j)
	}
	w := wordScan{start: i, part: i}
	j := i
	if s.text[i] == '.' {
		j++
	}
	for {
		c, n := s.class(j)
		if c.word() {
			w.last = c
			if c != classLower {
				w.marked = true // a capital or digit in this part
			}
			j += n
			continue
		}
		k := s.glue(&w, j, c, n)
		if k == 0 {
			break
		}
		j += k
	}
	if k := s.apostrophe(j); k > 0 && s.negation(i, j, k) {
		s.add(i, j-1)
		return s.add(j-1, j+k+1)
	}
	if j < s.end && s.text[j] == '.' && s.dot(i, j, s.acronym(&w, j)) != dotStop {
		j++
	} else if j < s.end && s.text[j] == '/' && w.dots > 0 && domain(s.text[i:j]) {
		j = s.trim(i, s.unbroken(j)) // bbc.co.uk/news
	}
	return s.add(i, j)
}

// acronym reports whether the word that ends at j is letters, one or two between dots: U.S, a.m, Ph.D.
func (s *splitter) acronym(w *wordScan, j int) bool {
	return w.dots > 0 && !w.number && !w.long && j-w.part <= 2 && !domain(s.text[w.start:j])
}

// negation reports whether the word text[i:j] with the apostrophe of k bytes at j ends in n't.
func (s *splitter) negation(i, j, k int) bool {
	if j-i < 2 || s.text[j-1]|0x20 != 'n' || j+k >= s.end || s.text[j+k]|0x20 != 't' {
		return false
	}
	c, _ := s.class(j + k + 1)
	return !c.word()
}

// A wordScan is the state of reading a word.
type wordScan struct {
	start  int   // of the word
	part   int   // start of the part after the last dot, hyphen or other glue
	last   class // of the last character
	marked bool  // the part since the last hyphen holds a capital or digit
	dots   int   // dots within
	number bool  // a dot or comma stood between digits
	long   bool  // a part before a dot has more than two letters
}

// glue returns how many bytes of the character at j, of n bytes, go on with the word; 0 if the word ends there.
func (s *splitter) glue(w *wordScan, j int, c class, n int) int {
	if n == 0 || c == classSpace || c == classBreak {
		return 0
	}
	next, m := s.class(j + n)
	if c == classJoiner {
		if !next.word() {
			return 0
		}
		return n
	}
	if k := s.apostrophe(j); k > 0 {
		if !next.word() || s.clitic(j+k) > 0 || s.negation(w.start, j, k) {
			return 0
		}
		return k
	}
	if !next.word() {
		return 0
	}
	digits := w.last == classDigit && next == classDigit
	switch s.text[j] {
	case '.':
		return s.dotGlue(w, j, next, m)
	case ',':
		if digits && s.grouped(w.start, j) {
			w.number = true
			return 1
		}
	case ':', '/':
		if digits {
			w.number = true
			return 1
		}
	case '&':
		if w.last == classUpper && next == classUpper {
			return 1
		}
	case '_':
		return 1
	case '-':
		return s.hyphenGlue(w, j, 1)
	case 0xE2:
		if r, _ := utf8.DecodeRuneInString(s.text[j:]); r == '\u2010' || r == '\u2011' {
			return s.hyphenGlue(w, j, n)
		}
	case 0xC2:
		if s.text[j+1] == 0xB7 && w.last == classLower && next == classLower {
			return n // the middle dot of Catalan
		}
	}
	return 0
}

// dotGlue is glue for a dot before a character of class next and m bytes.
func (s *splitter) dotGlue(w *wordScan, j int, next class, m int) int {
	letters := j - w.part
	switch {
	case next == classDigit:
		if w.last != classDigit {
			return 0
		}
		w.number = true
	case w.last == classDigit:
		return 0
	case next == classUpper && letters > 2:
		return 0 // a stop without a space: "said.He"
	case letters > 2 && (prefixFold(s.text[j+1:s.end], "http:") || prefixFold(s.text[j+1:s.end], "https:")):
		return 0
	case next == classUpper && w.dots == 0 && letters == 2 && !s.short(j+1, m):
		return 0
	}
	w.dots++
	w.long = w.long || letters > 2
	w.part = j + 1
	return 1
}

// short reports whether the letter of m bytes at i stands by itself, as in the D of Ph.D.
func (s *splitter) short(i, m int) bool {
	c, _ := s.class(i + m)
	return !c.word()
}

// grouped reports whether the comma at j, in a word from start, groups the digits of a number.
func (s *splitter) grouped(start, j int) bool {
	n := 0
	for n < 4 && j+1+n < s.end && classes[s.text[j+1+n]&0x7F] == classDigit && s.text[j+1+n] < utf8.RuneSelf {
		n++
	}
	return n == 3 || n == 2 && j-start <= 3
}

// hyphenGlue is glue for a hyphen of n bytes: it holds lower-case parts together.
func (s *splitter) hyphenGlue(w *wordScan, j, n int) int {
	if w.marked {
		return 0
	}
	for i := j + n; ; {
		c, m := s.class(i)
		if c == classUpper || c == classDigit {
			return 0
		}
		if !c.word() {
			break
		}
		i += m
	}
	w.part = j + n
	return n
}

// isoDate returns the end of a date of the form 2020-02-12 at i, 0 if there is none.
func (s *splitter) isoDate(i int) int {
	const form = "0000-00-00"
	if i+len(form) > s.end || s.text[i+4] != '-' {
		return 0
	}
	for k := range len(form) {
		if b := s.text[i+k]; form[k] == '-' && b != '-' || form[k] == '0' && (b < '0' || b > '9') {
			return 0
		}
	}
	if c, _ := s.class(i + len(form)); c.word() || s.text[min(i+len(form), s.end-1)] == '-' {
		return 0
	}
	return i + len(form)
}
