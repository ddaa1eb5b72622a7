package event

// irrealis are the types of acts that are about what is not, or not yet.
func irrealis(kind string) bool {
	switch kind {
	case "AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE":
		return true
	}
	return false
}

// take keeps a match, and marks its words.
func (f *finder) take(m match) {
	for _, w := range m.words {
		for _, k := range f.t.Conjuncts(w) {
			f.content[k] = held
		}
	}
	if m.row.Type == "SUPPORT" && len(m.words) > 0 {
		for _, h := range append([]int{m.head}, m.words...) {
			for _, p := range append(f.fresh(), f.prepositionals(h)...) {
				if (p.preposition == "to" || p.preposition == "for" || p.preposition == "of") && f.isOf(papers, p.head) && f.content[p.head] == free {
					f.matter(p.head) // "gave its approval to the treaty with Velm"
					m.matters = append(m.matters, p.head)
				}
			}
		}
	}
	if m.row.Type == "SUPPORT" {
		for _, k := range m.recipients {
			if len(m.words) > 0 && f.isOf(papers, k) {
				f.matter(k) // "gave its approval to the treaty with Velm"
			}
		}
	}
	if irrealis(m.row.Type) || m.content >= 0 && m.row.Type != "ACCUSE" && m.row.Type != "SUPPORT" {
		if m.content >= 0 {
			f.matter(m.content)
		}
		for _, k := range m.matters {
			f.matter(k)
		}
		for _, k := range m.recipients {
			if irrealis(m.row.Type) && f.cast.At(k) < 0 {
				f.matter(k) // "rejected the proposal"
			}
		}
	}
	f.matches = append(f.matches, m)
}

// release takes the mark of a word of a match from token i.
func (f *finder) release(i int) {
	for _, k := range f.t.Conjuncts(i) {
		if f.content[k] == held {
			f.content[k] = free
		}
	}
}

// matter marks what a verbal act is about.
func (f *finder) matter(i int) {
	for _, k := range f.t.Conjuncts(i) {
		f.content[k] = about
	}
}
