package eval

import (
	"context"
	"math"
	"os"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/gold"
)

const talksSays = `Whole reports against the records of people. Findings are paired one to one, the best first.
statement: content spans with Jaccard overlap of 0.5 or more of their characters; then the speaker's name. Kind and sourcing
are shares of the pairs. event: the same type, and anchors that overlap or begin in one sentence (for acts to come CONSULT
and AGREE, RETREAT and CONCEDE count as one); then all actors, and all recipients besides; status, date (to the gold's
precision) and country are shares of the pairs. figure: overlapping spans and values within half a per cent; then the
measure. talks: paired by their parties; terms of the same kind, answers of the same actor and answer, positions and things
awaited of the same actor, sticking points, each with Jaccard overlap of 0.25 or more. Names are the same when equal but for
case, accents and abbreviation, or alike in their last word or most words.`

var talksMetrics = []Metric{
	{Name: "statement.content"}, {Name: "statement.content+speaker"}, {Name: "statement.kind", Unit: Share}, {Name: "statement.sourcing", Unit: Share},
	{Name: "event.type"}, {Name: "event.type+actors"}, {Name: "event.who-did-what-to-whom"},
	{Name: "event.status", Unit: Share}, {Name: "event.date", Unit: Share}, {Name: "event.country", Unit: Share},
	{Name: "figure.value"}, {Name: "figure.value+measure"},
	{Name: "talks.found"}, {Name: "talks.none-where-none", Unit: Share}, {Name: "talks.parties"}, {Name: "talks.mediators"},
	{Name: "talks.stage", Unit: Share}, {Name: "talks.stage-near", Unit: Share}, {Name: "talks.terms"}, {Name: "talks.answers"},
	{Name: "talks.positions"}, {Name: "talks.sticking_points"}, {Name: "talks.awaited"},
}

// measureReports reads a folder of records, or one record.
func measureReports(ctx context.Context, path string, read Reader) (measured, error) {
	files := []string{path}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		if files, err = gold.Reports(path); err != nil {
			return measured{}, err
		}
	}
	var golds []*rapporteur.Reading
	for _, f := range files {
		r, err := gold.Report(f)
		if err != nil {
			return measured{}, err
		}
		golds = append(golds, r)
	}
	t, err := over(ctx, golds, func(want *rapporteur.Reading) Tally {
		a := want.Document.Article
		return Findings(a.Text, want.Findings, read.on(a).Findings)
	})
	return measured{tally: t, documents: len(golds)}, err
}

// Findings counts what two readings of one text share.
func Findings(text string, want, got *rapporteur.Findings) Tally {
	c := comparison{Tally{}, text, sentenceStarts(text)}
	c.statements(want.Statements, got.Statements)
	c.events(want.Events, got.Events)
	c.figures(want.Figures, got.Figures)
	c.talks(want.Talks, got.Talks)
	return c.Tally
}

// comparison is two readings of one text being compared.
type comparison struct {
	Tally
	text   string
	starts []int // where sentences begin
}

func (c comparison) chars(spans ...rapporteur.Span) chars { return newChars(c.text, spans) }

// shareOf counts how many of the couples are as asked.
func shareOf(cs []couple, ok func(couple) bool) Count { return share(countIf(cs, ok), len(cs)) }

func countIf(cs []couple, ok func(couple) bool) int {
	n := 0
	for _, x := range cs {
		if ok(x) {
			n++
		}
	}
	return n
}

func (c comparison) statements(want, got []rapporteur.Statement) {
	g, p := make([]chars, len(want)), make([]chars, len(got))
	for i, s := range want {
		g[i] = c.chars(s.Content...)
	}
	for i, s := range got {
		p[i] = c.chars(s.Content...)
	}
	cs := couples(len(want), len(got), func(i, j int) float64 { return g[i].jaccard(p[j]) }, 0.5)
	speaker := countIf(cs, func(x couple) bool { return SameName(want[x.want].Speaker.Name, got[x.got].Speaker.Name) })
	c.add("statement.content", count(len(cs), len(want), len(got)))
	c.add("statement.content+speaker", count(speaker, len(want), len(got)))
	c.add("statement.kind", shareOf(cs, func(x couple) bool { return want[x.want].Kind == got[x.got].Kind }))
	c.add("statement.sourcing", shareOf(cs, func(x couple) bool { return want[x.want].Sourcing == got[x.got].Sourcing }))
}

func (c comparison) events(want, got []rapporteur.Event) {
	score := func(i, j int) float64 {
		w, p := want[i], got[j]
		if !sameType(w, p) {
			return 0
		}
		// A gold event may have no anchor; a prediction always prints one.
		ws, ps := slices.DeleteFunc(anchors(w), rapporteur.Span.Empty), anchors(p)
		near := 0.0
		switch {
		case c.chars(ws...).and(c.chars(ps...)) > 0:
			near = 2
		case c.shareSentence(ws, ps):
			near = 1
		default:
			return 0
		}
		// Converted, or some processors would fuse the sum and round otherwise.
		near += float64(0.1 * float64(matchNames(w.Actors, p.Actors)))
		return near + float64(0.05*float64(matchNames(w.Recipients, p.Recipients)))
	}
	cs := couples(len(want), len(got), score, 1)
	actors := func(x couple) bool { return sameParticipants(want[x.want].Actors, got[x.got].Actors) }
	c.add("event.type", count(len(cs), len(want), len(got)))
	c.add("event.type+actors", count(countIf(cs, actors), len(want), len(got)))
	c.add("event.who-did-what-to-whom", count(countIf(cs, func(x couple) bool {
		return actors(x) && sameParticipants(want[x.want].Recipients, got[x.got].Recipients)
	}), len(want), len(got)))
	c.add("event.status", shareOf(cs, func(x couple) bool { return want[x.want].Status == got[x.got].Status }))
	dated := slices.DeleteFunc(slices.Clone(cs), func(x couple) bool { return want[x.want].Date == "" })
	c.add("event.date", shareOf(dated, func(x couple) bool { return strings.HasPrefix(got[x.got].Date, want[x.want].Date) }))
	placed := slices.DeleteFunc(slices.Clone(cs), func(x couple) bool { return want[x.want].Country == "" })
	c.add("event.country", shareOf(placed, func(x couple) bool { return want[x.want].Country == got[x.got].Country }))
}

// anchors is every place that names the event.
func anchors(e rapporteur.Event) []rapporteur.Span {
	return append([]rapporteur.Span{e.Anchor}, e.Also...)
}

// sameType takes the promise of an act to come for the act: the PLOVER manual
// writes the one, the gold the other.
func sameType(want, got rapporteur.Event) bool {
	if want.Type == got.Type {
		return true
	}
	if want.Status != rapporteur.StatusPlanned && want.Status != rapporteur.StatusHypothetical {
		return false
	}
	either := func(a, b string) bool {
		return want.Type == a && got.Type == b || want.Type == b && got.Type == a
	}
	return either("CONSULT", "AGREE") || either("RETREAT", "CONCEDE")
}

// sameParticipants asks for every one, and no one else.
func sameParticipants(want, got []rapporteur.Participant) bool {
	return len(want) == len(got) && matchNames(want, got) == len(want)
}

func (c comparison) shareSentence(a, b []rapporteur.Span) bool {
	sentence := func(s rapporteur.Span) int {
		i, found := slices.BinarySearch(c.starts, within(c.text, s).Start)
		if !found {
			i--
		}
		return c.starts[i]
	}
	return slices.ContainsFunc(a, func(s rapporteur.Span) bool {
		return slices.ContainsFunc(b, func(t rapporteur.Span) bool { return sentence(s) == sentence(t) })
	})
}

func (c comparison) figures(want, got []rapporteur.Figure) {
	cs := couples(len(want), len(got), func(i, j int) float64 {
		a, b := want[i].Value, got[j].Value
		if c.chars(want[i].Span).and(c.chars(got[j].Span)) > 0 && math.Abs(a-b) <= 0.005*max(math.Abs(a), 1) {
			return 1
		}
		return 0
	}, 1)
	c.add("figure.value", count(len(cs), len(want), len(got)))
	c.add("figure.value+measure", count(countIf(cs, func(x couple) bool {
		return want[x.want].Measure == got[x.got].Measure
	}), len(want), len(got)))
}
