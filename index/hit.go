package index

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2/search"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-nlp/dateline"
)

// A Hit is a quote or an article that was found. Spans are byte ranges of the article's text, as in dateline.Document.
type Hit struct {
	ID        string // of the article
	Quote     int    // index in Document.Quotes; -1: the hit is the article
	Score     float64
	Headline  string    // Article.Headline, or else the text of the headline section
	Source    string    // publisher
	URL       string    //
	Published time.Time // zero: unknown

	Span      dateline.Span       // of the quote, marks included; of an article all its text
	Text      string              // of a quote: what was said, its pieces joined by " ... "; of an article empty
	Content   []dateline.Span     // of a quote: what was said
	Kind      dateline.QuoteKind  // of a quote
	Speaker   string              // of a quote: name of the speaker, or the words that stand for it; "": nobody is named
	Entity    dateline.EntityID   // of a quote: the speaker in the article's Entities; 0: none
	Entities  []dateline.EntityID // of a quote: everybody and everything named in it and in its sentences, ordered
	Certainty float64             // of a quote: its dateline Score, rounded to 4 decimals
	Rule      string              // of a quote: the rule that found the speaker
	Fragments []Fragment          // where the words of the query stand; ordered by position
}

// A Fragment is a piece of an article with the words of the query in it.
type Fragment struct {
	dateline.Span
	Text  string          // the piece
	Marks []dateline.Span // the words, as spans of the article, ordered; the words of a phrase are marked one by one
}

// Mark returns the text of f with pre and post around every mark.
func (f Fragment) Mark(pre, post string) string {
	var b strings.Builder
	at := f.Start
	for _, m := range f.Marks {
		b.WriteString(f.Text[at-f.Start : m.Start-f.Start])
		b.WriteString(pre + f.Text[m.Start-f.Start:m.End-f.Start] + post)
		at = m.End
	}
	b.WriteString(f.Text[at-f.Start:])
	return b.String()
}

// A loader makes hits of matches.
type loader struct {
	reader api.IndexReader
	level  level
	marks  map[string][]mark          // by key of document
	spans  map[string][]dateline.Span // by id of article: more of them

	texts map[string]*articleText // by id of article
	bytes int                     // of texts
}

// A mark is the place of a word of the query in a field.
type mark struct {
	field string
	value int // which of the field's values
	pos   int // which word of it, counting from 1
}

// An articleText is what the hits of an article have in common.
type articleText struct {
	doc  articleDoc
	text string
}

func (l *loader) load(m *match) (Hit, error) {
	if m.num == nil {
		if err := m.locate(l.reader); err != nil {
			return Hit{}, err
		}
	}
	id, n := splitKey(m.key)
	h := Hit{ID: id, Quote: n, Score: m.score}
	if l.level == articleLevel {
		return h, l.article(&h, m)
	}
	return h, l.quote(&h, m)
}

// locate finds the number of a match in r, which is not kept with it from one snapshot to another.
func (m *match) locate(r api.IndexReader) (err error) {
	if m.num, err = r.InternalID(m.key); err == nil && m.num == nil {
		err = fmt.Errorf("%w: document %q is listed but not there", ErrDamaged, m.key)
	}
	return err
}

func (a *articleDoc) fill(h *Hit) {
	h.Headline, h.Source, h.URL = a.Headline, a.Source, a.URL
	if a.Published != "" {
		h.Published, _ = parseStamp(a.Published) // one that cannot be read is found by Document and Check
	}
}

func (l *loader) article(h *Hit, m *match) error {
	marked := len(l.marks[m.key])+len(l.spans[h.ID]) > 0
	a, err := readText(l.reader, m.key, m.num, marked)
	if err != nil {
		return err
	}
	a.doc.fill(h)
	h.Span = dateline.Span{End: a.doc.Size}
	var found []int
	for _, k := range l.marks[m.key] {
		if k.field == l.level.field(fieldText) && k.value == 0 {
			found = append(found, k.pos)
		}
	}
	spans := append(findWords(a.text, dateline.Span{End: len(a.text)}, found), l.spans[h.ID]...)
	h.Fragments = fragments(a.text, 0, spans)
	return nil
}

// readText reads what is stored of an article, its text only if wanted.
func readText(r api.IndexReader, key string, num api.IndexInternalID, wanted bool) (*articleText, error) {
	fields := []string{articleLevel.field(fieldDoc)}
	if wanted {
		fields = append(fields, articleLevel.field(fieldCopy))
	}
	stored, err := readFields(r, num, fields...)
	if err != nil {
		return nil, err
	}
	a := &articleText{}
	if wanted {
		a.text = string(stored[fields[1]])
	}
	return a, unmarshalStored(key, stored[fields[0]], &a.doc)
}

// maxTexts bounds the bytes of the texts that a loader keeps.
const maxTexts = 8 << 20

// textOf returns the article of a quote; the quotes of a page are often of the same.
func (l *loader) textOf(id string) (*articleText, error) {
	if a := l.texts[id]; a != nil {
		return a, nil
	}
	m := match{key: articleKey(id)}
	if err := m.locate(l.reader); err != nil {
		return nil, err
	}
	a, err := readText(l.reader, m.key, m.num, true)
	if err != nil {
		return nil, err
	}
	if l.bytes += len(a.text); l.texts == nil || l.bytes > maxTexts {
		l.texts, l.bytes = map[string]*articleText{}, len(a.text)
	}
	l.texts[id] = a
	return a, nil
}

func (l *loader) quote(h *Hit, m *match) error {
	a, err := l.textOf(h.ID)
	if err != nil {
		return err
	}
	name := l.level.field(fieldDoc)
	stored, err := readFields(l.reader, m.num, name)
	if err != nil {
		return err
	}
	doc, err := unpackQuote(m.key, stored[name], len(a.text))
	if err != nil {
		return err
	}
	a.doc.fill(h)
	h.Span, h.Content, h.Kind, h.Speaker, h.Entity, h.Entities = doc.span, doc.content, doc.kind, doc.speaker, doc.entity, doc.entities
	h.Certainty, h.Rule = doc.score, doc.rule
	var said []string
	for _, s := range doc.content {
		said = append(said, a.text[s.Start:s.End])
	}
	h.Text = strings.Join(said, " ... ")
	var inText []int
	inSaid := make([][]int, len(doc.content))
	for _, k := range l.marks[m.key] {
		switch {
		case k.field == l.level.field(fieldText):
			inText = append(inText, k.pos)
		case k.field == l.level.field(fieldSaid) && k.value < len(inSaid):
			inSaid[k.value] = append(inSaid[k.value], k.pos)
		}
	}
	spans := findWords(a.text, doc.context, inText)
	for i, s := range doc.content {
		spans = append(spans, findWords(a.text, s, inSaid[i])...)
	}
	h.Fragments = fragments(a.text[doc.context.Start:doc.context.End], doc.context.Start, spans)
	return nil
}

// maxMarks is how many words are looked up: fragments do not show more.
const maxMarks = maxFragments * fragmentSize

// findWords returns where the words at some positions of a part of the text stand in it, the first of them.
func findWords(text string, part dateline.Span, positions []int) []dateline.Span {
	if len(positions) == 0 {
		return nil
	}
	slices.Sort(positions)
	positions = slices.Compact(positions)
	out := placesOf(text[part.Start:part.End], positions[:min(len(positions), maxMarks)])
	for i := range out {
		out[i].Start += part.Start
		out[i].End += part.Start
	}
	return out
}

const (
	fragmentSize = 200 // bytes that a fragment tries not to pass
	maxFragments = 5   // of a hit
)

// fragments cuts the pieces around the marks out of text, which begins at base.
func fragments(text string, base int, marks []dateline.Span) (out []Fragment) {
	sort.Slice(marks, func(i, j int) bool {
		return marks[i].Start < marks[j].Start || marks[i].Start == marks[j].Start && marks[i].End < marks[j].End
	})
	for i := 0; i < len(marks) && len(out) < maxFragments; {
		first := marks[i]
		f := Fragment{Marks: []dateline.Span{first}} // however long it is
		end := first.End
		for i++; i < len(marks) && (marks[i].Start < end || marks[i].End-first.Start <= fragmentSize); i++ {
			if marks[i].Start < end {
				continue // the same word, found twice
			}
			f.Marks = append(f.Marks, marks[i])
			end = marks[i].End
		}
		pad := max(0, fragmentSize-(end-first.Start)) / 2
		f.Start = base + wordStart(text, first.Start-base, pad)
		f.End = base + wordEnd(text, end-base, pad)
		f.Text = text[f.Start-base : f.End-base]
		out = append(out, f)
	}
	return out
}

// wordStart goes back from at by at most pad bytes, to the beginning of a word in the same line.
func wordStart(text string, at, pad int) int {
	low := max(0, at-pad)
	if n := strings.LastIndexByte(text[low:at], '\n'); n >= 0 {
		return low + n + 1
	}
	if low == 0 {
		return 0
	}
	if n := strings.IndexByte(text[low:at], ' '); n >= 0 {
		return low + n + 1
	}
	return at
}

// wordEnd goes on from at by at most pad bytes, to the end of a word in the same line.
func wordEnd(text string, at, pad int) int {
	high := min(len(text), at+pad)
	if n := strings.IndexByte(text[at:high], '\n'); n >= 0 {
		return at + n
	}
	if high == len(text) {
		return high
	}
	if n := strings.LastIndexByte(text[at:high], ' '); n >= 0 {
		return at + n
	}
	return at
}

// findMarks runs s, which reads positions, over the matches and notes where the words of the query stand.
func findMarks(r api.IndexReader, s search.Searcher, matches []*match) (map[string][]mark, error) {
	byNum := make([]*match, 0, len(matches))
	for _, m := range matches {
		if m.num == nil {
			if err := m.locate(r); err != nil {
				return nil, err
			}
		}
		byNum = append(byNum, m)
	}
	sort.Slice(byNum, func(i, j int) bool { return byNum[i].num.Compare(byNum[j].num) < 0 })
	sc := &search.SearchContext{DocumentMatchPool: search.NewDocumentMatchPool(s.DocumentMatchPoolSize()+1, 0), IndexReader: r}
	out := map[string][]mark{}
	for _, m := range byNum {
		found, err := s.Advance(sc, m.num)
		if err != nil {
			return nil, err
		}
		if found == nil {
			break
		}
		if found.IndexInternalID.Equals(m.num) {
			for _, l := range found.FieldTermLocations {
				value := 0
				if len(l.Location.ArrayPositions) > 0 {
					value = int(l.Location.ArrayPositions[0])
				}
				out[m.key] = append(out[m.key], mark{l.Field, value, int(l.Location.Pos)})
			}
			sc.DocumentMatchPool.Put(found)
			continue
		}
		return nil, fmt.Errorf("index: document %q is found but not found again", m.key)
	}
	return out, nil
}
