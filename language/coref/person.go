package coref

import "strings"

// An individual is a person as the names of the text tell him or her apart.
type individual struct {
	forms  [][]string // the ways the name is written, each in words
	gender gender
	anchor int32 // a mention of the individual
	recent int32 // the last mention that matchPersons has passed
}

// matchPersons joins the mentions of one person by name. Full names come
// first, wherever they stand, since a headline or a first sentence may name
// only the surname; then the short names, each given to the one individual who
// can bear it, or to the nearest of several.
func (f *finder) matchPersons(names []nameMention) {
	var all []*individual
	byWord := map[string][]*individual{}
	for _, n := range names {
		if len(n.words) < 2 || particle(n.words[0]) && len(n.words) == 2 {
			continue
		}
		who := f.knownIndividual(byWord, n)
		if who == nil {
			who = &individual{anchor: n.mention, recent: none}
			all = append(all, who)
		}
		f.bear(who, n, byWord)
	}
	for _, n := range names {
		if f.mentions[n.mention].cluster != n.mention || len(n.words) == 0 {
			f.noteFullName(all, n)
			continue
		}
		who := f.bearer(byWord[n.words[len(n.words)-1]], n)
		if who == nil {
			who = f.misspelt(all, n)
		}
		if who == nil {
			who = &individual{anchor: n.mention, recent: none}
			all = append(all, who)
		}
		f.bear(who, n, byWord)
		who.recent = n.mention
	}
}

// noteFullName notes that a full name was read.
func (f *finder) noteFullName(all []*individual, n nameMention) {
	for _, who := range all {
		if f.mentions[who.anchor].cluster == f.mentions[n.mention].cluster {
			who.recent = n.mention
			return
		}
	}
}

// bear gives the name to the individual.
func (f *finder) bear(who *individual, n nameMention, byWord map[string][]*individual) {
	if who.gender == unknownGender {
		who.gender = f.mentions[n.mention].gender
	}
	f.merge(who.anchor, n.mention)
	for _, form := range who.forms {
		if len(form) == len(n.words) && equalWords(form, n.words) {
			return
		}
	}
	who.forms = append(who.forms, n.words)
	for _, w := range n.words {
		known := byWord[w]
		if len(known) == 0 || known[len(known)-1] != who {
			byWord[w] = append(known, who)
		}
	}
}

// knownIndividual is the one individual whose full name n is another form of,
// or nil.
func (f *finder) knownIndividual(byWord map[string][]*individual, n nameMention) *individual {
	var found *individual
	for _, word := range []string{n.words[len(n.words)-1], n.words[0]} {
		for _, who := range byWord[word] {
			if who == found || !who.gender.fits(f.mentions[n.mention].gender) || !who.called(n.words) {
				continue
			}
			if found != nil {
				return nil
			}
			found = who
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// called reports whether a full name may be a form of the individual's.
func (who *individual) called(words []string) bool {
	for _, form := range who.forms {
		if len(form) > 1 && sameFullName(form, words) {
			return true
		}
	}
	return false
}

// sameFullName reports whether two names of two words or more can be one: one
// begins or ends the other ("Salva Kiir", "Salva Kiir Mayardit"), or they differ
// only by what stands in the middle or is cut to an initial.
func sameFullName(a, b []string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if beginsWith(a, b) || endsWith(a, b) {
		return true
	}
	if len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0] {
		return true // given name first or last
	}
	if a[len(a)-1] != b[len(b)-1] || !sameWord(a[0], b[0]) {
		return false
	}
	i := 1
	for _, w := range b[1 : len(b)-1] {
		for i < len(a)-1 && !sameWord(a[i], w) {
			i++
		}
		if i == len(a)-1 {
			return false
		}
		i++
	}
	return true
}

// sameWord lets an initial stand for a word, and overlooks a slip in a long one.
func sameWord(a, b string) bool {
	return a == b || len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b) || slip(a, b)
}

// slip reports whether two words of six letters or more differ by one letter, or
// by two that have changed places.
func slip(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(b) < 6 || len(a)-len(b) > 1 {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	switch {
	case i == len(b):
		return true
	case len(a) > len(b):
		return a[i+1:] == b[i:]
	}
	return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// bearer is the individual whom a short name means, or nil where none can bear
// it or several are as near.
func (f *finder) bearer(known []*individual, n nameMention) *individual {
	best := 0
	var candidates []*individual
	for _, who := range known {
		if !who.gender.fits(f.mentions[n.mention].gender) {
			continue
		}
		switch rank := who.rank(n.words); {
		case rank == 0 || rank < best:
		case rank > best:
			best, candidates = rank, append(candidates[:0], who)
		default:
			candidates = append(candidates, who)
		}
	}
	if len(candidates) < 2 {
		if len(candidates) == 0 {
			return nil
		}
		return candidates[0]
	}
	// Relatives: the one named last, unless both were in one sentence.
	var last, other *individual
	for _, who := range candidates {
		switch {
		case who.recent == none:
		case last == nil || who.recent > last.recent:
			last, other = who, last
		case other == nil || who.recent > other.recent:
			other = who
		}
	}
	if last == nil || other != nil && f.mentions[last.recent].sentence == f.mentions[other.recent].sentence {
		return nil
	}
	return last
}

// misspelt is the one individual whose surname n has with a slip, or nil.
func (f *finder) misspelt(all []*individual, n nameMention) *individual {
	var found *individual
	for _, who := range all[:min(len(all), 200)] {
		for _, form := range who.forms {
			if len(form) < 2 || !slip(form[len(form)-1], n.words[len(n.words)-1]) {
				continue
			}
			if found != nil && found != who {
				return nil
			}
			found = who
		}
	}
	return found
}

// rank says how well a short name fits: as the same short name (4), surname
// (3), given name (2) or a name in the middle (1).
func (who *individual) rank(words []string) int {
	best := 0
	bare := words
	for len(bare) > 1 && particle(bare[0]) {
		bare = bare[1:]
	}
	for _, form := range who.forms {
		switch {
		case len(form) == len(words) && equalWords(form, words):
			best = max(best, 4)
		case endsWith(form, words), endsWith(form, bare):
			best = max(best, 3)
		case beginsWith(form, words):
			best = max(best, 2)
		case len(words) == 1 && len(words[0]) > 2:
			for _, w := range form {
				if w == words[0] {
					best = max(best, 1)
				}
			}
		}
	}
	if best == 4 && len(who.forms) > 1 {
		best = 3 // as good as the surname of another with that name
	}
	return best
}
