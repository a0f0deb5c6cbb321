package dateline_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The arrows: which package may import which. Packages are named by their folder below the module's root, "." is the
// root. The rules bind shipping code and in-package tests alike, except where a rule says that tests are free: a test
// may join what the code keeps apart, but no test gives a second package its hands on bleve or prose.

const modulePath = "github.com/dateline-nlp/dateline"

// topLevel is everything that may lie in the module's root, beside *_test.go.
var topLevel = []string{
	".ci", ".git", ".gitignore", "LICENSE", "NOTICE", "README.md", "doc.go", "entities", "examples", "go.mod", "go.sum",
	"index", "quotes", "testdata",
}

// An importFact is one import clause of the module.
type importFact struct {
	file string // path below the root, with slashes
	pkg  string // folder of file, "." for the root
	path string // what is imported
	test bool   // file is a *_test.go
}

// local returns the folder below the root that the import names, if it is a package of this module.
func (f importFact) local() (string, bool) {
	if f.path == modulePath {
		return ".", true
	}
	return strings.CutPrefix(f.path, modulePath+"/")
}

// std reports whether the import is of the standard library: the first element of its path has no dot.
func (f importFact) std() bool {
	first, _, _ := strings.Cut(f.path, "/")
	return !strings.Contains(first, ".")
}

// within reports whether folder pkg is root or lies below it.
func within(pkg, root string) bool { return pkg == root || strings.HasPrefix(pkg, root+"/") }

// broken returns the rules that the import breaks.
func broken(f importFact) []string {
	var out []string
	rule := func(bad bool, name string) {
		if bad {
			out = append(out, name)
		}
	}
	local, isLocal := f.local()
	rule(f.path == "C", "no cgo")
	rule(strings.HasPrefix(f.path, "github.com/jdkato/prose") && f.pkg != "entities/internal/prosetag", "only entities/internal/prosetag imports prose")
	rule(strings.HasPrefix(f.path, "github.com/blevesearch/") && f.pkg != "index", "only index imports bleve")
	if !f.test {
		rule(f.pkg == "." && !f.std(), "dateline imports the standard library only")
		for _, top := range []string{"entities", "quotes", "index"} {
			ownOrVocabulary := local == "." || within(local, top)
			rule(within(f.pkg, top) && isLocal && !ownOrVocabulary, top+" imports of this module only dateline and its own rooms")
		}
	}
	if within(f.pkg, "examples") && isLocal {
		public := slices.Contains([]string{".", "entities", "quotes", "index", "index/jsonl"}, local)
		rule(!public && !within(local, exampleOf(f.pkg)) && !within(local, "examples/internal"), "examples import public packages and their own internals")
	}
	return out
}

// exampleOf returns the folder of the program that pkg belongs to: examples/facts for examples/facts/internal/report.
func exampleOf(pkg string) string {
	parts := strings.SplitN(pkg, "/", 3)
	if len(parts) < 2 {
		return pkg
	}
	return path.Join(parts[0], parts[1])
}

// imports reads the import clauses of every Go file of the module, whatever its build constraints.
func imports(t *testing.T) []importFact {
	t.Helper()
	var facts []importFact
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if _, err := os.Stat(filepath.Join(name, "go.mod")); err == nil && name != "." {
				return filepath.SkipDir // a module of its own: tools, browser tests
			}
			if base := d.Name(); base == "testdata" || base == ".git" {
				return filepath.SkipDir
			}
			return nil
		}
		if filepath.Ext(name) != ".go" {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		slash := filepath.ToSlash(name)
		for _, spec := range file.Imports {
			p, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			facts = append(facts, importFact{slash, path.Dir(slash), p, strings.HasSuffix(slash, "_test.go")})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

func TestArrows(t *testing.T) {
	facts := imports(t)
	for _, f := range facts {
		for _, rule := range broken(f) {
			t.Errorf("%s imports %q: %s", f.file, f.path, rule)
		}
	}
	if len(facts) < 20 {
		t.Errorf("read %d imports in the whole module: the walk is broken", len(facts))
	}
}

// TestArrowRules shows each rule an import that breaks it and the nearest one that does not.
func TestArrowRules(t *testing.T) {
	const own = modulePath + "/"
	for _, c := range []struct {
		file, path string
		bad        bool
	}{
		{"doc.go", "strings", false},
		{"doc.go", "golang.org/x/text/unicode/norm", true},
		{"doc.go", own + "entities", true},
		{"seed_test.go", own + "entities", false},
		{"entities/entities.go", own + "entities/internal/dates", false},
		{"entities/entities.go", own + "quotes", true},
		{"entities/fuzz_test.go", own + "quotes", false},
		{"entities/internal/resolve/resolve.go", own + "index/jsonl", true},
		{"quotes/quotes.go", modulePath, false},
		{"quotes/internal/source/source.go", own + "entities", true},
		{"index/jsonl/jsonl.go", own + "quotes", true},
		{"index/query.go", "github.com/blevesearch/bleve/v2/search/query", false},
		{"index/jsonl/jsonl.go", "github.com/blevesearch/bleve/v2", true},
		{"seed_test.go", "github.com/blevesearch/bleve/v2", true},
		{"entities/internal/prosetag/prosetag.go", "github.com/jdkato/prose/v2", false},
		{"entities/entities_test.go", "github.com/jdkato/prose/v2", true},
		{"entities/internal/tagger/fast.go", "C", true},
		{"examples/facts/main.go", own + "index/jsonl", false},
		{"examples/facts/main.go", own + "examples/facts/internal/report", false},
		{"examples/facts/internal/report/report.go", own + "examples/facts/internal/table", false},
		{"examples/facts/main.go", own + "examples/internal/input", false},
		{"examples/facts/main.go", own + "examples/search/internal/flags", true},
		{"examples/facts/main_test.go", own + "entities/internal/dates", true},
	} {
		f := importFact{c.file, path.Dir(c.file), c.path, strings.HasSuffix(c.file, "_test.go")}
		if got := broken(f); (len(got) > 0) != c.bad {
			t.Errorf("%s importing %q: breaks %q, want bad = %v", c.file, c.path, got, c.bad)
		}
	}
}

func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		if !slices.Contains(topLevel, name) && !strings.HasSuffix(name, "_test.go") && !ignoredByGit(t, name) {
			t.Errorf("%s lies at the top level, which is fixed", name)
		}
	}
}

// ignoredByGit reports whether .gitignore names the entry: built programs and profiles come and go.
func ignoredByGit(t *testing.T, name string) bool {
	t.Helper()
	list, err := os.ReadFile(".gitignore")
	if err != nil {
		t.Fatal(err)
	}
	for _, pattern := range strings.Fields(string(list)) {
		if ok, _ := path.Match(strings.Trim(pattern, "/"), name); ok {
			return true
		}
	}
	return false
}
