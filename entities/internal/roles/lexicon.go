package roles

import (
	"strings"
	"sync"
)

// words are the sets that the grammar of titles is made of, built on first use.
type words struct {
	heads     map[string]bool // nouns that say what somebody is
	modifiers map[string]bool // words that stand before them and belong to the title
	positions map[string]bool // places in a team, which mean many other things too
	ranks     map[string]bool // abbreviated titles that stand right before a name
	honors    map[string]bool
	post      map[string]bool
	ages      map[string]bool // words between "a" and a title that tell how old somebody is
}

var (
	once   sync.Once
	lexica words
)

func lexicon() *words {
	once.Do(func() {
		lexica = words{heads: set(headWords), modifiers: set(modifierWords), positions: set(positionWords), ranks: set(rankWords), honors: set(honorWords), post: set(postWords), ages: set("year old aged young elderly middle-aged local retired")}
	})
	return &lexica
}

func set(list string) map[string]bool {
	m := make(map[string]bool, 512)
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// head reports whether w is a noun that can be a title's head: a word of the list, or one built like them
// ("spokesperson", "virologist").
func (l *words) head(w string) bool {
	if l.heads[w] {
		return true
	}
	if i := strings.LastIndexByte(w, '-'); i > 0 && (l.heads[w[i+1:]] || l.heads[w[:i]]) {
		return true
	}
	for _, end := range [...]string{"woman", "person", "teacher", "worker", "keeper", "maker", "fighter", "ologist", "iatrist", "master", "mistress", "minister", "grapher", "icist", "emist", "onomist",
		"aturist", "onist", "itionist", "dontist", "surgeon", "seller", "player", "writer", "journalist"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return len(w) > 6 && (strings.HasSuffix(w, "sman") || strings.HasSuffix(w, "seman"))
}

const headWords = `
minister premier president chancellor secretary ambassador envoy consul senator congressman congresswoman representative lawmaker legislator deputy
governor mayor councillor councilor councilman councilwoman councilmember alderman commissioner speaker whip leader chief chairman chairwoman chairperson chair
head director manager executive officer official spokesman spokeswoman spokesperson aide adviser advisor strategist analyst consultant lobbyist
administrator undersecretary diplomat negotiator politician candidate nominee delegate mp mep msp peer taoiseach premier ombudsman rapporteur
commander general colonel major captain lieutenant sergeant corporal admiral vice-admiral commodore brigadier marshal marine soldier pilot navigator warlord militant
superintendent inspector constable detective sheriff coroner prosecutor investigator trooper ranger warden marshal
judge justice magistrate attorney lawyer barrister solicitor counsel defender notary
professor lecturer researcher scientist scholar fellow dean provost rector principal teacher headteacher economist historian physicist chemist biologist
engineer mathematician astronomer astronaut cosmonaut climatologist geologist meteorologist epidemiologist virologist archaeologist anthropologist sociologist
psychologist psychiatrist doctor surgeon physician nurse paramedic pharmacist dentist veterinarian
ceo cfo coo cto cio founder co-founder cofounder owner co-owner partner investor entrepreneur businessman businesswoman industrialist tycoon magnate
billionaire banker financier trader broker accountant auditor treasurer comptroller controller trustee
editor reporter journalist correspondent columnist broadcaster presenter anchor anchorman anchorwoman host producer publisher blogger commentator photographer
cameraman writer author novelist poet playwright screenwriter filmmaker director actor actress comedian singer songwriter musician rapper guitarist pianist violinist
drummer composer conductor dancer choreographer artist painter sculptor designer architect curator model chef
coach manager player captain striker midfielder defender goalkeeper quarterback pitcher skipper swimmer sprinter boxer golfer cyclist skier gymnast wrestler
bishop archbishop cardinal pope priest rabbi imam cleric ayatollah pastor vicar reverend chaplain deacon monk nun patriarch sheikh mufti
king queen prince princess duke duchess emperor sultan emir
activist campaigner organizer organiser dissident volunteer philanthropist farmer farmworker driver firefighter electrician plumber carpenter shopkeeper
student graduate retiree veteran resident worker builder miner fisherman interpreter translator librarian
secretary-general director-general governor-general president-elect vice-president vice-chancellor commander-in-chief editor-in-chief attorney-general
monsignor mullah sheik maulana abbot abbess evangelist pontiff metropolitan assemblyman congressmen selectman tanaiste regent dictator lady specialist airman
seaman ensign generalissimo undersheriff patrolman agent examiner advocate supermodel pediatrician whistleblower rebel pollster bodyguard mla td m.p. member
operator fixer critic cartographer commandant sponsor trader collector tutor curator envoy sculptor caretaker choirmaster hydrologist physiotherapist therapist scout
bookseller jeweller jeweler baker butcher cook waiter waitress hairdresser cleaner clerk cashier guard porter sailor skipper fisher herder shepherd beekeeper historian
general-secretary spokesperson-designate arborist optician midwife carer welder machinist mechanic technician choreographer conductor cellist bassist organist
boss champion footballer athlete entertainer serviceman spy racer rider jockey explorer cricketer developer contractor parliamentarian photojournalist
expert hacker preacher academic employee empress operative ruler runner climber fundraiser tenor soprano baritone lyricist frontman grandmaster hurdler
podcaster policeman policewoman pundit environmentalist ecologist co-pilot copilot paralympian olympian performer shareholder sniper biathlete aviator butler
co-anchor co-author assemblywoman mountaineer guide vendor dealer forecaster theologian archivist stylist caterer tailor bartender rower fencer archer
triathlete marathoner laureate master archduke baron baroness earl viscount count countess marquess statesman stateswoman apprentice intern
restaurateur brewer winemaker grower rancher logger forester landlord tenant realtor planner surveyor geneticist pathologist radiologist oncologist
optometrist dietitian carer counsellor counselor psychotherapist missionary seminarian sexton verger proprietor promoter publicist
bassist saxophonist trumpeter violist soloist dj stockbroker underwriter actuary bookkeeper receptionist stewardess steward courier trucker stationmaster
crewman lifeguard diver angler trapper huntsman gamekeeper potter weaver cobbler blacksmith locksmith plasterer bricklayer roofer glazier
theorist tactician quartermaster gunner paratrooper commando legionnaire attache registrar bursar proctor prefect matron headmaster headmistress
schoolteacher schoolmaster governess nanny housewife scriptwriter showrunner animator illustrator cartoonist impresario ballerina puppeteer magician
seller player technologist statistician programmer coder oceanographer
fighter pioneer challenger frontrunner star co-star supremo novice educationist merchant protester protestor demonstrator streamer influencer aficionado staffer youtuber gamer vlogger procurator-general procurator deputy-governor
representative-elect mayor-elect negotiator coordinator convener convenor organiser supervisor foreman instructor trainer referee umpire
`

const modifierWords = `
prime foreign defence defense interior finance home health education trade climate energy environment transport transportation agriculture labour labor justice
culture tourism sports development housing immigration economy economic commerce industry technology information science innovation welfare veterans
deputy vice assistant associate chief executive senior junior general lead head principal acting interim caretaker honorary emeritus founding managing
special forces force military army navy naval air police press media communications campaign party opposition majority minority house senate parliamentary
national regional provincial state federal district city town county municipal local central international global european world union council cabinet
security intelligence counterterrorism counter-terrorism anti-corruption human rights refugee aid relief humanitarian peace political legal financial commercial
medical public private royal supreme high appeals court criminal circuit crown district trial defence defense family county
research policy programme program project operations operating technical sales marketing product human resources investment investor risk data digital
staff desk bureau news sports political business science medical crime court religion entertainment fashion film music arts literary managing city
university college school high-school faculty law history economics physics chemistry engineering medicine philosophy literature mathematics sociology
climate weather wildlife marine nuclear space software computer civil mechanical electrical structural aerospace
football soccer basketball baseball hockey tennis cricket rugby golf team national-team youth women's men's assistant
union labor labour trade student community environmental democracy pro-democracy rights women's civil-rights peace anti-war gay
fire ambulance rescue emergency border coast customs prison prisons correctional traffic patrol homicide
rebel guerrilla militia opposition separatist insurgent spiritual religious tribal clan presidential vice-presidential gubernatorial mayoral congressional
senatorial ministerial diplomatic consular trade investment infrastructure budget tax treasury shadow junior veteran record award-winning freelance independent
investigative political-science chief-of-staff co supervisory commanding squadron brigade battalion division corps fleet regional area country zone
attorney lieutenant major brigadier rear wing group squadron flight petty warrant first second third staff master gunnery lance vice-
tv television radio newspaper magazine professional amateur theoretical experimental clinical certified registered licensed visiting adjunct
show talk chat reality tour action distinguished nonprofit artistic musical creative external internal mental maternal sky rock pop folk opera jazz hip-hop stage
`

// positionWords are places in a team: a title right before a player's name, and after a determiner.
const positionWords = `
forward center centre guard lock prop winger wing flanker hooker fly-half scrum-half full-back fullback left-back right-back centre-back center-back back
half-back halfback quarterback linebacker cornerback safety tackle receiver kicker punter lineman tailback playmaker shortstop baseman outfielder
infielder catcher reliever closer slugger batter batsman bowler all-rounder spinner seamer opener wicketkeeper goalie goaltender netminder defenseman defenceman
rookie freshman sophomore setter spiker libero thrower vaulter jumper skater luger curler wideout sweeper substitute keeper
`

const rankWords = `gen lt col maj sgt capt cmdr adm brig pvt cpl spc pfc sen rep gov prof det insp supt ald del amb pres sens reps const atty coun cllr
private pte ssgt msgt sfc ltc ltcol cdr cpo lcpl lcol dsgt pc dc ds di dci dsupt`

// honorWords are titles of courtesy: they stand between a title and a name and are no roles.
const honorWords = `mr mrs ms miss mx sir dame lord dr rev revd rt hon most very right honourable honorable reverend father brother sister dasho datuk tan sri shri smt
haji hajji sheikh the engr alhaji alhaja hajia hajiya mallam malam otunba mama barr arc dato datin tun puan encik señor señora monsieur madame mme
herr frau signor signora daw ustaz kyai`

// postWords are the letters after a name that say what somebody is.
const postWords = `qc kc mp mep msp mla td`

// dropped reports whether w stands before a title without being part of it, and whether it says that the role is over.
func dropped(w string) (drop, former bool) {
	switch w {
	case "former", "ex", "retired", "onetime", "one-time", "erstwhile", "ousted", "deposed", "ex-", "then", "past", "then-", "previous":
		return true, true
	case "new", "newly", "appointed", "elected", "newly-elected", "newly-appointed", "re-elected", "reelected",
		"current", "longtime", "long-time", "late", "now", "incumbent", "immediate",
		"departing", "sitting", "great", "acclaimed", "legendary", "celebrated", "well-known", "best-known", "self-described", "aspiring", "budding",
		"notorious", "eminent", "beloved", "esteemed", "newly-crowned", "high-profile", "iconic", "distinguished", "pioneering", "locally-known", "then-serving", "slain", "murdered", "convicted",
		"outgoing", "incoming", "recently", "embattled", "controversial", "popular", "prominent",
		"renowned", "famous", "noted", "leading", "top", "veteran",
		"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "young",
		"old", "first-ever", "longest-serving", "disgraced", "fellow", "hard-line", "hardline", "influential",
		"powerful", "respected", "exiled", "jailed",
		"billionaire", "right-wing", "left-wing", "far-right", "far-left", "conservative", "liberal", "centrist",
		"moderate", "progressive", "populist":
		return true, false
	}
	return false, false
}

// pastVerb reports whether w is a verb in the past tense that does not look like one: "the hosts beat goalkeeper Ann Lee".
func pastVerb(w string) bool {
	switch w {
	case "beat", "met", "saw", "hit", "sent", "put", "led", "won", "lost", "got", "gave", "made", "left", "held", "shot", "cut", "quit", "kept",
		"paid", "found", "fed", "fought", "caught", "brought", "sold", "bought", "took", "cost", "let", "set", "heard", "went", "came", "ran",
		"knew", "thought", "began", "became", "drew", "hurt", "stabbed", "sued", "fired", "hired", "chose", "sacked", "banned", "freed":
		return true
	}
	return false
}

// firstRank reports whether token a begins a title like "First Lady" or "First Minister".
func (f *finder) firstRank(a int) bool {
	if f.lower(a) != "first" {
		return false
	}
	switch f.lower(a + 1) {
	case "lady", "minister", "secretary", "deputy", "sergeant", "lieutenant", "officer", "vice":
		return true
	}
	return false
}

func formerWord(w string) bool {
	_, was := dropped(w)
	return was
}

// stop reports whether w can be no part of a title before its head.
func stop(w string) bool {
	switch w {
	case "the", "a", "an", "of", "in", "on", "at", "by", "for", "with", "to", "from", "and", "or", "but", "as",
		"that", "this", "his", "her", "its", "their", "our", "my",
		"said", "says", "told", "was", "is", "were", "are", "has", "had", "have", "who", "whose", "when", "while",
		"after", "before", "than", "against", "over", "into", "where", "which", "between", "under",
		"also", "not", "mr.", "mr", "mrs.", "ms.", "dr.", "one", "two", "some", "other", "another",
		"many", "by-line", "like", "because", "if", "although", "since",
		"during", "despite", "asked", "added", "according", "well", "yes", "oh", "dear", "hello", "thanks", "even", "only", "still", "perhaps",
		"inside", "outside", "there", "here", "what", "why", "how", "unless", "let", "both", "all", "each", "featuring", "including", "involving", "starring", "however", "meanwhile", "yesterday", "today",
		"reported", "it", "he", "she", "they", "we", "i", "you":
		return true
	}
	return false
}
