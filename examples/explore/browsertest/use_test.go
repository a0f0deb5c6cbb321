package browsertest

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	downloads "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestUse goes through the pages as a reader does: query, article, back, filter, a shared address, next page.
func TestUse(t *testing.T) {
	ctx := browser(t, 1280, false)
	url := start(t)
	run(t, ctx, chromedp.Navigate(url), chromedp.SendKeys("#q", "speaker:Davidson said:\"NATO mission\""+kb.Enter, chromedp.ByQuery))
	until(t, ctx, "document.querySelector('.hits mark')")
	found := text(t, ctx, "h1")
	if !strings.Contains(found, "quote") {
		t.Errorf("the query finds %q", found)
	}
	click(t, ctx, ".hits .from a")
	until(t, ctx, "document.querySelector(':target')")
	if target := text(t, ctx, ":target"); !strings.Contains(target, "mission") {
		t.Errorf("the article shows %q", target)
	}
	run(t, ctx, chromedp.Evaluate("history.back()", nil))
	until(t, ctx, "document.querySelector('.hits mark')")
	if again := text(t, ctx, "h1"); again != found {
		t.Errorf("back at %q, not %q", again, found)
	}

	run(t, ctx, chromedp.Navigate(url))
	click(t, ctx, "aside section li a")
	until(t, ctx, "document.querySelector('.filters a')")
	chip, found := text(t, ctx, ".filters a"), text(t, ctx, "h1")
	shared := here(ctx)
	run(t, ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(shared))
	if again := text(t, ctx, "h1"); !strings.HasPrefix(chip, "speaker: ") || again != found {
		t.Errorf("the address of %q (%s) shows %q", chip, found, again)
	}

	run(t, ctx, chromedp.Navigate(url))
	first := text(t, ctx, ".hits li")
	click(t, ctx, "a[rel=next]")
	until(t, ctx, "location.search.includes('after=')")
	if second := text(t, ctx, ".hits li"); second == "" || second == first {
		t.Errorf("the second page begins with %q, the first with %q", second, first)
	}
}

// TestKeyboard reaches the content, the search box and a link without a mouse, and each shows that it has the focus.
func TestKeyboard(t *testing.T) {
	ctx := browser(t, 1280, false)
	url := start(t)
	var skip, outline string
	run(t, ctx, chromedp.Navigate(url), chromedp.KeyEvent(kb.Tab), chromedp.Evaluate("document.activeElement.textContent", &skip),
		chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent("Iraq"+kb.Enter))
	until(t, ctx, "location.search.includes('q=Iraq') && document.querySelector('.hits li')")
	run(t, ctx, chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab), chromedp.Evaluate("getComputedStyle(document.activeElement).outlineStyle", &outline))
	if skip != "To the content" || outline == "none" || outline == "" {
		t.Errorf("first stop %q, outline of a link %q", skip, outline)
	}
}

// enter presses Enter as a keyboard does: kb.Enter sends the character apart, so that a page cannot keep it from the form.
var enter = chromedp.ActionFunc(func(ctx context.Context) error {
	e := input.DispatchKeyEvent(input.KeyDown).WithKey("Enter").WithCode("Enter").WithWindowsVirtualKeyCode(13).WithText("\r")
	if err := e.Do(ctx); err != nil {
		return err
	}
	return input.DispatchKeyEvent(input.KeyUp).WithKey("Enter").WithCode("Enter").WithWindowsVirtualKeyCode(13).Do(ctx)
})

// TestSuggestions types the beginning of a name, goes through the list with the arrow keys, takes a name with Enter and searches with
// another Enter. What the list says of itself to a screen reader is checked on the way.
func TestSuggestions(t *testing.T) {
	ctx := browser(t, 1280, false)
	run(t, ctx, chromedp.Navigate(start(t)), chromedp.Focus("#q", chromedp.ByQuery))
	state := func() (s string) {
		run(t, ctx, chromedp.Evaluate(`(q => [q.role ?? q.getAttribute('role'), q.getAttribute('aria-expanded'), q.getAttribute('aria-controls') == document.querySelector('[role=listbox]').id,
			document.getElementById(q.getAttribute('aria-activedescendant'))?.getAttribute('aria-selected') ?? 'none'].join(' '))(document.getElementById('q'))`, &s))
		return s
	}
	value := func() (s string) {
		run(t, ctx, chromedp.Evaluate("document.getElementById('q').value", &s))
		return s
	}
	if got := state(); got != "combobox false true none" {
		t.Errorf("at rest the search box is %q", got)
	}
	run(t, ctx, chromedp.KeyEvent("Iraqi speaker:stolt"))
	until(t, ctx, "document.querySelector('[role=option]')?.textContent.includes('Jens Stoltenberg')")
	if got := state(); got != "combobox true true none" {
		t.Errorf("with suggestions the search box is %q", got)
	}
	run(t, ctx, chromedp.KeyEvent(kb.ArrowDown))
	if got := state(); got != "combobox true true true" {
		t.Errorf("after the arrow key the search box is %q", got)
	}
	run(t, ctx, enter)
	if got := value(); got != `Iraqi speaker:"Jens Stoltenberg" ` || state() != "combobox false true none" {
		t.Errorf("taken: %q, %q", got, state())
	}
	run(t, ctx, enter)
	until(t, ctx, "location.search.includes('Stoltenberg') && document.querySelector('.hits li')")

	// Escape closes the list and leaves the text; the list of an empty box is the syntax.
	run(t, ctx, chromedp.Evaluate("(q => { q.value = ''; q.focus() })(document.getElementById('q'))", nil), chromedp.KeyEvent(kb.ArrowDown))
	until(t, ctx, "document.querySelectorAll('[role=option]').length >= 10")
	if first := text(t, ctx, "[role=option]"); first != "speaker: who said it" {
		t.Errorf("an empty box suggests %q first", first)
	}
	run(t, ctx, chromedp.KeyEvent("bag"))
	until(t, ctx, "document.querySelector('[role=option]')?.textContent.includes('Baghdad')")
	run(t, ctx, chromedp.KeyEvent(kb.Escape))
	if got := value(); got != "bag" || state() != "combobox false true none" {
		t.Errorf("after Escape: %q, %q", got, state())
	}
}

// TestBrush selects a range of the histogram: by dragging, with the keyboard, and a bar by a click.
func TestBrush(t *testing.T) {
	ctx := browser(t, 1280, false)
	url := start(t)
	total := func() (n int) {
		run(t, ctx, chromedp.Evaluate("parseInt(document.querySelector('h1').textContent)", &n))
		return n
	}
	run(t, ctx, chromedp.Navigate(url))
	all := total()
	drag(t, ctx, ".timeline svg", 0.3, 0.5, 0.6, 0.6)
	until(t, ctx, "decodeURIComponent(location.search).includes('published:')")
	if n, chip := total(), text(t, ctx, ".filters a"); n == 0 || n >= all || !strings.HasPrefix(chip, "published: 20") {
		t.Errorf("dragging leaves %d of %d quotes, with the filter %q", n, all, chip)
	}
	run(t, ctx, chromedp.Evaluate("history.back()", nil))
	until(t, ctx, "!location.search.includes('published')")

	run(t, ctx, chromedp.Evaluate("document.querySelector('.timeline a').focus()", nil), chromedp.KeyEvent(kb.ArrowRight))
	for range 30 {
		run(t, ctx, chromedp.KeyEvent(kb.ArrowRight, chromedp.KeyModifiers(input.ModifierShift)))
	}
	said := text(t, ctx, ".timeline output")
	run(t, ctx, chromedp.KeyEvent(kb.Enter))
	until(t, ctx, "location.search.includes('published')")
	if n := total(); !strings.HasSuffix(said, fmt.Sprintf(": %d", n)) || n == 0 || n >= all {
		t.Errorf("the keyboard selects %q, and %d of %d quotes are found", said, n, all)
	}
	run(t, ctx, chromedp.Navigate(url))
	click(t, ctx, ".timeline a rect.room")
	until(t, ctx, "document.querySelector('.filters a')?.textContent.includes('published: 2016-02')")
	if n := total(); n == 0 || n >= all {
		t.Errorf("a bar leads to %d of %d quotes", n, all)
	}
	if stops := count(t, ctx, ".timeline svg a:not([tabindex='-1'])"); stops > 1 {
		t.Errorf("%d stops of the Tab key in a histogram", stops)
	}
}

// TestMap zooms by dragging and by links, and opens a place.
func TestMap(t *testing.T) {
	ctx := browser(t, 1280, false)
	url := start(t)
	run(t, ctx, chromedp.Navigate(url+"map"))
	all := count(t, ctx, ".map circle")
	drag(t, ctx, ".map svg", 0.45, 0.15, 0.62, 0.35)
	until(t, ctx, "location.search.includes('box=')")
	if n := count(t, ctx, ".map circle"); n == 0 || n >= all {
		t.Errorf("%d of %d places in a part of the world", n, all)
	}
	shared, n := here(ctx), count(t, ctx, ".map circle")
	run(t, ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(shared))
	if again := count(t, ctx, ".map circle"); again != n {
		t.Errorf("%d places at the same address, %d before", again, n)
	}
	// The dots are one stop of the Tab key; the arrow keys go from one to another.
	run(t, ctx, chromedp.Navigate(url+"map"))
	until(t, ctx, "document.querySelectorAll(\".map svg a:not([tabindex='-1'])\").length == 1")
	var west, east string
	focused := "document.activeElement.getAttribute('aria-label')"
	run(t, ctx, chromedp.Evaluate("document.querySelector('.map svg a').focus()", nil), chromedp.Evaluate(focused, &west),
		chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowRight), chromedp.Evaluate(focused, &east))
	if west == east || east == "" {
		t.Errorf("the arrow keys go from %q to %q", west, east)
	}
	run(t, ctx, chromedp.Navigate(url+"map?q=mission"))
	click(t, ctx, `.map a[aria-label^="Baghdad"] circle`)
	until(t, ctx, "document.querySelectorAll('.hits li').length > 0")
	if chip := text(t, ctx, ".filters a"); chip != "place: Baghdad ✕" || !strings.Contains(here(ctx), "mission") {
		t.Errorf("the place leads to %q with the filter %q", here(ctx), chip)
	}
}

// TestPeople goes from a quote to the page of its speaker, from there to the network around, and from a node to another page.
func TestPeople(t *testing.T) {
	ctx := browser(t, 1280, false)
	run(t, ctx, chromedp.Navigate(start(t)+"?q=speaker:Stoltenberg"))
	click(t, ctx, ".hits .who a")
	until(t, ctx, "location.pathname == '/speaker'")
	if name, role := text(t, ctx, "h1"), text(t, ctx, ".roles li"); name != "Jens Stoltenberg" || !strings.Contains(role, "NATO") {
		t.Errorf("the page of %q, %q", name, role)
	}
	if quotes, with := count(t, ctx, "#says blockquote"), count(t, ctx, "aside .counts a"); quotes < 3 || with < 4 || count(t, ctx, ".timeline .bar") == 0 {
		t.Errorf("%d quotes, named with %d names", quotes, with)
	}
	click(t, ctx, ".links a[href^='/network']")
	until(t, ctx, "document.querySelectorAll('.network [data-node]').length > 2")
	if pairs := count(t, ctx, ".pairs tbody tr"); pairs < 3 {
		t.Errorf("%d pairs in the table", pairs)
	}
	click(t, ctx, ".network a.org circle")
	until(t, ctx, "location.pathname == '/org'")
	if text(t, ctx, "h1") == "" || count(t, ctx, "#of blockquote, #says blockquote") == 0 {
		t.Errorf("the page of %q has no quotes", text(t, ctx, "h1"))
	}
	run(t, ctx, chromedp.Evaluate("history.go(-2)", nil))
	until(t, ctx, "location.pathname == '/speaker' && document.querySelector('h1').textContent == 'Jens Stoltenberg'")
}

// TestExport clicks on each kind of export and looks at the file.
func TestExport(t *testing.T) {
	ctx := browser(t, 1280, false)
	url, dir := start(t), t.TempDir()
	for _, c := range []struct{ path, words, name, want string }{
		{"?q=speaker:Stoltenberg", "CSV", "csv", "article,quote,speaker"}, {"?q=speaker:Stoltenberg", "JSON Lines", "jsonl", `"speaker":"Jens Stoltenberg"`},
		{"map", "GeoJSON", "geojson", `"name":"London"`}, {"network", "GraphML", "graphml", "<graphml"}, {"network", "GEXF", "gexf", "<gexf"},
	} {
		done := make(chan bool, 1)
		listen, cancel := context.WithCancel(ctx)
		chromedp.ListenTarget(listen, func(event any) {
			if e, ok := event.(*downloads.EventDownloadProgress); ok && e.State == downloads.DownloadProgressStateCompleted {
				done <- true
			}
		})
		run(t, ctx, chromedp.Navigate(url+c.path), downloads.SetDownloadBehavior(downloads.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(dir).WithEventsEnabled(true),
			chromedp.Evaluate(fmt.Sprintf("[...document.querySelectorAll('.export a')].find(a => a.textContent == %q).click()", c.words), nil))
		select {
		case <-done:
		case <-time.After(10 * time.Second):
			t.Errorf("%s: no file", c.words)
		}
		cancel()
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			b, err := os.ReadFile(dir + "/" + f.Name())
			if err != nil || !strings.Contains(string(b), c.want) || !strings.HasSuffix(f.Name(), "."+c.name) {
				t.Errorf("%s gives %s, %v: %.80s", c.words, f.Name(), err, b)
			}
			if err := os.Remove(dir + "/" + f.Name()); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestPlain goes through the pages with JavaScript switched off: search, a bar, a range typed into the form, map, network, speaker.
func TestPlain(t *testing.T) {
	ctx := browser(t, 1280, false)
	run(t, ctx, emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(start(t)), chromedp.SendKeys("#q", "mission"+kb.Enter, chromedp.ByQuery))
	until(t, ctx, "location.search.includes('q=mission') && document.querySelector('.hits mark')")
	if count(t, ctx, "[role=combobox]") != 0 || count(t, ctx, "datalist option") == 0 {
		t.Error("the scripts ran")
	}
	run(t, ctx, chromedp.SendKeys(".range input[name=from]", "2019", chromedp.ByQuery), chromedp.SendKeys(".range input[name=to]", "2020-06"+kb.Enter, chromedp.ByQuery))
	until(t, ctx, "location.search.includes('published') && document.querySelector('.filters a')")
	if chip := text(t, ctx, ".filters a"); chip != "published: 2019-01-01..2020-06-30 ✕" {
		t.Errorf("the range is %q", chip)
	}
	click(t, ctx, ".timeline a rect")
	until(t, ctx, "document.querySelector('.hits li')")
	for _, view := range []string{"Map", "Network", "Articles"} {
		run(t, ctx, chromedp.Click(fmt.Sprintf("//nav[@class='views']/a[.=%q]", view), chromedp.BySearch))
		until(t, ctx, fmt.Sprintf("document.querySelector('.views [aria-current]').textContent == %q && location.search.includes('mission')", view))
	}
}

// TestHostile opens every page that shows the hostile article; none of its markup may come to life.
func TestHostile(t *testing.T) {
	ctx := browser(t, 1280, false)
	url := start(t)
	for _, path := range []string{"", "?q=safe", "?q=bridge&tab=articles", "article?id=" + hostileID, "map?q=safe", "network?q=safe&in=articles",
		"speaker?name=Anna", "?q=source:%22" + hostileID + "%22",
		"speaker?name=" + hostileID, "suggest?q=source:"} {
		var title string
		var alive int
		run(t, ctx, chromedp.Navigate(url+path), chromedp.Sleep(200*time.Millisecond), chromedp.Title(&title),
			chromedp.Evaluate(`document.querySelectorAll('script:not([src^="/suggest.js?"], [src^="/brush.js?"]), img, iframe, [onerror], [onclick]').length`, &alive))
		if title == "owned" || alive > 0 {
			t.Errorf("%s: title %q, %d live elements", path, title, alive)
		}
	}
	// A right-to-left mark in a headline does not turn what stands behind it around.
	var ordered bool
	run(t, ctx, chromedp.Navigate(url+"?q=safe"), chromedp.Evaluate(`(() => { const from = document.querySelector('.from'), range = document.createRange();
		range.selectNodeContents(from.lastChild); return range.getBoundingClientRect().left > from.querySelector('bdi').getBoundingClientRect().left })()`, &ordered))
	if !ordered {
		t.Error("the date stands before the publisher")
	}
	// Suggestions put names of the article into the page by script.
	run(t, ctx, chromedp.Navigate(url), chromedp.SendKeys("#q", "source:", chromedp.ByQuery))
	until(t, ctx, "[...document.querySelectorAll('[role=option]')].some(o => o.textContent.includes('<script>'))")
	var title string
	run(t, ctx, chromedp.Sleep(200*time.Millisecond), chromedp.Title(&title))
	if title == "owned" || count(t, ctx, "[role=listbox] script") > 0 {
		t.Errorf("suggestions: title %q", title)
	}
}
