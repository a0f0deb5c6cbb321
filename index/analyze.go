package index

// The words of a text, as they are indexed and searched.
//
// A word is a run of letters, marks and digits; apostrophes inside it and full stops between its single letters are passed
// over ("O'Brien" is obrien, "U.S." is us), everything else parts words ("anti-ISIS" is anti, isis), a possessive ending is
// cut off. Han and kana are words of one character. Words are lower-cased, Latin letters lose their diacritics, then comes
// the Porter stemmer. Common words (the stop list of bleve's "en" analyzer) are not indexed but keep their place in phrases.
// Not done: decomposed letters are folded, but not composed; there is no list of irregular forms.

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/char/asciifolding"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/token/porter"

	"github.com/dateline-nlp/dateline"
)

// maxTerm is the longest term in bytes; a longer word is cut.
const maxTerm = 128

// An analyzer is the analysis of text fields.
type analyzer struct {
	stem analysis.TokenFilter
	stop analysis.TokenMap
}

var (
	analyzerOnce sync.Once
	analyzerText *analyzer
)

func textAnalyzer() *analyzer {
	analyzerOnce.Do(func() {
		stop := analysis.NewTokenMap()
		if err := stop.LoadBytes(en.EnglishStopWords); err != nil {
			panic(err) // the list is compiled in
		}
		analyzerText = &analyzer{stem: porter.NewPorterStemmer(), stop: stop}
	})
	return analyzerText
}

// Analyze returns the indexed words of text; positions count from 1 and count the words that are left out, too. There are no
// offsets, which would take a quarter of the index: placesOf finds a word again by its position.
func (a *analyzer) Analyze(text []byte) analysis.TokenStream {
	out := make(analysis.TokenStream, 0, len(text)/9+1)
	tokens := make([]analysis.Token, 0, 64) // in blocks, for fewer allocations
	pos := 0
	for at := 0; at < len(text); {
		start, end := nextWord(text, at)
		if start == end {
			break
		}
		at = end
		term := fold(text[start:end])
		if len(term) == 0 {
			continue
		}
		pos++
		if a.stop[string(term)] {
			continue
		}
		if len(tokens) == cap(tokens) {
			tokens = make([]analysis.Token, 0, 256)
		}
		tokens = append(tokens, analysis.Token{Term: term, Position: pos, Type: analysis.AlphaNumeric})
		out = append(out, &tokens[len(tokens)-1])
	}
	return a.stem.Filter(out)
}

// placesOf returns where the words at some positions of Analyze, which are ordered, stand in text.
func placesOf(text string, positions []int) (out []dateline.Span) {
	b := []byte(text)
	pos := 0
	for at := 0; at < len(b) && len(out) < len(positions); {
		start, end := nextWord(b, at)
		if start == end {
			break
		}
		at = end
		if !isASCII(b[start:end]) && len(fold(b[start:end])) == 0 {
			continue
		}
		if pos++; pos == positions[len(out)] {
			out = append(out, dateline.Span{Start: start, End: end})
		}
	}
	return out
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// nextWord returns the bounds of the first word at or after at; equal bounds where there is none.
func nextWord(text []byte, at int) (start, end int) {
	for at < len(text) {
		c, n := class(text[at:])
		if c == classLetter || c == classDigit {
			break
		}
		if c == classIdeograph {
			return at, at + n
		}
		at += n
	}
	start = at
	letters := 0 // length of the run of letters since the last stop
	for at < len(text) {
		c, n := class(text[at:])
		switch c {
		case classLetter, classDigit:
			letters++
		case classMark:
		case classApostrophe, classStop:
			next, _ := classAfter(text, at+n)
			joins := next == classLetter && (c == classApostrophe || letters == 1 && singleLetter(text, at+n)) ||
				c == classStop && next == classDigit && prevDigit(text, at)
			if !joins {
				return start, at
			}
			letters = 0
		default:
			return start, at
		}
		at += n
	}
	return start, at
}

// singleLetter reports whether the letter at at is no beginning of a longer word: the S of "U.S.", not the C of "U.Com".
func singleLetter(text []byte, at int) bool {
	_, n := class(text[at:])
	c, _ := classAfter(text, at+n)
	return c != classLetter && c != classDigit
}

func prevDigit(text []byte, at int) bool { return at > 0 && text[at-1] >= '0' && text[at-1] <= '9' }

func classAfter(text []byte, at int) (int, int) {
	if at >= len(text) {
		return classOther, 0
	}
	return class(text[at:])
}

const (
	classOther = iota
	classLetter
	classDigit
	classMark // combining, or without width: part of the word it stands in
	classApostrophe
	classStop // full stop or comma: joins letters of U.S., digits of 1,000
	classIdeograph
)

func class(text []byte) (c, n int) {
	b := text[0]
	switch {
	case 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z':
		return classLetter, 1
	case '0' <= b && b <= '9':
		return classDigit, 1
	case b == '\'':
		return classApostrophe, 1
	case b == '.' || b == ',':
		return classStop, 1
	case b < utf8.RuneSelf:
		return classOther, 1
	}
	r, n := utf8.DecodeRune(text)
	switch {
	case r == '’' || r == 'ʼ':
		return classApostrophe, n
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return classIdeograph, n
	case unicode.IsLetter(r):
		return classLetter, n
	case unicode.IsDigit(r):
		return classDigit, n
	case unicode.In(r, unicode.Mn, unicode.Cf):
		return classMark, n
	}
	return classOther, n
}

var folding = asciifolding.New()

// fold returns a word in the form of the index before stemming, in memory of its own.
func fold(word []byte) []byte {
	if len(word) > maxTerm {
		cut := maxTerm
		for cut > 0 && !utf8.RuneStart(word[cut]) {
			cut--
		}
		word = word[:cut]
	}
	if n := len(word) - 2; n > 0 && word[n] == '\'' && (word[n+1] == 's' || word[n+1] == 'S') {
		word = word[:n]
	}
	out := make([]byte, 0, len(word))
	ascii := true
	for _, b := range word {
		switch {
		case 'A' <= b && b <= 'Z':
			b += 'a' - 'A'
		case b == '\'' || b == '.' || b == ',':
			continue
		case b >= utf8.RuneSelf:
			ascii = false
		}
		out = append(out, b)
	}
	if ascii {
		return out
	}
	return foldUnicode(string(word))
}

func foldUnicode(word string) []byte {
	word = strings.ToLower(word)
	for _, mark := range []string{"'s", "’s", "ʼs"} {
		word = strings.TrimSuffix(word, mark)
	}
	word = strings.Map(func(r rune) rune {
		if strings.ContainsRune("'’ʼ.,", r) || unicode.In(r, unicode.Mn, unicode.Cf) {
			return -1
		}
		return r
	}, word)
	return folding.Filter([]byte(word))
}

// keyAnalyzer takes each line of a field as one term.
type keyAnalyzer struct{}

// Analyze returns the lines of text.
func (keyAnalyzer) Analyze(text []byte) analysis.TokenStream {
	var out analysis.TokenStream
	for start, pos := 0, 1; start < len(text); pos++ {
		end := start
		for end < len(text) && text[end] != '\n' {
			end++
		}
		if end > start {
			out = append(out, &analysis.Token{Term: text[start:end:end], Start: start, End: end, Position: pos})
		}
		start = end + 1
	}
	return out
}

// indexable returns text with each invalid byte replaced by one ASCII character, so that offsets stay as they are. (bleve
// silently leaves out what follows an invalid byte.)
func indexable(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	b := []byte(text)
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			b[i] = '?'
		}
		i += n
	}
	return string(b)
}
