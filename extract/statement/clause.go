package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// clause is the clause of a cue: its source, its verb and the words that go
// with them, without the content.
type clause struct {
	verb     int
	cue      tokens
	speaker  int // head of the source, or None
	source   tokens
	inverted bool // "said Vale"
	start    int  // first token of the clause
	tail     int  // first token after the clause and its adjuncts, where a content to the right begins
	hearer   int
	reporter int // head of the outlet that quotes the source, or None
}

// clauseOf reads the clause around the cue verb v, whose last word is token last.
func (f *finder) clauseOf(v, last int, takes speech.Takes) clause {
	c := clause{verb: v, speaker: rapporteur.None, hearer: rapporteur.None, reporter: rapporteur.None}
	c.cue = tokens{f.auxiliaries(v), last + 1}
	c.speaker, c.inverted = f.speakerOf(v, c.cue, takes)
	c.start = c.cue.first
	switch {
	case c.speaker == rapporteur.None:
	case c.inverted:
		c.source = f.sourceAfter(c.speaker, c.cue.end)
		c.tail = f.adjuncts(v, c.source.end, 0)
		return c
	default:
		c.source = f.sourceBefore(c.speaker, c.cue.first)
		if c.source.end == c.cue.first || c.source.end+1 == c.cue.first && f.punct(c.source.end) {
			c.start = c.source.first
		}
	}
	if c.speaker != rapporteur.None && c.speaker < v && !f.any(c.speaker, "who", "which", "that") && f.claimed(c.speaker) {
		c.source = f.claims[len(f.claims)-1].source // "…, adding that": the same words
	}
	c.tail = f.adjuncts(v, c.cue.end, takes)
	if takes&speech.Told != 0 {
		f.toldTo(&c, takes)
	}
	return c
}

// toldTo moves the tail of c after those who are told. With a verb that may do
// without them ("warned the talks could fail") they must be followed by "that", by
// a quotation or by the end.
func (f *finder) toldTo(c *clause, takes speech.Takes) {
	with := *c
	with.tail = f.hearerAt(c.verb, c.tail, &with)
	p := with.tail
	if takes&speech.That == 0 || p >= f.last || f.is(p, "that") || f.punct(p) || f.opens[p] != 0 {
		*c = with
	}
}

// claimed reports whether token i heads the source of the last claim.
func (f *finder) claimed(i int) bool {
	return len(f.claims) > 0 && f.claims[len(f.claims)-1].sentence == f.sentence && f.claims[len(f.claims)-1].speaker == i
}

// auxiliaries is the first token of the verb group that ends in v: "has
// repeatedly said", "was quick to say".
func (f *finder) auxiliaries(v int) int {
	for v > f.first && f.within[v-1] == 0 {
		switch t := &f.t.Tokens[v-1]; t.UPOS {
		case "AUX":
		case "ADV":
			if t.XPOS == "WRB" || f.any(v-1, "so", "when", "overall", "alike", "there", "here", "ago", "too", "together", "abroad", "home", "inside", "outside", "elsewhere", "instead") {
				return v
			}
		case "PART":
			if t.XPOS == "POS" {
				return v
			}
		default:
			return v
		}
		v--
	}
	return v
}

// adjuncts is the first token at or after p that is no adjunct of the cue verb
// v: adverbs, dates, prepositional phrases ("in a statement on Monday"), and
// what is put in between commas before "that".
func (f *finder) adjuncts(v, p int, takes speech.Takes) int {
	if takes&speech.Told == 0 {
		if that := f.bareThat(v, p); that > p {
			return that
		}
	}
	for p < f.last {
		next := p
		switch t := &f.t.Tokens[p]; {
		case f.opens[p] != 0:
			return p
		case t.UPOS == "ADV":
			if t.XPOS != "WRB" && (t.Head <= p || f.any(p, "later", "earlier", "today", "yesterday", "too", "then", "now", "recently", "tonight", "here")) && !f.any(p, "that") {
				next = p + 1
			}
		case f.day(p), f.any(p, "late", "early", "last", "this", "earlier") && p+1 < f.last && (f.day(p+1) || f.any(p+1, "week", "month", "year", "summer", "morning", "evening", "afternoon")):
			next = f.date(p)
		case t.UPOS == "ADP" || t.UPOS == "SCONJ" && t.XPOS == "IN" && f.any(p, "in", "after", "during", "on", "at"):
			if takes&speech.Of != 0 && f.is(p, "of") || takes&speech.About != 0 && f.is(p, "about") {
				return p
			}
			next = f.prepositional(v, p)
		case f.is(p, "("):
			for next = p + 1; next < f.last && !f.is(next-1, ")"); next++ {
			}
		case f.any(p, "-", "–", "—", "--"):
			// "said — on television, of all places — that"
			for i := p + 1; i < min(p+20, f.last-1) && f.opens[i] == 0; i++ {
				if f.is(i, f.t.Word(p)) {
					if f.is(i+1, "that") || f.opens[i+1] != 0 {
						next = i + 1
					}
					break
				}
			}
		case f.is(p, ","):
			next = f.inserted(p)
		default:
			// "two days ago", "the same day": a noun phrase of the verb's own.
			if h := f.unmarked(v, p); h > p {
				next = h
			}
		}
		if next == p {
			return p
		}
		p = next
	}
	return p
}

// bareThat is the "that" which nothing but adjuncts parts from p: no object of v,
// no verb, no comma, no quotation mark; p where there is none.
func (f *finder) bareThat(v, p int) int {
	for i := p; i < min(p+15, f.last); i++ {
		switch t := &f.t.Tokens[i]; {
		case f.is(i, "that") && t.UPOS == "SCONJ" && t.Head >= 0 && !f.t.Is(t.Head, "acl:relcl"):
			return i
		case f.finite(i), t.UPOS == "PUNCT", f.opens[i] != 0, t.XPOS == "PRP", t.Head == v && f.t.Is(i, "obj", "iobj"):
			return p
		}
	}
	return p
}

// unmarked is the end of the noun phrase without a preposition that begins at p
// and tells when; p where there is none.
func (f *finder) unmarked(v, p int) int {
	for _, c := range f.t.Children(v) {
		c := int(c)
		if c < p || !f.t.Is(c, "obl:tmod", "obl:unmarked", "nmod:unmarked") || !f.time(c) {
			continue
		}
		first, end := f.t.Phrase(c)
		if first == p && !f.finiteWithin(tokens{first, end}) {
			return end
		}
	}
	return p
}

// time reports whether the noun at token i is a time.
func (f *finder) time(i int) bool {
	if f.day(i) || f.entity(i) == rapporteur.EntityDate {
		return true
	}
	switch f.t.Lemma(i) {
	case "week", "weekend", "month", "year", "day", "night", "morning", "evening", "afternoon", "hour", "minute", "time", "summer", "spring", "winter", "autumn", "decade":
		return true
	}
	return false
}

var days = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"yesterday": true, "today": true, "tonight": true,
}

// day reports whether token i is a weekday or the like.
func (f *finder) day(i int) bool {
	switch n := f.t.Tokens[i].Span.Len(); {
	case n < 5 || n > 9:
		return false
	}
	return days[lower(f.t.Word(i))]
}

// date is the end of the date that begins at p: "late Monday night", "last week".
func (f *finder) date(p int) int {
	for p < f.last {
		switch t := &f.t.Tokens[p]; {
		case f.day(p), t.UPOS == "NUM", f.any(p, "late", "early", "last", "this", "earlier", "week", "month", "year", "summer", "morning", "evening", "afternoon", "night"):
			p++
		default:
			return p
		}
	}
	return p
}

// prepositional is the end of the prepositional phrase at p, if it goes with the
// cue verb v; else p. It ends before a clause, whatever the tree makes of it.
func (f *finder) prepositional(v, p int) int {
	if f.any(p, "that", "as", "than", "like", "if") {
		return p
	}
	h := f.t.Tokens[p].Head
	if h <= p || h >= f.last || !f.t.Nominal(h) {
		return p
	}
	first, end := f.t.Phrase(h)
	own := f.t.Head(h) == v || f.t.Head(h) < p
	if first > p || !own && !f.occasion(h) {
		return p
	}
	if !own {
		// The tree has it in the content: keep to the noun phrase itself.
		_, end = f.t.Core(h)
		for end < f.last && f.day(end) {
			end = f.date(end)
		}
	}
	end = min(end, f.last)
	for i := p + 1; i < end; i++ {
		if f.opens[i] != 0 || f.any(i, "that", ",", ":") || i > h && f.finite(i) {
			end = i
			break
		}
	}
	if end <= h {
		return p
	}
	// A clause without "that" whose subject the phrase has swallowed begins with
	// the noun phrase before its verb.
	if end < f.last && f.finite(end) {
		return h + 1
	}
	return end
}

// occasion reports whether the noun at token i is a day, or where and how
// statements are made.
func (f *finder) occasion(i int) bool {
	if f.day(i) {
		return true
	}
	return occasions[f.t.Lemma(i)]
}

var occasions = map[string]bool{}

func init() {
	for _, w := range []string{
		"statement", "interview", "conference", "briefing", "speech", "address", "letter", "report", "tweet", "post", "message", "email",
		"e-mail", "news", "television", "tv", "radio", "twitter", "facebook", "telegram", "reporter", "journalist", "telephone", "phone",
		"remark", "comment", "article", "release", "response", "turn", "addition", "fact", "private", "public", "broadcast", "communique",
		"communiqué", "testimony", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
		"november", "december",
	} {
		occasions[w] = true
	}
}

// inserted is where the clause goes on after what stands between the comma at p
// and another: "said, speaking in Velm, that". p where nothing is inserted.
func (f *finder) inserted(p int) int {
	if f.is(p+1, "that") && f.t.Tokens[p+1].UPOS == "SCONJ" {
		return p + 1
	}
	for i := p + 1; i < min(p+30, f.last-1); i++ {
		if f.opens[i] != 0 || f.finite(i) {
			return p
		}
		if f.is(i, ",") && f.is(i+1, "that") && f.t.Tokens[i+1].UPOS == "SCONJ" {
			return i + 1
		}
		if f.is(i, ",") && f.opens[i+1] != 0 && f.quotes[f.opens[i+1]-1].speech && !f.finiteWithin(tokens{p, i}) {
			return i
		}
	}
	return p
}
