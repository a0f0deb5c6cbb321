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
		// titles joined by "and", with a complement, in capitals with a hyphen
		{"{O Boeing} Chairman and Chief Executive Officer {P Ann Cole} resigned.", "Ann Cole: Chairman and Chief Executive Officer @ Boeing"},
		{"former {O Acme} chairman and CEO {P Ann Cole} took over.", "Ann Cole: chairman and CEO @ Acme former"},
		{"Former {L Ohio} governor and current senator {P Ann Cole} said", "Ann Cole: senator; Ann Cole: governor @ Ohio former"},
		{"{L UN} Secretary-General {P Ann Cole} said", "Ann Cole: Secretary-General @ UN"},
		{"Ex-President {P Ann Cole} said", "Ann Cole: President former"},
		{"then-energy minister {P Ann Cole} said", "Ann Cole: energy minister former"},
		{"acting finance minister {P Ann Cole} said", "Ann Cole: acting finance minister"},
		{"{L UK} Secretary of State for International Development {P Ann Cole} said", "Ann Cole: Secretary of State for International Development @ UK"},
		{"said Chief of Staff {P Ann Cole}.", "Ann Cole: Chief of Staff"},
		{"said director of operations {P Ann Cole}.", "Ann Cole: director of operations"},
		{"the immediate past Minister of Works, Engr. {P Hassan Dikko}, left.", "Hassan Dikko: Minister of Works former"},
		{"The Chairman, {O Senate Committee on Works}, Senator {P Ann Cole}, said", "Ann Cole: Senator; Ann Cole: Chairman @ Senate Committee on Works"},
		{"{O Wallabies} lock {P Dan Cole} said", "Dan Cole: lock @ Wallabies"},
		{"former {O Cavaliers} forward {P Dan Cole} said", "Dan Cole: forward @ Cavaliers former"},
		{"Private {P Ann Cole} was discharged.", "Ann Cole: Private"},
		// an indefinite title and a comma
		{"At the market a yam seller, {P Ann Cole}, 58, said", "Ann Cole: yam seller"},
		{"A spokeswoman for {O Acme}, {P Ann Cole}, declined.", "Ann Cole: spokeswoman @ Acme"},
		{"A senior member of {O ETA}, {P Ann Cole}, escaped.", "Ann Cole: senior member @ ETA"},
		{"the {O Liberal Alliance}, whose leader, {P Ann Cole}, becomes {L Denmark}'s foreign minister", "Ann Cole: leader @ Liberal Alliance; Ann Cole: foreign minister @ Denmark"},
		{"{P Ann Cole}, the first {L UK} MP to test positive, said", "Ann Cole: MP @ UK"},
		{"Team captain, {P Ann Cole}, said", "Ann Cole: Team captain"},
		{"He left with a doctor, {P Ann Cole} and others.", ""},
		// tags, ages and titles in brackets
		{"Sen. {P Ann Cole} (R-{L Texas}) said", "Ann Cole: Sen. @ Texas"},
		{"Sen. {P Ann Cole}, D-{L Ohio}, chair of the {O Budget Committee}, said", "Ann Cole: Sen. @ Ohio; Ann Cole: chair @ Budget Committee"},
		{"Senator {P Bala Gyang} ({O APC}, {L Plateau South}) said", "Bala Gyang: Senator @ Plateau South"},
		{"Sen. {P Ann Cole} (R-{L X}) said", "Ann Cole: Sen. @ X"},
		{"{O Acme} chief investment officer {P Ann Cole} (53) said", "Ann Cole: chief investment officer @ Acme"},
		{"{P Ann Cole} (chief economist, {O Acme}) said", "Ann Cole: chief economist @ Acme"},
		{"{P Ann Cole} (43) and {P Bob Ray} came.", ""},
		{"{P Ann Cole}, aged 43, a teacher, said", "Ann Cole: teacher"},
		{"{P Ann Cole}, 45, is a teacher.", "Ann Cole: teacher"},
		{"{P Ann Cole} — a judge — said", "Ann Cole: judge"},
		// who did something else and was something
		{"{P Ann Cole}, 41, who replaced {P Bob Ray} in {D=2012-07 July} and was previously deputy governor of the {O Central Bank}, said", "Ann Cole: deputy governor @ Central Bank former"},
		{"{P Ann Cole}, who served as minister and is now a candidate of the {O Green Party}, said", "Ann Cole: minister former; Ann Cole: candidate @ Green Party"},
		{"{P Ann Cole}, a certified public accountant who was chief financial officer of rival {O Star Lines} until {D=2020 2020}, said", "Ann Cole: certified public accountant; Ann Cole: chief financial officer @ Star Lines former -2020"},
		{"{P Ann Cole}, who stays on as chairman, said", "Ann Cole: chairman"},
		{"{P Ann Cole} has resigned as shadow resources minister.", "Ann Cole: shadow resources minister former"},
		{"{P Ann Cole} took over as mayor of {L Leeds}.", "Ann Cole: mayor @ Leeds"},
		{"{P Ann Cole} took over a shop as a driver waited.", ""},
		{"{P Ann Cole} was making advances against student priests.", ""},
		// what somebody was made
		{"The board named {P Ann Cole} as its president and chief executive officer.", "Ann Cole: president and chief executive officer"},
		{"The {O Diet} names {P Ann Cole} Prime Minister in a session.", "Ann Cole: Prime Minister"},
		{"He named {N Victorian} MP {P Ann Cole} as acting spokesperson.", "Ann Cole: MP @ Victorian; Ann Cole: acting spokesperson"},
		{"They saw {P Ann Cole} as a minister in waiting.", ""},
		{"{O Acme} fell after it said Chief Executive {P Ann Cole} will leave.", "Ann Cole: Chief Executive @ Acme"},
		{"The {L U.S.} nominates Judge {P Ann Cole} of the {O Third Circuit}.", "Ann Cole: Judge @ Third Circuit"},
		{"{L Ireland}’s taoiseach, {P Ann Cole}, said", "Ann Cole: taoiseach @ Ireland"},
		{"{P Ann Cole}, a former aide to President {P Bob Ray}, said", "Ann Cole: aide former; Bob Ray: President"},
		{"a {N Spanish} racing driver {P Ann Cole} said", "Ann Cole: racing driver @ Spanish"},
		// as the press of several countries writes
		{"The {O Fed}'s vice chair for supervision, {P Michael Barr}, said", "Michael Barr: vice chair for supervision @ Fed"},
		{"{P Ann Cole}, Chief Constable of {O Kent Police}, said", "Ann Cole: Chief Constable @ Kent Police"},
		{"{P Ann Cole}, who chairs the {O Budget Committee}, said", ""},
		{"{P Ann Cole}, 34, from {L Leeds}, was jailed.", "Ann Cole:  @ Leeds"},
		{"said {P Ann Cole}, a spokesperson with the {O Red Cross} in {L Kabul}.", "Ann Cole: spokesperson @ Red Cross"},
		{"Brigadier General {P Ann Cole}, the army's deputy chief of staff, said", "Ann Cole: Brigadier General; Ann Cole: deputy chief of staff"},
		{"Detective Chief Inspector {P Ann Cole}, of {O West Midlands Police}, said", "Ann Cole: Detective Chief Inspector @ West Midlands Police"},
		{"{O Labour} leader Sir {P Keir Cole} said", "Keir Cole: leader @ Labour"},
		{"the shadow chancellor, {P Ann Cole}, said", "Ann Cole: shadow chancellor"},
		{"{P Ann Cole}, Labour MP for {L Leeds East}, said", "Ann Cole: Labour MP @ Leeds East"},
		{"{P Ann Cole}, the {O Conservative} MP for {L Wells}, said", "Ann Cole: MP for Wells @ Conservative"},
		{"Rep. {P Ann Cole} of {L New York}, the top {N Democrat} on the panel, said", "Ann Cole: Rep. @ New York"},
		{"Republican Sens. {P Ann Cole} of {L Maine} and {P Bob Ray} of {L Utah} voted yes.", "Ann Cole: Sens. @ Maine"},
		{"{P Ann Cole}, then a junior lawyer at {O Acme}, wrote the memo.", "Ann Cole: junior lawyer @ Acme former"},
		{"{P Ann Cole} served as {L U.S.} ambassador to {L Chad} from {D=2003 2003} to {D=2006 2006}.", "Ann Cole: ambassador to Chad @ U.S. former 2003-2006"},
		{"{P Ann Cole}, president and CEO of the {O Acme Foundation}, said", "Ann Cole: president and CEO @ Acme Foundation"},
		{"{P Ann Cole}, an associate professor of epidemiology at the {O University of Leeds} who was not involved in the study, said", "Ann Cole: associate professor of epidemiology @ University of Leeds"},
		{"Study author Dr. {P Ann Cole} said", "Ann Cole: Study author"},
		{"{P Ann Cole}, MD, a cardiologist at {O Mercy Hospital}, said", "Ann Cole: cardiologist @ Mercy Hospital"},
		{"striker {P Ann Cole} scored twice for {O Leeds}.", "Ann Cole: striker"},
		{"{O Arsenal} manager {P Mikel Cole} praised goalkeeper {P David Ray}.", "Mikel Cole: manager @ Arsenal; David Ray: goalkeeper"},
		{"The deputy head of {L Russia}'s {O Security Council}, {P Dmitry Cole}, said", "Dmitry Cole: deputy head @ Security Council"},
		{"{P Ann Cole}, {L Ukraine}'s former ambassador to the {O European Union}, said", "Ann Cole: ambassador to the European Union @ Ukraine former"},
		{"{P Ann Cole}, now a senior fellow at the {O Atlantic Council}, said", "Ann Cole: senior fellow @ Atlantic Council"},
		{"{P Ann Cole}, the late founder of {O Acme}, said", "Ann Cole: founder @ Acme"},
		{"Her lawyer, {P Bob Ray}, said", "Bob Ray: lawyer"},
		{"{P Ann Cole}, the mother of two, said", ""},
		{"Witness {P Ann Cole} said", ""},
		{"Governor-General Dame {P Ann Cole} said", "Ann Cole: Governor-General"},
		{"{L Texas} Attorney General {P Ken Cole} (R) said", "Ken Cole: Attorney General @ Texas"},
		{"{P Ann Cole}, aged 52 and a father of three, said", ""},
		{"Cllr {P Ann Cole}, the council's cabinet member for housing, said", "Ann Cole: Cllr; Ann Cole: cabinet member for housing"},
		{"{P Ann Cole} is a reporter with the {O BBC}'s {N Persian} service.", "Ann Cole: reporter @ BBC"},
		{"{P Ann Cole}, head teacher at {O St Mary's School}, said", "Ann Cole: head teacher @ St Mary's School"},
		{"{P Ann Cole} resigned {D=2020-W07 last week} as head of {O Acme}.", "Ann Cole: head @ Acme former"},
		{"{P Ann Cole}, a member of parliament from the ruling {O Green Party}, said", "Ann Cole: member of parliament @ Green Party"},
		{"Lieutenant Colonel {P Ann Cole}, a spokesperson for the {O Israel Defense Forces} ({O IDF}), said", "Ann Cole: Lieutenant Colonel; Ann Cole: spokesperson @ Israel Defense Forces"},
		{"{P Ann Cole}, Group Managing Director/CEO of {O Acme Bank Plc}, said", "Ann Cole: Group Managing Director/CEO @ Acme Bank Plc"},
		{"Police commissioner {P Ann Cole} and her deputy {P Bob Ray} quit.", "Ann Cole: Police commissioner; Bob Ray: deputy"},
		{"{O Pier Ltd}, whose director {P Ann Cole} is no relation, did not reply.", "Ann Cole: director @ Pier Ltd"},
		{"Dr {P Ann Cole}, who headed research at {O Acme}, is an adviser to the {O Ministry of Energy}.", "Ann Cole: adviser @ Ministry of Energy"},
		{"Vice-president {P Ann Cole} will act as interim CEO.", "Ann Cole: Vice-president; Ann Cole: interim CEO"},
		{"{P Bob Ray}'s lawyer, {P Ann Cole}, said", "Ann Cole: lawyer"},
		{"{P Ann Cole}, who came late, was jailed.", ""},
		// complements
		{"Analyst {P Ann Cole} at {O Acme} in {L New York} said", "Ann Cole: Analyst @ Acme"},
		{"President {P Ann Cole} at {O NATO} said", "Ann Cole: President"},
		{"{P Ann Cole}, vice-president for {L Asia} at the {O Shipping Chamber} in {L London}, said", "Ann Cole: vice-president for Asia @ Shipping Chamber"},
		{"Sen. {P Ann Cole}, chair of the {O Senate} committee on public services, said", "Ann Cole: Sen.; Ann Cole: chair @ Senate"},
		{"{P Ann Cole}, an engineer by training, said", "Ann Cole: engineer"},
		{"{P Ann Cole}, managing director, {O Acme Bank}, said", "Ann Cole: managing director @ Acme Bank"},
		{"joked Capt. {P Ann Cole}, the ship's master.", "Ann Cole: Capt.; Ann Cole: master"},
		{"{P Ann Cole}, center, and {P Bob Ray} in {L Leeds}.", ""},
		{"{P Ann Cole}, a center for {O Acme}, said", "Ann Cole: center @ Acme"},
	} {
		doc, first := parse(t, c[0])
		if got := show(doc, Find(doc, doc.Mentions, first)); got != c[1] {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c[0], got, c[1])
		}
	}
}
