package cli

import (
	"bufio"
	"errors"
	"fmt"
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
	file, e := beside(path)
	if e != nil {
		var p *fs.PathError
		if errors.As(e, &p) {
			e = p.Err
		}
		return &fs.PathError{Op: "write", Path: path, Err: e}
	}
	defer os.Remove(file.Name())
	if err = fill(file, write); err != nil && err != ErrSome {
		return err
	}
	if info != nil {
		if e := os.Chmod(file.Name(), info.Mode().Perm()); e != nil {
			return e
		}
	}
	if e := os.Rename(file.Name(), path); e != nil {
		return e
	}
	return err
}

// beside opens a new hidden file in the folder of path. Who may read it, the umask of the user says.
func beside(path string) (*os.File, error) {
	for n := os.Getpid(); ; n++ {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d", filepath.Base(path), n))
		file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return file, err
		}
	}
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
