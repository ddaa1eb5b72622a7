// Package parse finds the dependency tree of a sentence: the arc-eager
// transition system (Nivre 2008) with a beam, scored by a hashed linear model
// (Zhang and Nivre 2011) that was learnt by max-violation updates (Huang, Fayong
// and Guo 2012).
package parse

import (
	"errors"
	"fmt"

	"rapporteur/language/linear"
)

// A Parser is a fitted model. It is read-only; each goroutine parses through a
// Beam of its own.
type Parser struct {
	Labels          []string // relations with their subtypes
	scorer          linear.Scorer
	left            []uint8 // labels of left arcs, in the order of their classes
	right           []uint8
	root, parataxis uint8
}

// Load reads a parser.
func Load(b []byte) (*Parser, error) {
	m, _, err := linear.LoadModel(b)
	if err != nil {
		return nil, err
	}
	return New(m.Labels, m.Table)
}

// New makes a parser of class labels and their scorer. Class labels are
// "shift", "reduce", "left", "right", then "left nsubj" …, "right obj" …
func New(classes []string, scorer linear.Scorer) (*Parser, error) {
	if len(classes) <= int(kinds) || len(classes) > linear.MaxClasses {
		return nil, errors.New("parse: not a parser's classes")
	}
	p := &Parser{scorer: scorer}
	index := map[string]uint8{}
	for _, class := range classes[kinds:] {
		var side, label string
		if _, err := fmt.Sscan(class, &side, &label); err != nil {
			return nil, fmt.Errorf("parse: class %q is no arc", class)
		}
		i, ok := index[label]
		if !ok {
			i = uint8(len(p.Labels))
			if i >= 64 {
				return nil, errors.New("parse: more labels than a set of bits holds")
			}
			index[label] = i
			p.Labels = append(p.Labels, label)
		}
		switch {
		case side == "left" && len(p.right) == 0:
			p.left = append(p.left, i)
		case side == "right":
			p.right = append(p.right, i)
		default:
			return nil, fmt.Errorf("parse: class %q is out of order", class)
		}
	}
	var hasRoot, hasParataxis bool
	p.root, hasRoot = index["root"]
	p.parataxis, hasParataxis = index["parataxis"]
	if !hasRoot || !hasParataxis {
		return nil, errors.New("parse: root or parataxis is not among the labels")
	}
	return p, nil
}

// Class is the class of the label's weight for an arc, or of its kind alone for
// other actions.
func (p *Parser) class(a Action) int {
	switch a.Kind {
	case Left:
		for k, label := range p.left {
			if label == a.Label {
				return int(kinds) + k
			}
		}
	case Right:
		for k, label := range p.right {
			if label == a.Label {
				return int(kinds) + len(p.left) + k
			}
		}
	}
	return int(a.Kind)
}
