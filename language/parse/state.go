package parse

// root is the place of the artificial root: after the last word, where the
// arc-eager system is least hurt by it (Ballesteros and Nivre 2013).
//
// A state is one partial parse of a sentence of n words: a stack of words that
// wait for dependents, a buffer of words to come, and the arcs so far. It is
// the arc-eager system of Nivre (2008).
type state struct {
	stack  []int16
	buffer int16 // the next word; n is the root
	nodes  []node
	score  int32
	// How the state came about, for the one who learns from it.
	parent int16
	action Action
}

// node is what is known of a word: its head, and its dependents as far as
// features ask for them. No word: none.
type node struct {
	head          int16
	l1, l2        int16 // leftmost dependent and the one next to it
	r1, r2        int16 // rightmost dependent and the one next to it
	label         uint8
	lefts, rights uint8  // how many dependents
	lset, rset    uint64 // bits of their labels
}

const none = int16(-1)

// An Action is what the parser does next. Classes of the model's table are
// laid out as: Shift, Reduce, Left, Right, then the labels of left arcs, then
// those of right arcs.
type Action struct {
	Kind  Kind
	Label uint8 // of the arc, an index of Parser.labels; 0 for Shift and Reduce
}

// Kind is the kind of an Action and the class of its structural weight.
type Kind uint8

// The kinds of Action.
const (
	Shift  Kind = iota // the next word goes on the stack
	Reduce             // the top of the stack has all its dependents
	Left               // the next word governs the top of the stack, which goes
	Right              // the top of the stack governs the next word, which goes on it
	kinds
)

func (s *state) reset(n int) {
	s.stack = s.stack[:0]
	s.buffer, s.score = 0, 0
	if cap(s.nodes) <= n {
		s.nodes = make([]node, n+1, 2*(n+1))
	}
	s.nodes = s.nodes[:n+1]
	for i := range s.nodes {
		s.nodes[i] = node{head: none, l1: none, l2: none, r1: none, r2: none}
	}
}

func (s *state) copyFrom(t *state) {
	s.stack = append(s.stack[:0], t.stack...)
	s.nodes = append(s.nodes[:0], t.nodes...)
	s.buffer, s.score = t.buffer, t.score
}

// top is the k-th word of the stack from above, or none.
func (s *state) top(k int) int16 {
	if k >= len(s.stack) {
		return none
	}
	return s.stack[len(s.stack)-1-k]
}

// atRoot reports whether the buffer holds nothing but the root.
func (s *state) atRoot() bool { return int(s.buffer) == len(s.nodes)-1 }

// done reports whether every word has its head.
func (s *state) done() bool { return s.atRoot() && len(s.stack) == 0 }

// may reports whether the system allows the kind of action here.
func (s *state) may(k Kind) bool {
	top := s.top(0)
	switch k {
	case Shift:
		return !s.atRoot()
	case Right:
		return top != none && !s.atRoot()
	case Left:
		return top != none && s.nodes[top].head == none
	case Reduce:
		return top != none && s.nodes[top].head != none
	}
	return false
}

func (s *state) apply(a Action) {
	switch a.Kind {
	case Shift:
		s.stack = append(s.stack, s.buffer)
		s.buffer++
	case Reduce:
		s.stack = s.stack[:len(s.stack)-1]
	case Left:
		dependent, head := s.top(0), s.buffer
		s.stack = s.stack[:len(s.stack)-1]
		d, h := &s.nodes[dependent], &s.nodes[head]
		d.head, d.label = head, a.Label
		h.l1, h.l2 = dependent, h.l1
		h.lefts = min(h.lefts+1, 250)
		h.lset |= 1 << a.Label
	case Right:
		dependent, head := s.buffer, s.top(0)
		s.stack = append(s.stack, dependent)
		s.buffer++
		d, h := &s.nodes[dependent], &s.nodes[head]
		d.head, d.label = head, a.Label
		h.r1, h.r2 = dependent, h.r1
		h.rights = min(h.rights+1, 250)
		h.rset |= 1 << a.Label
	}
}
