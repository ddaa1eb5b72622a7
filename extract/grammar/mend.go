package grammar

import (
	"slices"
	"strings"

	"rapporteur"
)

// A mender puts right what the tree of a name may not be in Universal
// Dependencies: in two places at once, hung on the words that introduce it, or
// on the apposition after it. A reader that knows the names of persons better
// than their place in the sentence makes such trees. Where it changes a token
// it does so in a copy: the Document stays as it was read.
type mender struct {
	*rapporteur.Document
	read  *rapporteur.Document
	names []int32 // by token: 1 + index in Entities of the person it names
}

// mended is d with its trees put right; d itself where nothing is wrong.
func mended(d *rapporteur.Document) *rapporteur.Document {
	m := mender{Document: d, read: d, names: make([]int32, len(d.Tokens))}
	for k, e := range d.Entities {
		if e.Type != rapporteur.EntityPerson || e.First < 0 || e.End > len(d.Tokens) {
			continue
		}
		for i := e.First; i < e.End; i++ {
			m.names[i] = int32(k) + 1
		}
	}
	for i := range d.Tokens {
		m.oneList(i)
		m.ownSubject(i)
		m.between(i)
		m.ofVerb(i)
		m.ofLast(i)
	}
	for k := range d.Entities {
		if e := &d.Entities[k]; e.Type == rapporteur.EntityPerson && e.First < e.End && e.First >= 0 && e.End <= len(d.Tokens) {
			m.oneName(e)
			m.nameFirst(e)
		}
	}
	for k := range d.Entities {
		if e := &d.Entities[k]; e.Type == rapporteur.EntityPerson && e.First < e.End && e.First >= 0 && e.End <= len(d.Tokens) {
			m.listed(e)
		}
	}
	return m.Document
}

// attach hangs token i on head, unless that would close a circle.
func (m *mender) attach(i, head int, deprel string) bool {
	for up, steps := head, 0; up >= 0; up, steps = m.Tokens[up].Head, steps+1 {
		if up == i || steps > len(m.Tokens) {
			return false
		}
	}
	if m.Document == m.read {
		copied := *m.read
		copied.Tokens = slices.Clone(m.read.Tokens)
		m.Document = &copied
	}
	m.Tokens[i].Head, m.Tokens[i].Deprel = head, deprel
	return true
}

func (m *mender) is(i int, deprels ...string) bool {
	r, _, _ := strings.Cut(m.Tokens[i].Deprel, ":")
	return slices.Contains(deprels, m.Tokens[i].Deprel) || slices.Contains(deprels, r)
}

// has reports whether a token of [first, end) depends on head as one of deprels.
func (m *mender) has(head, first, end int, deprels ...string) bool {
	for i := max(first, 0); i < end; i++ {
		if m.Tokens[i].Head == head && m.is(i, deprels...) {
			return true
		}
	}
	return false
}

// oneList makes an item of the list that ends with coordinate last of what stands
// within it between commas and hangs on a word before it: "the ministers of Arden,
// Velm and Oster" with Velm for the ministers.
func (m *mender) oneList(last int) {
	first := m.Tokens[last].Head
	if !m.is(last, "conj") || first < 0 || first >= last || m.Tokens[last].UPOS != "PROPN" || m.Tokens[first].UPOS != "PROPN" {
		return
	}
	for i := first + 1; i < last; i++ {
		if h := m.Tokens[i].Head; h >= 0 && h < first && m.Tokens[i].UPOS == "PROPN" && m.is(i, "appos", "nmod", "list", "dep") && m.Word(i-1) == "," {
			m.attach(i, first, "conj")
		}
	}
}

// ownSubject makes the subject of a verb without one of the apposition right
// before it that no comma closes: "the envoy left with Aster Vale, an official at
// the talks said". Where the name is the subject, it keeps its apposition.
func (m *mender) ownSubject(v int) {
	switch m.Tokens[v].XPOS {
	case "VBD", "VBZ", "VBP":
	default:
		return
	}
	i := v - 1
	for i >= 0 && m.Tokens[i].Head == v && (m.Tokens[i].UPOS == "AUX" || m.Tokens[i].UPOS == "ADV") {
		i--
	}
	for steps := 0; i >= 0 && i < v && steps < 12; i, steps = m.Tokens[i].Head, steps+1 {
		switch m.Tokens[i].UPOS {
		case "NOUN", "PROPN", "ADJ", "NUM":
		default:
			return
		}
		if !m.is(i, "appos") {
			continue
		}
		name, first := m.Tokens[i].Head, i
		for first > name && m.Word(first) != "," {
			first--
		}
		if name < 0 || first <= name || !m.has(i, first, i, "det") {
			return
		}
		for k := first + 1; k < v; k++ {
			if m.Word(k) == "," || m.Tokens[k].UPOS == "VERB" || m.Tokens[k].UPOS == "CCONJ" {
				return
			}
		}
		s := m.sentence(v)
		if !m.has(v, s.First, s.End, "nsubj") && m.verbBefore(s.First, name) {
			m.attach(i, v, "nsubj")
		}
		return
	}
}

// verbBefore reports whether a finite verb stands in tokens [first, end).
func (m *mender) verbBefore(first, end int) bool {
	for i := first; i < end; i++ {
		switch m.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// hyphen reports whether token i joins the words beside it.
func (m *mender) hyphen(i int) bool {
	if i == 0 || i+1 >= len(m.Tokens) {
		return false
	}
	switch m.Word(i) {
	case "-", "‐", "‑":
		return m.Tokens[i-1].Span.End == m.Tokens[i].Span.Start && m.Tokens[i].Span.End == m.Tokens[i+1].Span.Start
	}
	return false
}

// oneName makes one constituent of the words of a person's name: the first that
// hangs on a word outside heads the others.
func (m *mender) oneName(e *rapporteur.Entity) {
	first, main := rapporteur.None, rapporteur.None
	for i := e.First; i < e.End; i++ {
		if h := m.Tokens[i].Head; h >= e.First && h < e.End {
			continue
		}
		if m.Tokens[i].UPOS == "PUNCT" {
			continue
		}
		if first < 0 {
			first, main = i, i
		} else if m.below(main) && !m.below(i) {
			main = i
		}
	}
	if first < 0 {
		return
	}
	if main != first && !m.attach(first, m.Tokens[main].Head, m.Tokens[main].Deprel) {
		return
	}
	for i := first + 1; i < e.End; i++ {
		if h := m.Tokens[i].Head; (h < e.First || h >= e.End) && m.Tokens[i].UPOS != "PUNCT" {
			m.attach(i, first, "flat")
		}
	}
}

// below reports whether token i hangs on its head as a part of a name or of
// what introduces one.
func (m *mender) below(i int) bool {
	return m.Tokens[i].Head >= 0 && (m.is(i, "flat", "compound", "nmod:desc", "dep") || m.is(i, "appos") && m.Tokens[i].Head < i)
}

// nameFirst makes a person's name the head of the phrase it stands in: of the
// title right before it ("Foreign Minister Aster Vale"), of the apposition after
// it ("Aster Vale, the chief mediator,"). A title with a determiner ("the
// minister Aster Vale") keeps the name as its apposition. So do the English
// treebanks of Universal Dependencies since version 2.15.
func (m *mender) nameFirst(e *rapporteur.Entity) {
	name := rapporteur.None
	for i := e.First; i < e.End; i++ {
		if h := m.Tokens[i].Head; (h < e.First || h >= e.End) && m.Tokens[i].UPOS != "PUNCT" {
			name = i
			break
		}
	}
	if name >= 0 {
		m.ownPreposition(e, name)
	}
	if name < 0 || !m.below(name) || m.names[m.Tokens[name].Head] > 0 {
		return // the rest of a name that has been cut in two
	}
	if head := m.Tokens[name].Head; head >= e.End {
		m.overApposition(e, name, head)
	} else {
		m.overTitle(e, name, head)
	}
}

// ownPreposition hangs on name the preposition that the tree has with the first
// word of its title: "according to Velm envoy Aster Vale".
func (m *mender) ownPreposition(e *rapporteur.Entity, name int) {
	for i := e.First - 1; i >= 0 && e.First-i <= 8; i-- {
		h := m.Tokens[i].Head
		if m.is(i, "case") && h > i && h < e.First && m.Tokens[h].Head == name && m.is(h, "nmod:desc", "compound") {
			m.attach(i, name, "case")
		}
	}
}

// overApposition makes name the head of the noun phrase that follows it after a
// comma and has a determiner.
func (m *mender) overApposition(e *rapporteur.Entity, name, noun int) {
	if e.End >= noun || m.Word(e.End) != "," || !m.has(noun, e.End, noun, "det") || m.Tokens[noun].UPOS != "NOUN" {
		return
	}
	for i := e.End + 1; i < noun; i++ {
		switch m.Tokens[i].UPOS {
		case "VERB", "AUX", "PUNCT", "CCONJ", "SCONJ":
			if !m.hyphen(i) {
				return
			}
		}
	}
	m.raise(e, name, noun, noun, "appos")
}

// overTitle makes name the head of the title that ends where it begins.
func (m *mender) overTitle(e *rapporteur.Entity, name, title int) {
	for i := title + 1; i < e.First; i++ {
		switch t := &m.Tokens[i]; t.UPOS {
		case "NOUN", "PROPN", "ADJ", "ADP", "NUM", "DET":
		default:
			// "United" of a name may be taken for a verb.
			if t.XPOS != "POS" && t.XPOS != "NNP" && !m.hyphen(i) {
				return
			}
		}
	}
	// "U.S. Assistant Secretary of State Aster Vale": the title may hang on its
	// own beginning, and the name on its end.
	top := title
	for up := m.Tokens[top].Head; up >= 0 && up < top; up = m.Tokens[top].Head {
		of := m.is(top, "nmod") && m.has(top, up+1, top, "case") && m.Tokens[up].UPOS == "PROPN"
		if !of && !(m.is(top, "flat", "compound") && m.unbroken(up, top)) {
			break
		}
		if of {
			title = up
		}
		top = up
	}
	if m.Tokens[title].UPOS != "NOUN" && m.Tokens[title].UPOS != "PROPN" && m.Tokens[title].UPOS != "ADJ" {
		return
	}
	if m.has(title, e.First-12, title, "det", "nmod:poss") {
		if top == title {
			m.attach(name, title, "appos")
		}
		return
	}
	m.raise(e, name, top, title, "nmod:desc")
}

// unbroken reports whether only words of names and titles stand between tokens
// first and end.
func (m *mender) unbroken(first, end int) bool {
	for i := first + 1; i < end; i++ {
		switch m.Tokens[i].UPOS {
		case "NOUN", "PROPN", "ADJ":
		default:
			if !m.hyphen(i) {
				return false
			}
		}
	}
	return true
}

// raise gives name the place of top, whose phrase it stands in, and hangs noun
// on it. What depends on top and stands beyond the name, or joins it to the rest
// of the sentence, goes with the name.
func (m *mender) raise(e *rapporteur.Entity, name, top, noun int, deprel string) {
	head, relation := m.Tokens[top].Head, m.Tokens[top].Deprel
	if !m.attach(name, head, relation) || !m.attach(top, name, deprel) {
		return
	}
	if noun != top {
		m.attach(noun, name, deprel)
		m.attach(top, noun, "compound")
	}
	s := m.sentence(name)
	for i := s.First; i < s.End; i++ {
		if i == name || m.Tokens[i].Head != top && m.Tokens[i].Head != noun || i == noun || i == top {
			continue
		}
		switch {
		case deprel == "nmod:desc" && i >= e.End,
			deprel == "appos" && i < e.First,
			m.is(i, "case", "cc", "cop", "aux", "nsubj", "mark") && i < min(top, noun):
			m.attach(i, name, m.Tokens[i].Deprel)
		}
	}
}

func (m *mender) sentence(i int) rapporteur.Sentence {
	k, _ := slices.BinarySearchFunc(m.Sentences, i, func(s rapporteur.Sentence, i int) int {
		switch {
		case s.End <= i:
			return -1
		case s.First > i:
			return 1
		}
		return 0
	})
	return m.Sentences[k]
}
