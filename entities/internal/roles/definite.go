package roles

// definite adds the title before the comma at token c, which must be definite: "The alliance's secretary general, Ann
// Lee".
func (f *finder) definite(c int) {
	if w := f.lower(c - 1); (w == "training" || w == "trade" || w == "profession") && f.lower(c-2) == "by" {
		c -= 2 // an engineer by training, Ann Lee
	}
	if f.text(c-1) == ")" {
		c = f.beforeBracket(c) // the director of the Institute of Territory (IT), Ann Lee
	}
	if f.head(c - 1) {
		f.phrase(c-1, true)
		return
	}
	m := f.body(c - 1)
	if m < 0 {
		f.definiteFor(c)
		return
	}
	h := f.ofHead(c - 1)
	if h < f.from {
		if n, outer := f.outer(c - 1); n >= f.from { // spokesman for the Red Cross of the South
			h, m = n, outer
		}
	}
	if h < f.from {
		if !f.office(c) {
			f.definiteFor(c)
		}
		return
	}
	a, former := f.phraseStart(h)
	switch left := f.leftOf(a, h); {
	case f.lower(left) == "the", f.theirs(left):
		f.add(a, h+1, Found{Role: role(former), Affil: m, Owner: -1, Definite: true})
	case f.lower(left) == "a" || f.lower(left) == "an" || a == f.from:
		if left == f.from || f.commaFollows() {
			f.add(a, h+1, Found{Role: role(former), Affil: m, Owner: -1})
		}
	case f.body(left) >= 0 && f.lower(f.start(left)-1) == "the": // the Scottish ruler of Norway, King Bob
		f.add(a, h+1, Found{Role: role(former), Affil: m, Owner: -1, Definite: true})
	case f.text(left) == "," && f.capital(h) && f.commaFollows(): // At noon, President of Acme, Ann Lee, said
		f.add(a, h+1, Found{Role: role(former), Affil: m, Owner: -1})
	case f.possessive(left):
		f.definiteFor(c)
	}
}

// theirs reports whether token t is a possessive pronoun.
func (f *finder) theirs(t int) bool {
	switch f.lower(t) {
	case "his", "her", "its", "their", "our", "my":
		return true
	}
	return false
}

// beforeBracket returns the opening one of the brackets that close before token c; c if there is none near.
func (f *finder) beforeBracket(c int) int {
	for k := c - 2; k > f.from && k > c-8; k-- {
		if f.text(k) == "(" {
			return k
		}
	}
	return c
}

// outer returns the head noun before two bodies, the second of which ends at token k, and the first body: "spokesman for
// the Red Cross of the South"; -1 if there is none.
func (f *finder) outer(k int) (head, body int) {
	k = f.start(k) - 1
	if f.lower(k) == "the" {
		k--
	}
	switch f.lower(k) {
	case "of", "in", "for", "at":
		if m := f.body(k - 1); m >= 0 {
			return f.ofHead(k - 1), m
		}
	}
	return -1, -1
}

// definiteFor adds a title with a complement that is no affiliation: "the minister for transport, Ann Lee",
// "Britain's envoy to the talks, Ann Lee".
func (f *finder) definiteFor(c int) {
	for k := c - 2; k > f.from && k > c-8; k-- {
		switch f.lower(k) {
		case "of", "for", "to", "on":
		case ",", ".", "said", "that", "and":
			return
		default:
			continue
		}
		if !f.head(k - 1) {
			continue
		}
		a, former := f.phraseStart(k - 1)
		left := f.leftOf(a, k-1)
		affil, noun := f.owner(left)
		switch w := f.lower(left); {
		case w == "the", f.possessive(left), affil >= 0:
			f.add(a, c, Found{Role: role(former), Affil: affil, Owner: noun, Definite: true})
		case (w == "a" || w == "an" || left < f.from) && f.commaFollows():
			f.add(a, c, Found{Role: role(former), Affil: affil, Owner: noun})
		}
		return
	}
}

// office adds a title with its body after a comma, before the comma at token c: "The Chairman, Senate Committee on
// Works, Senator Ann Lee". It reports whether there is one.
func (f *finder) office(c int) bool {
	s := f.start(c - 1)
	if f.text(s-1) != "," || !f.head(s-2) || !f.capital(s-2) {
		return false
	}
	a, former := f.phraseStart(s - 2)
	f.add(a, s-1, Found{Role: role(former), Affil: f.body(c - 1), Owner: -1})
	return true
}

// commaFollows reports whether the name is set off by a comma, or is the last word: then an indefinite noun phrase
// before it is about the same person.
func (f *finder) commaFollows() bool {
	switch f.text(f.next) {
	case ",", "(", ".", ";", ")", "”", "\"", "":
		return true
	}
	return false
}
