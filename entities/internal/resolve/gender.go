package resolve

import (
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// sure is how many votes make a gender that nothing else overrules: a title, or several pronouns.
const sure = 4

// genders gives people their gender: from titles, given names, and pronouns that follow the only person of a sentence.
func (r *resolver) genders() {
	for i := range r.clusters {
		c := &r.clusters[i]
		if c.label != dateline.Person {
			continue
		}
		if c.gender != 0 {
			c.votes[c.gender] += sure
		}
		r.givenVotes(c)
	}
	for i := range r.mentions {
		if c := r.cluster[i]; c >= 0 && r.clusters[c].label == dateline.Person {
			if g := r.titleBefore(i); g != 0 {
				r.clusters[c].votes[g] += 3
			}
		}
	}
	for i := range r.roles {
		a := &r.roles[i]
		if g := nounGender(a.key[strings.LastIndexByte(a.key, ' ')+1:]); g != 0 {
			r.clusters[a.person].votes[g] += 3
		}
	}
	r.pronounVotes()
	for i := range r.clusters {
		r.clusters[i].gender = majority(r.clusters[i].votes)
	}
}

func majority(v [3]int32) dateline.Gender {
	switch {
	case v[dateline.Female] > v[dateline.Male]:
		return dateline.Female
	case v[dateline.Male] > v[dateline.Female]:
		return dateline.Male
	}
	return dateline.GenderUnknown
}

// givenVotes counts what the first names say: three votes for a name that several sources know, else one.
func (r *resolver) givenVotes(c *cluster) {
	name := &r.names[c.main]
	if len(name.words) < 2 && !gazetteerKnows(name.words[0]) {
		return
	}
	words := name.words[:max(1, len(name.words)-1)]
	if len(name.words) > 1 && surnameFirst(name.words[0]) {
		return // the given name comes last, and says little in Latin letters
	}
	for _, w := range words {
		g, known, strong := gazetteer.Given(w)
		if !known {
			continue
		}
		if g != 0 {
			c.votes[g]++
			if strong {
				c.votes[g] += 2
			}
		}
		return
	}
}

// surnameFirst reports whether w is a Chinese, Korean or Vietnamese surname, after which the given name comes.
func surnameFirst(w string) bool {
	switch w {
	case "xi", "li", "wang", "zhang", "liu", "chen", "yang", "zhao", "huang", "zhou", "wu", "xu", "sun", "ma",
		"zhu", "hu", "guo", "lin", "luo", "zheng", "liang", "xie",
		"song", "tang", "han", "feng", "deng", "cao", "peng", "zeng", "xiao", "tian", "dong", "yuan", "pan",
		"yu", "jiang", "cai", "du", "ye", "cheng", "su", "wei", "lu",
		"ding", "ren", "shen", "yao", "hou", "fan", "jin", "tan", "wen", "bo", "kim", "park", "pak", "choi",
		"jung", "jeong", "kang", "cho", "yoon", "moon", "jang", "lim",
		"shin", "seo", "kwon", "hwang", "ahn", "ban", "roh", "nguyen", "tran", "le", "pham", "hoang", "phan",
		"vu", "vo", "dang", "bui", "ngo", "duong", "ly", "tsai", "tsang",
		"leung", "cheung", "wong", "chan", "lam", "ng", "kwok", "yip", "chow", "lau":
		return true
	}
	return false
}

// gazetteerKnows reports whether a lone name is a well-known given name.
func gazetteerKnows(w string) bool {
	_, known, strong := gazetteer.Given(w)
	return known && strong
}

// titleBefore is the gender of a title or noun right before mention m: "Mrs.", "spokeswoman", "actress", "his wife,".
func (r *resolver) titleBefore(m int) dateline.Gender {
	t := int(r.token[m])
	for back := 1; back <= 2 && t-back >= 0; back++ {
		w := r.lower(t - back)
		if w == "," && back == 1 {
			continue
		}
		return nounGender(w)
	}
	return dateline.GenderUnknown
}

// nounGender is the gender of a noun for people.
func nounGender(w string) dateline.Gender {
	switch w {
	case "mrs", "mrs.", "ms", "ms.", "miss", "madam", "dame", "lady", "queen", "princess", "duchess", "wife",
		"widow", "mother", "daughter", "sister",
		"actress", "spokeswoman", "chairwoman", "congresswoman", "businesswoman", "policewoman", "councilwoman",
		"girlfriend", "aunt", "niece",
		"grandmother", "waitress", "heiress", "saleswoman", "woman", "girl", "stepmother", "granddaughter",
		"baroness", "assemblywoman", "nun", "actresses":
		return dateline.Female
	case "mr", "mr.", "sir", "king", "prince", "emperor", "husband", "widower", "father", "son", "brother",
		"spokesman", "chairman", "congressman",
		"businessman", "policeman", "councilman", "boyfriend", "uncle", "nephew", "grandfather", "salesman",
		"man", "boy", "gunman", "stepfather",
		"grandson", "baron", "assemblyman", "imam", "pope", "sultan", "sheikh", "cleric", "clergyman",
		"alderman", "fisherman", "monk":
		return dateline.Male
	}
	return dateline.GenderUnknown
}

// pronounVotes counts pronouns outside quotations in sentences that name one person only, before the pronoun.
func (r *resolver) pronounVotes() {
	m := 0
	for _, s := range r.doc.Sentences {
		for m < len(r.mentions) && r.mentions[m].Start < s.Start {
			m++
		}
		only, at := r.onlyPerson(m, s.End)
		if only < 0 {
			continue
		}
		for t := at + 1; t < s.Limit && t < at+30; t++ {
			if w := r.doc.Tokens[t]; isQuote(r.doc.Text[w.Start:w.End]) {
				break
			}
			if g, kind := personal(r.lower(t)); g != 0 {
				if v := &r.clusters[only].votes; kind == subjective || v[dateline.Female] == v[dateline.Male] {
					v[g]++
				}
				break
			}
		}
	}
}

// onlyPerson returns the only person named from mention m up to end and the first token of that mention; -1 if there
// is none or several.
func (r *resolver) onlyPerson(m int, end int) (only int32, at int) {
	only = -1
	for ; m < len(r.mentions) && r.mentions[m].Start < end; m++ {
		c := r.cluster[m]
		if c < 0 || r.clusters[c].label != dateline.Person {
			continue
		}
		if only >= 0 && only != c {
			return -1, 0
		}
		if only < 0 {
			only, at = c, int(r.token[m])
		}
	}
	return only, at
}
