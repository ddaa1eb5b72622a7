package event

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

// modeOfContent is the mode that what the act is about gives it: a request to meet, a
// refusal to release, a threat of force.
func (f *finder) modeOfContent(m *match, kind *plover.Type) string {
	switch kind.Name {
	case "REQUEST", "REJECT", "THREATEN":
	default:
		return ""
	}
	var about *plover.Row
	at := none
	look := func(i int) {
		if about == nil && i >= 0 {
			about, at = f.rowOf(i), i
		}
	}
	look(m.content)
	for _, w := range m.words {
		if !f.isOf(wish, w) {
			look(w)
		}
	}
	if kind.Name == "THREATEN" {
		return f.modeOfThreat(about, at)
	}
	if mode := f.modeOfWish(about, at); mode != "" {
		return mode
	}
	for _, w := range slices.Concat(m.words, m.matters, m.recipients) {
		if slices.Contains(m.words, w) && !f.isOf(wish, w) {
			continue
		}
		if mode := f.modeOfThing(w); mode != "" {
			return mode
		}
	}
	return ""
}

// modeOfThreat is the mode of a threat to do what row tells of at token i.
func (f *finder) modeOfThreat(row *plover.Row, i int) string {
	if row == nil {
		return ""
	}
	if o := f.t.Child(i, "obj"); o >= 0 && f.isOf(conquest, i) && (f.placeAt(o) >= 0 || f.isOf(territory, o)) {
		return "territory"
	}
	switch row.Type {
	case "ASSAULT", "MOBILIZE":
		return "violence"
	case "SANCTION", "REJECT":
		if row.Mode == "expel" {
			return "expel"
		}
		return "relations"
	case "COERCE", "PROTEST":
		switch row.Mode {
		case "arrest":
			return "arrest"
		case "deport":
			return "expel"
		}
		return "restrict"
	}
	return ""
}

// modeOfWish is the mode of a request or a refusal to do what row tells of at token i.
func (f *finder) modeOfWish(row *plover.Row, i int) string {
	if i >= 0 && f.isOf(overhaul, i) {
		return "change"
	}
	if row == nil {
		return ""
	}
	switch row.Type {
	case "CONSULT":
		return "meet"
	case "RETREAT", "CONCEDE":
		if row.Mode == "resign" {
			return "change"
		}
		return "yield"
	case "AID", "COOPERATE", "SUPPORT", "AGREE":
		return "assist"
	}
	return ""
}

// modeOfThing is the mode of a request for the thing at token i, or of its refusal: talks,
// a release, help, a new constitution; of calls and demands for it, too.
func (f *finder) modeOfThing(i int) string {
	if f.t.Tokens[i].UPOS == "PROPN" || f.t.Tokens[i].UPOS == "PRON" {
		return ""
	}
	if f.isOf(wish, i) {
		for _, k := range f.t.ChildrenBy(i, "nmod", "acl") {
			if p := f.preposition(k); f.t.Tokens[k].UPOS != "VERB" && p != "for" && p != "of" {
				continue
			}
			if mode := f.modeOfThing(k); mode != "" {
				return mode
			}
		}
		return ""
	}
	row := f.rowOf(i)
	if row != nil && row.Type == "AGREE" && f.t.Tokens[i].UPOS == "NOUN" {
		row = nil // an agreement may be on anything
	}
	if mode := f.modeOfWish(row, i); mode != "" {
		return mode
	}
	switch {
	case f.isOf(yielded, i):
		return "yield"
	case f.isOf(met, i):
		return "meet"
	case f.isOf(lent, i):
		return "assist"
	}
	return ""
}

// rowOf is the row of what the word i tells of by itself, or nil.
func (f *finder) rowOf(i int) *plover.Row {
	if f.t.Tokens[i].UPOS == "VERB" {
		if m, ok := f.best(plover.VerbsOf(f.lemma(i)), f.clauseOf(i)); ok {
			return m.row
		}
		return nil
	}
	var out *plover.Row
	longest := -1
	for _, r := range plover.NounsOf(f.nounLemma(i)) {
		if len(r.Before) > longest && plover.Preceded(r.Before, func(n int) string { return f.lemmaBefore(i, n) }) {
			out, longest = r, len(r.Before)
		}
	}
	return out
}

// typeOf is the type that the word i tells of by itself, or "".
func (f *finder) typeOf(i int) string {
	if r := f.rowOf(i); r != nil {
		return r.Type
	}
	return ""
}

// arms are the classes of what the modes of ASSAULT are done with, the most telling first.
var arms = []string{"suicide-attack", "unconventional", "drone", "aerial", "crowd-control", "heavy-weapons", "explosives", "firearms", "primitive"}

// manner is the mode of ASSAULT that the arms it is told to be done with give it: those that
// do it ("a drone struck"), those it is done with, those they are armed with.
func (f *finder) manner(m *match, e *rapporteur.Event) string {
	if m.row.Type != "ASSAULT" || e.Type != m.row.Type {
		return ""
	}
	with := []int{m.subject}
	if f.isOf(launch, m.head) {
		with = append(with, m.words...) // "fired chemical shells"
	}
	for _, p := range append(f.fresh(), f.prepositionals(m.head)...) {
		switch p.preposition {
		case "with", "by", "using", "from":
			with = append(with, p.head)
		}
	}
	for _, v := range f.t.ChildrenBy(m.head, "advcl", "xcomp", "acl") {
		if f.t.Lemma(v) == "use" {
			with = append(with, f.t.Child(v, "obj"))
		}
	}
	for _, a := range m.actors {
		for _, v := range f.t.ChildrenBy(a, "acl", "amod") {
			switch f.t.Lemma(v) {
			case "arm", "armed", "wield", "carry", "use":
				with = append(with, f.t.Child(v, "obj", "obl"))
			}
		}
	}
	for _, mode := range arms {
		class := []string{mode + "_arms"}
		if slices.ContainsFunc(with, func(i int) bool { return i >= 0 && f.isOf(class, i) }) {
			return mode
		}
	}
	return ""
}

// suit gives an event the mode that follows from who takes part in it, and from its arms.
func (f *finder) suit(m *mention) {
	mode := m.Mode
	switch m.Type {
	case "ASSAULT":
		if mode == "" || mode == "heavy-weapons" && (m.manner == "drone" || m.manner == "unconventional") {
			mode = m.manner
		}
	case "MOBILIZE":
		if mode == "troops" && len(m.Actors) > 0 && !slices.ContainsFunc(m.Actors, func(p rapporteur.Participant) bool { return !f.irregular(p) }) {
			mode = "militia"
		}
	case "CONSULT":
		switch {
		case mode != "":
		case m.visit && len(m.Actors) > 0 && len(m.Recipients) > 0:
			mode = "visit"
		case len(m.Actors) == 1 && len(m.Recipients) == 0 && f.multilateral(m.Actors[0]):
			mode = "multilateral"
		}
	}
	if mode != m.Mode {
		m.Mode, m.CAMEO = mode, m.kind.Root(mode)
	}
}

// irregular reports whether p is an armed group that is no state's.
func (f *finder) irregular(p rapporteur.Participant) bool {
	if p.Actor < 0 {
		return false
	}
	a := &f.cast.Actors[p.Actor]
	return a.Kind == rapporteur.ActorArmedGroup || len(a.Sectors) > 0 && (a.Sectors[0] == "REB" || a.Sectors[0] == "PRM")
}

// multilateral reports whether p is a body of several states.
func (f *finder) multilateral(p rapporteur.Participant) bool {
	if p.Actor < 0 {
		return false
	}
	a := &f.cast.Actors[p.Actor]
	return a.Country == "" && slices.ContainsFunc(a.Sectors, func(s string) bool { return s == "IGO" || s == "UNO" || s == "EUR" })
}

var (
	launch    = []string{"fire", "launch", "drop", "throw", "hurl", "lob", "use"}
	conquest  = []string{"seize", "occupy", "annex", "capture", "retake", "overrun", "conquer", "invade"}
	territory = []string{"territory", "land"}
	overhaul  = []string{"overhaul"}
	wish      = []string{"request"}
	yielded   = []string{"truce", "release", "withdrawal", "pullout", "end", "halt", "lifting"}
	met       = []string{"talks", "meeting"}
	lent      = []string{"aid", "arms_aid", "help", "reinforcement"}
)
