package event

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

var (
	campaigning = []string{"campaigning"}
	bloodshed   = []string{"bloodshed"}
)

// swipe reports whether the force that m tells of is only of words: a candidate attacks
// another, in a sentence where nobody is hurt. drop says that it is nothing at all,
// as nobody is told whom it is aimed at.
func (f *finder) swipe(m *match, e *rapporteur.Event, kind *plover.Type) (words, drop bool) {
	if kind.Name != "ASSAULT" || m.row.Mode != "" && m.row.Mode != "beat" && m.row.Mode != "destroy" || m.row.Outcome || f.bloody(f.t.SentenceOf(m.head)) {
		return false, false
	}
	politic := func(list []rapporteur.Participant, kinds ...string) bool {
		return !slices.ContainsFunc(list, func(p rapporteur.Participant) bool {
			at := none
			if len(p.Spans) > 0 {
				at = f.topOf(p.Spans[0])
			}
			if at >= 0 && f.isOf(campaigning, at) {
				return false // voters, polls
			}
			return p.Actor < 0 || !slices.Contains(kinds, f.cast.Actors[p.Actor].Kind)
		})
	}
	person, office, body := rapporteur.ActorPerson, rapporteur.ActorOffice, rapporteur.ActorOrganization
	some := len(e.Actors) > 0 && len(e.Recipients) > 0
	if some && politic(e.Actors, person) && politic(e.Recipients, person) {
		some = f.lash(m)
		return some, !some
	}
	if !f.electoral() || !politic(e.Actors, person, office, body) || !politic(e.Recipients, person, office, body) {
		return false, false
	}
	some = some && f.lash(m)
	return some, !some
}

// lash reports whether m is told in a word that means hard words, too: "attacked his
// rival", but not "beat" or "fought him".
func (f *finder) lash(m *match) bool {
	return slices.ContainsFunc(append([]int{m.head}, m.words...), func(i int) bool {
		switch f.t.Lemma(i) {
		case "attack", "assault", "hit", "slam", "blast", "broadside", "onslaught", "offensive", "swipe":
			return true
		}
		return false
	})
}

// candidacy reports whether what m says a person has stopped is his campaign for votes.
func (f *finder) candidacy(m *match, e *rapporteur.Event) bool {
	if m.row.Mode != "ceasefire" || len(e.Actors) != 1 || e.Actors[0].Actor < 0 || f.cast.Actors[e.Actors[0].Actor].Kind != rapporteur.ActorPerson {
		return false
	}
	return slices.ContainsFunc(m.words, func(w int) bool { return f.t.Lemma(w) == "campaign" || f.t.Lemma(w) == "bid" })
}

// bloody reports whether sentence n tells of arms or of the hurt.
func (f *finder) bloody(n int) bool {
	s := f.t.Sentences[n]
	for i := s.First; i < s.End; i++ {
		if plover.IsOf(bloodshed, f.t.Lemma(i), func(int) string { return "" }) {
			return true
		}
	}
	return false
}

// electoral reports whether the report is of an election: five of its words or more,
// and three times as many as of arms and of the hurt.
func (f *finder) electoral() bool {
	if f.polled != 0 {
		return f.polled > 0
	}
	votes, arms := 0, 0
	for i := range f.t.Tokens {
		switch f.t.Tokens[i].UPOS {
		case "NOUN", "PROPN", "VERB", "ADJ":
			l := f.t.Lemma(i)
			if plover.IsOf(campaigning, l, func(int) string { return "" }) {
				votes++
			} else if plover.IsOf(bloodshed, l, func(int) string { return "" }) {
				arms++
			}
		}
	}
	f.polled = -1
	if votes >= 5 && votes >= 3*arms {
		f.polled = 1
	}
	return f.polled > 0
}
