package statement

import (
	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/grammar"
	"rapporteur/knowledge/speech"
)

// finder gathers the claims of one report.
type finder struct {
	t      *grammar.Tree
	cast   *actor.Cast
	quotes []quotation
	within []int32 // by token: 1 + index in quotes of what it stands inside, its marks not included
	opens  []int32 // by token: 1 + index in quotes of what it opens
	closes []int32 // by token: 1 + index in quotes of what it closes
	above  []int32 // by token: 1 + the verb whose governors have been marked last
	claims []claim

	// of the sentence being read
	sentence int
	first    int // its tokens [first, end)
	end      int
	last     int // end without the stop and the marks after it
}

// claim is a statement in the making. Ranges are of tokens, [first, end).
type claim struct {
	rule     string
	cue      tokens
	verb     int // head of the cue
	denies   bool
	speaker  int // head of the source, None where nobody is named
	source   tokens
	content  []tokens
	hearer   int   // head of those who are told, or None
	via      []int // heads of those who pass it on, the nearest to the speaker first
	sentence int
	verbatim bool // said in these words, though no marks stand around them
	relays   bool // an outlet that only passes on the claim after it
}

type tokens struct{ first, end int }

func (r tokens) empty() bool { return r.end <= r.first }

func (r tokens) holds(i int) bool { return r.first <= i && i < r.end }

func (r tokens) overlaps(s tokens) bool { return r.first < s.end && s.first < r.end }

func newFinder(t *grammar.Tree, cast *actor.Cast) *finder {
	n := len(t.Tokens)
	buffer := make([]int32, 4*n)
	f := &finder{
		t: t, cast: cast,
		within: buffer[:n:n], opens: buffer[n : 2*n : 2*n], closes: buffer[2*n : 3*n : 3*n], above: buffer[3*n:],
	}
	f.findQuotations()
	return f
}

// read finds the claims whose cue stands in sentence s.
func (f *finder) read(s int) {
	f.enter(s)
	for i, end := f.first, f.end; i < end; i++ {
		if f.within[i] != 0 {
			continue // what is said within a quotation is the speaker's business
		}
		f.approach(i)
		class, lemma := f.t.Tokens[i].UPOS, f.t.Lemma(i)
		if l := plainCues[lower(f.t.Word(i))]; l != "" && !f.modified(i) {
			class, lemma = "VERB", l
		}
		switch class {
		case "VERB":
			if cue, last := f.match(i, speech.Verb, lemma); cue != nil {
				f.readVerb(i, last, cue)
			} else if f.is(i, "according") {
				f.readPreposition(i)
			} else if lemma == "quote" || lemma == "cite" {
				f.readQuoted(i)
			}
		case "NOUN":
			if cue, _ := f.match(i, speech.Noun, lemma); cue != nil {
				f.readNoun(i, cue)
			}
		case "ADJ":
			if cue, _ := f.match(i, speech.Adjective, lemma); cue != nil {
				f.readAdjective(i, cue)
			}
		case "ADP":
			f.readPreposition(i)
		case "PUNCT":
			if f.is(i, ":") {
				f.readColon(i)
			}
		}
	}
}

// plainCues are forms that hardly anything but a cue has, with their lemmas; a
// tagger that takes one for another word, or for another form, is overruled.
var plainCues = map[string]string{
	"say": "say", "says": "say", "said": "say", "told": "tell", "wrote": "write", "tweeted": "tweet", "added": "add", "swore": "swear",
	"reads": "read",
}

// modified reports whether an article or an adjective before token i shows it to
// be a noun: "a larger say".
func (f *finder) modified(i int) bool {
	if i == f.first || f.t.Tokens[i].UPOS != "NOUN" {
		return false
	}
	t := &f.t.Tokens[i-1]
	return t.UPOS == "DET" || t.UPOS == "ADJ" || t.XPOS == "PRP$" || t.XPOS == "POS"
}

// enter makes s the sentence being read.
func (f *finder) enter(s int) {
	f.sentence, f.first, f.end = s, f.t.Sentences[s].First, f.t.Sentences[s].End
	f.last = f.end
	for f.last > f.first && (f.stop(f.last-1) || f.closes[f.last-1] != 0 || f.mark(f.last-1)) {
		f.last--
	}
}

// reach is how far from its cue a content may reach within a sentence. It only
// matters where a text without stops makes one endless sentence.
const reach = 400

// approach narrows the sentence being read to what is near token i.
func (f *finder) approach(i int) {
	s := f.t.Sentences[f.sentence]
	if s.End-s.First <= reach {
		return
	}
	f.first, f.end = max(s.First, i-reach), min(s.End, i+reach)
	f.last = f.end
}

// match is the cue of the class that the word at token i begins, with its last
// word's token; nil where there is none.
func (f *finder) match(i int, class speech.Class, lemma string) (*speech.Cue, int) {
	var found *speech.Cue
	last := i
	for _, cue := range speech.Lookup(lemma) {
		if cue.Class != class {
			continue
		}
		if len(cue.Words) == 1 {
			if found == nil && !(cue.Takes&speech.Quote == 0 && f.particle(i+1)) {
				found = cue
			}
			continue
		}
		// "made it clear", "pointed out"
		for j := i + 1; j < min(i+4, f.end); j++ {
			if f.is(j, cue.Words[1]) {
				return cue, j
			}
		}
	}
	return found, last
}

// particle reports whether token i makes another verb of the one before it: "ruled
// out", "called off".
func (f *finder) particle(i int) bool {
	return i < f.end && f.any(i, "out", "off", "up", "over", "down", "back", "away") && f.t.Head(i) == i-1
}

func (f *finder) span(r tokens) rapporteur.Span { return f.t.SpanOf(r.first, r.end) }
