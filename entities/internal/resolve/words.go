package resolve

import (
	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// lower returns token t in lower case; "" where there is none.
func (r *resolver) lower(t int) string {
	if t < 0 || t >= len(r.doc.Tokens) {
		return ""
	}
	tok := r.doc.Tokens[t]
	return gazetteer.Lower(r.doc.Text[tok.Start:tok.End])
}

// pronounKind is the grammatical case of a pronoun.
type pronounKind uint8

const (
	subjective pronounKind = iota + 1
	objective
	possessive
	reflexive
)

// personal returns the gender and case of he, she and their forms; "her" is possessive until its next word is seen.
func personal(w string) (dateline.Gender, pronounKind) {
	if len(w) < 2 || len(w) > 7 || w[0] != 'h' && w[0] != 's' {
		return 0, 0
	}
	switch w {
	case "he":
		return dateline.Male, subjective
	case "him":
		return dateline.Male, objective
	case "his":
		return dateline.Male, possessive
	case "himself":
		return dateline.Male, reflexive
	case "she":
		return dateline.Female, subjective
	case "her", "hers":
		return dateline.Female, possessive
	case "herself":
		return dateline.Female, reflexive
	}
	return 0, 0
}

// firstPerson reports whether w is a form of I or we.
func firstPerson(w string) bool {
	switch w {
	case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves":
		return true
	}
	return false
}

// reporting reports whether w is a verb that brings in speech.
func reporting(w string) bool {
	switch w {
	case "said", "says", "say", "told", "tells", "tell", "added", "adds", "asked", "asks", "announced",
		"announces", "argued", "argues", "claimed",
		"claims", "explained", "explains", "noted", "notes", "stated", "states", "wrote", "writes", "tweeted",
		"tweets", "warned", "warns", "insisted",
		"insists", "replied", "replies", "responded", "responds", "continued", "continues", "declared",
		"declares", "admitted", "admits", "concluded",
		"concludes", "acknowledged", "acknowledges", "recalled", "recalls", "suggested", "suggests", "denied",
		"denies", "confirmed", "confirms",
		"believes", "believed", "thinks", "thought", "called", "calls", "described", "describes", "vowed",
		"promised", "urged", "predicted",
		"emphasized", "stressed", "observed", "remarked", "quipped", "joked", "complained", "testified",
		"posted", "commented", "reported", "reports",
		"pointed", "accused", "blamed", "criticized", "praised", "repeated", "reiterated", "maintained",
		"contended", "alleged", "asserted", "mentioned",
		"revealed", "answered", "agreed", "cautioned", "conceded", "countered", "lamented", "referenced",
		"credited", "cited", "cites", "highlighted", "proposed", "recommended", "recommends", "estimated",
		"estimates", "projected", "ruled", "advised",
		"voiced", "expressed", "echoed", "shouted", "yelled", "whispered", "exclaimed", "opined", "speculated",
		"mused", "boasted", "bragged", "pledged", "hinted",
		"signaled", "signalled", "demanded", "counselled", "vows", "lied", "lies", "swore", "testifies",
		"released", "published",
		"saying", "adding", "telling", "arguing", "noting":
		return true
	}
	return false
}

// auxiliary reports whether w is a form of be, have, do or a modal verb: what stands after a subject.
func auxiliary(w string) bool {
	switch w {
	case "is", "was", "are", "were", "has", "had", "have", "will", "would", "can", "could", "may", "might",
		"should", "must", "did", "does", "do", "be", "been",
		"wo", "ca":
		return true
	}
	return false
}

// finite reports whether w looks like a verb in the past or present tense: what a subject stands before.
func finite(w string) bool {
	if reporting(w) || auxiliary(w) {
		return true
	}
	if len(w) > 3 && w[len(w)-2:] == "ed" && w[0] >= 'a' {
		return true
	}
	switch w {
	case "went", "took", "made", "gave", "met", "held", "won", "lost", "came", "became", "began", "spoke", "led",
		"left", "saw", "ran", "set", "put", "got",
		"found", "kept", "sent", "knew", "brought", "fell", "grew", "drew", "hit", "shot", "paid", "sold",
		"built", "faced", "died", "stood", "felt",
		"won't", "didn't", "does", "goes", "takes", "makes", "gives", "wants", "seems", "appears", "plans",
		"hopes", "expects", "leads", "runs", "serves",
		"fled", "threw", "rose", "chose", "broke", "drove", "flew", "wore", "ate", "drank", "sang", "swore",
		"taught", "thinks", "sought", "fought", "bought":
		return true
	}
	return false
}

// preposition reports whether w is a preposition or conjunction that makes the noun after it no subject.
func preposition(w string) bool {
	switch w {
	case "of", "in", "on", "at", "by", "for", "with", "to", "from", "about", "against", "between", "into",
		"through", "during", "before", "after", "over", "under",
		"like", "than", "toward", "towards", "behind", "near", "alongside", "including", "via", "without",
		"among", "around", "upon":
		return true
	}
	return false
}

// fronting reports whether w opens a phrase or clause that comes before the subject of its sentence.
func fronting(w string) bool {
	switch w {
	case "in", "after", "before", "when", "while", "as", "at", "during", "despite", "since", "although",
		"though", "if", "because", "on", "with", "for", "by", "from",
		"until", "once", "to", "through", "throughout", "under", "following", "unlike", "like", "given", "asked",
		"speaking", "calling", "citing",
		"among", "along", "over", "about", "beyond", "besides", "whether", "even", "upon":
		return true
	}
	return false
}

func isQuote(s string) bool {
	switch s {
	case "\"", "“", "”", "''", "``", "„", "«", "»":
		return true
	}
	return false
}
