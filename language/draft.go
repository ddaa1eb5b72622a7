package language

import (
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/knowledge"
	"rapporteur/language/lexis"
	"rapporteur/language/sentence"
	"rapporteur/language/tag"
	"rapporteur/language/token"
)

// A Draft is a text cut into sentences of tagged words: what the parser and the
// recogniser of names begin with, in the form in which they want it. Training
// makes the same drafts, so that models learn from what they will meet.
type Draft struct {
	Tokens    []token.Token
	Words     []lexis.Word // one for each token
	Tags      []tag.Tag
	Sentences []rapporteur.Sentence
	gaps      []sentence.Gap
	forms     []string // of the first words of a paragraph
}

// dateline makes a sentence of the dateline that opens the paragraph of the words
// from first, if it has one, and says how many words it holds. It is a heading:
// its place and its agency are names and no part of what is told.
func (d *Draft) dateline(text string, first, paragraph int, opening bool) int {
	d.forms = d.forms[:0]
	for _, t := range d.Tokens[first:min(first+2*sentence.DatelineReach, len(d.Tokens))] {
		d.forms = append(d.forms, text[t.Span.Start:t.Span.End])
	}
	n := sentence.Dateline(d.forms, d.gaps[first:], opening)
	if n > 0 {
		d.Sentences = append(d.Sentences, rapporteur.Sentence{
			Span:  rapporteur.Span{Start: d.Tokens[first].Span.Start, End: d.Tokens[first+n-1].Span.End},
			First: first, End: first + n, Paragraph: paragraph, Heading: true,
		})
	}
	return n
}

// longest is the number of tokens after which a sentence is cut: what has no
// stop for so long is a table, a list or no language at all.
const longest = 300

// Draft cuts text and, where the reader has a tagger, tags it. The draft is made
// in the memory of d, which may be nil.
func (r *Reader) Draft(d *Draft, text string) *Draft {
	if d == nil {
		d = &Draft{}
	}
	d.Tokens, d.Words, d.Tags, d.Sentences, d.gaps = d.Tokens[:0], d.Words[:0], d.Tags[:0], d.Sentences[:0], d.gaps[:0]
	paragraph, opening, listing := 0, true, false
	for _, span := range sentence.Paragraphs(text) {
		first := len(d.Tokens)
		d.Tokens = token.Split(d.Tokens, text, span)
		if len(d.Tokens) == first {
			continue // nothing but invisible marks
		}
		for i, t := range d.Tokens[first:] {
			d.Words = append(d.Words, lexis.Describe(text[t.Span.Start:t.Span.End], r.clusters))
			next := t.Span.End
			if first+i+1 < len(d.Tokens) {
				next = d.Tokens[first+i+1].Span.Start
			}
			d.gaps = append(d.gaps, sentence.GapOf(text, rapporteur.Span{Start: t.Span.End, End: next}))
		}
		line := text[span.Start:span.End]
		item := listing && sentence.IsItem(line) // of a list that was announced: a part of the report, though it has no stop
		heading := !item && sentence.IsHeading(line, len(d.Tokens)-first)
		start := first
		if !heading {
			start += d.dateline(text, first, paragraph, opening)
			opening = false
		}
		end := func(last int) {
			for start <= last {
				stop := min(last+1, start+longest)
				d.Sentences = append(d.Sentences, rapporteur.Sentence{
					Span:  rapporteur.Span{Start: d.Tokens[start].Span.Start, End: d.Tokens[stop-1].Span.End},
					First: start, End: stop, Paragraph: paragraph, Heading: heading,
				})
				start = stop
			}
		}
		body, told := start, len(d.Sentences)
		if start > first {
			told-- // the dateline
		}
		r.splitter.Split(sentence.Paragraph{Words: d.Words[body:], Gaps: d.gaps[body:]}, func(i int) { end(body + i) })
		end(len(d.Tokens) - 1)
		sentence.MarkBoilerplate(sentence.Lines{
			Text: text, Tokens: d.Tokens[first:], Paragraph: sentence.Paragraph{Words: d.Words[first:], Gaps: d.gaps[first:]},
		}, d.Sentences[told:], first)
		listing = (item || sentence.Announces(line)) && !d.Sentences[told].Boilerplate
		paragraph++
	}
	if r.tagger == nil {
		return d
	}
	d.Tags = append(d.Tags, make([]tag.Tag, len(d.Words))...)
	for _, s := range d.Sentences {
		r.tagger.Tag(d.Words[s.First:s.End], d.Tags[s.First:s.End])
		r.nameSeat(d, text, s.First)
	}
	return d
}

// nameSeat makes a name of the word that opens a sentence, if it is a seat of
// government: at the beginning of a sentence a capital says nothing, and by their
// endings Beijing and Pyongyang are participles.
func (r *Reader) nameSeat(d *Draft, text string, i int) {
	if w := text[d.Tokens[i].Span.Start:d.Tokens[i].Span.End]; w[0] >= 'A' && w[0] <= 'Z' && r.proper >= 0 && seats()[w] {
		d.Tags[i] = tag.Tag(r.proper)
	}
}

// seats are the names of one word that stand for a government and for nothing else.
var seats = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, c := range knowledge.Countries() {
		for _, n := range c.Seats {
			if !n.Ambiguous && len(n.Text) > 4 && !strings.ContainsAny(n.Text, " -’'.") {
				out[n.Text] = true
			}
		}
	}
	return out
})
