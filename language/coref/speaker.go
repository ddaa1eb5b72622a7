package coref

// findSpeakers fills f.speakers and gives "I" and "we" to them.
func (f *finder) findSpeakers() {
	quotes := f.d.Quotes
	f.speakers = make([]int32, len(quotes))
	for q := range f.speakers {
		f.speakers[q] = none
	}
	first := f.firstTokens()
	last := int32(none) // the quotation before
	for q := range quotes {
		if quotes[q].Within >= 0 || first[q] == none {
			continue
		}
		f.speakers[q] = f.speakerOf(int32(q), first[q])
		if f.speakers[q] == none && last != none && f.carriesOn(last, int32(q), first) {
			f.speakers[q] = f.speakers[last]
		}
		// A quotation over several paragraphs may name its speaker at its end.
		for c := quotes[q].Continues; f.speakers[q] != none && c >= 0 && c < q && f.speakers[c] == none; c = quotes[c].Continues {
			f.speakers[c] = f.speakers[q]
		}
		last = int32(q)
	}
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.kind == pronoun && m.quote != none && (m.form == firstSingular || m.form == firstPlural) && !f.nested(m) {
			f.joinSpeaker(f.speakers[m.quote], int32(i))
		}
	}
}

// joinSpeaker gives "I" to who speaks, and "we" to the body that speaks or for
// which somebody speaks in office. What other people mean by "we" is nobody's
// name.
func (f *finder) joinSpeaker(speaker, m int32) {
	if speaker == none {
		return
	}
	x := &f.mentions[speaker]
	switch {
	case f.mentions[m].form == firstPlural && x.class&person != 0:
		if speaker = f.speaksFor(speaker); speaker == none {
			return
		}
	case f.mentions[m].form == firstSingular && (x.number == plural || !x.class.fits(person)):
		return
	}
	f.merge(speaker, m)
}

// speaksFor is the mention of the body in whose name a person holds office:
// "Aster Vale, a spokeswoman for the Velm Front", "a Front official". Or none.
func (f *finder) speaksFor(m int32) int32 {
	for at := f.clusters[f.mentions[m].cluster].first; at != none; at = f.mentions[at].next {
		x := &f.mentions[at]
		if x.kind == pronoun || x.kind == conjoined || x.entity != none || !spokesmanship()[f.lemma(x.head)] {
			continue
		}
		for _, c := range f.children(x.head) {
			switch f.rels[c] {
			case relCompound, relPossessor, relNmod:
				if b := f.byHead[c]; b != none && f.mentions[b].kind == named && f.mentions[b].class&body != 0 {
					return b
				}
			}
		}
	}
	return none
}

// nested reports whether m stands in a quotation inside another.
func (f *finder) nested(m *mention) bool {
	at := f.d.Tokens[m.head].Span.Start
	for q := int(m.quote) + 1; q < len(f.d.Quotes) && f.d.Quotes[q].Within >= int(m.quote); q++ {
		if c := f.d.Quotes[q].Content; c.Start <= at && at < c.End {
			return true
		}
	}
	return false
}

// firstTokens is the first token inside each outermost quotation, or none.
func (f *finder) firstTokens() []int32 {
	first := make([]int32, len(f.d.Quotes))
	for q := range first {
		first[q] = none
	}
	for i, q := range f.quote {
		if q != none && first[q] == none {
			first[q] = int32(i)
		}
	}
	return first
}

// speakerOf is the mention that is said to say quotation q, or none.
func (f *finder) speakerOf(q, first int32) int32 {
	end := first
	for end < int32(len(f.quote)) && f.quote[end] == q {
		end++
	}
	// The cue stands in the sentence where the quotation ends or begins, or is
	// the next sentence by itself.
	s := f.sentence[end-1]
	if m := f.cueIn(s, q, first, end); m != none {
		return m
	}
	if b := f.sentence[first]; b != s {
		if m := f.cueIn(b, q, first, end); m != none {
			return m
		}
	}
	if f.d.Quotes[q].Open {
		return none
	}
	if next := int(s) + 1; next < len(f.d.Sentences) && f.d.Sentences[next].Paragraph == f.d.Sentences[s].Paragraph {
		from := int32(f.d.Sentences[next].First)
		if f.d.Sentences[next].End-int(from) <= 25 && f.closesOn(s, end) {
			if m := f.cueIn(int32(next), q, first, end); m != none && f.mentions[m].head < from+8 {
				return m
			}
		}
	}
	if prev := int(f.sentence[first]) - 1; prev >= 0 {
		if e := f.d.Sentences[prev].End - 1; e > 0 && f.word(int32(e)) == ":" {
			return f.cueIn(int32(prev), q, first, end)
		}
	}
	return none
}

// closesOn reports whether nothing but marks follows the quotation in sentence
// s, whose last words end before end.
func (f *finder) closesOn(s, end int32) bool {
	for i := end; i < int32(f.d.Sentences[s].End); i++ {
		if f.rels[i] != relPunctuation {
			return false
		}
	}
	return true
}

// cueIn is the subject of the reporting verb nearest to the quotation in
// sentence s and outside of all quotations, or none.
func (f *finder) cueIn(s, q, first, end int32) int32 {
	best, distance := int32(none), int32(1<<30)
	sentence := f.d.Sentences[s]
	for i := int32(sentence.First); i < int32(sentence.End); i++ {
		if f.quote[i] != none {
			continue
		}
		speaker := int32(none)
		switch {
		case f.d.Tokens[i].UPOS == "VERB" && verbs()[f.lemma(i)] == reports:
			speaker = f.subjectOf(i)
		case f.lower(i) == "according":
			if h := f.heads[i]; h > i {
				speaker = f.byHead[h] // "according" is the case of the source
			}
			for _, c := range f.children(i) {
				if c > i && f.byHead[c] != none {
					speaker = f.byHead[c]
				}
			}
		}
		if speaker == none {
			continue
		}
		d := first - i
		if i >= end {
			d = i - end
		}
		if d >= 0 && d < distance {
			best, distance = speaker, d
		}
	}
	return best
}

// subjectOf is the mention that is the subject of verb v, or of the verb it is
// coordinated with, or none.
func (f *finder) subjectOf(v int32) int32 {
	for steps := 0; v != none && steps < 3; steps++ {
		for _, c := range f.children(v) {
			if f.rels[c].subject() && f.quote[c] == none && f.byHead[c] != none {
				m := f.byHead[c]
				if f.mentions[m].form == relative && f.mentions[m].kind == pronoun {
					return f.clusters[f.mentions[m].cluster].earliest
				}
				return m
			}
		}
		if f.rels[v] != relConjunct && f.rels[v] != relOpen && f.rels[v] != relAdverbial {
			return none
		}
		v = f.heads[v]
	}
	return none
}

// carriesOn reports whether quotation b, which names no speaker, is by that of
// a: it runs on from it, or they stand in one paragraph.
func (f *finder) carriesOn(a, b int32, first []int32) bool {
	if c := f.d.Quotes[b].Continues; c >= 0 {
		return c == int(a)
	}
	return f.d.Sentences[f.sentence[first[a]]].Paragraph == f.d.Sentences[f.sentence[first[b]]].Paragraph
}
