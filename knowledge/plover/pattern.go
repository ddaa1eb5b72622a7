package plover

import (
	"fmt"
	"strings"

	"rapporteur/knowledge/table"
)

// A Pattern is a verb or noun with what must and what may stand around it.
// The header of verbs.tsv explains how it is written.
type Pattern struct {
	Text        string
	Negated     bool     // holds where the word is negated: "not agree"
	Subject     Slot     // of an active clause; what stands before a noun
	Word        string   // lemma of the head
	Before      []string // nouns: lemmas right before the head: "air" for "air_strike"
	Particle    string   // verbs: "off" for "break_off"
	Predicate   bool     // an adjective or noun after "be"
	Objects     []Slot   // of an active clause, in their order: two for "give R @aid"
	NoObject    bool     // it must have none
	Obliques    []Oblique
	Complement  string   // "to", "do", "that" or "ing" for a clause that must follow; ""
	Complements []string // lemmas or auxiliaries that its verb may have, or types in capitals that it may tell of; empty for any
}

// A Slot is a place in a pattern that a noun phrase of the sentence fills.
type Slot struct {
	Role Role
	Need bool // an actor, recipient or place must fill it, and be somebody the report knows
	// Body asks for one who acts for a state or another body: a minister, a
	// delegation, a state, an armed group, not a crowd, a people, a reporter.
	Body bool
	// Crowd asks for some of the people: protesters, workers, no state and no
	// organ of one.
	Crowd bool
	// Words are names of classes and lemmas, one of which the head must be: of
	// Noun, and of a recipient that is of a class ("R@captive").
	Words []string
	Not   []string // names of classes and lemmas, none of which the head may be: "R~document"
}

// A Role says what fills a Slot.
type Role uint8

// The roles.
const (
	Nobody    Role = iota // the slot is not there
	Actor                 // A: who does it
	Recipient             // R: to whom
	Host                  // P: a place, which must be there, and whose government is the recipient
	Noun                  // @word: a noun of a class
	Anything              // _: something must fill it, no matter what
)

// An Oblique is a slot after one of several prepositions.
type Oblique struct {
	Prepositions []string // a phrase has its words joined by "_": "in_favor_of"
	Slot
}

// parseVerb reads a pattern of verbs.tsv.
func parseVerb(text string) (Pattern, error) {
	p := Pattern{Text: text}
	words := strings.Fields(text)
	if len(words) > 0 && words[0] == "not" {
		p.Negated, words = true, words[1:]
	}
	if len(words) < 2 {
		return p, fmt.Errorf("pattern %q: want a subject and a verb", text)
	}
	var ok bool
	if p.Subject, ok = parseSlot(words[0]); !ok {
		return p, fmt.Errorf("pattern %q: %q is no subject; write A, R, _ or @class", text, words[0])
	}
	words = words[1:]
	if words[0] == "be" && len(words) > 1 && !states[words[1]] {
		p.Predicate, words = true, words[1:]
	}
	p.Word, p.Particle, _ = strings.Cut(words[0], "_")
	return p, p.items(words[1:])
}

// states are prepositions after "be" that say what state somebody is in: "be on
// @strike"; any other word after it is a predicate.
var states = map[string]bool{"on": true, "in": true, "under": true, "at": true, "behind": true}

// parseNoun reads a pattern of nouns.tsv.
func parseNoun(text string) (Pattern, error) {
	p := Pattern{Text: text}
	words := strings.Fields(text)
	if len(words) > 0 {
		if s, ok := parseSlot(words[0]); ok {
			p.Subject, words = s, words[1:]
		}
	}
	if len(words) == 0 {
		return p, fmt.Errorf("pattern %q: want a noun", text)
	}
	lemmas := strings.Split(words[0], "_")
	p.Word, p.Before = lemmas[len(lemmas)-1], lemmas[:len(lemmas)-1]
	return p, p.items(words[1:])
}

// items reads what follows the head.
func (p *Pattern) items(words []string) error {
	for len(words) > 0 {
		w := words[0]
		words = words[1:]
		switch {
		case w == "-":
			p.NoObject = true
		case strings.HasPrefix(w, "+"):
			kind, lemmas, _ := strings.Cut(w[1:], ":")
			if kind != "to" && kind != "do" && kind != "that" && kind != "ing" {
				return fmt.Errorf("pattern %q: %q is no clause; write +to, +do, +that or +ing", p.Text, w)
			}
			p.Complement, p.Complements = kind, table.List(lemmas)
		default:
			if s, ok := parseSlot(w); ok {
				p.Objects = append(p.Objects, s)
				continue
			}
			if len(words) == 0 {
				return fmt.Errorf("pattern %q: nothing follows %q", p.Text, w)
			}
			s, ok := parseSlot(words[0])
			if !ok {
				return fmt.Errorf("pattern %q: %q cannot follow the preposition %q", p.Text, words[0], w)
			}
			p.Obliques = append(p.Obliques, Oblique{table.List(w), s})
			words = words[1:]
		}
	}
	if len(p.Objects) > 2 {
		return fmt.Errorf("pattern %q: more than two objects", p.Text)
	}
	return nil
}

func parseSlot(w string) (Slot, bool) {
	if words, ok := strings.CutPrefix(w, "@"); ok && words != "" {
		return Slot{Role: Noun, Words: strings.Split(words, "|")}, true
	}
	if words, ok := strings.CutPrefix(w, "R@"); ok && words != "" {
		return Slot{Role: Recipient, Words: strings.Split(words, "|")}, true
	}
	if words, ok := strings.CutPrefix(w, "A@"); ok && words != "" {
		return Slot{Role: Actor, Words: strings.Split(words, "|")}, true
	}
	s := Slot{}
	if base, not, ok := strings.Cut(w, "~"); ok {
		s.Not, w = strings.Split(not, "|"), base
	}
	if base, ok := strings.CutSuffix(w, "!"); ok {
		s.Need, w = true, base
	}
	if base, ok := strings.CutSuffix(w, "*"); ok {
		s.Need, s.Crowd, w = true, true, base
	}
	if base, ok := strings.CutSuffix(w, "^"); ok {
		s.Need, s.Body, w = true, true, base
	}
	switch w {
	case "A":
		s.Role = Actor
	case "R":
		s.Role = Recipient
	case "P":
		s.Role = Host
	case "_":
		s.Role = Anything
	default:
		return s, false
	}
	return s, true
}
