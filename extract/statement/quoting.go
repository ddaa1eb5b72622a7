package statement

import (
	"rapporteur"
)

// readQuoting reads "Harbour Radio quoted Vale as saying that …", with its
// passive "Vale was quoted as saying": the one who is quoted speaks, and who
// quotes is the outlet. v is the participle after "as", or beside the object.
func (f *finder) readQuoting(v int, c *clause) bool {
	as := v
	if f.is(v-1, "as") {
		as = v - 1
	}
	quote := rapporteur.None
	for i := as - 1; i >= max(f.first, as-30); i-- {
		if f.within[i] != 0 {
			break
		}
		if l := f.t.Lemma(i); l == "quote" || l == "cite" || l == "report" && as < v {
			quote = i
			break
		}
		if f.finite(i) && !f.any(i, "who", "which") {
			break
		}
	}
	if quote == rapporteur.None {
		return false
	}
	passive := quote > f.first && f.t.Tokens[quote].XPOS == "VBN" && f.t.Tokens[quote-1].UPOS == "AUX" && !f.any(quote-1, "has", "have", "had")
	cue := tokens{v, v + 1}
	if passive {
		s := f.t.Child(quote, "nsubj:pass", "nsubj")
		if s == rapporteur.None {
			s = f.nominalBefore(f.auxiliaries(quote))
		}
		if s == rapporteur.None {
			return false
		}
		c.speaker, c.source = s, f.sourceBefore(s, f.auxiliaries(quote))
		c.reporter = f.t.Agent(quote)
	} else {
		o := f.nominalAfter(quote + 1)
		if o == rapporteur.None {
			o = f.nominalised(quote + 1)
		}
		if o == rapporteur.None || o >= as {
			return false
		}
		_, end := f.t.NounPhrase(o)
		c.speaker, c.source = o, f.trim(tokens{quote + 1, min(max(end, o+1), as)})
		c.reporter, _ = f.speakerOf(quote, tokens{f.auxiliaries(quote), quote + 1}, 0)
	}
	c.inverted = false
	c.cue, c.start = cue, quote
	switch {
	case passive:
		c.start = c.source.first
	case c.reporter != rapporteur.None && c.reporter < quote:
		c.start = min(quote, f.sourceBefore(c.reporter, f.auxiliaries(quote)).first)
	}
	c.tail = f.adjuncts(v, v+1, 0)
	if passive && c.reporter == rapporteur.None && f.is(v+1, "by") {
		c.reporter = f.nominalAfter(v + 2)
	}
	return true
}
