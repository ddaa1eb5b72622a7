package talks

import (
	"slices"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// further reads the terms of a sentence that goes on after one with terms, or
// with a proposal: "It would also …", "Both will pull back …", "It gives …".
func (f *finder) further(b *bundle, s int) {
	if s == 0 || b.last != s-1 && !f.aboutDeal(f.t.Sentences[s].First-1) {
		return
	}
	pieces := f.resumed(b, s)
	known := func(p piece) bool {
		_, w := f.kind(p.first, p.end)
		return w > 0 && !f.headed(p, know.Meeting|know.Empty)
	}
	if !slices.ContainsFunc(pieces, known) {
		return
	}
	by, name := b.by, b.name
	if b.last != s-1 {
		by, name = f.proposed(s - 1)
	}
	for _, p := range pieces {
		if p.end-p.first < 2 || f.headed(p, know.Meeting|know.Empty) {
			continue
		}
		kind, _ := f.kind(p.first, p.end)
		b.add(by, f.pieceSpan(p), name, kind, "talks/term-further")
	}
	b.last, b.by, b.name = s, by, name
}

// resumed are the verbs of a sentence that goes on telling what is proposed or
// agreed, nothing where it does not. Where the sentence before has terms, a side
// or "also" is enough of a sign; else the subject must be "it".
func (f *finder) resumed(b *bundle, s int) []piece {
	from, end := f.t.Sentences[s].First, f.t.Sentences[s].End
	next := b.last == s-1
	if lower(f.t.Word(from)) == "it" && from+2 < end && f.t.Tokens[from+1].XPOS == "VBZ" && f.begins(from+1) {
		return f.finites(from+1, f.clauseEnd(from+1))
	}
	if p := f.granted(s, next); p != nil {
		return p
	}
	for k := from; k < end && k < from+6; k++ {
		switch t := f.t.Tokens[k]; {
		case t.XPOS == "MD":
			if w := lower(f.t.Word(k)); w != "would" && w != "will" || k == from {
				return nil
			}
			switch {
			case k == from+1 && f.t.Tokens[from].UPOS == "PRON":
				if !next && lower(f.t.Word(from)) != "it" {
					return nil
				}
			case !next, f.t.Word(k+1) != "also" && !f.involved(f.actorsAt(f.t.Subject(f.governing(k)))):
				return nil
			}
			return f.verbs(k+1, f.stretch(k+1))
		case k == from, t.UPOS == "NOUN", t.UPOS == "PROPN", t.UPOS == "ADJ", t.UPOS == "NUM":
		default:
			return nil
		}
	}
	return nil
}

// granted is what a sentence right behind one with terms says that a side was
// given: "The rebels were granted the right to …".
func (f *finder) granted(s int, next bool) []piece {
	if !next {
		return nil
	}
	for k := f.t.Sentences[s].First; k < f.t.Sentences[s].End && k < f.t.Sentences[s].First+9; k++ {
		switch f.t.Lemma(k) {
		case "grant", "give", "promise", "guarantee", "offer", "allow", "permit":
			if f.passive(k) && !f.t.Negated(k) && len(f.actorsAt(f.t.Subject(k))) > 0 {
				return f.phrases(k+1, f.stretch(k+1))
			}
			return nil
		}
	}
	return nil
}

// begins reports whether token i is a verb with which a term may begin.
func (f *finder) begins(i int) bool {
	_, uses := know.Verbs()
	return uses[f.t.Lemma(i)]&know.Begins != 0
}

// finites parts the finite verbs that share a subject, from token first on:
// "gives the islands a vote, opens the port and bans the mines".
func (f *finder) finites(first, end int) []piece {
	form := f.t.Tokens[first].XPOS
	return f.part(first, end, func(i int) bool { return f.t.Tokens[i].XPOS == form })
}

// proposed is whose proposal sentence s names, and the words that name it.
func (f *finder) proposed(s int) (by string, name rapporteur.Span) {
	for _, n := range f.nouns {
		if f.t.SentenceOf(n.head) != s || n.class&(know.Proposal|know.Deal|know.Truce) == 0 {
			continue
		}
		name, by = f.t.Tokens[n.head].Span, ""
		if n.class&know.Proposal != 0 {
			by = joined(f.names(f.proposer(n.head)))
		} else {
			by = f.jointly()
		}
	}
	return by, name
}
