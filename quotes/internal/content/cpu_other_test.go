//go:build !unix

package content

import "time"

var began = time.Now()

// spent returns the time that has gone by.
func spent() time.Duration { return time.Since(began) }
