package parse

import (
	"errors"

	"rapporteur/language/linear"
)

// Class labels are put together from the arcs of a treebank by Classes.
var structural = []string{"shift", "reduce", "left", "right"}

// Classes are the labels of a model for the given relations of left and right
// arcs.
func Classes(left, right []string) []string {
	out := append([]string(nil), structural...)
	for _, l := range left {
		out = append(out, "left "+l)
	}
	for _, l := range right {
		out = append(out, "right "+l)
	}
	return out
}

// ErrUnreachable says that no sequence of actions makes the tree: it is not
// projective, or uses an arc that is not among the classes.
var ErrUnreachable = errors.New("parse: the tree is out of reach")

// Oracle is the sequence of actions that makes the tree given by heads (-1 for
// the root) and labels.
func (p *Parser) Oracle(heads []int, labels []uint8) ([]Action, error) {
	n := len(heads)
	var s state
	s.reset(n)
	head := func(i int16) int16 {
		if h := heads[i]; h >= 0 {
			return int16(h)
		}
		return int16(n)
	}
	remaining := make([]int, n+1) // dependents still to come
	for i := range n {
		remaining[head(int16(i))]++
	}
	var out []Action
	for !s.done() {
		if len(out) > 2*n {
			return nil, ErrUnreachable
		}
		var a Action
		top := s.top(0)
		switch {
		case top != none && s.nodes[top].head == none && head(top) == s.buffer:
			a = Action{Left, labels[top]}
			remaining[s.buffer]--
		case top != none && !s.atRoot() && head(s.buffer) == top:
			a = Action{Right, labels[s.buffer]}
			remaining[top]--
		case top != none && s.nodes[top].head != none && remaining[top] == 0 && p.mustReduce(&s, head):
			a = Action{Kind: Reduce}
		case !s.atRoot():
			a = Action{Kind: Shift}
		default:
			return nil, ErrUnreachable
		}
		if !s.may(a.Kind) {
			return nil, ErrUnreachable
		}
		s.apply(a)
		out = append(out, a)
	}
	for _, a := range out {
		if (a.Kind == Left || a.Kind == Right) && p.class(a) == int(a.Kind) {
			return nil, ErrUnreachable
		}
	}
	return out, nil
}

// mustReduce reports whether a word below the top of the stack has an arc with
// the next word, or nothing is left to shift: a word goes as late as it can, as
// in the standard oracle.
func (p *Parser) mustReduce(s *state, head func(int16) int16) bool {
	if s.atRoot() {
		return true
	}
	for _, k := range s.stack[:len(s.stack)-1] {
		if head(k) == s.buffer || head(s.buffer) == k {
			return true
		}
	}
	return false
}

// An Update is a feature vector that one tree has and the other has not: the
// learner adds weight to the first and takes it from the second.
type Update struct {
	Features []linear.Feature
	Action   Action
	Classes  []int
}

// Learn parses the words with the weights as they are and returns, where the
// best parse is not the gold one, what to add to and what to take from the
// weights: the features of both up to the step at which the gold parse falls
// furthest behind (max-violation).
func (b *Beam) Learn(words []Word, gold []Action) (add, take []Update) {
	b.keep = true
	b.begin(words)
	var follow state // the gold parse
	follow.reset(len(words))
	var scores [linear.MaxClasses]int16
	var buffer [maxFeatures]linear.Feature
	live, at, worst := 1, -1, int32(-1)
	goldScore := int32(0)
	for step, a := range gold {
		b.parser.scorer.Score(features(&b.sentence, &follow, buffer[:0]), &scores)
		goldScore += int32(scores[a.Kind])
		if c := b.parser.class(a); c != int(a.Kind) {
			goldScore += int32(scores[c])
		}
		follow.apply(a)
		live = b.step(live)
		if violation := b.now[0].score - goldScore; violation > worst && !same(b.actions(step, 0), gold[:step+1]) {
			worst, at = violation, step
		}
	}
	if at < 0 {
		return nil, nil
	}
	if same(b.actions(len(gold)-1, 0), gold) {
		return nil, nil // the gold parse won after all
	}
	return b.replay(words, gold[:at+1]), b.replay(words, b.actions(at, 0))
}

// actions are those that led to the given state of a step.
func (b *Beam) actions(step, index int) []Action {
	out := make([]Action, step+1)
	for ; step >= 0; step-- {
		w := b.history[step][index]
		out[step], index = w.action, int(w.parent)
	}
	return out
}

func same(a, b []Action) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// replay collects the features of every step of a parse.
func (b *Beam) replay(words []Word, actions []Action) []Update {
	var s state
	s.reset(len(words))
	var out []Update
	for _, a := range actions {
		u := Update{Features: features(&b.sentence, &s, nil), Action: a, Classes: []int{int(a.Kind)}}
		if c := b.parser.class(a); c != int(a.Kind) {
			u.Classes = append(u.Classes, c)
		}
		out = append(out, u)
		s.apply(a)
	}
	return out
}
