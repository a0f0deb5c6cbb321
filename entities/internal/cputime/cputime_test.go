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

// TestGrowth tells linear from quadratic work.
func TestGrowth(t *testing.T) {
	x := uint64(1)
	work := func(n int) {
		for k := range n {
			x = x*6364136223846793005 + uint64(k)
		}
	}
	if got := Growth(16, func() { work(300_000) }, func() { work(16 * 300_000) }, 2); got > 2.5 {
		t.Errorf("linear work grows by %.1f", got)
	}
	if got := Growth(16, func() { work(300_000) }, func() { work(16 * 16 * 300_000) }, 2); got < 4 {
		t.Errorf("quadratic work grows by %.1f", got)
	}
}
