package segment

import "unicode/utf8"

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
	dotInner                 // like dotName, but not at the end of a line, where it is written without: Ltd
)

// abbreviation returns what the dot after word is, of which only the spelling is known.
func abbreviation(word string) dotKind {
	switch word {
	case "Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Cpl", "Pvt", "Pfc", "Spc", "Adm", "Brig", "Cmdr", "Cdr", "Comdr",
		"Ens", "Cmd", "Dr", "Drs", "Mr", "Mrs", "Ms", "Mx", "Messrs", "Mme", "Mlle", "Prof", "Rev", "Fr", "Msgr", "Hon",
		"Rt", "Supt", "Insp", "Det", "Atty", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Pres", "Amb", "Sec", "St",
		"Ste", "Sts", "Mt", "Ft", "Pt", "vs", "v", "cf", "e.g", "i.e", "viz", "ca", "approx", "Approx", "Bro", "Sr",
		"Asst", "Dep", "Ald", "Cllr", "Coun", "Hr", "Ing", "ft", "ext", "Engr", "Barr", "Adv", "Alh", "Smt", "Dy", "Addl", "Const",
		"Cst", "Sqn", "Flt", "Wg", "Ven", "Bp", "Commr", "Comm", "Jud", "CAPT", "LT", "COL", "MAJ", "SGT", "PROF", "HON", "REV", "DET", "MR", "MRS", "MS", "DR", "ST", "GEN", "SEN", "REP", "GOV":
		return dotTitle
	case "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues",
		"Wed", "Thu", "Thur", "Thurs", "Fri":
		return dotMonth
	case "Inc", "Corp", "Co", "Cos", "Bros", "Jr", "Jnr", "Snr", "Esq", "Ph.D", "Ave", "Blvd", "Rd", "Hwy", "Dept",
		"Univ", "Assn", "Assoc", "Intl", "Ariz", "Calif", "Colo", "Conn", "Fla", "Ga", "Kan", "Ky", "Md", "Mich",
		"Minn", "Mo", "Mont", "Neb", "Nev", "Okla", "Ont", "Penn", "Tenn", "Tex", "Va", "Vt", "Wis", "Wyo", "Alta",
		"Sask", "Que", "INC", "CORP", "JR":
		return dotName
	case "etc", "al", "est", "Est":
		return dotTime
	case "No", "no", "Nos", "nos", "Nr", "nr", "Fig", "fig", "Vol", "vol", "p", "pp", "Art", "art", "para", "Ch", "Op",
		"c", "Sat", "Sun":
		return dotNumber
	case "Ala", "Ark", "Del", "Ill", "Ind", "La", "Mass", "Miss", "Ore", "Pa", "Wash", "Man", "Me":
		return dotAfter
	case "Ltd", "Pty", "plc", "Plc", "LTD":
		return dotInner
	}
	return dotStop
}

// dot returns what the dot at i is, which follows the word text[start:i]; acronym says that the word has dots within.
func (s *splitter) dot(start, i int, acronym bool) dotKind {
	word := s.text[start:i]
	if len(word) > 6 && !acronym {
		return dotStop
	}
	if i+1 < s.end && s.text[i+1] == '.' && (!acronym || i+2 < s.end && s.text[i+2] == '.') {
		return dotStop // the first of an ellipsis; but "D.C.." ends twice
	}
	switch kind := abbreviation(word); kind {
	case dotStop:
	case dotNumber:
		if next, _ := s.class(s.skipSpace(i + 1)); next != classDigit {
			return dotStop
		}
		return dotTitle
	case dotAfter:
		if n := len(s.tokens); n == s.first || !afterComma(s.text[s.tokens[n-1].Start]) {
			return dotStop
		}
		return dotName
	case dotInner:
		if next, _ := s.class(s.skipSpace(i + 1)); next == classBreak || next == classSpace {
			return dotStop
		}
		return dotName
	default:
		return kind
	}
	switch c, n := s.class(start); {
	case acronym && clockDot(word):
		return dotTime
	case acronym:
		return dotName
	case c == classUpper && start+n == i && s.initial(i+1):
		return dotTitle
	}
	return dotStop
}

// afterComma reports whether a mark that begins with b goes before the short name of a state: "(D-Mass.)".
func afterComma(b byte) bool { return b == ',' || b == '(' || b == '-' }

// clockDot reports whether word is a.m or p.m.
func clockDot(word string) bool {
	return len(word) == 3 && word[1] == '.' && word[2]|0x20 == 'm' && (word[0]|0x20 == 'a' || word[0]|0x20 == 'p')
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

// wordDot returns what the dot at the end of token is, as far as its spelling tells.
func wordDot(token string) dotKind {
	word := token[:len(token)-1]
	switch kind := abbreviation(word); {
	case kind == dotNumber:
		return dotTitle
	case kind == dotAfter, kind == dotInner:
		return dotName
	case kind != dotStop:
		return kind
	case clockDot(word):
		return dotTime
	case utf8.RuneCountInString(word) == 1:
		return dotTitle
	}
	return dotName
}

// opens reports whether word is one with a capital that hardly ever follows an abbreviation within a sentence.
func opens(word string) bool {
	switch word {
	case "A", "About", "According", "After", "All", "Also", "Although", "Among", "An", "And", "Another", "Any", "Are",
		"As", "At", "Because", "Before", "Between", "Both", "But", "By", "Can", "Could", "Despite", "Did", "Do", "Does",
		"During", "Each", "Earlier", "Even", "Every", "Few", "For", "From", "Had", "Has", "Have", "He", "Her", "Here",
		"His", "How", "However", "I", "If", "In", "Instead", "Is", "It", "Its", "Just", "Last", "Later", "Many",
		"Meanwhile", "More", "Most", "My", "Nearly", "No", "None", "Not", "Nor", "Now", "Of", "On", "Once", "One",
		"Only", "Or", "Other", "Others", "Our", "Over", "Police", "She", "Should", "Since", "So", "Some", "Still",
		"Such", "Than", "That", "The", "Their", "Then", "There", "These", "They", "This", "Those", "Though", "Three",
		"Through", "Thus", "To", "Today", "Two", "Under", "Until", "Was", "We", "Were", "What", "When", "Where",
		"Whether", "Which", "While", "Who", "Why", "Will", "With", "Without", "Would", "Yet", "You", "Your":
		return true
	}
	return false
}

// clock reports whether word follows a.m. and p.m. with a capital within a sentence.
func clock(word string) bool {
	switch word {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
		"April", "May", "June", "July", "August", "September", "October", "November", "December", "Jan.", "Feb.",
		"Aug.", "Sept.", "Oct.", "Nov.", "Dec.", "EST", "EDT", "ET", "PT", "PST", "PDT", "CST", "CDT", "CT", "MST",
		"MDT", "GMT", "UTC", "BST", "CET", "CEST", "IST", "AEST", "AEDT", "Eastern", "Pacific", "Central", "Mountain",
		"Greenwich", "Mon.", "Tue.", "Tues.", "Wed.", "Thurs.", "Fri.", "Sat", "Sun":
		return true
	}
	return false
}
