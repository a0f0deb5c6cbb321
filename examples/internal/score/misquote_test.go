package score

import (
	"strings"
	"testing"
)

func TestMisquotes(t *testing.T) {
	text := `"We will go home," said Ann. "Not now or ever," said Bob. He said the road was closed.`
	at := func(s string) Span { i := strings.Index(text, s); return Span{i, i + len(s)} }
	quote := func(kind, said, by string) Quote {
		return Quote{Spans: []Span{at(said)}, Type: kind, SpeakerIs: by, Speaker: &Speaker{Span: at(by), Text: by}}
	}
	gold := []Doc{{ID: "a", Text: text, Quotes: []Quote{
		quote("direct", "We will go home,", "Ann"), quote("direct", "Not now or ever,", "Bob"), quote("indirect", "the road was closed", "He"),
	}}}
	right := printedMisquotes(gold, gold)
	if right != "errors, the longest first, 0 of 0:\n" {
		t.Errorf("gold against itself: %s", right)
	}
	system := []Doc{{ID: "a", Text: text, Quotes: []Quote{
		quote("direct", "We will go home,", "Bob"), quote("indirect", "now or ever", "Ann"), quote("indirect", "the road was closed", "He"),
	}}}
	want := "errors, the longest first, 3 of 3:\n" +
		"speaker\tdirect\ta\t\"We will go home,\"\tof Ann, not Bob\n" +
		"missed\tdirect\ta\t\"Not now or ever,\"\tof Bob\n" +
		"spurious\tindirect\ta\t\"now or ever\"\tof Ann\n"
	if got := printedMisquotes(gold, system); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func printedMisquotes(gold, system []Doc) string {
	var b strings.Builder
	PrintMisquotes(&b, Misquotes(gold, system), 10)
	return b.String()
}
