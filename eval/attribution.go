package eval

import (
	"context"

	"rapporteur"
	"rapporteur/gold"
)

const attributionSays = `Attributions: the spans of all sources, of all cues and of all pieces of content in a text, as sets. "exact" asks for
the whole span, "begin" for its first character (precision and recall over the spans), "chars" for characters.`

var attributionMetrics = []Metric{
	{Name: "source exact"}, {Name: "source begin"}, {Name: "source chars"},
	{Name: "cue exact"}, {Name: "cue begin"}, {Name: "cue chars"},
	{Name: "content exact"}, {Name: "content begin"}, {Name: "content chars"},
}

func measureAttribution(ctx context.Context, path string, read Reader) (measured, error) {
	docs, err := gold.All(gold.Attributions(path))
	if err != nil {
		return measured{}, err
	}
	t, err := over(ctx, docs, func(d *gold.AttributedArticle) Tally {
		return Attributions(d.Text, d.Attributions, read.on(d.Article).Findings.Statements)
	})
	return measured{tally: t, documents: len(docs)}, err
}

// Attributions counts the spans that the gold and the statements share. Of
// a speaker the first span counts, the one that a reading prints.
func Attributions(text string, want []gold.Attribution, got []rapporteur.Statement) Tally {
	var source, cue, content [2][]rapporteur.Span // gold, predicted
	for _, a := range want {
		source[0] = append(source[0], a.Source...)
		cue[0] = append(cue[0], a.Cue...)
		content[0] = append(content[0], a.Content...)
	}
	for _, s := range got {
		if len(s.Speaker.Spans) > 0 && !s.Speaker.Spans[0].Empty() {
			source[1] = append(source[1], s.Speaker.Spans[0])
		}
		if !s.Cue.Empty() {
			cue[1] = append(cue[1], s.Cue)
		}
		content[1] = append(content[1], s.Content...)
	}
	t := Tally{}
	compareSpans(t, "source", text, source[0], source[1])
	compareSpans(t, "cue", text, cue[0], cue[1])
	compareSpans(t, "content", text, content[0], content[1])
	return t
}

func compareSpans(t Tally, part, text string, want, got []rapporteur.Span) {
	sets := func(in []rapporteur.Span) (spans map[rapporteur.Span]bool, starts map[int]bool) {
		spans, starts = map[rapporteur.Span]bool{}, map[int]bool{}
		for _, s := range in {
			s = within(text, s)
			spans[s], starts[s.Start] = true, true
		}
		return spans, starts
	}
	g, gStarts := sets(want)
	p, pStarts := sets(got)
	t.add(part+" exact", count(common(g, p), len(g), len(p)))
	t.add(part+" begin", count(common(gStarts, pStarts), len(g), len(p)))
	gc, pc := newChars(text, want), newChars(text, got)
	t.add(part+" chars", count(gc.and(pc), gc.len(), pc.len()))
}
