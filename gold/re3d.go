package gold

import (
	"iter"

	"rapporteur"
)

// An Re3dArticle is a report on Syria or Iraq with its entities and relations,
// as in dstl's re3d (2017). Experts and a crowd disagree and both readings are
// kept, so look at the confidence: below 0.5 it was rejected.
type Re3dArticle struct {
	*rapporteur.Article
	Licence   string
	Entities  []Re3dEntity
	Relations []Re3dRelation
}

// An Re3dEntity is one reading of a span. The types are re3d's own
// (Organisation, Location, Person, Temporal, Weapon …) and take in
// descriptions besides names.
type Re3dEntity struct {
	Span       rapporteur.Span
	Type       string
	Confidence float64
}

// An Re3dRelation joins the spans of two entities.
type Re3dRelation struct {
	Type           string
	Source, Target rapporteur.Span
	Words          string
	Confidence     float64
}

type re3dJSON struct {
	ID, Source, Licence, Title, URL, Text string

	Entities []struct {
		ID, Type, Text string
		Start, End     int
		Confidence     float64
	}
	Relations []struct {
		ID, Type, Words string
		Source, Target  []int
		Confidence      float64
	}
}

// Re3d reads re3d, one document a line.
func Re3d(path string) iter.Seq2[*Re3dArticle, error] {
	return records(path, func(raw *re3dJSON) (*Re3dArticle, error) {
		a := &Re3dArticle{
			Article: &rapporteur.Article{Ref: raw.ID, Publisher: raw.Source, Title: raw.Title, URL: raw.URL, Text: raw.Text},
			Licence: raw.Licence,
		}
		p := newPoints(raw.Text)
		for _, r := range raw.Entities {
			s, err := p.exact(r.Start, r.End, r.Text)
			if err != nil {
				return nil, in("entity", r.ID, err)
			}
			a.Entities = append(a.Entities, Re3dEntity{s, r.Type, r.Confidence})
		}
		for _, r := range raw.Relations {
			source, err := p.pair(r.Source)
			if err != nil {
				return nil, in("relation", r.ID, err)
			}
			target, err := p.pair(r.Target)
			if err != nil {
				return nil, in("relation", r.ID, err)
			}
			a.Relations = append(a.Relations, Re3dRelation{r.Type, source, target, r.Words, r.Confidence})
		}
		return a, nil
	})
}
