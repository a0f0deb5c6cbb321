package segment

// A dotKind says what a dot after a word is.
type dotKind uint8

const (
	dotStop   dotKind = iota // a full stop: a token of its own
	dotTitle                 // part of a word that goes before a name or number: never ends a sentence within a line
	dotMonth                 // part of a month or day: ends one before a word that opens sentences
	dotName                  // part of a word that ends a name (Inc., Ariz., U.S.): ends one before a word that opens sentences
	dotTime                  // part of a.m., etc.: ends one before a capital that is no day, month or zone
	dotNumber                // part of the word only before a number: No. 5, p. 12
	dotAfter                 // like dotName, but a word too (Mass., Wash.): only after a comma or bracket
)

// abbreviations are the words that keep their dot, as they are written, without it.
var abbreviations = func() map[string]dotKind {
	m := make(map[string]dotKind, 256)
	for _, l := range []struct {
		kind  dotKind
		words []string
	}{
		{dotTitle, titleWords}, {dotMonth, monthWords}, {dotName, nameWords},
		{dotTime, timeWords}, {dotNumber, numberWords}, {dotAfter, afterWords},
	} {
		for _, w := range l.words {
			m[w] = l.kind
		}
	}
	return m
}()

var titleWords = []string{
	"Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Cpl", "Pvt", "Pfc", "Spc", "Adm", "Brig", "Cmdr", "Cdr", "Comdr", "Ens", "Cmd",
	"Dr", "Drs", "Mr", "Mrs", "Ms", "Mx", "Messrs", "Mme", "Mlle", "Prof", "Rev", "Fr", "Msgr", "Hon", "Rt", "Supt", "Insp",
	"Det", "Atty", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Pres", "Amb", "Sec", "St", "Ste", "Sts", "Mt", "Ft", "Pt",
	"vs", "v", "cf", "e.g", "i.e", "viz", "ca", "approx", "Approx", "Bro", "Sr", "Asst", "Dep", "Ald", "Cllr", "Hr", "Ing",
}

var monthWords = []string{
	"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec",
	"Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri",
}

var nameWords = []string{
	"Inc", "Corp", "Ltd", "Co", "Cos", "Bros", "Pty", "Pvt", "Plc", "plc", "Jr", "Jnr", "Snr", "Esq", "Ph.D", "Ave", "Blvd", "Rd",
	"Hwy", "Dept", "Univ", "Assn", "Assoc", "Intl", "Ariz", "Calif", "Colo", "Conn", "Fla", "Ga", "Kan", "Ky", "Md", "Mich",
	"Minn", "Mo", "Mont", "Neb", "Nev", "Okla", "Ont", "Penn", "Tenn", "Tex", "Va", "Vt", "Wis", "Wyo", "Alta", "Sask", "Que",
}

var timeWords = []string{"etc", "al", "est", "Est"}

var numberWords = []string{
	"No", "no", "Nos", "nos", "Nr", "nr", "Fig", "fig", "Vol", "vol", "p", "pp", "Art", "art", "para", "Sec", "Ch", "Op", "c", "Sat", "Sun",
}

var afterWords = []string{"Ala", "Ark", "Del", "Ill", "Ind", "La", "Mass", "Miss", "Ore", "Pa", "Wash", "Man", "Me", "Man"}

// dot returns what the dot at i is that follows the word text[start:i], of which initial says that it is a single letter and
// acronym that it has dots within.
func (s *splitter) dot(start, i int, acronym bool) dotKind {
	if i+1 < s.end && s.text[i+1] == '.' {
		return dotStop // the first of an ellipsis
	}
	word := s.text[start:i]
	if len(word) > 6 && !acronym {
		return dotStop
	}
	if kind, ok := abbreviations[word]; ok {
		switch kind {
		case dotNumber:
			if next, _ := s.class(s.skipSpace(i + 1)); next != classDigit {
				return dotStop
			}
			return dotTitle
		case dotAfter:
			if n := len(s.tokens); n == s.first || s.text[s.tokens[n-1].Start] != ',' && s.text[s.tokens[n-1].Start] != '(' && s.text[s.tokens[n-1].Start] != '-' {
				return dotStop
			}
			return dotName
		}
		return kind
	}
	if acronym {
		if c := word[0]; c == 'a' || c == 'p' || c == 'A' || c == 'P' {
			if d := word[len(word)-1]; len(word) == 3 && (d == 'm' || d == 'M') {
				return dotTime
			}
		}
		return dotName
	}
	if c, n := s.class(start); c == classUpper && start+n == i && s.initial(i+1) {
		return dotTitle
	}
	return dotStop
}

// initial reports whether the text from i, after a single capital and a dot, goes on as it does after an initial.
func (s *splitter) initial(i int) bool {
	c, _ := s.class(i)
	if c == classUpper {
		return true
	}
	j := s.skipSpace(i)
	c, _ = s.class(j)
	return j > i && c == classUpper || c == classMark && s.text[i] == '-'
}

// skipSpace returns the position of the first character at or after i that is no space within the line.
func (s *splitter) skipSpace(i int) int {
	for {
		c, n := s.class(i)
		if n == 0 || c != classSpace {
			return i
		}
		i += n
	}
}

// openers are words with a capital that hardly ever follow an abbreviation within a sentence.
var openers = func() map[string]bool {
	m := make(map[string]bool, 128)
	for _, w := range []string{
		"A", "About", "According", "After", "All", "Also", "Although", "Among", "An", "And", "Another", "Any", "Are", "As", "At",
		"Because", "Before", "Between", "Both", "But", "By", "Can", "Could", "Despite", "Did", "Do", "Does", "During", "Each",
		"Earlier", "Even", "Every", "Few", "For", "From", "Had", "Has", "Have", "He", "Her", "Here", "His", "How", "However", "I",
		"If", "In", "Instead", "Is", "It", "Its", "Just", "Last", "Later", "Many", "Meanwhile", "More", "Most", "My", "Nearly",
		"No", "None", "Not", "Nor", "Now", "Of", "On", "Once", "One", "Only", "Or", "Other", "Others", "Our", "Over", "Police",
		"She", "Should", "Since", "So", "Some", "Still", "Such", "Than", "That", "The", "Their", "Then", "There", "These", "They",
		"This", "Those", "Though", "Three", "Through", "Thus", "To", "Today", "Two", "Under", "Until", "Was", "We", "Were", "What",
		"When", "Where", "Whether", "Which", "While", "Who", "Why", "Will", "With", "Without", "Would", "Yet", "You", "Your",
	} {
		m[w] = true
	}
	return m
}()

// clock words follow a.m. and p.m. with a capital within a sentence.
var clock = map[string]bool{
	"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true,
	"January": true, "February": true, "March": true, "April": true, "May": true, "June": true, "July": true, "August": true,
	"September": true, "October": true, "November": true, "December": true, "Jan.": true, "Feb.": true, "Aug.": true,
	"Sept.": true, "Oct.": true, "Nov.": true, "Dec.": true, "EST": true, "EDT": true, "ET": true, "PT": true, "PST": true,
	"PDT": true, "CST": true, "CDT": true, "CT": true, "MST": true, "MDT": true, "GMT": true, "UTC": true, "BST": true, "CET": true,
	"CEST": true, "IST": true, "AEST": true, "AEDT": true, "Eastern": true, "Pacific": true, "Central": true, "Mountain": true,
	"Greenwich": true, "Mon.": true, "Tue.": true, "Tues.": true, "Wed.": true, "Thurs.": true, "Fri.": true, "Sat": true, "Sun": true,
}
