package resolve

import (
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// linkPlaces clusters places: countries by code, then names with and without a common noun ("Abaco", "Abaco Islands").
func (r *resolver) linkPlaces() {
	for _, n := range r.byLength(dateline.Place) {
		if r.joinDefined(n) {
			continue
		}
		name := &r.names[n]
		if code := gazetteer.Country(name.text); code != "" {
			h := hash(keyCountry, code)
			if k := r.index.first(h); k >= 0 {
				r.join(n, r.index.links[k].id, ruleCountry)
				continue
			}
			c := r.found(n)
			r.index.push(h, c)
			r.clusters[c].country = code
			continue
		}
		head := name.words[len(name.words)-1]
		if c := r.index.only(hash(keyPlace, name.words...)); c >= 0 {
			r.join(n, c, ruleShortForm)
			continue
		}
		if len(name.words) > 1 {
			if c := r.index.only(hash(keyPlace, "<", name.words[0], head)); c >= 0 && inOrder(name.words, r.names[r.clusters[c].main].words) {
				r.join(n, c, ruleShortForm)
				continue
			}
			if c := r.index.only(hash(keyPlace, ">", name.words[len(name.words)-2], head)); c >= 0 && inOrder(name.words, r.names[r.clusters[c].main].words) {
				r.join(n, c, ruleShortForm)
				continue
			}
		}
		if name.acronym {
			if c := r.index.only(hash(labelled(keyAcronym, dateline.Place), name.key)); c >= 0 {
				r.join(n, c, ruleAcronym)
				continue
			}
		}
		if len(name.words) == 1 && placeHeads[head] {
			if c := r.index.only(hash(keyHead, head)); c >= 0 {
				r.join(n, c, ruleHeadNoun)
				continue
			}
		}
		r.indexPlace(name.words, head, r.found(n))
	}
}

func (r *resolver) indexPlace(words []string, head string, c int32) {
	if len(words) == 1 {
		return
	}
	if head == "dc" {
		r.index.push(hash(keyPlace, head), c) // Washington, D.C.
	}
	if core := placeCore(words); len(core) < len(words) && !named(core, head) {
		r.index.push(hash(keyPlace, core...), c)
	}
	if placeHeads[head] && len(words) > 2 {
		r.index.push(hash(keyPlace, "<", words[0], head), c)
		r.index.push(hash(keyPlace, ">", words[len(words)-2], head), c)
	}
	if placeHeads[head] {
		r.index.push(hash(keyHead, head), c)
	}
	initialForms(words, func(s []byte) { r.index.push(hash(labelled(keyAcronym, dateline.Place), string(s)), c) })
}

// named reports whether a facility, or a university that is called a state, has its name from a town or state, which it
// is not: Oxford Street, Ohio State.
func named(core []string, head string) bool {
	switch head {
	case "state", "airport", "bridge", "park", "square", "stadium", "prison", "plant", "station", "museum", "theatre",
		"theater", "arena", "street", "road", "avenue", "lane", "boulevard":
	default:
		return false
	}
	taken := false
	gazetteer.Places(strings.Join(core, " "), func(p gazetteer.Place) bool {
		switch {
		case head == "state":
			taken = p.Kind == gazetteer.KindState && p.Country == "US" && !p.Alt && core[0] != "washington" && core[0] != "new"
		case p.Kind == gazetteer.KindQuarter, p.Alt:
		default:
			taken = p.Kind == gazetteer.KindCountry || p.Kind == gazetteer.KindState || p.Kind.Settlement() && p.Size >= 40
		}
		return !taken
	})
	return taken
}

// placeHeads are common nouns at the end of names of places.
var placeHeads = map[string]bool{
	"city": true, "island": true, "islands": true, "airport": true, "hall": true, "river": true, "bridge": true,
	"park": true, "square": true,
	"mountains": true, "valley": true, "bay": true, "lake": true, "desert": true, "peninsula": true,
	"archipelago": true, "stadium": true,
	"tower": true, "palace": true, "prison": true, "plant": true, "dam": true, "station": true, "base": true,
	"village": true, "port": true, "plaza": true,
	"county": true, "region": true, "prefecture": true, "strip": true, "province": true, "oblast": true,
	"ocean": true, "sea": true, "governorate": true,
	"state": true, "district": true, "reactor": true, "nuclear": true, "forum": true, "airbase": true,
	"parish": true, "division": true,
	"street": true, "road": true, "avenue": true, "lane": true, "boulevard": true,
	"museum": true, "theatre": true, "theater": true, "castle": true, "arena": true,
}

// placeCore drops the common nouns from the end of a place's name.
func placeCore(words []string) []string {
	w := words
	if len(w) > 1 && (w[0] == "river" || w[0] == "lake" || w[0] == "mount") {
		w = w[1:]
	}
	for len(w) > 1 && (placeHeads[w[len(w)-1]] || w[len(w)-1] == "international" || w[len(w)-1] == "power" || w[len(w)-1] == "dc") {
		w = w[:len(w)-1]
	}
	return w
}

// linkNorps clusters nationalities and other groups with their forms: Iraqi and Iraqis, Dane and Danish, Republican
// and Republicans.
func (r *resolver) linkNorps() {
	for i := range r.names {
		name := &r.names[i]
		if name.label != dateline.Norp {
			continue
		}
		code := gazetteer.Demonym(name.text)
		h := hash(keyNorp, norpStem(name.key, code))
		if k := r.index.first(h); k >= 0 {
			r.join(int32(i), r.index.links[k].id, ruleDemonym)
			continue
		}
		c := r.found(int32(i))
		r.index.push(h, c)
		r.clusters[c].country = code
	}
}

// norpStem is equal for the forms of one group. Nationalities of one country are one group when they begin alike:
// Spanish and Spaniard, but not Scottish and Welsh.
func norpStem(key, code string) string {
	if s, ok := irregularGroups[key]; ok {
		return s
	}
	if code != "" {
		last := strings.LastIndexByte(key, ' ') + 1
		return code + key[:min(len(key), last+3)]
	}
	return strings.TrimSuffix(key, "s")
}

// irregularGroups are groups that are no nation of one country and whose noun and adjective differ.
var irregularGroups = map[string]string{
	"kurds": "kurd", "kurd": "kurd", "kurdish": "kurd", "jew": "jew", "jews": "jew", "jewish": "jew",
	"muslim": "muslim", "muslims": "muslim",
	"moslem": "muslim", "moslems": "muslim", "islamic": "islamic", "arab": "arab", "arabs": "arab",
	"arabic": "arab", "arabian": "arab",
	"european": "european", "europeans": "european", "shia": "shia", "shiite": "shia", "shiites": "shia",
	"shias": "shia", "shi'ite": "shia",
	"sunni": "sunni", "sunnis": "sunni", "catholic": "catholic", "catholics": "catholic",
	"roman catholic": "catholic",
	"slav":           "slav", "slavs": "slav", "slavic": "slav", "yazidi": "yazidi", "yazidis": "yazidi",
	"yezidi": "yazidi", "yezidis": "yazidi",
	"uyghur": "uyghur", "uyghurs": "uyghur", "uighur": "uyghur", "uighurs": "uyghur", "tory": "tory",
	"tories": "tory", "nazi": "nazi", "nazis": "nazi",
	"roma": "roma", "romani": "roma", "english": "english", "englishman": "english", "englishmen": "english",
	"scot": "scot", "scots": "scot",
	"scottish": "scot", "scotsman": "scot", "welsh": "welsh", "welshman": "welsh", "philippine": "PHfil",
	"hindu": "hindu", "hindus": "hindu",
	"democrat": "democrat", "democrats": "democrat", "democratic": "democrat", "republican": "republican",
	"republicans": "republican",
}
