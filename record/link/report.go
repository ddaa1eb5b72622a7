package link

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur"
)

// A Report is one article with its findings, as histories ask them: who is meant
// is told by the side that an actor is on, so that what a minister, a delegation
// and a capital want is what their state wants.
type Report struct {
	Article  *rapporteur.Article
	Findings *rapporteur.Findings
	Who      []Identity // of the actors of Findings
	Family   string     // label of the copies that the article is one of; "" where it is the only one
	// ID names a finding by the letter of its kind and its words; nil gives the
	// kind and the bytes.
	ID func(kind byte, at rapporteur.Span) string
}

// told is where a finding stands.
func (r *Report) told(kind byte, at rapporteur.Span) Told {
	t := Told{Article: r.Article.ID(), Family: r.Family, Publisher: r.Article.Publisher, Words: r.Article.Quote(at)}
	if t.Family == "" {
		t.Family = t.Article
	}
	if !r.Article.Published.IsZero() {
		t.Published = r.Article.Published.Format(time.DateOnly)
	}
	if r.ID != nil {
		t.ID = r.ID(kind, at)
	} else {
		t.ID = string(kind) + t.Article[:8] + ":" + strconv.Itoa(at.Start) + ":" + strconv.Itoa(at.End)
	}
	return t
}

// Side is the label and the name of the side that somebody is on, the same in all
// reports, and the actor that it is called by, None where that is nobody whom the
// report names.
func (r *Report) Side(p rapporteur.Participant) (label, shown string, actor int) {
	at := p.Actor
	s := sideOf(r.Findings, r.Who, p)
	known := at >= 0 && at < len(r.Findings.Actors)
	switch {
	case s.Root != "" && s.Root == s.Country:
		if known {
			if root := rootOf(r.Findings, at); r.Findings.Actors[root].Kind == rapporteur.ActorState {
				return s.Root, countryName(s.Country), root
			}
		}
		return s.Root, countryName(s.Country), rapporteur.None
	case s.Root != "" && s.Root == s.Self && known:
		return s.Root, r.Findings.Actors[at].Name, at
	case s.Root != "" && known:
		root := rootOf(r.Findings, at)
		return s.Root, r.Findings.Actors[root].Name, root
	case s.Self != "":
		return s.Self, p.Name, at
	case s.Noun != "":
		return s.Country + " the " + s.Noun, p.Name, rapporteur.None
	}
	return folded(p.Name), p.Name, rapporteur.None
}

// side is the label and the name of the side that a name of the findings is on.
func (r *Report) side(name string) (label, shown string) {
	label, shown, _ = r.Side(rapporteur.Participant{Name: name, Actor: ActorNamed(r.Findings, name)})
	return label, shown
}

// Source is the label of the one on whose word a figure is, who is nobody but
// himself: what an army and its government say is not one count.
func (r *Report) Source(name string) string {
	if at := ActorNamed(r.Findings, name); at >= 0 && at < len(r.Who) {
		if keys := r.Who[at].Keys(); len(keys) > 0 {
			return keys[0]
		}
	}
	return folded(name)
}

// AnswersProposal reports whether a position is on a proposal as a whole, and so an
// answer to it and no position.
func AnswersProposal(p rapporteur.Position) bool {
	return (p.Stance == "accepts" || p.Stance == "rejects") && ofProposal(p.Issue)
}

// Positions are the positions of talks i, one for each holder. What is said of a
// proposal as a whole is its answer, and no position.
func (r *Report) Positions(i int) []PositionTold {
	var out []PositionTold
	for _, p := range r.Findings.Talks[i].Positions {
		if AnswersProposal(p) {
			continue
		}
		for _, holder := range Holders(p.Actor) {
			label, name := r.side(holder)
			out = append(out, PositionTold{r.told('p', p.Span), label, name, p.Stance, IssueOf(p.Issue)})
		}
	}
	return out
}

// Stages is the stage of talks i, if the report shows one.
func (r *Report) Stages(i int) []StageTold {
	t := &r.Findings.Talks[i]
	if t.Stage == "" {
		return nil
	}
	return []StageTold{{r.told('t', t.StageSpan), t.Stage}}
}

// ofProposal reports whether an issue is a proposal as a whole.
func ofProposal(issue string) bool {
	x := IssueOf(issue)
	return len(x.Kinds) == 0 && slices.ContainsFunc(wordsOf(issue), func(w string) bool { return papers[stem(w)] })
}

// papers are stems of nouns for what is on the table.
var papers = set("propos offer plan draft text deal agreement agre document roadmap framework outline package counteroffer counterproposal")

// TakesPosition reports whether an answer speaks of an issue and of no proposal:
// "they reject a permanent ceasefire".
func (r *Report) TakesPosition(i int, a rapporteur.Answer) bool {
	if slices.ContainsFunc(wordsOf(r.Article.Quote(a.Span)), func(w string) bool { return papers[stem(w)] }) {
		return false
	}
	return slices.ContainsFunc(r.Findings.Talks[i].Positions, func(p rapporteur.Position) bool {
		return p.Span.Overlaps(a.Span) && len(IssueOf(p.Issue).Kinds) > 0
	})
}

// Proposals are the proposals of talks i, with the answers of each who answers.
func (r *Report) Proposals(i int) []ProposalTold {
	var out []ProposalTold
	for _, p := range r.Findings.Talks[i].Proposals {
		t := ProposalTold{Told: r.told('r', p.Span), Proposal: r.proposal(p), Phases: p.Phases}
		for _, m := range p.Terms {
			t.Terms = append(t.Terms, TermTold{r.told('m', m.Span), m.Kind})
		}
		for _, a := range p.Answers {
			if r.TakesPosition(i, a) {
				continue
			}
			for _, holder := range Holders(a.Actor) {
				label, name := r.side(holder)
				t.Answers = append(t.Answers, AnswerTold{r.told('n', a.Span), t.Proposal, label, name, a.Answer})
			}
		}
		out = append(out, t)
	}
	return out
}

// Awaited is what talks i await, one for each from whom.
func (r *Report) Awaited(i int) []AwaitedTold {
	var out []AwaitedTold
	for _, w := range r.Findings.Talks[i].Awaited {
		for _, holder := range Holders(w.From) {
			label, name := r.side(holder)
			out = append(out, AwaitedTold{r.told('w', w.Span), label, name, IssueOf(w.What)})
		}
	}
	return out
}

// StickingPoints are the sticking points of talks i.
func (r *Report) StickingPoints(i int) []StickingTold {
	var out []StickingTold
	for _, s := range r.Findings.Talks[i].StickingPoints {
		out = append(out, StickingTold{r.told('k', s.Span), IssueOf(s.Issue)})
	}
	return out
}

// Figures are the figures of the report.
func (r *Report) Figures() []FigureTold {
	var out []FigureTold
	for _, g := range r.Findings.Figures {
		f := FigureTold{
			Told: r.told('f', g.Span), Measure: g.Measure, Of: g.Of, Place: g.Place, Value: g.Value, Max: g.ValueMax,
			Qualifier: g.Qualifier, Unit: g.Unit, Date: g.Date,
		}
		if g.AttributedTo != "" {
			f.Source, f.SourceName = r.Source(g.AttributedTo), g.AttributedTo
		}
		out = append(out, f)
	}
	return out
}

func (r *Report) proposal(p rapporteur.Proposal) Proposal {
	out := Proposal{Kinds: termKinds(p)}
	if !r.Article.Published.IsZero() {
		out.Published = r.Article.Published.Format(time.DateOnly)
	}
	var labels, names []string
	for _, holder := range Holders(p.By) {
		label, name := r.side(holder)
		labels, names = append(labels, label), append(names, name)
	}
	slices.Sort(labels)
	slices.Sort(names)
	out.By, out.Name = strings.Join(labels, "; "), strings.Join(names, "; ")
	return out
}
