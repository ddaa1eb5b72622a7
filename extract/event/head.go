package event

import (
	"slices"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/grammar"
	"rapporteur/knowledge/plover"
)

// A Head is a word that rows of the lexicon fit where it stands, as those see it who fit or
// measure the ranker.
type Head struct {
	Token      int
	Candidates []Candidate // the rows that fit, in the order of the lexicon
	Chosen     int         // index in Candidates
	Nouns      []string    // of a verb: the types that nouns tell of which its row has used up, "talks" of "held talks"
	Told       bool        // an event came of it, as far as rules decide
	Features   []Feature   // of what was told
}

// A Candidate is a row that fits.
type Candidate struct {
	Type, Mode string
	Pattern    string
	Asks       int // for how much
}

// Heads are the words of t that rows fit, with what Find would make of them without the
// ranker. Find is the way to events; this is for fitting and measuring it.
func Heads(t *grammar.Tree, cast *actor.Cast, statements []rapporteur.Statement, dates []rapporteur.Date, places []rapporteur.Place) []Head {
	f := newFinder(t, cast, statements, dates, places)
	f.ranker.off = true
	f.read()
	var out []Head
	for i := range t.Tokens {
		if h, ok := f.headAt(i); ok {
			out = append(out, h)
		}
	}
	return out
}

// headAt is the head at token i of a report that has been read.
func (f *finder) headAt(i int) (Head, bool) {
	at := slices.IndexFunc(f.mentions, func(m mention) bool { return m.head == i })
	verb := f.t.Tokens[i].UPOS == "VERB" && !f.gerund(i)
	var fits []match
	if verb {
		fits = f.fitting(i)
	} else {
		prepositionals := append(f.fresh(), f.prepositionals(i)...)
		for _, r := range plover.NounsOf(f.nounLemma(i)) {
			if m, ok := f.fitNoun(r, i, prepositionals); ok {
				fits = append(fits, m)
			}
		}
	}
	if len(fits) == 0 {
		return Head{}, false
	}
	h := Head{Token: i, Told: at >= 0}
	for k := range fits {
		h.Candidates = append(h.Candidates, Candidate{fits[k].row.Type, fits[k].row.Mode, fits[k].row.Text, fits[k].score})
		if fits[k].score > fits[h.Chosen].score {
			h.Chosen = k
		}
	}
	best := &fits[h.Chosen]
	for _, w := range best.words {
		if m, ok := f.bestNoun(w); ok && verb {
			h.Nouns = append(h.Nouns, m.row.Type)
		}
	}
	if h.Told {
		h.Features = slices.Clone(f.features(best, &f.mentions[at].Event))
	}
	return h, true
}

// fitting are the rows that fit verb v.
func (f *finder) fitting(v int) []match {
	var out []match
	negated, c := f.negated(v), f.clauseOf(v)
	prepositionals := append(f.fresh(), f.prepositionals(v)...)
	for _, r := range plover.VerbsOf(f.lemma(v)) {
		if m, ok := f.fit(r, c, prepositionals); ok && r.Negated == negated {
			out = append(out, m)
		}
	}
	return out
}
