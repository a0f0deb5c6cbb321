package cputime

import (
	"testing"
	"time"
)

// TestOf: work counts, and on a system that tells processor time waiting does not.
func TestOf(t *testing.T) {
	x := uint64(1)
	worked := Of(func() {
		for k := range 20_000_000 {
			x = x*6364136223846793005 + uint64(k)
		}
	})
	if x == 0 || worked <= 0 {
		t.Errorf("twenty million steps take %v", worked)
	}
	if waited := Of(func() { time.Sleep(50 * time.Millisecond) }); waited < 0 || waited > time.Second {
		t.Errorf("waiting for 50 ms takes %v", waited)
	}
}
