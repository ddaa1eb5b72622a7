package link

import (
	"slices"
	"strings"

	"rapporteur/knowledge/gazetteer"
)

// SeriesOf are the series of figures: one for each measure of each group of
// people or things at each place.
func SeriesOf(told []FigureTold) []Series {
	var out []Series
	told = ordered(told, func(f FigureTold) Told { return f.Told })
	for _, of := range partition(told, func(f FigureTold) string {
		return strings.Join([]string{f.Measure, of(f.Of), gazetteer.Fold(f.Place), f.Unit}, "\x00")
	}) {
		s := Series{Measure: of[0].Measure, Of: of[0].Of, Place: of[0].Place, Unit: of[0].Unit}
		s.Points = points(of)
		revisions(s.Measure, s.Points)
		contradictions(s.Points)
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b Series) int { return len(b.Points) - len(a.Points) }) // then by measure and what is counted
	return out
}

// of is what is counted, as different reports agree in it: civilians, people and
// persons are all people, Palestinians are not.
func of(words string) string {
	switch s := lastStem(words); s {
	case "person", "civilian", "", "other", "body", "death", "fatality", "victim", "resident", "inhabitant":
		return "people"
	default:
		return s
	}
}

// points are the values, ascending by day, then by publication: one for each day,
// source and value.
func points(in []FigureTold) []Point {
	var out []Point
	type key struct {
		day, source, qualifier string
		value, max             float64
	}
	at := map[key]int{}
	for _, f := range in {
		day, dated := f.Published, f.Date != ""
		if dated {
			_, day = days(f.Date)
		}
		k := key{day, f.Source, f.Qualifier, f.Value, f.Max}
		if i, had := at[k]; had {
			out[i].Told = append(out[i].Told, f.Told)
			continue
		}
		at[k] = len(out)
		out = append(out, Point{
			Day: day, Dated: dated, Value: f.Value, Max: f.Max, Qualifier: f.Qualifier, Source: f.Source, SourceName: f.SourceName,
			Told: []Told{f.Told}, Revises: -1,
		})
	}
	slices.SortStableFunc(out, func(a, b Point) int { return strings.Compare(a.Day, b.Day) })
	for i := range out {
		out[i].Sources = families(out[i].Told)
	}
	return out
}

// revisions says which values replace earlier ones of the same source: what it
// says later of the same day, and a count of its own that falls, since the dead
// do not come back.
func revisions(measure string, p []Point) {
	for i := range p {
		for k := i - 1; k >= 0; k-- {
			if p[k].Source != p[i].Source || p[k].Value == p[i].Value {
				continue
			}
			sameDay := p[k].Dated && p[i].Dated && p[k].Day == p[i].Day
			if sameDay || rising[measure] && !p[k].Dated && !p[i].Dated && p[k].Value > p[i].Value && p[i].Qualifier == p[k].Qualifier {
				p[i].Revises = k
			}
			break
		}
	}
}

// rising are the measures whose counts only grow while one goes on counting.
var rising = map[string]bool{"killed": true, "injured": true}

// contradictions says which values of one time, on the word of different
// sources, cannot both be so. What a source has taken back contradicts nothing.
func contradictions(p []Point) {
	revised := make([]bool, len(p))
	for i := range p {
		if p[i].Revises >= 0 {
			revised[p[i].Revises] = true
		}
	}
	for i := range p {
		for k := range p {
			if i == k || revised[i] || revised[k] || p[i].Source == p[k].Source || p[i].Dated != p[k].Dated {
				continue
			}
			if gap := Apart(p[i].Day, p[k].Day); gap == 0 || gap == 1 && !p[i].Dated {
				if !p[i].admits(p[k]) {
					p[i].Contradicts = append(p[i].Contradicts, k)
				}
			}
		}
	}
}

// admits reports whether two values may both be so.
func (p Point) admits(q Point) bool {
	low, high := p.bounds()
	from, to := q.bounds()
	return low <= to && from <= high
}

// bounds are the least and the greatest number that the words allow.
func (p Point) bounds() (low, high float64) {
	low, high = p.Value, max(p.Value, p.Max)
	switch p.Qualifier {
	case "more than", "at least":
		return low, 2 * high // more would have been said
	case "less than", "up to", "nearly":
		return 0, high
	case "about":
		return low * 0.9, high * 1.1
	case "vague":
		return low, high * 20
	}
	return low, high
}
