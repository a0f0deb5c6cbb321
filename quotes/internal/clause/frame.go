package clause

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// A Link is the way from a cue to its subject.
type Link uint8

// The links.
const (
	NoLink       Link = iota
	BySubject         // NAME said
	ByInversion       // said NAME
	ByApposition      // NAME, a doctor, said
	ByRelative        // NAME, who said
	ByShared          // NAME came and said; NAME left, saying
	ByAccording       // according to NAME
	ByAgent           // was described by NAME
	ByNoun            // NAME's claim that
	ByHeading         // NAME: ..., in a headline
)

// A Frame is a place where somebody is made to say something.
type Frame struct {
	Verb    cue.Verb      // zero for "according to" and nouns
	First   int           // item: start of the verb group, auxiliaries included, or of "according"
	Cue     int           // item: the verb itself, "according", or the noun
	Limit   int           // item after the cue: after "out" in "pointed out", "to" in "according to"
	Span    dateline.Span // the words of the cue
	Subject NP            // who says; zero if nobody is named
	Link    Link
	Negated bool // did not say
	Passive bool // was told; was described by NAME: then Link is ByAgent
	Unreal  bool // would say, to say, if X says
	Animate bool // the subject can speak: a name, a pronoun, a role, a document
}

// frames finds the frames of s in order.
func (t *Text) frames(s *Sentence) {
	t.heading(s)
	for i := s.First; i < s.Limit; i++ {
		it := &t.Items[i]
		if it.Kind != Word {
			continue
		}
		switch {
		case it.Is(cue.Prep) && t.Is(i, "by") && t.byReports(s, i):
			t.according(s, i, i+1)
		case it.Is(cue.According) && i+2 < s.Limit && t.Is(i+1, "to"):
			t.according(s, i, i+2)
		case it.Is(cue.Prep) && t.Is(i, "per") && i+1 < s.Limit && (i == s.First || t.Items[i-1].Mark == ',' || t.Items[i-1].Kind == Quote) &&
			(t.Items[i+1].Kind == Name || t.Items[i+1].Any(1<<cue.Det|1<<cue.Possess|1<<cue.Document) && !t.Is(i+1, "a", "an")):
			t.according(s, i, i+1)
		case it.Verb != 0 && !it.Is(cue.Aux) || it.Is(cue.MultiVerb):
			t.verb(s, i)
		}
		if it.Is(cue.NounCue) && i+1 < s.Limit {
			t.noun(s, i)
		}
	}
}

// kickers stand before the colon of a headline without naming who speaks.
var kickers = []string{"analysis", "opinion", "comment", "live", "watch", "video", "photos", "update", "breaking", "exclusive",
	"review", "explainer", "interview",
	"profile", "timeline", "gallery", "podcast", "essay", "letter", "letters", "column", "sport", "politics", "fact check",
	"election", "debate", "morning email"}

// heading adds the frame of a headline that begins with who speaks: Lopez: Bridge to close; Study: bridges rust.
func (t *Text) heading(s *Sentence) {
	if t.Paras[s.Para].Kind != dateline.SectionHeadline {
		return
	}
	for i := s.First; i < s.Limit && i < s.First+5; i++ {
		if t.Items[i].Mark != ':' {
			continue
		}
		n := t.phraseEnding(s.First, i-1)
		if i == s.First || !n.OK() || s.Limit-i < 4 || n.First > s.First+2 {
			return
		}
		it := &t.Items[n.Head]
		label := t.label(n.Head)
		unknown := it.Kind == Name && it.Mention < 0 && t.HasFinite(i+1, s.Limit) && !t.Is(n.Head, kickers...)
		if label == dateline.Person || label == dateline.Org || it.Is(cue.Document) || it.Is(cue.Role) || unknown {
			s.Frames = append(s.Frames, Frame{First: i, Cue: i, Limit: i + 1, Span: t.Items[i].Span, Subject: n, Link: ByHeading, Animate: true})
		}
		return
	}
}

// byReports reports whether the "by" at i tells whose news it is: by early reports, by all accounts.
func (t *Text) byReports(s *Sentence, i int) bool {
	if i > s.First && t.Items[i-1].Kind == Word && !t.Items[i-1].Any(1<<cue.Aux|1<<cue.Coord) {
		return false
	}
	for j := i + 1; j < s.Limit && j < i+4; j++ {
		if t.Is(j, "reports", "accounts", "estimates") {
			return j+1 >= s.Limit || t.Items[j+1].Kind != Word || !t.Is(j+1, "of", "from")
		}
		if it := &t.Items[j]; it.Kind != Word || it.Any(1<<cue.Det|1<<cue.Prep|1<<cue.Possess) && !t.Is(j, "all", "most", "some") {
			return false
		}
	}
	return false
}

func (t *Text) according(s *Sentence, i, limit int) {
	f := Frame{First: i, Cue: i, Limit: limit, Link: ByAccording}
	f.Span = dateline.Span{Start: t.Items[i].Start, End: t.Items[limit-1].End}
	f.Subject = t.author(t.PhraseAt(limit, s.Limit), s.Limit)
	f.Animate = true
	s.Frames = append(s.Frames, f)
}

// author finds who issued a document: a statement by NAME, a poll published in 2017 by NAME. The phrase reaches to the end of it.
func (t *Text) author(n NP, limit int) NP {
	if !n.OK() || !t.Items[n.Head].Is(cue.Document) || t.Items[n.Head].Kind != Word {
		return t.Explained(n, limit)
	}
	for i := n.Head + 1; i < limit && i < n.Head+10; i++ {
		it := &t.Items[i]
		if it.Kind == Quote || it.Kind == Punct && it.Mark != '-' {
			break
		}
		if t.Is(i, "by") {
			if by := t.Explained(t.PhraseAt(i+1, limit), limit); by.OK() {
				by.First = n.First
				return by
			}
		}
	}
	return t.Explained(n, limit)
}

// noun adds the frame of a noun that governs a clause: NAME's claim that; a statement by NAME that; reports that.
func (t *Text) noun(s *Sentence, i int) {
	f := Frame{First: i, Cue: i, Limit: i + 1, Link: ByNoun, Span: t.Items[i].Span}
	if i+1 >= s.Limit || !t.Is(i+1, "that") || i == s.First {
		return
	}
	v := t.words.VerbAt(t.Items[i].Word)
	if j := t.skipBack(s.First, i-1); v.Words > 0 && !t.nounUse(i, v) && j >= s.First && t.subjectLike(j) {
		return
	}
	for j := i - 1; j >= s.First && j > i-4; j-- {
		it := &t.Items[j]
		if it.Kind == Punct || it.Kind == Quote {
			break
		}
		if it.Is(cue.PosS) {
			if k := j - 1; k >= s.First && (t.Items[k].Kind == Name || t.Items[k].Kind == Phrase) {
				f.Subject = NP{Span: t.Items[k].Span, First: k, Limit: j, Head: k}
			} else if n := t.phraseEnding(s.First, j-1); n.OK() {
				f.Subject = n
			}
			break
		}
		if it.Is(cue.Possess) && !it.Is(cue.Relative) {
			f.Subject = NP{Span: it.Span, First: j, Limit: j + 1, Head: j, Pronoun: true}
			break
		}
	}
	s.Frames = append(s.Frames, f)
}

// Aside reports whether items i to limit are a phrase without subject and verb: in a statement; when asked; speaking to reporters.
func (t *Text) Aside(i, limit int) bool {
	return i < limit && t.segmentType(i, limit) == segAside
}

// Main reports whether items i to limit have a subject and a finite verb that no relative pronoun governs.
func (t *Text) Main(i, limit int) bool {
	for ; i < limit; i++ {
		if it := &t.Items[i]; it.Kind == Word && it.Any(1<<cue.Relative) && !it.Is(cue.Det) {
			for i < limit && t.Items[i].Mark != ',' {
				i++
			}
			continue
		}
		if t.HasFinite(i, i+1) || t.Past(i) {
			return true
		}
	}
	return false
}

// Finite reports whether item i is probably a finite verb or an auxiliary.
func (t *Text) Finite(i int) bool { return t.HasFinite(i, i+1) }
