// Package examples_test holds the READMEs to the truth: their commands are run, their Go is compiled, their links lead somewhere, and
// the modules that they name are those of go.mod.
package examples_test

import (
	"bufio"
	"bytes"
	"flag"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the output of the commands into the READMEs")

// TestConsole runs the commands of the ```console and ```sh blocks in README.md and examples/README.md, in order and in one folder.
// What a command of a console block, which begins with "$ ", prints (standard output and errors, as on a terminal without colours) is
// compared with what stands there; one of an sh block has to succeed. Programs are built once, in place of go run.
func TestConsole(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the commands of the READMEs need a POSIX shell: not on Windows")
	}
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	build := exec.Command("go", "build", "-o", bin, "./examples/...")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	if info, err := os.Stat(filepath.Join(bin, "facts")); err != nil || info.Size() > maxFacts {
		t.Errorf("facts is larger than %d bytes: %v %v", maxFacts, info, err)
	}
	for _, name := range []string{"README.md", "examples/README.md"} {
		t.Run(name, func(t *testing.T) {
			s := &shell{t: t, root: root, bin: bin, dir: t.TempDir()}
			s.readme(filepath.Join(root, filepath.FromSlash(name)))
		})
	}
}

// maxFacts is the most bytes that the program facts may have, models and lists included.
const maxFacts = 25_000_000

// A shell runs the commands of a README in a folder that looks like the root of the module.
type shell struct {
	t              *testing.T
	root, bin, dir string
}

var block = regexp.MustCompile("(?ms)^```(console|sh)\n(.*?)^```$")

func (s *shell) readme(path string) {
	readme, err := os.ReadFile(path)
	if err != nil {
		s.t.Fatal(err)
	}
	articles := filepath.Join(s.root, "testdata", "articles")
	for link, target := range map[string]string{"testdata": filepath.Dir(articles), "articles": articles} {
		if err := os.Symlink(target, filepath.Join(s.dir, link)); err != nil {
			s.t.Fatal(err)
		}
	}
	fixed := block.ReplaceAllStringFunc(string(readme), func(b string) string {
		m := block.FindStringSubmatch(b)
		if m[1] == "console" {
			return "```console\n" + s.console(filepath.Base(path), m[2]) + "```"
		}
		for line := range strings.Lines(m[2]) {
			command, _, _ := strings.Cut(line, "  #")
			s.command(strings.TrimSpace(command))
		}
		return b
	})
	if *update && fixed != string(readme) {
		if err := os.WriteFile(path, []byte(fixed), 0o644); err != nil {
			s.t.Fatal(err)
		}
	}
}

// console runs the commands of a block and returns the block as it should be.
func (s *shell) console(name, body string) string {
	var out strings.Builder
	for _, part := range strings.Split("\n"+body, "\n$ ")[1:] {
		command, want, _ := strings.Cut(part, "\n")
		got := strings.TrimRight(s.run(command), "\n")
		if want = strings.TrimRight(want, "\n"); got != want && !*update {
			s.t.Errorf("%s: $ %s\nprints\n%s\nbut there stands\n%s", name, command, got, want)
		}
		out.WriteString("$ " + command + "\n")
		if got != "" {
			out.WriteString(got + "\n")
		}
	}
	return out.String()
}

const module = "github.com/dateline-nlp/dateline"

// command runs a command that prints what nobody can tell in advance, or checks that it would do.
func (s *shell) command(command string) {
	switch {
	case command == "git clone https://"+module, command == "cd "+filepath.Base(module), command == "go get "+module: // here we are
	case command == "go test ./...": // runs this test, and ends .ci/run
		ci, err := os.ReadFile(filepath.Join(s.root, ".ci", "run"))
		if err != nil || !strings.HasSuffix(strings.TrimSpace(string(ci)), "\n"+command) {
			s.t.Errorf("%s is not what .ci/run ends with: %v", command, err)
		}
	case strings.HasPrefix(command, "DATELINE_INDEX_GROWTH="): // half an hour: the test must be there, and read the variable
		code, err := os.ReadFile(filepath.Join(s.root, "index", "growth_test.go"))
		if err != nil || !strings.Contains(string(code), "func TestGrowth(") || !strings.Contains(string(code), `"DATELINE_INDEX_GROWTH"`) {
			s.t.Errorf("%s: no such test: %v", command, err)
		}
	case strings.HasPrefix(command, "go build "): // as TestConsole does
		if command != "go build -o bin/ ./examples/..." {
			s.t.Errorf("%s: not the command that this test builds the programs with", command)
		}
	case strings.HasPrefix(command, "go run ./examples/explore"):
		s.serve(strings.TrimPrefix(command, "go run ./examples/explore"))
	case strings.Contains(command, "../shared/"):
		if _, err := os.Stat(filepath.Join(s.root, "..", "shared", "data")); err != nil {
			s.t.Logf("needs ../shared/data: not here: %s", command)
			return
		}
		s.run(strings.ReplaceAll(command, "../shared/", filepath.Join(s.root, "..", "shared")+"/"))
	default:
		s.run(command)
	}
}

var goRun = regexp.MustCompile(`go run \./examples/(\w+)`)

func (s *shell) run(command string) string {
	s.t.Helper()
	cmd := exec.Command("bash", "-c", goRun.ReplaceAllString(command, filepath.Join(s.bin, "$1")))
	cmd.Dir = s.dir
	cmd.Env = append(os.Environ(), "COLUMNS=100")
	out, err := cmd.CombinedOutput()
	if err != nil {
		s.t.Errorf("$ %s: %v\n%s", command, err, out)
	}
	return string(out)
}

var address = regexp.MustCompile(`http://[0-9.:]+/?`)

// serve starts explore, reads its first page and stops it.
func (s *shell) serve(args string) {
	cmd := exec.Command(filepath.Join(s.bin, "explore"), append(strings.Fields(args), "-addr", "127.0.0.1:0")...)
	cmd.Dir = s.dir
	r, w, err := os.Pipe()
	if err != nil {
		s.t.Fatal(err)
	}
	defer r.Close()
	cmd.Stdout, cmd.Stderr = w, w
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	w.Close()
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		if at := address.FindString(lines.Text()); at != "" {
			page, err := http.Get(at)
			if err != nil || page.StatusCode != http.StatusOK {
				s.t.Errorf("explore%s: %v %v", args, page, err)
			} else {
				page.Body.Close()
			}
			break
		}
		s.t.Logf("explore%s: %s", args, lines.Text())
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		s.t.Errorf("explore%s ended before it served anything: %v", args, err)
	}
	cmd.Wait()
}

// TestGo finds every ```go block of README.md in example_test.go, which is compiled and run, and every line of a ```text block in
// its output.
func TestGo(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	code, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	blocks := regexp.MustCompile("(?ms)^```go\n(.*?)^```$").FindAllSubmatch(readme, -1)
	if len(blocks) == 0 {
		t.Fatal("README.md has no Go")
	}
	for _, b := range blocks {
		if !bytes.Contains([]byte(flat(string(code))), []byte(flat(string(b[1])))) {
			t.Errorf("this is not in example_test.go:\n%s", b[1])
		}
	}
	_, output, _ := strings.Cut(string(code), "// Output:\n")
	for _, b := range regexp.MustCompile("(?ms)^```text\n(.*?)^```$").FindAllSubmatch(readme, -1) {
		for line := range strings.Lines(string(b[1])) {
			if !strings.Contains(output, "\t// "+line) {
				t.Errorf("example_test.go does not print %s", line)
			}
		}
	}
}

// TestLinks wants every file and folder that the READMEs link to.
func TestLinks(t *testing.T) {
	for _, name := range []string{"../README.md", "README.md"} {
		text, err := os.ReadFile(filepath.FromSlash(name))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\]\(([^)#]+)\)`).FindAllSubmatch(text, -1) {
			link := string(m[1])
			if strings.Contains(link, "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(filepath.FromSlash(name)), filepath.FromSlash(link))); err != nil {
				t.Errorf("%s links to %s: %v", name, link, err)
			}
		}
	}
}

// TestModules wants every module that go.mod requires directly in README.md, and no other.
func TestModules(t *testing.T) {
	mod, err := os.ReadFile(filepath.Join("..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(readme), "## What it is made of")
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) v\S+$`).FindAllSubmatch(mod, -1) { // indirect ones have a comment
		name := strings.TrimPrefix(string(m[1]), "github.com/blevesearch/")
		if !strings.Contains(table, "`"+string(m[1])+"`") && !strings.Contains(table, "`"+name+"`") {
			t.Errorf("README.md does not tell what %s is for", m[1])
		}
	}
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z.]+/[^`]+)`").FindAllStringSubmatch(table, -1) {
		if !bytes.Contains(mod, []byte("\t"+m[1]+" v")) {
			t.Errorf("README.md names %s, which go.mod does not require", m[1])
		}
	}
}
