// Package source finds who said what stands in quotation marks.
//
// Sentences are read in order. For each quoted stretch the rules below are tried, the most precise first; the one that wins is
// named in Quote.Rule. A stretch that no rule reaches is no quotation.
//
//	quote-name-verb     "A," NAME said
//	quote-verb-name     "A," said NAME
//	quote-according     "A," according to NAME
//	name-verb-quote     NAME said, "A"; NAME told reporters: "A"; NAME called it "A"
//	according-quote     According to NAME, "A"
//	clause-quote        NAME said the plan was "A" and wrong
//	clause-quote-after  The plan was "A", NAME said
//	colon               NAME: "A"; NAME on his plans: "A"
//	dash                "A" - NAME
//	turn                Q: A / NAME: A
//	continued           a paragraph that takes up the quotation of the one before
//	interrupted         "A," NAME said. "B."
//	carried             NAME spoke at length. "A."
//	carried-paragraph   the same, from the paragraph before
//	narrated            a fragment in a sentence about the last speaker: He had "no idea"
package source

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// Rules are the names of the rules that begin a quotation. "continued" only adds to the one before.
var Rules = []string{
	"quote-name-verb", "quote-verb-name", "quote-according", "name-verb-quote", "according-quote", "clause-quote", "clause-quote-after",
	"colon", "dash", "turn", "interrupted", "carried", "carried-paragraph", "narrated",
}

// An Answer says who said a stretch.
type Answer struct {
	Stretch  int // index; -1 for a turn of an interview without quotation marks
	Sentence int
	Item     int // of the Quote
	Rule     string
	Cue      dateline.Span
	Frame    int // index in the sentence's frames, -1 if none
	Speaker  dateline.Speaker
	Embedded bool // part of a reported clause
	Mixed    bool // a fragment of what was said, not a whole clause; so is all that is Embedded
	Joined   bool // goes on with the quotation of the answer before
	Score    float64
	Content  dateline.Span // of a turn: what was said, without the label; else zero
}

type finder struct {
	*clause.Text
	out    []Answer
	said   [][]dateline.Speaker // by sentence and frame
	who    resolver
	used   map[[2]int]bool // frames (sentence, index) whose content stood before them
	at     int             // the sentence at hand
	turns  map[int]turn    // by paragraph
	people *register       // of the document, where there are turns
	marked bool            // the turn at hand stands in quotation marks: all of it is one quotation
}

// Find returns an answer for each stretch that somebody said, in order, and the speakers of all frames, by sentence and frame;
// none for the sentences of a turn, which are somebody's words as a whole.
func Find(t *clause.Text) ([]Answer, [][]dateline.Speaker) {
	f := &finder{Text: t, used: map[[2]int]bool{}, said: make([][]dateline.Speaker, len(t.Sentences))}
	f.who.text = t
	f.findTurns()
	for si := range t.Sentences {
		f.sentence(si)
	}
	return f.out, f.said
}

func (f *finder) sentence(si int) {
	s := &f.Sentences[si]
	f.at = si
	_, turn := f.turns[s.Para]
	f.who.inTurn = turn
	if len(s.Frames) > 0 {
		f.said[si] = make([]dateline.Speaker, len(s.Frames))
		for k := range s.Frames {
			fr := &s.Frames[k]
			f.said[si][k] = f.speaker(fr, si)
			if !fr.Subject.OK() && fr.Cue == s.First && fr.Verb.Forms == cue.Gerund {
				f.said[si][k] = carry(f.who.last) // NAME spoke. Adding, "A."
			}
			if s.Frames[k].Animate && !s.Frames[k].Passive {
				f.who.met(f.said[si][k], si)
			}
		}
	}
	if turn {
		if si == 0 || f.Sentences[si-1].Para != s.Para {
			a, _ := f.turnOf(si)
			f.out = append(f.out, a)
			f.who.spoke(a.Speaker, si)
			f.marked = a.Stretch >= 0
		}
		if f.marked {
			return
		}
	}
	for i := s.First; i < s.Limit; i++ {
		if f.Items[i].Kind != clause.Quote {
			continue
		}
		if a, ok := f.quote(si, i); ok {
			a.Stretch, a.Sentence, a.Item = int(f.Items[i].Stretch), si, i
			if a.Score = score(a.Rule, f.words(i)); !a.Speaker.Known() {
				a.Score = min(a.Score, unknown)
			}
			f.out = append(f.out, a)
			f.who.spoke(a.Speaker, si)
		}
	}
	f.who.read(si)
}

// speaker is who speaks in a frame. In a relative clause the words that name it are the pronoun's: NAME, who said.
func (f *finder) speaker(fr *clause.Frame, si int) dateline.Speaker {
	sp := f.who.resolve(fr.Subject, si)
	if fr.Link != clause.ByRelative && !(fr.Link == clause.BySubject && fr.Verb.Forms == cue.Gerund) {
		return sp
	}
	if f.Is(fr.Subject.Head, messages...) && !(fr.Link == clause.ByRelative &&
		f.Is(fr.Subject.Head, "ad", "advert", "advertisement", "video", "speech", "note")) {
		// NAME released a statement which said; NAME posted a message on Twitter reading
		s := &f.Sentences[si]
		if c := f.ClauseSubject(s.First, fr.Subject.First); c.OK() && c.Limit < fr.Subject.First &&
			(c.Pronoun || f.Items[c.Head].Kind != clause.Word || f.Items[c.Head].Is(cue.Role)) {
			return f.who.resolve(c, si)
		}
	}
	if fr.Link != clause.ByRelative {
		return sp
	}
	for i := fr.First - 1; i >= fr.Subject.Limit && i > fr.First-8; i-- {
		if it := &f.Items[i]; it.Kind == clause.Word && it.Any(1<<cue.Relative|1<<cue.That) {
			sp.Span = it.Span
			break
		}
	}
	return sp
}

// messages are documents that speak for who issues them.
var messages = []string{"statement", "release", "letter", "message", "post", "tweet", "memo", "communique", "communiqué",
	"declaration", "email", "ad", "advert", "advertisement",
	"video", "speech", "note"}

// quote tries the rules on the stretch at item q.
func (f *finder) quote(si, q int) (Answer, bool) {
	for _, rule := range rules {
		if a, ok := rule(f, si, q); ok {
			return a, a.Rule != ""
		}
	}
	return Answer{}, false
}

var rules = []func(*finder, int, int) (Answer, bool){
	(*finder).ownAttribution,
	(*finder).continued,
	(*finder).no,
	(*finder).labelled,
	(*finder).adjacent,
	(*finder).resumed,
	(*finder).dash,
	(*finder).colon,
	(*finder).inClause,
	(*finder).clauseAfter,
	(*finder).alone,
	(*finder).narrated,
}

// frame makes the answer of a frame.
func (f *finder) frame(si, k int, rule string) (Answer, bool) {
	fr := &f.Sentences[si].Frames[k]
	a := Answer{Rule: rule, Cue: fr.Span, Frame: k}
	a.Speaker = f.said[si][k]
	a.Mixed = fr.Verb.Frame&(cue.As|cue.Name|cue.Order) != 0 && fr.Verb.Frame&cue.Addressee == 0
	return a, true
}

// carry is the speaker without its place in the text.
func carry(s dateline.Speaker) dateline.Speaker {
	return dateline.Speaker{Entity: s.Entity, Name: s.Name}
}

// lastByte is the last byte of the quotation at item q.
func (f *finder) lastByte(q int) byte {
	return f.Doc.Text[f.Stretches[f.Items[q].Stretch].Inner.End-1]
}
