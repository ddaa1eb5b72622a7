package talks

import (
	"slices"
	"strings"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// proposals are what is on the table or was agreed: terms and answers, gathered
// by who made the proposal.
func (f *finder) proposals() []rapporteur.Proposal {
	b := &bundle{f: f, last: rapporteur.None}
	next := 0
	for s := range f.t.Sentences {
		for ; next < len(f.hits) && f.t.SentenceOf(f.hits[next].first) == s; next++ {
			if h := &f.hits[next]; h.cue.Table == know.Content {
				f.terms(b, h)
			}
		}
		if !f.t.Sentences[s].Heading && b.last != s {
			f.further(b, s)
		}
	}
	f.answers(b)
	out := b.proposals
	if len(out) > 0 {
		out[0].Phases = f.phases()
	}
	return out
}

// A bundle gathers the proposals of a report.
type bundle struct {
	f         *finder
	proposals []rapporteur.Proposal
	taken     []rapporteur.Span // words that are a term already
	last      int               // the last sentence with terms, whose proposal they are, and the words that name it
	by        string
	name      rapporteur.Span
}

// of is the proposal of a maker; a new one where none has that maker.
func (b *bundle) of(by string, span rapporteur.Span) *rapporteur.Proposal {
	for i := range b.proposals {
		if b.proposals[i].By == by {
			return &b.proposals[i]
		}
	}
	b.proposals = append(b.proposals, rapporteur.Proposal{By: by, Span: span, Rule: "talks/proposal"})
	return &b.proposals[len(b.proposals)-1]
}

// add records a term, unless its words are one already.
func (b *bundle) add(by string, span, name rapporteur.Span, kind, rule string) {
	if span.Empty() || slices.ContainsFunc(b.taken, span.Overlaps) {
		return
	}
	b.taken = append(b.taken, span)
	p := b.of(by, name)
	p.Terms = append(p.Terms, rapporteur.Term{Kind: kind, Span: span, Rule: rule})
}

// maker is who made the proposal that a cue tells of, "" where the text does
// not say.
func (f *finder) maker(h *hit) string {
	switch h.cue.Role {
	case "subject":
		who := f.subjects(h.verb)
		names := f.names(who)
		if len(names) > 1 || h.cue.Label == "act" && f.t.Lemma(h.verb) == "agree" {
			return f.jointly()
		}
		return joined(names)
	case "owner":
		return joined(f.names(f.owners(h.first)))
	case "agent":
		return joined(f.names(f.after(h.end, 5)))
	}
	if h.noun >= 0 {
		if f.class[h.noun]&know.Proposal != 0 {
			return joined(f.names(f.proposer(h.noun)))
		}
		return f.jointly()
	}
	return ""
}

// jointly are the parties as one maker.
func (f *finder) jointly() string {
	var names []string
	for _, p := range f.parties {
		names = append(names, p.name)
	}
	return joined(names)
}

// phases is how many phases the proposal has: "a three-phase plan", or as many
// as are counted.
func (f *finder) phases() int {
	most := 0
	for i := range f.t.Tokens {
		switch f.t.Lemma(i) {
		case "phase", "stage", "step":
		default:
			continue
		}
		if !f.reads(f.t.SentenceOf(i)) {
			continue
		}
		k := i - 1
		if k > 0 && f.hyphen(k) {
			k--
		}
		if k < 0 || f.t.SentenceOf(k) != f.t.SentenceOf(i) {
			continue
		}
		n := slices.Index([]string{"", "", "two", "three", "four", "five", "six"}, lower(f.t.Word(k)))
		if n < 0 {
			n = slices.Index([]string{"", "", "second", "third", "fourth"}, lower(f.t.Word(k)))
		}
		if n > 0 && !strings.HasPrefix(f.t.Lemma(i), "st") || n > 0 && f.aboutDeal(i) {
			most = max(most, n)
		}
	}
	return most
}

// aboutDeal reports whether the sentence of token i speaks of a proposal or deal.
func (f *finder) aboutDeal(i int) bool {
	s := f.t.Sentences[f.t.SentenceOf(i)]
	for k := s.First; k < s.End; k++ {
		if f.class[k]&(know.Proposal|know.Deal|know.Truce) != 0 {
			return true
		}
	}
	return false
}
