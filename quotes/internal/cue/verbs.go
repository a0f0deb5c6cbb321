package cue

//go:generate go run ./gen

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed verbs.txt
var verbsTSV string

// A Form is the inflection of a verb.
type Form uint8

// The forms. A bit each, since one word may be several ("read", "said").
const (
	Base       Form = 1 << iota // say
	Third                       // says
	Gerund                      // saying
	Past                        // said
	Participle                  // (has, was) said
)

// A Verb is a verb of attribution in some form, or the zero Verb.
type Verb struct {
	Lemma string
	Tier  uint8 // 1 speech beyond doubt, 2 often speech, 3 speech now and then, 0 no verb of attribution
	Forms Form
	Frame Frame
	Words uint8 // number of words: 2 in "pointed out"
}

// Finite reports whether the form can be a finite verb: a Base only is, in the plural (they say).
func (v Verb) Finite() bool { return v.Forms&(Past|Third|Base) != 0 }

type lexicon struct {
	may   [1 << 15]bool // by shape: whether words has such a word
	words map[string]Word
	verbs []Verb // Word.Verb is an index here; 0 is none
	multi map[string][]phrase
}

// A phrase is a verb of several words without the first: "out" of "pointed out".
type phrase struct {
	rest []string
	verb int
}

var (
	once sync.Once
	lex  *lexicon
)

// load compiles the word lists on first use.
func load() *lexicon {
	once.Do(func() { lex = build() })
	return lex
}

func build() *lexicon {
	frame := frames()
	l := &lexicon{words: map[string]Word{}, verbs: make([]Verb, 1), multi: map[string][]phrase{}}
	for class, list := range classes {
		for _, w := range strings.Fields(list) {
			e := l.words[w]
			e.Class |= 1 << Class(class)
			l.words[w] = e
		}
	}
	for _, w := range strings.Fields(nounsInLy) {
		if _, ok := l.words[w]; !ok {
			l.words[w] = Word{}
		}
	}
	for _, line := range strings.Split(verbsTSV, "\n") {
		if col := strings.Split(line, "\t"); len(col) == 6 {
			l.verb(col, frame)
		}
	}
	for w := range l.words {
		l.may[shape([]byte(w))] = true
	}
	return l
}

// verb adds a line of verbs.txt. The first line of a lemma wins.
func (l *lexicon) verb(col []string, frame map[string]Frame) {
	lemma, tier := col[0], col[1][0]-'0'
	by := map[string]Form{}
	var order []string
	for i, w := range []string{lemma, col[2], col[3], col[4], col[5]} {
		if by[w] == 0 {
			order = append(order, w)
		}
		by[w] |= Base << i
	}
	for _, w := range order {
		words := strings.Fields(w)
		v := Verb{Lemma: lemma, Tier: tier, Forms: by[w], Frame: frame[lemma], Words: uint8(len(words))}
		if len(words) > 1 {
			l.multi[words[0]] = append(l.multi[words[0]], phrase{words[1:], len(l.verbs)})
			e := l.words[words[0]]
			e.Class |= 1 << MultiVerb
			l.words[words[0]] = e
		} else if e := l.words[w]; e.Verb == 0 {
			e.Verb = uint16(len(l.verbs))
			l.words[w] = e
		}
		l.verbs = append(l.verbs, v)
	}
}
