package layout

// pages are articles as the sites of newspapers show them, in the notation of layouts, with what stands above and below them.
var pages = []string{`
dateline    12 Feb, 2020 04:00 PM
boilerplate 4 mins to read
headline    Harbour tunnel: Council votes to delay work until spring
byline      Hana Tukere
author      Reporter, Auckland
boilerplate Share
boilerplate Save
caption     Traffic queues at the mouth of the tunnel on Monday morning. Photo / Dean Purcell
boilerplate Subscribe to listen
boilerplate Access to this article in full requires a subscription.
boilerplate THE FACTS
summary     The council voted 9-7 for a delay.
summary     The contractor says each month costs $2 million.
body        Work on the harbour tunnel will not start before spring after councillors voted on Tuesday to wait for a new report.
body        "We have been here before," said councillor Ngaire Pohatu.
boilerplate Advertisement
boilerplate Advertise with NZME.
body        The contractor, Bridgeway, said each month of delay would cost ratepayers about $2 million.
boilerplate Latest from New Zealand
boilerplate Rain warnings for the far north
boilerplate Man found safe after night in bush
`, `
boilerplate Close
boilerplate Menu
boilerplate News
headline    Kisumu traders sue county over market fire
dateline    Wednesday, February 12, 2020
caption     Traders sift through what is left of their stalls at Kibuye Market on February 10, 2020. PHOTO | ONDARI OGEGA | NATION MEDIA GROUP
byline      By  Achieng Otieno
author      Nation Media Group
boilerplate What you need to know:
summary     Traders want Sh400 million.
summary     County says it had warned them about wiring.
body        Traders who lost their stalls in the fire at Kibuye Market have sued the county government, asking for Sh400 million.
body        In papers filed at the High Court in Kisumu, the 212 traders say the county ignored three letters about bare wires.
boilerplate Also Read: Why fires keep breaking out in markets
body        County secretary Ouma Were denied the claim.
body        “We warned them in writing,” Mr Were said.
body        The case will be heard on March 3.
boilerplate aotieno@ke.nationmedia.example
`, `
headline    Lisbon shuts riverside road as tide rises
byline      By JOAO ALMEIDA
dateline    Updated 5:05 PM EST, February 12, 2020
boilerplate Share
caption     A man wades through water in Lisbon, Portugal, Wednesday, Feb. 12, 2020. (AP Photo/Armando Franca)
boilerplate Read More
boilerplate 3 of 7 |
body        LISBON, Portugal (AP) — Authorities in Lisbon closed the main road along the Tagus River on Wednesday.
body        The tide was the highest since 1979, the port authority said, and more rain was expected over the weekend.
subhead     OTHER DEVELOPMENTS
body        — In Porto, two people were rescued from a car.
body        — Trains between Lisbon and Cascais stopped running at noon.
boilerplate ___
boilerplate Follow AP’s coverage of extreme weather: https://apnews.example/weather
byline      JOAO ALMEIDA
author      Almeida covers Portugal for The Associated Press. He is based in Lisbon.
boilerplate twitter
boilerplate mailto
`, `
boilerplate India News
headline    Two held for selling fake tickets to Pune match
summary     The two were caught with 300 tickets printed on a home computer, police said.
byline      Written by Sushant Kulkarni
dateline    Pune | Updated: February 12, 2020 7:45 IST
boilerplate NewsGuard
boilerplate Follow Us
caption     The stadium at Gahunje. (Express file photo by Arul Horizon)
body        Two men were arrested on Tuesday for allegedly selling fake tickets to Sunday's one-day match, the Pune Rural Police said.
body        Assistant inspector Pradeep Kale said the two, both students, had printed 300 tickets.
boilerplate Also Read | How to spot a fake ticket
body        They were produced before a court in Vadgaon and remanded in custody for three days.
boilerplate 📣 Join our Telegram channel (The Indian Express) for the latest news and updates
boilerplate © The Indian Express (P) Ltd
boilerplate First uploaded on: 12-02-2020 at 05:10 IST
boilerplate Tags:
boilerplate Pune
boilerplate Pune Police
`, `
boilerplate Business
boilerplate |
boilerplate Energy & Green Goods
headline    Dutch grid firm to spend €4bn on cables
summary     TenneT says it cannot find enough electricians
byline      By Marten de Vries
dateline    12 February 2020 at 07:00 CET
boilerplate 2 min read
boilerplate Listen to article
body        TenneT will spend 4 billion euros on cables under the North Sea, the Dutch grid operator said on Wednesday.
body        “Money is not the problem. Hands are,” chief executive Manon van Beek told reporters in Arnhem.
body        The firm employs 3,000 people and plans to hire 1,000 more by the end of next year.
byline      — With assistance from Cagan Koc
boilerplate Before it's here, it's on the Terminal
boilerplate Most Read
boilerplate Stocks slip as oil climbs
boilerplate The new rules of the office
boilerplate Terms of Service
boilerplate Manage Cookies
boilerplate © 2020 Grid Media. All Rights Reserved.
`, `
headline    Missing hiker found alive in Glacier after nine days
byline      Story by Kari Holt, Missoula Current
body        A hiker missing for nine days in Glacier National Park was found alive Sunday by a trail crew, park rangers said.
body        Ellis Ward, 29, had a broken ankle and had eaten berries, ranger Tess Oyler said.
body        "He asked us who won the game," Oyler said.
body        The park asked hikers to register at the gate.
boilerplate If you enjoyed this story, support us with a donation.
boilerplate Sponsored Content
boilerplate Seniors are rushing to claim this benefit
boilerplate Her doctor told her to stop eating this
boilerplate More for You
boilerplate The 10 best lakes in Montana
`, `
boilerplate By continuing to use this site you agree to our use of cookies.
headline    Two ministers quit in Lima over bus deal
dateline    Published On 12 Feb 2020
body        Lima, Peru – Two ministers in Peru have resigned over a contract for electric buses that prosecutors say was rigged.
body        Transport Minister Elsa Quispe and Finance Minister Raul Ocampo stepped down within an hour of each other on Tuesday.
boilerplate Keep reading
boilerplate list of 3 items
boilerplate list 1 of 3
boilerplate Who profits from Lima's buses?
boilerplate list 2 of 3
boilerplate Peru's president faces new vote
boilerplate end of list
subhead     'Clear signs'
body        “There are clear signs of collusion,” prosecutor Rosa Melgar told journalists outside her office in the capital.
body        Ocampo denied wrongdoing.
credit      Source: Al Jazeera and news agencies
`, `
headline    Statement on the death of Professor Ruth Abelson
dateline    12 February 2020
body        The university is deeply saddened to learn of the death of Professor Ruth Abelson, who taught here for 31 years.
body        Vice-Chancellor Tom Pike said she was “a giant in a small office”.
body        A memorial service will be held on 1 March at St Anne's Church.
boilerplate Notes to editors
boilerplate For further information contact the press office on 0161 496 0000 or press@uni.example.
`, `
boilerplate Politics live
headline    Australia news live: senator quits frontbench; Perth swelters
byline      Ann Reid (now) and Tom Burke (earlier)
dateline    Thu 16 Jan 2025 18.21 AEDT
dateline    First published on Thu 16 Jan 2025 06.30 AEDT
caption     Senator Joan Hill at Parliament House this morning. Photograph: Mark Lee/AAP
boilerplate Key events
boilerplate 18.02 AEDT
boilerplate What we learned
boilerplate 15.40 AEDT
boilerplate Hill quits frontbench
dateline    18.02 AEDT
subhead     What we learned
body        That's where we'll leave the live blog. Here is what made the news:
body        A 61-year-old man died in the heat at Newcastle.
dateline    15.40 AEDT
subhead     Hill quits frontbench
body        Senator Joan Hill has resigned as shadow resources minister, saying she could not support the deal.
boilerplate Share
dateline    Updated at 15.58 AEDT
dateline    13.05 AEDT
byline      Carl Otto
body        Afternoon! I'm handing over to Ann Reid, who will take you through the rest of the day.
boilerplate Explore more on these topics
boilerplate Australia news
boilerplate Reuse this content
`, `
boilerplate Home / Business / Shipping
headline    Ferry line names first woman CEO as route reopens
byline      By: Ann Reid - Reporter / @annreid
dateline    Business Courier / 05:15 AM August 08, 2022
body        MANILA, Philippines — The ferry line on Friday named Ann Cole as its president, the first woman to run it.
boilerplate FEATURED STORIES
boilerplate BUSINESS
boilerplate Peso sinks to new low against dollar
boilerplate BUSINESS
boilerplate Inflation hits 6.4% in July
body        The appointment was welcomed by the transport secretary, who attended the maiden voyage on Sunday.
boilerplate For more news about the shipping industry, click here.
boilerplate About Acme Ferries
boilerplate Acme Ferries Corp. operates 22 vessels on 14 routes and employs 3,100 people.
boilerplate Media contact:
boilerplate Liza Abad, corporate communications manager
boilerplate +63 2 555 0199
`, `
boilerplate Skip to main content
boilerplate SUBSCRIBE NOW
boilerplate HIGH SCHOOL SPORTS
headline    Athens stuns Springfield in overtime behind freshman guard's 31 points
byline      Kyle Brand
byline      Ohio Ledger
dateline    Published 10:48 p.m. ET Feb. 21, 2025
body        COLUMBUS, Ohio – Down nine with three minutes left, the coach turned to the end of her bench and found a freshman.
subhead     BOX SCORE
body        Athens 15 12 14 19 8 — 68
author      Kyle Brand covers high school sports for the Ledger. Reach him at kbrand@ledger.example.
boilerplate Contact Dana White at 715-555-0142.
boilerplate Correction: An earlier version of this story misstated the number of rebounds.
boilerplate MORE: County weighs guardrail money
boilerplate Sign up for the Friday Night Lights newsletter.
`, `
headline    UPDATE 2-Talks on border power line to resume
summary     * Line has been idle since 2019
boilerplate (Adds opposition reaction, background)
byline      By Luis Fernando Arce and Marta Quiroga
body        BOGOTA, Sept 3 (Wire) - Colombia will resume talks with Venezuela next week on restarting a power line.
body        "Nobody gains when Merida is in the dark," the minister said.
byline      (Reporting by Luis Fernando Arce in Bogota and Marta Quiroga in Caracas; Editing by Rosalind Hart)
boilerplate Our Standards: The Trust Principles.
byline      Luis Fernando Arce
author      Andina Wire
author      Luis Fernando covers energy and mining in the Andean region. He previously worked in Lima.
`}
