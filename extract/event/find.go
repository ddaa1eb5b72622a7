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
	f := &finder{t: t, cast: cast, statements: statements, dates: dates, places: places, said: saidIn(t.Document, statements)}
	f.content = make([]use, len(t.Tokens))
	f.asked, f.answers = make([]bool, len(t.Tokens)), make([][]rapporteur.Participant, len(t.Tokens))
	f.published, _ = date.Published(t.Article)
	headings := !slices.ContainsFunc(t.Sentences, func(s rapporteur.Sentence) bool { return !s.Heading })
	for i, s := range t.Sentences {
		if (!s.Heading || headings) && !f.asks(s) {
			f.sentence(i)
		}
	}
	return f.merge()
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
	asked      []bool // by token: answers has who it means
	answers    [][]rapporteur.Participant
	matches    []match
	mentions   []mention
	stack      []int
	prep       []prepositional
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
	noun    bool // a noun tells it
	bare    bool // with nobody named
	lent    bool // its actors are those of the clause it only stands in
	visit   bool
	outcome bool
	armed   bool // arms do it: "a bomb killed"
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
			if f.gerund(v) {
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
				f.release(w)
			}
		}
	}
	verbs := len(f.matches)
	for i := s.First; i < s.End; i++ {
		if u := f.t.Tokens[i].UPOS; (u == "NOUN" || u == "PROPN" || u == "VERB" && f.gerund(i)) && f.content[i] != held {
			f.noun(i)
		}
	}
	for i := verbs; i < len(f.matches); i++ {
		f.tellNoun(&f.matches[i])
	}
}

// verb matches the rows of verb or predicate v.
func (f *finder) verb(v int) {
	if f.t.Tokens[v].UPOS == "NOUN" && f.t.Child(v, "case") >= 0 {
		f.being(v)
		return
	}
	rows := plover.VerbsOf(f.lemma(v))
	if f.t.Tokens[v].XPOS == "VBN" && f.t.Child(v, "aux:pass") >= 0 {
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
	if f.wonders(v) {
		return
	}
	c := f.clauseOf(v)
	m, ok := f.best(rows, c)
	if !ok && c.passive && f.t.Is(v, "acl", "advcl", "conj") {
		// A past tense taken for a participle: "forces fired on the crowd".
		c = f.activeClause(v)
		m, ok = f.best(rows, c)
	}
	if !ok || f.t.Tokens[v].UPOS != "VERB" && !m.row.Predicate || m.row.Type == plover.NoEvent {
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

// irrealis are the types of acts that are about what is not, or not yet.
func irrealis(kind string) bool {
	switch kind {
	case "AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE":
		return true
	}
	return false
}

// take keeps a match, and marks its words.
func (f *finder) take(m match) {
	for _, w := range m.words {
		for _, k := range f.t.Conjuncts(w) {
			f.content[k] = held
		}
	}
	if irrealis(m.row.Type) || m.content >= 0 && m.row.Type != "ACCUSE" && m.row.Type != "SUPPORT" {
		if m.content >= 0 {
			f.matter(m.content)
		}
		for _, k := range m.matters {
			f.matter(k)
		}
		for _, k := range m.recipients {
			if irrealis(m.row.Type) && f.cast.At(k) < 0 {
				f.matter(k) // "rejected the proposal"
			}
		}
	}
	f.matches = append(f.matches, m)
}

// release takes the mark of a word of a match from token i.
func (f *finder) release(i int) {
	for _, k := range f.t.Conjuncts(i) {
		if f.content[k] == held {
			f.content[k] = free
		}
	}
}

// matter marks what a verbal act is about.
func (f *finder) matter(i int) {
	for _, k := range f.t.Conjuncts(i) {
		f.content[k] = about
	}
}

// tellVerb makes a mention of the match of a verb, if the report leaves one.
func (f *finder) tellVerb(m *match) bool {
	if m.row.Broker && f.t.Is(m.head, "acl") {
		return false
	}
	if own, _ := f.modality(m.head); m.row.Refusal && own != planned && own != hypothetical {
		return false
	}
	if f.comesHome(m) {
		return false
	}
	kind := plover.TypeByName(m.row.Type)
	fate := f.fateOfVerb(m.head)
	if fate == real && m.row.Lasting && f.present(m.head) {
		fate = ongoing
	}
	if fate == ongoing && kind.Verbal && !m.row.Lasting {
		fate = real // "is demanding": it has said so
	}
	if fate == real && !kind.Verbal && f.present(m.head) {
		fate = ongoing
	}
	if m.row.Negated && kind.Name == "REJECT" && (fate == planned || fate == hypothetical && !f.conditioned(m.head) && !f.conditional(m.head)) {
		fate = real // "will not accept": it has refused
	}
	e := rapporteur.Event{Rule: ruleVerb}
	f.cast1(&e, m, kind)
	if len(e.Actors) == 0 && m.row.Subject.Role == plover.Noun {
		e.Actors = f.sharing(m)
	}
	kind, fate = f.pledge(&e, m, kind, fate)
	return f.tell(m, kind, fate, e, false)
}

// comesHome reports whether those who the match says go somewhere go to their own
// country, which is no visit.
func (f *finder) comesHome(m *match) bool {
	if m.row.Type != "CONSULT" || len(m.hosts) == 0 {
		return false
	}
	for _, a := range m.actors {
		for _, p := range f.cast.Participants(a) {
			if p.Actor < 0 {
				continue
			}
			home := f.cast.Actors[p.Actor].Country
			if to := f.places[f.placeAt(m.hosts[0])].Country; home != "" && home == to {
				return true
			}
		}
	}
	return false
}

// sharing are the actors of the act that already told of the subject of m:
// "agreed on a truce that takes effect on Monday".
func (f *finder) sharing(m *match) []rapporteur.Participant {
	if fm, ok := f.bestNoun(m.subject); ok {
		var out []rapporteur.Participant
		for _, a := range fm.actors {
			for _, p := range f.actorsAt(a) {
				out = add(out, p)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	for i := range f.matches {
		o := &f.matches[i]
		if o == m || !slices.Contains(o.words, m.subject) && !slices.Contains(o.matters, m.subject) {
			continue
		}
		var out []rapporteur.Participant
		for _, a := range o.actors {
			for _, p := range f.actorsAt(a) {
				out = add(out, p)
			}
			if a == o.subject {
				for _, p := range f.companions(a, o.head) {
					out = add(out, p)
				}
			}
		}
		return out
	}
	return nil
}

// pledge makes the word of one who tells of his own act to come what it is: a
// promise of help is AGREE, a truce declared CONCEDE, and what one will do to
// another if he does not yield a threat.
func (f *finder) pledge(e *rapporteur.Event, m *match, kind *plover.Type, fate fate) (*plover.Type, fate) {
	if fate != planned && fate != hypothetical {
		return kind, fate
	}
	s := f.statementAt(f.t.Tokens[m.head].Span)
	if s < 0 || f.statements[s].Denies || !f.speaksFor(f.statements[s].Speaker, e.Actors) {
		return kind, fate
	}
	switch kind.Name {
	case "AID", "COOPERATE", "SUPPORT":
		if fate == planned {
			return plover.TypeByName("AGREE"), real
		}
	case "RETREAT":
		if fate == planned && m.row.Mode == "ceasefire" {
			return plover.TypeByName("CONCEDE"), real
		}
	case "ASSAULT", "SANCTION", "COERCE", "PROTEST", "REJECT":
		if f.conditioned(m.head) {
			return plover.TypeByName("THREATEN"), real
		}
	}
	return kind, fate
}

// conditioned reports whether a clause with "if" hangs on verb v.
func (f *finder) conditioned(v int) bool {
	for _, k := range f.t.Children(v) {
		if f.t.Is(int(k), "advcl") && f.conditional(int(k)) {
			return true
		}
	}
	return false
}

// present reports whether the verb is in the simple present.
func (f *finder) present(v int) bool {
	if f.t.Child(v, "aux") >= 0 {
		return false
	}
	switch f.t.Tokens[v].XPOS {
	case "VBZ":
		return true
	case "VBP":
		return strings.EqualFold(f.t.Word(v), f.lemma(v)) // "struck" is no present, whatever its tag
	}
	return false
}

// cast1 fills actors and recipients from the match.
func (f *finder) cast1(e *rapporteur.Event, m *match, kind *plover.Type) {
	for _, a := range m.actors {
		who := f.actorsAt(a)
		if m.row.Mode == "resign" {
			if holder := f.holder(a); holder.Name != "" {
				who = []rapporteur.Participant{holder} // the president resigns, not the state
			}
		}
		for _, p := range who {
			e.Actors = add(e.Actors, p)
		}
		if a == m.subject {
			for _, p := range f.companions(a, m.head) {
				e.Actors = add(e.Actors, p)
			}
		}
	}
	for _, r := range m.recipients {
		for _, p := range f.recipientsAt(r, kind) {
			if !has(e.Actors, p) {
				e.Recipients = add(e.Recipients, p)
			}
		}
	}
	if len(e.Recipients) == 0 && (irrealis(kind.Name) || kind.Name == "ACCUSE" || m.content >= 0) {
		f.concerned(e, m)
	}
	if len(e.Recipients) == 0 {
		f.owners(e, m, kind)
	}
	for _, h := range m.hosts {
		// Those who come together from several sides meet where they go; they do not visit.
		if p := f.stateOf(h, f.placeAt(h)); p.Name != "" && !has(e.Actors, p) && (kind.Name != "CONSULT" || len(e.Actors) < 2 && !f.elsewhere(m, p)) {
			e.Recipients = add(e.Recipients, p)
		}
	}
}

// elsewhere reports whether those who come to host come for talks with others: the
// host only lends the room.
func (f *finder) elsewhere(m *match, host rapporteur.Participant) bool {
	for _, p := range append(f.fresh(), f.prepositionals(m.head)...) {
		if p.preposition != "for" || !f.isOf(talking, p.head) {
			continue
		}
		with := f.partners(p.head)
		return len(with) > 0 && !slices.ContainsFunc(with, func(q rapporteur.Participant) bool {
			return q.Actor < 0 || q.Actor == host.Actor || host.Actor >= 0 && f.cast.Actors[q.Actor].Country == f.cast.Actors[host.Actor].Country ||
				f.cast.Actors[q.Actor].Country == f.places[f.placeAt(m.hosts[0])].Country
		})
	}
	return false
}

// concerned gives a verbal act those whom its content is about as recipients:
// "offered to send troops to Velm", "refused to meet the delegates".
func (f *finder) concerned(e *rapporteur.Event, m *match) {
	put := func(list []rapporteur.Participant) {
		for _, p := range list {
			if !has(e.Actors, p) && p.Actor >= 0 && !f.own(e.Actors, p) {
				e.Recipients = add(e.Recipients, p)
			}
		}
	}
	if c := m.content; c >= 0 {
		if in, ok := f.best(plover.VerbsOf(f.lemma(c)), f.clauseOf(c)); ok && in.row.Type != plover.NoEvent {
			kind := plover.TypeByName(in.row.Type)
			for _, r := range in.recipients {
				if who := f.known(r, 0); len(who) > 0 {
					for _, p := range who {
						if !has(e.Actors, p) {
							e.Recipients = add(e.Recipients, p)
						}
					}
					continue
				}
				put(f.recipientsAt(r, kind))
			}
			for _, a := range in.actors {
				put(f.known(a, 0))
			}
			for _, h := range in.hosts {
				if p := f.stateOf(h, f.placeAt(h)); p.Name != "" && p.Actor >= 0 {
					put([]rapporteur.Participant{p})
				}
			}
			if in.content >= 0 && len(e.Recipients) == 0 {
				f.concerned(e, &in)
			}
		}
		if len(e.Recipients) > 0 {
			return
		}
		if o := f.t.Child(c, "obj"); o >= 0 {
			put(f.known(o, 0))
			if len(e.Recipients) == 0 {
				put(f.actorsAt(o))
			}
		}
		if len(e.Recipients) == 0 {
			put(f.partners(c))
		}
	}
	for _, w := range m.matters {
		if len(e.Recipients) == 0 {
			put(f.actorsAt(w))
		}
		if len(e.Recipients) == 0 {
			put(f.partners(w))
		}
	}
	for _, w := range m.words {
		if len(e.Recipients) == 0 {
			put(f.partners(w))
		}
	}
}

// owners gives an act against somebody those whose its things are: "expelled two
// Velm diplomats", "a ban on Velm flights".
func (f *finder) owners(e *rapporteur.Event, m *match, kind *plover.Type) {
	switch kind.Name {
	case "SANCTION", "COERCE", "ASSAULT", "RETREAT", "REJECT", "ACCUSE", "SUPPORT":
	default:
		return
	}
	for _, w := range m.words {
		for _, k := range f.modifiers(w) {
			if f.t.Tokens[k].UPOS == "PRON" {
				continue // "expressed its concern"
			}
			for _, p := range f.known(k, 1) {
				if !has(e.Actors, p) && !f.own(e.Actors, p) {
					e.Recipients = add(e.Recipients, p)
				}
			}
		}
	}
	if len(e.Recipients) == 0 && (kind.Name == "REJECT" || kind.Name == "ACCUSE") && len(m.recipients)+len(m.matters) > 0 {
		for _, p := range f.partners(m.head) {
			if !has(e.Actors, p) && p.Actor >= 0 {
				e.Recipients = add(e.Recipients, p) // "refused a request from Velm"
			}
		}
	}
}

// partners are the somebodies after a preposition that says to whom or with whom.
func (f *finder) partners(at int) []rapporteur.Participant {
	var out []rapporteur.Participant
	for _, p := range append(f.fresh(), f.prepositionals(at)...) {
		switch p.preposition {
		case "with", "to", "into", "against", "for", "from", "between", "toward", "towards", "by":
			for _, q := range f.known(p.head, 0) {
				out = add(out, q)
			}
			if len(out) == 0 && f.seat(p.head) {
				if q := f.stateOf(p.head, f.placeAt(p.head)); q.Actor >= 0 {
					out = append(out, q) // "apologized for crossing into Velm"
				}
			}
			if len(out) > 0 {
				return out
			}
		}
	}
	return out
}

// own reports whether one of actors acts for the state p: "the president recalled
// his nation's ambassador".
func (f *finder) own(actors []rapporteur.Participant, p rapporteur.Participant) bool {
	if p.Actor < 0 || f.cast.Actors[p.Actor].Kind != rapporteur.ActorState {
		return false
	}
	return slices.ContainsFunc(actors, func(a rapporteur.Participant) bool {
		return a.Actor >= 0 && (f.cast.Principal(a.Actor) == p.Actor || f.cast.Actors[a.Actor].Of == p.Actor)
	})
}

func has(in []rapporteur.Participant, p rapporteur.Participant) bool {
	return slices.ContainsFunc(in, func(q rapporteur.Participant) bool {
		return p.Actor >= 0 && q.Actor == p.Actor || p.Name == q.Name
	})
}

const (
	ruleVerb  = "event/verb"
	ruleNoun  = "event/noun"
	ruleLight = "event/light-verb"
)

// tell makes a mention of an event if the report leaves one.
func (f *finder) tell(m *match, kind *plover.Type, fate fate, e rapporteur.Event, noun bool) bool {
	if fate == unreal || (fate == planned || fate == hypothetical) && f.termed(m.head) {
		return false
	}
	e.Type = kind.Name
	if kind.Mode(m.row.Mode) != nil {
		e.Mode = m.row.Mode
	}
	e.Sentence = f.t.SentenceOf(m.head)
	e.Anchor = f.spanOf(m.head, f.anchorWords(m))
	e.Status = statusOf[fate]
	d := f.date(&e, m, fate)
	f.place(&e, m)
	if !noun {
		if g := f.governor(m.head); g != nil {
			// "attacked the port on Monday, killing two": the same day and place.
			if d == nil && g.date != nil {
				d, e.Date, e.DateSpan = g.date, g.Date, g.DateSpan
			}
			if e.Place == "" && g.Place != "" {
				e.Place, e.PlaceSpan, e.Country = g.Place, g.PlaceSpan, g.Country
			}
		}
	}
	d = f.share(&e, d)
	f.country(&e, kind)
	if d != nil && date.Compare(*d, f.published) == date.Future && fate <= ongoing && !kind.Verbal {
		e.Status = rapporteur.StatusPlanned
	}
	e.Historical = f.old(d) || d == nil && (f.longAgo(m.head) || noun && f.remembered(m.head))
	e.Statement = none
	f.claim(&e, kind.Verbal)
	if e.Mode == "" {
		e.Mode = f.mode(m, kind)
	}
	e.CAMEO = kind.Root(e.Mode)
	bare := len(e.Actors) == 0 && len(e.Recipients) == 0
	if bare && !(noun && m.row.Alone || !noun && (e.Date != "" || f.takesUp(m)) && len(m.words) > 0) {
		return false
	}
	if len(e.Actors) == 0 && !noun && (irrealis(kind.Name) || kind.Name == "CONSULT" && e.Date == "") {
		return false
	}
	if fate == hypothetical || fate == demanded {
		if len(e.Actors) == 0 || kind.Verbal || kind.Name == "CONSULT" || !noun && len(e.Recipients) == 0 && e.Place == "" && m.row.Mode == "" {
			return false
		}
	}
	last := m.head
	for _, w := range m.words {
		last = max(last, w)
	}
	f.mentions = append(f.mentions, mention{
		Event: e, kind: kind, head: m.head, last: last, noun: noun, bare: bare, the: noun && f.definite(m.head) || !noun && bare && f.takesUp(m),
		date: d, lent: m.lent, visit: len(m.hosts) > 0, outcome: m.row.Outcome, armed: m.subject >= 0 && f.isOf(instrument, m.subject),
	})
	return true
}

// termed reports whether the sentence of token i tells the terms of a deal: "under
// the truce the rebels would withdraw". Those are no events.
func (f *finder) termed(i int) bool {
	s := f.t.Sentences[f.t.SentenceOf(i)]
	for k := s.First; k < s.End; k++ {
		if f.t.Lemma(k) != "under" || !f.t.Is(k, "case") {
			continue
		}
		for n := k + 1; n < s.End && n <= k+8; n++ {
			if f.t.Tokens[n].UPOS == "NOUN" && f.isOf(terms, n) {
				return true
			}
			if f.t.Tokens[n].UPOS == "VERB" || f.t.Word(n) == "," {
				break
			}
		}
	}
	return false
}

// governor is the event that the participle v goes with: "attacked the port,
// killing two"; nil where there is none.
func (f *finder) governor(v int) *mention {
	if f.t.Tokens[v].XPOS != "VBG" || !f.t.Is(v, "advcl") || f.t.Child(v, "mark") >= 0 {
		return nil
	}
	for i := range f.mentions {
		if m := &f.mentions[i]; m.head == f.t.Head(v) {
			return m
		}
	}
	return nil
}

// takesUp reports whether the words of m take up what was told before: "the
// agreement, reached on Monday".
func (f *finder) takesUp(m *match) bool {
	return slices.ContainsFunc(m.words, f.definite)
}

// anchorWords are the tokens that name the event: what the row asks for and the
// particle.
func (f *finder) anchorWords(m *match) []int {
	out := m.words
	if m.row.Particle != "" {
		if p := f.t.Child(m.head, "compound:prt"); p >= 0 {
			out = append(slices.Clone(out), p)
		}
	}
	return out
}

// mode is the mode that what the act is about gives it: a request to meet, a
// refusal to release, a threat of force.
func (f *finder) mode(m *match, kind *plover.Type) string {
	switch kind.Name {
	case "REQUEST", "REJECT", "THREATEN":
	default:
		return ""
	}
	what := ""
	if m.content >= 0 {
		what = f.typeOf(m.content)
	}
	for _, w := range m.words {
		if what == "" {
			what = f.typeOf(w)
		}
	}
	if kind.Name == "THREATEN" {
		switch what {
		case "ASSAULT", "MOBILIZE":
			return "violence"
		case "SANCTION", "REJECT":
			return "relations"
		case "COERCE", "PROTEST":
			return "restrict"
		}
		return ""
	}
	switch what {
	case "CONSULT":
		return "meet"
	case "RETREAT", "CONCEDE":
		return "yield"
	case "AID", "COOPERATE", "SUPPORT", "AGREE":
		return "assist"
	}
	return ""
}

// typeOf is the type that the word i tells of by itself, or "".
func (f *finder) typeOf(i int) string {
	if f.t.Tokens[i].UPOS == "VERB" {
		if m, ok := f.best(plover.VerbsOf(f.lemma(i)), f.clauseOf(i)); ok {
			return m.row.Type
		}
		return ""
	}
	for _, r := range plover.NounsOf(f.nounLemma(i)) {
		if plover.Preceded(r.Before, func(n int) string { return f.lemmaBefore(i, n) }) {
			return r.Type
		}
	}
	return ""
}
