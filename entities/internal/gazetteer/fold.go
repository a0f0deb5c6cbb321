package gazetteer

import "unicode/utf8"

// Keys. Every list is looked up by key: lower case, Latin letters without their marks (é, Ł, ự are e, l, u), no full
// stops or apostrophes, one space for any run of spaces, hyphens and dashes. "Saint" is "st" and a leading "the" is
// dropped, so that "St. Petersburg" and "Saint Petersburg" are one key. Letters of other scripts stay as they are.

// latin1 holds the base letter of U+00C0 to U+024F, latin2 of U+1E00 to U+1EFF; '.' where there is none.
const (
	latin1 = "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeeggggggggh" +
		"hhhiiiiiiiiii..jjkkkllllll..llnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs............" +
		"...e..f.............oo.............uu............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j..." +
		"gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................"
	latin2 = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssss" +
		"ssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooo" +
		"oooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"
)

// foldRune returns the base letter of r in lower case, r itself outside the Latin script, and 0 for a combining mark.
func foldRune(r rune) rune {
	switch {
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case 0xC0 <= r && r <= 0x24F:
		if b := latin1[r-0xC0]; b != '.' {
			return rune(b)
		}
	case 0x1E00 <= r && r <= 0x1EFF:
		if b := latin2[r-0x1E00]; b != '.' {
			return rune(b)
		}
	case 0x300 <= r && r <= 0x36F:
		return 0
	}
	return r
}

// AppendKey appends the key of s to dst.
func AppendKey(dst []byte, s string) []byte {
	start := len(dst)
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		switch r {
		case '.', '\'', '’', '‘', 'ʻ', 'ʼ', '`', '"', '“', '”', ',', '[', ']', '(', ')':
			continue
		case ' ', '\t', '\n', '\r', '-', '–', '—', '‐', '‑', 0xA0, '_', '/':
			if len(dst) > start && dst[len(dst)-1] != ' ' {
				dst = append(dst, ' ')
			}
			continue
		}
		if f := foldRune(r); f > 0 && f < utf8.RuneSelf {
			dst = append(dst, byte(f))
		} else if f != 0 {
			dst = utf8.AppendRune(dst, f)
		}
	}
	if len(dst) > start && dst[len(dst)-1] == ' ' {
		dst = dst[:len(dst)-1]
	}
	return shortenKey(dst, start)
}

// shortenKey drops a leading "the " and writes "saint" as "st".
func shortenKey(dst []byte, start int) []byte {
	k := dst[start:]
	if len(k) > 4 && string(k[:4]) == "the " {
		dst = append(dst[:start], k[4:]...)
		k = dst[start:]
	}
	if len(k) > 6 && string(k[:6]) == "saint " {
		rest := k[5:]
		dst = append(dst[:start], 's', 't')
		dst = append(dst, rest...)
	}
	return dst
}

// Key returns the key of s.
func Key(s string) string {
	var buf [64]byte
	b := AppendKey(buf[:0], s)
	if string(b) == s {
		return s
	}
	return string(b)
}

// Fold returns s in lower case without marks on its Latin letters; everything else stays.
func Fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	b := make([]byte, 0, len(s))
	for _, r := range s {
		if f := foldRune(r); f != 0 {
			b = utf8.AppendRune(b, f)
		}
	}
	return string(b)
}

// Lower returns s in lower case if it begins with a capital letter of ASCII and is no longer than 24 bytes, and else
// as it is: what comparing a token with words of a list needs. Common words cost no allocation.
func Lower(s string) string {
	if len(s) == 0 || len(s) > 24 || s[0] < 'A' || s[0] > 'Z' {
		return s
	}
	var buf [24]byte
	n := copy(buf[:], s)
	for i := range n {
		if c := buf[i]; 'A' <= c && c <= 'Z' {
			buf[i] = c + 'a' - 'A'
		}
	}
	switch string(buf[:n]) {
	case "he":
		return "he"
	case "she":
		return "she"
	case "his":
		return "his"
	case "her":
		return "her"
	case "the":
		return "the"
	case "it":
		return "it"
	case "they":
		return "they"
	case "i":
		return "i"
	case "we":
		return "we"
	case "in":
		return "in"
	case "a":
		return "a"
	}
	return string(buf[:n])
}
