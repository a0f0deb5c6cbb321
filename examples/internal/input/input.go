// Package input reads articles for the example programs from files, folders and standard input.
//
//	article.txt           one article, all of the file its text; article.meta.json beside it, if there is one, holds the
//	                      date and the rest: {"published": "2020-02-12", "source": "CBC News", "url": "...", "id": "..."}
//	page.html             one article, the main text of a web page
//	articles.jsonl        one article a line, {"id": ..., "text": ..., "published": ...}
//	folder                all of these in it and below, in the order of their names
//	-                     standard input: JSON Lines if it begins with an object, HTML if with a tag, else one article
//
// The id of a file that holds one article is its name without its ending, in a folder with the way there ("2020/may/bridge"). Where two
// files would have the same id, the later one's is its name with its ending or, if that is taken too, its path.
//
// Each may be compressed with gzip. Hidden files and folders are passed over. Text is taken byte for byte, stray bytes of invalid
// UTF-8 included. Converted are UTF-16 with a byte order mark, and text with no letter in UTF-8 but bytes above 0x7f, which is
// taken for Windows-1252. Not done: other encodings, archives (zip, tar), PDF, Word.
package input

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/examples/internal/webpage"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// Options are what the flags of a program say about articles that do not say it themselves.
type Options struct {
	Published time.Time // date of articles without one
	Source    string    // publisher of articles without one
	Stdin     io.Reader // what "-" stands for; nil: os.Stdin
}

// An Error is a file that could not be read. The error of a single line of a .jsonl file is a *jsonl.Error.
type Error struct {
	Path string
	Err  error
}

func (e *Error) Error() string {
	var pathErr *fs.PathError
	if errors.As(e.Err, &pathErr) { // it names the file itself
		return fmt.Sprintf("%s: %v", e.Path, pathErr.Err)
	}
	return fmt.Sprintf("%s: %v", e.Path, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// A Reader reads the articles of a list of files, folders and "-".
type Reader struct {
	ctx   context.Context
	opts  Options
	files []file
	total int64
	done  atomic.Int64
}

type file struct {
	path string
	id   string // of a file that holds one article
	kind kind
	err  error // why it cannot be read, where that is known
}

// maxSize bounds the bytes of one article, or of one line of JSON, so that a damaged or hostile file cannot fill the memory: what is
// found in a text takes some hundred times its size.
const maxSize = 32 << 20

// Open finds the files. A path that does not exist, or a folder without articles, is an error before anything is read.
//
// When ctx is done, reading from standard input ends; files are read to the end of the article.
func Open(ctx context.Context, paths []string, opts Options) (*Reader, error) {
	if opts.Stdin == nil {
		opts.Stdin = os.Stdin
	}
	r := &Reader{opts: opts, ctx: ctx}
	for _, path := range paths {
		if path == "-" {
			r.files = append(r.files, file{path: "-", id: "stdin"})
			continue
		}
		info, err := os.Stat(path)
		if err != nil {
			return nil, &Error{Path: path, Err: err}
		}
		if info.IsDir() {
			err = r.walk(path)
		} else {
			k, base := kindOf(filepath.Base(path))
			r.add(file{path: path, id: base, kind: k}, info)
		}
		if err != nil {
			return nil, err
		}
	}
	tellApart(r.files)
	return r, nil
}

// tellApart gives different files different ids. One that is named twice stays one article.
func tellApart(files []file) {
	taken, ids := map[string]bool{}, map[string]string{} // ids by path
	for i := range files {
		f := &files[i]
		if f.kind == lines || f.err != nil {
			continue
		}
		path, name := filepath.Clean(f.path), filepath.Base(f.path)
		if id, ok := ids[path]; ok {
			f.id = id
			continue
		}
		_, base := kindOf(name)
		for _, id := range []string{f.id, f.id + name[len(base):], filepath.ToSlash(path)} {
			if !taken[id] {
				f.id = id
				break
			}
		}
		taken[f.id], ids[path] = true, f.id
	}
}

func (r *Reader) add(f file, info fs.FileInfo) {
	r.files = append(r.files, f)
	r.total += info.Size()
}

func (r *Reader) walk(root string) error {
	before := len(r.files)
	top := filepath.Clean(root) + string(filepath.Separator) // with it, a link to a folder is followed
	err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		if err != nil && path == top {
			return &Error{Path: root, Err: err}
		}
		if err != nil { // the others can be read
			r.files = append(r.files, file{path: path, err: err})
			return nil
		}
		if path != top && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		k, _ := kindOf(path)
		if d.IsDir() || k == unknown {
			return nil
		}
		info, err := os.Stat(path)
		if err != nil {
			r.files = append(r.files, file{path: path, err: err})
		} else if info.Mode().IsRegular() {
			rel, _ := filepath.Rel(root, path)
			_, id := kindOf(filepath.ToSlash(rel))
			r.add(file{path: path, id: id, kind: k}, info)
		}
		return nil
	})
	if err == nil && len(r.files) == before {
		return &Error{Path: root, Err: errors.New("no articles in this folder (files that end in .txt, .html, .jsonl, or these with .gz)")}
	}
	return err
}

// Progress tells how many bytes have been read, and of how many; total is 0 where standard input is among them.
// It may be called while another goroutine reads.
func (r *Reader) Progress() (done, total int64) {
	if slices.ContainsFunc(r.files, func(f file) bool { return f.path == "-" }) {
		return r.done.Load(), 0
	}
	return r.done.Load(), r.total
}

// All returns the articles in order. An error stands for one article or file that could not be read; the others follow.
// It reads standard input, if asked to, only once.
func (r *Reader) All() iter.Seq2[dateline.Article, error] {
	return func(yield func(dateline.Article, error) bool) {
		for _, f := range r.files {
			if !r.read(f, yield) {
				return
			}
		}
	}
}

func (r *Reader) read(f file, yield func(dateline.Article, error) bool) bool {
	in, closer, err := r.open(f)
	if err != nil {
		return yield(dateline.Article{}, &Error{Path: f.path, Err: err})
	}
	defer closer()
	head, _ := in.Peek(1024)
	if name := foreign(head); name != "" {
		return yield(dateline.Article{}, &Error{Path: f.path, Err: fmt.Errorf("is %s: save it as text first", name)})
	}
	if f.kind == unknown {
		f.kind = sniff(head)
	}
	if f.kind == lines {
		return r.readLines(f, in, yield)
	}
	data, err := io.ReadAll(io.LimitReader(in, maxSize+1))
	if err == nil && len(data) > maxSize {
		err = errTooLong
	}
	if err != nil {
		return yield(dateline.Article{}, &Error{Path: f.path, Err: err})
	}
	a, err := r.article(f, data)
	return yield(a, err)
}

var errTooLong = fmt.Errorf("longer than %d MiB: many articles in one file are to be lines of a .jsonl file", maxSize>>20)

func (r *Reader) article(f file, data []byte) (dateline.Article, error) {
	a := dateline.Article{ID: f.id, Text: decode(data)}
	if f.kind == page {
		found, err := webpage.Read(data)
		if err != nil {
			return a, &Error{Path: f.path, Err: err}
		}
		found.ID = f.id
		a = found
	}
	if f.path != "-" {
		if err := readMeta(f.path, &a); err != nil {
			return a, err
		}
	}
	return r.defaults(a), nil
}

func (r *Reader) defaults(a dateline.Article) dateline.Article {
	if a.Published.IsZero() {
		a.Published = r.opts.Published
	}
	if a.Source == "" {
		a.Source = r.opts.Source
	}
	return a
}

func (r *Reader) readLines(f file, in *bufio.Reader, yield func(dateline.Article, error) bool) bool {
	name := f.path
	if name == "-" {
		name = f.id
	}
	empty := true
	lines := jsonl.NewReader(in, name)
	lines.MaxLine = maxSize
	for a, err := range lines.Articles() {
		empty = false
		if !yield(r.defaults(a), err) {
			return false
		}
	}
	if empty {
		return yield(dateline.Article{}, &Error{Path: f.path, Err: errors.New("no articles in this file")})
	}
	return true
}

// open opens f, through gzip where its first bytes say so.
func (r *Reader) open(f file) (*bufio.Reader, func(), error) {
	if f.err != nil {
		return nil, nil, f.err
	}
	var src io.Reader
	closer := func() {}
	if f.path == "-" {
		src = interruptible(r.ctx, r.opts.Stdin)
	} else {
		file, err := os.Open(f.path)
		if err != nil {
			return nil, nil, err
		}
		src, closer = file, func() { file.Close() }
	}
	in := bufio.NewReaderSize(&counter{src, &r.done}, 64<<10)
	if magic, _ := in.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(in)
		if err != nil {
			closer()
			return nil, nil, err
		}
		in = bufio.NewReaderSize(z, 64<<10)
	}
	return in, closer, nil
}

// interruptible reads from in until ctx is done. Its goroutine stays with a read that never returns, as from a terminal.
func interruptible(ctx context.Context, in io.Reader) io.Reader {
	pr, pw := io.Pipe()
	go func() {
		_, err := io.Copy(pw, in)
		pw.CloseWithError(err)
	}()
	context.AfterFunc(ctx, func() { pr.CloseWithError(ctx.Err()) })
	return pr
}

type counter struct {
	io.Reader
	n *atomic.Int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n.Add(int64(n))
	return n, err
}
