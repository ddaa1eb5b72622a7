package event

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

// merge makes one event of the mentions that tell of the same, in the order of
// the text. Those that name nobody, and those that only say what came of an act,
// come last: they join an event of those that say more.
func (f *finder) merge() []rapporteur.Event {
	f.accused()
	slices.SortStableFunc(f.mentions, func(a, b mention) int { return cmp.Compare(a.head, b.head) })
	var out []mention
	for pass := range 3 {
		for i := range f.mentions {
			m := &f.mentions[i]
			if m.Mode == "martial-law" && f.disaster(m) {
				continue // an emergency that is called for a storm coerces nobody
			}
			if pass != m.turn() {
				continue
			}
			if at := f.same(out, m); at >= 0 {
				f.join(&out[at], m)
			} else if f.stands(m) {
				out = append(out, *m)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b mention) int { return cmp.Compare(a.head, b.head) })
	out = f.dropBeside(out)
	f.nameSides(out)
	f.nameTable(out)
	f.sameDay(out)
	f.sameMoment(out)
	f.leftGround(out)
	f.sameGround(out)
	f.sameTable(out)
	events := make([]rapporteur.Event, len(out))
	for i := range out {
		m := &out[i]
		slices.SortFunc(m.Also, rapporteur.Span.Compare)
		// Who does it is not whom it is done to, whatever was put together above.
		m.Recipients = slices.DeleteFunc(m.Recipients, func(p rapporteur.Participant) bool { return has(m.Actors, p) })
		f.suit(m)
		events[i] = m.Event
		events[i].Contexts = f.contexts(m)
	}
	return events
}

// turn is the pass of merge that mention m waits for.
func (m *mention) turn() int {
	switch {
	case m.outcome:
		return 2
	case m.bare:
		return 1
	}
	return 0
}

// stands reports whether a mention that no event takes up is one itself.
func (f *finder) stands(m *mention) bool {
	switch {
	case m.outcome && len(m.Actors) == 0:
		// People die of much; that fighters do, or of a bomb, is told of fighting.
		return m.armed || slices.ContainsFunc(m.Recipients, f.fights)
	case m.bare && !m.noun:
		return m.Date != ""
	case m.bare && m.Type == "CONSULT":
		return m.Place != "" || m.Date != "" // who met nobody knows when is no news
	case m.bare:
		return m.Place != "" || m.Date != "" || !m.the
	}
	return true
}

// fights reports whether p is one who fights.
func (f *finder) fights(p rapporteur.Participant) bool {
	if p.Actor < 0 {
		return false
	}
	switch f.cast.Class(p.Actor) {
	case "fighter", "force", "armed-group", "military":
		return true
	}
	return f.cast.Actors[p.Actor].Kind == rapporteur.ActorArmedGroup
}

// same is the index of the event that m tells of, too, or none: the nearest
// before it, else, for one that names nobody, that of its day or the nearest after it.
func (f *finder) same(events []mention, m *mention) int {
	before, after := none, none
	for i := range events {
		e := &events[i]
		if !f.isSame(e, m) {
			continue
		}
		if e.Sentence == m.Sentence && f.linked(e.head, m.head) {
			return i // "was killed in a strike"
		}
		if m.bare && whole(m.Date) && e.Date == m.Date {
			return i // "Friday's raid" is that of Friday, whatever is told between
		}
		if e.head <= m.head && (before < 0 || e.head >= events[before].head) {
			before = i
		}
		if e.head > m.head && (after < 0 || e.head < events[after].head) {
			after = i
		}
	}
	if before < 0 && (m.bare || m.outcome) {
		return after
	}
	return before
}

// isSame reports whether mention b tells of event a: one type, nobody and
// nothing in the one that the other contradicts, and something that says that it
// is meant again.
func (f *finder) isSame(a, b *mention) bool {
	if a.Type != b.Type || a.Historical != b.Historical && !b.bare {
		return false
	}
	together := a.Sentence == b.Sentence
	linked := together && f.linked(a.head, b.head)
	if a.Mode != "" && b.Mode != "" && a.Mode != b.Mode && !linked && !(together && a.Type == "PROTEST") {
		return false
	}
	if a.Type == "COERCE" && a.Mode != b.Mode {
		return false // a coup and the arrests after it
	}
	if a.Date != "" && b.Date != "" && !overlap(a.Date, b.Date) {
		return false
	}
	if a.Place != "" && b.Place != "" && a.Place != b.Place && !b.the && !linked && !within(a, b) {
		return false
	}
	if asserted(a.Status) != asserted(b.Status) && a.Status != b.Status {
		return false
	}
	bActors := b.Actors
	if b.lent && (b.the || a.Date != "" && a.Date == b.Date) {
		bActors = nil
	}
	actors, against := f.meet(a.Actors, bActors)
	if against {
		return false
	}
	recipients, against := f.meet(a.Recipients, b.Recipients)
	if against && f.sameNumber(a, b) {
		recipients, against = true, false
	}
	toll := f.tollOf(b)
	if against && !(b.outcome && together) && !toll {
		return false
	}
	if toll && len(b.Actors) == 0 && !slices.ContainsFunc(b.Recipients, func(p rapporteur.Participant) bool { return has(a.Actors, p) }) {
		return b.Sentence-a.Sentence <= 3 && b.Sentence > a.Sentence
	}
	if a.visit != b.visit && b.noun && len(b.Actors) > 1 && !(together && len(a.Actors) > 1 && len(a.Recipients)+len(b.Recipients) == 0 && a.Place == b.Place) {
		return false
	}
	if b.outcome && together && f.apart(a, b) {
		return false
	}
	if slices.ContainsFunc(b.Recipients, func(p rapporteur.Participant) bool { return has(a.Actors, p) }) ||
		slices.ContainsFunc(bActors, func(p rapporteur.Participant) bool { return has(a.Recipients, p) }) {
		return false // who is killed there has not done it here
	}
	if b.outcome && !together && a.Date == "" && b.Date != "" && len(b.Date) < len("2006-01-02") {
		return false // "last month a guard was killed": not in the attack told before
	}
	if f.which(a.head) != f.which(b.head) && a.noun && b.noun && !linked {
		return false // "a previous round of talks"
	}
	if !linked && !b.kind.Verbal && f.habitual(a.head) != f.habitual(b.head) {
		return false // "gangs have attacked villages in recent years", then Friday's attack
	}
	nobody := len(bActors) == 0
	switch {
	case linked, together && (actors || recipients || nobody && (b.the || b.Date == "" || b.Date == a.Date)):
		return true
	case b.outcome:
		return (actors || nobody) && b.Sentence-a.Sentence <= 3 && a.Sentence-b.Sentence <= 1
	case b.bare:
		return b.the || b.Place == "" && b.Date == "" || b.Date != "" && a.Date == b.Date || b.Place != "" && a.Place == b.Place
	case b.the && (actors || recipients || nobody):
		return true
	case b.the && (a.noun || a.deed != a.head) && len(a.Actors) == 0 && len(b.Recipients) == 0 && b.Sentence > a.Sentence && f.t.Lemma(a.deed) == f.t.Lemma(b.deed):
		return true // "an attack on the camp", then "the Arden attack"
	case actors && recipients, actors && a.Mode == "resign" && b.Mode == "resign":
		return true
	case actors && (len(a.Recipients) == 0) == (len(b.Recipients) == 0):
		return a.Date != "" && a.Date == b.Date || a.Place != "" && a.Place == b.Place ||
			f.t.Lemma(a.head) == f.t.Lemma(b.head) || b.kind.Name == "CONSULT" && len(a.Actors) > 1
	}
	return false
}

// sameNumber reports whether the same verb tells in a and b of as many of the same: "captured two
// Velm soldiers", then "captured two soldiers".
func (f *finder) sameNumber(a, b *mention) bool {
	if f.t.Lemma(a.head) != f.t.Lemma(b.head) || len(a.Recipients) != 1 || len(b.Recipients) != 1 || a.Sentence == b.Sentence {
		return false
	}
	x, nx := f.tolled(a.Recipients[0])
	y, ny := f.tolled(b.Recipients[0])
	return x != "" && x == y && nx != "" && nx == ny
}

// tolled is the noun by which p takes part, and its number.
func (f *finder) tolled(p rapporteur.Participant) (noun, number string) {
	if len(p.Spans) == 0 {
		return "", ""
	}
	at := f.topOf(p.Spans[0])
	if at < 0 {
		return "", ""
	}
	k := f.t.Child(at, "nummod")
	if k < 0 {
		return "", ""
	}
	return f.t.Lemma(at), strings.ToLower(f.t.Word(k))
}

// habitual reports whether verb v tells what is done again and again.
func (f *finder) habitual(v int) bool {
	for _, k := range f.t.ChildrenBy(v, "advmod", "obl", "obl:tmod") {
		switch f.t.Lemma(k) {
		case "often", "frequently", "regularly", "routinely":
			return true
		case "year", "month", "decade":
			for _, r := range f.t.ChildrenBy(k, "amod") {
				if f.t.Lemma(r) == "recent" {
					return true
				}
			}
		}
	}
	return false
}

// which is the word that sets the deed that noun n names apart from others of its kind: "a previous
// round", "another attack"; "" where none does.
func (f *finder) which(n int) string {
	for up, steps := n, 0; up >= 0 && steps < 2; steps++ {
		for _, k := range f.t.ChildrenBy(up, "amod", "det") {
			switch l := f.t.Lemma(k); l {
			case "previous", "earlier", "another", "next", "second", "third", "fourth", "fifth", "separate", "subsequent":
				return l
			}
		}
		h := f.t.Head(up)
		if h < 0 || !f.t.Is(up, "nmod") || !f.transparent(h) && f.t.Lemma(h) != "round" && f.t.Lemma(h) != "series" {
			break
		}
		up = h
	}
	return ""
}

// tollOf reports whether b tells whom else the attack has hurt that was told before: "the
// attack, which also wounded a driver".
func (f *finder) tollOf(b *mention) bool {
	h := f.t.Head(b.head)
	if !b.outcome || h < 0 || f.t.Tokens[b.head].Deprel != "acl:relcl" || !f.definite(h) || !f.eventful(h) {
		return false
	}
	k := f.t.Child(b.head, "advmod")
	return k >= 0 && (f.t.Lemma(k) == "also" || f.t.Lemma(k) == "further")
}

// apart reports whether b, with a day of its own, stands in a relative clause of somebody
// named in what tells a: "the attack was led by Vale, whose brother was killed last week".
func (f *finder) apart(a, b *mention) bool {
	if b.Date == "" || a.Date == b.Date || f.t.Tokens[b.head].Deprel != "acl:relcl" {
		return false
	}
	h := f.t.Head(b.head)
	return h >= 0 && h != a.head && !f.eventful(h)
}

func asserted(status string) bool {
	return status == rapporteur.StatusHappened || status == rapporteur.StatusOngoing
}

// within reports whether the place of one lies in that of the other, as far as
// the words tell: the same country, one of them no more than that.
func within(a, b *mention) bool {
	return a.Country == b.Country && (strings.Contains(a.Place, b.Place) || strings.Contains(b.Place, a.Place))
}

// linked reports whether of two words of one sentence one is an argument of the
// other: "killed" and "strike" in "was killed in a strike".
func (f *finder) linked(a, b int) bool {
	t := f.t
	for _, i := range [2]int{a, b} {
		switch f.preposition(i) {
		case "after", "before", "following", "since", "despite", "amid", "until", "ahead_of":
			return false // "was killed days after clashes"
		}
	}
	return t.Head(a) == b && t.Is(a, "obj", "obl", "nsubj", "nmod") || t.Head(b) == a && t.Is(b, "obj", "obl", "nsubj", "nmod", "acl", "advcl")
}

// agree reports whether two lists share somebody, and whether they contradict
// each other: both name somebody and nobody is in both.
func agree(a, b []rapporteur.Participant) (share, against bool) {
	for _, p := range b {
		if has(a, p) {
			share = true
		}
	}
	return share, !share && len(a) > 0 && len(b) > 0
}

// meet is agree where a state and its government are one.
func (f *finder) meet(a, b []rapporteur.Participant) (share, against bool) {
	if share, against = agree(a, b); !against {
		return share, against
	}
	for _, p := range a {
		for _, q := range b {
			if f.ruling(p.Actor, q.Actor) || f.ruling(q.Actor, p.Actor) {
				return true, false
			}
		}
	}
	return share, against
}

// ruling reports whether actor i is the government of the state s.
func (f *finder) ruling(i, s int) bool {
	if i < 0 || s < 0 || f.cast.Actors[i].Kind != rapporteur.ActorGovernment || f.cast.Actors[s].Kind != rapporteur.ActorState || f.cast.Actors[i].Country != f.cast.Actors[s].Country {
		return false
	}
	name := f.cast.Actors[i].Name
	return strings.HasSuffix(name, "government") || strings.HasPrefix(name, "government of ")
}

// overlap reports whether two written dates share a day.
func overlap(a, b string) bool {
	af, at := ends(a)
	bf, bt := ends(b)
	return af <= bt && bf <= at
}

// ends are the first and the last day of a written date, as far as it goes; a
// month or year ends after all its days.
func ends(d string) (from, to string) {
	if from, to, ok := strings.Cut(d, "/"); ok {
		return from, to
	}
	if len(d) < len("2006-01-02") {
		return d, d + "~"
	}
	return d, d
}

// join adds mention b to event a.
func (f *finder) join(a, b *mention) {
	if !a.Anchor.Overlaps(b.Anchor) {
		a.Also = append(a.Also, b.Anchor)
	}
	for _, p := range b.Actors {
		if b.lent && (len(a.Actors) > 0 || b.AttributedTo != "" && a.AttributedTo == "") {
			break // who is only blamed for it has not done it on the report's own word
		}
		if len(a.Actors) == 0 || has(a.Actors, p) || len(b.Actors) > len(a.Actors) {
			a.Actors = add(a.Actors, p)
		}
	}
	ground := slices.DeleteFunc(slices.Clone(a.Recipients), func(p rapporteur.Participant) bool { return !f.ground(p) })
	if b.outcome && !slices.ContainsFunc(a.Recipients, identified) && slices.ContainsFunc(b.Recipients, identified) {
		// The car that was shelled, then the gunmen it killed; but the camp that was
		// attacked and the soldiers killed there.
		a.Recipients = ground
	}
	if b.outcome && len(a.Recipients) > 0 && (len(ground) == len(a.Recipients) || f.tollOf(b)) {
		for _, p := range b.Recipients {
			if !has(a.Actors, p) {
				a.Recipients = add(a.Recipients, p)
			}
		}
	} else if !b.outcome || len(a.Recipients) == 0 {
		for _, p := range b.Recipients {
			if !has(a.Actors, p) && (len(a.Recipients) == 0 || has(a.Recipients, p) || len(b.Recipients) > len(a.Recipients)) {
				a.Recipients = add(a.Recipients, p)
			}
		}
	}
	if a.Date == "" || len(b.Date) == 10 && len(a.Date) != 10 {
		if b.Date != "" {
			a.Date, a.DateSpan = b.Date, b.DateSpan
		}
	}
	if a.Place == "" && b.Place != "" {
		a.Place, a.PlaceSpan, a.Country = b.Place, b.PlaceSpan, cmp.Or(b.Country, a.Country)
	}
	if a.Mode == "" {
		a.Mode, a.CAMEO = b.Mode, b.CAMEO
	}
	a.manner = cmp.Or(a.manner, b.manner)
	a.last = max(a.last, b.last)
}

// ground reports whether p is a place or a building and nobody in it.
func (f *finder) ground(p rapporteur.Participant) bool {
	if p.Actor >= 0 || len(p.Spans) == 0 {
		return false
	}
	at := f.topOf(p.Spans[0])
	return at >= 0 && (f.placeAt(at) >= 0 || f.isOf(premises, at) || f.isOf(scene, at))
}

func identified(p rapporteur.Participant) bool { return p.Actor >= 0 }
