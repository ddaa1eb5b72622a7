package date

import "strings"

// verbAbove is the verb or predicate that governs node, or -1.
func (r *reader) verbAbove(node int) int {
	for steps := 0; steps < 24; steps++ {
		node = r.t.Tokens[node].Head
		if node < 0 || r.verbal(node) {
			return node
		}
	}
	return -1
}

func (r *reader) verbal(i int) bool {
	switch r.t.Tokens[i].UPOS {
	case "VERB", "AUX":
		return true
	}
	return r.t.Child(i, "cop") >= 0
}

// clause is which way the clause headed by v looks; open where v heads none or
// leaves it to the clause above.
func (r *reader) clause(v int) lean {
	t := r.t
	looks := outlooks()[t.Lemma(v)]
	tag := t.Tokens[v].XPOS
	if !r.verbal(v) {
		if r.timetabled(v) {
			return forward
		}
		switch t.Tokens[v].UPOS {
		case "ADJ", "NOUN", "PROPN":
			if looks.plan {
				return forward // "the talks due on Monday", "a Monday deadline"
			}
		}
		return open
	}
	// "was due to land", where the tagger took "land" for a noun
	if c := t.Child(v, "case"); c >= 0 && c < v && t.Word(c) == "due" && t.Child(v, "cop") >= 0 && t.Child(v, "det") < 0 {
		return forward
	}
	var modal, have, had, be, do, to, could bool
	finite := tag
	for _, c := range t.Children(v) {
		c := int(c)
		if !t.Is(c, "aux", "cop", "mark") {
			continue
		}
		switch t.Lemma(c) {
		case "will", "shall", "would", "can", "could", "may", "might", "must", "should", "'ll", "wo", "'d":
			modal = true
			could = could || t.Lemma(c) == "could" || t.Lemma(c) == "can"
		case "have":
			have, had = true, t.Tokens[c].XPOS == "VBD"
		case "be":
			if !be && !have {
				finite = t.Tokens[c].XPOS
			}
			be = true
		case "do":
			do, finite = true, t.Tokens[c].XPOS
		case "to":
			to = true
		}
	}
	switch {
	case modal && have:
		if t.Child(v, "aux") >= 0 && r.has(v, "will", "shall") {
			return forward
		}
		return back
	case could && t.Negated(v):
		return back // "could not be reached on Monday"
	case modal:
		return forward
	case looks.plan && had:
		return either // "had been scheduled for Monday"
	case looks.plan && (tag == "VBN" || tag == "JJ" || be):
		return forward
	case have && (!to || !r.sought(v)):
		return back // "is said to have died on Monday", too
	case to:
		return r.infinitive(v)
	case do:
		return past(finite)
	case be && tag == "VBG":
		if finite == "VBD" {
			return back
		}
		return forward // "is meeting on Monday"
	case be:
		return past(finite)
	case r.pastForm(v):
		return back
	case tag == "VBZ" || tag == "VBP":
		if looks.report || tag == "VBP" && looks.same {
			return back
		}
		return forward
	case tag == "VB":
		if h := t.Head(v); h >= 0 && t.Is(v, "xcomp", "ccomp") && outlooks()[t.Lemma(h)].begin {
			return open // "helped clean the port on Monday"
		}
		if !t.Is(v, "root", "ccomp", "xcomp", "conj", "parataxis", "advcl", "acl", "csubj") {
			return open // "sent a cease-and-desist letter on Monday"
		}
		return forward
	case tag == "VBN" && t.Is(v, "root", "acl", "ccomp", "parataxis", "advcl", "amod", "conj"):
		if t.Is(v, "conj") || looks.along && !t.Is(v, "root") {
			return open
		}
		return back
	}
	return open // a participle or a gerund: it shares the time of its governor
}

// sought reports whether the verb above v looks ahead: "hopes to have left by Monday".
func (r *reader) sought(v int) bool {
	h := r.t.Head(v)
	return h >= 0 && (outlooks()[r.t.Lemma(h)].seek || outlooks()[r.t.Lemma(h)].plan)
}

// timetabled reports whether v is a verb of the timetable that was taken for a noun:
// "The council votes on Tuesday", with a subject, or at the head of
// its sentence with a noun before it.
func (r *reader) timetabled(v int) bool {
	if !outlooks()[r.t.Lemma(v)].timetable || !r.t.Is(v, "root", "ccomp", "parataxis", "conj", "advcl") || r.t.Child(v, "cop") >= 0 {
		return false
	}
	if c := r.t.Child(v, "nsubj"); c >= 0 {
		plural := r.t.Tokens[c].XPOS == "NNS" || r.t.Tokens[c].XPOS == "NNPS"
		return plural || strings.HasSuffix(r.t.Word(v), "s")
	}
	before := v - 1
	if !r.t.Is(v, "root") || before < r.t.Sentences[r.t.SentenceOf(v)].First {
		return false
	}
	singular := r.t.Tokens[before].XPOS == "NN" || r.t.Tokens[before].XPOS == "NNP"
	plural := r.t.Tokens[before].XPOS == "NNS" || r.t.Tokens[before].XPOS == "NNPS"
	return plural || singular && strings.HasSuffix(r.t.Word(v), "s")
}

func (r *reader) has(v int, lemmas ...string) bool {
	for _, c := range r.t.Children(v) {
		for _, l := range lemmas {
			if r.t.Lemma(int(c)) == l {
				return true
			}
		}
	}
	return false
}

// past is the lean of a finite form.
func past(tag string) lean {
	switch tag {
	case "VBD":
		return back
	case "VBZ", "VBP", "VB":
		return forward
	}
	return open
}

// infinitive is the lean of "to" and a verb: ahead, unless the verb above only
// says that it came about: "managed to leave on Monday".
func (r *reader) infinitive(v int) lean {
	head := r.t.Tokens[v].Head
	if head >= 0 && r.t.Is(v, "xcomp") {
		if r.t.Lemma(head) == "go" && r.t.Tokens[head].XPOS == "VBG" {
			return forward
		}
		if outlooks()[r.t.Lemma(head)].begin {
			return open
		}
	}
	if head >= 0 && outlooks()[r.t.Lemma(head)].plan && r.t.Is(v, "xcomp", "ccomp", "advcl") && r.clause(head) == either {
		return either // "had been due to meet on Monday"
	}
	return forward
}

// present reports whether the clause headed by v is in the present tense with
// no modal and no infinitive.
func (r *reader) present(v int) bool {
	finite := r.t.Tokens[v].XPOS
	for _, c := range r.t.Children(v) {
		if c := int(c); r.t.Is(c, "aux", "cop", "mark") {
			switch tag := r.t.Tokens[c].XPOS; tag {
			case "MD", "TO":
				return false
			case "VBZ", "VBP":
				finite = tag
			}
		}
	}
	return finite == "VBZ" || finite == "VBP"
}
