package web

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

// bureau is a server over articles with several names and places each.
func bureau(t *testing.T) *Server {
	t.Helper()
	places := []struct {
		name     string
		lat, lon float64
	}{{"Oslo", 59.9, 10.8}, {"Baghdad", 33.3, 44.4}, {"Lima", -12, -77}, {"Suva", -18.1, 178.4}}
	orgs := []string{"NATO", "Interpol", "Red Cross"}
	var docs []*dateline.Document
	for i := range 60 {
		d := story(fmt.Sprintf("b%02d", i), []string{"Anna Larsen", "Kari Nordmann", "Bob Davidson"}[i%3], fmt.Sprintf("bridge %d is safe", i), dateline.DayOf(2012+i%9, 1, 1+7*i))
		d.Entities[0].Roles = []dateline.Role{{Title: []string{"Mayor", "minister"}[i%2], Affiliation: "Oslo"}}
		d.Entities[0].Aliases = []string{strings.Fields(d.Entities[0].Name)[1]}
		p := places[i%len(places)]
		geo := &dateline.Geo{GeoNames: i%len(places) + 1, Lat: p.lat, Lon: p.lon}
		d.Entities[1] = dateline.Entity{ID: 2, Label: dateline.Place, Name: p.name, Country: "NO", Geo: geo}
		d.Entities = append(d.Entities, dateline.Entity{ID: 3, Label: dateline.Org, Name: orgs[i%len(orgs)]})
		d.Mentions = append(d.Mentions, dateline.Mention{Span: d.Quotes[0].Content[0], Label: dateline.Org, Entity: 3})
		d.Mentions[0], d.Mentions[1], d.Mentions[2] = d.Mentions[2], d.Mentions[0], d.Mentions[1]
		docs = append(docs, d)
	}
	return server(t, docs...)
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

var number = regexp.MustCompile(`^([\d,]+)`)

// TestCounts follows every link that promises a number of hits: bars of histograms, facets, dots, pairs of names. It must find as many.
func TestCounts(t *testing.T) {
	s := bureau(t)
	for _, page := range []string{"/", "/?tab=articles&q=bridge", "/?q=published:2014", "/?q=safe+(bridge+OR+nosuch)", "/map", "/map?q=speaker:Larsen", "/map?box=-25,34,45,72",
		"/network", "/network?in=articles", "/network?in=speakers&q=bridge", "/values?field=speaker", "/values?field=org&tab=articles&q=safe", "/speaker?name=Anna+Larsen", "/org?name=NATO", "/place?name=Lima"} {
		doc, err := html.Parse(strings.NewReader(get(t, s, page).Body.String()))
		if err != nil {
			t.Fatal(err)
		}
		followed := 0
		for n := range doc.Descendants() {
			if n.Data != "a" || !strings.HasPrefix(attr(n, "href"), "/?") {
				continue
			}
			want := ""
			if label := attr(n, "aria-label"); strings.HasPrefix(label, "remove ") {
				continue
			} else if regexp.MustCompile(`: [\d,]+$`).MatchString(label) {
				want = label[strings.LastIndex(label, " ")+1:]
			} else if m := number.FindString(label); m != "" {
				want = m
			} else if n.NextSibling != nil && n.NextSibling.NextSibling != nil && attr(n.NextSibling.NextSibling, "class") == "n" {
				want = n.NextSibling.NextSibling.FirstChild.Data
			}
			if want == "" {
				continue
			}
			followed++
			body := get(t, s, attr(n, "href")).Body.String()
			if m := regexp.MustCompile(`<h1>([\d,]+) `).FindStringSubmatch(body); m == nil || m[1] != want {
				t.Errorf("%s promises %s hits at %s, which has %v", page, want, attr(n, "href"), m)
			}
		}
		if followed < 2 {
			t.Errorf("%s: %d links with numbers", page, followed)
		}
	}
}

func TestUnits(t *testing.T) {
	day := func(s string) dateline.Day {
		d, err := dateline.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		first, last, unit string
		labels            string // of the first slots
		ticks             string
	}{
		{"2020-02-12", "2020-02-12", "day", "2020-02-12", "2020-02-12"},
		{"2020-02-12", "2020-04-01", "day", "2020-02-12 2020-02-13", "2020-02-12 2020-02-29 2020-03-17"},
		{"2020-01-01", "2020-12-31", "week", "week of 2019-12-30,week of 2020-01-06", "2020-01-06 2020-05-04 2020-09-07"},
		{"2015-03-02", "2020-12-31", "month", "2015-03 2015-04", "2016 2017 2018 2019 2020"},
		{"1950-06-01", "2020-01-01", "year", "1950 1951", "1950 1970 1990 2010"},
		{"1066-10-14", "2020-01-01", "ten years", "1060 and 9 years,1070 and 9 years", "1100 1300 1500 1700 1900"},
		{"-0044-03-15", "2020-01-01", "hundred years", "-0100 and 99 years,0000 and 99 years", "-0100 0400 0900 1400 1900"},
		{"-9000-01-01", "2020-01-01", "hundred years", "", "-9000 -6700 -4400 -2100 0200"},
	} {
		counted := index.Counted{Field: index.FieldDay, Values: []index.Count{{Value: c.first, N: 2}, {Value: c.last, N: 3}}}
		tl := newTimeline(state{path: "/"}, index.Query{}, counted)
		if tl.Unit != c.unit {
			t.Errorf("%s to %s: by %s, want %s", c.first, c.last, tl.Unit, c.unit)
		}
		var marks []string
		for _, m := range tl.Ticks {
			marks = append(marks, m.Text)
		}
		if got := strings.Join(marks, " "); got != c.ticks {
			t.Errorf("%s to %s: ticks %q, want %q", c.first, c.last, got, c.ticks)
		}
		sum := tl.Left
		for i, s := range tl.Slots {
			sum += s.N
			if i > 0 && day(s.From) != day(tl.Slots[i-1].To)+1 {
				t.Errorf("%s to %s: a slot ends on %s, the next begins on %s", c.first, c.last, tl.Slots[i-1].To, s.From)
			}
			if i < 2 && !strings.Contains(c.labels, s.Label) && c.labels != "" {
				t.Errorf("%s to %s: slot %d is %q", c.first, c.last, i, s.Label)
			}
		}
		if sum != 5 || len(tl.Slots) > maxSlots {
			t.Errorf("%s to %s: %d hits in %d slots", c.first, c.last, sum, len(tl.Slots))
		}
	}
	if tl := newTimeline(state{}, index.Query{}, index.Counted{Values: []index.Count{{Value: "12000-01-01", N: 1}}}); tl != nil {
		t.Errorf("a year without a place on the axis gives %d slots", len(tl.Slots))
	}
}

// TestRange types a range into the form below the histogram.
func TestRange(t *testing.T) {
	s := bureau(t)
	for _, c := range []struct {
		target, location string
		status           int
	}{
		{"/?q=safe&tab=articles&from=2013&to=2014-06", "/?q=text%3Asafe+AND+published%3A2013-01-01..2014-06-30&tab=articles", 303},
		{"/?from=2013", "/?q=published%3A2013-01-01..&tab=quotes", 303},
		{"/?to=2013-05-05&q=published:2012", "/?q=published%3A..2013-05-05&tab=quotes", 303},
		{"/map?from=2013&box=1,2,3,4", "/map?box=-0.5%2C2.0%2C4.5%2C4.0&q=published%3A2013-01-01..", 303},
		{"/?from=2014&to=2013", "", 400},
		{"/?from=May", "", 400},
	} {
		w := get(t, s, c.target)
		got := w.Header().Get("Location")
		if w.Code != c.status || c.location != "" && got != c.location && !strings.Contains(c.location, "box") {
			t.Errorf("%s: status %d, leads to %q, want %d %q", c.target, w.Code, got, c.status, c.location)
		}
		if got != "" {
			if again := get(t, s, got); again.Code != 200 {
				t.Errorf("%s leads to %s: status %d", c.target, got, again.Code)
			}
		}
	}
}

func TestSuggest(t *testing.T) {
	s := bureau(t)
	for _, c := range []struct{ typed, want string }{
		{"", "speaker:|said:|about:|person:|org:|place:|published:|source:|role:|kind:"},
		{"sp", "speaker:"},
		{"lar", `speaker:"Anna Larsen" |about:"Anna Larsen" `},
		{"safe anna l", `safe speaker:"Anna Larsen" |safe about:"Anna Larsen" `},
		{"safe OSL", `safe place:Oslo `},
		{"speaker:kari", `speaker:"Kari Nordmann" `},
		{`speaker:"kari no`, `speaker:"Kari Nordmann" `},
		{`(bridge OR speaker:"kari no`, `(bridge OR speaker:"Kari Nordmann" `},
		{"-org:inter", "-org:Interpol "},
		{"org:larsen", ""},
		{"safe speaker:", `safe speaker:"Anna Larsen" |safe speaker:"Bob Davidson" |safe speaker:"Kari Nordmann" `},
		{"place:ba", "place:Baghdad "},
		{"about:red", `about:"Red Cross" `},
		{"source:wire", `source:"Test Wire" `},
		{"country:n", "country:NO "},
		{"kind:", "kind:direct |kind:mixed |kind:indirect "},
		{"safe kind:in", "safe kind:indirect "},
		{"nosuch:x", ""},
		{"said:bri", ""},
		{"qqq", ""},
		{`"an open quotation`, ""},
		{strings.Repeat("a", 3000), ""},
		{strings.Repeat("(", 1500), "?"},
	} {
		w := get(t, s, address("/suggest", "q", c.typed))
		var list []suggestion
		if err := json.Unmarshal(w.Body.Bytes(), &list); err != nil || w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), "application/json") {
			t.Fatalf("%.20q: status %d, %v: %s", c.typed, w.Code, err, w.Body)
		}
		var got []string
		for _, sg := range list {
			got = append(got, sg.Text)
			if query := strings.TrimSpace(sg.Text); strings.HasSuffix(sg.Text, " ") && !strings.HasPrefix(query, "(") {
				if code := get(t, s, address("/", "q", query)).Code; code != 200 {
					t.Errorf("%q is suggested for %q: status %d", query, c.typed, code)
				}
			}
		}
		if strings.Join(got, "|") != c.want && c.want != "?" || len(got) > maxSuggestions {
			t.Errorf("%.20q: %q, want %q", c.typed, got, c.want)
		}
	}
}

// TestBoxes: every box lies in the world, has its shape and holds what was asked for.
func TestBoxes(t *testing.T) {
	all := wholeWorld.fit()
	for _, text := range []string{"", "x", "1,2,3", "NaN,1,2,3", "1e400,1,2,3", "10,50,20,60", "20,60,10,50", "0,0,0,0", "170,-60,180,-50", "-180,84,-179,83", "-500,-500,500,500", "100,-300,120,300"} {
		b := parseBox(text).fit()
		shape := (b.east - b.west) / (b.north - b.south) / ((all.east - all.west) / (all.north - all.south))
		if math.Abs(shape-1) > 1e-9 || b.west < all.west-1e-9 || b.east > all.east+1e-9 || b.south < all.south-1e-9 || b.north > all.north+1e-9 || b.east-b.west < 5-1e-9 {
			t.Errorf("%q: %v, of shape %.3f", text, b, shape)
		}
		if again := parseBox(b.String()).fit(); again.String() != b.String() {
			t.Errorf("%q: %s becomes %s", text, b, again)
		}
	}
	if b := parseBox("10,50,20,60"); !b.holds(55, 15) || !b.holds(50.1, 10.1) || b.holds(20, 15) || b.holds(55, 60) {
		t.Errorf("the box is %v", b)
	}
	for _, r := range regions {
		b, n := r.box.fit(), r.box.fit().around()
		for _, corner := range [][2]float64{{b.south, b.west}, {b.north, b.west}, {b.south, b.east}, {b.north, b.east}} {
			if !n.Holds(corner[0], corner[1]) && b.String() != "" {
				t.Errorf("%s: the circle %v leaves out %v", r.name, n, corner)
			}
		}
	}
}

func TestMapAndNetwork(t *testing.T) {
	s := bureau(t)
	world := get(t, s, "/map").Body.String()
	for _, want := range []string{"<h1>4 places in 60 articles</h1>", `aria-label="Suva: 15"`, `cx="1427.2" cy="181"`, `href="/?q=place%3ALima&amp;tab=articles"`} {
		if !strings.Contains(world, want) {
			t.Errorf("/map: %q is not in the page", want)
		}
	}
	europe := get(t, s, "/map?box=-25,34,45,72").Body.String()
	if !strings.Contains(europe, "<h1>1 place in ") || strings.Contains(europe, `aria-label="Lima`) {
		t.Error("Lima lies in Europe")
	}
	net := get(t, s, "/network?in=articles").Body.String()
	if strings.Count(net, "data-node=") != 6 || net != get(t, s, "/network?in=articles").Body.String() {
		t.Errorf("%d nodes, or another page the second time", strings.Count(net, "data-node="))
	}
	var geo struct {
		Features []struct {
			Geometry struct{ Coordinates [2]float64 }
		}
	}
	if err := json.Unmarshal(get(t, s, "/export?as=geojson").Body.Bytes(), &geo); err != nil || len(geo.Features) != 4 {
		t.Errorf("%d features, %v", len(geo.Features), err)
	}
	for _, as := range []string{"graphml", "gexf"} {
		w := get(t, s, "/export?in=speakers&as="+as)
		d, n := xml.NewDecoder(w.Body), 0
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", as, err)
			}
			if e, ok := tok.(xml.StartElement); ok && e.Name.Local == "edge" {
				n++
			}
		}
		if !strings.Contains(w.Header().Get("Content-Disposition"), "."+as) || n != 3 {
			t.Errorf("%s: %d edges, %v", as, n, w.Header())
		}
	}
}

func TestProfiles(t *testing.T) {
	s := bureau(t)
	for _, c := range []struct {
		target string
		status int
		want   []string
	}{
		{"/speaker?name=Anna+Larsen", 200, []string{"<h1>Anna Larsen</h1>", "Mayor, Oslo", "also <bdi>Larsen</bdi>", "All 20 quotes", "Latest quotes", "by month", "NATO", "Test Wire"}},
		{"/speaker?name=larsen", 200, []string{"<h1>larsen</h1>", "20 quotes"}},
		{"/org?name=NATO", 200, []string{"Organization", "There is no quote of NATO", "What others say of NATO", "Anna Larsen", "20 articles"}},
		{"/place?name=Lima", 200, []string{"Place", "15 articles", "Network around Lima"}},
		{"/speaker?name=Nobody", 404, []string{"Nobody and nothing"}},
		{"/speaker?name=*", 404, nil},
		{"/speaker?name=", 400, nil},
		{"/speaker?name=" + strings.Repeat("x", 2000), 400, nil},
	} {
		w := get(t, s, c.target)
		if w.Code != c.status {
			t.Errorf("%.40s: status %d, want %d", c.target, w.Code, c.status)
		}
		for _, want := range c.want {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s: %q is not in the page", c.target, want)
			}
		}
	}
	if w := get(t, s, "/article?id=b00"); !strings.Contains(w.Body.String(), `href="/speaker?name=Anna&#43;Larsen"`) && !strings.Contains(w.Body.String(), `href="/speaker?name=Anna+Larsen"`) {
		t.Error("the article does not lead to its speaker's page")
	}
}

// TestBounds: the pages of a large answer stay of bounded size.
func TestBounds(t *testing.T) {
	s, err := NewServer(large(t, 300), true)
	if err != nil {
		t.Fatal(err)
	}
	for _, target := range []string{"/", "/?tab=articles", "/map", "/network?size=80&in=articles", "/network?size=100000", "/?q=published:2015.."} {
		w := get(t, s, target)
		if w.Code != 200 || w.Body.Len() > 250_000 {
			t.Errorf("%s: status %d, %s bytes", target, w.Code, strconv.Itoa(w.Body.Len()))
		}
	}
}

// TestDeadline: every view gives up when its time is over.
func TestDeadline(t *testing.T) {
	s := bureau(t)
	for _, target := range []string{"/?q=bridge", "/map?q=bridge", "/network?q=bridge", "/speaker?name=Anna+Larsen", "/org?name=NATO", "/article?id=b00", "/suggest?q=source:t",
		"/suggest?q=lar", "/values?field=org&q=bridge",
		"/export?as=graphml&q=bridge", "/export?as=geojson&q=bridge"} {
		r := httptest.NewRequest(http.MethodGet, target, nil)
		r.Host = "localhost"
		ctx, cancel := context.WithDeadline(r.Context(), time.Unix(0, 0))
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r.WithContext(ctx))
		cancel()
		if w.Code != http.StatusServiceUnavailable {
			t.Errorf("%s: status %d", target, w.Code)
		}
	}
}

// TestSpellings wants a place on the map though the latest articles call it otherwise than the index does.
func TestSpellings(t *testing.T) {
	var docs []*dateline.Document
	for i := range 10 {
		d := story(fmt.Sprintf("n%d", i), "Anna Larsen", "it is safe", dateline.DayOf(2020, 1, 1+i))
		d.Entities[1].Name = "United States"
		if i > 5 {
			d.Entities[1].Name = "U.S."
		}
		d.Entities[1].Geo = &dateline.Geo{GeoNames: 6252001, Country: "US", Lat: 39.76, Lon: -98.5}
		docs = append(docs, d)
	}
	page := get(t, server(t, docs...), "/map").Body.String()
	if !strings.Contains(page, `aria-label="United States: 10"`) || strings.Contains(page, "Without a known place") {
		t.Errorf("the place is not on the map:\n%s", page[strings.Index(page, "<figcaption>"):])
	}
}
