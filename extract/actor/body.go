package actor

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge"
)

// findBodies finds the bodies with a name: those of the tables, then the other
// organisations among the named entities, with the abbreviations that the
// report declares for either.
func (f *finder) findBodies() {
	for i := range f.hits {
		if h := &f.hits[i]; f.stands(h) {
			if s := f.sense(h.First, isBody); s != nil {
				f.nameBody(h.First, h.End, f.knownBody(s.Body))
			} else if s := f.sense(h.First, isPlural); s != nil && f.t.Tokens[f.headOf(h.First, h.End)].UPOS != "ADJ" && !f.describing(h) && !f.joined(h) {
				f.nameBody(h.First, h.End, f.knownPeople(s))
			}
		}
	}
	// Abbreviations wait for the names that they may stand for, headlines for the
	// report.
	for pass := range 4 {
		headings, short := pass >= 2, pass%2 == 1
		for n, e := range f.entities {
			if f.entityAt[e.First] != int32(n)+1 || short != (e.End-e.First == 1 && abbreviation(f.t.Word(e.First))) {
				continue
			}
			if (e.Type == rapporteur.EntityOrganization || e.Type == rapporteur.EntityPerson && f.militia(e)) && f.heading(e.First) == headings && !f.known(e) && !f.abbreviates(e) && !f.generic(e) {
				f.findOrganization(e)
			}
		}
	}
}

// describing reports whether the name of a people that is its adjective too
// stands right before a noun: "Congolese soldiers", whatever the tagger says.
func (f *finder) describing(h *knowledge.Hit) bool {
	return h.End < len(f.t.Tokens) && f.sense(h.First, isAdjective) != nil && f.t.SentenceOf(h.End) == f.t.SentenceOf(h.First) &&
		(f.t.Tokens[h.End].UPOS == "NOUN" || f.sense(h.End, isNoun) != nil)
}

// stands reports whether h is a name of its own and no part of a longer one:
// "Hamas", not the "Hamas" of "Hamas Street".
func (f *finder) stands(h *knowledge.Hit) bool {
	e := f.entity(h.End - 1)
	if e == nil || h.First <= e.First && e.End <= h.End || f.sameWords(*e, *h) {
		return true
	}
	switch e.Type {
	case rapporteur.EntityOrganization, rapporteur.EntityFacility, rapporteur.EntityMisc, rapporteur.EntityProduct, rapporteur.EntityLocation:
		return h.First < e.First || h.End > e.End
	}
	return true
}

// known reports whether the entity is a hit that names a row, which then needs
// no reading of its own.
func (f *finder) known(e rapporteur.Entity) bool {
	for i := e.First; i < e.End; i++ {
		h := f.hit(i)
		if h == nil {
			continue
		}
		if f.stands(h) && slices.ContainsFunc(h.Senses, func(s knowledge.Sense) bool {
			return s.Noun == nil
		}) && f.sameWords(e, *h) {
			return true
		}
	}
	return false
}

// nameBody records that tokens [first, end) name id.
func (f *finder) nameBody(first, end, id int) {
	head := f.headOf(first, end)
	span := f.t.SpanOf(first, end)
	f.addVariant(id, f.t.Text(span), end-first)
	from := first
	if from > 0 && f.t.Tokens[from-1].UPOS == "DET" && f.t.Head(from-1) == head {
		from--
	}
	f.mention(head, f.t.SpanOf(from, end), id)
	if s := f.aliasNoun(end - 1); s != nil && f.identities[id].Kind == rapporteur.ActorArmedGroup {
		f.remember(id, s)
	}
	for i := first; i < end; i++ {
		f.at[i] = f.at[head]
	}
	f.declare(end, id)
}

// aliasNoun is the role in the plural that token i, the last of a body's name,
// is in small letters: the "rebels" of "Maoist rebels". Nil where it is none.
func (f *finder) aliasNoun(i int) *knowledge.Noun {
	w := f.t.Word(i)
	if w == "" || w[0] < 'a' || w[0] > 'z' {
		return nil
	}
	for k, n := range knowledge.Nouns() {
		if n.Plural == w && n.Class == "fighter" && !n.Title {
			return &knowledge.Nouns()[k]
		}
	}
	return nil
}

// knownBody is the identity of a row of the tables.
func (f *finder) knownBody(b *knowledge.Body) int {
	if id, ok := f.byKey[b.Key]; ok {
		return id
	}
	id := f.add(identity{
		Actor: rapporteur.Actor{Name: b.Name, Kind: b.Kind, Key: b.Key, Country: b.Country, Sectors: b.Sectors, Rule: "actor/body"},
		class: b.Class, outlet: b.Outlet(),
	})
	f.byKey[b.Key] = id
	if b.Of != "" {
		if whole := knowledge.BodyByKey(b.Of); whole != nil {
			of := f.knownBody(whole)
			f.identities[id].Of = of
		}
	} else if b.Kind == rapporteur.ActorGovernment && b.Country != "" {
		of := f.state(b.Country)
		f.identities[id].Of = of
	}
	return id
}

// knownPeople is the identity of the people that s names in the plural.
func (f *finder) knownPeople(s *knowledge.Sense) int {
	name, country := "", countryOf(*s)
	if s.Country != nil {
		name = knowledge.PluralDemonym(s.Country.People()[0].Text)
	} else {
		name = s.People.Name
	}
	key := "people:" + name
	if id, ok := f.byKey[key]; ok {
		return id
	}
	a := rapporteur.Actor{Name: name, Kind: rapporteur.ActorPeople, Country: country, Sectors: []string{"CVL"}, Rule: "actor/people"}
	if s.People != nil {
		a.Key = s.People.Key
	}
	id := f.add(identity{Actor: a, class: "people"})
	f.byKey[key] = id
	return id
}
