package prosetag

import (
	"strings"
	"sync"
)

// triggerWords are the words that are nouns as well as verbs and matter to package quotes: what somebody claims, and
// somebody's claims. Each stands for itself and for its form in -s. (May and March are verbs too, but package dates
// tells them apart by itself.)
const triggerWords = `
	address aim air answer appeal bark blast blog boast brag call caution challenge chant charge cheer claim comment concern
	counter cry debate demand desire document doubt dispute echo email estimate fear figure find forecast guarantee guess hail
	highlight hint hope joke lament lie mention message mock note notice object offer order plan pledge poll post praise project
	promise protest query question quip quote rail rant read recall record regret remark reply report request response retort
	rule rumor rumour scream shout show sigh signal slam snap state stress survey talk text thank tip tweet urge venture view
	voice volunteer vote vow wager warrant whisper wish wonder worry yell`

// minTrigger and maxTrigger bound the bytes of a trigger.
const (
	minTrigger = 3
	maxTrigger = 11
)

// A wordSet is a set of short words in lower case, open-addressed.
type wordSet struct {
	slots [1024]string
}

var (
	triggersOnce sync.Once
	triggers     *wordSet
)

func triggerSet() *wordSet {
	triggersOnce.Do(func() {
		triggers = new(wordSet)
		for w := range strings.FieldsSeq(triggerWords) {
			triggers.add(w)
			switch {
			case strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "sh"):
				triggers.add(w + "es")
			case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ey") && !strings.HasSuffix(w, "ay"):
				triggers.add(w[:len(w)-1] + "ies")
			default:
				triggers.add(w + "s")
			}
		}
	})
	return triggers
}

func (s *wordSet) add(word string) {
	i := foldHash(word) % uint32(len(s.slots))
	for s.slots[i] != "" {
		i = (i + 1) % uint32(len(s.slots))
	}
	s.slots[i] = word
}

// has reports whether word, in any case, is in s.
func (s *wordSet) has(word string) bool {
	if len(word) < minTrigger || len(word) > maxTrigger {
		return false
	}
	for i := foldHash(word) % uint32(len(s.slots)); s.slots[i] != ""; i = (i + 1) % uint32(len(s.slots)) {
		if strings.EqualFold(s.slots[i], word) {
			return true
		}
	}
	return false
}

// foldHash is FNV-1a over word with the capitals of ASCII as small letters.
func foldHash(word string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(lower(word[i]))) * 16777619
	}
	return h
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
