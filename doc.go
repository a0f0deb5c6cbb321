// Package dateline is the vocabulary of a library that reads English news: who said what about whom, where and when.
//
// The work is done by three sibling packages that know this one and not each other:
//
//	doc := entities.Tag(article)        // sections, sentences, tokens, mentions, entities
//	doc.Quotes = quotes.Attribute(doc)  // who said what
//	err := ix.Add(ctx, doc)             // package index: one record for the article, one for each quote
//
// # Positions
//
// Every position is a half-open byte range [Start, End) into Document.Text, which is the caller's text byte for byte, and
// lies on rune boundaries. Document.Slice gives the text of a Span; package index/jsonl converts to code points and UTF-16 units.
//
// # Absence
//
// The zero value of a field means none or unknown. Entity ids count from 1, so that 0 is "no entity".
//
// # Time
//
// There is no clock. Relative dates ("Monday", "last week") are resolved against Article.Published, without it against a date line of
// the text, or stay relative.
package dateline

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"
)

// An Article is the input: one news story as it was found, captions, credits and boilerplate included.
type Article struct {
	ID        string    // the caller's name for it, unique within a collection
	Text      string    // the whole article; any bytes are valid, paragraphs are lines
	Published time.Time // publication date; only its calendar day (in its own zone) is used; zero: unknown
	Source    string    // publisher, as in "CBC News"
	URL       string    // where it was found
	Headline  string    // headline, where known apart from Text; it is shown and indexed, not read for names
}

// A Document is an Article with what was found in it. Slices are ordered by position; Quotes may nest, nothing else overlaps.
type Document struct {
	Article
	Sections  []Section  // the parts of the layout; every byte that is not space lies in exactly one
	Sentences []Sentence // a partition of Tokens; no sentence crosses a Section
	Tokens    []Token    // every byte that is not space lies in exactly one
	Mentions  []Mention  // names, nominals, pronouns and dates
	Entities  []Entity   // in order of first mention; Entities[i].ID is i+1
	Quotes    []Quote    // filled by quotes.Attribute
}

// Slice returns the text of s. A Span that does not fit the text gives "".
func (d *Document) Slice(s Span) string {
	if s.Start < 0 || s.End > len(d.Text) || s.Start >= s.End {
		return ""
	}
	return d.Text[s.Start:s.End]
}

// Entity returns the entity with this id, or nil where there is none.
func (d *Document) Entity(id EntityID) *Entity {
	if id < 1 || int(id) > len(d.Entities) {
		return nil
	}
	return &d.Entities[id-1]
}

// SectionAt returns the kind of the Section that holds the byte at pos, SectionNone outside all of them.
func (d *Document) SectionAt(pos int) SectionKind {
	i := sort.Search(len(d.Sections), func(i int) bool { return d.Sections[i].End > pos })
	if i < len(d.Sections) && d.Sections[i].Start <= pos {
		return d.Sections[i].Kind
	}
	return SectionNone
}

// SentenceAt returns the index in Sentences of the sentence that holds the byte at pos, -1 outside all of them.
func (d *Document) SentenceAt(pos int) int {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].End > pos })
	if i < len(d.Sentences) && d.Sentences[i].Start <= pos {
		return i
	}
	return -1
}

// A Span is a half-open range of bytes [Start, End) in Document.Text. The zero Span is none.
type Span struct {
	Start int // first byte
	End   int // byte after the last
}

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// IsZero reports whether s is the zero Span.
func (s Span) IsZero() bool { return s == Span{} }

// Overlaps reports whether s and t have a byte in common.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// A Section is a run of paragraphs or a line with one function in the layout of the article.
type Section struct {
	Span
	Kind SectionKind
}

// SectionKind is the function of a Section. Its String is the name used in the JSON Lines form.
type SectionKind uint8

// The kinds of Section.
const (
	SectionNone        SectionKind = iota // outside every section
	SectionHeadline                       // title of the story
	SectionSummary                        // standfirst, deck or bullet summary
	SectionDateline                       // a line that holds just place and date
	SectionByline                         // who wrote it
	SectionBody                           // running text
	SectionSubhead                        // heading within the body
	SectionCaption                        // caption of a picture, its credit included when on the same line
	SectionCredit                         // a line that holds just a credit
	SectionAuthor                         // note about the author
	SectionBoilerplate                    // what the site adds: newsletters, comments, navigation
)

var sectionNames = []string{"", "headline", "summary", "dateline", "byline", "body", "subhead", "caption", "credit", "author", "boilerplate"}

func (k SectionKind) String() string { return name(sectionNames, k) }

// ParseSectionKind is the inverse of SectionKind.String.
func ParseSectionKind(s string) (SectionKind, error) {
	return parse[SectionKind](sectionNames, s, "section kind")
}

// A Sentence is a sentence or, in headlines and captions, a line: Tokens[First:Limit].
type Sentence struct {
	Span
	First int // index in Document.Tokens of the first token
	Limit int // index after the last token
}

// A Token is a word, number or mark of punctuation. "don't" is two tokens (do, n't), "U.S.-led" is two or more.
type Token struct {
	Span
	POS POS // part of speech; zero where no stage asked for it (see entities.Tagger)
}

// POS is a Penn Treebank part-of-speech tag. Its String is the tag itself, "NN" or "VBD"; "." for every mark, "-" for none.
type POS uint8

// The tags. PosNone means that the token was not tagged.
const (
	PosNone POS = iota
	PosCC
	PosCD
	PosDT
	PosEX
	PosFW
	PosIN
	PosJJ
	PosJJR
	PosJJS
	PosLS
	PosMD
	PosNN
	PosNNP
	PosNNPS
	PosNNS
	PosPDT
	PosPOS
	PosPRP
	PosPRPS // PRP$
	PosRB
	PosRBR
	PosRBS
	PosRP
	PosSYM
	PosTO
	PosUH
	PosVB
	PosVBD
	PosVBG
	PosVBN
	PosVBP
	PosVBZ
	PosWDT
	PosWP
	PosWPS // WP$
	PosWRB
	PosPunct // any mark of punctuation, currency signs included
)

var posNames = strings.Fields("- CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB .")

func (p POS) String() string { return name(posNames, p) }

// ParsePOS is the inverse of POS.String.
func ParsePOS(s string) (POS, error) { return parse[POS](posNames, s, "part of speech") }

// Verb reports whether p is a verb in any form.
func (p POS) Verb() bool { return p >= PosVB && p <= PosVBZ }

// Noun reports whether p is a common or proper noun.
func (p POS) Noun() bool { return p >= PosNN && p <= PosNNS }

// A Mention is a place in the text where an entity or a date is named or referred to. Titles, possessive endings and
// leading articles that are no part of a name lie outside.
type Mention struct {
	Span
	Label  Label
	Form   Form
	Entity EntityID // the entity referred to; 0: a date, or left open
	Score  float64  // calibrated probability of span and label, 0 to 1
	Rule   string   // what decided: "model", "gazetteer", a rule of dates or of resolution
	Time   *Timex   // on dates only, else nil
}

// Label is the type of a Mention or Entity. Its String is the name used in the JSON Lines form.
type Label uint8

// The labels. Misc (events, laws, works, products) is a contrast inside the tagger, reported only when asked for.
const (
	LabelNone Label = iota
	Person          // people, families, fictional ones too
	Org             // companies, agencies, parties, parliaments, armed groups, media, hospitals, universities, clubs
	Place           // countries, cities, regions, waters, streets, airports, stadiums, museums
	Norp            // nationalities, religious, ethnic and political groups, as noun or adjective
	Date            // calendar expressions, clock times, durations and sets: see Timex
	Misc            // other named things
)

var labelNames = []string{"", "PERSON", "ORG", "PLACE", "NORP", "DATE", "MISC"}

func (l Label) String() string { return name(labelNames, l) }

// ParseLabel is the inverse of Label.String.
func ParseLabel(s string) (Label, error) { return parse[Label](labelNames, s, "label") }

// Form says how a Mention refers.
type Form uint8

// The forms of a Mention.
const (
	FormName    Form = iota // "Jens Stoltenberg", "NATO", "Iraqi"
	FormNominal             // "the secretary-general", "the company"
	FormPronoun             // "he", "its"
)

var formNames = []string{"name", "nominal", "pronoun"}

func (f Form) String() string { return name(formNames, f) }

// ParseForm is the inverse of Form.String; "" is FormName.
func ParseForm(s string) (Form, error) {
	if s == "" {
		return FormName, nil
	}
	return parse[Form](formNames, s, "form")
}

// EntityID names an Entity within its Document: 1 is the first, 0 none.
type EntityID int

// An Entity is one person, organization, place or group with all its names in one Document.
type Entity struct {
	ID      EntityID
	Label   Label
	Name    string   // fullest name in the article, without title
	Aliases []string // its other names in the article, in order of first use
	Count   int      // number of mentions, of every form
	First   Span     // first mention
	Roles   []Role   // titles and affiliations of a person
	Geo     *Geo     // where it is, for a Place that was found in the gazetteer; else nil
	Of      EntityID // for a Norp: the country's entity in this document, if named ("Iraqi" of Iraq)
	Country string   // ISO 3166 alpha-2 code: of a Place, or of the nation a Norp names; "" unknown
	Gender  Gender   // grammatical gender of a person's pronouns, from name, title and pronouns
	Score   float64  // how sure it is that these mentions are one entity, 0 to 1
}

// Gender is the gender under which the text refers to a person.
type Gender uint8

// The genders that English pronouns tell apart.
const (
	GenderUnknown Gender = iota
	Female
	Male
)

var genderNames = []string{"", "female", "male"}

func (g Gender) String() string { return name(genderNames, g) }

// ParseGender is the inverse of Gender.String.
func ParseGender(s string) (Gender, error) { return parse[Gender](genderNames, s, "gender") }

// A Role is what a person is: "Secretary General" of NATO.
type Role struct {
	Title             string   // as in the text: "Secretary General"; "" where it only tells where somebody is from: "Ann Lee, 45, of Leeds"
	Span              Span     // where Title stands; without one, where Affiliation does
	Affiliation       string   // name of the organization, place or group; "" if none is given
	AffiliationEntity EntityID // its entity; 0 if it has none
	From              string   // TIMEX3 value from which it held, if given
	Until             string   // TIMEX3 value until which it held, if given
	Former            bool     // "former", "retired", "then", "ex-", or a past-tense "was"
}

// A Geo is a place on the map, from GeoNames.
type Geo struct {
	GeoNames int     // GeoNames id; 0 for a country or region that the gazetteer knows by code only
	Country  string  // ISO 3166 alpha-2
	Lat, Lon float64 // degrees north and east
}

// QuoteKind tells how somebody's words are reported.
type QuoteKind uint8

// The kinds of Quote.
const (
	QuoteNone QuoteKind = iota
	Direct              // whole clauses in quotation marks
	Mixed               // fragments in quotation marks within somebody's clause
	Indirect            // a reported clause: X said that ...; what of it stands in quotation marks is in Quoted, and a Mixed Quote besides
)

var quoteKindNames = []string{"", "direct", "mixed", "indirect"}

func (k QuoteKind) String() string { return name(quoteKindNames, k) }

// ParseQuoteKind is the inverse of QuoteKind.String.
func ParseQuoteKind(s string) (QuoteKind, error) {
	return parse[QuoteKind](quoteKindNames, s, "quote kind")
}

// A Quote is something that somebody said or wrote, with its speaker.
type Quote struct {
	Span    // from the first byte of Content to the last, quotation marks included
	Kind    QuoteKind
	Content []Span  // what was said, marks excluded; several for an interrupted quotation; never empty
	Quoted  []Span  // the parts of Content that stand in quotation marks, marks excluded
	Cue     Span    // the words of attribution ("said", "according to"); zero if none
	Speaker Speaker // zero if nobody is named
	Nested  bool    // reported inside another quotation
	Score   float64 // calibrated probability that content and speaker are right, 0 to 1
	Rule    string  // the rule that found the speaker, as in "quote-name-verb"
}

// A Speaker is the source of a Quote. The zero Speaker is nobody.
type Speaker struct {
	Span            // the words that name it: "he", "Stoltenberg", "a police spokesman"; zero if carried over from further back
	Entity EntityID // 0 if the speaker is no entity ("a police spokesman")
	Name   string   // the entity's name, or the words of the text
}

// Known reports whether there is a speaker.
func (s Speaker) Known() bool { return s.Entity != 0 || s.Name != "" || !s.Span.IsZero() }

// IsZero reports whether nobody is the speaker; one carried over from elsewhere has no Span and is not zero.
func (s Speaker) IsZero() bool { return !s.Known() }

// A Timex is the meaning of an expression of time, in terms of TIMEX3 (ISO-TimeML).
type Timex struct {
	Type     TimexType
	Value    string // "2020-02-12", "2020-W07", "P3D", "PAST_REF"; "XXXX-02-12" where the year is open; "" for an impossible date
	Mod      string // TIMEX3 mod: "APPROX", "START", "MID", "END", ...; "" if none
	Interval        // where it lies on the calendar; zero if it has no place there
}

// String returns type, value and modifier as in "DATE 2020-02 START".
func (t Timex) String() string {
	return strings.Join(strings.Fields(t.Type.String()+" "+t.Value+" "+t.Mod), " ")
}

// TimexType is the TIMEX3 type.
type TimexType uint8

// The types of Timex.
const (
	TimexNone     TimexType = iota
	TimexDate               // a day or something longer on the calendar
	TimexTime               // a time of day
	TimexDuration           // a length of time
	TimexSet                // something that recurs
)

var timexNames = []string{"", "DATE", "TIME", "DURATION", "SET"}

func (t TimexType) String() string { return name(timexNames, t) }

// ParseTimexType is the inverse of TimexType.String.
func ParseTimexType(s string) (TimexType, error) {
	return parse[TimexType](timexNames, s, "TIMEX3 type")
}

// A Day counts days from 1970-01-01, the zero Day, in the proleptic Gregorian calendar; years before 1 are negative as in ISO 8601.
type Day int32

// DayOf returns the Day of a calendar date; months and days outside their range are carried over as by time.Date.
func DayOf(year int, month time.Month, day int) Day {
	return Day(floorDiv(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix(), 86400))
}

// Time returns midnight UTC at the beginning of d.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// String returns d as in "2020-02-12", for years before 1 as in "-0043-03-15" (44 BC).
func (d Day) String() string {
	y, m, day := d.Time().Date()
	if y < 0 {
		return fmt.Sprintf("-%04d-%02d-%02d", -y, m, day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// ParseDay reads what Day.String writes.
func ParseDay(s string) (Day, error) {
	body, sign := strings.TrimPrefix(s, "-"), 1
	if body != s {
		sign = -1
	}
	f := strings.Split(body, "-")
	if len(f) == 3 && len(f[0]) >= 4 && len(f[1]) == 2 && len(f[2]) == 2 {
		y, e1 := strconv.Atoi(f[0])
		m, e2 := strconv.Atoi(f[1])
		d, e3 := strconv.Atoi(f[2])
		if e1 == nil && e2 == nil && e3 == nil && y <= 9999 {
			day := DayOf(sign*y, time.Month(m), d)
			if day.String() == s {
				return day, nil
			}
		}
	}
	return 0, fmt.Errorf("dateline: %q is no date of the form 2020-02-12", s)
}

// An Interval is a half-open range of days [From, To). The zero Interval, like every one with From == To, is none.
type Interval struct {
	From Day // first day
	To   Day // day after the last
}

// IsZero reports whether i holds no day.
func (i Interval) IsZero() bool { return i.From >= i.To }

// Overlaps reports whether i and j have a day in common.
func (i Interval) Overlaps(j Interval) bool { return i.From < j.To && j.From < i.To }

// String returns the interval as in "2020-02-12" (one day) or "2020-02-01/2020-03-01", and "" for none.
func (i Interval) String() string {
	switch {
	case i.IsZero():
		return ""
	case i.To == i.From+1:
		return i.From.String()
	}
	return i.From.String() + "/" + i.To.String()
}

func name[T ~uint8](names []string, v T) string {
	if int(v) < len(names) {
		return names[v]
	}
	return fmt.Sprintf("%d", v)
}

func parse[T ~uint8](names []string, s, what string) (T, error) {
	for i, n := range names {
		if n == s {
			return T(i), nil
		}
	}
	return 0, fmt.Errorf("dateline: unknown %s %q", what, s)
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
