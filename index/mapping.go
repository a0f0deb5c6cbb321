package index

// The fields of the index. An article is one document ("a" + id), each of its quotes another ("q" + id + "#00003"), with
// fields of their own: a query over quotes never sees the words of the article, so that "S said W" is never answered with
// words of somebody else. Documents are handed to bleve ready made, past its mapping by reflection; the mapping stored in
// the index only says that nothing else is indexed.
//
//	aType qType    "a" or "q": every document of the kind
//	aID qID        id of the article; doc values for joins and collapsing
//	aText          text, and the headline where it stands apart. Analysed words with positions
//	qText          the quote with its sentences; qSaid: what was said, its pieces each a value
//	qRole          the speaker's titles and affiliations
//	aName qName    keys of names: a letter for the label, then the key ("pjens stoltenberg"); "x" in quotes: what they are
//	               about, which is every name but the speaker's outside the quotation
//	qSpeaker       keys of the speaker's names
//	aPlace qPlace  places with coordinates: "lat,lon,id"
//	aLandF qLandF  ISO codes of countries
//	aDay qDay      day of publication, cells; aWhen qWhen: intervals of the dates mentioned
//	aSource qSource, qKind, qPart, qScore (thousandths, cells)
//	aPrintF        bands of a near-duplicate, qPrintF: hash of the words; see neardup.go
//	...F           doc values: what facets count and hits are sorted by; of names see spelling.go
//	aCopy          stored only: the text; aNotes: its annotations, see notes.go; aRaw: the text as it came, where that is no
//	               valid UTF-8; aBatch: the generation that it was written in; aDoc: what a hit shows beside these, in JSON;
//	               qDoc: the quote, its words as spans of the article
//
// Version changes whenever the same Document would be indexed differently.

import (
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/mapping"
	api "github.com/blevesearch/bleve_index_api"
)

const formatVersion = 4

// Names of fields without the letter of their level.
const (
	fieldType    = "Type"
	fieldID      = "ID"
	fieldText    = "Text"
	fieldSaid    = "Said"
	fieldRole    = "Role"
	fieldName    = "Name"
	fieldSpeaker = "Speaker"
	fieldPlace   = "Place"
	fieldDay     = "Day"
	fieldWhen    = "When"
	fieldSource  = "Source"
	fieldKind    = "Kind"
	fieldPart    = "Part"
	fieldScore   = "Score"

	fieldPersonF  = "PersonF"
	fieldOrgF     = "OrgF"
	fieldPlaceF   = "PlaceF"
	fieldLandF    = "LandF"
	fieldSpeakerF = "SpeakerF"
	fieldSourceF  = "SourceF"
	fieldPrintF   = "PrintF"
	fieldDayF     = "DayF" // 8 hexadecimal digits of the ordinal

	fieldDoc   = "Doc"
	fieldCopy  = "Copy"
	fieldNotes = "Notes"
	fieldRaw   = "Raw"
	fieldBatch = "Batch"
)

// A level is the kind of a document.
type level byte

const (
	articleLevel level = 'a'
	quoteLevel   level = 'q'
)

func (l level) field(name string) string { return string(rune(l)) + name }

// newMapping is the static mapping: documents come analysed, and what comes otherwise is not indexed.
func newMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.DefaultMapping = bleve.NewDocumentDisabledMapping()
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	return m
}

const (
	optText   = api.IndexField | api.IncludeTermVectors
	optKeys   = api.IndexField | api.SkipFreqNorm
	optFacet  = api.IndexField | api.SkipFreqNorm | api.DocValues
	optStored = api.StoreField
)

// A builder makes one document.
type builder struct {
	level level
	doc   *document.Document
}

func newBuilder(l level, id string) *builder {
	return &builder{l, document.NewDocument(id)}
}

// text adds a value of analysed words; the values of a field are told apart by n.
func (b *builder) text(field string, n int, value string) {
	if value == "" {
		return
	}
	var place []uint64 // the first has none, which saves a byte a word
	if n > 0 {
		place = []uint64{uint64(n)}
	}
	b.doc.AddField(document.NewTextFieldCustom(b.level.field(field), place, []byte(value), optText, textAnalyzer()))
}

// keys adds terms; none must hold a newline.
func (b *builder) keys(field string, opt api.FieldIndexingOptions, terms ...string) {
	value := lines(terms)
	if len(value) == 0 {
		return
	}
	b.doc.AddField(document.NewTextFieldCustom(b.level.field(field), nil, value, opt, keyAnalyzer{}))
}

func (b *builder) stored(field string, value []byte) {
	b.doc.AddField(document.NewTextFieldCustom(b.level.field(field), nil, value, optStored, nil))
}
