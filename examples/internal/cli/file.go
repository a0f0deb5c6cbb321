package cli

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteFile calls write for the file path, which comes into being whole: if write fails otherwise than with ErrSome, what was
// there before is still there. A link is followed; what is no regular file (a device, a pipe) is written to as it is.
func WriteFile(path string, write func(io.Writer) error) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return &fs.PathError{Op: "write", Path: path, Err: errors.New("is a folder")}
	case err == nil && !info.Mode().IsRegular():
		file, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return fill(file, write)
	}
	mode := fs.FileMode(0o644)
	if err == nil {
		mode = info.Mode().Perm()
	}
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		var p *fs.PathError
		if errors.As(err, &p) {
			err = p.Err
		}
		return &fs.PathError{Op: "write", Path: path, Err: err}
	}
	defer os.Remove(file.Name())
	if err = fill(file, write); err != nil && err != ErrSome {
		return err
	}
	if e := os.Chmod(file.Name(), mode); e != nil {
		return e
	}
	if e := os.Rename(file.Name(), path); e != nil {
		return e
	}
	return err
}

// fill writes into file and closes it.
func fill(file *os.File, write func(io.Writer) error) error {
	out := bufio.NewWriterSize(file, 64<<10)
	err := write(out)
	flush, closed := out.Flush(), file.Close()
	if err != nil && err != ErrSome {
		return err
	}
	if e := errors.Join(flush, closed); e != nil {
		return e
	}
	return err
}
