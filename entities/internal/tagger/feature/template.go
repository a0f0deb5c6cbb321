package feature

// A Key is a feature: a hash of its template and the values in it.
type Key = uint32

// MaxFeatures bounds the number of features of one token.
const MaxFeatures = 160

// key hashes a template and two values.
func key(template uint32, a, b uint32) Key {
	x := (uint64(a) | uint64(b)<<32) ^ uint64(template)*0x9e3779b97f4a7c15
	x *= 0xd6e8feb86659fd93
	x ^= x >> 32
	x *= 0xd6e8feb86659fd93
	return uint32(x >> 32)
}

// outside stands for the tokens before and after a sentence.
var outside = Token{Form: 2, Low: 2, Shape: 2}

// at returns token j of the sentence [first, limit), or outside.
func (v *View) at(j, first, limit int) *Token {
	if j < first || j >= limit {
		return &outside
	}
	return &v.Tokens[j]
}

// names packs the list memberships of a token: single-word lists and phrases.
func names(t *Token) uint32 {
	return t.Entry.Names() | uint32(t.Phrase)<<14 | uint32(t.Place)<<22
}

// flat is the flat class, with a value of its own for words without one.
func flat(t *Token) uint32 {
	if !t.Entry.Known() {
		return 1<<16 | t.Shape&0xffff
	}
	return t.Entry.Flat()
}

// hier is the hierarchical class cut to 6, 10 or 13 bits.
func hier(t *Token, bits uint) uint32 {
	if !t.Entry.Known() {
		return 1<<16 | t.Shape&0xffff
	}
	return t.Entry.Hier() >> (13 - bits)
}

// Features appends the keys of token j, which must be active, to dst. Their order is fixed.
func (v *View) Features(j int, dst []Key) []Key {
	s := &v.doc.Sentences[v.sent[j]]
	w := window{
		t: v.at(j, s.First, s.Limit),
		p: v.at(j-1, s.First, s.Limit), pp: v.at(j-2, s.First, s.Limit),
		n: v.at(j+1, s.First, s.Limit), nn: v.at(j+2, s.First, s.Limit),
	}
	dst = w.words(dst)
	dst = w.shapes(dst)
	dst = w.classes(dst)
	dst = w.lists(dst)
	dst = v.affixes(j, dst)
	dst = v.runFeatures(j, dst)
	return dst
}

// A window is a token with two neighbours on either side.
type window struct{ pp, p, t, n, nn *Token }

func (w *window) words(dst []Key) []Key {
	t, p, n := w.t, w.p, w.n
	return append(dst,
		key(1, 0, 0),
		key(2, t.Form, 0), key(3, t.Low, 0), key(4, p.Form, 0), key(5, n.Form, 0),
		key(6, w.pp.Low, 0), key(7, w.nn.Low, 0),
		key(8, p.Low, t.Low), key(9, t.Low, n.Low), key(10, p.Low, n.Low),
		key(11, w.pp.Low, p.Low), key(12, n.Low, w.nn.Low))
}

// situation packs flags and style.
func situation(t *Token) uint32 {
	return uint32(t.Flags&(Cap|Upper|Digit|Alpha|First)) | uint32(t.Style)<<8
}

func (w *window) shapes(dst []Key) []Key {
	t, p, n := w.t, w.p, w.n
	sit := situation(t)
	doc := uint32(t.Lower)<<2 | uint32(t.Title)
	return append(dst,
		key(20, t.Shape, 0), key(21, p.Shape, t.Shape), key(22, t.Shape, n.Shape),
		key(23, t.Shape, p.Shape*31+n.Shape), key(24, sit, uint32(min(t.Length, 12))),
		key(25, sit, t.Shape), key(26, sit, doc), key(27, sit|doc<<16, uint32(t.Entry.Case())),
		key(28, uint32(t.Flags&(Quoted|Bracket)), sit),
		key(29, situation(p), situation(n)),
		key(30, uint32(t.Style), p.Low),
		key(31, uint32(t.Kind), sit), key(32, uint32(t.Kind), t.Shape))
}

func (w *window) classes(dst []Key) []Key {
	t, p, n := w.t, w.p, w.n
	ht, hp, hn := hier(t, 10), hier(p, 10), hier(n, 10)
	ct, cp, cn := uint32(t.Cased), uint32(p.Cased), uint32(n.Cased)
	return append(dst,
		key(40, hier(t, 6), 0), key(41, ht, 0), key(42, hier(t, 13), 0), key(43, flat(t), 0),
		key(44, hier(p, 6), 0), key(45, hp, 0), key(46, hier(p, 13), 0), key(47, flat(p), 0),
		key(48, hier(n, 6), 0), key(49, hn, 0), key(50, hier(n, 13), 0), key(51, flat(n), 0),
		key(52, hier(w.pp, 10), 0), key(53, hier(w.nn, 10), 0), key(54, flat(w.pp), 0), key(55, flat(w.nn), 0),
		key(56, ct, t.Shape), key(57, cp, 0), key(58, cn, 0), key(59, uint32(w.pp.Cased), 0), key(60, uint32(w.nn.Cased), 0),
		key(61, cp, ct), key(62, ct, cn), key(63, cp, cn), key(64, uint32(w.pp.Cased)<<8|cp, 0), key(65, cn<<8|uint32(w.nn.Cased), 0),
		key(66, flat(p), flat(t)), key(67, flat(t), flat(n)), key(68, hier(p, 6), hier(n, 6)),
		key(69, hier(t, 6), cp<<8|cn), key(70, ht, t.Shape), key(71, hp, t.Shape), key(72, hn, t.Shape))
}

func (w *window) lists(dst []Key) []Key {
	t, p, n := w.t, w.p, w.n
	nt, np, nn := names(t), names(p), names(n)
	const noCase = ^uint32(7)
	return append(dst,
		key(80, nt, 0), key(81, nt, t.Shape), key(82, np&noCase, nt&noCase), key(83, nt&noCase, nn&noCase),
		key(84, np&noCase, 0), key(85, nn&noCase, 0), key(86, uint32(t.Phrase)<<8|uint32(t.Place), 0),
		key(87, uint32(t.Phrase)<<8|uint32(t.Place), situation(t)),
		key(88, nt, p.Low), key(89, nt, n.Low), key(90, nt, flat(p)), key(91, nt, flat(n)))
}

// affixes appends prefixes and suffixes up to four letters.
func (v *View) affixes(j int, dst []Key) []Key {
	t := &v.Tokens[j]
	text := v.doc.Slice(v.doc.Tokens[j].Span)
	if t.Flags&Alpha == 0 || len(text) < 3 {
		return dst
	}
	n := len(text)
	var h uint32
	for k := 1; k <= 4 && k < n; k++ {
		h = h<<8 | uint32(lower(text[k-1]))
		if k > 1 {
			dst = append(dst, key(100+uint32(k), h, 0))
		}
	}
	h = 0
	for k := 1; k <= 4 && k < n; k++ {
		h = h<<8 | uint32(lower(text[n-k]))
		dst = append(dst, key(110+uint32(k), h, 0))
		if k == 3 {
			dst = append(dst, key(115, h, uint32(t.Flags&(Cap|Upper|First))))
		}
	}
	return dst
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + ('a' - 'A')
	}
	return c
}

// runFeatures appends what the run of capitalised words around token j tells: its words, its place, what stands before and after.
func (v *View) runFeatures(j int, dst []Key) []Key {
	r := v.runs[j]
	s := &v.doc.Sentences[v.sent[j]]
	first, last := &v.Tokens[r.first], &v.Tokens[r.limit-1]
	left, right := v.at(int(r.first)-1, s.First, s.Limit), v.at(int(r.limit), s.First, s.Limit)
	left2, right2 := v.at(int(r.first)-2, s.First, s.Limit), v.at(int(r.limit)+1, s.First, s.Limit)
	i, n := uint32(j)-uint32(r.first), uint32(r.limit-r.first)
	from, to := min(i, 3), min(n-1-i, 3)
	place := from | to<<2 | min(n, 6)<<4
	edge := min(from, 1) | min(to, 1)<<1
	sit := situation(&v.Tokens[j])
	return append(dst,
		key(120, place, sit), key(119, place, uint32(v.Tokens[j].Kind)), key(121, last.Low, edge), key(122, first.Low, edge),
		key(123, hier(last, 10), edge), key(124, hier(first, 10), edge),
		key(125, left.Low, edge), key(126, right.Low, edge),
		key(127, left.Low, right.Low), key(128, hier(left, 10), edge), key(129, hier(right, 10), edge),
		key(130, left2.Low, left.Low), key(131, right.Low, right2.Low),
		key(132, names(first), place), key(133, names(last), place),
		key(134, flat(left), flat(right)), key(135, uint32(left.Cased)<<8|uint32(right.Cased), edge),
		key(136, names(first), names(last)))
}
