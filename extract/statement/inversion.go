package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// mayInvert reports whether the subject of v may stand after it: the content
// ends just before, and a noun phrase follows.
func (f *finder) mayInvert(v int, cue tokens, takes speech.Takes) bool {
	if cue.first == f.first || f.t.Tokens[v].XPOS == "VBG" || cue.first != v || takes&speech.Quote == 0 || takes&speech.Told != 0 && takes&speech.That == 0 {
		return false
	}
	if f.closes[cue.first-1] != 0 || f.mark(cue.first-1) || f.any(cue.first-1, "?", "!") {
		return true
	}
	if !f.any(cue.first-1, ",", "-", "–", "—") {
		return false
	}
	// Words between a quotation and the comma are the subject: "“Yes,” Vale, a
	// minister, said".
	for i := cue.first - 1; i >= f.first; i-- {
		if f.closes[i] != 0 {
			return !f.quotes[f.closes[i]-1].speech || i >= cue.first-2
		}
	}
	return true
}

// clauseThenName is who stands after the cue v though the tree has its subject, head,
// before it, in a clause of its own that a comma ends: "The war should be over in about
// a year, said Aster Vale". None where that is not so.
func (f *finder) clauseThenName(head, v int, cue tokens, takes speech.Takes) int {
	if head == rapporteur.None || head > v || !f.is(v-1, ",") || !f.finiteWithin(tokens{head, v}) || !f.mayInvert(v, cue, takes) {
		return rapporteur.None
	}
	e := f.entityAt(v + 1)
	if e == nil || e.First != v+1 || e.Type != rapporteur.EntityPerson || e.End > f.last || e.End < f.last && !f.punct(e.End) {
		return rapporteur.None
	}
	return e.End - 1
}

// endsClause reports whether the noun phrase headed by h, after its verb, is not
// itself the subject of a clause: "said the minister", not "said the minister had left".
func (f *finder) endsClause(h int) bool {
	end := h + 1
	for ; end < f.last; end++ {
		switch t := &f.t.Tokens[end]; t.UPOS {
		case "NOUN", "PROPN", "NUM", "ADJ", "PART":
			continue
		case "VERB", "AUX", "DET":
			return t.XPOS == "VBG" || t.XPOS == "VBN" // "read a statement signed by Vale"
		case "PRON":
			return t.XPOS == "WP" || t.XPOS == "WP$"
		}
		break
	}
	if f.t.Tokens[h].XPOS == "PRP" {
		return end == h+1
	}
	return true
}
