package formats

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/cli"
	"github.com/dateline-nlp/dateline/examples/internal/report"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// brat writes the standoff files of the brat annotation tool into a folder: for each article ID.txt and ID.ann, and one
// annotation.conf. Positions are code points. An ID that is no file name is written with "_" for what does not fit.
//
//	T1	PERSON 1702 1713	Stoltenberg        a mention; nominals and pronouns too
//	T9	Direct 1643 1699	This is in ...     the content of a quote, in several pieces where it was interrupted
//	R1	Speaker Arg1:T9 Arg2:T1              who said it
//	*	Coref T1 T4 T7                       mentions of one entity
//	N1	Reference T3 GeoNames:98182	Baghdad
//	#1	AnnotatorNotes T2	2020-02-12          the value of a date
type brat struct {
	dir  string
	used map[string]bool
}

const bratConf = `[entities]
PERSON
ORG
PLACE
NORP
DATE
MISC
Source
Direct
Mixed
Indirect
[relations]
Speaker	Arg1:Direct|Mixed|Indirect, Arg2:<ENTITY>
Coref	Arg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive
<OVERLAP>	Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
[events]
[attributes]
`

// newBrat makes the folder, if it is not there.
func newBrat(dir string) (Writer, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	return &brat{dir, map[string]bool{}}, nil
}

func (b *brat) Write(d *dateline.Document) error {
	name := b.fileName(d.ID)
	if err := writeFile(filepath.Join(b.dir, name+".txt"), []byte(valid(d.Text))); err != nil {
		return err
	}
	return writeFile(filepath.Join(b.dir, name+".ann"), annotations(d))
}

func (b *brat) Close() error {
	return writeFile(filepath.Join(b.dir, "annotation.conf"), []byte(bratConf))
}

// fileName makes a file name of an id, another one for each article.
func (b *brat) fileName(id string) string {
	base := strings.TrimLeft(strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f || strings.ContainsRune(`/\:*?"<>|`, r) || r == '\ufffd' {
			return '_'
		}
		return r
	}, valid(id)), ".")
	if len(base) > 100 || base == "" {
		base = "article"
	}
	name := base
	for n := 2; b.used[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s-%d", base, n)
	}
	b.used[strings.ToLower(name)] = true
	return name
}

func writeFile(path string, data []byte) error {
	return cli.WriteFile(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// bratLines numbers the lines of each kind.
type bratLines struct {
	doc        *dateline.Document
	off        *jsonl.Offsets
	out        bytes.Buffer
	t, r, n, c int
}

func annotations(d *dateline.Document) []byte {
	b := &bratLines{doc: d, off: jsonl.NewOffsets(d.Text, jsonl.Runes)}
	at := map[dateline.Span]int{}
	chains := map[dateline.EntityID][]string{}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		t := b.textBound(m.Label.String(), m.Span)
		at[m.Span] = t
		if m.Entity != 0 {
			chains[m.Entity] = append(chains[m.Entity], fmt.Sprintf("T%d", t))
		}
		if e := d.Entity(m.Entity); e != nil && e.Geo != nil && e.Geo.GeoNames != 0 {
			b.n++
			fmt.Fprintf(&b.out, "N%d\tReference T%d GeoNames:%d\t%s\n", b.n, t, e.Geo.GeoNames, flat(e.Name))
		}
		if m.Time != nil {
			b.note(t, m.Time.Value+" "+m.Time.Mod)
		}
	}
	for i := range d.Entities {
		if c := chains[d.Entities[i].ID]; len(c) > 1 {
			fmt.Fprintf(&b.out, "*\tCoref %s\n", strings.Join(c, " "))
		}
	}
	for i := range d.Quotes {
		b.quote(&d.Quotes[i], at)
	}
	return b.out.Bytes()
}

func (b *bratLines) quote(q *dateline.Quote, at map[dateline.Span]int) {
	kind := q.Kind.String()
	if kind == "" {
		return
	}
	t := b.textBound(strings.ToUpper(kind[:1])+kind[1:], q.Content...)
	if s := q.Speaker; !s.Span.IsZero() {
		source, ok := at[s.Span]
		if !ok {
			source = b.textBound("Source", s.Span)
			at[s.Span] = source
		}
		b.r++
		fmt.Fprintf(&b.out, "R%d\tSpeaker Arg1:T%d Arg2:T%d\n", b.r, t, source)
	}
	if q.Speaker.Known() {
		b.note(t, "speaker: "+report.SpeakerName(b.doc, q.Speaker))
	}
}

func (b *bratLines) note(t int, text string) {
	b.c++
	fmt.Fprintf(&b.out, "#%d\tAnnotatorNotes T%d\t%s\n", b.c, t, flat(text))
}

// textBound writes a line of spans; brat allows no line end inside a span, so it goes on as another one behind it.
func (b *bratLines) textBound(label string, spans ...dateline.Span) int {
	var places, texts []string
	for _, s := range spans {
		pos := s.Start
		for line := range strings.Lines(b.doc.Slice(s)) {
			if text := strings.TrimSpace(line); text != "" {
				start := pos + strings.Index(line, text)
				places = append(places, fmt.Sprintf("%d %d", b.off.FromByte(start), b.off.FromByte(start+len(text))))
				texts = append(texts, valid(text))
			}
			pos += len(line)
		}
	}
	b.t++
	fmt.Fprintf(&b.out, "T%d\t%s %s\t%s\n", b.t, label, strings.Join(places, ";"), strings.Join(texts, " "))
	return b.t
}

func flat(s string) string { return strings.Join(strings.Fields(valid(s)), " ") }
