package input

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// meta is the input form of an article without its text: what the file beside an article may say about it.
type meta struct {
	ID        string `json:"id"`
	Published string `json:"published"`
	Source    string `json:"source"`
	URL       string `json:"url"`
	Headline  string `json:"headline"`
}

// readMeta fills a from the .meta.json beside the file, if there is one.
func readMeta(path string, a *dateline.Article) error {
	dir, name := filepath.Split(path)
	_, base := kindOf(name)
	beside := filepath.Join(dir, base+".meta.json")
	data, err := os.ReadFile(beside)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var m meta
	if err == nil {
		err = json.Unmarshal(data, &m)
	}
	var published time.Time
	if err == nil {
		published, err = jsonl.ParseTime(m.Published)
	}
	if err != nil {
		return &Error{Path: beside, Err: err}
	}
	for _, f := range []struct {
		to   *string
		from string
	}{{&a.ID, m.ID}, {&a.Source, m.Source}, {&a.URL, m.URL}, {&a.Headline, m.Headline}} {
		if f.from != "" {
			*f.to = f.from
		}
	}
	if !published.IsZero() {
		a.Published = published
	}
	return nil
}
