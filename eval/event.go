package eval

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"rapporteur"
	"rapporteur/gold"
)

const eventsSays = `Events in single sentences.
plv: sentences with a source, a target and what the one does to the other. "type in sentence": an event of the gold type is
found (CONCEDE and RETREAT are YIELD). "type with the pair": such an event has the source among its actors and the target
among its recipients, or both among its actors, by overlapping spans.
plover: sentences coded for one event (they may tell of others): recall is whether its type is among those found, precision
over the different types found in each sentence. "type and both countries", of the records whose two sides have codes: an
event of that type has a gold source's code among its actors and a gold target's among its recipients or actors; a code is
the country of an actor, or IGO or NGO for one of none.
petrarch: CAMEO root codes in each sentence as sets; "nothing where nothing" is sentences that must not be coded.`

// yield is PLV's name for a type.
func yield(kind string) string {
	if kind == "CONCEDE" || kind == "RETREAT" {
		return "YIELD"
	}
	return kind
}

const (
	sentenceCoded  = "sentence coded"
	typeInSentence = "type in sentence"
	typeWithPair   = "type with the pair"
)

var pairMetrics = []Metric{{Name: sentenceCoded, Unit: Share}, {Name: typeInSentence, Unit: Share}, {Name: typeWithPair, Unit: Share}}

// measurePairs reads each sentence once, for all its pairs.
func measurePairs(ctx context.Context, path string, read Reader) (measured, error) {
	var golds [][]gold.Pair
	at := map[string]int{}
	for p, err := range gold.Pairs(path) {
		if err != nil {
			return measured{}, err
		}
		i, seen := at[p.Text]
		if !seen {
			i = len(golds)
			at[p.Text] = i
			golds = append(golds, nil)
		}
		golds[i] = append(golds[i], p)
	}
	t, err := over(ctx, golds, func(pairs []gold.Pair) Tally {
		text := pairs[0].Text
		events := read.on(&rapporteur.Article{Ref: text, Text: text}).Findings.Events
		t := Tally{}
		for _, p := range pairs {
			t = t.Add(Pair(p, events))
		}
		return t
	})
	return measured{tally: t, documents: len(golds), metrics: byType(t)}, err
}

// Pair says whether the events of a sentence have the gold's.
func Pair(want gold.Pair, got []rapporteur.Event) Tally {
	kind, both := 0, 0
	for _, e := range got {
		if yield(e.Type) != want.Type {
			continue
		}
		kind = 1
		if touches(e.Actors, want.Source) && (touches(e.Recipients, want.Target) || touches(e.Actors, want.Target)) {
			both = 1
		}
	}
	return Tally{
		sentenceCoded:                    share(min(len(got), 1), 1),
		typeInSentence:                   share(kind, 1),
		typeWithPair:                     share(both, 1),
		want.Type + " " + typeInSentence: share(kind, 1),
		want.Type + " " + typeWithPair:   share(both, 1),
	}
}

// byType puts the rows of each type after those of all.
func byType(t Tally) []Metric {
	var kinds []string
	for name := range t {
		if !slices.ContainsFunc(pairMetrics, func(m Metric) bool { return m.Name == name }) {
			kinds = append(kinds, name)
		}
	}
	slices.Sort(kinds)
	out := slices.Clone(pairMetrics)
	for _, name := range kinds {
		out = append(out, Metric{Name: name, Unit: Share})
	}
	return out
}

func touches(in []rapporteur.Participant, s rapporteur.Span) bool {
	return slices.ContainsFunc(in, func(p rapporteur.Participant) bool {
		return slices.ContainsFunc(p.Spans, s.Overlaps)
	})
}

const (
	typeAmongFound   = "gold type among those found"
	typeAndCountries = "type and both countries"
)

func measureCodings(ctx context.Context, path string, read Reader) (measured, error) {
	var golds []*gold.Coding
	for c, err := range gold.Codings(path) {
		if err != nil {
			return measured{}, err
		}
		if c.Text != "" && c.Type != "" && c.Type != "NONE" {
			golds = append(golds, c)
		}
	}
	t, err := over(ctx, golds, func(c *gold.Coding) Tally {
		return Coding(c, read.on(&rapporteur.Article{Ref: c.ID, Text: c.Text}).Findings)
	})
	return measured{tally: t, documents: len(golds)}, err
}

// Coding says whether the gold's type is among those of the events found, and
// whether such an event is between the gold's sides.
func Coding(want *gold.Coding, got *rapporteur.Findings) Tally {
	types := map[string]bool{}
	source, target := goldCodes(want.Source), goldCodes(want.Target)
	between := 0
	for _, e := range got.Events {
		types[e.Type] = true
		actors, recipients := codesOf(got, e.Actors), codesOf(got, e.Recipients)
		if e.Type == want.Type && common(source, actors) > 0 && (common(target, recipients) > 0 || common(target, actors) > 0) {
			between = 1
		}
	}
	t := Tally{typeAmongFound: count(common(types, map[string]bool{want.Type: true}), 1, len(types))}
	if len(source) > 0 && len(target) > 0 {
		t[typeAndCountries] = share(between, 1)
	}
	return t
}

// renamed are codes of the gold as they are now.
var renamed = map[string]string{"JAP": "JPN", "VTN": "VNM", "UNO": "IGO", "EUR": "IGO"}

func goldCodes(in []gold.CodedActor) map[string]bool {
	out := map[string]bool{}
	for _, a := range in {
		if a.Code != "" {
			out[cmp.Or(renamed[a.Code], a.Code)] = true
		}
	}
	return out
}

// codesOf are the countries of those who take part, and IGO and NGO.
func codesOf(f *rapporteur.Findings, in []rapporteur.Participant) map[string]bool {
	out := map[string]bool{}
	for _, p := range in {
		if p.Actor < 0 || p.Actor >= len(f.Actors) {
			continue
		}
		a := &f.Actors[p.Actor]
		if a.Country != "" {
			out[a.Country] = true
			continue
		}
		for _, sector := range a.Sectors {
			if sector == "IGO" || sector == "NGO" {
				out[sector] = true
			}
		}
	}
	return out
}

const (
	rootCodes   = "root codes"
	noneForNone = "nothing where nothing"
)

func measureSentences(ctx context.Context, path string, read Reader) (measured, error) {
	golds, err := gold.All(gold.CodedSentences(path))
	if err != nil {
		return measured{}, err
	}
	t, err := over(ctx, golds, func(s *gold.CodedSentence) Tally { return Roots(s, read.on(s.Article).Findings.Events) })
	return measured{tally: t, documents: len(golds)}, err
}

// Roots counts the CAMEO root codes that the gold and the events share.
func Roots(want *gold.CodedSentence, got []rapporteur.Event) Tally {
	g, p := map[string]bool{}, map[string]bool{}
	for _, e := range want.Events {
		g[fmt.Sprintf("%.2s", e.Code)] = true
	}
	for _, e := range got {
		if e.CAMEO != "" {
			p[e.CAMEO] = true
		}
	}
	t := Tally{rootCodes: count(common(g, p), len(g), len(p))}
	if want.NoEvents {
		none := 0
		if len(got) == 0 {
			none = 1
		}
		t[noneForNone] = share(none, 1)
	}
	return t
}
