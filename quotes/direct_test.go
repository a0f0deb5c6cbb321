package quotes_test

import "testing"

// Direct and mixed speech: who said what stands in quotation marks.
var directPatterns = []pattern{
	// X said, said X
	{"quote name verb", `"The bridge is closed," Maria Lopez said.`, `D quote-name-verb <Maria Lopez> The bridge is closed,`},
	{"quote verb name", `"The bridge is closed," said Maria Lopez.`, `D quote-verb-name <Maria Lopez> The bridge is closed,`},
	{"name verb quote", `Maria Lopez said, "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"letters behind the name", `Judge Maria Lopez KC told him: "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"colon after the verb", `Maria Lopez told reporters on Monday: "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"question", `"Is the bridge closed?" Maria Lopez asked.`, `D quote-name-verb <Maria Lopez> Is the bridge closed?`},
	{"British marks", `‘I told him, “Never again,”’ says Maria Lopez. ‘He laughed.’`, `D quote-verb-name <Maria Lopez> I told him, “Never again,” / He laughed.`},
	{"exclamation", `"What a bridge!" shouted Maria Lopez.`, `D quote-verb-name <Maria Lopez> What a bridge!`},
	{"verb before all", `Said Maria Lopez: "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"historic present", `"The bridge is closed," says Maria Lopez.`, `D quote-verb-name <Maria Lopez> The bridge is closed,`},
	{"auxiliaries", `"The bridge is closed," Maria Lopez had also warned.`, `D quote-name-verb <Maria Lopez> The bridge is closed,`},
	{"went on to say", `Maria Lopez went on to say, "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"in a statement", `"The bridge is closed," Maria Lopez said in a statement.`, `D quote-name-verb <Maria Lopez> The bridge is closed,`},
	{"tweeted", `Maria Lopez tweeted "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"participle", `Maria Lopez left the hall, saying, "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"passive with an agent", `The bridge was described by Maria Lopez as "a ruin of rust".`, `
		I passive <Maria Lopez> The bridge / as "a ruin of rust"
		M name-verb-quote <Maria Lopez> a ruin of rust`},
	{"published by somebody else", `Maria Lopez said, in remarks published by Reuters in February, "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"quoted as saying", `Maria Lopez was quoted as saying, "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"as she put it", `The bridge is "a ruin of rust," as Maria Lopez put it.`, `M quote-name-verb <Maria Lopez> a ruin of rust,`},

	{"say experts", `"The bridge is closed," say experts.`, `D quote-verb-name <experts> The bridge is closed,`},
	{"in an aside without comma", `Maria Lopez said on Facebook "The bridge is closed for good."`, `D name-verb-quote <Maria Lopez> The bridge is closed for good.`},

	// according to
	{"according after", `"The bridge is closed," according to Maria Lopez.`, `D quote-according <Maria Lopez> The bridge is closed,`},
	{"according before", `According to Maria Lopez, "the bridge is closed until June."`, `D according-quote <Maria Lopez> the bridge is closed until June.`},
	{"per", `"The bridge is closed," per the ministry's statement.`, `D quote-according <the ministry's statement> The bridge is closed,`},
	{"author of a document", `"The bridge is closed," according to a statement by Maria Lopez.`, `D quote-according <Maria Lopez> The bridge is closed,`},

	{"according to facts heard", `Six of the bridges were, according to agreed facts heard in court, "full of rust".`, `
		I clause-according <agreed facts> Six of the bridges were / "full of rust"
		D according-quote <agreed facts> full of rust`},
	{"reads an editorial", `"The bridge is a ruin of rust," reads a Wednesday editorial in the Herald.`, `D quote-verb-name <a Wednesday editorial in the Herald> The bridge is a ruin of rust,`},

	// apposition, relative clause
	{"apposition between", `Maria Lopez, a doctor from Madrid, said: "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"apposition behind", `"The bridge is closed," said Maria Lopez, a doctor from Madrid.`, `D quote-verb-name <Maria Lopez> The bridge is closed,`},
	{"name in apposition", `The mayor of Madrid, Maria Lopez, said: "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"relative clause between", `Maria Lopez, who lives nearby, said: "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"relative clause without commas", `The woman who sold the bridge said: "It was a ruin of rust."`, `D name-verb-quote <The woman> It was a ruin of rust.`},
	{"who said", `The prize went to Maria Lopez, who said: "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"parenthesis", `Rep. Maria Lopez (D-Ohio) said: "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"a country and its apposition", `China, the city's only ally, said it was "resolutely opposed" to the bridge.`, `
		I name-verb-clause <China> it was "resolutely opposed" to the bridge
		M clause-quote <China> resolutely opposed`},
	{"a statement which said", `The ministry released a statement which said, "The bridge is closed."`, `D name-verb-quote <The ministry> The bridge is closed.`},
	{"age", `Maria Lopez, 45, said: "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"preposition behind the name", `Maria Lopez of the University of Ohio said: "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},

	// the verb shared with another
	{"shared subject", `Maria Lopez opened the meeting and said: "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},

	// interrupted
	{"interrupted", `"The bridge," Maria Lopez said, "is closed."`, `D quote-name-verb <Maria Lopez> The bridge, / is closed.`},
	{"interrupted by a sentence", `"The bridge is closed," Maria Lopez said. "It is a ruin of rust."`, `D quote-name-verb <Maria Lopez> The bridge is closed, / It is a ruin of rust.`},

	// pronouns, continuation
	{"pronoun", `Maria Lopez closed the bridge. "It is a ruin of rust," she said.`, `D quote-name-verb <Maria Lopez> It is a ruin of rust,`},
	{"it for an organization", `The ministry said the bridge was safe. It said: "The bridge stays open."`, `
		I name-verb-clause <The ministry> the bridge was safe
		D name-verb-quote <The ministry> The bridge stays open.`},
	{"he added after two people", "\"The bridge is closed,\" said Maria Lopez. John Smith disagreed. \"It is open to us all,\" he added.", `
		D quote-verb-name <Maria Lopez> The bridge is closed,
		D quote-name-verb <John Smith> It is open to us all,`},
	{"carried on in the paragraph", `Maria Lopez was angry. "The bridge is a ruin of rust."`, `D carried <Maria Lopez> The bridge is a ruin of rust.`},
	{"carried on in the next paragraph", "Maria Lopez spoke to the crowd for an hour.\n\n\"The bridge is a ruin of rust.\"", `D carried-paragraph <Maria Lopez> The bridge is a ruin of rust.`},
	{"colon at the end of the paragraph before", "Maria Lopez wrote on Monday:\n\n\"The bridge is a ruin of rust.\"", `D colon <Maria Lopez> The bridge is a ruin of rust.`},
	{"several paragraphs", "\"The bridge is closed,\" said Maria Lopez. \"It is a ruin of rust.\n\n\"It shall be mended in June.\"", `D quote-verb-name <Maria Lopez> The bridge is closed, / It is a ruin of rust. / It shall be mended in June.`},

	{"the speaker explained", `"The risk," said Pedro Ruiz, an engineer who is the head of the works, "is that it rusts."`, `D quote-verb-name <Pedro Ruiz> The risk, / is that it rusts.`},
	{"goes on behind the marks", `"The bridge is closed," Maria Lopez said. "It is a ruin of rust that nobody mends" in the city.`, `
		D quote-name-verb <Maria Lopez> The bridge is closed,
		M carried <Maria Lopez> It is a ruin of rust that nobody mends`},

	// colon, dash, turns
	{"colon without a verb", `Maria Lopez on the bridge: "It is a ruin of rust."`, `D colon <Maria Lopez> It is a ruin of rust.`},
	{"as the author, NAME, puts it", `The bridge fell “practically overnight”, as the author, Pedro Ruiz, puts it.`, `M quote-name-verb <Pedro Ruiz> practically overnight`},
	{"a headline's quotation", "‘Leave our bridge alone’: residents pack meeting\n\nMore than 300 people came to the chambers of the council in Madrid on Tuesday night.", `D colon <residents> Leave our bridge alone`},
	{"he, after somebody else was named", "\"We stopped playing,\" said Pedro Ruiz. The coach left the hall. The goal came when John Smith poked the ball home.\n\n\"It was not pretty,\" he admitted.", `
		D quote-verb-name <Pedro Ruiz> We stopped playing,
		D quote-name-verb <John Smith> It was not pretty,`},
	{"dash behind", `"The bridge is a ruin of rust." - Commissioner Maria Lopez`, `D dash <Maria Lopez> The bridge is a ruin of rust.`},
	{"dash in the next line", "\"The bridge is a ruin of rust.\"\n—Maria Lopez, commissioner", `D dash <Maria Lopez> The bridge is a ruin of rust.`},
	{"turns", "The mayor met Maria Lopez in Madrid.\n\nQ: Is the bridge closed?\n\nA: It is closed until June.\n\nQ: And then?\n\nA: We shall see.", `
		I turn <Q> Is the bridge closed?
		I turn <Maria Lopez> It is closed until June.
		I turn <Q> And then?
		I turn <Maria Lopez> We shall see.`},
	{"named turns", "Maria Lopez met John Smith.\n\nLOPEZ: The bridge is closed.\n\nSMITH: Until when?\n\nLOPEZ: Until June.\n\nSMITH: Good.", `
		I turn <Maria Lopez> The bridge is closed.
		I turn <John Smith> Until when?
		I turn <Maria Lopez> Until June.
		I turn <John Smith> Good.`},

	{"marks in a turn", "Maria Lopez met John Smith.\n\nLOPEZ: My mother said, \"The bridge is rusty.\"\n\nSMITH: Until when?\n\nLOPEZ: Until June.\n\nSMITH: Good.", `
		I turn <Maria Lopez> My mother said, "The bridge is rusty."
		D name-verb-quote <My mother> The bridge is rusty.
		I turn <John Smith> Until when?
		I turn <Maria Lopez> Until June.
		I turn <John Smith> Good.`},
	{"turns by initials", "Maria Lopez met John Smith.\n\nML: The bridge is closed.\n\nJS: Until when?\n\nML: Until June.\n\nJS: Good for you.", `
		I turn <Maria Lopez> The bridge is closed.
		I turn <John Smith> Until when?
		I turn <Maria Lopez> Until June.
		I turn <John Smith> Good for you.`},

	// speakers that are no persons
	{"anonymous", `"The bridge is closed," a police spokesman said.`, `D quote-name-verb <a police spokesman> The bridge is closed,`},
	{"collective", `"The bridge is closed," the ministry said.`, `D quote-name-verb <the ministry> The bridge is closed,`},
	{"document", `"The bridge is closed," the statement read.`, `D quote-name-verb <the statement> The bridge is closed,`},
	{"organization", `"The bridge is closed," Reuters reported.`, `D quote-name-verb <Reuters> The bridge is closed,`},
	{"two people", `"The bridge is closed," Maria Lopez and John Smith said.`, `D quote-name-verb <Maria Lopez and John Smith> The bridge is closed,`},
	{"a name that no list knows", `"The bridge is closed," said Xqrlo Vzandt.`, `D quote-verb-name <Xqrlo Vzandt> The bridge is closed,`},
	{"nobody", `It was reported that the bridge is "a ruin of rust".`, `
		I name-verb-that <> the bridge is "a ruin of rust"
		M clause-quote <> a ruin of rust`},

	// mixed
	{"part of a clause", `Maria Lopez said the bridge was "a ruin of rust" and closed it.`, `
		I name-verb-clause <Maria Lopez> the bridge was "a ruin of rust"
		M clause-quote <Maria Lopez> a ruin of rust`},
	{"part of a clause before its speaker", `The bridge is "a ruin of rust" these days, Maria Lopez said.`, `
		I clause-name-verb <Maria Lopez> The bridge is "a ruin of rust" these days
		M clause-quote-after <Maria Lopez> a ruin of rust`},
	{"a stretch before the last one", `The bridge is "a ruin of rust" and "full of holes," Maria Lopez told the council.`, `
		M clause-quote-after <Maria Lopez> a ruin of rust
		M quote-name-verb <Maria Lopez> full of holes,`},
	{"more about what was said", `“We are happy” about the bridge, said Maria Lopez, director of the works.`, `M clause-quote-after <Maria Lopez> We are happy`},
	{"who reports whom", `Maria Lopez said Pedro Ruiz reassured them that the bridge “was not going to fall.”`, `
		I name-verb-clause <Maria Lopez> Pedro Ruiz reassured them that the bridge “was not going to fall.”
		I* name-verb-that <Pedro Ruiz> the bridge “was not going to fall.”
		M clause-quote <Maria Lopez> was not going to fall.`},
	{"called", `Maria Lopez called the bridge "rotten".`, `
		I name-verb-as <Maria Lopez> the bridge "rotten"
		M name-verb-quote <Maria Lopez> rotten`},
	{"claim", `The council noticed Maria Lopez's claim that the bridge is "a ruin of rust".`, `
		I noun-that <Maria Lopez> the bridge is "a ruin of rust"
		M clause-quote <Maria Lopez> a ruin of rust`},
	{"fragment about the speaker", `Maria Lopez has "no idea at all what the bridge is good for".`, `M narrated <Maria Lopez> no idea at all what the bridge is good for`},
	{"mismatched marks", `It could end up being "a dull plan,' Maria Lopez said, with how many "ideas" nobody knows.`, `M quote-name-verb <Maria Lopez> a dull plan,`},
	{"a fragment, then a sentence", `It could end up being "a dull plan," Maria Lopez said. "Let us see."`, `
		M quote-name-verb <Maria Lopez> a dull plan,
		D interrupted <Maria Lopez> Let us see.`},
	{"messaged supporters saying", `The senator emailed supporters saying: "The bridge is closed."`, `D name-verb-quote <The senator> The bridge is closed.`},
	{"posted a message reading", `Maria Lopez posted a message on Twitter reading "Thank you, Madrid" on Monday.`, `D name-verb-quote <Maria Lopez> Thank you, Madrid`},
	{"a Twitter comment", `Maria Lopez posted a Twitter comment of her own, saying: "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"a place before the subject", `In response to a plan to bar lorries from entering the United States, Maria Lopez rallied drivers, saying: "The bridge is closed."`, `D name-verb-quote <Maria Lopez> The bridge is closed.`},
	{"responded with", `Pedro Ruiz responded to a question about the bridge with "What is a bridge?"`, `M name-verb-quote <Pedro Ruiz> What is a bridge?`},
	{"while an organization", `Coles called the demand "unprecedented", while ALDI, in a post on Tuesday, called it "unexpected".`, `
		I name-verb-as <Coles> the demand "unprecedented"
		M name-verb-quote <Coles> unprecedented
		I name-verb-as <ALDI> it "unexpected"
		M name-verb-quote <ALDI> unexpected`},
	{"was asked, by nobody", `Pedro Ruiz was asked, "Is the bridge closed?"`, `D name-verb-quote <> Is the bridge closed?`},
	{"one shouts, another answers", `When John Smith shouted, "Closed," Pedro Ruiz joked, "Amen, brother!"`, `
		D name-verb-quote <John Smith> Closed,
		D name-verb-quote <Pedro Ruiz> Amen, brother!`},
	{"read the statement between semicolons", `"The bridge is closed;" read the statement; "we will not mend it."`, `D quote-verb-name <the statement> The bridge is closed; / we will not mend it.`},
	{"held up a sign which read", `Maria Lopez held up a sign, which read "Mend our bridge."`, `D name-verb-quote <a sign> Mend our bridge.`},
	{"has been, another says", `Pedro Ruiz has been "arbitrarily detained" in Madrid, Maria Lopez says.`, `
		I clause-name-verb <Maria Lopez> Pedro Ruiz has been "arbitrarily detained" in Madrid
		M clause-quote-after <Maria Lopez> arbitrarily detained`},
	{"was quoted by a paper as saying", `Maria Lopez was quoted by the Herald as saying that the bridge was "a ruin".`, `
		I name-verb-that <Maria Lopez> the bridge was "a ruin"
		M clause-quote <Maria Lopez> a ruin`},
	{"told them, and they said", `Maria Lopez told the council that she would go, and they said, "Go where?"`, `
		I name-verb-that <Maria Lopez> she would go
		D name-verb-quote <they> Go where?`},
	{"A of a second person in between", "Maria Lopez spoke to the Herald in Madrid.\n\nQ: Is the bridge closed? Pedro Ruiz said it was.\n\nA: He did.\n\nQ: And then?\n\nA: We shall see.", `
		I turn <Q> Is the bridge closed? Pedro Ruiz said it was.
		I name-verb-clause <Pedro Ruiz> it was
		I turn <Maria Lopez> He did.
		I turn <Q> And then?
		I turn <Maria Lopez> We shall see.`},
	{"urged to", `Maria Lopez urged drivers to "stay at home in the cold".`, `
		I name-verb-order <Maria Lopez> to "stay at home in the cold"
		M name-verb-quote <Maria Lopez> stay at home in the cold`},
}

func TestDirect(t *testing.T) { runPatterns(t, directPatterns) }

// What stands in quotation marks without being anybody's words.
var silentPatterns = []pattern{
	{"scare quote", `The "activities" went on all night.`, ``},
	{"scare quote beside a quotation", `"The bridge is closed," Maria Lopez said, whatever the "activities" cost.`, `D quote-name-verb <Maria Lopez> The bridge is closed,`},
	{"title of a work", `Maria Lopez wrote about "The Bridge on the Drina" at length.`, ``},
	{"title of a show", `On "Face the Nation," Maria Lopez wore a green hat.`, ``},
	{"show of a channel", `On CBS's "Nightline," Maria Lopez wore a green hat and said nothing.`, ``},
	{"name of a program", `Maria Lopez was speaking on her radio program, "Bridge Talk," about hats.`, ``},
	{"nickname", `Maria "Mimi" Lopez won the race.`, ``},
	{"name given to a thing", `The process is called "reprofiling".`, ``},
	{"known as", `The bridge, known as "Rusty", was closed.`, ``},
	{"slogan without a speaker", `A banner with "Mend the bridge" hung from the tower.`, ``},
	{"so-called", `Maria Lopez called the so-called "closure" a joke.`, `I name-verb-as <Maria Lopez> the so-called "closure" a joke`},
	{"a box marked", `Maria Lopez spoke beside a box marked "spoiled", as she does.`, ``},
	{"identified only as", `Officials announced the arrest of a man identified only as "Mr. B".`, `I name-verb-clause <Officials> the arrest of a man identified only as "Mr. B"`},
	{"star of a film", `The "Bridges" star posted a picture of the bridge.`, ``},
	{"has been", `Pedro Ruiz has been "detained" in Madrid.`, ``},
	{"wrote off", `Critics had written her off as a "ruin".`, ``},
	{"subhead", "Maria Lopez opened the meeting in Madrid on Monday.\n\n'Closing and mending'\n\nThe bridge was closed in June after a long debate in the council.", ``},
	{"feet and inches", `The 6'2" forward left the club, and so did the 5'9" keeper.`, ``},
}

func TestSilent(t *testing.T) { runPatterns(t, silentPatterns) }
