//go:build unix

package cli

import (
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestUmask wants a new file to be as private as the user's umask says.
func TestUmask(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.txt")
	defer syscall.Umask(syscall.Umask(0o077))
	if err := WriteFile(path, func(w io.Writer) error { _, err := io.WriteString(w, "x"); return err }); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, want 0600 (%v)", info.Mode(), err)
	}
}
