package compile

import "strings"

// A pageKind is a kind of sport page: headlines, lines; prose lines may share a paragraph.
type pageKind struct {
	heads, lines []string
	prose        bool
}

func lines(s string) []string { return strings.Split(strings.TrimSpace(s), "\n") }

const counties = `Yorkshire,Lancashire,Kent,Essex,Sussex,Surrey,Somerset,Middlesex,Warwickshire,Worcestershire,Hampshire,Derbyshire,
Leicestershire,Northamptonshire,Nottinghamshire,Gloucestershire,Glamorgan,Durham,Queensland,Victoria,New South Wales,Western Australia,
Florida,Texas,California,Colorado,Minnesota,Arizona,Utah,Indiana,Carolina,Tennessee,New England,New Jersey,Oakland,Montreal,Vancouver`

var suffixes = strings.Fields(`United City Rovers Wanderers Athletic Albion County Town Rangers Hotspur FC Dynamo Spartak Lokomotiv Sporting Real
Racing Olympique Tigers Lions Bulls Eagles Hawks`)

var nicknames = strings.Split(`Rangers,Celtic,Arsenal,Chelsea,Everton,Aston Villa,Leeds,Ajax,Juventus,Lazio,Sampdoria,Benfica,Porto,PSV,Feyenoord,
Barcelona,Real Madrid,Inter,AC Milan,Bayern Munich,Borussia Dortmund,Werder Bremen,Hamburger SV,Anderlecht,Galatasaray,Dynamo Kiev,Spartak Moscow,
Yankees,Red Sox,White Sox,Cubs,Dodgers,Giants,Mets,Braves,Phillies,Astros,Padres,Reds,Pirates,Cardinals,Rockies,Marlins,Expos,Orioles,Blue Jays,
Tigers,Indians,Brewers,Twins,Royals,Athletics,Angels,Mariners,Lakers,Celtics,Knicks,Bulls,Pistons,Spurs,Rockets,Jazz,Suns,Heat,Magic,Pacers,
Hawks,Nets,Raptors,Bruins,Sabres,Red Wings,Blackhawks,Penguins,Flyers,Islanders,Devils,Canucks,Oilers,Flames,Maple Leafs,Cowboys,Packers,Bears,
Dolphins,Steelers,Broncos,Raiders,Chiefs,Vikings,Saints,Falcons,Eagles,Redskins,Bengals,Browns,Colts,Jets,Patriots,Bills,Wasps,Harlequins,Saracens`, ",")

// pages are the kinds of page.
var pages = []pageKind{
	{heads: lines(`
SOCCER - {C1} BEAT {C2} {r} IN LEAGUE.
SOCCER - {C1} STAY TOP AFTER WIN OVER {C2}.
Soccer - {c1} held by {c2}.
SOCCER - LEAGUE RESULTS AND STANDINGS.
SOCCER - {S} SCORES TWICE AS {C1} GO TOP.
RUGBY UNION - {C1} TOO STRONG FOR {C2}.
{c1} sign striker {p} from {n}`), prose: true, lines: lines(`
{c1} beat {c2} {r} on Saturday to move to the top of the table.
{p}, who joined {c} from {c} for two million pounds, scored the winner in the {#}th minute.
{c1} striker {p} was sent off after a foul on {s}.
Former {c} and {c} captain {p} said he was happy with the draw.
{c2}, who lost {r} at home to {c} last week, had defender {p} injured.
{n} drew {r} with {c} at {t}.
{c} manager {p} said: "We played well and {c2} did not."
The game between {c} and {n} was postponed because of snow.
{c1} goalkeeper {p} saved a penalty from {s}.
A goal by {p} gave {c} a {r} victory over {n}.
{n} coach {p} praised his side after the defeat by {c}.
{c1}'s {p} and {c2}'s {p} were booked.
It was {c}'s third win in a row and {c2}'s first defeat of the season.
{p} of {c} will miss the match against {n}.
Midfielder {p} has signed a two-year contract with {c}.
{p}, the {k} international, moves from {c} to {n}.`)},
	{heads: lines(`
SOCCER - ENGLISH LEAGUE RESULTS.
SOCCER - RESULTS OF {K1} CHAMPIONSHIP MATCHES.
SOCCER - {K1} FIRST DIVISION STANDINGS.
Rugby league summaries and results.
SOCCER - {K1} PREMIER LEAGUE FIXTURES.`), lines: lines(`
{c} {#} {c} {#}
{c} {#} {c} {#}
{n} {#} {c} {#}
{c} {r} {n}
{c} v {c}
{n} v {c}
{c} {#} {#} {#} {#} {#} {#} {#}
{c} {#} {#} {#} {#} {#} {#} {#}
{n} {#} {#} {#} {#} {#} {#} {#}
{c} {#} ({s} 12, {s} 77) {c} {#} ({s} 30pen). Halftime {r}. Attendance {m}00
{c} {#} {c} {#} (halftime {r})
Played on Saturday: {c} {#} {n} {#}
Scorers: {s} (10th minute), {s} (62nd)
Division two
{c} v {n} postponed
Standings (tabulate under played, won, drawn, lost, goals for, against, points):`)},
	{heads: lines(`
BASEBALL - MAJOR LEAGUE RESULTS FRIDAY.
BASEBALL - {N} BEAT {N} IN TEN INNINGS.
NBA BASKETBALL - STANDINGS AFTER SUNDAY'S GAMES.
NHL ICE HOCKEY - RESULTS AND STANDINGS.
NFL AMERICAN FOOTBALL - {N} EDGE {N}.`), lines: lines(`
{C} {#} {c} {#}
{c} {#} {C} {#}
{c} {#} {C} {#}
{C} {m} {m} .512 {#}
{C} {#} {#} .638 - 1/2
{C} AT {C}
{C} AT {C}
{c} at {c}
{C} {#} {#} {#} {m} {m} {#}
W L PCT GB
EASTERN DIVISION
WESTERN CONFERENCE
SATURDAY'S SCHEDULE
In {t1}, {p} hit a two-run homer in the ninth as the {n} beat the {n} {r}.
In {t}, {p} scored {m} points to lead {c} to a victory over the {n}.
{c} won for the fifth time in six games behind {p}.
At {t}, {p} struck out eight as the {n} shut out {c} {r}.
The {n} have lost seven straight to {c}.
{p} of the {n} was named player of the week.`)},
	{heads: lines(`
CRICKET - ENGLISH COUNTY CHAMPIONSHIP SCORES.
CRICKET - {K1} V {K2} FINAL TEST SCOREBOARD.
CRICKET - {C} CLOSE IN ON TITLE.
CRICKET - {K1} BEAT {K2} BY SIX WICKETS.`), lines: lines(`
{t}: {c} {m} and {m} ({i} 69, {i} 52 not out; {i} 4-43), {c} {m} ({i} 5-51).
At {t}: {c} beat {c} by an innings and 20 runs. {c} 22 points, {c} 4.
{c} {m}-3 ({i} 111, {i} 84) v {c}
{i} c {s} b {s} {m}
{i} not out {#}
{p} c {s} b {s} {#}
{p} lbw b {s} {#}
{p} run out {#}
{s} c and b {s} {#}
Bowling: {s} 10-1-53-2, {s} 8-0-41-1, {s} 9-2-30-0
Fall of wickets: 1-24 2-60 3-90
Did not bat: {s}, {s}, {s}.
{k1}: {p} (captain), {p}, {p}, {p}, {p}.
{k1} won the toss and put {k2} in to bat.
{c} all-rounder {p} was recalled by {k1}.
{c} captain {p} hit a century as {c} reached {m} for six against {c}.
{k1} beat {k2} by six wickets in the first one-day international.`)},
	{heads: lines(`
TENNIS - RESULTS AT THE {K1} OPEN.
TENNIS - {S} INTO THIRD ROUND.
ATHLETICS - LEADING RESULTS AT {T1} MEETING.
CYCLING - {S} WINS STAGE.
GOLF - LEADING SCORES IN {T1}.
SWIMMING - RESULTS IN {T1}.`), lines: lines(`
{p} ({k}) beat {p} ({k}) 6-4 6-3
3-{p} ({k}) beat {p} ({k}) 7-6 (7-4) 6-2
{p} ({k}) vs. {p} ({k})
{p}, {k}, def. {p}, {k}, 6-1, 6-2
1. {p} ({k}) 10.03 seconds
2. {p} ({k}) 3:52.11
3. {s} 1:23
4. {s} same time
5. {p} ({k}) {n} same time
Men's 100 metres:
Women's singles, second round
{m} {p} ({k}) 69 70 71
70 {p}, {p} ({k})
{m} - {p} 68 72, {i} 70 70
World record: {p} ({k}) 8.63
{k1} beat {k2} 3-1 in the final of the relay ({p}, {p}).
{p} of {k} won the 800 metres in {t}.`)},
	{heads: lines(`
SOCCER - {K1} BEAT {K2} {r} IN FRIENDLY.
SOCCER - {K1} NAME SQUAD FOR {K2} MATCH.
SOCCER - {K1} QUALIFY AFTER DRAW WITH {K2}.
RUGBY UNION - {K1} TEAM FOR {K2} TEST.`), prose: true, lines: lines(`
{k1} beat {k2} {r} (halftime {r}) in a friendly international on Wednesday.
{k1}: {p}, {p}, {p}, {p}, {p}.
{k1} - {p} ({c}); Defenders - {p} ({c}), {p} ({n}); Midfielders - {p} ({c}).
Goalkeepers: {p} ({n}), {p} ({c})
Forwards - {p} ({c}), {p} ({n})
{k1} - {p} (12th minute), {p} (80th)
{k2} coach {p} said {k1} deserved to win.
{k1} captain {p} will miss the game in {t}.
{k1} {#} {k2} {#}
{k} {#} {#} {#} {#} {#} {#}
Attendance: {m}00
{p}, who plays for {c} in {k}, scored for {k1}.`)},
}
