package layout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/cputime"
)

// layouts are articles, one paragraph a line, each after its kind.
var layouts = []string{`
headline    Mayor quits over land deal
summary     Opposition calls for an early vote and a full inquiry into the sale
byline      By Anna Kowalska and Tom Reid, Staff Reporters
dateline    Published Feb. 12, 2020 4:00 AM ET
caption     Mayor Joan Hill leaves city hall on Tuesday. (Mark Lee/Reuters)
body        Mayor Joan Hill resigned on Tuesday, hours after the council voted to open an inquiry.
body        "I have done nothing wrong," she told reporters outside city hall in the evening.
subhead     'A sad day'
body        Her deputy, Carl Otto, called it a sad day for the city and its people.
boilerplate Story continues below advertisement
body        The council will choose a successor within two weeks, according to its rules of procedure.
byline      With files from The Canadian Press
author      Anna Kowalska is a reporter for the Valley Courier.
boilerplate Read more: Five questions about the land deal
boilerplate Sign up for our newsletter
boilerplate © 2020 Valley Courier. All rights reserved.
`, `
headline    SOCCER - DUTCH BEAT NORWAY IN QUALIFIER.
byline      Piet Smit
dateline    THE HAGUE 1996-08-30
body        The Netherlands beat Norway 2-0 (halftime 1-0) in a qualifying match on Friday.
body        Scorers: Bergkamp (12th), Kluivert (60th).
`, `
headline    NATO agrees to send trainers
dateline    BRUSSELS, Feb. 12 (AP) --
body        Ministers agreed on Wednesday to send trainers to the region in spring.
`, `
body        A bomb kills at least ten people at a market in Kano, Nigeria. (Reuters)
body        The President of Peru, Martín Vizcarra, dissolves the Congress. (BBC)
body        At least 14 people die when a ferry sinks on the Padma River in Bangladesh. (CNN)
body        Ireland beats Scotland 27-3 at the Rugby World Cup in Yokohama, Japan. (AP)
`, `
body        Stoltenberg met Allawi in Baghdad
`, `
body        By Monday he was gone.
`, `
headline    Interview: the captain who came home
body        The captain talked to us on board of her ship in the old harbour on Sunday.
body        Q: When did you see land?
body        On the fourth of May, early in the morning, after a night without any sleep.
body        Q: Were you afraid?
body        I was not, but many of the others were, and some of them still are today.
`, `
headline    Facebook changes its privacy policy
body        Facebook said on Monday that it would change its privacy policy and terms of service in May.
body        "Users can log in to see what we share, and comment on it," the company said in a statement.
body        Analysts said the newsletter business was not affected.
body        A spokesman for Twitter did not respond to a request for comment.
`, `
headline    Storm hits coast
summary     • Thousands without power
summary     • Schools closed until Monday
body        A storm hit the western coast on Saturday night, and thousands of homes lost power.
caption     FILE - A flooded road near Ballina on Oct. 3.
credit      (Jane Doe/The Associated Press)
caption     Waves at the pier. Photo: Jane Doe
body        Trains will not run before Monday, the operator said in a statement on Sunday.
byline      (Reporting by Jane Doe; Editing by John Roe)
`, `
headline    Why the dam broke
summary     The dam above the town had been inspected a week before it failed.
byline      BY SEAN O'MALLEY
body        Three engineers looked at the dam in March, and all three found it safe for use.
body        1. Clay
body        2. Sand
body        3. Gravel
body        None of the three had asked for the drawings, which lay in a cellar of the ministry.
byline      Sean O'Malley
author      Senior correspondent, energy
author      Sean O'Malley is a senior correspondent for the Tribune. Follow him on Twitter @somalley.
`, `
headline    Ministers back new bridge
dateline    Published
dateline    12 February 2020
boilerplate Share
boilerplate Copy link
credit      Image source, Getty Images
caption     Image caption, The old bridge was closed in 2018
byline      By Laura Penn
author      Political editor
body        Ministers have backed a plan for a new bridge over the river, two years after the old one was closed.
body        The transport secretary said work would begin in May.
boilerplate Related Topics
boilerplate Transport
boilerplate Rivers and bridges
boilerplate More on this story
boilerplate Old bridge closed for good
boilerplate Who pays for the new bridge
boilerplate Ferry workers strike for higher pay
boilerplate Five bridges that changed a town
`, `
headline    Navy ship returns to Halifax
summary     Crew spent six months in the Baltic Sea
byline      Jane Doe · CBC News · Posted: Feb 12, 2020 11:14 AM ET | Last Updated: February 12, 2020
boilerplate 3 min read
caption     HMCS Charlottetown enters the harbour on Wednesday. REUTERS/John Roe
body        A Canadian navy ship came home to Halifax on Wednesday after six months in the Baltic Sea.
caption     The ship's commander greets his daughter. (Darren Calabrese for The Globe and Mail)
body        "It was a long winter," said its commander, Jeff Hart.
boilerplate * * *
body        The ship will sail again in June, the navy said in a statement on Wednesday evening.
byline      With files from The Canadian Press
boilerplate Report an editorial error
boilerplate This article was published more than four years ago. Some information may no longer be current.
boilerplate © 2020 CBC/Radio-Canada
`, `
headline    Ministers agree to widen harbour patrols
boilerplate This article is more than 4 years old
summary     Ships of six states to watch the strait as insurers raise their rates for the second time
byline      Ann Reid and Tom Burke in Oslo
dateline    Wed 12 Feb 2020 19.46 GMT
dateline    Last modified on Thu 13 Feb 2020 07.25 GMT
caption     A patrol boat off the coast
caption     A patrol boat off the coast on Tuesday. Photograph: Piet Smit/Reuters
body        Ministers of six states have agreed to widen the patrols off the coast, following a request from shipping firms.
body        “The details are to be worked out,” said Jan Berg, who chaired the meeting.
boilerplate … we have a small favour to ask. Our journalism is open to all, and readers like you make that possible.
boilerplate You decide what we can do next, so please think of a contribution to our work for all readers.
boilerplate Topics
boilerplate Norway
boilerplate news
`, `
headline    Coast guard widens patrols
summary     Ministers of six states agreed on Wednesday to widen the patrols off the coast, a step that shipping firms had asked for since spring.
boilerplate Give this article
byline      By JAN BERG and ANN REID
dateline    yesterday
boilerplate 1 of 3
caption     A patrol boat leaves Bergen on Tuesday, Feb. 11, 2020. (AP Photo/Piet Smit)
body        BERGEN, Norway (AP) — Six states agreed on Wednesday to widen the patrols off the coast of Norway.
boilerplate ADVERTISEMENT
body        They have nine ships in all.
boilerplate ___
body        Firms welcomed the step, and asked for more of the same in a letter to the ministers.
boilerplate JUST WATCHED
boilerplate Patrol boats: how they work
boilerplate Replay
body        “It is good news for us,” one said.
author      Berg reported from Bergen. Associated Press writer Tom Burke contributed to this report.
author      Ann Reid can be reached at areid@gazette.example.
`, `
headline    Harbour patrols to be widened
byline      By Ann Reid, CNN
dateline    Updated 1:25 PM ET, Wed February 12, 2020
boilerplate Story highlights
summary     Six states agree to watch the strait
summary     Insurers had raised their rates
body        Six states agreed on Wednesday to widen the patrols off the coast of Norway, officials said.
body        They have nine ships in all.
`, `
boilerplate Opinion
headline    The harbour belongs to those who use it
byline      By Ann Reid
author      Ann Reid is a professor of maritime law at Bergen University.
body        Every few years, somebody finds out that the harbour is worth money, and then we hear about it for months.
boilerplate RELATED STORIES
boilerplate Harbour patrols to be widened
boilerplate Who owns the old docks
body        Our readers may disagree. You can write to me, but the facts will not change.
author      Ann Reid teaches at Bergen University. Her latest book is "Low Water".
boilerplate The views expressed in this article are the author's own.
`, `
boilerplate FOR IMMEDIATE RELEASE
headline    Acme Anvils Opens Bergen Office
body        BERGEN, Nov. 3, 2021 /PRNewswire/ -- Acme Anvils Corp. today opened an office in Bergen, its first in Norway.
subhead     - 'No safe place' -
body        "We are pleased with our progress," said Jane Doe, who leads the firm.
boilerplate Media Contact:
boilerplate John Roe
boilerplate (416) 555-0100
boilerplate press@acme.example
boilerplate SOURCE Acme Anvils
`}

func TestLayouts(t *testing.T) {
	for _, l := range append(pages, layouts...) {
		var text strings.Builder
		var kinds, lines []string
		for line := range strings.Lines(strings.TrimSpace(l)) {
			kind, words, _ := strings.Cut(strings.TrimSpace(line), " ")
			kinds = append(kinds, kind)
			lines = append(lines, strings.TrimSpace(words))
			text.WriteString(strings.TrimSpace(words) + "\n\n")
		}
		sections := Sections(text.String())
		if len(sections) != len(lines) {
			t.Fatalf("%d sections, want %d", len(sections), len(lines))
		}
		for i, s := range sections {
			if got := text.String()[s.Start:s.End]; got != lines[i] || s.Kind.String() != kinds[i] {
				t.Errorf("%q: %v, want %v %q", got, s.Kind, kinds[i], lines[i])
			}
		}
	}
}

// check holds that sections are in order, trimmed, not empty, on the boundaries of runes, and cover all that is not
// space.
func check(t *testing.T, text string) {
	t.Helper()
	starts := map[int]bool{len(text): true}
	for i := range text {
		starts[i] = true
	}
	pos := 0
	space := func(from, to int) {
		if s := strings.TrimSpace(text[from:to]); s != "" {
			t.Fatalf("%q lies in no section of %.200q", s, text)
		}
	}
	for _, s := range Sections(text) {
		if s.Start < pos || s.End <= s.Start || s.End > len(text) || !starts[s.Start] || !starts[s.End] {
			t.Fatalf("section %v after %d in %d bytes", s, pos, len(text))
		}
		first, _ := utf8.DecodeRuneInString(text[s.Start:])
		last, _ := utf8.DecodeLastRuneInString(text[:s.End])
		if unicode.IsSpace(first) || unicode.IsSpace(last) {
			t.Fatalf("section %v of %.200q is not trimmed", s, text)
		}
		if s.Kind == dateline.SectionNone {
			t.Fatalf("section %v has no kind", s)
		}
		space(pos, s.Start)
		pos = s.End
	}
	space(pos, len(text))
}

func TestHostile(t *testing.T) {
	for _, s := range []string{
		"", " ", "\n\n\n", "\x00", "\xff\xfe\n\xff", "\u00a0\u2028\u2029\u0085x", strings.Repeat("\n", 100000),
		strings.Repeat("(", 100000), strings.Repeat("a\n", 100000), strings.Repeat("By A B\n", 50000),
		strings.Repeat("sign up ", 100000), strings.Repeat("x", 1<<20), "…", "(", ")", "()", "[]", "/", "A/B", "By ", "By", "©", "•",
		"\u3000a\u3000", "Photo: ", "Photo", "“", "...", ")(", "(Reuters)", "((((/))))", "A\u00a0B",
	} {
		check(t, s)
	}
}

func FuzzSections(f *testing.F) {
	for _, l := range layouts {
		f.Add(l)
	}
	for _, name := range []string{"nato-iraq.txt"} {
		text, err := os.ReadFile(filepath.Join(articles, name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("\u0085\u2028 \xe2\x80 By \xff\n(A/B)\n\ufeff\nBy\u00a0Jane\u202fDoe")
	f.Fuzz(func(t *testing.T, text string) { check(t, text) })
}

// TestLinear holds that sixteen times the text takes about sixteen times as long, with a generous factor of eight.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"a ", "By Jane Doe\n", "Sign up now\n", "(", "He said so.\n", "x/y (A/B)\n", "twitter comments ", "A",
		"By Jane Doe\nIt was late.\n", "Jane Doe\n", "May 5, 2020\n", "Related stories\nOne\n", "Image caption,\n", "Jane Doe is late.\n", "___\n", "- A -\n"} {
		const title = "A title for the story\n\n"
		small, large := title+strings.Repeat(unit, 1<<11), title+strings.Repeat(unit, 1<<15)
		if ratio := cputime.Growth(16, func() { Sections(small) }, func() { Sections(large) }, 3); ratio >= 6 {
			t.Errorf("%q: sixteen times the text takes %.0f times as long", unit, 16*ratio)
		}
	}
}

func BenchmarkSections(b *testing.B) {
	data, err := os.ReadFile(filepath.Join(articles, "nato-iraq.txt"))
	if err != nil {
		b.Fatal(err)
	}
	text := string(data)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if n := len(Sections(text)); n != 37 {
			b.Fatal(n)
		}
	}
	b.ReportMetric(float64(len(strings.Fields(text)))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
