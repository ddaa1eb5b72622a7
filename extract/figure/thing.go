package figure

import (
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/knowledge"
	"rapporteur/knowledge/figures"
)

// A thing is the noun phrase of what is counted.
type thing struct {
	start, stop int  // tokens of the phrase after the number; empty where nothing is named
	head        int  // its noun, or none
	partitive   bool // "of" leads to it: "dozens of", "one of the"
	of          bool // of those told of before: "12 of them", "12 of them children"
	definite    bool // the report takes it as known: "the 12 members"
	people      bool // known to be people
	object      bool // plainly no people
	top         int  // token that stands for the whole in the tree
}

// thing reads what q counts.
func (f *finder) thing(q *quantity) thing {
	t := thing{start: q.end, stop: q.end, head: none, top: q.first}
	k := q.end
	if q.modifier && q.unit == nil && f.dash(k) {
		k++
	}
	if f.is(k, "out") && f.is(k+1, "of") {
		k++
	}
	if f.is(k, "of") {
		t.partitive = true
		f.whole(&t, k+1)
	} else {
		f.run(&t, k)
		if f.is(q.from-1, "the", "these", "those", "its", "their", "his", "her", "all", "both") || f.is(q.from-1, "other") && f.is(q.from-2, "the") {
			t.definite = true
		}
	}
	t.top = f.topOf(q, &t)
	if t.head >= 0 {
		t.people = t.people || f.person(t.head)
		if t.people {
			f.others(&t)
		}
		t.object = !t.people && figures.Thing(f.t.Lemma(t.head))
	}
	return t
}

// whole reads what stands after "of": "dozens of sailors", "18 of the 40
// hostages", "12 of them", "12 of them children".
func (f *finder) whole(t *thing, k int) {
	if f.is(k, "them", "us", "whom", "those", "these", "which") {
		f.run(t, k+1)
		if t.head >= 0 && f.person(t.head) {
			t.of = true
			return
		}
		t.start, t.stop, t.head = k, k+1, k
		t.of, t.people = true, !f.is(k, "which")
		return
	}
	at := k
	for p := k + 1; p < k+4 && p < f.end; p++ {
		if f.t.Tokens[p].XPOS == "POS" { // "two-thirds of the country's 28 million people"
			if w, ok := f.quantity(p + 1); ok {
				f.run(t, w.end)
				return
			}
		}
	}
	for at < k+3 && !f.casualty(at) && (f.is(at, "the", "its", "their", "some", "these", "those") || at > k && f.t.Tokens[min(at, f.end-1)].UPOS == "ADJ") {
		at++
	}
	if at > k && f.casualty(at) { // "seven of the dead"
		t.start, t.stop, t.head, t.people = at, at+1, at, true
		return
	}
	if w, ok := f.quantity(at); ok {
		k = w.end
	}
	f.run(t, k)
}

// casualty reports whether an adjective stands for people at token i: "the dead".
func (f *finder) casualty(i int) bool {
	return f.is(i, "dead", "wounded", "injured", "missing") && !f.nominal(i+1)
}

// run reads the noun phrase that begins at token k by its parts of speech: the
// order of words is surer than the tree.
func (f *finder) run(t *thing, k int) {
	t.start, t.stop = k, k
	i := k
loop:
	for ; i < f.end && i < k+12; i++ {
		if d := f.dated(i); d != noDate && d != rapporteur.DateDuration {
			break
		}
		tok := &f.t.Tokens[i]
		switch tok.XPOS {
		case "NN", "NNS", "NNP", "NNPS":
			if t.head >= 0 && !f.joined(t.head, i) {
				break loop
			}
			if t.head < 0 && tok.XPOS == "NN" && (len(figures.MeasuresOf(figures.ClassAdjective, f.lower(i))) > 0 || figures.VerbOf(f.lower(i)) != "") {
				if f.leadsTo(i + 1) {
					continue // "12 slain miners"
				}
				break loop // "ten missing"
			}
			t.head = i
		case "JJ", "JJR", "JJS":
			if t.head >= 0 && !f.dash(i-1) && f.t.Tokens[i-1].XPOS != "POS" && f.t.Tokens[i-1].XPOS != "CC" {
				break loop
			}
			if f.peopleAdjective(i) {
				t.head = i
				break loop
			}
		case "VBN", "VBG", "VBD":
			// "12 wounded soldiers"; "12 wounded" has no noun.
			if t.head >= 0 && !f.dash(i-1) || !f.leadsTo(i+1) {
				break loop
			}
			if tok.XPOS == "VBD" && !f.t.Is(i, "amod") {
				break loop
			}
		case "HYPH":
		case "SYM":
			if !f.dash(i) {
				break loop
			}
		case "RB", "RBR", "RBS":
			if t.head >= 0 || !f.leadsTo(i+1) {
				break loop
			}
		case "CC":
			if t.head >= 0 && f.t.Tokens[t.head].XPOS == "NNP" && i+1 < f.end && f.t.Tokens[i+1].XPOS == "JJ" && capital(f.t.Word(i+1)) && f.leadsTo(i+1) {
				continue // "scores of Sierra Leonean and Liberian refugees"
			}
			if t.head >= 0 && !f.t.Is(t.head, "amod", "compound") || t.head < 0 && i == k || !f.leadsTo(i+1) || t.head >= 0 && f.t.Tokens[t.head].XPOS == "NNS" {
				break loop
			}
		case ",":
			if t.head >= 0 || i == k || f.t.Tokens[i-1].UPOS != "ADJ" || !f.leadsTo(i+1) {
				break loop
			}
		case "POS":
			if t.head < 0 {
				break loop
			}
		case "DT", "PRP$", "PDT":
			if i != k {
				break loop
			}
		default:
			if f.dash(i) {
				continue
			}
			break loop
		}
	}
	if t.head < 0 {
		t.stop = k
		return
	}
	t.stop = t.head + 1
}

// others takes those into the phrase who are counted together with its noun: "20
// men, women and children".
func (f *finder) others(t *thing) {
	stop := t.stop
	for _, k := range f.t.Children(t.head) {
		k := int(k)
		if k < stop || !f.t.Is(k, "conj") || f.t.Tokens[k].XPOS != "NNS" || !f.person(k) {
			continue
		}
		first, _ := f.t.Core(k)
		last := false
		for i := stop; i < k; i++ {
			last = last || f.is(i, "and", "or")
		}
		for first > stop && f.is(first-1, "and", "or", ",") {
			first--
		}
		if first > stop || f.t.Child(k, "det", "nummod", "nsubj", "nmod:poss") >= 0 {
			return
		}
		if stop = k + 1; last {
			t.stop = stop
		}
	}
}

// joined reports whether nouns a and b, one right after the other, are of one
// phrase: "aid workers", not "people Saturday", "troops Arden sent".
func (f *finder) joined(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if x := f.t.Tokens[i].XPOS; x != "HYPH" && x != "POS" && x != "CC" && x != "JJ" && !f.dash(i) {
			return false
		}
	}
	x, y := f.t.Tokens[a].XPOS, f.t.Tokens[b].XPOS
	switch {
	case b > a+1:
		return true
	case x == "NNS" && f.person(a) && y == "NN":
		return false // "took 30 villagers hostage"
	case x == "NNS" && f.person(a), x == "NNS" && (y == "NNP" || y == "NNPS"):
		return f.t.Dominates(b, a) && f.t.Is(a, "compound", "amod") && f.t.Head(a) == b
	}
	return true
}

// leadsTo reports whether a noun follows at token i, adjectives between.
func (f *finder) leadsTo(i int) bool {
	for k := i; k < f.end && k < i+4; k++ {
		switch f.t.Tokens[k].XPOS {
		case "NN", "NNS", "NNP", "NNPS":
			return f.dated(k) == noDate
		case "JJ", "VBN", "HYPH", "RB", "CC":
		default:
			return false
		}
	}
	return false
}

// peopleAdjective reports whether an adjective that no noun follows names
// people: "12 Chinese", "hundreds of Taliban".
func (f *finder) peopleAdjective(i int) bool {
	w := f.t.Word(i)
	return (w[0] >= 'A' && w[0] <= 'Z' || f.t.Tokens[i].XPOS == "JJ" && persons()[f.t.Lemma(i)]) && !f.leadsTo(i+1) // "one civilian", taken for an adjective
}

// topOf is the token of number and noun whose governor stands outside.
func (f *finder) topOf(q *quantity, t *thing) int {
	end := max(t.stop, q.end)
	best := none
	for i := q.from; i < end; i++ {
		h := f.t.Head(i)
		if h >= q.from && h < end {
			continue
		}
		switch f.t.Relation(i) {
		case "punct", "advmod", "case", "cc", "mark", "det", "cop", "aux":
			continue
		}
		if best < 0 || i == t.head || f.t.Tokens[best].UPOS != "NOUN" && f.t.Tokens[i].UPOS == "NOUN" && best != t.head {
			best = i
		}
	}
	if best < 0 {
		return q.first
	}
	return best
}

// persons are the nouns for one person each.
var persons = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, n := range knowledge.Nouns() {
		switch n.Kind {
		case rapporteur.ActorPeople, rapporteur.ActorOffice, rapporteur.ActorArmedGroup:
			out[n.Singular] = true
		}
	}
	for _, w := range figures.Bodies() {
		delete(out, w)
	}
	return out
})

// person reports whether noun i is known to stand for people.
func (f *finder) person(i int) bool {
	l := f.noun(i)
	if figures.Person(l) || persons()[l] {
		return true
	}
	switch x := f.t.Tokens[i].XPOS; x {
	case "NNP", "NNPS", "JJ":
		if a := f.cast.At(i); a >= 0 && f.cast.Actors[a].Kind == rapporteur.ActorPeople {
			return true
		}
		if e := f.entity(i); e != nil {
			return e.Type == rapporteur.EntityNORP
		}
		return x == "NNPS"
	}
	return false
}

// noun is the lemma of noun i; plurals in "men" that the lemmatizer left are
// made singular.
func (f *finder) noun(i int) string {
	l := f.t.Lemma(i)
	if strings.HasSuffix(l, "men") && len(l) > 5 {
		return l[:len(l)-2] + "an"
	}
	return l
}
