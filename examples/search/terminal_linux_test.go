package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline/examples/internal/pty"
)

// TestTerminal reads articles with messages on a terminal: a bar shows how far it is, and is gone in the end.
func TestTerminal(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	articles := filepath.Join("..", "..", "testdata", "articles")
	cmd := &exec.Cmd{Path: self, Args: []string{"search", "-index", filepath.Join(t.TempDir(), "news.idx"), "-add", articles}} // see TestMain
	out, err := pty.Run(cmd, "stderr", 80)
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`\r\x1b\[K[█░]{20} +\d+%  \d+ articles`).MatchString(out) {
		t.Errorf("no bar in %q", out)
	}
	if i := strings.LastIndex(out, "\r\x1b[K"); i < 0 || !strings.HasPrefix(out[i:], "\r\x1b[Ksearch: 17 articles added") {
		t.Errorf("the bar is not cleared in %q", out)
	}
}
