// Package jsonl reads and writes dateline Documents as JSON Lines: one JSON object a line, one article an object. It is the
// form in which articles come in, results go out to other languages, and an index can be rebuilt.
//
// # Input
//
//	{"id": "nato-iraq", "text": "NATO moves to ...", "published": "2020-02-12", "source": "CBC News", "url": "...", "headline": "..."}
//
// Only text is needed. In place of text there may be headline, byline and body, which are then joined by blank lines.
// published is a day or an RFC 3339 time, and may be called dct. An object without id gets the file's name without ending
// and the number of its line ("news:3"). A number as id is taken as its digits. Unknown fields are passed over.
//
// # Output
//
// The same fields, and sections, mentions, entities and quotes, as in
//
//	"mentions": [{"start": 1702, "end": 1713, "text": "Stoltenberg", "label": "PERSON", "form": "name", "entity": 3, "score": 0.98, "rule": "model"}]
//	"quotes":   [{"kind": "direct", "start": 1642, "end": 1700, "content": [[1643, 1699]], "quoted": [[1643, 1699]], "cue": [1714, 1718],
//	              "speaker": {"entity": 3, "name": "Jens Stoltenberg", "start": 1702, "end": 1713, "text": "Stoltenberg"}}]
//
// The Reader takes the same back into a Document, and also the fields of annotated corpora: ents and timex in place of
// mentions, and in quotes type for kind, spans for content, speaker_entity for the speaker's name, a list of cues for one.
//
// # What is not kept
//
// Tokens are left out, since the tagger makes them again from the text, and sentences too unless the Writer is asked for
// them. Scores are rounded to 4 decimals; of Article.Published only the day is written.
//
// # Invalid UTF-8
//
// JSON holds no invalid bytes, so each one (not each run of them) is written as U+FFFD. Positions are then positions in the
// text as written, in every unit, so that a reader finds each mention in the text that it got. In code points they are equal
// to those in the original, in bytes each replaced byte moves what follows by 2.
package jsonl

// The objects of a line. Positions are in the unit of the Reader or Writer.
type (
	article struct {
		ID        text    `json:"id"`
		Published string  `json:"published,omitempty"`
		DCT       string  `json:"dct,omitempty"`
		Source    string  `json:"source,omitempty"`
		URL       string  `json:"url,omitempty"`
		Headline  string  `json:"headline,omitempty"`
		Byline    string  `json:"byline,omitempty"`
		Body      string  `json:"body,omitempty"`
		Text      *string `json:"text,omitempty"`
	}
	object struct {
		article
		Sections  []section  `json:"sections,omitempty"`
		Sentences []pair     `json:"sentences,omitempty"`
		Mentions  []mention  `json:"mentions,omitempty"`
		Entities  []entity   `json:"entities,omitempty"`
		Quotes    []quote    `json:"quotes,omitempty"`
		Ents      []mention  `json:"ents,omitempty"`
		Timex     []timexTag `json:"timex,omitempty"`
	}
	section struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Kind  string `json:"kind"`
	}
	mention struct {
		Start  int     `json:"start"`
		End    int     `json:"end"`
		Text   string  `json:"text,omitempty"`
		Label  string  `json:"label"`
		Form   string  `json:"form,omitempty"`
		Entity int     `json:"entity,omitempty"`
		Score  float64 `json:"score,omitempty"`
		Rule   string  `json:"rule,omitempty"`
		Timex  string  `json:"timex,omitempty"`
		Value  string  `json:"value,omitempty"`
		Mod    string  `json:"mod,omitempty"`
		From   string  `json:"from,omitempty"`
		To     string  `json:"to,omitempty"`
	}
	timexTag struct { // of a corpus of dates
		Start int    `json:"start"`
		End   int    `json:"end"`
		Type  string `json:"type"`
		Value string `json:"value"`
		Mod   string `json:"mod"`
	}
	entity struct {
		ID      int      `json:"id"`
		Label   string   `json:"label"`
		Name    string   `json:"name"`
		Aliases []string `json:"aliases,omitempty"`
		Count   int      `json:"count,omitempty"`
		First   *pair    `json:"first,omitempty"`
		Roles   []role   `json:"roles,omitempty"`
		Geo     *geo     `json:"geo,omitempty"`
		Of      int      `json:"of,omitempty"`
		Country string   `json:"country,omitempty"`
		Gender  string   `json:"gender,omitempty"`
		Score   float64  `json:"score,omitempty"`
	}
	role struct {
		Title             string `json:"title"`
		Start             *int   `json:"start,omitempty"` // 0 is a position, nil none
		End               int    `json:"end,omitempty"`
		Affiliation       string `json:"affiliation,omitempty"`
		AffiliationEntity int    `json:"affiliation_entity,omitempty"`
		From              string `json:"from,omitempty"`
		Until             string `json:"until,omitempty"`
		Former            bool   `json:"former,omitempty"`
	}
	geo struct {
		GeoNames int     `json:"geonames,omitempty"`
		Country  string  `json:"country,omitempty"`
		Lat      float64 `json:"lat"`
		Lon      float64 `json:"lon"`
	}
	quote struct {
		Kind    string   `json:"kind,omitempty"`
		Start   int      `json:"start"`
		End     int      `json:"end"`
		Content []pair   `json:"content,omitempty"`
		Quoted  []pair   `json:"quoted,omitempty"`
		Cue     *cue     `json:"cue,omitempty"`
		Speaker *speaker `json:"speaker"` // null where nobody is named
		Nested  bool     `json:"nested,omitempty"`
		Score   float64  `json:"score,omitempty"`
		Rule    string   `json:"rule,omitempty"`

		Type          string `json:"type,omitempty"`           // of a corpus: kind
		Spans         []pair `json:"spans,omitempty"`          // content
		SpeakerEntity string `json:"speaker_entity,omitempty"` // speaker.name
	}
	speaker struct {
		Entity int    `json:"entity,omitempty"`
		Name   string `json:"name,omitempty"`
		Start  *int   `json:"start,omitempty"` // 0 is a position, nil none
		End    int    `json:"end,omitempty"`
		Text   string `json:"text,omitempty"`
	}
	pair [2]int
)
