package actor

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge"
)

// mendEntities sets right the named entities that run over the edge of a name:
// what the model of names takes for one though the tables, the days of the week
// or the title before it say that it is two, or none. It reads the hits of the
// tables before they are weighed against the entities.
func (f *finder) mendEntities(hits []knowledge.Hit) {
	f.hits = hits
	for i, h := range hits {
		for k := h.First; k < h.End; k++ {
			f.hitAt[k] = int32(i) + 1
		}
	}
	var out []rapporteur.Entity
	changed := false
	for n, e := range f.entities {
		mended := f.mendEntity(e)
		if !changed && len(mended) == 1 && mended[0] == e {
			continue
		}
		if !changed {
			changed, out = true, append(out, f.entities[:n]...)
		}
		out = append(out, mended...)
	}
	if changed {
		f.entities = out
	}
	f.addDubbed()
	clear(f.hitAt)
	clear(f.entityAt)
	for n, e := range f.entities {
		for i := max(e.First, 0); i < min(e.End, len(f.entityAt)); i++ {
			f.entityAt[i] = int32(n) + 1
		}
	}
}

// mendEntity is what e is by the words in it and before it: itself, another, or
// two.
func (f *finder) mendEntity(e rapporteur.Entity) []rapporteur.Entity {
	t := f.t
	if e.First < 0 || e.End > len(t.Tokens) || e.First >= e.End {
		return []rapporteur.Entity{e}
	}
	switch e.Type {
	case rapporteur.EntityPerson, rapporteur.EntityOrganization, rapporteur.EntityMisc, rapporteur.EntityLocation:
	default:
		return []rapporteur.Entity{e}
	}
	for e.End-e.First > 1 && weekday(t.Word(e.End-1)) {
		e = f.cut(e, e.First, e.End-1) // "Velm Saturday"
	}
	for e.End-e.First > 1 && weekday(t.Word(e.First)) && t.Tokens[e.First+1].UPOS == "PROPN" {
		e = f.cut(e, e.First+1, e.End)
	}
	if e.Type == rapporteur.EntityLocation {
		if f.surnamed(e) {
			e.Type = rapporteur.EntityPerson
		} else if f.dubbed(e.First) != nil {
			e.Type = rapporteur.EntityOrganization
		}
		return []rapporteur.Entity{e}
	}
	if k := f.joint(e); k >= 0 {
		after := k + 1
		for after < e.End-1 && t.Tokens[after].UPOS == "DET" {
			after++
		}
		return []rapporteur.Entity{f.cut(e, e.First, k), f.cut(e, after, e.End)}
	}
	if e.Type == rapporteur.EntityOrganization && e.First > 0 && ordinal(t.Word(e.First-1)) && t.SentenceOf(e.First-1) == t.SentenceOf(e.First) {
		e = f.cut(e, e.First-1, e.End) // the "33rd" of "33rd Infantry Battalion"
	}
	if first := f.overrun(e); first > 0 {
		e = f.cut(e, first, e.End)
		e.Type = rapporteur.EntityPerson
	} else if e.Type == rapporteur.EntityOrganization && f.titled(e) {
		e.Type = rapporteur.EntityPerson
	}
	if e.Type == rapporteur.EntityPerson && f.dubbed(e.First) != nil {
		e.Type = rapporteur.EntityOrganization
	}
	return []rapporteur.Entity{e}
}

// ordinal reports whether a word is a number with its ending: "33rd".
func ordinal(word string) bool {
	n := len(word)
	if n < 3 || word[0] < '0' || word[0] > '9' {
		return false
	}
	switch word[n-2:] {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// cut is e made of the tokens [first, end).
func (f *finder) cut(e rapporteur.Entity, first, end int) rapporteur.Entity {
	e.First, e.End, e.Span = first, end, f.t.SpanOf(first, end)
	return e
}

// joint is the "and" within e beside which stands the whole name of a body of
// the tables: two bodies, not one. None where there is none.
func (f *finder) joint(e rapporteur.Entity) int {
	for k := e.First + 1; k < e.End-1; k++ {
		if f.t.Word(k) != "and" || f.hitAt[k] > 0 {
			continue
		}
		before, after := f.wholeBody(e.First, k), f.wholeBody(k+1, e.End)
		if before != nil || after != nil && (after.Kind == rapporteur.ActorArmedGroup || after.Class == "party") {
			return k // but the "Defence and Security Council" is one
		}
	}
	return rapporteur.None
}

// wholeBody is the body of the tables that tokens [first, end), an article aside,
// are the name of, or nil.
func (f *finder) wholeBody(first, end int) *knowledge.Body {
	for first < end-1 && f.t.Tokens[first].UPOS == "DET" {
		first++
	}
	h := f.hit(first)
	if h == nil || h.First != first || h.End != end {
		return nil
	}
	for _, s := range h.Senses {
		if s.Body != nil && !s.Ambiguous {
			return s.Body
		}
	}
	return nil
}

// overrun is the token at which a person's name begins within e, where the
// object of a preposition stands before it without a break: "UN envoy on
// [Velm Aster Vale]", "director of [Amnesty International Aster Vale]". 0 where
// e is no such thing.
func (f *finder) overrun(e rapporteur.Entity) int {
	t := f.t
	if e.First == 0 {
		return 0
	}
	before := e.First - 1
	for before > 0 && t.Tokens[before].UPOS == "DET" {
		before--
	}
	if t.Tokens[before].UPOS != "ADP" || t.SentenceOf(before) != t.SentenceOf(e.First) {
		return 0
	}
	title := before > 0 && f.sense(before-1, func(s knowledge.Sense) bool { return s.Noun != nil && s.Noun.Title }) != nil
	h := f.hit(e.First)
	if h == nil && title && e.Type == rapporteur.EntityPerson && before < e.First-1 && e.End-e.First > 2 && knowledge.Gender(t.Word(e.First)) == knowledge.Unknown {
		return e.First + 1 // nobody's name has an article: "envoy for the [Vale Aster Tarn]"
	}
	if h == nil || h.First != e.First || e.End-h.End < 2 || e.End-h.End > 5 {
		return 0
	}
	switch {
	case e.Type == rapporteur.EntityPerson:
		if f.sense(e.First, func(s knowledge.Sense) bool { return s.Country != nil && s.Form == knowledge.FormName }) == nil ||
			!title && knowledge.Gender(t.Word(e.First)) != knowledge.Unknown {
			return 0
		}
	case !title || f.sense(e.First, func(s knowledge.Sense) bool { return s.Body != nil || s.Country != nil }) == nil:
		return 0
	}
	for i := h.End; i < e.End; i++ {
		if f.hitAt[i] > 0 || t.Tokens[i].UPOS != "PROPN" && t.Tokens[i].UPOS != "PUNCT" {
			return 0
		}
	}
	return h.End
}

// surnamed reports whether e, taken for a place, is a given name with the
// surname that a person has elsewhere in the report.
func (f *finder) surnamed(e rapporteur.Entity) bool {
	if e.End-e.First < 2 || f.hitAt[e.First] > 0 || knowledge.Gender(f.t.Word(e.First)) == knowledge.Unknown {
		return false
	}
	last := f.t.Word(e.End - 1)
	return slices.ContainsFunc(f.t.Entities, func(p rapporteur.Entity) bool {
		return p.Type == rapporteur.EntityPerson && p.End <= len(f.t.Tokens) && p.End > 0 && f.t.Word(p.End-1) == last
	})
}

// titled reports whether e, taken for an organisation, is a person with the
// style before the name: "King Aster", "General Vale".
func (f *finder) titled(e rapporteur.Entity) bool {
	h := f.hit(e.First)
	if h == nil || h.First != e.First || h.End >= e.End || e.End-h.End > 3 || e.First > 0 && f.t.Tokens[e.First-1].UPOS == "DET" {
		return false
	}
	s := f.sense(e.First, isNoun)
	if s == nil || !s.Noun.Title || s.Form != knowledge.FormNoun || s.Noun.Class != "head" && s.Noun.Class != "honorific" && s.Noun.Class != "military" {
		return false
	}
	for i := h.End; i < e.End; i++ {
		if f.hitAt[i] > 0 || f.t.Tokens[i].UPOS != "PROPN" {
			return false
		}
	}
	return true
}

// dubbed is the noun of those who are given the name that begins at token
// first: the "militia" of "a militia dubbed Tarn", "a group known as the Tarn".
// Nil where there is none, or what it names is no group.
func (f *finder) dubbed(first int) *knowledge.Noun {
	t := f.t
	i := first - 1
	for i > 0 && (t.Tokens[i].UPOS == "DET" || t.Tokens[i].UPOS == "PUNCT" && t.Word(i) != "," && t.Word(i) != ".") {
		i--
	}
	if i > 0 && t.Word(i) == "as" && t.Word(i-1) == "known" {
		i--
	} else if i <= 0 || t.Word(i) != "dubbed" && t.Word(i) != "called" && t.Word(i) != "nicknamed" && t.Word(i) != "named" {
		return nil
	}
	if i == 0 || t.SentenceOf(i-1) != t.SentenceOf(first) {
		return nil
	}
	s := f.sense(i-1, isNoun)
	if s == nil || s.Noun.Title || s.Form != knowledge.FormNoun || s.Noun.Class != "group" && (s.Noun.Class != "fighter" || !collective(s.Noun.Singular)) {
		return nil
	}
	return s.Noun
}

// addDubbed adds the names that only "dubbed" and its like show to be such.
func (f *finder) addDubbed() {
	t := f.t
	for i := 1; i < len(t.Tokens); i++ {
		if t.Tokens[i].UPOS != "PROPN" || t.Tokens[i-1].UPOS == "PROPN" || f.hitAt[i] > 0 || f.dubbed(i) == nil || f.inEntity(i) {
			continue
		}
		end := i + 1
		for end < len(t.Tokens) && t.Tokens[end].UPOS == "PROPN" && t.SentenceOf(end) == t.SentenceOf(i) && f.hitAt[end] == 0 && !f.inEntity(end) {
			end++
		}
		e := f.cut(rapporteur.Entity{Type: rapporteur.EntityOrganization}, i, end)
		at, _ := slices.BinarySearchFunc(f.entities, i, func(e rapporteur.Entity, i int) int { return e.First - i })
		f.entities = slices.Insert(slices.Clone(f.entities), at, e)
	}
}

// inEntity reports whether token i stands in one of the entities.
func (f *finder) inEntity(i int) bool {
	return slices.ContainsFunc(f.entities, func(e rapporteur.Entity) bool { return e.First <= i && i < e.End })
}
