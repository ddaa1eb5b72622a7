package event

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

// place puts the event told by token head where the text puts it: the place
// that hangs on it, or on its verb, nearest first. dated places of other clauses
// are not its own.
func (f *finder) place(e *rapporteur.Event, m *match) {
	if len(m.hosts) > 0 {
		p := &f.places[f.placeAt(m.hosts[0])]
		e.Place, e.PlaceSpan, e.Country = f.t.Text(p.Span), p.Span, p.Country
		return
	}
	s := f.t.Sentences[f.t.SentenceOf(m.head)]
	best, rank := none, 100
	prepositions := locative
	if t := plover.TypeByName(e.Type); t != nil && strings.HasPrefix(t.Quad, "verbal") && e.Mode != "visit" || e.Mode == "deport" {
		prepositions = where
	}
	for i := f.firstPlace(s.Span.Start); i < len(f.places) && f.places[i].Span.Start < s.Span.End; i++ {
		if f.takesPart(e, &f.places[i]) || f.tellers(e, f.places[i].Span) || e.Type == "AID" && e.Mode == "" && f.origin(i) {
			continue
		}
		if r := f.farFrom(i, m.head, prepositions); r < rank {
			best, rank = i, r
		}
	}
	if best < 0 && done(e) {
		best = f.thereOf(e, m)
	}
	if best < 0 {
		best = f.seatOf(e)
	}
	if best < 0 {
		return
	}
	p := &f.places[best]
	e.Place, e.PlaceSpan, e.Country = f.t.Text(p.Span), p.Span, p.Country
}

// tellers reports whether the words of span only say where those are who tell of e: "six died,
// officials in Velm said".
func (f *finder) tellers(e *rapporteur.Event, span rapporteur.Span) bool {
	return slices.ContainsFunc(f.statementsOf(span), func(k int32) bool {
		s := &f.statements[k]
		return slices.ContainsFunc(s.Speaker.Spans, func(sp rapporteur.Span) bool { return sp.Contains(span) && !sp.Overlaps(e.Anchor) }) &&
			slices.ContainsFunc(s.Content, e.Anchor.Overlaps)
	})
}

// origin reports whether place i is where those come from whom aid is for: "took in
// refugees from Velm".
func (f *finder) origin(i int) bool {
	at := f.topOf(f.places[i].Span)
	if at < 0 || f.preposition(at) != "from" || f.t.Head(at) < 0 {
		return false
	}
	h := f.t.Head(at)
	if f.t.Lemma(h) == "take" && f.t.Lemma(h+1) == "in" {
		return true
	}
	switch f.word(h) {
	case "take_in", "accept", "admit", "host", "receive", "welcome", "shelter":
		return f.t.Verbal(h) // with the place hung on the verb
	}
	return f.t.Tokens[f.t.Head(at)].UPOS == "NOUN" && f.isOf(refugees, f.t.Head(at))
}

// seatOf is the index of the place where those who do e are told to be ("gunmen in
// Velm"), or none.
func (f *finder) seatOf(e *rapporteur.Event) int {
	for _, p := range e.Actors {
		for _, s := range p.Spans {
			if !f.actsWhereItSits(e.Type, s) {
				continue
			}
			for i := f.firstPlace(s.Start); i < len(f.places) && f.places[i].Span.Start < s.End; i++ {
				if at := f.topOf(f.places[i].Span); at >= 0 && f.places[i].Span.Start > s.Start {
					switch f.preposition(at) {
					case "in", "near", "at", "outside", "around":
						return i
					}
				}
			}
		}
	}
	return none
}

// actsWhereItSits reports whether those whom words at span name do what the type says
// where they are told to be: fighters and crowds use force there, negotiators talk there, an
// embassy does whatever it does there.
func (f *finder) actsWhereItSits(kind string, span rapporteur.Span) bool {
	if forceful(kind) {
		return true
	}
	at := f.topOf(span)
	if at < 0 {
		return false
	}
	switch f.t.Lemma(at) {
	case "team", "delegation", "negotiator", "mediator", "envoy", "representative", "delegate":
		return kind == "CONSULT"
	case "embassy", "consulate":
		return true
	}
	return false
}

// done reports whether e is done on some ground, not only said.
func done(e *rapporteur.Event) bool {
	return grounded(e.Type) || e.Type == "AID" || e.Type == "MOBILIZE"
}

// thereOf is the place that "there" in what tells e takes up, or none: the last one before
// it in its sentence, or in the one before.
func (f *finder) thereOf(e *rapporteur.Event, m *match) int {
	t := f.t
	s := t.Sentences[e.Sentence]
	for k := s.First; k < s.End; k++ {
		if t.Lemma(k) != "there" || t.Tokens[k].XPOS == "EX" || t.Is(k, "expl") || !f.inClauseOf(k, m.head) {
			continue
		}
		i := f.firstPlace(t.Tokens[k].Span.Start) - 1
		for i >= 0 && (f.takesPart(e, &f.places[i]) || t.Is(max(f.topOf(f.places[i].Span), 0), "nsubj", "nsubj:pass")) {
			i-- // "Arden told those there to leave"
		}
		if i >= 0 && f.sentenceAt(f.places[i].Span.Start) >= e.Sentence-1 && f.t.SentenceOf(k) == e.Sentence {
			return i
		}
	}
	return none
}

// inClauseOf reports whether token k hangs on head with no clause of another subject between.
func (f *finder) inClauseOf(k, head int) bool {
	for steps := 0; steps < 6 && k >= 0; steps++ {
		if k == head {
			return true
		}
		if f.t.Child(k, "nsubj", "nsubj:pass") >= 0 {
			return false
		}
		k = f.t.Head(k)
	}
	return false
}

// takesPart reports whether a place is one who takes part in e: the
// state that sanctions are imposed on is not where they are imposed. What is
// attacked, seized or besieged is where that is done.
func (f *finder) takesPart(e *rapporteur.Event, place *rapporteur.Place) bool {
	span, country := place.Span, ""
	if strings.HasPrefix(place.Kind, "PCL") {
		country = place.Country
	}
	in := func(list []rapporteur.Participant) bool {
		return slices.ContainsFunc(list, func(p rapporteur.Participant) bool {
			if p.Actor >= 0 && f.cast.Actors[p.Actor].Kind == rapporteur.ActorState && f.cast.Actors[p.Actor].Country == country {
				return slices.ContainsFunc(p.Spans, span.Overlaps) // "the ambassador of Velm"
			}
			return slices.ContainsFunc(p.Spans, span.Contains)
		})
	}
	return in(e.Actors) || e.Type != "ASSAULT" && e.Type != "COERCE" && e.Mode != "visit" && in(e.Recipients)
}

// firstPlace is the index of the first place that does not end before offset.
func (f *finder) firstPlace(offset int) int {
	lo, hi := 0, len(f.places)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if f.places[mid].Span.Start < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// locative are the prepositions of places where things happen.
var locative = []string{"in", "at", "near", "outside", "inside", "on", "around", "from", "to", "into", "across", "along", "over", "between", "within", "throughout",
	"north_of", "south_of", "off", "towards", "toward", "through", "of", "against", "outside_of", "close_to", "beyond", "under"}

// where are those of places where words are said: "talks on Velm" are not in Velm.
var where = []string{"in", "at", "near", "outside", "inside", "around", "within", "throughout", "across", "outside_of"}

// farFrom ranks how place i belongs to the event told by head: by the steps of
// the tree between them, a country after a town; 100 not at all.
func (f *finder) farFrom(i, head int, prepositions []string) int {
	t := f.t
	at := f.topOf(f.places[i].Span)
	if at < 0 || at == head || t.Is(at, "appos") && at+1 < len(t.Tokens) && t.Is(at+1, "nmod:desc") {
		return 100 // "his rival, Velm President Aster Vale"
	}
	if w := t.Child(head, "advmod"); w > 0 && w < head && t.Lemma(w) == "where" {
		if t.Word(w-1) == "," {
			w--
		}
		if t.Tokens[head].Deprel == "acl:relcl" && t.Head(head) == at || t.Tokens[w-1].Span.End == f.places[i].Span.End {
			return f.wide(i) // "Velm, where they met"
		}
	}
	cost := 0
	first := true
	for up, steps := at, 0; steps < 8; steps++ {
		if up == head {
			break
		}
		if up != at && !t.Verbal(up) && t.Tokens[up].UPOS == "NOUN" && f.t.Is(up, "obj", "obl") && !f.below(up, head) && f.governed(head) && f.eventful(up) {
			return 100 // the place of another deed: "the arrest led to riots in Velm"
		}
		if t.Is(up, "nsubj", "nsubj:pass", "iobj", "obl:agent", "nmod:poss", "amod") {
			return 100
		}
		if t.Is(up, "compound") && (t.Head(up) != head && !f.ofGround(t.Head(up), head) || f.wide(i) == 2) {
			return 100
		}
		if first || t.Child(up, "case") >= 0 {
			p := f.preposition(up)
			if k := t.Child(head, "compound:prt"); k > 0 {
				p = strings.TrimPrefix(p, t.Lemma(k)+"_") // "burned down in Velm"
			}
			switch {
			case p == "", contains(prepositions, p), f.dated(up), p == "for" && f.leaves(t.Head(up)):
			case !first && p == "out_of":
				// "walked out of the talks in Velm"
			case !first && (p == "with" || p == "between") && t.Head(up) == head && f.cast.Class(f.cast.At(up)) != "body":
				// "talks with the mediators in Velm", but not "with the government in Velm"
			default:
				return 100
			}
		}
		if t.Is(up, "obj") && t.Head(up) != head && f.leaves(t.Head(up)) {
			return 100 // "left Arden for talks"
		}
		first = false
		if t.Is(up, "ccomp", "advcl", "acl", "parataxis", "csubj") {
			return 100
		}
		if t.Is(up, "conj") && t.Tokens[up].UPOS == "VERB" {
			return 100
		}
		h := t.Head(up)
		if h < 0 {
			return 100
		}
		// From the verb above a noun the place is of the noun's clause: "held talks in Cairo".
		if h != head && t.Verbal(h) && !t.Verbal(head) {
			if !f.below(head, h) || f.aside(head) || f.preposition(at) == "" || f.preposition(at) == "from" {
				return 100
			}
			return cost + 3 + f.wide(i)
		}
		up = h
		cost++
	}
	return cost + f.wide(i)
}

// governed reports whether noun n is the subject of a verb.
func (f *finder) governed(n int) bool {
	return !f.t.Verbal(n) && f.t.Is(n, "nsubj", "nsubj:pass")
}

// ofGround reports whether noun n is ground or a house to which the act of head is done:
// "closed the Velm crossing".
func (f *finder) ofGround(n, head int) bool {
	return f.t.Is(n, "obj", "nsubj:pass") && f.t.Head(n) == head && f.isOf(premises, n)
}

// leaves reports whether verb v says that somebody goes away, for another place.
func (f *finder) leaves(v int) bool {
	if v < 0 {
		return false
	}
	switch f.t.Lemma(v) {
	case "leave", "depart", "head", "bind":
		return true
	}
	return false
}

// wide is what a country costs where a town is told, too.
func (f *finder) wide(i int) int {
	switch k := f.places[i].Kind; {
	case len(k) >= 3 && k[:3] == "PCL":
		return 2
	case len(k) >= 3 && k[:3] == "ADM":
		return 1
	}
	return 0
}

// below reports whether noun n hangs on verb v with no other verb between.
func (f *finder) below(n, v int) bool {
	for up, steps := n, 0; up >= 0 && steps < 5; steps++ {
		h := f.t.Head(up)
		if h == v {
			return !f.t.Is(up, "ccomp", "advcl", "parataxis")
		}
		if h < 0 || f.t.Verbal(h) {
			return false
		}
		up = h
	}
	return false
}

// topOf is the token of span whose governor stands outside it, or none.
func (f *finder) topOf(span rapporteur.Span) int {
	lo, hi := 0, len(f.t.Tokens)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if f.t.Tokens[mid].Span.End <= span.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for i := lo; i < len(f.t.Tokens) && f.t.Tokens[i].Span.Start < span.End; i++ {
		if h := f.t.Head(i); h < 0 || !span.Contains(f.t.Tokens[h].Span) {
			return i
		}
	}
	return none
}
