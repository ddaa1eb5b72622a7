package statement

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge/speech"
)

// turn is a paragraph that begins with who speaks and a colon, and those after it
// that begin with nobody.
type turn struct {
	label   tokens
	colon   int
	speaker int      // head of the label, None for an answer
	known   bool     // for one who can speak
	asks    bool     // a question of the outlet
	end     int      // of the paragraph of the label
	more    []tokens // the paragraphs after it, up to the next turn
}

// longestTurn is how many paragraphs without a label may follow one before the next:
// more are no answer, but the report.
const longestTurn = 12

// transcribed reads interviews, hearings and debates that are printed in turns:
// "Aster Vale: We will sign.", "Q: Will you sign? A: We will." The colon is the cue, the
// words after it the content, and what is attributed within it is the speaker's
// business. An outlet's questions are no statements. One such paragraph may be
// anything; three are a transcript.
func (f *finder) transcribed() {
	turns := f.turns()
	if len(turns) < 3 || !f.spoken(turns) {
		return
	}
	f.continued(turns)
	f.claims = slices.DeleteFunc(f.claims, func(c claim) bool {
		return slices.ContainsFunc(turns, func(t turn) bool { return t.holds(c.cue.first) })
	})
	for i := range f.quotes {
		f.quotes[i].claim = rapporteur.None // their numbers have changed
	}
	for i := range f.claims {
		for _, r := range f.claims[i].content {
			f.claim(r, i)
		}
	}
	answers := f.interviewed(turns[0].label.first)
	outlet := rapporteur.None // the one that asks
	for _, t := range turns {
		if f.publishes(t.speaker) {
			outlet = t.speaker
			continue
		}
		if t.asks {
			continue
		}
		f.enter(f.t.SentenceOf(t.colon))
		c := clause{verb: t.colon, cue: tokens{t.colon, t.colon + 1}, speaker: t.speaker, source: t.label, hearer: outlet, reporter: rapporteur.None}
		if t.label.holds(t.colon) {
			c.source = tokens{}
		}
		if t.speaker == rapporteur.None {
			c.speaker = answers
		}
		content := []tokens{f.bare(tokens{t.colon + 1, t.end})}
		for _, r := range t.more {
			content = append(content, f.bare(r))
		}
		if f.add("statement/transcript", nil, c, content...) {
			f.claims[len(f.claims)-1].verbatim = true
		}
	}
}

// spoken reports whether most turns end as sentences do: in a list of names or of
// dates they do not.
func (f *finder) spoken(turns []turn) bool {
	ended := 0
	for _, t := range turns {
		last := t.end - 1
		for last > t.colon && (f.closes[last] != 0 || f.mark(last) || f.any(last, ")", "]")) {
			last--
		}
		if f.stop(last) || f.dash(last) || strings.HasSuffix(f.t.Word(last), ".") {
			ended++
		}
	}
	return 3*ended >= 2*len(turns)
}

// holds reports whether token i stands in the words of t.
func (t *turn) holds(i int) bool {
	return t.colon < i && i < t.end || slices.ContainsFunc(t.more, func(r tokens) bool { return r.holds(i) })
}

// claim makes claim number i that of the quotations within r.
func (f *finder) claim(r tokens, i int) {
	for j := r.first; j < r.end; j++ {
		if q := f.within[j]; q != 0 {
			f.quotes[q-1].claim = i
		}
	}
}

// turns are the paragraphs that begin with a label and a colon and go on in words
// that stand in no quotation marks.
func (f *finder) turns() []turn {
	var out []turn
	f.paragraphs(0, len(f.t.Sentences), func(p tokens) {
		first, s := p.first, f.t.SentenceOf(p.first)
		if f.t.Sentences[s].Boilerplate {
			return
		}
		for first < p.end-1 && f.mark(first) {
			first++ // a transcript that another report quotes has a mark before each turn
		}
		colon := first
		for colon < min(p.end-1, first+7) && (f.capital(colon) && (f.t.Nominal(colon) || f.t.Tokens[colon].UPOS == "ADJ") || colon == first && f.t.Tokens[colon].UPOS == "DET" || f.hyphen(colon)) {
			colon++
		}
		asks, answers := f.any(first, "q", "question", "q."), f.any(first, "a", "answer", "a.")
		switch {
		case (asks || answers) && strings.HasSuffix(f.t.Word(first), ".") && f.capital(first) && first+2 < p.end && f.capital(first+1) && f.opens[first+1] == 0:
			colon = first // "Q. Will you sign?": the point is in the label
		case asks || answers:
			if colon = first + 1; colon+1 >= p.end || !f.is(colon, ":") {
				return
			}
		case colon == first || colon+1 >= p.end || !f.is(colon, ":") || f.opens[colon+1] != 0 || f.t.Tokens[colon+1].UPOS == "NUM":
			return
		}
		t := turn{label: tokens{first, max(colon, first+1)}, colon: colon, speaker: rapporteur.None, asks: asks || colon == first+1 && f.any(first, "interviewer", "reporter", "journalist", "correspondent", "moderator", "host"), end: p.end}
		if !asks && !answers {
			f.enter(s)
			f.last = max(f.last, colon+1)
			h := f.nominalAfter(first)
			if h == rapporteur.None || h >= colon {
				h = colon - 1
			}
			if named := f.namesake(colon - 1); named != rapporteur.None {
				h = named // "VALE", who is Aster Vale
			}
			t.known = f.somebody(h) || f.entity(h) == rapporteur.EntityOrganization || f.titled(t.label)
			if w := f.t.Word(h); !t.known && f.t.Tokens[h].UPOS != "PROPN" && (len(w) < 3 || w != strings.ToUpper(w)) {
				return
			}
			t.speaker = h
		}
		out = append(out, t)
	})
	// A name that nobody knows is one where it has two turns.
	count := map[string]int{}
	for _, t := range out {
		count[f.t.Text(f.span(t.label))]++
	}
	return slices.DeleteFunc(out, func(t turn) bool {
		return t.speaker != rapporteur.None && !t.known && count[f.t.Text(f.span(t.label))] < 2
	})
}

// namesake is where the report names the person whose surname stands at token i in
// capitals, the fullest name of several; None for anything else.
func (f *finder) namesake(i int) int {
	w := f.t.Word(i)
	if len(w) < 3 || w != strings.ToUpper(w) {
		return rapporteur.None
	}
	if a := f.cast.At(i); a != rapporteur.None && f.cast.Actors[a].Kind == rapporteur.ActorPerson {
		return rapporteur.None
	}
	for _, e := range f.t.Entities {
		if e.Type == rapporteur.EntityPerson && e.End-e.First > 1 && strings.EqualFold(f.t.Word(e.End-1), w) && f.cast.At(e.End-1) != rapporteur.None {
			return e.End - 1
		}
	}
	return rapporteur.None
}

// titled reports whether a word of r is a title, or a part that people have in a
// transcript: "GENERAL VALE", "The chair".
func (f *finder) titled(r tokens) bool {
	for i := r.first; i < r.end; i++ {
		if w := strings.TrimSuffix(lower(f.t.Word(i)), "."); titles()[w] || speech.Roles(w)&speech.Turn != 0 {
			return true
		}
	}
	return false
}

// continued gives each turn the paragraphs without a label up to the next one.
func (f *finder) continued(turns []turn) {
	for k := range turns[:len(turns)-1] {
		t := &turns[k]
		var more []tokens
		f.paragraphs(f.t.SentenceOf(t.end-1)+1, f.t.SentenceOf(turns[k+1].label.first), func(p tokens) {
			if s := f.t.Sentences[f.t.SentenceOf(p.first)]; !s.Heading && !s.Boilerplate {
				more = append(more, p)
			}
		})
		if len(more) <= longestTurn {
			t.more = more
		}
	}
}

// paragraphs hands out the tokens of the paragraphs of sentences [s, end).
func (f *finder) paragraphs(s, end int, yield func(tokens)) {
	all := f.t.Sentences
	for s < end {
		last := s
		for last+1 < end && all[last+1].Paragraph == all[s].Paragraph {
			last++
		}
		yield(tokens{all[s].First, all[last].End})
		s = last + 1
	}
}

// interviewed is the head of the words before token end that name who gives the
// answers: the only person they name, or the only one with whom a talk is told of.
// None where that cannot be told.
func (f *finder) interviewed(end int) int {
	only, spoken, several := rapporteur.None, rapporteur.None, false
	for _, e := range f.t.Entities {
		if e.First >= end {
			break
		}
		if e.Type != rapporteur.EntityPerson {
			continue
		}
		h := f.nameHead(e)
		if f.employed(h) {
			continue
		}
		p := f.t.Preposition(h)
		if (p == "with" || p == "to") && f.talksIn(f.t.SentenceOf(h)) || f.t.Is(h, "obj") && f.t.Lemma(f.t.Head(h)) == "interview" {
			spoken = h
		}
		switch {
		case only == rapporteur.None:
			only = h
		case f.cast.At(h) == rapporteur.None || f.cast.At(h) != f.cast.At(only):
			several = true
		}
	}
	if spoken != rapporteur.None || several {
		return spoken
	}
	return only
}

// employed reports whether token h names somebody of an outlet: "Harbour Radio's Dov
// Holt", "Dov Holt of Harbour Radio".
func (f *finder) employed(h int) bool {
	return slices.ContainsFunc(f.t.ChildrenBy(h, "nmod:poss", "nmod", "compound"), f.publishes)
}

// nameHead is the token of e that the others hang on.
func (f *finder) nameHead(e rapporteur.Entity) int {
	for i := e.First; i < e.End; i++ {
		if h := f.t.Head(i); h < e.First || h >= e.End {
			return i
		}
	}
	return e.First
}

// talksIn reports whether sentence s tells of a talk.
func (f *finder) talksIn(s int) bool {
	for i := f.t.Sentences[s].First; i < f.t.Sentences[s].End; i++ {
		if f.interview(i) {
			return true
		}
	}
	return false
}
