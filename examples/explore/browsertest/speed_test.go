package browsertest

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A newsroom writes articles of some 300 words with four quotes. Names are drawn unevenly, as in news.
type newsroom struct {
	r     *rand.Rand
	words []string
	zipf  *rand.Zipf
}

var (
	given  = strings.Fields("Anna Kari Jens Bob Maria Ahmed Wei Olga Pedro Ingrid Samuel Fatima Lars Chloe Tomasz Nadia")
	family = strings.Fields("Larsen Nordmann Davidson Okafor Feld Rahman Achterberg Moreau Haverkamp Rautio Devane Ivanova Castillo Novak Brennan Sato")
	towns  = strings.Fields("Oslo London Paris Baghdad Ottawa Lisbon Nairobi Lagos Delhi Tokyo Sydney Chicago Toronto Madrid Berlin Warsaw Cairo Lima " +
		"Santiago Auckland Kabul Brussels Denver Seattle")
	bodies = strings.Split("NATO,the World Bank,Greenpeace,Reuters,the European Commission,the Red Cross,Amnesty International,the Bank of England,Interpol,UNESCO", ",")
)

func newNewsroom() *newsroom {
	r := rand.New(rand.NewPCG(1, 2))
	n := &newsroom{r: r, zipf: rand.NewZipf(r, 1.1, 6, 9_999)}
	parts := strings.Fields("ka ten ro mis ba lo ver sti gu por na de ci hal ir")
	for range 10_000 {
		w := ""
		for range 2 + r.IntN(2) {
			w += parts[r.IntN(len(parts))]
		}
		n.words = append(n.words, w)
	}
	return n
}

// uneven picks one of a list, the first ones more often.
func (n *newsroom) uneven(list []string) string { return list[n.r.IntN(1+n.r.IntN(len(list)))] }

func (n *newsroom) filler(words int) string {
	out := make([]string, words)
	for i := range out {
		if out[i] = n.words[n.zipf.Uint64()]; n.r.IntN(3) == 0 {
			out[i] = []string{"the", "of", "and", "to", "in"}[n.r.IntN(5)]
		}
	}
	return strings.Join(out, " ")
}

func (n *newsroom) article(i int) map[string]string {
	var b strings.Builder
	fmt.Fprintf(&b, "Council of %s votes on %s\n\n", n.uneven(towns), n.filler(3))
	for range 4 {
		name, town := n.uneven(given)+" "+n.uneven(family), n.uneven(towns)
		fmt.Fprintf(&b, "Mayor %s of %s met %s of %s on Tuesday about the %s.\n\n", name, town, n.uneven(given)+" "+n.uneven(family), n.uneven(bodies), n.filler(25))
		fmt.Fprintf(&b, "\"We %s in %s with %s,\" %s said. The %s.\n\n", n.filler(12), n.uneven(towns), n.uneven(bodies), name, n.filler(20))
	}
	day := time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n.r.IntN(4000))
	return map[string]string{"id": fmt.Sprintf("n%06d", i), "published": day.Format(time.DateOnly), "source": fmt.Sprintf("Paper %d", n.r.IntN(30)), "text": b.String()}
}

// collection writes articles to a file: 1000, or as many as ARTICLES says, for example 20000, which takes some minutes to read.
func collection(t *testing.T, room *newsroom) (path string) {
	articles := 1000
	if s := os.Getenv("ARTICLES"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		articles = n
	}
	path = filepath.Join(t.TempDir(), "news.jsonl")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := bufio.NewWriter(f)
	enc := json.NewEncoder(out)
	for i := range articles {
		if err := enc.Encode(room.article(i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Flush(); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestSpeed measures in the browser, from the moment that a page is asked for to the moment that it can be used: 300 milliseconds for the
// first page, the map, the network and a speaker, 100 for a query that is typed. The fastest of three counts, or where that is too slow of
// ten. Other work on the machine is no part of it: what is too slow even so fails where the server itself used more than that of the
// processors, on the average. INDEX, if set, is an index that search has made of such a collection.
func TestSpeed(t *testing.T) {
	browser(t, 1280, false) // skip before reading
	room := newNewsroom()
	home, process := "", 0
	if dir := os.Getenv("INDEX"); dir != "" {
		home, process = serve(t, "-index", dir)
	} else {
		home, process = serve(t, collection(t, room))
	}
	ctx := browser(t, 1280, false)

	took := func() (ms float64) {
		until(t, ctx, "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd > 0")
		run(t, ctx, chromedp.Evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd", &ms))
		return ms
	}
	// fastest asks until it is fast enough, and reports what it took.
	fastest := func(what string, most float64, ask func(n int)) {
		best, n, before := 1e9, 0, used(process)
		for ; n < 3 || n < 10 && best > most; n++ {
			ask(n)
			best = min(best, took())
		}
		cpu := (used(process) - before) / float64(n)
		t.Logf("%-40s %4.0f ms, processor %4.0f ms", what, best, cpu)
		if best > most && !(cpu <= most) {
			t.Errorf("%s takes %.0f ms", what, best)
		}
	}
	for _, p := range []string{"", "?tab=articles", "map", "map?box=-25,34,45,72", "network", "network?in=articles&size=80", "network?in=speakers",
		"speaker?name=Anna+Larsen", "org?name=NATO", "place?name=Oslo", "article?id=n000007"} {
		fastest("/"+p, 300, func(int) { run(t, ctx, chromedp.Navigate(home+p)) })
	}
	for _, kind := range []string{"%s", "said:%s", "%[1]s speaker:Larsen", "speaker:Larsen -%s", "person:Nordmann %s OR place:Oslo",
		"published:2015..2020 -%s", "kind:direct -said:%s", "%s~", "kar* %s"} {
		fastest(strings.ReplaceAll(kind, "%[1]s", "%s"), 100, func(n int) {
			q := fmt.Sprintf(kind, room.words[n])
			run(t, ctx, chromedp.Evaluate("document.getElementById('q').value = ''", nil), chromedp.SendKeys("#q", q+kb.Enter, chromedp.ByQuery))
			until(t, ctx, fmt.Sprintf("new URLSearchParams(location.search).get('q') == %q", q))
			if count(t, ctx, ".hits li") == 0 {
				t.Errorf("%s finds nothing at %s", q, url.QueryEscape(here(ctx)))
			}
		})
	}
}

// used is the time that a process has spent on the processors, in milliseconds; not a number where the system does not say.
func used(process int) float64 {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", process))
	_, rest, ok := strings.Cut(string(b), ") ") // behind the name, which may hold spaces
	f := strings.Fields(rest)
	if err != nil || !ok || len(f) < 13 {
		return math.NaN()
	}
	user, err1 := strconv.Atoi(f[11])
	system, err2 := strconv.Atoi(f[12])
	if err1 != nil || err2 != nil {
		return math.NaN()
	}
	return 10 * float64(user+system) // a hundred ticks a second
}
