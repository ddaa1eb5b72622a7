package coref

import "strings"

// A pronounEntry is what a pronoun says of its referent.
type pronounEntry struct {
	form   form
	class  class
	gender gender
	number number
}

var pronouns = map[string]pronounEntry{
	"i": {firstSingular, person, 0, singular}, "me": {firstSingular, person, 0, singular},
	"my": {firstSingular, person, 0, singular}, "mine": {firstSingular, person, 0, singular},
	"myself": {firstSingular, person, 0, singular},
	"we":     {firstPlural, 0, 0, plural}, "us": {firstPlural, 0, 0, plural}, "our": {firstPlural, 0, 0, plural},
	"ours": {firstPlural, 0, 0, plural}, "ourselves": {firstPlural, 0, 0, plural},
	"you": {second, person, 0, 0}, "your": {second, person, 0, 0}, "yours": {second, person, 0, 0},
	"yourself": {second, person, 0, 0}, "yourselves": {second, person, 0, plural},

	"he": {thirdPersonal, person, male, singular}, "him": {thirdPersonal, person, male, singular},
	"his": {thirdPossessive, person, male, singular}, "himself": {reflexive, person, male, singular},
	"she": {thirdPersonal, person, female, singular}, "her": {thirdPersonal, person, female, singular},
	"hers": {thirdPossessive, person, female, singular}, "herself": {reflexive, person, female, singular},
	"it": {thirdPersonal, people | body | place | thing, 0, singular}, "its": {thirdPossessive, people | body | place | thing, 0, singular},
	"itself": {reflexive, people | body | place | thing, 0, singular},
	"they":   {thirdPersonal, 0, 0, plural}, "them": {thirdPersonal, 0, 0, plural},
	"their": {thirdPossessive, 0, 0, plural}, "theirs": {thirdPossessive, 0, 0, plural},
	"themselves": {reflexive, 0, 0, plural},

	"who": {relative, person | people | body, 0, 0}, "whom": {relative, person | people | body, 0, 0},
	"whose": {relative, 0, 0, 0}, "which": {relative, people | body | place | thing, 0, 0}, "that": {relative, 0, 0, 0},
}

func (f *finder) addPronoun(i int32) {
	word := f.word(i)
	if word == "US" || word == "IT" {
		return // a country in capitals, a trade
	}
	p, ok := pronouns[strings.ToLower(word)]
	if !ok || f.rels[i] == relExpletive {
		return
	}
	if i > 0 && i+2 < int32(len(f.heads)) && f.lower(i) == "it" && f.lower(i-1) == "when" && f.lemma(i+1) == "come" && f.lower(i+2) == "to" {
		return // "when it comes to"
	}
	m := mention{
		first: i, end: i + 1, head: i, kind: pronoun, entity: none,
		form: p.form, class: p.class, gender: p.gender, number: p.number,
	}
	switch {
	case p.form == relative:
		if f.relativeClause(i) == none {
			return
		}
	case p.form == thirdPersonal && f.rels[i] == relPossessor:
		m.form = thirdPossessive // "her" in "her party"
	}
	f.add(m)
}

// relativeClause is the head of the relative clause that the relative pronoun
// i stands in front of, or none where i asks or joins.
func (f *finder) relativeClause(i int32) int32 {
	for up, steps := f.heads[i], 0; up != none && steps < 4; up, steps = f.heads[up], steps+1 {
		if f.rels[up] == relRelative && f.heads[up] != none {
			return up
		}
		if f.rels[up].clausal() && f.rels[up] != relOpen {
			return none
		}
	}
	return none
}
