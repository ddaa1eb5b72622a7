package talks

import (
	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/grammar"
	"rapporteur/knowledge"
	know "rapporteur/knowledge/talks"
)

// Find reads the negotiations that t speaks of: most often one, or none where
// nobody negotiates. Earlier rounds belong to it. Indices of actors are those of
// cast; names come from it, too.
func Find(t *grammar.Tree, cast *actor.Cast, statements []rapporteur.Statement, events []rapporteur.Event, dates []rapporteur.Date, places []rapporteur.Place) []rapporteur.Talks {
	f := newFinder(t, cast, statements, events, dates, places)
	if main, aside := f.setAside(); main != nil {
		return append(main.negotiations(), aside.negotiations()...)
	}
	return f.negotiations()
}

// negotiation is what is read of one negotiation, nil where nobody negotiates.
func (f *finder) negotiation() *rapporteur.Talks {
	if !f.negotiated() {
		return nil
	}
	f.mediate()
	f.sides()
	if !f.convincing() {
		return nil
	}
	out := &rapporteur.Talks{
		Parties:   f.participants(f.parties),
		Mediators: f.participants(f.mediators),
		Rule:      "talks/report",
	}
	out.Venue, out.VenueSpan = f.venue()
	out.Stage, out.StageSpan = f.stage()
	f.over = out.Stage == rapporteur.StageSigned || out.Stage == rapporteur.StageImplementing
	out.Proposals = f.proposals()
	out.StickingPoints = f.disputed()
	f.topics(out)
	out.Positions = f.positions()
	if len(out.StickingPoints) == 0 && !f.over {
		out.StickingPoints = f.refused(out.Positions)
	}
	out.Awaited = f.awaited()
	out.Subject = f.subject()
	for _, n := range f.nouns {
		if n.class&(know.Talks|know.Deal|know.Truce) != 0 && n.weight >= 0.7 {
			out.Spans = append(out.Spans, f.t.SpanOf(n.first, n.head+1))
		}
	}
	return out
}

// A finder reads one report.
type finder struct {
	t          *grammar.Tree
	cast       *actor.Cast
	statements []rapporteur.Statement
	events     []rapporteur.Event
	dates      []rapporteur.Date
	places     []rapporteur.Place
	slight     []bool       // by token: it heads a noun that says little ("meeting")
	class      []know.Class // by token: classes of the noun that it heads
	heads      []int32      // by token: 1 + the head of the noun that begins with it
	nouns      []noun
	hits       []hit
	actors     []int32 // by token: 1 + the actor whose mention it heads, where the cast does not say it of the token
	content    []int32 // by token: 1 + the statement whose content it stands in, the innermost
	employer   int     // the business of a report that the cast may take for its union, or None
	parties    []side  // the heaviest first
	mediators  []side
	topic      map[string]bool    // lemmas of what is proposed and disputed
	over       bool               // signed, or carried out
	sentences  []bool             // by sentence: it is read; nil where all are
	size       int                // tokens of the sentences that are read
	others     []rapporteur.Actor // whom the cast does not know
	scanner    *knowledge.Scanner
	found      []knowledge.Hit
}

// A noun is a place of the text that names the negotiation, or something about it.
type noun struct {
	first, head int // tokens
	class       know.Class
	weight      float64
}

func newFinder(t *grammar.Tree, cast *actor.Cast, statements []rapporteur.Statement, events []rapporteur.Event, dates []rapporteur.Date, places []rapporteur.Place) *finder {
	f := &finder{t: t, cast: cast, statements: statements, events: events, dates: dates, places: places,
		slight: make([]bool, len(t.Tokens)), heads: make([]int32, len(t.Tokens)), class: make([]know.Class, len(t.Tokens)), content: make([]int32, len(t.Tokens)), actors: make([]int32, len(t.Tokens)), size: len(t.Tokens), scanner: knowledge.NewScanner()}
	f.employer = rapporteur.None
	f.quote()
	f.markHeads()
	f.name()
	f.notice()
	f.match()
	return f
}

// quote marks the tokens of what somebody says. Contents come in the order of
// their cues, and one inside another is of a later cue or a shorter one.
func (f *finder) quote() {
	size := make([]int, len(f.statements)+1)
	for i, s := range f.statements {
		n := 0
		for _, c := range s.Content {
			n += c.Len()
		}
		size[i+1] = n
		for _, c := range s.Content {
			for k := f.tokenAt(c.Start); k < len(f.t.Tokens) && f.t.Tokens[k].Span.Start < c.End; k++ {
				if old := f.content[k]; old == 0 || size[old] > n {
					f.content[k] = int32(i + 1)
				}
			}
		}
	}
}

// tokenAt is the first token that ends behind offset.
func (f *finder) tokenAt(offset int) int {
	low, high := 0, len(f.t.Tokens)
	for low < high {
		if m := (low + high) / 2; f.t.Tokens[m].Span.End > offset {
			high = m
		} else {
			low = m + 1
		}
	}
	return low
}
