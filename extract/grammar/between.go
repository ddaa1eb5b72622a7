package grammar

import (
	"strings"

	"rapporteur"
)

// between makes a coordination of the two whom "between" names, where the tree hangs
// the second elsewhere: "talks between Arden and the rebels resumed", with the rebels
// for the subject of resumed. The verb that loses its subject so has the noun that the
// two are of.
func (m *mender) between(i int) {
	first := m.Tokens[i].Head
	if !m.is(i, "case") || first <= i || !strings.EqualFold(m.Word(i), "between") {
		return
	}
	end := m.sentence(i).End
	if m.has(first, first, end, "conj") {
		return
	}
	and := first + 1
	for and < end && m.under(and, first) {
		and++
	}
	if and+1 >= end || !strings.EqualFold(m.Word(and), "and") {
		return
	}
	second := and + 1
	for steps := 0; m.Tokens[second].Head > second && m.is(second, "det", "amod", "compound", "nummod", "nmod:poss") && steps < 8; steps++ {
		second = m.Tokens[second].Head
	}
	switch m.Tokens[second].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM":
	default:
		return
	}
	verb, relation := m.Tokens[second].Head, m.Tokens[second].Deprel
	if second >= end || verb == first || !m.attach(second, first, "conj") {
		return
	}
	m.attach(and, second, "cc")
	if verb <= second || !strings.HasPrefix(relation, "nsubj") {
		return
	}
	noun := m.Tokens[first].Head
	for steps := 0; noun >= 0 && m.Tokens[noun].UPOS == "VERB" && m.is(noun, "acl") && steps < 3; steps++ {
		noun = m.Tokens[noun].Head // "talks brokered by Oster between"
	}
	if noun < 0 || noun >= i || !m.under(verb, noun) {
		return
	}
	if m.attach(verb, m.Tokens[noun].Head, m.Tokens[noun].Deprel) {
		m.attach(noun, verb, relation)
	}
}

// under reports whether token i stands below head.
func (m *mender) under(i, head int) bool {
	for steps := 0; i >= 0 && steps < len(m.Tokens); i, steps = m.Tokens[i].Head, steps+1 {
		if m.Tokens[i].Head == head {
			return true
		}
	}
	return false
}

// ofVerb hangs on its verb the "dead" or "free" that the tree has with the object after
// it: "shot dead two officers", "set free two sailors".
func (m *mender) ofVerb(i int) {
	h := m.Tokens[i].Head
	if i == 0 || h <= i || !m.is(i, "amod") || m.Tokens[i-1].UPOS != "VERB" || m.Tokens[h].Head != i-1 {
		return
	}
	if w := m.Word(i); w != "dead" && !(w == "free" && strings.EqualFold(m.Word(i-1), "set")) {
		return
	}
	m.attach(i, i-1, "xcomp")
}

// ofLast hangs on the last of several coordinates the adjective phrase after it that the
// tree has with the first: "the government and rebels loyal to Aster Vale".
func (m *mender) ofLast(i int) {
	h := m.Tokens[i].Head
	if i == 0 || h < 0 || h >= i || !m.is(i, "amod") || m.Tokens[i].UPOS != "ADJ" || m.Tokens[i-1].Head != h || !m.is(i-1, "conj") {
		return
	}
	m.attach(i, i-1, "amod")
}

// listed makes coordinates of persons with titles between commas, the last after an "and",
// where the tree takes them for appositions of the first: "envoy Aster Vale, minister Tomas
// Arlen and his colleague met".
func (m *mender) listed(e *rapporteur.Entity) {
	i := e.First
	h := m.Tokens[i].Head
	if h < 0 || h >= i || !m.is(i, "appos") || m.names[h] == 0 || m.names[h] == m.names[i] {
		return
	}
	end := m.sentence(i).End
	for k := e.End; k < end; k++ {
		if m.Tokens[k].Head == i && m.is(k, "conj") && m.has(k, e.End, k, "cc") {
			m.attach(i, h, "conj")
			m.attach(k, h, "conj")
			return
		}
	}
}
