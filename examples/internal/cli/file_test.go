package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestWriteFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs links and modes of Unix: not on Windows")
	}
	dir := t.TempDir()
	path, link := filepath.Join(dir, "out.txt"), filepath.Join(dir, "link")
	put := func(s string, fails error) func(io.Writer) error {
		return func(w io.Writer) error {
			if _, err := io.WriteString(w, s); err != nil {
				return err
			}
			return fails
		}
	}
	check := func(what string, err, wantErr error, want string) {
		t.Helper()
		got, _ := os.ReadFile(path)
		if !errors.Is(err, wantErr) || string(got) != want {
			t.Errorf("%s: error %v, file %q, want %v, %q", what, err, got, wantErr, want)
		}
		if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
			t.Errorf("%s: left behind %v", what, left)
		}
	}
	broken := errors.New("broken")
	check("failed at first", WriteFile(path, put("half", broken)), broken, "")
	check("new", WriteFile(path, put("one", nil)), nil, "one")
	check("failed", WriteFile(path, put("half", broken)), broken, "one")
	check("some failed", WriteFile(path, put("two", ErrSome)), ErrSome, "two")
	if err := errors.Join(os.Chmod(path, 0o600), os.Symlink("out.txt", link)); err != nil {
		t.Fatal(err)
	}
	check("through a link", WriteFile(link, put("three", nil)), nil, "three")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the mode has changed: %v %v", info, err)
	}
	if err := WriteFile(os.DevNull, put("x", nil)); err != nil {
		t.Errorf("%s: %v", os.DevNull, err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("%s is no device: %v", os.DevNull, err)
	}
	if err := WriteFile(dir, put("x", nil)); err == nil {
		t.Error("a folder: no error")
	}
	if err := WriteFile(filepath.Join(dir, "no", "such"), put("x", nil)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no such folder: %v", err)
	}
}
