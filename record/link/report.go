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

// side is the label and the name of the side that a name of the findings is on.
func (r *Report) side(name string) (label, shown string) {
	at := ActorNamed(r.Findings, name)
	s := sideOf(r.Findings, r.Who, rapporteur.Participant{Name: name, Actor: at})
	switch {
	case s.Root != "" && s.Root == s.Country:
		return s.Root, countryName(s.Country)
	case s.Root != "" && at >= 0:
		return s.Root, r.Findings.Actors[rootOf(r.Findings, at)].Name
	case s.Self != "":
		return s.Self, name
	case s.Noun != "":
		return s.Country + " the " + s.Noun, name
	}
	return folded(name), name
}

// source is the label of the one on whose word a figure is, who is nobody but
// himself: what an army and its government say is not one count.
func (r *Report) source(name string) string {
	if at := ActorNamed(r.Findings, name); at >= 0 && at < len(r.Who) {
		if keys := r.Who[at].Keys(); len(keys) > 0 {
			return keys[0]
		}
	}
	return folded(name)
}

// Positions are the positions of talks i, one for each holder. What is said of a
// proposal as a whole is its answer, and no position.
func (r *Report) Positions(i int) []PositionTold {
	var out []PositionTold
	for _, p := range r.Findings.Talks[i].Positions {
		if (p.Stance == "accepts" || p.Stance == "rejects") && ofProposal(p.Issue) {
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

// ofPosition reports whether an answer speaks of an issue and of no proposal:
// "they reject a permanent ceasefire".
func (r *Report) ofPosition(i int, a rapporteur.Answer) bool {
	if slices.ContainsFunc(wordsOf(r.Article.Quote(a.Span)), func(w string) bool { return papers[stem(w)] }) {
		return false
	}
	return slices.ContainsFunc(r.Findings.Talks[i].Positions, func(p rapporteur.Position) bool {
		return p.Span.Overlaps(a.Span) && len(IssueOf(p.Issue).Kinds) > 0
	})
}

// Answers are the answers to the proposals of talks i, one for each who answers.
func (r *Report) Answers(i int) []AnswerTold {
	var out []AnswerTold
	for _, p := range r.Findings.Talks[i].Proposals {
		proposal := r.proposal(p)
		for _, a := range p.Answers {
			if r.ofPosition(i, a) {
				continue
			}
			for _, holder := range Holders(a.Actor) {
				label, name := r.side(holder)
				out = append(out, AnswerTold{r.told('n', a.Span), proposal, label, name, a.Answer})
			}
		}
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
			f.Source, f.SourceName = r.source(g.AttributedTo), g.AttributedTo
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
