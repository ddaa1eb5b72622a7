package talks

import (
	"strings"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// subjects are the actors that are the subject of verb v; where the tree has
// none, those named last before it, unless another verb stands between.
func (f *finder) subjects(v int) []int {
	v = f.governing(v)
	if who := f.toldTo(v); len(who) > 0 {
		return who
	}
	if s := f.t.Child(v, "nsubj"); s >= 0 && f.t.Is(v, "acl:relcl") && (f.t.Tokens[s].XPOS == "WDT" || f.t.Tokens[s].XPOS == "WP") {
		if a := f.cast.At(s); a >= 0 {
			return []int{a} // the cast knows whom "which" means, the tree only where it hangs
		}
	}
	if s := f.t.Subject(v); s >= 0 {
		if len(f.actorsAt(s)) == 0 {
			s = f.ofWhom(s)
		}
		if a := f.related(s, v); a >= 0 {
			return []int{a}
		}
		if who := f.actorsAt(s); len(who) > 0 {
			return append(who, f.besides(s, v)...)
		}
		if a := f.calledSo(s); a >= 0 {
			return []int{a}
		}
		if f.speaks(s) {
			return f.spoken(v)
		}
		if f.collective(s) {
			return f.atTheTable()
		}
		if who := f.addressee(s, v); len(who) > 0 {
			return who
		}
		if who := f.mentionedBefore(s); len(who) > 0 {
			return who
		}
		if f.t.Tokens[s].UPOS == "PRON" && f.content[s] > 0 && f.statements[f.content[s]-1].Kind != rapporteur.KindDirect && pronoun[lower(f.t.Word(s))] {
			return f.himself(s)
		}
		if who := f.within(s); len(who) > 0 || f.t.Child(v, "nsubj", "nsubj:pass") >= 0 || f.t.Tokens[s].UPOS == "PRON" {
			return who
		}
		// A verb after "and" may have a subject of its own that the tree misses.
	} else if e := f.t.Child(v, "expl"); e >= 0 && f.t.Lemma(e) == "it" && f.content[e] > 0 && f.statements[f.content[e]-1].Kind != rapporteur.KindDirect {
		return f.himself(e) // "Arden said it was willing", which nothing but somebody is
	}
	return f.before(v)
}

// ofWhom is the noun whose part the noun at token s counts, or whose realm it is, itself
// where there is none: "60 percent of the members", "the Kingdom of Norway".
func (f *finder) ofWhom(s int) int {
	switch f.t.Lemma(s) {
	case "%", "percent", "per_cent", "majority", "most", "half", "third", "quarter", "number", "kingdom", "Kingdom", "republic", "Republic", "sultanate", "Sultanate":
		for _, c := range f.t.ChildrenBy(s, "nmod") {
			if c > s && f.t.Preposition(c) == "of" {
				return c
			}
		}
	}
	return s
}

// related is the person of whom a relative clause tells, where a pronoun at token s is
// the subject of a verb v that hangs on the verb of the clause, None elsewhere: "led by
// Vale, who agreed to talks although he insists on a truce".
func (f *finder) related(s, v int) int {
	if w := lower(f.t.Word(s)); w != "he" && w != "she" || !f.t.Is(v, "advcl") {
		return rapporteur.None
	}
	r := f.t.Head(v)
	if r < 0 || r > v || !f.t.Is(r, "acl:relcl") {
		return rapporteur.None
	}
	who := f.t.Child(r, "nsubj")
	if who < 0 || f.t.Tokens[who].XPOS != "WP" {
		return rapporteur.None
	}
	a := f.cast.At(who)
	if a < 0 || f.who(a).Kind != rapporteur.ActorPerson {
		return rapporteur.None
	}
	return a
}

// toldTo are those who are told, asked or made to do what the infinitive v says:
// "called on the government to accept the deal".
func (f *finder) toldTo(v int) []int {
	h := f.t.Head(v)
	if h < 0 || h > v || f.t.Child(v, "nsubj", "nsubj:pass") >= 0 || f.t.Tokens[v].XPOS != "VB" {
		return nil
	}
	switch f.t.Lemma(h) {
	case "urge", "call", "ask", "press", "tell", "order", "persuade", "convince", "invite", "force", "allow", "appeal", "warn", "advise", "encourage", "implore", "prompt", "lead", "oblige", "compel":
	default:
		return nil
	}
	for _, c := range f.t.Children(h) {
		c := int(c)
		if c < h || c > v {
			continue
		}
		if f.t.Is(c, "obj", "iobj") || f.t.Is(c, "obl") && (f.t.Preposition(c) == "on" || f.t.Preposition(c) == "upon" || f.t.Preposition(c) == "to") {
			return f.actorsAt(c)
		}
	}
	return nil
}

// collective reports whether the noun at token i means all sides together: "the
// two countries", "both sides".
func (f *finder) collective(i int) bool {
	if f.class[i]&know.Side == 0 || f.t.Tokens[i].XPOS != "NNS" {
		return false
	}
	return !strings.HasPrefix(f.t.Lemma(i), "negotiat") && f.t.Lemma(i) != "team"
}

// atTheTable are all sides, where there are several.
func (f *finder) atTheTable() []int {
	if len(f.parties) < 2 {
		return nil
	}
	var out []int
	for _, p := range f.parties {
		out = append(out, p.actor)
	}
	return out
}

// mentionedBefore is the one body that the sentence before a pronoun at token s names
// as its subject or as whose something is, where the cast does not know whom it
// means: "At the heart of it is the union's demand … It also wants …".
func (f *finder) mentionedBefore(s int) []int {
	n := f.t.SentenceOf(s)
	if f.content[s] > 0 || n == 0 || lower(f.t.Word(s)) != "it" || f.t.Sentences[n].First != s || f.t.Sentences[n-1].Heading {
		return nil
	}
	before := f.t.Sentences[n-1]
	for k := before.First; k < before.End; k++ {
		if !f.t.Is(k, "nsubj", "nsubj:pass", "nmod:poss") || f.t.Tokens[k].UPOS == "PRON" {
			continue
		}
		if who := f.actorsAt(k); len(who) == 1 {
			switch f.who(who[0]).Kind {
			case rapporteur.ActorOrganization, rapporteur.ActorArmedGroup, rapporteur.ActorState, rapporteur.ActorGovernment:
				return who
			}
		}
	}
	return nil
}

// addressee are those whom a pronoun at token s, the subject of verb v, means
// as they are told or convinced of what the verb says: "convince the rebels that
// they have to leave".
func (f *finder) addressee(s, v int) []int {
	if f.t.Tokens[s].UPOS != "PRON" || !pronoun[lower(f.t.Word(s))] {
		return nil
	}
	for steps := 0; steps < 4 && v >= 0; v, steps = f.t.Head(v), steps+1 {
		if !f.t.Is(v, "ccomp") {
			continue
		}
		if teller := f.t.Head(v); teller >= 0 && f.t.Verbal(teller) {
			if o := f.t.Child(teller, "obj", "iobj"); o >= 0 && o < s {
				return f.actorsAt(o)
			}
		}
	}
	return nil
}

// governing is the verb that the words at token v belong to: v itself where it
// is one.
func (f *finder) governing(v int) int {
	if f.t.Verbal(v) {
		return v
	}
	for g, steps := f.t.Head(v), 0; g >= 0 && steps < 4; g, steps = f.t.Head(g), steps+1 {
		if f.t.Verbal(g) {
			return g
		}
	}
	return v
}

// besides are those named with a subject at token s, "along with Arden and Velm".
func (f *finder) besides(s, v int) []int {
	for k := s + 1; k+1 < v && k < s+8; k++ {
		switch f.t.Word(k) {
		case "along", "together":
			if f.t.Word(k+1) == "with" {
				return f.mentionFrom(k+2, v)
			}
		}
	}
	return nil
}

// speaks reports whether token i is a word by which a speaker means himself.
func (f *finder) speaks(i int) bool {
	switch lower(f.t.Word(i)) {
	case "we", "i", "us", "our", "me":
		return true
	}
	return false
}

// pronoun are those by which a report most often means whoever speaks.
var pronoun = map[string]bool{"he": true, "she": true, "it": true, "they": true}

// himself are those whom a pronoun at token i means as it stands for the speaker: of
// one person "they" are the side that he is on.
func (f *finder) himself(i int) []int {
	who := f.speaker(i)
	if len(who) != 1 || lower(f.t.Word(i)) != "they" || f.who(who[0]).Kind != rapporteur.ActorPerson {
		return who
	}
	if s := f.seatOf(who[0]); s >= 0 && s != who[0] {
		return []int{s}
	}
	return nil
}

// within are the actors of the first mention inside the phrase of token i that
// stands before its head, as the tree of a name may be wrong.
func (f *finder) within(i int) []int {
	first, _ := f.t.Phrase(i)
	for k := i - 1; k >= first && k > i-4; k-- {
		if who := f.actorsAt(k); len(who) > 0 && f.t.Tokens[k].UPOS == "PROPN" {
			return who
		}
	}
	return nil
}

// before are the actors of the mention that stands last before token v in its
// clause.
func (f *finder) before(v int) []int {
	s := f.t.Sentences[f.t.SentenceOf(v)]
	for k := v - 1; k >= s.First && k > v-8; k-- {
		t := f.t.Tokens[k]
		if t.UPOS == "VERB" || t.UPOS == "SCONJ" || t.UPOS == "PUNCT" && !f.hyphen(k) {
			return nil
		}
		if f.cast.At(k) >= 0 {
			if p := f.t.Preposition(k); p != "" && p != "'s" && p != "’s" {
				return nil
			}
			return f.actorsAt(f.t.FirstConjunct(k))
		}
	}
	return nil
}

// spoken are those whom "we" means at token i: the body that a spokesman speaks
// for, otherwise the speaker.
func (f *finder) spoken(i int) []int {
	who := f.speaker(i)
	if len(who) == 1 && f.classOf(who[0]) == "spokesman" {
		if s := f.seatOf(who[0]); s >= 0 {
			return []int{s}
		}
	}
	return who
}

// speaker is who says what stands at token i.
func (f *finder) speaker(i int) []int {
	if n := f.content[i]; n > 0 {
		who := f.statements[n-1].Speaker
		if who.Actor >= 0 {
			return []int{who.Actor}
		}
		return f.listedAs(who.Name)
	}
	return nil
}

// listedAs are the actors whose names, joined by "; ", are these.
func (f *finder) listedAs(names string) []int {
	var out []int
	for _, name := range strings.Split(names, "; ") {
		for i := range f.count() {
			if f.who(i).Name == name {
				out = append(out, i)
				break
			}
		}
	}
	return out
}
