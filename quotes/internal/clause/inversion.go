package clause

// Subjects behind their verb: "A," said NAME; C, say experts.

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/quotes/internal/cue"
)

// inverts reports whether the subject may follow the verb: "A," said NAME; A, said NAME; Said NAME: "A".
func (t *Text) inverts(s *Sentence, f *Frame) bool {
	if f.First != f.Cue || f.Verb.Forms&(cue.Past|cue.Third) == 0 && !t.manySay(s, f) || f.Limit >= s.Limit ||
		f.Verb.Tier > 2 && !(f.Cue > s.First && t.Items[f.Cue-1].Kind == Quote && t.Items[f.Limit].Kind == Name) {
		return false
	}
	if f.Verb.Frame&(cue.Addressee|cue.Order|cue.As) != 0 && !t.Is(f.Cue, "asked", "warned", "asks", "warns", "advised", "urged") {
		return false
	}
	if next := &t.Items[f.Limit]; next.Kind == Punct || next.Kind == Quote || next.Kind == When || next.Any(1<<cue.That|1<<cue.To) {
		return false
	}
	if t.Pronoun(f.Limit) && t.HasFinite(f.Limit+1, min(f.Limit+2, s.Limit)) {
		return false // NAME, speaking on "A", said it had been
	}
	j := f.Cue - 1
	if j < s.First {
		return true
	}
	prev := &t.Items[j]
	if prev.Kind == Quote {
		return true
	}
	if prev.Mark == '-' && j > s.First && t.Items[j-1].Kind == Quote {
		return true
	}
	if prev.Mark != ',' {
		return false
	}
	if j-1 >= s.First && t.Items[j-1].Kind == Quote {
		return true
	}
	// C, said NAME: nothing before the comma can be the subject's apposition if it has a finite verb of its own
	next := &t.Items[f.Limit]
	return (next.Kind == Name || next.Kind == Phrase || next.Any(1<<cue.Honorific|1<<cue.Role|1<<cue.Det)) &&
		t.contentBefore(s, j, next) && t.endOfAttribution(s, f)
}

// manySay reports whether the subject behind a verb in its base form is in the plural: "A," say experts.
func (t *Text) manySay(s *Sentence, f *Frame) bool {
	if f.Verb.Tier > 1 || f.Verb.Forms&cue.Base == 0 || f.Limit >= s.Limit || f.Cue == s.First {
		return false
	}
	if prev := &t.Items[f.Cue-1]; prev.Mark != ',' && prev.Kind != Quote {
		return false
	}
	n := t.PhraseAt(f.Limit, s.Limit)
	if !n.OK() {
		return false
	}
	head := &t.Items[n.Head]
	return t.plural(n.Head) || head.Kind == Phrase && hasSuffix(t.String(n.Head), "s") || n.Head > n.First && t.pluralHead(s, n.Head)
}

// contentBefore reports whether what stands before the comma at j can be what the next item's owner says: a clause, the rest of
// a sentence that a quotation began, or, before a name, the first part of a clause.
func (t *Text) contentBefore(s *Sentence, j int, next *Item) bool {
	if j <= s.First {
		return false
	}
	seg := t.segment(s.First, j)
	if seg == j {
		return false
	}
	if seg > s.First && t.Items[seg-1].Kind == Quote && t.segmentType(seg, j) == segAside {
		return true // "We are happy" about it, said NAME
	}
	if t.segmentType(seg, j) == segRelative {
		return seg > s.First && t.Items[seg-1].Kind == Quote
	}
	return t.HasFinite(s.First, j) || next.Kind == Name && !t.person(j-1) && seg == s.First ||
		t.Paras[s.Para].Kind == dateline.SectionHeadline && j > s.First+2
}

// endOfAttribution reports whether the phrase after the cue is followed by the end of the clause, as in "C, said NAME, a doctor".
func (t *Text) endOfAttribution(s *Sentence, f *Frame) bool {
	n := t.PhraseAt(f.Limit, s.Limit)
	if !n.OK() {
		return false
	}
	if n.Limit >= s.Limit {
		return true
	}
	it := &t.Items[n.Limit]
	return it.Kind == Punct || it.Kind == Quote || it.Kind == When || it.Kind == Paren || it.Any(1<<cue.Prep|1<<cue.Relative)
}
