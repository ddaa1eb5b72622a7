package talks

import (
	"slices"

	know "rapporteur/knowledge/talks"
)

// terms reads the terms that follow a cue of contents.tsv.
func (f *finder) terms(b *bundle, h *hit) {
	if f.unsaid(h) {
		return
	}
	if h.noun >= 0 && (f.unwanted(h.noun) || f.earlier(h.noun)) || h.noun < 0 && f.ofEarlier(h.first) {
		return
	}
	var pieces []piece
	sure := true // what follows is a term whatever its words
	switch h.cue.Label {
	case "after":
		if f.t.Tokens[h.verb].XPOS == "VBG" && f.is(h.verb, "include") {
			return // "violations of the truce, including the shelling of a town"
		}
		pieces = f.phrases(h.end, f.reach(h))
	case "verbs":
		first := h.end
		if f.lastIsVerb(h) {
			first = h.end - 1
		} else {
			sure = false
		}
		if f.under(h.noun) {
			pieces = f.verbs(first, f.clauseEnd(first)) // "under the truce Oster would … and Velm would …"
		} else {
			pieces = f.verbs(first, min(f.stretch(first), f.reach(h)))
		}
	case "finites":
		if f.predicate(h.noun) != h.verb || f.t.Tokens[h.verb].XPOS == "VBG" || f.passive(h.verb) {
			return
		}
		pieces, sure = f.finites(h.verb, f.clauseEnd(h.verb)), false
	case "clauses":
		first := f.inserted(h.end)
		if f.agreed(first) || first < len(f.t.Tokens) && (f.t.Word(first) == "with" || f.t.Word(first) == "between") {
			return // "under an accord with the government reached in March"
		}
		pieces = f.clauses(first, f.clauseEnd(first))
		sure = f.is(h.first, "under") && f.would(pieces)
	case "kind":
		pieces, sure = f.phrases(h.end, f.reach(h)), false
		if p := &pieces[0]; len(pieces) == 1 && h.noun >= 0 && f.counted(*p) {
			p.first = f.kinded(h.noun)
		}
	case "act":
		if pieces = f.undertaken(h); len(pieces) == 0 {
			return
		}
	case "self":
		noun := h.end - 1
		if h.noun >= 0 {
			noun = h.noun
		}
		first, end := f.t.NounPhrase(noun)
		if h.cue.Role == "agent" {
			end = min(end, h.end-2) // without "proposed by"
		}
		pieces = []piece{{min(first, h.first), end}}
	}
	if !sure {
		// One that is plainly a term vouches for those listed with it.
		sure = len(pieces) > 1 && slices.ContainsFunc(pieces, func(p piece) bool {
			_, w := f.kind(p.first, p.end)
			return w > 0 && !f.headed(p, know.Meeting|know.Empty)
		})
	}
	by := f.maker(h)
	name := f.span(h.first, h.end)
	if h.noun >= 0 {
		name = f.t.Tokens[h.noun].Span
	} else if by == "" && b.last == f.t.SentenceOf(h.first) {
		by, name = b.by, b.name // "…, in exchange for a share of the oil": of the same proposal
	}
	for _, p := range f.conditioned(pieces) {
		if f.is(p.first, "include") {
			break // parts of the term before
		}
		if h.cue.Label == "act" && f.inflected(p.first) {
			break // "agreed to meet and have sent lists"
		}
		if p.end-p.first < 2 || f.t.Tokens[p.first].XPOS == "WRB" || f.t.Word(p.first) == "of" || f.headed(p, know.Meeting) || f.headed(p, know.Empty) && !sure {
			continue
		}
		kind, w := f.kind(p.first, p.end)
		if w == 0 && (!sure || h.cue.Label == "act") {
			continue
		}
		if f.talking(p) && w < 1.5 || f.somebody(p) {
			continue
		}
		b.add(by, f.pieceSpan(p), name, kind, "talks/term-"+h.cue.Label)
	}
	b.last, b.by, b.name = f.t.SentenceOf(h.first), by, name
}

// conditioned parts from each piece the condition that it depends on, which is asked
// for in exchange: "put off the sanctions if Velm lets inspectors in".
func (f *finder) conditioned(in []piece) []piece {
	var out []piece
	for _, p := range in {
		k := p.first + 1
		for k < p.end && !(lower(f.t.Word(k)) == "if" && f.t.Tokens[k].UPOS == "SCONJ") {
			k++
		}
		if k >= p.end {
			out = append(out, p)
			continue
		}
		out = append(out, piece{p.first, k})
		for v := k + 1; v < p.end && v < k+10; v++ {
			if f.inflected(v) && f.begins(v) {
				out = append(out, f.finites(v, p.end)...)
				break
			}
		}
	}
	return out
}

// under reports whether the noun at token i is what the sentence begins with
// after "under".
func (f *finder) under(i int) bool {
	if i < 0 {
		return false
	}
	s := f.t.Sentences[f.t.SentenceOf(i)]
	return i < s.First+9 && lower(f.t.Word(s.First)) == "under"
}

// agreed reports whether the clause that begins at token i says what was agreed
// ("under the deal, both sides agreed to …"), which its own cue reads.
func (f *finder) agreed(i int) bool {
	for k := range f.hits {
		if h := &f.hits[k]; h.first > i+8 {
			break
		} else if h.first > i && h.cue.Table == know.Content && h.cue.Label == "act" && len(f.undertaken(h)) > 0 {
			return true
		}
	}
	return false
}

// counted reports whether a piece is a number and no more: "6 percent".
func (f *finder) counted(p piece) bool {
	number := false
	for i := p.first; i < p.end; i++ {
		number = number || f.t.Tokens[i].UPOS == "NUM"
	}
	_, w := f.kind(p.first, p.end)
	return number && w == 0
}

// kinded is where the words begin that say of what kind the noun at token i is,
// without whose it is: "pay-rise offer".
func (f *finder) kinded(i int) int {
	first, _ := f.t.NounPhrase(i)
	for k := i - 1; k >= first; k-- {
		if f.t.Tokens[k].XPOS == "POS" || f.t.Tokens[k].UPOS == "DET" || f.t.Tokens[k].XPOS == "PRP$" {
			return k + 1
		}
	}
	return first
}

// would reports whether the first of pieces has a verb of what is to be.
func (f *finder) would(pieces []piece) bool {
	for i := pieces[0].first; i < pieces[0].end; i++ {
		if f.t.Tokens[i].XPOS == "MD" {
			return true
		}
	}
	return false
}

// lastIsVerb reports whether a cue ends with the first verb of the terms
// itself, not with "would" or "to".
func (f *finder) lastIsVerb(h *hit) bool {
	e := &h.cue.Elements[len(h.cue.Elements)-1]
	for _, w := range e.Words {
		switch w[0] {
		case "will", "would", "to", "be":
			return false
		}
	}
	return true
}

// clauseEnd is the end of the sentence that token i stands in, or of the
// quotation.
func (f *finder) clauseEnd(i int) int {
	s := f.t.Sentences[f.t.SentenceOf(min(i, len(f.t.Tokens)-1))]
	for k := i; k < s.End; k++ {
		switch f.t.Word(k) {
		case "”", "\"", "but", "although", "which", "who":
			return k
		case ",":
			if k+1 < s.End && (f.t.Word(k+1) == "which" || f.t.Word(k+1) == "who" || f.t.Tokens[k+1].UPOS == "ADP" || f.saying(k+1, s.End)) {
				return k
			}
		}
	}
	return s.End
}

// saying reports whether what follows token i tells who says it.
func (f *finder) saying(i, end int) bool {
	for k := i; k < end && k < i+8; k++ {
		switch f.t.Lemma(k) {
		case "say", "tell", "report", "add", "accord":
			return true
		}
	}
	return false
}

// somebody reports whether a piece is the name of an actor and nothing else.
func (f *finder) somebody(p piece) bool {
	named := false
	for i := p.first; i < p.end; i++ {
		switch f.t.Tokens[i].UPOS {
		case "DET", "PUNCT", "ADP", "CCONJ", "PROPN":
			named = named || f.covering(i) >= 0
		default:
			return false
		}
	}
	return named
}

// talking reports whether a piece is about talks or the agreement itself.
func (f *finder) talking(p piece) bool {
	for i := p.first; i < p.end; i++ {
		if f.class[i]&(know.Talks|know.Deal|know.Proposal) != 0 {
			return true
		}
	}
	return false
}

// purposes parts from a truce what it is for: "a truce to allow aid groups in".
func (f *finder) purposes(in []piece) []piece {
	var out []piece
	for _, p := range in {
		from := p.first
		for i := p.first + 1; i+1 < p.end; i++ {
			if lower(f.t.Word(i)) == "to" && f.t.Tokens[i+1].XPOS == "VB" && f.class[i-1]&know.Truce != 0 {
				out = append(out, piece{from, i})
				out = append(out, f.verbs(i+1, p.end)...)
				from = p.end
				break
			}
		}
		if from < p.end {
			out = append(out, piece{from, p.end})
		}
	}
	return out
}

// inserted leaves out a participle between commas: "under the deal, reached on
// Thursday, …".
func (f *finder) inserted(i int) int {
	s := f.t.Sentences[f.t.SentenceOf(min(i, len(f.t.Tokens)-1))]
	for i < s.End && f.t.Word(i) == "," {
		i++
	}
	if i < s.End && (f.t.Tokens[i].XPOS == "VBN" || f.t.Tokens[i].XPOS == "VBG" || f.t.Word(i) == "which" || i+2 < s.End && f.t.Word(i+1) == "of" && f.t.Word(i+2) == "which") {
		for k := i; k < s.End; k++ {
			if f.t.Word(k) == "," {
				return k + 1
			}
		}
	}
	return i
}

// ofEarlier reports whether the agreement named last before token i in its
// sentence is of another year: "a 2015 accord to pay the rebels in exchange for
// laying down their arms".
func (f *finder) ofEarlier(i int) bool {
	for k := i - 1; k >= f.t.Sentences[f.t.SentenceOf(i)].First; k-- {
		if f.class[k]&(know.Deal|know.Truce) != 0 {
			return f.earlier(k)
		}
	}
	return false
}

// unwanted reports whether the noun at token i is what somebody will not have:
// "won't agree to a deal that would …".
func (f *finder) unwanted(i int) bool {
	if f.class[i]&know.Proposal != 0 && f.t.Child(i, "nmod:poss") >= 0 {
		return false // "did not accept the mediators' proposal for …": it was made
	}
	for h, steps := f.t.Head(i), 0; h >= 0 && steps < 3; h, steps = f.t.Head(h), steps+1 {
		if f.t.Tokens[h].UPOS == "VERB" {
			return h < i && (f.negated(h) || f.t.Lemma(h) == "reject" || f.t.Lemma(h) == "refuse")
		}
	}
	return false
}
