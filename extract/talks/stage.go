package talks

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// usual is what speaks for talks under way where nothing else does.
const usual = 2.0

// stage is how far the negotiation has come at the time of the report: the
// stage whose cues weigh most. Early sentences weigh more than late ones, and
// what is denied, only possible or long past weighs little.
func (f *finder) stage() (string, rapporteur.Span) {
	weights := map[string]float64{}
	all := map[string][]float64{}
	best := map[string]float64{}
	spans := map[string]rapporteur.Span{}
	used := make([]int, len(f.t.Tokens))
	for i := range f.hits {
		h := &f.hits[i]
		if h.cue.Table != know.Stage || !f.says(h) {
			continue
		}
		stage, w := f.weigh(h)
		if w <= 0 {
			continue
		}
		// Two cues of one stage in the same words say it once.
		if k := used[h.verb]; k > 0 && f.hits[k-1].cue.Label == h.cue.Label {
			continue
		}
		used[h.verb] = i + 1
		all[stage] = append(all[stage], w)
		if w > best[stage] {
			best[stage], spans[stage] = w, f.span(h.first, h.end)
		}
	}
	for s, list := range all {
		// What is said again adds less than what is said first.
		slices.SortFunc(list, func(a, b float64) int { return cmp.Compare(b, a) })
		for k, w := range list {
			weights[s] += w / float64(k+1)
		}
	}
	weights[rapporteur.StageUnderWay] = max(usual+weights[rapporteur.StageUnderWay]/2, weights[rapporteur.StageUnderWay])
	stages := make([]string, 0, len(weights))
	for s := range weights {
		stages = append(stages, s)
	}
	slices.Sort(stages)
	stage := rapporteur.StageUnderWay
	for _, s := range stages {
		if weights[s] > weights[stage] {
			stage = s
		}
	}
	return stage, spans[stage]
}

// weigh is the stage that a cue shows where it stands, and how much.
func (f *finder) weigh(h *hit) (string, float64) {
	stage, w := h.cue.Label, h.cue.Weight
	s := f.t.SentenceOf(h.first)
	w *= 1 - 0.5*float64(s)/float64(len(f.t.Sentences))
	v := h.verb
	if f.t.Tokens[v].UPOS == "VERB" {
		if f.t.Negated(v) && !negative(h.cue) {
			return stage, 0
		}
		switch f.tense(v) {
		case ahead:
			switch h.cue.Extra {
			case "-":
				w *= 0.3
			case rapporteur.StageUnderWay:
				stage, w = h.cue.Extra, 0.4*w
			default:
				stage = h.cue.Extra
			}
		case possible:
			w *= 0.25
		case before:
			w *= 0.6
		}
	}
	if stage == rapporteur.StageUnderWay && f.little(h) {
		stage = rapporteur.StageStalled // "made little progress"
	}
	if h.noun >= 0 && (stage == rapporteur.StageDealReached || stage == rapporteur.StageSigned) && f.denied(h.noun) {
		stage = rapporteur.StageStalled // "no agreement was reached"
	}
	if h.noun > 0 && f.earlier(h.noun) {
		w *= 0.2
	}
	if f.t.Is(v, "amod") && stage == rapporteur.StageDealReached {
		w *= 0.3 // "to carry out the Oster-brokered deal"
	}
	if f.t.Tokens[v].XPOS == "VBN" && f.t.Is(v, "acl") && f.t.Child(v, "aux", "aux:pass") < 0 {
		w *= 0.5 // "in a declaration signed in July"
	}
	if f.t.Is(v, "acl:relcl") {
		w *= 0.5 // "a first result of talks that resumed last week"
	}
	if h.noun >= 0 && f.slight[h.noun] {
		w *= 0.3 // a meeting may be any meeting
	}
	if f.past(v) {
		w *= 0.35
	}
	if (stage == rapporteur.StageCollapsed || stage == rapporteur.StageSuspended) && f.resumedBefore(h) {
		w *= 0.4
	}
	return stage, w
}

// resumedBefore reports whether the report has begun with talks that go on again,
// so that how an earlier round ended no longer counts: "talks resumed after the
// army walked out". "Talks resumed but collapsed" have collapsed.
func (f *finder) resumedBefore(h *hit) bool {
	for i := range f.hits {
		o := &f.hits[i]
		if o.first >= h.first || f.t.Sentences[f.t.SentenceOf(o.first)].Paragraph > opening {
			return false
		}
		if o.cue.Table != know.Stage || o.cue.Label != rapporteur.StageUnderWay || !again[f.t.Lemma(o.verb)] || f.t.Negated(o.verb) || f.tense(o.verb) != now {
			continue
		}
		for k := o.end; k < h.first; k++ {
			if f.t.Word(k) == "but" && f.t.SentenceOf(k) == f.t.SentenceOf(h.first) {
				return false
			}
		}
		return true
	}
	return false
}

// opening is the last paragraph, counted from 0, in which a report says what is
// new, the headline being the first.
const opening = 2

// again are verbs of talks that go on after they had ended.
var again = map[string]bool{"resume": true, "restart": true, "reopen": true, "reconvene": true, "revive": true}

// little reports whether the words of a cue say that there was hardly any of what it
// tells.
func (f *finder) little(h *hit) bool {
	for k := h.first; k < h.end; k++ {
		switch lower(f.t.Word(k)) {
		case "little", "no", "scant", "scarcely", "hardly":
			return true
		}
	}
	return false
}

// denied reports whether there is none of what the noun at token i names: "no deal".
func (f *finder) denied(i int) bool {
	d := f.t.Child(i, "det")
	return d >= 0 && lower(f.t.Word(d)) == "no"
}

// earlier reports whether the noun at token i is of another round than the one
// reported: "previous talks".
func (f *finder) earlier(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		switch lower(f.t.Word(k)) {
		case "previous", "earlier", "prior", "past", "former":
			return true
		}
		if year, err := strconv.Atoi(f.t.Word(k)); err == nil && year > 1900 && year < f.t.Article.Published.Year() {
			return true // "the 2015 agreement"
		}
	}
	if i+2 < len(f.t.Tokens) && f.t.Word(i+1) == "of" {
		if year, err := strconv.Atoi(f.t.Word(i + 2)); err == nil && year > 1900 && year < f.t.Article.Published.Year() {
			return true // "the agreement of 2015"
		}
	}
	return false
}

// says reports whether the verb of a cue that begins with a noun belongs to
// that noun: in "talks with rebels who began to …" it does not.
func (f *finder) says(h *hit) bool {
	if h.verb == h.end-1 && f.is(h.verb, "fail") && h.end < len(f.t.Tokens) && f.t.Word(h.end) == "to" {
		return false // "talks failed to produce a deal" have not collapsed
	}
	if h.noun == h.first && h.verb > h.first && f.t.Is(h.verb, "amod") && f.t.Head(h.verb) != h.noun {
		return false // "talks to save a stalled truce"
	}
	if h.noun != h.first || f.t.Tokens[h.verb].UPOS != "VERB" || h.verb == h.first {
		return true
	}
	if o := f.t.Child(h.verb, "obj", "xcomp"); h.cue.Label == rapporteur.StageDealReached && o >= h.end && !f.passive(h.verb) {
		return false // "the contract reached a dead end"
	}
	s := f.t.Subject(h.verb)
	return s < 0 || s == h.noun || f.t.Dominates(s, h.noun) || s < h.noun || f.ofTalks(h.noun, s)
}

// ofTalks reports whether token s, which the tree takes for the subject, only
// says between whom the talks at token i are: "talks between Arden and Velm failed".
func (f *finder) ofTalks(i, s int) bool {
	if i+1 >= s || f.t.Word(i+1) != "between" && f.t.Word(i+1) != "with" {
		return false
	}
	for k := i; k < s; k++ {
		if f.t.Tokens[k].UPOS == "VERB" || f.parts(k) {
			return false
		}
	}
	return true
}

// The times of a verb as a stage sees it.
const (
	now = iota
	ahead
	possible
	before
)

// tense is the time that the words around verb v give it.
func (f *finder) tense(v int) int {
	for _, c := range f.t.Children(v) {
		c := int(c)
		if c > v || !f.t.Is(c, "aux", "mark") {
			continue
		}
		switch lower(f.t.Word(c)) {
		case "will", "'ll", "shall":
			return ahead
		case "would", "could", "may", "might", "can", "if", "unless":
			return possible
		case "should", "must":
			return ahead
		case "had":
			return before
		case "to":
			return ahead
		}
	}
	if up := f.t.Head(v); up >= 0 && f.t.Is(v, "ccomp") && (f.is(up, "ensure") || f.is(up, "hope") || f.is(up, "guarantee")) {
		return possible // "to ensure that a deal is reached"
	}
	if up := f.t.Head(v); up >= 0 && up < v && f.t.Tokens[v].XPOS == "VB" && f.t.Is(v, "xcomp") && f.is(up, "help") {
		return f.tense(up) // "offered to help broker a deal"
	}
	if f.t.Tokens[v].XPOS == "VBG" && f.t.Child(v, "aux") < 0 && f.t.Is(v, "acl", "advcl", "csubj") {
		return possible // "the goal is reaching a truce"
	}
	return now
}

// past reports whether what verb v tells was a month or more before, by a date
// that no other verb separates from it.
func (f *finder) past(v int) bool {
	day := f.t.Article.Published
	s := f.t.SentenceOf(v)
	for i := range f.dates {
		d := &f.dates[i]
		if d.Sentence != s || d.To == "" || d.Type == rapporteur.DateDuration {
			continue
		}
		to, err := time.Parse(time.DateOnly, d.To)
		if err != nil || day.IsZero() || !to.Before(day.AddDate(0, 0, -31)) {
			continue
		}
		k := f.tokenAt(d.Span.Start)
		if h := f.t.Head(k); h > k && f.t.Tokens[h].UPOS == "NOUN" && f.t.Tokens[h].Span.Start >= d.Span.End && f.t.Is(k, "nummod", "compound") {
			continue // "the 2015 agreement"
		}
		if f.ofClause(k, v) {
			continue // "the talks that began in March"
		}
		if !f.verbBetween(min(k, v)+1, max(k, v), v) {
			return true
		}
	}
	return false
}

// ofClause reports whether the date at token k is of a relative clause that verb v
// does not stand in.
func (f *finder) ofClause(k, v int) bool {
	for steps := 0; steps < 5 && k >= 0; k, steps = f.t.Head(k), steps+1 {
		if f.t.Tokens[k].UPOS == "VERB" {
			return k != v && f.t.Is(k, "acl") && !f.t.Dominates(k, v)
		}
	}
	return false
}

// verbBetween reports whether a verb other than what completes verb v ("agreed to
// leave in May") stands between two tokens.
func (f *finder) verbBetween(first, end, v int) bool {
	for i := first; i < end; i++ {
		if f.t.Tokens[i].UPOS == "VERB" && !(f.t.Head(i) == v && f.t.Is(i, "xcomp")) {
			return true
		}
	}
	return false
}
