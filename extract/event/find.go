// Package event finds who did what to whom, as PLOVER types it.
//
// What tells of an event is data: knowledge/plover has the verbs and nouns with
// what stands around them, docs/plover.md explains them. This package lays those
// patterns over the trees of a report, says who takes part, whether the event
// was, goes on, is to come or is only spoken of, on whose word, where and when,
// and makes one record of the places that tell of the same event.
package event

import (
	"slices"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/date"
	"rapporteur/extract/grammar"
	"rapporteur/knowledge/plover"
)

// Find reads the events of t, by the place of their first mention. Headings and
// questions are not read: the body, where there is one, says again what a
// heading says. Indices of
// actors and statements are those of cast and statements.
func Find(t *grammar.Tree, cast *actor.Cast, statements []rapporteur.Statement, dates []rapporteur.Date, places []rapporteur.Place) []rapporteur.Event {
	f := newFinder(t, cast, statements, dates, places)
	f.read()
	return f.merge()
}

func newFinder(t *grammar.Tree, cast *actor.Cast, statements []rapporteur.Statement, dates []rapporteur.Date, places []rapporteur.Place) *finder {
	f := &finder{t: t, cast: cast, statements: statements, dates: dates, places: places, said: saidIn(t.Document, statements)}
	f.content = make([]use, len(t.Tokens))
	f.asked, f.answers = make([]bool, len(t.Tokens)), make([][]rapporteur.Participant, len(t.Tokens))
	f.published, _ = date.Published(t.Article)
	return f
}

// read finds the mentions of the whole report.
func (f *finder) read() {
	headings := !slices.ContainsFunc(f.t.Sentences, func(s rapporteur.Sentence) bool { return !s.Heading })
	for i, s := range f.t.Sentences {
		if (!s.Heading || headings) && !f.asks(s) {
			f.sentence(i)
		}
	}
}

// A finder reads one report.
type finder struct {
	t          *grammar.Tree
	cast       *actor.Cast
	statements []rapporteur.Statement
	dates      []rapporteur.Date
	places     []rapporteur.Place
	said       [][]int32 // by sentence: statements with content there
	published  time.Time
	content    []use  // by token
	polled     int8   // whether the report is of an election: 1 yes, -1 no, 0 nobody asked
	asked      []bool // by token: answers has who it means
	answers    [][]rapporteur.Participant
	matches    []match
	mentions   []mention
	stack      []int
	prep       []prepositional
	ranker     ranker
}

// A use is what a match makes of a token beside its head.
type use uint8

const (
	free  use = iota
	held      // a word of the match: "talks" in "held talks"
	about     // what a verbal act is about, which is no event of its own
)

// A mention is one place that tells of an event.
type mention struct {
	rapporteur.Event
	kind    *plover.Type
	head    int
	last    int  // last of its tokens
	deed    int  // the noun that names it: the head, or "attack" in "carried out the attack"
	noun    bool // a noun tells it
	bare    bool // with nobody named
	lent    bool // its actors are those of the clause it only stands in
	visit   bool
	manner  string // the mode that its words give, where they are no matter of the row
	outcome bool
	armed   bool // arms do it, or somebody who is only "they": "a bomb killed"
	the     bool // a definite noun: "the attack"
	date    *rapporteur.Date
}

// asks reports whether s is a question.
func (f *finder) asks(s rapporteur.Sentence) bool {
	for i := s.End - 1; i >= s.First && i > s.End-4; i-- {
		switch f.t.Word(i) {
		case "?":
			return true
		case "\"", "”", "’", "'", ")":
			continue
		}
		return false
	}
	return false
}

// sentence finds the events of sentence n.
func (f *finder) sentence(n int) {
	s := f.t.Sentences[n]
	f.matches = f.matches[:0]
	for v := s.First; v < s.End; v++ {
		switch f.t.Tokens[v].UPOS {
		case "VERB":
			if f.gerund(v) || f.nominalized(v) || f.lets(v) {
				continue
			}
			if f.t.Is(v, "amod", "compound") && f.t.Child(v, "obl", "obl:agent") < 0 {
				continue // "wounded soldiers"
			}
		case "ADJ", "NOUN", "ADV":
			if f.t.Child(v, "cop") < 0 && !f.t.Is(v, "xcomp", "acl") {
				continue
			}
		default:
			continue
		}
		f.verb(v)
	}
	f.obliged(s)
	for i := range f.matches {
		if m := &f.matches[i]; !f.tellVerb(m) {
			// What became no event leaves its words to tell of their own.
			for _, w := range m.words {
				if m.row.Type == "REJECT" && f.t.Is(w, "obj", "nsubj:pass") && f.isOf(talking, w) {
					continue // talks that somebody may call off are not held
				}
				f.release(w)
			}
		}
	}
	verbs := len(f.matches)
	for i := s.First; i < s.End; i++ {
		u := f.t.Tokens[i].UPOS
		if u == "ADJ" && f.t.Is(i, "obj", "nsubj", "obl") && f.t.Child(i, "det", "nmod:poss", "case") >= 0 {
			u = "NOUN" // "offensive"
		}
		if (u == "NOUN" || u == "PROPN" || u == "VERB" && f.gerund(i)) && f.content[i] != held {
			f.noun(i)
		}
	}
	for i := verbs; i < len(f.matches); i++ {
		f.tellNoun(&f.matches[i])
	}
}

// lets reports whether v is no act of anybody: "Let us pray", "unlike the accused".
func (f *finder) lets(v int) bool {
	t := f.t
	if t.Lemma(v) == "let" && v+1 < len(t.Tokens) && t.Child(v, "nsubj") < 0 {
		switch strings.ToLower(t.Word(v + 1)) {
		case "'s", "’s", "us", "there", "me":
			return true
		}
	}
	k := t.Child(v, "det")
	return t.Tokens[v].XPOS == "VBN" && k >= 0 && k == v-1 && t.Lemma(k) == "the" && t.Child(v, "obj", "xcomp", "aux", "aux:pass") < 0
}

// verb matches the rows of verb or predicate v.
func (f *finder) verb(v int) {
	if f.t.Tokens[v].UPOS == "NOUN" && f.t.Child(v, "case") >= 0 {
		f.being(v)
		return
	}
	rows := plover.VerbsOf(f.lemma(v))
	if f.t.Tokens[v].XPOS == "VBN" && f.t.Child(v, "aux:pass", "cop") >= 0 {
		// "is committed to", "is opposed to" say what it is, not what was done to it.
		if m, ok := f.best(plover.VerbsOf(strings.ToLower(f.t.Word(v))), f.stateClause(v)); ok && m.row.Predicate {
			f.take(m)
			return
		}
	}
	if len(rows) == 0 {
		return
	}
	if f.t.Tokens[v].UPOS != "VERB" && !slices.ContainsFunc(rows, func(r *plover.Row) bool { return r.Predicate }) {
		return
	}
	if f.wonders(v) || f.naming(v) || f.talkedOf(v) >= 0 && f.agent(v) < 0 {
		return
	}
	c := f.clauseOf(v)
	m, ok := f.best(rows, c)
	if !ok && c.passive && !participial(f.t.Word(v)) && (f.t.Is(v, "acl", "advcl", "conj") || f.apposed(v) >= 0 || f.t.Child(v, "aux", "cop") < 0) {
		// A past tense taken for a participle: "forces fired on the crowd".
		c = f.activeClause(v)
		m, ok = f.best(rows, c)
	}
	if !ok || f.t.Tokens[v].UPOS != "VERB" && !m.row.Predicate || m.row.Type == "REQUEST" && f.ownOrder(v) {
		return
	}
	if m.row.Type == plover.NoEvent {
		for _, w := range m.words {
			f.content[w] = held // "declared war on poverty"
		}
		return
	}
	f.take(m)
}

// wonders reports whether v asks a question and for nothing: "asked whether Arden
// had attacked".
func (f *finder) wonders(v int) bool {
	if f.t.Lemma(v) != "ask" && f.t.Lemma(v) != "inquire" {
		return false
	}
	for _, k := range f.t.ChildrenBy(v, "ccomp", "advcl", "xcomp") {
		first, _ := f.t.Phrase(k)
		switch f.t.Lemma(first) {
		case "whether", "if", "why", "how", "what", "who", "when", "where":
			return k > v
		}
	}
	return false
}

// participial reports whether a form is of a participle and no past tense: "flown", "taken".
func participial(form string) bool {
	for _, end := range []string{"en", "wn", "one", "ung", "orn"} {
		if strings.HasSuffix(form, end) {
			return true
		}
	}
	return false
}

// ownOrder reports whether verb v is of one who gives orders to his own: "ordered its
// soldiers to withdraw". What he orders is to come, and nobody else is asked.
func (f *finder) ownOrder(v int) bool {
	switch f.t.Lemma(v) {
	case "order", "instruct", "command", "direct":
	default:
		return false
	}
	o := f.t.Child(v, "obj", "iobj")
	if o < 0 {
		return false
	}
	k := f.t.Child(o, "nmod:poss")
	return k >= 0 && k < o && f.t.Tokens[k].UPOS == "PRON" && f.isOf(troops, o)
}

// being matches what noun v says somebody is in the state of: "are on strike".
func (f *finder) being(v int) {
	c := f.stateClause(v)
	at := []prepositional{{f.preposition(v), v}}
	for _, r := range plover.VerbsOf("be") {
		if r.Negated != f.negated(v) {
			continue
		}
		if m, ok := f.fit(r, c, at); ok {
			m.words = nil // the head itself
			f.content[v] = held
			f.matches = append(f.matches, m)
			return
		}
	}
}
