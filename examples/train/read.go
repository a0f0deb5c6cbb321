package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline/entities"
)

// A corpus reads annotated files one after the other, each line as package entities wants it: what facts -format jsonl wrote, with
// "mentions", becomes "ents" of the names in it. Lines stay lines, so that errors name the right one; what is no JSON goes through
// as it is, for entities.Train to tell of.
type corpus struct {
	files []*os.File
	in    *bufio.Reader
	line  []byte
	ends  []end // of the files that are read
}

// An end is the number of lines of all files up to this one.
type end struct {
	name  string
	lines int
}

// open opens the files.
func open(names []string) (*corpus, error) {
	c := &corpus{}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		c.files = append(c.files, f)
	}
	return c, nil
}

func (c *corpus) Read(p []byte) (int, error) {
	for len(c.line) == 0 {
		if c.in == nil {
			if len(c.files) == 0 {
				return 0, io.EOF
			}
			c.in = bufio.NewReader(c.files[0])
			before := 0
			if len(c.ends) > 0 {
				before = c.ends[len(c.ends)-1].lines
			}
			c.ends = append(c.ends, end{c.files[0].Name(), before})
		}
		line, err := c.in.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			c.files[0].Close()
			c.files, c.in = c.files[1:], nil
			if len(line) > 0 {
				line = append(line, '\n')
			}
		} else if err != nil {
			return 0, err
		}
		if len(line) > 0 {
			c.ends[len(c.ends)-1].lines++
		}
		c.line = names(line)
	}
	n := copy(p, c.line)
	c.line = c.line[n:]
	return n, nil
}

// names turns a line of facts into one with "ents"; others stay as they are.
func names(line []byte) []byte {
	type name struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Label string `json:"label"`
	}
	var doc struct {
		Text     string          `json:"text"`
		Ents     json.RawMessage `json:"ents"`
		Mentions []struct {
			name
			Form string `json:"form"`
		} `json:"mentions"`
	}
	if json.Unmarshal(line, &doc) != nil || doc.Ents != nil || doc.Mentions == nil {
		return line
	}
	ents := []name{}
	for _, m := range doc.Mentions {
		if m.Form == "" || m.Form == "name" {
			ents = append(ents, m.name)
		}
	}
	out, err := json.Marshal(map[string]any{"text": doc.Text, "ents": ents})
	if err != nil {
		return line
	}
	return append(out, '\n')
}

var lineNumber = regexp.MustCompile(`^.*\bline (\d+): `)

// locate makes of an error of entities.Train, which counts the lines of all files, one that names the file and the line in it.
func (c *corpus) locate(err error) error {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return p
	}
	m := lineNumber.FindStringSubmatch(err.Error())
	switch {
	case errors.Is(err, entities.ErrNoNames):
		var names []string
		for _, e := range c.ends {
			names = append(names, e.name)
		}
		return fmt.Errorf("%s: %w", strings.Join(names, ", "), err)
	case m == nil || !errors.Is(err, entities.ErrCorpus):
		return err
	}
	n, _ := strconv.Atoi(m[1])
	before := 0
	for _, e := range c.ends {
		if n <= e.lines {
			return fmt.Errorf("%s:%d: %s", e.name, n-before, strings.TrimPrefix(err.Error(), m[0]))
		}
		before = e.lines
	}
	return err
}
