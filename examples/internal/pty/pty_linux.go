package pty

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"syscall"
	"unsafe"
)

// Run runs cmd with the named one of its outputs, "stdout" or "stderr", on a terminal that is so many columns wide, and returns what
// was written there. The error is that of the terminal or of cmd.
func Run(cmd *exec.Cmd, output string, columns int) (string, error) {
	master, slave, err := open(columns)
	if err != nil {
		return "", err
	}
	defer master.Close()
	switch output {
	case "stdout":
		cmd.Stdout = slave
	case "stderr":
		cmd.Stderr = slave
	}
	err = cmd.Start()
	slave.Close()
	if err != nil {
		return "", err
	}
	out, err := io.ReadAll(master)
	if errors.Is(err, syscall.EIO) { // how a terminal says that the other end is closed
		err = nil
	}
	return string(out), errors.Join(err, cmd.Wait())
}

// open opens both ends of a new terminal.
func open(columns int) (master, slave *os.File, err error) {
	if master, err = os.OpenFile("/dev/ptmx", os.O_RDWR, 0); err != nil {
		return nil, nil, err
	}
	var number uint32
	var locked int32
	size := [4]uint16{40, uint16(columns)} // rows, columns, pixels
	for _, c := range []struct {
		request uintptr
		arg     unsafe.Pointer
	}{{syscall.TIOCGPTN, unsafe.Pointer(&number)}, {syscall.TIOCSPTLCK, unsafe.Pointer(&locked)}, {syscall.TIOCSWINSZ, unsafe.Pointer(&size)}} {
		if _, _, e := syscall.Syscall(syscall.SYS_IOCTL, master.Fd(), c.request, uintptr(c.arg)); e != 0 {
			master.Close()
			return nil, nil, e
		}
	}
	if slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0); err != nil {
		master.Close()
		return nil, nil, err
	}
	return master, slave, nil
}
