package event

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/extract/date"
	"rapporteur/knowledge/plover"
)

// tellVerb makes a mention of the match of a verb, if the report leaves one.
func (f *finder) tellVerb(m *match) bool {
	if m.row.Broker && f.t.Is(m.head, "acl") && !(f.t.Tokens[m.head].Deprel == "acl:relcl" && m.subject >= 0 && m.subject == f.t.Head(m.head) && f.t.Lemma(max(f.t.Child(m.head, "nsubj"), 0)) == "who") {
		return false // but "the envoy, who mediated the talks"
	}
	if own, _ := f.modality(m.head); m.row.Refusal && own != planned && own != hypothetical {
		return false
	}
	if f.comesHome(m) || f.anyone(m) || m.row.Type == "PROTEST" && f.callsNames(m.head) {
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
	if m.row.Negated && kind.Name == "REJECT" && !f.termed(m.head) && (fate == planned || fate == hypothetical && !f.conditioned(m.head) && !f.conditional(m.head)) {
		fate = real // "will not accept": it has refused
	}
	e := rapporteur.Event{Rule: ruleVerb}
	f.parties(&e, m, kind)
	f.unburdened(e.Recipients, m)
	if len(e.Actors) == 0 && m.row.Subject.Role == plover.Noun {
		e.Actors = f.sharing(m)
	}
	if f.passive(m.head) && f.agent(m.head) < 0 && (len(e.Actors) == 0 || m.row.Type == "SUPPORT" && len(m.actors) < 2) {
		f.jointly(&e, m, kind)
	}
	kind, fate = f.pledge(&e, m, kind, fate)
	return f.tell(m, kind, fate, e, false)
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
		switch f.lemma(v) {
		case "let", "cut", "put", "set", "hit", "shut", "split", "shed", "beat", "spread":
			return false // which look the same in the past, of which reports mostly tell
		}
		// "struck" is no present, whatever its tag, nor is the "cut" of one who would "cuts".
		return strings.EqualFold(f.t.Word(v), f.lemma(v)) && !f.singular(f.subject(v))
	}
	return false
}

// singular reports whether noun i is one thing or person, that no other is
// coordinated with.
func (f *finder) singular(i int) bool {
	if i < 0 || len(f.t.Conjuncts(i)) > 1 {
		return false
	}
	x := f.t.Tokens[i].XPOS
	return x == "NNP" || x == "NN" && f.t.Child(i, "amod", "nummod") < 0 && !f.transparent(i)
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
	if f.played(m, kind, fate, noun) || kind.Name == "CONSULT" && !f.converse(m, &e, fate) || f.private(m, &e, kind) {
		return false
	}
	if f.ownWar(m, &e, kind.Name) {
		kind = plover.TypeByName("AGREE")
	}
	f.award(m, &e)
	words, drop := f.swipe(m, &e, kind)
	if drop || f.candidacy(m, &e) {
		return false
	}
	if words {
		kind = plover.TypeByName("ACCUSE")
		if fate == ongoing {
			fate = real
		}
	}
	e.Type = kind.Name
	if kind.Mode(m.row.Mode) != nil {
		e.Mode = m.row.Mode
	}
	if words {
		e.Mode = "disapprove"
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
	e.Historical = f.old(d) || d == nil && (f.longAgo(m.head) || noun && f.remembered(m.head) || f.inEra(m.head))
	if e.Historical && e.Status == rapporteur.StatusOngoing && d != nil && f.since(d) {
		// "has been at war since 1978" goes on
		e.Historical, e.Date, e.DateSpan, d = false, "", rapporteur.Span{}, nil
	}
	e.Statement = none
	if !kind.Verbal || !f.interjected(m.head) {
		f.claim(&e, kind.Verbal)
	}
	if e.Status == rapporteur.StatusDenied && e.AttributedTo == "" {
		e.AttributedTo = f.denier(m.head)
	}
	if m.owned && e.AttributedTo == "" && len(e.Actors) > 0 {
		e.AttributedTo = e.Actors[0].Name
	}
	if e.Mode == "" {
		e.Mode = f.modeOfContent(m, kind)
	}
	if noun && e.Mode == "explosives" && f.t.Lemma(m.head) == "bombing" && slices.ContainsFunc(m.actors, func(a int) bool { return f.isOf(craft, a) && f.t.Lemma(a) != "ship" }) {
		e.Mode = "aerial" // "the bombing of the port by Arden aircraft"
	}
	e.CAMEO = kind.Root(e.Mode)
	bare := len(e.Actors) == 0 && len(e.Recipients) == 0
	if bare && !(m.row.Alone || !noun && (e.Date != "" || f.takesUp(m)) && len(m.words) > 0) {
		return false
	}
	if len(e.Actors) == 0 && !noun && !m.row.Alone && (irrealis(kind.Name) && !(bare && e.Date != "" && f.takesUp(m)) || kind.Name == "CONSULT" && e.Date == "") {
		return false
	}
	if fate == hypothetical || fate == demanded {
		if f.wished(m.head) {
			return false
		}
		if len(e.Actors) == 0 || kind.Verbal || kind.Name == "CONSULT" || !noun && len(e.Recipients) == 0 && e.Place == "" && m.row.Mode == "" {
			return false
		}
	}
	if !f.likely(m, &e) {
		return false
	}
	last := m.head
	for _, w := range m.words {
		last = max(last, w)
	}
	deed := m.head
	for _, w := range m.words {
		if !noun && f.t.Tokens[w].UPOS == "NOUN" && f.tells(w, kind.Name) {
			deed = w
		}
	}
	f.mentions = append(f.mentions, mention{
		Event: e, kind: kind, head: m.head, last: last, deed: deed, noun: noun, bare: bare,
		the:  noun && f.definite(m.head) || !noun && (bare && f.takesUp(m) || deed != m.head && f.the(deed)),
		date: d, lent: m.lent, visit: len(m.hosts) > 0, manner: f.manner(m, &e), outcome: m.row.Outcome, armed: m.subject >= 0 && f.isOf(instrument, m.subject) || !noun && m.subject >= 0 && f.t.Tokens[m.subject].UPOS == "PRON" && !f.passive(m.head),
	})
	return true
}

// wished reports whether somebody only wants v to be done: "the rebels want the president
// to resign".
func (f *finder) wished(v int) bool {
	h := f.t.Head(v)
	if h < 0 || !f.t.Is(v, "xcomp", "ccomp") {
		return false
	}
	switch f.t.Lemma(h) {
	case "want", "wish", "prefer", "like":
		return true
	}
	return false
}

// converse reports whether a CONSULT is between sides: nobody talks something over alone,
// and who talks to a news outlet gives an interview.
func (f *finder) converse(m *match, e *rapporteur.Event, fate fate) bool {
	outlet := func(p rapporteur.Participant) bool {
		return p.Actor >= 0 && (f.cast.Outlet(p.Actor) || f.cast.Class(p.Actor) == "media")
	}
	n := len(e.Actors) + len(e.Recipients)
	e.Actors = slices.DeleteFunc(e.Actors, outlet)
	e.Recipients = slices.DeleteFunc(e.Recipients, outlet)
	if len(e.Actors)+len(e.Recipients) < n && n < 3 {
		return false
	}
	if f.t.Lemma(m.head) != "discuss" || len(e.Actors) != 1 || len(e.Recipients) > 0 || len(m.hosts) > 0 {
		return true
	}
	a := e.Actors[0]
	return a.Actor >= 0 && f.cast.Actors[a.Actor].Kind != rapporteur.ActorPerson
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

// the reports whether noun n has the definite article, or points back.
func (f *finder) the(n int) bool {
	k := f.t.Child(n, "det")
	return k >= 0 && (f.t.Lemma(k) == "the" || f.t.Lemma(k) == "this" || f.t.Lemma(k) == "that")
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
