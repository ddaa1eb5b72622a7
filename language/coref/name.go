package coref

import (
	"strings"

	"rapporteur"
)

// A nameMention is a mention by name with its words.
type nameMention struct {
	mention int32
	words   []string
	text    string
}

// matchNames joins mentions by name.
func (f *finder) matchNames() {
	var persons, others, loose []nameMention
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.kind != named {
			continue
		}
		n := nameMention{mention: int32(i), text: f.d.Text(f.d.SpanOf(int(m.first), int(m.end)))}
		n.words = nameWords(n.text)
		switch {
		case m.entity == none:
			loose = append(loose, n)
		case f.d.Entities[m.entity].Type == rapporteur.EntityPerson:
			n.words = withoutTitles(n.words)
			persons = append(persons, n)
		default:
			others = append(others, n)
		}
	}
	persons, others, loose = f.surnames(persons, others, loose)
	f.matchPersons(persons)
	f.matchOthers(others, loose)
}

func (f *finder) setClass(m int32, c class) {
	f.mentions[m].class = c
	f.clusters[m].class = c
}

// honorifics and other titles that the recogniser may have left in a name.
var honorifics = map[string]gender{
	"mr": male, "mister": male, "sir": male, "lord": male, "mrs": female, "ms": female, "miss": female, "madam": female,
	"madame": female, "mme": female, "lady": female, "dame": female, "king": male, "queen": female, "prince": male,
	"princess": female, "sheikh": male, "sheikha": female, "sultan": male, "emir": male, "pope": male, "imam": male,
	"ayatollah": male, "father": male, "brother": male, "sister": female, "emperor": male, "empress": female,
	"dr": unknownGender, "doctor": unknownGender, "prof": unknownGender, "professor": unknownGender,
	"president": unknownGender, "minister": unknownGender, "prime": unknownGender, "premier": unknownGender,
	"chancellor": unknownGender, "senator": unknownGender, "sen": unknownGender, "rep": unknownGender,
	"gen": unknownGender, "general": unknownGender, "col": unknownGender, "colonel": unknownGender,
	"maj": unknownGender, "capt": unknownGender, "captain": unknownGender, "lt": unknownGender,
	"lieutenant": unknownGender, "sgt": unknownGender, "sergeant": unknownGender, "adm": unknownGender,
	"admiral": unknownGender, "gov": unknownGender, "governor": unknownGender, "ambassador": unknownGender,
	"secretary": unknownGender, "judge": unknownGender, "justice": unknownGender, "mayor": unknownGender,
	"archbishop": male, "bishop": unknownGender, "cardinal": male, "rev": unknownGender, "reverend": unknownGender,
	"st": unknownGender, "saint": unknownGender, "hajj": male, "haji": male, "hajji": male, "mullah": male,
	"maulana": male, "commander": unknownGender, "marshal": unknownGender,
}

// withoutTitles takes titles off the front of a person's name, but never all.
func withoutTitles(words []string) []string {
	for len(words) > 1 {
		if _, title := honorifics[words[0]]; !title {
			break
		}
		words = words[1:]
	}
	return words
}

// genderOfName is what the title before a person's name, or the given name,
// tells of the gender.
func (f *finder) genderOfName(first, end int32) gender {
	at := first
	for back := int32(0); back < 3 && at > 0 && f.sentence[at-1] == f.sentence[first]; back++ {
		at--
		if f.d.Tokens[at].UPOS != "PROPN" && f.d.Tokens[at].UPOS != "NOUN" {
			break
		}
		if g := f.titleGender(at); g != unknownGender {
			return g
		}
	}
	for i := first; i+1 < end; i++ {
		if g := f.titleGender(i); g != unknownGender {
			return g
		}
	}
	return unknownGender
}

func (f *finder) titleGender(i int32) gender {
	word := strings.Trim(f.lower(i), ".")
	if g := honorifics[word]; g != unknownGender {
		return g
	}
	if f.d.Tokens[i].UPOS == "NOUN" {
		return nouns()[word].gender
	}
	return unknownGender
}
