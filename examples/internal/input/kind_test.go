package input

import "testing"

func TestSniff(t *testing.T) {
	for text, want := range map[string]kind{
		`{"id": "a"}`:              lines,
		"\ufeff {\"text\": \"a\"}": lines,
		"<!DOCTYPE html><title>T":  page,
		"\n<HTML><body>":           page,
		"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC": page,
		"<!-- saved --><html>":                           page,
		"<p>A paragraph":                                 plain,
		"The mayor <html>":                               plain,
		"{curly}":                                        plain,
		"":                                               plain,
	} {
		if got := sniff([]byte(text)); got != want {
			t.Errorf("%q: kind %d, want %d", text, got, want)
		}
	}
}

func TestDecode(t *testing.T) {
	for data, want := range map[string]string{
		"plain":                 "plain",
		"\ufeffcaf\u00e9":       "\ufeffcaf\u00e9",
		"caf\xe9":               "caf\u00e9",
		"\x93Yes,\x94 he said":  "\u201cYes,\u201d he said",
		"caf\xe9 and caf\u00e9": "caf\xe9 and caf\u00e9",
		"\xff\xfeP\x00\xe9\x00": "P\u00e9",
		"\xfe\xff\x00P\x00\xe9": "P\u00e9",
		"":                      "",
	} {
		if got := decode([]byte(data)); got != want {
			t.Errorf("%q: %q, want %q", data, got, want)
		}
	}
}
