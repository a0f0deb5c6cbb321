package progress

import (
	"strings"
	"testing"
	"time"
)

func TestLine(t *testing.T) {
	b := &Bar{Unit: "articles"}
	for _, c := range []struct {
		elapsed time.Duration
		n       int
		part    float64
		want    string
	}{
		{0, 0, 0, "░░░░░░░░░░░░░░░░░░░░    0%  0 articles"},
		{10 * time.Second, 1200, 0.25, "█████░░░░░░░░░░░░░░░   25%  1,200 articles  120/s  0:30 left"},
		{2 * time.Hour, 5, 0.5, "██████████░░░░░░░░░░   50%  5 articles  0/s  2:00:00 left"},
		{3 * time.Second, 30, -1, "30 articles  10/s"},
		{3 * time.Second, 30, 1.5, "████████████████████  100%  30 articles  10/s  0:00 left"},
	} {
		if got := b.line(c.elapsed, c.n, c.part); got != c.want {
			t.Errorf("%v %d %v: %q, want %q", c.elapsed, c.n, c.part, got, c.want)
		}
	}
}

func TestShow(t *testing.T) {
	var out strings.Builder
	b := &Bar{W: &out, Unit: "articles"}
	now := time.Unix(0, 0)
	for range 100 {
		b.Show(now, 1, 0)
		now = now.Add(10 * time.Millisecond)
	}
	if n := strings.Count(out.String(), "\r"); n != 10 {
		t.Errorf("the line was written %d times in a second, want 10", n)
	}
	silent := &Bar{}
	silent.Show(now, 1, 0) // must not panic
	silent.Clear()
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -4500: "-4,500"} {
		if got := Thousands(n); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
	if got := Plural(1, "quote") + Plural(2, "quote"); got != "1 quote2 quotes" {
		t.Error(got)
	}
}
