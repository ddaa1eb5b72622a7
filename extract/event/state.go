package event

import (
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/knowledge"
	"rapporteur/knowledge/plover"
)

// stateOf is the state that the place p means where it stands for a government.
func (f *finder) stateOf(at, p int) rapporteur.Participant {
	place := &f.places[p]
	if place.Country == "" {
		return rapporteur.Participant{}
	}
	return f.state(place.Country, place.Span)
}

// state is the state with an alpha-3 code as a participant, by the words of span.
func (f *finder) state(code string, span rapporteur.Span) rapporteur.Participant {
	spans := []rapporteur.Span{span}
	for i := range f.cast.Actors {
		a := &f.cast.Actors[i]
		if a.Kind == rapporteur.ActorState && a.Country == code {
			return rapporteur.Participant{Name: a.Name, Actor: i, Spans: spans}
		}
	}
	if c := knowledge.CountryByCode(code); c != nil {
		return rapporteur.Participant{Name: c.Name, Actor: none, Spans: spans}
	}
	return rapporteur.Participant{}
}

// demonym is the code of the country that token i is the adjective of before a
// noun, or "": "Norwegian" in "the Norwegian refusal".
func (f *finder) demonym(i int) string {
	if i+2 < len(f.t.Tokens) && f.t.Word(i+1) == "-" && (f.t.Lemma(i+2) == "lead" || f.t.Lemma(i+2) == "led") {
		if code := demonyms()[f.t.Word(i)]; code != "" {
			return code // "the US-led raid", whatever the tree makes of it
		}
		return lands()[f.t.Word(i)]
	}
	if !f.t.Is(i, "amod", "compound", "nmod") {
		return ""
	}
	return demonyms()[f.t.Word(i)]
}

// lands are the codes of countries whose names are one word: "Rwanda" in "the Rwanda-led force".
var lands = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, c := range knowledge.Countries() {
		if !strings.Contains(c.Name, " ") {
			out[c.Name] = c.Code
		}
	}
	return out
})

var demonyms = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, c := range knowledge.Countries() {
		for _, a := range c.Adjectives {
			if !a.Ambiguous {
				out[a.Text] = c.Code
			}
		}
	}
	return out
})

// seat reports whether the noun phrase headed by at is a state or its capital,
// which may stand for the government.
func (f *finder) seat(at int) bool {
	p := f.placeAt(at)
	if p < 0 {
		return false
	}
	k := f.places[p].Kind
	return k == "PPLC" || strings.HasPrefix(k, "PCL")
}

// inhabited reports whether the noun phrase headed by at is a town or a land: who goes to a
// bridge or a hall visits nobody.
func (f *finder) inhabited(at int) bool {
	p := f.placeAt(at)
	if p < 0 {
		return false
	}
	switch k := f.places[p].Kind; {
	case k == "":
		w := f.t.Lemma(at)
		return !plover.IsOf(premises, w, func(int) string { return "" }) && w != "tower" && w != "square" && w != "bridge" && w != "hall"
	case k[0] == 'P', k[0] == 'A', k == "RGN", k == "ISL", k == "ISLS":
		return true
	}
	return false
}

// placeAt is the index of the place whose words hold token i, or none.
func (f *finder) placeAt(i int) int {
	if i < 0 {
		return none
	}
	return spanAt(len(f.places), f.t.Tokens[i].Span, func(k int) rapporteur.Span { return f.places[k].Span })
}

// dated reports whether token i is of a date.
func (f *finder) dated(i int) bool {
	return i >= 0 && spanAt(len(f.dates), f.t.Tokens[i].Span, func(k int) rapporteur.Span { return f.dates[k].Span }) >= 0
}

// entityAt is the named entity that holds token i, or nil.
func (f *finder) entityAt(i int) *rapporteur.Entity {
	e := f.t.Entities
	if k := spanAt(len(e), f.t.Tokens[i].Span, func(k int) rapporteur.Span { return e[k].Span }); k >= 0 {
		return &e[k]
	}
	return nil
}

// spanAt is the index of the one of n ascending spans that contains s, or none.
func spanAt(n int, s rapporteur.Span, span func(int) rapporteur.Span) int {
	lo, hi := 0, n
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if span(mid).Start <= s.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo > 0 && span(lo-1).Contains(s) {
		return lo - 1
	}
	return none
}
