package statement

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge"
)

// echo is what the statements before tell of who speaks next: "the official" is
// the official who spoke before, "the statement" that of the ministry, and "he"
// beside a quotation is the one who spoke last.
type echo struct {
	last    *voice
	before  *voice            // the one who spoke before that
	roles   map[string]*voice // those with a name, by the noun that tells their role; nil where several have it
	nouns   map[string]*voice // those without a name, and documents, by the noun that heads their source
	unnamed *voice            // the last one without a name
	body    *voice            // the last one that "it" may mean
}

// voice is a speaker with the place of the statement.
type voice struct {
	who       []rapporteur.Participant
	source    tokens
	paragraph int
	content   []tokens
	until     int  // the last sentence with a piece of the content
	after     bool // the source stands after a passive cue: "was accused by Vale"
	person    bool
	many      bool // several, or a crowd: "they"
	gender    byte
	sourcing  string
}

// hear gives those who make claim c, whom its own words may only echo, with what
// stands behind them, and keeps them for the claims to come. Who speaks in what another
// says does not keep the word.
func (e *echo) hear(f *finder, order []int, k int) ([]rapporteur.Participant, string) {
	c, nested := &f.claims[order[k]], f.nested(order, k)
	who := f.participants(c)
	if len(who) == 0 {
		return who, rapporteur.SourcingUnnamed
	}
	var echoed *voice // whose word this is, where the source is but an echo
	if len(who) == 1 && who[0].Actor == rapporteur.None {
		who = []rapporteur.Participant{{Name: f.described(c, f.issuer(f.referent(c.speaker))), Actor: rapporteur.None, Spans: who[0].Spans}}
	}
	t := f.t
	head := f.referent(c.speaker)
	lemma := t.Lemma(head)
	paragraph := t.Sentences[c.sentence].Paragraph
	switch {
	case f.any(head, "he", "she"):
		switch last := e.last; {
		case last == nil:
		case f.goesOnSaying(c) && paragraph-last.paragraph <= 2 && last.mayBe(f, head):
			who = last.who // "he added", whoever has been named meanwhile
		case f.answers(c) && e.before != nil && paragraph-e.before.paragraph <= 2 && !same(e.before.who, last.who) && e.before.mayBe(f, head):
			who = e.before.who // "“When?” Holt asked. “Today,” she replied."
		case e.carriesOn(f, head, paragraph, who[0]):
			who = last.who
		}
		if named := f.subjectOf(c); named != rapporteur.None && !f.mentioned(c.sentence, who[0]) {
			if p := f.cast.Participants(named); len(p) == 1 && f.mayBeHe(named, p) && !(gender(p[0].Name) == knowledge.Masculine && f.is(head, "she") || gender(p[0].Name) == knowledge.Feminine && f.is(head, "he")) {
				who = p
			}
		}
		if s := f.centre(c, e.last); s != rapporteur.None {
			if p := f.cast.Participants(s); len(p) == 1 && f.mayBeHe(s, p) && !(gender(p[0].Name) == knowledge.Masculine && f.is(head, "she") || gender(p[0].Name) == knowledge.Feminine && f.is(head, "he")) {
				who = p
			}
		}
	case f.any(head, "it", "they"):
		// Who spoke last, if it is a body, where coreference knows none.
		switch {
		case who[0].Actor != rapporteur.None:
		case f.is(head, "they") && e.last != nil && e.last.many && paragraph-e.last.paragraph <= 1:
			echoed = e.last
		case e.body != nil && e.body == e.last && paragraph-e.body.paragraph <= 1:
			echoed = e.body
		case f.is(head, "it"):
			if s := f.bodyBefore(c); s != rapporteur.None {
				who = f.cast.Participants(s)
				if n := f.fuller(s); n != rapporteur.None && f.unnamed(who) {
					who = []rapporteur.Participant{{Name: f.described(c, n), Actor: rapporteur.None, Spans: who[0].Spans}}
				}
				echoed = &voice{who: who, sourcing: f.sourcing(s, who)}
			}
		}
	case t.Tokens[head].UPOS != "PROPN" && f.unnamed(who) && f.any(c.source.first, "the", "that", "this"):
		if v := e.nouns[lemma]; v != nil && (c.source.end-c.source.first <= 2 || f.saysNoMore(c.source, v.source)) {
			echoed = v
		} else if v := e.roles[lemma]; v != nil && f.common(c.source) && paragraph-v.paragraph <= 4 {
			who = v.who // "the company spokesman" after "Velm Ports spokesman Aster Vale"
		} else if n := f.fuller(head); n != rapporteur.None {
			who = []rapporteur.Participant{{Name: f.described(c, n), Actor: rapporteur.None, Spans: who[0].Spans}}
		}
	}
	if echoed != nil {
		who = echoed.who
	} else if p := f.namedElsewhere(order, k, who); p != rapporteur.None && !f.asksAnonymity(order, k) {
		who = f.cast.Participants(p)
	}
	if t.Tokens[head].UPOS != "PROPN" && !f.unnamed(who) && f.asksAnonymity(order, k) {
		who = []rapporteur.Participant{{Name: f.described(c, head), Actor: rapporteur.None, Spans: who[0].Spans}}
		if e.unnamed != nil {
			who = e.unnamed.who
		}
	}
	sourcing := f.sourcing(c.speaker, who)
	if echoed != nil {
		sourcing = echoed.sourcing
	}
	many := len(who) > 1 || t.Tokens[head].XPOS == "NNS" || f.is(head, "they")
	until := c.sentence
	for _, r := range c.content {
		until = max(until, t.SentenceOf(r.first))
	}
	v := &voice{who: who, source: c.source, content: c.content, paragraph: paragraph, until: until, sourcing: sourcing, many: many, after: !c.source.empty() && c.source.first > c.cue.first && t.Passive(c.verb), person: f.mayBeHe(c.speaker, who), gender: gender(who[0].Name)}
	switch {
	case f.any(head, "he"):
		v.gender, v.person = knowledge.Masculine, true
	case f.any(head, "she"):
		v.gender, v.person = knowledge.Feminine, true
	}
	if !nested {
		if e.last != nil && !same(e.last.who, who) {
			e.before = e.last
		}
		e.last = v
		if len(who) == 1 && !v.person && sourcing == rapporteur.SourcingInstitution {
			e.body = v
		}
	}
	if f.unnamed(who) && sourcing == rapporteur.SourcingUnnamed && !f.document(head) {
		e.unnamed = v
	}
	if r := f.roleOf(c); r != "" && v.person && len(who) == 1 && who[0].Actor != rapporteur.None {
		if e.roles == nil {
			e.roles = map[string]*voice{}
		}
		if known, ok := e.roles[r]; ok && (known == nil || !same(known.who, who)) {
			e.roles[r] = nil
		} else {
			e.roles[r] = v
		}
	}
	if u := t.Tokens[head].UPOS; u == "NOUN" || u == "ADJ" {
		if e.nouns == nil {
			e.nouns = map[string]*voice{}
		}
		if e.nouns[lemma] == nil || c.source.end-c.source.first > 2 {
			e.nouns[lemma] = v
		}
	}
	return who, sourcing
}

// subjectOf is the subject of the sentence of c where it names a person and stands
// before c, which depends on its verb: "Vale surprised them when he said". None
// where it does not.
func (f *finder) subjectOf(c *claim) int {
	root := c.verb
	for up := f.t.Head(root); up >= 0; up = f.t.Head(root) {
		root = up
	}
	s := f.t.Child(root, "nsubj")
	if root == c.verb || s == rapporteur.None || s >= c.speaker || f.within[s] != 0 || slices.ContainsFunc(c.content, func(r tokens) bool { return r.holds(s) }) {
		return rapporteur.None
	}
	if a := f.cast.At(s); a != rapporteur.None && f.cast.Actors[a].Kind == rapporteur.ActorPerson && f.t.Tokens[s].UPOS == "PROPN" {
		return s
	}
	return rapporteur.None
}

// mentioned reports whether sentence s names p.
func (f *finder) mentioned(s int, p rapporteur.Participant) bool {
	if p.Actor == rapporteur.None {
		return false
	}
	span := f.t.Sentences[s].Span
	return slices.ContainsFunc(f.cast.Actors[p.Actor].Mentions, func(m rapporteur.Span) bool {
		return span.Contains(m) && !strings.EqualFold(f.t.Text(m), "he") && !strings.EqualFold(f.t.Text(m), "she")
	})
}

// bodyBefore is the body that "it" beside c means though nobody has spoken yet: the
// subject of the sentence before. None where that is none.
func (f *finder) bodyBefore(c *claim) int {
	s := c.sentence - 1
	for _, r := range c.content {
		s = min(s, f.t.SentenceOf(r.first)-1)
	}
	if s < 0 || f.t.Sentences[s].Paragraph < f.t.Sentences[c.sentence].Paragraph-1 {
		return rapporteur.None
	}
	for i := f.t.Sentences[s].First; i < f.t.Sentences[s].End; i++ {
		if !f.t.Is(i, "root") {
			continue
		}
		if h := f.t.Child(i, "nsubj"); h != rapporteur.None && f.within[h] == 0 && f.sourcing(h, f.cast.Participants(h)) == rapporteur.SourcingInstitution {
			return h
		}
	}
	return rapporteur.None
}

// described is the source of c in its own words, without apposition and clause;
// where another phrase names who speaks, that one, which h heads.
func (f *finder) described(c *claim, h int) string {
	r := c.source
	if h != c.speaker {
		r.first, r.end = f.t.NounPhrase(h)
		if f.t.Tokens[r.first].UPOS == "ADP" {
			r.first++
		}
	}
	for i := r.first + 1; i < r.end; i++ {
		if f.is(i, ",") || f.any(i, "who", "which", "that") || f.any(i, "(", "–", "—", "--") {
			r.end = i
		}
	}
	name := strings.Join(strings.Fields(f.t.Text(f.span(r))), " ")
	for _, d := range []string{"the ", "The ", "these ", "These ", "those ", "Those ", "whose "} {
		name = strings.TrimPrefix(name, d)
	}
	return name
}

// mayBeHe reports whether "he" or "she" may mean who speaks in the source headed by h.
func (f *finder) mayBeHe(h int, who []rapporteur.Participant) bool {
	if len(who) != 1 {
		return false
	}
	if a := who[0].Actor; a != rapporteur.None {
		k := f.cast.Actors[a].Kind
		if k == rapporteur.ActorPerson || k == rapporteur.ActorOffice && f.onePerson(h) {
			return true
		}
		if k != rapporteur.ActorPeople {
			return false
		}
	}
	h = f.referent(h)
	return f.t.Tokens[h].XPOS == "NNP" && (f.entity(h) == rapporteur.EntityPerson || f.entity(h) == "") || f.t.Tokens[h].XPOS == "NN" && people()[f.t.Lemma(h)]
}

// near reports whether claims a and b stand in one sentence, in reach of each other.
func (f *finder) near(a, b *claim) bool {
	return a.sentence == b.sentence && max(a.cue.first-b.cue.first, b.cue.first-a.cue.first) <= 2*reach
}

// nested reports whether the claim at place k of order stands in the content of
// another claim of its sentence.
func (f *finder) nested(order []int, k int) bool {
	c := &f.claims[order[k]]
	for _, step := range []int{-1, 1} {
		for i := k + step; i >= 0 && i < len(order) && f.near(&f.claims[order[i]], c); i += step {
			if slices.ContainsFunc(f.claims[order[i]].content, func(r tokens) bool { return r.holds(c.cue.first) }) {
				return true
			}
		}
	}
	return false
}

// unnamed reports whether those who speak have no name in the report.
func (f *finder) unnamed(who []rapporteur.Participant) bool {
	return !slices.ContainsFunc(who, func(p rapporteur.Participant) bool {
		return p.Actor != rapporteur.None && f.cast.Actors[p.Actor].Kind != rapporteur.ActorOffice && f.cast.Actors[p.Actor].Kind != rapporteur.ActorPeople
	})
}

// carriesOn reports whether the pronoun at token i means who spoke last: the
// paragraph before or this one gave them the word, and nobody whom coreference
// proposes has been named since.
func (e *echo) carriesOn(f *finder, i, paragraph int, proposed rapporteur.Participant) bool {
	v := e.last
	if !v.person || len(v.who) != 1 || paragraph-v.paragraph > 1 || v.who[0].Actor == proposed.Actor && proposed.Actor != rapporteur.None {
		return false
	}
	if !v.mayBe(f, i) {
		return false
	}
	if proposed.Actor == rapporteur.None {
		return true
	}
	since := f.t.Tokens[v.source.first].Span.Start
	if v.after {
		since = f.t.Sentences[f.t.SentenceOf(v.source.first)].Span.Start - 1
	}
	at := f.t.Tokens[i].Span.Start
	return !slices.ContainsFunc(f.cast.Actors[proposed.Actor].Mentions, func(m rapporteur.Span) bool {
		return m.Start > since && m.Start < at && !slices.ContainsFunc(v.content, func(r tokens) bool { return f.span(r).Contains(m) })
	})
}

// mayBe reports whether the pronoun at token i may mean v.
func (v *voice) mayBe(f *finder, i int) bool {
	return v.person && len(v.who) == 1 && !(v.gender == knowledge.Masculine && f.is(i, "she") || v.gender == knowledge.Feminine && f.is(i, "he"))
}

// answers reports whether c is an answer in quotation marks to who spoke last.
func (f *finder) answers(c *claim) bool {
	switch f.t.Lemma(c.verb) {
	case "answer", "reply", "respond", "retort":
		return f.quoted(c)
	}
	return false
}

// goesOnSaying reports whether the cue of c is one by which a speaker goes on.
func (f *finder) goesOnSaying(c *claim) bool {
	switch f.t.Lemma(c.verb) {
	case "add", "continue":
		return true
	}
	return false
}

func same(a, b []rapporteur.Participant) bool {
	return slices.EqualFunc(a, b, func(p, q rapporteur.Participant) bool { return p.Actor == q.Actor && p.Name == q.Name })
}

// gender is that of the bearers of a person's given name.
func gender(name string) byte {
	first, _, _ := strings.Cut(name, " ")
	return knowledge.Gender(first)
}
