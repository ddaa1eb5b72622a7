package actor

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge"
)

// generic reports whether the entity is no name but an organ with a capital,
// "the Foreign Ministry", "the Sudanese Parliament", which is read as a
// description.
func (f *finder) generic(e rapporteur.Entity) bool {
	noun := false
	for i := e.First; i < e.End; i++ {
		if f.t.Tokens[i].UPOS == "DET" || f.t.Tokens[i].XPOS == "POS" {
			continue
		}
		switch {
		case f.sense(i, func(s knowledge.Sense) bool { return s.Noun != nil && s.Noun.Class != "name-part" }) != nil:
			if s := f.sense(i, isNoun); s.Form == knowledge.FormNouns && s.Noun.Kind == rapporteur.ActorPeople && i+2 < e.End && f.t.Tokens[i+1].XPOS == "POS" {
				return false // "the Dockworkers' Union"
			}
			noun = true
		case noun || f.sense(i, func(s knowledge.Sense) bool { return s.Country != nil }) == nil:
			return false
		}
	}
	return noun
}

// findOrganization reads an organisation that only the report knows.
func (f *finder) findOrganization(e rapporteur.Entity) {
	t := f.t
	first, end := e.First, e.End
	for first < end && t.Tokens[first].UPOS == "DET" {
		first++
	}
	for end > first && (t.Tokens[end-1].XPOS == "POS" || t.Tokens[end-1].UPOS == "PUNCT") {
		end--
	}
	if first >= end {
		return
	}
	head := f.headOf(first, end)
	if f.at[head] > 0 {
		return // its head has been read as a name already: "Hamas" in "Hamas Political"
	}
	id := f.namesake(first, end)
	if id < 0 && end-first == 1 {
		id = f.initials(t.Word(first))
	}
	if id < 0 && end-first == 1 {
		id = f.shortened(first)
	}
	if id < 0 && end-first > 1 {
		id = f.without(first, end)
	}
	if h := f.hit(first); id < 0 && h != nil && h.First == first && h.End == end-1 && kindWord(t.Word(h.End)) {
		if s := f.sense(first, isBody); s != nil {
			f.nameBody(first, h.End, f.knownBody(s.Body)) // "The Velm Daily Newspaper"
			f.at[h.End] = f.at[first]
			return
		}
	}
	if id < 0 && end-first == 1 {
		id = f.oneWord(first)
	}
	if id >= 0 {
		f.mention(head, f.t.SpanOf(first, end), id)
		return
	}
	if end-first == 3 && f.hyphen(first+1) && f.ofEvent(head) {
		return // "the GPH-MILF agreement"
	}
	if end-first == 1 && (f.ofEvent(head) || first > 0 && t.Tokens[first-1].UPOS == "NUM" && abbreviation(t.Word(first))) {
		// (Nor is the zone of "14:30 UTC" a body.)
		return
	}
	if code := f.realm(first, end); code != "" {
		f.nameBody(first, end, f.state(code))
		return
	}
	text := t.Text(t.SpanOf(first, end))
	if f.feature(first, end) || f.features[text] {
		f.declareFeature(text, end)
		return
	}
	key := "name:" + folded(text)
	var known bool
	id, known = f.byKey[key]
	if !known && f.heading(first) {
		return
	}
	if !known {
		id = f.newOrganization(first, end, head)
		f.byKey[key] = id
	}
	f.nameBody(first, end, id)
}

// realm is the country that tokens [first, end) name in full: "the Kingdom of
// Norway". "" where they name none.
func (f *finder) realm(first, end int) string {
	switch f.t.Word(first) {
	case "Kingdom", "Republic", "State", "Sultanate", "Emirate", "Commonwealth", "Principality":
	default:
		return ""
	}
	if end-first < 3 || f.t.Word(first+1) != "of" {
		return ""
	}
	if h := f.hit(end - 1); h != nil && h.First == first+2 {
		if s := f.sense(end-1, isState); s != nil {
			return s.Country.Code
		}
	}
	return ""
}

// feature reports whether tokens [first, end) name a line, a road or another
// thing on the map that cannot act: "the Line of Control", "the Vale Bridge".
func (f *finder) feature(first, end int) bool {
	last := end - 1
	for i := first + 1; i < end; i++ {
		if f.t.Word(i) == "of" {
			last = i - 1
			break
		}
	}
	if end-first == 1 || f.sense(last, isNoun) != nil {
		return false
	}
	switch strings.ToLower(f.t.Word(last)) {
	case "line", "river", "valley", "bridge", "road", "street", "avenue", "airport", "corridor", "crossing", "island", "islands", "mountain", "mountains", "hills", "lake",
		"sea", "strait", "square", "highway", "dam", "bay", "gulf", "canal", "checkpoint", "peninsula", "desert", "border", "heights", "plateau", "zone",
		"initiative", "deal", "plan", "roadmap", "framework", "resolution", "memorandum", "declaration", "war", "intifada", "revolution", "uprising",
		"treaty", "agreement", "accord", "accords", "pact", "convention", "constitution", "protocol", "act", "charter":
		return true
	}
	return false
}

// declareFeature keeps the name of what cannot act, with the abbreviation in
// brackets after it, which is then no body either.
func (f *finder) declareFeature(text string, end int) {
	if f.features == nil {
		f.features = map[string]bool{}
	}
	f.features[text] = true
	if end+1 < len(f.t.Tokens) && f.t.Word(end) == "(" {
		f.features[f.t.Word(end+1)] = true
	}
}

// ofEvent reports whether the name at token i only tells which event is meant:
// "the Vale massacre", "the Vale accord".
func (f *finder) ofEvent(i int) bool {
	if !f.modifies(i) {
		return false
	}
	switch f.t.Lemma(f.t.Head(i)) {
	case "incident", "massacre", "clash", "accord", "agreement", "deal", "pact", "treaty", "crisis", "conflict", "war", "battle", "raid", "bombing", "attack", "earthquake",
		"flood", "summit", "talks", "talk", "process", "corridor", "crossing", "valley", "region", "province", "district", "area", "village", "town", "road", "border":
		return true
	}
	return false
}

// kindWord reports whether a word behind a whole name only says what bears it.
func kindWord(word string) bool {
	switch strings.ToLower(word) {
	case "newspaper", "daily", "television", "tv", "channel", "agency", "website", "movement", "group":
		return true
	}
	return false
}

// without is the one body whose name is that of tokens [first, end) with the
// adjective or name of a country before it: "the Chamber of Mines" for the Velmish
// Chamber of Mines. None where there is none.
func (f *finder) without(first, end int) int {
	text, found := f.t.Text(f.t.SpanOf(first, end)), rapporteur.None
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind == rapporteur.ActorPerson || who.described || who.Key != "" || who.Country == "" {
			continue
		}
		if !slices.ContainsFunc(who.variants, func(v variant) bool {
			before, is := strings.CutSuffix(v.text, " "+text)
			return is && ofCountry(before, who.Country)
		}) {
			continue
		}
		if found >= 0 {
			return rapporteur.None
		}
		found = id
	}
	return found
}

// ofCountry reports whether word is the name or the adjective of a country.
func ofCountry(word, code string) bool {
	c := knowledge.CountryByCode(code)
	return c != nil && (word == c.Name || slices.ContainsFunc(c.Adjectives, func(n knowledge.Name) bool { return n.Text == word }))
}

// shortened is the one body of the tables whose name, as the report writes it,
// ends with the word in the plural at token i: "the Tigers" for the Tamil Tigers.
// None where there is none.
func (f *finder) shortened(i int) int {
	word, found := f.t.Word(i), rapporteur.None
	if x := f.t.Tokens[i].XPOS; x != "NNPS" && x != "NNS" && !strings.HasSuffix(word, "s") || f.t.Tokens[max(0, i-1)].UPOS != "DET" {
		return found
	}
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind == rapporteur.ActorPerson || who.described || !slices.ContainsFunc(who.variants, func(v variant) bool { return v.n > 1 && strings.HasSuffix(v.text, " "+word) }) {
			continue
		}
		if found >= 0 {
			return rapporteur.None
		}
		found = id
	}
	return found
}

// oneWord is the body that was taken for a person of that one word elsewhere:
// what the model calls a body at least as often is one. The person where it
// does not; None where nobody has the name.
func (f *finder) oneWord(i int) int {
	word := f.t.Word(i)
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind != rapporteur.ActorPerson || len(who.words) != 1 || len(who.variants) != 1 || who.variants[0].text != word {
			continue
		}
		persons, bodies := 0, 0
		for _, e := range f.entities {
			if f.t.Word(e.First) == word && (e.End-e.First == 1 || f.t.Tokens[e.First+1].XPOS == "POS") {
				switch e.Type {
				case rapporteur.EntityPerson:
					persons++
				case rapporteur.EntityOrganization:
					bodies++
				}
			}
		}
		if bodies >= persons && knowledge.Gender(word) == knowledge.Unknown {
			who.Kind, who.Rule, who.words = rapporteur.ActorOrganization, "actor/organization", nil
		}
		return id
	}
	return rapporteur.None
}

// namesake is the one person who is named elsewhere as tokens [first, end) are,
// though the model takes them for an organisation here.
func (f *finder) namesake(first, end int) int {
	if end-first == 1 {
		return f.surname(first)
	}
	use, ok := f.nameUse(first, end)
	if !ok {
		return rapporteur.None
	}
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind == rapporteur.ActorPerson && len(who.words) == len(use.words) && fit(who.words, use.words) {
			return id
		}
	}
	return rapporteur.None
}

// findSurnames finds persons by their surnames where the model saw no person.
func (f *finder) findSurnames() {
	for i := range f.t.Tokens {
		if f.t.Tokens[i].UPOS != "PROPN" || f.at[i] > 0 || f.hitAt[i] > 0 {
			continue
		}
		if e := f.entity(i); e != nil && e.End-e.First > 1 {
			continue
		}
		if id := f.surname(i); id >= 0 {
			f.mention(i, f.t.Tokens[i].Span, id)
		}
	}
}

// surname is the one person whose surname is the word at token i, whatever the
// model of names took it for; None where there is none.
func (f *finder) surname(i int) int {
	word, found := strings.ToLower(f.t.Word(i)), rapporteur.None
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind == rapporteur.ActorPerson && len(who.words) > 1 && who.words[len(who.words)-1] == word {
			if found >= 0 {
				return rapporteur.None
			}
			found = id
		}
	}
	return found
}

// newOrganization makes the identity of an unknown organisation from the words
// of its name: "Ministry of Health" is a ministry, "Velm Liberation Front" a group.
func (f *finder) newOrganization(first, end, head int) int {
	a := rapporteur.Actor{Kind: rapporteur.ActorOrganization, Rule: "actor/organization"}
	class := ""
	var whole *knowledge.Body
	var nouns []*knowledge.Noun
	for i := first; i < end; i++ {
		if s := f.sense(i, isNoun); s != nil && !s.Noun.Title {
			nouns = append(nouns, s.Noun)
			a.Kind, class = s.Noun.Kind, s.Noun.Class
			if len(s.Noun.Sectors) > 0 {
				a.Sectors = s.Noun.Sectors
			}
		}
		if h := f.hit(i); h != nil && a.Country == "" && !f.glued(i) {
			for _, s := range h.Senses {
				// Of bodies only one that the name begins with is the whole.
				if code := countryOf(s); code != "" && (s.Body == nil || i == first) {
					a.Country = code
					break
				}
			}
		}
		if s := f.sense(i, isBody); s != nil && i == first && whole == nil {
			whole = s.Body // "U.N. Verification Mission"
		}
	}
	if last := end - 1; len(nouns) == 0 && f.hitAt[last] == 0 {
		// A name of the tables that is not meant here hid its own last word.
		for _, h := range knowledge.NewScanner().Scan(nil, last, end, f.t.Word) {
			for _, s := range h.Senses {
				if s.Noun != nil && !s.Noun.Title && s.Form == knowledge.FormNoun {
					nouns = append(nouns, s.Noun)
					a.Kind, class, a.Sectors = s.Noun.Kind, s.Noun.Class, s.Noun.Sectors
				}
			}
		}
	}
	switch a.Kind {
	case rapporteur.ActorOffice, rapporteur.ActorPeople, rapporteur.ActorPerson, rapporteur.ActorState:
		a.Kind = rapporteur.ActorOrganization
	}
	if s := f.sense(min(end, len(f.t.Tokens)-1), isNoun); s != nil && s.Noun.Kind == rapporteur.ActorArmedGroup && s.Noun.Class == "fighter" && a.Kind == rapporteur.ActorOrganization && len(nouns) == 0 {
		a.Kind, a.Sectors, class = rapporteur.ActorArmedGroup, s.Noun.Sectors, s.Noun.Class
		nouns = append(nouns, s.Noun)
	}
	if a.Country == "" {
		a.Country = f.countryBeside(head)
	}
	owner := rapporteur.None
	if first > 1 && f.t.Tokens[first-1].XPOS == "POS" {
		// "The front's Tarn Brigade" is of the front.
		if id := f.who(first - 2); id >= 0 && f.body(id) && !f.identities[id].outlet {
			owner = id
			a.Country = f.identities[id].Country
			if k := f.identities[id].Kind; k == rapporteur.ActorArmedGroup || k == rapporteur.ActorGovernment && f.identities[id].class != "body" {
				a.Kind, a.Sectors = k, f.identities[id].Sectors
			}
		}
	}
	if n := len(nouns); n > 0 && a.Country == "" && end-first > 2 && f.hit(end-1) != nil && nouns[n-1].Singular == "army" && a.Kind == rapporteur.ActorGovernment {
		// An army that bears no state's name is none of a state: "the Free Vale Army".
		a.Kind, a.Sectors, class = rapporteur.ActorArmedGroup, []string{"REB"}, "armed-group"
	}
	if n := f.dubbed(first); n != nil && len(nouns) == 0 {
		a.Kind, a.Sectors, class = n.Kind, n.Sectors, n.Class
		nouns = append(nouns, n)
	}
	outlet := class == "outlet"
	if a.Kind == rapporteur.ActorGovernment && a.Country == "" && f.focus >= 0 {
		a.Country = f.identities[f.focus].Country
	}
	id := f.add(identity{Actor: a, class: class, outlet: outlet, nouns: nouns})
	switch {
	case owner >= 0:
		f.identities[id].Of = owner
	case whole != nil:
		of := f.knownBody(whole)
		f.identities[id].Of = of
		if len(a.Sectors) == 0 {
			f.identities[id].Sectors = whole.Sectors
		}
	case a.Kind == rapporteur.ActorGovernment && a.Country != "":
		of := f.state(a.Country)
		f.identities[id].Of = of
	}
	return id
}

// countryBeside is the country that the modifiers of head name: "Sudan's
// Central Bank", "the Sudanese Central Bank".
func (f *finder) countryBeside(head int) string {
	for _, c := range f.t.ChildrenBy(head, "amod", "compound", "nmod:poss", "nmod:desc", "nmod") {
		if f.glued(c) {
			continue
		}
		if f.t.Is(c, "nmod") && !f.t.Is(c, "nmod:poss", "nmod:desc") && f.t.Preposition(c) != "of" {
			continue
		}
		if h := f.hit(c); h != nil {
			for _, s := range h.Senses {
				if code := countryOf(s); code != "" && (s.Body == nil || s.Body.Kind == rapporteur.ActorGovernment) {
					return code
				}
			}
		}
	}
	return ""
}
