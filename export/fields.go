package export

import (
	"cmp"
	"strings"

	"rapporteur"
)

// EventGrid shows events in a terminal.
func EventGrid(l Look) Writer[Event] {
	return grid[Event]{l, identified(l, []field[Event]{
		{"when", func(e *Event) string { return cmp.Or(string(e.When), "undated") }, nil},
		{"who", func(e *Event) string { return plain(eachParty(e.Actors, (*Party).name)) }, strong},
		{"what", func(e *Event) string { return joined("/", e.Type, e.Mode) + " “" + e.Anchor + "”" }, nil},
		{"to whom", func(e *Event) string { return plain(eachParty(e.Recipients, (*Party).name)) }, strong},
		{"where", func(e *Event) string { return joined(", ", e.Ground.Words, e.Ground.Country) }, nil},
		{"said to be", (*Event).reality, doubt},
		{"in", func(e *Event) string { return numbered(&e.Origin) }, faint},
	}, func(e *Event) string { return e.ID }), func(e *Event) *Report { return &e.Report }}
}

// identified are fields with that of the id, where it is wanted.
func identified[R any](l Look, fields []field[R], id func(*R) string) []field[R] {
	if !l.IDs {
		return fields
	}
	return append(fields, field[R]{"id", id, faint})
}

// reality is what the report does not assert of an event.
func (e *Event) reality() string {
	what := e.Status
	switch {
	case e.Status == rapporteur.StatusHappened && e.AttributedTo != "":
		what = "claimed"
	case e.Status == rapporteur.StatusHappened:
		what = ""
	}
	if e.AttributedTo != "" {
		what += " by " + e.AttributedTo
	}
	if e.Historical {
		what = joined(", ", what, "background")
	}
	return what
}

// QuoteGrid shows quotations in a terminal.
func QuoteGrid(l Look) Writer[Quote] {
	return grid[Quote]{l, identified(l, []field[Quote]{
		{"speaker", func(q *Quote) string { return joined(", ", q.Speaker.Name, q.Speaker.Title, q.Speaker.Of) }, strong},
		{"says", func(q *Quote) string { return q.Cue }, nil},
		{"what", (*Quote).shown, nil},
		{"sourcing", func(q *Quote) string { return q.Sourcing }, doubt},
		{"in", func(q *Quote) string { return numbered(&q.Origin) }, faint},
	}, func(q *Quote) string { return q.ID }), func(q *Quote) *Report { return &q.Report }}
}

// shown is the content, in quotation marks where all of it is quotation.
func (q *Quote) shown() string {
	what := q.Content
	if q.Kind == rapporteur.KindDirect {
		what = "“" + what + "”"
	}
	if q.Denies {
		what = "[denial] " + what
	}
	return what
}

// FigureGrid shows figures in a terminal.
func FigureGrid(l Look) Writer[Figure] {
	return grid[Figure]{l, identified(l, []field[Figure]{
		{"measure", func(f *Figure) string { return f.Measure }, nil},
		{"how many", (*Figure).amount, strong},
		{"where", func(f *Figure) string { return joined(", ", f.Ground.Words, f.Ground.Country) }, nil},
		{"when", func(f *Figure) string { return string(f.When) }, nil},
		{"on whose word", func(f *Figure) string { return f.AttributedTo }, doubt},
		{"in", func(f *Figure) string { return numbered(&f.Origin) }, faint},
	}, func(f *Figure) string { return f.ID }), func(f *Figure) *Report { return &f.Report }}
}

// amount is the value as read: "at least 12 sailors", "40 days of ceasefire".
func (f *Figure) amount() string {
	value, qualifier := grouped(f.Value), f.Qualifier
	if f.ValueMax != 0 {
		value += " to " + grouped(f.ValueMax)
	}
	if qualifier == "vague" {
		value, qualifier = value+" or more", ""
	}
	switch {
	case f.Of == "" || f.Of == f.Unit:
		return joined(" ", qualifier, value, f.Unit)
	case f.Unit == "people" || f.Unit == "":
		return joined(" ", qualifier, value, f.Of)
	}
	return joined(" ", qualifier, value, f.Unit, "of", f.Of)
}

// grouped is a number with its thousands parted: 34,600.
func grouped(x float64) string {
	whole, fraction, _ := strings.Cut(plain(x), ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return joined(".", whole, fraction)
}

// ActorGrid shows actors in a terminal.
func ActorGrid(l Look) Writer[Actor] {
	return grid[Actor]{l, identified(l, []field[Actor]{
		{"name", func(a *Actor) string { return a.Name }, strong},
		{"kind", func(a *Actor) string { return a.Kind }, nil},
		{"office", func(a *Actor) string { return joined(", ", a.Title, a.Party.Of) }, nil},
		{"country", func(a *Actor) string { return a.Country }, nil},
		{"sectors", func(a *Actor) string { return strings.Join(a.Sectors, " ") }, nil},
		{"mentions", func(a *Actor) string { return plain(a.Mentions) }, nil},
		{"first in", func(a *Actor) string { return numbered(&a.Origin) }, faint},
	}, func(a *Actor) string { return a.ID }), func(a *Actor) *Report { return &a.Report }}
}

// joined is what there is of the parts, parted by mark.
func joined(mark string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, mark)
}
