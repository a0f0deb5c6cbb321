// Package pty lets tests run a program on a terminal. It works on Linux.
package pty
