// Package statement finds who says what: every act of attribution in a report,
// with its source, its cue and its content. Source, cue and content are those
// of PARC 3.0 (Pareti 2016) and PolNeAR (Newell and others 2018), except that a
// content begins after its quotation mark or "that". What counts and what does
// not is written in docs/attribution.md.
package statement

import (
	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/grammar"
)

// Find reads who says what in t, in the order of the cues. Speakers are
// resolved through cast, which must be that of t.
func Find(t *grammar.Tree, cast *actor.Cast) []rapporteur.Statement {
	f := newFinder(t, cast)
	for i, s := range t.Sentences {
		if !s.Heading {
			f.read(i)
		}
	}
	f.transcribed()
	f.introduce()
	f.signed()
	f.marked()
	f.follow()
	f.attachQuotations()
	f.cite()
	f.relay()
	return f.statements()
}
