package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline/examples/internal/pty"
	"github.com/dateline-nlp/dateline/examples/internal/term"
)

var escape = regexp.MustCompile("\x1b\\[[0-9;]*m")

// TestTerminal runs the program on a terminal: colours unless the user does not want them, lines as wide as the terminal.
func TestTerminal(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	article := filepath.Join("..", "..", "testdata", "articles", "nato-iraq.txt")
	for _, c := range []struct {
		name, env string
		flags     []string
		columns   int
		widest    int
		colours   bool
	}{
		{"as it is", "", nil, 70, 70, true},
		{"narrow", "", nil, 48, 48, true},
		{"NO_COLOR", "NO_COLOR=1", nil, 70, 70, false},
		{"dumb", "TERM=dumb", nil, 70, 70, false},
		{"-color never", "", []string{"-color", "never"}, 70, 70, false},
		{"-color always", "NO_COLOR=1", []string{"-color", "always"}, 70, 70, true},
		{"COLUMNS", "COLUMNS=60", nil, 90, 60, true},
		{"-width", "", []string{"-width", "60"}, 90, 60, true},
	} {
		cmd := &exec.Cmd{Path: self, Args: append([]string{"facts", article}, c.flags...)} // see TestMain
		cmd.Env = append(os.Environ(), "TERM=xterm", "NO_COLOR=", "COLUMNS=", c.env)
		out, err := pty.Run(cmd, "stdout", c.columns)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := strings.Contains(out, "\x1b["); got != c.colours {
			t.Errorf("%s: colours %v, want %v", c.name, got, c.colours)
		}
		widest := 0
		for line := range strings.Lines(escape.ReplaceAllString(out, "")) {
			widest = max(widest, term.Columns(strings.TrimRight(line, "\r\n")))
		}
		if widest > c.widest || widest < c.widest-12 {
			t.Errorf("%s: lines of up to %d columns, want %d", c.name, widest, c.widest)
		}
	}
}
