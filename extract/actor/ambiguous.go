package actor

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge"
)

// settle leaves ambiguous names only where the report supports one reading:
// it names the row otherwise or, where nobody bears the name by right, the
// row's country more than a rival's.
func (f *finder) settle() {
	ambiguous := false
	rows := map[any]bool{}
	countries := map[string]int{}
	for i, h := range f.hits {
		fighting := len(h.Senses) == 1 && i+1 < len(f.hits) && f.hits[i+1].First == h.End && slices.ContainsFunc(f.hits[i+1].Senses, func(s knowledge.Sense) bool {
			return s.Noun != nil && s.Noun.Class == "fighter" && s.Noun.Kind == rapporteur.ActorArmedGroup
		}) // "VPF rebels"
		for k := range h.Senses {
			s := &h.Senses[k]
			if !s.Ambiguous && !fighting && f.needsSupport(h, s) {
				s.Ambiguous = true
			}
			if s.Ambiguous {
				ambiguous = true
				continue
			}
			if row := rowOf(*s); row != nil {
				rows[row] = true
			}
			if code := countryOf(*s); code != "" {
				countries[code]++
			}
		}
	}
	if !ambiguous {
		return
	}
	for i := range f.hits {
		f.hits[i].Senses = supported(f.hits[i].Senses, rows, countries)
	}
}

// needsSupport reports whether a name of the tables is too common to be read
// where nothing else speaks of its country: parties are called alike
// everywhere, and three letters may be anything.
func (f *finder) needsSupport(h knowledge.Hit, s *knowledge.Sense) bool {
	if s.Body == nil || s.Body.Country == "" {
		return false
	}
	switch s.Body.Class {
	case "party", "coalition", "movement", "union":
		return true
	case "armed-group", "front", "army":
		return h.End-h.First == 1 && abbreviation(f.t.Word(h.First))
	}
	return false
}

// supported is senses without the ambiguous ones, but for the best supported
// of them where there is one. Where one sense is not ambiguous, only a row that
// the report names otherwise takes its place.
func supported(senses []knowledge.Sense, rows map[any]bool, countries map[string]int) []knowledge.Sense {
	const named = 1 << 20
	best, bestScore, tie, byRight := any(nil), 0, false, false
	for _, s := range senses {
		if !s.Ambiguous {
			byRight = byRight || s.Noun == nil
			continue
		}
		score := countries[countryOf(s)]
		if rows[rowOf(s)] {
			score += named
		}
		switch {
		case score > bestScore:
			best, bestScore, tie = rowOf(s), score, false
		case score == bestScore && rowOf(s) != best:
			tie = true
		}
	}
	if best == nil || tie || byRight && bestScore < named {
		best = nil
	}
	return slices.DeleteFunc(senses, func(s knowledge.Sense) bool {
		if best != nil && s.Noun == nil {
			return rowOf(s) != best
		}
		return s.Ambiguous
	})
}

// rowOf is the row of the tables that s belongs to; nil for a noun.
func rowOf(s knowledge.Sense) any {
	switch {
	case s.Country != nil:
		return s.Country
	case s.Part != nil:
		return s.Part
	case s.Body != nil:
		return s.Body
	case s.People != nil:
		return s.People
	}
	return nil
}

// countryOf is the code of the country that s speaks for, or "".
func countryOf(s knowledge.Sense) string {
	switch {
	case s.Country != nil:
		return s.Country.Code
	case s.Part != nil:
		return s.Part.Country
	case s.Body != nil:
		return s.Body.Country
	case s.People != nil:
		return s.People.Country
	}
	return ""
}
