package coref

// reporterOf is the cluster of who reports what x takes part in, x being
// neither the reporter nor in a quotation that the reporter stands outside of:
// "Vale said" for "he" in "Vale said he left". Or none.
func (f *finder) reporterOf(x *mention) int32 {
	for up := f.heads[x.head]; up != none && f.heads[up] != none; up = f.heads[up] {
		if f.rels[up] != relComplement {
			continue
		}
		says := f.heads[up]
		if verbs()[f.lemma(says)] != reports || f.quote[says] != x.quote {
			continue
		}
		if s := f.subjectOf(says); s != none && f.mentions[s].head < x.head {
			return f.mentions[s].cluster
		}
	}
	return none
}

// reporterBefore is the cluster of who reported last before x, the subject of a
// reporting verb, in its sentence or the two before: "Vale says" for "he" in
// "Vale says it is late. “Very late,” he said". Or none.
func (f *finder) reporterBefore(x *mention) int32 {
	if f.doing(x) != reports || x.quote != none {
		return none
	}
	for up := f.heads[f.heads[x.head]]; up != none; up = f.heads[up] {
		for _, c := range f.children(up) {
			if f.rels[c].subject() && c < x.head && f.quote[c] == none {
				return none // "Holt left for what he said were talks"
			}
		}
	}
	from := int32(f.d.Sentences[max(x.sentence-2, 0)].First)
	for i := min(x.head, f.heads[x.head]) - 1; i >= from; i-- {
		if f.d.Tokens[i].UPOS != "VERB" || f.quote[i] != none || i == f.heads[x.head] || verbs()[f.lemma(i)] != reports {
			continue
		}
		switch f.rels[i] {
		case relRelative, relClausal, relComplement:
			continue // what somebody else says of a report
		}
		if s := f.subjectOf(i); s != none {
			return f.mentions[s].cluster
		}
	}
	return none
}
