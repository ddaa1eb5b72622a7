package talks

import (
	"strings"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// venue is where the talks of this report are held: the place that a
// preposition binds to a noun or verb of talks, a town before a country, an
// early sentence before a late one.
func (f *finder) venue() (string, rapporteur.Span) {
	talking := make([]bool, len(f.t.Sentences))
	for _, n := range f.nouns {
		if n.class&(know.Talks|know.Deal|know.Truce|know.Mediator) != 0 && !f.earlier(n.head) {
			talking[f.t.SentenceOf(n.head)] = true
		}
	}
	for i := range f.hits {
		if h := &f.hits[i]; h.cue.Table == know.Stage && (f.t.Lemma(h.verb) == "negotiate" || f.t.Lemma(h.verb) == "meet") {
			talking[f.t.SentenceOf(h.verb)] = true
		}
	}
	best, name, span := 0.0, "", rapporteur.Span{}
	for i := range f.places {
		p := &f.places[i]
		k := f.tokenAt(p.Span.Start)
		if k >= len(f.t.Tokens) || !talking[f.t.SentenceOf(k)] {
			continue
		}
		w := f.site(k, p)
		if w > 0 {
			w -= 0.05 * float64(f.t.SentenceOf(k))
		}
		if w > best {
			best, name, span = w, f.t.Text(p.Span), p.Span
		}
	}
	if best < hereWeight {
		if p := f.here(talking); p != nil {
			return p.Name, p.Span
		}
	}
	return name, span
}

// hereWeight is how much "here" says beside what names a place.
const hereWeight = 3

// here is the town of the dateline, where a sentence of talks says that they are
// "here"; nil where none does.
func (f *finder) here(talking []bool) *rapporteur.Place {
	for i := range f.places {
		if !f.t.Dateline(f.places[i].Sentence) {
			continue
		}
		for k := range f.t.Tokens {
			if talking[f.t.SentenceOf(k)] && lower(f.t.Word(k)) == "here" && f.content[k] == 0 {
				return &f.places[i]
			}
		}
		return nil
	}
	return nil
}

// site is how much speaks for the place at token k as the venue.
func (f *finder) site(k int, p *rapporteur.Place) float64 {
	s := f.t.Sentences[f.t.SentenceOf(k)]
	at := ""
	for i := k - 1; i >= s.First && i >= k-7; i-- {
		switch w := lower(f.t.Word(i)); w {
		case "to":
			if i > s.First && f.t.Tokens[i-1].UPOS == "NOUN" && f.class[i-1] == 0 {
				return 0 // "after a trip to Oster"
			}
			at = w
		case "of":
			if i > s.First && (f.is(i-1, "city") || f.is(i-1, "town") || f.is(i-1, "capital") || f.is(i-1, "resort") || f.is(i-1, "port")) {
				continue // "in the port city of Oster"
			}
			at = w
		case "in", "at", "from", "near", "on", "for", "against", "between", "with", "over":
			at = w
		case "the", "city", "capital", "town", "resort", ",", "’s", "'s":
			continue
		default:
			if u := f.t.Tokens[i].UPOS; u == "ADJ" || u == "PROPN" || u == "NOUN" || f.hyphen(i) {
				continue
			}
		}
		break
	}
	if h := f.t.Head(k); h >= 0 && f.t.Is(k, "compound", "amod", "nmod:poss") && f.t.Tokens[h].UPOS != "PROPN" {
		return 0 // "Oster officials"
	}
	if h := f.t.Head(k); h >= 0 && f.t.Is(k, "nmod") && f.people(h) || !onLand(p) {
		return 0 // "an elder in Oster", "the Gulf of Velm"
	}
	if f.where(k, s.End) {
		return 3
	}
	w := 0.0
	switch at {
	case "in", "at", "near":
		w = 1
	case "to":
		w = 0.5
	default:
		return 0
	}
	if strings.HasPrefix(p.Kind, "PPL") {
		w += 1.5
	}
	// Near a word of meeting: "talks in Oster", "met in Oster", "arrived in Oster for talks".
	for i := max(s.First, k-8); i < min(s.End, k+6); i++ {
		if f.class[i]&know.Talks != 0 {
			w += 1.5
			break
		}
	}
	if w < 2 && at == "in" && f.heldThere(k) {
		w += 1.5
	}
	for i := max(s.First, k-8); i < k; i++ {
		switch f.t.Lemma(i) {
		case "meet", "negotiate", "gather", "hold", "begin", "resume", "arrive", "sign", "host", "end", "open":
			w++
		case "attack", "fight", "fighting", "war", "kill", "bomb", "fire":
			if i >= k-6 {
				w -= 2
			}
		}
	}
	return w
}

// heldThere reports whether the verb that the place at token k depends on has
// talks as its subject or object: "resume talks on the disputed islands next
// Monday in Oster".
func (f *finder) heldThere(k int) bool {
	for steps := 0; steps < 4 && k >= 0; k, steps = f.t.Head(k), steps+1 {
		if f.t.Tokens[k].UPOS == "VERB" {
			for _, c := range f.t.Children(k) {
				if f.class[c]&know.Talks != 0 && f.t.Is(int(c), "obj", "nsubj", "nsubj:pass") {
					return true
				}
			}
			return false
		}
	}
	return false
}

// people reports whether token i means persons.
func (f *finder) people(i int) bool {
	who := f.actorsAt(i)
	if len(who) == 0 {
		return false
	}
	switch f.who(who[0]).Kind {
	case rapporteur.ActorPerson, rapporteur.ActorOffice, rapporteur.ActorPeople:
		return true
	}
	return false
}

// onLand reports whether p, by its GeoNames feature code, is a country, a part of
// one, an island or a town.
func onLand(p *rapporteur.Place) bool {
	for _, code := range [...]string{"PPL", "PCL", "ADM", "ISL", "RSRT", "RGN", "BLDG", "CSTL", "TERR"} {
		if strings.HasPrefix(p.Kind, code) {
			return true
		}
	}
	return p.Kind == ""
}

// where reports whether a clause with "where" says that there are talks at the
// place at token k: "flew to Oster, where a fifth round of talks was to begin".
func (f *finder) where(k, end int) bool {
	for i := k + 1; i < end && i < k+4; i++ {
		if f.t.Word(i) != "where" {
			continue
		}
		for n := i + 1; n < end && n < i+9; n++ {
			if f.class[n]&know.Talks != 0 {
				return true
			}
		}
	}
	return false
}
