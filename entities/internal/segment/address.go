package segment

import (
	"strings"
	"unicode/utf8"
)

// maxLocal is the longest local part of an e-mail address, in bytes.
const maxLocal = 64

// address returns the end of the web or e-mail address at i, i if there is none.
func (s *splitter) address(i int) int {
	switch s.text[i] {
	case 'h', 'H', 'w', 'W':
		rest := s.text[i:s.end]
		if prefixFold(rest, "http://") || prefixFold(rest, "https://") || prefixFold(rest, "www.") {
			if j := s.trim(i, s.unbroken(i)); j > i+len("www.") {
				return j
			}
		}
	}
	if s.at-i > maxLocal || s.at == s.end || s.at == i {
		return i
	}
	for _, b := range []byte(s.text[i:s.at]) {
		if b >= utf8.RuneSelf || !classes[b].word() && strings.IndexByte("._%+-", b) < 0 {
			return i
		}
	}
	j := s.at + 1
	for j < s.end && s.text[j] < utf8.RuneSelf && (classes[s.text[j]].word() || s.text[j] == '.' || s.text[j] == '-') {
		j++
	}
	j = s.trim(s.at+1, j)
	if strings.IndexByte(s.text[s.at+1:j], '.') < 1 {
		return i
	}
	return j
}

// unbroken returns the end of the characters at i that may be part of a web address.
func (s *splitter) unbroken(i int) int {
	for i < s.end {
		if b := s.text[i]; b < utf8.RuneSelf {
			if b <= ' ' || strings.IndexByte("\"<>{}|\\^`", b) >= 0 {
				return i
			}
			i++
			continue
		}
		c, n := s.class(i)
		if !c.word() {
			return i
		}
		i += n
	}
	return i
}

// trim returns end less the punctuation at the end of text[start:end].
func (s *splitter) trim(start, end int) int {
	open := strings.Count(s.text[start:end], "(") - strings.Count(s.text[start:end], ")")
	for end > start && strings.IndexByte(".,;:!?'\"])*-", s.text[end-1]) >= 0 {
		if s.text[end-1] == ')' {
			if open >= 0 {
				break // the end of a bracket within, as in encyclopedia addresses
			}
			open++
		}
		end--
	}
	return end
}

// domain reports whether word ends like the name of a host.
func domain(word string) bool {
	switch word[strings.LastIndexByte(word, '.')+1:] {
	case "com", "org", "net", "gov", "edu", "uk", "ca", "au", "nz", "ie", "in", "za", "eu", "de", "fr", "io", "tv", "info", "int", "mil", "ly", "me", "news":
		return true
	}
	return false
}

func prefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
