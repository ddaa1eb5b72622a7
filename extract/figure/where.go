package figure

import (
	"sort"

	"rapporteur"
)

// place is where those whom c counts are, in the article's words: the place
// nearest in the tree to the counted phrase or to token at, which tells what
// befell them; a town before its country.
func (f *finder) place(c *count, at int) string {
	s := f.t.Sentences[f.number].Span
	if c.site > 0 {
		for i := range f.places {
			if p := f.places[i].Span; p.Start >= f.t.Tokens[c.site].Span.Start && p.Start <= f.t.Tokens[c.site].Span.End+1 {
				return f.t.Text(p)
			}
		}
		return ""
	}
	best, rank := none, 100
	for i := sort.Search(len(f.places), func(i int) bool { return f.places[i].Span.Start >= s.Start }); i < len(f.places) && f.places[i].Span.Start < s.End; i++ {
		if r := f.far(&f.places[i], c, at); r < rank {
			best, rank = i, r
		}
	}
	if best < 0 {
		return ""
	}
	return f.t.Text(f.places[best].Span)
}

// far ranks how a place belongs to c: by the steps of the tree between them; 100
// not at all.
func (f *finder) far(p *rapporteur.Place, c *count, at int) int {
	t := f.t
	x := f.tokenAt(p.Span)
	if x < 0 || t.Tokens[x].Span.Start >= t.Tokens[c.from].Span.Start && x < max(c.end, c.stop) {
		return 100
	}
	cost := 0
	if len(p.Kind) >= 3 && p.Kind[:3] == "PCL" {
		cost = 2
	}
	for steps := 0; steps < 7; steps++ {
		if x == at || x == c.top {
			return cost
		}
		switch t.Relation(x) {
		case "obl", "nmod":
			if !locative(t.Preposition(x)) {
				return 100
			}
		case "conj", "appos", "flat", "compound", "nummod":
		case "obj", "xcomp", "advcl", "acl":
			if t.Is(x, "acl") && t.Tokens[x].XPOS != "VBN" && t.Tokens[x].XPOS != "VBG" {
				return 100
			}
		default:
			return 100
		}
		h := t.Head(x)
		if h < 0 {
			return 100
		}
		x = h
		cost++
	}
	return 100
}

// locative reports whether a preposition says where.
func locative(p string) bool {
	switch p {
	case "in", "at", "near", "outside", "inside", "on", "around", "from", "to", "into", "across", "along", "within", "throughout", "off", "of", "over":
		return true
	}
	return false
}

// tokenAt is the token of span whose governor stands outside it, or none.
func (f *finder) tokenAt(span rapporteur.Span) int {
	t := f.t
	first := sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].Span.End > span.Start })
	for i := first; i < len(t.Tokens) && t.Tokens[i].Span.Start < span.End; i++ {
		if h := t.Head(i); h < 0 || !span.Contains(t.Tokens[h].Span) {
			return i
		}
	}
	return none
}
