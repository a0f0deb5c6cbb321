// Package browsertest drives the pages of explore in a real browser. It is a module of its own, so that nobody who uses the
// library needs what it needs: run it with "go test" in this folder, where chromium is installed.
package browsertest

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const hostile = `{"id": "<img src=x onerror=document.title='owned'>", "published": "2020-02-12", "source": "<script>document.title='owned'</script>",
 "headline": "<script>document.title='owned'</script> \u202e bridge", "text": "<script>document.title='owned'</script> \u202e bridge\n\n\"<img src=x onerror=document.title='owned'> is safe,\" said Anna Larsen."}`

// start builds explore, runs it over the sample articles and a hostile one, and returns its address.
func start(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	build := exec.Command("go", "build", "-o", dir, "./examples/explore")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	bad := filepath.Join(dir, "hostile.jsonl")
	if err := os.WriteFile(bad, []byte(strings.ReplaceAll(hostile, "\n", "")), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(filepath.Join(dir, "explore"), "-addr", "127.0.0.1:0", filepath.Join(root, "testdata", "articles"), bad)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`http://[^ ]+`).FindString(line)
}

// browser starts chromium with a window of a width and a colour scheme.
func browser(t *testing.T, width int, dark bool) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("needs chromium: not installed here")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.WindowSize(width, 900))
	if dark {
		opts = append(opts, chromedp.Flag("blink-settings", "preferredColorScheme=0"))
	}
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), opts...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func run(t *testing.T, ctx context.Context, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// until waits for a condition on the page; while a page loads there is nothing to ask, which is no error.
func until(t *testing.T, ctx context.Context, condition string) {
	t.Helper()
	for range 100 {
		var ok bool
		if err := chromedp.Run(ctx, chromedp.Evaluate("document.readyState == 'complete' && !!("+condition+")", &ok)); err == nil && ok {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	var here string
	_ = chromedp.Run(ctx, chromedp.Location(&here))
	t.Fatalf("not after ten seconds: %s, at %s", condition, here)
}

// text is the text of the first element for a selector.
func text(t *testing.T, ctx context.Context, selector string) (s string) {
	t.Helper()
	run(t, ctx, chromedp.Evaluate(fmt.Sprintf("document.querySelector(%q)?.innerText ?? ''", selector), &s))
	return strings.TrimSpace(s)
}

// click follows a link as a mouse does.
func click(t *testing.T, ctx context.Context, selector string) {
	t.Helper()
	run(t, ctx, chromedp.Evaluate(fmt.Sprintf("document.querySelector(%q).click()", selector), nil))
}

// TestUse goes through the pages as a reader does: query, article, back, filter, a shared address, next page.
func TestUse(t *testing.T) {
	ctx := browser(t, 1280, false)
	url := start(t)
	run(t, ctx, chromedp.Navigate(url), chromedp.SendKeys("#q", "speaker:Davidson said:\"NATO mission\""+kb.Enter, chromedp.ByQuery))
	until(t, ctx, "document.querySelector('.hits mark')")
	count := text(t, ctx, "h1")
	if !strings.Contains(count, "quote") {
		t.Errorf("the query finds %q", count)
	}
	click(t, ctx, ".hits .from a")
	until(t, ctx, "document.querySelector(':target')")
	if target := text(t, ctx, ":target"); !strings.Contains(target, "mission") {
		t.Errorf("the article shows %q", target)
	}
	run(t, ctx, chromedp.Evaluate("history.back()", nil))
	until(t, ctx, "document.querySelector('.hits mark')")
	if again := text(t, ctx, "h1"); again != count {
		t.Errorf("back at %q, not %q", again, count)
	}

	run(t, ctx, chromedp.Navigate(url))
	click(t, ctx, "aside section li a")
	until(t, ctx, "document.querySelector('.filters a')")
	chip, found := text(t, ctx, ".filters a"), text(t, ctx, "h1")
	var here string
	run(t, ctx, chromedp.Location(&here), chromedp.Navigate("about:blank"))
	run(t, ctx, chromedp.Navigate(here))
	if again := text(t, ctx, "h1"); !strings.HasPrefix(chip, "speaker: ") || again != found {
		t.Errorf("filter %q finds %q, its address again %q", chip, found, again)
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

// TestHostile opens every page that shows the hostile article; none of its markup may come to life.
func TestHostile(t *testing.T) {
	ctx := browser(t, 1280, false)
	url := start(t)
	for _, path := range []string{"", "?q=safe", "?q=bridge&tab=articles", "article?id=%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D%27owned%27%3E"} {
		var title string
		var alive int
		run(t, ctx, chromedp.Navigate(url+path), chromedp.Sleep(200*time.Millisecond), chromedp.Title(&title),
			chromedp.Evaluate("document.querySelectorAll('script, img, iframe, [onerror]').length", &alive))
		if title == "owned" || alive > 0 {
			t.Errorf("%s: title %q, %d live elements", path, title, alive)
		}
	}
}

// contrast gives the elements whose text has too little contrast with what is behind it (WCAG AA: 4.5, large text 3).
const contrast = `(() => {
const rgb = s => s.match(/[\d.]+/g).map(Number);
const lum = c => { const f = c.slice(0,3).map(v => { v /= 255; return v <= .03928 ? v/12.92 : ((v+.055)/1.055)**2.4 }); return .2126*f[0]+.7152*f[1]+.0722*f[2] };
const back = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > .5) return c } return [255,255,255] };
const bad = [];
for (const e of document.querySelectorAll('body *')) {
  if (![...e.childNodes].some(n => n.nodeType == 3 && n.textContent.trim()) || !e.getClientRects().length || e.closest('svg, datalist, .skip')) continue;
  const s = getComputedStyle(e), a = lum(rgb(s.color)), b = lum(back(e)), r = (Math.max(a,b)+.05)/(Math.min(a,b)+.05);
  const size = parseFloat(s.fontSize), large = size >= 24 || size >= 18.66 && +s.fontWeight >= 700;
  if (r < (large ? 3 : 4.5)) bad.push(e.tagName + '.' + e.className + ' ' + r.toFixed(2) + ' ' + e.textContent.trim().slice(0, 20));
}
return bad.slice(0, 5) })()`

// TestLook checks every kind of page at two widths, light and dark: nothing sticks out at the side, all text has contrast, every
// control has a name.
func TestLook(t *testing.T) {
	browser(t, 390, false) // skip before building
	url := start(t)
	for _, width := range []int{390, 1280} {
		for _, dark := range []bool{false, true} {
			ctx := browser(t, width, dark)
			for _, path := range []string{"", "?q=Iraq&tab=articles", "?q=published:2020", "article?id=nato-iraq", "help", "?q=said:(a"} {
				name := fmt.Sprintf("%d dark=%v /%s", width, dark, path)
				var over, nameless int
				var low []string
				run(t, ctx, chromedp.Navigate(url+path),
					chromedp.Evaluate("document.scrollingElement.scrollWidth - innerWidth", &over), chromedp.Evaluate(contrast, &low),
					chromedp.Evaluate("[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select')].filter(e => "+
						"!e.textContent.trim() && !e.getAttribute('aria-label') && !(e.labels && e.labels.length)).length", &nameless))
				if over > 0 || nameless > 0 || len(low) > 0 {
					t.Errorf("%s: %d pixels too wide, %d controls without a name, low contrast %q", name, over, nameless, low)
				}
			}
		}
	}
}
