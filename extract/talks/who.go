package talks

import (
	"slices"
	"strings"

	"rapporteur"
)

// actorsAt are the actors (indices in the cast) that the noun phrase headed by
// token means, its coordinates included.
func (f *finder) actorsAt(token int) []int {
	if token < 0 {
		return nil
	}
	var out []int
	add := func(a int) {
		if !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	if f.actors[token] > 0 {
		add(int(f.actors[token]) - 1)
	}
	for _, p := range f.cast.Participants(token) {
		if p.Actor >= 0 {
			add(p.Actor)
		}
	}
	for _, c := range f.t.ChildrenBy(token, "conj") {
		if f.actors[c] > 0 {
			add(int(f.actors[c]) - 1)
		}
	}
	return out
}

// point notes for the head of every mention who is meant, as the cast knows
// the parts of "mediators from Oster, Arden and Velm" by their places alone.
func (f *finder) point() {
	for a := range f.count() {
		for _, m := range f.who(a).Mentions {
			first := f.tokenAt(m.Start)
			for k := first; k < len(f.t.Tokens) && f.t.Tokens[k].Span.Start < m.End; k++ {
				h := f.t.Head(k)
				if h < first || f.t.Tokens[h].Span.Start >= m.End {
					if f.actors[k] == 0 && f.cast.At(k) < 0 {
						f.actors[k] = int32(a + 1)
					}
					break
				}
			}
		}
	}
}

// subjects are the actors that are the subject of verb v; where the tree has
// none, those named last before it, unless another verb stands between.
func (f *finder) subjects(v int) []int {
	v = f.governing(v)
	if s := f.t.Subject(v); s >= 0 {
		if who := f.actorsAt(s); len(who) > 0 {
			return append(who, f.besides(s, v)...)
		}
		if f.speaks(s) {
			return f.spoken(v)
		}
		if f.t.Tokens[s].UPOS == "PRON" && f.content[s] > 0 && pronoun[lower(f.t.Word(s))] {
			return f.speaker(s)
		}
		return f.within(s)
	}
	return f.before(v)
}

// governing is the verb that the words at token v belong to: v itself where it
// is one.
func (f *finder) governing(v int) int {
	if f.t.Verbal(v) {
		return v
	}
	for g, steps := f.t.Head(v), 0; g >= 0 && steps < 4; g, steps = f.t.Head(g), steps+1 {
		if f.t.Verbal(g) {
			return g
		}
	}
	return v
}

// besides are those named with a subject at token s, "along with Arden and Velm".
func (f *finder) besides(s, v int) []int {
	for k := s + 1; k+1 < v && k < s+8; k++ {
		switch f.t.Word(k) {
		case "along", "together":
			if f.t.Word(k+1) == "with" {
				return f.mentionFrom(k+2, v)
			}
		}
	}
	return nil
}

// speaks reports whether token i is a word by which a speaker means himself.
func (f *finder) speaks(i int) bool {
	switch lower(f.t.Word(i)) {
	case "we", "i", "us", "our", "me":
		return true
	}
	return false
}

// pronoun are those by which a report most often means whoever speaks.
var pronoun = map[string]bool{"he": true, "she": true, "it": true, "they": true}

// within are the actors of the first mention inside the phrase of token i that
// stands before its head, as the tree of a name may be wrong.
func (f *finder) within(i int) []int {
	first, _ := f.t.Phrase(i)
	for k := i - 1; k >= first && k > i-4; k-- {
		if who := f.actorsAt(k); len(who) > 0 && f.t.Tokens[k].UPOS == "PROPN" {
			return who
		}
	}
	return nil
}

// before are the actors of the mention that stands last before token v in its
// clause.
func (f *finder) before(v int) []int {
	s := f.t.Sentences[f.t.SentenceOf(v)]
	for k := v - 1; k >= s.First && k > v-8; k-- {
		t := f.t.Tokens[k]
		if t.UPOS == "VERB" || t.UPOS == "SCONJ" || t.UPOS == "PUNCT" && !f.hyphen(k) {
			return nil
		}
		if f.cast.At(k) >= 0 {
			if p := f.t.Preposition(k); p != "" && p != "'s" && p != "’s" {
				return nil
			}
			return f.actorsAt(f.t.FirstConjunct(k))
		}
	}
	return nil
}

// spoken are those whom "we" means at token i: the body that a spokesman speaks
// for, otherwise the speaker.
func (f *finder) spoken(i int) []int {
	who := f.speaker(i)
	if len(who) == 1 && f.classOf(who[0]) == "spokesman" {
		if s := f.sided(who[0]); s >= 0 {
			return []int{s}
		}
	}
	return who
}

// speaker is who says what stands at token i.
func (f *finder) speaker(i int) []int {
	if n := f.content[i]; n > 0 {
		who := f.statements[n-1].Speaker
		if who.Actor >= 0 {
			return []int{who.Actor}
		}
		return f.listedAs(who.Name)
	}
	return nil
}

// listedAs are the actors whose names, joined by "; ", are these.
func (f *finder) listedAs(names string) []int {
	var out []int
	for _, name := range strings.Split(names, "; ") {
		for i := range f.count() {
			if f.who(i).Name == name {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

// after are the actors of the first mention behind token i, with those listed
// beside it, in the same clause.
func (f *finder) after(i, reach int) []int {
	s := f.t.Sentences[f.t.SentenceOf(min(i, len(f.t.Tokens)-1))]
	for k := i; k < s.End && k < i+reach; k++ {
		if t := f.t.Tokens[k]; t.UPOS == "SCONJ" && f.t.Word(k) != "for" && f.t.Word(k) != "from" || t.XPOS == "VBD" || t.XPOS == "MD" || f.t.Word(k) == ";" {
			return nil
		}
		if a := f.mentionFrom(k, s.End); len(a) > 0 {
			return a
		}
	}
	return nil
}

// mentionFrom are the actors of the mention whose first word is token k and of
// those in a list with it: "Qatar, Egypt and the United States". A list ends
// with what follows its "and"; without one there is none.
func (f *finder) mentionFrom(k, end int) []int {
	var out []int
	listed, and := 1, false // of out, those known to be in the list
	fresh := true           // a mention may begin here
	for i := k; i < end && i < k+40; i++ {
		t := f.t.Tokens[i]
		if who := f.actorsAt(i); len(who) > 0 && fresh {
			if len(out) == 0 {
				listed = len(who)
			}
			for _, a := range who {
				if !slices.Contains(out, a) {
					out = append(out, a)
				}
			}
			fresh = false
			if and {
				return out
			}
			continue
		}
		switch {
		case f.t.Word(i) == "," && len(out) > 0:
			fresh = true
		case f.t.Word(i) == "and" && len(out) > 0:
			fresh, and = true, true
		case t.UPOS == "DET" || t.UPOS == "ADJ" || t.UPOS == "PROPN" || t.UPOS == "NOUN" || f.hyphen(i) || t.XPOS == "POS":
		case len(out) == 0 && (t.UPOS == "NUM" || t.UPOS == "ADV"):
		case len(out) > 0 && f.t.Word(i) == "of" && !fresh:
		default:
			return out[:min(listed, len(out))]
		}
	}
	return out[:min(listed, len(out))]
}

// sided is the actor for whom actor i sits at the table: the state of its
// officials, the group of its spokesmen; None for those who only watch.
func (f *finder) sided(i int) int {
	for range 6 {
		if i < 0 {
			return rapporteur.None
		}
		switch f.classOf(i) {
		case "observer", "outlet":
			return rapporteur.None
		}
		if p := f.principal(i); p >= 0 && p != i {
			i = p
			continue
		}
		a := f.who(i)
		switch a.Kind {
		case rapporteur.ActorPerson, rapporteur.ActorOffice:
			if a.Of >= 0 {
				i = a.Of
				continue
			}
			if sector(a, "REB") && f.classOf(i) != "leader" || f.classOf(i) == "delegation" {
				// "The rebel delegation" is of the rebels, if there is but one such group.
				if k := f.onlyOf(primary(a)); k >= 0 {
					return k
				}
			}
			if sector(a, "GOV") && a.Country != "" {
				if s := f.state(a.Country); s >= 0 {
					return s
				}
			}
			return i
		case rapporteur.ActorGovernment:
			if a.Of >= 0 && !(sector(a, "MIL") && a.Key != "") {
				i = a.Of
				continue
			}
			if a.Country != "" && !(sector(a, "MIL") && a.Key != "") {
				if s := f.state(a.Country); s >= 0 {
					return s
				}
			}
		}
		return i
	}
	return i
}

// onlyOf is the one armed group, movement or union with a PLOVER sector, None
// where there are more.
func (f *finder) onlyOf(code string) int {
	found := rapporteur.None
	for i := range f.count() {
		a := f.who(i)
		if primary(a) != code || code == "" || a.Kind != rapporteur.ActorArmedGroup && a.Kind != rapporteur.ActorOrganization {
			continue
		}
		if found >= 0 {
			return rapporteur.None
		}
		found = i
	}
	return found
}

// state is the actor that is the state of a country, or None.
func (f *finder) state(country string) int {
	for i := range f.count() {
		if a := f.who(i); a.Kind == rapporteur.ActorState && a.Key == country {
			return i
		}
	}
	return rapporteur.None
}

func sector(a *rapporteur.Actor, code string) bool {
	for _, s := range a.Sectors {
		if s == code {
			return true
		}
	}
	return false
}

// joined are the names of actors as one holder.
func joined(names []string) string { return strings.Join(names, "; ") }
