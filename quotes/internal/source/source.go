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
	if f.Is(fr.Subject.Head, messages...) && !(fr.Link == clause.ByRelative && f.Is(fr.Subject.Head, "ad", "advert", "advertisement", "video", "speech", "note")) {
		// NAME released a statement which said; NAME posted a message on Twitter reading
		s := &f.Sentences[si]
		if c := f.ClauseSubject(s.First, fr.Subject.First); c.OK() && c.Limit < fr.Subject.First && (c.Pronoun || f.Items[c.Head].Kind != clause.Word || f.Items[c.Head].Is(cue.Role)) {
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
var messages = []string{"statement", "release", "letter", "message", "post", "tweet", "memo", "communique", "communiqué", "declaration", "email", "ad", "advert", "advertisement",
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

// ownAttribution is a stretch that goes on from the paragraph before and is attributed anew: "A. / "B," NAME said.
func (f *finder) ownAttribution(si, q int) (Answer, bool) {
	if !f.Stretches[f.Items[q].Stretch].Continues {
		return Answer{}, false
	}
	return f.adjacentAfter(si, q)
}

// continued takes the speaker of the stretch that this one goes on with.
func (f *finder) continued(si, q int) (Answer, bool) {
	st := f.Stretches[f.Items[q].Stretch]
	if !st.Continues || len(f.out) == 0 {
		return Answer{}, false
	}
	prev := f.out[len(f.out)-1]
	if prev.Stretch < 0 || f.Stretches[prev.Stretch].Para != st.Para-1 {
		return Answer{}, false
	}
	return Answer{Rule: "continued", Frame: -1, Speaker: carry(prev.Speaker), Joined: true}, true
}

// carry is the speaker without its place in the text.
func carry(s dateline.Speaker) dateline.Speaker {
	return dateline.Speaker{Entity: s.Entity, Name: s.Name}
}

// adjacent tries the attribution behind the quotation and the one before it. One behind is preferred where the quotation ends
// with a comma, and to a cue before that is weak.
func (f *finder) adjacent(si, q int) (Answer, bool) {
	after, ok := f.adjacentAfter(si, q)
	before, ok2 := f.adjacentBefore(si, q)
	s := &f.Sentences[si]
	switch {
	case ok && ok2:
		inner := f.Text.Text(f.Stretches[f.Items[q].Stretch].Inner)
		fr := &s.Frames[before.Frame]
		if f.opens(fr, q) && fr.Limit+1 == q && f.Items[s.First].Is(cue.Subord) && f.Is(s.First, "when", "as", "after", "while") && f.quotedAfter(s, q+1) {
			return before, true // When NAME shouted, "A," NAME answered, "B"
		}
		if c := inner[len(inner)-1]; c == ',' || c == '?' || c == '!' || fr.Verb.Tier > 1 || q+1 < s.Limit && f.Items[q+1].Mark == ',' && f.Items[q-1].Mark != ',' && f.Items[q-1].Mark != ':' {
			break
		}
		return before, true
	case ok2:
		return before, true
	case !ok:
		return Answer{}, false
	case after.Rule == "quote-according":
		if in, ok := f.inClause(si, q); ok {
			return in, true
		}
	}
	f.used[[2]int{si, after.Frame}] = true
	return after, true
}

// quotedAfter reports whether another quotation stands in s from item i on.
func (f *finder) quotedAfter(s *clause.Sentence, i int) bool {
	for ; i < s.Limit; i++ {
		if f.Items[i].Kind == clause.Quote {
			return true
		}
	}
	return false
}

// lastByte is the last byte of the quotation at item q.
func (f *finder) lastByte(q int) byte {
	return f.Doc.Text[f.Stretches[f.Items[q].Stretch].Inner.End-1]
}

// adjacentAfter is "A," NAME said; "A," said NAME; "A," according to NAME.
func (f *finder) adjacentAfter(si, q int) (Answer, bool) {
	s := &f.Sentences[si]
	for k := range s.Frames {
		fr := &s.Frames[k]
		if fr.Cue <= q || fr.Link == clause.NoLink || fr.Link == clause.ByNoun || fr.Link == clause.ByHeading || fr.Passive {
			continue
		}
		first := fr.First
		rule := "quote-verb-name"
		switch fr.Link {
		case clause.ByAccording:
			rule = "quote-according"
		case clause.BySubject, clause.ByApposition, clause.ByRelative:
			first, rule = fr.Subject.First, "quote-name-verb"
			if fr.Verb.Forms == cue.Gerund || fr.Link == clause.ByRelative {
				continue
			}
		case clause.ByShared:
			continue
		}
		if first <= q || !f.onlyMarks(q+1, first) && !(fr.Link == clause.ByApposition && f.apposed(q+1, first)) || fr.Verb.Frame&cue.Listen != 0 && fr.Verb.Tier == 2 {
			continue
		}
		if c := f.lastByte(q); (fr.Verb.Tier > 2 || fr.Verb.Frame&cue.Thought != 0) && c != ',' && c != '!' && c != '?' {
			continue
		}
		a, ok := f.frame(si, k, rule)
		a.Mixed = q > s.First && f.Items[q-1].Kind != clause.Punct && f.Items[q-1].Kind != clause.Paren // It could be "A," NAME said
		return a, ok
	}
	return Answer{}, false
}

// unmarked reports whether no marks and no quotations stand among items i to limit.
func (f *finder) unmarked(i, limit int) bool {
	for ; i < limit; i++ {
		if f.Items[i].Kind == clause.Punct || f.Items[i].Kind == clause.Quote {
			return false
		}
	}
	return true
}

// apposed reports whether items i to limit are marks and what explains the name behind them: "A," as the author, NAME, puts it.
func (f *finder) apposed(i, limit int) bool {
	if limit-i > 14 || f.Items[i].Mark != ',' && !f.CanBegin(i) {
		return false
	}
	for ; i < limit; i++ {
		if it := &f.Items[i]; it.Kind == clause.Quote || it.Mark == ';' || it.Mark == ':' || f.Finite(i) || it.Kind == clause.Word && it.Any(1<<cue.Relative|1<<cue.Coord) ||
			f.Is(i, "while", "although", "though", "whereas", "when", "because") {
			return false
		}
	}
	return true
}

// onlyMarks reports whether items i to limit are commas, dashes, parentheses and small adverbs only.
func (f *finder) onlyMarks(i, limit int) bool {
	for ; i < limit; i++ {
		it := &f.Items[i]
		if it.Kind == clause.Punct && (it.Mark == ',' || it.Mark == '-' || it.Mark == '.') || it.Kind == clause.Paren || it.Kind == clause.Word && (it.Is(cue.Adverb) || f.Is(i, "as")) {
			continue
		}
		return false
	}
	return true
}

// adjacentBefore is NAME said, "A"; NAME told reporters: "A"; According to NAME, "A".
func (f *finder) adjacentBefore(si, q int) (Answer, bool) {
	s := &f.Sentences[si]
	for k := len(s.Frames) - 1; k >= 0; k-- {
		fr := &s.Frames[k]
		if fr.Limit <= q && fr.Passive && fr.Link == clause.NoLink && fr.Verb.Frame&cue.Addressee != 0 && q == fr.Limit+1 && f.Items[q-1].Mark != '-' {
			return f.frame(si, k, "name-verb-quote") // NAME was asked, "A?"
		}
		if fr.Limit > q || fr.Link == clause.NoLink || fr.Link == clause.ByNoun || fr.Link == clause.ByHeading {
			continue
		}
		if f.used[[2]int{si, k}] {
			return Answer{}, false
		}
		if fr.Link == clause.ByAccording {
			if fr.Subject.Limit > q {
				return Answer{}, false
			}
			if f.onlyMarks(fr.Subject.Limit, q) || q-fr.Subject.Limit <= 6 && f.Items[q-1].Mark == ',' && f.unmarked(fr.Subject.Limit, q-1) {
				return f.frame(si, k, "according-quote")
			}
			return Answer{}, false
		}
		if fr.Link == clause.ByInversion && fr.Subject.Limit <= q && f.onlyMarksOrColon(fr.Subject.Limit, q) {
			return f.frame(si, k, "name-verb-quote")
		}
		if fr.Verb.Tier > 2 && !fr.Subject.OK() {
			continue
		}
		if f.opens(fr, q) {
			if fr.Passive && fr.Link != clause.ByAgent {
				if fr.Verb.Frame&cue.Addressee != 0 && q > fr.Limit {
					return f.frame(si, k, "name-verb-quote") // NAME was asked, "A?"
				}
				return Answer{}, false
			}
			if f.governed(s, k) {
				continue
			}
			a, ok := f.frame(si, k, "name-verb-quote")
			a.Mixed = a.Mixed || q > fr.Limit && f.fragment(fr, q)
			return a, ok
		}
		return Answer{}, false
	}
	return Answer{}, false
}

// fragment reports whether the words between the cue and the quotation belong to what was said: expressed a desire to "A", urged
// them to "A"; not: told reporters "A", said that "A".
func (f *finder) fragment(fr *clause.Frame, q int) bool {
	last := &f.Items[q-1]
	if last.Kind != clause.Word || last.Any(1<<cue.That|1<<cue.Hearer|1<<cue.Time|1<<cue.Object|1<<cue.Adverb|1<<cue.Document) {
		return false
	}
	return q-fr.Limit > 1 || last.Any(1<<cue.Det|1<<cue.Possess|1<<cue.To|1<<cue.Prep)
}

// governed reports whether frame k is less the source of what follows than a frame before it that governs it: NAME said he
// thought, NAME says the plan shows.
func (f *finder) governed(s *clause.Sentence, k int) bool {
	fr := &s.Frames[k]
	if k > 0 && fr.Verb.Tier > 1 && fr.Link == clause.BySubject {
		// NAME said that NAME reassured them
		g := &s.Frames[k-1]
		that := g.Limit
		if f.Items[that].Kind == clause.Word && f.Items[that].Is(cue.That) {
			that++
		}
		if g.Verb.Tier == 1 && g.Verb.Frame&cue.Clause != 0 && g.Link != clause.NoLink && !g.Passive && that == fr.Subject.First && !f.used[[2]int{f.at, k - 1}] {
			return true
		}
	}
	if !(fr.Verb.Frame&(cue.Thought|cue.Listen) != 0 && fr.Verb.Tier > 1 || fr.Verb.Tier > 2 || fr.Subject.Pronoun && fr.Link == clause.BySubject || fr.Subject.OK() && !fr.Animate || fr.Link == clause.ByNoun && !fr.Subject.OK() || fr.Unreal || fr.Link == clause.ByAgent) {
		return false
	}
	if j := fr.Subject.First - 2; fr.Verb.Tier == 1 && !fr.Unreal && fr.Link == clause.BySubject && j > s.First && f.Items[j].Mark == ',' && f.Is(j+1, "and", "but", "so") {
		return false // NAME told them that she would go, and they said
	}
	for i := 0; i < k; i++ {
		if g := &s.Frames[i]; fr.Unreal && g.Verb.Tier == 2 && g.Verb.Frame&cue.Thought != 0 && g.Link != clause.NoLink {
			return true // NAME believed that a map should tell
		}
		if fr := &s.Frames[i]; fr.Verb.Tier == 1 && fr.Verb.Frame&cue.Clause != 0 && fr.Link != clause.NoLink && !fr.Passive && !f.used[[2]int{f.at, i}] {
			return true
		}
	}
	return false
}

func (f *finder) onlyMarksOrColon(i, limit int) bool {
	for ; i < limit; i++ {
		if f.Items[i].Mark != ':' && !f.onlyMarks(i, i+1) {
			return false
		}
	}
	return true
}

// opens reports whether the quotation at item q is all that the frame reports: between them stand at most the hearer, the time
// and the place, with a comma, a colon or "that" before the marks, or nothing at all.
func (f *finder) opens(fr *clause.Frame, q int) bool {
	if q == fr.Limit {
		return true
	}
	last := &f.Items[q-1]
	answers := fr.Verb.Lemma == "respond" || fr.Verb.Lemma == "reply" || fr.Verb.Lemma == "answer" || fr.Verb.Lemma == "counter"
	if answers && f.Is(q-1, "with") && q-fr.Limit <= 12 && !f.HasFinite(fr.Limit, q) {
		return true // responded to a question about it with "A"
	}
	if last.Mark != ',' && last.Mark != ':' && !last.Is(cue.That) && !(fr.Verb.Frame&cue.Name != 0) && !(q-fr.Limit <= 6 && fr.Verb.Tier <= 2 && !f.HasFinite(fr.Limit, q)) {
		return false
	}
	if fr.Verb.Tier > 2 && q-fr.Limit > 2 {
		return false
	}
	aside := f.Items[fr.Limit].Mark == ',' && last.Mark == ',' && f.Aside(fr.Limit+1, q-1) // said, in remarks published by NAME, "A"
	for i := fr.Limit; i < q-1; i++ {
		it := &f.Items[i]
		if it.Kind == clause.Quote || it.Mark == ';' || f.Finite(i) && !aside {
			return false
		}
	}
	return true
}

// resumed is "A," NAME said, "B" and "A," NAME said. "B."
func (f *finder) resumed(si, q int) (Answer, bool) {
	if len(f.out) == 0 {
		return Answer{}, false
	}
	prev := f.out[len(f.out)-1]
	s := &f.Sentences[si]
	if prev.Sentence == si && prev.Frame >= 0 && f.used[[2]int{si, prev.Frame}] {
		fr := &s.Frames[prev.Frame]
		end := max(fr.Limit, fr.Subject.Limit)
		if end <= q && (f.bridge(end, q) || fr.Link == clause.ByInversion && f.explains(s, end, q)) {
			return Answer{Rule: "interrupted", Cue: fr.Span, Frame: prev.Frame, Speaker: prev.Speaker, Joined: true}, true
		}
	}
	if prev.Sentence == si-1 && q == s.First && s.Para == f.Sentences[si-1].Para && !prev.Embedded && f.standsAlone(s, q) {
		return Answer{Rule: "interrupted", Cue: prev.Cue, Frame: -1, Speaker: prev.Speaker, Joined: !prev.Mixed}, true
	}
	if prev.Sentence == si-1 && q == s.First && s.Para == f.Sentences[si-1].Para && !prev.Embedded && f.words(q) >= 6 && f.lastByte(q) != ',' {
		if _, ok := f.inClause(si, q); !ok {
			return Answer{Rule: "carried", Frame: -1, Speaker: prev.Speaker, Mixed: true}, true // "A," NAME said. "B" to go on.
		}
	}
	return Answer{}, false
}

// explains reports whether items i to q tell more of who spoke, up to a comma or a full stop: said NAME, who lives there, "B".
func (f *finder) explains(s *clause.Sentence, i, q int) bool {
	last := &f.Items[q-1]
	if q-i > 30 || last.Mark != ',' && f.Doc.Text[last.End-1] != '.' {
		return false
	}
	for ; i < q-1; i++ {
		if f.Items[i].Kind == clause.Quote || f.Items[i].Mark == ';' {
			return false
		}
	}
	for k := range s.Frames {
		if g := &s.Frames[k]; g.Cue > i && g.Cue < q && g.Verb.Tier == 1 {
			return false
		}
	}
	return true
}

// bridge reports whether only the time, the place and marks stand between an attribution and the quotation it interrupts.
func (f *finder) bridge(i, q int) bool {
	if i == q {
		return true
	}
	last := &f.Items[q-1]
	if last.Mark != ',' && last.Mark != ':' && last.Mark != '-' && !(last.Mark == ';' && i == q-1) && !last.Is(cue.Coord) && !last.Is(cue.That) {
		return false
	}
	for ; i < q-1; i++ {
		if f.Items[i].Kind == clause.Quote || f.Items[i].Mark == ';' || f.Finite(i) {
			return false
		}
	}
	return true
}

// standsAlone reports whether the sentence is the quotation at q and marks.
func (f *finder) standsAlone(s *clause.Sentence, q int) bool {
	for i := s.First; i < s.Limit; i++ {
		if i != q && f.Items[i].Kind != clause.Punct && f.Items[i].Kind != clause.Paren {
			return false
		}
	}
	return true
}
