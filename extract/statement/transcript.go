package statement

import (
	"slices"

	"rapporteur"
)

// turn is a paragraph that begins with the name of who speaks and a colon.
type turn struct {
	speaker int // head of the name
	colon   int
	end     int // of the paragraph
}

// transcribed reads interviews and debates that are printed in turns: "Aster Vale:
// We will sign." The colon is the cue, the rest of the paragraph the content, and
// what is attributed within it is the speaker's business. An outlet's questions are
// no statements, nor is what only "Q" and "A" tell apart. One such paragraph may be anything; three are a transcript.
func (f *finder) transcribed() {
	turns := f.turns()
	if len(turns) < 3 {
		return
	}
	f.claims = slices.DeleteFunc(f.claims, func(c claim) bool {
		return slices.ContainsFunc(turns, func(t turn) bool { return c.cue.first > t.colon && c.cue.first < t.end })
	})
	for i := range f.quotes {
		f.quotes[i].claim = rapporteur.None // their numbers have changed
	}
	for i := range f.claims {
		for _, r := range f.claims[i].content {
			f.claim(r, i)
		}
	}
	for _, t := range turns {
		if t.speaker == rapporteur.None || f.publishes(t.speaker) {
			continue
		}
		f.enter(f.t.SentenceOf(t.colon))
		content := f.trim(tokens{t.colon + 1, t.end})
		for content.end > content.first && f.stop(content.end-1) {
			content.end--
		}
		c := clause{verb: t.colon, cue: tokens{t.colon, t.colon + 1}, speaker: t.speaker, source: f.trim(tokens{f.first, t.colon}), hearer: rapporteur.None, reporter: rapporteur.None}
		if f.add("statement/transcript", nil, c, content) {
			f.claims[len(f.claims)-1].verbatim = true
		}
	}
}

// claim makes claim number i that of the quotations within r.
func (f *finder) claim(r tokens, i int) {
	for j := r.first; j < r.end; j++ {
		if q := f.within[j]; q != 0 {
			f.quotes[q-1].claim = i
		}
	}
}

// turns are the paragraphs that begin with a name and a colon and go on in words
// that stand in no quotation marks.
func (f *finder) turns() []turn {
	var out []turn
	all := f.t.Sentences
	for s := range all {
		if s > 0 && all[s-1].Paragraph == all[s].Paragraph || all[s].Boilerplate {
			continue
		}
		last := s
		for last+1 < len(all) && all[last+1].Paragraph == all[s].Paragraph {
			last++
		}
		first, end := all[s].First, all[last].End
		colon := first
		for colon < min(all[s].End, first+6) && f.capital(colon) && f.t.Nominal(colon) {
			colon++
		}
		if colon == first || colon+1 >= end || !f.is(colon, ":") || f.opens[colon+1] != 0 || f.t.Tokens[colon+1].UPOS == "NUM" {
			continue
		}
		if colon == first+1 && f.any(first, "q", "a", "question", "answer") {
			out = append(out, turn{rapporteur.None, colon, end})
			continue
		}
		f.enter(s)
		if head := f.nominalAfter(first); head != rapporteur.None && head < colon && (f.somebody(head) || f.entity(head) == rapporteur.EntityOrganization) {
			out = append(out, turn{head, colon, end})
		}
	}
	return out
}
