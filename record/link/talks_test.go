package link_test

import (
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/knowledge/linking"
	"rapporteur/record/link"
)

// table is talks as one report has them: "2024-05-04 | truce | QAT, hamas |
// Cairo | demands: a permanent ceasefire". Sides in capitals are states, others
// groups; "the teachers of KEN" have no name.
func table(t *testing.T, line string) link.Talks {
	t.Helper()
	cells := strings.Split(line, " | ")
	for len(cells) < 5 {
		cells = append(cells, "")
	}
	day, err := time.Parse(time.DateOnly, cells[0])
	if err != nil {
		t.Fatal(err)
	}
	f := &rapporteur.Findings{Talks: []rapporteur.Talks{{Subject: cells[1], Venue: cells[3]}}}
	talks := &f.Talks[0]
	for _, name := range strings.Split(cells[2], ", ") {
		a := rapporteur.Actor{Name: name, Kind: armed, Of: rapporteur.None}
		noun, country, people := strings.Cut(strings.TrimPrefix(name, "the "), " of ")
		switch {
		case people && strings.HasPrefix(name, "the "):
			a.Name, a.Kind, a.Country = noun, rapporteur.ActorPeople, country
		case strings.ToUpper(name) == name:
			a.Kind, a.Key, a.Country = rapporteur.ActorState, name, name
		case strings.Contains(name, "Union"):
			a.Kind, a.Country = orga, "KEN"
		default:
			a.Key = name
		}
		talks.Parties = append(talks.Parties, rapporteur.Participant{Name: a.Name, Actor: len(f.Actors)})
		f.Actors = append(f.Actors, a)
	}
	if stance, issue, ok := strings.Cut(cells[4], ": "); ok {
		talks.Positions = []rapporteur.Position{{Actor: talks.Parties[0].Name, Stance: stance, Issue: issue}}
	}
	a := &rapporteur.Article{Text: line, Published: day}
	return link.Negotiations(a, f, link.Identities(a, f))[0]
}

func TestTalks(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"2024-05-04 | truce | ISR, hamas | Cairo", "2024-07-11 | the hostages | hamas, ISR | Doha", true},
		{"2024-05-04 | truce | ISR, hamas", "2024-05-06 | truce | ISR, hezbollah", false},
		{"2024-05-04 | truce | ISR, hamas", "2024-05-06 | border talks | ISR, LBN", false},
		{"2024-05-04 | truce | ISR, hamas", "2024-11-20 | truce | ISR, hamas", true},  // after a long pause
		{"2024-05-04 | truce | ISR, hamas", "2025-02-20 | truce | ISR, hamas", false}, // nothing heard for most of a year
		{"2024-05-04 | trade talks | USA, CHN", "2024-11-20 | tariffs | USA, CHN", false},
		{"2024-05-04 | truce | ISR, hamas", "2024-05-20 | ceasefire talks | hamas", true},
		{"2024-05-04 | truce | ISR, hamas", "2024-05-20 | ceasefire talks | ISR", false}, // with whom?
		{"2024-05-04 | trade talks | USA, CHN", "2024-05-20 | tariffs | USA, CHN", true},
		{"2024-05-04 | trade talks | USA, CHN", "2024-05-20 | climate talks | USA, CHN", false},
		{"2024-05-04 | trade talks | USA, CHN", "2024-06-20 | talks | USA, CHN", false}, // about what?
		{"2024-05-04 | nuclear program | IRN, USA", "2024-06-04 | nuclear talks | IRN, USA, FRA, GBR, DEU", true},
		{"2024-05-04 | nuclear program | IRN, USA", "2024-06-04 | nuclear talks | IRN, FRA, GBR, DEU", false},
		{"2024-05-04 | wage talks | KEN, the teachers of KEN", "2024-05-20 | pay | KEN, the teachers of KEN", true},
		{"2024-05-04 | wage talks | KEN, the teachers of KEN", "2024-05-20 | pay | KEN, the nurses of KEN", false},
		{"2024-05-04 | wage talks | KEN, the teachers of KEN", "2024-05-20 | pay | KEN, National Union of Teachers", true},
		{"2024-05-04 | wage talks | KEN, National Union of Nurses", "2024-05-20 | pay | KEN, National Union of Teachers", false},
		{"2024-05-04 | peace talks | COL, eln", "2024-06-10 | ceasefire | COL, eln", true},
		{"2024-05-04 | peace talks | COL, eln", "2024-06-10 | peace talks | COL, farc", false},
		{"2024-05-04 | peace talks | PHL, milf", "2024-05-10 | peace talks | THA, brn", false},
		{"2024-05-04 | power-sharing | the opposition of KEN, KEN", "2024-05-10 | coalition | KEN, the opposition of KEN", true},
		{"2024-05-04 | border talks | ISR, LBN | Naqoura | demands: the withdrawal of troops", "2024-06-10 |  | ISR, LBN | Naqoura | rejects: a withdrawal of its troops", true},
	} {
		a, b := table(t, c.a), table(t, c.b)
		if got := linked(t, a, b); got != c.same {
			why, _ := a.Same(b)
			t.Errorf("%q and %q: same %v (%s), want %v", c.a, c.b, got, why, c.same)
		}
	}
}

// Every kind of dispute is known by its own example.
func TestDisputesAreKnownByTheirExamples(t *testing.T) {
	for _, d := range linking.Disputes() {
		if got := table(t, "2024-05-04 | "+d.Example+" | ISR, hamas"); got.Kind != d.Kind {
			t.Errorf("%q is of kind %q, want %q", d.Example, got.Kind, d.Kind)
		}
	}
}

// A country is the venue where no report tells the town.
func TestVenueIsTheTown(t *testing.T) {
	p := link.ProcessOf([]link.Talks{
		table(t, "2024-05-04 | truce | SDN, rsf | Egypt"),
		table(t, "2024-05-06 | truce | SDN, rsf | Cairo"),
		table(t, "2024-07-11 | truce | SDN, rsf | Qatar"),
		table(t, "2024-07-12 | truce | SDN, rsf | Cairo"),
	})
	var rounds []string
	for _, r := range p.Rounds {
		rounds = append(rounds, r.Venue+" "+r.From+" "+r.To)
	}
	if got, want := strings.Join(rounds, ", "), "Cairo 2024-05-04 2024-05-06, Qatar 2024-07-11 2024-07-11, Cairo 2024-07-12 2024-07-12"; got != want {
		t.Errorf("rounds %s, want %s", got, want)
	}
}

func TestProcess(t *testing.T) {
	var all []link.Talks
	for _, line := range []string{
		"2023-11-20 | truce in Gaza | ISR, hamas | Doha",
		"2023-11-24 | truce in Gaza | ISR, hamas",
		"2024-02-10 | truce | ISR, hamas | Cairo",
		"2024-02-12 | truce in Gaza | hamas, ISR | Cairo",
		"2024-05-04 | ceasefire in Gaza | ISR, hamas | Cairo",
		"2024-05-05 | the hostages | ISR, hamas | Doha",
		"2025-01-15 | ceasefire in Gaza | ISR, hamas | Doha",
	} {
		all = append(all, table(t, line))
	}
	p := link.ProcessOf(all)
	if want := "Gaza truce talks, Doha and Cairo, 2023 to 2025"; p.Name != want {
		t.Errorf("name %q, want %q", p.Name, want)
	}
	var rounds []string
	for _, r := range p.Rounds {
		rounds = append(rounds, r.Venue+" "+r.From+" "+r.To)
	}
	want := []string{"Doha 2023-11-20 2023-11-24", "Cairo 2024-02-10 2024-02-12", "Cairo 2024-05-04 2024-05-04", "Doha 2024-05-05 2024-05-05", "Doha 2025-01-15 2025-01-15"}
	if strings.Join(rounds, "\n") != strings.Join(want, "\n") {
		t.Errorf("rounds %q, want %q", rounds, want)
	}
}
