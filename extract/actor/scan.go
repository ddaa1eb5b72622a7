package actor

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge"
)

// scan finds the names, titles and roles of the tables, drops those that the
// named entities contradict, and settles the ambiguous ones.
func (f *finder) scan() {
	t := f.t
	scanner := knowledge.NewScanner()
	hits := make([]knowledge.Hit, 0, len(t.Tokens)/6)
	for _, s := range t.Sentences {
		if !s.Boilerplate {
			hits = scanner.Scan(hits, s.First, s.End, t.Word)
		}
	}
	f.mendEntities(hits)
	f.dropTitles(hits)
	f.hits = hits[:0]
	for _, h := range hits {
		if h.Senses = f.plausible(h); len(h.Senses) > 0 {
			f.hits = append(f.hits, h)
		}
	}
	f.begun = make([]bool, len(f.hits))
	f.settle()
	for i, h := range f.hits {
		for k := h.First; k < h.End && len(h.Senses) > 0; k++ {
			f.hitAt[k] = int32(i) + 1
		}
	}
}

// dropTitles forgets the named entities that are titles ("U.N. Special Envoy
// for Velm"), so that what they are made of is read.
func (f *finder) dropTitles(hits []knowledge.Hit) {
	for _, h := range hits {
		e := f.entity(h.First)
		if e == nil || e.Type != rapporteur.EntityMisc && e.Type != rapporteur.EntityOrganization && e.Type != rapporteur.EntityProduct {
			continue
		}
		office := slices.ContainsFunc(h.Senses, func(s knowledge.Sense) bool {
			return s.Noun != nil && s.Noun.Kind == rapporteur.ActorOffice && s.Noun.Class != "delegation"
		})
		if head := f.headOf(e.First, e.End); office && h.First <= head && head < h.End {
			for i := e.First; i < e.End; i++ {
				f.entityAt[i] = 0
			}
		}
	}
}

// plausible is the senses of h that the language layer allows where it stands.
func (f *finder) plausible(h knowledge.Hit) []knowledge.Sense {
	t := f.t
	e := f.entity(h.First)
	if e == nil {
		e = f.entity(h.End - 1)
	}
	equal := e != nil && e.First <= h.First && h.End <= e.End && f.sameWords(*e, h)
	nominal := false
	for i := h.First; i < h.End; i++ {
		switch t.Tokens[i].UPOS {
		case "PROPN", "NOUN", "ADJ", "X":
			nominal = true
		}
	}
	return slices.DeleteFunc(h.Senses, func(s knowledge.Sense) bool {
		if s.Noun != nil {
			if s.Noun.Class == "name-part" && (e == nil || e.Type != rapporteur.EntityOrganization) {
				return true
			}
			// "Judge" in "Ann Judge", "Bishop" in "Julie Bishop"; but "Gen." in "Gen. Vale".
			return !nominal && !(s.Noun.Title && s.Form == knowledge.FormNoun && f.beforePerson(h.End)) || e != nil && e.Type == rapporteur.EntityPerson && h.First > e.First
		}
		if s.Form == knowledge.FormAdjective && f.continental(h.First) {
			return true
		}
		switch {
		case e != nil && s.Body != nil && s.Body.Outlet() && e.First < h.First && !equal:
			return true // "Liberation" of "Velm Liberation Army" is no newspaper
		case e == nil:
			return !nominal
		case e.Type == rapporteur.EntityPerson:
			// The tables know bodies better than the model does, but "Jordan" may be anybody.
			return !equal || s.Body == nil && f.partOfName(h)
		case e.Type == rapporteur.EntityDate || e.Type == rapporteur.EntityMoney:
			return !equal && s.Form != knowledge.FormAdjective
		}
		return false
	})
}

// beforePerson reports whether a person's name begins at token i: what stands
// before it is a title, whatever the tagger says.
func (f *finder) beforePerson(i int) bool {
	if i >= len(f.t.Tokens) {
		return false
	}
	e := f.entity(i)
	return e != nil && e.Type == rapporteur.EntityPerson && e.First == i
}

// continental reports whether the adjective at token i is that of a part of a
// continent: the "American" of "South American".
func (f *finder) continental(i int) bool {
	if i == 0 || f.t.SentenceOf(i-1) != f.t.SentenceOf(i) {
		return false
	}
	switch f.t.Word(i - 1) {
	case "South", "North", "Central", "Latin", "West", "East", "Southern", "Northern", "Western", "Eastern", "Native", "African":
		return true
	}
	return false
}

// sameWords reports whether e is what h covers, but for an article, a
// possessive ending, or words in small letters.
func (f *finder) sameWords(e rapporteur.Entity, h knowledge.Hit) bool {
	for i := e.First; i < e.End; i++ {
		if i == h.First {
			i = h.End - 1
			continue
		}
		t := &f.t.Tokens[i]
		if t.UPOS == "DET" || t.XPOS == "POS" {
			continue
		}
		// "The powerful Hamas movement": small letters are no part of a name.
		if w := f.t.Word(i); (t.UPOS != "NOUN" && t.UPOS != "ADJ" && t.UPOS != "PUNCT" && t.UPOS != "VERB") || w[0] >= 'A' && w[0] <= 'Z' {
			return false
		}
	}
	return true
}

// partOfName reports whether a longer name of a person in the report has the
// words of h.
func (f *finder) partOfName(h knowledge.Hit) bool {
	word := f.t.Word(h.First)
	for _, e := range f.entities {
		if e.Type == rapporteur.EntityPerson && e.End-e.First > h.End-h.First {
			for i := e.First; i < e.End; i++ {
				if f.t.Word(i) == word {
					return true
				}
			}
		}
	}
	return false
}

// count counts the countries that the report names, and finds the one it is
// about: named at least three times and twice as often as any other, or twice
// where no other is named.
func (f *finder) count() {
	fighting := map[string]bool{}
	for _, h := range f.hits {
		seen := ""
		for _, s := range h.Senses {
			// Where an outlet or a company is from, a group that fights, or the
			// capital that talks are held in, is not what the report is about.
			if s.Body != nil && s.Body.Kind == rapporteur.ActorArmedGroup && s.Body.Country != "" {
				fighting[s.Body.Country] = true
			}
			if s.Body != nil && (s.Body.Outlet() || s.Body.Class == "company" || s.Body.Kind == rapporteur.ActorArmedGroup) || s.Form == knowledge.FormSeat && f.located(f.headOf(h.First, h.End)) {
				continue
			}
			if code := countryOf(s); code != "" && code != seen {
				f.countries[code]++
				seen = code
			}
		}
	}
	lands := map[int32]int{}
	for i, land := range f.landAt {
		if land > 0 && (i == 0 || f.landAt[i-1] != land) {
			lands[land]++
		}
	}
	first, second, code, land := 0, 0, "", int32(0)
	rank := func(n int) bool {
		switch {
		case n > first:
			first, second = n, first
			return true
		case n > second:
			second = n
		}
		return false
	}
	for c, n := range f.countries {
		if rank(n) {
			code = c
		}
	}
	for l, n := range lands {
		if rank(n) {
			land = l
		}
	}
	switch {
	case first == 2 && len(fighting) == 1 && !fighting[code] && code != "":
		// Named twice, and those who fight are another's: as like as not a mediator.
	case first == 1 && second == 0 && len(fighting) == 1 && fighting[code]:
		f.focus = f.state(code) // the only country, and the only fighters are its own
	case first == 1 && second == 0 && code != "" && f.national(code):
		f.focus = f.state(code)
	case first < 2 || first < 3 && second > 0 || first < 2*second:
	case land > 0:
		f.focus = int(land) - 1
	default:
		f.focus = f.state(code)
	}
}

// national reports whether the report names the country within the name of a
// body: "the Velmish Nurses' Organisation".
func (f *finder) national(code string) bool {
	for _, h := range f.hits {
		e := f.entity(h.First)
		if e == nil || e.Type != rapporteur.EntityOrganization || e.First != h.First || e.End <= h.End {
			continue
		}
		if slices.ContainsFunc(h.Senses, func(s knowledge.Sense) bool { return s.Body == nil && countryOf(s) == code }) {
			return true
		}
	}
	return false
}

// sense is the first sense of the hit at token i that is of the given sort, or nil.
func (f *finder) sense(i int, is func(knowledge.Sense) bool) *knowledge.Sense {
	h := f.hit(i)
	if h == nil {
		return nil
	}
	for k := range h.Senses {
		if is(h.Senses[k]) {
			return &h.Senses[k]
		}
	}
	return nil
}

// The sorts of sense that the finders ask for.
func isNoun(s knowledge.Sense) bool { return s.Noun != nil }
func isBody(s knowledge.Sense) bool { return s.Body != nil }
func isState(s knowledge.Sense) bool {
	return s.Country != nil && s.Form == knowledge.FormName
}
func isSeat(s knowledge.Sense) bool { return s.Form == knowledge.FormSeat }
func isPlural(s knowledge.Sense) bool {
	return s.Form == knowledge.FormPlural
}
func isAdjective(s knowledge.Sense) bool { return s.Form == knowledge.FormAdjective }
