// Package cue knows the words that attribution is made of: verbs of saying with the clauses they take, and the small words that
// bound a subject or a clause.
//
// verbs.txt, the list of verbs in all their forms, is compiled by gen from reporting_verbs.tsv and gen/more.tsv; frames.go tells
// what each may govern. Words are looked up one token at a time, without regard to case. A word may be of several classes
// ("her", "that", "report"): deciding is left to the caller, who sees the neighbours.
package cue

import "unicode/utf8"

// A Class is a set of words with one use in the sentence.
type Class uint8

// The classes.
const (
	Det       Class = iota // a, the, this
	Possess                // his, her, its
	Prep                   // of, for, in
	Coord                  // and, but, or
	Subord                 // while, because, if: a clause follows
	Relative               // who, which, whom
	Aux                    // is, has, did
	Modal                  // will, would, 'll
	Neg                    // not, n't, never
	Adverb                 // also, later; words in -ly are told by Lookup
	Subject                // he, she, they: pronouns that can be subject of a verb of saying
	Object                 // him, them
	Someone                // some, others, one, many
	Wh                     // what, how, why, whether
	That                   // that
	To                     // to
	Time                   // today, Monday, week
	Role                   // spokesman, minister, official: heads of people
	Document               // statement, report, tweet: things that speak
	NounCue                // claim, allegation, warning: nouns that govern a clause
	Finite                 // common finite verbs that are no verbs of attribution: agreed, came
	MultiVerb              // first word of a verb of several words
	PosS                   // 's
	Honorific              // Mr., Dr., Sen.
	According              // according
	Hearer                 // reporters, press: to whom one speaks
	numClasses
)

// A Word is what the list knows of a word.
type Word struct {
	Class uint32
	Verb  uint16 // index for VerbAt; 0 none
}

// Is reports whether w is of class c.
func (w Word) Is(c Class) bool { return w.Class&(1<<c) != 0 }

// Any reports whether w is of a class in the set.
func (w Word) Any(set uint32) bool { return w.Class&set != 0 }

// Set makes a set of classes for Word.Any.
func Set(cs ...Class) uint32 {
	var s uint32
	for _, c := range cs {
		s |= 1 << c
	}
	return s
}

// A Table looks words up. It is safe for concurrent use.
type Table struct{ lex *lexicon }

// Words returns the table, compiled on first use.
func Words() Table { return Table{load()} }

// Lookup returns what is known of a word, the zero Word if nothing.
func (t Table) Lookup(s string) Word {
	var buf [24]byte
	if len(s) > len(buf) {
		return Word{}
	}
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x99: // ’
			c = '\''
			i += 2
		case c >= utf8.RuneSelf:
			return Word{}
		}
		buf[n] = c
		n++
	}
	if n == 0 || !t.lex.may[shape(buf[:n])] {
		if n > 4 && buf[n-1] == 'y' && buf[n-2] == 'l' {
			return Word{Class: 1 << Adverb}
		}
		return Word{}
	}
	w, ok := t.lex.words[string(buf[:n])]
	if !ok && n > 4 && buf[n-1] == 'y' && buf[n-2] == 'l' {
		return Word{Class: 1 << Adverb}
	}
	return w
}

// shape sorts words by their ends and length, so that most words of a text need not be looked up.
func shape(w []byte) int {
	return int(w[0]&31)<<10 | int(w[len(w)-1]&31)<<5 | len(w)&31
}

// VerbAt returns the verb of a Word.
func (t Table) VerbAt(w Word) Verb { return t.lex.verbs[w.Verb] }

// Multi returns the verb of several words that starts with first and goes on with next(1), next(2), ..., the zero Verb if
// there is none.
func (t Table) Multi(first string, next func(i int) string) Verb {
	var best Verb
	for _, p := range t.lex.multi[lower(first)] {
		match := true
		for i, w := range p.rest {
			if lower(next(i+1)) != w {
				match = false
				break
			}
		}
		if v := t.lex.verbs[p.verb]; match && v.Words > best.Words {
			best = v
		}
	}
	return best
}

func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			b := []byte(s)
			for j := range b {
				if b[j] >= 'A' && b[j] <= 'Z' {
					b[j] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return s
}

var classes = [numClasses]string{
	Det:     "a an the this these those each every no any another both all either neither such",
	Possess: "his her its their my our your whose",
	Prep: "of for in on at by from with about into over under after before during against between among amid through throughout " +
		"toward towards " +
		"near since until till within without despite like unlike upon across behind beyond outside inside around alongside per " +
		"via regarding concerning " +
		"following including off onto ahead as than amongst besides except along",
	Coord:    "and but or nor yet so &",
	Subord:   "while because if although though unless whereas when where as since after before until once whenever whether lest",
	Relative: "who which whom whose that where",
	Aux: "is are was were be been being am has have had having do does did 's 're 've 'd 'm ain get gets got ca wo has " +
		"isn aren wasn weren",
	Modal: "will would can could may might must shall should 'll ought wo ca 'd",
	Neg:   "not n't never no neither hardly barely n’t",
	Adverb: "also later then still again once first often always even just only now too already instead meanwhile soon further " +
		"though thus perhaps rather simply so afterward afterwards previously however therefore yet ever sometimes long back " +
		"early twice nevertheless nonetheless thereafter otherwise moreover furthermore indeed both alone directly jointly " +
		"separately",
	Subject: "he she they it i we you who",
	Object:  "him her them me us it himself herself themselves itself",
	Someone: "some others many several most few one everyone everybody somebody someone nobody anyone both neither none all those " +
		"another other two three four five half dozens hundreds thousands no-one critics sources people",
	Wh:   "what how why whether who when where which whom if",
	That: "that",
	To:   "to",
	Time: "today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday week month year morning " +
		"afternoon evening night weekend earlier last recently noon midday hours hour days day months years minutes january " +
		"february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. " +
		"sept. oct. nov. dec.",
	Role: roles,
	Document: "statement report study letter tweet post email e-mail memo complaint lawsuit ruling article editorial press-release " +
		"release document documents papers filing indictment survey poll polls surveys note website site page posting message " +
		"analysis reports studies documents records testimony resolution verdict charter law bill constitution treaty plaque " +
		"sign banner book headline advertisement ad commercial transcript script video caption affidavit order warrant motion " +
		"petition communique communiqué text account blog newspaper paper magazine agency media outlet press outlets " +
		"newspapers network station tabloid journal judgment judgement results data statistics figures estimates guidelines " +
		"rules bulletin notice declaration decree manifesto pledge placard poster slogan",
	NounCue: "claim claims allegation allegations statement statements warning warnings report reports suggestion suggestions " +
		"assertion assertions announcement announcements accusation accusations argument arguments belief complaint " +
		"complaints contention denial promise promises pledge vow insistence prediction predictions rumor rumors rumour " +
		"rumours testimony acknowledgment assurance assurances declaration explanation admission revelation revelations " +
		"comment comments remark remarks observation conclusion confirmation criticism demand demands call calls news " +
		"speculation recommendation reminder message idea notion",
	Finite: "agreed came went took made gave saw left became began started met won lost led held kept stood sat ran fell rose grew " +
		"brought bought sold sent built spent paid " +
		"died killed used wanted tried needed seemed appeared helped moved lived worked played showed turned followed happened " +
		"included continued remained received served " +
		"attended arrived joined signed passed opened closed visited returned ended walked looked wants needs seems appears " +
		"remains makes takes goes comes gets gives leads holds includes runs voted planned decided faces faced " +
		"sued vied arose ate awoke beat bent blew bore bound broke burst caught chose clung crept dealt drank drew drove dug fed " +
		"fled flew forbade forgave forgot fought froze hid hung " +
		"knelt knew lay lit meant mistook overcame overthrew quit rang rode sang sank shook shot shrank slept slid sought spat " +
		"sped spent spun stole struck stuck swam swept swore swung taught thought " +
		"threw tore undertook understood upheld wept withdrew withheld withstood woke wore",
	PosS: "'s ’s ' ’",
	Honorific: "mr mr. mrs mrs. ms ms. dr dr. prof prof. sen sen. rep rep. gov gov. gen gen. lt lt. col col. sgt sgt. capt capt. " +
		"rev rev. sir dame lord lady hon hon. maj maj. adm adm. cmdr cmdr. st st. judge justice president senator governor " +
		"congressman congresswoman general captain colonel sergeant professor doctor king queen prince princess pope bishop " +
		"archbishop cardinal imam rabbi minister secretary chancellor chairman chairwoman mayor director chief",
	According: "according",
	Hearer:    "reporters journalists press media audience crowd lawmakers parliament reporter senators supporters viewers listeners fans police officers detectives investigators jurors magistrates",
}

// nounsInLy are no adverbs although they end like one.
const nounsInLy = "rally family ally bully assembly monopoly anomaly belly jelly folly fly butterfly homily melancholy panoply lily " +
	"tally filly gully italy july emily sally kelly beverly kimberly ugly elderly friendly deadly costly likely unlikely " +
	"weekly monthly lonely lovely"

const roles = "spokesman spokeswoman spokesperson spokespeople spokesmen official officials minister ministers president secretary " +
	"secretary-general chief director chairman chairwoman chair " +
	"officer officers police authorities lawyer lawyers attorney attorneys prosecutor prosecutors judge judges justice court jury " +
	"witness witnesses source sources aide aides adviser advisers advisor advisors " +
	"expert experts analyst analysts professor professors scientist scientists researcher researchers author authors writer " +
	"reporter journalist editor economist economists activist activists leader leaders " +
	"senator senators congressman congresswoman representative representatives lawmaker lawmakers governor mayor deputy candidate " +
	"candidates nominee critic critics supporter supporters opponent opponents " +
	"man woman men women boy girl father mother son daughter brother sister wife husband parents family families resident " +
	"residents victim victims student students teacher teachers doctor doctors nurse " +
	"player coach manager captain team company companies firm ministry department government campaign party group agency " +
	"commission committee council union association organization organisation university hospital " +
	"bank office board administration army military forces firefighters rescuers investigators detectives protesters demonstrators " +
	"users survivors owner owners operator executive ceo founder head boss member members " +
	"republicans democrats voters people locals eyewitness eyewitnesses neighbor neighbors neighbour friend colleague colleagues " +
	"ambassador diplomat diplomats commander general soldier soldiers pilot driver crew " +
	"attendee attendees participant participants marcher marchers delegate delegates worker workers passenger passengers " +
	"demonstrator relative relatives pupil pupils guest guests customer customers investor investors trader traders " +
	"farmer farmers teenager teenagers prisoner prisoners inmate inmates caller callers reader readers viewer fans fan " +
	"strategist historian economist observer observers host anchor narrator moderator speaker user insiders regulator " +
	"regulators watchdog charity ngo embassy state nation country city county airline manufacturer " +
	"uncle uncles aunt aunts grandfather grandmother grandparents grandson granddaughter cousin cousins niece nephew stepfather " +
	"stepmother partner " +
	"partners widow widower boyfriend girlfriend fiance roommate housemate landlord landlady tenant tenants bystander bystanders " +
	"paramedic paramedics " +
	"pensioner pensioners motorist motorists commuter commuters shopper shoppers tourist tourists villager villagers islander " +
	"islanders campaigner " +
	"campaigners councillor councillors backbencher backbenchers mp mps mep meps peer peers archaeologist archaeologists " +
	"astronomer astronomers biologist " +
	"biologists physicist physicists chemist geologist geologists ecologist ecologists climatologist meteorologist meteorologists " +
	"forecaster forecasters " +
	"seismologist epidemiologist virologist psychologist psychologists psychiatrist sociologist anthropologist philosopher " +
	"engineer engineers architect " +
	"architects designer designers developer developers programmer surgeon surgeons physician physicians midwife pharmacist " +
	"dentist chef cook waiter " +
	"barman bartender publican shopkeeper shopkeepers baker butcher hairdresser plumber electrician builder builders carpenter " +
	"mechanic fisherman " +
	"fishermen sailor sailors refugee refugees migrant migrants asylum-seeker immigrant immigrants hostage hostages priest priests " +
	"bishop bishops pastor " +
	"pastors monk monks nun nuns imam imams rabbi vicar cleric clerics preacher evangelist principal headteacher head-teacher " +
	"headmaster headmistress " +
	"chancellor provost lecturer lecturers tutor undergraduate actor actors actress singer singers musician musicians artist " +
	"artists painter composer " +
	"conductor playwright novelist poet dancer dancers comedian footballer striker midfielder defender goalkeeper keeper batsman " +
	"bowler skipper sprinter " +
	"swimmer boxer jockey cyclist golfer quarterback pitcher referee referees umpire umpires pundit pundits broadcaster " +
	"broadcasters columnist columnists " +
	"blogger correspondent correspondents publisher publishers biographer archivist curator librarian banker bankers broker " +
	"brokers accountant auditor " +
	"auditors shareholder shareholders creditor creditors employer employers employee employees staffer staffers contractor " +
	"contractors supplier suppliers " +
	"retailer retailers restaurateur hotelier entrepreneur entrepreneurs tycoon billionaire detective constable constables sergeant inspector " +
	"superintendent sheriff deputies trooper troopers warden wardens guards bailiff coroner barrister barristers solicitor " +
	"solicitors magistrate " +
	"magistrates juror jurors defendant defendants plaintiff plaintiffs claimant litigant suspect suspects gunman attacker hacker " +
	"hackers insurgent " +
	"insurgents rebel rebels militant militants fighter fighters veteran veterans envoy envoys negotiator negotiators mediator " +
	"mediators monitors " +
	"inspectors whistleblower informant defector dissident dissidents premier premiers monarch king queen prince princess sultan " +
	"emir ayatollah " +
	"chairperson convener convenor treasurer lobbyist lobbyists pollster pollsters backer backers donor donors organiser " +
	"organisers organizer organizers " +
	"coordinator co-ordinator chairmen trustee trustees ombudsman commissioner commissioners toddler child children kid kids adult " +
	"adults passer-by " +
	"passers-by onlooker onlookers spectator spectators patient patients carer carers caretaker caretakers volunteer volunteers " +
	"intern interns trainee " +
	"apprentice nanny clerk clerks cashier receptionist think-tank thinktank coalition bloc faction opposition cabinet panel " +
	"authority bureau institute " +
	"foundation federation confederation consortium syndicate club startup start-up lender insurer drugmaker carmaker automaker " +
	"chipmaker subsidiary"
