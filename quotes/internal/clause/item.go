// Package clause reads the sentences around quotations: noun phrases, verbs of attribution and their subjects.
//
// A paragraph becomes a row of items: words, names, marks, and each quoted stretch as one item, so that
//
//	"I don't know. Ask him," said Mr. Smith, a doctor. "Not me."
//
// reads as  QUOTE said NAME , a doctor .  QUOTE  and has two sentences. Frames are the places where somebody is made to say
// something: a verb (or "according to") with its subject. There is no parser: borders of phrases are told by small words,
// capitals, mentions and parts of speech where a stage before filled them in.
package clause

import (
	"slices"
	"sort"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/content"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// Kind is the kind of an Item.
type Kind uint8

// The kinds of Item.
const (
	Word   Kind = iota
	Name        // a mention that is a name, or a run of capitalized words
	Phrase      // a nominal mention of an entity: the secretary-general
	When        // a date
	Punct       // a mark of punctuation
	Quote       // an outermost stretch in quotation marks
	Paren       // a parenthesis without quotation marks
)

// An Item is a unit of a sentence.
type Item struct {
	dateline.Span
	Kind     Kind
	Mark     byte // of a Punct: , . : ; - ( ) and so on; - stands for every dash
	Cap      bool // starts with a capital letter
	POS      dateline.POS
	cue.Word       // classes of a Word
	Mention  int32 // index in Document.Mentions, -1 if none
	Stretch  int32 // of a Quote: index of the stretch, -1 if none
}

// A Sentence is a run of items with the frames found in it.
type Sentence struct {
	First, Limit int // items
	Para         int
	Frames       []Frame
}

// A Text is a document in items.
type Text struct {
	Doc         *dateline.Document
	Paras       []content.Paragraph
	Stretches   []content.Stretch
	Items       []Item
	Sentences   []Sentence
	words       cue.Table
	nextToken   int
	nextMention int
	arena       []Frame // those of all sentences
}

// spare holds Texts whose memory can be used again: the items of an article are larger than its text.
var spare = sync.Pool{New: func() any { return new(Text) }}

// Release gives the memory of t back. Nobody may use t, its items, sentences and frames after it.
func (t *Text) Release() {
	t.Doc, t.Paras, t.Stretches = nil, nil, nil
	spare.Put(t)
}

// Read divides doc into items and sentences and finds the frames.
func Read(doc *dateline.Document, paras []content.Paragraph, stretches []content.Stretch) *Text {
	t := spare.Get().(*Text)
	*t = Text{Doc: doc, Paras: paras, Stretches: stretches, words: cue.Words(), Items: slices.Grow(t.Items[:0], len(doc.Tokens)),
		Sentences: t.Sentences[:0], arena: t.arena[:0]}
	for i := range paras {
		t.paragraph(i)
	}
	for i := range t.Sentences {
		s := &t.Sentences[i]
		s.Frames = t.arena[len(t.arena):]
		t.frames(s)
		t.arena = append(t.arena, s.Frames...) // where they are already, as long as there is room
		s.Frames = s.Frames[:len(s.Frames):len(s.Frames)]
	}
	return t
}

// Text returns the words of a span.
func (t *Text) Text(s dateline.Span) string { return t.Doc.Slice(s) }

// String returns the words of an item.
func (t *Text) String(i int) string { return t.Doc.Slice(t.Items[i].Span) }

func (t *Text) paragraph(para int) {
	p := t.Paras[para]
	first := len(t.Items)
	st := p.First
	toks := t.Doc.Tokens
	for t.nextToken < len(toks) && toks[t.nextToken].Start < p.Start {
		t.nextToken++
	}
	for t.nextToken < len(toks) && toks[t.nextToken].Start < p.End {
		tok := toks[t.nextToken]
		for st < p.Limit && t.Stretches[st].Outer.End <= tok.Start {
			st++
		}
		if st < p.Limit && t.Stretches[st].Outer.Start <= tok.Start {
			s := t.Stretches[st]
			t.Items = append(t.Items, Item{Span: s.Outer, Kind: Quote, Mention: -1, Stretch: int32(st)})
			for t.nextToken < len(toks) && toks[t.nextToken].Start < s.Outer.End {
				t.nextToken++
			}
			for st < p.Limit && t.Stretches[st].Outer.Start < s.Outer.End {
				st++
			}
			continue
		}
		limit := p.End
		if st < p.Limit {
			limit = t.Stretches[st].Outer.Start
		}
		t.token(limit)
	}
	t.parens(first)
	t.names(first, p.Kind == dateline.SectionHeadline || p.Kind == dateline.SectionSubhead)
	t.split(first, para)
}

// token adds the item of the next token: a mention whole if it ends by limit.
func (t *Text) token(limit int) {
	toks, ms := t.Doc.Tokens, t.Doc.Mentions
	tok := toks[t.nextToken]
	t.nextToken++
	for t.nextMention < len(ms) && ms[t.nextMention].End <= tok.Start {
		t.nextMention++
	}
	it := Item{Span: tok.Span, POS: tok.POS, Mention: -1, Stretch: -1}
	text := t.Doc.Text[tok.Start:tok.End]
	r, _ := utf8.DecodeRuneInString(text)
	it.Cap = unicode.IsUpper(r)
	if text == "''" || text == "``" {
		return // apostrophes that are no quotation mark here are no mark of the sentence either
	}
	if m := t.nextMention; m < len(ms) && ms[m].Start <= tok.Start && ms[m].End >= tok.End && ms[m].End <= limit {
		it.Mention = int32(m)
		switch {
		case ms[m].Form == dateline.FormPronoun:
			it.Word = t.words.Lookup(text)
			t.Items = append(t.Items, it)
			return
		case ms[m].Label == dateline.Date:
			it.Kind = When
		case ms[m].Form == dateline.FormNominal:
			it.Kind = Phrase
		default:
			it.Kind = Name
		}
		it.End = ms[m].End
		for t.nextToken < len(toks) && toks[t.nextToken].Start < it.End {
			t.nextToken++
		}
	} else if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !(r == '\'' || r == '’') {
		it.Kind, it.Mark = Punct, mark(r)
		it.Word = t.words.Lookup(text)
	} else if it.Word = t.words.Lookup(text); (text == "May" || text == "Will") && !t.sentenceStarts(tok.Start) {
		it.Word = cue.Word{}
	}
	t.Items = append(t.Items, it)
}

func mark(r rune) byte {
	switch r {
	case '—', '–', '-', '―':
		return '-'
	case '…':
		return '.'
	case '•', '▪', '‣', '●', '◦', '■': // of a list: it belongs to no phrase
		return ';'
	}
	if r < utf8.RuneSelf {
		return byte(r)
	}
	return '*'
}

// parens makes one item of each parenthesis that holds no quotation.
func (t *Text) parens(first int) {
	out := first
	for i := first; i < len(t.Items); i++ {
		it := t.Items[i]
		if it.Mark == '(' || it.Mark == '[' {
			if j := t.closing(i); j > 0 {
				it = Item{Span: dateline.Span{Start: it.Start, End: t.Items[j].End}, Kind: Paren, Mention: -1, Stretch: -1}
				i = j
			}
		}
		t.Items[out] = it
		out++
	}
	t.Items = t.Items[:out]
}

func (t *Text) closing(i int) int {
	for j := i + 1; j < len(t.Items) && j < i+40; j++ {
		switch it := &t.Items[j]; {
		case it.Kind == Quote || it.Mark == '(':
			return 0
		case it.Mark == ')' || it.Mark == ']':
			return j
		}
	}
	return 0
}

// names joins runs of capitalized words that no mention covers, with the names beside them: a speaker need not be an entity, and
// no tagger finds all. Titles ("Sen.", "President") stay apart.
func (t *Text) names(first int, title bool) {
	out := first
	for i := first; i < len(t.Items); i++ {
		it := t.Items[i]
		if t.capital(first, i, title) {
			j := i + 1
			for j < len(t.Items) && t.capital(first, j, title) {
				it.End = t.Items[j].End
				j++
			}
			if j > i+1 || i > first && !t.startsSentence(i) {
				it.Kind, it.Word = Name, cue.Word{Class: it.Class & (1<<cue.Role | 1<<cue.Document)}
				i = j - 1
			}
		}
		t.Items[out] = it
		out++
	}
	t.Items = t.Items[:out]
}

const smallWords = 1<<cue.Det | 1<<cue.Possess | 1<<cue.Prep | 1<<cue.Coord | 1<<cue.Subord | 1<<cue.Relative | 1<<cue.Aux | 1<<cue.Modal |
	1<<cue.Neg | 1<<cue.Adverb | 1<<cue.Subject | 1<<cue.Object | 1<<cue.Someone | 1<<cue.Wh | 1<<cue.That | 1<<cue.To | 1<<cue.Time |
	1<<cue.Honorific | 1<<cue.According | 1<<cue.Finite | 1<<cue.PosS

func (t *Text) capital(first, i int, title bool) bool {
	it := &t.Items[i]
	if it.Kind != Word || !it.Cap || it.Mention >= 0 || it.Any(smallWords) {
		return false
	}
	if it.Verb == 0 {
		return true
	}
	v := t.words.VerbAt(it.Word)
	return i > first && !t.startsSentence(i) && (v.Tier == 3 || !title && v.Forms&(cue.Past|cue.Participle) == 0 &&
		t.Items[i-1].Cap && t.Items[i-1].Kind != Quote) // United States
}

// startsSentence reports whether a capital at i says nothing, because a sentence begins there.
func (t *Text) startsSentence(i int) bool {
	if i == 0 {
		return true
	}
	s := t.Doc.SentenceAt(t.Items[i].Start)
	return s >= 0 && t.Doc.Sentences[s].Start == t.Items[i].Start || t.Items[i-1].Kind == Quote || t.Items[i-1].Mark == ':'
}

// longest is the number of items after which a sentence is cut in any case: what is looked up per sentence stays bounded, and so
// the whole linear. The longest sentences of news have about 100 items.
const longest = 160

// split makes sentences of the items of a paragraph. Ends of sentences outside quotations are the document's; behind a
// quotation it depends on how that ends and what follows.
func (t *Text) split(first, para int) {
	start := first
	for i := first; i < len(t.Items); i++ {
		if i+1 == len(t.Items) || t.breakAfter(i) || i+1-start >= longest {
			t.Sentences = append(t.Sentences, Sentence{First: start, Limit: i + 1, Para: para})
			start = i + 1
		}
	}
}

func (t *Text) breakAfter(i int) bool {
	it, next := &t.Items[i], &t.Items[i+1]
	if it.Kind != Quote {
		return t.sentenceStarts(next.Start)
	}
	end := t.lastRune(t.Stretches[it.Stretch].Inner)
	if next.Kind == Punct {
		return false
	}
	if next.Kind == Quote && (end == '.' || end == '!' || end == '?') {
		return true
	}
	if end != '.' && end != '!' && end != '?' && end != '…' {
		return next.Kind == Word && next.Cap && t.sentenceStarts(next.Start) && end != ','
	}
	if next.Kind == Word && !next.Cap || next.Kind == Paren {
		return false
	}
	if i > 0 && t.Items[i-1].Kind == Punct && (t.Items[i-1].Mark == ',' || t.Items[i-1].Mark == ':') {
		return true // NAME said, "A?" NAME said
	}
	return !t.saysNext(i+1, end)
}

func (t *Text) sentenceStarts(pos int) bool {
	ss := t.Doc.Sentences
	i := sort.Search(len(ss), func(i int) bool { return ss[i].Start >= pos })
	return i < len(ss) && ss[i].Start == pos
}

func (t *Text) lastRune(s dateline.Span) rune {
	for s.End > s.Start {
		r, n := utf8.DecodeLastRuneInString(t.Doc.Text[s.Start:s.End])
		switch r {
		case '\'', '’', '”', '"', ')', ']', '»', ' ':
			s.End -= n
			continue
		}
		return r
	}
	return 0
}

// saysNext reports whether items from i on are a short attribution of the quotation before: "Why?" Smith asked.
func (t *Text) saysNext(i int, end rune) bool {
	n := len(t.Items)
	reach := i + 4
	if end != '.' {
		reach = i + 12 // "Why?" NAME, a doctor, asked
	}
	for j := i; j < n && j < reach; j++ {
		it := &t.Items[j]
		if it.Kind == Punct && (end == '.' || it.Mark != ',') || it.Kind == Quote {
			return false
		}
		if j > i+3 && it.Kind == Word && it.Any(1<<cue.Aux|1<<cue.Modal|1<<cue.That) {
			return false
		}
		v := t.words.VerbAt(it.Word)
		if it.Is(cue.MultiVerb) && j+1 < n {
			if m := t.words.Multi(t.String(j), func(k int) string {
				if j+k < n {
					return t.String(j + k)
				}
				return ""
			}); m.Words > 0 {
				v = m
			}
		}
		if it.Kind == Word && (v.Tier == 1 || v.Tier == 2 && end != '.') && v.Forms&(Past|Third) != 0 && j > i {
			if end != '.' {
				return j+1 == n || t.Items[j+1].Kind != Quote
			}
			return j+1 == n || t.Items[j+1].Mark == '.'
		}
	}
	return false
}

// Forms of verbs.
const (
	Past   = cue.Past
	Third  = cue.Third
	Gerund = cue.Gerund
)
