package export

import (
	"slices"
	"strings"

	"rapporteur/knowledge"
	"rapporteur/record"
)

// A Filter says which rows are wanted. What is empty asks for nothing; of the
// items of a list one must hold.
type Filter struct {
	Actors       []string // names, see Named
	Types        []string // of events; measures of figures; kinds of quotations and actors
	Countries    []string // ISO 3166-1 alpha-3
	Modes        []string // of events
	Statuses     []string // of events
	Sources      []string // outlets, capitals aside
	Since, Until string   // first and last day, YYYY-MM-DD

	keys, names []string // of the actors asked for, as the knowledge of actors has them
}

// Ready looks up once who is asked for; call it before the filter is used.
func (f *Filter) Ready() {
	f.keys, f.names = nil, slices.Clone(f.Actors)
	for _, name := range f.Actors {
		keys, names := knowledge.Called(name)
		f.keys, f.names = append(f.keys, keys...), append(f.names, names...)
	}
}

// Event reports whether an event is wanted: one of those asked for takes part;
// it happened in one of the countries, or somebody of it takes part; and its
// date, or without one the day of publication, lies within.
func (f *Filter) Event(e *Event) bool {
	all := slices.Concat(e.Actors, e.Recipients)
	return among(f.Types, e.Type) && among(f.Modes, e.Mode) && among(f.Statuses, e.Status) &&
		(len(f.Actors) == 0 || slices.ContainsFunc(all, f.named)) &&
		(len(f.Countries) == 0 || slices.Contains(f.Countries, e.Ground.Country) || slices.ContainsFunc(all, f.of)) &&
		f.within(e.When, &e.Report) && f.from(&e.Report)
}

// Quote reports whether a quotation is wanted: by one of those asked for, of one
// of the countries.
func (f *Filter) Quote(q *Quote) bool {
	return among(f.Types, q.Kind) && (len(f.Actors) == 0 || f.named(q.Speaker)) && (len(f.Countries) == 0 || f.of(q.Speaker)) && f.within(q.When, &q.Report) && f.from(&q.Report)
}

// Figure reports whether a figure is wanted: on the word of one of those asked
// for, about a place in one of the countries.
func (f *Filter) Figure(x *Figure) bool {
	return among(f.Types, x.Measure) && (len(f.Actors) == 0 || f.named(Party{Name: x.AttributedTo})) && among(f.Countries, x.Ground.Country) &&
		f.within(x.When, &x.Report) && f.from(&x.Report)
}

// Actor reports whether an actor is wanted.
func (f *Filter) Actor(a *Actor) bool {
	return among(f.Types, a.Kind) && (len(f.Actors) == 0 || f.named(a.Party)) && (len(f.Countries) == 0 || f.of(a.Party)) && f.within("", &a.Report) && f.from(&a.Report)
}

// from reports whether a report is of one of the outlets asked for.
func (f *Filter) from(r *Report) bool {
	return len(f.Sources) == 0 || slices.ContainsFunc(f.Sources, func(s string) bool { return strings.EqualFold(s, r.Publisher) })
}

func among(asked []string, s string) bool { return len(asked) == 0 || slices.Contains(asked, s) }

func (f *Filter) of(p Party) bool { return slices.Contains(f.Countries, p.Country) }

// named reports whether p is one of those asked for: by its entry in the
// knowledge of actors, whatever it was called ("ICRC" is the Red Cross), or by
// words that its name has.
func (f *Filter) named(p Party) bool {
	if p.Key != "" && slices.Contains(f.keys, p.Key) {
		return true
	}
	for _, asked := range f.names {
		if p.Key != "" && strings.EqualFold(asked, p.Key) || Named(asked, p.Name) {
			return true
		}
	}
	return false
}

// Named reports whether the words of asked stand one after the other in name,
// capitals aside: "red cross" in "the International Red Cross".
func Named(asked, name string) bool {
	want, have := strings.Fields(strings.ToLower(asked)), strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return r == ' ' || r == ',' || r == ';' || r == '’' || r == '\'' || r == '(' || r == ')'
	})
	for i := 0; len(want) > 0 && i+len(want) <= len(have); i++ {
		if slices.Equal(have[i:i+len(want)], want) {
			return true
		}
	}
	return false
}

// within reports whether p, or else the day of publication, lies in the time
// asked for. What has no date at all does not.
func (f *Filter) within(p Period, r *Report) bool {
	if f.Since == "" && f.Until == "" {
		return true
	}
	first, last := p.Bounds()
	if first == "" && last == "" {
		first = r.day()
		last = first
	}
	if first == "" && last == "" {
		return false
	}
	return (f.Since == "" || last == "" || last >= f.Since) && (f.Until == "" || first == "" || first <= f.Until)
}

// The values that columns may have, for filters and for those who list them.
var (
	Statuses   = record.Statuses
	QuoteKinds = record.QuoteKinds
	ActorKinds = record.ActorKinds
	Measures   = record.Measures
)
