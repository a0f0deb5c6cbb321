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

// Growth returns how many times as much a unit of work costs in one large piece as in many small ones: large does as much work as small
// done factor times. About 1 is linear growth, about factor quadratic. What else a machine does, above all what it does to caches, spoils
// measurements: the lowest of four counts, or the first below enough.
func Growth(factor int, small, large func(), enough float64) float64 {
	lowest := float64(factor)
	repeat := max(factor/4, 1)
	for range 4 {
		little := Of(func() {
			for range repeat {
				small()
			}
		})
		much := Of(large)
		ratio := float64(much) / (float64(little+time.Millisecond/4) * float64(factor) / float64(repeat))
		if lowest = min(lowest, ratio); lowest < enough {
			break
		}
	}
	return lowest
}
