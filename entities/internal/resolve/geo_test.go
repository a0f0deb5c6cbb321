package resolve

import (
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/entities/internal/layout"
	"github.com/dateline-nlp/dateline/entities/internal/segment"
)

var labels = map[string]dateline.Label{"P": dateline.Person, "O": dateline.Org, "L": dateline.Place, "N": dateline.Norp, "D": dateline.Date, "M": dateline.Misc}

// marked reads a text in which names are marked, as in "{P Ann Lee}", and resolves it.
func marked(t testing.TB, text, source string) *dateline.Document {
	t.Helper()
	doc := &dateline.Document{Article: dateline.Article{Source: source}}
	var b strings.Builder
	for text != "" {
		i := strings.IndexByte(text, '{')
		if i < 0 {
			b.WriteString(text)
			break
		}
		b.WriteString(text[:i])
		j := strings.IndexByte(text, '}')
		kind, name, _ := strings.Cut(text[i+1:j], " ")
		if labels[kind] == 0 {
			t.Fatalf("bad mark %q", text[i:j+1])
		}
		doc.Mentions = append(doc.Mentions, dateline.Mention{Span: dateline.Span{Start: b.Len(), End: b.Len() + len(name)}, Label: labels[kind], Score: 1, Rule: "marked"})
		b.WriteString(name)
		text = text[j+1:]
	}
	doc.Text = b.String()
	doc.Sections = layout.Sections(doc.Text)
	doc.Sentences, doc.Tokens = segment.Split(doc.Text, doc.Sections)
	doc.Mentions, doc.Entities = Resolve(doc)
	return doc
}

// entity returns the entity with one of whose names this is.
func entity(doc *dateline.Document, name string) *dateline.Entity {
	for i := range doc.Entities {
		e := &doc.Entities[i]
		if e.Name == name {
			return e
		}
		for _, a := range e.Aliases {
			if a == name {
				return e
			}
		}
	}
	return nil
}

// TestGeoTraps has the names that lead geocoders astray: text, name, GeoNames id (0: any), country ("" no place on
// the map).
func TestGeoTraps(t *testing.T) {
	for _, c := range []struct {
		text, source, name string
		id                 int
		country            string
	}{
		{"{P Paris Hilton} came to {L London}.", "", "Paris Hilton", 0, ""},
		{"The {L White House} sent him to {L Portland}. {L Oregon} voted.", "", "White House", 0, ""},
		{"The {L White House} sent him to {L Portland}. {L Oregon} voted.", "", "Portland", 5746545, "US"},
		{"A fire broke out in {L White House}, {L Tennessee}.", "", "White House", 0, "US"},
		{"They marched from {L Victoria Park} in {L Hong Kong}.", "", "Victoria Park", 0, ""},
		{"{L Orland Park} lies near {L Chicago}.", "", "Orland Park", 0, "US"},
		{"{L Benin}, {L Nigeria} join a trade bloc.", "", "Benin", 0, "BJ"},
		{"A fire in {L Georgia}, {L USA}, said", "", "Georgia", 4197000, "US"},
		{"{P Jordan} scored 30 points in {L Chicago}.", "", "Jordan", 0, ""},
		{"{L Jordan} closed its border with {L Syria}.", "", "Jordan", 248816, "JO"},
		{"Troops entered {L Tbilisi}, the capital of {L Georgia}, as {N Russian} forces left.", "", "Georgia", 614540, "GE"},
		{"Voters in {L Atlanta} and {L Savannah} decide who wins {L Georgia}, a {N US} state.", "", "Georgia", 4197000, "US"},
		{"The senator from {L Athens}, {L Georgia}, spoke.", "", "Athens", 4180386, "US"},
		{"{N Greek} police in {L Athens} said", "", "Athens", 264371, "GR"},
		{"A fire broke out in {L Birmingham}, in {L England}.", "", "Birmingham", 2655603, "GB"},
		{"A church in {L Birmingham}, {L Alabama}, burned.", "", "Birmingham", 4049979, "US"},
		{"A fire broke out in {L Birmingham}. {L Alabama} sent help from {L Montgomery}.", "", "Birmingham", 4049979, "US"},
		{"Fighting went on near {L Goma}, in eastern {L Congo}. {L Kinshasa} blamed {L Rwanda}.", "", "Congo", 203312, "CD"},
		{"The president of {L Congo} spoke in {L Brazzaville}. {L Pointe-Noire} was calm.", "", "Congo", 2260494, "CG"},
		{"{L Washington} said it would not talk to {L Tehran}.", "", "Washington", 4140963, "US"},
		{"{L Seattle} and {L Spokane} are the largest cities of {L Washington} state.", "", "Washington", 5815135, "US"},
		{"{L Melbourne} is the capital of {L Victoria}, {L Australia}.", "", "Victoria", 2145234, "AU"},
		{"Ferries sail from {L Vancouver} to {L Victoria}, the capital of {L British Columbia}.", "", "Victoria", 6174041, "CA"},
		{"Researchers in {L Cambridge}, Mass., said", "", "Cambridge", 4931972, "US"},
		{"Researchers in {L Cambridge} said. The {N British} government in {L London} agreed.", "", "Cambridge", 2653941, "GB"},
		{"{L Kyiv} was hit again.", "", "Kyiv", 703448, "UA"},
		{"{L Kiev} was hit again.", "", "Kiev", 703448, "UA"},
		{"The storm reached {L St. Petersburg}, Fla., at noon.", "", "St. Petersburg", 4171563, "US"},
		{"Protesters gathered in {L St. Petersburg} and {L Moscow}.", "", "St. Petersburg", 498817, "RU"},
		{"Police in {L London}, {L Ontario}, said", "", "London", 6058560, "CA"},
		{"Police in {L London} said. {L Toronto} and {L Hamilton} are in {L Ontario}.", "CBC News", "London", 6058560, "CA"},
		{"Police in {L London} said", "", "London", 2643743, "GB"},
		{"{L Paris}, {L Texas}, was quiet.", "", "Paris", 4717560, "US"},
		{"{L Bombay} is now called Mumbai.", "", "Bombay", 1275339, "IN"},
		{"The cathedral of {L Cologne} in {L Germany} is Gothic.", "", "Cologne", 2886242, "DE"},
		{"They met in {L Moskva}.", "", "Moskva", 524901, "RU"},
		{"Rebels in {L Aleppo} fought on in {L Syria}.", "", "Aleppo", 170063, "SY"},
		{"They live in {L Portland}. {L Oregon} voted.", "", "Portland", 5746545, "US"},
		{"They live in {L Portland}. {L Maine} voted.", "", "Portland", 4975802, "US"},
		{"The {N Spanish} city of {L Valencia} flooded.", "", "Valencia", 2509954, "ES"},
		{"{L Valencia} is near {L Caracas}, said {L Venezuela}.", "", "Valencia", 3625549, "VE"},
		{"{L Hyderabad} and {L Karachi} are in {L Pakistan}'s south.", "", "Hyderabad", 1176734, "PK"},
		{"{L Tripoli} is the capital of {L Libya}.", "", "Tripoli", 2210247, "LY"},
		{"{L Beirut} and {L Tripoli} voted, said {L Lebanon}'s ministry.", "", "Tripoli", 266826, "LB"},
		{"{L Granada}, {L Nicaragua}, is old.", "", "Granada", 3619136, "NI"},
		{"{L Springfield}, {L Illinois}, is the capital.", "", "Springfield", 4250542, "US"},
		{"{L Perth}, in {L Scotland}, is small.", "", "Perth", 2640358, "GB"},
		{"{L Perth} is the capital of {L Western Australia}.", "", "Perth", 2063523, "AU"},
		{"{L U.S.} troops left {L Baghdad}.", "", "U.S.", 6252001, "US"},
		{"{L Gaza} was bombed, {N Palestinian} officials said.", "", "Gaza", 0, "PS"},
		{"{L Narnia} is a land.", "", "Narnia", 0, ""},
	} {
		doc := marked(t, c.text, c.source)
		e := entity(doc, c.name)
		switch {
		case e == nil:
			t.Errorf("%s: no entity %q", c.text, c.name)
		case c.country == "":
			if e.Geo != nil {
				t.Errorf("%s: %s is at %+v", c.text, c.name, *e.Geo)
			}
		case e.Geo == nil:
			t.Errorf("%s: %s is nowhere", c.text, c.name)
		case e.Geo.Country != c.country || e.Country != c.country || c.id != 0 && e.Geo.GeoNames != c.id:
			t.Errorf("%s: %s is %+v, want %d in %s", c.text, c.name, *e.Geo, c.id, c.country)
		}
	}
}
