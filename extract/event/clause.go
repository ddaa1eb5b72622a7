package event

import "rapporteur"

const none = rapporteur.None

// A clause is who does what in the clause of a verb, whatever its voice: in
// "sanctions were imposed by Arden" the subject is Arden and the object the
// sanctions.
type clause struct {
	head    int
	passive bool
	subject int    // who does it, or none
	objects [2]int // indirect before direct; none where there is none
}

// clauseOf reads the clause of verb v.
func (f *finder) clauseOf(v int) clause {
	if c, ok := f.beheaded(v); ok {
		return c
	}
	if f.passive(v) {
		return f.passiveClause(v)
	}
	return f.activeClause(v)
}

// beheaded is the clause of a past tense that the tree took for a participle of its
// subject, so that the sentence has no verb: "The army released ten sailors."
func (f *finder) beheaded(v int) (clause, bool) {
	t := f.t
	h := t.Head(v)
	if t.Tokens[v].XPOS != "VBN" || !t.Is(v, "acl") || h < 0 || t.Head(h) >= 0 || t.Child(v, "obj", "aux", "obl:agent") >= 0 || v-h > 2 {
		return clause{}, false
	}
	s := t.Sentences[t.SentenceOf(v)]
	object := none
	for i := s.First; i < s.End; i++ {
		switch t.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return clause{}, false
		}
		if i > v && object < 0 && t.Nominal(i) && t.Child(i, "case") < 0 && (t.Head(i) == h || t.Head(i) == v) {
			object = i
		}
	}
	if object < 0 || t.Tokens[v+1].UPOS == "ADP" && t.Tokens[v+1].XPOS == "IN" && t.Head(v+1) == object {
		return clause{}, false
	}
	return clause{head: v, subject: h, objects: [2]int{object, none}}, true
}

func (f *finder) activeClause(v int) clause {
	c := clause{head: v, subject: f.subject(v), objects: [2]int{none, none}}
	i := 0
	for _, k := range f.t.Children(v) {
		k := int(k)
		if i < 2 && (f.t.Is(k, "iobj", "obj") && f.t.Tokens[k].UPOS != "PUNCT" || f.named(k, v)) {
			if w := f.followed(k, v); w >= 0 {
				k = w
			}
			c.objects[i] = f.antecedent(k, v)
			i++
		}
	}
	if i == 0 {
		c.objects[0] = f.gap(v)
		if c.objects[0] < 0 {
			c.objects[0] = f.garden(v)
		}
	}
	if i == 1 {
		// "granted two reporters a pardon", read as one noun phrase
		if k := f.t.Child(c.objects[0], "nmod:unmarked"); k > c.objects[0] && !f.dated(k) && f.t.Tokens[k].UPOS == "NOUN" {
			c.objects[1] = k
		}
	}
	if c.objects[0] >= 0 && c.objects[0] == c.subject {
		c.objects[0] = none
	}
	return c
}

func (f *finder) passiveClause(v int) clause {
	c := clause{head: v, passive: true, subject: f.agent(v), objects: [2]int{none, none}}
	c.objects[0] = f.subject(v)
	if o := f.t.Child(v, "obj"); o >= 0 {
		c.objects[1] = o // "was denied entry"
	}
	if c.objects[0] == c.subject {
		c.objects[0] = none
	}
	return c
}

// followed is the noun before the "following" that the tree took for an adjective
// of object k: "suspended its strike following talks"; none where there is none.
func (f *finder) followed(k, v int) int {
	for _, c := range f.t.ChildrenBy(k, "amod") {
		if i := c - 1; f.t.Tokens[c].XPOS == "VBG" && f.t.Lemma(c) == "follow" && i > v && f.t.Tokens[i].UPOS == "NOUN" {
			return i
		}
	}
	return none
}

// garden is the object of v that the tree took for the subject of the participle
// after it: "signed [an agreement] aimed at".
func (f *finder) garden(v int) int {
	for _, k := range f.t.ChildrenBy(v, "ccomp") {
		if x := f.t.Tokens[k].XPOS; x != "VBD" && x != "VBN" || f.t.Child(k, "mark", "aux") >= 0 && f.t.Child(k, "mark") < k {
			continue
		}
		if s := f.t.Child(k, "nsubj"); s > v && s == k-1 && f.t.Tokens[s].UPOS == "NOUN" {
			return s
		}
	}
	return none
}

// named reports whether k is a noun that says what the object of v is or becomes,
// "took them hostage", which trees may also make of a plain object.
func (f *finder) named(k, v int) bool {
	return k > v && f.t.Is(k, "xcomp") && (f.t.Tokens[k].UPOS == "NOUN" || f.t.Tokens[k].UPOS == "PROPN") && f.t.Child(k, "cop", "mark", "case") < 0
}

// afterParticle is the noun that follows the particle of verb v, which trees
// often make a preposition: "called off the strike".
func (f *finder) afterParticle(v int, particle string) int {
	for _, k := range f.t.ChildrenBy(v, "obl") {
		if c := f.t.Child(k, "case"); c == v+1 && f.t.Lemma(c) == particle && f.preposition(k) == particle {
			return k
		}
	}
	return none
}

// stateClause is the clause of a participle that says what its subject is.
func (f *finder) stateClause(v int) clause {
	return clause{head: v, subject: f.subject(v), objects: [2]int{none, none}}
}

// gap is the object that v shares or that its clause modifies: "condemned and
// rejected the plan", "the sanctions that Arden imposed".
func (f *finder) gap(v int) int {
	t := f.t
	if t.Tokens[v].Deprel == "acl:relcl" && t.Child(v, "nsubj") >= 0 {
		h := t.Head(v)
		if s := t.Child(v, "nsubj"); f.secondSubject(s, v) >= 0 {
			return f.antecedent(s, v)
		}
		if h >= 0 && t.Nominal(h) && t.Child(v, "cop", "ccomp", "xcomp") < 0 && f.antecedent(t.Child(v, "nsubj"), v) != h && !f.stranded(v) {
			return h
		}
		return none
	}
	for _, k := range t.Children(v) {
		k := int(k)
		if k > v && t.Is(k, "conj") && t.Tokens[k].UPOS == "VERB" && t.Child(k, "nsubj") < 0 && k-v <= 4 {
			if o := t.Child(k, "obj"); o > k && t.Child(v, "obl", "xcomp", "ccomp", "advcl") < 0 {
				return o
			}
		}
	}
	return none
}

// stranded reports whether the relative pronoun of clause v stands after a
// preposition or is of time or place: "in which", "where", "when".
func (f *finder) stranded(v int) bool {
	for _, k := range f.t.Children(v) {
		k := int(k)
		if k > v {
			break
		}
		switch f.t.Lemma(k) {
		case "where", "when", "why":
			return true
		case "which", "whom", "whose":
			if !f.t.Is(k, "obj") {
				return true
			}
		}
	}
	return false
}

// antecedent puts the noun in the place of the relative pronoun that stands
// for it in the relative clause v.
func (f *finder) antecedent(k, v int) int {
	if k < 0 {
		return none
	}
	switch f.t.Lemma(k) {
	case "who", "which", "that", "whom":
		if f.t.Is(v, "acl:relcl", "acl") && f.t.Head(v) >= 0 {
			return f.nearest(k, f.t.Head(v))
		}
	}
	return k
}

// nearest is the noun that the relative pronoun k stands for: the one that the
// tree says, unless that is nobody while the name right before the comma is
// somebody ("members of the union, which listed them").
func (f *finder) nearest(k, head int) int {
	i := k - 1
	if i >= 0 && f.t.Word(i) == "," {
		i--
	}
	if i < 0 || i == head || f.cast.At(head) >= 0 || f.cast.At(i) < 0 || f.t.Tokens[i].UPOS != "PROPN" || f.t.SentenceOf(i) != f.t.SentenceOf(k) {
		return head
	}
	return i
}

// passive reports whether v is passive. A participle after a noun with an
// object of its own ("rebels attacked the town", read as a modifier) is a past
// tense that the tagger took for a participle.
func (f *finder) passive(v int) bool {
	t := f.t
	if t.Child(v, "aux:pass") >= 0 {
		return true
	}
	if t.Child(v, "nsubj:pass", "csubj:pass") >= 0 && (t.Child(v, "aux") >= 0 || t.Is(v, "conj") || t.Child(v, "obj", "xcomp", "ccomp") < 0) {
		return true // without an auxiliary and with an object it is a past tense
	}
	if t.Tokens[v].XPOS != "VBN" {
		return false
	}
	if t.Child(v, "aux", "nsubj") >= 0 {
		return false
	}
	switch {
	case t.Is(v, "acl", "amod", "advcl"):
		return t.Child(v, "obj") < 0
	case t.Is(v, "conj") && t.Head(v) >= 0 && t.Tokens[t.Head(v)].UPOS == "VERB":
		return f.passive(t.Head(v))
	case t.Is(v, "xcomp"):
		return t.Child(v, "obj") < 0
	}
	return false
}

// subject is the grammatical subject of v, its own or shared, with pronouns of
// relative clauses resolved.
func (f *finder) subject(v int) int { return f.subjectWithin(v, 8) }

func (f *finder) subjectWithin(v, steps int) int {
	t := f.t
	if steps == 0 || v < 0 {
		return none
	}
	if s := f.beside(v); s >= 0 {
		return s
	}
	if s := t.Child(v, "nsubj", "csubj"); s >= 0 {
		if t.Is(s, "csubj") {
			return none
		}
		if f.dated(s) {
			return f.beforeDate(s)
		}
		if other := f.secondSubject(s, v); other >= 0 {
			return other
		}
		return f.antecedent(s, v)
	}
	head := t.Head(v)
	if head < 0 {
		return f.before(v)
	}
	tag := t.Tokens[v].XPOS
	switch t.Relation(v) {
	case "conj":
		if !t.Verbal(head) && t.Tokens[head].UPOS != "AUX" {
			return f.before(v)
		}
		return f.subjectWithin(head, steps-1)
	case "xcomp":
		if o := f.controller(head, v); o >= 0 {
			return o
		}
		return f.subjectWithin(head, steps-1)
	case "advcl", "parataxis", "ccomp":
		if tag != "VBG" && tag != "VB" && tag != "VBN" {
			return f.before(v)
		}
		if t.Nominal(head) && !t.Verbal(head) {
			return head
		}
		if m := t.Child(v, "mark"); m >= 0 {
			switch t.Lemma(m) {
			case "of", "for", "from", "into":
				// "accused Velm of shelling", "was thanked for hosting": the object does it.
				if o := t.Child(head, "obj", "nsubj:pass"); o >= 0 {
					return f.antecedent(o, head)
				}
			case "to":
				if o := f.controller(head, v); o >= 0 {
					return o
				}
			}
		}
		return f.subjectWithin(head, steps-1)
	case "acl":
		if !t.Nominal(head) {
			return none
		}
		if tag == "VB" {
			return f.planner(head, steps-1)
		}
		if m := t.Child(v, "mark"); m >= 0 && tag == "VBG" && m < v {
			// "said in a statement after meeting": of the clause, not the statement.
			if up := t.Head(head); up >= 0 && t.Verbal(up) {
				return f.subjectWithin(up, steps-1)
			}
		}
		if t.Tokens[v].Deprel == "acl" && tag == "VBG" && t.Is(head, "obj") && (f.eventful(head) || f.isOf(document, head)) && !f.somebody(head, false) {
			// "issued a statement welcoming the talks", "launched an attack killing two".
			if up := t.Head(head); up >= 0 && t.Tokens[up].UPOS == "VERB" && !f.passive(up) {
				return f.subjectWithin(up, steps-1)
			}
		}
		if f.stranded(v) {
			return f.before(v)
		}
		return head // "troops guarding the bridge"
	case "dep", "root", "appos", "list":
		return f.before(v)
	}
	return none
}

// secondSubject is the subject of relative clause v where the tree has its pronoun
// s for one, too: "the president, who they accused"; none where there is no other.
func (f *finder) secondSubject(s, v int) int {
	if l := f.t.Lemma(s); l != "who" && l != "which" && l != "that" && l != "whom" {
		return none
	}
	for _, k := range f.t.ChildrenBy(v, "nsubj") {
		if k > s && k < v {
			return k
		}
	}
	return none
}

// beside is the noun phrase right before the finite verb v that the tree hangs on
// something else because it took the conjunction before it for a preposition:
// "after Arden imposed sanctions".
func (f *finder) beside(v int) int {
	t := f.t
	switch t.Tokens[v].XPOS {
	case "VBD", "VBZ", "VBP", "VBN":
	default:
		return none
	}
	i := v - 1
	for i >= 0 && (t.Tokens[i].UPOS == "AUX" || t.Tokens[i].UPOS == "ADV") && t.Head(i) == v {
		i--
	}
	if i < 0 || t.SentenceOf(i) != t.SentenceOf(v) || !t.Nominal(i) || i == v-1 && t.Tokens[v].XPOS == "VBN" {
		return none
	}
	n := i
	for t.Is(n, "flat", "compound", "conj") && t.Head(n) >= 0 && t.Head(n) < n {
		n = t.Head(n)
	}
	if t.Head(n) == v || t.Head(n) > v {
		return none
	}
	switch f.preposition(n) {
	case "after", "before", "since", "as", "until", "while", "than":
		if t.Is(n, "obl", "nmod") {
			return n
		}
	}
	return none
}

// beforeDate is who stands right before a date that the tree took for the subject:
// "Aster Vale this week demanded".
func (f *finder) beforeDate(s int) int {
	first, _ := f.t.Phrase(s)
	if i := first - 1; i >= 0 && f.t.SentenceOf(i) == f.t.SentenceOf(s) && f.t.Nominal(i) {
		return i
	}
	return s
}

// controller is the object of head that does what the infinitive v says:
// "urged Israel to stop", "called on Israel to stop".
func (f *finder) controller(head, v int) int {
	t := f.t
	if t.Passive(head) {
		return none // "was urged to stop": the subject
	}
	switch t.Lemma(head) {
	case "promise", "use", "take", "vow", "pledge", "threaten":
		return none
	}
	if o := t.Child(head, "obj", "iobj"); o >= 0 && o < v {
		return f.antecedent(o, head)
	}
	switch t.Lemma(head) {
	case "call", "appeal", "press", "push", "plead":
		for _, k := range t.ChildrenBy(head, "obl") {
			if k > head && k < v {
				return k
			}
		}
	}
	return none
}

// planner is who would do what the infinitive after noun n says: its possessor,
// or the subject of the verb that n is the object of ("announced plans to send").
func (f *finder) planner(n, steps int) int {
	t := f.t
	if p := t.Child(n, "nmod:poss"); p >= 0 {
		return p
	}
	for _, k := range t.ChildrenBy(n, "nmod") {
		if p := f.preposition(k); (p == "of" || p == "by" || p == "from") && f.somebody(k, false) {
			return k // "welcomed the decision of Arden to send"
		}
	}
	if h := t.Head(n); h >= 0 && t.Is(n, "obj", "obl", "nsubj:pass") && t.Verbal(h) {
		if f.passive(h) {
			return f.agent(h)
		}
		return f.subjectWithin(h, steps)
	}
	return f.modifierActor(n)
}

// agent is the head of the by-phrase of a passive v, or none.
func (f *finder) agent(v int) int {
	if c := f.t.Child(v, "obl:agent"); c >= 0 {
		return c
	}
	for _, k := range f.t.ChildrenBy(v, "obl") {
		if f.t.Preposition(k) == "by" && f.t.Tokens[k].UPOS != "NUM" && !f.dated(k) {
			return k
		}
	}
	return none
}

// before is the subject of a finite verb that the tree gives none: the nearest
// noun phrase before it that stands alone at the same level, with no other verb
// between. Trees of long sentences lose subjects; the order of words does not.
func (f *finder) before(v int) int {
	t := f.t
	switch t.Tokens[v].XPOS {
	case "VBD", "VBZ", "VBP", "VBN":
	default:
		return none
	}
	s := t.Sentences[t.SentenceOf(v)]
	for i, steps := v-1, 0; i >= s.First && steps < 12; i, steps = i-1, steps+1 {
		switch t.Tokens[i].UPOS {
		case "VERB":
			if i < v-1 && t.Is(i, "amod", "acl") {
				continue
			}
			return none
		case "SCONJ", "CCONJ":
			return none
		case "PUNCT":
			if i = f.beforeAside(i); i < 0 {
				return none
			}
		case "NOUN", "PROPN", "PRON":
			top := i
			for steps := 0; steps < 8; steps++ { // the bound is for trees that are none
				h := t.Head(top)
				if h < s.First || h >= v || !t.Nominal(h) {
					break
				}
				top = h
			}
			if t.Child(top, "case") >= 0 {
				i = min(i, top)
				continue
			}
			return top
		}
	}
	return none
}

// beforeAside is the comma that opens the relative clause that comma i closes
// ("Arden, whose envoys have met, agreed"), or none.
func (f *finder) beforeAside(i int) int {
	first := f.t.Sentences[f.t.SentenceOf(i)].First
	if f.t.Word(i) != "," {
		return none
	}
	for j := i - 1; j > first; j-- {
		if f.t.Word(j) == "," {
			if x := f.t.Tokens[j+1].XPOS; x == "WP" || x == "WP$" || x == "WDT" || x == "WRB" {
				return j
			}
			return none
		}
	}
	return none
}

// A prepositional is a noun phrase after a preposition within a clause.
type prepositional struct {
	preposition string
	head        int
}

// prepositionals are those that hang on head, directly or through a noun that
// does, nearest level first. Those of clauses within are left out.
func (f *finder) prepositionals(head int) []prepositional {
	f.stack = append(f.stack[:0], head)
	out := f.prep[:0]
	for depth := 0; depth < 4 && len(f.stack) > 0; depth++ {
		level := len(f.stack)
		for _, at := range f.stack[:level] {
			for _, k := range f.t.Children(at) {
				k := int(k)
				if (at == head || f.t.Is(at, "obj") && f.t.Head(at) == head) && f.t.Is(k, "advcl", "acl") && f.t.Tokens[k].XPOS == "VBG" {
					// "barred from holding office", "blamed for sinking the ship"
					if m := f.t.Child(k, "mark"); m >= 0 && m < k {
						out = append(out, prepositional{f.t.Lemma(m), k})
					}
				}
				switch f.t.Relation(k) {
				case "punct", "det", "case", "cc", "mark", "aux", "cop", "advcl", "acl", "ccomp", "csubj", "parataxis", "nsubj", "expl", "discourse":
					if !f.t.Is(k, "nsubj:pass") {
						continue
					}
				case "xcomp":
					// "began to hold talks with": the infinitive has its own.
					continue
				case "conj":
					if f.t.Tokens[k].UPOS == "VERB" {
						continue
					}
				}
				if p := f.preposition(k); p != "" {
					if p == "in" && relates(f.t.Lemma(k)) {
						continue // "in response to the storm": to whom nothing is done
					}
					out = append(out, prepositional{p, k})
				}
				f.stack = append(f.stack, k)
			}
		}
		f.stack = append(f.stack[:0], f.stack[level:]...)
	}
	f.prep = out
	return out
}

// relates reports whether noun lemma is of a preposition of several words: "in
// response to".
func relates(lemma string) bool {
	switch lemma {
	case "response", "reaction", "addition", "relation", "return", "exchange", "contrast", "retaliation", "comparison":
		return true
	}
	return false
}

// preposition is the case marker of k, its parts joined by "_": "out_of".
func (f *finder) preposition(k int) string {
	first := ""
	for _, c := range f.t.Children(k) {
		c := int(c)
		if c > k {
			break
		}
		if !f.t.Is(c, "case") || f.t.Tokens[c].XPOS == "POS" {
			continue
		}
		word := f.t.Lemma(c)
		for _, g := range f.t.Children(c) {
			if f.t.Is(int(g), "fixed") {
				word += "_" + f.t.Lemma(int(g))
			}
		}
		if first != "" {
			return first + "_" + word
		}
		first = word
	}
	return first
}

// complementOf is the clause that follows the verb of c, or its object: "sent
// doctors to help".
func (f *finder) complementOf(c clause, kind string) int {
	k := f.complement(c.head, kind)
	if k < 0 && kind == "to" && c.objects[0] > c.head {
		for _, o := range f.t.Conjuncts(c.objects[0]) {
			if k = f.complement(o, kind); k >= 0 {
				break
			}
		}
	}
	return k
}

// complement is the clause of one of the kinds "to", "do", "that" and "ing"
// that follows head, or none.
func (f *finder) complement(head int, kind string) int {
	t := f.t
	for _, k := range t.Children(head) {
		k := int(k)
		if k < head {
			continue
		}
		switch kind {
		case "to":
			if t.Is(k, "xcomp", "ccomp", "acl", "advcl") && f.infinitive(k) && !f.late(k, head) {
				return k
			}
		case "do":
			if x := t.Tokens[k].XPOS; t.Is(k, "xcomp", "ccomp") && (x == "VB" || x == "VBP") && !f.infinitive(k) && t.Child(k, "aux") < 0 {
				return k
			}
		case "that":
			if t.Is(k, "ccomp", "acl") && t.Verbal(k) && !f.infinitive(k) && t.Tokens[k].XPOS != "VBG" {
				return k
			}
		case "ing":
			if t.Is(k, "xcomp", "ccomp", "advcl", "acl") && t.Tokens[k].XPOS == "VBG" {
				return k
			}
		}
	}
	return none
}

// late reports whether the infinitive k stands so far after head that it says
// what for: "agreed to a truce to let aid in".
func (f *finder) late(k, head int) bool {
	if !f.t.Is(k, "advcl") || f.t.Child(head, "obj") >= 0 {
		return false
	}
	first, _ := f.t.Phrase(k)
	if first <= head+3 {
		return false
	}
	for _, c := range f.t.ChildrenBy(head, "obl") {
		if c < k && (f.preposition(c) == "to" || f.preposition(c) == "for") {
			return true
		}
	}
	return false
}

// infinitive reports whether k is an infinitive with "to".
func (f *finder) infinitive(k int) bool {
	for _, c := range f.t.Children(k) {
		c := int(c)
		if c > k {
			return false
		}
		if f.t.Is(c, "mark") && f.t.Lemma(c) == "to" {
			return true
		}
	}
	return false
}

// hasParticle reports whether particle belongs to verb v: "broke off talks",
// "called the strike off", "pulled out of".
func (f *finder) hasParticle(v int, particle string) bool {
	t := f.t
	for _, k := range t.Children(v) {
		k := int(k)
		if t.Is(k, "compound:prt", "advmod", "case", "mark") && k > v && t.Lemma(k) == particle {
			return true
		}
	}
	s := t.Sentences[t.SentenceOf(v)]
	if v+1 < s.End && t.Lemma(v+1) == particle {
		switch t.Tokens[v+1].UPOS {
		case "ADP", "ADV", "PART":
			return true
		}
	}
	return false
}

// pronounced is whom the pronoun at means where nobody told: the subject of the
// clause above the one it is the subject of. "Arden said it would withdraw."
func (f *finder) pronounced(at int) int {
	t := f.t
	switch t.Lemma(at) {
	case "he", "she", "it", "they":
	default:
		return none
	}
	v := t.Head(at)
	if v < 0 || !t.Is(at, "nsubj", "nsubj:pass") {
		return none
	}
	if n := t.SentenceOf(at); t.Head(v) < 0 && n > 0 && at-t.Sentences[n].First < 3 {
		return f.topic(n-1, at)
	}
	for steps := 0; steps < 4; steps++ {
		h := t.Head(v)
		if h < 0 {
			return none
		}
		if t.Verbal(h) {
			if s := t.Child(h, "nsubj", "nsubj:pass"); s >= 0 && s != at {
				if t.Tokens[s].UPOS == "PRON" || !agrees(t.Lemma(at), t.Tokens[s].XPOS) {
					return none
				}
				return s
			}
		}
		v = h
	}
	return none
}

// topic is the subject of the main clause of sentence n, if the pronoun at of the
// next one may mean it.
func (f *finder) topic(n, at int) int {
	t := f.t
	s := t.Sentences[n]
	if s.Heading {
		return none
	}
	for i := s.First; i < s.End; i++ {
		if t.Head(i) >= 0 {
			continue
		}
		subject := t.Child(i, "nsubj", "nsubj:pass")
		a := f.cast.At(subject)
		if subject < 0 || a < 0 || !agrees(t.Lemma(at), t.Tokens[subject].XPOS) {
			return none
		}
		person := f.cast.Actors[a].Kind == rapporteur.ActorPerson || f.cast.Actors[a].Kind == rapporteur.ActorOffice
		if l := t.Lemma(at); l != "they" && person != (l == "he" || l == "she") {
			return none
		}
		return subject
	}
	return none
}

// agrees reports whether a pronoun may stand for a noun with the tag.
func agrees(pronoun, tag string) bool {
	plural := tag == "NNS" || tag == "NNPS"
	switch pronoun {
	case "it":
		return !plural || tag == "NNPS"
	case "he", "she":
		return !plural
	}
	return true
}
