package coref

import (
	"slices"
	"strings"
)

// generic are the descriptions that stand for a name without repeating
// anything of it.
var generic = map[string]bool{
	"man": true, "woman": true, "leader": true, "official": true, "politician": true, "person": true, "boy": true, "girl": true,
	"group": true, "organization": true, "organisation": true, "movement": true, "party": true, "militia": true, "body": true,
	"agency": true, "company": true, "faction": true, "side": true, "force": true, "rebel": true, "militant": true,
	"insurgent": true, "team": true, "institution": true, "alliance": true, "bloc": true,
	"country": true, "nation": true, "state": true, "city": true, "town": true, "village": true, "region": true, "capital": true,
	"area": true, "territory": true, "province": true, "island": true, "enclave": true, "kingdom": true, "republic": true,
}

// descriptions puts how description m compares with the referent, and reports
// whether the referent has the same head.
func (f *finder) descriptions(m, at, r int32) bool {
	x, y := &f.mentions[m], &f.mentions[r]
	lemma := f.lemma(x.head)
	same := f.sameHead(lemma, at)
	switch {
	case same == none:
		f.put(fNoHead)
		if generic[lemma] {
			f.put(fGeneric)
			f.putIf(x.sentence-y.sentence <= 1, fGenericNear)
		}
		return false
	case f.mentions[same].kind == titled || f.mentions[same].rel == relApposition:
		f.put(fRole)
	case f.mentions[same].kind == named:
		f.put(fNameHead)
	default:
		f.put(fHead)
	}
	var own, others modifiers
	f.modifiers(x, &own)
	f.modifiers(&f.mentions[same], &others)
	shared := own.shared(&others)
	f.putIf(shared > 0, fSharedModifier)
	extra := own.n - shared - own.newOwners(&others)
	f.putIf(extra > 0, fExtraModifier)
	f.putIf(own.n-shared > extra, fExtraOwner)
	f.putIf(others.n > shared, fMissingModifier)
	f.putIf(shared == 0 && own.n > 0 && others.n > 0, fOtherModifier)
	f.putIf(own.n == 0 && others.n == 0, fBothBare)
	return true
}

// sameHead is a mention so far in cluster at that has the noun, or the name that
// ends in it, for its head, or none.
func (f *finder) sameHead(lemma string, at int32) int32 {
	c := &f.clusters[at]
	for _, m := range c.heads[:c.headed] {
		if m <= c.read && strings.EqualFold(f.d.Tokens[f.mentions[m].head].Lemma, lemma) {
			return m
		}
	}
	return none
}

// modifiers are the words that tell a description from others with its head.
type modifiers struct {
	words [6]string // the code of the land, where one is named
	owner [6]bool   // a name or nationality, which excludes others
	n     int
}

func (f *finder) modifiers(x *mention, out *modifiers) {
	for _, c := range f.children(x.head) {
		if out.n == len(out.words) {
			return
		}
		switch f.rels[c] {
		case relAdjective, relCompound, relPossessor, relNmod, relDescription, relNumber:
		default:
			continue
		}
		if x.kind == named && c >= x.first && c < x.end {
			continue
		}
		word := f.lemma(c)
		owner := f.entity[c] != none || capital(f.word(c))
		if owner {
			if land := f.landOf(c); land != "" {
				word = land
			}
		}
		out.words[out.n], out.owner[out.n] = word, owner
		out.n++
	}
}

// otherOwner reports whether two descriptions with one head name different
// owners or holders: the army of Arden and that of Velm, a minister and the
// deputy.
func (f *finder) otherOwner(x, y *mention) bool {
	var a, b modifiers
	f.modifiers(x, &a)
	f.modifiers(y, &b)
	return a.conflict(&b)
}

func (a *modifiers) shared(b *modifiers) int {
	n := 0
	for _, w := range a.words[:a.n] {
		if slices.Contains(b.words[:b.n], w) {
			n++
		}
	}
	return n
}

// newOwners counts the owners that a names and b, which names none, does not:
// "the Ardenian president" may be the president that was spoken of.
func (a *modifiers) newOwners(b *modifiers) int {
	if slices.Contains(b.owner[:b.n], true) {
		return 0
	}
	n := 0
	for i := range a.n {
		if a.owner[i] {
			n++
		}
	}
	return n
}

// conflict reports whether both name an owner, and not the same.
func (a *modifiers) conflict(b *modifiers) bool {
	if a.lesser() != b.lesser() {
		return true
	}
	for i, w := range a.words[:a.n] {
		if !a.owner[i] || slices.Contains(b.words[:b.n], w) {
			continue
		}
		for j := range b.n {
			if b.owner[j] && !slices.Contains(a.words[:a.n], b.words[j]) {
				return true
			}
		}
	}
	return false
}

// lesser reports whether the modifiers tell the holder of an office from one who
// helps, replaces or preceded the holder.
func (a *modifiers) lesser() bool {
	for _, w := range a.words[:a.n] {
		switch w {
		case "vice", "deputy", "assistant", "former", "ex", "acting", "then", "late", "new", "incoming", "outgoing":
			return true
		}
	}
	return false
}

// capital is the cluster of the city that "the capital", mention m, means: one
// that the knowledge of countries has for a seat of government, of the land
// that m names, or else the only one mentioned lately. Or none.
func (f *finder) capital(m int32) int32 {
	x := &f.mentions[m]
	land := ""
	for _, c := range f.children(x.head) {
		switch f.rels[c] {
		case relAdjective, relCompound, relPossessor, relNmod:
			if land = f.landOf(c); land == "" && f.rels[c] == relNmod {
				return none // "the capital of a province"
			}
		}
	}
	found, looked := int32(none), 0
	for at := f.latest; at != none && looked < mostLooked; at = f.clusters[at].before {
		looked++
		c := &f.clusters[at]
		if land == "" && x.sentence-f.mentions[c.recent].sentence > pronounReach {
			break
		}
		if c.class&place == 0 || c.names == 0 {
			continue
		}
		seat := ""
		for n := c.first; n != none && seat == ""; n = f.mentions[n].next {
			if f.mentions[n].kind == named {
				seat = f.seatOf(f.mentions[n].first, f.mentions[n].end)
				break
			}
		}
		switch {
		case seat == "" || land != "" && seat != land:
		case found != none:
			return none
		default:
			found = at
		}
	}
	return found
}
