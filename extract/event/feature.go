package event

import "rapporteur"

// A Feature is one thing that the ranker sees around what a row fits: what it is
// of, and its value ("actor", "state").
type Feature struct{ Of, Value string }

// features are what the ranker sees of m where it has come to tell of e: who takes
// part, the form of the word, its sentence and its report, never the word itself or
// how much its row asks for, which are the lexicon's affair. The next call overwrites
// them.
func (f *finder) features(m *match, e *rapporteur.Event) []Feature {
	r := &f.ranker
	if r.seen == nil {
		r.seen = make([]Feature, 0, 32)
	}
	r.seen = r.seen[:0]
	r.see("always", "")
	f.seeActor(e.Actors)
	f.seeForm(m.head)
	f.seeSentence(m.head)
	f.seeReport()
	return r.seen
}

// see adds a feature once.
func (r *ranker) see(of, value string) {
	x := Feature{of, value}
	if !containsFeature(r.seen, x) {
		r.seen = append(r.seen, x)
	}
}

func containsFeature(in []Feature, x Feature) bool {
	for _, y := range in {
		if x == y {
			return true
		}
	}
	return false
}

// seeActor adds who the first of those is who do it: the kind of the actor, or what sort of
// word it is. Whom it is done to told no event from none.
func (f *finder) seeActor(who []rapporteur.Participant) {
	see := f.ranker.see
	if len(who) == 0 {
		see("actor", "nobody")
		return
	}
	if a := who[0].Actor; a >= 0 {
		kind := f.cast.Actors[a].Kind
		if kind == rapporteur.ActorPerson && f.acts(a) {
			kind = "officeholder"
		}
		see("actor", kind)
		if f.cast.Actors[a].Key == "" {
			see("actor", "of this report")
		}
		return
	}
	at := none
	if len(who[0].Spans) > 0 {
		at = f.topOf(who[0].Spans[0])
	}
	switch {
	case at < 0:
		see("actor", "words")
	case f.t.Tokens[at].UPOS == "PRON":
		switch f.t.Lemma(at) {
		case "i", "we", "me", "us":
			see("actor", "speaker")
		case "you":
			see("actor", "hearer")
		default:
			see("actor", "pronoun")
		}
	case f.placeAt(at) >= 0:
		see("actor", "place")
	case f.t.Tokens[at].UPOS == "PROPN":
		see("actor", "name")
	default:
		see("actor", "thing")
	}
}

// seeForm adds whether h is a noun, a passive, or a verb of some form.
func (f *finder) seeForm(h int) {
	switch {
	case f.t.Tokens[h].UPOS != "VERB":
		f.ranker.see("form", "noun")
	case f.passive(h):
		f.ranker.see("form", "passive")
	default:
		f.ranker.see("form", f.t.Tokens[h].XPOS)
	}
}

// seeSentence adds what stands beside h in its sentence: speaker and hearer, places, states,
// a day, whether somebody is quoted.
func (f *finder) seeSentence(h int) {
	see := f.ranker.see
	n := f.t.SentenceOf(h)
	s := f.t.Sentences[n]
	places, states := 0, 0
	for i := s.First; i < s.End; i++ {
		if i == h {
			continue
		}
		switch f.t.Tokens[i].UPOS {
		case "PRON":
			switch f.t.Lemma(i) {
			case "i", "me", "my":
				see("beside", "I")
			case "you", "your":
				see("beside", "you")
			}
		case "PROPN", "ADJ":
			if f.placeAt(i) >= 0 {
				places++
			}
			if a := f.cast.At(i); a >= 0 && f.cast.Actors[a].Kind == rapporteur.ActorState {
				states++
			}
		}
		if f.dated(i) {
			see("beside", "day")
		}
	}
	see("places", few[min(places, 2)])
	see("states", few[min(states, 2)])
	if n < len(f.said) && len(f.said[n]) > 0 {
		see("beside", "speech")
	}
}

// fewSentences is below how many sentences a report says nothing by what it does not name.
const fewSentences = 5

// seeReport adds how many states, and others known before it, the report names, and how
// often it speaks of itself and to its reader.
func (f *finder) seeReport() {
	r := &f.ranker
	n := len(f.t.Sentences)
	if n < fewSentences {
		return
	}
	if !r.counted {
		r.counted = true
		f.countReport()
	}
	r.see("report states", few[min(r.states, 2)])
	r.see("report bodies", few[min(r.bodies, 2)])
	r.see("report names", often[level(r.states+r.bodies, n)])
	r.see("report says I or you", often[level(r.personal, n)])
}

var often = [...]string{"nothing", "little", "some", "much"}

// level is how much there is of what a report of n sentences has so often.
func level(times, n int) int {
	switch share := 10 * times / n; {
	case times == 0:
		return 0
	case share < 1:
		return 1
	case share < 3:
		return 2
	}
	return 3
}

// countReport counts what seeReport tells of.
func (f *finder) countReport() {
	r := &f.ranker
	for i := range f.cast.Actors {
		switch a := &f.cast.Actors[i]; {
		case a.Kind == rapporteur.ActorState:
			r.states++
		case a.Key != "" || a.Kind == rapporteur.ActorGovernment || a.Kind == rapporteur.ActorArmedGroup:
			r.bodies++
		}
	}
	quotes := f.t.Quotes
	for i := range f.t.Tokens {
		if f.t.Tokens[i].UPOS != "PRON" {
			continue
		}
		switch f.t.Lemma(i) {
		case "i", "me", "my", "you", "your":
			if k := spanAt(len(quotes), f.t.Tokens[i].Span, func(k int) rapporteur.Span { return quotes[k].Span }); k < 0 {
				r.personal++
			}
		}
	}
}

var few = [...]string{"none", "one", "several"}
