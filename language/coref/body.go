package coref

import (
	"cmp"
	"slices"
	"strings"
)

func sortNames(names []nameMention) {
	slices.SortFunc(names, func(a, b nameMention) int { return cmp.Compare(a.mention, b.mention) })
}

// matchOthers joins the mentions of one body, place or thing by name. A place
// and a body of one name are one referent (a state acts under the name of its
// land); loose names are those that the recogniser has missed.
func (f *finder) matchOthers(names, loose []nameMention) {
	keys := map[string]int32{} // a mention of each name
	var long []nameMention     // one mention of each name of two words or more
	join := func(n nameMention) {
		key := f.keyOf(n)
		if f.mentions[n.mention].class == thing {
			key += "\x00" // a ship may bear the name of a town
		}
		if m, known := keys[key]; known {
			f.merge(m, n.mention)
			return
		}
		keys[key] = n.mention
		if len(n.words) > 1 {
			long = append(long, n)
		}
	}
	for _, n := range names {
		join(n)
	}
	for _, n := range loose {
		join(n)
	}
	f.matchAcronyms(names, loose, long)
	f.matchShortened(long, keys)
	f.matchDeclared()
}

func (f *finder) keyOf(n nameMention) string {
	if known := f.known[n.mention]; known != "" {
		return known
	}
	return nameKey(n.words)
}

// nameKey is what two mentions of one name share.
func nameKey(words []string) string {
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	// "Republic of Arden" is Arden; of some republics there are two.
	for _, front := range [][]string{{"state", "of"}, {"kingdom", "of"}, {"republic", "of"}, {"islamic", "republic", "of"},
		{"federal", "republic", "of"}, {"sultanate", "of"}, {"city", "of"}, {"region", "of"}} {
		if rest := len(words) - len(front); rest > 0 && beginsWith(words, front) && (rest > 1 || !divided(words[len(front)])) {
			words = words[len(front):]
			break
		}
	}
	if n := len(words); n > 1 {
		switch words[n-1] {
		case "strip", "region", "peninsula", "movement", "group", "militia", "organisation", "organization":
			words = words[:n-1]
		}
	}
	return strings.Join(words, " ")
}

// divided names are borne by more than one state.
func divided(name string) bool {
	switch name {
	case "congo", "korea", "china", "ireland":
		return true
	}
	return false
}

// matchAcronyms joins an acronym and the one name in the text that it is made
// of: "MILF" and "Moro Islamic Liberation Front".
func (f *finder) matchAcronyms(names, loose, long []nameMention) {
	made := map[string]int32{} // the name with these initials, or none where there are two
	put := func(key string, m int32) {
		if other, known := made[key]; known && (other == none || f.mentions[other].cluster != f.mentions[m].cluster) {
			made[key] = none
			return
		}
		made[key] = m
	}
	for _, n := range long {
		if capitals(n.text) {
			continue
		}
		put(initials(n.words, false), n.mention)
		if all := initials(n.words, true); all != initials(n.words, false) {
			put(all, n.mention)
		}
	}
	for _, list := range [][]nameMention{names, loose} {
		for _, n := range list {
			if len(n.words) != 1 || !capitals(n.text) {
				continue
			}
			word := n.words[0]
			m, known := made[word]
			if !known {
				m, known = made[strings.TrimSuffix(word, "s")]
			}
			if known && m != none && f.mentions[m].class.fits(f.mentions[n.mention].class) {
				f.merge(m, n.mention)
			}
		}
	}
}

// matchShortened joins "the Security Council" and the one longer name that ends
// in these words.
func (f *finder) matchShortened(long []nameMention, keys map[string]int32) {
	byLast := map[string][]nameMention{}
	for _, n := range long {
		last := n.words[len(n.words)-1]
		byLast[last] = append(byLast[last], n)
	}
	for _, n := range long {
		m := &f.mentions[n.mention]
		if m.class&body == 0 || m.class&place != 0 || f.owned(m) {
			continue
		}
		found := int32(none)
		for _, whole := range byLast[n.words[len(n.words)-1]] {
			if len(whole.words) <= len(n.words) || !endsWith(whole.words, n.words) ||
				f.mentions[whole.mention].class&body == 0 {
				continue
			}
			if found != none && f.mentions[found].cluster != f.mentions[whole.mention].cluster {
				found = none
				break
			}
			found = whole.mention
		}
		if found != none {
			f.merge(found, n.mention)
		}
	}
}

// owned reports whether a name has an owner of its own: "Arden's Foreign
// Ministry".
func (f *finder) owned(m *mention) bool {
	for _, c := range f.children(m.head) {
		switch f.rels[c] {
		case relPossessor, relAdjective, relCompound, relNmod:
			if c < m.first || c >= m.end {
				return true
			}
		}
	}
	return false
}

// matchDeclared joins a name and the acronym that stands in brackets, or after
// "or", right behind it: "the Rapid Support Forces (RSF)", "the Moro Islamic
// Liberation Front, or MILF,".
func (f *finder) matchDeclared() {
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.kind != named || m.class&(body|thing) == 0 || capitals(f.word(m.end-1)) && m.end-m.first == 1 {
			continue
		}
		n := int32(len(f.heads))
		at := m.end
		switch {
		case at+2 < n && f.word(at) == "(" && f.word(at+2) == ")":
			at++
		case at+2 < n && f.word(at) == "," && f.word(at+1) == "or":
			at += 2
		default:
			continue
		}
		short := f.byHead[at]
		if short == none || f.mentions[short].end != at+1 || !capitals(f.word(at)) {
			continue
		}
		if m.class&place != 0 && initials(nameWords(f.d.Text(f.d.SpanOf(int(m.first), int(m.end)))), false) != plainWord(f.word(at)) {
			continue // "Springfield (IL)"
		}
		f.merge(int32(i), short)
	}
}
