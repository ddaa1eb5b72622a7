package talks

import (
	"slices"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// A held position has the cue that tells it, and its holders as actors.
type held struct {
	rapporteur.Position
	hit *hit
	who []int
}

// positions are where people stand: the cues of stances.tsv whose holder is
// known and has something to do with the talks, if what they are about can be
// named.
func (f *finder) positions() []rapporteur.Position {
	var all []held
	for i := range f.hits {
		h := &f.hits[i]
		if h.cue.Table != know.Stance {
			continue
		}
		if h.cue.Role == "subject" && h.verb == h.first && len(f.toldTo(h.verb)) > 0 {
			continue // "called on the government to accept the deal"
		}
		contrary := f.contrary(h)
		if contrary == "" && f.unsaid(h) {
			continue
		}
		who := f.holders(h)
		names := f.names(who)
		if len(names) == 0 || !f.concerns(h, who) {
			continue
		}
		first, end := f.extent(h)
		if contrary != "" {
			first = f.clauseStart(h) // with its "not"
		}
		if h.cue.Extra == "after" && h.end >= end || h.cue.Extra == "object" && h.end >= end && f.undergone(h) < 0 && f.t.Child(h.verb, "obj") < 0 || end-first < 2 {
			continue // "and Velm refused"
		}
		if h.cue.Extra == "object" && f.undergone(h) < 0 && h.end < len(f.t.Tokens) && f.t.Word(h.end) == "by" {
			continue // "cooperation ruled out by Velm", which the tree does not see
		}
		if h.cue.Extra == "object" && f.pronominal(h) || f.nothing(h) {
			continue
		}
		if h.cue.Extra == "duty" && !f.obliged(h) {
			continue
		}
		from, to := f.issue(h)
		if from >= to || h.cue.Role != "speaker" && !f.telling(from, to) {
			continue
		}
		issue, span := f.short(from, to), f.span(first, end)
		if issue == "" || span.Empty() {
			continue
		}
		stance := h.cue.Label
		switch {
		case contrary != "":
			stance = contrary
		case stance == "rejects" && f.t.Lemma(h.verb) == "give" && h.end < len(f.t.Tokens) && f.t.Word(h.end) == "up" && f.t.Child(h.verb, "obj", "obl") < 0:
			stance = "insists" // "we will not give up", which gives nothing away
		case h.cue.Extra == "duty" && f.disbelieved(h):
			stance = "opposes"
		}
		all = f.keep(all, held{rapporteur.Position{Actor: joined(names), Stance: stance, Issue: issue, Span: span, Rule: "talks/stance-" + h.cue.Role}, h, who})
	}
	out := make([]rapporteur.Position, len(all))
	for i := range all {
		out[i] = all[i].Position
	}
	return out
}

// pronominal reports whether what a cue is about is only pointed at: "called it
// a positive step".
func (f *finder) pronominal(h *hit) bool {
	o := f.t.Child(h.verb, "obj")
	return o >= 0 && f.t.Tokens[o].UPOS == "PRON" && f.t.Tokens[o].XPOS != "WDT" || h.first+1 < len(f.t.Tokens) && f.t.Tokens[h.first+1].XPOS == "PRP"
}

// nothing reports whether the object of a cue's verb says nothing by itself:
// "offered a different view of the meeting".
func (f *finder) nothing(h *hit) bool {
	o := f.t.Child(h.verb, "obj")
	_, uses := know.Verbs()
	if x := f.t.Child(h.verb, "xcomp"); x >= 0 && uses[f.t.Lemma(x)]&know.Idle != 0 {
		return true // "urged them not to be afraid"
	}
	if o < 0 {
		return false
	}
	switch f.t.Lemma(h.verb) {
	case "accept", "receive":
		switch f.t.Lemma(o) {
		case "resignation", "responsibility", "apology", "credential":
			return true // "the king accepted his resignation"
		}
	case "criticize", "criticise", "denounce", "slam":
		return len(f.actorsAt(o)) > 0 && !f.meantSide(o) // "criticized the government of Oster"
	case "dismiss":
		return f.class[o] == know.Dispute // "dismissed the insurgency as a quarrel of smugglers"
	}
	return o >= h.end && f.class[o] == know.Vague
}

// keep adds p, unless one that is told already says it: of two of one holder
// that overlap, the longer stays, with the stance of the first, or of the cue
// that says more ("urged caution" warns, though "urged" demands).
func (f *finder) keep(all []held, p held) []held {
	for i := range all {
		o := &all[i]
		if !o.Span.Overlaps(p.Span) || !slices.ContainsFunc(p.who, func(a int) bool {
			return slices.ContainsFunc(o.who, func(b int) bool { return a == b || f.seatOf(a) == f.seatOf(b) && f.seatOf(a) >= 0 })
		}) {
			continue
		}
		if p.hit.first == o.hit.first && p.hit.end > o.hit.end {
			o.Stance, o.Issue, o.Rule, o.hit = p.Stance, p.Issue, p.Rule, p.hit
		}
		if p.Span.Len() > o.Span.Len() {
			o.Span = o.Span.Cover(p.Span)
		}
		return all
	}
	return append(all, p)
}

// telling reports whether tokens [first, end) name an issue: a thing, or what is
// to be done, but not what somebody would only like to say or know.
func (f *finder) telling(first, end int) bool {
	_, uses := know.Verbs()
	for k := first; k < end; k++ {
		switch f.t.Tokens[k].UPOS {
		case "VERB":
			return uses[f.t.Lemma(k)]&know.Idle == 0
		case "NOUN", "PROPN", "NUM":
			if f.class[k]&(know.Vague|know.Body|know.Crowd) != know.Vague {
				return true
			}
		}
	}
	return false
}

// obliged reports whether a clause of "must" and "should" says of somebody, or
// of something, what ought to be done; "nobody should be surprised" does not,
// nor does "I must say".
func (f *finder) obliged(h *hit) bool {
	v := f.clauseVerb(h)
	s := f.t.Child(v, "nsubj", "nsubj:pass", "csubj")
	if s < 0 {
		return false
	}
	_, uses := know.Verbs()
	if uses[f.t.Lemma(v)]&know.Idle != 0 {
		return false
	}
	switch f.t.Tokens[s].UPOS {
	case "NOUN", "PROPN":
		return true
	case "DET":
		return f.t.Child(s, "nmod") >= 0 // "all of our people"
	}
	return len(f.actorsAt(s)) > 0
}

// contrary is the stance of one who says no: who did not accept rejects, who does
// not welcome opposes. It is "" where the cue is not denied, or the denial leaves
// it open: "has not accepted yet", "may not accept".
func (f *finder) contrary(h *hit) string {
	v := h.verb
	if h.cue.Role != "subject" || v != h.first || f.t.Tokens[v].UPOS != "VERB" || negative(h.cue) || !f.t.Negated(v) || f.passive(v) || f.past(v) || f.tense(v) == possible || f.tense(v) == before {
		return ""
	}
	for _, c := range f.t.Children(v) {
		if c := int(c); f.t.Is(c, "aux") && f.t.Lemma(c) == "have" || f.t.Lemma(c) == "yet" || f.t.Is(c, "mark") && f.t.Word(c) != "that" {
			return ""
		}
	}
	switch h.cue.Label {
	case "accepts", "offers":
		return "rejects"
	case "demands":
		if f.t.Lemma(v) == "want" {
			if x := f.t.Child(v, "xcomp"); x >= 0 && (f.is(x, "accept") || f.is(x, "agree") || f.is(x, "sign")) {
				return "rejects"
			}
			return "opposes"
		}
	case "supports":
		return "opposes"
	}
	return ""
}

// disbelieved reports whether a speaker does not think that what a clause says
// ought to be done: "he did not believe that talks should begin".
func (f *finder) disbelieved(h *hit) bool {
	v := f.clauseVerb(h)
	up := f.t.Head(v)
	if up < 0 || !f.t.Is(v, "ccomp") {
		return false
	}
	switch f.t.Lemma(up) {
	case "believe", "think", "see", "feel", "want":
		return f.t.Negated(up)
	}
	return false
}

// unsaid reports whether the cue does not hold where it stands: it is negated,
// only possible, or of another year.
func (f *finder) unsaid(h *hit) bool {
	if h.cue.Role == "speaker" && (f.guessed(h) || lower(f.t.Word(h.first)) == "been") {
		return true // "the deal has been crucial" judges what was
	}
	if l := h.cue.Label; h.cue.Role == "speaker" && (l == "supports" || l == "open-to") && !negative(h.cue) && f.t.Negated(f.clauseVerb(h)) {
		return true // "that was never on the table"
	}
	v := h.verb
	if f.underDenial(v) {
		return true
	}
	if f.ofRelative(h) || h.cue.Role == "owner" && f.earlier(h.first) || h.cue.Table == know.Stance && f.ofDeal(h) {
		return true
	}
	if f.t.Tokens[v].UPOS != "VERB" {
		if g := f.t.Head(v); g >= 0 && f.t.Is(v, "cop", "advmod") && f.t.Negated(g) && !negative(h.cue) {
			return true // "was not even essential", "not too late"
		}
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
			case "if", "unless", "whether", "once":
				return true
			case "for":
				if f.wanted(v) {
					return true // "called for the brokers to promise more" promises nothing
				}
			case "as":
				if c > 1 && f.t.Word(int(c)-1) == "long" {
					return true // "as long as they agree"
				}
			}
		}
	}
	return f.past(v)
}

// ofDeal reports whether a cue tells of what a deal holds, not of where somebody
// stands: "a pact to pay the rebels in exchange for laying down their arms".
func (f *finder) ofDeal(h *hit) bool {
	if f.t.Word(h.first) != "in" {
		return false
	}
	for _, n := range f.nouns {
		if n.class&know.Deal != 0 && n.head < h.first && f.t.Dominates(n.head, h.first) {
			return true
		}
	}
	return false
}

// ofRelative reports whether what a stance is about stands before it: "the number
// of refugees that Arden accepts each year".
func (f *finder) ofRelative(h *hit) bool {
	if relative[f.t.Lemma(h.verb)] {
		return false // "an offer that Velm has rejected"
	}
	if h.cue.Extra != "after" && h.cue.Extra != "object" || !f.t.Is(h.verb, "acl:relcl") || f.t.Child(h.verb, "obj", "xcomp", "ccomp") >= 0 {
		return false
	}
	s := f.t.Child(h.verb, "nsubj")
	return s >= 0 && f.t.Tokens[s].UPOS != "PRON" && f.t.Tokens[s].XPOS != "WDT" && f.t.Tokens[h.end-1].UPOS == "VERB"
}

// guessed reports whether the clause of a cue is what a speaker expects,
// explains or leaves open, not what he stands for: "that means there will be no
// truce", "nobody knows how it should end".
func (f *finder) guessed(h *hit) bool {
	_, uses := know.Verbs()
	v := f.clauseVerb(h)
	for _, c := range f.t.Children(v) {
		if c := int(c); c < h.first && (f.t.Is(c, "mark") && f.t.Word(c) != "that" || f.t.Tokens[c].XPOS == "WRB" || f.t.Is(c, "csubj", "nsubj") && f.anybody(c)) {
			return true
		}
	}
	for steps := 0; steps < 3 && v >= 0 && f.content[v] == f.content[h.first]; v, steps = f.t.Head(v), steps+1 {
		if uses[f.t.Lemma(v)]&know.Guess != 0 {
			return true
		}
	}
	// The tree may miss it.
	first := f.clauseStart(h)
	for k := first - 1; k >= 0 && k >= first-2 && f.t.SentenceOf(k) == f.t.SentenceOf(first); k-- {
		if uses[f.t.Lemma(k)]&know.Guess != 0 {
			return true
		}
	}
	return false
}

// underDenial reports whether what token i tells is denied: "denied that it was
// ready to pay", "denied reports that it had threatened to leave".
func (f *finder) underDenial(i int) bool {
	for steps := 0; steps < 5 && !f.t.Is(i, "conj", "parataxis", "advcl"); steps++ {
		up := f.t.Head(i)
		if up < 0 {
			return false
		}
		if up < i && f.t.Lemma(up) == "deny" && f.t.Tokens[up].UPOS == "VERB" {
			return !f.t.Negated(up)
		}
		i = up
	}
	return false
}

// anybody reports whether the subject at token i means whoever it may be: "those who
// leave", "whoever stays away".
func (f *finder) anybody(i int) bool {
	first, _ := f.t.Phrase(i)
	switch lower(f.t.Word(first)) {
	case "whoever", "anyone", "anybody", "everyone", "everybody", "whatever":
		return true
	}
	return false
}

// negated reports whether verb v is negated, or the one that it completes:
// "would not need to commit", "failed to agree".
func (f *finder) negated(v int) bool {
	if f.t.Negated(v) {
		return true
	}
	h := f.t.Head(v)
	if h < 0 || !f.t.Is(v, "xcomp") {
		return false
	}
	switch f.t.Lemma(h) {
	case "fail", "refuse", "decline", "deny":
		return true
	}
	return f.t.Negated(h)
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
