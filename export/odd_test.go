package export

import (
	"testing"

	"rapporteur"
)

// TestOddReadings: indices that point nowhere and spans outside the text make
// rows with empty cells, not a crash.
func TestOddReadings(t *testing.T) {
	odd := []rapporteur.Span{{}, {Start: -3, End: 2}, {Start: 5, End: 2}, {Start: 3, End: 999}, {Start: 999, End: 1000}}
	for _, s := range odd {
		for _, index := range []int{rapporteur.None, 0, 99} {
			who := []rapporteur.Participant{{Name: "Velm", Actor: index, Spans: []rapporteur.Span{s}}, {Actor: index}}
			r := &rapporteur.Reading{
				Document: &rapporteur.Document{Article: &rapporteur.Article{Text: "Élan met Velm."}, Sentences: []rapporteur.Sentence{{Span: s}}},
				Findings: &rapporteur.Findings{
					Actors: []rapporteur.Actor{{Name: "Velm", Of: index, Mentions: []rapporteur.Span{s}}, {Of: index}},
					Statements: []rapporteur.Statement{
						{Speaker: who[0], Cue: s, Content: []rapporteur.Span{s, s}, Addressee: who[1], Within: index, Via: who, Anonymity: s, Date: "soon", Sentence: index},
						{Within: index, Sentence: index},
					},
					Events:  []rapporteur.Event{{Type: "WAR", Mode: "total", Actors: who, Recipients: who, Anchor: s, PlaceSpan: s, DateSpan: s, Date: "/", Statement: index, Sentence: index}, {}},
					Figures: []rapporteur.Figure{{Span: s, Place: "Velm", Date: "2024-99", Statement: index, Sentence: index}, {}},
					Places:  []rapporteur.Place{{Span: s, Name: "Velm", Sentence: index}, {Span: s}},
				},
			}
			for _, out := range []string{
				written(t, CSV(Events), EventsOf(r)), written(t, PLOVER(), EventsOf(r)), written(t, GDELT(), EventsOf(r)), written(t, CSV(POLECATPlus), EventsOf(r)),
				written(t, EventGrid(Look{}), EventsOf(r)), written(t, CSV(Quotes), QuotesOf(r)), written(t, QuoteGrid(Look{Width: 1}), QuotesOf(r)),
				written(t, HXL(), FiguresOf(r)), written(t, FigureGrid(Look{Width: -5}), FiguresOf(r)), written(t, JSONL(Actors), ActorsOf(r)), written(t, ActorGrid(Look{Width: 9}), ActorsOf(r)),
			} {
				if out == "" {
					t.Errorf("span %v, index %d: nothing is written", s, index)
				}
			}
		}
	}
}
