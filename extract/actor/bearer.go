package actor

import (
	"slices"
	"strings"

	"rapporteur"
)

// takesUp links "the union", "their union" to the one body whose name has the
// noun, wherever the report names it: the Dockworkers' Union, though another
// union was mentioned last.
func (f *finder) takesUp(d *description) bool {
	if d.plural || !d.definite || d.noun.Class != "group" || d.noun.Title || strings.Contains(d.noun.Singular, " ") || f.distinguished(d) {
		return false
	}
	for _, c := range f.t.ChildrenBy(d.head, "nmod:poss") {
		if f.t.Tokens[c].UPOS != "PRON" {
			return false
		}
	}
	found := rapporteur.None
	for id := range f.identities {
		if !f.bears(id, d) {
			continue
		}
		if found >= 0 {
			return false
		}
		found = id
	}
	if found < 0 {
		return false
	}
	f.link(d, found)
	return true
}

// bears reports whether the name of the body id has the noun of d, as the
// report writes it.
func (f *finder) bears(id int, d *description) bool {
	who := &f.identities[id]
	if who.described || len(f.heads[id]) == 0 || who.Kind != rapporteur.ActorOrganization && who.Kind != rapporteur.ActorArmedGroup {
		return false
	}
	if len(d.noun.Sectors) > 0 && !slices.ContainsFunc(d.noun.Sectors, func(s string) bool { return slices.Contains(who.Sectors, s) }) {
		return false
	}
	return slices.ContainsFunc(who.variants, func(v variant) bool {
		return v.n > 1 && slices.ContainsFunc(strings.Fields(v.text), func(w string) bool { return strings.EqualFold(w, d.noun.Singular) })
	})
}
