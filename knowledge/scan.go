package knowledge

// A Hit is a run of tokens [First, End) that names rows of the tables, with
// every sense that it may have.
type Hit struct {
	First, End int
	Senses     []Sense
}

// A Scanner finds the names of the tables in token sequences. It keeps its
// buffers from call to call and serves one goroutine.
type Scanner struct {
	lexicon *lexicon
	split   splitter
	atoms   []scanned
	senses  []Sense
}

// scanned is an atom of the text: its number in the lexicon (0 where no name
// has it), its token, its capitals, and whether its token ends with it.
type scanned struct {
	atom     int32
	token    int32
	capitals capitals
	first    bool
	last     bool
}

// NewScanner makes a Scanner.
func NewScanner() *Scanner { return &Scanner{lexicon: theLexicon()} }

// Scan appends to hits what is named in the tokens [first, end), which should
// be one sentence: from the left the longest run of whole tokens each time, so
// that hits ascend and never overlap. word gives the form of a token.
func (s *Scanner) Scan(hits []Hit, first, end int, word func(int) string) []Hit {
	s.atoms = s.atoms[:0]
	for i := first; i < end; i++ {
		from := len(s.atoms)
		s.split.split(word(i), func(text []byte, c capitals) {
			s.atoms = append(s.atoms, scanned{atom: s.lexicon.atoms[string(text)], token: int32(i), capitals: c})
		})
		if len(s.atoms) > from {
			s.atoms[from].first = true
			s.atoms[len(s.atoms)-1].last = true
		}
	}
	for p := 0; p < len(s.atoms); {
		n := 0
		if s.atoms[p].first && s.atoms[p].atom != 0 {
			n = s.longest(p)
		}
		if n == 0 {
			p++
			continue
		}
		hits = append(hits, Hit{int(s.atoms[p].token), int(s.atoms[p+n-1].token) + 1, s.senses})
		s.senses = s.senses[len(s.senses):]
		p += n
	}
	return hits
}

// longest puts the senses of the longest name that begins with atom p into
// s.senses and gives the number of its atoms; 0 where none begins there.
func (s *Scanner) longest(p int) int {
	node, found := int32(0), 0
	for q := p; q < len(s.atoms) && s.atoms[q].atom != 0; q++ {
		next, ok := s.lexicon.edges[edge{node, s.atoms[q].atom}]
		if !ok {
			break
		}
		node = next
		if s.atoms[q].last && s.collect(s.lexicon.entries[node], s.atoms[p:q+1]) {
			found = q + 1 - p
		}
	}
	return found
}

// collect replaces s.senses by the entries whose capitals the text has. A name
// written with exactly the capitals of the text shuts out other names that
// merely allow them ("JeM" is not "JEM"), but never the noun that the words
// may be as well ("Congress").
func (s *Scanner) collect(entries []entry, text []scanned) bool {
	exact := false
	for i := range entries {
		exact = exact || entries[i].Noun == nil && entries[i].matches(text, true)
	}
	kept := s.senses[:0]
	for i := range entries {
		e := &entries[i]
		if e.matches(text, exact && e.Noun == nil) {
			kept = append(kept, e.Sense)
		}
	}
	if len(kept) == 0 {
		return false
	}
	s.senses = kept
	return true
}

// matches reports whether the text has capitals wherever e has them, or exactly there.
func (e *entry) matches(text []scanned, exactly bool) bool {
	for k, c := range e.capitals {
		if text[k].capitals < c || exactly && text[k].capitals != c {
			return false
		}
	}
	return true
}
