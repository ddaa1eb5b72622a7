package encoder

import (
	"cmp"
	"slices"

	"rapporteur/language/encoder/kernel"
)

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
	for role, parts := range r.Roles {
		r.CueOf[role] = r.CueOf[role][:0]
		for i, part := range parts {
			cue := i
			switch role {
			case Source:
				cue = m.cueOf(s, r.Roles[Cue], part.First, 0)
			case Content, Inner:
				cue = m.cueOf(s, r.Roles[Cue], part.First, 1)
			}
			r.CueOf[role] = append(r.CueOf[role], cue)
		}
	}
}

// cueOf is the cue that goes best with the part that begins at a word, among
// those read with it, or -1; role is that of the links.
func (m *Model) cueOf(s *scratch, cues []Span, word, role int) int {
	part, found := s.end(word)
	if !found {
		return -1
	}
	w, cue, most := m.links.width, -1, float32(impossible)
	row := part.part[role*(w+1):][:w+1]
	for i, c := range cues {
		e, found := s.end(c.First)
		if !found || e.strip != part.strip {
			continue
		}
		if score := kernel.Dot(row[:w], e.cue) + row[w]; score > most {
			cue, most = i, score
		}
	}
	return cue
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
	i, found := slices.BinarySearchFunc(s.ends, word, func(e end, word int) int { return cmp.Compare(e.word, word) })
	if !found {
		return end{}, false
	}
	return s.ends[i], true
}
