package event

import (
	"slices"
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/knowledge"
	"rapporteur/knowledge/plover"
)

// somebody reports whether the noun phrase headed by at is one whom the report
// knows; with body, one who acts for a state or another body.
func (f *finder) somebody(at int, body bool) bool {
	for _, p := range f.known(at, 0) {
		if !body || f.acts(p.Actor) {
			return true
		}
	}
	return false
}

// crowd reports whether the noun phrase headed by at means some of the people
// and not a state or an organ of one.
func (f *finder) crowd(at int) bool {
	for _, p := range f.cast.Participants(at) {
		if p.Actor < 0 {
			continue
		}
		switch f.cast.Actors[p.Actor].Kind {
		case rapporteur.ActorState, rapporteur.ActorGovernment:
			return false
		}
	}
	return true
}

// acts reports whether an actor acts for a state or a body: no crowd, no
// people, nobody who only looks on.
func (f *finder) acts(i int) bool {
	if i < 0 {
		return false
	}
	a := &f.cast.Actors[i]
	switch f.cast.Class(i) {
	case "people", "observer", "outlet", "academic", "medical", "media":
		return false
	}
	switch a.Kind {
	case rapporteur.ActorPeople:
		return false
	case rapporteur.ActorPerson:
		return len(a.Sectors) > 0 && a.Sectors[0] != "CVL" && a.Sectors[0] != "JRN" || a.Title != ""
	}
	return true
}

// known are the actors whom the noun phrase headed by at means, coordinates
// included; those who act for another are given as that one.
func (f *finder) known(at, depth int) []rapporteur.Participant {
	if at < 0 {
		return nil
	}
	// The same noun phrase is asked about for many rows.
	if depth == 0 && f.asked[at] {
		return f.answers[at]
	}
	var out []rapporteur.Participant
	for _, i := range f.conjuncts(at) {
		out = f.knownOne(out, i, depth)
	}
	if depth == 0 {
		f.asked[at], f.answers[at] = true, slices.Clip(out)
	}
	return slices.Clip(out)
}

func (f *finder) knownOne(out []rapporteur.Participant, i, depth int) []rapporteur.Participant {
	i = f.counted(i)
	if !f.t.Nominal(i) && f.t.Tokens[i].UPOS != "ADJ" && f.t.Tokens[i].UPOS != "DET" {
		return out
	}
	if i = f.titled(i); f.senseless(i) {
		return out
	}
	if f.t.Lemma(i) == "body" && f.t.Tokens[i].XPOS == "NNS" && f.t.Child(i, "nmod") > i {
		return out // "the bodies of six soldiers" are no committee
	}
	switch f.t.Lemma(i) {
	case "ally", "rival", "neighbour", "neighbor", "foe", "enemy", "partner":
		for _, k := range f.t.ChildrenBy(i, "appos", "flat") {
			if k > i && k <= i+2 && f.t.Tokens[k].UPOS == "PROPN" && depth < 2 {
				if who := f.known(k, depth+1); len(who) > 0 {
					return append(out, who...) // "its ally Velm"
				}
			}
		}
	}
	if a := f.cast.At(i); f.t.Lemma(i) == "counterpart" && f.t.Child(i, "appos", "flat") < 0 && (a < 0 || f.cast.Actors[a].Kind != rapporteur.ActorPerson) {
		for _, k := range f.t.ChildrenBy(i, "amod", "compound") {
			if code := f.demonym(k); code != "" {
				return add(out, f.state(code, f.t.Tokens[k].Span)) // "met his Velm counterpart"
			}
		}
	}
	if f.t.Lemma(i) == "counterpart" && f.t.Tokens[i].XPOS == "NNS" && depth < 2 {
		for _, k := range f.t.ChildrenBy(i, "nmod") {
			if p := f.preposition(k); p == "from" || p == "of" {
				for _, c := range f.t.Conjuncts(k) {
					if who := f.known(c, depth+1); len(who) > 0 {
						out = append(out, who...)
					} else if f.seat(c) {
						out = add(out, f.stateOf(c, f.placeAt(c))) // "met his counterparts from Velm and Dalmoth"
					}
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	if k := f.t.Child(i, "nmod:poss"); k >= 0 && f.t.Lemma(k) == "whose" && depth < 2 && k > 1 {
		// "Arden, whose envoys met"
		k--
		if f.t.Word(k) == "," {
			k--
		}
		for f.t.Is(k, "conj", "flat", "compound", "appos") && f.t.Head(k) >= 0 && f.t.Head(k) < k {
			k = f.t.Head(k)
		}
		if who := f.known(k, depth+1); len(who) > 0 {
			return append(out, who...)
		}
	}
	if c := f.addressed(i); c >= 0 && depth < 2 {
		return append(out, f.known(c, depth+1)...)
	}
	if k := f.t.Child(i, "nmod:poss"); k >= 0 && f.t.Tokens[i].XPOS == "NNS" && f.numbered(k) > 0 && depth < 2 && f.cast.At(i) >= 0 && f.described(rapporteur.Participant{Actor: f.cast.At(i)}) {
		if all := f.cast.Participants(k); len(all) > 1 {
			for _, p := range all {
				if p.Actor >= 0 {
					out = add(out, p) // "the two countries' foreign ministers"
				}
			}
			return out
		}
	}
	met := false
	for _, k := range f.paired(i) {
		out = f.knownOne(out, k, depth+1)
	}
	for _, p := range f.cast.Participants(i) {
		if p.Actor < 0 || !f.itself(p, i) || f.stormy(p) {
			continue
		}
		if f.spokenOf(i, p) {
			if q := f.otherHolder(i, p.Actor); q.Name != "" {
				out, met = add(out, q), true
			}
			continue
		}
		if q, ok := f.sender(p, i); ok {
			out, met = add(out, q), true
			continue
		}
		out, met = add(out, f.principal(p, i)), true
	}
	if met || depth > 2 {
		return out
	}
	if code := f.demonym(i); code != "" {
		return add(out, f.state(code, f.t.Tokens[i].Span))
	}
	if f.t.Tokens[i].UPOS == "PRON" {
		if s := f.selfOf(i); s.Name != "" {
			return add(out, s)
		}
		if s := f.himself(i); s.Name != "" {
			return add(out, s)
		}
		if a := f.pronounced(i); a >= 0 {
			for _, p := range f.known(a, depth+1) {
				if f.quotes(i, p) {
					continue
				}
				out = add(out, p)
			}
		}
		return out
	}
	if f.transparent(i) {
		for _, k := range f.t.ChildrenBy(i, "nmod") {
			switch f.t.Preposition(k) {
			case "of", "from":
				for _, p := range f.known(k, depth+1) {
					out, met = add(out, p), true
				}
			}
		}
	}
	if met {
		return out
	}
	if depth == 0 && f.unknown(i) && f.introduced(i) {
		return add(out, f.plain(i)) // "the VLF, rebels backed by Velm"
	}
	if depth == 0 {
		var other []rapporteur.Participant
		for _, a := range f.t.ChildrenBy(i, "appos") {
			if a < i || f.speaks(a) {
				continue
			}
			for _, p := range f.known(a, depth+1) {
				if p.Actor >= 0 && f.cast.Outlet(p.Actor) {
					continue // "detained 18 people, the news agency said"
				}
				if p.Actor >= 0 && f.cast.Actors[p.Actor].Kind == rapporteur.ActorPerson {
					return add(out, p) // "his rival, Velm President Aster Vale"
				}
				other = append(other, p)
			}
		}
		if len(other) > 0 {
			return add(out, other[0])
		}
	}
	if f.t.Child(i, "nmod") < 0 && f.multitude(i) {
		return add(out, f.plain(i))
	}
	if roles()[f.t.Lemma(i)] || f.isOf(person, i) || f.isOf(adherent, i) {
		if f.t.Is(i, "compound") && f.t.Tokens[i].XPOS == "NN" {
			return add(out, f.several(i))
		}
		return add(out, f.plain(i))
	}
	if e := f.entityAt(i); e != nil && (e.Type == rapporteur.EntityPerson || e.Type == rapporteur.EntityOrganization || e.Type == rapporteur.EntityNORP) {
		return add(out, f.plain(i))
	}
	if f.unknown(i) {
		return add(out, f.plain(i))
	}
	return out
}

// itself reports whether p is of noun i itself and not of one coordinated with it,
// who may be known where i is not: "Arnor and the United States".
func (f *finder) itself(p rapporteur.Participant, i int) bool {
	all := f.t.Conjuncts(i)
	if len(all) < 2 || len(p.Spans) == 0 {
		return true
	}
	for _, k := range all {
		if f.t.Tokens[k].Span.End > p.Spans[0].Start {
			return k == i
		}
	}
	return true
}

// unknown reports whether noun i is a name that no table and no reading of names
// knows, standing where somebody acts or suffers an act: "Arnor" in "Arnor signed a
// protocol with Dagolath". Who is named takes part, known or not.
func (f *finder) unknown(i int) bool {
	return f.name(i) && !f.senseless(i) && !f.t.Is(i, "obl:tmod", "obl:npmod", "obl:unmarked", "nmod:unmarked", "nmod:desc") && f.t.Tokens[i].XPOS == "NNP"
}

// introduced reports whether a common noun after a comma says what the name i is.
func (f *finder) introduced(i int) bool {
	return slices.ContainsFunc(f.t.ChildrenBy(i, "appos"), func(a int) bool {
		return a == i+2 && f.t.Word(i+1) == "," && f.t.Tokens[a].UPOS == "NOUN" && f.t.Tokens[a].XPOS == "NNS"
	})
}

// speaks reports whether token i is of the words for who says what its sentence tells.
func (f *finder) speaks(i int) bool {
	span := f.t.Tokens[i].Span
	return slices.ContainsFunc(f.statementsOf(span), func(k int32) bool {
		return slices.ContainsFunc(f.statements[k].Speaker.Spans, span.Overlaps)
	})
}

// counted is the noun that the tree hung on the "more" or "less" of its number:
// "more than 40 sailors"; i itself elsewhere.
func (f *finder) counted(i int) int {
	switch f.t.Lemma(i) {
	case "more", "less", "few", "fewer":
	default:
		return i
	}
	for _, k := range f.t.Children(i) {
		if k := int(k); k > i && f.t.Is(k, "obl", "nmod") && f.preposition(k) == "than" && f.t.Nominal(k) {
			return k
		}
	}
	return i
}

// titled is the person whose title begins with the state at i, where the tree took
// the state for the head: "former Velm President Aster Vale".
func (f *finder) titled(i int) int {
	s := f.t.Sentences[f.t.SentenceOf(i)]
	if i+1 >= s.End || f.t.Tokens[i].UPOS != "PROPN" || f.t.Tokens[i+1].UPOS != "PROPN" {
		return i
	}
	a := f.cast.At(i + 1)
	if a < 0 || a == f.cast.At(i) || f.cast.Actors[a].Kind != rapporteur.ActorPerson || !strings.Contains(f.cast.Actors[a].Title, f.t.Word(i)+" "+f.t.Word(i+1)) {
		return i
	}
	return i + 1
}

// roles are the nouns for those who act, whether or not the report lets tell who
// they are: "workers", "militants".
var roles = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, n := range knowledge.Nouns() {
		out[n.Singular] = true
	}
	return out
})

// quotes reports whether "they" at i stands in the quoted words of p, who does not mean
// himself by it.
func (f *finder) quotes(i int, p rapporteur.Participant) bool {
	switch f.t.Lemma(i) {
	case "they", "them", "he", "him", "she":
	default:
		return false
	}
	s := f.statementAt(f.t.Tokens[i].Span)
	return s >= 0 && f.statements[s].Kind == rapporteur.KindDirect && p.Actor >= 0 && f.statements[s].Speaker.Actor == p.Actor
}

// spokenOf reports whether the office at i stands in the quoted words of p, who calls himself
// "I": "the president has resigned", said the envoy who presides over the council.
func (f *finder) spokenOf(i int, p rapporteur.Participant) bool {
	if f.t.Tokens[i].UPOS != "NOUN" || p.Actor < 0 || f.cast.Actors[p.Actor].Kind != rapporteur.ActorPerson {
		return false
	}
	s := f.statementAt(f.t.Tokens[i].Span)
	return s >= 0 && f.statements[s].Kind == rapporteur.KindDirect && f.statements[s].Speaker.Actor == p.Actor
}

// otherHolder is the one other person of the report whose title holds the noun i, or
// nobody.
func (f *finder) otherHolder(i, not int) rapporteur.Participant {
	found := none
	for k := range f.cast.Actors {
		a := &f.cast.Actors[k]
		if k == not || a.Kind != rapporteur.ActorPerson || !slices.Contains(strings.Fields(strings.ToLower(a.Title)), f.t.Lemma(i)) {
			continue
		}
		if found >= 0 {
			return rapporteur.Participant{}
		}
		found = k
	}
	if found < 0 {
		return rapporteur.Participant{}
	}
	return rapporteur.Participant{Name: f.cast.Actors[found].Name, Actor: found, Spans: []rapporteur.Span{f.t.Tokens[i].Span}}
}

// add puts p into out unless the same one is there.
func add(out []rapporteur.Participant, p rapporteur.Participant) []rapporteur.Participant {
	for i := range out {
		if p.Actor >= 0 && out[i].Actor == p.Actor || p.Actor < 0 && out[i].Name == p.Name {
			return out
		}
	}
	return append(out, p)
}

// transparent reports whether the noun i only counts or gathers those after
// its "of": "a group of rebels", "hundreds of workers".
func (f *finder) transparent(i int) bool {
	return f.t.Tokens[i].UPOS == "NUM" || plover.IsOf(gathering, f.t.Lemma(i), func(n int) string { return f.lemmaBefore(i, n) })
}

var (
	gathering  = []string{"gathering"}
	person     = []string{"person"}
	document   = []string{"document"}
	instrument = []string{"instrument"}
	abstract   = []string{"abstract"}
	terms      = []string{"deal", "proposal", "truce", "term"}
	premises   = []string{"territory", "building"}
	asking     = []string{"request", "proposal", "ultimatum"}
	adherent   = []string{"adherent"}
	papers     = []string{"deal", "document", "law", "proposal"}
	memory     = []string{"memory"}
	claimed    = []string{"claim"}
	talking    = []string{"talks", "meeting"}
	era        = []string{"era"}
	shared     = []string{"intelligence"}
	owed       = []string{"debt"}
	craft      = []string{"vessel", "vehicle", "warship"}
	scene      = []string{"scene"}
	vessels    = []string{"vessel", "vehicle"}
	refugees   = []string{"refugee"}
	embassies  = []string{"embassy"}
	troops     = []string{"troops"}
	missions   = []string{"mission"}
)

// principal puts in the place of p the one it acts for: of officials,
// delegations and fighters their state or group. An army or a police acts as
// itself.
func (f *finder) principal(p rapporteur.Participant, at int) rapporteur.Participant {
	i := f.cast.Principal(p.Actor)
	if i < 0 || i == p.Actor || f.cast.Actors[p.Actor].Kind == rapporteur.ActorPerson {
		return p
	}
	switch f.t.Lemma(at) {
	case "mayor", "governor":
		return p // who rules a town speaks for no state
	case "lawmaker", "legislator", "deputy", "senator", "judge", "prosecutor":
		return p // the powers beside the government
	}
	if slices.Contains(f.cast.Actors[p.Actor].Sectors, "ELI") || f.former(at) {
		return p // who is out of office speaks for himself
	}
	switch f.cast.Class(p.Actor) {
	case "people", "observer", "outlet", "body":
		return p
	case "force":
		if corps(f.t.Lemma(at)) {
			return p
		}
	}
	return rapporteur.Participant{Name: f.cast.Actors[i].Name, Actor: i, Spans: p.Spans}
}

// former reports whether the noun at i is of one who is out of office: "the former president".
func (f *finder) former(i int) bool {
	for _, k := range f.t.ChildrenBy(i, "amod", "compound", "nmod:desc") {
		switch f.t.Lemma(k) {
		case "former", "ex", "ousted", "deposed":
			return k < i
		}
	}
	return false
}

// corps reports whether the noun lemma means a body of a state that acts as itself.
func corps(lemma string) bool {
	switch lemma {
	case "army", "military", "police", "navy", "militia", "guard", "gendarmerie", "court", "agency", "service", "command", "ministry":
		return true
	}
	return false
}

// holder is the person or office that the noun phrase headed by at names, and not
// whom it acts for.
func (f *finder) holder(at int) rapporteur.Participant {
	if at >= 0 && f.t.Tokens[at].UPOS == "PRON" {
		if p := f.himself(at); p.Name != "" {
			return p
		}
	}
	for _, p := range f.cast.Participants(at) {
		if f.spokenOf(at, p) {
			return f.otherHolder(at, p.Actor)
		}
		if p.Actor >= 0 && (f.cast.Actors[p.Actor].Kind == rapporteur.ActorOffice || f.cast.Actors[p.Actor].Kind == rapporteur.ActorPerson) {
			return p
		}
	}
	return rapporteur.Participant{}
}

// plain is a participant whom nobody identified, called by the words of the text.
func (f *finder) plain(i int) rapporteur.Participant {
	span := f.t.SpanOf(i, i+1)
	out := rapporteur.Participant{Name: f.t.Text(span), Spans: []rapporteur.Span{span}}
	for _, p := range f.cast.Participants(i) {
		out = p
		break
	}
	out.Actor = none
	if rest, ok := strings.CutPrefix(out.Name, "a "); ok && f.t.Is(i, "nmod:poss") && f.t.Tokens[i].XPOS == "NNS" {
		out.Name = rest // "a teachers' strike"
	}
	first := f.t.Sentences[f.t.SentenceOf(i)].First
	if u := f.t.Tokens[first].UPOS; len(out.Spans) > 0 && out.Spans[0].Start == f.t.Tokens[first].Span.Start && (u == "NOUN" || u == "ADJ" || u == "NUM" && len(out.Name) > 1 && out.Name[1] >= 'a') && f.demonym(first) == "" && f.entityAt(first) == nil {
		out.Name = strings.ToLower(out.Name[:1]) + out.Name[1:] // "Pirates" at the head of a sentence
	}
	return out
}

// several are those whom a singular before a noun means, "the rebel attack": the
// rebels, who may stand elsewhere in the report.
func (f *finder) several(i int) rapporteur.Participant {
	name := knowledge.Plural(f.t.Lemma(i))
	if corps(f.t.Lemma(i)) {
		name = f.t.Lemma(i) // "an army convoy" is of one army
	}
	spans := []rapporteur.Span{f.t.Tokens[i].Span}
	found := none
	for k := range f.cast.Actors {
		if a := f.cast.Actors[k].Name; a == name || strings.HasSuffix(a, " "+name) {
			if found >= 0 {
				found = none
				break
			}
			found = k
		}
	}
	if found >= 0 {
		return rapporteur.Participant{Name: f.cast.Actors[found].Name, Actor: found, Spans: spans}
	}
	return rapporteur.Participant{Name: name, Actor: none, Spans: spans}
}

// himself is the speaker whom "he" or "she" means right after his verb of saying: "the
// minister said he would resign".
func (f *finder) himself(i int) rapporteur.Participant {
	switch f.t.Lemma(i) {
	case "he", "she":
	default:
		return rapporteur.Participant{}
	}
	v := f.t.Head(i)
	s := f.statementAt(f.t.Tokens[i].Span)
	if s < 0 || v < 0 || !f.t.Is(i, "nsubj") || !f.t.Is(v, "ccomp") || f.t.Head(v) < 0 || f.statements[s].Kind != rapporteur.KindIndirect {
		return rapporteur.Participant{}
	}
	p := f.statements[s].Speaker
	cue := f.t.Head(v)
	if p.Actor < 0 || cue > i || !f.statements[s].Cue.Contains(f.t.Tokens[cue].Span) {
		return rapporteur.Participant{}
	}
	switch f.cast.Actors[p.Actor].Kind {
	case rapporteur.ActorPerson, rapporteur.ActorOffice:
		p.Spans = []rapporteur.Span{f.t.Tokens[i].Span}
		return p
	}
	return rapporteur.Participant{}
}

// selfOf is the speaker whom "I" or "we" means in what he says.
func (f *finder) selfOf(i int) rapporteur.Participant {
	if f.t.Tokens[i].UPOS != "PRON" {
		return rapporteur.Participant{}
	}
	switch f.t.Lemma(i) {
	case "i", "we", "us", "me", "our", "my":
	default:
		return rapporteur.Participant{}
	}
	s := f.statementAt(f.t.Tokens[i].Span)
	if s < 0 || f.statements[s].Kind == rapporteur.KindIndirect {
		return rapporteur.Participant{}
	}
	p := f.statements[s].Speaker
	p.Spans = []rapporteur.Span{f.t.Tokens[i].Span}
	if p.Actor < 0 {
		return p
	}
	switch f.t.Lemma(i) {
	case "we", "us", "our":
		if a := f.cast.Actors[p.Actor]; a.Kind == rapporteur.ActorPerson && a.Of >= 0 && !f.cast.Outlet(a.Of) {
			return rapporteur.Participant{Name: f.cast.Actors[a.Of].Name, Actor: a.Of, Spans: p.Spans}
		}
		if pr := f.cast.Principal(p.Actor); pr >= 0 {
			return rapporteur.Participant{Name: f.cast.Actors[pr].Name, Actor: pr, Spans: p.Spans}
		}
	}
	return p
}
