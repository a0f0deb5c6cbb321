package cue

import "strings"

// A Frame tells what a verb may govern.
type Frame uint16

// The frames.
const (
	Clause    Frame = 1 << iota // X said (that) it rains; X asked whether it rains
	Addressee                   // X told Y (that) it rains
	Infinite                    // X vowed to stay
	Order                       // X urged Y to stay
	As                          // X described it as a storm
	Name                        // X called it a storm
	Thought                     // X thinks that it rains: no speech
	Listen                      // X heard that it rains: no speech of X
	Notion                      // X announced a plan, X criticized Y: the object is what was said
	NoObject                    // never with an addressee or an object: X said
	Bare                        // the clause needs no "that"
)

var frameWords = []struct {
	frame Frame
	words string
}{
	{Clause, "say comment claim argue warn note declare explain insist admit acknowledge confirm deny suggest stress report state " +
		"announce allege assert maintain contend " +
		"conclude concede caution complain recall remark observe reveal disclose testify vow pledge promise emphasize emphasise " +
		"reiterate joke lament boast muse opine " +
		"proclaim affirm attest tweet write reply respond add estimate predict charge indicate imply hint speculate theorize " +
		"theorise agree swear propose recommend demand " +
		"request project forecast rule find determine reckon signal clarify repeat counter quip exclaim shout ask wonder question " +
		"inquire mention relay confess specify reaffirm " +
		"reassert reconfirm underline underscore highlight blog stipulate insinuate intimate surmise posit postulate certify " +
		"verify prophesy foretell divulge rumor rumour " +
		"advise assure reassure remind notify inform tell order urge direct instruct decide plead remonstrate bemoan volunteer " +
		"venture submit text tip broadcast read show post share point_out make_clear spell_out " +
		"calculate deduce reason concur rejoin retort guarantee deem"},
	{Addressee, "tell inform warn advise assure reassure remind notify ask promise brief alert text caution email message"},
	{Infinite, "pledge vow promise agree propose offer threaten refuse swear claim ask demand request volunteer order recommend plead beg"},
	{Order, "ask urge advise order instruct tell warn encourage call_on request direct invite implore beg beseech command remind " +
		"challenge caution enjoin recommend exhort"},
	{As, "liken describe characterize characterise label brand portray depict denounce condemn dismiss refer_to deride decry hail " +
		"laud praise criticize criticise cite identify list slam blast mock reject tout credit ridicule lambaste attack " +
		"justify name"},
	{Name, "call label dub brand term deem pronounce"},
	{Thought, "believe think expect hope fear feel worry regret doubt guess figure suspect assume presume consider suppose imagine " +
		"know understand mean see like wish mind resolve record decide agree"},
	{Listen, "learn hear gather discover"},
	{Notion, "credit attribute ascribe justify announce deny condemn criticize criticise denounce praise propose blame accuse cite " +
		"outline detail call_for speak_of talk_of demand reject dismiss defend request recommend urge express confess describe"},
	{Bare, "say comment claim argue warn note declare explain insist admit acknowledge confirm deny suggest report state announce " +
		"allege assert maintain contend conclude concede caution " +
		"complain recall reveal disclose testify vow promise emphasize emphasise reiterate joke tweet write reply respond add " +
		"estimate predict indicate imply rule find determine agree clarify " +
		"speculate tell inform advise assure remind project forecast stress demand request recommend urge order propose decide " +
		"lament remark hint signal ask point_out counter confess quip " +
		"shout swear affirm attest proclaim boast muse opine reaffirm repeat exclaim specify verify stipulate intimate insinuate " +
		"underline underscore observe calculate reason"},
	{NoObject, "say reply respond add remark quip exclaim retort muse opine"},
}

// frames returns the frames by lemma.
func frames() map[string]Frame {
	m := map[string]Frame{}
	for _, f := range frameWords {
		for _, w := range strings.Fields(f.words) {
			m[strings.ReplaceAll(w, "_", " ")] |= f.frame
		}
	}
	return m
}
