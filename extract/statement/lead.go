package statement

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/speech"
)

// follow reads quotations that make a sentence of their own and that no cue leads to,
// but a sentence that says what their speaker does by them, or how he feels: "Vale
// condemned the raid. “They will pay for it.”"
func (f *finder) follow() {
	order := f.inOrder()
	for k := range f.quotes {
		q := &f.quotes[k]
		if q.claim != rapporteur.None || !q.speech || q.Continues != rapporteur.None || !f.beginsSentence(q) || !f.endsSentence(q) {
			continue
		}
		s := f.t.SentenceOf(q.first)
		if s == 0 || f.t.Sentences[s].Heading || f.t.Sentences[s-1].Heading {
			continue
		}
		if f.t.Sentences[s-1].Paragraph != q.paragraph && !(f.t.Sentences[s-1].Paragraph == q.paragraph-1 && f.alone(q)) {
			continue
		}
		if slices.ContainsFunc(f.claims, func(c claim) bool { return c.sentence == s-1 }) {
			continue // what it carries on
		}
		f.enter(s - 1)
		v := f.leader()
		if v == rapporteur.None {
			continue
		}
		h := f.t.Child(v, "nsubj", "nsubj:pass")
		if h == rapporteur.None || h >= v || h < f.first || f.within[h] != 0 || f.any(h, "it", "i", "we", "you", "who", "which", "that") || !f.somebody(h) && !f.body(h) {
			continue
		}
		if f.t.Tokens[h].UPOS == "PRON" && f.claimBefore(q, order) != rapporteur.None {
			continue // "“No,” Vale said. She thanked them. “We must go.”"
		}
		cue := tokens{f.auxiliaries(v), v + 1}
		if cop := f.t.Child(v, "cop", "aux:pass"); cop > h && cop < cue.first {
			cue.first = f.auxiliaries(cop)
		}
		c := clause{verb: v, cue: cue, speaker: h, source: f.sourceBefore(h, cue.first), hearer: rapporteur.None, reporter: rapporteur.None}
		f.add("statement/introduced", nil, c, q.tokens)
	}
}

// leader is the verb or the adjective at the root of the sentence being read that
// leads up to a quotation after it, or None.
func (f *finder) leader() int {
	for i := f.first; i < f.end; i++ {
		if !f.t.Is(i, "root") {
			continue
		}
		if f.within[i] != 0 {
			return rapporteur.None
		}
		if f.t.Child(i, "cop", "aux:pass") != rapporteur.None && speech.Leads(lower(f.t.Word(i)), speech.Adjective) {
			return i
		}
		if f.t.Tokens[i].UPOS == "VERB" && speech.Leads(f.t.Lemma(i), speech.Verb) && f.uttered(i) && !f.passive(i) {
			return i
		}
		return rapporteur.None
	}
	return rapporteur.None
}

// endsSentence reports whether no word follows q in the sentence in which it ends.
func (f *finder) endsSentence(q *quotation) bool {
	s := f.t.Sentences[f.t.SentenceOf(q.end-1)]
	return !slices.ContainsFunc(f.t.Tokens[q.end:max(s.End, q.end)], func(t rapporteur.Token) bool { return t.UPOS != "PUNCT" })
}
