package eval

import (
	"context"

	"rapporteur"
	"rapporteur/gold"
)

const nerSays = `Named entities: one is right when a predicted entity has its exact span and its class. "span only" asks for the span.`

const (
	spanOnly   = "span only"
	allClasses = "all"
)

var nerMetrics = []Metric{
	{Name: rapporteur.EntityDate}, {Name: rapporteur.EntityFacility}, {Name: rapporteur.EntityLocation}, {Name: rapporteur.EntityMisc},
	{Name: rapporteur.EntityMoney}, {Name: rapporteur.EntityNORP}, {Name: rapporteur.EntityOrganization}, {Name: rapporteur.EntityPerson},
	{Name: rapporteur.EntityProduct}, {Name: spanOnly}, {Name: allClasses},
}

func measureNames(ctx context.Context, path string, read Reader) (measured, error) {
	docs, err := gold.All(gold.Names(path))
	if err != nil {
		return measured{}, err
	}
	t, err := over(ctx, docs, func(d *gold.NamedArticle) Tally {
		return Names(d.Text, d.Entities, read.on(d.Article).Document.Entities)
	})
	return measured{tally: t, documents: len(docs)}, err
}

// Names counts the entities that two annotations of text share.
func Names(text string, want, got []rapporteur.Entity) Tally {
	type entity struct {
		span  rapporteur.Span
		class string
	}
	sets := func(in []rapporteur.Entity) (map[entity]bool, map[rapporteur.Span]bool) {
		entities, spans := map[entity]bool{}, map[rapporteur.Span]bool{}
		for _, e := range in {
			s := within(text, e.Span)
			entities[entity{s, e.Type}], spans[s] = true, true
		}
		return entities, spans
	}
	g, gSpans := sets(want)
	p, pSpans := sets(got)
	t := Tally{spanOnly: {}, allClasses: {}}
	for e := range g {
		right := 0
		if p[e] {
			right = 1
		}
		t.add(e.class, count(right, 1, 0))
		t.add(allClasses, count(right, 1, 0))
	}
	for e := range p {
		t.add(e.class, count(0, 0, 1))
		t.add(allClasses, count(0, 0, 1))
	}
	t.add(spanOnly, count(common(gSpans, pSpans), len(g), len(p)))
	return t
}

// common is the number of keys that both sets have.
func common[K comparable](a, b map[K]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}
