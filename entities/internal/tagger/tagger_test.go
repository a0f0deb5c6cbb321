package tagger_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/cputime"
	"github.com/dateline-nlp/dateline/entities/internal/tagger"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/learn"
)

// marked writes the mentions into the text: [Jens Stoltenberg]P.
func marked(doc *dateline.Document, mentions []dateline.Mention) string {
	letters := map[dateline.Label]string{
		dateline.Person: "P", dateline.Org: "O", dateline.Place: "L", dateline.Norp: "N", dateline.Misc: "M",
	}
	var b strings.Builder
	at := 0
	for _, m := range mentions {
		b.WriteString(doc.Text[at:m.Start] + "[" + doc.Slice(m.Span) + "]" + letters[m.Label])
		at = m.End
	}
	return b.String() + doc.Text[at:]
}

// plain takes the marks out of what marked writes.
func plain(s string) string {
	for _, l := range []string{"P", "O", "L", "N", "M"} {
		s = strings.ReplaceAll(s, "]"+l, "")
	}
	return strings.ReplaceAll(s, "[", "")
}

// TestSentences are sentences that a reader has no doubt about.
func TestSentences(t *testing.T) {
	for _, want := range []string{
		"NATO Secretary General [Jens Stoltenberg]P met Prime Minister [Justin Trudeau]P in [Ottawa]L on Monday.",
		"The [Iraqi]N parliament voted to expel [American]N troops.",
		"[Gainesville]L, [Florida]L, is home to the [University of Florida]O.",
		"[Microsoft]O and [Google]O opened offices in [South Korea]L.",
		"Mr. [Smith]P's lawyer said nothing.",
		"[Hurricane Dorian]M hit the [Bahamas]L.",
		"The [European Commission]O fined [Apple]O.",
		"Police in northern [Iraq]L arrested [Ahmed al-Jabouri]P.",
		"[Yoon Suk-yeol]P was elected president of [South Korea]L.",
	} {
		want = strings.Replace(want, "NATO", "[NATO]O", 1)
		doc := learn.Prepare(dateline.Article{Text: plain(want)})
		if got := marked(doc, tagger.Default().Tag(doc)); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// TestDocument holds what the rest of a document teaches.
func TestDocument(t *testing.T) {
	want := "[Tereza Vlckova]P, a judge in [Brno]L, resigned on Friday. [Vlckova]P had served for nine years.\n\nLawyers said that [Vlckova]P had no choice."
	doc := learn.Prepare(dateline.Article{Text: plain(want)})
	if got := marked(doc, tagger.Default().Tag(doc)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestNames(t *testing.T) {
	text := "The Greens met Brightwater and the Lower Fell in Brightwater Hall. BRIGHTWATER WINS AGAIN"
	names, err := tagger.NewNames([]tagger.Name{
		{Text: "Brightwater", Label: dateline.Org},
		{Text: "Brightwater  Hall", Label: dateline.Place},
		{Text: "the Lower Fell", Label: dateline.Misc},
		{Text: "Brightwater", Label: dateline.Person},
	})
	if err != nil {
		t.Fatal(err)
	}
	doc := learn.Prepare(dateline.Article{Text: text})
	var got []string
	for _, m := range tagger.Default().TagWith(doc, names) {
		if m.Rule == "gazetteer" {
			if m.Score != 1 {
				t.Errorf("score %v", m.Score)
			}
			got = append(got, doc.Slice(m.Span)+"/"+m.Label.String())
		}
	}
	want := []string{"Brightwater/ORG", "the Lower Fell/MISC", "Brightwater Hall/PLACE", "BRIGHTWATER/ORG"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for _, bad := range []tagger.Name{{Text: " ", Label: dateline.Org}, {Text: "May", Label: dateline.Date}, {Text: "x"}} {
		if _, err := tagger.NewNames([]tagger.Name{bad}); !errors.Is(err, tagger.ErrName) {
			t.Errorf("%v: %v", bad, err)
		}
	}
}

// TestVote holds that a vote changes a doubtful label and leaves a clear one.
func TestVote(t *testing.T) {
	vote := func(text string, n tagger.Name) (label dateline.Label) {
		names, err := tagger.NewNames([]tagger.Name{n})
		if err != nil {
			t.Fatal(err)
		}
		doc := learn.Prepare(dateline.Article{Text: text})
		for _, m := range tagger.Default().TagWith(doc, names) {
			if doc.Slice(m.Span) == n.Text {
				label = m.Label
			}
		}
		return label
	}
	if got := vote("People like Kestrelby.", tagger.Name{Text: "Kestrelby", Label: dateline.Org, Vote: true}); got != dateline.Org {
		t.Errorf("doubtful name: %v", got)
	}
	if got := vote("He lives in Paris, France.", tagger.Name{Text: "Paris", Label: dateline.Norp, Vote: true}); got != dateline.Place {
		t.Errorf("clear name: %v", got)
	}
}

func TestFile(t *testing.T) {
	file := tagger.Default().File()
	m, err := tagger.Read(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	doc := learn.Prepare(dateline.Article{Text: "Angela Merkel flew from Berlin to Washington."})
	if d := cmp.Diff(tagger.Default().Tag(doc), m.Tag(doc)); d != "" {
		t.Error(d)
	}
	change := func(at int) string { return file[:at] + string(file[at]^1) + file[at+1:] }
	for _, c := range []struct {
		name, file string
		want       error
	}{
		{"empty", "", tagger.ErrMagic},
		{"other file", "PK\x03\x04 something else", tagger.ErrMagic},
		{"version", change(4), tagger.ErrVersion},
		{"lexicon", change(9), tagger.ErrLexicon},
		{"header only", file[:10], tagger.ErrTruncated},
		{"half", file[:len(file)/2], tagger.ErrTruncated},
		{"last byte missing", file[:len(file)-1], tagger.ErrTruncated},
		{"weight changed", change(len(file) - 5), tagger.ErrChecksum},
	} {
		var format *tagger.FormatError
		if _, err := tagger.Read(strings.NewReader(c.file)); !errors.Is(err, c.want) || !errors.As(err, &format) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

// TestLoad holds the size and the processor time of loading.
func TestLoad(t *testing.T) {
	size := len(tagger.Default().File())
	if info, err := os.Stat("lexicon.bin"); err != nil {
		t.Fatal(err)
	} else if size += int(info.Size()); size > 8<<20 {
		t.Errorf("model and lexicon have %d bytes, more than 8 MiB", size)
	}
	best := time.Hour
	for n := 0; n < 5; n++ {
		best = min(best, cputime.Of(func() {
			if _, err := tagger.Read(strings.NewReader(tagger.Default().File())); err != nil {
				t.Fatal(err)
			}
		}))
	}
	t.Logf("%d bytes, model read in %v", size, best)
	if best > 120*time.Millisecond {
		t.Errorf("reading the model takes %v", best)
	}
}

// TestConcurrent holds that one Model serves many, with the same answers.
func TestConcurrent(t *testing.T) {
	doc := learn.Prepare(dateline.Article{Text: strings.Repeat("Boris Johnson told the BBC in London that Parliament would return. ", 20)})
	want := tagger.Default().Tag(doc)
	if len(want) == 0 {
		t.Fatal("no names")
	}
	var wg sync.WaitGroup
	for n := 0; n < 8; n++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := 0; k < 5; k++ {
				if d := cmp.Diff(want, tagger.Default().Tag(doc)); d != "" {
					t.Error(d)
				}
			}
		}()
	}
	wg.Wait()
}

// check fails where mentions are not in order, overlap, or do not lie on tokens.
func check(t *testing.T, doc *dateline.Document, mentions []dateline.Mention) {
	starts, ends := map[int]bool{}, map[int]bool{}
	for _, tok := range doc.Tokens {
		starts[tok.Start], ends[tok.End] = true, true
	}
	last := 0
	for _, m := range mentions {
		if m.Start < last || m.End <= m.Start || !starts[m.Start] || !ends[m.End] {
			t.Fatalf("mention %+v after %d", m, last)
		}
		if crf.TypeOf(m.Label) < 0 || !(m.Score >= 0 && m.Score <= 1) || m.Rule == "" {
			t.Fatalf("mention %+v", m)
		}
		last = m.End
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{"", "Jens Stoltenberg of NATO", "AL-QAEDA\nIN IRAQ -- \"THE\" 'BBC'", "Ünal O’Brien\xff’s É.É. D", "a\u00adB C-d-E 1-A", "((((\"\"\"\"A"} {
		f.Add(s)
	}
	names, err := tagger.NewNames([]tagger.Name{{Text: "a", Label: dateline.Org}, {Text: "B C", Label: dateline.Place, Vote: true}})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := learn.Prepare(dateline.Article{Text: text})
		got := tagger.Default().Tag(doc)
		check(t, doc, got)
		if d := cmp.Diff(got, tagger.Default().Tag(doc)); d != "" {
			t.Fatal(d)
		}
		check(t, doc, tagger.Default().TagWith(doc, names))
	})
}

func FuzzRead(f *testing.F) {
	small, err := os.ReadFile(filepath.Join("testdata", "small.model"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small)
	f.Add(small[:len(small)/2])
	f.Add([]byte("DLTM"))
	doc := learn.Prepare(dateline.Article{Text: "Jens Stoltenberg visited Paris."})
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := tagger.Read(bytes.NewReader(data))
		if err != nil {
			var format *tagger.FormatError
			if !errors.As(err, &format) {
				t.Fatalf("error of type %T", err)
			}
			return
		}
		check(t, doc, m.Tag(doc))
	})
}
