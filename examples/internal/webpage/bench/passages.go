package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// An entry is a page with passages that its text holds and ones that it does not, and what is known of it.
type entry struct {
	file, title, date      string
	authors, with, without []string
}

// passages compares on the pages of go-trafilatura.
func passages(folder string, english bool) {
	entries := readEntries(filepath.Join(folder, "scripts", "comparison", "data.go"))
	for _, s := range systems {
		var pages, in, missed, out, left int
		var titles, title, authors, author, dates, date int
		for _, e := range entries {
			page := find(folder, e.file)
			if page == nil || english && !inEnglish(string(page)) {
				continue
			}
			pages++
			r := s.read(page)
			text := flat(r.text)
			for _, p := range e.with {
				in += count(strings.Contains(text, flat(p)))
				missed += count(!strings.Contains(text, flat(p)))
			}
			for _, p := range e.without {
				out += count(strings.Contains(text, flat(p)))
				left += count(!strings.Contains(text, flat(p)))
			}
			titles, title = titles+count(e.title != ""), title+count(e.title != "" && same(r.title, e.title))
			dates, date = dates+count(e.date != ""), date+count(e.date != "" && r.date == e.date)
			authors, author = authors+count(len(e.authors) > 0), author+count(len(e.authors) > 0 && holdsAll(r.author, e.authors))
		}
		precision, recall := float64(in)/float64(in+out), float64(in)/float64(in+missed)
		fmt.Printf("%-12s P %.1f R %.1f F1 %.1f, title %d of %d, authors %d of %d, date %d of %d, on %d pages\n", s.name, 100*precision, 100*recall,
			200*precision*recall/(precision+recall), title, titles, author, authors, date, dates, pages)
	}
}

func find(folder, file string) []byte {
	for _, sub := range []string{"comparison", "mock"} {
		if data, err := os.ReadFile(filepath.Join(folder, "test-files", sub, file)); err == nil {
			return data
		}
	}
	return nil
}

func holdsAll(author string, names []string) bool {
	for _, n := range names {
		if !strings.Contains(strings.ToLower(flat(author)), strings.ToLower(flat(n))) {
			return false
		}
	}
	return true
}

// inEnglish tells by small words.
func inEnglish(page string) bool {
	page = " " + strings.ToLower(flat(page)) + " "
	number := func(words ...string) (n int) {
		for _, w := range words {
			n += strings.Count(page, " "+w+" ")
		}
		return n
	}
	return number("the") > 10 && number("the", "and", "of", "to") > 2*number("der", "die", "und", "das", "le", "la", "les", "et", "el", "los", "de", "que")
}

// readEntries reads the table in the source of go-trafilatura, which is a program and cannot be imported.
func readEntries(path string) (entries []entry) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		log.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || lit.Type != nil {
			return true
		}
		var e entry
		for _, x := range lit.Elts {
			kv, ok := x.(*ast.KeyValueExpr)
			if !ok {
				return true
			}
			key, _ := kv.Key.(*ast.Ident)
			if key == nil {
				return true
			}
			switch key.Name {
			case "File":
				e.file = text(kv.Value)
			case "Title":
				e.title = text(kv.Value)
			case "Date":
				e.date = text(kv.Value)
			case "Authors":
				e.authors = texts(kv.Value)
			case "With":
				e.with = texts(kv.Value)
			case "Without":
				e.without = texts(kv.Value)
			}
		}
		entries = append(entries, e)
		return false
	})
	sort.Slice(entries, func(i, j int) bool { return entries[i].file < entries[j].file })
	return entries
}

func text(x ast.Expr) string {
	lit, ok := x.(*ast.BasicLit)
	if !ok {
		return ""
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}

func texts(x ast.Expr) (out []string) {
	list, ok := x.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	for _, y := range list.Elts {
		out = append(out, text(y))
	}
	return out
}
