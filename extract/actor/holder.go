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
