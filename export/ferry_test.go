package export

import (
	"strings"
	"time"

	"rapporteur"
)

const ferryText = `=Élan Vale, Arden’s foreign minister, met a delegation from Velm in Port Oster on Monday. “We will stop
shelling the ferry route for 40 days,” she told the Harbour Post.

At least 12 sailors and 3 or 4 divers have been killed, according to Velm’s coast guard. Arden denied that it had attacked Velm. The two sides plan a summit in March 2024.`

// ferry is a reading by hand that has every kind of row and what is hard in a
// table: accents, line breaks, formulas, statuses, claims, meetings without a
// recipient, things nobody knows.
func ferry() *rapporteur.Reading {
	at := func(words string) rapporteur.Span {
		i := strings.Index(ferryText, words)
		if i < 0 {
			panic(words)
		}
		return rapporteur.Span{Start: i, End: i + len(words)}
	}
	who := func(name string, actor int, words ...string) rapporteur.Participant {
		p := rapporteur.Participant{Name: name, Actor: actor}
		for _, w := range words {
			p.Spans = append(p.Spans, at(w))
		}
		return p
	}
	const arden, velm, vale, guard = 0, 1, 2, 3
	none := rapporteur.None
	a := &rapporteur.Article{
		Ref: "desk/17", Text: ferryText, Title: "=HYPERLINK(\"https://x.example\"), \"read\"", URL: "https://harbour-post.example/ferry?a=1&b=2",
		Publisher: "Harbour Post", Language: "en", Published: time.Date(2024, 3, 12, 8, 30, 0, 0, time.UTC),
	}
	sentences := []rapporteur.Sentence{}
	for i, words := range []string{
		"=Élan Vale, Arden’s foreign minister, met a delegation from Velm in Port Oster on Monday.",
		"“We will stop\nshelling the ferry route for 40 days,” she told the Harbour Post.",
		"At least 12 sailors and 3 or 4 divers have been killed, according to Velm’s coast guard.",
		"Arden denied that it had attacked Velm.",
		"The two sides plan a summit in March 2024.",
	} {
		sentences = append(sentences, rapporteur.Sentence{Span: at(words), Paragraph: min(i/2, 1)})
	}
	return &rapporteur.Reading{
		Document: &rapporteur.Document{Article: a, Reader: "quick", Sentences: sentences},
		Findings: &rapporteur.Findings{
			Actors: []rapporteur.Actor{
				{Name: "Arden", Kind: rapporteur.ActorState, Key: "NOR", Country: "NOR", Sectors: []string{"GOV"}, Of: none, Mentions: []rapporteur.Span{at("Arden"), at("Arden denied")}, Rule: "actor/name"},
				{Name: "Velm", Kind: rapporteur.ActorState, Key: "SDN", Country: "SDN", Sectors: []string{"GOV"}, Of: none, Mentions: []rapporteur.Span{at("Velm")}, Rule: "actor/name"},
				{Name: "=Élan Vale", Kind: rapporteur.ActorPerson, Country: "NOR", Sectors: []string{"GOV", "MED"}, Title: "foreign minister", Of: arden, Mentions: []rapporteur.Span{at("=Élan Vale"), at("she")}, Rule: "actor/title"},
				{Name: "Velm’s coast guard", Kind: rapporteur.ActorGovernment, Country: "SDN", Sectors: []string{"MIL"}, Of: velm, Mentions: []rapporteur.Span{at("Velm’s coast guard")}, Rule: "actor/office"},
			},
			Statements: []rapporteur.Statement{
				{Speaker: who("=Élan Vale", vale, "she"), Cue: at("told"), Content: []rapporteur.Span{at("We will stop\nshelling the ferry route for 40 days")}, Kind: rapporteur.KindDirect,
					Sourcing: rapporteur.SourcingNamed, Outlet: "Harbour Post", Addressee: who("Harbour Post", none, "Harbour Post"), Within: none, Form: rapporteur.FormInterview, Date: "2024-03-11", Sentence: 1, Rule: "statement/quotation"},
				{Speaker: who("Velm’s coast guard", guard, "Velm’s coast guard"), Cue: at("according to"), Content: []rapporteur.Span{at("At least 12 sailors"), at("have been killed")},
					Kind: rapporteur.KindIndirect, Sourcing: rapporteur.SourcingInstitution, Addressee: rapporteur.Participant{Actor: none}, Within: none, Sentence: 2, Rule: "statement/according"},
				{Speaker: who("Arden", arden, "Arden denied"), Cue: at("denied"), Content: []rapporteur.Span{at("it had attacked Velm")}, Kind: rapporteur.KindIndirect,
					Sourcing: rapporteur.SourcingInstitution, Denies: true, Addressee: rapporteur.Participant{Actor: none}, Within: none, Sentence: 3, Rule: "statement/before"},
			},
			Events: []rapporteur.Event{
				{Type: "CONSULT", Mode: "visit", Contexts: []string{"diplomatic", "military"}, CAMEO: "04", Actors: []rapporteur.Participant{who("=Élan Vale", vale, "=Élan Vale")},
					Recipients: []rapporteur.Participant{who("a delegation; from Velm", none, "a delegation from Velm")}, Anchor: at("met"), Also: []rapporteur.Span{at("told")},
					Place: "Port Oster", Country: "NOR", PlaceSpan: at("Port Oster"), Date: "2024-03-11", DateSpan: at("on Monday"), Status: rapporteur.StatusHappened, Statement: none, Rule: "event/meet"},
				{Type: "ASSAULT", CAMEO: "19", Recipients: []rapporteur.Participant{who("sailors", none, "sailors")}, Anchor: at("have been killed"),
					Status: rapporteur.StatusHappened, AttributedTo: "Velm’s coast guard", Statement: 1, Sentence: 2, Rule: "event/kill"},
				{Type: "ASSAULT", CAMEO: "19", Actors: []rapporteur.Participant{who("Arden", arden, "Arden denied")}, Recipients: []rapporteur.Participant{who("Velm", velm, "Velm")},
					Anchor: at("attacked"), Status: rapporteur.StatusDenied, AttributedTo: "Arden", Statement: 2, Sentence: 3, Rule: "event/attack"},
				{Type: "CONSULT", CAMEO: "04", Actors: []rapporteur.Participant{who("Arden", arden, "Arden"), who("Velm", velm, "Velm")}, Anchor: at("summit"),
					Date: "2024-03", DateSpan: at("in March 2024"), Status: rapporteur.StatusPlanned, Statement: none, Sentence: 4, Rule: "event/meet"},
			},
			Figures: []rapporteur.Figure{
				{Measure: rapporteur.MeasureKilled, Of: "sailors", Value: 12, Unit: "people", Qualifier: "at least", Span: at("At least 12 sailors"), Place: "Port Oster", Date: "2024-03-09/2024-03-10", AttributedTo: "Velm’s coast guard", Statement: 1, Sentence: 2, Rule: "figure/passive"},
				{Measure: rapporteur.MeasureKilled, Of: "divers", Value: 3, ValueMax: 4, Unit: "people", Span: at("3 or 4 divers"), Statement: none, Sentence: 2, Rule: "figure/passive"},
				{Measure: rapporteur.MeasureMoney, Value: 2500000.5, Unit: "USD", Span: at("40 days"), Statement: none, Sentence: 1, Rule: "figure/money"},
			},
			Places: []rapporteur.Place{{Span: at("Port Oster"), Name: "Port Oster", Kind: "PPL", Country: "NOR", Admin1: "Coast", GeoNamesID: 999999901, Lat: 54.25, Lon: -3.5, Resolved: true, Rule: "place/gazetteer"}},
		},
	}
}
