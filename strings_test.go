package rapporteur

import (
	"fmt"
	"testing"
)

func TestFindingsPrintInOneLine(t *testing.T) {
	arden, velm := Participant{Name: "Arden", Actor: 0}, Participant{Name: "Velm", Actor: 1}
	for _, c := range []struct {
		finding fmt.Stringer
		want    string
	}{
		{Event{Type: "AGREE", Actors: []Participant{arden, velm}, Date: "2024-03-11", Status: StatusPlanned},
			"AGREE(Arden, Velm) on 2024-03-11 planned"},
		{Event{Type: "AGREE", Actors: []Participant{arden, velm}, Date: "2024-03-11", Status: StatusHappened},
			"AGREE(Arden, Velm) on 2024-03-11"},
		{Event{Type: "ASSAULT", Mode: "aerial", Actors: []Participant{arden}, Recipients: []Participant{velm}, Place: "Port Velm",
			Country: "VLM", Status: StatusHappened, Historical: true, AttributedTo: "Aster Vale"},
			"ASSAULT/aerial(Arden -> Velm) in Port Velm (VLM) historical, according to Aster Vale"},
		{Event{Type: "PROTEST", Country: "VLM", Status: StatusDenied}, "PROTEST(?) in VLM denied"},
		{Statement{Kind: KindDirect, Speaker: velm, Addressee: Participant{Name: "Harbour Post"}, Sourcing: SourcingInstitution,
			Outlet: "Harbour Post", Denies: true}, "direct(Velm -> Harbour Post) institution in Harbour Post denied"},
		{Statement{Kind: KindIndirect}, "indirect(?)"},
		{Statement{Kind: KindIndirect, Speaker: velm, Sourcing: SourcingInstitution, Anonymity: Span{0, 1}, Record: RecordOff, Form: FormInterview,
			Date: "2024-03-11", Via: []Participant{{Name: "Harbour Post"}, {Name: "Velm Radio"}}},
			"indirect(Velm) institution anonymous record:off form:interview on 2024-03-11 via Harbour Post, Velm Radio"},
		{Figure{Measure: MeasureKilled, Of: "sailors", Qualifier: "at least", Value: 12, Unit: "people", Place: "Port Velm",
			Date: "2024-03", AttributedTo: "Velm"},
			"killed(sailors) at least 12 people in Port Velm on 2024-03, according to Velm"},
		{Figure{Measure: MeasureMoney, Of: "aid", Value: 1250000.5, ValueMax: 2000000, Unit: "USD"},
			"money(aid) 1250000.5 to 2000000 USD"},
		{Date{Type: DateDay, Value: "2024-03", Modifier: "START"}, "DATE 2024-03 START"},
		{Date{Type: DateDay}, "DATE ?"},
		{Place{Name: "Port Velm", Admin1: "Coast", Kind: "PPL", Country: "VLM", GeoNamesID: 42}, "Port Velm, Coast, PPL VLM geonames 42"},
		{Place{Name: "Port Velm"}, "Port Velm"},
		{Actor{Kind: ActorPerson, Name: "Aster Vale", Title: "foreign minister", Country: "VLM"}, "person(Aster Vale) foreign minister VLM"},
		{Talks{Parties: []Participant{arden, velm}, Mediators: []Participant{{Name: "Oster"}}, Venue: "Port Velm", Stage: StageStalled,
			Subject: "ferry truce"}, "talks(Arden, Velm by Oster) in Port Velm stalled: ferry truce"},
		{Talks{Stage: StageProposed}, "talks(?) proposed"},
		{Proposal{By: "Oster", Phases: 3}, "proposal(Oster) 3 phases"},
		{Proposal{}, "proposal(?)"},
		{Term{Kind: "ceasefire"}, "term(ceasefire)"},
		{Answer{Actor: "Velm", Answer: "awaited"}, "answer(Velm) awaited"},
		{Position{Actor: "Arden", Stance: "insists", Issue: "the ferry route"}, "position(Arden) insists: the ferry route"},
		{StickingPoint{Issue: "the ferry route"}, "sticking-point: the ferry route"},
		{Awaited{From: "Velm", What: "a reply"}, "awaited(Velm): a reply"},
	} {
		if got := c.finding.String(); got != c.want {
			t.Errorf("%T prints as\n  %s\nwant\n  %s", c.finding, got, c.want)
		}
	}
}
