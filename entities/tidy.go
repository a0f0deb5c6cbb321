package entities

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// tidy mends, in place, what a model that sees a few words at a time gets wrong although a reader cannot:
//
//	"Pic: Anya Roth"                              what stands before a colon is no part of a name of a person
//	"Mullah Omar", "Lt Gen Nyamwasa"              nor are titles, as far as they are no given names: see title.go
//	"By Eleanor Whitcombe Environment editor"     nor is, in a byline, the word before an editor or correspondent
//	"By Hyejin Park"                              nobody but a person or an organization writes
//	"Ruth Achterberg" thirty times                a name of several words is a person in all of an article or nowhere in it, as the
//	                                              most and surest mentions say, twice as many where it shall be none
//	"Vlada Stamenković", then "Stamenković"       whose last word alone is a person is one, and no nation; nor, where initials stand
//	"NH Palkar", then "Palkar"                    before it, an organization or a thing
//	"Odhikar" four times, once a person           of any other name a doubtful mention is what the others are; twice as many must say so
//	                                              where it is a place or a nation, or shall be: "Liverpool" is a city and a club
//
// Names from the caller's gazetteer stay as they are.
func tidy(doc *dateline.Document, names []dateline.Mention, b *ballot) {
	b.reset()
	ranks := severalRanks(doc, names)
	for i := range names {
		m := &names[i]
		if m.Rule == gazetteerRule {
			continue
		}
		if m.Label == dateline.Person {
			cutLabel(doc, m)
			cutTitle(doc, m, ranks)
		}
		if doc.SectionAt(m.Start) == dateline.SectionByline {
			tidyByline(doc, m)
		}
		b.count(doc.Slice(m.Span), m)
	}
	if !b.mixed {
		return
	}
	for i := range names {
		m := &names[i]
		if m.Rule == gazetteerRule {
			continue
		}
		if best := b.elect(doc.Slice(m.Span), m); best != m.Label {
			m.Label, m.Rule = best, "article"
		}
	}
}

// gazetteerRule is the Rule of the names that the caller's gazetteer finds.
const gazetteerRule = "gazetteer"

// A ballot has the votes for the names in one article. Its memory is used again.
type ballot struct {
	of    map[string]int32 // index in votes
	votes []vote
	mixed bool // two mentions of one name have different labels, or one of several words is a nation, or no person though it begins with initials
}

// A vote has the sums of the scores of the mentions of one name, by label.
type vote struct {
	score [dateline.Misc + 1]float64
	last  dateline.Label
}

func (b *ballot) reset() {
	if b.of == nil {
		b.of = map[string]int32{}
	}
	clear(b.of)
	b.votes, b.mixed = b.votes[:0], false
}

func (b *ballot) count(name string, m *dateline.Mention) {
	k, ok := b.of[name]
	if !ok {
		k = int32(len(b.votes))
		b.of[name] = k
		b.votes = append(b.votes, vote{last: m.Label})
	}
	v := &b.votes[k]
	v.score[m.Label] += m.Score
	if !b.mixed {
		last := lastSpace(name)
		b.mixed = v.last != m.Label || last > 0 && m.Label != dateline.Person && (m.Label == dateline.Norp || initials(name[:last]))
	}
	v.last = m.Label
}

// doubtful is the score under which a mention gives way to others of the same name.
const doubtful = 0.8

// elect returns the label that the article gives to name, of which m is a mention.
func (b *ballot) elect(name string, m *dateline.Mention) dateline.Label {
	v := &b.votes[b.of[name]]
	if last := lastSpace(name); last > 0 {
		best := b.person(v, name[:last], strings.TrimLeftFunc(name[last:], unicode.IsSpace))
		if best == dateline.Person || m.Label == dateline.Person {
			return best
		}
	}
	best, most := v.best(), v.score[m.Label]
	if local(best) || local(m.Label) {
		most *= 2
	}
	if m.Score < doubtful && v.score[best] > most {
		return best
	}
	return m.Label
}

// local reports whether names with this label are often names of something else too: of clubs, governments, languages.
func local(l dateline.Label) bool { return l == dateline.Place || l == dateline.Norp }

// person returns Person if a name of several words, with the votes v, is a person in the article, else another label. The name is
// given as its last word and the words before it.
func (b *ballot) person(v *vote, first, last string) dateline.Label {
	best := v.best()
	if best != dateline.Person && v.score[best] < 2*v.score[dateline.Person] {
		return dateline.Person
	}
	if best == dateline.Norp || best != dateline.Person && initials(first) {
		if k, ok := b.of[last]; ok {
			if s := &b.votes[k]; s.best() == dateline.Person && s.score[dateline.Person] > v.score[best] {
				return dateline.Person
			}
		}
	}
	return best
}

// initials reports whether s is two or three capitals, as in "NH" and "APJ".
func initials(s string) bool {
	if len(s) < 2 || len(s) > 3 {
		return false
	}
	for k := 0; k < len(s); k++ {
		if s[k] < 'A' || s[k] > 'Z' {
			return false
		}
	}
	return true
}

// best returns the label with the highest sum, of two with the same sum the first.
func (v *vote) best() dateline.Label {
	best := v.last
	for l, sum := range v.score {
		if at := v.score[best]; sum > at || sum == at && dateline.Label(l) < best {
			best = dateline.Label(l)
		}
	}
	return best
}

// cutLabel takes what ends in a colon, and the space behind it, off the beginning of m.
func cutLabel(doc *dateline.Document, m *dateline.Mention) {
	name := doc.Slice(m.Span)
	k := strings.LastIndexByte(name, ':')
	if rest := strings.TrimLeftFunc(name[k+1:], unicode.IsSpace); k > 0 && rest != "" && len(rest) < len(name)-k-1 {
		m.Start = m.End - len(rest)
	}
}

// tidyByline mends a name in a byline: see tidy.
func tidyByline(doc *dateline.Document, m *dateline.Mention) {
	name := doc.Slice(m.Span)
	last := lastSpace(name)
	if m.Label == dateline.Person && last > 0 && lastSpace(name[:last]) > 0 && journalist(doc.Text[m.End:]) {
		m.End = m.Start + last
		return
	}
	before := strings.TrimRightFunc(doc.Text[max(0, m.Start-8):m.Start], unicode.IsSpace)
	by := len(before) >= 2 && strings.EqualFold(before[len(before)-2:], "by") && (len(before) == 2 || !letterBefore(before))
	if by && last > 0 && (m.Label == dateline.Place || m.Label == dateline.Norp) && gazetteer.Org(name) == "" {
		m.Label, m.Rule = dateline.Person, "byline"
	}
}

// letterBefore reports whether a letter stands before the last two bytes of s.
func letterBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:len(s)-2])
	return unicode.IsLetter(r)
}

// lastSpace returns where the last space of name is, no-break ones included, or -1.
func lastSpace(name string) int { return strings.LastIndexFunc(name, unicode.IsSpace) }

// journalist reports whether text begins with a word for somebody who writes, after a space.
func journalist(text string) bool {
	word := strings.TrimLeftFunc(text[:min(len(text), 24)], unicode.IsSpace)
	if k := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }); k >= 0 {
		word = word[:k]
	}
	switch word {
	case "correspondent", "editor", "reporter", "writer", "columnist", "critic", "analyst":
		return true
	}
	return false
}
