package train

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/conllu"
	"rapporteur/gold"
)

// named are the articles that the recogniser of names is fitted on: Worldwide
// Newswire, or with Free the names of GUM's free texts and of re3d, whose
// classes are turned into ours as far as they go.
func (j Job) named() ([]*gold.NamedArticle, []Source, error) {
	names := []string{"ner/worldwide.train.bioes.tsv.gz"}
	if j.Free {
		names = []string{"syntax/gum.train.free.conllu.gz", "ner/re3d.train.jsonl.gz"}
	}
	var sources []Source
	var paths []string
	for _, name := range names {
		path := filepath.Join(j.Data, filepath.FromSlash(name))
		s, err := source(name, path)
		if err != nil {
			return nil, nil, err
		}
		sources, paths = append(sources, s), append(paths, path)
	}
	var out []*gold.NamedArticle
	if !j.Free {
		for a, err := range gold.Names(paths[0]) {
			if err != nil {
				return nil, nil, err
			}
			out = append(out, a)
		}
		return out, sources, nil
	}
	docs, err := gold.Trees(paths[0])
	if err != nil {
		return nil, nil, err
	}
	for _, d := range docs {
		a, err := namesOfChains(d)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, a)
	}
	for r, err := range gold.Re3d(paths[1]) {
		if err != nil {
			return nil, nil, err
		}
		out = append(out, namesOfRe3d(r))
	}
	return out, sources, nil
}

// chainKinds and re3dKinds are the classes of the free data in our terms.
var (
	chainKinds = map[string]string{
		"person": rapporteur.EntityPerson, "place": rapporteur.EntityLocation, "organization": rapporteur.EntityOrganization,
		"event": rapporteur.EntityMisc, "object": rapporteur.EntityProduct,
	}
	re3dKinds = map[string]string{
		"Person": rapporteur.EntityPerson, "Location": rapporteur.EntityLocation, "Organisation": rapporteur.EntityOrganization,
		"Nationality": rapporteur.EntityNORP, "Temporal": rapporteur.EntityDate, "Money": rapporteur.EntityMoney,
		"MilitaryPlatform": rapporteur.EntityProduct, "Weapon": rapporteur.EntityProduct,
	}
)

// namesOfChains takes the proper names out of GUM's mentions, which are whole
// phrases: the run of proper nouns around the head.
func namesOfChains(d *conllu.Doc) (*gold.NamedArticle, error) {
	chains, err := gold.Chains(d)
	if err != nil {
		return nil, err
	}
	a := &gold.NamedArticle{Article: d.Article}
	kinds := map[rapporteur.Span]string{}
	for _, c := range chains {
		for _, m := range c.Mentions {
			kind := chainKinds[m.Type]
			if kind == "" || d.Tokens[m.Head].UPOS != "PROPN" {
				continue
			}
			first, end := m.Head, m.Head+1
			for first > m.First && d.Tokens[first-1].UPOS == "PROPN" {
				first--
			}
			for end < m.End && d.Tokens[end].UPOS == "PROPN" {
				end++
			}
			kinds[d.SpanOf(first, end)] = kind
		}
	}
	a.Entities = outermost(kinds)
	return a, nil
}

func namesOfRe3d(r *gold.Re3dArticle) *gold.NamedArticle {
	kinds := map[rapporteur.Span]string{}
	for _, e := range r.Entities {
		text := r.Quote(e.Span)
		first, _ := utf8.DecodeRuneInString(strings.TrimPrefix(text, "the "))
		named := unicode.IsUpper(first) || unicode.IsDigit(first)
		if kind := re3dKinds[e.Type]; kind != "" && e.Confidence >= 0.5 && named {
			kinds[e.Span] = kind
		}
	}
	return &gold.NamedArticle{Article: r.Article, Entities: outermost(kinds)}
}

// outermost are the spans that lie in no other, ascending.
func outermost(kinds map[rapporteur.Span]string) []rapporteur.Entity {
	var all []rapporteur.Entity
	for s, kind := range kinds {
		all = append(all, rapporteur.Entity{Span: s, Type: kind})
	}
	slices.SortFunc(all, func(a, b rapporteur.Entity) int { return a.Span.Compare(b.Span) })
	var out []rapporteur.Entity
	for _, e := range all {
		if n := len(out); n > 0 && out[n-1].Span.Overlaps(e.Span) {
			if e.Span.Len() > out[n-1].Span.Len() {
				out[n-1] = e
			}
			continue
		}
		out = append(out, e)
	}
	return out
}
