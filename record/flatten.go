package record

import (
	"sort"
	"strconv"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/record/link"
)

func itoa(i int) string { return strconv.Itoa(i) }

// A sheet is the rows of one article.
type sheet struct {
	article    *Article
	actors     []Actor
	statements []Statement
	events     []Event
	figures    []Figure
	places     []Place
	dates      []Date
	talks      []Talks
	points     []Point
	parts      []Part
	spots      []Spot
}

// all are the rows by table, every table there.
func (s *sheet) all() [][]Row {
	return [][]Row{rows(s.actors), rows(s.statements), rows(s.events), rows(s.figures), rows(s.places), rows(s.dates), rows(s.talks), rows(s.points), rows(s.parts), rows(s.spots)}
}

func rows[T Row](in []T) []Row {
	out := make([]Row, len(in))
	for i := range in {
		out[i] = in[i]
	}
	return out
}

// A flattener makes the rows of one article out of its findings.
type flattener struct {
	sheet
	text      *rapporteur.Article
	report    *link.Report
	sentences []Sentence
	f         *rapporteur.Findings
	found     []*found
	next      int // of found
}

// flatten makes the rows of the findings of an article; all are findingsOf them,
// marked, and talks what linking sees in them.
func flatten(a *Article, sentences []Sentence, r *link.Report, talks []link.Talks, all []*found) *sheet {
	f := r.Findings
	w := &flattener{sheet: sheet{article: a}, text: r.Article, report: r, sentences: sentences, f: f, found: all}
	for i := range f.Actors {
		w.actor(i)
	}
	for i := range f.Statements {
		w.statement(i)
	}
	for i := range f.Events {
		w.event(i)
	}
	for i := range f.Figures {
		w.figure(i)
	}
	for i := range f.Places {
		w.place(i)
	}
	for i := range f.Dates {
		w.date(i)
	}
	for i := range f.Talks {
		w.negotiation(i, talks[i])
	}
	for i := range f.Talks {
		w.pointsOf(i)
	}
	return &w.sheet
}

// row is what the next finding has in common with all.
func (w *flattener) row(ordinal int, rule string, spans *spanList) Finding {
	x := w.found[w.next]
	out := Finding{
		N: w.number(w.next), ID: x.id, Article: w.article.N, Ordinal: ordinal, Mark: x.mark, Day: w.article.day(),
		Start: x.span.Start, Stop: x.span.End, Words: w.text.Quote(x.span), Rule: rule, Spans: spans.String(),
	}
	w.next++
	i := sort.Search(len(w.sentences), func(i int) bool { return w.sentences[i].Span.End > x.span.Start })
	if i < len(w.sentences) && w.sentences[i].Span.Start <= x.span.Start {
		out.SentenceStart, out.SentenceStop = w.sentences[i].Span.Start, w.sentences[i].Span.End
	}
	return out
}

func (w *flattener) number(i int) int64 { return w.article.N<<ArticleBits + int64(i) }

// actorN is the N of actor i, 0 for None.
func (w *flattener) actorN(i int) int64 {
	if i < 0 || i >= len(w.f.Actors) {
		return 0
	}
	return w.number(i)
}

func (w *flattener) statementN(i int) int64 {
	if i < 0 || i >= len(w.f.Statements) {
		return 0
	}
	return w.number(len(w.f.Actors) + i)
}

func (w *flattener) placeN(i int) int64 {
	return w.number(len(w.f.Actors) + len(w.f.Statements) + len(w.f.Events) + len(w.f.Figures) + i)
}

func (w *flattener) part(of int64, role string, in ...rapporteur.Participant) {
	n := 0
	for _, p := range in {
		if p.Name == "" {
			continue
		}
		out := Part{Finding: of, Role: role, Ordinal: n, Actor: w.actorN(p.Actor), Name: p.Name}
		n++
		for _, s := range p.Spans {
			if !s.Empty() {
				out.Start, out.Stop, out.Words = s.Start, s.End, w.text.Quote(s)
				break
			}
		}
		switch role {
		case RoleParty, RoleMediator, RoleHolder:
			label, name, root := w.report.Side(p)
			out.Side, out.SideName, out.Root = label, name, w.actorN(root)
		case RoleSource:
			out.Side, out.SideName = w.report.Source(p.Name), p.Name
		}
		w.parts = append(w.parts, out)
	}
}

// named are the participants that a finding gives by name alone.
func (w *flattener) named(joined string) []rapporteur.Participant {
	var out []rapporteur.Participant
	for _, name := range link.Holders(joined) {
		out = append(out, rapporteur.Participant{Name: name, Actor: link.ActorNamed(w.f, name)})
	}
	return out
}

// source is on whose word something is told.
func (w *flattener) source(of int64, name string, statement int) {
	who := w.named(name)
	if statement >= 0 && statement < len(w.f.Statements) {
		if s := w.f.Statements[statement].Speaker; s.Name == name {
			who = []rapporteur.Participant{s}
		}
	}
	w.part(of, RoleSource, who...)
}

func spansOf(in []rapporteur.Participant) []rapporteur.Span {
	var out []rapporteur.Span
	for _, p := range in {
		out = append(out, p.Spans...)
	}
	return out
}

func (w *flattener) actor(i int) {
	a := &w.f.Actors[i]
	renamed := w.found[w.next].calls
	out := Actor{
		Finding: w.row(i, a.Rule, new(spanList).put("mentions", a.Mentions...)),
		Name:    a.Name, Kind: a.Kind, Entry: a.Key, Country: a.Country, Title: a.Title, Body: w.actorN(a.Of), Renamed: renamed, Mentions: len(a.Mentions),
	}
	if len(a.Sectors) > 0 {
		out.Sector = a.Sectors[0]
	}
	w.actors = append(w.actors, out)
}

func (w *flattener) statement(i int) {
	s := &w.f.Statements[i]
	spans := new(spanList).put("speaker", s.Speaker.Spans...).put("cue", s.Cue).put("content", s.Content...).put("addressee", s.Addressee.Spans...)
	var content []string
	for _, piece := range s.Content {
		content = append(content, w.text.Quote(piece))
	}
	out := Statement{
		Finding: w.row(i, s.Rule, spans), Kind: s.Kind, Sourcing: s.Sourcing, Speaker: s.Speaker.Name, Outlet: s.Outlet, Denies: s.Denies,
		Content: strings.Join(content, " … "),
	}
	out.Day = w.day(s.Date)
	w.part(out.N, RoleSpeaker, s.Speaker)
	w.part(out.N, RoleAddressee, s.Addressee)
	for k, p := range w.f.Places {
		if p.Span.Start >= out.SentenceStart && p.Span.End <= out.SentenceStop {
			w.spots = append(w.spots, Spot{out.N, w.placeN(k)})
		}
	}
	w.statements = append(w.statements, out)
}

func (w *flattener) event(i int) {
	e := &w.f.Events[i]
	spans := new(spanList).put("anchor", e.Anchor).put("also", e.Also...).put("actors", spansOf(e.Actors)...).put("recipients", spansOf(e.Recipients)...).
		put("place", e.PlaceSpan).put("date", e.DateSpan)
	renamed := w.found[w.next].calls
	out := Event{
		Finding: w.row(i, e.Rule, spans), Type: e.Type, Mode: e.Mode, Contexts: strings.Join(e.Contexts, " "), CAMEO: e.CAMEO, Status: e.Status,
		Historical: e.Historical, AttributedTo: e.AttributedTo, Statement: w.statementN(e.Statement), Location: e.Place, Country: e.Country, Date: e.Date,
		Renamed: renamed,
	}
	for _, p := range w.f.Places {
		if p.Resolved && p.Span.Overlaps(e.PlaceSpan) {
			out.GeoNames, out.Located, out.Lat, out.Lon = p.GeoNamesID, true, p.Lat, p.Lon
			break
		}
	}
	out.DateFrom, out.DateTo = days(e.Date)
	out.Day = w.day(e.Date)
	w.part(out.N, RoleActor, e.Actors...)
	w.part(out.N, RoleRecipient, e.Recipients...)
	w.source(out.N, e.AttributedTo, e.Statement)
	w.events = append(w.events, out)
}

func (w *flattener) figure(i int) {
	x := &w.f.Figures[i]
	out := Figure{
		Finding: w.row(i, x.Rule, new(spanList).put("span", x.Span)), Measure: x.Measure, Counted: x.Of, Value: x.Value, ValueMax: x.ValueMax, Unit: x.Unit,
		Qualifier: x.Qualifier, Location: x.Place, Date: x.Date, AttributedTo: x.AttributedTo, Statement: w.statementN(x.Statement),
	}
	for k, p := range w.f.Places {
		if x.Place != "" && (p.Name == x.Place || w.text.Quote(p.Span) == x.Place) {
			out.Country, out.GeoNames = p.Country, p.GeoNamesID
			w.spots = append(w.spots, Spot{out.N, w.placeN(k)})
			break
		}
	}
	out.DateFrom, out.DateTo = days(x.Date)
	out.Day = w.day(x.Date)
	w.source(out.N, x.AttributedTo, x.Statement)
	w.figures = append(w.figures, out)
}

// day is the first day of a date, or else that of publication.
func (w *flattener) day(date string) string {
	if first, _ := days(date); first != "" {
		return first
	}
	return w.article.day()
}

func (w *flattener) place(i int) {
	p := &w.f.Places[i]
	w.places = append(w.places, Place{
		Finding: w.row(i, p.Rule, new(spanList).put("span", p.Span)), Name: p.Name, Kind: p.Kind, Country: p.Country, Admin1: p.Admin1,
		GeoNames: p.GeoNamesID, Located: p.Resolved, Lat: p.Lat, Lon: p.Lon,
	})
}

func (w *flattener) date(i int) {
	d := &w.f.Dates[i]
	w.dates = append(w.dates, Date{
		Finding: w.row(i, d.Rule, new(spanList).put("span", d.Span)), Type: d.Type, Value: d.Value, DateFrom: d.From, DateTo: d.To, Modifier: d.Modifier,
	})
}

func (w *flattener) negotiation(i int, x link.Talks) {
	t := &w.f.Talks[i]
	spans := new(spanList).put("mentions", t.Spans...).put("stage", t.StageSpan).put("venue", t.VenueSpan).put("parties", spansOf(t.Parties)...).
		put("mediators", spansOf(t.Mediators)...)
	renamed := w.found[w.next].calls
	out := Talks{Finding: w.row(i, t.Rule, spans), Subject: t.Subject, Stage: t.Stage, Venue: t.Venue, Renamed: renamed, Dispute: x.Kind, Matter: x.Matter}
	w.part(out.N, RoleParty, t.Parties...)
	w.part(out.N, RoleMediator, t.Mediators...)
	w.talks = append(w.talks, out)
}

// point is a row of the next part of the talks.
func (w *flattener) point(talks int64, ordinal int, rule string, at rapporteur.Span, of Point) int64 {
	of.Kind = w.found[w.next].kind.String()
	of.Finding, of.Talks = w.row(ordinal, rule, new(spanList).put("span", at)), talks
	w.part(of.N, RoleHolder, w.named(of.Holder)...)
	w.points = append(w.points, of)
	return of.N
}

func (w *flattener) pointsOf(i int) {
	t, n := &w.f.Talks[i], w.talks[i].N
	for k, p := range t.Proposals {
		proposal := w.point(n, k, p.Rule, p.Span, Point{Holder: p.By, Phases: p.Phases, Told: true})
		for j, m := range p.Terms {
			w.point(n, j, m.Rule, m.Span, Point{Proposal: proposal, Code: m.Kind, Told: true})
		}
		for j, a := range p.Answers {
			w.point(n, j, a.Rule, a.Span, Point{Proposal: proposal, Holder: a.Actor, Code: a.Answer, Told: !w.report.TakesPosition(i, a)})
		}
	}
	for k, p := range t.Positions {
		w.point(n, k, p.Rule, p.Span, Point{Holder: p.Actor, Code: p.Stance, Issue: p.Issue, Told: !link.AnswersProposal(p)})
	}
	for k, s := range t.StickingPoints {
		w.point(n, k, s.Rule, s.Span, Point{Issue: s.Issue, Told: true})
	}
	for k, a := range t.Awaited {
		w.point(n, k, a.Rule, a.Span, Point{Holder: a.From, Issue: a.What, Told: true})
	}
}

// days are the first and last day of a date as findings have it: YYYY, YYYY-MM,
// YYYY-MM-DD or FROM/TO; "" both for anything else.
func days(date string) (from, to string) {
	first, last, isRange := strings.Cut(date, "/")
	if !isRange {
		last = first
	}
	a, b := dayOf(first, false), dayOf(last, true)
	if a == "" || b == "" {
		return "", ""
	}
	return a, b
}

func dayOf(s string, end bool) string {
	for layout, next := range map[string]func(time.Time) time.Time{
		"2006":        func(t time.Time) time.Time { return t.AddDate(1, 0, -1) },
		"2006-01":     func(t time.Time) time.Time { return t.AddDate(0, 1, -1) },
		time.DateOnly: func(t time.Time) time.Time { return t },
	} {
		t, err := time.Parse(layout, s)
		switch {
		case err != nil:
		case end:
			return next(t).Format(time.DateOnly)
		default:
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
