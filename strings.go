package rapporteur

import (
	"fmt"
	"strconv"
	"strings"
)

// The String methods of this file are what tests compare and what errors and
// explanations print: one line, stable, without the words of the text, which
// the spans give. What is unknown is left out, or "?" where a blank would
// mislead.

// String is the event as "TYPE/mode(actors -> recipients) in place (COUNTRY)
// on date status, according to whom"; an event that happened has no status.
// All who meet are actors: "AGREE(Arden, Velm) on 2024-03-11".
func (e Event) String() string {
	var b strings.Builder
	b.WriteString(e.Type)
	if e.Mode != "" {
		b.WriteString("/" + e.Mode)
	}
	b.WriteString("(" + orUnknown(joined(e.Actors)))
	if len(e.Recipients) > 0 {
		b.WriteString(" -> " + joined(e.Recipients))
	}
	b.WriteString(")")
	switch {
	case e.Place != "" && e.Country != "":
		fmt.Fprintf(&b, " in %s (%s)", e.Place, e.Country)
	case e.Place != "" || e.Country != "":
		b.WriteString(" in " + e.Place + e.Country)
	}
	put(&b, " on ", e.Date)
	if e.Status != StatusHappened {
		put(&b, " ", e.Status)
	}
	if e.Historical {
		b.WriteString(" historical")
	}
	put(&b, ", according to ", e.AttributedTo)
	return b.String()
}

// String is the statement as "kind(speaker -> addressee) sourcing in outlet denied
// anonymous record:terms form:form on date via whom".
func (s Statement) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s(%s", s.Kind, orUnknown(s.Speaker.Name))
	put(&b, " -> ", s.Addressee.Name)
	b.WriteString(")")
	put(&b, " ", s.Sourcing)
	put(&b, " in ", s.Outlet)
	if s.Denies {
		b.WriteString(" denied")
	}
	if !s.Anonymity.Empty() {
		b.WriteString(" anonymous")
	}
	put(&b, " record:", s.Record)
	put(&b, " form:", s.Form)
	put(&b, " on ", s.Date)
	put(&b, " via ", joined(s.Via))
	return b.String()
}

// String is the figure as "measure(of what) qualifier value unit in place on
// date, according to whom": "killed(sailors) at least 12 people".
func (f Figure) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s(%s)", f.Measure, orUnknown(f.Of))
	put(&b, " ", f.Qualifier)
	b.WriteString(" " + number(f.Value))
	if f.ValueMax != 0 {
		b.WriteString(" to " + number(f.ValueMax))
	}
	put(&b, " ", f.Unit)
	put(&b, " in ", f.Place)
	put(&b, " on ", f.Date)
	put(&b, ", according to ", f.AttributedTo)
	return b.String()
}

// String is the date as "TYPE value MODIFIER": "DATE 2024-03 START".
func (d Date) String() string {
	var b strings.Builder
	b.WriteString(d.Type + " " + orUnknown(d.Value))
	put(&b, " ", d.Modifier)
	return b.String()
}

// String is the place as "name, admin1, KIND COUNTRY geonames id".
func (p Place) String() string {
	var b strings.Builder
	b.WriteString(p.Name)
	put(&b, ", ", p.Admin1)
	if p.Kind != "" || p.Country != "" {
		b.WriteString(",")
	}
	put(&b, " ", p.Kind)
	put(&b, " ", p.Country)
	if p.GeoNamesID != 0 {
		fmt.Fprintf(&b, " geonames %d", p.GeoNamesID)
	}
	return b.String()
}

// String is the actor as "kind(name) title COUNTRY".
func (a Actor) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s(%s)", a.Kind, a.Name)
	put(&b, " ", a.Title)
	put(&b, " ", a.Country)
	return b.String()
}

// String is the negotiation as "talks(parties by mediators) in venue stage:
// subject". Its proposals, positions and the rest print for themselves.
func (t Talks) String() string {
	var b strings.Builder
	b.WriteString("talks(" + orUnknown(joined(t.Parties)))
	put(&b, " by ", joined(t.Mediators))
	b.WriteString(")")
	put(&b, " in ", t.Venue)
	put(&b, " ", t.Stage)
	put(&b, ": ", t.Subject)
	return b.String()
}

// String is the proposal as "proposal(by whom) n phases".
func (p Proposal) String() string {
	out := "proposal(" + orUnknown(p.By) + ")"
	if p.Phases > 0 {
		out += fmt.Sprintf(" %d phases", p.Phases)
	}
	return out
}

// String is the term as "term(kind)".
func (t Term) String() string { return "term(" + t.Kind + ")" }

// String is the answer as "answer(actor) answer".
func (a Answer) String() string { return "answer(" + orUnknown(a.Actor) + ") " + a.Answer }

// String is the position as "position(actor) stance: issue".
func (p Position) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "position(%s) %s", orUnknown(p.Actor), p.Stance)
	put(&b, ": ", p.Issue)
	return b.String()
}

// String is the point as "sticking-point: issue".
func (s StickingPoint) String() string { return "sticking-point: " + s.Issue }

// String is what is awaited as "awaited(from whom): what".
func (a Awaited) String() string { return "awaited(" + orUnknown(a.From) + "): " + a.What }

func joined(in []Participant) string { return strings.Join(names(in), ", ") }

// put writes s after its lead, and neither where s is empty.
func put(b *strings.Builder, lead, s string) {
	if s != "" {
		b.WriteString(lead + s)
	}
}

func orUnknown(s string) string {
	if s == "" {
		return "?"
	}
	return s
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
