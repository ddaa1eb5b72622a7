package grammar

import (
	"slices"
	"strings"

	"rapporteur"
)

// A mender puts right what a tree may not be in Universal Dependencies: a verb
// with two subjects, a name that hangs on the words that introduce it, a name
// in two places, an apposition that governs its name. Where it changes a token
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
	for _, s := range d.Sentences {
		m.oneSubject(s)
	}
	for k := range d.Entities {
		if e := &d.Entities[k]; e.Type == rapporteur.EntityPerson && e.First < e.End && e.First >= 0 && e.End <= len(d.Tokens) {
			m.oneName(e)
			m.nameFirst(e)
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

// oneSubject makes one of two subjects of one predicate that nothing parts:
// "Arden and many others say" is a coordination, "Velm envoy Aster Vale says"
// one name, "tens of thousands marched" one number.
func (m *mender) oneSubject(s rapporteur.Sentence) {
	before := rapporteur.None
	for i := s.First; i < s.End; i++ {
		if !m.is(i, "nsubj") || m.Tokens[i].Deprel == "nsubj:outer" {
			continue
		}
		if before >= 0 && m.Tokens[i].Head == m.Tokens[before].Head && m.Tokens[i].Head > i {
			m.join(before, i)
		}
		before = i
	}
}

// join makes one subject of those headed by tokens a and b, a before b.
func (m *mender) join(a, b int) {
	and, title := rapporteur.None, rapporteur.None
	for i := a + 1; i < b; i++ {
		switch t := &m.Tokens[i]; t.UPOS {
		case "NOUN", "PROPN", "ADJ", "NUM", "ADP", "DET", "ADV":
			if title < 0 && t.Head == b && (t.UPOS == "NOUN" || t.UPOS == "PROPN") {
				title = i
			}
		case "CCONJ":
			if and >= 0 || t.Head != b {
				return
			}
			and = i
		default:
			if t.XPOS != "POS" && !m.hyphen(i) {
				return
			}
		}
	}
	switch {
	case and >= 0:
		m.attach(b, a, "conj")
	case m.Tokens[b].UPOS == "PRON" || m.Tokens[a].UPOS == "PRON" || m.has(b, a+1, b, "det"):
	case m.has(b, a+1, b, "case"):
		m.attach(b, a, "nmod")
	case m.Tokens[a].UPOS == "ADJ":
		m.attach(a, b, "amod")
	case title >= 0:
		m.attach(a, title, "compound")
	case m.names[b] > 0:
		m.attach(a, b, "nmod:desc")
	case m.Tokens[a].UPOS == "PROPN":
		m.attach(a, b, "compound")
	}
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
	return m.Tokens[i].Head >= 0 && m.is(i, "flat", "compound", "nmod:desc", "dep")
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
	if name < 0 || !m.below(name) || m.names[m.Tokens[name].Head] > 0 {
		return // the rest of a name that has been cut in two
	}
	if head := m.Tokens[name].Head; head >= e.End {
		m.overApposition(e, name, head)
	} else {
		m.overTitle(e, name, head)
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
			if t.XPOS != "POS" && !m.hyphen(i) {
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
