package resolve

import (
	"math"
	"testing"

	"github.com/dateline-nlp/dateline"
)

// TestToponyms has short news paragraphs with names that are several places: what is around them says which. Each
// wanted place is the n-th mention of its name, with country and a position that it is less than two degrees away from
// (five for regions).
func TestToponyms(t *testing.T) {
	type want struct {
		name     string
		nth      int
		country  string
		lat, lon float64
	}
	right, total := 0, 0
	for _, c := range []struct {
		text string
		want []want
	}{
		{"{L SPRINGFIELD}, Ill. – {L Illinois} lawmakers met in {L Springfield} on Monday. {L Chicago} schools would gain.", []want{{"Springfield", 1, "US", 39.8, -89.6}}},
		{"Police in {L Springfield}, {L Missouri}, looked for a man from {L Joplin}.", []want{{"Springfield", 1, "US", 37.2, -93.3}, {"Joplin", 1, "US", 37.1, -94.5}}},
		{"The ferry leaves {L Portland} for {L Bangor}, {L Maine}, at noon. {L Augusta} is quiet.", []want{{"Portland", 1, "US", 43.7, -70.3}, {"Bangor", 1, "US", 44.8, -68.8}, {"Augusta", 1, "US", 44.3, -69.8}}},
		{"A jury in {L Birmingham}, {L Alabama}, heard how men from {L Tuscaloosa} and {L Montgomery} met.", []want{{"Birmingham", 1, "US", 33.5, -86.8}, {"Montgomery", 1, "US", 32.4, -86.3}}},
		{"Buses in {L Birmingham} and {L Coventry} stopped, and {L Britain} froze.", []want{{"Birmingham", 1, "GB", 52.5, -1.9}, {"Coventry", 1, "GB", 52.4, -1.5}}},
		{"The patriarch spoke in {L Alexandria} after flying from {L Cairo}.", []want{{"Alexandria", 1, "EG", 31.2, 29.9}}},
		{"Commuters from {L Alexandria}, {L Arlington} and {L Vienna}, Va., filled the trains to {L Washington}.", []want{{"Alexandria", 1, "US", 38.8, -77.05}, {"Arlington", 1, "US", 38.88, -77.1}, {"Vienna", 1, "US", 38.9, -77.26}, {"Washington", 1, "US", 38.9, -77.04}}},
		{"Talks in {L Vienna} between {L Iran} and the {N Europeans} went on; {L Austria} was pleased.", []want{{"Vienna", 1, "AT", 48.2, 16.4}}},
		{"Students in {L Moscow}, {L Idaho}, mourned. The road to {L Boise} was shut.", []want{{"Moscow", 1, "US", 46.7, -117}}},
		{"Growers near {L Valencia} fear frost, the {N Spanish} farm lobby said in {L Madrid}.", []want{{"Valencia", 1, "ES", 39.5, -0.4}}},
		{"Protests in {L Santiago} spread to {L Valparaíso} and {L Concepción}.", []want{{"Santiago", 1, "CL", -33.4, -70.7}, {"Concepción", 1, "CL", -36.8, -73}}},
		{"The storm hit {L Santiago} and {L Holguín} in eastern {L Cuba}.", []want{{"Santiago", 1, "CU", 20, -75.8}}},
		{"A chip maker in {L San Jose} will hire 300, {L California} said. {L Palo Alto} objects.", []want{{"San Jose", 1, "US", 37.3, -121.9}}},
		{"Lawmakers in {L San Jose} debated coffee taxes as {L Costa Rica} voted.", []want{{"San Jose", 1, "CR", 9.9, -84.1}}},
		{"Engineers in {L Hyderabad} and {L Bengaluru} were hired by the {N Indian} firm.", []want{{"Hyderabad", 1, "IN", 17.4, 78.5}}},
		{"The flood reached {L Hyderabad} in {L Sindh}, {N Pakistani} officials said.", []want{{"Hyderabad", 1, "PK", 25.4, 68.4}}},
		{"Miners flew from {L Perth} to {L Kalgoorlie}; {L Australia} exports ore.", []want{{"Perth", 1, "AU", -31.95, 115.9}}},
		{"Farmers drove tractors from {L Perth} to {L Dundee} and on to {L Edinburgh}.", []want{{"Perth", 1, "GB", 56.4, -3.4}, {"Dundee", 1, "GB", 56.5, -3}}},
		{"Coal ships queued off {L Newcastle}, north of {L Sydney}.", []want{{"Newcastle", 1, "AU", -32.9, 151.8}}},
		{"Trains between {L Newcastle} and {L Durham} were late, {L Sunderland} council said.", []want{{"Newcastle", 1, "GB", 55, -1.6}, {"Durham", 1, "GB", 54.8, -1.6}}},
		{"The steel plant in {L Hamilton}, {L Ontario}, closes. {L Kingston} and {L Windsor} worry.", []want{{"Hamilton", 1, "CA", 43.25, -79.9}, {"Kingston", 1, "CA", 44.2, -76.5}, {"Windsor", 1, "CA", 42.3, -83}}},
		{"Gunfire was heard in {L Kingston} and {L Montego Bay}, {N Jamaican} police said.", []want{{"Kingston", 1, "JM", 18, -76.8}}},
		{"Voters in {L Manchester}, N.H., queued in the snow. {L Concord} counted late; {L New Hampshire} votes first.", []want{{"Manchester", 1, "US", 43, -71.5}, {"Concord", 1, "US", 43.2, -71.5}}},
		{"The band is from {L Athens}, {L Georgia}, and flew to {L Athens}, {L Greece}, on Monday.", []want{{"Athens", 1, "US", 33.95, -83.4}, {"Athens", 2, "GR", 38, 23.7}, {"Georgia", 1, "US", 32.7, -83.4}}},
		{"She moved from {L London}, {L Ontario}, to {L London}, {L England}, last year. {L London} has rain.", []want{{"London", 1, "CA", 43, -81.2}, {"London", 2, "GB", 51.5, -0.1}}},
		{"Tanks rolled from {L South Ossetia} into {L Gori} as {L Georgia} and {L Russia} fought. He studied in {L Atlanta}, {L Georgia}.", []want{{"Georgia", 1, "GE", 42, 43.5}, {"Georgia", 2, "US", 32.7, -83.4}}},
		{"A rocket rose near {L Melbourne}, Fla., and {L Cocoa Beach}. {L Orlando} saw it.", []want{{"Melbourne", 1, "US", 28.1, -80.6}}},
		{"Shells hit {L Kashmir}, {L India} said; {L Darfur} was calm, and {L Crimea} was dark.", []want{{"Kashmir", 1, "", 34, 76}, {"Darfur", 1, "SD", 13.5, 24.5}, {"Crimea", 1, "UA", 45, 34}}},
		{"Settlers from the {L West Bank} drove to {L Gaza}, the {N Israeli} army said. {L Rafah} was shut, {L Bethlehem} too.", []want{{"West Bank", 1, "PS", 32, 35.3}, {"Gaza", 1, "PS", 31.4, 34.4}, {"Rafah", 1, "PS", 31.3, 34.25}, {"Bethlehem", 1, "PS", 31.7, 35.2}}},
		{"{L Scotland}, {L Wales} and {L Catalonia} sent teams. {L Xinjiang} and {L Tibet} did not.", []want{{"Scotland", 1, "GB", 56.5, -4}, {"Wales", 1, "GB", 52.3, -3.7}, {"Catalonia", 1, "ES", 41.8, 1.6}, {"Xinjiang", 1, "CN", 42, 86}, {"Tibet", 1, "CN", 31, 88}}},
		{"Farms in {L Norfolk}, {L Suffolk} and {L Hampshire} lost crops, {L England}'s farmers said.", []want{{"Norfolk", 1, "GB", 52.7, 1}, {"Suffolk", 1, "GB", 52.2, 1}, {"Hampshire", 1, "GB", 51.1, -1.3}}},
		{"Floods hit {L Cork}, {L Kerry} and {L Limerick}. {L Dublin} was dry.", []want{{"Cork", 1, "IE", 51.9, -8.5}, {"Limerick", 1, "IE", 52.7, -8.6}}},
		{"The old {L Saigon} is {L Ho Chi Minh City}; {L Peking} is in {L China}, {L Rangoon} in {L Burma}, {L Calcutta} in {L India}.", []want{{"Saigon", 1, "VN", 10.8, 106.7}, {"Peking", 1, "CN", 39.9, 116.4}, {"Rangoon", 1, "MM", 16.8, 96.2}, {"Burma", 1, "MM", 22, 98}, {"Calcutta", 1, "IN", 22.6, 88.4}}},
		{"{L Kiev}, {L Lvov} and {L Kharkov} were hit, {L Ukraine} said; {L Odessa} was dark.", []want{{"Kiev", 1, "UA", 50.45, 30.5}, {"Lvov", 1, "UA", 49.8, 24}, {"Kharkov", 1, "UA", 50, 36.25}, {"Odessa", 1, "UA", 46.5, 30.7}}},
		{"Oil crews in {L Odessa}, {L Midland} and {L Lubbock} were idle, {L Texas} said.", []want{{"Odessa", 1, "US", 31.85, -102.4}, {"Midland", 1, "US", 32, -102.1}}},
		{"The {L Danube} and the {L Mekong} rose; the {L Amazon} and {L Lake Victoria} fell.", []want{{"Danube", 1, "", 45, 29.7}, {"Mekong", 1, "", 15, 105}, {"Amazon", 1, "", -2, -57}}},
		{"Deputies in {L Cook County}, {L Illinois}, and {L Orange County}, {L California}, were charged.", []want{{"Cook County", 1, "US", 41.8, -87.8}, {"Orange County", 1, "US", 33.7, -117.8}}},
		{"Tanks entered {L Tripoli} from {L Misrata}, the {N Libyan} army said. {L Benghazi} and {L Derna} fell.", []want{{"Tripoli", 1, "LY", 32.9, 13.2}, {"Misrata", 1, "LY", 32.4, 15.1}}},
		{"Villagers in {L Cordoba} and {L Granada} in {L Andalusia} gathered olives.", []want{{"Cordoba", 1, "ES", 37.9, -4.8}, {"Granada", 1, "ES", 37.2, -3.6}, {"Andalusia", 1, "ES", 37.4, -4.6}}},
		{"Police in {L Córdoba} and {L Rosario} went on strike, {L Argentina}'s unions said.", []want{{"Córdoba", 1, "AR", -31.4, -64.2}, {"Rosario", 1, "AR", -32.9, -60.7}}},
		{"A school in {L Columbia}, S.C., closed; {L Charleston} and {L Florence} did not.", []want{{"Columbia", 1, "US", 34, -81}, {"Charleston", 1, "US", 32.8, -79.9}, {"Florence", 1, "US", 34.2, -79.8}}},
		{"{L Colombia}'s {L Cordoba} lost power; {L Argentina}, whose own {L Cordoba} province buys from {L Brazil}, helped.", []want{{"Cordoba", 1, "CO", 8.3, -75.6}, {"Cordoba", 2, "AR", -31.5, -64.2}}},
		{"She moved from {L London}, {L Ontario}, in May. The other {L London} has more rain.", []want{{"London", 1, "CA", 43, -81.2}, {"London", 2, "GB", 51.5, -0.1}}},
		{"He left {L Paris}, {L Texas}, for {L Paris}, {L France}, then flew back to the other {L Paris}.", []want{{"Paris", 1, "US", 33.7, -95.5}, {"Paris", 2, "FR", 48.9, 2.35}, {"Paris", 3, "US", 33.7, -95.5}}},
		{"The {N Spanish} city of {L Merida} is old; the {N Mexican} city of {L Merida} is hot.", []want{{"Merida", 1, "ES", 38.9, -6.3}, {"Merida", 2, "MX", 21, -89.6}}},
		{"{L Ontario}'s {L London} and {L Nova Scotia}'s {L Halifax} sent teams.", []want{{"London", 1, "CA", 43, -81.2}, {"Halifax", 1, "CA", 44.6, -63.6}}},
		{"{L Oxford Street} was shut. {L Oxford} was calm, {L England}'s transport agency said.", []want{{"Oxford", 1, "GB", 51.75, -1.25}}},
		{"The {L Perth Airport} closed, but trains ran from {L Perth} to {L Fremantle}.", []want{{"Perth", 1, "AU", -31.95, 115.9}, {"Fremantle", 1, "AU", -32.05, 115.75}}},
		{"Riots in {L Nairobi} spread to {L Kisumu} and {L Eldoret}; {L Mombasa} was quiet.", []want{{"Kisumu", 1, "KE", -0.1, 34.75}, {"Eldoret", 1, "KE", 0.5, 35.3}, {"Mombasa", 1, "KE", -4.05, 39.7}}},
		{"Fishermen in {L Victoria} and {L Mombasa} feared pirates, the {L Seychelles} said.", []want{{"Victoria", 1, "SC", -4.6, 55.45}}},
		{"The mayor of {L Toledo}, {L Ohio}, flew to {L Toledo}, {L Spain}.", []want{{"Toledo", 1, "US", 41.65, -83.55}, {"Toledo", 2, "ES", 39.86, -4.02}}},
		{"Snow fell on {L Aberdeen} and {L Inverness}; {N Scottish} trains stopped.", []want{{"Aberdeen", 1, "GB", 57.1, -2.1}, {"Inverness", 1, "GB", 57.5, -4.2}}},
		{"Deputies found the car near {L Aberdeen}. {L Olympia} and {L Tacoma} police helped, {L Washington} state officials said.", []want{{"Aberdeen", 1, "US", 47, -123.8}, {"Tacoma", 1, "US", 47.25, -122.4}}},
		{"A tanker sank off {L Galle}. {L Colombo} sent ships; the {N Sri Lankan} navy has two.", []want{{"Galle", 1, "LK", 6.05, 80.2}, {"Colombo", 1, "LK", 6.9, 79.85}}},
		{"The {N Zambian} town of {L Livingstone} saw rain; {L Lusaka} did not.", []want{{"Livingstone", 1, "ZM", -17.85, 25.85}}},
		{"A court in {L Hamilton} jailed the {N Bermudian} banker.", []want{{"Hamilton", 1, "BM", 32.3, -64.8}}},
		{"A jury in {L Hamilton} heard from {L Tauranga} police; {L Auckland} lawyers objected.", []want{{"Hamilton", 1, "NZ", -37.8, 175.3}}},
		{"The governor of {L Washington} spoke in {L Olympia}; {L Spokane} and {L Vancouver} voted.", []want{{"Washington", 1, "US", 47.5, -120.5}, {"Olympia", 1, "US", 47, -122.9}, {"Vancouver", 1, "US", 45.6, -122.6}}},
	} {
		doc := marked(t, c.text, "")
		for _, w := range c.want {
			e := nthMention(doc, w.name, w.nth)
			total++
			reach := 2.0 // degrees; a river is where it ends, as in GeoNames
			if e != nil && e.Geo != nil && (e.Geo.GeoNames == 0 || w.country == "" || isWide(w.name)) {
				reach = 5
			}
			switch {
			case e == nil || e.Geo == nil:
				t.Logf("%s: %s is nowhere", c.text, w.name)
			case w.country != "" && e.Geo.Country != w.country,
				math.Abs(e.Geo.Lat-w.lat) > reach, math.Abs(e.Geo.Lon-w.lon) > reach:
				t.Logf("%s: %s %d is %+v, want %v", c.text, w.name, w.nth, *e.Geo, w)
			default:
				right++
			}
		}
	}
	share := 100 * float64(right) / float64(total)
	t.Logf("%d of %d: %.1f%%", right, total, share)
	if share < 95 {
		t.Errorf("%.1f%% of the places right, want 95%%", share)
	}
}

// isWide reports whether a name of the table is a region whose middle is a matter of taste.
func isWide(name string) bool {
	switch name {
	case "Scotland", "Xinjiang", "Tibet", "Darfur", "Burma", "Georgia", "Washington":
		return true
	}
	return false
}

// nthMention returns the entity of the n-th mention with these words, from 1.
func nthMention(doc *dateline.Document, name string, n int) *dateline.Entity {
	for i := range doc.Mentions {
		if m := &doc.Mentions[i]; doc.Text[m.Start:m.End] == name {
			if n--; n == 0 && m.Entity > 0 {
				return &doc.Entities[m.Entity-1]
			}
		}
	}
	return nil
}
