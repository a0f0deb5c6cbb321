package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
)

// endLine divides the tokens of the line into sentences.
//
// A boundary comes after a token that ends in a stop (full stop, question or exclamation mark, ellipsis, or the dot of an
// abbreviation) and the closing marks that touch it, and depends on what follows:
//
//	a comma, dash, closing mark, ...        goes on
//	a lower-case word                       goes on, unless the stop is a plain full stop after a whole word
//	a capital, digit, opening mark, symbol  ends; after "?" or "!" and a closing quotation mark not before "Name said"
//
// after an abbreviation by its kind (abbrev.go), and never after the number of a list ("1.", "a.") at the start.
func (s *splitter) endLine() {
	first := s.first
	for i := s.first; i < len(s.tokens); i++ {
		stop := s.stopAt(i)
		if stop == stopNone {
			continue
		}
		last := s.closers(i)
		if last+1 < len(s.tokens) && s.boundary(first, i, last, stop) {
			s.sentence(first, last+1)
			first = last + 1
		}
		i = last
	}
	if first < len(s.tokens) {
		s.sentence(first, len(s.tokens))
	}
	s.first = len(s.tokens)
}

func (s *splitter) sentence(first, limit int) {
	s.sentences = append(s.sentences, dateline.Sentence{
		Span:  dateline.Span{Start: s.tokens[first].Start, End: s.tokens[limit-1].End},
		First: first, Limit: limit,
	})
}

func (s *splitter) tokenText(i int) string { return s.text[s.tokens[i].Start:s.tokens[i].End] }

// A stop is what may end a sentence.
type stop uint8

const (
	stopNone     stop = iota
	stopFull          // "."
	stopMark          // "?", "!"
	stopEllipsis      // "...", "…"
	stopWord          // the dot of an abbreviation
)

// stopAt returns what token i is as a stop.
func (s *splitter) stopAt(i int) stop {
	t := s.tokens[i]
	switch s.text[t.End-1] {
	case '.':
		switch {
		case t.Len() == 1 && i > 0 && i+1 < len(s.tokens) && s.tokens[i-1].End < t.Start && s.tokens[i+1].Start == t.End:
			return stopNone // ".NET"
		case t.Len() == 1:
			return stopFull
		case s.text[t.Start] == '.':
			return stopEllipsis
		}
		return stopWord
	case '!', '?':
		return stopMark
	case 0xA6, 0x82, 0x81, 0x9F:
		switch s.tokenText(i) {
		case "…":
			return stopEllipsis
		case "。":
			return stopFull
		case "！", "？":
			return stopMark
		}
	}
	return stopNone
}

// closers returns the last of the tokens after i that close what the stop i ends: stops and closing marks that touch
// it, and the numbers of notes.
func (s *splitter) closers(i int) int {
	for i+1 < len(s.tokens) {
		touches := s.tokens[i+1].Start == s.tokens[i].End
		switch s.tokenText(i + 1) {
		case "”", ")", "]", "»":
		case "\"", "'", "''", "’", "*":
			if !touches {
				return i
			}
		case "!", "?", "...", "…", "!!", "??", "!!!", "???":
			if !touches {
				return i
			}
		case "[":
			if !s.note(i + 1) {
				return i
			}
			i += 2
		default:
			return i
		}
		i++
	}
	return i
}

// note reports whether the tokens from i are the number of a note: [12].
func (s *splitter) note(i int) bool {
	if i+2 >= len(s.tokens) || s.tokenText(i+2) != "]" {
		return false
	}
	b := s.text[s.tokens[i+1].Start]
	return '0' <= b && b <= '9' && s.tokens[i+1].Len() <= 3
}

// boundary reports whether a sentence that began at token first ends after token last, where its stop is token i.
func (s *splitter) boundary(first, i, last int, st stop) bool {
	next := last + 1
	word := next // the first token that is no opening mark
	for word < len(s.tokens)-1 && word < next+3 && opening(s.tokenText(word)) {
		word++
	}
	touches := s.tokens[next].Start == s.tokens[last].End
	start := s.start(word)
	if next == word && start == startInner || s.listMark(first, i) || s.stopAt(next) == stopEllipsis {
		return false
	}
	if touches && next == word && last == i && (start != startUpper || st == stopWord) {
		return false // "Yahoo!7", ".NET", "U.S.-led"
	}
	switch st {
	case stopWord:
		return s.afterWord(i, word, start)
	case stopEllipsis:
		if next == word && i > first && s.tokens[i-1].End < s.tokens[i].Start && s.stopAt(i-1) == stopNone {
			return opens(s.tokenText(word)) // "The ... Clinton team" leaves words out
		}
		return start != startLower || next != word
	case stopMark:
		return start != startLower && !(next == word && last > i && s.says(word)) && !s.exclaims(i)
	}
	if start == startLower && next == word {
		return last == i && s.wholeWord(i-1, first)
	}
	return true
}

// afterWord is boundary for the dot of an abbreviation.
func (s *splitter) afterWord(i, word int, start start) bool {
	if start != startUpper {
		return false
	}
	abbr, next := s.tokenText(i), s.tokenText(word)
	switch kind := wordDot(abbr); {
	case kind == dotTitle && utf8.RuneCountInString(abbr) == 2: // an initial, or the letter of "Plan B."
		return opens(next) && len(next) > 2 && s.lowerAfter(word)
	case kind == dotTitle:
		return false
	case kind == dotTime:
		return !clock(next)
	}
	return opens(next)
}

// lowerAfter reports whether a lower-case word follows token i.
func (s *splitter) lowerAfter(i int) bool {
	return i+1 < len(s.tokens) && s.start(i+1) == startLower
}

// A start is how a token begins.
type start uint8

const (
	startOther start = iota // digit, symbol
	startUpper
	startLower
	startInner // a mark that stands inside a sentence
)

func (s *splitter) start(i int) start {
	r, n := utf8.DecodeRuneInString(s.text[s.tokens[i].Start:])
	switch {
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return startUpper
	case unicode.IsLower(r):
		return startLower
	case unicode.IsLetter(r) || r == utf8.RuneError && n == 1:
		return startUpper // scripts without case
	}
	switch r {
	case ',', ';', ':', '-', '–', '—', ')', ']', '}', '”', '»', '/', '.', '!', '?', '…', '%':
		return startInner
	}
	return startOther
}

func opening(t string) bool {
	switch t {
	case "\"", "'", "“", "‘", "``", "`", "''", "(", "[", "«", "„", "...", "…":
		return true
	}
	return false
}

// listMark reports whether the tokens from first to i are just the number or letter of an item of a list.
func (s *splitter) listMark(first, i int) bool {
	if i == first+1 {
		t := s.tokens[first]
		b := s.text[t.Start]
		return t.Len() == 1 || t.Len() <= 3 && b < utf8.RuneSelf && classes[b] == classDigit
	}
	return false
}

// wholeWord reports whether token i, before a full stop, is a word rather than an abbreviation that is not in the list.
func (s *splitter) wholeWord(i, first int) bool {
	if i < first {
		return false
	}
	t := s.tokens[i]
	if t.Len() < 4 {
		b := s.text[t.End-1]
		return b < utf8.RuneSelf && classes[b] != classLower && classes[b] != classUpper
	}
	return true
}

// exclaims reports whether the mark at token i belongs to a name.
func (s *splitter) exclaims(i int) bool {
	if i == 0 || s.tokens[i-1].End != s.tokens[i].Start || s.text[s.tokens[i].Start] != '!' {
		return false
	}
	w := s.tokenText(i - 1)
	return w == "Yahoo" || w == "Jeopardy" || w == "Yum"
}

// says reports whether a name and a verb of saying begin at token i, as after `"Go!"`.
func (s *splitter) says(i int) bool {
	for k := i; k < len(s.tokens) && k < i+6; k++ {
		switch t := s.tokenText(k); {
		case k > i && verb(t):
			return true
		case s.start(k) != startUpper && !strings.HasSuffix(t, ".") && t != "-":
			return false
		}
	}
	return false
}

// verb reports whether word is one of the commonest verbs of saying after a question or exclamation.
func verb(word string) bool {
	switch word {
	case "said", "says", "asked", "asks", "told", "added", "wrote", "tweeted", "cried", "shouted", "yelled", "exclaimed", "replied",
		"wondered", "joked", "continued", "posted", "screamed", "recalled", "quipped", "laughed", "called", "answered":
		return true
	}
	return false
}
