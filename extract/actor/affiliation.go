package actor

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge"
)

// An affiliation is what the modifiers of a noun tell of belonging: to an
// actor that has been read, or only to a country or a sector.
type affiliation struct {
	actor   int // identity, or None
	country string
	sectors []string
	word    int // the modifier that says so
	chain   int // the first of the coordination that the modifier stands in
}

// affiliations are those of the phrase headed by head, by token; several where
// modifiers are coordinated ("Israeli and Palestinian negotiators").
func (f *finder) affiliations(head int) []affiliation {
	t := f.t
	var out []affiliation
	left := 0
	if h := f.hit(head); h != nil {
		if p := f.possessor(h.First); p >= 0 && (!t.Dominates(head, p) || f.strangers(t.FirstConjunct(p), p)) {
			if a, ok := f.affiliationOf(p, head); ok {
				a.chain = p
				return append(out, a)
			}
		}
		if h.First > 0 && h.First < head && t.Tokens[h.First-1].UPOS == "CCONJ" {
			left = h.First // "the Red Cross and aid workers" are no workers of the Red Cross
		}
		if f.beside[head] != nil {
			left = max(left, f.parted[head])
		}
	}
	for _, c := range t.Children(head) {
		c := int(c)
		switch {
		case c < left || f.objectBefore(c, head):
		case t.Is(c, "nmod:poss"), c < head && t.Is(c, "amod", "compound", "nmod:desc", "nmod:unmarked", "nmod"):
			out = f.appendAffiliations(out, c, head)
		case c > head && t.Is(c, "nmod") && f.belongs(head, c):
			out = f.appendAffiliations(out, c, head)
		}
	}
	if len(out) == 0 && left == 0 {
		out = f.leftward(out, head)
	}
	if len(out) == 0 && f.at[head] > 0 {
		out = f.owner(out, head)
	}
	if len(out) == 0 {
		out = f.ranks(out, head)
	}
	return out
}

// ranks reads the armed group right after fighters, where the tree hangs it on the verb before
// them: "killing five gunmen from the Velm Front".
func (f *finder) ranks(out []affiliation, head int) []affiliation {
	h := f.hit(head)
	s := f.sense(head, isNoun)
	if h == nil || s == nil || s.Noun.Class != "fighter" || h.End >= len(f.t.Tokens) || f.t.Lemma(h.End) != "from" && f.t.Lemma(h.End) != "of" {
		return out
	}
	n := f.t.Head(h.End)
	if n <= h.End || f.t.SentenceOf(n) != f.t.SentenceOf(head) || f.t.Head(n) == head {
		return out
	}
	if k := f.hitAt[n]; k > 0 {
		f.read(int(k) - 1)
	}
	if a, ok := f.affiliationOf(n, head); ok && a.actor >= 0 && f.identities[a.actor].Kind == rapporteur.ActorArmedGroup && !f.identities[a.actor].described {
		a.chain = n
		out = append(out, a)
	}
	return out
}

// objectBefore reports whether the country at token c, right before the name
// headed by head, is the object of a preposition and no modifier of the name:
// the "Velm" of "envoy on Velm Aster Vale".
func (f *finder) objectBefore(c, head int) bool {
	h := f.hit(c)
	if h == nil || c > head || f.at[head] == 0 || f.sense(c, isState) == nil || f.t.Is(c, "nmod:poss") {
		return false
	}
	if h.End != f.nameStart(head) || h.First == 0 {
		return false
	}
	i := h.First - 1
	if i > 0 && f.t.Tokens[i].UPOS == "DET" {
		i--
	}
	return f.t.Tokens[i].UPOS == "ADP"
}

// owner reads the possessor right before the name headed by head, whatever the
// tree makes of it: "Al Jazeera's Noor Sand".
func (f *finder) owner(out []affiliation, head int) []affiliation {
	i := f.nameStart(head) - 2
	if i < 0 || f.t.Tokens[i+1].XPOS != "POS" || f.t.SentenceOf(i) != f.t.SentenceOf(head) {
		return out
	}
	if id := f.who(i); id >= 0 && f.identities[id].Kind != rapporteur.ActorPerson {
		return append(out, affiliation{actor: id, country: f.identities[id].Country, word: i, chain: i})
	}
	return out
}

// strangers reports whether the tree coordinates a person at token first with
// token i, which names none: the "Vale" and the "Velm" of "Prime Minister Vale and
// Velm's king".
func (f *finder) strangers(first, i int) bool {
	a, b := f.who(first), f.who(i)
	return first != i && a >= 0 && f.identities[a].Kind == rapporteur.ActorPerson && (b < 0 || f.identities[b].Kind != rapporteur.ActorPerson)
}

// possessor is the token before the possessive ending that stands before the
// noun at token i, with no more than what describes the noun between: "Velm" of
// "Velm's acting prime minister". None where there is none.
func (f *finder) possessor(i int) int {
	first := f.t.Sentences[f.t.SentenceOf(i)].First
	for steps := 0; i-1 > first && steps < 4; steps++ {
		i--
		switch t := &f.t.Tokens[i]; {
		case t.XPOS == "POS":
			return i - 1
		case t.UPOS == "ADJ", t.UPOS == "NOUN", t.XPOS == "VBG", t.XPOS == "VBN":
		default:
			return rapporteur.None
		}
	}
	return rapporteur.None
}

// leftward reads the words that stand before the noun at head without a break,
// where the tree hangs none of them on it: "U.N. Emergency Relief Coordinator".
func (f *finder) leftward(out []affiliation, head int) []affiliation {
	h := f.hit(head)
	if h == nil || f.sense(head, isNoun) == nil {
		return out
	}
	for i := h.First - 1; i >= 0 && h.First-i <= 6 && f.t.SentenceOf(i) == f.t.SentenceOf(head); i-- {
		t := &f.t.Tokens[i]
		if f.landAt[i] > 0 {
			return append(out, affiliation{actor: int(f.landAt[i]) - 1, word: i, chain: i})
		}
		if t.UPOS != "ADJ" && t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.XPOS != "POS" && t.XPOS != "NNP" {
			break
		}
		if id := f.who(i); id >= 0 && f.identities[id].Kind == rapporteur.ActorPerson {
			break
		}
		if f.hitAt[i] == 0 {
			continue
		}
		if a, ok := f.affiliationOf(i, head); ok {
			a.chain = i
			return append(out, a)
		}
	}
	return out
}

// seatedIn is the country in whose capital the phrase headed by head sits: "the
// government in Juba"; "" where it is said to sit in none.
func (f *finder) seatedIn(head int) string {
	for _, c := range f.t.ChildrenBy(head, "nmod") {
		if f.t.Preposition(c) == "in" {
			if s := f.sense(c, isSeat); s != nil && s.Country != nil {
				return s.Country.Code
			}
		}
	}
	return ""
}

// placedIn is the country that the phrase headed by head is said to be in:
// "opposition groups in Zimbabwe", "authorities in Darfur"; "" where none is named.
func (f *finder) placedIn(head int) string {
	for _, c := range f.t.ChildrenBy(head, "nmod") {
		switch f.t.Preposition(c) {
		case "in", "throughout", "across", "of":
		default:
			continue
		}
		if h := f.hit(c); h != nil {
			for _, s := range h.Senses {
				if s.Form == knowledge.FormName && (s.Country != nil || s.Part != nil) {
					return countryOf(s)
				}
			}
		}
	}
	return ""
}

// belongs reports whether the prepositional phrase headed by c says to whom
// head belongs: "spokesman for the rebels", not "envoy for Syria".
func (f *finder) belongs(head, c int) bool {
	switch f.t.Preposition(c) {
	case "of", "from":
		return true
	case "for", "with":
		s := f.sense(head, isNoun)
		return (s == nil || s.Noun.Class != "envoy") && (f.t.Preposition(c) == "with" || binds(f.t, c))
	}
	return false
}

func (f *finder) appendAffiliations(out []affiliation, c, head int) []affiliation {
	chain := c
	if n := len(out); n > 0 && c < head && f.t.Word(c-1) == "," && f.afterHit(out[n-1].word) == c-1 {
		chain = out[n-1].chain // "Saudi, American and African mediators"
	}
	for _, i := range f.t.Conjuncts(c) {
		if a, ok := f.affiliationOf(i, head); ok {
			a.chain = chain
			out = append(out, a)
		}
	}
	// "Israeli Prime Minister's office": what describes a title describes its holder too.
	if len(out) == 0 && c < head && f.sense(c, isNoun) != nil {
		out = f.affiliations(c)
	}
	return out
}

// afterHit is the token after the name or word that token i stands in.
func (f *finder) afterHit(i int) int {
	if h := f.hit(i); h != nil {
		return h.End
	}
	return i + 1
}

// coordinated are the affiliations that stand in one coordination, the first
// such; all in one chain with the first where none is coordinated.
func coordinated(all []affiliation) []affiliation {
	for i := 0; i < len(all); {
		n := i
		for n < len(all) && all[n].chain == all[i].chain {
			n++
		}
		if n-i > 1 {
			return all[i:n]
		}
		i = n
	}
	return nil
}

// affiliationOf reads the modifier at token i.
func (f *finder) affiliationOf(i, head int) (affiliation, bool) {
	a := affiliation{actor: rapporteur.None, word: i}
	if f.glued(i) || f.hitAt[i] > 0 && f.hitAt[i] == f.hitAt[head] {
		return a, false
	}
	if id := f.who(i); id >= 0 {
		who := &f.identities[id]
		a.actor, a.country = id, who.Country
		return a, true
	}
	if land := f.landAt[i]; land > 0 {
		a.actor = int(land) - 1
		return a, true
	}
	h := f.hit(i)
	if h == nil {
		return a, false
	}
	if s := f.sense(i, isNoun); s != nil && s.Form == knowledge.FormNoun && (s.Noun.Class == "body" || s.Noun.Class == "force") {
		// "Government troops" are those of the government that is meant, an
		// "army spokesman" speaks for the army.
		d := f.describe(f.headOf(h.First, h.End), s)
		d.definite, d.article = true, false
		id := rapporteur.None
		if own := f.affiliations(d.head); len(own) > 0 && own[0].country != "" {
			id = f.described(&d, own[0], d.name) // "Colombia's government and ELN rebels"
			f.link(&d, id)
		} else {
			id = f.resolve(&d)
		}
		if id >= 0 && f.identities[id].Kind != rapporteur.ActorPerson {
			a.actor, a.country = id, f.identities[id].Country
			return a, true
		}
	}
	for _, s := range h.Senses {
		switch {
		case s.Country != nil && (s.Form == knowledge.FormAdjective || s.Form == knowledge.FormName || s.Form == knowledge.FormSeat):
			a.country = s.Country.Code
			a.actor = f.state(a.country)
			return a, true
		case s.Part != nil:
			a.country, a.sectors = s.Part.Country, s.Part.Sectors
			return a, true
		case s.People != nil && (s.People.Country != "" || f.t.FirstConjunct(i) != i || f.t.Child(i, "conj") >= 0):
			// Of a people of many countries only beside others: "Arab and Israeli".
			a.country = s.People.Country
			return a, true
		}
	}
	return a, false
}

// modifierNouns are the titles and roles that stand before head and tell what
// sort of head it is: "rebel" in "rebel commander", "army" in "army spokesman".
func (f *finder) modifierNouns(head int) []*knowledge.Noun {
	var out []*knowledge.Noun
	for _, c := range f.t.ChildrenBy(head, "compound", "amod", "nmod:poss", "nmod:desc", "nmod:unmarked", "nmod") {
		if c > head && !f.belongs(head, c) || f.apart(head, c) {
			continue
		}
		if f.t.Tokens[c].UPOS == "ADJ" && f.t.Lemma(c) == "national" {
			continue // "national leaders" are no nationals
		}
		if s := f.sense(c, isNoun); s != nil && f.hit(c) != f.hit(head) && !slices.Contains(out, s.Noun) {
			out = append(out, s.Noun)
		}
	}
	return out
}

// sectorsOf are the sectors of one who is described by noun n, with the body
// or country of its affiliation and the nouns that modify it.
func (f *finder) sectorsOf(n *knowledge.Noun, of int, modifiers []*knowledge.Noun) []string {
	var own, body []string
	if n != nil {
		own = slices.DeleteFunc(slices.Clone(n.Sectors), func(s string) bool { return s == "IGO" && of >= 0 })
	}
	if of >= 0 {
		body = f.identities[of].Sectors
	}
	state := of >= 0 && (f.identities[of].Kind == rapporteur.ActorState || slices.Equal(body, []string{"GOV"}))
	switch {
	case of >= 0 && !state && (n == nil || inherits(n)):
		return body
	case len(modifiers) > 0 && (n == nil || inherits(n)):
		var out []string
		for _, m := range modifiers {
			// "Rebel commander", but a "veteran politician" is no veteran.
			if n == nil || len(n.Sectors) == 0 || m.Class == "fighter" || m.Class == "force" || m.Class == "body" || m.Class == "group" {
				out = union(out, m.Sectors)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	if len(own) == 0 && state && n != nil && (n.Kind == rapporteur.ActorGovernment || n.Kind == rapporteur.ActorOffice) {
		return []string{"GOV"}
	}
	if len(own) == 0 && of >= 0 {
		if state && n != nil && n.Kind == rapporteur.ActorPeople {
			return []string{"CVL"} // "the people of Velm" are not its government
		}
		return body
	}
	return own
}

// inherits reports whether those whom n describes take the sector of the body
// they belong to: a party's official is the party's, but a doctor stays one.
func inherits(n *knowledge.Noun) bool {
	switch n.Class {
	case "official", "spokesman", "leader", "member", "delegation", "negotiator", "mediator", "mediators", "envoy", "minister", "head",
		"fighter", "force", "military", "group", "side", "observer", "politician":
		return true
	}
	return len(n.Sectors) == 0
}

func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}
