package actor

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge"
)

// A description is a noun phrase without a name whose head is a title or role:
// "Israeli officials", "the rebels", "a spokesman for the ministry".
type description struct {
	head      int
	noun      *knowledge.Noun
	plural    bool
	definite  bool // with "the", "these" … or a possessor
	article   bool // with "a" or "an"
	none      bool // with "no"
	span      rapporteur.Span
	name      string
	modifiers []*knowledge.Noun
	apposed   int // the person named right after it, between commas; None
}

// findDescriptions reads the noun phrases that describe who they mean.
func (f *finder) findDescriptions() {
	for i := range f.hits {
		f.read(i)
	}
}

// read reads the description that hit number i heads, if it does, and before
// it those that it rests on: "negotiators" of "negotiators for the government".
func (f *finder) read(i int) {
	h := &f.hits[i]
	s := f.sense(h.First, isNoun)
	if s == nil {
		return
	}
	head := f.headOf(h.First, h.End)
	if f.at[head] > 0 || f.begun[i] || !f.describes(head) {
		return
	}
	f.begun[i] = true
	if f.numbers(head) {
		return
	}
	for _, c := range f.t.ChildrenBy(head, "nmod", "nmod:poss") {
		for _, k := range f.t.Conjuncts(c) {
			if n := f.hitAt[k]; n > 0 && int(n) != i+1 {
				f.read(int(n) - 1)
			}
		}
	}
	d := f.describe(head, s)
	if d.none {
		return
	}
	if f.named(&d) || f.coreferent(&d) || f.heading(head) {
		return
	}
	f.identify(&d)
}

// describes reports whether token i heads a noun phrase of its own, not a
// modifier, nor a title that belongs to a name.
func (f *finder) describes(i int) bool {
	t := f.t
	// The tagger takes "official" for an adjective where the parser does not.
	nominal := t.Nominal(i) || t.Tokens[i].UPOS == "ADJ" && t.Is(i, "nsubj", "obj", "iobj", "obl", "nmod", "root") && t.Child(i, "cop") < 0
	if !nominal || f.modifies(i) || f.glued(i) && !t.Is(i, "nsubj", "obj") {
		return false
	}
	if e := f.entity(i); e != nil && (e.Type == rapporteur.EntityPerson || e.Type == rapporteur.EntityFacility || e.Type == rapporteur.EntityProduct) {
		return false
	}
	return !t.Is(i, "vocative", "discourse")
}

func (f *finder) describe(head int, s *knowledge.Sense) description {
	t := f.t
	d := description{apposed: rapporteur.None, head: head, noun: s.Noun, span: phrase(t, head), modifiers: f.modifierNouns(head)}
	d.plural = s.Form == knowledge.FormNouns || t.Tokens[head].XPOS == "NNS" || t.Tokens[head].XPOS == "NNPS"
	for _, c := range t.ChildrenBy(head, "det", "det:predet", "nmod:poss") {
		switch t.Lemma(c) {
		case "the", "this", "that", "these", "those", "both":
			d.definite = true
		case "a", "an":
			d.article = true
		case "no", "any":
			d.none = t.Lemma(c) == "no"
		default:
			d.definite = d.definite || t.Is(c, "nmod:poss")
		}
	}
	// Nor does it swallow the name that follows it: "the envoy to Velm, Aster Vale".
	for i := head + 1; i < len(t.Tokens) && t.Tokens[i].Span.Start < d.span.End; i++ {
		if id := f.who(i); id >= 0 && f.identities[id].Kind == rapporteur.ActorPerson && t.Tokens[i-1].UPOS == "PUNCT" {
			d.span.End = t.Tokens[i-2].Span.End
			d.apposed = id
			break
		}
	}
	// A name is not cut: "a spokesman for Tehrik-e-Taliban", whatever the tree says.
	if h := f.hit(f.tokenAt(d.span.End - 1)); h != nil && t.SentenceOf(h.End-1) == t.SentenceOf(head) && t.Tokens[h.End-1].Span.End > d.span.End {
		d.span.End = t.Tokens[h.End-1].Span.End
	}
	d.name = f.plain(d.span)
	return d
}

// plain is the words of a description as a name: without a definite determiner,
// and without the capital of a sentence's first word.
func (f *finder) plain(span rapporteur.Span) string {
	name := bare(f.t.Text(span))
	if name == "" || name[0] < 'A' || name[0] > 'Z' || len(name) < 2 || name[1] != ' ' && (name[1] < 'a' || name[1] > 'z') {
		return name
	}
	word, _, _ := strings.Cut(name, " ")
	s := f.t.Sentences[f.t.SentenceOf(f.tokenAt(span.Start))]
	for i := s.First; i < s.End && f.t.Tokens[i].Span.Start < span.End; i++ {
		if f.t.Word(i) != word {
			continue
		}
		if f.t.Tokens[i].UPOS == "PROPN" || f.entityAt[i] > 0 || f.sense(i, func(s knowledge.Sense) bool { return s.Noun == nil }) != nil {
			return name
		}
		return strings.ToLower(name[:1]) + name[1:]
	}
	return name
}

// tokenAt is the token that begins at a byte, or the last before it.
func (f *finder) tokenAt(offset int) int {
	i, found := slices.BinarySearchFunc(f.t.Tokens, offset, func(t rapporteur.Token, offset int) int { return t.Span.Start - offset })
	if !found && i > 0 {
		i--
	}
	return i
}

// named links a description to the name it stands beside: "the Palestinian
// group Hamas", "Hamas, the group that runs Gaza".
func (f *finder) named(d *description) bool {
	t := f.t
	if !d.plural && d.apposed >= 0 && d.noun.Kind == rapporteur.ActorOffice {
		f.link(d, d.apposed)
		return true
	}
	for _, c := range t.Children(d.head) {
		c := int(c)
		if c > d.head && t.Is(c, "appos") && d.plural {
			// "the mediators, Qatar, Egypt and Oman"
			if parts := f.listed(c); parts != nil {
				f.mentionAll(d.head, d.span, parts)
				return true
			}
		}
		if c > d.head && t.Is(c, "appos", "flat", "nmod:desc", "nmod:unmarked") {
			if id := f.who(c); id >= 0 && f.compatible(d, id) {
				f.link(d, id)
				return true
			}
		}
	}
	// "Secretary-General Vale", whatever the tree makes of it.
	if h := f.hit(d.head); !d.plural && h.End < len(t.Tokens) && t.SentenceOf(h.End) == t.SentenceOf(d.head) {
		if id := f.who(h.End); id >= 0 && f.identities[id].Kind == rapporteur.ActorPerson && f.entityAt[h.End] > 0 && d.noun.Kind == rapporteur.ActorOffice {
			f.link(d, id)
			return true
		}
	}
	// The words touch: "the militant group Hamas", whatever the tree makes of it.
	if next := d.head + 1; next < len(t.Tokens) && t.SentenceOf(next) == t.SentenceOf(d.head) && (d.noun.Class == "group" || d.noun.Class == "fighter") {
		if id := f.who(next); id >= 0 && !d.plural && f.identities[id].Kind != rapporteur.ActorPerson && !f.identities[id].described && f.compatible(d, id) {
			f.link(d, id)
			return true
		}
	}
	if up := t.Head(d.head); up >= 0 && t.Is(d.head, "appos", "nmod:desc") {
		if id := f.who(up); id >= 0 && f.compatible(d, id) {
			f.link(d, id)
			return true
		}
	}
	return false
}

// listed are the actors of the coordination that begins at token i, if it is
// one and all of them are known by name.
func (f *finder) listed(i int) []part {
	all := f.t.Conjuncts(i)
	if len(all) < 2 {
		return nil
	}
	var parts []part
	for _, c := range all {
		id := f.who(c)
		if id < 0 || f.identities[id].described {
			return nil
		}
		parts = append(parts, part{id, phrase(f.t, c)})
	}
	return parts
}

// coreferent links a description to what its cluster names.
func (f *finder) coreferent(d *description) bool {
	id := f.clusterName(d.head)
	if id < 0 || !f.compatible(d, id) || f.identities[id].described && d.article {
		return false
	}
	for _, a := range f.affiliations(d.head) {
		// "its spokesman", "the army of Velm": not the whole itself, nor another's.
		if a.actor == id || a.country != "" && f.identities[id].Country != "" && a.country != f.identities[id].Country {
			return false
		}
	}
	f.link(d, id)
	return true
}

// clusterName is the identity that the cluster of the phrase headed by head
// has, as far as it has been read: the nearest mention before, else the first
// after. None where there is none.
func (f *finder) clusterName(head int) int {
	c := f.clusterAt[head]
	if c == 0 {
		return rapporteur.None
	}
	found := rapporteur.None
	for _, m := range f.t.Clusters[c-1].Mentions {
		if m.Head < 0 || m.Head >= len(f.at) || m.Head == head {
			continue
		}
		if id := f.who(m.Head); id >= 0 {
			if m.Head > head && found >= 0 {
				break
			}
			found = id
		}
	}
	return found
}

// compatible reports whether one who is described by d may be identity id.
func (f *finder) compatible(d *description, id int) bool {
	who := &f.identities[id]
	switch d.noun.Kind {
	case rapporteur.ActorPerson, rapporteur.ActorOffice, rapporteur.ActorPeople:
		if d.noun.Class == "delegation" || d.noun.Class == "side" {
			return who.Kind != rapporteur.ActorPerson && who.class == d.noun.Class
		}
		if d.plural {
			return who.Kind == d.noun.Kind && who.described
		}
		return who.Kind == rapporteur.ActorPerson || who.described && who.Kind == d.noun.Kind
	case rapporteur.ActorState:
		return who.Kind == rapporteur.ActorState && !d.plural
	case rapporteur.ActorArmedGroup:
		return who.Kind == rapporteur.ActorArmedGroup || who.Kind == rapporteur.ActorPerson && !d.plural && d.article
	case rapporteur.ActorGovernment:
		return who.Kind == rapporteur.ActorGovernment && (who.described || d.noun.Class == "body" || d.noun.Class == "force")
	}
	return !d.plural && (who.Kind == rapporteur.ActorOrganization || who.Kind == rapporteur.ActorArmedGroup && !d.noun.Title)
}

// link records that d means identity id.
func (f *finder) link(d *description, id int) {
	f.mention(d.head, d.span, id)
	if who := &f.identities[id]; who.Kind == rapporteur.ActorPerson && who.Title == "" && d.noun.Title && !d.plural {
		f.giveTitleOf(id, d.head, len(f.t.Tokens))
		f.affiliate(id, d.head, d.head)
	}
	if who := &f.identities[id]; d.noun.Class == "fighter" && d.plural && mayBearArms(who) {
		who.Kind, who.Sectors = rapporteur.ActorArmedGroup, union(slices.Clone(who.Sectors), d.noun.Sectors)
	}
	f.remember(id, d.noun)
}

// remember keeps a noun that identity id was called, so that "the rebels" finds it.
func (f *finder) remember(id int, n *knowledge.Noun) {
	who := &f.identities[id]
	for _, known := range who.nouns {
		if known == n {
			return
		}
	}
	who.nouns = append(who.nouns, n)
}

// identify finds or makes the identity of d.
func (f *finder) identify(d *description) {
	all := f.affiliations(d.head)
	shared := false
	if len(all) == 0 {
		all = f.sharedAffiliations(d)
		shared = len(all) > 0
	}
	switch many := coordinated(all); {
	case len(many) > 1 && many[0].word > d.head && f.standIn(d):
		if f.coordinate(d, many) {
			return
		}
	case len(many) > 1 && many[0].word < d.head && d.plural && distinct(many):
		f.distribute(d, many)
		return
	}
	if len(all) == 0 {
		if id := f.resolve(d); id >= 0 {
			f.link(d, id)
			return
		}
		if f.nondescript(d) {
			return
		}
		f.link(d, f.described(d, affiliation{actor: rapporteur.None}, d.name))
		return
	}
	a := all[0]
	name := d.name
	if id := f.calledSo(d, a); id >= 0 {
		f.link(d, id)
		return
	}
	if of := f.country(d, a); of >= 0 {
		if d.noun.Kind == rapporteur.ActorState {
			f.link(d, of)
			return
		}
		a.actor = of
		if f.identities[all[0].actor].Kind != rapporteur.ActorPerson || f.t.Tokens[a.word].UPOS == "PRON" {
			name = knowledge.CountryByCode(a.country).Adjectives[0].Text + " " + f.t.Text(f.nounSpan(d))
		}
	}
	if (d.noun.Singular == "country" || d.noun.Singular == "nation") && (a.actor < 0 || f.identities[a.actor].Kind == rapporteur.ActorPerson) {
		return // "his country", and nobody knows which
	}
	if shared {
		name = f.modifierText(a) + " " + name
	}
	if id := f.heldBy(d, a); id >= 0 {
		f.link(d, id)
		return
	}
	if id := f.leadsTo(d, a); id >= 0 {
		f.link(d, id)
		return
	}
	if id := f.introduced(d); id >= 0 {
		f.link(d, id)
		return
	}
	f.link(d, f.described(d, a, name))
}

// nondescript reports whether d says nothing of who is meant: "groups of
// three", "different countries", "the people".
func (f *finder) nondescript(d *description) bool {
	return len(d.noun.Sectors) == 0 && len(d.modifiers) == 0 && !d.noun.Speaks && d.noun.Class != "observer" && !d.noun.Source ||
		len(d.noun.Sectors) == 0 && (d.noun.Class == "group" || d.noun.Class == "side" || d.noun.Class == "delegation") && len(d.modifiers) == 0 &&
			!strings.Contains(d.noun.Singular, " ")
}

// country is the state whose government, army or land d means by way of
// someone of that country: "her government", "his country", "Vale's government".
// None where it does not.
func (f *finder) country(d *description, a affiliation) int {
	if a.actor < 0 || a.country == "" || d.plural {
		return rapporteur.None
	}
	land := d.noun.Singular == "country" || d.noun.Singular == "nation"
	organ := d.noun.Kind == rapporteur.ActorGovernment && (d.noun.Class == "body" || d.noun.Class == "force")
	switch f.identities[a.actor].Kind {
	case rapporteur.ActorPerson:
		if land || organ {
			return f.state(a.country)
		}
	case rapporteur.ActorState:
		// "Its army", "the country's army": words that do not name the state.
		if land || organ && f.sense(a.word, func(s knowledge.Sense) bool { return s.Noun == nil }) == nil {
			return a.actor
		}
	case rapporteur.ActorGovernment:
		if land {
			return f.state(a.country)
		}
	}
	return rapporteur.None
}

// nounSpan is the words of d's noun with what stands between it and its
// possessor: "foreign ministry" of "its foreign ministry".
func (f *finder) nounSpan(d *description) rapporteur.Span {
	h := f.hit(d.head)
	return f.t.SpanOf(h.First, h.End)
}

// sharedAffiliations are those that a coordinate takes from the first of its
// coordination: "the Kenyan government and opposition".
func (f *finder) sharedAffiliations(d *description) []affiliation {
	first := f.t.FirstConjunct(d.head)
	if first == d.head || d.definite || d.article {
		return nil
	}
	var out []affiliation
	for _, a := range f.affiliations(first) {
		if a.word < first && f.t.Is(a.word, "amod") && len(d.modifiers) == 0 {
			out = append(out, a)
		}
	}
	return out
}

// modifierText is the words of the modifier that a was read from.
func (f *finder) modifierText(a affiliation) string {
	return strings.Join(strings.Fields(f.t.Text(f.modifierSpan(a))), " ")
}

func (f *finder) modifierSpan(a affiliation) rapporteur.Span {
	if m := f.hit(a.word); m != nil {
		return f.t.SpanOf(m.First, m.End)
	}
	return f.t.Tokens[a.word].Span
}

// standIn reports whether those whom d describes stand for whom they come from:
// "mediators from Qatar, Egypt and the United States".
func (f *finder) standIn(d *description) bool {
	switch d.noun.Class {
	case "delegation", "mediators", "mediator", "negotiator", "envoy", "minister", "head", "leader", "official", "spokesman":
		return d.plural
	}
	return d.plural && d.noun.Singular == "government"
}

// coordinate makes d mean each of the actors it comes from.
func (f *finder) coordinate(d *description, all []affiliation) bool {
	var parts []part
	for _, a := range all {
		if a.actor < 0 || a.word < d.head {
			return false
		}
		id := a.actor
		if d.noun.Singular == "government" {
			if a.country == "" {
				return false
			}
			one := *d
			one.plural = false
			id = f.described(&one, a, knowledge.CountryByCode(a.country).Adjectives[0].Text+" government")
		}
		parts = append(parts, part{id, phrase(f.t, a.word)})
	}
	f.mentionAll(d.head, d.span, parts)
	return true
}

// distinct reports whether the affiliations are to different countries or actors.
func distinct(all []affiliation) bool {
	for i, a := range all {
		for _, b := range all[:i] {
			if a.actor == b.actor && a.country == b.country {
				return false
			}
		}
	}
	return true
}

// distribute makes d mean one description for each of its modifiers: "Israeli
// and Palestinian negotiators".
func (f *finder) distribute(d *description, all []affiliation) {
	words := strings.Join(strings.Fields(f.t.Text(f.nounSpan(d))), " ")
	one := *d
	if d.noun.Class == "body" || d.noun.Class == "group" || d.noun.Kind == rapporteur.ActorGovernment && d.noun.Class == "force" && !strings.HasSuffix(words, "s") {
		// "The Israeli and Egyptian governments" are one of each.
		one.plural, words = false, d.noun.Singular
	}
	var parts []part
	for _, a := range all {
		id := a.actor
		if s := f.sense(a.word, isNoun); id < 0 || s == nil || d.noun.Class != "fighter" {
			// (The "government" of "government and rebel fighters" is itself.)
			id = f.described(&one, a, f.modifierText(a)+" "+words)
		}
		f.remember(id, d.noun)
		parts = append(parts, part{id, f.modifierSpan(a)})
	}
	f.mentionAll(d.head, d.span, parts)
}
