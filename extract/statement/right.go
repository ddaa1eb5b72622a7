package statement

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/speech"
)

// readRight reads the content that follows the clause of the cue.
func (f *finder) readRight(cue *speech.Cue, c clause) bool {
	p := c.tail
	if f.direct(cue, c, p) {
		return true
	}
	if p >= f.last {
		return false
	}
	if cue.Takes&speech.Told != 0 && c.hearer != rapporteur.None && slices.Contains(cue.Not, f.t.Lemma(c.hearer)) {
		return false // "tells so many lies that"
	}
	if cue.Takes&(speech.That|speech.Told|speech.Wh) != 0 {
		if start, ok := f.complement(cue, c, p); ok {
			start = f.pastHearer(start)
			// "posted a message": no clause, unless a verb has not been made out.
			if r := f.extent(c.verb, start); f.finiteWithin(r) || !f.finiteWithin(tokens{start, f.last}) || r.end-r.first < 2 {
				return f.add("statement/that", cue, c, r)
			}
		}
	}
	if r, rule := f.object(cue, &c, p); !r.empty() {
		return f.add(rule, cue, c, r)
	}
	return false
}

// pastHearer is the first token of the clause after a "that" which no verb parts
// from p: the words before it are those who are told, or where ("told Harbour
// Radio’s “Morning Watch” on Friday that"). p where there is none.
func (f *finder) pastHearer(p int) int {
	for i := p; i < min(p+25, f.last-1); i++ {
		switch t := &f.t.Tokens[i]; {
		case f.within[i] != 0, i == p && t.XPOS == "VBG", t.XPOS == "VBN" && f.t.Is(i, "amod"):
		case f.is(i, "that") && t.UPOS == "SCONJ" && i > p && (t.Head < 0 || !f.t.Is(t.Head, "acl", "acl:relcl")):
			if f.finite(i+1) || !f.finiteWithin(tokens{i, f.last}) {
				return p
			}
			return i + 1
		case f.finite(i), t.UPOS == "VERB", t.UPOS == "SCONJ", f.any(i, ":", ";"), t.XPOS == "PRP":
			return p
		}
	}
	return p
}

// direct reads quoted words that begin at p, after a comma, a colon or nothing:
// "Vale said: “We will sign.”".
func (f *finder) direct(cue *speech.Cue, c clause, p int) bool {
	if cue.Takes&speech.Quote == 0 || p >= f.end {
		return false
	}
	at := p
	for at < f.end && f.opens[at] == 0 && f.any(at, ",", ":", "-", "–", "—", "that") {
		at++
	}
	if at >= f.end && at > p {
		// "He added:" before a quotation in a sentence of its own.
		at = f.end
	} else if at >= f.end {
		return false
	}
	if at >= len(f.opens) || f.opens[at] == 0 {
		return false
	}
	q := &f.quotes[f.opens[at]-1]
	if q.speech || at >= f.end || q.end >= f.last {
		// "The streets were empty, he said, “but nobody slept.”"
		if left := f.leftOf(c); !left.empty() && c.start > f.first && at > p && f.is(at-1, ",") && (f.within[left.first] != 0 || !f.capital(q.first)) {
			return f.add("statement/interrupted", cue, c, left, q.tokens)
		}
		return f.add("statement/direct", cue, c, q.tokens)
	}
	if at > p && f.any(at-1, ",") && f.parenthetical(c) {
		return false
	}
	if cue.Takes == speech.Quote {
		return f.add("statement/direct", cue, c, q.tokens) // "chanted “Open the bridge” as the guards left"
	}
	return f.add("statement/that", cue, c, f.extent(c.verb, at))
}
