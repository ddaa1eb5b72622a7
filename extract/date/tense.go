package date

import (
	"strings"
	"sync"

	"rapporteur/knowledge/dates"
)

// outlook is what knowledge/dates/verbs.tsv says of a lemma.
type outlook struct{ plan, begin, report, last, seek, gone, sudden, timetable, same, along, past bool }

var outlooks = sync.OnceValue(func() map[string]outlook {
	out := map[string]outlook{}
	for _, e := range dates.Verbs() {
		o := out[e.Form]
		switch e.Class {
		case "plan":
			o.plan = true
		case "begin":
			o.begin = true
		case "report":
			o.report = true
		case "gone":
			o.gone = true
		case "sudden":
			o.sudden = true
		case "last":
			o.last = true
		case "seek":
			o.seek = true
		case "timetable":
			o.timetable = true
		case "same":
			o.same = true
		case "along":
			o.along = true
		case "past":
			o.past = true
		}
		out[e.Form] = o
	}
	return out
})

// lean is which way the date of tokens [first, last] looks, by the words that
// govern it: its preposition, the nouns it hangs on with theirs, and the tense
// and modality of the verb above them all.
func (r *reader) lean(first, last int) lean {
	node := r.top(first, last)
	if r.fronted(first, node) {
		return back
	}
	if l := r.preposition(node, first, true); l != open {
		return l
	}
	if l := r.wordBefore(first, node); l != open {
		return l
	}
	// "wanted in Saturday's shooting" has been; "Saturday's vote is crucial" may
	// be to come.
	gone := r.possessive(node) && r.t.Head(node) >= 0 && !r.t.Is(r.t.Head(node), "nsubj")
	for steps := 0; steps < 24; steps++ {
		if steps > 0 && r.over(node, steps == 1) {
			return back
		}
		if steps > 0 && !r.verbal(node) && r.planned(node) {
			return forward
		}
		if l := r.clause(node); l != open {
			if gone && l == forward && r.present(node) {
				return back
			}
			return l
		}
		head := r.t.Tokens[node].Head
		if head < 0 {
			break
		}
		if r.t.Is(head, "case") { // a tree gone wrong
			break
		}
		if !r.verbal(head) {
			if r.over(head, steps == 0) {
				return back // "before his death on Saturday"
			}
			if r.t.Lemma(head) == "ahead" {
				return r.ahead(head, "before")
			}
			if l := r.preposition(head, first, false); l != open {
				return l
			}
			// "police are searching for the cause of a blaze Monday that damaged"
			if c := r.t.Child(head, "acl:relcl"); c >= 0 && r.t.Tokens[c].XPOS == "VBD" {
				return back
			}
		}
		node = head
	}
	return r.nearest(first)
}

// planned reports whether an adjective says of the noun node that it is to come,
// whatever the tense of its verb: "prepared for a possible strike in January".
func (r *reader) planned(node int) bool {
	for _, c := range r.t.Children(node) {
		if c := int(c); c < node && r.t.Is(c, "amod") && outlooks()[r.t.Lemma(c)].plan {
			return true
		}
	}
	return false
}

// top is the token of [first, last] whose governor stands outside.
func (r *reader) top(first, last int) int {
	for i := last; i >= first; i-- {
		if h := r.t.Tokens[i].Head; h < first || h > last {
			return i
		}
	}
	return last
}

// fronted reports whether the date opens its sentence and the first verb behind it,
// relative clauses overlooked, is in the past tense: "On Monday, envoys from both
// sides met". What a long subject does to the tree does not matter then.
func (r *reader) fronted(first, node int) bool {
	s := r.t.Sentences[r.t.SentenceOf(first)]
	if first > s.First+2 || r.possessive(node) {
		return false
	}
	for i := s.First; i < first; i++ {
		switch r.t.Lemma(i) {
		case "on", "in", "at", "through", "the", "early", "late", "and", "but", "then":
		default:
			return false
		}
	}
	for i := first; i < s.End; i++ {
		tag := r.t.Tokens[i].XPOS
		if tag != "VBD" && tag != "MD" && tag != "VBZ" && tag != "VBP" || r.t.Is(r.clauseOf(i), "acl:relcl", "acl", "parataxis", "advcl") {
			continue
		}
		return r.pastForm(i)
	}
	return false
}

// pastForm reports whether token i is a verb in the past tense, by its form where
// the tagger took it for the present.
func (r *reader) pastForm(i int) bool {
	switch r.t.Tokens[i].XPOS {
	case "VBD":
		return true
	case "VBP", "VB":
		return outlooks()[r.t.Word(i)].past
	}
	return false
}

// clauseOf is the head of the clause that the finite verb or auxiliary i belongs to.
func (r *reader) clauseOf(i int) int {
	if r.t.Is(i, "aux", "cop") && r.t.Head(i) >= 0 {
		return r.t.Head(i)
	}
	return i
}

// preposition reads the case markers of a noun: "since Monday", "until the vote
// on Monday", "ahead of Monday's talks". own is the date itself.
func (r *reader) preposition(node, first int, own bool) lean {
	for _, c := range r.t.Children(node) {
		c := int(c)
		if c > node || own && !r.before(c, first) || !r.t.Is(c, "case", "mark", "advmod") {
			continue // the "to" of "3 to 5 May" says nothing
		}
		switch r.t.Lemma(c) {
		case "since":
			return back
		case "after", "following", "follow", "accord":
			if !own && r.t.Word(c) != "followed" {
				return back
			}
		case "from":
			if !own && r.possessiveDate(node, first) {
				return back // "to recover from Monday's raid"
			}
		case "until", "till", "pending", "through":
			return r.ahead(node, "until")
		case "before", "ahead":
			if !own {
				return r.ahead(node, "before")
			}
		case "by", "to":
			if own {
				return r.ahead(node, r.t.Lemma(c))
			}
		case "for":
			if own && r.t.Relation(c) == "case" && !r.possessive(node) {
				return r.ahead(node, "for")
			}
		}
	}
	return open
}

// before reports whether token c stands before the date that begins at first
// with at most an article or the like between them. A tree may have hung the
// preposition of another noun on the date: "left for Port Velm Monday night".
func (r *reader) before(c, first int) bool {
	if c >= first {
		return false
	}
	for i := c + 1; i < first; i++ {
		switch r.t.Tokens[i].UPOS {
		case "DET", "ADV", "ADJ", "ADP", "PART":
		default:
			return false
		}
	}
	return true
}

// over reports whether what node governs has been by the meaning of node: a raid
// has no day before it comes, and nobody is accused of what is to come. direct
// is for the governor of the date itself.
func (r *reader) over(node int, direct bool) bool {
	looks := outlooks()[r.t.Lemma(node)]
	switch {
	case looks.sudden && direct && !r.verbal(node):
		v := r.verbAbove(node)
		return v < 0 || !outlooks()[r.t.Lemma(v)].seek
	case looks.gone:
		return !direct || !r.verbal(node)
	}
	return false
}

// possessiveDate reports whether the date that begins at first is the genitive
// of node.
func (r *reader) possessiveDate(node, first int) bool {
	c := r.t.Child(node, "nmod:poss")
	return c >= first && c < node
}

// possessive reports whether node is a genitive, "Monday's".
func (r *reader) possessive(node int) bool { return r.t.Is(node, "nmod:poss") }

// ahead is forward for a date after "until", "by" or "for", but back where the
// verb above tells of something over and done: "had fled by Friday", "lasted
// until Friday".
func (r *reader) ahead(node int, preposition string) lean {
	v := r.verbAbove(node)
	if v < 0 {
		return forward
	}
	looks := outlooks()[r.t.Lemma(v)]
	done := r.pastForm(v)
	for _, c := range r.t.Children(v) {
		c := int(c)
		if !r.t.Is(c, "aux", "cop") {
			continue
		}
		switch r.t.Lemma(c) {
		case "have":
			if r.t.Tokens[c].XPOS == "VBD" && !looks.plan && (preposition != "until" || looks.last || r.t.Negated(v)) {
				return back // "had fled by Friday", but "had extended the truce until Friday"
			}
		case "be":
			done = r.t.Tokens[c].XPOS == "VBD"
		default:
			return forward
		}
	}
	switch {
	case !done || looks.plan:
	case preposition == "by" && !looks.seek, preposition == "until" && (looks.last || r.t.Negated(v)):
		return back // "did not answer until Monday"
	}
	return forward
}

// wordBefore reads the word that stands right before the date, where the tree
// hung the date elsewhere: "until 11 a.m. on Monday", "said Monday he would go".
func (r *reader) wordBefore(first, node int) lean {
	if first == r.t.Sentences[r.t.SentenceOf(first)].First {
		return open
	}
	verb := first - 1
	if r.t.Lemma(verb) == "on" || r.t.Lemma(verb) == "in" {
		verb--
	}
	if verb >= 0 && verb < first-1 && r.t.Tokens[verb].UPOS == "NOUN" && r.planned(verb) {
		return forward // "agreed on a planned withdrawal in June"
	}
	if verb >= 0 && r.pastForm(verb) && r.t.Tokens[verb].UPOS == "VERB" {
		return back // "said Monday he would resign"
	}
	if r.participle(verb) {
		return back // "the hostages taken October 7"
	}
	if first > 1 {
		switch last := r.t.Lemma(first - 1); {
		case last == "of" && r.t.Lemma(first-2) == "as": // "as of Monday evening"
			return back
		case r.t.Lemma(first-2) == "back" && (last == "in" || last == "on"):
			return back
		}
	}
	if k := first - 1; k > 2 && (r.t.Lemma(k) == "on" || r.t.Word(k) == ",") && r.t.Word(k-2) == "this" && (r.t.Word(k-3) == "earlier" || r.t.Word(k-3) == "Earlier") {
		return back // "earlier this week on Wednesday"
	}
	switch p := r.t.Lemma(first - 1); p {
	case "since":
		return back
	case "until", "till", "by":
		return r.ahead(node, p)
	case "for":
		if !r.possessive(node) {
			return r.ahead(node, p)
		}
	}
	return open
}

// participle reports whether token v is one that says of the noun before it what
// has been done to it: "a deal signed on Monday".
func (r *reader) participle(v int) bool {
	if v < 1 || outlooks()[r.t.Lemma(v)].plan || outlooks()[r.t.Lemma(v)].seek {
		return false
	}
	// The tagger takes the "taken" after a noun for a preposition.
	if !(r.t.Tokens[v].XPOS == "VBN" && r.t.Tokens[v].UPOS == "VERB") && !(r.t.Tokens[v].UPOS == "ADP" && strings.HasSuffix(r.t.Word(v), "en")) {
		return false
	}
	switch r.t.Tokens[v-1].UPOS {
	case "NOUN", "PROPN":
		return true
	}
	return false
}

// nearest is for a date that no verb governs: a headline, a caption, a tree gone
// wrong. It goes by the auxiliary or finite verb nearest before it in its
// sentence.
func (r *reader) nearest(first int) lean {
	s := r.t.Sentences[r.t.SentenceOf(first)]
	for i := first - 1; i >= s.First; i-- {
		token := r.t.Tokens[i]
		switch {
		case token.XPOS == "MD":
			return forward
		case token.XPOS == "TO" && i+1 < s.End && r.t.Tokens[i+1].UPOS == "VERB":
			return forward
		case r.pastForm(i):
			return back
		}
	}
	return open
}
