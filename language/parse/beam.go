package parse

import "rapporteur/language/linear"

// A Beam parses one sentence after the other with the same memory. It is not
// for use by several goroutines at once.
type Beam struct {
	parser     *Parser
	width      int
	sentence   Sentence
	now, next  []state
	candidates []candidate
	features   [maxFeatures]linear.Feature // of the state at hand, and its scores
	scores     [linear.MaxClasses]int16
	// For every step how each state came about, where learning asks for it.
	history [][]way
	keep    bool
}

type candidate struct {
	score  int32
	parent int16
	action Action
}

// way is how a state of a step came about.
type way struct {
	parent int16
	action Action
	score  int32
}

// NewBeam makes a beam of the given width; 1 is greedy.
func (p *Parser) NewBeam(width int) *Beam {
	return &Beam{parser: p, width: width, now: make([]state, width), next: make([]state, width)}
}

// Parse fills heads with the index of each word's governor, -1 for the root,
// and labels with indices of Parser.Labels. There is exactly one root and no
// cycle.
func (b *Beam) Parse(words []Word, heads []int, labels []uint8) {
	if len(words) == 0 {
		return
	}
	b.begin(words)
	live := 1
	for range 2 * len(words) {
		live = b.step(live)
	}
	b.parser.read(&b.now[0], heads, labels)
}

func (b *Beam) begin(words []Word) {
	b.sentence.reset(words)
	b.now[0].reset(len(words))
	b.history = b.history[:0]
}

// step replaces the live states by the best of their successors, best first,
// and returns how many there are.
func (b *Beam) step(live int) int {
	b.candidates = b.candidates[:0]
	for i := range live {
		b.expand(&b.now[i], int16(i))
	}
	for i, c := range b.candidates {
		s := &b.next[i]
		s.copyFrom(&b.now[c.parent])
		s.apply(c.action)
		s.score, s.parent, s.action = c.score, c.parent, c.action
	}
	b.now, b.next = b.next, b.now
	if b.keep {
		ways := make([]way, len(b.candidates))
		for i, c := range b.candidates {
			ways[i] = way{c.parent, c.action, c.score}
		}
		b.history = append(b.history, ways)
	}
	return len(b.candidates)
}

// expand offers the successors of s.
func (b *Beam) expand(s *state, index int16) {
	p, scores := b.parser, &b.scores
	p.scorer.Score(features(&b.sentence, s, b.features[:0]), scores)
	lefts, rights := scores[kinds:int(kinds)+len(p.left)], scores[int(kinds)+len(p.left):int(kinds)+len(p.left)+len(p.right)]
	if s.may(Shift) {
		b.offer(candidate{s.score + int32(scores[Shift]), index, Action{Kind: Shift}})
	}
	if s.may(Reduce) {
		b.offer(candidate{s.score + int32(scores[Reduce]), index, Action{Kind: Reduce}})
	}
	if s.may(Left) {
		if s.atRoot() {
			b.offer(candidate{s.score + int32(scores[Left]), index, Action{Left, p.root}})
		} else {
			b.arcs(s.score+int32(scores[Left]), index, Left, lefts, p.left)
		}
	}
	if s.may(Right) {
		b.arcs(s.score+int32(scores[Right]), index, Right, rights, p.right)
	}
}

// arcs offers the arcs with the best labels: more of them than a beam can hold
// would only crowd out other trees.
func (b *Beam) arcs(base int32, index int16, kind Kind, scores []int16, labels []uint8) {
	const most = 3
	var best [most]int
	n := 0
	for k, s := range scores {
		if labels[k] == b.parser.root {
			continue
		}
		i := n
		for i > 0 && s > scores[best[i-1]] {
			i--
		}
		if i == most {
			continue
		}
		if n < most {
			n++
		}
		copy(best[i+1:n], best[i:n-1])
		best[i] = k
	}
	for _, k := range best[:min(n, b.width)] {
		b.offer(candidate{base + int32(scores[k]), index, Action{kind, labels[k]}})
	}
}

// offer keeps the candidate if it is among the best so far; of equals the one
// offered first.
func (b *Beam) offer(c candidate) {
	i := len(b.candidates)
	for i > 0 && c.score > b.candidates[i-1].score {
		i--
	}
	if i == b.width {
		return
	}
	if len(b.candidates) < b.width {
		b.candidates = append(b.candidates, candidate{})
	}
	copy(b.candidates[i+1:], b.candidates[i:])
	b.candidates[i] = c
}

// read takes the tree out of a finished state. Should several words hang on the
// root, the first is the root and the others its parataxes, as UD has it for
// clauses side by side.
func (p *Parser) read(s *state, heads []int, labels []uint8) {
	n := len(s.nodes) - 1
	first := -1
	for i := range n {
		heads[i], labels[i] = int(s.nodes[i].head), s.nodes[i].label
		if heads[i] != n {
			continue
		}
		if first < 0 {
			heads[i], labels[i], first = -1, p.root, i
		} else {
			heads[i], labels[i] = first, p.parataxis
		}
	}
}
