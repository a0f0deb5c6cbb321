package resolve

import "unicode/utf8"

// Slips of the pen: names one letter apart. They are found through an index of what is left of a word when one letter is taken out:
// two words at edit distance one have such a remainder in common. So the cost is the length of the words, not the number of pairs.

// slipIndex maps the remainders of words to names.
type slipIndex map[string][]int32

const maxSlipBucket = 16

func (x slipIndex) add(word string, name int32) {
	remainders(word, func(s string) {
		if b := x[s]; len(b) < maxSlipBucket && (len(b) == 0 || b[len(b)-1] != name) {
			x[s] = append(b, name)
		}
	})
}

// near calls yield with each indexed name that may be one letter from word. A name may come several times.
func (x slipIndex) near(word string, yield func(int32)) {
	remainders(word, func(s string) {
		for _, n := range x[s] {
			yield(n)
		}
	})
}

// remainders calls yield with word and with word less one letter. Words beyond 40 bytes are not looked at.
func remainders(word string, yield func(string)) {
	if len(word) > 40 {
		return
	}
	yield(word)
	for i := 0; i < len(word); {
		_, n := utf8.DecodeRuneInString(word[i:])
		yield(word[:i] + word[i+n:])
		i += n
	}
}

// oneSlip reports whether a becomes b by one insertion, deletion, substitution or exchange of neighbours, in bytes.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// genderSlip reports whether the one letter by which a and b differ is a final vowel, as in Paul and Paula, Mario and Maria: then they are
// two names, not a slip.
func genderSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == "" || !finalVowel(b) {
		return false
	}
	if len(a)+1 == len(b) {
		return b[:len(a)] == a
	}
	return len(a) == len(b) && a[:len(a)-1] == b[:len(b)-1]
}

func finalVowel(s string) bool {
	switch s[len(s)-1] {
	case 'a', 'e', 'i', 'o':
		return true
	}
	return false
}
