package input

import (
	"bytes"
	"encoding/binary"
	"path/filepath"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline/examples/internal/webpage"
)

type kind uint8

const (
	unknown kind = iota
	plain
	page
	lines
)

// kindOf tells the kind of a file by the ending of its name, and the name without endings.
func kindOf(name string) (kind, string) {
	base := name
	if lower := strings.ToLower(base); strings.HasSuffix(lower, ".gz") {
		base = base[:len(base)-3]
	}
	ext := filepath.Ext(base)
	switch strings.ToLower(ext) {
	case ".txt":
		return plain, strings.TrimSuffix(base, ext)
	case ".html", ".htm", ".xhtml":
		return page, strings.TrimSuffix(base, ext)
	case ".jsonl", ".ndjson":
		return lines, strings.TrimSuffix(base, ext)
	}
	return unknown, strings.TrimSuffix(base, ext)
}

// sniff tells the kind of an input without a telling name by how it begins.
func sniff(head []byte) kind {
	head = bytes.ToLower(bytes.TrimLeft(head, " \t\r\n\ufeff"))
	switch {
	case bytes.HasPrefix(head, []byte(`{"`)):
		return lines
	case bytes.HasPrefix(head, []byte("<")):
		for _, tag := range []string{"<!doctype html", "<html", "<head", "<body"} {
			if bytes.Contains(head, []byte(tag)) {
				return page
			}
		}
	}
	return plain
}

// foreign names the format of a file that is no text, by how it begins; "" for text.
func foreign(head []byte) string {
	for _, f := range [][2]string{
		{"%PDF-", "a PDF"}, {"PK\x03\x04", "a zip archive or a document of an office program"}, {"\xd0\xcf\x11\xe0", "a document of an office program"},
		{"{\\rtf", "a document in RTF"}, {"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"},
	} {
		if bytes.HasPrefix(head, []byte(f[0])) {
			return f[1]
		}
	}
	if bytes.Count(head, []byte{0})*16 > len(head) && !bytes.HasPrefix(head, []byte("\xff\xfe")) && !bytes.HasPrefix(head, []byte("\xfe\xff")) { // a stray one is text, and so is UTF-16
		return "binary data"
	}
	return ""
}

// decode returns the text of a file: UTF-16 with a byte order mark and Windows-1252 converted, everything else as it stands.
func decode(data []byte) string {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		order = binary.BigEndian
	case legacy(data):
		return webpage.Windows1252(data)
	default:
		return string(data)
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	return string(utf16.Decode(units))
}

// legacy reports whether text has letters beyond ASCII, none of them in UTF-8.
func legacy(data []byte) bool {
	some := false
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			some = true
		case size > 1:
			return false
		}
		data = data[size:]
	}
	return some
}
