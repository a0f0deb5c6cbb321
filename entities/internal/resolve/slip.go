package resolve

// Slips of the pen: words one letter apart. If one letter is put in, left out, replaced or exchanged with its
// neighbour, then either the first or the second half of the word stays as it was. So each word is found by its
// halves, and what is found is compared: the cost does not depend on the number of other words.

// addSlip indexes a word of name n. label keeps the words of different labels apart.
func (r *resolver) addSlip(label byte, word string, n int32) {
	k := len(word) / 2
	r.index.push(hash(keySlip+label<<4, "<", word[:k]), n)
	r.index.push(hash(keySlip+label<<4, ">", word[len(word)-k:]), n)
}

// near calls yield with the names that may have a word one letter from word. A name may come several times.
func (r *resolver) near(label byte, word string, yield func(int32)) {
	for k := max(1, (len(word)-2)/2); k <= (len(word)+1)/2; k++ {
		r.index.all(hash(keySlip+label<<4, "<", word[:k]), yield)
		r.index.all(hash(keySlip+label<<4, ">", word[len(word)-k:]), yield)
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

// genderSlip reports whether the one letter by which a and b differ is a final vowel, as in Paul and Paula, Mario and
// Maria: then they are two names, not a slip.
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
