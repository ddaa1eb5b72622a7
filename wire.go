package rapporteur

import (
	"bytes"
	"encoding/json"
	"time"
)

// MarshalJSON prints the reading as one object, as docs/record.md describes it.
func (r *Reading) MarshalJSON() ([]byte, error) {
	w := wire{newRuler(r.Document.Article.Text), r.Document.Reader}
	f := r.Findings
	return encode(readingJSON{
		Article:    article(r.Document.Article),
		Reader:     r.Document.Reader,
		Actors:     eachIndexed(f.Actors, w.actor),
		Statements: each(f.Statements, w.statement),
		Events:     each(f.Events, w.event),
		Figures:    each(f.Figures, w.figure),
		Dates:      each(f.Dates, w.date),
		Places:     each(f.Places, w.place),
		Talks:      each(f.Talks, w.talks),
		Notes:      each(f.Notes, w.note),
	})
}

// MarshalJSON prints the language layer as one object.
func (d *Document) MarshalJSON() ([]byte, error) {
	w := wire{newRuler(d.Article.Text), d.Reader}
	out := documentJSON{
		Article:  article(d.Article),
		Reader:   d.Reader,
		Entities: each(d.Entities, func(e Entity) entityJSON { return entityJSON{w.span(e.Span), e.Type} }),
		Clusters: each(d.Clusters, func(c Cluster) clusterJSON {
			return clusterJSON{
				Name:     d.Text(c.Mentions[c.Name].Span),
				Mentions: each(c.Mentions, func(m Mention) spanJSON { return w.span(m.Span) }),
			}
		}),
		Attributions: each(d.Attributions, func(a Attribution) attributionJSON {
			return attributionJSON{w.passages(a.Source), w.passages(a.Cue), w.passages(a.Content)}
		}),
		Notes: each(d.Notes, w.note),
	}
	out.Sentences = each(d.Sentences, func(s Sentence) sentenceJSON {
		return sentenceJSON{
			Span:        w.span(s.Span),
			Paragraph:   s.Paragraph,
			Heading:     s.Heading,
			Boilerplate: s.Boilerplate,
			Tokens: each(d.Tokens[s.First:s.End], func(t Token) tokenJSON {
				return tokenJSON{w.span(t.Span), t.UPOS, t.XPOS, t.Lemma, max(t.Head-s.First+1, 0), t.Deprel}
			}),
		}
	})
	return encode(out)
}

// encode is json.Marshal without the HTML escapes, which would make the text of
// a report unreadable to a person.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}

func each[T, U any](in []T, f func(T) U) []U {
	out := make([]U, len(in))
	for i, x := range in {
		out[i] = f(x)
	}
	return out
}

func eachIndexed[T, U any](in []T, f func(int, T) U) []U {
	out := make([]U, len(in))
	for i, x := range in {
		out[i] = f(i, x)
	}
	return out
}

// wire writes the spans of one article, and what its findings come from.
type wire struct {
	ruler  ruler
	reader string
}

func (w wire) by(rule string) provenance { return provenance{rule, w.reader} }

func (w wire) span(s Span) spanJSON {
	s.Start = min(max(s.Start, 0), len(w.ruler.text))
	s.End = min(max(s.End, s.Start), len(w.ruler.text))
	return spanJSON{w.ruler.at(s.Start), w.ruler.at(s.End), w.ruler.text[s.Start:s.End]}
}

func (w wire) spans(in []Span) []spanJSON { return each(in, w.span) }

func (w wire) passages(in []Passage) []spanJSON {
	return each(in, func(p Passage) spanJSON { return w.span(p.Span) })
}

// some is nil for an empty span: the key is then left out.
func (w wire) some(s Span) *spanJSON {
	if s.Empty() {
		return nil
	}
	out := w.span(s)
	return &out
}

func index(i int) *int {
	if i < 0 {
		return nil
	}
	return &i
}

func names(in []Participant) []string {
	return each(in, func(p Participant) string { return p.Name })
}

func ids(in []Participant) []*int {
	return each(in, func(p Participant) *int { return index(p.Actor) })
}

func (w wire) participantSpans(in []Participant) [][]spanJSON {
	return each(in, func(p Participant) []spanJSON { return w.spans(p.Spans) })
}

// day is t in ISO 8601: a date alone where the clock says midnight where t was
// told, which is how a day without an hour is kept.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	if hour, minute, second := t.Clock(); hour == 0 && minute == 0 && second == 0 {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}

func article(a *Article) articleJSON {
	return articleJSON{a.Ref, a.ID(), a.Title, a.URL, a.Author, a.Publisher, day(a.Published), a.Language, a.Text}
}

func (w wire) note(n Note) noteJSON { return noteJSON{n.Kind, n.Text, w.some(n.Span)} }

func (w wire) actor(i int, a Actor) actorJSON {
	return actorJSON{i, a.Name, a.Kind, a.Key, a.Country, a.Sectors, a.Title, index(a.Of), w.spans(a.Mentions), w.by(a.Rule)}
}

func (w wire) first(p Participant) *spanJSON {
	if len(p.Spans) == 0 {
		return nil
	}
	return w.some(p.Spans[0])
}

func (w wire) statement(s Statement) statementJSON {
	return statementJSON{
		Speaker: s.Speaker.Name, SpeakerActor: index(s.Speaker.Actor), SpeakerSpan: w.first(s.Speaker),
		CueSpan: w.some(s.Cue), ContentSpans: w.spans(s.Content),
		Kind: s.Kind, Sourcing: s.Sourcing, Denies: s.Denies, Outlet: s.Outlet,
		Addressee: s.Addressee.Name, AddresseeSpan: w.first(s.Addressee),
		Within: index(s.Within), Via: names(s.Via), ViaIDs: ids(s.Via), ViaSpans: w.participantSpans(s.Via),
		Anonymous: !s.Anonymity.Empty(), AnonymitySpan: w.some(s.Anonymity), Record: s.Record, RecordSpan: w.some(s.RecordSpan),
		Form: s.Form, FormSpan: w.some(s.FormSpan), Date: s.Date, DateSpan: w.some(s.DateSpan),
		Sentence: s.Sentence, provenance: w.by(s.Rule),
	}
}

func (w wire) event(e Event) eventJSON {
	return eventJSON{
		Type: e.Type, Mode: e.Mode, Contexts: e.Contexts, CAMEO: e.CAMEO,
		Actors: names(e.Actors), ActorIDs: ids(e.Actors), ActorSpans: w.participantSpans(e.Actors),
		Recipients: names(e.Recipients), RecipientIDs: ids(e.Recipients), RecipientSpans: w.participantSpans(e.Recipients),
		AnchorSpan: w.span(e.Anchor), AlsoSpans: w.spans(e.Also),
		Place: e.Place, PlaceSpan: w.some(e.PlaceSpan), Country: e.Country,
		Date: e.Date, DateSpan: w.some(e.DateSpan),
		Status: e.Status, Historical: e.Historical, AttributedTo: e.AttributedTo, StatementNumber: index(e.Statement),
		Sentence: e.Sentence, provenance: w.by(e.Rule),
	}
}

func (w wire) figure(f Figure) figureJSON {
	return figureJSON{
		Measure: f.Measure, Of: f.Of, Value: f.Value, ValueMax: f.ValueMax, Unit: f.Unit, Qualifier: f.Qualifier,
		Span: w.span(f.Span), Place: f.Place, Date: f.Date,
		AttributedTo: f.AttributedTo, StatementNumber: index(f.Statement), Sentence: f.Sentence, provenance: w.by(f.Rule),
	}
}

func (w wire) date(d Date) dateJSON {
	return dateJSON{w.span(d.Span), d.Type, d.Value, d.From, d.To, d.Modifier, d.Sentence, w.by(d.Rule)}
}

func (w wire) place(p Place) placeJSON {
	out := placeJSON{
		Span: w.span(p.Span), Name: p.Name, Kind: p.Kind, Country: p.Country, Admin1: p.Admin1,
		GeoNamesID: p.GeoNamesID, Sentence: p.Sentence, provenance: w.by(p.Rule),
	}
	if p.Resolved {
		out.Lat, out.Lon = &p.Lat, &p.Lon
	}
	return out
}

func (w wire) talks(t Talks) talksJSON {
	return talksJSON{
		Subject: t.Subject,
		Parties: names(t.Parties), PartySpans: w.participantSpans(t.Parties),
		Mediators: names(t.Mediators), MediatorSpans: w.participantSpans(t.Mediators),
		Venue: t.Venue, VenueSpan: w.some(t.VenueSpan), Stage: t.Stage, StageSpan: w.some(t.StageSpan),
		Proposals: each(t.Proposals, w.proposal),
		Positions: each(t.Positions, func(p Position) positionJSON {
			return positionJSON{p.Actor, p.Stance, p.Issue, w.span(p.Span), w.by(p.Rule)}
		}),
		StickingPoints: each(t.StickingPoints, func(p StickingPoint) stickingPointJSON {
			return stickingPointJSON{p.Issue, w.span(p.Span), w.by(p.Rule)}
		}),
		Awaited: each(t.Awaited, func(a Awaited) awaitedJSON {
			return awaitedJSON{a.From, a.What, w.span(a.Span), w.by(a.Rule)}
		}),
		Spans: w.spans(t.Spans), provenance: w.by(t.Rule),
	}
}

func (w wire) proposal(p Proposal) proposalJSON {
	out := proposalJSON{
		Terms: each(p.Terms, func(t Term) termJSON { return termJSON{t.Kind, w.span(t.Span), w.by(t.Rule)} }),
		Answers: each(p.Answers, func(a Answer) answerJSON {
			return answerJSON{a.Actor, a.Answer, w.span(a.Span), w.by(a.Rule)}
		}),
		Phases: p.Phases, Span: w.some(p.Span), provenance: w.by(p.Rule),
	}
	if p.By != "" {
		out.By = &p.By
	}
	return out
}
