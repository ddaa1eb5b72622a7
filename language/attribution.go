package language

import (
	"cmp"
	"slices"

	"rapporteur"
	"rapporteur/language/encoder"
)

// attributions gathers the parts that the encoder found around their cues; a
// part that goes with no cue stands alone.
func attributions(d *rapporteur.Document, r *encoder.Reading) []rapporteur.Attribution {
	out := make([]rapporteur.Attribution, len(r.Roles[encoder.Cue]))
	for role, parts := range r.Roles {
		for i, part := range parts {
			cue := r.CueOf[role][i]
			if cue < 0 {
				cue = len(out)
				out = append(out, rapporteur.Attribution{})
			}
			pieces := &out[cue].Content
			switch role {
			case encoder.Source:
				pieces = &out[cue].Source
			case encoder.Cue:
				pieces = &out[cue].Cue
			}
			*pieces = append(*pieces, rapporteur.Passage{Span: d.SpanOf(part.First, part.End), First: part.First, End: part.End})
		}
	}
	for i := range out {
		slices.SortStableFunc(out[i].Content, func(a, b rapporteur.Passage) int { return cmp.Compare(a.First, b.First) })
	}
	slices.SortStableFunc(out, func(a, b rapporteur.Attribution) int { return cmp.Compare(first(a), first(b)) })
	return out
}

// first is the first token of an attribution.
func first(a rapporteur.Attribution) int {
	at := int(^uint(0) >> 1)
	for _, parts := range [][]rapporteur.Passage{a.Source, a.Cue, a.Content} {
		if len(parts) > 0 {
			at = min(at, parts[0].First)
		}
	}
	return at
}
