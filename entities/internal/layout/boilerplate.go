package layout

import (
	"bytes"
	"strings"
	"sync"
)

// strongSigns are phrases, in lower case, that make a short line boilerplate wherever it stands. They have to be ones
// that no story uses about its subject: "privacy policy" is none.
var strongSigns = []string{
	"sign up now", "sign up for our", "sign up to our", "sign up here", "sign up for free", "sign up to receive",
	"sign up today", "subscribe to our", "subscribe now", "subscribe today", "subscribe here",
	"subscribe to continue", "become a subscriber", "already a subscriber", "our newsletter", "our daily newsletter",
	"newsletters you'll love", "straight to your inbox", "to your inbox", "in your inbox", "click here", "tap here",
	"all rights reserved", "create account", "already have an account", "post a comment", "view comments",
	"show comments", "read the comments", "comments are closed", "by submitting a comment", "submission guidelines",
	"share this article", "share this story", "share on facebook", "share on twitter", "email this article",
	"print this article", "story continues below", "article continues below", "continue reading", "follow us on",
	"follow us @", "like us on facebook", "download our app", "reprinted with permission",
	"may not be published, broadcast", "this material may not", "send your news tips", "have a news tip",
	"got a story tip", "recommended for you", "you may also like", "you might also like", "most popular stories",
	"back to top", "skip to content", "support our journalism", "support independent journalism",
	"become a cbc member", "enter your email", "enter your e-mail", "information may no longer be current",
	"our standards: the", "loading comments", "scroll down for", "small favour to ask", "small favor to ask",
	"skip to main", "skip to navigation", "is not responsible for the content of external", "purchase licensing rights",
	"view image in fullscreen", "open image in", "may not be reproduced, published", "without prior express written",
	"never miss a story", "requires a subscription", "this article is for subscribers", "use of cookies", "we use cookies", "cookie policy",
	"enable javascript", "ad blocker", "telegram channel", "whatsapp channel", "support local journalism", "why you can trust",
	"it only takes a minute", "free articles this month", "free articles remaining", "articles remaining this month",
}

// startSigns are phrases that make a short line boilerplate if it begins with them; a single word only before a colon
// or bar, or on a line of its own.
var startSigns = []string{
	"related news", "related topics", "related links", "related content", "more on this story", "more on this",
	"more stories", "more news", "listen to our", "opinion", "editor's picks", "editors' picks", "most read",
	"most viewed", "trending", "trending now", "copyright", "share this", "share", "tags", "topics", "filed under",
	"categories", "comments", "comment", "newsletter", "subscribe", "log in", "print this", "corrections",
	"correction", "clarification", "editor's note", "tweet this", "click to", "next article", "previous article",
	"read the full story", "this article was originally", "this story was originally", "this article originally",
	"this story originally", "this piece originally", "this article first appeared", "this story first appeared",
	"this piece first appeared", "this article has been updated", "this story has been updated",
	"this post has been updated", "this piece has been updated", "this article was updated",
	"this story was updated", "this story has been shared", "get breaking news", "download the app", "get the app",
	"follow us", "a version of this article", "a version of this story", "for more from", "have an opinion",
	"updates with", "adds details", "adds quote", "adds background", "recasts", "to contact the reporter",
	"to contact the editor", "this interview has been edited", "this interview was edited",
	"this conversation has been edited", "this transcript has been edited", "media contact", "media contacts",
	"press contact", "doi", "journal", "article title", "coi statement", "disclaimer", "funding", "contact",
	"contacts", "fact check", "you have reached your", "you've reached your", "this is your last free", "send tips",
	"sign up for", "sign up to", "subscribe to", "subscribe for", "all rights reserved", "adds opposition", "adds reaction", "adds comment",
	"adds analyst", "adds context", "updates throughout", "refiles", "repeats story", "writes through", "for more news about",
	"for more stories", "kindly share", "what you need to know about", "get the latest", "want more",
	"do you have a story", "do you know more", "have you been affected", "reading time", "download our", "join our", "see more on", "more:",
	"more from", "also in the news", "this is a developing story", "this is a breaking news story", "the comments section",
	"commenting is", "support our", "all information provided", "notify of", "for the price of a", "this material, and other", "advertise with", "for further information", "for more information", "for media enquiries",
	"for press enquiries", "notes to editors", "notes for editors", "note to editors", "if you enjoyed this",
	"the views expressed", "views expressed", "the opinions expressed", "opinions expressed",
	"the views and opinions", "this article represents the views", "this report by", "this article is more than",
	"this story is more than", "reuse this content", "support the guardian",
}

// innerSigns are like startSigns, but stand within stories too.
var innerSigns = []string{
	"read more", "read also", "also read", "read next", "read", "related", "related stories", "related story",
	"related articles", "see also", "see more", "watch", "watch now", "watch live", "listen", "listen to the",
	"video", "photos", "gallery", "in pictures", "advertisement", "advertisements", "sponsored", "promoted",
	"story continues", "article continues", "article content", "you may also be interested in",
	"you might also be interested in", "must read", "just watched", "must watch", "recommended", "continue reading",
}

// weakSigns are words and phrases that count together, below the story only.
var weakSigns = []string{
	"newsletter", "newsletters", "inbox", "comments", "moderated", "moderation", "submission", "submissions",
	"submitting", "pseudonyms", "online communities", "reproduce", "subscribe", "subscriber", "subscribers",
	"subscription", "sign up", "log in", "email address", "e-mail address", "contact us", "email us", "feedback",
	"click", "download", "app", "podcast", "facebook", "twitter", "instagram", "whatsapp", "linkedin",
	"reserve the right", "copyright", "guidelines", "cookies", "privacy policy", "terms of use", "terms of service",
	"terms and conditions", "donate", "donation", "readers", "conversation", "conversations", "you accept",
	"you agree", "letters to the editor", "breaking news", "unlimited access", "first and last names", "respectful",
	"report an error", "typo", "support us", "join us", "send tips", "register", "unsubscribe", "print edition",
	"e-paper", "become a member", "create an account", "account", "civil forum", "forum for discussion",
	"appear on the site", "committed to maintaining", "community guidelines", "join the conversation",
	"favour to ask", "favor to ask", "support from readers", "reader-funded", "contribution", "paywall",
	"independent journalism", "news feed", "our journalism", "sign in", "personal information", "third parties",
	"our standards", "trust principles",
}

// lines are whole lines, in lower case, that are buttons and labels of a site.
const lines = `
share|save|print|email|tweet|facebook|twitter|whatsapp|linkedin|reddit|copy link|link copied|close|close panel
share page|about sharing|menu|search|home|comments|comment|listen|listen to this article|advertisement
supported by|skip advertisement|gift article|gift this article|add to list|save for later
save articles to read later|read less|load more|show more|see more|related topics|related|topics|tags|trending
most read|most popular|most viewed|recommended|sign in|log in|register|subscribe|follow|following|next|previous
view comments|show comments|reply|text size|font size|leer en español|related images|view larger image
view larger|flipboard|pinterest|for immediate release|press release|news release|just watched|replay
more videos ...|must watch|give this article|aa|a a|remind me later|follow us|click to copy
report an editorial error|report a technical issue|report an error|interact with the globe|headlines from today
comment on this story|watch|videos|live updates|more from this section|top stories|latest news|editors' picks
share this story|share this article|join the discussion|join the conversation|view gallery|open image in gallery
play|pause|toggle caption|hide caption|enlarge this image|image source|transcript|download|embed|copy|read later
bookmark|article content|sponsored|promoted|ad|ads by google|loading...|skip to main content|skip to content|skip to navigation
live|latest|gift|save article|comments (0)|0 comments|photo gallery|photos|gallery|print article|email article
listen to article|newsguard|share article|follow us on|manage cookies|terms of service|privacy policy|end of list|ends|-ends-
explore more on these topics|explore more|key events|featured stories|trending topics|more stories|read full story`

// buttons returns the set of lines.
func buttons() map[string]bool {
	buttonsOnce.Do(func() {
		buttonSet = make(map[string]bool, 160)
		for row := range strings.FieldsFuncSeq(lines, func(r rune) bool { return r == '|' || r == '\n' }) {
			buttonSet[row] = true
		}
	})
	return buttonSet
}

var (
	buttonsOnce sync.Once
	buttonSet   map[string]bool
)

// button reports whether low, a whole paragraph in lower case, is a button or label, or the time that reading takes.
func button(low []byte) bool {
	if len(low) > 40 {
		return false
	}
	if '0' <= low[0] && low[0] <= '9' {
		rest := strings.TrimLeft(string(low), "0123456789 -")
		return strings.HasPrefix(rest, "mins to read") || strings.HasPrefix(rest, "min") && (strings.HasSuffix(rest, "read") || len(rest) <= 4) ||
			rest == "comments" || rest == "shares" || strings.HasPrefix(rest, "of ") && len(rest) < 6
	}
	return buttons()[string(low)]
}

// linkLabel reports whether low, in lower case, stands above a list of links to other stories.
func linkLabel(low string) bool {
	switch strings.TrimRight(low, ": ") {
	case "related", "related stories", "related story", "related articles", "related news", "related links", "related content", "related topics",
		"read also", "also read", "read more", "read next", "more on this story", "more on this topic",
		"more stories", "more news", "see also", "recommended", "recommended stories", "trending", "trending now",
		"most read", "most popular", "most viewed", "editor's picks", "editors' picks", "editor's pick", "you may also like",
		"featured stories", "featured", "latest stories", "latest headlines", "popular", "popular now", "also in this section",
		"what others are reading", "people also read", "around the web", "from our partners", "paid content", "what to read next",
		"explore more", "explore more on these topics", "in this story", "in this article", "key events", "don't miss", "read these next",
		"keep reading", "more coverage", "more to read", "more for you", "related reading", "on this topic", "related internet links",
		"you might also like", "you may also be interested in", "you might also be interested in", "must read", "top stories", "latest news":
		return true
	}
	return strings.HasPrefix(low, "more from ") || strings.HasPrefix(low, "latest from ")
}

// addressWords speak to the reader.
var addressWords = map[string]bool{
	"you": true, "your": true, "you'll": true, "you're": true, "you've": true, "us": true, "our": true,
	"we'll": true, "please": true,
}

// A sign is a phrase and what it counts for.
type sign struct {
	phrase string
	strong bool
	start  bool // only at the start of the paragraph, and then strong
	inner  bool // stands within stories too
}

// table returns the signs by their first word.
func table() map[string][]sign {
	signsOnce.Do(func() {
		signsByWord = make(map[string][]sign, 256)
		add := func(phrases []string, s sign) {
			for _, s.phrase = range phrases {
				w := string(firstWord([]byte(s.phrase)))
				signsByWord[w] = append(signsByWord[w], s)
			}
		}
		add(strongSigns, sign{strong: true})
		add(startSigns, sign{strong: true, start: true})
		add(innerSigns, sign{strong: true, start: true, inner: true})
		add(weakSigns, sign{})
	})
	return signsByWord
}

var (
	signsOnce   sync.Once
	signsByWord map[string][]sign
)

// found is what a paragraph shows of boilerplate.
type found struct {
	strong  bool // a strong sign somewhere
	start   bool // a phrase of two or more words at the start
	label   bool // a word at the start, as a label: "Watch: ..."
	inner   bool // a phrase at the start that stands within stories too
	address bool // it speaks to the reader
	weak    int  // weak signs
}

// signs looks for the signs of boilerplate in the paragraph low, in lower case.
func signs(low []byte) (f found) {
	byWord := table()
	first := true
	for i := 0; i < len(low); {
		if !wordByte(low[i]) {
			first = first && bytes.IndexByte([]byte(" ([-*|"), low[i]) >= 0
			i++
			continue
		}
		w := firstWord(low[i:])
		f.address = f.address || addressWords[string(w)]
		for _, s := range byWord[string(w)] {
			end := i + len(s.phrase)
			if end > len(low) || string(low[i:end]) != s.phrase || end < len(low) && wordByte(low[end]) && wordByte(low[end-1]) {
				continue
			}
			switch {
			case s.start && !first:
			case s.start && lone(s.phrase):
				f.label = f.label || heads(low[end:])
				f.inner = f.inner || s.inner
			case s.start:
				f.start = true
				f.inner = f.inner || s.inner
			case s.strong:
				f.strong = true
			default:
				f.weak++
			}
		}
		i += len(w)
		first = false
	}
	return f
}

// heads reports whether rest, after a first word, shows it to be a label: nothing much follows, or a colon or bar.
func heads(rest []byte) bool {
	rest = bytes.TrimLeft(rest, " ")
	return len(rest) < 6 || rest[0] == ':' || rest[0] == '|'
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
