package input

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
	"unicode/utf16"

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

// decodeUTF16 converts UTF-16 with a byte order mark; everything else stays as it is.
func decodeUTF16(data []byte) string {
	var order binary.ByteOrder
	switch {
	case len(data) >= 2 && data[0] == 0xff && data[1] == 0xfe:
		order = binary.LittleEndian
	case len(data) >= 2 && data[0] == 0xfe && data[1] == 0xff:
		order = binary.BigEndian
	default:
		return string(data)
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	return string(utf16.Decode(units))
}
