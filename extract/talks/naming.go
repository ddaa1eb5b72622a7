package talks

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge"
)

// nameOf is how the record names a side: a state, but its government where it
// has it out with somebody at home; those whom only a noun names, with their
// country ("the rebels" as "South Sudanese rebels").
func (f *finder) nameOf(i int) string {
	a := f.who(i)
	switch {
	case a.Kind == rapporteur.ActorState && a.Key != "" && f.atHome(i):
		for k := range f.count() {
			g := f.who(k)
			if g.Kind == rapporteur.ActorGovernment && g.Of == i && g.Key == "" && f.classOf(k) == "body" && strings.HasSuffix(g.Name, " government") {
				return g.Name
			}
		}
		if adjective := adjectiveOf(a.Key); adjective != "" {
			return adjective + " government"
		}
	case a.Kind == rapporteur.ActorGovernment && a.Key == "" && backed(a.Name):
		if adjective := adjectiveOf(f.theme()); adjective != "" {
			return adjective + " government"
		}
	case a.Key == "" && (a.Name == "opposition" || a.Name == "rebels" || a.Name == "government" || a.Name == "separatists"):
		if adjective := adjectiveOf(f.theme()); adjective != "" {
			return adjective + " " + a.Name
		}
	}
	return a.Name
}

// backed reports whether a government is named only by who stands behind it or
// takes it for one: "Oster-backed government".
func backed(name string) bool {
	before, ok := strings.CutSuffix(name, " government")
	if !ok {
		return false
	}
	for _, end := range []string{"-backed", "-supported", "-led", "internationally recognized", "internationally recognised", "internationally-recognized", "internationally-recognised"} {
		if strings.HasSuffix(before, end) {
			return true
		}
	}
	return false
}

// theme is the country of the one state among the actors that sit at the table,
// or else of the state that the report names first; "" without one.
func (f *finder) theme() string {
	country, first := "", len(f.t.Article.Text)
	for _, s := range f.parties {
		if a := f.who(s.actor); a.Country != "" {
			return a.Country
		}
	}
	for i := range f.count() {
		if a := f.who(i); a.Kind == rapporteur.ActorState && a.Key != "" && f.first(i) < first && !f.absent(i) {
			country, first = a.Key, f.first(i)
		}
	}
	return country
}

// adjectiveOf is the word for what belongs to a country: "Kenyan".
func adjectiveOf(code string) string {
	if c := knowledge.CountryByCode(code); c != nil && len(c.Adjectives) > 0 {
		return c.Adjectives[0].Text
	}
	return ""
}

// atHome reports whether no party but i is a state, and one of them is of that
// state's country or of none that is known.
func (f *finder) atHome(i int) bool {
	country, home := f.who(i).Country, false
	for _, s := range f.parties {
		a := f.who(s.actor)
		switch {
		case s.actor == i:
		case a.Kind == rapporteur.ActorState || primary(a) == "EUR":
			return false
		case a.Country == country || a.Country == "" && a.Kind != rapporteur.ActorState && !f.intermediary(a):
			home = true
		}
	}
	return home
}

// participants are sides as the record has them.
func (f *finder) participants(in []side) []rapporteur.Participant {
	var out []rapporteur.Participant
	for _, s := range in {
		actor := s.actor
		if actor >= len(f.cast.Actors) {
			actor = rapporteur.None
		}
		out = append(out, rapporteur.Participant{Name: s.name, Actor: actor, Spans: f.namedIn(s)})
	}
	return out
}

// namedIn is where the sentences that show s to take part name it, or those who
// act for it, the first mention in each; where they only mean it ("both sides"),
// the words that show it.
func (f *finder) namedIn(s side) []rapporteur.Span {
	slices.SortFunc(s.spans, rapporteur.Span.Compare)
	mentions := slices.Clone(f.who(s.actor).Mentions)
	for i := range f.count() {
		if i != s.actor && f.seatOf(i) == s.actor {
			mentions = append(mentions, f.who(i).Mentions...)
		}
	}
	slices.SortFunc(mentions, rapporteur.Span.Compare)
	var out []rapporteur.Span
	for _, shown := range s.spans {
		sentence := f.t.Sentences[f.t.SentenceOf(f.tokenAt(shown.Start))].Span
		words := shown
		if k := slices.IndexFunc(mentions, sentence.Contains); k >= 0 {
			words = mentions[k]
		}
		if !slices.Contains(out, words) {
			out = append(out, words)
		}
	}
	return out
}
