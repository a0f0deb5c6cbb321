package formats

import (
	"bytes"
	"io"

	"github.com/dateline-nlp/dateline"
)

// newCoNLL writes the four columns of CoNLL-2003, a token a line: the word, its part of speech ("-" where it was not
// tagged), "O" in place of a chunk, and the name it is part of, in IOB2: B-PERSON for a first word, I-PERSON for the others.
// A blank line ends a sentence. Nominals and pronouns are left out: they are no names.
func newCoNLL(w io.Writer, _ Options) Writer {
	return closing{func(d *dateline.Document) error {
		var buf bytes.Buffer
		buf.WriteString("-DOCSTART- -X- O O\n\n")
		tags := iob2(d)
		for _, s := range d.Sentences {
			for i := s.First; i < s.Limit; i++ {
				buf.WriteString(valid(d.Slice(d.Tokens[i].Span)))
				buf.WriteString(" " + d.Tokens[i].POS.String() + " O " + tags[i] + "\n")
			}
			buf.WriteByte('\n')
		}
		_, err := w.Write(buf.Bytes())
		return err
	}}
}

// iob2 returns the tag of each token.
func iob2(d *dateline.Document) []string {
	tags := make([]string, len(d.Tokens))
	m := 0
	for i, t := range d.Tokens {
		tags[i] = "O"
		for m < len(d.Mentions) && (d.Mentions[m].End <= t.Start || d.Mentions[m].Form != dateline.FormName) {
			m++
		}
		if m == len(d.Mentions) || !d.Mentions[m].Overlaps(t.Span) {
			continue
		}
		begin := "I-"
		if i == 0 || d.Tokens[i-1].End <= d.Mentions[m].Start {
			begin = "B-"
		}
		tags[i] = begin + d.Mentions[m].Label.String()
	}
	return tags
}
