package event

import (
	"rapporteur"
	"rapporteur/knowledge/plover"
)

// ruleOblige reads what a speaker says that another must do: "Arden said Velm
// must release the sailors" is a demand.
const ruleOblige = "event/must"

// obliged finds the demands of sentence s that are told as duties.
func (f *finder) obliged(s rapporteur.Sentence) {
	if len(f.statements) == 0 {
		return
	}
	for v := s.First; v < s.End; v++ {
		if f.t.Tokens[v].UPOS != "VERB" || f.content[v] == about {
			continue
		}
		force := f.duty(v)
		if force == "" {
			continue
		}
		at := f.statementAt(f.t.Tokens[v].Span)
		if at < 0 || f.statements[at].Denies {
			continue
		}
		speaker := f.statements[at].Speaker
		e := rapporteur.Event{Rule: ruleOblige, Actors: f.spokenFor(speaker)}
		passive := f.passive(v)
		if !passive {
			subject := f.subject(v)
			for _, p := range f.known(subject, 0) {
				if (p.Actor >= 0 || f.name(subject)) && !has(e.Actors, p) && !f.speaksFor(speaker, []rapporteur.Participant{p}) && (force == "must" || f.acts(p.Actor)) {
					e.Recipients = add(e.Recipients, p)
				}
			}
			if len(e.Recipients) == 0 {
				continue
			}
		}
		if len(e.Actors) == 0 || passive && force != "must" {
			continue
		}
		m := match{row: obligation(), head: v, content: v, subject: none}
		f.tell(&m, plover.TypeByName("REQUEST"), real, e, false)
		f.content[v] = about
	}
}

// spokenFor is a speaker as an actor, of those who only speak whom they speak for.
func (f *finder) spokenFor(p rapporteur.Participant) []rapporteur.Participant {
	if p.Name == "" {
		return nil
	}
	if p.Actor >= 0 && f.cast.Outlet(p.Actor) {
		return nil
	}
	return []rapporteur.Participant{p}
}

// duty is the auxiliary by which verb v is what somebody has to do, or "".
func (f *finder) duty(v int) string {
	if f.t.Negated(v) {
		return ""
	}
	for _, k := range f.t.Children(v) {
		if k := int(k); k < v && f.t.Is(k, "aux") {
			switch f.t.Lemma(k) {
			case "must", "should", "ought":
				return f.t.Lemma(k)
			}
		}
	}
	return ""
}

// obligation is the row that demands told as duties stand under.
func obligation() *plover.Row { return &plover.Row{Type: "REQUEST"} }
