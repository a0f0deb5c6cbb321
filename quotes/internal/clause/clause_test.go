package clause_test

import (
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities"
	"github.com/dateline-nlp/dateline/quotes/internal/clause"
	"github.com/dateline-nlp/dateline/quotes/internal/content"
)

// frames writes the frames of text as "cue < subject" divided by "; ", with what is known of the verb in front.
func frames(text string) string {
	doc := entities.Tag(dateline.Article{Text: text})
	paras, stretches := content.Scan(doc.Text, doc.Sections, content.Options{})
	t := clause.Read(doc, paras, stretches)
	defer t.Release()
	var out []string
	for _, s := range t.Sentences {
		for _, f := range s.Frames {
			if f.Verb.Tier > 1 {
				continue
			}
			line := doc.Slice(f.Span) + " < " + doc.Slice(f.Subject.Span)
			if f.Negated {
				line = "not " + line
			}
			if f.Unreal {
				line = "unreal " + line
			}
			if f.Passive {
				line = "passive " + line
			}
			out = append(out, line)
		}
	}
	return strings.Join(out, "; ")
}

func TestFrames(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`Maria Lopez said it rained.`, "said < Maria Lopez"},
		{`The mayor of Madrid said it rained.`, "said < The mayor of Madrid"},
		{`A spokesman for the ministry said it rained.`, "said < A spokesman for the ministry"},
		{`Mayor of Madrid Maria Lopez said it rained.`, "said < Maria Lopez"},
		{`On Monday Maria Lopez said it rained.`, "said < Maria Lopez"},
		{`In a statement Maria Lopez said it rained.`, "said < Maria Lopez"},
		{`In a statement, Maria Lopez, a doctor, said it rained.`, "said < Maria Lopez"},
		{`Maria Lopez, however, said it rained.`, "said < Maria Lopez"},
		{`Maria Lopez, speaking in Madrid, said it rained.`, "said < Maria Lopez"},
		{`The talks were led by Maria Lopez, a doctor, who said it rained.`, "said < Maria Lopez"},
		{`John Smith praised Maria Lopez and said it rained.`, "praised < John Smith; said < John Smith"},
		{`John Smith attacked Maria Lopez, saying it rained.`, "saying < John Smith"},
		{`John Smith slept while Maria Lopez said it rained.`, "said < Maria Lopez"},
		{`John Smith speaking in Madrid said it rained.`, "said < John Smith"},
		{`Rep. John Smith, D-Ohio, said it rained.`, "said < John Smith"},
		{`Maria Lopez, reached by telephone, said it rained.`, "said < Maria Lopez"},
		{`The envoy for the region, Ambassador Maria Lopez of Sudan, said it rained.`, "said < Maria Lopez"},
		{`Maria Lopez, 22, of Flint, Ohio, said it rained.`, "said < Maria Lopez"},
		{`WASHINGTON (AP) — Maria Lopez attacked John Smith, saying it rained.`, "saying < Maria Lopez"},
		{`When she came she began by saying it rained.`, "saying < she"},
		{`It rained, John Smith said, adding that it poured.`, "said < John Smith; adding < John Smith"},
		{`Professor Maria Lopez, Chair in Bridges at the University of Ohio, said it rained.`, "said < Maria Lopez"},
		{`A Republican, John Smith, said it rained.`, "said < John Smith"},
		{`Maria Lopez did not say it rained.`, "not say < Maria Lopez"},
		{`Maria Lopez would say it rained.`, "unreal say < Maria Lopez"},
		{`Maria Lopez was told it rained.`, "passive told < "},
		{`The report by the ministry was short.`, ""},
		{`The alleged thief left.`, ""},
		{`His claims were false.`, ""},
		{`Some officials claim it rained.`, "claim < Some officials"},
		{`State media reported rain.`, "reported < State media"},
		{`A report released on Monday by the ministry says it rained.`, "says < A report"},
		{`It rained, according to a report by Maria Lopez.`, "according to < Maria Lopez"},
		{`It rained, according to the mayor, Maria Lopez.`, "according to < Maria Lopez"},
		{`Politico quoted Maria Lopez as saying it rained.`, "saying < Maria Lopez"},
	} {
		if got := frames(test.text); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}
