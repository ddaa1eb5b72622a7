package event

import (
	"strings"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

var (
	weather  = []string{"weather"}
	animal   = []string{"animal"}
	sport    = []string{"sport"}
	pitch    = []string{"pitch"}
	tale     = []string{"tale"}
	business = []string{"business"}
	couple   = []string{"couple"}
)

// played reports whether what m tells is only played or told as a tale: an attack in a
// game, anything in the midst of a match, an act in the present tense of a novel.
func (f *finder) played(m *match, kind *plover.Type, fate fate, noun bool) bool {
	n := f.t.SentenceOf(m.head)
	if kind.Name == "ASSAULT" && f.game(n) || f.speaksOf(n, pitch) {
		return true
	}
	present := fate == ongoing && f.present(m.head) || fate == hypothetical && f.t.Child(m.head, "aux") >= 0
	return !noun && present && !m.row.Lasting && f.speaksOf(n, tale)
}

// speaksOf reports whether sentence n has a word of the classes.
func (f *finder) speaksOf(n int, words []string) bool {
	s := f.t.Sentences[n]
	for i := s.First; i < s.End; i++ {
		switch f.t.Tokens[i].UPOS {
		case "NOUN", "PROPN":
			if plover.IsOf(words, f.t.Lemma(i), func(k int) string { return f.lemmaBefore(i, k) }) {
				return true
			}
		}
	}
	return false
}

// private reports whether only firms or persons without an office take part in what e
// tells: a company's offensive in its market, a couple that agrees to meet.
func (f *finder) private(m *match, e *rapporteur.Event, kind *plover.Type) bool {
	if len(e.Recipients) > 0 || len(e.Actors) == 0 {
		return false
	}
	for _, p := range e.Actors {
		at := none
		if len(p.Spans) > 0 {
			at = f.topOf(p.Spans[0])
		}
		switch kind.Name {
		case "ASSAULT", "COOPERATE", "MOBILIZE":
			if at < 0 || !f.isOf(business, at) {
				return false
			}
		case "CONSULT":
			if at < 0 || f.t.Tokens[at].UPOS == "PROPN" || f.acts(p.Actor) || !f.isOf(couple, at) && f.cast.Class(p.Actor) != "people" {
				return false
			}
		case "AGREE":
			if at < 0 || !f.isOf(couple, at) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// anyone reports whether m tells of nobody in particular, what whoever does it is told to
// expect: "anyone who attacks a nurse faces prison".
func (f *finder) anyone(m *match) bool {
	if m.subject < 0 {
		return false
	}
	if f.t.Tokens[m.head].Deprel == "acl:relcl" {
		switch k := f.t.Child(m.subject, "det"); f.t.Lemma(max(k, 0)) {
		case "any", "every", "whichever":
			if k >= 0 {
				return true // "would hit back at any unit that fired"
			}
		}
	}
	if f.t.Tokens[m.head].Deprel == "acl:relcl" && f.passive(m.head) && f.agent(m.head) < 0 && f.t.Child(m.subject, "det", "nummod", "amod", "nmod:poss") < 0 {
		switch f.t.Lemma(m.subject) {
		case "people", "person", "those", "anyone", "someone", "somebody", "criminal", "suspect":
			if _, told := f.attached(m.head, m.head); !told && len(m.words) == 0 && f.nounAbove(m.subject, 0) != real || f.wouldAbove(m.head) {
				return true // "a bill that would let it extradite people who have been accused of crimes"
			}
		}
	}
	if !f.present(m.head) {
		return false
	}
	switch f.t.Lemma(m.subject) {
	case "anyone", "anybody", "everyone", "everybody", "those":
		return f.t.Tokens[m.head].Deprel == "acl:relcl"
	case "whoever":
		return true
	}
	return false
}

// wouldAbove reports whether a clause above v is only thought of.
func (f *finder) wouldAbove(v int) bool {
	for up, steps := f.t.Head(v), 0; up >= 0 && steps < 8; up, steps = f.t.Head(up), steps+1 {
		if f.t.Verbal(up) {
			if own, _ := f.modality(up); own > ongoing {
				return true
			}
		}
	}
	return false
}

// game reports whether sentence n tells of a game, in which teams attack, shoot and
// beat each other: a score, or two words of games, and nobody hurt.
func (f *finder) game(n int) bool {
	s := f.t.Sentences[n]
	words := 0
	for i := s.First; i < s.End; i++ {
		switch f.t.Tokens[i].UPOS {
		case "NOUN", "PROPN", "VERB", "ADJ":
			switch f.t.Lemma(i) {
			case "kill", "wound", "bomb", "explosion", "police", "soldier", "militant", "rebel", "army", "troop", "bullet", "gunman", "missile", "rocket":
				return false
			}
			if plover.IsOf(sport, f.t.Lemma(i), func(k int) string { return f.lemmaBefore(i, k) }) {
				words++
			}
		case "NUM":
			w := f.t.Word(i)
			if a, b, ok := strings.Cut(strings.ReplaceAll(w, "–", "-"), "-"); ok && small(a) && small(b) {
				words += 2
			} else if i+2 < s.End && small(w) && (f.t.Word(i+1) == "-" || f.t.Word(i+1) == "–") && f.t.Tokens[i+2].UPOS == "NUM" && small(f.t.Word(i+2)) {
				words += 2
			}
		}
	}
	return words >= 2
}

// small reports whether s is a number as it stands in a score.
func small(s string) bool {
	return len(s) > 0 && len(s) < 3 && strings.Trim(s, "0123456789") == ""
}

// senseless reports whether noun i means a storm or an animal, named or not, which
// do nothing that is coded.
func (f *finder) senseless(i int) bool {
	at := func(n int) string { return f.lemmaBefore(i, n) }
	if i == f.t.Sentences[f.t.SentenceOf(i)].First {
		switch f.t.Word(i) {
		case "Fire", "Lightning", "Flames":
			return true
		}
	}
	if l := f.t.Lemma(i); plover.IsOf(weather, l, at) || f.t.Tokens[i].UPOS == "NOUN" && plover.IsOf(animal, l, at) {
		return true
	}
	for _, k := range f.t.ChildrenBy(i, "flat", "compound", "nmod:desc") {
		if w := f.t.Word(k); k < i && f.t.Tokens[i].UPOS == "PROPN" && w[0] < 'a' && plover.IsOf(weather, strings.ToLower(w), at) {
			return true
		}
	}
	return false
}

// stormy reports whether p is a storm that a model took for a person.
func (f *finder) stormy(p rapporteur.Participant) bool {
	first, _, more := strings.Cut(p.Name, " ")
	return more && plover.IsOf(weather, strings.ToLower(first), func(int) string { return "" })
}

// naming reports whether verb v only gives a name or says what somebody is: "a firm called
// Brightside", "called him humble", "called the raid 'a crime'".
func (f *finder) naming(v int) bool {
	t := f.t
	if t.Lemma(v) != "call" || v+1 < t.Sentences[t.SentenceOf(v)].End && (t.Tokens[v+1].UPOS == "ADP" || t.Tokens[v+1].UPOS == "ADV") {
		return false // "called off", "called on"
	}
	if t.Is(v, "acl") && t.Tokens[v].XPOS == "VBN" {
		return true
	}
	o := t.Child(v, "obj")
	if o < v {
		return false
	}
	_, end := t.Phrase(o)
	if end >= t.Sentences[t.SentenceOf(v)].End {
		return false
	}
	switch t.Tokens[end].UPOS {
	case "ADJ", "DET":
		return true
	}
	if k := t.Child(v, "xcomp"); k > o && t.Tokens[k].UPOS != "VERB" {
		return true // "called Vale, who had lost the vote, an outstanding leader"
	}
	switch t.Word(end) {
	case "\"", "“", "'", "‘", "a", "an":
		return true
	}
	return false
}

// callsNames reports whether verb v only says what somebody calls its object: "called the
// strike illegal" is no call to strike.
func (f *finder) callsNames(v int) bool {
	if f.t.Lemma(v) != "call" {
		return false
	}
	for _, k := range f.t.ChildrenBy(v, "xcomp") {
		if f.t.Tokens[k].UPOS == "ADJ" {
			return true
		}
	}
	o := f.t.Child(v, "obj")
	if o < 0 {
		return false
	}
	a := f.t.Child(o, "appos")
	return a > o+1 && (f.t.Word(a-1) == "\"" || f.t.Word(a-1) == "“")
}
