package resolve

import "testing"

// TestTicker: a ticker after its exchange is the company; an acronym that fits none stays by itself.
func TestTicker(t *testing.T) {
	for _, c := range []struct{ text, name, want string }{
		{"{O Halvorsen Semiconductor ASA} fell. Shares of the {L Oslo} company ({O OSE}: {O HALV}) dropped.", "HALV", "Halvorsen Semiconductor ASA"},
		{"{O Halvorsen Semiconductor ASA} fell. Shares of a rival ({O OSE}: {O QRT}) dropped.", "QRT", "QRT"},
	} {
		if e := entity(marked(t, c.text, ""), c.name); e == nil || e.Name != c.want {
			t.Errorf("%s: %s is %+v, want %s", c.text, c.name, e, c.want)
		}
	}
}
