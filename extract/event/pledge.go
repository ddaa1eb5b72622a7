package event

import (
	"rapporteur"
	"rapporteur/knowledge/plover"
)

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
