package actor

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge"
)

// calledSo is the one armed group with a name that fighters of a country are,
// where the report calls it so elsewhere ("Colombian rebels" beside "rebels of
// the FARC") or has just named it ("the Yemeni rebel group"). None where there is no such group, or more than one.
func (f *finder) calledSo(d *description, a affiliation) int {
	if d.noun.Class == "group" && !d.plural && d.definite && a.country != "" && (a.actor < 0 || f.identities[a.actor].Kind == rapporteur.ActorState) && general(d.noun) {
		return f.nearest(d, func(who *identity) bool {
			return !who.described && who.Country == a.country && (who.Kind == rapporteur.ActorArmedGroup || mayBearArms(who))
		})
	}
	if d.noun.Class != "fighter" || !d.plural && !collective(d.noun.Singular) || d.article || a.country == "" || slices.Contains(d.noun.Sectors, "UAF") {
		return rapporteur.None
	}
	if a.actor >= 0 && f.identities[a.actor].Kind != rapporteur.ActorState {
		return rapporteur.None
	}
	found := rapporteur.None
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind == rapporteur.ActorArmedGroup && !who.described && who.Country == a.country && len(f.heads[id]) > 0 {
			if found >= 0 {
				return rapporteur.None
			}
			found = id
		}
	}
	if found < 0 || !f.fights(found, d.noun) && !(d.definite && f.before(found, d.head)) {
		return rapporteur.None
	}
	return found
}

// general reports whether a noun for a group says nothing of its sort, so that
// it may take up the name of an armed one: "the Palestinian group".
func general(n *knowledge.Noun) bool {
	return len(n.Sectors) == 0 && (n.Singular == "group" || n.Singular == "movement" || n.Singular == "organization" || n.Singular == "organisation" || n.Singular == "faction")
}

// fights reports whether the report calls those of the body id by noun n:
// "FARC rebels", "rebels of the FARC".
func (f *finder) fights(id int, n *knowledge.Noun) bool {
	if slices.Contains(f.identities[id].nouns, n) {
		return true
	}
	for i := range f.hits {
		h := &f.hits[i]
		if s := f.sense(h.First, isNoun); s == nil || s.Noun != n {
			continue
		}
		for _, a := range f.affiliations(f.headOf(h.First, h.End)) {
			if a.actor == id {
				return true
			}
		}
	}
	return false
}

// mayBearArms reports whether an organisation that only the report knows has a
// name like those of armed groups.
func mayBearArms(who *identity) bool {
	return who.Key == "" && who.Kind == rapporteur.ActorOrganization && slices.ContainsFunc(who.nouns, func(n *knowledge.Noun) bool {
		switch n.Singular {
		case "front", "movement", "army", "brigade", "battalion", "force", "forces", "militia", "alliance":
			return true
		}
		return false
	})
}
