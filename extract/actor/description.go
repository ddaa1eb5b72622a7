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
	if f.named(&d) || f.takesUp(&d) || f.coreferent(&d) || f.heading(head) || d.article && f.t.Child(f.t.FirstConjunct(head), "cop") >= 0 {
		return // what somebody is said to be is nobody else
	}
	f.identify(&d)
}

// describes reports whether token i heads a noun phrase of its own, not a
// modifier, nor a title that belongs to a name.
func (f *finder) describes(i int) bool {
	t := f.t
	// The tagger takes "official" for an adjective where the parser does not.
	nominal := t.Nominal(i) || t.Tokens[i].UPOS == "ADJ" && t.Is(i, "nsubj", "obj", "iobj", "obl", "nmod", "root") && t.Child(i, "cop") < 0
	if _, apart := f.parted[i]; apart {
		return true
	}
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
		case "a", "an", "another":
			d.article = true
		case "no", "any":
			d.none = t.Lemma(c) == "no"
		default:
			d.definite = d.definite || t.Is(c, "nmod:poss")
		}
	}
	if first := t.FirstConjunct(head); !d.definite && !d.article && !d.plural && (d.noun.Class == "body" || d.noun.Class == "force") && d.noun.Kind == rapporteur.ActorGovernment {
		// "The police and military", and "parliament" needs no article.
		if det := t.Child(first, "det"); first < head && det >= 0 && t.Lemma(det) == "the" && t.Tokens[f.hit(head).First-1].UPOS == "CCONJ" || d.noun.Singular == "parliament" && t.Child(head, "det") < 0 {
			d.definite = true
		}
	}
	if h := f.hit(head); !d.definite && !d.article && d.plural && d.noun.Class == "fighter" && h.First > 1 && (t.Tokens[h.First-1].UPOS == "CCONJ" || f.beside[head] != nil) {
		// "The government and insurgents"
		if first := t.FirstConjunct(head); f.beside[head] != nil || first < head && f.organ(first) {
			d.definite = true
		}
	}
	// Nor does it swallow the name that follows it: "the envoy to Velm, Aster Vale".
	for i := head + 1; i < len(t.Tokens) && t.Tokens[i].Span.Start < d.span.End; i++ {
		id := f.who(i)
		if id < 0 || f.identities[id].Kind != rapporteur.ActorPerson {
			continue
		}
		k := i
		if h := f.hit(i - 1); h != nil && h.First > head+1 && f.sense(i-1, isNoun) != nil {
			k = h.First // "the prime minister, Sheikh Ari Vale"
		}
		if k > head && k <= i && d.noun.Kind != rapporteur.ActorOffice && d.noun.Kind != rapporteur.ActorPerson && k == f.hit(head).End {
			d.span.End = t.Tokens[k-1].Span.End // "the rebel group Colonel Aster Vale"
			break
		}
		if t.Tokens[k-1].UPOS == "PUNCT" {
			d.span.End = t.Tokens[max(head, k-2)].Span.End
			d.apposed = id
			break
		}
	}
	if m := f.at[f.tokenAt(d.span.End-1)]; m > 0 && f.mentions[m-1].span.Start < d.span.End {
		d.span.End = max(d.span.End, f.mentions[m-1].span.End) // "the army of Bashar al" of Bashar al-Assad
	}
	// A name is not cut: "a spokesman for Tehrik-e-Taliban", whatever the tree says.
	if h := f.hit(f.tokenAt(d.span.End - 1)); h != nil && t.SentenceOf(h.End-1) == t.SentenceOf(head) && t.Tokens[h.End-1].Span.End > d.span.End {
		d.span.End = t.Tokens[h.End-1].Span.End
	}
	if h := f.hit(head); t.Tokens[h.First].Span.Start < d.span.Start {
		d.span.Start = t.Tokens[h.First].Span.Start // the "Foreign Ministry" that another noun has as its modifiers
		for i := h.First - 1; i >= 0 && t.SentenceOf(i) == t.SentenceOf(head) && f.sense(i, isAdjective) != nil; i-- {
			d.span.Start = t.Tokens[i].Span.Start
		}
	}
	if h := f.hit(head); h.First > 0 && h.First < head && t.Tokens[h.First-1].UPOS == "CCONJ" && d.span.Start < t.Tokens[h.First-1].Span.Start {
		d.span.Start = t.Tokens[h.First].Span.Start // "the Red Cross and aid workers"
	}
	if first, apart := f.parted[head]; apart {
		if first > f.hit(head).First {
			first = f.hit(head).First
		}
		end := f.hit(head).End
		if f.beside[head] == nil {
			for first > 0 && (t.Tokens[first-1].UPOS == "ADJ" || t.Tokens[first-1].UPOS == "PROPN" || t.Tokens[first-1].UPOS == "DET") {
				first--
			}
		}
		d.span = t.SpanOf(first, end)
		d.definite = d.definite || f.beside[head] == nil && t.Tokens[first].UPOS == "DET"
	}
	for _, c := range t.ChildrenBy(head, "conj") {
		if and := t.Child(c, "cc"); and > head && t.Tokens[and].Span.Start < d.span.End {
			d.span.End = t.Tokens[and-1].Span.End // "police and students in Velm", with the place hung on the police
		}
	}
	if det := t.Child(head, "det"); d.article && d.plural && t.Is(head, "nmod:poss") && det >= 0 && t.Tokens[det].Span.Start == d.span.Start {
		d.span.Start = t.Tokens[det+1].Span.Start // "a teachers' strike"
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
		noun := f.sense(i, isNoun)
		gunmen := i == s.First && noun != nil && noun.Form == knowledge.FormNouns
		if f.t.Tokens[i].UPOS == "PROPN" && !gunmen || f.entityAt[i] > 0 || f.landAt[i] > 0 || f.sense(i, func(s knowledge.Sense) bool { return s.Noun == nil }) != nil {
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

// nondescript reports whether d says nothing of who is meant: "groups of
// three", "different countries", "the people".
func (f *finder) nondescript(d *description) bool {
	if f.abstract(d) {
		return true
	}
	if !d.plural && !d.definite && !d.article && f.t.Child(d.head, "det", "nummod") < 0 {
		// "He was elected president": a bare singular is an office, not its holder.
		switch d.noun.Kind {
		case rapporteur.ActorOffice, rapporteur.ActorPeople, rapporteur.ActorPerson:
			return true
		case rapporteur.ActorArmedGroup:
			return !collective(d.noun.Singular)
		}
	}
	return len(d.noun.Sectors) == 0 && len(d.modifiers) == 0 && !d.noun.Speaks && d.noun.Class != "observer" && !d.noun.Source ||
		len(d.noun.Sectors) == 0 && (d.noun.Class == "group" || d.noun.Class == "side" || d.noun.Class == "delegation") && len(d.modifiers) == 0 &&
			!strings.Contains(d.noun.Singular, " ")
}

// abstract reports whether the forces of d are none that bear arms.
func (f *finder) abstract(d *description) bool {
	if d.noun.Singular != "forces" && d.noun.Singular != "force" {
		return false
	}
	for _, c := range f.t.ChildrenBy(d.head, "amod", "compound") {
		for _, k := range f.t.Conjuncts(c) {
			switch f.t.Lemma(k) {
			case "economic", "political", "social", "market", "natural", "driving", "competitive", "cultural", "dark", "external", "internal":
				return true
			}
		}
	}
	return false
}
