package export

import (
	"testing"

	"rapporteur"
)

// TestToComeAsTheManualHasIt: PLOVER's manual has one type for cooperation to come, and one for
// a retreat to come.
func TestToComeAsTheManualHasIt(t *testing.T) {
	for _, c := range []struct{ kind, mode, status, want, root string }{
		{"CONSULT", "visit", rapporteur.StatusPlanned, "AGREE", "03"},
		{"SUPPORT", "", rapporteur.StatusPlanned, "AGREE", "03"},
		{"COOPERATE", "", rapporteur.StatusPlanned, "AGREE", "03"},
		{"AID", "", rapporteur.StatusPlanned, "AGREE", "03"},
		{"RETREAT", "withdraw", rapporteur.StatusPlanned, "CONCEDE", "08"},
		{"AID", "", rapporteur.StatusHappened, "AID", "07"},
		{"AID", "", rapporteur.StatusDemanded, "AID", "07"},
		{"ASSAULT", "aerial", rapporteur.StatusPlanned, "ASSAULT", "19"},
		{"CONCEDE", "", rapporteur.StatusPlanned, "CONCEDE", "08"},
	} {
		e := &Event{Type: c.kind, Mode: c.mode, Status: c.status, CAMEO: map[string]string{"AID": "07", "ASSAULT": "19", "CONCEDE": "08"}[c.kind]}
		got := e.coded()
		if got.Type != c.want || got.CAMEO != c.root || got.Type != c.kind && got.Mode != "" || e.Type != c.kind {
			t.Errorf("%s %s: %s/%s, CAMEO %s, want %s, %s", c.status, c.kind, got.Type, got.Mode, got.CAMEO, c.want, c.root)
		}
	}
}

// TestPartiesWithoutANameHaveACountry: what nobody was identified as is of the state whose
// name it bears, or of the country of the place that its words name, and of none where they name no place.
func TestPartiesWithoutANameHaveACountry(t *testing.T) {
	z := &gazette{places: []*rapporteur.Place{{Name: "Cairo", Country: "EGY", Span: rapporteur.Span{Start: 9, End: 14}}}}
	bus := rapporteur.Participant{Name: "a bus in Cairo", Spans: []rapporteur.Span{{Start: 0, End: 14}}}
	for _, c := range []struct {
		party Party
		spans rapporteur.Participant
		want  string
	}{
		{Party{Name: "a bus in Cairo"}, bus, "EGY"},
		{Party{Name: "Velm", Kind: rapporteur.ActorState, Country: "SDN"}, bus, "SDN"},
		{Party{Name: "the rebels", Kind: rapporteur.ActorArmedGroup}, bus, ""},
		{Party{Name: "Harbour Watch in Cairo"}, rapporteur.Participant{Name: "the Harbour Watch in Cairo", Spans: []rapporteur.Span{{Start: -10, End: 14}}}, ""},
		{Party{Name: "Turkey"}, rapporteur.Participant{Name: "Turkey", Spans: []rapporteur.Span{{Start: 20, End: 27}}}, "TUR"},
		{Party{Name: "a bus"}, rapporteur.Participant{Spans: []rapporteur.Span{{Start: 0, End: 5}}}, ""},
	} {
		if got := z.grounded([]Party{c.party}, []rapporteur.Participant{c.spans})[0].Country; got != c.want {
			t.Errorf("%s: %q, want %q", c.party.Name, got, c.want)
		}
	}
}
