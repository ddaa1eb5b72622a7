package actor

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge"
	"rapporteur/knowledge/gazetteer"
)

// described is the identity of those whom d describes as belonging to a, known
// by the words of name. One "Hamas official" is not another, but "Israeli
// officials" are the same throughout, as far as a report tells.
func (f *finder) described(d *description, a affiliation, name string) int {
	if id := f.embodied(d, a); id >= 0 {
		return id
	}
	if id := f.armyOf(d, a); id >= 0 {
		return id
	}
	// An army or a government is one, however it is described; of people and
	// officials only those who are described alike are taken to be the same.
	noun := d.noun.Singular
	switch noun {
	case "administration", "regime", "federal government", "central government", "national government":
		noun = "government"
	}
	key := fmt.Sprintf("described:%d:%s:%s:%v", a.actor, a.country, noun, d.plural)
	if a.actor < 0 && a.country == "" || d.noun.Class != "body" && (d.noun.Class != "force" || d.plural && d.noun.Plural != d.noun.Singular) {
		key = fmt.Sprintf("described:%d:%s", a.actor, strings.ToLower(name))
	}
	if noun == "government" && a.actor < 0 && a.country == "" && d.definite && !d.plural && !f.distinguished(d) {
		key = "described:government" // "the new government" of nobody knows where
	}
	lasting := !d.article || d.plural
	if id, ok := f.byKey[key]; ok && lasting {
		f.addVariant(id, name, 0)
		return id
	}
	if d.definite && (a.actor >= 0 || a.country != "") {
		if id := f.again(d, a); id >= 0 {
			return id
		}
	}
	if code := f.seatedIn(d.head); code != "" && a.country == "" && a.actor < 0 && (noun == "government" || noun == "authorities") {
		a.country, a.actor = code, f.state(code)
		key = fmt.Sprintf("described:%d:%s:%s:%v", a.actor, a.country, noun, d.plural)
		if id, ok := f.byKey[key]; ok {
			return id
		}
	}
	if code := f.seatedIn(d.head); code != "" && a.country == "" && a.actor < 0 && noun == "official" {
		a.country = code // "officials in Baku"
	}
	if a.country == "" && a.actor < 0 && local(d) {
		a.country = f.placedIn(d.head)
	}
	kind := d.noun.Kind
	if kind == rapporteur.ActorGovernment && d.noun.Class == "force" && (f.irregular(a) || f.irregulars(a.actor) || slices.ContainsFunc(d.modifiers, func(n *knowledge.Noun) bool { return n.Class == "fighter" })) {
		kind = rapporteur.ActorArmedGroup
	}
	who := rapporteur.Actor{
		Name: name, Kind: kind, Country: a.country, Rule: "actor/role",
		Sectors: f.sectorsOf(d.noun, a.actor, d.modifiers),
	}
	if d.noun.Title {
		who.Rule = "actor/title"
	}
	fighters := slices.ContainsFunc(d.modifiers, func(n *knowledge.Noun) bool { return n.Class == "fighter" })
	if kind == rapporteur.ActorGovernment && d.noun.Class == "delegation" && fighters {
		who.Kind = rapporteur.ActorOffice // "rebel peace panels" are no government's
	}
	if kind != d.noun.Kind && slices.Equal(who.Sectors, []string{"MIL"}) {
		who.Sectors = []string{"REB"}
	}
	if len(a.sectors) > 0 {
		who.Sectors = union(slices.Clone(who.Sectors), a.sectors)
	}
	if strings.HasPrefix(d.noun.Singular, "government ") && a.actor < 0 {
		if g := f.governmentOf(d); g >= 0 {
			a.actor, a.country, who.Country = g, f.identities[g].Country, f.identities[g].Country
		}
	}
	if a.country == "" && a.actor < 0 && d.definite && !d.plural && armed(d.noun) && !f.setApart(d) {
		if state := f.sender(d.head); state >= 0 {
			return f.described(d, affiliation{actor: state, country: f.identities[state].Country}, f.adjective(state)+" "+d.name)
		}
	}
	if a.country == "" && a.actor < 0 && f.focus >= 0 && d.definite && !f.setApart(d) && (!d.plural || d.noun.Plural == d.noun.Singular) && (d.noun.Class == "body" || d.noun.Class == "force") && d.noun.Kind == rapporteur.ActorGovernment {
		if id := f.armyOf(d, affiliation{actor: f.focus, country: f.identities[f.focus].Country}); id >= 0 {
			return id
		}
		who.Country, who.Rule = f.identities[f.focus].Country, "actor/focus"
		a.actor = f.focus
	}
	whole := rapporteur.None
	if a.actor >= 0 && a.actor < len(f.identities) {
		whole = f.wholeOf(d, a.actor)
		if kind := f.identities[a.actor].Kind; who.Kind == rapporteur.ActorGovernment && (kind == rapporteur.ActorArmedGroup || kind == rapporteur.ActorOrganization) {
			who.Kind = kind
		}
	}
	id := f.add(identity{Actor: who, class: d.noun.Class, described: true, plural: d.plural, outlet: d.noun.Class == "outlet"})
	f.identities[id].Of = whole
	f.addVariant(id, name, 0)
	f.identities[id].principal = whole >= 0 && actsForWhole(d)
	if lasting {
		f.byKey[key] = id
	}
	return id
}

// local reports whether those whom d describes are of the country that they are
// in, as troops and envoys need not be.
func local(d *description) bool {
	switch d.noun.Class {
	case "people", "body", "fighter", "side":
		return d.noun.Singular != "peacekeeping mission" && d.noun.Singular != "aid worker" && d.noun.Singular != "settler"
	case "group":
		return slices.Contains(d.noun.Sectors, "OPP") || slices.Contains(d.noun.Sectors, "PTY") || slices.Contains(d.noun.Sectors, "LAB")
	case "force":
		return slices.Contains(d.noun.Sectors, "COP")
	}
	return false
}

// irregular reports whether an affiliation is to a region or a people, whose
// forces are no army of a state: "Tigrayan forces".
func (f *finder) irregular(a affiliation) bool {
	if a.actor >= 0 {
		return f.identities[a.actor].Kind == rapporteur.ActorPeople
	}
	return a.country != "" && f.sense(a.word, func(s knowledge.Sense) bool {
		return s.Form == knowledge.FormAdjective && (s.Part != nil || s.People != nil)
	}) != nil
}

// irregulars reports whether id fights for an armed group: "his forces" are then
// none of a government.
func (f *finder) irregulars(id int) bool {
	return id >= 0 && f.identities[id].Kind == rapporteur.ActorPerson && f.identities[id].Of >= 0 && f.identities[f.identities[id].Of].Kind == rapporteur.ActorArmedGroup
}

// armyOf is the army with a name of its own that "the Velmish army" is, where
// the report names that of the country; None where it does not.
func (f *finder) armyOf(d *description, a affiliation) int {
	if !armed(d.noun) || d.plural || d.article || a.country == "" || a.actor >= 0 && f.identities[a.actor].Kind != rapporteur.ActorState {
		return rapporteur.None
	}
	for id := range f.identities {
		if who := &f.identities[id]; who.Key != "" && who.class == "army" && who.Country == a.country && who.Kind == rapporteur.ActorGovernment && len(f.heads[id]) > 0 {
			return id
		}
	}
	return rapporteur.None
}

// again is the one description before d of the same noun and affiliation, which
// a definite description takes up, or None.
func (f *finder) again(d *description, a affiliation) int {
	found := rapporteur.None
	for id := range f.identities {
		who := &f.identities[id]
		if !who.described || who.Country != a.country || !slices.Contains(who.nouns, d.noun) && !delegations(who, d) || who.plural != d.plural || !f.before(id, d.head) {
			continue
		}
		if whole := who.Of; whole >= 0 && a.actor >= 0 && whole != a.actor {
			continue
		}
		if found >= 0 {
			return rapporteur.None
		}
		found = id
	}
	return found
}

// delegations reports whether who and d are both a delegation, called by
// different nouns: "the Hamas team" and "the delegation of the movement".
func delegations(who *identity, d *description) bool {
	return d.noun.Class == "delegation" && who.class == "delegation" && d.noun.Kind == who.Kind
}

// embodied is the body itself where d only says what sort of body it is, or
// who makes it up: "the M23 movement", "FARC rebels". None otherwise.
func (f *finder) embodied(d *description, a affiliation) int {
	if a.actor < 0 {
		return rapporteur.None
	}
	who := &f.identities[a.actor]
	switch who.Kind {
	case rapporteur.ActorArmedGroup, rapporteur.ActorOrganization:
	default:
		return rapporteur.None
	}
	if who.described || d.article && d.noun.Class == "fighter" {
		return rapporteur.None
	}
	switch d.noun.Class {
	case "fighter":
		if (who.Kind == rapporteur.ActorArmedGroup || mayBearArms(who)) && (d.plural || collective(d.noun.Singular)) {
			return a.actor
		}
	case "group":
		if !d.plural && f.t.Is(a.word, "compound", "amod", "nmod:desc", "nmod:unmarked") {
			return a.actor
		}
	}
	return rapporteur.None
}

// collective reports whether a noun in the singular means many.
func collective(noun string) bool {
	for _, end := range []string{"group", "force", "army", "movement", "faction", "militia", "organization", "alliance", "coalition", "insurgency"} {
		if strings.HasSuffix(noun, end) {
			return true
		}
	}
	return false
}

// wholeOf is actor where those whom d describes belong to it, else None: a
// state has officials and troops, but rebels, settlers and journalists are
// only of its country.
func (f *finder) wholeOf(d *description, actor int) int {
	who := &f.identities[actor]
	if who.Kind == rapporteur.ActorPeople {
		return rapporteur.None
	}
	if who.Kind != rapporteur.ActorState && who.Kind != rapporteur.ActorGovernment {
		if d.noun.Singular == "supporter" || d.noun.Singular == "critic" {
			return rapporteur.None
		}
		return actor
	}
	switch d.noun.Kind {
	case rapporteur.ActorGovernment, rapporteur.ActorOffice:
		if slices.Contains(d.noun.Sectors, "OPP") || slices.Contains(d.noun.Sectors, "PTY") {
			return rapporteur.None
		}
		for _, m := range d.modifiers {
			if m.Class == "fighter" || slices.Contains(m.Sectors, "OPP") {
				return rapporteur.None // "Syrian rebel commanders"
			}
		}
		return actor
	}
	return rapporteur.None
}

// actsForWhole reports whether what those whom d describes do is done for the
// body they belong to.
func actsForWhole(d *description) bool {
	switch d.noun.Class {
	case "fighter", "force", "official", "delegation", "mediators", "mediator", "negotiator", "spokesman", "envoy", "minister", "head", "leader", "military", "police":
		return true
	}
	return false
}

// governmentOf is the government that "government troops" are of, or None.
func (f *finder) governmentOf(d *description) int {
	for i, n := range knowledge.Nouns() {
		if n.Singular == "government" {
			g := *d
			g.noun, g.plural, g.article, g.definite = &knowledge.Nouns()[i], false, false, true
			return f.government(&g)
		}
	}
	return rapporteur.None
}

// inFocus reports whether the gazetteer has a place of that name in the country
// that the report is about: "the Tobruk government".
func (f *finder) inFocus(name string) bool {
	if f.focus < 0 {
		return false
	}
	country := f.identities[f.focus].Country
	return country != "" && slices.ContainsFunc(gazetteer.Lookup(name), func(e gazetteer.Entry) bool { return e.Country == country })
}

// setApart reports whether a name that nothing is known of stands before the
// noun of d: "the Ardenian army" is not that of the country the report is about.
func (f *finder) setApart(d *description) bool {
	h := f.hit(d.head)
	for i := h.First - 1; i >= f.t.Sentences[f.t.SentenceOf(d.head)].First; i-- {
		t := &f.t.Tokens[i]
		if t.UPOS == "DET" || t.UPOS == "PUNCT" || t.UPOS == "ADP" || t.UPOS == "VERB" || t.UPOS == "CCONJ" {
			return false
		}
		if w := f.t.Word(i); w[0] >= 'A' && w[0] <= 'Z' && f.hitAt[i] == 0 && t.XPOS != "POS" && f.t.Sentences[f.t.SentenceOf(i)].First < i {
			return !f.inFocus(w)
		}
	}
	return false
}
