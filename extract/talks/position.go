package talks

import (
	"slices"
	"strings"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// positions are where people stand: the cues of stances.tsv whose holder is
// known and has something to do with the talks.
func (f *finder) positions() []rapporteur.Position {
	var out []rapporteur.Position
	var whose [][]int
	for i := range f.hits {
		h := &f.hits[i]
		if h.cue.Table != know.Stance || f.unsaid(h) {
			continue
		}
		who := f.holders(h)
		names := f.names(who)
		if len(names) == 0 || !f.concerns(h, who) {
			continue
		}
		first, end := f.extent(h)
		if h.cue.Extra == "after" && h.end >= end {
			continue
		}
		span := f.span(first, end)
		if span.Empty() || end-first < 2 {
			continue
		}
		p := rapporteur.Position{Actor: joined(names), Stance: h.cue.Label, Issue: f.issue(h, end), Span: span, Rule: "talks/stance-" + h.cue.Role}
		if p.Issue == "" {
			continue
		}
		out, whose = f.keep(out, whose, p, who)
	}
	return out
}

// keep adds p, unless one that is told already says it: of two of one holder
// that overlap, the longer stays, with the stance of the first.
func (f *finder) keep(out []rapporteur.Position, whose [][]int, p rapporteur.Position, who []int) ([]rapporteur.Position, [][]int) {
	for i := range out {
		if !out[i].Span.Overlaps(p.Span) || !slices.ContainsFunc(who, func(a int) bool { return slices.Contains(whose[i], a) }) {
			continue
		}
		if p.Span.Len() > out[i].Span.Len() {
			out[i].Span = out[i].Span.Cover(p.Span)
		}
		return out, whose
	}
	return append(out, p), append(whose, who)
}

// unsaid reports whether the cue does not hold where it stands: it is negated,
// only possible, or of another year.
func (f *finder) unsaid(h *hit) bool {
	v := h.verb
	if f.t.Tokens[v].UPOS != "VERB" {
		for g, steps := f.t.Head(v), 0; g >= 0 && steps < 4; g, steps = f.t.Head(g), steps+1 {
			if f.t.Tokens[g].UPOS == "VERB" && g < v {
				return f.past(g)
			}
		}
		return false
	}
	if f.negated(v) && !negative(h.cue) {
		return true
	}
	for _, c := range f.t.Children(v) {
		if int(c) < v && f.t.Is(int(c), "mark") {
			switch lower(f.t.Word(int(c))) {
			case "if", "unless", "whether":
				return true
			}
		}
	}
	return f.past(v)
}

// negated reports whether verb v is negated, or the one that it completes:
// "would not need to commit".
func (f *finder) negated(v int) bool {
	if f.t.Negated(v) {
		return true
	}
	h := f.t.Head(v)
	return h >= 0 && f.t.Is(v, "xcomp") && f.t.Negated(h)
}

// negative reports whether the words of a cue hold a negation themselves.
func negative(c *know.Cue) bool {
	for i := range c.Elements {
		for _, w := range c.Elements[i].Words {
			switch w[0] {
			case "not", "never", "no", "unable":
				return true
			}
		}
	}
	return false
}

// holders are those whose stance a cue tells.
func (f *finder) holders(h *hit) []int {
	switch h.cue.Role {
	case "subject":
		if f.t.Passive(h.verb) {
			if f.t.Child(h.verb, "nsubj", "nsubj:pass") < 0 {
				return nil // "the plan backed by Oster" tells of the plan
			}
			if a := f.t.Agent(h.verb); a >= 0 {
				return f.actorsAt(a)
			}
			return nil
		}
		return f.subjects(h.verb)
	case "owner":
		return f.owners(h.first)
	case "speaker":
		return f.speaker(h.first)
	case "agent":
		return f.after(h.end, 6)
	}
	return nil
}

// owners are those whose demand, refusal or offer the noun at token i is.
func (f *finder) owners(i int) []int {
	for _, c := range f.t.Children(i) {
		c := int(c)
		switch {
		case f.t.Is(c, "nmod:poss", "compound", "amod", "nmod:desc"):
		case f.t.Is(c, "nmod") && (f.t.Preposition(c) == "by" || f.t.Preposition(c) == "from" || f.t.Preposition(c) == "of"):
		default:
			continue
		}
		if who := f.actorsAt(c); len(who) > 0 {
			return who
		}
		if c < i {
			if a := f.covering(c); a >= 0 {
				return []int{a}
			}
		}
	}
	return nil
}

// names are the names under which the record has the holders of a stance:
// persons by their own, officials and spokesmen without a name by that of whom
// they act for, parties as they are named at the table.
func (f *finder) names(who []int) []string {
	var out []string
	for _, i := range who {
		if name := f.holderName(i); name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

func (f *finder) holderName(i int) string {
	if i < 0 {
		return ""
	}
	a := f.who(i)
	if sector(a, "JRN") {
		return ""
	}
	class := f.classOf(i)
	switch class {
	case "observer", "outlet":
		return ""
	}
	if a.Kind == rapporteur.ActorPerson {
		return a.Name
	}
	s := f.sided(i)
	if s < 0 {
		return ""
	}
	if s == i {
		switch class {
		case "official", "mediator", "mediators", "negotiator", "delegation", "side", "member", "spokesman":
			return "" // of nobody known
		}
	}
	for _, p := range f.parties {
		if f.same(s, p.actor) {
			return p.name
		}
	}
	return f.who(s).Name
}

// concerns reports whether a stance has to do with the talks: a side or a
// mediator holds it, or its sentence speaks of them.
func (f *finder) concerns(h *hit, who []int) bool {
	if f.ours(who) {
		return true
	}
	s := f.t.Sentences[f.t.SentenceOf(h.first)]
	for k := s.First; k < s.End; k++ {
		if f.class[k]&(know.Talks|know.Deal|know.Truce|know.Proposal|know.Side) != 0 {
			return true
		}
	}
	return false
}

// extent is the tokens that a stance is read from.
func (f *finder) extent(h *hit) (first, end int) {
	first, end = h.first, f.stretch(h.end)
	if f.t.Is(h.verb, "acl:relcl") {
		for k := h.end; k < end; k++ {
			if f.t.Word(k) == "," {
				end = k
			}
		}
	}
	if h.cue.Extra == "clause" || f.content[h.first] > 0 {
		first = f.clauseStart(h)
	}
	if h.cue.Extra == "object" && f.t.Passive(h.verb) {
		if s := f.t.Child(h.verb, "nsubj:pass", "nsubj"); s >= 0 {
			first, _ = f.t.NounPhrase(s)
		}
	}
	return first, end
}

// clauseStart is where the clause of a cue begins: at its subject, if that is
// near and in the same words of the same speaker.
func (f *finder) clauseStart(h *hit) int {
	v := h.verb
	if h.cue.Role == "speaker" {
		// The verb of "the offer was unfair" is its adjective's.
		v = h.first
		for k := h.first; k < h.end; k++ {
			if f.t.Verbal(k) {
				v = k
				break
			}
		}
		if s := f.t.Child(v, "nsubj", "nsubj:pass", "expl", "csubj"); s < 0 {
			for head, steps := f.t.Head(h.first), 0; head >= 0 && steps < 4; head, steps = f.t.Head(head), steps+1 {
				if f.content[head] != f.content[h.first] {
					break
				}
				if f.t.Verbal(head) {
					v = head
					break
				}
			}
		}
	}
	s := f.t.Child(v, "nsubj", "nsubj:pass", "expl")
	if s < 0 || s > h.first || f.content[s] != f.content[h.first] {
		return h.first
	}
	first, _ := f.t.NounPhrase(s)
	if h.first-first > 12 || f.broken(first, h.first) {
		return h.first
	}
	return first
}

// broken reports whether a comma stands between two tokens.
func (f *finder) broken(first, end int) bool {
	for k := first; k < end; k++ {
		if f.t.Word(k) == "," {
			return true
		}
	}
	return false
}

// issue is what a stance is about, a short phrase in the words of the text.
func (f *finder) issue(h *hit, end int) string {
	first := h.end
	if h.cue.Extra == "clause" || first >= end {
		first = h.first
	}
	if h.cue.Extra == "object" && f.t.Passive(h.verb) {
		if s := f.t.Child(h.verb, "nsubj:pass", "nsubj"); s >= 0 {
			a, b := f.t.NounPhrase(s)
			return f.short(a, b)
		}
	}
	return f.short(first, end)
}

// shortest is how many words an issue may have.
const shortest = 9

// short is the words of tokens [first, end) without what leads up to them, at
// most so many.
func (f *finder) short(first, end int) string {
	for first < end {
		switch lower(f.t.Word(first)) {
		case "to", "that", "the", "a", "an", "its", "their", "his", "her", "for", "of", "on":
			first++
			continue
		}
		break
	}
	if end-first > shortest {
		end = first + shortest
		for end > first+3 && f.t.Tokens[end-1].UPOS != "NOUN" && f.t.Tokens[end-1].UPOS != "PROPN" && f.t.Tokens[end-1].UPOS != "VERB" {
			end--
		}
	}
	return strings.Join(strings.Fields(f.t.Text(f.span(first, end))), " ")
}
