package record

import (
	"strings"

	"rapporteur"
)

// ArticleBits is how far the number of an article is shifted in the N of its
// findings: sixteen million of them fit.
const ArticleBits = 24

// bounds are the N of the findings of an article: from first up to, and
// without, end.
func bounds(article int64) (first, end int64) {
	return article << ArticleBits, (article + 1) << ArticleBits
}

// A found is one finding of an article, with its name.
type found struct {
	id    ID
	kind  Kind
	span  rapporteur.Span // the words that name it
	value any             // pointer to it in the Findings
	mark  int
	calls string // what a person calls it
	apart bool   // a person took it out of its group
}

// findingsOf are the findings of an article, each with its ID, in the order in
// which their rows are numbered: actors, statements, events, figures, places,
// dates, talks, and the parts of these.
func findingsOf(article string, f *rapporteur.Findings) []*found {
	var out []*found
	taken := map[ID]bool{}
	add := func(kind Kind, value any, spans ...rapporteur.Span) {
		x := &found{kind: kind, value: value}
		for _, s := range spans {
			if !s.Empty() {
				x.span = s
				break
			}
		}
		for nth := 0; x.id == 0 || taken[x.id]; nth++ {
			x.id = newID(article, kind, x.span, nth)
		}
		taken[x.id] = true
		out = append(out, x)
	}
	for i := range f.Actors {
		add(KindActor, &f.Actors[i], f.Actors[i].Mentions...)
	}
	for i := range f.Statements {
		s := &f.Statements[i]
		add(KindStatement, s, append([]rapporteur.Span{s.Cue}, s.Content...)...)
	}
	for i := range f.Events {
		add(KindEvent, &f.Events[i], f.Events[i].Anchor)
	}
	for i := range f.Figures {
		add(KindFigure, &f.Figures[i], f.Figures[i].Span)
	}
	for i := range f.Places {
		add(KindPlace, &f.Places[i], f.Places[i].Span)
	}
	for i := range f.Dates {
		add(KindDate, &f.Dates[i], f.Dates[i].Span)
	}
	for i := range f.Talks {
		t := &f.Talks[i]
		spans := append(append([]rapporteur.Span{}, t.Spans...), t.StageSpan, t.VenueSpan)
		for _, p := range t.Parties {
			spans = append(spans, p.Spans...)
		}
		add(KindTalks, t, spans...)
	}
	for i := range f.Talks {
		t := &f.Talks[i]
		for k := range t.Proposals {
			p := &t.Proposals[k]
			spans := []rapporteur.Span{p.Span}
			for _, term := range p.Terms {
				spans = append(spans, term.Span)
			}
			add(KindProposal, p, spans...)
			for j := range p.Terms {
				add(KindTerm, &p.Terms[j], p.Terms[j].Span)
			}
			for j := range p.Answers {
				add(KindAnswer, &p.Answers[j], p.Answers[j].Span)
			}
		}
		for k := range t.Positions {
			add(KindPosition, &t.Positions[k], t.Positions[k].Span)
		}
		for k := range t.StickingPoints {
			add(KindStickingPoint, &t.StickingPoints[k], t.StickingPoints[k].Span)
		}
		for k := range t.Awaited {
			add(KindAwaited, &t.Awaited[k], t.Awaited[k].Span)
		}
	}
	return out
}

// spanList writes the spans of a finding, part by part.
type spanList struct{ b strings.Builder }

func (l *spanList) put(part string, spans ...rapporteur.Span) *spanList {
	n := 0
	for _, s := range spans {
		if s.Empty() {
			continue
		}
		switch {
		case n > 0:
			l.b.WriteByte(',')
		case l.b.Len() > 0:
			l.b.WriteString(`,"` + part + `":[`)
		default:
			l.b.WriteString(`{"` + part + `":[`)
		}
		n++
		l.b.WriteString("[" + itoa(s.Start) + "," + itoa(s.End) + "]")
	}
	if n > 0 {
		l.b.WriteByte(']')
	}
	return l
}

func (l *spanList) String() string {
	if l.b.Len() == 0 {
		return "{}"
	}
	return l.b.String() + "}"
}
