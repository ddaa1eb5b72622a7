package eval

import (
	"context"
	"strings"

	"rapporteur"
	"rapporteur/gold"
)

const attributionSays = `Attributions: the spans of all sources, of all cues and of all pieces of content in a text, as sets. "exact" asks for
the whole span, "begin" for its first character (precision and recall over the spans), "chars" for characters. What is marked
"encoder" are the spans that the careful reader's encoder marks, before statements are made of them. A direct quotation is a
piece of gold content with a source, of four words or more between one pair of quotation marks: it is without a speaker where no
statement with a speaker has half of its characters (lower is better), and its speaker is right where the words for the speaker
overlap the gold source.`

var attributionMetrics = []Metric{
	{Name: "source exact"}, {Name: "source begin"}, {Name: "source chars"},
	{Name: "cue exact"}, {Name: "cue begin"}, {Name: "cue chars"},
	{Name: "content exact"}, {Name: "content begin"}, {Name: "content chars"},
	{Name: unspoken, Unit: Share}, {Name: speaker, Unit: Share},
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
		t := Attributions(d.Text, d.Attributions, r.Findings.Statements).Add(Quotations(d.Text, d.Attributions, r.Findings.Statements))
		if r.Document.Attributions != nil {
			t = t.Add(Marked(d.Text, d.Attributions, r.Document.Attributions))
		}
		return t
	})
	return measured{tally: t, documents: len(docs)}, err
}

// attributed are the spans of the parts of attributions.
type attributed struct{ source, cue, content []rapporteur.Span }

func goldParts(attributions []gold.Attribution) (p attributed) {
	for _, a := range attributions {
		p.source = append(p.source, a.Source...)
		p.cue = append(p.cue, a.Cue...)
		p.content = append(p.content, a.Content...)
	}
	return p
}

// compare counts the spans that two annotations of a text share.
func (p attributed) compare(text string, got attributed) Tally {
	t := Tally{}
	compareSpans(t, "source", text, p.source, got.source)
	compareSpans(t, "cue", text, p.cue, got.cue)
	compareSpans(t, "content", text, p.content, got.content)
	return t
}

// Attributions counts the spans that the gold and the statements share. Of
// a speaker the first span counts, the one that a reading prints.
func Attributions(text string, want []gold.Attribution, got []rapporteur.Statement) Tally {
	var found attributed
	for _, s := range got {
		if len(s.Speaker.Spans) > 0 && !s.Speaker.Spans[0].Empty() {
			found.source = append(found.source, s.Speaker.Spans[0])
		}
		if !s.Cue.Empty() {
			found.cue = append(found.cue, s.Cue)
		}
		found.content = append(found.content, s.Content...)
	}
	return goldParts(want).compare(text, found)
}

// Marked counts the spans that the gold and the attributions of the language
// layer share.
func Marked(text string, want []gold.Attribution, got []rapporteur.Attribution) Tally {
	var found attributed
	add := func(to []rapporteur.Span, passages []rapporteur.Passage) []rapporteur.Span {
		for _, p := range passages {
			to = append(to, p.Span)
		}
		return to
	}
	for _, a := range got {
		found.source, found.cue, found.content = add(found.source, a.Source), add(found.cue, a.Cue), add(found.content, a.Content)
	}
	t := Tally{}
	for metric, c := range goldParts(want).compare(text, found) {
		if !strings.HasSuffix(metric, " chars") {
			t.add(metric+", encoder", c)
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
