// Package compile makes the tagger's lexicon from the lists and the unlabelled text in ../shared. It runs at generate time only.
//
// Words: the GloVe classes; given names in two lists and more; surnames; places of one word with the size of the largest that has the
// name; demonyms; titles; how unlabelled text writes the word; whether it occurs, in lower case, inside annotated names.
// Phrases: places of several words.
package compile

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
	"github.com/dateline-nlp/dateline/entities/internal/tagger/lexicon"
)

// A Builder collects a lexicon.
type Builder struct {
	lexicon.Source
	dir string // shared/data
	err error
}

// Lists compiles the ship lists under dir, the folder shared/data.
func Lists(dir string) (*Builder, error) {
	b := &Builder{dir: dir, Source: lexicon.Source{
		Words: map[uint32]lexicon.Entry{}, Cased: map[uint32]uint8{}, Phrases: map[uint32]lexicon.Phrase{},
	}}
	b.classes()
	b.people()
	b.places()
	b.titles()
	return b, b.err
}

// rows calls f with the fields of each line of a list; header lines are skipped where header is set.
func (b *Builder) rows(name string, header bool, f func(col []string)) {
	if b.err != nil {
		return
	}
	file, err := os.Open(filepath.Join(b.dir, "lists", "ship", name))
	if err != nil {
		b.err = err
		return
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		if n > 1 || !header {
			f(strings.Split(in.Text(), "\t"))
		}
	}
	if err := in.Err(); err != nil {
		b.err = fmt.Errorf("%s: %w", file.Name(), err)
	}
}

func low(s string) uint32 { return lexicon.Hash(lexicon.AppendLower(nil, s)) }

// word changes the Entry of a word.
func (b *Builder) word(s string, f func(lexicon.Entry) lexicon.Entry) {
	h := low(s)
	b.Words[h] = f(b.Words[h])
}

// maxClassed bounds the words that get classes; the list is sorted by frequency.
const maxClassed = 150000

func (b *Builder) classes() {
	n := 0
	b.rows("glove100.hier.tsv", false, func(c []string) {
		if n++; n > maxClassed || len(c) < 5 {
			return
		}
		var x [4]int
		for k, s := range append(strings.Split(c[3], "."), c[4][1:]) {
			x[k], _ = strconv.Atoi(s)
		}
		b.word(c[0], func(e lexicon.Entry) lexicon.Entry {
			return e.WithClasses(uint32(x[0]<<7|x[1]<<3|x[2]), uint32(x[3]))
		})
	})
	b.alias()
	b.rows("cased_exchange256.tsv", false, func(c []string) {
		if k, err := strconv.Atoi(c[1]); err == nil {
			b.Cased[lexicon.Hash(c[0])] = uint8(k)
		}
	})
}

// alias gives our tokens that GloVe lacks the classes of a word like them.
func (b *Builder) alias() {
	for _, p := range [][2]string{
		{"u.s.", "america"}, {"u.k.", "uk"}, {"u.n.", "un"}, {"u.s", "america"}, {"d.c.", "maryland"}, {"e.u.", "eu"}, {"'s", "'"},
		{"n't", "not"}, {"’", "'"}, {"mr.", "mr"}, {"mrs.", "mrs"}, {"dr.", "dr"}, {"st.", "st"}, {"sen.", "senator"}, {"rep.", "congressman"},
		{"gov.", "governor"}, {"gen.", "general"}, {"lt.", "lieutenant"}, {"col.", "colonel"}, {"sgt.", "sergeant"}, {"jan.", "january"},
		{"feb.", "february"}, {"aug.", "august"}, {"sept.", "september"}, {"oct.", "october"}, {"nov.", "november"}, {"dec.", "december"},
		{"inc.", "inc"}, {"corp.", "corp"}, {"ltd.", "ltd"}, {"co.", "co"}, {"jr.", "jr"}, {"vs.", "vs"}, {"no.", "number"},
	} {
		if e := b.Words[low(p[1])]; e.Known() {
			b.word(p[0], func(old lexicon.Entry) lexicon.Entry { return old.WithClasses(e.Hier(), e.Flat()) })
		}
	}
}

func (b *Builder) people() {
	b.rows("given_names.tsv", true, func(c []string) {
		n, _ := strconv.Atoi(c[3])
		rank, _ := strconv.Atoi(c[2])
		if strings.ContainsAny(c[0], " ") || n < 2 && rank == 0 && !b.Words[low(c[0])].Known() {
			return
		}
		b.word(c[0], func(e lexicon.Entry) lexicon.Entry {
			switch {
			case n >= 3:
				return e.WithGiven(3)
			case n == 2 || rank > 0:
				return e.WithGiven(max(e.Given(), 2))
			}
			return e.WithGiven(max(e.Given(), 1))
		})
	})
	b.rows("surnames.tsv", true, func(c []string) {
		n, _ := strconv.Atoi(c[2])
		rank, err := strconv.Atoi(c[1])
		known := b.Words[low(c[0])].Known()
		if strings.Contains(c[0], " ") || !known && (err != nil || rank > 30000) {
			return
		}
		b.word(c[0], func(e lexicon.Entry) lexicon.Entry {
			switch {
			case err == nil && rank <= 2000:
				return e.WithSur(3)
			case err == nil && rank <= 15000 || n >= 3:
				return e.WithSur(max(e.Sur(), 2))
			}
			return e.WithSur(max(e.Sur(), 1))
		})
	})
}

func (b *Builder) places() {
	b.rows("places.tsv", true, func(c []string) {
		size := lexicon.PlaceSmall
		pop, _ := strconv.Atoi(c[6])
		switch {
		case pop >= 150000:
			size = lexicon.PlaceCity
		case pop >= 15000:
			size = lexicon.PlaceTown
		}
		b.place(c[0], size)
		b.place(c[1], size)
		b.place(c[3], lexicon.PlaceRegion)
	})
	b.rows("subdivisions.tsv", true, func(c []string) { b.place(c[0], lexicon.PlaceRegion) })
	b.rows("demonyms.tsv", true, func(c []string) {
		b.place(c[0], lexicon.PlaceCountry)
		for _, s := range demonyms(c) {
			b.word(s, lexicon.Entry.WithDemonym)
		}
	})
	for _, s := range strings.Fields(moreDemonyms) {
		b.word(s, lexicon.Entry.WithDemonym)
	}
	for _, s := range strings.Split(morePlaces, ",") {
		b.place(strings.TrimSpace(s), lexicon.PlaceCountry)
	}
}

// place enters a place name.
func (b *Builder) place(name string, size int) {
	if name == "" {
		return
	}
	words := Words(name)
	if len(words) == 1 {
		if size == lexicon.PlaceSmall && !b.Words[low(name)].Known() && len(name) < 4 {
			return
		}
		b.word(name, func(e lexicon.Entry) lexicon.Entry { return e.WithPlace(max(e.Place(), uint32(size))) })
		return
	}
	b.Phrase(words, lexicon.PhrasePlace)
}

// Phrase enters a phrase of several words under the given bits.
func (b *Builder) Phrase(words []string, bits lexicon.Phrase) {
	h := uint32(0)
	for k, w := range words {
		h = lexicon.Join(h, low(w))
		if k < len(words)-1 {
			b.Phrases[h] |= lexicon.PhrasePrefix
		}
	}
	b.Phrases[h] |= bits
}

// Words divides a name into tokens.
func Words(name string) []string {
	_, tokens := segment.Split(name, []dateline.Section{{Span: dateline.Span{Start: 0, End: len(name)}, Kind: dateline.SectionBody}})
	out := make([]string, len(tokens))
	for k, t := range tokens {
		out[k] = name[t.Start:t.End]
	}
	return out
}

// demonyms returns the forms in a row of demonyms.tsv: "Laotian", "Lao(s) or Laotian(s)", "Mosotho (singular), Basotho (plural)".
func demonyms(c []string) (out []string) {
	for _, field := range c[2:4] {
		for _, s := range strings.FieldsFunc(field, func(r rune) bool { return strings.ContainsRune(" ,;-", r) }) {
			if base, ok := strings.CutSuffix(s, "(s)"); ok {
				out = append(out, base, base+"s")
			} else if base, ok := strings.CutSuffix(s, "(es)"); ok {
				out = append(out, base, base+"es")
			} else if s != "or" && s != "and" && s[0] >= 'A' && s[0] <= 'Z' && s != c[0] && s != "Islands" && s != "Islander" {
				out = append(out, s)
			}
		}
	}
	return out
}

func (b *Builder) titles() {
	b.rows("titles.tsv", true, func(c []string) {
		n := uint32(2)
		if c[1] == "honorific" {
			n = 1
		}
		for _, w := range Words(c[0]) {
			if len(Words(c[0])) == 1 || len(w) > 3 {
				b.word(w, func(e lexicon.Entry) lexicon.Entry {
					if e.Title() == 0 {
						return e.WithTitle(n)
					}
					return e
				})
			}
		}
	})
}

// Unlabelled calls f with each paragraph of the unlabelled text: name of the file, heading line of its day or article, text.
func Unlabelled(dir string, f func(file, head, text string)) error {
	for _, name := range []string{"current-events.txt", "wikinews.txt", "masc-written.txt"} {
		data, err := os.ReadFile(filepath.Join(dir, "unlabelled", name))
		if err != nil {
			return err
		}
		head := ""
		for _, l := range strings.Split(string(data), "\n") {
			switch {
			case strings.HasPrefix(l, "# "):
				head = l[2:]
			case strings.TrimSpace(l) != "":
				f(name, head, l)
			}
		}
	}
	return nil
}

// Articles returns the unlabelled text in days and articles, paragraphs joined as in our own gold. The third file has no headings: every
// 30 of its paragraphs make one.
func Articles(dir string) (out []string, err error) {
	var cur strings.Builder
	last, n := "", 0
	err = Unlabelled(dir, func(file, head, text string) {
		if key := file + head; cur.Len() > 0 && (key != last || n >= 30) {
			out = append(out, cur.String())
			cur.Reset()
			n = 0
		}
		last = file + head
		if cur.Len() > 0 {
			cur.WriteString("\n\n")
		}
		cur.WriteString(text)
		n++
	})
	if cur.Len() > 0 {
		out = append(out, cur.String())
	}
	return out, err
}

// Without takes a part out of the lexicon, to see what it is worth: "lists", "classes", or "case", the capital statistics.
func (b *Builder) Without(part string) {
	for h, e := range b.Words {
		keep := e
		switch part {
		case "lists":
			keep = e.WithGiven(0).WithSur(0).WithPlace(0).WithTitle(0).WithoutDemonym()
		case "classes":
			keep = e.WithoutClasses()
		case "case":
			keep = e.WithCase(lexicon.CaseUnknown)
		}
		b.Words[h] = keep
	}
	switch part {
	case "lists":
		b.Phrases = map[uint32]lexicon.Phrase{}
	case "classes":
		b.Cased = map[uint32]uint8{}
	}
}
