package eval

import (
	"math"
	"slices"
	"testing"

	"rapporteur"
)

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Aster Vale", "aster vale", true},
		{"Foreign Minister Aster Vale", "Vale", true},
		{"Aster Vale", "Oster Vale", false},
		{"President Zoé Vale", "Zoe Vale", true},
		{"U.S.", "the United States", true},
		{"Washington", "United States", true},
		{"UN", "United Nations", true},
		{"Arden’s army", "Arden army", true},
		{"Arden's", "Arden", true},
		{"Arden; Velm", "Oster;Velm", true},
		{"Arden; Velm", "Oster", false},
		{"the government", "the government", true},
		{"the government", "government of the", false}, // of titles alone nothing can be told
		{"", "", false},
		{"Velm People's Army", "People's Army of Velm", true},
		{"Velm Coast Guard", "Arden Coast Guard", true}, // two words of three
		{"Velm River Coast Guard", "Arden Hill Coast Watch", false},
	} {
		if got := SameName(c.a, c.b); got != c.want {
			t.Errorf("SameName(%q, %q) = %t", c.a, c.b, got)
		}
		if got := SameName(c.b, c.a); got != c.want {
			t.Errorf("SameName(%q, %q) = %t", c.b, c.a, got)
		}
	}
}

func TestPlain(t *testing.T) {
	for name, want := range map[string]string{
		"Zoé’s Army!": "zoe army", "Arden'sx": "arden sx", "U.N.": "united nations", "St. Oster-Vale": "st oster-vale", "Ⅳ Corps": "iv corps",
	} {
		if got := plain(name); got != want {
			t.Errorf("plain(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestSentenceStarts(t *testing.T) {
	text := "Élan. It said “no.” They left! and stayed.\n\nThen: “yes. ‘So’ it was.\nend. 5 men? “Go”"
	var got []string
	starts := sentenceStarts(text)
	for i, s := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		got = append(got, text[s:end])
	}
	want := []string{"Élan. ", "It said “no.” ", "They left! and stayed.\n\n", "Then: “yes. ", "‘So’ it was.\n", "end. 5 men? ", "“Go”"}
	if !slices.Equal(got, want) {
		t.Errorf("sentences %q, want %q", got, want)
	}
}

func TestCouplesTakeTheBestFirst(t *testing.T) {
	scores := [][]float64{{0.6, 0.9}, {0.2, 0.8}, {0.6, 0.1}}
	got := couples(3, 2, func(i, j int) float64 { return scores[i][j] }, 0.5)
	if want := []couple{{0, 1}, {2, 0}}; !slices.Equal(got, want) {
		t.Errorf("couples %v, want %v", got, want)
	}
}

func names(in ...string) []rapporteur.Participant {
	var out []rapporteur.Participant
	for _, n := range in {
		out = append(out, rapporteur.Participant{Name: n})
	}
	return out
}

const ferry = `Arden and Velm will meet on Monday, Aster Vale said. “We want calm on the route,” she said.
Shelling killed 12 sailors in Velm. Oster, which hosts the talks, proposed a truce of 40 days.`

func at(words string) rapporteur.Span { return span(ferry, words, 1) }

func TestStatementsAreCompared(t *testing.T) {
	want := &rapporteur.Findings{Statements: []rapporteur.Statement{
		{Speaker: names("Aster Vale")[0], Content: []rapporteur.Span{at("Arden and Velm will meet on Monday")}, Kind: "indirect", Sourcing: "named"},
		{Speaker: names("Aster Vale")[0], Content: []rapporteur.Span{at("We want calm on the route")}, Kind: "direct", Sourcing: "named"},
	}}
	got := &rapporteur.Findings{Statements: []rapporteur.Statement{
		{Speaker: names("Vale")[0], Content: []rapporteur.Span{at("Velm will meet on Monday")}, Kind: "indirect", Sourcing: "unnamed"},
		{Speaker: names("Velm")[0], Content: []rapporteur.Span{at("We want"), at("calm on the route")}, Kind: "direct", Sourcing: "named"},
		{Speaker: names("Velm")[0], Content: []rapporteur.Span{at("calm")}},
	}}
	tally := Findings(ferry, want, got)
	for metric, c := range map[string]Count{
		"statement.content": count(2, 2, 3), "statement.content+speaker": count(1, 2, 3),
		"statement.kind": share(2, 2), "statement.sourcing": share(1, 2),
	} {
		if tally[metric] != c {
			t.Errorf("%s: %v, want %v", metric, tally[metric], c)
		}
	}
}

func TestEventsAreCompared(t *testing.T) {
	want := &rapporteur.Findings{Events: []rapporteur.Event{
		{Type: "CONSULT", Actors: names("Arden", "Velm"), Anchor: at("will meet"), Date: "2024-03", Status: "planned", Country: "VLM"},
		{Type: "ASSAULT", Recipients: names("sailors"), Anchor: at("Shelling"), Status: "happened"},
		{Type: "REQUEST", Actors: names("Oster"), Anchor: at("proposed"), Status: "happened"},
	}}
	got := &rapporteur.Findings{Events: []rapporteur.Event{
		{Type: "AGREE", Actors: names("Velm", "Arden"), Anchor: at("meet"), Date: "2024-03-11", Status: "planned"},
		{Type: "ASSAULT", Actors: names("Arden"), Recipients: names("sailors"), Anchor: at("killed"), Status: "denied"}, // the same sentence
		{Type: "AID", Actors: names("Oster"), Anchor: at("proposed"), Status: "happened"},
	}}
	tally := Findings(ferry, want, got)
	for metric, c := range map[string]Count{
		"event.type": count(2, 3, 3), "event.type+actors": count(1, 3, 3), "event.who-did-what-to-whom": count(1, 3, 3),
		"event.status": share(1, 2), "event.date": share(1, 1), "event.country": share(0, 1),
	} {
		if tally[metric] != c {
			t.Errorf("%s: %v, want %v", metric, tally[metric], c)
		}
	}
	want.Events[0].Status = "happened"
	if c := Findings(ferry, want, got)["event.type"]; c != count(1, 3, 3) {
		t.Errorf("a meeting held is no agreement to meet: %v", c)
	}
}

func TestFiguresAreCompared(t *testing.T) {
	want := &rapporteur.Findings{Figures: []rapporteur.Figure{
		{Measure: "killed", Value: 12, Span: at("12 sailors")}, {Measure: "duration", Value: 40, Span: at("40 days")},
		{Measure: "other", Value: math.NaN(), Span: at("calm")},
	}}
	got := &rapporteur.Findings{Figures: []rapporteur.Figure{
		{Measure: "injured", Value: 12, Span: at("12")}, {Measure: "duration", Value: 41, Span: at("40 days")},
		{Measure: "other", Value: 0, Span: at("calm")},
	}}
	tally := Findings(ferry, want, got)
	if got, want := tally["figure.value"], count(1, 3, 3); got != want {
		t.Errorf("values %v, want %v", got, want)
	}
	if got, want := tally["figure.value+measure"], count(0, 3, 3); got != want {
		t.Errorf("measures %v, want %v", got, want)
	}
}

func TestTalksAreCompared(t *testing.T) {
	truce := rapporteur.Talks{
		Parties: names("Arden", "Velm"), Mediators: names("Oster"), Stage: rapporteur.StageAgreedToMeet,
		Proposals: []rapporteur.Proposal{{
			Terms:   []rapporteur.Term{{Kind: "ceasefire", Span: at("a truce of 40 days")}},
			Answers: []rapporteur.Answer{{Actor: "Velm", Answer: "awaited", Span: at("proposed")}},
		}},
		Positions:      []rapporteur.Position{{Actor: "Velm; Aster Vale", Span: at("We want calm on the route")}},
		StickingPoints: []rapporteur.StickingPoint{{Span: at("the route")}},
		Awaited:        []rapporteur.Awaited{{From: "Velm", Span: at("will meet")}},
	}
	other := rapporteur.Talks{Parties: names("Oster"), Mediators: names("Velm"), Stage: rapporteur.StageProposed}
	read := rapporteur.Talks{
		Parties: names("Velm", "Oster", "Arden"), Stage: rapporteur.StageProposed,
		Proposals: []rapporteur.Proposal{{
			Terms:   []rapporteur.Term{{Kind: "ceasefire", Span: at("truce of 40 days")}, {Kind: "aid-access", Span: at("a truce of 40 days")}},
			Answers: []rapporteur.Answer{{Actor: "Velm", Answer: "rejected", Span: at("proposed")}},
		}},
		Positions:      []rapporteur.Position{{Actor: "Vale", Span: at("We want calm")}},
		StickingPoints: []rapporteur.StickingPoint{{Span: at("the route")}, {Span: at("talks")}},
		Awaited:        []rapporteur.Awaited{{From: "Arden", Span: at("will meet")}},
	}
	check(t, Findings(ferry, &rapporteur.Findings{Talks: []rapporteur.Talks{truce}}, &rapporteur.Findings{Talks: []rapporteur.Talks{other, read}}), withoutTalks(map[string]Count{
		"talks.found": count(1, 1, 2), "talks.parties": count(2, 2, 4), "talks.mediators": count(0, 1, 1),
		"talks.stage": share(0, 1), "talks.stage-near": share(1, 1),
		"talks.terms": count(1, 1, 2), "talks.answers": count(0, 1, 1), "talks.positions": count(1, 1, 1),
		"talks.sticking_points": count(1, 1, 2), "talks.awaited": count(0, 1, 1),
	}))
	check(t, Findings(ferry, &rapporteur.Findings{}, &rapporteur.Findings{Talks: []rapporteur.Talks{other}}), withoutTalks(map[string]Count{
		"talks.found": count(0, 0, 1), "talks.none-where-none": share(0, 1), "talks.parties": count(0, 0, 1), "talks.mediators": count(0, 0, 1),
		"talks.positions": {}, "talks.sticking_points": {}, "talks.awaited": {},
	}))
}

// withoutTalks adds the metrics that a comparison of nothing but talks counts 0.
func withoutTalks(want map[string]Count) map[string]Count {
	for _, m := range talksMetrics {
		switch m.Name {
		case "talks.found", "talks.none-where-none":
		default:
			if _, asked := want[m.Name]; !asked && m.Name[:5] != "talks" {
				want[m.Name] = Count{}
			}
		}
	}
	return want
}
