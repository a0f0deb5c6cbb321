package score

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// What a speaker is and when two are the same: qcommon.py's speaker_kind, speaker_head and score_quotes.py's speaker_ok.

// Python's \w and \s, which know all of Unicode.
const (
	wordClass  = `[\p{L}\p{N}_]`
	spaceClass = `[\t-\r\x1c-\x20\x{85}\p{Z}]`
)

var (
	wordRE   = regexp.MustCompile(wordClass + `+(?:[\x{2019}'\-]` + wordClass + `+)*`)
	plainRE  = regexp.MustCompile(wordClass + `+`)
	cutRE    = regexp.MustCompile(`[,(;:\x{2014}]|` + spaceClass + `[-\x{2013}]` + spaceClass + `|` + spaceClass + `(?:who|whom|which|that|of|at|from|for|in|on|with|and others|including|whose|to|near|about|by|as|close|familiar)` + spaceClass)
	chunkRE  = regexp.MustCompile(`[^\t-\r\x1c-\x20\x{85}\p{Z},;:()\x{201c}\x{201d}"]+`)
	ownerRE  = regexp.MustCompile(`[\x{2019}']s$|[\x{2019}']$`)
	capRE    = regexp.MustCompile(spaceClass + `[A-Z]`)
	hyphenRE = regexp.MustCompile(`-[A-Z]`)
)

func words(s string) int { return len(wordRE.FindAllStringIndex(s, -1)) }

func cut(text []rune, s Span) string {
	a, b := max(s.Start, 0), min(s.End, len(text))
	if a >= b {
		return ""
	}
	return string(text[a:b])
}

func isSpace(r rune) bool {
	return r >= '\t' && r <= '\r' || r >= 0x1c && r <= 0x20 || r == 0x85 || unicode.Is(unicode.Z, r)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

// speakerHead returns a crude head: the last word before the first comma, relative clause or preposition.
func speakerHead(text []rune, s Span) Span {
	core := cut(text, s)
	if m := cutRE.FindStringIndex(core); m != nil && m[0] > 0 {
		core = core[:m[0]]
	}
	var chunks [][]int
	for _, m := range chunkRE.FindAllStringIndex(core, -1) {
		if plainRE.MatchString(core[m[0]:m[1]]) {
			chunks = append(chunks, m)
		}
	}
	if len(chunks) == 0 {
		return s
	}
	last := chunks[len(chunks)-1]
	if w := core[last[0]:last[1]]; (w == "\u2019s" || w == "'s") && len(chunks) > 1 {
		last = chunks[len(chunks)-2]
	}
	w := core[last[0]:last[1]]
	if short := ownerRE.ReplaceAllString(w, ""); short != "" {
		w = short
	}
	start := s.Start + len([]rune(core[:last[0]]))
	return Span{start, start + len([]rune(w))}
}

var (
	pronouns      = strings.Fields("i he she they we you it who his her their our my its him them us me himself herself themselves those these this that one some others many most everyone someone nobody everybody anyone all both which whose whom no-one neither")
	determiners   = strings.Fields("his her their our my its those these this that all both one some many most neither")
	indefinite    = strings.Fields("a an another some many several most two three four five other")
	plainNominals = strings.Fields("people voters critics officials democrats republicans supporters experts analysts aides sources observers polls polling conservatives liberals nobody researchers reports advocates opponents economists strategists lawmakers authorities police")
)

func speakerKind(text []rune, s Span) string {
	t := strings.TrimFunc(cut(text, s), isSpace)
	low := strings.ToLower(t)
	first := before(low, func(r rune) bool { return isSpace(r) || r == ',' })
	bare := before(low, func(r rune) bool { return isSpace(r) || strings.ContainsRune(",\u2019'", r) })
	if len(strings.FieldsFunc(t, isSpace)) <= 3 && slices.Contains(pronouns, bare) && !capRE.MatchString(t) && words(t) <= 1 {
		return "pronoun"
	}
	if slices.Contains(pronouns, first) && !slices.Contains(determiners, first) {
		return "pronoun"
	}
	h := cut(text, speakerHead(text, s))
	if slices.Contains(indefinite, first) {
		return "nominal"
	}
	lower := strings.ToLower(h)
	office := slices.Contains([]string{"the", "a", "an"}, first) && slices.Contains([]string{"president", "senator", "governor"}, lower)
	if (startsUpper(h) || hyphenRE.MatchString(h)) && !office {
		if words(t) == 1 && slices.Contains(plainNominals, lower) {
			return "nominal"
		}
		return "name"
	}
	return "nominal"
}

// before is s up to the first rune that stop accepts.
func before(s string, stop func(rune) bool) string {
	if i := strings.IndexFunc(s, stop); i >= 0 {
		return s[:i]
	}
	return s
}

func startsUpper(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r) || unicode.IsTitle(r)
	}
	return false
}

// nameWords are the words of a name in lower case, without possessive endings.
func nameWords(s string) (out []string) {
	r := []rune(s)
	var b strings.Builder
	for i := 0; i < len(r); i++ {
		if (r[i] == '\u2019' || r[i] == '\'') && i+1 < len(r) && r[i+1] == 's' && (i+2 == len(r) || !isWord(r[i+2])) {
			i++
			continue
		}
		b.WriteRune(r[i])
	}
	for _, w := range plainRE.FindAllString(b.String(), -1) {
		out = append(out, strings.ToLower(w))
	}
	return out
}

var generations = []string{"jr", "sr", "ii", "iii"}

// speakerOK reports whether the system's speaker is the gold's: the mention overlaps, the entity has the same name, or, unless
// strict, the last word of a gold name occurs in the system's name or mention.
func speakerOK(text []rune, g, p *Quote, strict bool) bool {
	gs, ps := g.Speaker, p.Speaker
	if gs == nil {
		return ps == nil && p.SpeakerIs == ""
	}
	if ps == nil && p.SpeakerIs == "" {
		return false
	}
	head := gs.Span
	if gs.Head != nil {
		head = *gs.Head
	}
	if ps != nil && common(head, ps.Span) > 0 {
		return true
	}
	if g.SpeakerIs != "" && p.SpeakerIs != "" && slices.Equal(nameWords(g.SpeakerIs), nameWords(p.SpeakerIs)) {
		return true
	}
	if strict {
		return false
	}
	if ps != nil && common(gs.Span, ps.Span) > 0 && speakerKind(text, gs.Span) != "name" {
		return true
	}
	have := nameWords(p.SpeakerIs)
	if ps != nil {
		have = append(have, nameWords(ps.Text)...)
	}
	names := []string{g.SpeakerIs}
	if goldKind(text, g) == "name" {
		names = append(names, cut(text, head))
	}
	for _, n := range names {
		w := slices.DeleteFunc(nameWords(n), func(x string) bool { return slices.Contains(generations, x) })
		if len(w) > 0 && slices.Contains(have, w[len(w)-1]) {
			return true
		}
	}
	return false
}
