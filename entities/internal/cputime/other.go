//go:build !unix

package cputime

import "time"

var began = time.Now()

// spent is the time that has gone by, where the processor's is not to be had.
func spent() time.Duration { return time.Since(began) }
