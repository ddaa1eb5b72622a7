package actor

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge"
)

// titlePersons reads who the named persons are: their titles, the bodies they
// belong to, their countries and sectors.
func (f *finder) titlePersons() {
	n := len(f.mentions)
	for m := 0; m < n; m++ {
		id := f.mentions[m].parts[0].actor
		if f.identities[id].Kind != rapporteur.ActorPerson {
			continue
		}
		f.titleOf(id, f.mentions[m].head)
	}
}

// titleOf reads what stands beside the name of person id at head: "Israeli
// Prime Minister" before it, "a spokesman for Hamas" after it, the minister
// whose name it is, or what he is said to be.
func (f *finder) titleOf(id, head int) {
	t := f.t
	f.titleOver(id, head, f.rankStart(head))
	for _, c := range t.Children(head) {
		c := int(c)
		switch {
		case c < head && t.Is(c, "nmod:desc", "compound", "amod", "flat"):
			if f.isTitle(c) {
				f.titleBefore(id, head)
				first, _ := t.Core(head)
				f.giveTitle(id, c, max(first, f.leftOf(c)), f.nameStart(head))
				f.cover(c, head)
				f.affiliate(id, c, head)
			}
		case c > head && t.Is(c, "appos", "parataxis"):
			if f.isTitle(c) {
				f.giveTitleOf(id, c, len(t.Tokens))
				f.affiliate(id, c, c)
				f.takeOver(c, id)
			}
		}
	}
	// "the chief negotiator, Aster Vale" and "the group's leader Aster Vale".
	if up := f.titleAbove(head); up >= 0 && f.at[up] == 0 {
		f.giveTitleOf(id, up, f.nameStart(head))
		f.affiliate(id, up, up)
		f.takeOver(up, id)
	}
	// "Aster Vale is the leader of the red shirts".
	if up := t.Head(head); up >= 0 && t.Tokens[head].Deprel == "nsubj" && f.isTitle(up) && t.Child(up, "cop") >= 0 && !t.Negated(up) && t.Child(up, "aux") < 0 {
		f.giveTitleOf(id, up, len(t.Tokens))
		f.affiliate(id, up, up)
	}
	f.affiliate(id, rapporteur.None, head)
	if f.identities[id].Title == "" {
		f.titleBefore(id, head)
	}
}

// cover lets the words of the title at noun mean the person whose name is headed
// by head, since a wrong tree may make one of them the subject.
func (f *finder) cover(noun, head int) {
	h := f.hit(noun)
	for i := h.First; i < h.End; i++ {
		if f.at[i] == 0 && f.t.Nominal(i) {
			f.at[i] = f.at[head]
		}
	}
}

// titleAbove is the title to which the name headed by head stands in
// apposition, or to a part of which the tree has it: "the spokesman of the
// delegation, Aster Vale". None where there is none.
func (f *finder) titleAbove(head int) int {
	if !f.t.Is(head, "appos", "flat", "nmod:desc") {
		return rapporteur.None
	}
	up := f.t.Head(head)
	for steps := 0; up >= 0 && up < head && steps < 3; steps++ {
		if f.isTitle(up) {
			return up
		}
		if !f.t.Is(up, "nmod") {
			break
		}
		up = f.t.Head(up)
	}
	return rapporteur.None
}

// titleBefore reads the title whose words end where the name begins, whatever
// the tree makes of them.
func (f *finder) titleBefore(id, head int) {
	start := f.nameStart(head)
	if start == 0 || f.t.SentenceOf(start-1) != f.t.SentenceOf(start) {
		return
	}
	h := f.hit(start - 1)
	if h != nil && h.End == start && h.First > 0 && f.honorific(start-1) {
		// "Prime Minister Mr. Aster Vale"
		if before := f.hit(h.First - 1); before != nil && before.End == h.First && f.t.SentenceOf(h.First-1) == f.t.SentenceOf(start) {
			start, h = h.First, before
		}
	}
	noun := rapporteur.None
	if h != nil && h.End == start {
		noun = f.headOf(h.First, h.End)
	}
	if noun < 0 || !f.isTitle(noun) {
		if !f.titleBeside(id, head, start) {
			f.titleOver(id, head, start)
		}
		return
	}
	f.takeTitle(id, head, noun, start)
}

// honorific reports whether token i is "Mr." or its like.
func (f *finder) honorific(i int) bool {
	return f.sense(i, func(s knowledge.Sense) bool { return s.Noun != nil && s.Noun.Class == "honorific" }) != nil
}

// rankStart is the first token of the name headed by head, with the military
// rank before it: "leader of the front Colonel Aster Vale".
func (f *finder) rankStart(head int) int {
	start := f.nameStart(head)
	if start == 0 {
		return start
	}
	if h := f.hit(start - 1); h != nil && h.End == start && f.sense(start-1, func(s knowledge.Sense) bool { return s.Noun != nil && s.Noun.Title && s.Noun.Class == "military" }) != nil {
		return h.First
	}
	return start
}

// titleOver reads the title before a name that stands at the end of the title's
// own prepositional phrase, without a comma: "UN envoy on Velm Aster Vale",
// "director of Amnesty International Aster Vale".
func (f *finder) titleOver(id, head, start int) {
	t := f.t
	if len(f.identities[id].words) < 2 || start == 0 || f.isTitle(start-1) {
		return
	}
	prep := f.overPreposition(start)
	if prep < 1 || start-prep < 2 {
		return
	}
	h := f.hit(prep - 1)
	if h == nil || h.End != prep || f.at[h.End-1] > 0 {
		return
	}
	noun := f.headOf(h.First, h.End)
	s := f.sense(noun, isNoun)
	if !f.isTitle(noun) || !s.Noun.Title {
		return
	}
	object := start - 1
	for object > prep && !t.Nominal(object) && f.hitAt[object] == 0 {
		object--
	}
	if s := f.sense(object, isNoun); s != nil && (s.Noun.Class == "group" || s.Noun.Class == "fighter") {
		for k := object - 1; k > prep; k-- {
			if of := f.who(k); of >= 0 && f.body(of) {
				object = k // "the Tarn rebel group"
				break
			}
		}
	}
	if w := t.Word(prep); w == "of" || w == "from" || (w == "for" || w == "at" || w == "with") && s.Noun.Class != "envoy" {
		if a, ok := f.affiliationOf(object, noun); ok && a.actor != id && !f.former(noun, head) {
			who := &f.identities[id]
			if who.Of < 0 {
				who.Of = a.actor
			}
			if who.Country == "" && (a.actor < 0 || f.identities[a.actor].Kind == rapporteur.ActorState) {
				who.Country = a.country
			}
		}
	}
	f.takeTitle(id, head, noun, start)
}

// titleBeside reads the first of two titles before a name, where what stands
// right before it is none: "Velm's speaker and ally of the king Aster Vale". It
// reports whether there is one.
func (f *finder) titleBeside(id, head, start int) bool {
	t := f.t
	for i := start - 1; i > 0 && start-i <= 5 && t.SentenceOf(i) == t.SentenceOf(start); i-- {
		switch t.Tokens[i].UPOS {
		case "CCONJ":
			h := f.hit(i - 1)
			if i+1 == start || h == nil || h.End != i || f.at[i-1] > 0 {
				return false
			}
			noun := f.headOf(h.First, h.End)
			if !f.isTitle(noun) || !f.sense(noun, isNoun).Noun.Title {
				return false
			}
			f.takeTitle(id, head, noun, i)
			return true
		case "PROPN", "NOUN", "ADJ":
		default:
			return false
		}
	}
	return false
}

// overPreposition is the preposition whose object ends right before token start
// with no comma, verb or other preposition between; None where there is none.
func (f *finder) overPreposition(start int) int {
	t := f.t
	for i := start - 1; i > 0 && start-i <= 12 && t.SentenceOf(i) == t.SentenceOf(start); i-- {
		switch t.Tokens[i].UPOS {
		case "ADP":
			if f.hitAt[i] > 0 && f.hitAt[i] == f.hitAt[i+1] {
				continue // the "of" of a name
			}
			return i
		case "PROPN", "NOUN", "ADJ", "DET", "CCONJ":
		default:
			if t.Tokens[i].XPOS != "POS" && !f.hyphen(i) {
				return rapporteur.None
			}
		}
	}
	return rapporteur.None
}

// takeTitle gives person id, named at head, the title at noun with what stands
// before it, as far as token start.
func (f *finder) takeTitle(id, head, noun, start int) {
	h := f.hit(noun)
	first := h.First
	for first > 0 && f.t.SentenceOf(first-1) == f.t.SentenceOf(start) {
		upos := f.t.Tokens[first-1].UPOS
		if s := f.sense(first-1, isNoun); s != nil && (s.Noun.Class == "group" || s.Noun.Class == "fighter" && collective(s.Noun.Singular)) && f.sense(noun, isNoun).Noun.Class == "military" {
			break // "the rebel group Colonel Aster Vale"
		}
		if upos != "ADJ" && upos != "PROPN" && upos != "NOUN" || f.t.Tokens[first-1].XPOS == "NNS" && f.hitAt[first-1] == 0 || f.at[first-1] > 0 && f.identities[f.mentions[f.at[first-1]-1].parts[0].actor].Kind == rapporteur.ActorPerson {
			break
		}
		first--
	}
	f.giveTitle(id, noun, first, start)
	f.cover(noun, head)
	former := f.former(noun, head)
	for i := first; i < h.First; i++ {
		if a, ok := f.affiliationOf(i, noun); ok && a.actor != id {
			who := &f.identities[id]
			if who.Of < 0 && !former {
				who.Of = a.actor
			}
			if who.Country == "" {
				who.Country = a.country
			}
		}
	}
	f.affiliate(id, noun, noun)
}

// isTitle reports whether token i is the head of a title or of a role that a
// single person may have.
func (f *finder) isTitle(i int) bool {
	s := f.sense(i, isNoun)
	h := f.hit(i)
	return s != nil && f.headOf(h.First, h.End) == i && s.Form == knowledge.FormNoun && (s.Noun.Class != "fighter" || !collective(s.Noun.Singular)) && (s.Noun.Kind != rapporteur.ActorGovernment || rank(s.Noun)) && s.Noun.Class != "outlet" && s.Noun.Class != "group" &&
		s.Noun.Class != "delegation" && s.Noun.Class != "side" && s.Noun.Class != "mediators"
}

// rank reports whether a noun for those who serve names one of them, so that it
// may stand before a name: "Police Officer Vale".
func rank(n *knowledge.Noun) bool {
	for _, end := range []string{"officer", "man", "woman", "soldier"} {
		if strings.HasSuffix(n.Singular, end) {
			return true
		}
	}
	return false
}

// leftOf is the first token of the phrase headed by i.
func (f *finder) leftOf(i int) int {
	first, _ := f.t.Phrase(i)
	return first
}

// nameStart is the first token of the name whose mention is headed by head.
func (f *finder) nameStart(head int) int {
	if m := f.at[head]; m > 0 {
		for i := head; i > 0; i-- {
			if f.t.Tokens[i].Span.Start <= f.mentions[m-1].span.Start {
				return i
			}
		}
	}
	return head
}

// giveTitleOf keeps the noun phrase headed by noun, as far as token limit, as
// the title of id.
func (f *finder) giveTitleOf(id, noun, limit int) {
	first, end := f.t.NounPhrase(noun)
	for first < noun && leads(f.t, first, noun) {
		first++
	}
	end = min(end, limit)
	for i := noun + 1; i < end; i++ {
		if f.who(i) == id {
			end = i
		}
	}
	for end > noun+1 && f.t.Tokens[end-1].UPOS == "PUNCT" {
		end--
	}
	f.giveTitle(id, noun, first, end)
}

// giveTitle keeps the words of tokens [first, end) as the title of id, unless
// it has one.
func (f *finder) giveTitle(id, noun, first, end int) {
	s := f.sense(noun, isNoun)
	if s == nil || s.Noun.Class == "honorific" {
		return
	}
	who := &f.identities[id]
	if !slices.Contains(who.nouns, s.Noun) {
		who.nouns = append(who.nouns, s.Noun)
	}
	if who.Title != "" {
		return
	}
	for first < noun {
		// Not "shortly before Prime Minister", nor "Green" of "Left-Green leader".
		if u := f.t.Tokens[first].UPOS; u != "ADP" && u != "ADV" && u != "SCONJ" && u != "CCONJ" && u != "PUNCT" && u != "AUX" && u != "PRON" {
			break
		}
		first++
	}
	if f.hyphen(first-1) && f.touch(first-2, first-1) && f.touch(first-1, first) {
		first -= 2
	}
	if end <= first || end-first > 14 {
		return
	}
	// "Ecuador's President": whose he is goes into Of and Country.
	for _, c := range f.t.ChildrenBy(noun, "nmod:poss") {
		if _, after := f.t.Phrase(c); c < noun && after < end {
			first = max(first, after)
		}
	}
	title := strings.TrimRight(bare(f.t.Text(f.t.SpanOf(first, end))), " ,")
	for _, article := range []string{"a ", "an ", "A ", "An "} {
		title = strings.TrimPrefix(title, article)
	}
	who.Title = title
	if who.class == "" {
		who.class = s.Noun.Class
	}
}

// takeOver makes the description headed by i mean person id.
func (f *finder) takeOver(i, id int) {
	if f.at[i] == 0 {
		f.mention(i, phrase(f.t, i), id)
	}
}
