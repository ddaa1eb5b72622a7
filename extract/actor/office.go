package actor

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge"
)

// wholeOfPerson is the body that id belongs to where id is a person: who speaks for a
// president speaks for the state.
func (f *finder) wholeOfPerson(id int) int {
	for steps := 0; steps < 3 && id >= 0 && f.identities[id].Kind == rapporteur.ActorPerson && f.identities[id].Of >= 0; steps++ {
		id = f.identities[id].Of
	}
	return id
}

// focusPersons gives those who hold an office of state without saying where
// the one country that the report is about: "Prime Minister Aster Vale".
func (f *finder) focusPersons() {
	for id := range f.identities {
		who := &f.identities[id]
		if f.focus < 0 || who.Kind != rapporteur.ActorPerson || who.Country != "" || who.Of >= 0 || !slices.ContainsFunc(who.nouns, domestic) ||
			slices.Contains(who.Sectors, "IGO") || slices.Contains(who.Sectors, "ELI") {
			continue
		}
		elsewhere := slices.ContainsFunc(who.titles, func(t [2]int) bool {
			h := f.hit(t[0])
			before := h.First - 1
			return f.t.Child(t[0], "nmod", "nmod:poss") >= 0 ||
				before >= 0 && f.t.SentenceOf(before) == f.t.SentenceOf(h.First) && (f.t.Tokens[before].UPOS == "PROPN" || f.t.Tokens[before].UPOS == "ADJ" && f.hitAt[before] > 0)
		})
		if !elsewhere {
			who.Country = f.identities[f.focus].Country
			if who.Country == "" && !slices.Contains(who.Sectors, "ELI") {
				who.Of = f.focus
			}
		}
	}
}

// placePersons reads the titles of persons without a body again, now that
// descriptions are known: "deputy head of the government's secretariat".
func (f *finder) placePersons() {
	for id := range f.identities {
		if f.identities[id].Kind != rapporteur.ActorPerson || f.identities[id].Of >= 0 {
			continue
		}
		for _, t := range f.identities[id].titles {
			f.affiliate(id, t[0], t[1])
		}
		f.sideOf(id)
		for _, head := range f.heads[id] {
			if f.t.Tokens[head].UPOS == "PROPN" {
				f.affiliate(id, rapporteur.None, head)
				f.leads(id, head)
			}
		}
	}
	for id := range f.identities {
		who := &f.identities[id]
		if who.Of >= 0 {
			if whole := f.wholeOfPerson(who.Of); whole != id {
				who.Of = whole
			}
			if who.Kind == rapporteur.ActorPerson && who.Country == "" && f.identities[who.Of].Kind == rapporteur.ActorState {
				who.Country = f.identities[who.Of].Country // "Vale's minister of trade"
			}
		}
	}
}

// sideOf gives a "rebel spokesman" the only rebels of the report, a "military
// spokesman" the only army.
func (f *finder) sideOf(id int) {
	if f.identities[id].Of >= 0 || f.identities[id].Country != "" || slices.Contains(f.identities[id].Sectors, "ELI") {
		return
	}
	for _, t := range f.identities[id].titles {
		for _, m := range f.modifierNouns(t[0]) {
			of := rapporteur.None
			switch {
			case m.Class == "fighter" && !slices.Contains(m.Sectors, "UAF"):
				of = f.onlyFighters()
			case m.Class == "force" && armed(m):
				if all := f.toldApart(m); len(all) == 1 {
					of = all[0]
				}
			}
			if of >= 0 && of != id {
				who := &f.identities[id]
				who.Of, who.Country, who.Sectors = of, f.identities[of].Country, f.identities[of].Sectors
				return
			}
		}
	}
}

// onlyFighters is the one armed group with a name that the report has, or None.
func (f *finder) onlyFighters() int {
	found := rapporteur.None
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind != rapporteur.ActorArmedGroup || who.described || len(f.heads[id]) == 0 || who.Of >= 0 && f.identities[who.Of].Kind == rapporteur.ActorArmedGroup {
			continue // (A brigade is no side of its own.)
		}
		if found >= 0 {
			return rapporteur.None
		}
		found = id
	}
	return found
}

// leads reads whom person id is said to lead where the name headed by head
// stands: "the army, led by General Vale".
func (f *finder) leads(id, head int) {
	verb := f.t.Head(head)
	if verb >= 0 && !f.t.Is(head, "obl") && f.isTitle(verb) {
		head, verb = verb, f.t.Head(verb) // "led by General Vale", where the general heads the name
	}
	if verb >= 0 && f.t.Is(head, "nmod") && f.t.Preposition(head) == "of" {
		f.commands(id, verb) // "the Rapid Support Forces of General Vale"
		return
	}
	if verb < 0 || !f.t.Is(head, "obl") || f.t.Preposition(head) != "by" {
		return
	}
	switch f.t.Lemma(verb) {
	case "lead", "head", "command", "chair":
	default:
		return
	}
	if !f.t.Is(verb, "acl", "amod") || f.t.Head(verb) < 0 {
		return
	}
	f.commands(id, f.t.Head(verb))
}

// commands records that person id is at the head of the body that the phrase
// headed by token i means, if it is one.
func (f *finder) commands(id, i int) {
	of := f.who(i)
	if of < 0 || of == id || f.identities[of].Of == id || f.identities[of].Kind == rapporteur.ActorPerson || f.identities[of].Kind == rapporteur.ActorPeople {
		return
	}
	if f.identities[of].Kind == rapporteur.ActorOffice && f.identities[of].class != "delegation" || f.identities[of].outlet {
		return
	}
	who := &f.identities[id]
	if who.Country != "" && f.identities[of].Country != "" && who.Country != f.identities[of].Country {
		return
	}
	if who.Of < 0 {
		who.Of = of
	}
	if who.Country == "" {
		who.Country = f.identities[of].Country
	}
	if len(who.Sectors) == 0 {
		who.Sectors = f.identities[of].Sectors
	}
}

// affiliate reads to whom person id belongs from the modifiers of the title at
// noun (None for the name alone) and of head.
func (f *finder) affiliate(id, noun, head int) {
	var found []affiliation
	if noun >= 0 {
		found = f.affiliations(noun)
	}
	if head != noun {
		found = append(found, f.affiliations(head)...)
	}
	if noun >= 0 && !slices.Contains(f.identities[id].titles, [2]int{noun, head}) {
		f.identities[id].titles = append(f.identities[id].titles, [2]int{noun, head})
	}
	former := noun >= 0 && f.former(noun, head)
	who := &f.identities[id] // only now: reading affiliations may add identities
	for _, a := range found {
		if a.actor == id {
			continue
		}
		if who.Country == "" {
			who.Country = a.country
		}
		if who.Of == rapporteur.None && a.actor >= 0 && !former {
			who.Of = a.actor
		}
	}
	if len(who.Sectors) > 0 || noun < 0 && who.Of == rapporteur.None {
		return
	}
	var n *knowledge.Noun
	var modifiers []*knowledge.Noun
	if noun >= 0 {
		if s := f.sense(noun, isNoun); s != nil && s.Noun.Class != "honorific" {
			n, modifiers = s.Noun, f.modifierNouns(noun)
		}
	}
	if n == nil && who.Of == rapporteur.None {
		return
	}
	switch {
	case former && n != nil && officeholder(n):
		who.Sectors = []string{"ELI"}
	case n == nil && f.identities[who.Of].Kind == rapporteur.ActorState:
		// "Qatar's Aster Vale" may be anybody there.
	default:
		who.Sectors = f.sectorsOf(n, who.Of, modifiers)
	}
}

// domestic reports whether who is called n is of the country that the report is
// about: an office of state, or the leader of the opposition.
func domestic(n *knowledge.Noun) bool {
	return officeholder(n) || n.Title && slices.Contains(n.Sectors, "OPP")
}

// officeholder reports whether n is an office of state.
func officeholder(n *knowledge.Noun) bool {
	switch n.Class {
	case "head", "minister", "legislator", "envoy", "police":
		return true
	}
	return slices.Contains(n.Sectors, "GOV")
}

// former reports whether the title at noun is one that its holder had.
func (f *finder) former(noun, head int) bool {
	for i := f.leftOf(noun); i <= noun; i++ {
		switch f.t.Lemma(i) {
		case "former", "ex", "ousted", "deposed", "late", "exiled", "ex-":
			return true
		}
	}
	for _, c := range f.t.ChildrenBy(head, "amod") {
		switch f.t.Lemma(c) {
		case "former", "ex", "ousted", "deposed", "exiled":
			return true
		}
	}
	return false
}
