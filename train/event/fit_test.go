package main

import (
	"math"
	"slices"
	"testing"

	"rapporteur/extract/event"
)

// invented are reports, and a page for twenty, where who acts decides and the form of
// the word does not: a state acts in eight heads of ten of reports, "I" stands beside two,
// and the other way round on pages.
func invented() []*report {
	var out []*report
	for i := range 400 {
		r := &report{source: news}
		if i%21 == 20 {
			r.source = pages
		}
		for k := range 5 {
			personal := (i+k)%10 < 2
			if r.source == pages {
				personal = (i/21+2*k)%10 >= 2
			}
			h := event.Head{Told: true, Features: []event.Feature{{Of: "always"}, {Of: "form", Value: []string{"VBD", "noun"}[(i/3+k)%2]}}}
			if personal {
				h.Features = append(h.Features, event.Feature{Of: "beside", Value: "I"})
			} else {
				h.Features = append(h.Features, event.Feature{Of: "actor", Value: "state"})
			}
			r.heads = append(r.heads, h)
		}
		out = append(out, r)
	}
	return out
}

func TestFitRecoversTheRule(t *testing.T) {
	reports := invented()
	s := newSet(reports)
	w := fit(s.examples(reports, nil), len(s.features))
	weight := func(of, value string) float64 {
		k, ok := s.index[event.Feature{Of: of, Value: value}]
		if !ok {
			t.Fatalf("%s %s is not among the features", of, value)
		}
		return w[k]
	}
	if state, i := weight("actor", "state"), weight("beside", "I"); state < 0.3 || i > -0.3 {
		t.Errorf("a state weighs %.2f and an I %.2f; want them well above and below 0", state, i)
	}
	if noun, past := weight("form", "noun"), weight("form", "VBD"); math.Abs(noun-past) > 0.2 {
		t.Errorf("a noun weighs %.2f and a past tense %.2f; want them alike", noun, past)
	}
	if again := fit(s.examples(reports, nil), len(s.features)); !slices.Equal(w, again) {
		t.Error("the same examples gave other weights")
	}
	for _, score := range validate(reports, s, 5, false) {
		if score.source == pages && score.left == 0 || score.source == news && 2*score.left > score.told {
			t.Errorf("%s; want the pages left out and the news told", score)
		}
	}
}

func TestRival(t *testing.T) {
	for _, c := range []struct {
		what, kind string
		candidates []event.Candidate
	}{
		{"", "", []event.Candidate{{Type: "AID", Asks: 4}, {Type: "AID", Asks: 1}}},
		{"types, one asks for more", "REQUEST", []event.Candidate{{Type: "ACCUSE", Asks: 4}, {Type: "REQUEST", Asks: 1}}},
		{"types, both ask for as much", "RETREAT", []event.Candidate{{Type: "SANCTION", Asks: 4}, {Type: "RETREAT", Asks: 4}}},
		{"an event and none, one for more", "CONSULT", []event.Candidate{{Type: "none", Asks: 4}, {Type: "CONSULT"}}},
		{"modes of one type", "COERCE", []event.Candidate{{Type: "COERCE", Mode: "arrest", Asks: 4}, {Type: "COERCE", Asks: 1}}},
	} {
		if what, kind := rival(event.Head{Candidates: c.candidates}); what != c.what || kind != c.kind {
			t.Errorf("%v: %q, %q; want %q, %q", c.candidates, what, kind, c.what, c.kind)
		}
	}
}
