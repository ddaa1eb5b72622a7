package actor

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge"
)

// findHolders gives those who hold an office of state at the date of the report
// their state, though the report does not say it: "Obama", "President Vale".
// Who held it at another time is of the country, where the report speaks of it.
func (f *finder) findHolders() {
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind != rapporteur.ActorPerson {
			continue
		}
		h, term := f.holder(who)
		if h == nil || who.Country != "" && who.Country != h.Country {
			continue
		}
		state := rapporteur.None
		if term != nil && (len(who.Sectors) == 0 || slices.Contains(who.Sectors, "GOV")) {
			state = f.state(h.Country)
		}
		who = &f.identities[id] // only now: the state may be new
		who.Country = h.Country
		if state >= 0 && who.Of < 0 {
			who.Of = state
		}
		if state >= 0 && len(who.Sectors) == 0 {
			who.Sectors = []string{"GOV"}
		}
	}
}

// holder is the one person of the tables whom who may be, with the term at the
// date of the report; the term is nil where it is none. Nil where there is no
// such person, or more than one.
func (f *finder) holder(who *identity) (*knowledge.Holder, *knowledge.Term) {
	day, name := f.t.Article.Published, fullest(who.variants)
	full := strings.Contains(name, " ")
	var found *knowledge.Holder
	var foundTerm *knowledge.Term
	called := knowledge.HoldersCalled(name, full)
	if len(called) == 0 && full {
		called = knowledge.HoldersCalled(name, false) // "Hun Sen", "Al Thani"
		full = false
	}
	for _, h := range called {
		var term *knowledge.Term
		if !day.IsZero() {
			term = h.At(day)
		}
		if term == nil && (!full || f.countries[h.Country] == 0) || term != nil && !full && f.countries[h.Country] == 0 && !titled(who, term) {
			continue
		}
		switch {
		case found == nil || foundTerm == nil && term != nil:
			found, foundTerm = h, term
		case term != nil || foundTerm == nil:
			if h.Country != found.Country {
				return nil, nil
			}
		}
	}
	return found, foundTerm
}

// titled reports whether the report gives who the office of the term, or one
// that reports call it by.
func titled(who *identity, term *knowledge.Term) bool {
	for _, n := range who.nouns {
		if n.Singular == term.Office || n.Class == "head" && (n.Singular == "leader" || suffix(term.Office, n.Singular)) {
			return true
		}
	}
	return false
}
