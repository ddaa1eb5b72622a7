package event

import "strings"

// modality reads auxiliaries, tense and conditions of verb v. bare is true of
// an infinitive or a participle, which has the fate of what governs it.
func (f *finder) modality(v int) (out fate, bare bool) {
	t := f.t
	progressive, perfect, finite := false, false, false
	infinitive := f.infinitive(v)
	for _, k := range t.Children(v) {
		k := int(k)
		if k > v && !t.Is(k, "advcl") {
			break
		}
		switch t.Relation(k) {
		case "aux", "cop":
			switch t.Lemma(k) {
			case "will", "shall", "'ll", "wo":
				out = both(out, planned)
			case "would", "'d":
				out = both(out, f.would(v))
			case "may", "might", "can", "could", "ca":
				out = both(out, hypothetical)
			case "should", "must", "ought":
				out = both(out, demanded)
			case "have":
				perfect = true
			case "be":
				if t.Tokens[k].XPOS == "VB" && !finite && !infinitive && t.Child(v, "nsubj", "nsubj:pass") >= 0 {
					out = both(out, demanded) // "that the sailors be freed"
				}
				if t.Tokens[v].XPOS == "VBG" && !t.Is(k, "aux:pass") {
					progressive = true
				}
				if infinitive && t.Tokens[k].XPOS != "VB" && t.Tokens[k].XPOS != "VBN" {
					out = both(out, planned) // "is to meet"
				}
				if t.Tokens[k].XPOS == "VBG" && finite {
					progressive = true // "are being held"
				}
			}
			finite = true
		case "mark":
			switch t.Lemma(k) {
			case "if", "unless", "whether", "lest", "provided", "providing":
				out = both(out, hypothetical)
			}
		case "advcl":
			if f.conditional(k) && out != real {
				out = hypothetical
			}
		}
	}
	finite = finite || f.preterite(v)
	switch t.Tokens[v].XPOS {
	case "VBZ", "VBP":
		finite = true
	case "VB":
		if !finite && !infinitive && t.Is(v, "root") && t.Child(v, "nsubj", "nsubj:pass") < 0 {
			return unreal, false // an order
		}
	}
	if progressive && !perfect && out == real || progressive && perfect && out == real {
		out = ongoing
	}
	return out, !finite
}

// inverted reports whether the clause of v is a condition without "if": "should
// Arden attack", "had Arden attacked", "were Arden to attack".
func (f *finder) inverted(v int) bool {
	k := f.t.Child(v, "aux")
	s0 := f.t.Sentences[f.t.SentenceOf(v)]
	if w := strings.ToLower(f.t.Word(s0.First)); v-s0.First < 8 && v > s0.First+1 && (w == "had" || w == "were" || w == "should") && !f.hasComma(s0.First, v) {
		for i := v + 1; i < s0.End; i++ {
			if l := f.t.Lemma(i); (l == "would" || l == "could" || l == "might") && f.hasComma(v, i) {
				return true // whatever the tree says
			}
		}
	}
	if k < 0 {
		return false
	}
	switch strings.ToLower(f.t.Word(k)) {
	case "should", "had", "were":
	default:
		return false
	}
	s := f.t.Child(v, "nsubj", "nsubj:pass")
	first := f.t.Sentences[f.t.SentenceOf(v)].First
	return s > k && s < v && (k == first || f.t.Tokens[k-1].UPOS == "PUNCT" || f.t.Tokens[k-1].UPOS == "CCONJ" || f.t.Word(k-1) == "that")
}

// hasComma reports whether a comma stands between two tokens.
func (f *finder) hasComma(from, to int) bool {
	for i := from; i < to; i++ {
		if f.t.Word(i) == "," {
			return true
		}
	}
	return false
}

// almost reports whether v is said to have come near to being done.
func (f *finder) almost(v int) bool {
	for _, k := range f.t.ChildrenBy(v, "advmod") {
		if l := f.t.Lemma(k); k < v && (l == "almost" || l == "nearly" || l == "narrowly") {
			return true
		}
	}
	return false
}

// fellShort reports whether v is what somebody did not go so far as to do: "stopped short of
// expelling".
func (f *finder) fellShort(v int) bool {
	m := f.t.Child(v, "mark", "case")
	return m > 0 && m < v && f.t.Lemma(m) == "of" && f.t.Lemma(m-1) == "short"
}

// byThen reports whether the clause of v tells by when it is to be done: "said they would
// have left by May".
func (f *finder) byThen(v int) bool {
	for _, p := range append(f.fresh(), f.prepositionals(v)...) {
		if (p.preposition == "by" || p.preposition == "before") && f.dated(p.head) {
			return true
		}
	}
	return false
}

// counterfactual reports whether v is told to have been possible and not to be: "would
// have attacked". What is said to be done by a day is yet to come.
func (f *finder) counterfactual(v int) bool {
	would := false
	for _, k := range f.t.ChildrenBy(v, "aux") {
		switch f.t.Lemma(k) {
		case "would", "'d":
			would = true
		case "have":
			if would && f.t.Tokens[k].XPOS == "VB" && (f.statementAt(f.t.Tokens[v].Span) < 0 || !f.byThen(v)) {
				return true
			}
		}
	}
	return false
}

// conditional reports whether the clause k says "if" or "unless".
func (f *finder) conditional(k int) bool {
	for _, c := range f.t.Children(k) {
		if f.t.Is(int(c), "mark", "advmod") {
			switch f.t.Lemma(int(c)) {
			case "if", "unless":
				return true
			}
		}
	}
	return false
}

// would is the fate of "would": a plan reported after a verb of the past, else
// what only may be.
func (f *finder) would(v int) fate {
	t := f.t
	for _, k := range t.Children(v) {
		if t.Is(int(k), "advcl") && f.conditional(int(k)) {
			return hypothetical
		}
	}
	if f.statementAt(t.Tokens[v].Span) >= 0 {
		return planned
	}
	for up, steps := v, 0; up >= 0 && steps < 4; steps++ {
		if t.Is(up, "ccomp", "parataxis") && t.Head(up) >= 0 && f.preterite(t.Head(up)) {
			return planned
		}
		if !t.Is(up, "conj", "xcomp", "ccomp", "advcl") {
			break
		}
		up = t.Head(up)
	}
	return hypothetical
}
