// Package cputime measures what tests and benchmarks cost: the time that processors have worked for this process, which other programs
// lengthen much less than the time that goes by.
package cputime

import "time"

// Of returns the processor time that f takes, with what else this process does meanwhile: the garbage collector, other goroutines.
func Of(f func()) time.Duration {
	before := spent()
	f()
	return spent() - before
}
