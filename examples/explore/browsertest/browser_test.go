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
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

const hostile = `{"id": "<img src=x onerror=document.title='owned'>", "published": "2020-02-12", "source": "<script>document.title='owned'</script>",
 "headline": "<script>document.title='owned'</script> \u202e bridge", "text": "<script>document.title='owned'</script> \u202e bridge\n\n\"<img src=x onerror=document.title='owned'> is safe,\" said Anna <b onclick=document.title='owned'>Larsen in Oslo."}`

const hostileID = "%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D%27owned%27%3E"

var root = filepath.Join("..", "..", "..")

// program builds explore once.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "explore")
	if err != nil {
		return "", err
	}
	build := exec.Command("go", "build", "-o", filepath.Join(dir, "explore"), "./examples/explore")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %v\n%s", err, out)
	}
	return dir, nil
})

func TestMain(m *testing.M) {
	status := m.Run()
	if dir, err := program(); err == nil {
		os.RemoveAll(dir)
	}
	os.Exit(status)
}

// start runs explore over the sample articles and a hostile one, and returns its address.
func start(t *testing.T) string {
	t.Helper()
	bad := filepath.Join(t.TempDir(), "hostile.jsonl")
	if err := os.WriteFile(bad, []byte(strings.ReplaceAll(hostile, "\n", "")), 0o644); err != nil {
		t.Fatal(err)
	}
	address, _ := serve(t, filepath.Join(root, "testdata", "articles"), bad)
	return address
}

// serve runs explore over articles and returns its address and the number of its process.
func serve(t *testing.T, paths ...string) (address string, process int) {
	t.Helper()
	dir, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(filepath.Join(dir, "explore"), append([]string{"-addr", "127.0.0.1:0"}, paths...)...)
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
	return regexp.MustCompile(`http://[^ ]+`).FindString(line), cmd.Process.Pid
}

// browser starts chromium with a window of a width and a colour scheme.
func browser(t *testing.T, width int, dark bool, more ...chromedp.ExecAllocatorOption) context.Context {
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
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), append(opts, more...)...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancel)
	run(t, ctx, chromedp.EmulateViewport(int64(width), 900)) // a window is never narrower than 500
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
	for range 300 {
		var ok bool
		if err := chromedp.Run(ctx, chromedp.Evaluate("document.readyState == 'complete' && !!("+condition+")", &ok)); err == nil && ok {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("not after half a minute: %s, at %s", condition, here(ctx))
}

func here(ctx context.Context) (address string) {
	_ = chromedp.Run(ctx, chromedp.Location(&address))
	return address
}

// text is the text of the first element for a selector.
func text(t *testing.T, ctx context.Context, selector string) (s string) {
	t.Helper()
	run(t, ctx, chromedp.Evaluate(fmt.Sprintf("document.querySelector(%q)?.textContent ?? ''", selector), &s))
	return strings.Join(strings.Fields(s), " ")
}

// count is the number of elements for a selector.
func count(t *testing.T, ctx context.Context, selector string) (n int) {
	t.Helper()
	run(t, ctx, chromedp.Evaluate(fmt.Sprintf("document.querySelectorAll(%q).length", selector), &n))
	return n
}

// click follows a link as a mouse does; one in a drawing has no click method.
func click(t *testing.T, ctx context.Context, selector string) {
	t.Helper()
	run(t, ctx, chromedp.Evaluate(fmt.Sprintf("document.querySelector(%q).dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))", selector), nil))
}

// drag moves the mouse, with the button held, between two points of an element, given as parts of its width and height.
func drag(t *testing.T, ctx context.Context, selector string, x1, y1, x2, y2 float64) {
	t.Helper()
	var box []float64
	run(t, ctx, chromedp.Evaluate(fmt.Sprintf("(e => { e.scrollIntoView({block: 'center'}); const b = e.getBoundingClientRect(); "+
		"return [b.left, b.top, b.width, b.height] })(document.querySelector(%q))", selector), &box))
	mouse := func(kind input.MouseType, x, y float64) chromedp.Action {
		return chromedp.MouseEvent(kind, box[0]+x*box[2], box[1]+y*box[3], chromedp.ButtonLeft)
	}
	run(t, ctx, mouse(input.MousePressed, x1, y1), mouse(input.MouseMoved, (x1+x2)/2, (y1+y2)/2), mouse(input.MouseMoved, x2, y2), mouse(input.MouseReleased, x2, y2))
}
