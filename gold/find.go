package gold

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"

	"rapporteur"
)

// nth is the occurrences that the spans of one record mean: by key a number,
// or a list for a key that holds several spans; a bare number for all keys.
type nth struct{ value any }

func (n *nth) UnmarshalJSON(data []byte) error { return json.Unmarshal(data, &n.value) }

// of is the occurrence of span i of key, 1 where nothing is said.
func (n nth) of(key string, i int) int {
	v := n.value
	if keys, ok := v.(map[string]any); ok {
		v = keys[key]
	} else if key == "content_spans" {
		v = nil
	}
	if list, ok := v.([]any); ok && i < len(list) {
		v = list[i]
	}
	if number, ok := v.(float64); ok {
		return max(1, int(number))
	}
	return 1
}

// finder looks the strings of a record up in its text.
type finder struct {
	text string
	err  error // the first string that the text does not have
}

// span is the words in the text, as score_reading.py finds them: the nth
// occurrence or, where there are fewer, the first.
func (f *finder) span(n nth, key string, i int, words string) rapporteur.Span {
	if words == "" {
		return rapporteur.Span{}
	}
	first := strings.Index(f.text, words)
	if first < 0 {
		if f.err == nil {
			f.err = fmt.Errorf("%s %q is not in the text", key, words)
		}
		return rapporteur.Span{}
	}
	at := first
	for k := 1; k < n.of(key, i); k++ {
		next := strings.Index(f.text[at+1:], words)
		if next < 0 {
			at = first
			break
		}
		at += 1 + next
	}
	return rapporteur.Span{Start: at, End: at + len(words)}
}

func (f *finder) spans(n nth, key string, words []string) []rapporteur.Span {
	var out []rapporteur.Span
	for i, w := range words {
		if w != "" {
			out = append(out, f.span(n, key, i, w))
		}
	}
	return out
}

func people(names []string) []rapporteur.Participant {
	var out []rapporteur.Participant
	for _, n := range names {
		out = append(out, rapporteur.Participant{Name: n, Actor: rapporteur.None})
	}
	return out
}

func (f *finder) statements(in []statementJSON) []rapporteur.Statement {
	var out []rapporteur.Statement
	for _, s := range in {
		speaker := rapporteur.Participant{Name: s.Speaker, Actor: rapporteur.None}
		if s.SpeakerSpan != "" {
			speaker.Spans = []rapporteur.Span{f.span(s.Nth, "speaker_span", 0, s.SpeakerSpan)}
		}
		out = append(out, rapporteur.Statement{
			Speaker: speaker, Cue: f.span(s.Nth, "cue_span", 0, s.CueSpan), Content: f.spans(s.Nth, "content_spans", s.ContentSpans),
			Kind: s.Kind, Sourcing: s.Sourcing, Outlet: s.Outlet, Addressee: rapporteur.Participant{Actor: rapporteur.None}, Within: rapporteur.None,
		})
	}
	return out
}

func (f *finder) events(in []eventJSON) []rapporteur.Event {
	var out []rapporteur.Event
	for _, e := range in {
		out = append(out, rapporteur.Event{
			Type: e.Type, Actors: people(e.Actors), Recipients: people(e.Recipients),
			Anchor: f.span(e.Nth, "anchor_span", 0, e.AnchorSpan), Also: f.spans(e.Nth, "also_spans", e.AlsoSpans),
			Place: e.Place, Country: e.Country, Date: e.Date, Status: e.Status, AttributedTo: e.AttributedTo, Statement: rapporteur.None,
		})
	}
	return out
}

func (f *finder) figures(in []figureJSON) []rapporteur.Figure {
	var out []rapporteur.Figure
	for _, x := range in {
		value := math.NaN()
		if x.Value != nil {
			value = *x.Value
		}
		out = append(out, rapporteur.Figure{
			Measure: x.Measure, Of: x.Of, Value: value, ValueMax: x.ValueMax, Unit: x.Unit, Qualifier: x.Qualifier,
			Span: f.span(x.Nth, "span", 0, x.Span), Place: x.Place, Date: x.Date, AttributedTo: x.AttributedTo, Statement: rapporteur.None,
		})
	}
	return out
}

func (f *finder) talks(in []talksJSON) []rapporteur.Talks {
	var out []rapporteur.Talks
	for _, t := range in {
		talks := rapporteur.Talks{
			Subject: t.Subject, Parties: people(t.Parties), Mediators: people(t.Mediators), Venue: t.Venue, Stage: t.Stage,
		}
		for _, p := range t.Proposals {
			proposal := rapporteur.Proposal{By: p.By, Phases: p.Phases}
			for _, x := range p.Terms {
				proposal.Terms = append(proposal.Terms, rapporteur.Term{Kind: x.Kind, Span: f.span(x.Nth, "span", 0, x.Span)})
			}
			for _, x := range p.Answers {
				proposal.Answers = append(proposal.Answers, rapporteur.Answer{Actor: x.Actor, Answer: x.Answer, Span: f.span(x.Nth, "span", 0, x.Span)})
			}
			talks.Proposals = append(talks.Proposals, proposal)
		}
		for _, x := range t.Positions {
			talks.Positions = append(talks.Positions, rapporteur.Position{
				Actor: x.Actor, Stance: x.Stance, Issue: x.Issue, Span: f.span(x.Nth, "span", 0, x.Span),
			})
		}
		for _, x := range t.StickingPoints {
			talks.StickingPoints = append(talks.StickingPoints, rapporteur.StickingPoint{Issue: x.Issue, Span: f.span(x.Nth, "span", 0, x.Span)})
		}
		for _, x := range t.Awaited {
			talks.Awaited = append(talks.Awaited, rapporteur.Awaited{From: x.From, What: x.What, Span: f.span(x.Nth, "span", 0, x.Span)})
		}
		out = append(out, talks)
	}
	return out
}
