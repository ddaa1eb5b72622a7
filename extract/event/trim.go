package event

import (
	"strings"

	"rapporteur"
)

// trimmed takes from a participant whom token i heads the words at the edges of its name
// that the tree drew in and that are of the verb: "handed [over] four hostages", "took 30
// villagers [hostage]", "freed nine prisoners [each]".
func (f *finder) trimmed(p rapporteur.Participant, i int) rapporteur.Participant {
	if len(p.Spans) != 1 || p.Actor >= 0 && f.cast.Actors[p.Actor].Key != "" {
		return p
	}
	words := strings.Fields(p.Name)
	if len(words) < 2 || !strings.EqualFold(f.t.Text(p.Spans[0]), p.Name) {
		return p
	}
	cut := rapporteur.Span{}
	switch strings.ToLower(words[len(words)-1]) {
	case "each", "hostage", "captive", "prisoner", "apiece", "himself", "herself", "itself", "themselves":
		cut = rapporteur.Span{Start: p.Spans[0].Start, End: p.Spans[0].End - len(words[len(words)-1]) - 1}
	}
	if strings.ToLower(words[0]) == "over" {
		if h := f.t.Head(i); h >= 0 && f.t.Is(i, "obj", "nsubj:pass") && f.t.Lemma(h) == "hand" || h >= 0 && f.t.Lemma(h) == "turn" {
			cut = rapporteur.Span{Start: p.Spans[0].Start + len("over "), End: p.Spans[0].End}
		}
	}
	if cut.Empty() {
		return p
	}
	p.Name, p.Spans = f.t.Text(cut), []rapporteur.Span{cut}
	return p
}

// unburdened takes from names of participants the phrases that match m has as words of its own,
// which the tree hangs on them: "relieved two officers [of their duties]".
func (f *finder) unburdened(ps []rapporteur.Participant, m *match) {
	for _, w := range m.words {
		c := f.t.Child(w, "case")
		if c < 0 || c > w {
			continue
		}
		at := f.t.Tokens[c].Span.Start
		for i := range ps {
			p := &ps[i]
			if len(p.Spans) != 1 || p.Spans[0].Start >= at || p.Spans[0].End < f.t.Tokens[w].Span.End || p.Actor >= 0 && f.cast.Actors[p.Actor].Key != "" || f.t.Text(p.Spans[0]) != p.Name {
				continue
			}
			cut := rapporteur.Span{Start: p.Spans[0].Start, End: f.t.Tokens[c-1].Span.End}
			p.Name, p.Spans = f.t.Text(cut), []rapporteur.Span{cut}
		}
	}
}
