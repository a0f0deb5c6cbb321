package resolve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
)

// links writes the mentions that a rule joined: "Smith = Ann Smith (surname)".
func links(doc *dateline.Document) []string {
	var out []string
	for _, m := range doc.Mentions {
		if m.Rule == "marked" {
			continue
		}
		name := "?"
		if e := doc.Entity(m.Entity); e != nil {
			name = e.Name
		}
		out = append(out, fmt.Sprintf("%s = %s (%s)", doc.Slice(m.Span), name, m.Rule))
	}
	return out
}

// ruleCases has for each rule texts that only this rule explains: the text and all links that must come out, in order.
var ruleCases = [][]string{
	// a company that looks like a person, a country taken for an organization, a nation for a person
	{"{P Kestrel} recalls robots. {O Kestrel Robotics} said so.", "Kestrel = Kestrel Robotics (short-form)"},
	{"{P Kestrel} recalls robots. {O Kestrel\u00a0Robotics} said so.", "Kestrel = Kestrel Robotics (short-form)"},
	{"{P Kestrel} recalls robots. {O Kestrel Robotics} said so. {P Ann Kestrel} came.", "Kestrel = Ann Kestrel (surname)"},
	{"{L North Korea} said. The {O DPRK} knew.", "DPRK = North Korea (country-name)"},
	{"The {P Scot} shrugged.", "Scot = Scot (known-name)"},
	// surname
	{"{P Ann Smith} left. {P Smith} came back.", "Smith = Ann Smith (surname)"},
	{"{P Smith} left, police said. {P Ann Smith}, 40, had come by train.", "Smith = Ann Smith (surname)"},
	{"{P Piet van der Berg} left. {P Van der Berg} came back.", "Van der Berg = Piet van der Berg (surname)"},
	{"{P Recep Erdoğan} left. {P Erdogan} came back.", "Erdogan = Recep Erdoğan (surname)"},
	{"{P Ngũgĩ wa Thiong'o} wrote. {P Thiong’o} read.", "Thiong’o = Ngũgĩ wa Thiong'o (surname)"},
	// given name
	{"{P Hillary Clinton} left. {P Hillary} came back.", "Hillary = Hillary Clinton (given-name)"},
	{"{P Ngũgĩ wa Thiong'o} wrote. {P Ngũgĩ} read.", "Ngũgĩ = Ngũgĩ wa Thiong'o (given-name)"},
	{"{P Xi Jinping} left. {P Xi} came back.", "Xi = Xi Jinping (given-name)"},
	// part of a name
	{"{P Robert Gabriel Mugabe} left. {P Robert Mugabe} came back.", "Robert Mugabe = Robert Gabriel Mugabe (name-part)"},
	{`{P Joaquín "El Chapo" Guzmán} fled. {P El Chapo} was caught.`, `El Chapo = Joaquín "El Chapo" Guzmán (name-part)`},
	// initials
	{"{P John Smith} left. {P J. Smith} came back.", "J. Smith = John Smith (initial)"},
	{"{P John Q. Public} spoke. {P JQP}: I have said so.", "JQP = John Q. Public (initial)"},
	// nickname
	{"{P Robert Davidson} left. {P Bob Davidson} came back.", "Bob Davidson = Robert Davidson (nickname)"},
	{"{P Margaret Hale} left. {P Peggy} came back.", "Peggy = Margaret Hale (nickname)"},
	// spelling
	{"{P Jens Stoltenberg} left. {P Jens Stoltenberg} spoke. {P Jen Stoltenberg} came back.", "Jen Stoltenberg = Jens Stoltenberg (spelling)"},
	{"{P Thomas Lubanga} stays in jail. {P Lubanaga} says no.", "Lubanaga = Thomas Lubanga (spelling)"},
	{"The {O Leeds Building Society} said. The {O Leeds Bulding Society} said.", "Leeds Bulding Society = Leeds Building Society (spelling)"},
	{"{O MarineTraffic} said. {O Marine Traffic} knew.", "MarineTraffic = Marine Traffic (spelling)"},
	{"The {O Zouthi} fought. The {O Zouthis} fled.", "Zouthi = Zouthis (spelling)"},
	// one surname, several people
	{"{P Ann Cole} and {P Bob Cole} came. {P Ann Cole} sang. {P Cole} danced.", "Cole = Ann Cole (recent-surname)"},
	// parentheses
	{"{O Institute of Water Studies} ({O IWAS}) said. {O IWAS} knew.", "IWAS = Institute of Water Studies (parenthesis)", "IWAS = Institute of Water Studies (parenthesis)"},
	{"The {O IWAS} ({O Institute of Water Studies}) said.", "IWAS = Institute of Water Studies (parenthesis)"},
	{"{O Partei der Mitte} ({O XYZ}) won. {O XYZ} lost.", "XYZ = Partei der Mitte (parenthesis)", "XYZ = Partei der Mitte (parenthesis)"},
	// also known as
	{"{P Ann Lee}, also known as {P Jo Bo}, sang.", "Jo Bo = Ann Lee (also-known)"},
	{"{P Ruth Achter} drew maps. She was born {P Ruth Feuer} in {L Vienna}.", "She = Ruth Achter (pronoun)", "Ruth Feuer = Ruth Achter (also-known)"},
	// shared surname
	{"{P Bill} and {P Hillary Clinton} came.", "Bill = Bill Clinton (shared-surname)"},
	// acronyms
	{"{O Water Rights Watch} said. {O WRW} knew.", "WRW = Water Rights Watch (acronym)"},
	{"The {O National Council of Trade} said. The {O NCT} knew.", "NCT = National Council of Trade (acronym)"},
	// known names
	{"The {O Islamic State} said. {O ISIS} fled.", "ISIS = Islamic State (known-name)"},
	{"The {O United Nations} said. The {O U.N.} knew.", "U.N. = United Nations (known-name)"},
	{"{O NATO} spoke. The {L North Atlantic} alliance left.", "North Atlantic alliance = NATO (known-name)"},
	// legal forms
	{"{O Acme Holdings Inc.} said. {O Acme Ltd.} knew.", "Acme Ltd. = Acme Holdings Inc. (legal-form)"},
	// short forms
	{"{O Zedda Motor Corp.} said. {O Zedda} knew.", "Zedda = Zedda Motor Corp. (short-form)"},
	{"{O Brooklyn Nets} won. {O Nets} fans sang.", "Nets = Brooklyn Nets (short-form)"},
	{"The {L Abaco Islands} flooded. {L Abaco} was dark.", "Abaco = Abaco Islands (short-form)"},
	// head nouns
	{"The {O Ruritanian Senate} met. The {O Senate} voted.", "Senate = Ruritanian Senate (head-noun)"},
	{"They met in {L Fishmongers' Hall}. The {L Hall} was full.", "Hall = Fishmongers' Hall (head-noun)"},
	// countries
	{"The {L United States} said. The {L U.S.} knew. {L America} slept.", "U.S. = United States (country-name)", "America = United States (country-name)"},
	{"{L Britain} said. The {L UK} knew.", "UK = Britain (country-name)"},
	// places
	{"{L Kiev} was dark, and {L Kyiv} was cold.", "Kyiv = Kiev (place-name)"},
	// nationalities
	{"The {N Iraqi} army and the {N Iraqis} fled.", "Iraqis = Iraqi (demonym-form)"},
	{"A {N Danish} ship and two {N Danes} sank.", "Danes = Danish (demonym-form)"},
	// titles
	{"Mayor {P Ann Cole} spoke. The mayor left.", "The mayor = Ann Cole (title)"},
	{"{O NATO} Secretary General {P Jan Berg} spoke. The secretary-general left.", "The secretary-general = Jan Berg (title)"},
	{"Mayor {P Ann Cole} met Mayor {P Bob Ray}. The mayor left."},
	// kinds
	{"{O Zedda Motor Corp.} said. The company knew.", "The company = Zedda Motor Corp. (kind)"},
	{"Gov. {P Ann Cole} spoke. The governor left.", "The governor = Ann Cole (title)"},
	{"On the day {O Zedda Corp.} sued. In {L Leeds}, {O Acme Inc.} paid. The company knew.", "The company = Acme Inc. (kind)"},
	// pronouns
	{"{P Ann Smith} spoke. She left.", "She = Ann Smith (pronoun)"},
	{"{P Ann Smith} met {P Bob Jones}. He said she was late.", "He = Bob Jones (pronoun)", "she = Ann Smith (pronoun)"},
	{"{P Bob Jones} said {P Tom Hill}'s plan was good. \"It works,\" he said.", "he = Bob Jones (pronoun)"},
	{"It rained. He left.", "He = ? (open)"},
	{"\"We plant beans,\" said {P Ann Cole}. They went on.\n\nAmong them was {P Mary Hill}, 29.\n\n\"I am late,\" she said.", "We = Ann Cole (quoted-speaker)",
		"I = Mary Hill (quoted-speaker)", "she = Mary Hill (pronoun)"},
	// inverted
	{"{O Supreme Court of Puerto Rico} met. The {O Puerto Rico Supreme Court} ruled.", "Puerto Rico Supreme Court = Supreme Court of Puerto Rico (inverted)"},
	{"{O US Department of Defense} paid. The {O U.S. Defense Department} wrote.", "U.S. Defense Department = US Department of Defense (inverted)"},
	{"{O Parliament of Iraq} met. The {O Iraqi Parliament} voted.", "Iraqi Parliament = Parliament of Iraq (inverted)"},
	// other forms of the rules above
	{"{O Scripps Institution of Oceanography} said. {O Scripps Oceanography} wrote.", "Scripps Oceanography = Scripps Institution of Oceanography (short-form)"},
	{"{O First Moscow Medical University} ({O First MMU}) said.", "First MMU = First Moscow Medical University (parenthesis)"},
	{"{O Wikinews} asked.\n\n(({O WN})) Why?\n\n{P Ann Cole}: Because.", "WN = Wikinews (acronym)"},
	{"{L Washington, D.C.} slept. {L DC} woke.", "DC = Washington, D.C. (short-form)"},
	{"{P Chadwick Boseman} died. {P Chad} was kind.", "Chad = Chadwick Boseman (nickname)"},
	{"{P Pat Jones}, under the stage name {P Jo Bo}, sang.", "Jo Bo = Pat Jones (also-known)"},
	{"{O Delmaar & Zoon} cut its view. {O Delmaar} said.", "Delmaar = Delmaar & Zoon (short-form)"},
	{"{P Joan Kessler} came with {P Walter Kessler}. {P Walter Kessler} said it was not dead. His wife was more cautious. \"Ask me,\" {P Kessler} said.",
		"His = Walter Kessler (pronoun)", "me = Joan Kessler (quoted-speaker)", "Kessler = Joan Kessler (recent-surname)"},
	{"{P Halvorsen} Semiconductor ASA fell. {P Halvorsen} said so.", "Halvorsen Semiconductor ASA = Halvorsen Semiconductor ASA (legal-form)",
		"Halvorsen = Halvorsen Semiconductor ASA (short-form)"},
	{"{P Yuri Shargin} ({P Юрий Шаргин}) flew.", "Юрий Шаргин = Yuri Shargin (parenthesis)"},
	{"Cardinal {P Joseph Ratzinger} takes the name {P Benedict XVI}.", "Benedict XVI = Joseph Ratzinger (also-known)"},
	// fronted
	{"After he won, {P Bob Jones} wept.", "he = Bob Jones (fronted)"},
	// reflexives
	{"{P Bob Jones} met {P Tom Hill} and hurt himself.", "himself = Bob Jones (reflexive)"},
	// quotations
	{"\"I will stay,\" {P Ann Smith} said.", "I = Ann Smith (quoted-speaker)"},
	{"{P Ann Smith} said: \"We will stay with my friends.\"", "We = Ann Smith (quoted-speaker)", "my = Ann Smith (quoted-speaker)"},
	// said it
	{"{O NATO} said it would stay.", "it = NATO (said-it)"},
	{"{O NATO} spoke on Friday. It said the war was over.", "It = NATO (said-it)"},
}

func TestRules(t *testing.T) {
	reached := map[string]bool{}
	for _, c := range ruleCases {
		doc := marked(t, c[0], "")
		got := links(doc)
		if g, w := strings.Join(got, "; "), strings.Join(c[1:], "; "); g != w {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c[0], g, w)
		}
		for _, m := range doc.Mentions {
			reached[m.Rule] = true
		}
	}
	for rule := range ruleScore {
		if !reached[rule] {
			t.Errorf("no case reaches rule %q", rule)
		}
	}
	for rule := range reached {
		if _, ok := ruleScore[rule]; !ok && rule != "marked" {
			t.Errorf("rule %q has no score", rule)
		}
	}
}

// TestUntitled: titles and letters inside a tagged name are no part of it.
func TestUntitled(t *testing.T) {
	for _, c := range [][2]string{
		{"{P Cllr Ann Lee} came.", "Ann Lee"}, {"{P Ann Lee KC} came.", "Ann Lee"}, {"{P Dr. Ann Lee, MD} came.", "Ann Lee"}, {"{P Sir Bob} came.", "Bob"},
	} {
		doc := marked(t, c[0], "")
		if got := doc.Entities[0].Name; got != c[1] || c[1] == "Ann Lee" && doc.Slice(doc.Mentions[0].Span) != c[1] {
			t.Errorf("%s: name %q of %q", c[0], got, doc.Slice(doc.Mentions[0].Span))
		}
	}
}

// TestApart has pairs of names that are two, though they look alike.
func TestApart(t *testing.T) {
	for _, text := range []string{
		"{P Bill Clinton} and {P Hillary Clinton} came.",
		"{P Charles Koch} came. {P David Koch} stayed.",
		"{P Donald Trump} came. {P Donald Trump Jr.} stayed.",
		"{P Cal Ripken Sr.} came. {P Cal Ripken Jr.} stayed.",
		"{P Paul Berg} came. {P Paula Berg} stayed.",
		"{P Mario Rossi} came. {P Maria Rossi} stayed.",
		"{P Dan Brown} came. {P Don Brown} stayed.",
		"{P George W. Bush} came. {P George H. Bush} stayed.",
		"{P Mr. Obama} came. {P Michelle Obama} stayed.",
		"{P Ann Lee} came. {P Ann Leeson} stayed.",
		"{O Bank of England} said. {O Bank of Ireland} said.",
		"{O University of Leeds} said. {O University of York} said.",
		"{O White House} said. {O House} voted.",
		"{M Apollo 11} flew. {M Apollo 12} flew.",
		"{L North Korea} said. {L South Korea} said.",
		"{L Niger} said. {L Nigeria} said.",
		"{N Scottish} fans met {N Welsh} fans.",
		"{L Washington} said. {P Washington} said.",
		"{O Apple} rose. {O Apollo} fell.",
		"{P Charles Koch} came. The {P Koch} brothers paid.",
		"{P Joe Biden} came. The {P Bidens} paid.",
		"{P Gloria Vanderbilt} is dead.\n\nHeiress {P Gloria Vanderbilt} died on Monday. Her widowed mother, {P Gloria Morgan Vanderbilt}, was at home.",
		"{P George Bush} spoke in the morning, and then left. His father, {P George H. W. Bush}, came later.",
		"{P John Smith} and {P John Henry Smith} came.",
		"{P Qandeel Baloch}, nicknamed the \"{P Kim Kardashian} of Pakistan\", spoke.",
		"{P Bill Vance Jr.} coached. {P Bill Sr.} watched.",
		"{P Ford} Motor Co. paid. {P Henry Ford} smiled.",
		"{L Oxford Street} was shut. {L Oxford} was calm.",
		"{L Ohio} voted. {L Ohio State} won the game.",
		"{O Miami University} said. {O University of Miami} said.",
	} {
		doc := marked(t, text, "")
		if len(doc.Entities) != 2 {
			var names []string
			for _, e := range doc.Entities {
				names = append(names, e.Name)
			}
			t.Errorf("%s: %d entities %q, want 2", text, len(doc.Entities), names)
		}
	}
}

// TestAsideKeepsPronouns: people named in bylines and notes do not take the pronouns of the story.
func TestAsideKeepsPronouns(t *testing.T) {
	doc := marked(t, "Mayor leaves city\n\nBy {P Bob Ray}\n\nThe mayor, {P Tom Hill}, left {L Leeds} on Monday after ten years in office, as he had said.\n\nHe gave no reason.\n", "")
	for _, m := range doc.Mentions {
		if m.Form == dateline.FormPronoun && doc.Entity(m.Entity).Name != "Tom Hill" {
			t.Errorf("%q is %q", doc.Slice(m.Span), doc.Entity(m.Entity).Name)
		}
	}
}
