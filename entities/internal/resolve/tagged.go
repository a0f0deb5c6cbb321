package resolve

import (
	"strings"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/gazetteer"
)

// What was tagged as a name is not always one as it stands.
//
// A company that bears somebody's surname, or whose name looks like one, is easily taken for that person. Where the text
// writes it once with its legal form, "Halvorsen Semiconductor ASA", or with what it does, "Kestrel Robotics", all its
// mentions are those of a company, unless a person of that surname is named in full. Titles and letters are no part of a full name.

// companies relabels the surnames that stand before a legal form.
func (r *resolver) companies() {
	var surnames map[string]bool // keys
	var buf [96]byte
	ms, text := r.mentions, r.doc.Text
	kept := ms[:0]
	for i := 0; i < len(ms); i++ {
		m := ms[i]
		if m.Label == dateline.Org {
			if first, rest, ok := strings.Cut(plainSpaces(text[m.Start:m.End]), " "); ok && trade(rest) && len(first) > 3 {
				if surnames == nil {
					surnames = map[string]bool{}
				}
				surnames[string(gazetteer.AppendKey(buf[:0], first))] = true
			}
		}
		if end := r.legalFormAfter(m); end >= 0 {
			next := i + 1
			if next < len(ms) && ms[next].Start < end {
				next++ // the legal form, taken for a name
			}
			if next == i+1 || ms[i+1].End <= end && oneWord(text[ms[i+1].Start:end]) {
				if surnames == nil {
					surnames = map[string]bool{}
				}
				surnames[string(gazetteer.AppendKey(buf[:0], text[m.Start:m.End]))] = true
				m.End, m.Label, m.Rule = end, dateline.Org, ruleLegalForm
				i = next - 1
			}
		}
		kept = append(kept, m)
	}
	if r.mentions = kept; surnames != nil {
		r.relabel(surnames)
	}
}

// plainSpaces is a name with its no-break spaces plain.
func plainSpaces(name string) string { return strings.ReplaceAll(name, "\u00a0", " ") }

// trade reports whether a name ends in what companies do: of Kestrel Robotics.
func trade(rest string) bool {
	switch rest[strings.LastIndexByte(rest, ' ')+1:] {
	case "Robotics", "Motors", "Motor", "Systems", "Technologies", "Technology", "Pharmaceuticals", "Pharma", "Biotech", "Energy", "Airlines",
		"Airways", "Holdings", "Industries", "Foods", "Entertainment", "Insurance", "Capital", "Labs", "Laboratories", "Software", "Electronics",
		"Semiconductor", "Semiconductors", "Steel", "Oil", "Petroleum", "Chemicals", "Telecom", "Mobile", "Wireless", "Shipping", "Logistics",
		"Stores", "Supermarkets", "Aerospace", "Therapeutics", "Instruments", "Networks", "Interactive", "Games", "Studios":
		return true
	}
	return false
}

// relabel makes companies of the surnames with these keys that no person has who is named in full.
func (r *resolver) relabel(surnames map[string]bool) {
	var buf [96]byte
	for i := range r.mentions {
		if m := &r.mentions[i]; m.Label == dateline.Person {
			key := string(gazetteer.AppendKey(buf[:0], r.doc.Text[m.Start:m.End]))
			if at := strings.LastIndexByte(key, ' '); at >= 0 {
				delete(surnames, key[at+1:])
			}
		}
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; m.Label == dateline.Person && surnames[string(gazetteer.AppendKey(buf[:0], r.doc.Text[m.Start:m.End]))] {
			m.Label, m.Rule = dateline.Org, ruleShortForm
		}
	}
}

// legalFormAfter returns where the legal form ends that follows a person's one-word name after at most two words in
// capitals, with nothing but spaces between; -1 for none.
func (r *resolver) legalFormAfter(m dateline.Mention) int {
	text, pos := r.doc.Text, m.End
	if m.Label != dateline.Person || m.Form != dateline.FormName || !oneWord(text[m.Start:m.End]) {
		return -1
	}
	for range 3 {
		if strings.HasPrefix(text[pos:], "\u00a0") {
			pos++ // to its last byte
		} else if pos >= len(text) || text[pos] != ' ' {
			return -1
		}
		end := pos + 1
		for end < len(text) && letterOrDigit(text[end]) {
			end++
		}
		word := text[pos+1 : end]
		if len(word) < 2 || word[0] < 'A' || word[0] > 'Z' {
			return -1
		}
		switch word {
		case "Inc", "Corp", "Ltd", "Co":
			if end < len(text) && text[end] == '.' {
				end++
			}
			return end
		case "ASA", "AG", "PLC", "Plc", "GmbH", "LLC", "LLP", "NV", "AB", "Oyj", "SE", "Corporation", "Limited":
			return end
		}
		pos = end
	}
	return -1
}

func letterOrDigit(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' || b >= 0x80
}

// untitled takes abbreviated titles and letters off full names of people: "Cllr Ann Lee KC".
func (r *resolver) untitled() {
	text := r.doc.Text
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Label != dateline.Person || m.Form != dateline.FormName || m.Len() > 80 {
			continue
		}
		if first, rest, ok := strings.Cut(text[m.Start:m.End], " "); ok && abbreviatedTitle(first) && strings.Contains(rest, " ") {
			m.Start = m.End - len(rest)
		}
		name := text[m.Start:m.End]
		if at := strings.LastIndexByte(name, ' '); at > 0 && strings.Contains(name[:at], " ") && lettersAfter(name[at+1:]) {
			m.End = m.Start + len(strings.TrimRight(name[:at], ", "))
		}
	}
}

// demonyms makes people of a nation of the nouns tagged as persons that are never part of a fuller name: "the Scot
// shrugged".
func (r *resolver) demonyms() {
	text := r.doc.Text
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Label != dateline.Person || m.Form != dateline.FormName || m.Len() > 24 || m.Start < 4 || !oneWord(text[m.Start:m.End]) {
			continue
		}
		if the := text[m.Start-4 : m.Start]; (the == "the " || the == "The ") && gazetteer.Demonym(text[m.Start:m.End]) != "" {
			m.Label, m.Rule = dateline.Norp, ruleKnownName
		}
	}
}

// abbreviatedTitle reports whether w is a title that is no part of a name: "Cllr", "Sen.", "Sir".
func abbreviatedTitle(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Cllr", "Coun", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Capt", "Sgt", "Maj", "Rev", "Revd",
		"Sir", "Dame", "Engr", "Hon", "Insp", "Supt", "Det", "Adm", "Cmdr", "Brig", "Amb", "Atty", "Alhaji", "Shri", "Smt", "Datuk":
		return true
	}
	return false
}

// lettersAfter reports whether w are letters after a name that are no part of it.
func lettersAfter(w string) bool {
	switch w {
	case "KC", "QC", "MP", "MSP", "MLA", "MBE", "OBE", "CBE", "PhD", "MD", "Esq":
		return true
	}
	return false
}
