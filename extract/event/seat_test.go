package event

import (
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/grammar"
	"rapporteur/fixture/treebank"
)

// TestSeat gives the parties of the one negotiation to events that only say that there are
// sides, and leaves events that name somebody, and reports of several negotiations, as they are.
func TestSeat(t *testing.T) {
	cases := []struct {
		begins   string
		parties  []string
		talks    int
		from, to []string // what each event says of who takes part, before and after
	}{
		{"The Kenyan government wants", []string{"Kenyan government", "nurses' union"}, 1,
			[]string{"nurses' union", "delegations", ""},
			[]string{"nurses' union", "Kenyan government, nurses' union", "Kenyan government, nurses' union"}},
		{"The Kenyan government wants", []string{"Kenyan government", "nurses' union"}, 2,
			[]string{"nurses' union", "delegations", ""},
			[]string{"nurses' union", "delegations", ""}},
		{"The Kenyan government wants", []string{"Kenyan government"}, 1,
			[]string{"nurses' union", "delegations", ""},
			[]string{"nurses' union", "delegations", ""}},
		{"Norway brokered a truce", []string{"Ghana", "Togo"}, 1,
			[]string{"Norway", "Ghana, Togo", "Ghana, Togo"},
			[]string{"Norway -> Ghana, Togo", "Ghana, Togo", "Ghana, Togo"}},
	}
	for _, file := range []*treebank.File{parses, carefulParses} {
		for _, c := range cases {
			d := file.Documents(t, []string{textThatBegins(t, c.begins)})[0]
			f := readOn(d)
			if got := takers(f.Events); !slices.Equal(got, c.from) {
				t.Errorf("%s: %q: before, %q take part, want %q", file.Path, c.begins, got, c.from)
			}
			tree := grammar.New(d)
			var talks []rapporteur.Talks
			for range c.talks {
				talks = append(talks, rapporteur.Talks{Parties: named(t, f.Actors, c.parties)})
			}
			Seat(tree, actor.Find(tree), f.Events, talks)
			if got := takers(f.Events); !slices.Equal(got, c.to) {
				t.Errorf("%s: %q with %d negotiations of %q: %q take part, want %q", file.Path, c.begins, c.talks, c.parties, got, c.to)
			}
		}
	}
}

// textThatBegins is the one text of the truce desk with that beginning.
func textThatBegins(t *testing.T, begins string) string {
	t.Helper()
	for _, s := range corpusTexts(t, truceCorpora) {
		if strings.HasPrefix(s, begins) {
			return s
		}
	}
	t.Fatalf("no text begins %q", begins)
	return ""
}

// takers are those who take part in each of events.
func takers(events []rapporteur.Event) []string {
	var out []string
	for _, e := range events {
		var actors, recipients []string
		for _, p := range e.Actors {
			actors = append(actors, p.Name)
		}
		for _, p := range e.Recipients {
			recipients = append(recipients, p.Name)
		}
		who := strings.Join(actors, ", ")
		if len(recipients) > 0 {
			who += " -> " + strings.Join(recipients, ", ")
		}
		out = append(out, who)
	}
	return out
}

// named are the actors of those names as participants.
func named(t *testing.T, actors []rapporteur.Actor, names []string) []rapporteur.Participant {
	t.Helper()
	var out []rapporteur.Participant
	for _, name := range names {
		i := slices.IndexFunc(actors, func(a rapporteur.Actor) bool { return a.Name == name })
		if i < 0 {
			t.Fatalf("nobody is called %q", name)
		}
		out = append(out, rapporteur.Participant{Name: name, Actor: i})
	}
	return out
}
