package talks

import (
	"strings"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// Indices of actors are those of the cast; behind them come those whom the cast
// does not know, though a noun of nouns.tsv says that they may take a stance:
// "the school district", "developing countries".

// ruleNoun names the rule by which those of nouns.tsv are read.
const ruleNoun = "talks/noun"

// count is how many actors there are.
func (f *finder) count() int { return len(f.cast.Actors) + len(f.others) }

// who is actor i.
func (f *finder) who(i int) *rapporteur.Actor {
	if n := len(f.cast.Actors); i >= n {
		return &f.others[i-n]
	}
	return &f.cast.Actors[i]
}

// classOf is the class of actor i in the cast, "" for others.
func (f *finder) classOf(i int) string {
	if i >= len(f.cast.Actors) {
		return ""
	}
	return f.cast.Class(i)
}

// principal is the actor for whom actor i acts.
func (f *finder) principal(i int) int {
	if i >= len(f.cast.Actors) {
		return i
	}
	return f.cast.Principal(i)
}

// notice adds those whom the cast does not know.
func (f *finder) notice() {
	if w := f.ofWorkers(); w >= 0 {
		if b := f.business(); b >= 0 && b != w {
			f.employer = b
			for i := range f.t.Tokens {
				if f.t.Lemma(i) == "union" && f.t.Tokens[i].UPOS == "NOUN" && f.cast.At(i) == b && !f.t.Is(i, "compound") {
					f.actors[i] = int32(w + 1) // "the union", which the cast takes for the company
				}
			}
		}
	}
	f.introduce()
	union := f.onlyUnion()
	owned := map[string]int{} // "the mission" after "the United Nations mission"
	for i := range f.t.Tokens {
		if f.bound(i) {
			f.addState(i)
			continue
		}
		if union >= 0 && f.class[i]&know.Crowd != 0 && f.actors[i] == 0 && f.t.Lemma(i) == "member" && f.t.Child(i, "nmod", "compound", "amod") < 0 && !f.knows(i) {
			f.actors[i] = int32(union + 1) // "its members", who are the union
			continue
		}
		c := f.class[i] & (know.Body | know.Crowd)
		if c == 0 || f.actors[i] > 0 || f.knows(i) || f.t.Is(i, "compound", "amod", "flat", "nmod:poss") {
			continue
		}
		if owner := f.owners(i); c&know.Body != 0 && len(owner) == 1 {
			f.actors[i] = int32(owner[0] + 1) // "the agency's board"
			owned[f.t.Lemma(i)] = owner[0] + 1
			continue
		}
		if d := f.t.Child(i, "det"); c&know.Body != 0 && f.class[i]&know.Vague == 0 && d >= 0 && lower(f.t.Word(d)) == "the" && f.labour() && f.employs(i) {
			if b := f.business(); b >= 0 {
				f.actors[i] = int32(b + 1) // "the company", which the cast takes for the union
				continue
			}
		}
		name := f.called(i)
		if !strings.Contains(name, " ") && f.indefinite(i) || strings.HasPrefix(name, "other ") {
			continue // "a council", "the other party"
		}
		if f.class[i]&know.Vague != 0 && !strings.Contains(name, " ") {
			if name = f.calledOf(i); name == "" {
				if d := f.t.Child(i, "det"); d >= 0 && lower(f.t.Word(d)) == "the" {
					f.actors[i] = int32(owned[f.t.Lemma(i)])
				}
				continue
			}
		}
		a := rapporteur.Actor{Name: name, Kind: rapporteur.ActorOrganization, Of: rapporteur.None, Mentions: []rapporteur.Span{f.t.Tokens[i].Span}, Rule: ruleNoun}
		if c == know.Crowd {
			a.Kind = rapporteur.ActorPeople
		}
		n := f.alike(a.Name, f.t.Lemma(i))
		if n < 0 {
			n = f.count()
			f.others = append(f.others, a)
		} else {
			f.who(n).Mentions = append(f.who(n).Mentions, a.Mentions...)
		}
		f.actors[i] = int32(n + 1)
	}
}

// introduce adds the parties that a report names behind the noun, if the cast does not
// know them, or takes them for persons: "the liberal party NFL", and NFL ever after.
func (f *finder) introduce() {
	var names map[string]int32
	for i := 1; i < len(f.t.Tokens); i++ {
		if !f.partyName(i) || names[f.t.Word(i)] > 0 {
			continue
		}
		end := i + 1
		for end < len(f.t.Tokens) && f.t.Is(end, "flat") && f.t.Head(end) == i {
			end++
		}
		f.others = append(f.others, rapporteur.Actor{Name: f.t.Text(f.t.SpanOf(i, end)), Kind: rapporteur.ActorOrganization, Sectors: []string{"PTY"}, Of: rapporteur.None, Rule: ruleNoun})
		if names == nil {
			names = map[string]int32{}
		}
		names[f.t.Word(i)] = int32(f.count())
	}
	for i := range f.t.Tokens {
		if n := names[f.t.Word(i)]; n > 0 && (f.cast.At(i) < 0 || f.partyName(i)) {
			f.actors[i] = n
			f.who(int(n) - 1).Mentions = append(f.who(int(n)-1).Mentions, f.t.Tokens[i].Span)
		}
	}
}

// partyName reports whether token i is a name behind "party" that the cast does not
// know: an abbreviation, or what it takes for a person without a title.
func (f *finder) partyName(i int) bool {
	if i == 0 || f.t.Word(i-1) != "party" || f.t.SentenceOf(i) != f.t.SentenceOf(i-1) || f.actors[i] > 0 {
		return false
	}
	word := f.t.Word(i)
	if a := f.cast.At(i); a >= 0 {
		p := f.who(a)
		return p.Kind == rapporteur.ActorPerson && p.Title == "" && len(p.Mentions) == 1
	}
	return len(word) > 1 && word == strings.ToUpper(word) && word[0] >= 'A' && word[0] <= 'Z'
}

// onlyUnion is the one union of a report on workers, by its name or else as the cast
// knows it, None where there are several, or none.
func (f *finder) onlyUnion() int {
	if !f.labour() {
		return rapporteur.None
	}
	found := f.ofWorkers()
	if found >= 0 {
		return found
	}
	for a := range f.cast.Actors {
		if f.who(a).Kind == rapporteur.ActorOrganization && f.unionised(a) {
			if found >= 0 {
				return rapporteur.None
			}
			found = a
		}
	}
	return found
}

// labour reports whether a union is among the actors.
func (f *finder) labour() bool {
	for a := range f.cast.Actors {
		if f.unionised(a) {
			return true
		}
	}
	return false
}

// employs reports whether the noun at token i means a business that employs people.
func (f *finder) employs(i int) bool {
	switch f.t.Lemma(i) {
	case "company", "firm", "employer", "chain", "operator", "airline", "carrier", "management", "carmaker", "automaker", "steelmaker", "mine":
		return true
	}
	return false
}

// knows reports whether the cast knows whom token i means.
func (f *finder) knows(i int) bool {
	who := f.cast.Participants(i)
	return len(who) > 0 && who[0].Actor >= 0 && !f.opposite(i, who[0].Actor)
}

// bound reports whether a hyphen binds a participle to token i: "Oster-led".
func (f *finder) bound(i int) bool {
	if i+2 >= len(f.t.Tokens) || f.t.Tokens[i].UPOS != "PROPN" || !f.hyphen(i+1) {
		return false
	}
	x := f.t.Tokens[i+2].XPOS
	return x == "VBN" || x == "JJ" && strings.HasSuffix(f.t.Word(i+2), "ed")
}

// addState adds the country that token i names, if the cast does not know it:
// it does not count the first half of a word as a mention.
func (f *finder) addState(i int) {
	c := f.countryAt(i)
	if c == nil || f.state(c.Code) >= 0 {
		return
	}
	f.others = append(f.others, rapporteur.Actor{Name: c.Name, Kind: rapporteur.ActorState, Key: c.Code, Country: c.Code, Sectors: []string{"GOV"},
		Of: rapporteur.None, Mentions: []rapporteur.Span{f.t.Tokens[i].Span}, Rule: "talks/compound"})
}

// alike is the other actor that a noun phrase means: one of the same name, or
// one introduced before with more words by the same noun ("the district").
func (f *finder) alike(name, head string) int {
	for i := range f.others {
		if n := f.others[i].Name; n == name || name == head && (strings.HasSuffix(n, " "+head)) {
			return len(f.cast.Actors) + i
		}
	}
	return rapporteur.None
}

// indefinite reports whether "a" or "an" stands before token i: "a company".
func (f *finder) indefinite(i int) bool {
	d := f.t.Child(i, "det")
	return d >= 0 && (lower(f.t.Word(d)) == "a" || lower(f.t.Word(d)) == "an")
}

// calledOf is a noun with the "of" that says whose it is ("owners of the ship"),
// "" where nothing says it.
func (f *finder) calledOf(i int) string {
	for _, c := range f.t.ChildrenBy(i, "nmod") {
		if f.t.Preposition(c) != "of" {
			continue
		}
		if _, end := f.t.NounPhrase(c); c > i && end-i < 9 {
			return f.t.Text(f.t.SpanOf(i, end))
		}
	}
	return ""
}

// called is the noun phrase headed by token i without its determiner and what
// follows it.
func (f *finder) called(i int) string {
	first, end := f.t.Core(i)
	for first < i && (f.t.Tokens[first].UPOS == "DET" || f.t.Tokens[first].XPOS == "PRP$" || f.t.Tokens[first].UPOS == "PUNCT") {
		first++
	}
	if i-first > 4 {
		first = i
	}
	return f.t.Text(f.t.SpanOf(first, min(end, i+1)))
}
