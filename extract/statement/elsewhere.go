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
	for i := h - 1; i >= max(0, h-8*reach); i-- {
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

// namedElsewhere is the person whose name the report gives elsewhere to the one with a
// role who makes the claim at place k of order. None where it does not.
func (f *finder) namedElsewhere(order []int, k int, who []rapporteur.Participant) int {
	c := &f.claims[order[k]]
	h := f.referent(c.speaker)
	if len(who) != 1 || !f.unnamed(who) || h != c.speaker || f.t.Tokens[h].XPOS != "NN" || !people()[f.t.Lemma(h)] || c.source.empty() {
		return rapporteur.None
	}
	definite := f.is(c.source.first, "the")
	if !definite && (!f.any(c.source.first, "a", "an") || shared[f.t.Lemma(h)]) {
		return rapporteur.None
	}
	if p := f.namedLater(c, h, definite); p != rapporteur.None {
		return p
	}
	if shared[f.t.Lemma(h)] || strings.HasPrefix(f.t.Lemma(h), "spokes") {
		return rapporteur.None
	}
	if k == 0 {
		return f.leadsTo(c, &f.claims[order[min(1, len(order)-1)]])
	}
	if definite {
		return f.onlyPerson(c)
	}
	return rapporteur.None
}

// foremost are the words for who stands at the head of something.
var foremost = map[string]bool{"head": true, "leader": true, "chief": true, "commander": true, "boss": true, "president": true, "chairman": true, "chairwoman": true, "chair": true, "director": true, "secretary": true}

// leadsAll reports whether the description r of a person is that of one at the head of
// something: ", commander of the Velm Front".
func (f *finder) leadsAll(r tokens) bool {
	for i := r.first; i < r.end; i++ {
		if f.t.Nominal(i) {
			return foremost[f.t.Lemma(i)] || f.hyphen(i+1)
		}
	}
	return false
}

// leadsTo is the person who makes the claim next with a bare name, at the first
// mention, in the paragraph after that of c, the first of the report: "The leader of the
// union has warned that …", "Aster Vale said …" as reports in Britain begin; or one who
// is at the head of something, too. None where that is not so.
func (f *finder) leadsTo(c, next *claim) int {
	a, b := f.t.Sentences[c.sentence], f.t.Sentences[next.sentence]
	if c == next || b.Paragraph <= a.Paragraph || b.Paragraph > a.Paragraph+2 || next.speaker == rapporteur.None || next.source.empty() {
		return rapporteur.None
	}
	e := f.entityAt(next.speaker)
	if e == nil || e.Type != rapporteur.EntityPerson || e.End-e.First < 2 {
		return rapporteur.None
	}
	titled := e.First > next.source.first && f.t.Lemma(e.First-1) == f.t.Lemma(c.speaker) // "the mediator said …", "mediator Aster Vale said"
	bare := next.source.first == e.First && next.source.end == e.End
	if !titled && !bare && !(next.source.first == e.First && foremost[f.t.Lemma(c.speaker)] && f.leadsAll(tokens{e.End, next.source.end})) {
		return rapporteur.None
	}
	for i := range f.t.Entities {
		o := &f.t.Entities[i]
		if o.First >= e.First {
			break
		}
		if o.Type == rapporteur.EntityPerson && !f.t.Sentences[f.t.SentenceOf(o.First)].Heading {
			return rapporteur.None // somebody has been named before
		}
	}
	if p := f.cast.At(e.End - 1); p == rapporteur.None || f.cast.Actors[p].Kind != rapporteur.ActorPerson {
		return rapporteur.None
	}
	return e.End - 1
}

// onlyPerson is the person whom alone the report names, where the name stands before
// the claim c: "the secretary said" is said by nobody else. None where there is none or there are
// several.
func (f *finder) onlyPerson(c *claim) int {
	only, at := rapporteur.None, rapporteur.None
	for i := range f.t.Entities {
		e := &f.t.Entities[i]
		if e.Type != rapporteur.EntityPerson {
			continue
		}
		a := f.cast.At(e.End - 1)
		if a == rapporteur.None || f.cast.Actors[a].Kind != rapporteur.ActorPerson || only != rapporteur.None && a != only {
			return rapporteur.None
		}
		if only = a; at == rapporteur.None && !f.t.Sentences[f.t.SentenceOf(e.First)].Heading {
			at = e.End - 1
		}
	}
	if at == rapporteur.None || at >= c.source.first {
		return rapporteur.None
	}
	for i := c.source.first; i < c.source.end; i++ {
		if f.any(i, "former", "then", "previous", "late", "deputy", "acting", "ex", "another", "other") {
			return rapporteur.None
		}
	}
	return at
}

// namedLater is the person whom the report names below in the role that the source of
// c has, headed by h: "the head of the team said … Aster Vale, who is head of the team,
// said". None where there is none.
func (f *finder) namedLater(c *claim, h int, definite bool) int {
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

// centre is the subject of the sentence before the one that c begins with a pronoun,
// where it is a person with a name and nobody, last among those who spoke, has said
// anything in it: "The minister, Aster Vale, was stunned. He told reporters". None where that is not
// so.
func (f *finder) centre(c *claim, last *voice) int {
	s := f.t.Sentences[c.sentence]
	if c.speaker > s.First+1 || c.speaker == s.First+1 && f.t.Tokens[s.First].UPOS == "PROPN" || c.sentence == 0 || last == nil || last.source.empty() {
		return rapporteur.None
	}
	before := f.t.Sentences[c.sentence-1]
	if before.Heading || before.Paragraph < s.Paragraph-1 || f.t.SentenceOf(last.source.first) >= c.sentence-1 || last.until >= c.sentence-1 {
		return rapporteur.None
	}
	for i := before.First; i < before.End; i++ {
		if !f.t.Is(i, "nsubj", "nsubj:pass") || f.within[i] != 0 || f.t.Head(i) < 0 || !f.t.Is(f.t.Head(i), "root") {
			continue
		}
		if a := f.cast.At(i); a != rapporteur.None && f.cast.Actors[a].Kind == rapporteur.ActorPerson && f.t.Tokens[i].UPOS == "PROPN" {
			return i
		}
		return rapporteur.None
	}
	return rapporteur.None
}

// roleOf is the noun that stands before the name at the end of the source of c, or
// heads the description after it: "Velm Ports spokesman Aster Vale", "Aster Vale, a
// spokesman for the port". Empty where there is none.
func (f *finder) roleOf(c *claim) string {
	for i := c.source.first; i < c.source.end; i++ {
		e := f.entityAt(i)
		if e == nil || e.First != i || e.Type != rapporteur.EntityPerson {
			continue
		}
		if i > c.source.first && people()[f.t.Lemma(i-1)] {
			return f.t.Lemma(i - 1)
		}
		if f.is(e.End, ",") && f.any(e.End+1, "a", "an", "the") {
			if h := f.nominalAfter(e.End + 1); h != rapporteur.None && h < c.source.end && people()[f.t.Lemma(h)] {
				return f.t.Lemma(h)
			}
		}
		return ""
	}
	return ""
}

// common reports whether no name stands in r: "the company spokesman".
func (f *finder) common(r tokens) bool {
	for i := r.first; i < r.end; i++ {
		if f.t.Tokens[i].UPOS == "PROPN" || f.is(i, ",") || f.t.Tokens[i].UPOS == "ADP" || f.entity(i) != "" {
			return false
		}
	}
	return true
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
