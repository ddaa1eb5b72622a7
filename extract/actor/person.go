package actor

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge"
)

// A nameUse is one place where a person is named.
type nameUse struct {
	head       int
	first, end int // tokens of the name, titles aside
	words      []string
}

// findPersons gives every named person one identity: full names first, then
// the shorter forms against them ("Vale", "Mr. Aster").
func (f *finder) findPersons() {
	uses := f.nameUses()
	order := make([]int, len(uses))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if h, k := f.heading(uses[a].first), f.heading(uses[b].first); h != k {
			if k {
				return -1
			}
			return 1
		}
		return len(uses[b].words) - len(uses[a].words)
	})
	var persons []int
	for _, u := range order {
		use := &uses[u]
		id := f.personNamed(persons, use)
		if id < 0 && f.heading(use.first) {
			continue
		}
		if id < 0 {
			id = f.add(identity{
				Actor: rapporteur.Actor{Kind: rapporteur.ActorPerson, Rule: "actor/person"},
				words: use.words, gender: knowledge.Gender(f.t.Word(use.first)),
			})
			persons = append(persons, id)
		}
		span := f.t.SpanOf(use.first, use.end)
		f.addVariant(id, f.t.Text(span), len(use.words))
		f.mention(use.head, span, id)
		for i := use.first; i < use.end; i++ {
			f.at[i] = f.at[use.head]
		}
	}
	for _, use := range uses {
		f.joinAlias(use)
	}
}

// joinAlias makes one of the two persons of "Aster Vale, alias Commander Tarn".
func (f *finder) joinAlias(use nameUse) {
	i := use.first - 1
	for i > 0 && (f.t.Tokens[i].UPOS == "DET" || f.sense(i, isNoun) != nil) {
		i--
	}
	if i < 1 || f.t.SentenceOf(i) != f.t.SentenceOf(use.first) {
		return
	}
	switch f.t.Word(i) {
	case "alias", "aka", "a.k.a.":
		i--
	default:
		return
	}
	for i > 0 && (f.t.Word(i) == "," || f.t.Word(i) == "(") {
		i--
	}
	id, other := f.who(i), f.who(use.head)
	if id < 0 || other < 0 || id == other || f.identities[id].Kind != rapporteur.ActorPerson {
		return
	}
	for m := range f.mentions {
		for p := range f.mentions[m].parts {
			if f.mentions[m].parts[p].actor == other {
				f.mentions[m].parts[p].actor = id
			}
		}
	}
	f.heads[id] = append(f.heads[id], f.heads[other]...)
	slices.Sort(f.heads[id])
	f.heads[other], f.identities[other].words = nil, nil
}

// nameUses are the places where persons are named, ascending.
func (f *finder) nameUses() []nameUse {
	var uses []nameUse
	entities := f.entities
	for k := 0; k < len(entities); k++ {
		e := entities[k]
		if e.Type != rapporteur.EntityPerson || f.entityAt[e.First] != int32(k)+1 {
			continue // none, or what has been read as something else
		}
		// The model may cut a long name in two.
		for k+1 < len(entities) && entities[k+1].Type == rapporteur.EntityPerson && (entities[k+1].First == e.End && f.t.Is(entities[k+1].First, "flat") || f.bracketed(e, entities[k+1].First)) {
			k++
			e.End = entities[k].End
		}
		if f.militia(e) {
			continue
		}
		if h := f.hit(e.First); h != nil && slices.ContainsFunc(h.Senses, func(s knowledge.Sense) bool { return s.Noun == nil }) {
			continue // what scan kept inside a person's name is a body after all
		}
		if use, ok := f.nameUse(e.First, e.End); ok {
			uses = append(uses, use)
		}
	}
	for i := range f.t.Tokens {
		if f.untaggedName(i) {
			end := i + 1
			for end < len(f.t.Tokens) && f.t.Tokens[end].Head == i && f.t.Is(end, "flat") {
				end++
			}
			if use, ok := f.nameUse(i, end); ok {
				uses = append(uses, use)
			}
		}
	}
	slices.SortFunc(uses, func(a, b nameUse) int { return a.first - b.first })
	return uses
}

// bracketed reports whether e is a given name in brackets before the surname at
// token next: "President (Aster) Vale".
func (f *finder) bracketed(e rapporteur.Entity, next int) bool {
	return e.First > 0 && next == e.End+1 && f.t.Word(e.End) == ")" && f.t.Word(e.First-1) == "(" && f.t.SentenceOf(e.First) == f.t.SentenceOf(next)
}

// untaggedName reports whether token i is a proper noun that a title makes a
// person, though no named entity says so: "Commander Vale".
func (f *finder) untaggedName(i int) bool {
	t := f.t.Tokens[i]
	if t.UPOS != "PROPN" || f.entityAt[i] > 0 || f.hitAt[i] > 0 {
		return false
	}
	title := f.t.Child(i, "nmod:desc")
	if title < 0 || title > i {
		return false
	}
	s := f.sense(title, isNoun)
	return s != nil && s.Noun.Title && s.Form == knowledge.FormNoun
}

// nameUse is the name of a person in tokens [first, end) without titles before
// it and the possessive after it.
func (f *finder) nameUse(first, end int) (nameUse, bool) {
	t := f.t
	for first < end {
		// "President" goes, and the "Israeli" of "Israeli President" with it.
		h := f.hit(first)
		if h == nil || h.First > first || h.First < first && f.sense(first, isNoun) == nil {
			break // (The "Gen" of "Lt Gen Vale" goes too.)
		}
		title := f.sense(first, isNoun) != nil
		if !title && (h.End >= end || f.sense(h.End, isNoun) == nil) {
			break
		}
		first = min(h.End, end)
	}
	for first < end && (t.Tokens[first].UPOS == "PUNCT" || t.Tokens[first].UPOS == "DET" || first+1 < end && weekday(t.Word(first))) {
		first++ // "On Sunday Vale said"
	}
	for end > first && (t.Tokens[end-1].UPOS == "PUNCT" || t.Tokens[end-1].XPOS == "POS") {
		end--
	}
	// "Ban Ki" of "Ban Ki-moon": a name does not end before a hyphen.
	for end > first && f.hyphen(end) && f.touch(end-1, end) && f.touch(end, end+1) && t.SentenceOf(end+1) == t.SentenceOf(end) {
		end += 2
	}
	for first > 1 && f.hyphen(first-1) && f.touch(first-2, first-1) && f.touch(first-1, first) && t.Tokens[first-2].UPOS == "PROPN" && t.SentenceOf(first-2) == t.SentenceOf(first) && f.hitAt[first-2] == 0 {
		first -= 2 // nor begin behind one: the "Cyr" of "Saint-Cyr"
	}
	for i := end - 2; i > first; i-- {
		if t.Tokens[i].XPOS == "POS" {
			first = i + 1 // "Hamas's Aster Vale", taken for one name
			break
		}
	}
	use := nameUse{first: first, end: end}
	for i := first; i < end; i++ {
		if t.Tokens[i].UPOS != "PUNCT" {
			use.words = append(use.words, strings.ToLower(strings.Trim(t.Word(i), ".,'’")))
		}
	}
	if len(use.words) == 0 || len(use.words) > 8 {
		return use, false
	}
	use.head = f.headOf(first, end)
	return use, true
}

// militia reports whether e, taken for a person, is the name of the armed group
// whose sort stands right after it: "the Tarn-Osk militia".
func (f *finder) militia(e rapporteur.Entity) bool {
	if e.End >= len(f.t.Tokens) || f.t.SentenceOf(e.End) != f.t.SentenceOf(e.First) || f.t.Is(e.First, "flat") {
		return false
	}
	if f.t.Tokens[e.End].XPOS == "POS" {
		return false
	}
	s := f.sense(e.End, isNoun)
	if s == nil || s.Noun.Kind != rapporteur.ActorArmedGroup || s.Noun.Class != "fighter" || slices.Contains(s.Noun.Sectors, "UAF") || f.t.Word(e.End)[0] < 'a' {
		return false
	}
	last := f.t.Word(e.End - 1)
	if len(knowledge.HoldersCalled(last, false)) > 0 {
		return false
	}
	for _, other := range f.entities {
		if other.Type == rapporteur.EntityPerson && other.First != e.First && f.t.Word(other.End-1) == last {
			return false
		}
	}
	return e.End-e.First <= 3
}

func weekday(word string) bool {
	switch word {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}

// personNamed is the known person whom use names, or None.
func (f *finder) personNamed(persons []int, use *nameUse) int {
	var fits []int
	for _, p := range persons {
		if fit(f.identities[p].words, use.words) {
			fits = append(fits, p)
		}
	}
	if len(fits) <= 1 {
		if len(fits) == 1 {
			return fits[0]
		}
		return rapporteur.None
	}
	// Several could be meant. Coreference may say which, else the surname
	// decides before the given name, and the one named last before the others.
	for _, p := range fits {
		if f.inCluster(use.head, p) {
			return p
		}
	}
	last := use.words[len(use.words)-1]
	surnames := slices.DeleteFunc(slices.Clone(fits), func(p int) bool {
		w := f.identities[p].words
		return w[len(w)-1] != last
	})
	if len(surnames) > 0 {
		fits = surnames
	}
	best, bestAt := rapporteur.None, -1
	for _, m := range f.mentions {
		if p := m.parts[0].actor; m.head < use.head && m.head > bestAt && slices.Contains(fits, p) {
			best, bestAt = p, m.head
		}
	}
	if best < 0 {
		return fits[0]
	}
	return best
}

// fit reports whether a shorter or equal name may be another form of full: its
// words stand in full in the same order, or first and last word agree.
func fit(full, name []string) bool {
	if len(name) > 1 && alike(full[0], name[0]) && alike(full[len(full)-1], name[len(name)-1]) {
		return true
	}
	at := 0
	for _, w := range full {
		if at < len(name) && alike(name[at], w) {
			at++
		}
	}
	if at < len(name) {
		return false
	}
	// "al", "de" and initials alone are nobody.
	return len(name) > 1 || len(name[0]) > 2 || len(full) == 1 || full[0] == name[0]
}

// alike reports whether two words are one, or one long word with a letter
// wrong or two letters in the wrong order: reports are written in haste.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) < 6 || len(b) < 6 || a[0] != b[0] || len(a)-len(b) > 1 || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	x, y := a[i:], b[i:]
	switch {
	case len(x) == len(y):
		return x[1:] == y[1:] || len(x) > 1 && x[0] == y[1] && x[1] == y[0] && x[2:] == y[2:]
	case len(x) > len(y):
		return x[1:] == y
	}
	return y[1:] == x
}

// inCluster reports whether coreference puts the phrase headed by head together
// with a mention of identity id.
func (f *finder) inCluster(head, id int) bool {
	c := f.clusterAt[head]
	if c == 0 {
		return false
	}
	for _, m := range f.t.Clusters[c-1].Mentions {
		if m.Head != head && m.Head >= 0 && m.Head < len(f.at) && f.who(m.Head) == id {
			return true
		}
	}
	return false
}

// addVariant keeps one way in which the report writes the name of id.
func (f *finder) addVariant(id int, text string, words int) {
	text = strings.Join(strings.Fields(text), " ")
	v := &f.identities[id].variants
	for i := range *v {
		if (*v)[i].text == text {
			(*v)[i].uses++
			return
		}
	}
	*v = append(*v, variant{text, words, 1})
}
