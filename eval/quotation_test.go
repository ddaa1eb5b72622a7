package eval

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/gold"
)

func TestQuotations(t *testing.T) {
	const text = `“We will sign it today,” Vale said. “But not here and not now.” “Who are you, then?” Holt asked of the “peace wall”.`
	at := func(words string) rapporteur.Span {
		i := strings.Index(text, words)
		return rapporteur.Span{Start: i, End: i + len(words)}
	}
	want := []gold.Attribution{
		{Source: []rapporteur.Span{at("Vale")}, Content: []rapporteur.Span{at("“We will sign it today,”"), at("“But not here and not now.”")}},
		{Source: []rapporteur.Span{at("Holt")}, Content: []rapporteur.Span{at("“Who are you, then?”"), at("“peace wall”")}},
		{Content: []rapporteur.Span{at("“We will sign it today,” Vale said. “But not here and not now.”")}},
	}
	vale, holt := rapporteur.Participant{Name: "Vale", Spans: []rapporteur.Span{at("Vale")}}, rapporteur.Participant{Name: "Holt", Spans: []rapporteur.Span{at("Holt")}}
	for name, c := range map[string]struct {
		got            []rapporteur.Statement
		without, right int
	}{
		"none": {nil, 3, 0},
		"all": {[]rapporteur.Statement{
			{Speaker: vale, Content: []rapporteur.Span{at("We will sign it today"), at("But not here and not now")}},
			{Speaker: holt, Content: []rapporteur.Span{at("Who are you, then?")}},
		}, 0, 3},
		"another's":   {[]rapporteur.Statement{{Speaker: holt, Content: []rapporteur.Span{at("We will sign it today")}}}, 2, 0},
		"too short":   {[]rapporteur.Statement{{Speaker: vale, Content: []rapporteur.Span{at("We will")}}}, 3, 0},
		"of nobody":   {[]rapporteur.Statement{{Content: []rapporteur.Span{at("We will sign it today")}}}, 3, 0},
		"the longest": {[]rapporteur.Statement{{Speaker: holt, Content: []rapporteur.Span{at("will sign it")}}, {Speaker: vale, Content: []rapporteur.Span{at("We will sign it today")}}}, 2, 1},
	} {
		got := Quotations(text, want, c.got)
		if got[unspoken] != share(c.without, 3) || got[speaker] != share(c.right, 3) {
			t.Errorf("%s: without %v, right %v; want %d and %d of 3", name, got[unspoken], got[speaker], c.without, c.right)
		}
	}
}
