package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// contrast gives the elements whose text has too little contrast with what is behind it (WCAG AA: 4.5, large text 3), and the marks of
// drawings that have less than 3 against what they lie on.
const contrast = `(() => {
const rgb = s => s.match(/[\d.]+/g).map(Number);
const lum = c => { const f = c.slice(0,3).map(v => { v /= 255; return v <= .03928 ? v/12.92 : ((v+.055)/1.055)**2.4 }); return .2126*f[0]+.7152*f[1]+.0722*f[2] };
const ratio = (a, b) => (Math.max(lum(a),lum(b))+.05)/(Math.min(lum(a),lum(b))+.05);
const back = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > .5) return c } return [255,255,255] };
const bad = [];
const note = (e, r) => bad.push(e.tagName + '.' + (e.className.baseVal ?? e.className) + ' ' + r.toFixed(2) + ' ' + e.textContent.trim().slice(0, 20));
for (const e of document.querySelectorAll('body *')) {
  if (![...e.childNodes].some(n => n.nodeType == 3 && n.textContent.trim()) || !e.getClientRects().length || e.closest('datalist, .skip, title')) continue;
  const s = getComputedStyle(e), svg = e.closest('svg'), r = ratio(rgb(svg ? s.fill : s.color), back(e));
  const size = parseFloat(s.fontSize), large = size >= 24 || size >= 18.66 && +s.fontWeight >= 700;
  if (r < (large ? 3 : 4.5)) note(e, r);
}
for (const e of document.querySelectorAll('.timeline .bar, .map circle, .node circle')) {
  const s = getComputedStyle(e), r = Math.max(ratio(rgb(s.fill), back(e)), s.stroke == 'none' ? 0 : ratio(rgb(s.stroke), back(e)));
  if (r < 3) note(e, r);
}
return bad.slice(0, 5) })()`

// lookPaths are one page of every kind, and the odd ones: one hit, none, an error, a name that nobody has.
var lookPaths = map[string]string{
	"quotes": "", "articles": "?q=Iraq&tab=articles", "dates": "?q=published:2020", "one": "?q=speaker:Davidson+said:negotiation", "none": "?q=nosuchword", "wrong": "?q=said:(a",
	"article": "article?id=nato-iraq", "help": "help", "values": "values?field=person", "map": "map", "region": "map?q=Iraq&box=24,12,64,43", "nowhere": "map?q=nosuchword",
	"network": "network", "speakers": "network?in=speakers&size=80", "alone": "network?q=nosuchword", "speaker": "speaker?name=Jens+Stoltenberg", "org": "org?name=NATO", "place": "place?name=London",
	"nobody": "speaker?name=Nobody+Whatever", "missing": "nosuch", "hostile": "article?id=" + hostileID, "wide": "?q=" + strings.Repeat("long", 200),
}

// TestLook checks every kind of page at two widths, light and dark: nothing sticks out at the side, all text has contrast, every
// control has a name, and the browser has nothing to complain of, such as a breach of the Content-Security-Policy. With SHOTS set to a folder it keeps a picture of each there.
func TestLook(t *testing.T) {
	browser(t, 390, false) // skip before building
	url := start(t)
	for _, width := range []int{390, 1280} {
		for _, dark := range []bool{false, true} {
			ctx := browser(t, width, dark)
			at := ""
			chromedp.ListenTarget(ctx, func(event any) {
				switch e := event.(type) {
				case *runtime.EventExceptionThrown:
					t.Errorf("%s: a script fails: %v", at, e.ExceptionDetails)
				case *log.EventEntryAdded:
					if !strings.Contains(e.Entry.Text, "status of 40") { // of the pages that are not there
						t.Errorf("%s: the browser notes %s: %s", at, e.Entry.Level, e.Entry.Text)
					}
				}
			})
			run(t, ctx, log.Enable())
			for page, path := range lookPaths {
				name := fmt.Sprintf("%s-%d-%s", page, width, map[bool]string{false: "light", true: "dark"}[dark])
				at = name
				var over, nameless int
				var low []string
				var picture []byte
				run(t, ctx, chromedp.Navigate(url+path),
					chromedp.Evaluate("document.scrollingElement.scrollWidth - innerWidth", &over), chromedp.Evaluate(contrast, &low),
					chromedp.Evaluate("[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select')].filter(e => "+
						"!e.textContent.trim() && !e.getAttribute('aria-label') && !(e.labels && e.labels.length)).length", &nameless))
				if over > 0 || nameless > 0 || len(low) > 0 {
					t.Errorf("%s: %d pixels too wide, %d controls without a name, low contrast %q", name, over, nameless, low)
				}
				if dir := os.Getenv("SHOTS"); dir != "" {
					run(t, ctx, chromedp.FullScreenshot(&picture, 100))
					if err := os.WriteFile(filepath.Join(dir, name+".png"), picture, 0o644); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
}
