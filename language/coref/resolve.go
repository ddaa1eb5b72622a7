package coref

import (
	"math"

	"rapporteur"
)

// A Case is an anaphor and the referents that it may have, the last mentioned
// first.
type Case struct {
	Task       string // he, it, they, the-one, the-many
	Anaphor    rapporteur.Mention
	Candidates []Candidate
	None       []uint8 // features of "none of them", as indices in FeatureNames

	task    task
	mention int32
}

// A Candidate is a referent as it was mentioned last.
type Candidate struct {
	Last     rapporteur.Mention
	Features []uint8 // indices in FeatureNames
	cluster  int32
}

// FeatureNames are the names of the features, TaskNames those of the tasks.
func FeatureNames() []string { return featureNames[:] }

// TaskNames are the kinds of anaphor.
func TaskNames() []string { return taskNames[:] }

// Choose is the candidate that the ranker believes in, or -1 where it is not
// sure of any.
func (w *Weights) Choose(c *Case) int {
	values := &w.values[c.task]
	score := func(features []uint8) float64 {
		sum := float32(0)
		for _, f := range features {
			sum += values[f]
		}
		return float64(sum)
	}
	best, top := -1, math.Inf(-1)
	total := math.Exp(score(c.None))
	for i := range c.Candidates {
		s := score(c.Candidates[i].Features)
		total += math.Exp(s)
		if s > top {
			best, top = i, s
		}
	}
	if best < 0 || math.Exp(top) < float64(w.thresholds[c.task])*total {
		return -1
	}
	return best
}

// resolve reads the mentions from left to right and gives the anaphors their
// referents.
func (f *finder) resolve(choose func(*Case) int) {
	f.latest = none
	for i := range f.mentions {
		m := int32(i)
		if t := f.taskOf(m); t != taskNone {
			if c := f.referent(t, m, choose); c != none {
				f.link(m, c)
			}
		}
		f.pass(m)
	}
}

// referent is the cluster of what anaphor m refers to, or none.
func (f *finder) referent(t task, m int32, choose func(*Case) int) int32 {
	switch {
	case t == taskOne && f.lemma(f.mentions[m].head) == "capital":
		return f.capital(m)
	case t == taskIt || t == taskThey:
		if c := f.selfReported(t, m); c != none {
			return c
		}
	}
	f.gather(t, m)
	if at := choose(&f.current); at >= 0 && at < len(f.current.Candidates) {
		return f.current.Candidates[at].cluster
	}
	return none
}

// selfReported is the cluster of the body that says what "it" or "they", mention m,
// does: "Arden said it would withdraw". Or none. The ranker has learned its
// weights from texts in which such an "it" mostly stands for nothing; in
// reports it is who speaks.
func (f *finder) selfReported(t task, m int32) int32 {
	x := &f.mentions[m]
	verb := f.heads[x.head]
	if !x.rel.subject() || verb == none || f.rels[verb] != relComplement || f.d.Tokens[verb].UPOS != "VERB" || f.doing(x) == happens {
		return none
	}
	for _, c := range f.children(verb) {
		if c > verb && (f.rels[c] == relComplement || f.rels[c] == relOther) {
			return none // "said it seemed that"
		}
	}
	says := f.heads[verb]
	if says == none || verbs()[f.lemma(says)] != reports {
		return none
	}
	for _, c := range f.children(says) {
		if r := f.byHead[c]; f.rels[c] == relSubject && r != none && c < x.head && f.quote[c] == x.quote {
			at := f.mentions[r].cluster
			if f.clusters[at].class&(people|body) != 0 && f.possible(t, m, at, r) {
				return at
			}
		}
	}
	return none
}

// taskOf is the task that mention m sets, or taskNone where it is no anaphor or
// its referent is known.
func (f *finder) taskOf(m int32) task {
	x := &f.mentions[m]
	c := &f.clusters[x.cluster]
	switch {
	case x.kind == pronoun:
		switch {
		case x.form != thirdPersonal && x.form != thirdPossessive && x.form != reflexive:
			return taskNone
		case c.recent != none && f.mentions[c.recent].form != firstSingular && f.mentions[c.recent].form != firstPlural:
			return taskNone
		case x.gender != unknownGender:
			return taskHe
		case x.number == singular:
			return taskIt
		}
		return taskThey
	case x.kind != nominal || c.names > 0 || c.recent != none || x.class == thing:
		return taskNone
	case x.form == bare && x.number == plural && x.class == person:
		return taskMany
	case x.form != definite && x.form != demonstrative:
		return taskNone
	case x.number == plural:
		return taskMany
	}
	return taskOne
}

// link makes mention m one of cluster c.
func (f *finder) link(m, c int32) {
	own := f.mentions[m].cluster
	recent, seen := f.clusters[c].recent, f.clusters[c].seen+f.clusters[own].seen
	f.unlist(own)
	f.unlist(c)
	f.merge(f.clusters[c].first, m)
	merged := &f.clusters[f.mentions[m].cluster]
	merged.recent, merged.seen = recent, seen
	merged.read = max(recent, f.clusters[c].read, f.clusters[own].read)
	if f.mentions[m].kind == nominal {
		f.renewHead(merged, m)
	}
}

// pass notes that mention m was read: its referent is now the latest.
func (f *finder) pass(m int32) {
	at := f.mentions[m].cluster
	c := &f.clusters[at]
	c.read = m
	if f.mentions[m].echo && c.recent != none && f.mentions[c.recent].sentence == f.mentions[m].sentence {
		return // the part that the other plays in its sentence counts
	}
	f.unlist(at)
	c.recent = m
	c.seen++
	f.mostSeen = max(f.mostSeen, c.seen)
	c.before = f.latest
	c.after = none
	if f.latest != none {
		f.clusters[f.latest].after = at
	}
	f.latest = at
}

// unlist takes cluster c out of the order of recency.
func (f *finder) unlist(at int32) {
	c := &f.clusters[at]
	if c.before != none {
		f.clusters[c.before].after = c.after
	}
	if c.after != none {
		f.clusters[c.after].before = c.before
	} else if f.latest == at {
		f.latest = c.before
	}
	c.before, c.after = none, none
}
