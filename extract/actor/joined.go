package actor

import (
	"rapporteur"
	"rapporteur/knowledge"
)

// findJoined finds the coordinations of two actors that the tree takes for one
// phrase: "the Velmish government and communist rebels", where it makes the
// government a modifier of the rebels, and "the government of Velm and the
// rebels", where it makes the rebels an object of the preposition.
func (f *finder) findJoined() {
	for i := range f.hits {
		h := &f.hits[i]
		s := f.sense(h.First, isNoun)
		if s == nil {
			continue
		}
		head := f.headOf(h.First, h.End)
		if s.Form == knowledge.FormNouns || f.t.Tokens[head].XPOS == "NNS" {
			f.joinBefore(head, h.First)
		} else {
			f.joinAfter(head)
		}
	}
}

// joinBefore joins the organ of state before the "and" that stands within the
// phrase headed by head, whose noun begins at token first, to those after it.
func (f *finder) joinBefore(head, first int) {
	t := f.t
	and := first - 1
	for and > 0 && first-and < 4 && (t.Tokens[and].UPOS == "ADJ" || t.Tokens[and].UPOS == "NOUN") {
		and--
	}
	if and < 1 || t.Tokens[and].UPOS != "CCONJ" || t.Word(and) != "and" || t.SentenceOf(and) != t.SentenceOf(head) {
		return
	}
	organ := and - 1
	if !t.Is(organ, "compound", "nmod:desc", "amod", "nmod") || t.Head(organ) < and || t.Head(organ) > head || !f.organ(organ) {
		return
	}
	// "Government and rebel forces" are the forces of both.
	h := f.hit(organ)
	if h.First == 0 || t.SentenceOf(h.First-1) != t.SentenceOf(head) {
		return
	}
	switch t.Tokens[h.First-1].UPOS {
	case "DET", "ADJ", "PROPN", "PART":
	default:
		return
	}
	if s := f.sense(head, isNoun); and == first-1 && s.Noun.Kind != rapporteur.ActorArmedGroup {
		return // "the government and forces": one has the other
	}
	f.join(head, organ)
	if f.parted == nil {
		f.parted = map[int]int{}
	}
	f.parted[head], f.parted[organ] = and+1, h.First
}

// organ reports whether token i heads a noun for an organ of state.
func (f *finder) organ(i int) bool {
	if s := f.sense(i, isBody); s != nil && f.hit(i).End == i+1 && s.Body.Class == "army" {
		return true // "the Velmish military", by its name
	}
	s := f.sense(i, isNoun)
	return s != nil && s.Form == knowledge.FormNoun && s.Noun.Kind == rapporteur.ActorGovernment && (s.Noun.Class == "body" || armed(s.Noun)) && f.hit(i).End == i+1
}

// joinAfter joins those whom the tree has beside the object of the singular noun
// at head to the noun itself.
func (f *finder) joinAfter(head int) {
	t := f.t
	for _, c := range t.ChildrenBy(head, "nmod") {
		if c < head {
			continue
		}
		all := t.Conjuncts(c)
		switch {
		case t.Child(c, "case") < 0 && t.Child(c, "det") >= 0 && comma(t, head, c):
			for _, k := range all {
				f.join(head, k)
			}
		case len(all) > 1:
			for _, k := range all[1:] {
				if ownArticle(t, c, k) && f.sense(k, isState) == nil {
					f.join(head, k)
				}
			}
		}
	}
}

func (f *finder) join(a, b int) {
	if f.beside == nil {
		f.beside = map[int][]int{}
	}
	f.beside[a] = append(f.beside[a], b)
}

// apart reports whether token c, before head, is of an actor that only the tree
// has in the phrase headed by head.
func (f *finder) apart(head, c int) bool { return f.beside[head] != nil && c < f.parted[head] }
