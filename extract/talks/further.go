package talks

import know "rapporteur/knowledge/talks"

// further reads the terms of a sentence that goes on after one with terms, or
// with a proposal: "It would also …", "Both will pull back …".
func (f *finder) further(b *bundle, s int) {
	if s == 0 || b.last != s-1 && !f.aboutDeal(f.t.Sentences[s].First-1) {
		return
	}
	from := f.t.Sentences[s].First
	for k := from; k < f.t.Sentences[s].End && k < from+6; k++ {
		if f.t.Tokens[k].XPOS != "MD" {
			if k == from || f.t.Tokens[k].UPOS == "NOUN" || f.t.Tokens[k].UPOS == "PROPN" || f.t.Tokens[k].UPOS == "ADJ" || f.t.Tokens[k].UPOS == "NUM" {
				continue
			}
			return
		}
		if w := lower(f.t.Word(k)); w != "would" && w != "will" || k == from {
			return
		}
		it := k == from+1 && f.t.Tokens[from].UPOS == "PRON"
		also := k+1 < f.t.Sentences[s].End && f.t.Word(k+1) == "also"
		if !it && (!also || b.last != s-1) || it && b.last != s-1 && lower(f.t.Word(from)) != "it" {
			return
		}
		first := k + 1
		pieces := f.verbs(first, f.stretch(first))
		by, name := b.by, b.name
		if b.last != s-1 {
			by, name = "", f.t.Tokens[from].Span
			for _, n := range f.nouns {
				if f.t.SentenceOf(n.head) == s-1 && n.class&(know.Proposal|know.Deal) != 0 {
					name = f.t.Tokens[n.head].Span
					if n.class&know.Proposal != 0 {
						by = joined(f.names(f.proposer(n.head)))
					}
				}
			}
		}
		known := false
		for _, p := range pieces {
			_, w := f.kind(p.first, p.end)
			known = known || w > 0 && !f.headed(p, know.Meeting|know.Empty)
		}
		for _, p := range pieces {
			if !known || p.end-p.first < 2 || f.headed(p, know.Meeting|know.Empty) {
				continue
			}
			kind, _ := f.kind(p.first, p.end)
			b.add(by, f.pieceSpan(p), name, kind, "talks/term-further")
		}
		if known {
			b.last, b.by, b.name = s, by, name
		}
		return
	}
}
