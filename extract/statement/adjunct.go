package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// adjuncts is the first token at or after p that is no adjunct of the cue verb
// v: adverbs, dates, prepositional phrases ("in a statement on Monday"), and
// what is put in between commas before "that".
func (f *finder) adjuncts(v, p int, takes speech.Takes) int {
	if takes&speech.Told == 0 {
		if that := f.bareThat(v, p); that > p {
			return that
		}
	}
	for p < f.last {
		next := p
		switch t := &f.t.Tokens[p]; {
		case f.opens[p] != 0:
			return p
		case t.UPOS == "ADV":
			if t.XPOS != "WRB" && (t.Head <= p || f.any(p, "later", "earlier", "today", "yesterday", "too", "then", "now", "recently", "tonight", "here")) && !f.any(p, "that") && !(f.is(p, "too") && p+1 < f.last && !f.punct(p+1) && !f.is(p+1, "that")) {
				next = p + 1
			}
		case f.day(p), f.any(p, "late", "early", "last", "this", "earlier") && p+1 < f.last && (f.day(p+1) || f.any(p+1, "week", "month", "year", "summer", "morning", "evening", "afternoon")):
			next = f.date(p)
		case t.UPOS == "ADP" || t.UPOS == "SCONJ" && t.XPOS == "IN" && f.any(p, "in", "after", "during", "on", "at"):
			if takes&speech.Of != 0 && f.is(p, "of") || takes&speech.About != 0 && f.is(p, "about") {
				return p
			}
			next = f.prepositional(v, p)
		case f.is(p, "("):
			for next = p + 1; next < f.last && !f.is(next-1, ")"); next++ {
			}
		case f.any(p, "-", "–", "—", "--"):
			// "said — on television, of all places — that"
			for i := p + 1; i < min(p+20, f.last-1) && f.opens[i] == 0; i++ {
				if f.is(i, f.t.Word(p)) {
					if f.is(i+1, "that") || f.opens[i+1] != 0 {
						next = i + 1
					}
					break
				}
			}
		case f.is(p, ","):
			next = f.inserted(p)
		default:
			// "two days ago", "the same day": a noun phrase of the verb's own.
			if h := f.unmarked(v, p); h > p {
				next = h
			}
		}
		if next == p {
			return p
		}
		p = next
	}
	return p
}

// bareThat is the "that" which nothing but adjuncts parts from p: no object of v,
// no verb, no comma, no quotation mark; p where there is none.
func (f *finder) bareThat(v, p int) int {
	for i := p; i < min(p+15, f.last); i++ {
		switch t := &f.t.Tokens[i]; {
		case f.is(i, "that") && t.UPOS == "SCONJ" && t.Head >= 0 && !f.t.Is(t.Head, "acl:relcl"):
			return i
		case f.finite(i), t.UPOS == "PUNCT", f.opens[i] != 0, t.XPOS == "PRP", t.Head == v && f.t.Is(i, "obj", "iobj"):
			return p
		}
	}
	return p
}

// prepositional is the end of the prepositional phrase at p, if it goes with the
// cue verb v; else p. It ends before a clause, whatever the tree makes of it.
func (f *finder) prepositional(v, p int) int {
	if f.any(p, "that", "as", "than", "like", "if") {
		return p
	}
	h := f.t.Tokens[p].Head
	if h <= p || h >= f.last || !f.t.Nominal(h) {
		return p
	}
	first, end := f.t.Phrase(h)
	own := f.t.Head(h) == v || f.t.Head(h) < p
	if first > p || !own && !f.occasion(h) {
		return p
	}
	if !own {
		// The tree has it in the content: keep to the noun phrase itself.
		_, end = f.t.Core(h)
		for end < f.last && f.day(end) {
			end = f.date(end)
		}
	}
	end = min(end, f.last)
	for i := p + 1; i < end; i++ {
		if f.opens[i] != 0 || f.any(i, "that", ",", ":") || i > h && f.finite(i) {
			end = i
			break
		}
	}
	if end <= h || !f.occasion(h) && f.sets(v, h, end) {
		return p
	}
	// A clause without "that" whose subject the phrase has swallowed begins with
	// the noun phrase before its verb.
	if end < f.last && f.finite(end) {
		return h + 1
	}
	return end
}

// sets reports whether the phrase that ends at the comma p sets the scene of the
// clause after it, and is part of the content: "said in one case, guards had fired".
// h heads it.
func (f *finder) sets(v, h, p int) bool {
	if p+1 >= f.last || !f.is(p, ",") || f.opens[p+1] != 0 || f.day(h) || f.time(h) || f.entity(h) != "" || f.t.Tokens[v].UPOS != "VERB" {
		return false
	}
	switch f.t.Tokens[p+1].UPOS {
	case "NOUN", "PROPN", "DET", "NUM", "ADJ":
	case "PRON":
		if f.t.Tokens[p+1].XPOS != "PRP" {
			return false
		}
	default:
		return false
	}
	s := f.nominalAfter(p + 1)
	if s == rapporteur.None {
		return false
	}
	_, end := f.t.NounPhrase(s)
	return end < f.last && f.finite(end) && f.t.Head(s) > s
}

// inserted is where the clause goes on after what stands between the comma at p
// and another: "said, speaking in Velm, that". p where nothing is inserted.
func (f *finder) inserted(p int) int {
	if f.is(p+1, "that") && f.t.Tokens[p+1].UPOS == "SCONJ" {
		return p + 1
	}
	for i := p + 1; i < min(p+30, f.last-1); i++ {
		if f.opens[i] != 0 || f.finite(i) {
			return p
		}
		if f.is(i, ",") && f.is(i+1, "that") && f.t.Tokens[i+1].UPOS == "SCONJ" {
			return i + 1
		}
		if f.is(i, ",") && f.opens[i+1] != 0 && f.quotes[f.opens[i+1]-1].speech && !f.finiteWithin(tokens{p, i}) {
			return i
		}
	}
	return p
}
