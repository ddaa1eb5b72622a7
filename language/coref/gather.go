package coref

const (
	mostCandidates = 24
	mostLooked     = 200 // referents looked at for one anaphor
	pronounReach   = 6   // sentences
	genericReach   = 4   // sentences over which "the group" may stand for a name
)

// gather fills f.current with the referents that anaphor m may have.
func (f *finder) gather(t task, m int32) {
	x := &f.mentions[m]
	f.buffer = f.buffer[:0]
	c := &f.current
	c.task, c.Task, c.mention = t, taskNames[t], m
	c.Anaphor = f.print(m)
	c.Candidates = c.Candidates[:0]
	looked := 0
	near, headSeen := 0, false
	f.interrupted = false
	f.reporter, f.lastReporter = f.reporterOf(x), f.reporterBefore(x)
	ahead := f.ahead(t, x)
	for at := f.latest; at != none && len(c.Candidates) < mostCandidates && looked < mostLooked; at = f.clusters[at].before {
		looked++
		r := f.clusters[at].recent
		distance := x.sentence - f.mentions[r].sentence
		if x.kind == pronoun && distance > pronounReach {
			break
		}
		if !f.possible(t, m, at, r) {
			continue
		}
		if distance <= 1 {
			near++
		}
		head := f.candidate(t, m, at, r, at == ahead)
		headSeen = headSeen || head
		if at == ahead {
			ahead = none
		}
		if y := &f.mentions[r]; y.kind == named && y.rel.subject() {
			f.interrupted = true
		}
	}
	if ahead != none && f.clusters[ahead].recent == none && f.possible(t, m, ahead, f.clusters[ahead].earliest) {
		f.candidate(t, m, ahead, f.clusters[ahead].earliest, true)
	}
	start := len(f.buffer)
	f.noneFeatures(x, near, headSeen)
	c.None = f.buffer[start:]
}

// candidate adds the referent in cluster at, and reports whether its head is
// that of the anaphor.
func (f *finder) candidate(t task, m, at, r int32, ahead bool) bool {
	start := len(f.buffer)
	head := f.pairFeatures(t, m, at, r, len(f.current.Candidates))
	if ahead {
		f.put(fInFront)
	}
	f.current.Candidates = append(f.current.Candidates, Candidate{
		Last: f.print(r), Features: f.buffer[start:], cluster: at,
	})
	return head
}

// possible reports whether nothing rules out that m is one more mention of the
// referent in cluster at, which was last mentioned as r.
func (f *finder) possible(t task, m, at, r int32) bool {
	x, c, y := &f.mentions[m], &f.clusters[at], &f.mentions[r]
	if at == x.cluster || !x.gender.fits(c.gender) || !x.class.fits(c.class) {
		return false
	}
	if y.kind == pronoun && y.form == second {
		return false
	}
	if y.quote != none && f.speakers[y.quote] == m {
		return false // nor do they name themselves
	}
	switch t {
	case taskHe:
		if c.number == plural || c.class != person && c.class != 0 || y.kind == conjoined {
			return false
		}
		if x.quote != none && f.speakers[x.quote] != none && f.mentions[f.speakers[x.quote]].cluster == at {
			return false // speakers call themselves I
		}
	case taskIt:
		if c.number == plural || c.class == person || y.kind == conjoined || c.size == 1 && y.form == firstSingular {
			return false
		}
	case taskThey:
		if c.number == singular && c.class&(people|body|place) == 0 {
			return false
		}
	case taskOne:
		if c.number == plural || y.kind == conjoined {
			return false
		}
	case taskMany:
		if c.number == singular && c.class&(people|body) == 0 {
			return false
		}
	}
	if x.kind == nominal {
		same := f.sameHead(f.lemma(x.head), at)
		switch {
		case same != none:
			if f.otherOwner(x, &f.mentions[same]) {
				return false
			}
		case x.form == bare, x.class&place != c.class&place:
			return false // "the group" is no land, "the country" no group
		}
	}
	if x.sentence == y.sentence {
		if f.within(x.head, y.head) || f.within(y.head, x.head) {
			return false
		}
		if x.form != reflexive && x.form != thirdPossessive && (f.coArguments(x, y) || f.ownSubject(x) == at) {
			return false
		}
	}
	return true
}

// within reports whether token i lies in the phrase of token top with no
// clause between them: "his" in "the leader of his party" is not the leader.
func (f *finder) within(i, top int32) bool {
	for i != none && i != top {
		if f.rels[i].clausal() || f.rels[i] == relApposition {
			return false
		}
		i = f.heads[i]
	}
	return i == top
}

// coArguments reports whether x and y are subject and object of one verb.
func (f *finder) coArguments(x, y *mention) bool {
	if f.heads[x.head] != f.heads[y.head] || f.heads[x.head] == none {
		return false
	}
	return core(x.rel) && core(y.rel)
}

// ownSubject is the cluster of the subject of the verb whose object x is, also
// where it is shared with a verb before ("Vale went and saw him", "Vale wants
// to see him"), or none.
func (f *finder) ownSubject(x *mention) int32 {
	if x.rel != relObject && x.rel != relIndirect {
		return none
	}
	for v, steps := f.heads[x.head], 0; v != none && steps < 4; v, steps = f.heads[v], steps+1 {
		for _, c := range f.children(v) {
			if f.rels[c].subject() && f.byHead[c] != none {
				return f.mentions[f.byHead[c]].cluster
			}
		}
		if f.rels[v] != relConjunct && f.rels[v] != relOpen || f.heads[v] == none || f.rels[v] == relOpen && f.child(f.heads[v], relObject) != none {
			break
		}
	}
	return none
}

func core(r relation) bool {
	return r.subject() || r == relObject || r == relIndirect || r == relAgent
}

// ahead is the cluster of the subject before which a fronted phrase with a
// pronoun stands ("In his speech, Vale said"), or none.
func (f *finder) ahead(t task, x *mention) int32 {
	if x.kind != pronoun {
		return none
	}
	for up := x.head; f.heads[up] != none; up = f.heads[up] {
		if r := f.rels[up]; r != relOblique && r != relAdverbial {
			continue
		}
		for _, c := range f.children(f.heads[up]) {
			if f.rels[c].subject() && c > x.head && f.byHead[c] != none && f.mentions[f.byHead[c]].kind != pronoun {
				return f.mentions[f.byHead[c]].cluster
			}
		}
	}
	return none
}
