package eval

import (
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
over the different types found in each sentence.
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

const typeAmongFound = "gold type among those found"

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
		return Coding(c, read.on(&rapporteur.Article{Ref: c.ID, Text: c.Text}).Findings.Events)
	})
	return measured{tally: t, documents: len(golds)}, err
}

// Coding says whether the gold's type is among those of the events found.
func Coding(want *gold.Coding, got []rapporteur.Event) Tally {
	types := map[string]bool{}
	for _, e := range got {
		types[e.Type] = true
	}
	return Tally{typeAmongFound: count(common(types, map[string]bool{want.Type: true}), 1, len(types))}
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
