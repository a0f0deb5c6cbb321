package segment

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/cputime"
)

// splits are texts and their tokens, a bar between sentences.
var splits = [][2]string{
	{"", ""},
	{" \n\t\u00a0", ""},
	{"He left.", "He left ."},
	{"He left. She stayed.", "He left . | She stayed ."},
	{"No stop at the end", "No stop at the end"},

	// Clitics, apostrophes, possessives.
	{`"I don't," he said.`, `" I do n't , " he said .`},
	{"“It’s the US’s,” he said.", "“ It ’s the US ’s , ” he said ."},
	{"We can't, won't, WON'T; they're I'll you've he'd I'm", "We ca n't , wo n't , WO N'T ; they 're I 'll you 've he 'd I 'm"},
	{"the Iraqis' interest", "the Iraqis ' interest"},
	{"D'Souza and O’Brien met Ngũgĩ wa Thiong'o", "D'Souza and O’Brien met Ngũgĩ wa Thiong'o"},
	{"the '90s and rock 'n' roll", "the '90s and rock ' n ' roll"},
	{"'Sorry,' she said", "' Sorry , ' she said"},
	{"2019's best, the U.S.'s worst", "2019 's best , the U.S. 's worst"},
	{"Mr. Trump ''said so''", "Mr. Trump '' said so ''"},
	{"ȺȺȺȺ's", "ȺȺȺȺ 's"},
	{"It was Xtra\u200d's", "It was Xtra \u200d 's"},
	{"👩\u200d👩\u200d👧 👩\u200d\u2000 “Love 👩\u200d”", "👩\u200d👩\u200d👧 👩 \u200d “ Love 👩 \u200d ”"},

	// Hyphens, dashes, slashes.
	{"the U.S.-led anti-ISIS coalition", "the U.S. - led anti - ISIS coalition"},
	{"Jean-Claude and al-Qaeda re-brand", "Jean - Claude and al - Qaeda re-brand"},
	{"the secretary-general's two-year plan", "the secretary-general 's two-year plan"},
	{"London—the capital—with", "London — the capital — with"},
	{"Pfizer–BioNTech, 1992–1995, 2019-20", "Pfizer – BioNTech , 1992 – 1995 , 2019 - 20"},
	{"a 5-year-old -- COVID-19", "a 5 - year-old -- COVID - 19"},
	{"CBC/Radio-Canada he/she 9/11 12/02/2020", "CBC / Radio - Canada he / she 9/11 12/02/2020"},
	{"on 2020-02-12, 555-1234", "on 2020-02-12 , 555 - 1234"},

	// Numbers and currencies.
	{"$1,200.50, €3.5m, 20%, US$5 and .22", "$ 1,200.50 , € 3.5m , 20 % , US $ 5 and .22"},
	{"at 12:30 p.m. on the 5th", "at 12:30 p.m. on the 5th"},
	{"in 2019,2020 and 1,00,000", "in 2019 , 2020 and 1,00,000"},
	{"AT&T bought S&P.", "AT&T bought S&P ."},

	// Addresses.
	{"See http://example.com/a_(b), www.bbc.co.uk.", "See http://example.com/a_(b) , www.bbc.co.uk ."},
	{"Mail john.smith@example.com or @jane_doe #News!", "Mail john.smith@example.com or @jane_doe #News !"},
	{"bbc.co.uk/news and Amazon.com.", "bbc.co.uk/news and Amazon.com ."},
	{"Aden.http://www.cnn.com/x", "Aden . http://www.cnn.com/x"},
	{"@ home # 5 a@ @a@b", "@ home # 5 a @ @a @ b"},

	// Abbreviations.
	{"Gen. Qasem Soleimani died in Jan. 2020.", "Gen. Qasem Soleimani died in Jan. 2020 ."},
	{"the U.S. presence. U.S. He said", "the U.S. presence . | U.S. | He said"},
	{"He left the U.S. The end.", "He left the U.S. | The end ."},
	{"Dell Inc. said. Apple Inc. In May", "Dell Inc. said . | Apple Inc. | In May"},
	{"Bank of America Corp. shares", "Bank of America Corp. shares"},
	{"Phoenix, Ariz. Gov. Doug Ducey", "Phoenix , Ariz. Gov. Doug Ducey"},
	{"Sen. Ed Markey (D-Mass.) spoke", "Sen. Ed Markey ( D - Mass. ) spoke"},
	{"a critical mass. Mass. No. 5. No. Yes.", "a critical mass . | Mass . | No. 5 . | No . | Yes ."},
	{"J. K. Rowling, J.R.R. Tolkien, Mikhail B. Khodorkovsky", "J. K. Rowling , J.R.R. Tolkien , Mikhail B. Khodorkovsky"},
	{"That is plan B. They left.", "That is plan B. | They left ."},
	{"at 3 p.m. Monday. At 4 p.m. EST. At 5 p.m. Police came", "at 3 p.m. Monday . | At 4 p.m. EST . | At 5 p.m. | Police came"},
	{"in Washington, D.C.. Then", "in Washington , D.C. . | Then"},
	{"SMRT Trains Ltd.", "SMRT Trains Ltd ."},
	{"Main St.", "Main St."},
	{"See fig. 3, p. 12, vs. Dr. Who etc. etc.", "See fig. 3 , p. 12 , vs. Dr. Who etc. etc."},

	// Sentences and quotation marks.
	{`"Go!" he said.`, `" Go ! " he said .`},
	{`"Go!" Smith said. "Where?" He left.`, `" Go ! " Smith said . | " Where ? " | He left .`},
	{`He said "no." She left.`, `He said " no . " | She left .`},
	{"He left (at last.) She stayed. (She slept.) Then", "He left ( at last . ) | She stayed . | ( She slept . ) | Then"},
	{`It's [the Iraqis'] war.`, `It 's [ the Iraqis ' ] war .`},
	{"Wait... He left. And ... so on … and", "Wait ... | He left . | And ... so on … and"},
	{"“The … Clinton team. ... We”", "“ The … Clinton team . ... | We ”"},
	{"Yahoo! Inc. bought it! Why? Because.", "Yahoo ! Inc. bought it ! | Why ? | Because ."},
	{"1. First. 2. Second.", "1 . First . | 2 . Second ."},
	{"it ended there. iPhone sales fell. al-Qaeda said", "it ended there . | iPhone sales fell . | al - Qaeda said"},
	{"approx. five, abc. five", "approx. five , abc . five"},
	{"It grew. [6] [12] In 1968 it fell. [Laughs]", "It grew . [ 6 ] [ 12 ] | In 1968 it fell . | [ Laughs ]"},
	{"a .NET tool", "a . NET tool"},
	{"said.He left", "said . | He left"},
	{"one line\nand the next\r\nthird\u2028fourth", "one line | and the next | third | fourth"},
	{"It cost 5. 20 came. • More", "It cost 5 . | 20 came . | • More"},
	{"Theresa May may resign in May", "Theresa May may resign in May"},

	// What is no news.
	{"a\u00a0b\u200bc", "a b \u200b c"},
	{"co\u00adop", "co\u00adop"},
	{"cafe\u0301 \xe9t\xe9 \x00", "cafe\u0301 \xe9t\xe9 \x00"},
	{"👩‍👩‍👧 ❤️ 👍🏽", "👩‍👩‍👧 ❤️ 👍🏽"},
	{"他说。她走了！", "他说 。 | 她走了 ！"},
	{"!!! ??? --- ...", "!!! ??? --- ..."},
	{`""''`, `" " ''`},
}

func show(text string, sentences []dateline.Sentence, tokens []dateline.Token) string {
	var b strings.Builder
	for i, s := range sentences {
		if i > 0 {
			b.WriteString(" | ")
		}
		for k, t := range tokens[s.First:s.Limit] {
			if k > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(text[t.Start:t.End])
		}
	}
	return b.String()
}

func TestSplit(t *testing.T) {
	for _, s := range splits {
		sentences, tokens := Split(s[0], nil)
		if got := show(s[0], sentences, tokens); got != s[1] {
			t.Errorf("%q:\n got %s\nwant %s", s[0], got, s[1])
		}
		check(t, s[0], nil)
	}
}

// check holds what DESIGN.md promises of tokens and sentences.
func check(t interface {
	Helper()
	Fatalf(string, ...any)
}, text string, sections []dateline.Section) {
	t.Helper()
	sentences, tokens := Split(text, sections)
	rune := make(map[int]bool, len(text)+1)
	for i := range text {
		rune[i] = true
	}
	rune[len(text)] = true
	pos := 0
	for _, tok := range tokens {
		if tok.Start < pos || tok.End <= tok.Start || tok.End > len(text) || !rune[tok.Start] || !rune[tok.End] {
			t.Fatalf("token %v after %d of %.100q", tok, pos, text)
		}
		if strings.TrimSpace(text[pos:tok.Start]) != "" {
			t.Fatalf("%q of %.100q is in no token", text[pos:tok.Start], text)
		}
		if strings.ContainsFunc(text[tok.Start:tok.End], unicode.IsSpace) {
			t.Fatalf("space in token %q", text[tok.Start:tok.End])
		}
		pos = tok.End
	}
	if strings.TrimSpace(text[pos:]) != "" {
		t.Fatalf("%q of %.100q is in no token", text[pos:], text)
	}
	limit := 0
	for _, s := range sentences {
		if s.First != limit || s.Limit <= s.First || s.Limit > len(tokens) ||
			s.Start != tokens[s.First].Start || s.End != tokens[s.Limit-1].End {
			t.Fatalf("sentence %v after token %d of %.100q", s, limit, text)
		}
		limit = s.Limit
		if strings.ContainsAny(text[s.Start:s.End], "\n\r") {
			t.Fatalf("sentence %q crosses lines", text[s.Start:s.End])
		}
		for _, sec := range sections {
			if s.Overlaps(sec.Span) && !sec.Contains(s.Span) {
				t.Fatalf("sentence %v crosses section %v of %.100q", s, sec, text)
			}
		}
	}
	if limit != len(tokens) {
		t.Fatalf("sentences end at token %d of %d", limit, len(tokens))
	}
}

// TestAnyText draws texts of pieces that matter, cut in sections anywhere on rune boundaries.
func TestAnyText(t *testing.T) {
	pieces := []string{"a", "B", "The", "U.S", ".", ". ", "...", "'", "’s", "n't", "\"", "”", "(", ")", " ", "\n", "-", "–", "—", "/", "@", "#", "http://",
		"1", ",000", ":30", "%", "$", "\u00a0", "\u200d", "\u200b", "\xff", "\xe2\x80", "é", "\u0301", "日", "👍", "Jan", "Inc", "No", "said", "\u2028", "\u0085"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), "")
		var sections []dateline.Section
		pos := 0
		for range rapid.IntRange(0, 3).Draw(t, "sections") {
			start := rapid.IntRange(pos, len(text)).Draw(t, "start")
			end := rapid.IntRange(start, len(text)).Draw(t, "end")
			if !boundary(text, start) || !boundary(text, end) {
				continue
			}
			sections = append(sections, dateline.Section{Span: dateline.Span{Start: start, End: end}})
			pos = end
		}
		check(t, text, sections)
	})
}

// boundary reports whether no rune of text spans i.
func boundary(text string, i int) bool {
	for k := range text {
		if k >= i {
			return k == i
		}
	}
	return i == len(text)
}

func FuzzSplit(f *testing.F) {
	for _, s := range splits {
		f.Add(s[0])
	}
	f.Add(seedArticle(f))
	f.Fuzz(func(t *testing.T, text string) { check(t, text, nil) })
}

func seedArticle(t testing.TB) string {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", "articles", "nato-iraq.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestLong holds that long lines, sentences and tokens are read, and that time grows about linearly: sixteen times
// the text takes no more than six times sixteen as long.
func TestLong(t *testing.T) {
	for _, unit := range []string{"x", "word ", "\"", ".", "a.", "a-", "a-B", "'", "n't", "@", "a@b.c ", "U.S. ", "\xff", "(", "\u200d", "👍", "1,000", "http://", "a_", "é", ")", "a.com/", "…", "!? ", "said ", "Mr. "} {
		for _, begin := range []string{unit, "http://" + unit} {
			small, large := begin+strings.Repeat(unit, 1<<11), begin+strings.Repeat(unit, 1<<15)
			if ratio := cputime.Growth(16, func() { Split(small, nil) }, func() { Split(large, nil) }, 3); ratio >= 6 {
				t.Errorf("%q: sixteen times the text takes %.0f times as long", begin, 16*ratio)
			}
		}
	}
	text := strings.Repeat("word ", 2<<20)
	sentences, tokens := Split(text, nil)
	if len(sentences) != 1 || len(tokens) != 2<<20 {
		t.Errorf("%d sentences, %d tokens in a line of 10 MB", len(sentences), len(tokens))
	}
	if _, tokens := Split(strings.Repeat("x", 10<<20), nil); len(tokens) != 1 {
		t.Errorf("%d tokens in a word of 10 MB", len(tokens))
	}
}

func BenchmarkSplit(b *testing.B) {
	text := seedArticle(b)
	words := len(strings.Fields(text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		sentences, tokens := Split(text, nil)
		if len(sentences) != 53 || len(tokens) != 1179 {
			b.Fatal(len(sentences), len(tokens))
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
	if !utf8.ValidString(text) {
		b.Fatal("the article is UTF-8")
	}
}
