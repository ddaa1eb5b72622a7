package api_test

import (
	"strings"
	"testing"

	"rapporteur/serve/api"
)

// FuzzQuestion: whatever is asked gives an answer or says what is wrong with it.
func FuzzQuestion(f *testing.F) {
	for _, seed := range []string{
		"changes?actor=M23", "figures?type=killed&place=El Fasher&above=100", "events?bbox=-180,-90,180,90&since=7d", "quotes?q=\"a b\" -c d*&mark=rejected", "talks?country=SDN&status=stalled",
		"articles?source=%00&until=9999-99-99", "events?above=1e999", "figures?above=NaN", "?", "events?actor=&actor=",
	} {
		f.Add(seed)
	}
	a := api.New(invented(f, 5), api.Options{})
	f.Fuzz(func(t *testing.T, question string) {
		if _, _, err := a.Entries(t.Context(), question, "", 3); err != nil && strings.TrimSpace(err.Error()) == "" {
			t.Errorf("%q is refused without a word", question)
		}
	})
}
