package quotes_test

import "testing"

// Indirect speech: reported clauses.
var indirectPatterns = []pattern{
	{"that", `Maria Lopez said that the bridge would be closed in June.`, `I name-verb-that <Maria Lopez> the bridge would be closed in June`},
	{"zero that", `Maria Lopez said the bridge would be closed in June.`, `I name-verb-clause <Maria Lopez> the bridge would be closed in June`},
	{"hearer", `Maria Lopez told the council that the bridge would be closed in June.`, `I name-verb-that <Maria Lopez> the bridge would be closed in June`},
	{"hearer, zero that", `Maria Lopez told reporters the bridge would be closed in June.`, `I name-verb-clause <Maria Lopez> the bridge would be closed in June`},
	{"hearer of the law, zero that", `Maria Lopez told police she had been in bed.`, `I name-verb-clause <Maria Lopez> she had been in bed`},
	{"of a list", `• Maria Lopez said that the bridge is closed.`, `I name-verb-that <Maria Lopez> the bridge is closed`},
	{"of a list, cue behind", `• The bridge is closed, according to Maria Lopez.`, `I clause-according <Maria Lopez> The bridge is closed`},
	{"hearer with an article", `Maria Lopez told the trial she had built the bridge.`, `I name-verb-clause <Maria Lopez> she had built the bridge`},
	{"sum of money", `Maria Lopez said £600,000 had been paid for the bridge.`, `I name-verb-clause <Maria Lopez> £600,000 had been paid for the bridge`},
	{"time between", `Maria Lopez said on Monday the bridge would be closed in June.`, `I name-verb-clause <Maria Lopez> the bridge would be closed in June`},
	{"means between", `Maria Lopez said in a statement that the bridge would be closed in June.`, `I name-verb-that <Maria Lopez> the bridge would be closed in June`},
	{"cautioned", `Maria Lopez cautioned that the details still need to be worked out.`, `I name-verb-that <Maria Lopez> the details still need to be worked out`},
	{"whether", `Maria Lopez asked whether the bridge would be closed in June.`, `I name-verb-wh <Maria Lopez> whether the bridge would be closed in June`},
	{"asked by nobody", `Asked whether the bridge would be closed, Maria Lopez smiled.`, `I name-verb-wh <> whether the bridge would be closed`},
	{"when asked", `Maria Lopez smiled when asked how the bridge would be closed.`, `I name-verb-wh <> how the bridge would be closed`},
	{"order", `Maria Lopez urged drivers to avoid the bridge in June.`, `I name-verb-order <Maria Lopez> to avoid the bridge in June`},
	{"promise", `Maria Lopez vowed to mend the bridge in June.`, `I name-verb-to <Maria Lopez> to mend the bridge in June`},
	{"name in front", `The bridge would be closed in June, Maria Lopez said.`, `I clause-name-verb <Maria Lopez> The bridge would be closed in June`},
	{"name behind the verb", `The bridge would be closed in June, said Maria Lopez.`, `I clause-verb-name <Maria Lopez> The bridge would be closed in June`},
	{"in the middle", `The bridge, Maria Lopez said, would be closed in June.`, `I clause-name-verb <Maria Lopez> The bridge / would be closed in June`},
	{"according before", `According to Maria Lopez, the bridge would be closed in June.`, `I according-clause <Maria Lopez> the bridge would be closed in June`},
	{"according after", `The bridge would be closed in June, according to Maria Lopez.`, `I clause-according <Maria Lopez> The bridge would be closed in June`},
	{"according with apposition", `According to the mayor, Maria Lopez, the bridge would be closed in June.`, `I according-clause <Maria Lopez> the bridge would be closed in June`},
	{"plural in the present", `Officials say the bridge will be closed in June.`, `I name-verb-clause <Officials> the bridge will be closed in June`},
	{"ministry", `The ministry said the bridge would be closed in June.`, `I name-verb-clause <The ministry> the bridge would be closed in June`},
	{"apposition", `Maria Lopez, who built the bridge, said it would be closed in June.`, `I name-verb-clause <Maria Lopez> it would be closed in June`},
	{"with officials saying", `The bridge stayed open, with officials saying it was safe.`, `I name-verb-clause <officials> it was safe`},
	{"in front of who was told", `The bridge would be closed in June, Maria Lopez told reporters on Monday.`, `I clause-name-verb <Maria Lopez> The bridge would be closed in June`},
	{"as she noted", `As Maria Lopez noted, the bridge would be closed in June.`, `I clause-name-verb <Maria Lopez> the bridge would be closed in June`},
	{"as she noted, behind", `The bridge would be closed in June, as Maria Lopez noted.`, `I clause-name-verb <Maria Lopez> The bridge would be closed in June`},
	{"plural far from its verb", `Sources close to the campaign say the bridge will be closed in June.`, `I name-verb-clause <Sources close to the campaign> the bridge will be closed in June`},
	{"headline", "Lopez: Bridge will be closed in June\n\nThe bridge will be closed in June, and the council of Madrid met on Monday to vote on it.\n\nMaria Lopez led the meeting of the council.", `I heading-clause <Maria Lopez> Bridge will be closed in June`},
	{"a thing", `Maria Lopez called for the closure of the bridge in June.`, `I name-verb-object <Maria Lopez> the closure of the bridge in June`},
	{"two apostrophes", "''The bridge will be closed,'' Maria Lopez said. ''It is unsafe.''\n\nShe called the plan ''very bold.''", `
		I quote-name-verb <Maria Lopez> The bridge will be closed, / It is unsafe.
		I name-verb-as <Maria Lopez> the plan ''very bold.''`},
	{"a relative clause", `Maria Lopez met Pedro Ruiz, who said the bridge would be closed in June.`, `I name-verb-clause <Pedro Ruiz> the bridge would be closed in June`},
	{"who of two nouns", `Maria Lopez learned the trade from an uncle, who said that the bridge was safe.`, `I name-verb-that <an uncle> the bridge was safe`},
	{"by reports", `By early reports, the bridge has fallen.`, `I according-clause <reports> the bridge has fallen`},
	{"according to two", `According to Maria Lopez, and Pedro Ruiz, a lawyer from Madrid, the bridge has fallen.`, `I according-clause <Maria Lopez> the bridge has fallen`},
	{"seen by", `A document seen by Reuters shows that the bridge was unsafe.`, `I name-verb-that <A document seen by Reuters> the bridge was unsafe`},
	{"that, with a comma", `Officials say that, while it rains, the bridge is safe.`, `I name-verb-that <Officials> while it rains, the bridge is safe`},
	{"number as a subject", `Six in 10 say the bridge is safe.`, `I name-verb-clause <Six in 10> the bridge is safe`},
	{"about so many", `About 40 people have left the city, officials said.`, `I clause-name-verb <officials> About 40 people have left the city`},
	{"while NAME, a doctor", `While Maria Lopez, the mayor of the city, said the bridge was safe, others left.`, `I name-verb-clause <Maria Lopez> the bridge was safe`},
	{"unknown verb before and", `Maria Lopez repeatedly embraced Pedro Ruiz and said that the bridge was safe.`, `I name-verb-that <Maria Lopez> the bridge was safe`},

	{"passive", `The bridge is reported to be closed in June.`, `I passive <> The bridge / to be closed in June`},
	{"passive with an agent", `The bridge was described by Maria Lopez as old and rusty.`, `I passive <Maria Lopez> The bridge / as old and rusty`},
	{"passive in front", `Described as "rusty" by Maria Lopez, the bridge fell.`, `
		I passive <Maria Lopez> as "rusty"
		M name-verb-quote <Maria Lopez> rusty`},
	{"passive, a date between", `The bridge was yesterday reported to have been closed.`, `I passive <> The bridge / to have been closed`},
	{"who is told", `Drivers were advised to avoid the bridge in June.`, `I name-verb-order <> to avoid the bridge in June`},
	{"which she said", `The council closed the bridge, which Maria Lopez said was unsafe.`, `I which-name-verb <Maria Lopez> which / was unsafe`},
	{"what she called", `The council met what Maria Lopez called a "storm of protest".`, `
		I which-name-verb <Maria Lopez> what / a "storm of protest"
		M name-verb-quote <Maria Lopez> storm of protest`},
	{"say experts", "The bridge is old and rusty.\n\nThe bridge will be closed in June, say experts.", `I clause-verb-name <experts> The bridge will be closed in June`},
	{"a court heard", `The court heard that Maria Lopez had closed the bridge.`, `I heard <> Maria Lopez had closed the bridge`},
	{"a court was told", `The bridge had been closed in June, the inquest was told.`, `I heard <> The bridge had been closed in June`},
	{"an apposition before the verb", `Maria Lopez said their company, Ruiz & Son Ltd, sent photographs of the bridge to the council.`, `I name-verb-clause <Maria Lopez> their company, Ruiz & Son Ltd, sent photographs of the bridge to the council`},
	{"a statement posted on a site", `Maria Lopez said in a statement posted on the council's website that the bridge was unsafe.`, `I name-verb-that <Maria Lopez> the bridge was unsafe`},
	{"British spelling", `Maria Lopez signalled that the bridge would be closed.`, `I name-verb-that <Maria Lopez> the bridge would be closed`},
	{"a report tabled somewhere", `A report tabled at the meeting said that the bridge was unsafe.`, `I name-verb-that <A report tabled at the meeting> the bridge was unsafe`},
	{"but that, she says", `The rain may be heavier by June, but that, Maria Lopez says, is no reason to close the bridge.`, `I clause-name-verb <Maria Lopez> that / is no reason to close the bridge`},
	{"to an organization", `Maria Lopez explained to Reuters that the bridge would be closed in June.`, `I name-verb-that <Maria Lopez> the bridge would be closed in June`},
	{"on a site on a day", `Maria Lopez announced on Facebook on Tuesday there were suspects in custody.`, `I name-verb-clause <Maria Lopez> there were suspects in custody`},
	{"a role without article", `The bridge was closed, bridge builder Maria Lopez announced.`, `I clause-name-verb <Maria Lopez> The bridge was closed`},
	{"a noun in -ly", `Organizers of the rally said they were fighting for the bridge.`, `I name-verb-clause <Organizers of the rally> they were fighting for the bridge`},
	{"according to, behind a part", `The bridge fell, killing twenty people according to officials.`, `I clause-according <officials> killing twenty people`},
	{"but, according to", `The council gave no reason, but, according to Maria Lopez, the bridge was unsafe.`, `I according-clause <Maria Lopez> the bridge was unsafe`},
	{"according to which", `The council signed a treaty, according to which the bridge would be closed.`, `I according-clause <> the bridge would be closed`},

	// borders
	{"which he said", `Maria Lopez said the bridge was old, which she said was no surprise.`, `
		I name-verb-clause <Maria Lopez> the bridge was old
		I which-name-verb <Maria Lopez> which / was no surprise`},
	{"a relative clause inside", `Maria Lopez said the bridge, which was built in 1950, would be closed in June.`, `I name-verb-clause <Maria Lopez> the bridge, which was built in 1950, would be closed in June`},
	{"the narrator's contrast", `Maria Lopez said the bridge would be closed in June, but the council has not voted on it.`, `I name-verb-clause <Maria Lopez> the bridge would be closed in June`},
	{"the next attribution", `Maria Lopez said the bridge would be closed in June, adding that it was unsafe.`, `
		I name-verb-clause <Maria Lopez> the bridge would be closed in June
		I name-verb-that <Maria Lopez> it was unsafe`},
	{"another speaker", `Maria Lopez said the bridge was unsafe, while John Smith said it was safe.`, `
		I name-verb-clause <Maria Lopez> the bridge was unsafe
		I name-verb-clause <John Smith> it was safe`},
	{"a list inside", `Maria Lopez said the bridge was old, rusty and unsafe.`, `I name-verb-clause <Maria Lopez> the bridge was old, rusty and unsafe`},
	{"semicolon", `Maria Lopez said the bridge was unsafe; the council closed it.`, `I name-verb-clause <Maria Lopez> the bridge was unsafe`},
	{"nested", `The paper reported that Maria Lopez said the bridge was unsafe.`, `
		I name-verb-that <The paper> Maria Lopez said the bridge was unsafe
		I* name-verb-clause <Maria Lopez> the bridge was unsafe`},

	{"the main verb behind a relative clause", `The ministry, which had offered to mediate in the strike, welcomed the vote.`, `I name-verb-to <The ministry> to mediate in the strike`},
	{"the main verb, and a relative clause inside", `Pedro Ruiz, who said that the bridge, which was old, had fallen, left the city.`, `I name-verb-that <Pedro Ruiz> the bridge, which was old, had fallen`},
	{"according to something published", `According to a report, published in June, the bridge was safe.`, `I according-clause <a report> the bridge was safe`},
	{"on a show, said it", `Maria Lopez, speaking on the show "Bridge Talk", said it had been safe.`, `I name-verb-clause <Maria Lopez> it had been safe`},
	{"a day after", `Maria Lopez said that she would leave, a day after the bridge was closed.`, `I name-verb-that <Maria Lopez> she would leave`},
	{"said, according to another", `The ministry said that it was ready to close the bridge, according to a spokesperson who was there.`, `
		I clause-according <a spokesperson> The ministry said that it was ready to close the bridge
		I* name-verb-that <The ministry> it was ready to close the bridge`},
	{"compared with", `Half of the drivers said the bridge was safe, compared with 41 percent in June.`, `I name-verb-clause <Half of the drivers> the bridge was safe`},
	{"a claim that", `Maria Lopez said the bridge was safe, a claim that engineers reject.`, `I name-verb-clause <Maria Lopez> the bridge was safe`},
	{"as has", `Maria Lopez said that she would leave, as has Pedro Ruiz.`, `I name-verb-that <Maria Lopez> she would leave`},
	{"a dateline", "Bridge closed\n\nMADRID, Spain — The bridge will be closed in June, officials said.\n\nThe council of the city met on Monday to vote on the plan.", `I clause-name-verb <officials> The bridge will be closed in June`},
	{"a dateline with a colon", "Bridge closed\n\nMADRID: The bridge will be closed in June, officials said.\n\nThe council of the city met on Monday to vote on the plan.", `I clause-name-verb <officials> The bridge will be closed in June`},
	{"her son, NAME, said", `The bridge was closed in June, her son, Pedro Ruiz, said.`, `I clause-name-verb <Pedro Ruiz> The bridge was closed in June`},
	{"an unlisted verb before claiming", `The ministry delivered a letter to the council, claiming that the bridge was unsafe.`, `I name-verb-that <The ministry> the bridge was unsafe`},
	{"by telephone", `Maria Lopez said by telephone that the bridge was unsafe.`, `I name-verb-that <Maria Lopez> the bridge was unsafe`},

	// no speech
	{"belief", `Maria Lopez believes the bridge is unsafe.`, ``},
	{"plan", `Maria Lopez decided to mend the bridge.`, ``},
	{"negated", `Maria Lopez did not say whether the bridge would be closed.`, ``},
	{"noun", `The claims were settled in court after a report on the bridge.`, ``},
	{"asked not to be named", `A diplomat asked not to be named.`, ``},
	{"asked not to be named, then said", `A diplomat, who asked not to be named, said the bridge was unsafe.`, `I name-verb-clause <A diplomat> the bridge was unsafe`},
	{"when asked", `"It is closed," Maria Lopez told reporters when asked about the bridge.`, `D quote-name-verb <Maria Lopez> It is closed,`},
	{"a map that would", `Pedro Ruiz asked her for a map that would leave out the bridge.`, ``},
	{"not yet", `Maria Lopez has not yet admitted that the bridge was unsafe.`, ``},
	{"neither", `Maria Lopez did not deny or confirm that the bridge was unsafe.`, ``},
	{"nobody", `No engineer said that the bridge was unsafe.`, ``},
	{"adjective", `Several alleged vandals were seen on the bridge, and the number of confirmed cases rose.`, ``},
	{"a country", `The bridge stands in the United States and on Syrian state land.`, ``},
	{"posted a thing", `Maria Lopez posted a picture of the bridge.`, ``},
	{"refused", `Maria Lopez refused to say how much the bridge had cost.`, ``},
	{"hearing", `Maria Lopez heard that the bridge was unsafe.`, ``},
}

func TestIndirect(t *testing.T) { runPatterns(t, indirectPatterns) }
