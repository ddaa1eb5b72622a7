package actor

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge"
	"rapporteur/knowledge/gazetteer"
)

// A claim is a name of this report alone that may be a state's, with what
// speaks for it.
type claim struct {
	name   string
	uses   [][2]int // tokens of every place where the report has it
	other  bool     // it is somebody's name, or part of a longer one
	organ  bool     // it has what only a state has
	body   bool     // the model of names takes it for a body
	peer   bool     // it stands beside a state
	lands  []string // what speaks for a country or region, each once
	powers []string // what may be said of persons or towns too, each once
}

// holds reports whether what speaks for c is enough. The name of a city or a
// province that the gazetteer knows needs what only a state has, since a
// province has a parliament too, and troops are sent to a town.
func (c *claim) holds() bool {
	if c.other || c.organ {
		return !c.other
	}
	lands := len(c.lands)
	if c.peer && (lands > 0 || !c.body) {
		lands++ // "Velm and France", but a firm may stand beside a state too
	}
	return lands > 0 && 2*lands+len(c.powers) >= 3 && !charted(c.name)
}

// charted reports whether the gazetteer has a city, a province, an island or a
// continent of that name.
func charted(name string) bool {
	return slices.ContainsFunc(gazetteer.Lookup(name), func(e gazetteer.Entry) bool {
		return e.Match == gazetteer.MatchName && !strings.HasPrefix(e.Feature, "PPL") || e.Match != gazetteer.MatchVariant && (e.Population >= 100_000 || e.Feature == "ADM1")
	})
}

// findLands finds the states that no table knows: names that have a foreign
// minister, a parliament, an army in this report. They are kept by name, without
// a country, and what the model of names took them for is forgotten.
func (f *finder) findLands() {
	claims := f.claims()
	if len(claims) == 0 {
		return
	}
	counted := f.countriesCounted()
	for _, c := range claims {
		for _, use := range c.uses {
			f.weigh(c, use[0], use[1])
			if n := len(f.t.Conjuncts(f.t.FirstConjunct(f.headOf(use[0], use[1])))); n > 1 && n < len(counted) && counted[n] {
				once(&c.lands, "counted") // "Arden and Velm" in a report that speaks of "the two countries"
			}
		}
	}
	f.weighAdjectives(claims)
	for again := true; again; {
		again = false
		for _, c := range claims {
			if c.name != "" && c.holds() {
				f.settleLand(c)
				c.name, again = "", true
			}
		}
		for _, c := range claims {
			if c.name != "" && !c.peer {
				c.peer = slices.ContainsFunc(c.uses, func(u [2]int) bool { return f.besideState(f.headOf(u[0], u[1])) })
				again = again || c.peer
			}
		}
	}
	f.findLandAdjectives()
}

// claims are the names of at most three words that no table has and that are no
// part of a longer name.
func (f *finder) claims() []*claim {
	t := f.t
	var all []*claim
	byName := map[string]*claim{}
	for i := 0; i < len(t.Tokens); {
		if !f.proper(i) {
			i++
			continue
		}
		end := i + 1
		for end < len(t.Tokens) && f.proper(end) && t.SentenceOf(end) == t.SentenceOf(i) {
			end++
		}
		e := f.entity(i)
		if e != nil && e.Type == rapporteur.EntityDate {
			i = end
			continue
		}
		if f.wholeName(e, i, end) && end-i <= 3 && !f.glued(i) {
			name := t.Text(t.SpanOf(i, end))
			c := byName[name]
			if c == nil {
				c = &claim{name: name, other: len(knowledge.HoldersCalled(name, false)) > 0}
				byName[name] = c
				all = append(all, c)
			}
			c.uses = append(c.uses, [2]int{i, end})
			c.body = c.body || e != nil && (e.Type == rapporteur.EntityOrganization || e.Type == rapporteur.EntityNORP)
			c.other = c.other || end-i > 1 && e != nil && e.Type == rapporteur.EntityPerson
		}
		i = end
	}
	for _, e := range f.entities {
		if e.Type != rapporteur.EntityPerson || e.End-e.First < 2 {
			continue
		}
		for i := e.First; i < e.End; i++ {
			if i+1 < e.End && t.Tokens[i+1].XPOS == "POS" {
				continue // "Velm's Aster Vale", taken for one name
			}
			if c := byName[t.Word(i)]; c != nil {
				c.other = true
			}
		}
	}
	return all
}

// proper reports whether token i is a word of a name that no table has.
func (f *finder) proper(i int) bool {
	if f.hitAt[i] > 0 || f.t.Tokens[i].UPOS != "PROPN" || f.t.Tokens[i].XPOS == "NNPS" {
		return false
	}
	w := f.t.Word(i)
	return len(w) > 2 && w[0] >= 'A' && w[0] <= 'Z' && w[1] >= 'a' && w[1] <= 'z'
}

// wholeName reports whether tokens [first, end) are all of the name that entity
// e takes them for: alone, before a possessive ending ("Velm's Aster Vale"), or
// among the places that it puts together.
func (f *finder) wholeName(e *rapporteur.Entity, first, end int) bool {
	t := f.t
	switch {
	case e == nil || e.First >= first && e.End <= end || f.possessed(*e, end):
		return true
	case e.Type == rapporteur.EntityLocation:
		// "eastern Velm", "Port Vale, Velm", "Arden, Velm and Sorland"
		before := e.First >= first || t.Tokens[first-1].UPOS == "ADJ" || t.Tokens[first-1].UPOS == "CCONJ" || t.Word(first-1) == ","
		after := e.End <= end || t.Tokens[end].UPOS == "CCONJ" || t.Word(end) == ","
		return before && after
	}
	return e.First >= first && e.End == end+1 && t.Tokens[end].XPOS == "POS"
}

// possessed reports whether the possessive ending that parts entity e in two
// stands right before token end.
func (f *finder) possessed(e rapporteur.Entity, end int) bool {
	return end < e.End && f.t.Tokens[end].XPOS == "POS"
}

// weigh reads what the use of c in tokens [first, end) says of it.
func (f *finder) weigh(c *claim, first, end int) {
	t := f.t
	head := f.headOf(first, end)
	sentence := t.Sentences[t.SentenceOf(first)]
	if first > sentence.First {
		if h := f.hit(first - 1); h != nil {
			if s := f.sense(first-1, isNoun); s != nil && s.Noun.Title && s.Form == knowledge.FormNoun {
				c.other = true // "Commander Vale"
				return
			}
		}
		if h := f.hit(first - 1); h != nil && t.Word(first - 1)[0] < 'a' || t.Tokens[first-1].UPOS == "DET" && (end == sentence.End || t.Tokens[end].UPOS != "NOUN" && f.hitAt[end] == 0) {
			c.other = true // part of a longer name, or one with an article
			return
		}
		switch strings.ToLower(t.Word(first - 1)) {
		case "neighbouring", "neighboring":
			once(&c.lands, "neighbour")
		case "eastern", "western", "northern", "southern", "central", "northeastern", "northwestern", "southeastern", "southwestern":
			once(&c.powers, "place")
		}
	}
	if end < sentence.End {
		from, possessive := end, t.Tokens[end].XPOS == "POS"
		if possessive {
			from++
		}
		f.owns(c, from, possessive)
	}
	up := t.FirstConjunct(head)
	if noun := t.Head(up); noun >= 0 && noun < first {
		switch t.Preposition(up) {
		case "of":
			f.owned(c, noun, true)
			for _, title := range t.ChildrenBy(noun, "nmod:desc", "compound") {
				if title < noun {
					f.owned(c, title, true) // "Foreign Minister Aster Vale of Arden"
				}
			}
		case "with", "between", "against":
			once(&c.powers, "acts") // it is dealt with, as persons are
		}
	}
	if verb := t.Head(up); verb >= 0 && t.Is(up, "nsubj") {
		switch t.Lemma(verb) {
		case "sign", "accuse", "deny", "agree", "reject", "say", "announce", "declare", "recognise", "recognize", "want", "claim":
			once(&c.powers, "acts") // it acts
		}
	}
	if verb := t.Head(up); verb >= 0 && t.Is(up, "obj") && knowledge.Acts(knowledge.ActObject, t.Lemma(verb)) {
		once(&c.powers, "acts")
	}
	if f.located(head) || f.entityAt[first] > 0 && f.entity(first).Type == rapporteur.EntityLocation {
		once(&c.powers, "place")
	}
	c.peer = c.peer || f.besideState(head)
}

// owns reads the noun phrase that begins with token i, which the name stands
// before: "foreign minister", "armed forces".
func (f *finder) owns(c *claim, i int, possessive bool) {
	end := f.t.Sentences[f.t.SentenceOf(i-1)].End
	for steps := 0; i < end && steps < 4; steps++ {
		if h := f.hit(i); h != nil {
			i = h.End - 1
		}
		switch f.t.Tokens[i].UPOS {
		case "NOUN", "PROPN", "ADJ":
		default:
			return
		}
		if f.owned(c, i, possessive) || !possessive {
			return
		}
		i++
	}
}

// owned notes that c has what the noun at token i names, and reports whether
// that is anything that states have.
func (f *finder) owned(c *claim, i int, possessive bool) bool {
	noun := f.t.Lemma(i)
	if s := f.sense(i, isNoun); s != nil {
		noun = s.Noun.Singular
	}
	switch {
	case knowledge.Acts(knowledge.ActOrgan, noun):
		if !possessive && f.sense(i, isNoun) != nil && f.sense(i, isNoun).Noun.Title {
			once(&c.powers, noun) // "the Interim Prime Minister" is no minister of Interim
			break
		}
		c.organ = true
	case knowledge.Acts(knowledge.ActLand, noun):
		if !possessive {
			return true // "the Vale border crossing" is no border of Vale
		}
		once(&c.lands, noun)
	case knowledge.Acts(knowledge.ActPower, noun):
		once(&c.powers, noun)
	default:
		return false
	}
	return true
}

func once(all *[]string, what string) {
	if !slices.Contains(*all, what) {
		*all = append(*all, what)
	}
}

// countriesCounted says for each number up to six whether the report speaks of
// so many countries: "both countries", "the three states".
func (f *finder) countriesCounted() [7]bool {
	var out [7]bool
	for i := range f.t.Tokens {
		switch f.t.Lemma(i) {
		case "country", "nation", "state", "neighbour", "neighbor":
			if n, s := f.sides(i); s == countries && n < len(out) {
				out[n] = true
			}
		}
	}
	return out
}

// weighAdjectives lets "the Ardenian army" speak for Arden.
func (f *finder) weighAdjectives(claims []*claim) {
	f.eachAdjective(func(i int) {
		for _, c := range claims {
			if w := f.t.Word(i); w != c.name && adjectival(w, c.name) {
				if f.owned(c, i+1, true) {
					once(&c.lands, "adjective")
				}
			}
		}
	})
}

// besideState reports whether token i is coordinated with a state.
func (f *finder) besideState(i int) bool {
	for _, k := range f.t.Conjuncts(f.t.FirstConjunct(i)) {
		if k != i && (f.landAt[k] > 0 || f.sense(k, isState) != nil) {
			return true
		}
	}
	return false
}

// settleLand makes c a state and all its uses mentions of it.
func (f *finder) settleLand(c *claim) {
	id := f.add(identity{
		Actor: rapporteur.Actor{Name: c.name, Kind: rapporteur.ActorState, Sectors: []string{"GOV"}, Rule: "actor/unknown-state"},
		class: "state",
	})
	f.byKey["name:"+folded(c.name)] = id
	for _, use := range c.uses {
		for i := use[0]; i < use[1]; i++ {
			f.landAt[i] = int32(id) + 1
			f.entityAt[i] = 0
		}
		if !f.located(f.headOf(use[0], use[1])) && !f.heading(use[0]) {
			f.nameBody(use[0], use[1], id)
		}
	}
}

// findLandAdjectives finds the adjectives of the states that only the report
// knows: "Ardenian" where it names Arden.
func (f *finder) findLandAdjectives() {
	f.eachAdjective(func(i int) {
		w := f.t.Word(i)
		for id := range f.identities {
			if who := &f.identities[id]; adjectival(w, who.Name) {
				f.landAt[i] = int32(id) + 1
				if e := f.entity(i); e != nil && e.End-e.First == 1 {
					f.entityAt[i] = 0
				}
				if who.adjective == "" {
					who.adjective = w
				}
			}
		}
	})
}

// eachAdjective calls do with every word before a noun that has a capital and
// is in no table.
func (f *finder) eachAdjective(do func(i int)) {
	for i := range f.t.Tokens {
		w := f.t.Word(i)
		if f.hitAt[i] > 0 || f.landAt[i] > 0 || len(w) < 5 || w[0] < 'A' || w[0] > 'Z' || !ends(w) {
			continue
		}
		if next := i + 1; next < len(f.t.Tokens) && (f.t.Tokens[next].UPOS == "NOUN" || f.t.Tokens[next].UPOS == "ADJ" || f.hitAt[next] > 0) {
			do(i)
		}
	}
}

// ends reports whether a word ends as the adjectives of countries do.
func ends(word string) bool {
	return strings.HasSuffix(word, "n") || strings.HasSuffix(word, "ese") || strings.HasSuffix(word, "ish") || strings.HasSuffix(word, "i")
}

// adjectival reports whether word is formed as the adjective of a country
// called name: its stem and one of the endings of English.
func adjectival(word, name string) bool {
	stem := ""
	for _, end := range []string{"ian", "ean", "ese", "ish", "an", "i"} {
		if s, ok := strings.CutSuffix(word, end); ok && len(s) >= 3 {
			stem = s
			break
		}
	}
	name = strings.TrimSuffix(name, "land")
	name = strings.TrimRight(name, "aeiou")
	return stem != "" && len(name) >= 3 && strings.HasPrefix(name, stem[:len(stem)-1]) && (stem == name || strings.HasPrefix(stem, name) && len(stem) <= len(name)+1 || strings.HasPrefix(name, stem))
}

// adjective is the word that stands for state id before a noun: its adjective,
// or its name where none is known.
func (f *finder) adjective(id int) string {
	who := &f.identities[id]
	if c := knowledge.CountryByCode(who.Key); c != nil && len(c.Adjectives) > 0 {
		return c.Adjectives[0].Text
	}
	if who.adjective != "" {
		return who.adjective
	}
	return who.Name
}
