package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// readPreposition reads "according to S" and its like at token i.
func (f *finder) readPreposition(i int) {
	for _, cue := range speech.Lookup(lower(f.t.Word(i))) {
		if cue.Class != speech.Preposition {
			continue
		}
		n := len(cue.Words)
		if i+n >= f.end {
			continue
		}
		same := true
		for k, w := range cue.Words {
			same = same && f.is(i+k, w)
		}
		if same {
			f.readAccording(tokens{i, i + n}, cue)
			return
		}
	}
}

// readAccording reads the content around the preposition.
func (f *finder) readAccording(cue tokens, row *speech.Cue) {
	t := f.t
	if cue.first > f.first && f.cues(cue.first-1) {
		return // "said according to the file the road was shut": on whose word the speaker says it
	}
	if f.is(cue.end, "our") && f.any(cue.end+1, "correspondent", "reporter", "correspondents", "reporters") {
		return // the outlet's own
	}
	head := f.nominalAfter(cue.end)
	if head == rapporteur.None && f.is(cue.end+1, "of") && f.any(cue.end, "one", "two", "three", "four", "five", "six", "some", "many", "most", "several", "both") {
		head = cue.end // "according to one of the guards"
	}
	if head == rapporteur.None {
		head = f.nominalised(cue.end)
	}
	if f.any(cue.end, "which", "whom") {
		f.readAccordingToWhich(cue, row)
		return
	}
	if head == rapporteur.None || f.role(head, speech.Plan) || f.any(head, "i", "we", "you", "me", "us") {
		return
	}
	if up := t.Head(cue.first); up > cue.end && up < f.last && t.Nominal(up) && up >= head && f.entity(head) != rapporteur.EntityPerson && !f.hasComma(tokens{head, up}) {
		head = up // the tree knows better which noun of the phrase is its head
	}
	_, end := t.Phrase(head)
	source := tokens{cue.end, min(max(end, head+1), f.last)}
	initial := cue.first == f.first || cue.first == f.first+1 && (f.t.Tokens[f.first].UPOS == "CCONJ" || f.t.Tokens[f.first].UPOS == "ADV" || f.punct(f.first))
	if !initial && !f.is(cue.first-1, "that") && !f.is(cue.first-2, "that") {
		source.end = max(source.end, f.phraseEnd(source.end))
		for i := head + 1; i < source.end-1 && f.is(cue.first-1, ","); i++ {
			// Between commas, what is no apposition goes on with the sentence.
			if f.is(i, ",") && f.t.Tokens[i+1].UPOS != "DET" && !f.t.Nominal(i+1) {
				source.end = i
			}
		}
	}
	// "said that, according to the mission, the road was shut": first in its clause.
	inner := !initial && (f.is(cue.first-1, "that") || f.is(cue.first-1, ",") && f.is(cue.first-2, "that"))
	if initial || inner {
		source.end = f.commaAfter(source)
	}
	for i := source.first; i < source.end; i++ {
		if f.opens[i] != 0 || f.any(i, ";", ":") {
			source.end = i
		}
	}
	who := f.trim(source)
	for who.end > head+1 && (f.day(who.end-1) || f.any(who.end-1, "on", "late", "early") && f.t.Tokens[who.end-1].UPOS != "PROPN") {
		who.end-- // "according to officials on Monday"
	}
	c := clause{verb: cue.first, cue: cue, speaker: head, source: who, hearer: rapporteur.None, reporter: rapporteur.None, start: cue.first, tail: source.end}
	if initial || inner {
		p := source.end
		for p < f.last && f.opens[p] == 0 && f.loose(p) {
			p++
		}
		if p < f.last {
			f.add("statement/according-to", row, c, f.whole(tokens{p, f.last}))
		}
		return
	}
	left := f.leftOf(c)
	if left.empty() {
		left = f.trim(tokens{f.first, cue.first})
		left = f.afterClaims(left)
	}
	if left.empty() {
		return
	}
	var rest tokens
	if p := c.tail; p+1 < f.last && f.is(p, ",") && f.is(cue.first-1, ",") && (f.openEnded(left) || t.Tokens[p+1].UPOS == "CCONJ" && f.clauseAfter(p+1)) {
		rest = f.whole(tokens{p + 1, f.last})
		if f.connective(left) {
			left = tokens{}
		}
	}
	f.add("statement/according-to", row, c, left, rest)
}

// readAccordingToWhich reads "issued a statement, according to which C": the noun
// before it is the source.
func (f *finder) readAccordingToWhich(cue tokens, row *speech.Cue) {
	head := f.nominalBefore(cue.first)
	p := cue.end + 1
	if head == rapporteur.None || p >= f.last || !f.finiteWithin(tokens{p, f.last}) {
		return
	}
	first, _ := f.t.Core(head)
	c := clause{verb: cue.first, cue: cue, speaker: head, source: f.trim(tokens{max(first, f.first), cue.first}), hearer: rapporteur.None, reporter: rapporteur.None}
	f.add("statement/according-to", row, c, f.whole(tokens{p, f.parentheticalCue(cue.first, p)}))
}

// phraseEnd is where the phrase that the tree ends at i ends in the words: at the
// next comma, dash or verb.
func (f *finder) phraseEnd(i int) int {
	for ; i < f.last; i++ {
		if f.any(i, ",", "-", "–", "—", "--", "(", ";", ":") || f.finite(i) || f.opens[i] != 0 || f.t.Tokens[i].UPOS == "CCONJ" {
			break
		}
	}
	return i
}

// connective reports whether r only joins its sentence to the one before.
func (f *finder) connective(r tokens) bool {
	if f.t.Tokens[r.first].UPOS == "ADV" && r.end-r.first == 1 {
		return true
	}
	return f.any(r.end-1, "addition", "example", "instance", "fact", "contrast", "however", "meanwhile") && r.end-r.first <= 2
}

// pastRelative is the comma that closes the relative clause which begins after
// the comma at i; i where none begins.
func (f *finder) pastRelative(i int) int {
	if !f.any(i+1, "who", "which", "whose") {
		return i
	}
	for k := i + 2; k < f.last; k++ {
		if f.is(k, ",") && f.within[k] == 0 && f.finiteWithin(tokens{i, k}) {
			return k
		}
	}
	return i
}

// commaAfter is the comma that closes the source which begins a sentence: the
// last one that stands before the main clause.
func (f *finder) commaAfter(source tokens) int {
	comma := rapporteur.None
	for i := source.first; i < f.last; i++ {
		if f.within[i] != 0 {
			continue
		}
		if f.is(i, ",") && i >= source.end-1 && (i+1 >= f.last || f.t.Tokens[i+1].UPOS != "CCONJ") {
			return f.pastRelative(i)
		}
		if f.is(i, ",") && comma == rapporteur.None {
			comma = i
		}
	}
	if comma != rapporteur.None {
		return comma
	}
	return source.end
}
