package resolve

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/cputime"
	"github.com/dateline-nlp/dateline/entities/internal/layout"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
	"pgregory.net/rapid"
)

// check tells what is wrong with a result: what Resolve promises for any input.
func check(doc *dateline.Document, ms []dateline.Mention, ents []dateline.Entity) error {
	out := &dateline.Document{Article: doc.Article, Mentions: ms, Entities: ents}
	end := 0
	count := map[dateline.EntityID]int{}
	first := map[dateline.EntityID]dateline.Span{}
	for _, m := range ms {
		switch {
		case m.Start < end || m.End <= m.Start || m.End > len(doc.Text):
			return fmt.Errorf("mention at %v after %d", m.Span, end)
		case m.Entity < 0 || int(m.Entity) > len(ents):
			return fmt.Errorf("mention of entity %d of %d", m.Entity, len(ents))
		case m.Rule == "":
			return fmt.Errorf("mention %q has no rule", out.Slice(m.Span))
		case m.Score < 0 || m.Score > 1:
			return fmt.Errorf("mention %q has score %v", out.Slice(m.Span), m.Score)
		case m.Form == dateline.FormName && m.Label != dateline.Date && m.Label != dateline.LabelNone && m.Entity == 0:
			return fmt.Errorf("name %q has no entity", out.Slice(m.Span))
		}
		end = m.End
		if m.Entity > 0 {
			if count[m.Entity]++; count[m.Entity] == 1 {
				first[m.Entity] = m.Span
			}
			if e := out.Entity(m.Entity); e.Label != m.Label {
				return fmt.Errorf("%q is %v, its entity %v", out.Slice(m.Span), m.Label, e.Label)
			}
		}
	}
	for i, e := range ents {
		seen := map[string]bool{e.Name: true}
		switch {
		case e.ID != dateline.EntityID(i+1):
			return fmt.Errorf("entity %d has id %d", i+1, e.ID)
		case e.Count != count[e.ID] || e.Count == 0 || e.First != first[e.ID]:
			return fmt.Errorf("entity %q has count %d and first %v, want %d and %v", e.Name, e.Count, e.First, count[e.ID], first[e.ID])
		case i > 0 && e.First.Start < ents[i-1].First.Start:
			return fmt.Errorf("entity %q stands before the one ahead of it", e.Name)
		case e.Score <= 0 || e.Score > 1:
			return fmt.Errorf("entity %q has score %v", e.Name, e.Score)
		case e.Of < 0 || int(e.Of) > len(ents) || e.Of > 0 && ents[e.Of-1].Label != dateline.Place:
			return fmt.Errorf("entity %q is of %d", e.Name, e.Of)
		case e.Geo != nil && e.Label != dateline.Place:
			return fmt.Errorf("%v %q is on the map", e.Label, e.Name)
		}
		for _, a := range e.Aliases {
			if seen[a] {
				return fmt.Errorf("entity %q has alias %q twice", e.Name, a)
			}
			seen[a] = true
		}
		for _, r := range e.Roles {
			if e.Label != dateline.Person || out.Slice(r.Span) == "" || r.AffiliationEntity < 0 || int(r.AffiliationEntity) > len(ents) {
				return fmt.Errorf("role %+v of %q", r, e.Name)
			}
		}
	}
	return nil
}

// kept reports whether all names that went in came out where they were.
func kept(in, out []dateline.Mention) error {
	at := map[dateline.Span]bool{}
	for _, m := range out {
		at[m.Span] = true
	}
	for _, m := range in {
		if !at[m.Span] {
			return fmt.Errorf("mention at %v is lost", m.Span)
		}
	}
	return nil
}

var vocabulary = strings.Split(`{P Ann Smith}|{P Smith}|{P Bob Smith}|{P Ann}|{P Mr. Smith}|{P Ann Smyth}|{P Ann B. Smith}|{P Smith Jr.}|{P Bill}|{P Hillary Clinton}|{P A. S.}|
{O NATO}|{O North Atlantic Treaty Organization}|{O Acme Corp.}|{O Acme}|{O Acme Inc.}|{O Senate}|{O US Senate}|{O House}|{O AC}|{L U.S.}|{L US}|{L United States}|
{L London}|{L Ontario}|{L Georgia}|{L Congo}|{L Kiev}|{L Kyiv}|{L St. Petersburg}|{L Fla.}|{N Iraqi}|{N Iraqis}|{N American}|{M Olympics}|{D Monday}|{P X}|{O -}|
said|told|was|who|the mayor|mayor of|The company|the prime minister|former|president|a professor at|he|she|He|her|himself|it|they|I|we|my|"|"|“|”|'|,|,|.|. |(|)|and|in|of|
after|until 2016|45|'s|said it|according to|
|
`, "|")

// TestResolveProperties reads random articles made of names, titles, pronouns and marks.
func TestResolveProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 80).Draw(t, "words")
		text, ms := plain(strings.Join(words, " "))
		doc := &dateline.Document{Article: dateline.Article{Text: text}, Mentions: ms}
		doc.Sections = layout.Sections(text)
		doc.Sentences, doc.Tokens = segment.Split(text, doc.Sections)
		before := append([]dateline.Mention(nil), ms...)
		out, ents := Resolve(doc)
		if err := check(doc, out, ents); err != nil {
			t.Fatal(err)
		}
		if err := kept(ms, out); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(before, ms) {
			t.Fatal("the input was changed")
		}
		again, entsAgain := Resolve(doc)
		if !reflect.DeepEqual(out, again) || !reflect.DeepEqual(ents, entsAgain) {
			t.Fatal("two runs differ")
		}
	})
}

// capitalised marks the runs of words with a capital as names; the byte at each run's place in seed gives the label.
func capitalised(text string, seed []byte) []dateline.Mention {
	var ms []dateline.Mention
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsUpper(r) {
			i += n
			continue
		}
		j := i
		for j < len(text) && text[j] != ' ' && text[j] != '\n' {
			j++
		}
		label := dateline.Person
		if len(seed) > 0 {
			label = dateline.Label(seed[len(ms)%len(seed)] % 7)
		}
		ms = append(ms, dateline.Mention{Span: dateline.Span{Start: i, End: j}, Label: label, Score: 1, Rule: "marked"})
		i = j
	}
	return ms
}

func FuzzResolve(f *testing.F) {
	for _, c := range ruleCases {
		text, ms := plain(c[0])
		var seed []byte
		for _, m := range ms {
			seed = append(seed, byte(m.Label))
		}
		f.Add(text, seed)
	}
	f.Add("Ȿ\xff\xfe“”\"He \" Ⱥ's", []byte{1, 2, 3})
	f.Add("A. A. A.\n\nThe The the", []byte{4})
	f.Fuzz(func(t *testing.T, text string, seed []byte) {
		doc := &dateline.Document{Article: dateline.Article{Text: text}, Mentions: capitalised(text, seed)}
		doc.Sections = layout.Sections(text)
		doc.Sentences, doc.Tokens = segment.Split(text, doc.Sections)
		ms, ents := Resolve(doc)
		if err := check(doc, ms, ents); err != nil {
			t.Fatal(err)
		}
	})
}

// TestOutOfPlace: mentions that are not in order, overlap or lie outside the text do no harm, and neither does a
// Document without tokens.
func TestOutOfPlace(t *testing.T) {
	doc := &dateline.Document{Article: dateline.Article{Text: "Ann Smith met Bob."}}
	for _, s := range [][2]int{{14, 17}, {0, 9}, {4, 9}, {-1, 3}, {15, 99}, {9, 9}} {
		doc.Mentions = append(doc.Mentions, dateline.Mention{Span: dateline.Span{Start: s[0], End: s[1]}, Label: dateline.Person, Rule: "marked"})
	}
	ms, ents := Resolve(doc)
	if err := check(doc, ms, ents); err != nil || len(ms) != 2 {
		t.Errorf("%v: %+v", err, ms)
	}
	if ms, ents := Resolve(&dateline.Document{}); len(ms) != 0 || len(ents) != 0 {
		t.Errorf("nothing: %v, %v", ms, ents)
	}
}

// TestConcurrent resolves documents in several goroutines, whose working memory goes from one to the other.
func TestConcurrent(t *testing.T) {
	var docs []*dateline.Document
	var want [][]dateline.Entity
	for _, c := range ruleCases {
		text, ms := plain(c[0])
		doc := &dateline.Document{Article: dateline.Article{Text: text}, Mentions: ms}
		doc.Sections = layout.Sections(text)
		doc.Sentences, doc.Tokens = segment.Split(text, doc.Sections)
		_, ents := Resolve(doc)
		docs, want = append(docs, doc), append(want, ents)
	}
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range docs {
				k := (i*7 + g*5) % len(docs)
				if _, ents := Resolve(docs[k]); !reflect.DeepEqual(ents, want[k]) {
					t.Errorf("%q differs", docs[k].Text)
				}
			}
		})
	}
	wg.Wait()
}

// TestManyMentions reads documents of 100,000 mentions that are made to be hard: all different, all alike, all with
// one surname, all acronyms. A mention of a tenfold document must not cost more than three times as much.
func TestManyMentions(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds; run without -short")
	}
	word := func(i int) string {
		return string(rune('A'+i%26)) + fmt.Sprintf("%c%c%c", 'a'+i/26%26, 'a'+i/676%26, 'a'+i/17576%26)
	}
	for _, c := range []struct {
		name string
		make func(i int) string
	}{
		{"alike", func(i int) string { return "{P Ann Smith}" }},
		{"different", func(i int) string { return "{P " + word(i) + " " + word(i*7+3) + "}" }},
		{"surname", func(i int) string { return "{P " + word(i) + " Smith} and {P Smith}" }},
		{"bodies", func(i int) string { return "{O " + word(i) + " Water Trust} of {O Trust}" }},
		{"acronyms", func(i int) string { return "{O " + strings.ToUpper(word(i)) + "}" }},
		{"places", func(i int) string { return "{L San Antonio}, {L " + word(i) + "}," }},
		{"titles", func(i int) string { return "Mayor {P " + word(i) + " Ray} said \"I saw the mayor, he\"" }},
		{"pronouns", func(i int) string { return "{P Ann Smith} \"he she I we\" he she himself." }},
	} {
		run := func(n int) time.Duration {
			var b strings.Builder
			for i := range n {
				b.WriteString(c.make(i))
				b.WriteString(" met. ")
			}
			text, ms := plain(b.String())
			doc := &dateline.Document{Article: dateline.Article{Text: text}, Mentions: ms}
			doc.Sections = layout.Sections(text)
			doc.Sentences, doc.Tokens = segment.Split(text, doc.Sections)
			var out []dateline.Mention
			var ents []dateline.Entity
			took := cputime.Of(func() { out, ents = Resolve(doc) })
			if err := check(doc, out, ents); err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			return took
		}
		small, large := run(10_000), run(100_000)
		for try := 0; large > 30*small && try < 3; try++ { // what else the machine does may spoil one
			small, large = max(small, run(10_000)), min(large, run(100_000))
		}
		t.Logf("%-10s 10,000: %v, 100,000: %v", c.name, small, large)
		if large > 30*small {
			t.Errorf("%s: 10,000 took %v, 100,000 took %v", c.name, small, large)
		}
	}
}
