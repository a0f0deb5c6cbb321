package layout

import (
	"bytes"
	"sync"
)

// strongSigns are phrases, in lower case, that make a short line boilerplate wherever it stands.
var strongSigns = []string{
	"sign up now", "sign up for our", "sign up to our", "sign up here", "sign up for free", "sign up to receive", "sign up today", "subscribe to our", "subscribe now", "subscribe today", "subscribe here",
	"subscribe to continue", "become a subscriber", "already a subscriber", "our newsletter", "our daily newsletter", "newsletters you'll love", "straight to your inbox", "to your inbox",
	"in your inbox", "click here", "tap here", "all rights reserved", "terms of use", "terms of service", "terms and conditions", "privacy policy",
	"cookie policy", "log in to", "login to", "sign in to", "create account", "create an account", "already have an account", "join the conversation", "leave a comment",
	"post a comment", "add a comment", "view comments", "show comments", "read the comments", "comments are closed", "comments section", "by submitting a comment", "submission guidelines", "share this article", "share this story",
	"share on facebook", "share on twitter", "share via", "email this article", "print this article", "story continues below", "article continues below", "continue reading",
	"advertisement", "follow us on", "like us on facebook", "follow us", "download our app", "download the app", "get the app", "originally appeared on", "originally published on", "was originally published", "first appeared on",
	"reprinted with permission", "may not be published, broadcast", "may not be reproduced", "this material may not", "send your news tips", "have a news tip", "got a story tip", "get breaking news", "news alerts",
	"recommended for you", "you may also like", "you might also like", "most popular stories", "trending now", "back to top", "skip to content", "support our journalism", "support independent journalism", "make a donation", "donate now",
	"become a cbc member", "this story has been shared", "times of india app",
}

// startSigns are phrases that make a short line boilerplate if it begins with them.
var startSigns = []string{
	"read more", "read also", "also read", "read next", "read:", "related:", "related articles", "related stories", "related story", "related news", "related topics", "related links", "related content", "more on this story", "more on this", "more from",
	"more stories", "more news", "see also", "see more", "watch:", "watch now", "watch live", "watch |", "listen:", "listen to", "video:", "photos:", "gallery:", "in pictures:", "read |", "opinion:", "editor's picks", "editors' picks", "most read", "most viewed", "must read", "trending",
	"recommended", "copyright", "©", "(c) ", "share this", "share:", "tags:", "topics:", "filed under", "categories:", "comments", "comment", "newsletter", "subscribe", "sign up", "log in", "print this", "skip ", "advertisement", "sponsored", "promoted",
	"corrections", "have an opinion", "tweet this", "click to", "this article was", "next article", "previous article", "read full", "read the full",
}

// weakSigns are words and phrases that count together, below the story only.
var weakSigns = []string{
	"newsletter", "newsletters", "inbox", "comment", "comments", "moderated", "moderation", "submission", "submissions", "submitting", "pseudonyms", "online communities", "reproduce", "publish", "subscribe", "subscriber", "subscribers", "subscription",
	"sign up", "log in", "account", "email address", "e-mail address", "contact us", "feedback", "click", "website", "download", "app", "podcast", "share", "facebook", "twitter", "instagram", "whatsapp", "linkedin", "permission", "reserve the right",
	"copyright", "guidelines", "delivered", "advertising", "cookies", "privacy", "member", "membership", "donate", "donation", "readers", "conversation", "conversations", "you accept", "you agree", "editor@", "letters to the editor", "breaking news", "unlimited access",
	"first and last names", "respectful", "report an error", "typo", "support us", "follow", "join us", "tips", "register", "unsubscribe", "advertisement", "rss", "print edition", "e-paper",
}

// A sign is a phrase and what it counts for.
type sign struct {
	phrase string
	strong bool
	start  bool // only at the start of the paragraph, and then strong
}

// table returns the signs by their first word.
func table() map[string][]sign {
	signsOnce.Do(func() {
		signsByWord = make(map[string][]sign, 256)
		add := func(phrases []string, strong, start bool) {
			for _, p := range phrases {
				w := firstWord([]byte(p))
				signsByWord[string(w)] = append(signsByWord[string(w)], sign{p, strong, start})
			}
		}
		add(strongSigns, true, false)
		add(startSigns, true, true)
		add(weakSigns, false, false)
	})
	return signsByWord
}

var (
	signsOnce   sync.Once
	signsByWord map[string][]sign
)

// signs reports whether the paragraph low, in lower case, has a strong sign of boilerplate, and counts the different weak ones.
func signs(low []byte) (strong bool, weak int) {
	byWord := table()
	for i := 0; i < len(low); {
		if !wordByte(low[i]) {
			i++
			continue
		}
		w := firstWord(low[i:])
		for _, s := range byWord[string(w)] {
			end := i + len(s.phrase)
			if end > len(low) || string(low[i:end]) != s.phrase || end < len(low) && wordByte(low[end]) && wordByte(low[end-1]) {
				continue
			}
			switch {
			case s.start && i > 0:
			case s.start && lone(s.phrase) && !bytes.ContainsAny(low[end:min(end+1, len(low))], ":|") && end < len(low) && len(low) > 60:
				// "comments by the minister ...": a single word needs a colon after it, or a short line
			case s.strong:
				strong = true
			default:
				weak++
			}
		}
		i += len(w)
	}
	return strong, weak
}

// lone reports whether the phrase is a single word.
func lone(phrase string) bool { return len(firstWord([]byte(phrase))) == len(phrase) }

// firstWord returns the letters, digits and apostrophes at the start of b, or its first byte.
func firstWord(b []byte) []byte {
	i := 0
	for i < len(b) && wordByte(b[i]) {
		i++
	}
	return b[:max(i, min(1, len(b)))]
}

func wordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '\'' || c >= 0x80
}
