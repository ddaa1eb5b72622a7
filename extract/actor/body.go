package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
			} else if s := f.sense(h.First, isPlural); s != nil && f.t.Tokens[f.headOf(h.First, h.End)].UPOS != "ADJ" {
				f.nameBody(h.First, h.End, f.knownPeople(s))
			}
		}
	}
	for _, headings := range []bool{false, true} {
		for n, e := range f.t.Entities {
			if f.entityAt[e.First] != int32(n)+1 {
				continue
			}
			if e.Type == rapporteur.EntityOrganization && f.heading(e.First) == headings && !f.known(e) && !f.abbreviates(e) && !f.generic(e) {
				f.findOrganization(e)
			}
		}
	}
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
			noun = true
		case noun || f.sense(i, func(s knowledge.Sense) bool { return s.Country != nil }) == nil:
			return false
		}
	}
	return noun
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
	for i := first; i < end; i++ {
		f.at[i] = f.at[head]
	}
	f.declare(end, id)
}

// declare reads the abbreviation that follows a name and stands for it from
// then on: "(MILF)", ", or MILF,", ", known as MILF".
func (f *finder) declare(end, id int) {
	t := f.t
	n := len(t.Tokens)
	i := end
	for steps := 0; i < n && steps < 5; steps++ {
		w := t.Word(i)
		if w != "(" && w != "," && w != "or" && w != "also" && w != "known" && w != "as" && w != "the" && w != "“" && w != "\"" {
			break
		}
		i++
	}
	if i == end || i >= n || t.SentenceOf(i) != t.SentenceOf(end-1) || t.Word(end) == "the" {
		return
	}
	short := t.Word(i)
	if f.who(i) >= 0 || !abbreviates(short, t.Text(t.SpanOf(max(0, f.startOf(end-1)), end))) {
		return
	}
	if f.declared == nil {
		f.declared = map[string]int{}
	}
	if _, taken := f.declared[short]; !taken {
		f.declared[short] = id
	}
}

// findAbbreviations gives every use of a declared abbreviation its body.
func (f *finder) findAbbreviations() {
	if len(f.declared) == 0 {
		return
	}
	for i := range f.t.Tokens {
		if f.t.Tokens[i].UPOS == "PUNCT" || f.at[i] > 0 {
			continue
		}
		if id, ok := f.declared[f.t.Word(i)]; ok {
			span := f.t.Tokens[i].Span
			f.addVariant(id, f.t.Text(span), 1)
			f.mention(i, span, id)
		}
	}
}

// startOf is the first token of the name that ends with token last.
func (f *finder) startOf(last int) int {
	if m := f.at[last]; m > 0 {
		span := f.mentions[m-1].span
		for last > 0 && f.t.Tokens[last-1].Span.Start >= span.Start {
			last--
		}
	}
	return last
}

// abbreviates reports whether short is written with the initials of long, in
// their order: all capitals of short must be initials, at least two.
func abbreviates(short, long string) bool {
	var initials []rune
	for _, w := range strings.FieldsFunc(long, func(r rune) bool { return r == ' ' || r == '-' }) {
		r, _ := utf8.DecodeRuneInString(w)
		initials = append(initials, unicode.ToUpper(r))
	}
	at, capitals := 0, 0
	for _, r := range short {
		if r == '.' || r == '-' || unicode.IsLower(r) {
			continue
		}
		if !unicode.IsUpper(r) {
			return false
		}
		capitals++
		for at < len(initials) && initials[at] != r {
			at++
		}
		if at == len(initials) {
			return false
		}
		at++
	}
	return capitals >= 2 && capitals*2 >= len(short) && short != long
}

// folded is a name as byKey knows it.
func folded(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, ".", ""))
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
	if id := f.namesake(first, end); id >= 0 {
		f.mention(head, f.t.SpanOf(first, end), id)
		return
	}
	text := t.Text(t.SpanOf(first, end))
	key := "name:" + folded(text)
	id, known := f.byKey[key]
	if !known && f.heading(first) {
		return
	}
	if !known {
		id = f.newOrganization(first, end, head)
		f.byKey[key] = id
	}
	f.nameBody(first, end, id)
}

// abbreviates reports whether the entity is a declared abbreviation.
func (f *finder) abbreviates(e rapporteur.Entity) bool {
	_, ok := f.declared[f.t.Word(e.End-1)]
	return ok && e.End-e.First == 1
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
		if h := f.hit(i); h != nil && a.Country == "" {
			for _, s := range h.Senses {
				if code := countryOf(s); code != "" {
					a.Country = code
					break
				}
			}
		}
		if s := f.sense(i, isBody); s != nil && i == first && whole == nil {
			whole = s.Body // "U.N. Verification Mission"
		}
	}
	switch a.Kind {
	case rapporteur.ActorOffice, rapporteur.ActorPeople, rapporteur.ActorPerson, rapporteur.ActorState:
		a.Kind = rapporteur.ActorOrganization
	}
	if a.Country == "" {
		a.Country = f.countryBeside(head)
	}
	outlet := class == "outlet"
	if a.Kind == rapporteur.ActorGovernment && a.Country == "" && f.focus != "" {
		a.Country = f.focus
	}
	id := f.add(identity{Actor: a, class: class, outlet: outlet, nouns: nouns})
	switch {
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

// glued reports whether token i is one side of a word joined by a hyphen, and
// so says nothing of belonging: "pro-Russian", "Saudi-led", "Iran-backed".
func (f *finder) glued(i int) bool {
	first, end := i, i+1
	if h := f.hit(i); h != nil {
		first, end = h.First, h.End
	}
	return f.hyphen(first-1) && f.touch(first-2, first-1) && f.touch(first-1, first) ||
		f.hyphen(end) && f.touch(end-1, end) && f.touch(end, end+1)
}

func (f *finder) hyphen(i int) bool {
	if i < 0 || i >= len(f.t.Tokens) {
		return false
	}
	switch f.t.Word(i) {
	case "-", "‐", "‑", "–":
		return true
	}
	return false
}

// touch reports whether no blank parts tokens i and j.
func (f *finder) touch(i, j int) bool {
	return i >= 0 && j < len(f.t.Tokens) && f.t.Tokens[i].Span.End == f.t.Tokens[j].Span.Start
}
