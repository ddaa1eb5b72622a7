package event

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

// modifiers are the words before noun n that mean actors: "Israeli" in "the
// Israeli attack", "Arden" in "Arden's offer".
func (f *finder) modifiers(n int) []int {
	var out []int
	for _, k := range f.t.Children(n) {
		k := int(k)
		if k > n {
			break
		}
		if !f.t.Is(k, "nmod:poss", "amod", "compound", "nmod", "det") && !(f.t.Is(k, "nsubj") && f.t.Tokens[n].XPOS == "VBG" && k == n-1) || f.t.Lemma(k) == "the" {
			continue
		}
		if f.tally(k) {
			continue // "six-nation talks" are of no nation's
		}
		if l := f.t.Lemma(k); f.t.Is(k, "compound", "amod") && (l == "guerrilla" || l == "guerilla" || l == "proxy" || l == "civil") {
			continue // "a guerrilla war" is fought so, not by or against them
		}
		if w := f.leader(k); w >= 0 {
			out = append(out, w)
			continue
		}
		for _, i := range f.t.Conjuncts(k) {
			if i < n && (f.cast.At(i) >= 0 || f.demonym(i) != "" || len(f.cast.Participants(i)) > 1 && f.t.Is(k, "nmod:poss") || f.selfOf(i).Name != "") {
				out = append(out, i)
			} else if i < n && (f.t.Is(i, "nmod:poss") || f.t.Is(i, "compound") && (f.t.Tokens[i].UPOS == "PROPN" || roles()[f.t.Lemma(i)])) && len(f.known(i, 1)) > 0 {
				out = append(out, i)
			}
		}
	}
	return out
}

// tally reports whether k only says how many sides there are, after a number and a hyphen:
// "six-nation talks", "a four-party summit".
func (f *finder) tally(k int) bool {
	if k < 2 || f.t.Word(k-1) != "-" {
		return false
	}
	switch f.t.Lemma(k) {
	case "nation", "country", "party", "state", "power", "member", "side":
		return true
	}
	return false
}

// leader is who leads what the participle k stands before, or none: "Saudi" in "the
// Saudi-led blockade".
func (f *finder) leader(k int) int {
	if f.t.Tokens[k].UPOS == "PROPN" || f.t.Lemma(k) != "lead" && f.t.Lemma(k) != "led" || k < 2 || f.t.Word(k-1) != "-" {
		return none
	}
	if w := k - 2; f.cast.At(w) >= 0 || f.demonym(w) != "" {
		return w
	}
	return none
}

// modifierActor is the first of the modifiers of n, or none.
func (f *finder) modifierActor(n int) int {
	for _, m := range f.modifiers(n) {
		return m
	}
	return none
}

// actorsAt are who does it, by the noun phrase that says so. What is no actor
// itself may be the arms or the acts of one: "Israeli jets", "the rebels' raid".
func (f *finder) actorsAt(at int) []rapporteur.Participant {
	out := f.known(at, 0)
	if len(out) > 0 || at < 0 || f.senseless(at) {
		return out
	}
	for _, i := range f.t.Conjuncts(at) {
		for _, k := range f.modifiers(i) {
			out = f.knownOne(out, k, 1)
		}
	}
	// "the decision by Velm", "a call from Velm", "the wishes of Velm"; but what a
	// release or an arrest is of does nothing.
	for _, p := range []string{"by", "from", "of"} {
		if len(out) > 0 || p == "of" && f.undergone(at) {
			break
		}
		for _, k := range f.t.ChildrenBy(at, "nmod") {
			if f.preposition(k) == p {
				for _, q := range f.known(k, 1) {
					out = add(out, q)
				}
			}
		}
	}
	if len(out) == 0 && (f.name(at) || f.multitude(at)) {
		out = append(out, f.plain(at))
	}
	if len(out) == 0 && f.t.Is(at, "obj") && f.seat(at) {
		out = append(out, f.stateOf(at, f.placeAt(at))) // "fought Velm City"
	}
	return out
}

// name reports whether the noun phrase headed by at is a name that nobody knows,
// standing where one acts: "Aster" in "Aster condemned the raid". A land that no
// gazetteer has is one, too.
func (f *finder) name(at int) bool {
	if f.t.Tokens[at].UPOS != "PROPN" || !f.t.Is(at, "nsubj", "nsubj:pass", "obl", "obl:agent", "obj", "iobj", "nmod", "conj") || f.dated(at) {
		return false
	}
	if plover.IsOf(papers, strings.ToLower(f.t.Word(at)), func(int) string { return "" }) {
		return false // "the Treaty"
	}
	if p := f.placeAt(at); p >= 0 {
		return f.places[p].Country == "" && f.places[p].Kind == "" && !f.t.Is(at, "nmod:desc")
	}
	e := f.entityAt(at)
	return e == nil || e.Type == rapporteur.EntityPerson || e.Type == rapporteur.EntityOrganization || e.Type == rapporteur.EntityNORP || e.Type == rapporteur.EntityLocation
}

// companions are those who act together with the subject of v though the tree
// says nothing of it: "Arden, along with Velm, rejected", and the first of two
// whom a tree took for the object of the verb of saying before them: "officials
// say [Arden] and Velm have agreed".
func (f *finder) companions(subject, v int) []rapporteur.Participant {
	t := f.t
	var out []rapporteur.Participant
	for _, above := range [2]int{subject, v} {
		for _, k := range t.ChildrenBy(above, "nmod", "obl") {
			if above == v && (k < subject || k > v) {
				continue
			}
			switch f.preposition(k) {
			case "along_with", "together_with", "as_well_as", "alongside":
				out = append(out, f.known(k, 1)...)
			}
		}
	}
	h := t.Head(v)
	if h < 0 || !t.Is(v, "conj", "ccomp") {
		return out
	}
	first, _ := t.Phrase(subject)
	for first > 0 && t.Tokens[first-1].UPOS == "DET" {
		first--
	}
	if o := t.Child(h, "obj"); o > h && o < first && first-o <= 3 && strings.EqualFold(t.Word(first-1), "and") || o > h && o < first && strings.EqualFold(t.Word(first), "and") {
		out = append(out, f.known(o, 1)...)
	}
	return out
}

// recipientsAt are to whom it is done. Of words and deeds it is the one whose
// they are ("condemned Arden's decision"); a thing or a place that suffers the
// act itself stands as the text has it.
func (f *finder) recipientsAt(at int, kind *plover.Type) []rapporteur.Participant {
	if at < 0 {
		return nil
	}
	out := f.known(at, 0)
	if len(out) > 0 {
		return out
	}
	if p := f.placeAt(at); p >= 0 {
		if waters(f.places[p].Kind) {
			return nil
		}
		if state := f.stateOf(at, p); !f.material(kind) && state.Name != "" {
			return []rapporteur.Participant{state}
		}
		return []rapporteur.Participant{f.plain(at)}
	}
	if out = f.actorsAt(at); len(out) > 0 {
		if f.material(kind) && (f.isOf(premises, at) || f.isOf(vessels, at)) && f.concrete(at) && slices.ContainsFunc(f.modifiers(at), func(k int) bool { return corps(f.t.Lemma(k)) }) {
			return []rapporteur.Participant{f.plain(at)} // "attacked an army camp"
		}
		return out
	}
	if k := f.portion(at); k >= 0 {
		return []rapporteur.Participant{f.plain(at)}
	}
	for _, i := range f.t.Conjuncts(at) {
		if f.concrete(i) && f.material(kind) {
			out = add(out, f.plain(i))
		}
	}
	return out
}

// waters reports whether places of a kind of GeoNames are open water, to which nothing is
// done.
func waters(kind string) bool {
	switch kind {
	case "SEA", "OCN", "GULF", "BAY", "STRT", "CHN", "LK":
		return true
	}
	return false
}

// material reports whether an act of this type is done to things and places,
// too.
func (f *finder) material(kind *plover.Type) bool {
	return kind != nil && strings.HasPrefix(kind.Quad, "material") && kind.Name != "SANCTION" && kind.Name != "PROTEST"
}

// there reports whether the noun phrase headed by at is somebody or a known place.
func (f *finder) there(at int) bool {
	return f.placeAt(at) >= 0 || f.somebody(at, false) || f.portion(at) >= 0
}

// portion is the place that noun at means some of: "parts of Velm"; none where it
// does not.
func (f *finder) portion(at int) int {
	if !f.transparent(at) {
		return none
	}
	for _, k := range f.t.ChildrenBy(at, "nmod") {
		if f.preposition(k) == "of" && f.placeAt(k) >= 0 {
			return k
		}
	}
	return none
}

// befalls reports whether the noun phrase headed by at may be to whom or to what
// an act is done: somebody, a place, a thing.
func (f *finder) befalls(at int) bool {
	return f.placeAt(at) >= 0 || f.concrete(at) || f.somebody(at, false) || len(f.modifiers(at)) > 0
}

// concrete reports whether noun i can suffer an act: no event, no abstraction,
// no date, no number.
func (f *finder) concrete(i int) bool {
	switch f.t.Tokens[i].UPOS {
	case "NOUN", "PROPN":
	default:
		return false
	}
	return !f.dated(i) && len(plover.NounsOf(f.t.Lemma(i))) == 0 && !f.isOf(abstract, i)
}
