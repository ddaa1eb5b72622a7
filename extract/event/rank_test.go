package event

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/date"
	"rapporteur/extract/grammar"
	"rapporteur/extract/place"
	"rapporteur/extract/statement"
)

// TestWeights reads the table of weights and asks it for what every reader of it expects.
func TestWeights(t *testing.T) {
	w := weights()
	if len(w) < 30 {
		t.Fatalf("%d weights, want 30", len(w))
	}
	for more, less := range map[Feature]Feature{
		{"actor", "state"}:                  {"actor", "person"},
		{"actor", "government"}:             {"actor", "thing"},
		{"actor", "armed-group"}:            {"actor", "name"},
		{"report states", "several"}:        {"report states", "none"},
		{"report says I or you", "nothing"}: {"report says I or you", "much"},
		{"beside", "day"}:                   {"beside", "you"},
		{"beside", "speech"}:                {"beside", "I"},
	} {
		a, ok := w[more]
		b, other := w[less]
		if !ok || !other || a <= b {
			t.Errorf("%v weighs %.2f (%t) and %v %.2f (%t); want both there, the first to weigh more", more, a, ok, less, b, other)
		}
	}
	if len(w) > 0 && w[Feature{"actor", "nobody of this kind"}] != 0 {
		t.Error("what is not in the table weighs something")
	}
}

// TestRanker reads invented reports and pages. Of each the rules tell of events; the ranker
// leaves them in reports, be they of places and people that nobody knows, and takes
// them from pages.
func TestRanker(t *testing.T) {
	for _, c := range []struct {
		about, text string
		least, most int // mentions, as shares of what rules find, in per cent
	}{
		{"a war between states", "Sudan attacked a port in Eritrea on Friday, the army said. Four sailors were killed. Eritrea condemned the attack. Kenya called for talks. Both sides agreed to meet in Nairobi.", 100, 100},
		{"herders and farmers", "Herders attacked a farming village before dawn on Tuesday, residents said. Six farmers were killed and many houses were burned. Women and children fled into the hills. Villagers accused the herders of driving cattle into their fields. Elders from both sides met on Wednesday and agreed to end the fighting. A youth leader said his group would not accept the deal.", 100, 100},
		{"a strike", "Dock workers walked off the job at midnight. The company threatened to dismiss them. Union leaders and managers held talks in a hotel. The union accepted a new offer on Sunday. The strike ended the next morning. A worker was arrested after a fight at the gate.", 100, 100},
		{"an abduction", "Masked men kidnapped a priest on the road to the mission. They demanded a ransom. His parish appealed for his release. The priest was freed a week later. He thanked his captors for sparing him. The bishop condemned the abduction.", 100, 100},
		{"a sentence alone", "Gunmen killed two teachers.", 100, 100},
		{"a garage", "I took my van there in May after it broke down. Otto at the desk agreed to help and he negotiated with the dealer for me. The dealer rejected our first offer but he gave in when I threatened to sue. Otto even apologized to my wife. They finished in two hours. Thank you, Otto!", 0, 0},
		{"a garden", "I fought the slugs all spring. They invaded my lettuce and destroyed my beans. My neighbour offered me her ducks and I accepted her offer. The ducks attacked the slugs at once. I thanked her with a cake. You should try it.", 0, 0},
	} {
		f := finderOf(parsed(t, []string{c.text})[0])
		f.ranker.off = true
		f.read()
		all := len(f.mentions)
		f = finderOf(f.t.Document)
		f.read()
		if all == 0 {
			t.Errorf("%s: rules tell of nothing, so that nothing is tested", c.about)
			continue
		}
		if share := 100 * len(f.mentions) / all; share < c.least || share > c.most {
			t.Errorf("%s: %d of %d events are told, want %d to %d%%", c.about, len(f.mentions), all, c.least, c.most)
		}
	}
}

// finderOf is a finder of d that has read nothing yet.
func finderOf(d *rapporteur.Document) *finder {
	t := grammar.New(d)
	dates, places, cast := date.Find(t), place.Find(t), actor.Find(t)
	return newFinder(t, cast, statement.Dated(t, statement.Find(t, cast), dates), dates, places)
}

// rivals are sentences whose words several rows of the lexicon fit that differ in type, or a
// verb and its noun that do, and what is right.
var rivals = []struct{ text, taken, rival string }{
	{"Norway withdrew its peacekeepers from Peru.", "SANCTION", "RETREAT"},
	{"Norway withdrew its troops from Peru.", "RETREAT", "RETREAT"},
	{"Norway summoned the ambassador of Peru.", "ACCUSE", "REQUEST"},
	{"Norway called for sanctions against Peru.", "ACCUSE", "REQUEST"},
	{"Norway met the deadline.", "", "CONSULT"},
	{"Rebels declared a truce in Peru.", "CONCEDE", "RETREAT"},
	{"Norway rejected the offer of Peru.", "REJECT", "AGREE"},
	{"Norway broke off talks with Peru.", "SANCTION", "CONSULT"},
	{"Norway signed an agreement with Peru.", "SUPPORT", "AGREE"},
	{"Norway threatened an attack on Peru.", "THREATEN", "ASSAULT"},
	{"The Norwegian press conference made the news.", "", "CONSULT"},
	{"Norway launched a cyber attack on Peru.", "COERCE", "ASSAULT"},
	{"Norwegian workers called off their strike.", "CONCEDE", "PROTEST"},
}

// TestRivals reads sentences where rows disagree: the one that asks for most is taken.
func TestRivals(t *testing.T) {
	for _, c := range rivals {
		var kinds []string
		for _, e := range readOn(parsed(t, []string{c.text})[0]).Events {
			kinds = append(kinds, e.Type)
		}
		if got := strings.Join(kinds, " "); got != c.taken {
			t.Errorf("%q tells of %q, want %q and not %q", c.text, got, c.taken, c.rival)
		}
	}
}

// BenchmarkLikely is what the ranker costs a head.
func BenchmarkLikely(b *testing.B) {
	f := finderOf(parsed(b, []string{"Sudan attacked a port in Eritrea on Friday, the army said. Four sailors were killed. Eritrea condemned the attack. Kenya called for talks. Both sides agreed to meet in Nairobi."})[0])
	f.read()
	m := match{head: f.mentions[0].head, subject: none, content: none}
	e := &f.mentions[0].Event
	b.ReportAllocs()
	for b.Loop() {
		f.likely(&m, e)
	}
}
