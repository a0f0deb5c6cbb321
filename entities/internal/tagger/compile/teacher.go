package compile

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/learn"
)

// Labels are the names that a teacher, a larger model that does not ship, found in the unlabelled articles. File format, deflated:
// for each article that it read the uvarints of its distance from the last one in the list of Articles, the number of its names,
// and for each name the bytes from the end of the last one, its length, and its type (a number of package crf, or Unsure).
type Labels struct {
	Article int
	Names   []Label
}

// A Label is a name at bytes [Start, End). Of Unsure ones the teacher could not tell whether, what or how far it is.
type Label struct{ Start, End, Type int }

// Unsure is the type of a passage from which nothing is to be learned.
const Unsure = crf.Types

// MarshalLabels returns the file form of labels, which must be in ascending order.
func MarshalLabels(labels []Labels) ([]byte, error) {
	var raw []byte
	last := 0
	for _, l := range labels {
		raw = binary.AppendUvarint(raw, uint64(l.Article-last))
		raw = binary.AppendUvarint(raw, uint64(len(l.Names)))
		last = l.Article
		at := 0
		for _, n := range l.Names {
			raw = binary.AppendUvarint(raw, uint64(n.Start-at))
			raw = binary.AppendUvarint(raw, uint64(n.End-n.Start))
			raw = append(raw, byte(n.Type))
			at = n.End
		}
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(raw); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

// errLabels reports labels that do not fit the unlabelled text.
var errLabels = errors.New("the labels do not fit the unlabelled text: make them again by go run ./train/teacher merge")

// Taught reads a teacher's labels from file and joins them with the unlabelled text under dir.
func Taught(file, dir string, weight float32) ([]*learn.Example, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(flate.NewReader(bytes.NewReader(data)))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	articles, err := Articles(dir)
	if err != nil {
		return nil, err
	}
	var out []*learn.Example
	in, bad := bytes.NewReader(raw), fmt.Errorf("%s: %w", file, errLabels)
	number := func() int {
		v, e := binary.ReadUvarint(in)
		if e != nil || v > 1<<30 {
			err = bad
		}
		return int(v)
	}
	for article := 0; in.Len() > 0 && err == nil; {
		article += number()
		if err != nil || article >= len(articles) {
			return nil, bad
		}
		x := &learn.Example{Doc: learn.Prepare(dateline.Article{Text: articles[article]}), Weight: weight}
		at, text := 0, articles[article]
		for n := number(); n > 0 && err == nil; n-- {
			at += number()
			end := at + number()
			typ := number()
			if err != nil || end > len(text) || typ > Unsure {
				return nil, bad
			}
			x.Teach(dateline.Span{Start: at, End: end}, typ)
			at = end
		}
		out = append(out, x)
	}
	return out, err
}
