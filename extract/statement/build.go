package statement

import (
	"rapporteur"
)

// statements turns the claims into statements, in the order of their cues.
func (f *finder) statements() []rapporteur.Statement {
	order := f.inOrder()
	out := make([]rapporteur.Statement, 0, len(order))
	var heard echo
	for k := range order {
		out = append(out, f.statement(order, k, &heard))
	}
	f.hide(order, out)
	return out
}

// statement is the claim at place k of order.
func (f *finder) statement(order []int, k int, heard *echo) rapporteur.Statement {
	c := &f.claims[order[k]]
	s := rapporteur.Statement{
		Speaker:   rapporteur.Participant{Actor: rapporteur.None},
		Addressee: rapporteur.Participant{Actor: rapporteur.None},
		Cue:       f.span(c.cue),
		Kind:      f.kind(c),
		Sourcing:  rapporteur.SourcingUnnamed,
		Denies:    c.denies,
		Within:    f.reportedBy(order, k),
		Sentence:  c.sentence,
		Rule:      c.rule,
	}
	for _, r := range c.content {
		s.Content = append(s.Content, f.span(f.balanced(r)))
	}
	if c.speaker != rapporteur.None {
		who, sourcing := heard.hear(f, order, k)
		s.Speaker.Name, s.Speaker.Actor = joint(who)
		s.Sourcing = sourcing
		if !c.source.empty() {
			s.Speaker.Spans = []rapporteur.Span{f.span(c.source)}
		}
	}
	if c.hearer != rapporteur.None {
		s.Addressee.Name, s.Addressee.Actor = joint(f.cast.Participants(c.hearer))
		s.Addressee.Spans = []rapporteur.Span{f.span(tokens{c.hearer, c.hearer + 1})}
	}
	s.Outlet = f.outletOf(c)
	for _, h := range c.via {
		s.Via = append(s.Via, f.relayer(h))
	}
	f.circumstances(order, k, &s)
	return s
}

// balanced is r with the mark that closes, or opens, a quotation whose other mark
// stands within r: "the talks were “a trap”". The marks around all of r are no part
// of it.
func (f *finder) balanced(r tokens) tokens {
	out := r
	if k := f.within[r.end-1]; k != 0 && f.quotes[k-1].first > r.first {
		for j := r.end; j < min(r.end+4, len(f.t.Tokens)) && f.punct(j); j++ {
			if f.closes[j] == k {
				out.end = j + 1
				break
			}
		}
	}
	if k := f.within[r.first]; k != 0 && f.quotes[k-1].end < r.end && r.first > 0 && f.opens[r.first-1] == k {
		out.first--
	}
	return out
}

// kind is direct where all the content is quoted, mixed where some of it is.
func (f *finder) kind(c *claim) string {
	if c.verbatim {
		return rapporteur.KindDirect
	}
	quoted, plain := false, false
	for _, r := range c.content {
		for i := r.first; i < r.end; i++ {
			switch {
			case f.within[i] != 0:
				quoted = true
			case !f.punct(i):
				plain = true
			}
		}
	}
	switch {
	case quoted && plain:
		return rapporteur.KindMixed
	case quoted:
		return rapporteur.KindDirect
	}
	return rapporteur.KindIndirect
}
