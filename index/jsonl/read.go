package jsonl

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"github.com/dateline-nlp/dateline"
)

// An Error is a line that could not be read, or one that does not hold a document.
type Error struct {
	File string // the name given to NewReader
	Line int    // counts from 1
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err) }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// ErrTooLong is the cause of an Error where a line is longer than Reader.MaxLine. Reading can go on behind it.
var ErrTooLong = errors.New("the line is too long")

// A Reader reads articles and Documents. NewReader makes one; set its fields before the first Read. It is not safe for
// concurrent use.
type Reader struct {
	Unit    Unit // how positions are counted; zero: code points
	MaxLine int  // longest line in bytes; zero: 256 MiB

	r    *bufio.Reader
	name string
	line int
	buf  []byte
	err  error // of the source: stays
}

// NewReader returns a Reader from r. The name stands in errors and in the ids of articles that have none of their own.
func NewReader(r io.Reader, name string) *Reader {
	return &Reader{r: bufio.NewReaderSize(r, 1<<16), name: name}
}

// Line returns the number of the line read last, counting from 1; blank lines, which are passed over, count too.
func (r *Reader) Line() int { return r.line }

// Read returns the next Document, with what stands in its line: of a plain article only Document.Article is filled. At the
// end the error is io.EOF. Every other error is an *Error; after one that concerns a single line, Read goes on with the next.
func (r *Reader) Read() (*dateline.Document, error) {
	line, err := r.next()
	if err == io.EOF {
		return nil, err
	}
	var d *dateline.Document
	if err == nil {
		d, err = Unmarshal(line, r.Unit)
	}
	if err != nil {
		return nil, &Error{r.name, r.line, err}
	}
	r.identify(&d.Article)
	return d, nil
}

// readArticle is Read without the annotations.
func (r *Reader) readArticle() (dateline.Article, error) {
	line, err := r.next()
	if err == io.EOF {
		return dateline.Article{}, err
	}
	var a dateline.Article
	if err == nil {
		a, err = unmarshalArticle(line)
	}
	if err != nil {
		return dateline.Article{}, &Error{r.name, r.line, err}
	}
	r.identify(&a)
	return a, nil
}

// identify gives an article without id the name of the file and the number of the line.
func (r *Reader) identify(a *dateline.Article) {
	if a.ID == "" {
		base := filepath.Base(r.name)
		a.ID = fmt.Sprintf("%s:%d", strings.TrimSuffix(base, filepath.Ext(base)), r.line)
	}
}

// Documents returns the rest of the documents, each with the error of its line or nil. Ranging goes on after the error of a
// single line and ends where the source does. It may be ranged over once.
func (r *Reader) Documents() iter.Seq2[*dateline.Document, error] {
	return rest(r, r.Read)
}

// Articles is Documents without the annotations: they are not looked at, and may be of any form.
func (r *Reader) Articles() iter.Seq2[dateline.Article, error] {
	return rest(r, r.readArticle)
}

func rest[T any](r *Reader, next func() (T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for {
			x, err := next()
			if err == io.EOF || !yield(x, err) || r.err != nil && err != nil {
				return
			}
		}
	}
}

// next returns the next line that is not blank, valid until the next call.
func (r *Reader) next() ([]byte, error) {
	limit := r.MaxLine
	if limit <= 0 {
		limit = 256 << 20
	}
	for r.err == nil {
		r.line++
		r.buf = r.buf[:0]
		long := false
		for {
			part, err := r.r.ReadSlice('\n')
			if long = long || len(r.buf)+len(part) > limit+1; !long {
				r.buf = append(r.buf, part...)
			}
			if err == bufio.ErrBufferFull {
				continue
			}
			if r.err = err; err == io.EOF && len(part) == 0 && len(r.buf) == 0 && !long {
				r.line-- // there is no line behind the last
			}
			break
		}
		if r.err != nil && r.err != io.EOF {
			return nil, r.err
		}
		if long {
			return nil, fmt.Errorf("%w: over %d bytes", ErrTooLong, limit)
		}
		if r.line == 1 {
			r.buf = bytes.TrimPrefix(r.buf, []byte("\ufeff")) // a byte order mark is no part of the JSON
		}
		if line := bytes.TrimSpace(r.buf); len(line) > 0 {
			return line, nil
		}
	}
	return nil, io.EOF
}

// Unmarshal reads one line whose positions are in unit. Positions outside the text, unknown labels, kinds and entity ids are
// errors, and so is a mention whose text field differs from the text at its position: the sign of another unit.
func Unmarshal(line []byte, unit Unit) (*dateline.Document, error) {
	var o object
	if err := json.Unmarshal(line, &o); err != nil {
		return nil, jsonError(line, err)
	}
	a, err := o.read()
	if err != nil {
		return nil, err
	}
	d := &dateline.Document{Article: a}
	dec := &decoder{doc: d, off: NewOffsets(d.Text, unit), unit: unit}
	dec.object(&o)
	return d, dec.err
}

// unmarshalArticle reads one line without its annotations, which may be of any form.
func unmarshalArticle(line []byte) (dateline.Article, error) {
	var o article
	if err := json.Unmarshal(line, &o); err != nil {
		return dateline.Article{}, jsonError(line, err)
	}
	return o.read()
}

func (o *article) read() (dateline.Article, error) {
	a := dateline.Article{ID: string(o.ID), Source: o.Source, URL: o.URL, Headline: o.Headline}
	if o.Published == "" {
		o.Published = o.DCT
	}
	var err error
	if a.Published, err = ParseTime(o.Published); err != nil {
		return a, fmt.Errorf("published: %w", err)
	}
	parts := joinParts(o.Headline, o.Byline, o.Body)
	switch {
	case o.Text != nil && (*o.Text != "" || o.Byline == "" && o.Body == ""):
		a.Text = *o.Text
	case parts != "":
		a.Text = parts
	default:
		return a, errors.New("it has neither text nor headline, byline or body")
	}
	return a, nil
}

func joinParts(parts ...string) string {
	kept := parts[:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "\n\n")
}

// jsonError adds the column, in bytes from 1, to an error of encoding/json.
func jsonError(line []byte, err error) error {
	var syn *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syn):
		if int(syn.Offset) >= len(line) {
			return fmt.Errorf("the JSON ends too early: %w", err)
		}
		return fmt.Errorf("column %d: %w", syn.Offset, err)
	case errors.As(err, &typ):
		return fmt.Errorf("column %d: field %q holds a %s", typ.Offset, strings.TrimPrefix(typ.Field, "article."), typ.Value)
	}
	return err
}
