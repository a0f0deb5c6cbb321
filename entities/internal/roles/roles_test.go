package roles

import (
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/layout"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
)

var labels = map[string]dateline.Label{"P": dateline.Person, "O": dateline.Org, "L": dateline.Place, "N": dateline.Norp, "D": dateline.Date}

// parse reads a text in which names are marked, as in "{P Ann Lee}", and dates with their value, as in "{D=2016 2016}".
func parse(t *testing.T, marked string) (*dateline.Document, []int32) {
	t.Helper()
	doc := &dateline.Document{}
	var b strings.Builder
	for marked != "" {
		i := strings.IndexByte(marked, '{')
		if i < 0 {
			b.WriteString(marked)
			break
		}
		b.WriteString(marked[:i])
		j := strings.IndexByte(marked, '}')
		kind, name, ok := strings.Cut(marked[i+1:j], " ")
		kind, value, _ := strings.Cut(kind, "=")
		if !ok || labels[kind] == 0 {
			t.Fatalf("bad mark %q", marked[i:j+1])
		}
		m := dateline.Mention{Span: dateline.Span{Start: b.Len(), End: b.Len() + len(name)}, Label: labels[kind]}
		if value != "" {
			m.Time = &dateline.Timex{Value: value}
		}
		doc.Mentions = append(doc.Mentions, m)
		b.WriteString(name)
		marked = marked[j+1:]
	}
	doc.Text = b.String()
	doc.Sections = layout.Sections(doc.Text)
	doc.Sentences, doc.Tokens = segment.Split(doc.Text, doc.Sections)
	first := make([]int32, len(doc.Mentions))
	tok := 0
	for i, m := range doc.Mentions {
		for tok < len(doc.Tokens) && doc.Tokens[tok].End <= m.Start {
			tok++
		}
		first[i] = int32(tok)
	}
	return doc, first
}

// show writes roles as "name: title @ affiliation [former] <from-until>".
func show(doc *dateline.Document, fs []Found) string {
	var out []string
	for _, f := range fs {
		s := doc.Slice(doc.Mentions[f.Person].Span) + ": " + f.Role.Title
		if f.Role.Affiliation != "" {
			s += " @ " + f.Role.Affiliation
		}
		if f.Role.Former {
			s += " former"
		}
		if f.Role.From != "" || f.Role.Until != "" {
			s += " " + f.Role.From + "-" + f.Role.Until
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	for _, c := range [][2]string{
		// before the name
		{"{O NATO} Secretary General {P Jens Stoltenberg} spoke.", "Jens Stoltenberg: Secretary General @ NATO"},
		{"The killing of {N Iranian} special forces commander Gen. {P Qasem Soleimani} in January.", "Qasem Soleimani: Gen.; Qasem Soleimani: special forces commander @ Iranian"},
		{"Retired vice-admiral {P Bob Davidson} agreed.", "Bob Davidson: vice-admiral former"},
		{"He met with Defence Minister {P Harjit Sajjan} {D Wednesday}.", "Harjit Sajjan: Defence Minister"},
		{"{N French} President {P Paul Morel} arrived.", "Paul Morel: President @ French"},
		{"Former {L U.S.} president {P Ann Cole} arrived.", "Ann Cole: president @ U.S. former"},
		{"said {O State Department} spokeswoman {P Ada Finch}.", "Ada Finch: spokeswoman @ State Department"},
		{"said {O White House} press secretary {P Ada Finch}.", "Ada Finch: press secretary @ White House"},
		{"the {O UN} human rights chief {P Ada Finch} said", "Ada Finch: human rights chief @ UN"},
		{"Mayor of {L London} {P Tom Reed} said", "Tom Reed: Mayor @ London"},
		{"President of the {L United States} {P Tom Reed} said", "Tom Reed: President @ United States"},
		{"{L Canada}'s prime minister {P Tom Reed} said", "Tom Reed: prime minister @ Canada"},
		{"{L Kenya}'s former foreign minister {P Tom Reed} said", "Tom Reed: foreign minister @ Kenya former"},
		{"Sen. {P Ida Marsh} voted no.", "Ida Marsh: Sen."},
		{"Lt. Gen. {P Ida Marsh} voted no.", "Ida Marsh: Lt. Gen."},
		{"Retired Lt. Gen. {P Ida Marsh} voted no.", "Ida Marsh: Lt. Gen. former"},
		{"{L Indiana} Gov. {P Ida Marsh} voted no.", "Ida Marsh: Gov. @ Indiana"},
		{"{P Ann Cole} is now the chairman of Mrs. {P Marsh}'s campaign.", "Ann Cole: chairman"},
		{"Mr. {P Marsh} voted no.", ""},
		{"said Dr. {P Marsh}.", ""},
		{"newly elected mayor {P Ida Marsh} voted no.", "Ida Marsh: mayor"},
		{"The soldier {P Ian Marsh} wrote home.", "Ian Marsh: soldier"},
		{"ex-president {P Ida Marsh} voted no.", "Ida Marsh: president former"},
		{"{N Russian} {O Foreign Ministry} spokesman {P Oleg Petrov} said", "Oleg Petrov: spokesman @ Foreign Ministry"},
		{"{O Toyota} chief executive {P Ken Mori} resigned.", "Ken Mori: chief executive @ Toyota"},
		{"Homeland Security Secretary {P Ann Cole} said", "Ann Cole: Homeland Security Secretary"},
		{"Climate scientist {P Ann Cole} said", "Ann Cole: Climate scientist"},
		{"{O Yale University} professor {P Ann Cole} said", "Ann Cole: professor @ Yale University"},
		{"First Lady {P Ann Cole} said", "Ann Cole: First Lady"},
		{"{P Ann Cole}, a member of the {O Senate}, said", "Ann Cole: member @ Senate"},
		{"{N British} landscape artist {P Ann Cole} said", "Ann Cole: landscape artist @ British"},
		{"a former procurement officer {P Ann Cole} said", "Ann Cole: procurement officer former"},
		{"They told {P Ann Cole} nothing.", ""},
		{"In {L Paris} {P Ann Cole} said nothing.", ""},
		{"Platoon chief {P Ann Cole} of the {O London Fire Department} said", "Ann Cole: Platoon chief @ London Fire Department"},
		{"Ambassador {P Ann Cole} of {L Sudan} urged both sides", "Ann Cole: Ambassador @ Sudan"},
		{"Det Sgt {P Ann Cole}, of {O Norfolk Police}, said", "Ann Cole: Det Sgt @ Norfolk Police"},
		{"Crane operator {P Ann Cole}, 54, voted", "Ann Cole: Crane operator"},
		{"One of them, retired loom fixer {P Ann Cole}, worked there.", "Ann Cole: loom fixer former"},
		{"the Rev {P Ann Cole} said", ""},
		{"Prosecuting, {P Hugh Tarrant} QC said", "Hugh Tarrant: QC"},
		// before the name and a comma
		{"The environment minister, Sir {P Tom Reed}, who gave evidence, left.", "Tom Reed: environment minister"},
		{"The Bishop of {L Dunwich}, the Rt Rev {P Tom Reed}, said", "Tom Reed: Bishop @ Dunwich"},
		{"The minister for transport, {P Tom Reed}, stood in the rain.", "Tom Reed: minister for transport"},
		{"In a letter read by his barrister, {P Ann Cole}, he said", "Ann Cole: barrister"},
		{"The alliance's secretary general, {P Jens Stoltenberg}, spoke.", "Jens Stoltenberg: secretary general"},
		{"The country's newly appointed prime minister, {P Mohammed Tawfiq Allawi}, has yet to follow.", "Mohammed Tawfiq Allawi: prime minister"},
		{"The president of {L France}, {P Paul Morel}, left.", "Paul Morel: president @ France"},
		{"{L Ghana}'s health minister, {P Kofi Ansah}, left.", "Kofi Ansah: health minister @ Ghana"},
		{"The {N Ghanaian} health minister, {P Kofi Ansah}, left.", "Kofi Ansah: health minister @ Ghanaian"},
		{"After meeting a minister, {P Kofi Ansah} left.", ""},
		// after the name and a comma
		{"{P Ann Cole}, a professor at {O Yale University}, said", "Ann Cole: professor @ Yale University"},
		{"{P Ann Cole}, a professor of law at {O Yale University}, said", "Ann Cole: professor of law @ Yale University"},
		{"{P Ann Cole}, president of {O Acme Corp.}, said", "Ann Cole: president @ Acme Corp."},
		{"{P Ann Cole}, the {N British} foreign secretary, said", "Ann Cole: foreign secretary @ British"},
		{"{P Ann Cole}, {L Canada}'s ambassador to {L France}, said", "Ann Cole: ambassador to France @ Canada"},
		{"{P Ann Cole}, the minister of foreign affairs, said", "Ann Cole: minister of foreign affairs"},
		{"{P Ann Cole}, a former director of the {O CIA}, said", "Ann Cole: director @ CIA former"},
		{"{P Ann Cole}, 45, of {L Leeds}, said", "Ann Cole:  @ Leeds"},
		{"{P Ann Cole}, 45, a teacher from {L Leeds}, said", "Ann Cole: teacher @ Leeds"},
		{"{P Ann Cole}, founder and chief executive of {O Acme}, said", "Ann Cole: founder and chief executive @ Acme"},
		{"{P Ann Cole}, {P Bob Ray} and others came.", ""},
		{"{P Ann Cole}, President {P Bob Ray} and others came.", "Bob Ray: President"},
		{"{P Ann Cole}, who lives here, said", ""},
		{"He met {P Ann Cole}, the {N Belgian} king and other guests.", ""},
		{"{P Ann Cole}, {L Denmark}'s sixth foreign minister in six years, said", "Ann Cole: foreign minister @ Denmark"},
		{"{P Ann Cole}, chair of the {O House Budget Committee} in the {L United States}, said", "Ann Cole: chair @ House Budget Committee"},
		{"{P Ann Cole}, the {O UN} High Commissioner for Human Rights, said", "Ann Cole: High Commissioner for Human Rights @ UN"},
		{"{P Ann Cole}, the youngest of three sisters, said", ""},
		{"{P Ann Cole}, head of the {O WHO} until {D=2017 2017}, said", "Ann Cole: head @ WHO former -2017"},
		{"{P Ann Cole}, a lawyer for the {O Sierra Club}.", "Ann Cole: lawyer @ Sierra Club"},
		{"{P Ann Cole}, spokeswoman for the ministry, said", "Ann Cole: spokeswoman"},
		{"{P Ann Cole}, a cartographer who believed in maps, said", "Ann Cole: cartographer"},
		{"{P Ann Cole}, a geologist at {O Lakeshore University} and the study's lead author.", "Ann Cole: geologist @ Lakeshore University; Ann Cole: lead author"},
		{"{P Ann Cole}, a former principal and a member of the {O Navajo Nation}, said", "Ann Cole: principal former; Ann Cole: member @ Navajo Nation"},
		{"said {P Ann Cole}, a grain analyst at {L Rotterdam}-based brokerage {O Delmaar & Zoon}.", "Ann Cole: grain analyst @ Delmaar & Zoon"},
		{"{P Ann Cole}, spokesman for the army in {L North Kivu} province, told reporters", "Ann Cole: spokesman"},
		{"The {O African Union}'s envoy for the {L Great Lakes} region, Ambassador {P Ann Cole} of {L Sudan}, urged", "Ann Cole: Ambassador @ Sudan; Ann Cole: envoy for the Great Lakes region @ African Union"},
		// relative clauses
		{"{P Bob Davidson}, who was {L Canada}'s military representative in {L Brussels} until {D=2016 2016}, said", "Bob Davidson: military representative in Brussels @ Canada former -2016"},
		{"{P Bob Ray}, who served as mayor of {L Leeds} from {D=2006 2006} to {D=2011 2011}, said", "Bob Ray: mayor @ Leeds former 2006-2011"},
		{"{P Bob Ray}, who has been head of {O Acme} since {D=2010 2010}, said", "Bob Ray: head @ Acme 2010-"},
		{"{P Bob Ray}, who is the chairman of {O Acme}, said", "Bob Ray: chairman @ Acme"},
		{"{P Bob Ray}, who was killed in {D=2010 2010}, said", ""},
		// copula
		{"{P Murray Brewster} is senior defence writer for {O CBC News}, based in {L Ottawa}.", "Murray Brewster: senior defence writer @ CBC News"},
		{"{P Bob Ray} was appointed chief executive of {O Acme}.", "Bob Ray: chief executive @ Acme"},
		{"{P Bob Ray} was once mayor of {L Leeds}.", "Bob Ray: mayor @ Leeds former"},
		{"{P Bob Ray} is a good man.", ""},
		{"{P Bob Ray} was the victim.", ""},
	} {
		doc, first := parse(t, c[0])
		if got := show(doc, Find(doc, doc.Mentions, first)); got != c[1] {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c[0], got, c[1])
		}
	}
}
