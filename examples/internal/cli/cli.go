// Package cli is what the example programs have in common at the command line: flags before and after arguments, one-line
// errors, exit statuses and Ctrl-C.
//
// Exit status 0: done; 1: something could not be read or written; 2: wrong usage; 130: interrupted.
package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/dateline-nlp/dateline/examples/internal/term"
)

// ErrSome says that some of the input failed and was reported on the way: exit status 1 without another message.
var ErrSome = errors.New("some input could not be read")

// A UsageError is a wrong use of flags or arguments: exit status 2.
type UsageError struct{ Err error }

func (e *UsageError) Error() string { return e.Err.Error() }
func (e *UsageError) Unwrap() error { return e.Err }

// Usagef returns a UsageError with a formatted message.
func Usagef(format string, args ...any) error { return &UsageError{fmt.Errorf(format, args...)} }

// A Program is one command. Flags registers its flags and returns the work to do with the other arguments.
type Program struct {
	Name     string
	Synopsis string // what stands after the name in the first line of -h, as in "[flags] [file or folder ...]"
	About    string // what it does, in a few lines
	Examples string // commands to copy, one a line, each with a comment
	Flags    func(*flag.FlagSet) func(context.Context, []string) error
}

// Main runs p with the arguments of the process and ends the process with its exit status. The context ends at the first
// Ctrl-C or SIGTERM; the second one kills the process as usual.
func (p *Program) Main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	os.Exit(p.run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

func (p *Program) run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet(p.Name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	work := p.Flags(fs)
	rest, err := parse(fs, args)
	if errors.Is(err, flag.ErrHelp) {
		p.help(fs, stdout)
		return 0
	}
	if err == nil {
		err = work(ctx, rest)
	}
	var usage *UsageError
	switch {
	case err == nil:
		return 0
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		return 130
	case errors.Is(err, syscall.EPIPE): // the reader of our output had enough, as in "| head"
		return 0
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "%s: %s (%s -h shows how)\n", p.Name, oneLine(err), p.Name)
		return 2
	case !errors.Is(err, ErrSome):
		fmt.Fprintf(stderr, "%s: %s\n", p.Name, oneLine(err))
	}
	return 1
}

// parse reads flags wherever they stand, as people type them, and returns the other arguments. All after "--" are arguments.
func parse(fs *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for {
		if err := fs.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, &UsageError{err}
		}
		n := len(args) - fs.NArg()
		if fs.NArg() == 0 {
			return rest, nil
		}
		if n > 0 && args[n-1] == "--" {
			return append(rest, fs.Args()...), nil
		}
		rest = append(rest, fs.Arg(0))
		args = fs.Args()[1:]
	}
}

func (p *Program) help(fs *flag.FlagSet, w io.Writer) {
	fmt.Fprintf(w, "usage: %s %s\n\n%s\n\nexamples:\n", p.Name, p.Synopsis, strings.TrimSpace(p.About))
	for line := range strings.Lines(strings.TrimSpace(p.Examples)) {
		fmt.Fprintf(w, "  %s\n", strings.TrimSpace(line))
	}
	fmt.Fprintf(w, "\nflags:\n")
	var lines [][2]string
	wide := 0
	fs.VisitAll(func(f *flag.Flag) {
		arg, text := flag.UnquoteUsage(f)
		left := strings.TrimSpace("-" + f.Name + " " + arg)
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
			text += " (default " + f.DefValue + ")"
		}
		lines = append(lines, [2]string{left, text})
		wide = max(wide, len(left))
	})
	for _, l := range lines {
		text := strings.ReplaceAll(l[1], "\n", "\n"+strings.Repeat(" ", wide+4))
		fmt.Fprintf(w, "  %-*s  %s\n", wide, l[0], text)
	}
}

// Choice registers a flag that takes one of the given words; the first is the default.
func Choice(fs *flag.FlagSet, name, usage string, words ...string) *string {
	v := words[0]
	fs.Var(&choice{&v, words}, name, usage+": "+strings.Join(words, ", "))
	return &v
}

type choice struct {
	value *string
	words []string
}

func (c *choice) String() string {
	if c.value == nil {
		return ""
	}
	return *c.value
}

func (c *choice) Set(s string) error {
	if !slices.Contains(c.words, s) {
		return fmt.Errorf("use one of %s", strings.Join(c.words, ", "))
	}
	*c.value = s
	return nil
}

// Given reports whether a flag was set on the command line.
func Given(fs *flag.FlagSet, name string) (given bool) {
	fs.Visit(func(f *flag.Flag) { given = given || f.Name == name })
	return given
}

// oneLine is the message of err on one line, without control characters, which may stand in the name of a file. An error of the file
// system begins with the name of the file.
func oneLine(err error) string {
	if p, ok := err.(*fs.PathError); ok && p.Op != "write" {
		err = fmt.Errorf("%s: %w", p.Path, p.Err)
	}
	return term.Clean(err.Error())
}
