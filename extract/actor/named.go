package actor

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge"
)

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
	if id := f.between(d); id >= 0 {
		f.link(d, id)
		return true
	}
	if id := f.knownAs(d); id >= 0 && f.compatible(d, id) {
		f.link(d, id)
		return true
	}
	// "Secretary-General Vale", whatever the tree makes of it.
	if h := f.hit(d.head); !d.plural && h.End < len(t.Tokens) && t.SentenceOf(h.End) == t.SentenceOf(d.head) {
		if id := f.who(h.End); id >= 0 && f.identities[id].Kind == rapporteur.ActorPerson && f.entityAt[h.End] > 0 && d.noun.Kind == rapporteur.ActorOffice {
			f.link(d, id)
			return true
		}
	}
	// The words touch: "the militant group Hamas", whatever the tree makes of it.
	if next := d.head + 1; next < len(t.Tokens) && t.SentenceOf(next) == t.SentenceOf(d.head) && (d.noun.Class == "group" || d.noun.Class == "fighter" || d.noun.Class == "outlet") {
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

// between is the person named between commas right after the office that d
// describes, whatever the tree makes of it: "Velm's prime minister, Sheikh Ari
// Vale, said". None where there is none.
func (f *finder) between(d *description) int {
	t := f.t
	if d.plural || !d.definite || !d.noun.Title {
		return rapporteur.None
	}
	i, end := f.hit(d.head).End, t.Sentences[t.SentenceOf(d.head)].End
	if i+1 >= end || t.Word(i) != "," {
		return rapporteur.None
	}
	i++
	if h := f.hit(i); h != nil && f.sense(i, isNoun) != nil && h.End < end {
		i = h.End
	}
	id := f.who(i)
	if id < 0 || f.identities[id].Kind != rapporteur.ActorPerson || t.Tokens[i].UPOS != "PROPN" {
		return rapporteur.None
	}
	after := f.mentions[f.at[i]-1].span.End
	for i < end && t.Tokens[i].Span.Start < after {
		i++
	}
	if i >= end || t.Word(i) != "," {
		return rapporteur.None
	}
	return id
}

// knownAs is the actor whose name is given right after d: "the rebel group,
// known as OLA". None where none is.
func (f *finder) knownAs(d *description) int {
	t := f.t
	if d.plural || !d.definite && !d.article {
		return rapporteur.None
	}
	i, end, says := f.hit(d.head).End, t.Sentences[t.SentenceOf(d.head)].End, false
	for ; i < end; i++ {
		switch t.Word(i) {
		case ",", "(", "also", "better", "commonly", "as", "by", "its", "initials", "acronym", "the", "“", "\"", "or":
			continue
		case "known", "called", "dubbed":
			says = true
			continue
		}
		break
	}
	if id := f.who(min(i, len(t.Tokens)-1)); says && i < end && id >= 0 && (f.identities[id].Kind != rapporteur.ActorPerson || d.noun.Kind == rapporteur.ActorOffice) {
		return id
	}
	return rapporteur.None
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
	if id < 0 || f.otherOffice(d, id) || !f.compatible(d, id) || d.article && (f.identities[id].described || f.introduces(d)) {
		return false
	}
	for _, a := range f.affiliations(d.head) {
		// "its spokesman", "the army of Velm": not the whole itself, nor another's.
		if a.actor == id || a.country != "" && f.identities[id].Country != "" && a.country != f.identities[id].Country {
			return false
		}
		// "The head of the council" is not he who heads the mission.
		if of := f.identities[id].Of; a.actor >= 0 && of >= 0 && a.actor != of && f.body(a.actor) && f.body(of) && f.identities[a.actor].Of != of && f.identities[of].Of != a.actor {
			return false
		}
	}
	if land := f.placedIn(d.head); land != "" && f.identities[id].described && f.identities[id].Country != "" && f.identities[id].Country != land {
		return false // "officials in Velm" are not the Ardenian officials
	}
	f.link(d, id)
	return true
}

// introduces reports whether d is the subject of a verb that follows it without
// a comma, and so no apposition: "…, an official at the talks said" with an
// article is somebody new.
func (f *finder) introduces(d *description) bool {
	_, end := f.t.Phrase(d.head)
	return f.t.Is(d.head, "nsubj") && f.t.Head(d.head) >= end && f.t.Word(end-1) != "," && f.t.Word(end) != ","
}

// body reports whether id is a body with a name.
func (f *finder) body(id int) bool {
	who := &f.identities[id]
	return !who.described && who.Kind != rapporteur.ActorPerson && who.Kind != rapporteur.ActorState && who.Kind != rapporteur.ActorPeople
}

// otherOffice reports whether id holds another office than d names: who is
// called health minister is not "the transport minister", nor a foreign minister
// "the prime minister".
func (f *finder) otherOffice(d *description, id int) bool {
	if !ministerial(d.noun) {
		return false
	}
	known := false
	for _, n := range f.identities[id].nouns {
		if n == d.noun || suffix(n.Singular, d.noun.Singular) || suffix(d.noun.Singular, n.Singular) || n.Singular == "premier" && d.noun.Singular == "prime minister" || d.noun.Singular == "premier" && n.Singular == "prime minister" {
			return false
		}
		known = known || ministerial(n)
	}
	return known
}

// ministerial reports whether n is one of the offices of a government that are
// told apart: ministers, presidents.
func ministerial(n *knowledge.Noun) bool {
	return n.Class == "minister" || n.Class == "head" && (n.Singular == "prime minister" || n.Singular == "president" || n.Singular == "premier" || n.Singular == "chancellor")
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
