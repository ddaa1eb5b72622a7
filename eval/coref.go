package eval

import (
	"context"
	"fmt"
	"slices"

	"rapporteur"
	"rapporteur/conllu"
	"rapporteur/gold"
)

const corefSays = `Coreference from raw text against GUM, chains of two mentions or more on either side (CoNLL-2012). A predicted mention is
a gold one when it has its exact span; "by head", when its head word is the gold's. MUC counts links (Vilain and others
1995), B³ mentions (Bagga and Baldwin 1998), CEAFe chains aligned one to one (Luo 2005, φ4); CoNLL is the mean of the three
F1. "named" rows keep chains of people, organisations and places; predicted mentions that are gold mentions of another kind
are set aside there. Pronoun links: a third-person pronoun of a chain that names or describes its referent before; found when
the nearest mention before it in its predicted cluster that is no pronoun belongs to the gold chain, by its head.`

// namedTypes are the chains that reports are about.
var namedTypes = []string{"person", "organization", "place"}

var corefMetrics = slices.Concat(corefRows(""), corefRows(" named"), corefRows(" named, by head"), []Metric{
	{Name: "pronoun links"}, {Name: "pronoun links named"},
})

func corefRows(of string) []Metric {
	names := []string{"MUC" + of, "B³" + of, "CEAFe" + of}
	return []Metric{{Name: "mentions" + of}, {Name: names[0]}, {Name: names[1]}, {Name: names[2]}, {Name: "CoNLL" + of, Unit: Mean, Of: names}}
}

func measureCoref(ctx context.Context, path string, read Reader) (measured, error) {
	docs, err := gold.Trees(path)
	if err != nil {
		return measured{}, err
	}
	type annotated struct {
		doc    *conllu.Doc
		chains []gold.Chain
	}
	var golds []annotated
	for _, d := range docs {
		chains, err := gold.Chains(d)
		if err != nil {
			return measured{}, fmt.Errorf("%s: %w", path, err)
		}
		if len(chains) > 0 {
			golds = append(golds, annotated{d, chains})
		}
	}
	if len(golds) == 0 {
		return measured{}, fmt.Errorf("%s: no coreference in it; GUM has some", path)
	}
	t, err := over(ctx, golds, func(g annotated) Tally {
		return Coref(g.doc, g.chains, read.on(g.doc.Article).Document)
	})
	return measured{tally: t, documents: len(golds)}, err
}

// Coref compares the clusters of a document with the gold's chains.
func Coref(want *conllu.Doc, chains []gold.Chain, got *rapporteur.Document) Tally {
	t := Tally{}
	named := slices.DeleteFunc(slices.Clone(chains), func(c gold.Chain) bool { return !slices.Contains(namedTypes, c.Type) })
	bySpan := func(d *rapporteur.Document, m rapporteur.Mention) rapporteur.Span { return m.Span }
	byHead := func(d *rapporteur.Document, m rapporteur.Mention) rapporteur.Span { return d.Tokens[m.Head].Span }
	for of, kept := range map[string][]gold.Chain{"": chains, " named": named} {
		compareChains(t, of, want, chains, kept, got, bySpan)
	}
	compareChains(t, " named, by head", want, chains, named, got, byHead)
	t.add("pronoun links", pronounLinks(want, chains, got))
	t.add("pronoun links named", pronounLinks(want, named, got))
	return t
}

// A mentionKey is what makes two mentions one.
type mentionKey func(*rapporteur.Document, rapporteur.Mention) rapporteur.Span

// compareChains counts under the metrics of one set of rows.
func compareChains(t Tally, of string, want *conllu.Doc, all, kept []gold.Chain, got *rapporteur.Document, key mentionKey) {
	aside := map[rapporteur.Span]bool{}
	for _, c := range all {
		for _, m := range c.Mentions {
			aside[key(want.Document, m.Mention)] = true
		}
	}
	var g, p [][]rapporteur.Span
	for _, c := range kept {
		var spans []rapporteur.Span
		for _, m := range c.Mentions {
			delete(aside, key(want.Document, m.Mention))
			spans = append(spans, key(want.Document, m.Mention))
		}
		g = append(g, spans)
	}
	for _, c := range got.Clusters {
		var spans []rapporteur.Span
		for _, m := range c.Mentions {
			if s := key(got, m); !aside[s] {
				spans = append(spans, s)
			}
		}
		p = append(p, spans)
	}
	g, p = chained(g), chained(p)
	t.add("mentions"+of, mentions(g, p))
	t.add("MUC"+of, muc(g, p))
	t.add("B³"+of, bCubed(g, p))
	t.add("CEAFe"+of, ceafe(g, p))
}

// chained drops the repetitions of a mention (two phrases may have one head)
// and then the chains of one mention.
func chained(in [][]rapporteur.Span) [][]rapporteur.Span {
	seen := map[rapporteur.Span]bool{}
	var out [][]rapporteur.Span
	for _, spans := range in {
		var kept []rapporteur.Span
		for _, s := range spans {
			if !seen[s] {
				seen[s] = true
				kept = append(kept, s)
			}
		}
		if len(kept) > 1 {
			out = append(out, kept)
		}
	}
	return out
}

// pronounLinks counts the third-person pronouns of chains whose referent is
// named or described before: recall is over all of them, precision over those
// that the document links.
func pronounLinks(want *conllu.Doc, chains []gold.Chain, got *rapporteur.Document) Count {
	var right, all, linked int
	for _, c := range chains {
		heads := map[rapporteur.Span]bool{}
		described := false
		for _, m := range c.Mentions {
			pronoun := isPronoun(want.Document, m.Mention)
			if pronoun && described && thirdPerson(want, m.First) {
				all++
				if antecedent, ok := nearest(got, m.Span); ok {
					linked++
					if heads[antecedent] {
						right++
					}
				}
			}
			described = described || !pronoun
			heads[want.Tokens[m.Head].Span] = true
		}
	}
	return count(right, all, linked)
}

func isPronoun(d *rapporteur.Document, m rapporteur.Mention) bool {
	return m.End-m.First == 1 && d.Tokens[m.First].UPOS == "PRON"
}

// thirdPerson is he, she, it, they and their forms.
func thirdPerson(d *conllu.Doc, i int) bool {
	switch d.Tokens[i].Lemma {
	case "he", "she", "it", "they", "his", "her", "its", "their", "himself", "herself", "itself", "themselves", "hers", "theirs":
		return true
	}
	return false
}

// nearest is the head of the last mention before span in its cluster that is
// no pronoun.
func nearest(d *rapporteur.Document, span rapporteur.Span) (rapporteur.Span, bool) {
	for _, c := range d.Clusters {
		i := slices.IndexFunc(c.Mentions, func(m rapporteur.Mention) bool { return m.Span == span })
		for i--; i >= 0; i-- {
			if m := c.Mentions[i]; !isPronoun(d, m) {
				return d.Tokens[m.Head].Span, true
			}
		}
	}
	return rapporteur.Span{}, false
}
