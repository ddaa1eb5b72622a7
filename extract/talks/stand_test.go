package talks

import (
	"slices"
	"strings"
	"testing"

	know "rapporteur/knowledge/talks"
)

// stands are sentences with what a table of cues makes of them: whose it is and how it
// is called, "" where it makes nothing. Everybody named but Peru
// is at the table.
var stands = []struct {
	table know.Table
	text  string
	want  string // "NAME: STANCE", of awaited the name alone
}{
	{know.Stance, "The king accepted the resignation of the envoy.", ""},
	{know.Stance, "The king accepted the plan of the envoy.", "king: accepts"},
	{know.Stance, "Kenya dismissed the insurgency as a quarrel of smugglers.", ""},
	{know.Stance, "Kenya dismissed the offer as a trick.", "Kenya: rejects"},
	{know.Stance, "Norway met Aster Vale, who agreed to the talks although he insists on a truce.", "Aster Vale: insists"},
	{know.Stance, "\"In March they made their offer of a truce,\" Kenya said.", ""},
	{know.Stance, "\"In March we made our offer of a truce,\" Kenya said.", "Kenya: offers"},
	{know.Stance, "The president said the port would remain the pride of Kenya.", ""},
	{know.Stance, "Kenya does not give up its seat.", "Kenya: insists"},
	{know.Stance, "Kenya criticized the government of Peru in March.", ""},
	{know.Stance, "Kenya criticized the deal.", "Kenya: opposes"},
	{know.Stance, "\"The Kingdom of Norway insists on a truce,\" Aster Vale said.", "Norway: insists"},
	{know.Stance, "The union did not rule out further strikes.", "union: warns"},
	{know.Stance, "Kenya did not rule out a pardon.", "Kenya: open-to"},
	{know.Stance, "Kenya rejects the plan and demanded a vote in May.", "Kenya: rejects"},
	{know.Stance, "The liberal party NFL met Kenya, and NFL rejects the plan.", "NFL: rejects"},
	{know.Stance, "The party ended late, and NOBODY rejects the plan.", ""},
	{know.Stance, "Kenya said a pardon was on the table.", "Kenya: open-to"},
	{know.Stance, "Kenya said a pardon had never been on the table.", "Kenya: rejects"},
	{know.Stance, "Kenya said the offer was no good sign.", ""},
	{know.Stance, "\"We will not give up,\" Kenya said.", "Kenya: insists"},
	{know.Stance, "\"We will not give up our port,\" Kenya said.", "Kenya: rejects"},
	{know.Awaited, "Kenya and Norway met on Monday, and no accord is expected soon.", ""},
	{know.Awaited, "Kenya and Norway met on Monday, and the accord is expected to fail.", ""},
	{know.Awaited, "Kenya will sign the accord on Friday.", "Kenya"},
	{know.Awaited, "Kenya will not sign the accord.", ""},
}

func standTexts() []string {
	out := make([]string, len(stands))
	for i := range stands {
		out[i] = stands[i].text
	}
	return out
}

// TestStands reads where people stand, and what they owe, from single sentences: those
// that tell it and those that only look so.
func TestStands(t *testing.T) {
	for i, d := range parsed(t, standTexts()) {
		f := on(d)
		for a := range f.count() {
			if !strings.Contains(f.who(a).Name, "Peru") {
				f.parties = append(f.parties, side{actor: a, name: f.who(a).Name})
			}
		}
		var got []string
		if stands[i].table == know.Awaited {
			for _, a := range f.awaited() {
				got = append(got, a.From)
			}
		} else {
			for _, p := range f.positions() {
				got = append(got, p.Actor+": "+p.Stance)
			}
		}
		if want := stands[i].want; want == "" && len(got) > 0 || want != "" && !slices.Contains(got, want) {
			t.Errorf("%q: %q, want %q", stands[i].text, got, want)
		}
	}
}
