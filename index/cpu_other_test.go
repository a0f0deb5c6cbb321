//go:build !unix

package index_test

import "time"

var processStart = time.Now()

// cpu stands in for the processor time of the process so far.
func cpu() time.Duration { return time.Since(processStart) }
