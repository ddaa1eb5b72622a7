package event

import (
	"strings"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

var (
	weather = []string{"weather"}
	animal  = []string{"animal"}
	sport   = []string{"sport"}
)

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
			if a, b, ok := strings.Cut(strings.ReplaceAll(w, "–", "-"), "-"); ok && short(a) && short(b) {
				words += 2
			} else if i+2 < s.End && short(w) && (f.t.Word(i+1) == "-" || f.t.Word(i+1) == "–") && f.t.Tokens[i+2].UPOS == "NUM" && short(f.t.Word(i+2)) {
				words += 2
			}
		}
	}
	return words >= 2
}

// short reports whether s is a number as it stands in a score.
func short(s string) bool {
	return len(s) > 0 && len(s) < 3 && strings.Trim(s, "0123456789") == ""
}

// senseless reports whether noun i means a storm or an animal, named or not, which
// do nothing that is coded.
func (f *finder) senseless(i int) bool {
	at := func(n int) string { return f.lemmaBefore(i, n) }
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
	switch t.Word(end) {
	case "\"", "“", "'", "‘", "a", "an":
		return true
	}
	return false
}
