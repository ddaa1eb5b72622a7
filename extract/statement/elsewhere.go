package statement

import (
	"slices"
	"strings"

	"rapporteur"
)

// saysNoMore reports whether every word of the source r, but its article, stands in
// the source s: "the village head" after "a village head in Velm".
func (f *finder) saysNoMore(r, s tokens) bool {
	for i := r.first + 1; i < r.end && !f.is(i, ","); i++ {
		found := false
		for j := s.first; j < s.end && !found; j++ {
			found = strings.EqualFold(f.t.Word(i), f.t.Word(j))
		}
		if !found && !f.punct(i) {
			return false
		}
	}
	return true
}

// fuller is the nearest phrase before the one headed by h, which is for a body, that
// has its noun and says whose it is: "the observer mission in Velm" before "the
// mission". None where there is none.
func (f *finder) fuller(h int) int {
	if first, end := f.t.NounPhrase(h); !f.body(h) || end-first > 2 {
		return rapporteur.None
	}
	lemma := f.t.Lemma(h)
	for i := h - 1; i >= 0; i-- {
		if f.t.Tokens[i].UPOS != "NOUN" && f.t.Tokens[i].UPOS != "PROPN" || f.within[i] != 0 || f.t.Lemma(i) != lemma {
			continue
		}
		first, end := f.t.NounPhrase(i)
		for j := first; j < end; j++ {
			if j != i && f.t.Tokens[j].UPOS == "PROPN" {
				return i
			}
		}
	}
	return rapporteur.None
}

// Roles that many have at a time: "an official" need not be the official who is
// named below.
var shared = map[string]bool{
	"official": true, "resident": true, "analyst": true, "source": true, "witness": true, "activist": true, "lawmaker": true, "diplomat": true,
	"expert": true, "worker": true, "member": true, "soldier": true, "officer": true, "doctor": true, "villager": true, "fighter": true, "aide": true,
	"man": true, "woman": true, "person": true, "politician": true, "legislator": true, "senator": true, "medic": true, "journalist": true,
}

// namedLater is the person whom the report names below in the role that the source of
// c has: "the head of the team said … Aster Vale, who is head of the team, said". None
// where there is none.
func (f *finder) namedLater(c *claim, who []rapporteur.Participant) int {
	h := f.referent(c.speaker)
	if len(who) != 1 || !f.unnamed(who) || h != c.speaker || f.t.Tokens[h].XPOS != "NN" || !people()[f.t.Lemma(h)] {
		return rapporteur.None
	}
	definite := f.is(c.source.first, "the")
	if !definite && (!f.any(c.source.first, "a", "an") || shared[f.t.Lemma(h)]) {
		return rapporteur.None
	}
	words := f.roleWords(c.source)
	if len(words) < 2 {
		return rapporteur.None
	}
	defer f.enter(f.sentence)
	far := 2
	if definite {
		far = 4
	}
	paragraph := f.t.Sentences[c.sentence].Paragraph
	for k := range f.t.Entities {
		e := &f.t.Entities[k]
		if e.Type != rapporteur.EntityPerson || e.First < c.source.end {
			continue
		}
		s := f.t.Sentences[f.t.SentenceOf(e.First)]
		if s.Paragraph-paragraph > far {
			break
		}
		if a := f.cast.At(e.End - 1); a == rapporteur.None || f.cast.Actors[a].Kind != rapporteur.ActorPerson || f.within[e.First] != 0 {
			continue
		}
		f.enter(f.t.SentenceOf(e.First))
		if f.holds(tokens{f.widenLeft(e.First), e.First}, words) || f.holds(f.apposition(e.End), words) {
			return e.End - 1
		}
	}
	return rapporteur.None
}

// apposition is what stands after the name that ends at p and tells who that is: ", the
// head of the team,", ", who is head of the team,". Empty where nothing does.
func (f *finder) apposition(p int) tokens {
	if !f.is(p, ",") || p+1 >= f.last {
		return tokens{}
	}
	for i := p + 1; i < min(p+25, f.last); i++ {
		if f.is(i, ",") || f.opens[i] != 0 || f.cues(i) && f.finite(i) {
			return tokens{p + 1, i}
		}
	}
	return tokens{p + 1, min(p+25, f.last)}
}

// holds reports whether every one of words stands in r.
func (f *finder) holds(r tokens, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		for i := r.first; i < r.end; i++ {
			if f.is(i, w) {
				return false
			}
		}
		return true
	})
}

// roleWords are the words of a source that tell a role, in small letters.
func (f *finder) roleWords(r tokens) []string {
	var out []string
	for i := r.first; i < r.end; i++ {
		switch {
		case f.is(i, ","), f.t.Tokens[i].XPOS == "WP":
			return out
		case f.t.Tokens[i].UPOS == "NOUN", f.t.Tokens[i].UPOS == "PROPN", f.t.Tokens[i].UPOS == "ADJ", f.t.Tokens[i].XPOS == "VBG":
			out = append(out, lower(f.t.Word(i)))
		}
	}
	return out
}
