package statement

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/speech"
)

// marked reads what the encoder took for somebody's words where no rule has found
// a statement: quotations, whatever leads to them, and clauses beside a cue that the
// rules know. The quick reader marks nothing.
func (f *finder) marked() {
	for k := range f.t.Attributions {
		a := &f.t.Attributions[k]
		if len(a.Cue) == 0 || len(a.Source) == 0 || len(a.Content) == 0 {
			continue
		}
		f.readMarked(a)
	}
}

func (f *finder) readMarked(a *rapporteur.Attribution) {
	cue, source := tokens{a.Cue[0].First, a.Cue[0].End}, tokens{a.Source[0].First, a.Source[0].End}
	s := f.t.SentenceOf(cue.first)
	if f.t.Sentences[s].Heading || f.t.SentenceOf(cue.end-1) != s || f.t.SentenceOf(source.first) != s || cue.overlaps(source) {
		return
	}
	f.enter(s)
	v := f.cueHead(cue)
	if v == rapporteur.None || f.within[v] != 0 || f.within[source.first] != 0 || f.taken(cue, v) {
		return
	}
	var content []tokens
	quoted := true
	for _, p := range a.Content {
		r := f.bare(tokens{p.First, p.End})
		if n := len(content); r.empty() || r.overlaps(cue) || r.overlaps(source) || n > 0 && r.first < content[n-1].end {
			return
		}
		q := f.within[r.first]
		quoted = quoted && q != 0 && f.quotes[q-1].tokens == r && (f.quotes[q-1].speech || r.end-r.first >= 6)
		content = append(content, r)
	}
	if f.said(content) {
		return
	}
	head := f.nominalAfter(source.first)
	if head == rapporteur.None || head >= source.end {
		return
	}
	c := clause{verb: v, cue: cue, speaker: head, source: f.trimComma(f.trim(source)), hearer: rapporteur.None, reporter: rapporteur.None}
	if f.t.Tokens[v].UPOS == "VERB" && !f.uttered(v) {
		return
	}
	row, _ := f.match(v, speech.Verb, f.t.Lemma(v))
	if !quoted && (row == nil || row.Takes&(speech.That|speech.Told) == 0 || !f.predicated(content[0])) {
		return
	}
	if row == nil {
		row = &speech.Cue{}
	}
	if !f.admits(row, c) || f.thing(head) {
		return
	}
	f.add("statement/marked", row, c, content...)
}

// cueHead is the word of a cue that lends the content to the source: its last
// verb or noun; None where it has neither.
func (f *finder) cueHead(cue tokens) int {
	for i := cue.end - 1; i >= cue.first; i-- {
		if u := f.t.Tokens[i].UPOS; u == "VERB" || u == "NOUN" {
			return i
		}
	}
	return rapporteur.None
}

// taken reports whether a claim of the sentence has a word of the cue, or v, for
// its own cue.
func (f *finder) taken(cue tokens, v int) bool {
	return slices.ContainsFunc(f.claims, func(c claim) bool { return c.sentence == f.sentence && (c.cue.overlaps(cue) || c.verb == v) })
}

// said reports whether half of a content is said by some claim already.
func (f *finder) said(content []tokens) bool {
	all, told := 0, 0
	for _, r := range content {
		all += r.end - r.first
		for i := range f.claims {
			for _, o := range f.claims[i].content {
				told += max(0, min(o.end, r.end)-max(o.first, r.first))
			}
		}
	}
	return 2*told >= all
}

// bare is r without the marks and the "that" which PolNeAR counts to a content.
func (f *finder) bare(r tokens) tokens {
	r = f.trim(r)
	for r.end > r.first && f.stop(r.end-1) && f.within[r.end-1] == 0 {
		r.end--
	}
	if r.end > r.first+1 && f.is(r.first, "that") && f.t.Tokens[r.first].UPOS == "SCONJ" {
		r.first++
	}
	return f.trim(r)
}

// predicated reports whether r is a clause: what governs all of it has a subject
// in it.
func (f *finder) predicated(r tokens) bool {
	for i := r.first; i < r.end; i++ {
		if !f.t.Is(i, "nsubj", "nsubj:pass", "expl") {
			continue
		}
		if h := f.t.Head(i); r.holds(h) && !r.holds(f.t.Head(h)) && !f.t.Is(h, "acl", "acl:relcl", "advcl") {
			return true
		}
	}
	return false
}
