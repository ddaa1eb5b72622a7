package encoder

import "rapporteur/language/encoder/kernel"

// An end is a word that may begin a part of an attribution: how well it goes
// with each cue, and as a cue with each part.
type end struct {
	word  int
	strip int       // only words that were read together are compared
	part  []float32 // the scores of [cue; 1] as source, then as content
	cue   []float32
}

// tie notes what the words of the strip that seem to begin a part of an
// attribution are as ends of links.
func (m *Model) tie(s *scratch) {
	n, first := len(s.strip.firsts), s.strip.sentences[0].First
	s.left, s.right = s.side(s.left, m.links.left), s.side(s.right, m.links.right)
	s.weighed = m.links.weigh(s, s.weighed, s.left)
	w := m.links.width
	for i := range n {
		begins := false
		for role, d := range m.spans {
			k := len(d.labels)
			p := d.part[best(s.roles[role][(first+i)*k:][:k])]
			begins = begins || p == 'B' || p == 'S'
		}
		if !begins {
			continue
		}
		e := s.newEnd()
		e.word, e.strip = first+i, s.stripNumber
		e.part = append(e.part[:0], s.weighed[i*m.links.weight.Out:][:m.links.weight.Out]...)
		e.cue = append(e.cue[:0], s.right[i*w:][:w]...)
	}
	s.stripNumber++
}

// attribute reads the spans of attributions and links them: sources and cues
// within a sentence, contents wherever they end.
func (m *Model) attribute(s *scratch, r *Reading, sentences []Sentence) {
	for role, d := range m.spans {
		r.Roles[role] = r.Roles[role][:0]
		k := len(d.labels)
		if role == Content || role == Inner {
			r.Roles[role] = d.decode(r.Roles[role], &s.lattice, s.roles[role], 0)
			continue
		}
		for _, x := range sentences {
			r.Roles[role] = d.decode(r.Roles[role], &s.lattice, s.roles[role][x.First*k:x.End*k], x.First)
		}
	}
	for i, role := range [...]int{Source, Content, Inner} {
		for _, part := range r.Roles[role] {
			if cue, ok := m.cueOf(s, r, part.First, min(i, 1)); ok {
				r.Links = append(r.Links, Link{part.First, cue})
			}
		}
	}
}

// cueOf is the cue that goes best with a part, among those read with it.
func (m *Model) cueOf(s *scratch, r *Reading, part, role int) (cue int, ok bool) {
	p, found := s.end(part)
	if !found {
		return 0, false
	}
	w, most := m.links.width, float32(impossible)
	row := p.part[role*(w+1):][:w+1]
	for _, c := range r.Roles[Cue] {
		e, found := s.end(c.First)
		if !found || e.strip != p.strip {
			continue
		}
		if score := kernel.Dot(row[:w], e.cue) + row[w]; score > most {
			cue, most, ok = c.First, score, true
		}
	}
	return cue, ok
}

// newEnd is one more end, in memory used before if there is any.
func (s *scratch) newEnd() *end {
	if len(s.ends) < cap(s.ends) {
		s.ends = s.ends[:len(s.ends)+1]
	} else {
		s.ends = append(s.ends, end{})
	}
	return &s.ends[len(s.ends)-1]
}

// end is what was noted of a word.
func (s *scratch) end(word int) (end, bool) {
	low, high := 0, len(s.ends)
	for low < high {
		if mid := (low + high) / 2; s.ends[mid].word < word {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == len(s.ends) || s.ends[low].word != word {
		return end{}, false
	}
	return s.ends[low], true
}
