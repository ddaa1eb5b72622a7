package statement

import (
	"slices"
	"sort"

	"rapporteur"
)

// attachQuotations gives quotations without a cue of their own to the claim that
// they carry on.
func (f *finder) attachQuotations() {
	order := f.inOrder()
	// Backwards: paragraphs that lead up to one with a cue at its end.
	for k := len(f.quotes) - 2; k >= 0; k-- {
		q, next := &f.quotes[k], &f.quotes[k+1]
		if q.claim != rapporteur.None || !q.speech || next.Continues != k || next.claim == rapporteur.None {
			continue
		}
		if f.claims[next.claim].cue.first >= next.end {
			f.give(k, next.claim)
		}
	}
	talk := dialogue{asks: rapporteur.None}
	for k := range f.quotes {
		q := &f.quotes[k]
		if q.claim != rapporteur.None {
			talk.hear(f, q)
		}
		if q.claim != rapporteur.None || !q.speech || f.t.Sentences[f.t.SentenceOf(q.first)].Heading {
			continue
		}
		if c := talk.turn(f, q); c != rapporteur.None {
			f.give(k, c)
			continue
		}
		if q.Continues != rapporteur.None && f.quotes[q.Continues].claim != rapporteur.None {
			f.give(k, f.quotes[q.Continues].claim)
			continue
		}
		if !f.beginsSentence(q) || f.saidElsewhere(q) {
			continue
		}
		if c := f.claimBefore(q, order); c != rapporteur.None {
			f.give(k, c)
		}
	}
}

// introduce reads quotations after a colon that no cue leads to: "The minister
// thanked them: “You have saved us.”" The verb of the sentence is the cue.
func (f *finder) introduce() {
	for k := range f.quotes {
		q := &f.quotes[k]
		if q.claim != rapporteur.None || !q.speech || q.first < 3 {
			continue
		}
		colon := q.first - 1
		for colon > 0 && (f.mark(colon) || f.opens[colon] != 0) {
			colon--
		}
		if !f.is(colon, ":") {
			continue
		}
		f.enter(f.t.SentenceOf(colon))
		v := f.mainVerb(colon)
		if v == rapporteur.None || f.finiteWithin(tokens{v + 1, colon}) || f.t.Sentences[f.sentence].Heading {
			continue
		}
		cue := tokens{f.auxiliaries(v), v + 1}
		s, inverted := f.speakerOf(v, cue, 0)
		if s == rapporteur.None || inverted || f.any(s, "it", "they") || !f.somebody(s) && !f.issues(v) {
			continue
		}
		c := clause{verb: v, cue: cue, speaker: s, source: f.sourceBefore(s, cue.first), hearer: rapporteur.None, reporter: rapporteur.None}
		f.add("statement/introduced", nil, c, q.tokens)
	}
}

// issues reports whether the object of v is a text: "the palace issued the following
// statement:".
func (f *finder) issues(v int) bool {
	o := f.t.Child(v, "obj")
	return o != rapporteur.None && f.document(o)
}

// mainVerb is the verb of the last main clause before token i, or None.
func (f *finder) mainVerb(i int) int {
	for j := i - 1; j >= f.first; j-- {
		if f.t.Tokens[j].UPOS == "VERB" && f.finite(j) && f.t.Is(j, "root", "conj", "parataxis") && f.within[j] == 0 {
			return j
		}
	}
	return rapporteur.None
}

// give makes quotation k content of claim c.
func (f *finder) give(k, c int) {
	f.quotes[k].claim = c
	content := append(f.claims[c].content, f.trim(f.quotes[k].tokens))
	slices.SortFunc(content, func(a, b tokens) int { return a.first - b.first })
	f.claims[c].content = content
}

// beginsSentence reports whether nothing stands before q in its sentence.
func (f *finder) beginsSentence(q *quotation) bool {
	s := f.t.Sentences[f.t.SentenceOf(q.first)]
	before := q.first - 1
	for before >= s.First && (f.mark(before) || f.opens[before] != 0) {
		before--
	}
	return before < s.First || f.stop(before)
}

// saidElsewhere reports whether a comma ends q and words follow it in its
// sentence: they tell who says it, though no cue is known among them.
func (f *finder) saidElsewhere(q *quotation) bool {
	s := f.t.Sentences[f.t.SentenceOf(q.end-1)]
	return f.is(q.end-1, ",") && slices.ContainsFunc(f.t.Tokens[q.end:max(s.End, q.end)], func(t rapporteur.Token) bool { return t.UPOS != "PUNCT" })
}

// claimBefore is the claim that q carries on: the last one before it in its
// paragraph, or where it begins its paragraph, the last of the one before, if
// that ends with words of the same speaker.
func (f *finder) claimBefore(q *quotation, order []int) int {
	n := sort.Search(len(order), func(k int) bool { return f.claims[order[k]].cue.first >= q.first })
	found := rapporteur.None
	for k := n - 1; k >= 0; k-- {
		c := &f.claims[order[k]]
		p := f.t.Sentences[c.sentence].Paragraph
		if p < q.paragraph-1 {
			break
		}
		if p != q.paragraph && !(f.beginsParagraph(q) && f.endsParagraph(c)) {
			continue
		}
		switch {
		case found == rapporteur.None:
			found = order[k]
		case !f.near(&f.claims[found], c):
			return found
		}
		// "“Yes,” he said, suggesting that …": the quotation goes on, not the suggestion.
		if f.quoted(c) {
			return order[k]
		}
	}
	return found
}

// inOrder are the claims by their cues.
func (f *finder) inOrder() []int {
	order := make([]int, len(f.claims))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return f.claims[a].cue.first - f.claims[b].cue.first })
	return order
}

// quoted reports whether the content of c is quoted.
func (f *finder) quoted(c *claim) bool { return f.kind(c) == rapporteur.KindDirect }

func (f *finder) beginsParagraph(q *quotation) bool {
	s := f.t.SentenceOf(q.first)
	return s > 0 && f.beginsSentence(q) && f.t.Sentences[s-1].Paragraph != q.paragraph
}

// endsParagraph reports whether nothing follows the sentence of c, and what is
// its content, in its paragraph.
func (f *finder) endsParagraph(c *claim) bool {
	last := c.sentence
	if n := len(c.content); n > 0 {
		last = max(last, f.t.SentenceOf(c.content[n-1].end-1))
	}
	return last+1 >= len(f.t.Sentences) || f.t.Sentences[last+1].Paragraph != f.t.Sentences[last].Paragraph
}
