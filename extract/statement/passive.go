package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// readPassive reads a passive cue: "it was announced that C", "Vale was quoted as
// saying C", "the talks were described by Velm as C", "C has been expressed by S".
func (f *finder) readPassive(v int, cue *speech.Cue, c clause) {
	t := f.t
	agent := t.Agent(v)
	if agent != rapporteur.None && t.Preposition(agent) != "by" {
		agent = rapporteur.None
	}
	subject := t.Child(v, "nsubj:pass", "nsubj", "expl")
	reduced := f.reducedBy(v)
	if reduced {
		subject = v - 1
	}
	by := clause{verb: v, cue: c.cue, speaker: rapporteur.None, hearer: rapporteur.None, reporter: rapporteur.None, start: c.cue.first, tail: c.cue.end}
	p := c.cue.end
	if agent != rapporteur.None && f.within[agent] == 0 && agent > v {
		by.speaker = agent
		by.source = f.sourceAfter(agent, v+1)
		if t.Preposition(agent) == "by" && f.is(by.source.first, "by") {
			by.source.first++
		}
		// "accused by the mission of ordering the raid": of the mission in many a tree.
		for i := agent + 1; i+1 < by.source.end && cue.Takes&speech.YOf != 0; i++ {
			if f.is(i, "of") && t.Tokens[i+1].XPOS == "VBG" {
				by.source.end = i
			}
		}
		if by.source.first <= p+2 {
			p = by.source.end
		}
		if !f.admits(cue, by) {
			return
		}
	}
	p = f.adjuncts(v, p, cue.Takes)
	switch {
	case cue.Takes&(speech.As|speech.YOf|speech.Name) != 0:
		if by.speaker == rapporteur.None {
			return // nobody to whom it could be attributed
		}
		preposition := "as"
		if cue.Takes&speech.YOf != 0 {
			preposition = "of"
		}
		start := rapporteur.None
		for i := v + 1; i < min(v+25, f.last); i++ {
			if f.is(i, preposition) && !by.source.holds(i) {
				start = i + 1
				break
			}
		}
		if start == rapporteur.None || start >= f.last {
			return
		}
		f.add("statement/passive", cue, by, f.extentBefore(v, start, by.source))
	case subject != rapporteur.None && f.is(subject, "it") && p < f.last && (f.is(p, "that") || cue.Takes&speech.That != 0 && f.finiteWithin(tokens{p, f.last}) && t.Child(v, "ccomp", "csubj") > v):
		if f.is(p, "that") {
			p++
		}
		f.add("statement/passive", cue, by, f.extent(v, p))
	case cue.Takes&speech.Inf != 0 && by.speaker == rapporteur.None && f.is(p, "to") && subject != rapporteur.None && subject < v && t.Child(v, "xcomp", "ccomp") > p:
		first, end := t.Phrase(subject)
		f.add("statement/hearsay", cue, by, tokens{max(first, f.first), min(end, c.cue.first)}, f.extent(v, p))
	case cue.Takes&speech.Told != 0 && subject != rapporteur.None && f.is(p, "that") && by.speaker != rapporteur.None:
		by.hearer = subject
		f.add("statement/passive", cue, by, f.extent(v, p+1))
	case cue.Takes&speech.Object != 0 && by.speaker != rapporteur.None && subject != rapporteur.None && subject < v:
		first, end := t.Phrase(subject)
		if reduced {
			if first, end = t.NounPhrase(subject); t.Tokens[first].UPOS == "ADP" {
				first++
			}
		}
		f.add("statement/passive", cue, by, tokens{max(first, f.first), min(end, c.cue.first)})
	}
}

// reducedBy reports whether the participle v goes with the noun right before it and
// with who is named after it: "the raid confirmed by the army".
func (f *finder) reducedBy(v int) bool {
	return v > f.first && f.t.Tokens[v].XPOS == "VBN" && f.aloneAsParticiple(v) && f.is(v+1, "by") && f.within[v-1] == 0 && f.t.Tokens[v-1].UPOS == "NOUN"
}

// extentBefore is the content from start, without the source where that follows.
func (f *finder) extentBefore(v, start int, source tokens) tokens {
	r := f.extent(v, start)
	if source.first > start && source.first-1 < r.end {
		r.end = source.first - 1
	}
	return r
}
