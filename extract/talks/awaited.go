package talks

import (
	"slices"
	"strings"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// awaited is what somebody still has to do.
func (f *finder) awaited() []rapporteur.Awaited {
	var out []rapporteur.Awaited
	for i := range f.hits {
		h := &f.hits[i]
		if h.cue.Table != know.Awaited || f.toReporters(h) || f.overdue(h) {
			continue
		}
		who := f.owing(h)
		names := f.names(who)
		if len(names) == 0 || !f.concerns(h, who) {
			continue
		}
		first, end := f.dueWords(h)
		switch lower(f.t.Word(end - 1)) {
		case "that", "this", "it":
			continue // "has yet to confirm that"
		}
		if f.concluding(h, end) && !slices.ContainsFunc(who, f.atTable) {
			continue
		}
		a := rapporteur.Awaited{From: joined(names), What: f.due(h, end), Span: f.span(first, end), Rule: "talks/awaited-" + h.cue.Role}
		if a.What == "" {
			a.What = f.short(first, end) // "a deal is expected soon"
		}
		if !overlapping(out, a.Span) {
			out = append(out, a)
		}
	}
	return out
}

// concluding reports whether what is due is the end of the talks themselves, which
// the sides owe each other, not those between them: "the deadline for the envoys to
// reach a deal".
func (f *finder) concluding(h *hit, end int) bool {
	for k := h.first; k < end; k++ {
		switch f.t.Lemma(k) {
		case "reach", "strike", "conclude", "clinch":
			return true
		}
	}
	return false
}

// overdue reports whether what was awaited is so no more: "had given the rebels
// until Friday".
func (f *finder) overdue(h *hit) bool {
	v := f.governing(h.verb)
	return f.t.Tokens[v].UPOS == "VERB" && f.tense(v) == before || f.past(v)
}

func overlapping(in []rapporteur.Awaited, s rapporteur.Span) bool {
	for i := range in {
		if in[i].Span.Overlaps(s) {
			return true
		}
	}
	return false
}

// dueWords is the tokens of what is awaited.
func (f *finder) dueWords(h *hit) (first, end int) {
	first = h.first
	if h.cue.Extra == "clause" {
		first = f.subjectStart(h)
	}
	return first, f.reach(h)
}

// owing are those who still have to do something.
func (f *finder) owing(h *hit) []int {
	switch h.cue.Role {
	case "object":
		if k := f.open(h); k >= 0 {
			return f.after(k+1, h.end-k)
		}
		if who := f.after(h.first+1, h.end-h.first-1); len(who) > 0 {
			return who
		}
		if h.end+1 < len(f.t.Tokens) && f.t.Word(h.end) == "from" {
			if a := f.calledSo(h.end + 1); a >= 0 {
				return []int{a}
			}
		}
		if who := f.after(h.end, 6); len(who) > 0 {
			return who
		}
		return f.them(h)
	case "owner":
		return f.owners(h.first)
	case "sides":
		if f.negated(h.verb) || f.denied(h.noun) {
			return nil // "no deal is expected"
		}
		return f.atTheTable()
	}
	if f.is(h.first, "if") || f.is(h.first, "as") {
		k := h.first
		for k < h.end && (f.t.Tokens[k].UPOS == "SCONJ" || f.t.Tokens[k].UPOS == "ADV") {
			k++ // "as soon as"
		}
		if a := f.t.Agent(h.verb); a >= 0 {
			return f.actorsAt(a)
		}
		return f.after(k, h.end-k)
	}
	return f.subjects(h.verb)
}

// them are all sides, where a cue only says "them": "the envoy urged them to sign".
func (f *finder) them(h *hit) []int {
	for k := h.first + 1; k < h.end && k < h.first+3; k++ {
		if w := f.t.Word(k); w == "them" || f.collective(k) {
			return f.atTheTable()
		}
	}
	return nil
}

// toReporters reports whether what is awaited is an answer to reporters.
func (f *finder) toReporters(h *hit) bool {
	s := f.t.Sentences[f.t.SentenceOf(h.first)]
	for k := h.first; k < s.End; k++ {
		switch f.t.Lemma(k) {
		case "comment", "email", "e-mail", "inquiry", "interview":
			return true
		}
	}
	return false
}

// due is what is awaited, a short phrase: what follows the cue after its verb.
func (f *finder) due(h *hit, end int) string {
	for k := h.first; k < h.end; k++ {
		switch f.t.Lemma(k) {
		case "respond", "reply", "answer", "decide", "sign", "accept", "ratify", "agree", "vote", "approve", "endorse", "response", "decision", "reaction", "result", "clarify", "name", "announce", "approval":
			return strings.Join(strings.Fields(f.t.Text(f.span(k, min(end, k+shortest)))), " ")
		}
	}
	return f.short(h.end, end)
}
