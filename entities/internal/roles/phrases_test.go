package roles

import (
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
)

// TestFindPhrases holds phrases in which a title stands less plainly than in TestFind.
func TestFindPhrases(t *testing.T) {
	for _, c := range [][2]string{
		// the sentence opens with what its subject is
		{"A member of the {O Riverside Guild}, {P Ann Cole} was given a medal.", "Ann Cole: member @ Riverside Guild"},
		{"A former teacher, {P Ann Cole} joined the force at 30.", "Ann Cole: teacher former"},
		{"An engineer by training, {P Ann Cole} ran the mill.", "Ann Cole: engineer"},
		{"The daughter of a miner, {P Ann Cole} left school early.", ""},
		{"The son of a judge, {P Ann Cole} left school early.", ""},
		{"With a lawyer, {P Ann Cole} went home.", ""},
		// where somebody works from or comes from
		{"{L Lyon}-based playwright {P Ann Cole} wrote it.", "Ann Cole: playwright @ Lyon"},
		{"{P Ann Cole}, a {L Leeds}-based engineer, said", "Ann Cole: engineer @ Leeds"},
		{"{P Ann Cole}, a {N Peruvian}-born {L Rome}-based sculptor, said", "Ann Cole: sculptor @ Rome"},
		{"{P Ann Cole}, a {L Peru}-born sculptor, said", "Ann Cole: sculptor @ Peru"},
		// several in a list
		{"directed by {P Ann Cole}, an actor, director, producer and teacher.", "Ann Cole: actor; Ann Cole: director; Ann Cole: producer and teacher"},
		{"{P Ann Cole}, a lawyer, writer, and activist, said", "Ann Cole: lawyer; Ann Cole: writer; Ann Cole: activist"},
		{"{P Ann Cole}, a lawyer, President {P Bob Ray} and others came.", "Ann Cole: lawyer; Bob Ray: President"},
		{"{P Ann Cole}, editor of {O The Ledger} and author of a book on bees, said", "Ann Cole: editor @ The Ledger; Ann Cole: author"},
		{"{P Ann Cole}, head of {O Acme} and chair of the {O Guild}, said", "Ann Cole: head @ Acme; Ann Cole: chair @ Guild"},
		// one of several
		{"{P Ann Cole}, who is one of the leaders of the {O Hiking Club}, said", "Ann Cole: leaders @ Hiking Club"},
		{"{P Ann Cole}, one of the site's best-known journalists, said", "Ann Cole: journalists"},
		{"{P Ann Cole}, one of the two founders of {O Acme}, said", "Ann Cole: founders @ Acme"},
		{"{P Ann Cole}, one of three sisters, said", ""},
		{"{P Ann Cole} and {P Bob Ray}, both engineers at {O Acme}, said", "Bob Ray: engineers @ Acme; Ann Cole: engineers @ Acme"},
		{"{P Ann Cole} and {P Bob Ray}, two {O Acme} engineers, said", "Bob Ray: engineers @ Acme; Ann Cole: engineers @ Acme"},
		// titles of several people
		{"The actors {P Ann Cole} and {P Bob Ray} came.", "Ann Cole: actors; Bob Ray: actors"},
		{"Presidents {P Ann Cole} and {P Bob Ray} met.", "Ann Cole: Presidents; Bob Ray: Presidents"},
		{"{O Acme} engineers {P Ann Cole}, {P Bob Ray} and {P Cy Lee} left.", "Ann Cole: engineers @ Acme; Bob Ray: engineers @ Acme; Cy Lee: engineers @ Acme"},
		{"said senators {P Ann Cole} of {L Utah} and {P Bob Ray} of {L Ohio}.", "Ann Cole: senators @ Utah; Bob Ray: senators @ Ohio"},
		{"The guards told {P Ann Cole} and {P Bob Ray} to wait.", ""},
		// by name
		{"a 70-year-old academic named {P Ann Cole} ran.", "Ann Cole: academic"},
		{"a fisherman called {P Ann Cole} ran.", "Ann Cole: fisherman"},
		// whose body stands on either side
		{"said {P Ann Cole}, {L US} managing director of {O Acme}, said", "Ann Cole: managing director @ Acme"},
		{"{P Ann Cole}, the {N British} head of {O Acme}, said", "Ann Cole: head @ Acme"},
		{"{P Ann Cole}, {L UK} ambassador to {O NATO}, said", "Ann Cole: ambassador to NATO @ UK"},
		{"{P Ann Cole}, chief executive of online bookshop Marlow Books, said", "Ann Cole: chief executive @ Marlow Books"},
		{"{P Ann Cole}, vice chairwoman for {P Bob Ray}'s presidential campaign, said", "Ann Cole: vice chairwoman"},
		{"{P Ann Cole}, a staffer for Sen. {P Bob Ray}, said", "Ann Cole: staffer; Bob Ray: Sen."},
		{"{L U.S.} Special Envoy to the {L Horn of Africa} Ambassador {P Ann Cole} said", "Ann Cole: Ambassador; Ann Cole: Special Envoy to the Horn of Africa @ U.S."},
		{"The {N Hashemite} ruler of {L Jordan}, King {P Bob Ray}, said", "Bob Ray: King; Bob Ray: ruler @ Jordan"},
		// titles of three nouns
		{"{P Ann Cole}, the company's departing chief revenue officer, said", "Ann Cole: chief revenue officer"},
		{"{O Acme} chief people officer {P Ann Cole} said", "Ann Cole: chief people officer @ Acme"},
		{"{P Ann Cole}, chief sustainability officer at {O Acme}, said", "Ann Cole: chief sustainability officer @ Acme"},
		{"{P Ann Cole}, director of the school's music programme, said", "Ann Cole: director"},
		{"{P Ann Cole}, a 38-year-old veteran staffer for Sen. {P Bob Ray} ({N D}-{L N.Y.}), said", "Ann Cole: staffer; Bob Ray: Sen. @ N.Y."},
		{"{P Ann Cole}, a 38-year-old teacher, said", "Ann Cole: teacher"},
		{"{P Ann Cole}, head of e-commerce consultancy Marlow Books, said", "Ann Cole: head @ Marlow Books"},
		{"{P Ann Cole}, a former teacher who has been in hiding since {D=2022 2022}, said", "Ann Cole: teacher former"},
		{"{P Ann Cole} became president of the {N African} nation in {D=2005 2005}.", "Ann Cole: president"},
		{"(featuring actors {P Ann Cole} and Dr. {P Bob Ray})", "Ann Cole: actors; Bob Ray: actors"},
		{"the 26-year-old midfielder {P Ann Cole} scored", "Ann Cole: midfielder"},
		{"Midfielder {P Ann Cole}, 26, scored", "Ann Cole: Midfielder"},
		{"{P Ann Cole}, a {P Bob Ray}-backed candidate, said", "Ann Cole: candidate"},
		{"{L US} Ambassador to {L Chad} {P Ann Cole} said", "Ann Cole: Ambassador to Chad @ US"},
		{"{L Leeds} director of {O Acme} {P Ann Cole} said", "Ann Cole: director @ Acme"},
		{"{P Ann Cole}, {L US} sport columnist from {O The Ledger}, said", "Ann Cole: sport columnist @ The Ledger"},
		{"former {N Algerian} team coach and {O Porto} star {P Ann Cole} said", "Ann Cole: star @ Porto; Ann Cole: team coach @ Algerian former"},
		{"activist {P Bob Ray} for president and professor {P Ann Cole} for vice president.", "Bob Ray: activist; Ann Cole: professor"},
		{"our colleague Justice {P Ann Cole} said", "Ann Cole: Justice"},
		{"the {N Iranian} commander General {P Bob Ray} said", "Bob Ray: General; Bob Ray: commander @ Iranian"},
		{"“Well Senator {P Ann Cole}, we were busy.", "Ann Cole: Senator"},
		{"{P Ann Cole}, the nominee of both the {O Green Party} and the {O Guild}, said", "Ann Cole: nominee @ Green Party"},
		{"{P Ann Cole}, director of local political think tank {O Wye Institute}, said", "Ann Cole: director @ Wye Institute"},
		{"{P Ann Cole}, a former governor of the country's most populous {L Ayr} province, said", "Ann Cole: governor @ Ayr former"},
		{"{P Ann Cole}, a teacher, freedom fighter and founder of {O The Guild}, said", "Ann Cole: teacher; Ann Cole: freedom fighter and founder @ The Guild"},
		{"{P Ann Cole}, a teacher, met director {P Bob Ray}.", "Ann Cole: teacher; Bob Ray: director"},
		{"The director of the {O Institute of Territory} ({O IT}), {P Ann Cole}, said", "Ann Cole: director @ Institute of Territory"},
		{"The spokesman for the {O Red Cross} of the {L South}, {P Ann Cole}, said", "Ann Cole: spokesman @ Red Cross"},
		{"At noon, President of {O Acme}, {P Ann Cole}, commented", "Ann Cole: President @ Acme"},
		{"said {P Ann Cole}, a lawyer at {P Marlow} & {P Wye}, who came.", "Ann Cole: lawyer"},
		{"said {P Ann Cole}, the lawyer for {L Ohio}'s water agency.", "Ann Cole: lawyer @ Ohio"},
		{"Her former business partner at {O Acme}, {P Ann Cole}, said", "Ann Cole: business partner @ Acme former"},
		{"{P Ann Cole}, an expert on {L Chad} at the {O Wye Institute}, said", "Ann Cole: expert on Chad @ Wye Institute"},
		{"{P Ann Cole}, a former adviser on {L Chad} in the administration, said", "Ann Cole: adviser on Chad former"},
		{"the {N Syrian} regime's foreign minister {P Bob Ray} said", "Bob Ray: foreign minister @ Syrian"},
		{"{P Ann Cole}, won Best Supporting Actress.", ""},
		{"Comedian and actor {P Ann Cole} came.", "Ann Cole: Comedian and actor"},
		{"The secretary of the {N Norwegian} {O Ministry of Trade}, {P Ann Cole}, said", "Ann Cole: secretary @ Ministry of Trade"},
		{"{P Ann Cole}, president of the {O Guild} stated that", "Ann Cole: president @ Guild"},
		{"{P Ann Cole}, director of the Learning Together event, said", "Ann Cole: director"},
		{"{P Ann Cole}, owner of {L Lion Lodge} near {L Ayr}, {L Ohio}, was killed.", "Ann Cole: owner @ Lion Lodge"},
		{"{P Ann Cole}, a spokeswoman for the police department of nearby {L Ayr}, told us", "Ann Cole: spokeswoman @ Ayr"},
		{"Representative {P Ann Cole}, {N Democrat} of {L Vermont}, said", "Ann Cole: Representative @ Vermont"},
		{"Such is President {P Ann Cole}, the {O GOP} nominee had to explain.", "Ann Cole: President"},
		{"said {P Ann Cole}, a spokesman for the {P Ray} super {O PAC}.", "Ann Cole: spokesman"},
		{"{O Acme}'s {N European} director, {P Ann Cole}, said", "Ann Cole: director @ Acme"},
		// no titles
		{"and a fellow {L Ohio} supporter, {P Ann Cole}, said", ""},
		{"Tell us about your partner {P Ann Cole}.", ""},
		{"His partner, {P Ann Cole}, said", ""},
		{"her fellow {P Ann Cole} said", ""},
		{"the {N Georgian} beat goalkeeper {P Ann Cole} from afar.", "Ann Cole: goalkeeper"},
		{"{P Ann Cole} met goalkeeper {P Bob Ray}.", "Bob Ray: goalkeeper"},
		// periods
		{"{P Ann Cole}, who had been mayor since {D=2014 2014}, died.", "Ann Cole: mayor 2014-"},
		{"{P Ann Cole}, mayor since {D=2014 2014}, said", "Ann Cole: mayor 2014-"},
		{"{P Ann Cole}, mayor from {D=2014 2014} to {D=2016 2016}, said", "Ann Cole: mayor former 2014-2016"},
		// the subject's second predicate
		{"{P Ann Cole} founded {O Acme} and is also a trustee of {O The Guild}.", "Ann Cole: trustee @ The Guild"},
		{"They sued {P Ann Cole} and are judges of taste.", ""},
		{"{P Ann Cole}, who runs {O Acme}, is a former judge.", "Ann Cole: judge former"},
		{"{P Ann Cole}, who heads {O Acme}, said", ""},
		{"{P Ann Cole}, now retired, was a surgeon at {O Mercy Hospital}.", "Ann Cole: surgeon @ Mercy Hospital former"},
		// captions, names and titles divided by signs
		{"{P Ann Cole} - Chief Executive, {O Acme}", "Ann Cole: Chief Executive @ Acme"},
		{"“It works.” — {P Ann Cole}, Mayor of {L Leeds}", "Ann Cole: Mayor @ Leeds"},
		{"{P Ann Cole} of {O Acme} said", ""},
		{"{O Acme}'s {P Ann Cole} said", ""},
	} {
		doc, first := parse(t, c[0])
		if got := show(doc, Find(doc, doc.Mentions, first)); got != c[1] {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c[0], got, c[1])
		}
	}
}

// TestTold holds what clauses tell of a pronoun, the first word of each sentence.
func TestTold(t *testing.T) {
	for _, c := range [][2]string{
		{"She is the mayor of {L Leeds}.", "mayor @ Leeds"},
		{"He was a professor at {O Yale University} until {D=2016 2016}.", "professor @ Yale University former -2016"},
		{"She left the army and is now a judge.", "judge"},
		{"She said {P Bob Ray} had left and was a judge.", ""},
		{"He is Artistic Director of the {O Corner Stage}, Founder of {O Acme}, and faculty member of the {O Bell School}.", "Artistic Director @ Corner Stage; Founder @ Acme; faculty member @ Bell School"},
		{"He was the leader for well over a year.", "leader former"},
		{"He was a good man.", ""},
		{"He was making progress.", ""},
	} {
		doc, first := parse(t, c[0])
		var out []string
		for _, f := range Told(doc, doc.Mentions, first, []int{0}) {
			f.Person = len(doc.Mentions)
			doc.Mentions = append(doc.Mentions, dateline.Mention{Span: doc.Tokens[0].Span})
			out = append(out, strings.TrimPrefix(show(doc, []Found{f}), doc.Slice(doc.Tokens[0].Span)+": "))
		}
		if got := strings.Join(out, "; "); got != c[1] {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c[0], got, c[1])
		}
	}
}
