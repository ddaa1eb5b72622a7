package actor

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge"
)

// before reports whether identity id is mentioned before token i.
func (f *finder) before(id, i int) bool { return f.last(id, i) >= 0 }

// last is the head of the last mention of identity id before token i, or None.
func (f *finder) last(id, i int) int {
	at, _ := slices.BinarySearch(f.heads[id], i)
	if at == 0 {
		return rapporteur.None
	}
	return f.heads[id][at-1]
}

// resolve is the identity that a description without affiliation means, where
// the report leaves one alone: "the rebels", "the government", "the minister".
func (f *finder) resolve(d *description) int {
	if d.article {
		return rapporteur.None
	}
	if f.distinguished(d) && (d.noun.Singular != "government" || f.seatedIn(d.head) == "") {
		return rapporteur.None
	}
	if d.noun.Singular == "government" && !d.plural {
		return f.government(d)
	}
	if !d.plural && d.definite {
		if id := f.heldBy(d, affiliation{actor: rapporteur.None}); id >= 0 {
			return id
		}
	}
	if !d.definite && d.noun.Class != "fighter" && d.noun.Class != "negotiator" {
		return rapporteur.None
	}
	if !d.plural && d.definite && d.noun.Kind == rapporteur.ActorOffice {
		if id := f.mentionedLast(d); id >= 0 {
			return id
		}
	}
	called := func(who *identity) bool {
		// "Rebels rejected the offer" are not the two rebels who were killed.
		return f.called(who, d.noun) && f.sameSort(d, who) && (d.definite || !f.tallied(who))
	}
	if id := f.only(d, called); id >= 0 {
		return id
	}
	if id := f.firstOf(d, called); id >= 0 {
		return id
	}
	switch d.noun.Class {
	case "body", "force":
		// "The opposition" before "the Kenyan opposition", if there is but one.
		if all := f.toldApart(d.noun); d.definite && len(all) == 1 {
			return all[0]
		}
	case "fighter":
		if (d.plural || collective(d.noun.Singular)) && d.definite && !slices.Contains(d.noun.Sectors, "UAF") {
			armed := func(who *identity) bool {
				return who.Kind == rapporteur.ActorArmedGroup && !slices.Contains(who.Sectors, "UAF") && !hired(who) && !f.patron(who)
			}
			id := f.only(d, armed)
			if id < 0 {
				id = f.only(d, func(who *identity) bool { return armed(who) || mayBearArms(who) })
			}
			return id
		}
		if d.definite && slices.Contains(d.noun.Sectors, "UAF") {
			// "The attackers" are the gunmen of the sentence before, if they are the only ones.
			return f.only(d, func(who *identity) bool {
				return who.described && who.class == "fighter" && who.Kind == rapporteur.ActorArmedGroup && who.plural == d.plural && who.Of < 0
			})
		}
	case "group":
		if !d.plural && d.definite && d.noun.Kind != rapporteur.ActorState {
			if slices.ContainsFunc(d.modifiers, func(n *knowledge.Noun) bool { return n.Class == "fighter" }) {
				if id := f.only(d, func(who *identity) bool { return who.Kind == rapporteur.ActorArmedGroup && !who.described }); id >= 0 {
					return id // "the rebel panel", of the only rebels with a name
				}
			}
			return f.nearest(d, func(who *identity) bool {
				if slices.Contains(d.noun.Sectors, "BUS") && slices.Contains(who.Sectors, "LAB") {
					return false // "the company" is no union
				}
				if len(d.noun.Sectors) > 0 && who.Key != "" && !slices.ContainsFunc(d.noun.Sectors, func(s string) bool { return slices.Contains(who.Sectors, s) }) {
					return false // "the party" is no company
				}
				return (who.Kind == rapporteur.ActorArmedGroup || who.Kind == rapporteur.ActorOrganization) && !who.outlet && !who.described
			})
		}
	}
	return rapporteur.None
}

// patron reports whether who is named only to say whose others are: "al-Qaeda" of "al-Qaeda-linked
// fighters", of "linked to al-Qaeda", "pledged allegiance to al-Qaeda".
func (f *finder) patron(who *identity) bool {
	all := f.heads[who.self]
	return len(all) > 0 && !slices.ContainsFunc(all, func(i int) bool { return !f.lendsName(i) })
}

// lendsName reports whether the name headed by token i says no more than with whom others are.
func (f *finder) lendsName(i int) bool {
	t := f.t
	if end := f.tokenAt(f.mentions[f.at[i]-1].span.End); end > i && end+1 < len(t.Tokens) && t.Word(end) == "-" {
		switch t.Word(end + 1) {
		case "linked", "affiliated", "aligned", "allied", "backed", "inspired", "supported", "style":
			return true
		}
	}
	k := t.Child(i, "case")
	if k < 1 || k > i {
		return false
	}
	switch t.Lemma(k - 1) {
	case "link", "affiliate", "align", "ally", "allegiance", "loyal", "loyalty", "tie", "offshoot", "affiliated", "linked", "allied", "aligned", "branch":
		return t.Lemma(k) == "to" || t.Lemma(k) == "with" || t.Lemma(k) == "of"
	}
	return false
}

// hired reports whether those who are described as who come from elsewhere to fight beside
// others: "foreign fighters" are not "the rebels".
func hired(who *identity) bool {
	return who.described && (strings.Contains(strings.ToLower(who.Name), "foreign") || strings.Contains(who.Name, "mercenar"))
}

// distinguished reports whether words beside the noun of d set those whom it
// means apart from others: "the Islamist-backed government", "Tamil rebels".
func (f *finder) distinguished(d *description) bool {
	t := f.t
	h := f.hit(d.head)
	for _, c := range t.ChildrenBy(d.head, "amod", "compound", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "acl") {
		if c >= h.First && c < h.End || t.Tokens[c].UPOS == "PRON" || t.Tokens[c].Deprel == "acl:relcl" && f.setOff(d.head, c) {
			continue
		}
		if m := t.Child(c, "mark"); t.Tokens[c].XPOS == "VBG" && m > d.head && m < c {
			continue // "accused the rebels of breaking the truce", with the breach hung on the rebels
		}
		switch t.Lemma(c) {
		case "armed", "rebel", "separatist", "leftist", "islamist", "militant", "insurgent", "main", "outlawed", "same", "whole", "entire", "then", "new", "current", "present", "incumbent", "multi-party", "multiparty", "own", "designate", "designated", "ban", "banned":
			continue
		}
		return true
	}
	return false
}

// setOff reports whether a comma or a dash stands between the noun at i and its relative clause c,
// which then tells more of those meant and not which are meant.
func (f *finder) setOff(i, c int) bool {
	for k := i + 1; k < c; k++ {
		switch f.t.Word(k) {
		case ",", "—", "–", "--":
			return true
		}
	}
	return false
}

// called reports whether the report calls who by the noun, or by one that
// means the same.
func (f *finder) called(who *identity, n *knowledge.Noun) bool {
	if armed(n) && who.Kind == rapporteur.ActorArmedGroup && !who.described {
		return false // "the army" is that of the state, not the National Liberation Army
	}
	if slices.Contains(who.nouns, n) || armed(n) && who.class == "army" {
		return true
	}
	if n.Class == "body" && slices.ContainsFunc(who.nouns, func(m *knowledge.Noun) bool { return m.Class == "body" && suffix(m.Singular, n.Singular) }) {
		return true // "the ministry" is the defence ministry
	}
	return armed(n) && slices.ContainsFunc(who.nouns, armed)
}

// tallied reports whether who is a number of people, known by that description alone:
// "two suspected rebels".
func (f *finder) tallied(who *identity) bool {
	return who.described && len(f.heads[who.self]) > 0 && f.t.Child(f.heads[who.self][0], "nummod") >= 0
}

// armed reports whether n names the armed forces of a state as one.
func armed(n *knowledge.Noun) bool {
	switch n.Singular {
	case "army", "military", "armed forces", "national army":
		return true
	}
	return false
}

// firstOf is the one introduced first where several groups that fit are known
// by descriptions alone which do not tell them apart: in the report of one
// conflict "the rebels" are the rebels. None where they are of two countries or
// one of them has a name.
func (f *finder) firstOf(d *description, fits func(*identity) bool) int {
	if d.noun.Class != "fighter" || !d.plural || !d.definite {
		return rapporteur.None
	}
	found, country := rapporteur.None, ""
	for id := range f.identities {
		who := &f.identities[id]
		if !fits(who) || !f.before(id, d.head) {
			continue
		}
		if !who.described || who.Of >= 0 || who.Country != "" && country != "" && who.Country != country {
			return rapporteur.None
		}
		if who.Country != "" {
			country = who.Country
		}
		if found < 0 || f.heads[id][0] < f.heads[found][0] {
			found = id
		}
	}
	return found
}

// sameSort keeps a description in the plural apart from one in the singular.
func (f *finder) sameSort(d *description, who *identity) bool {
	if who.described && who.plural && !d.plural && d.noun.Class == "group" {
		return false // "the company" after "the mining companies"
	}
	return who.Kind != rapporteur.ActorPerson && (d.plural || !who.described || who.Kind != rapporteur.ActorOffice)
}

// only is the one identity mentioned before d that fits, or None; of several,
// the one that alone is mentioned in the sentence of d or the two before.
func (f *finder) only(d *description, fits func(*identity) bool) int {
	found, near, several, severalNear := rapporteur.None, rapporteur.None, false, false
	for id := range f.identities {
		if !fits(&f.identities[id]) {
			continue
		}
		at := f.last(id, d.head)
		if at < 0 {
			continue
		}
		several = several || found >= 0
		found = id
		if f.t.SentenceOf(d.head)-f.t.SentenceOf(at) <= 2 {
			severalNear = severalNear || near >= 0
			near = id
		}
	}
	switch {
	case !several:
		return found
	case !severalNear:
		return near
	}
	return rapporteur.None
}

// nearest is the one identity that fits and is mentioned in the sentence of d
// before it, or else in the sentence before; None where several are.
func (f *finder) nearest(d *description, fits func(*identity) bool) int {
	sentence := f.t.SentenceOf(d.head)
	for back := 0; back <= 2 && sentence-back >= 0; back++ {
		found := rapporteur.None
		for id := range f.identities {
			if !fits(&f.identities[id]) {
				continue
			}
			if at := f.last(id, d.head); at >= 0 && f.t.SentenceOf(at) == sentence-back {
				if found >= 0 {
					return rapporteur.None
				}
				found = id
			}
		}
		if found >= 0 {
			return found
		}
	}
	return rapporteur.None
}
