package grammar

import "strings"

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
