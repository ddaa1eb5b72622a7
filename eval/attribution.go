package eval

import (
	"context"

	"rapporteur"
	"rapporteur/gold"
)

const attributionSays = `Attributions: the spans of all sources, of all cues and of all pieces of content in a text, as sets. "exact" asks for
the whole span, "begin" for its first character (precision and recall over the spans), "chars" for characters. What is marked
"encoder" are the spans that the careful reader's encoder marks, before statements are made of them.`

var attributionMetrics = []Metric{
	{Name: "source exact"}, {Name: "source begin"}, {Name: "source chars"},
	{Name: "cue exact"}, {Name: "cue begin"}, {Name: "cue chars"},
	{Name: "content exact"}, {Name: "content begin"}, {Name: "content chars"},
	{Name: "source exact, encoder"}, {Name: "cue exact, encoder"}, {Name: "content exact, encoder"},
	{Name: "source begin, encoder"}, {Name: "cue begin, encoder"}, {Name: "content begin, encoder"},
}

func measureAttribution(ctx context.Context, path string, read Reader) (measured, error) {
	docs, err := gold.All(gold.Attributions(path))
	if err != nil {
		return measured{}, err
	}
	t, err := over(ctx, docs, func(d *gold.AttributedArticle) Tally {
		r := read.on(d.Article)
		t := Attributions(d.Text, d.Attributions, r.Findings.Statements)
		if r.Document.Attributions != nil {
			t = t.Add(Marked(d.Text, d.Attributions, r.Document.Attributions))
		}
		return t
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

// Marked counts the spans that the gold and the attributions of the language
// layer share.
func Marked(text string, want []gold.Attribution, got []rapporteur.Attribution) Tally {
	var source, cue, content [2][]rapporteur.Span // gold, predicted
	for _, a := range want {
		source[0] = append(source[0], a.Source...)
		cue[0] = append(cue[0], a.Cue...)
		content[0] = append(content[0], a.Content...)
	}
	add := func(to []rapporteur.Span, parts []rapporteur.Passage) []rapporteur.Span {
		for _, p := range parts {
			to = append(to, p.Span)
		}
		return to
	}
	for _, a := range got {
		source[1], cue[1], content[1] = add(source[1], a.Source), add(cue[1], a.Cue), add(content[1], a.Content)
	}
	t := Tally{}
	for part, spans := range map[string][2][]rapporteur.Span{"source": source, "cue": cue, "content": content} {
		one := Tally{}
		compareSpans(one, part, text, spans[0], spans[1])
		for _, how := range []string{" exact", " begin"} {
			t.add(part+how+", encoder", one[part+how])
		}
	}
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
