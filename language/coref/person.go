package coref

// An individual is a person as the names of the text tell him or her apart.
type individual struct {
	forms  [][]string // the ways the name is written, each in words
	gender gender
	anchor int32 // a mention of the individual
	recent int32 // the last mention so far, or none
}

// matchPersons joins the mentions of one person by name. Full names come
// first, wherever they stand, since a headline or a first sentence may name
// only the surname; then the short names, each given to the one individual who
// can bear it, or to the nearest of several.
func (f *finder) matchPersons(names []nameMention) {
	var all []*individual
	byWord := map[string][]*individual{}
	bearers := make([]*individual, len(names))
	for i, n := range names {
		if len(n.words) < 2 || particle(n.words[0]) && len(n.words) == 2 {
			continue
		}
		who := f.knownIndividual(byWord, n)
		if who == nil {
			who = &individual{anchor: n.mention, recent: none}
			all = append(all, who)
		}
		f.bear(who, n, byWord)
		bearers[i] = who
	}
	for i, n := range names {
		who := bearers[i]
		if who == nil && len(n.words) > 0 {
			who = f.bearer(byWord[n.words[len(n.words)-1]], n)
			if who == nil {
				who = f.misspelt(all, n)
			}
			if who == nil {
				who = &individual{anchor: n.mention, recent: none}
				all = append(all, who)
			}
			f.bear(who, n, byWord)
		}
		if who != nil {
			who.recent = n.mention
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
		for _, who := range few(byWord[word]) {
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

// few keeps a text of very many names from taking very long.
func few(all []*individual) []*individual { return all[:min(len(all), 200)] }

// bearer is the individual whom a short name means, or nil where none can bear
// it or several are as near.
func (f *finder) bearer(known []*individual, n nameMention) *individual {
	best := 0
	var candidates []*individual
	for _, who := range few(known) {
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
	for _, who := range few(all) {
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
