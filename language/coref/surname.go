package coref

import (
	"rapporteur/knowledge"
)

// surnames moves names to the persons that the recogniser has missed or has
// taken for something else: the surname of somebody named in full before,
// standing alone, if elsewhere in the text it is a person more often than not,
// or if it does what persons do and nobody is in it or comes from it.
func (f *finder) surnames(persons, others, loose []nameMention) (p, o, l []nameMention) {
	persons, others = f.inFull(persons, others)
	first := map[string]int32{} // the first mention in full of who bears a surname
	votes := map[string]int{}
	for _, n := range persons {
		if len(n.words) == 1 {
			votes[n.words[0]]++
		} else if len(n.words) > 1 {
			last := n.words[len(n.words)-1]
			if at, known := first[last]; !known || n.mention < at {
				first[last] = n.mention
			}
		}
	}
	candidate := func(n nameMention) bool {
		if len(n.words) != 1 {
			return false
		}
		at, borne := first[n.words[0]]
		return borne && at < n.mention
	}
	acting := map[string]int{}
	for i := range others {
		n := &others[i]
		f.owner(n, first)
		if candidate(*n) {
			votes[n.words[0]]--
			acting[n.words[0]] += f.actsAsPerson(n.mention)
		}
	}
	moved := false
	move := func(list []nameMention, loose bool) (kept []nameMention) {
		for _, n := range list {
			if !candidate(n) || !loose && f.mentions[n.mention].class != person && votes[n.words[0]] <= 0 && acting[n.words[0]] <= 0 {
				kept = append(kept, n)
				continue
			}
			moved = true
			f.setClass(n.mention, person)
			persons = append(persons, n)
		}
		return kept
	}
	others, loose = move(others, false), move(loose, true)
	if moved {
		sortNames(persons)
	}
	return persons, others, loose
}

// never outweighs every other sign.
const never = -1000

// actsAsPerson is 1 where a name does what persons do, never where it is a
// place by its preposition or known for something else, and 0 elsewhere.
func (f *finder) actsAsPerson(m int32) int {
	x := &f.mentions[m]
	if f.known[m] != "" || f.seatOf(x.first, x.end) != "" {
		return never
	}
	if c := f.child(x.head, relCase); c != none {
		switch f.lower(c) {
		case "in", "at", "near", "into", "around", "outside", "across", "throughout", "off":
			return never
		}
	}
	if does := f.doing(x); does == reports || does == acts {
		return 1
	}
	return 0
}

// inFull moves to the persons what begins with a given name and is titled or
// reports as a person does: "said Aster Vale".
func (f *finder) inFull(persons, others []nameMention) (p, o []nameMention) {
	moved := false
	for _, n := range others {
		if len(n.words) < 2 || len(n.words) > 3 || !f.fullNameOfPerson(n) {
			o = append(o, n)
			continue
		}
		moved = true
		f.setClass(n.mention, person)
		f.mentions[n.mention].lean = leaning(f.word(f.mentions[n.mention].first))
		f.clusters[n.mention].lean = f.mentions[n.mention].lean
		persons = append(persons, n)
	}
	if moved {
		sortNames(persons)
	}
	return persons, o
}

func (f *finder) fullNameOfPerson(n nameMention) bool {
	x := &f.mentions[n.mention]
	if knowledge.Gender(f.word(x.first)) == knowledge.Unknown || f.known[n.mention] != "" || x.class == thing {
		return false
	}
	if nouns()[n.words[len(n.words)-1]].class != 0 {
		return false // "Victoria Hospital"
	}
	return f.doing(x) == reports || f.titleBefore(x) != none
}

// owner cuts "Velm Front's Orsen" down to Orsen, where somebody of that surname
// was named in full.
func (f *finder) owner(n *nameMention, first map[string]int32) {
	x := &f.mentions[n.mention]
	if len(n.words) < 2 || x.end-x.first < 3 {
		return
	}
	last := n.words[len(n.words)-1]
	at, borne := first[last]
	if s := f.word(x.end - 2); !borne || at >= n.mention || s != "'s" && s != "’s" {
		return
	}
	x.first, x.head = x.end-1, x.end-1
	f.byHead[x.head] = n.mention
	n.words = n.words[len(n.words)-1:]
	f.setClass(n.mention, person)
}
