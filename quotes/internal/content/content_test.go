package content

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
)

// show writes the stretches of text one a line: their depth as dots, how they open and end, and what is inside.
func show(text string, o Options) []string {
	_, stretches := Scan(text, nil, o)
	var out []string
	for _, s := range stretches {
		mark := "D"
		if s.Single {
			mark = "S"
		}
		if s.Continues {
			mark = "+" + mark
		}
		if !s.Closed {
			mark += "~"
		}
		out = append(out, strings.Repeat(".", s.Depth)+mark+" "+text[s.Inner.Start:s.Inner.End])
	}
	return out
}

var scanTests = []struct {
	name, text string
	want       []string
}{
	{"straight", `"It rains," she said.`, []string{`D It rains,`}},
	{"curly", `“It rains,” she said.`, []string{`D It rains,`}},
	{"two in a line", `"It rains," she said. "It pours."`, []string{`D It rains,`, `D It pours.`}},
	{"single straight", `'It rains,' she said.`, []string{`S It rains,`}},
	{"single curly", `‘It rains,’ she said.`, []string{`S It rains,`}},
	{"German", `„Es regnet“, sagte sie.`, []string{`D Es regnet`}},
	{"French", `«It rains», she said, and « it pours ».`, []string{`D It rains`, `D it pours`}},
	{"French reversed", `»It rains«, she said.`, []string{`D It rains`}},
	{"full width", `＂It rains＂, she said.`, []string{`D It rains`}},
	{"grave accents", "``It rains,'' she said.", []string{`D It rains,`}},
	{"curly both closing", `”It rains,” she said.`, []string{`D It rains,`}},
	{"curly both opening", `“It rains,“ she said.`, []string{`D It rains,`}},
	{"straight opens, curly closes", `"It rains,” she said.`, []string{`D It rains,`}},
	{"mixed: a single mark ends a double", `It is "a dull plan,' he said, with many "ideas" in it.`, []string{`D a dull plan,`, `D ideas`}},
	{"mixed: a double mark ends a single", `He called it 'a dull plan," and left.`, []string{`S a dull plan,`}},
	{"nested", `"He told me 'never again' twice," she said.`, []string{`D He told me 'never again' twice,`, `.S never again`}},
	{"nested curly", `“He told me ‘never again’ twice,” she said.`, []string{`D He told me ‘never again’ twice,`, `.S never again`}},
	{"nested in the same marks", `“I read “Emma” twice,” she said.`, []string{`D I read “Emma” twice,`, `.D Emma`}},
	{"double marks in single ones", `‘I said, “Never again,”’ she says. ‘Never.’`, []string{`S I said, “Never again,”`, `.D Never again,`, `S Never.`}},
	{"straight double marks in single ones", `'I said, "Never again,"' she says.`, []string{`S I said, "Never again,"`, `.D Never again,`}},
	{"a stray single mark before a quotation", `The ‘old man left. “Never,” she said.`, []string{`D Never,`}},
	{"nested at the end", `"He said, 'Never again.'"`, []string{`D He said, 'Never again.'`, `.S Never again.`}},
	{"apostrophes", `"I don't care, it's the dogs' dinner," she said, and that's O'Brien's '90s car.`, []string{`D I don't care, it's the dogs' dinner,`}},
	{"possessive inside brackets", `"It is in [the voters'] interest," he said.`, []string{`D It is in [the voters'] interest,`}},
	{"possessive in single marks", `'The dogs' dinner is late,' he said.`, []string{`S The dogs' dinner is late,`}},
	{"elision", `Get 'em, he said, before 'tis late.`, nil},
	{"inches", `The 6'2" forward left.`, nil},
	{"brackets", `He left ("for good") at noon.`, []string{`D for good`}},
	{"dash", `It was late—"too late"—he said.`, []string{`D too late`}},
	{"unclosed", `He said: "It rains and pours.`, []string{`D~ It rains and pours.`}},
	{"several paragraphs", "\"It rains.\n\"It pours.\n\"It snows,\" he said.", []string{`D~ It rains.`, `+D~ It pours.`, `+D It snows,`}},
	{"several paragraphs, opened in the middle", "He said: “It rains.\n\n“It pours.”\n\n“New,” she said.", []string{`D~ It rains.`, `+D It pours.`, `D New,`}},
	{"a name in marks within a paragraph left open", "\"We read \"Emma\" there.\n\"And liked it.\"", []string{`D~ We read "Emma" there.`, `.D Emma`, `+D And liked it.`}},
	{"stray mark harms its paragraph only", "A stray \" mark here and \"this\" one.\n\"It rains,\" she said.", []string{`D this`, `D It rains,`}},
	{"stray closing mark", "It rains.\" She left.\n\"It pours,\" he said.", []string{`D It pours,`}},
	{"empty", `He said "" and " " and left.`, nil},
	{"two apostrophes are no mark", `''It rains,'' she said.`, nil},
	{"no space before", `Lopez:"It rains." Smith said,"It pours."`, []string{`D It rains.`, `D It pours.`}},
	{"no space behind", `"It rains,"she said. "It pours."`, []string{`D It rains,`, `D It pours.`}},
	{"space inside", `He said " it rains " twice.`, []string{`D it rains`}},
}

func TestScan(t *testing.T) {
	for _, test := range scanTests {
		if got := show(test.text, Options{}); !slices.Equal(got, test.want) {
			t.Errorf("%s: %s\n got %q\nwant %q", test.name, test.text, got, test.want)
		}
	}
}

func TestApostrophes(t *testing.T) {
	text := `''It rains,'' she said. ''It doesn't pour.''`
	want := []string{`D It rains,`, `D It doesn't pour.`}
	if got := show(text, Options{Apostrophes: true}); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestSections: a paragraph is a line within one section, whatever the sections are.
func TestSections(t *testing.T) {
	text := "Head \"line\n\"It rains,\" she said. Credit\n"
	sections := []dateline.Section{
		{Span: dateline.Span{Start: 0, End: 10}, Kind: dateline.SectionHeadline},
		{Span: dateline.Span{Start: 11, End: 32}, Kind: dateline.SectionBody},
		{Span: dateline.Span{Start: 33, End: 39}, Kind: dateline.SectionCredit},
	}
	paras, _ := Scan(text, sections, Options{})
	var got []string
	for _, p := range paras {
		got = append(got, fmt.Sprintf("%s: %s", p.Kind, text[p.Start:p.End]))
	}
	want := []string{"headline: Head \"line", "body: \"It rains,\" she said.", "credit: Credit"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	// sections that do not fit the text must not crash
	Scan("ab", []dateline.Section{{Span: dateline.Span{Start: 5, End: 9}}, {Span: dateline.Span{Start: -3, End: 1}}}, Options{})
}
