package dates

import (
	"strconv"
	"strings"
	"sync"
)

// A class is what the grammar knows of an atom. Words that are not in the lexicon are cWord.
type class uint8

const (
	_      class = iota
	cBreak       // no expression goes across it
	cWord
	cMark // punctuation; num is its code
	cNum  // digits

	cMonth   // value 1 to 12
	cWeekday // value 1 (Monday) to 7
	cSeason
	cUnit // value is a grain
	cCard // one, two, ... ninety: value
	cMult // hundred, thousand, million: value
	cOrd  // first, second, ...: value
	cNth  // st, nd, rd, th after digits; St. is the first word of holidays
	cFew  // few, several: a number left open
	cCouple
	cDozen
	cHalf
	cA // a, an
	cThe
	cOf
	cAnd
	cOr
	cTo
	cIn
	cOn
	cAt
	cBy
	cFor
	cSince
	cUntil
	cFrom
	cBetween
	cWithin
	cDuring
	cBefore
	cAfter
	cAgo
	cLater // later, earlier: value +1, -1; also modifiers
	cThis  // this, these: value of dir
	cThat  // that, those
	cLast  // last, past, previous: value -1; next, coming, following: +1
	cSame
	cRecent
	cCurrent
	cMod    // early, late, mid: value is a mod
	cPartOf // beginning, middle, end: value is a mod
	cApprox // about, nearly: value is a mod
	cMore   // more, less, least, most: first word of "more than", last of "at least"
	cThan
	cRight
	cLong  // yearlong: value is a grain
	cUp    // up, in "up to"; under
	cPart  // parts of the day: value
	cToday // today, yesterday, tomorrow, tonight: value is the offset in days
	cNow   // now, currently: value is a ref
	cFreq  // daily, weekly: value is a grain
	cEvery // every, each
	cPer
	cMeridiem // am, pm
	cZone
	cEra // BC, AD
	cFiscal
	cQ // Q, H, FY before digits
	cHoliday
	cTimeWord // time, period, moment
	cFuture   // cue of a future: will, shall
	cPlan     // cue of a plan: scheduled, due
	cPast     // cue of a past: was, had, did
	cCount    // people, miles, troops: what numbers count
	cTitle    // Mr, Mrs, Dr: the next word is a name
	cNotYear  // No., page, flight, Route: the next number is no year
	cAge      // stone, Jurassic: an age of the world; ~ where "Age" has to follow
	cFull     // full, whole, entire, more, additional, straight: between number and unit
)

// The lexicon: for each class, word=value pairs; "+" marks a plural, "~" an abbreviation or a word that is mostly something
// else and asks for more context. Values are explained at the class.
var lexiconText = []struct {
	class class
	words string
}{
	{cMonth, `january=1 february=2 march=3~ april=4 may=5~ june=6 july=7 august=8 september=9 october=10 november=11 december=12
		jan=1~ feb=2~ mar=3~ apr=4~ jun=6~ jul=7~ aug=8~ sep=9~ sept=9~ oct=10~ nov=11~ dec=12~`},
	{cWeekday, `monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7 mondays=1+ tuesdays=2+ wednesdays=3+
		thursdays=4+ fridays=5+ saturdays=6+ sundays=7+ mon=1~ tue=2~ tues=2~ wed=3~ thu=4~ thur=4~ thurs=4~ fri=5~ sat=6~ sun=7~`},
	{cSeason, `spring=1 summer=2 autumn=3 fall=3~ winter=4 springs=1+ summers=2+ autumns=3+ winters=4+ springtime=1 summertime=2 wintertime=4`},
	{cUnit, `second=1~ seconds=1+ minute=2 minutes=2+ mins=2+~ hour=3 hours=3+ hrs=3+~ day=4 days=4+ weekend=5 weekends=5+ week=6 weeks=6+ month=7
		months=7+ quarter=8 quarters=8+ year=11 years=11+ yr=11~ yrs=11+~ decade=12 decades=12+ century=13 centuries=13+ millennium=14 millennia=14+
		fortnight=6~ fortnights=6+~ semester=9~ semesters=9+~`},
	{cCard, `one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15
		sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90`},
	{cMult, `hundred=2 thousand=3 million=6 billion=9 hundreds=2+ thousands=3+ millions=6+ tens=1+ dozens=1+ scores=1+`},
	{cOrd, `first=1 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14
		fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 final=99`},
	{cNth, `st nd rd th`},
	{cFew, `few several many numerous some=0~ various`},
	{cCouple, `couple pair`},
	{cDozen, `dozen=12 score=20~`},
	{cHalf, `half`},
	{cA, `a an`},
	{cThe, `the`},
	{cOf, `of`}, {cAnd, `and`}, {cOr, `or`}, {cTo, `to through thru`}, {cIn, `in`}, {cOn, `on`}, {cAt, `at`}, {cBy, `by`}, {cFor, `for`},
	{cSince, `since`}, {cUntil, `until till`}, {cFrom, `from`}, {cBetween, `between`}, {cWithin, `within`},
	{cDuring, `during throughout over`}, {cBefore, `before prior`}, {cAfter, `after`},
	{cAgo, `ago`},
	{cLater, `later=1 earlier=-1`},
	{cThis, `this these`},
	{cThat, `that those`},
	{cLast, `last=-1 past=-2 previous=-3 preceding=-3 next=1 coming=2 upcoming=2 following=3 subsequent=3 ensuing=3 `},
	{cSame, `same`},
	{cRecent, `recent`},
	{cCurrent, `current latest`},
	{cMod, `early=1 mid=2 late=3`},
	{cPartOf, `beginning=1 start=1 middle=2 end=3 close=3 turn=1~ onset=1 midst=2 outset=1`},
	{cApprox, `about=4 around=4 approximately=4 roughly=4 nearly=5 almost=5 circa=4 ca=4~ c=4~ exactly=0 just=0 only=0 barely=0 `},
	{cMore, `more=7 less=5 fewer=5 least=8 most=6 longer=7`},
	{cLong, `daylong=4 weeklong=6 monthlong=7 yearlong=11 decadelong=12`}, {cThan, `than`}, {cRight, `right`},
	{cUp, `up=6 under=5`},
	{cPart, `morning=1 mornings=1+ afternoon=2 afternoons=2+ evening=3 evenings=3+ night=4 nights=4+ noon=5 midday=5 midnight=6 dawn=7
		daybreak=7 sunrise=7 dusk=8 sunset=8 nightfall=8 lunchtime=9 daytime=10 nighttime=4 overnight=4 noontime=5 teatime=2~`},
	{cToday, `today=0 yesterday=-1 tomorrow=1 tonight=0`},
	{cNow, `now=2 currently=2~ nowadays=2 presently=2~ recently=1 lately=1 previously=1~ formerly=1~ once=1~ former=1~ ongoing=2~ soon=3~ shortly=3~
		future=3~ eventually=3~ already=2~`},
	{cFreq, `daily=4 weekly=6 monthly=7 quarterly=8~ annually=11 yearly=11 hourly=3 nightly=4 biweekly=6~ annual=11~ fortnightly=6~`},
	{cEvery, `every each`},
	{cPer, `per`},
	{cMeridiem, `am=0 pm=12`},
	{cZone, `utc=0 gmt=0 est edt cst cdt mst mdt pst pdt bst cet cest eet eest msk ist jst aest aedt nzst nzdt wat eat sast pkt hkt sgt et~ pt~ ct~ z=0~`},
	{cEra, `bc=-1 bce=-1 ad=1 ce=1`},
	{cFiscal, `fiscal financial~`},
	{cQ, `q=8 h=9 fy=11`},
	{cTimeWord, `time period moment point times date`},
	{cFuture, `will shall ll would~ ought going must`},
	{cPlan, `ahead scheduled due expected expects expect plans planned planning plan set slated tentatively begins starts opens
		closes expires anticipated forecast forecasts predict predicts predicted projected likely intends hopes aims
		hope deadline payable effective`},
	{cPast, `was were had did said says told has have been announced reported asked added met went came made took gave began won lost left sent got
		held found led fell rose saw ran became hit killed put struck broke shot fled spoke wrote grew paid drew cut sold kept brought
		died built born arrested voted accused ordered`},
	{cCount, `people miles kilometers kilometres km meters metres men women children troops soldiers workers students jobs homes houses tons
		tonnes barrels votes points shares feet acres pounds euros dollars percent pct yards residents cases deaths members police
		officers prisoners refugees passengers employees protesters civilians casualties inhabitants hectares sq square degrees calories
		words pages copies seats units cars aircraft planes ships tanks guns rounds signatures families patients athletes
		delegates candidates demonstrators inmates hp rpm mph kmh kg mm cm mb gb euro yen yuan rupees`},
	{cTitle, `mr mrs ms dr sir miss lord lady prof president chancellor minister senator actress actor singer professor judge justice`},
	{cNotYear, `no number page flight route highway chapter section room article interstate channel size building hwy paragraph
		resolution model boeing airbus figure lot apt suite box version windows nos sr uss gate line`},
	{cAge, `stone~ bronze~ iron~ ice~ dark~ paleolithic palaeolithic mesolithic neolithic cambrian ordovician silurian devonian
		carboniferous permian triassic jurassic cretaceous paleocene eocene oligocene miocene pliocene pleistocene holocene
		mesozoic cenozoic paleozoic precambrian`},
	{cFull, `full whole entire additional straight consecutive successive calendar trading business working extra
		bloody academic further`},
}

const (
	hashSeed    = 2166136261
	hashPrime   = 16777619
	tableSize   = 4096
	longestWord = 13
)

type entry struct {
	word  string
	class class
	val   int16
	flags uint16
}

// A table is a hash table with open addressing; less than a fifth of it is used, so that most words that are not in it are
// turned away by one look.
type table struct {
	slots    [tableSize]uint16 // index into entries, 0 for none
	entries  []entry
	holidays []holiday
}

var (
	lexiconOnce sync.Once
	lexiconBest *table
)

func lexicon() *table {
	lexiconOnce.Do(func() { lexiconBest = newTable() })
	return lexiconBest
}

// newTable compiles lexiconText. Of a word that is given twice, the first entry counts.
func newTable() *table {
	t := &table{entries: make([]entry, 1, 640), holidays: parseHolidays()}
	for _, group := range lexiconText {
		for _, f := range strings.Fields(group.words) {
			e := entry{class: group.class}
			for f[len(f)-1] == '+' || f[len(f)-1] == '~' {
				if f[len(f)-1] == '+' {
					e.flags |= fPlural
				} else {
					e.flags |= fAbbr
				}
				f = f[:len(f)-1]
			}
			word, val, _ := strings.Cut(f, "=")
			n, _ := strconv.Atoi(val)
			e.word, e.val = word, int16(n)
			t.add(e)
		}
	}
	for k := len(t.holidays) - 1; k >= 0; k-- {
		if w := t.holidays[k].words[0]; k == 0 || t.holidays[k-1].words[0] != w {
			t.add(entry{word: w, class: cHoliday, val: int16(k)})
		}
	}
	return t
}

func (t *table) add(e entry) {
	h := uint32(hashSeed)
	for i := 0; i < len(e.word); i++ {
		h = (h ^ uint32(e.word[i])) * hashPrime
	}
	for k := mix(h); ; k = (k + 1) % tableSize {
		if t.slots[k] == 0 {
			t.slots[k] = uint16(len(t.entries))
			t.entries = append(t.entries, e)
			return
		}
		if old := &t.entries[t.slots[k]]; old.word == e.word {
			if old.class == cNth { // St. Patrick's Day
				old.val = e.val
			}
			return
		}
	}
}

func mix(h uint32) uint32 { return (h ^ h>>15) % tableSize }

// find looks up s in any case; h is the hash of its lower-case letters.
func (t *table) find(h uint32, s string) *entry {
	for k := mix(h); t.slots[k] != 0; k = (k + 1) % tableSize {
		if e := &t.entries[t.slots[k]]; len(e.word) == len(s) && equalFold(e.word, s) {
			return e
		}
	}
	return nil
}

// equalFold compares a lower-case word with a word of the same length; ASCII letters only.
func equalFold(lower, s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i]|0x20 != lower[i] || !isLetter(s[i]) {
			return false
		}
	}
	return true
}
