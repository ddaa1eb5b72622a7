package actor

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge"
)

// heldBy is the named person who holds the title of d in a, or None: "the U.N.
// envoy" where one envoy of the United Nations has a name in the report.
func (f *finder) heldBy(d *description, a affiliation) int {
	if d.plural || !d.noun.Title && d.noun.Kind != rapporteur.ActorOffice {
		return rapporteur.None
	}
	found := rapporteur.None
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind != rapporteur.ActorPerson || !holds(who, d.noun) {
			continue
		}
		belongs := a.actor < 0 && a.country == "" || a.actor >= 0 && who.Of == a.actor || a.country != "" && who.Country == a.country
		if !belongs || d.article && !f.namedNext(id, d, a) {
			continue
		}
		if found >= 0 {
			return rapporteur.None
		}
		found = id
	}
	return found
}

// namedNext reports whether "a U.N. envoy" may be person id: one of few, and
// named in the sentences that follow.
func (f *finder) namedNext(id int, d *description, a affiliation) bool {
	switch d.noun.Class {
	case "envoy", "mediator", "negotiator", "minister", "head", "spokesman":
	default:
		return false
	}
	if a.actor < 0 || len(f.heads[id]) == 0 {
		return false
	}
	first := f.heads[id][0]
	return first > d.head && f.t.SentenceOf(first)-f.t.SentenceOf(d.head) <= 4
}

// holds reports whether a person has been given the title n, or one that n
// names loosely: a president is a leader.
func holds(who *identity, n *knowledge.Noun) bool {
	for _, t := range who.nouns {
		if t == n || n.Singular == "leader" && t.Class == "head" || n.Class == t.Class && suffix(t.Singular, n.Singular) {
			return true
		}
	}
	return false
}

// suffix reports whether long ends with the words of short.
func suffix(long, short string) bool {
	n := len(long) - len(short)
	return n > 0 && long[n:] == short && long[n-1] == ' '
}

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
	called := func(who *identity) bool { return f.called(who, d.noun) && f.sameSort(d, who) }
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
				return who.Kind == rapporteur.ActorArmedGroup && !slices.Contains(who.Sectors, "UAF")
			}
			id := f.only(d, armed)
			if id < 0 {
				id = f.only(d, func(who *identity) bool { return armed(who) || mayBearArms(who) })
			}
			return id
		}
	case "group":
		if !d.plural && d.definite {
			return f.nearest(d, func(who *identity) bool {
				return (who.Kind == rapporteur.ActorArmedGroup || who.Kind == rapporteur.ActorOrganization) && !who.outlet && !who.described
			})
		}
	}
	return rapporteur.None
}

// mentionedLast is the one described last by the noun of d, in the sentence of d or the
// three before: "the official" after "an official familiar with the talks".
func (f *finder) mentionedLast(d *description) int {
	best, at := rapporteur.None, rapporteur.None
	for id := range f.identities {
		who := &f.identities[id]
		if !who.described || who.plural || !slices.Contains(who.nouns, d.noun) {
			continue
		}
		if last := f.last(id, d.head); last > at {
			best, at = id, last
		}
	}
	if at < 0 || f.t.SentenceOf(d.head)-f.t.SentenceOf(at) > 3 {
		return rapporteur.None
	}
	return best
}

// leadsTo is the person whom the lead of a report announces: "The chief U.N.
// envoy said …", whom the next sentences name as "U.N. mediator Aster Vale".
// None where more than one could be meant.
func (f *finder) leadsTo(d *description, a affiliation) int {
	if d.plural || a.actor < 0 || !emissary(d.noun) || f.bodySentence(d.head) > 1 {
		return rapporteur.None
	}
	found := rapporteur.None
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind != rapporteur.ActorPerson || who.Of != a.actor || !slices.ContainsFunc(who.nouns, func(n *knowledge.Noun) bool {
			return emissary(n) || n.Class == "official"
		}) {
			continue
		}
		if found >= 0 {
			return rapporteur.None
		}
		found = id
	}
	if found < 0 || len(f.heads[found]) == 0 {
		return rapporteur.None
	}
	if first := f.heads[found][0]; first < d.head || f.t.SentenceOf(first)-f.t.SentenceOf(d.head) > 4 {
		return rapporteur.None
	}
	return found
}

// introduced is the person whom the next sentences name without saying who it is,
// as one does who has just been described: "…, the U.N. envoy said. “…,” Aster
// Vale told reporters". None where there is no such person, or more than one.
func (f *finder) introduced(d *description) int {
	if d.plural || d.noun.Kind != rapporteur.ActorOffice || !d.noun.Title || !f.says(d.head) {
		return rapporteur.None
	}
	found := rapporteur.None
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind != rapporteur.ActorPerson || len(f.heads[id]) == 0 {
			continue
		}
		first := f.heads[id][0]
		if n := f.t.SentenceOf(first) - f.t.SentenceOf(d.head); first < d.head || n < 1 || n > 2 {
			continue
		}
		if len(who.nouns) > 0 || who.Of >= 0 || len(who.words) < 2 || !f.says(first) || found >= 0 {
			return rapporteur.None
		}
		found = id
	}
	return found
}

// says reports whether the phrase headed by token i is the subject of a verb of
// saying, or stands right before one whatever the tree says.
func (f *finder) says(i int) bool {
	up := f.t.Head(i)
	if up < 0 || !f.t.Is(i, "nsubj") {
		end := phrase(f.t, i).End
		for up = i + 1; up < len(f.t.Tokens) && f.t.Tokens[up].Span.Start < end; {
			up++
		}
		if up >= len(f.t.Tokens) || f.t.SentenceOf(up) != f.t.SentenceOf(i) {
			return false
		}
	}
	switch f.t.Lemma(up) {
	case "say", "tell", "add", "warn", "announce", "note", "explain", "declare", "tweet", "write":
		return true
	}
	return false
}

func emissary(n *knowledge.Noun) bool {
	return n.Class == "envoy" || n.Class == "mediator" || n.Class == "negotiator"
}

// bodySentence is the number of the sentence of token i, headings not counted.
func (f *finder) bodySentence(i int) int {
	n := 0
	for _, s := range f.t.Sentences[:f.t.SentenceOf(i)] {
		if !s.Heading {
			n++
		}
	}
	return n
}

// calledSo is the one armed group with a name that fighters of a country are,
// where the report calls it so elsewhere ("Colombian rebels" beside "rebels of
// the FARC") or has just named it ("the Yemeni rebel group"). None where there is no such group, or more than one.
func (f *finder) calledSo(d *description, a affiliation) int {
	if d.noun.Class != "fighter" || !d.plural && !collective(d.noun.Singular) || d.article || a.country == "" || slices.Contains(d.noun.Sectors, "UAF") {
		return rapporteur.None
	}
	if a.actor >= 0 && f.identities[a.actor].Kind != rapporteur.ActorState {
		return rapporteur.None
	}
	found := rapporteur.None
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind == rapporteur.ActorArmedGroup && !who.described && who.Country == a.country && len(f.heads[id]) > 0 {
			if found >= 0 {
				return rapporteur.None
			}
			found = id
		}
	}
	if found < 0 || !f.fights(found, d.noun) && !(d.definite && f.before(found, d.head)) {
		return rapporteur.None
	}
	return found
}

// fights reports whether the report calls those of the body id by noun n:
// "FARC rebels", "rebels of the FARC".
func (f *finder) fights(id int, n *knowledge.Noun) bool {
	if slices.Contains(f.identities[id].nouns, n) {
		return true
	}
	for i := range f.hits {
		h := &f.hits[i]
		if s := f.sense(h.First, isNoun); s == nil || s.Noun != n {
			continue
		}
		for _, a := range f.affiliations(f.headOf(h.First, h.End)) {
			if a.actor == id {
				return true
			}
		}
	}
	return false
}

// distinguished reports whether words beside the noun of d set those whom it
// means apart from others: "the Islamist-backed government", "Tamil rebels".
func (f *finder) distinguished(d *description) bool {
	t := f.t
	h := f.hit(d.head)
	for _, c := range t.ChildrenBy(d.head, "amod", "compound", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "acl") {
		if c >= h.First && c < h.End || t.Tokens[c].UPOS == "PRON" {
			continue
		}
		switch t.Lemma(c) {
		case "armed", "rebel", "separatist", "leftist", "islamist", "militant", "insurgent", "main", "outlawed", "same", "whole", "entire", "then", "designate", "designated", "ban", "banned":
			continue
		}
		return true
	}
	return false
}

// mayBearArms reports whether an organisation that only the report knows has a
// name like those of armed groups.
func mayBearArms(who *identity) bool {
	return who.Key == "" && who.Kind == rapporteur.ActorOrganization && slices.ContainsFunc(who.nouns, func(n *knowledge.Noun) bool {
		switch n.Singular {
		case "front", "movement", "army", "brigade", "battalion", "force", "forces", "militia", "alliance":
			return true
		}
		return false
	})
}

// called reports whether the report calls who by the noun, or by one that
// means the same.
func (f *finder) called(who *identity, n *knowledge.Noun) bool {
	if slices.Contains(who.nouns, n) || armed(n) && who.class == "army" {
		return true
	}
	return armed(n) && slices.ContainsFunc(who.nouns, armed)
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

// government is the government that "the government" means: the only one that
// the report tells apart, before or after, else the last one near, else that
// of the country the report is about.
func (f *finder) government(d *description) int {
	all := f.toldApart(d.noun)
	if len(all) == 1 {
		return all[0]
	}
	if len(all) > 1 {
		if id := f.only(d, func(who *identity) bool {
			return slices.Contains(who.nouns, d.noun) && who.Kind == rapporteur.ActorGovernment
		}); id >= 0 {
			return id
		}
		for _, id := range all {
			if f.focus != "" && f.identities[id].Country == f.focus {
				return id
			}
		}
		return rapporteur.None
	}
	if f.focus == "" {
		return rapporteur.None
	}
	c := knowledge.CountryByCode(f.focus)
	return f.described(d, affiliation{actor: f.state(f.focus), country: f.focus}, c.Adjectives[0].Text+" government")
}

// toldApart are the organs called by the noun of which the report says whose
// they are.
func (f *finder) toldApart(noun *knowledge.Noun) []int {
	if all, sought := f.told[noun]; sought {
		return all
	}
	if f.told == nil {
		f.told = map[*knowledge.Noun][]int{}
	}
	f.told[noun] = nil
	var all []int
	for i := range f.hits {
		h := &f.hits[i]
		s := f.sense(h.First, isNoun)
		if s == nil || s.Noun != noun || s.Form != knowledge.FormNoun {
			continue
		}
		head := f.headOf(h.First, h.End)
		if f.modifies(head) || !f.describes(head) || f.heading(head) {
			continue
		}
		belonging := f.affiliations(head)
		if code := f.seatedIn(head); len(belonging) == 0 && code != "" {
			belonging = []affiliation{{actor: f.state(code), country: code}}
		}
		for _, a := range belonging {
			if a.country == "" && a.actor < 0 {
				continue
			}
			id := f.who(head)
			if id < 0 {
				d := f.describe(head, s)
				id = f.described(&d, a, d.name)
				f.link(&d, id)
			}
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
			break
		}
	}
	f.told[noun] = all
	return all
}
