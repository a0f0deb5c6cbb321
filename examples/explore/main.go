// Command explore shows a collection of articles in a browser: search, histogram, map, network, speakers, and articles with what was
// found in them.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"syscall"
	"time"

	"github.com/dateline-nlp/dateline/examples/internal/cli"
	"github.com/dateline-nlp/dateline/examples/internal/ingest"
	"github.com/dateline-nlp/dateline/examples/internal/input"
	"github.com/dateline-nlp/dateline/examples/internal/progress"
	"github.com/dateline-nlp/dateline/examples/internal/term"
	"github.com/dateline-nlp/dateline/examples/internal/web"
	"github.com/dateline-nlp/dateline/index"
)

func main() { program.Main() }

// sample is what is shown where nothing was named: the articles that come with the module.
const sample = "testdata/articles"

var program = &cli.Program{
	Name:     "explore",
	Synopsis: "[-index folder] [-addr host:port] [file or folder ...]",
	About: `
Serves pages over an index of articles, for a browser on this machine: who said what about whom, where and when.
It shows an index that "search -index folder -add ..." made, or reads the files and folders that are named into memory; without
either the sample articles of the module. Nothing is fetched from the net, and nobody else can reach the pages unless -addr says so.`,
	Examples: `
explore                           # the sample articles
explore articles/                 # a folder of your own, in memory
explore -index news.idx           # an index that search has made
explore -addr 127.0.0.1:9000      # at another port; :9000 would let other machines in`,
	Flags: flags,
}

func flags(fs *flag.FlagSet) func(context.Context, []string) error {
	dir := fs.String("index", "", "`folder` of the index")
	addr := fs.String("addr", "127.0.0.1:8080", "`host:port` to listen on; port 0: any that is free")
	return func(ctx context.Context, paths []string) error {
		if *dir != "" && len(paths) > 0 {
			return cli.Usagef("an index or articles, not both: search -index %s -add adds to an index", *dir)
		}
		host, _, err := net.SplitHostPort(*addr)
		if err != nil {
			return cli.Usagef("invalid value %q for flag -addr: %v", *addr, err)
		}
		listener, err := net.Listen("tcp", *addr)
		if errors.Is(err, syscall.EADDRINUSE) {
			return fmt.Errorf("another program listens on %s already: -addr %s takes any port that is free", *addr, net.JoinHostPort(host, "0"))
		}
		if err != nil {
			return err
		}
		defer listener.Close()
		ix, err := open(ctx, *dir, paths)
		if err != nil {
			return err
		}
		defer ix.Close()
		server, err := web.NewServer(ix, loopback(host))
		if err != nil {
			return err
		}
		if err := server.Warm(ctx); err != nil {
			return err
		}
		articles, quotes, err := ix.Count()
		if err != nil {
			return err
		}
		at := listener.Addr().String()
		if h, port, err := net.SplitHostPort(at); err == nil && net.ParseIP(h).IsUnspecified() {
			at = net.JoinHostPort("localhost", port) // where the listener is from here: it hears the whole net
		}
		fmt.Printf("explore: %s and %s at http://%s/ (Ctrl-C ends)\n",
			progress.Plural(articles, "article"), progress.Plural(quotes, "quote"), at)
		return serve(ctx, listener, server)
	}
}

// loopback reports whether host is this machine alone.
func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func open(ctx context.Context, dir string, paths []string) (*index.Index, error) {
	if dir != "" {
		return ingest.OpenReadOnly(dir)
	}
	if len(paths) == 0 {
		if _, err := os.Stat(sample); err != nil {
			return nil, cli.Usagef("no articles: name files or folders, or an index with -index")
		}
		paths = []string{sample}
	}
	in, err := input.Open(ctx, paths, input.Options{})
	if err != nil {
		return nil, err
	}
	ix, err := index.New()
	if err != nil {
		return nil, err
	}
	o := ingest.Options{Errors: os.Stderr, Prefix: "explore: "}
	if term.Is(os.Stderr) {
		o.Bar = &progress.Bar{W: os.Stderr, Unit: "articles"}
	}
	if _, err := ingest.Add(ctx, ix, in, o); err != nil {
		return nil, errors.Join(err, ix.Close())
	}
	return ix, nil
}

// serve answers until ctx ends, and then lets requests under way come to their end. Ctrl-C is the normal end.
func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second,
		WriteTimeout: time.Minute, IdleTimeout: time.Minute, MaxHeaderBytes: 16 << 10,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	return server.Shutdown(last)
}
