package main

import (
	"fmt"
	"strings"

	"rapporteur/extract/place"
	"rapporteur/knowledge/gazetteer"
)

// score counts the choices on one corpus, toponyms given.
type score struct {
	corpus                              string
	n, candidate, ids, exact, near, has int
	answered, answeredNear, lost        int // with the doubts of Map.Place; lost: a right choice not believed
}

func (s score) String() string {
	percent := func(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
	return fmt.Sprintf("%-11s %d toponyms: same GeoNames id %.1f%%, within 161 km %.1f%%; any candidate for %.1f%%, the right one among them for %.1f%%; believed %.1f%%, of them within 161 km %.1f%%, right ones not believed %.1f%%",
		s.corpus, s.n, percent(s.exact, s.ids), percent(s.near, s.n), percent(s.has, s.n), percent(s.candidate, s.n),
		percent(s.answered, s.n), percent(s.answeredNear, s.answered), percent(s.lost, s.n))
}

// validate fits on all folds but one and chooses on that one.
func validate(articles []article, folds int, variance float64, show bool) []score {
	scores := map[string]*score{}
	var order []string
	for fold := range folds {
		var train, test []article
		for i, a := range articles {
			if i%folds == fold {
				test = append(test, a)
			} else {
				train = append(train, a)
			}
		}
		alone, full := fit(train, variance)
		for _, a := range test {
			s := scores[a.corpus]
			if s == nil {
				s = &score{corpus: a.corpus}
				scores[a.corpus] = s
				order = append(order, a.corpus)
			}
			a.m.Context(alone)
			a.m.Rank(full)
			s.add(a, show)
		}
	}
	var out []score
	for _, c := range order {
		out = append(out, *scores[c])
	}
	return out
}

func (s *score) add(a article, show bool) {
	for i, g := range a.gold {
		if !g.Located {
			continue
		}
		s.n++
		t := a.m.Toponyms[i]
		group := &a.m.Groups[t.Group]
		if g.GeoNamesID != 0 {
			s.ids++
		}
		right := rightOf(group, g)
		if right >= 0 {
			s.candidate++
		}
		answer := a.m.Place(i)
		if answer.Resolved {
			s.answered++
			if kilometres(gazetteer.Entry{Lat: answer.Lat, Lon: answer.Lon}, g) <= 161 {
				s.answeredNear++
			}
		}
		k, p := a.m.Best(t.Group)
		if k >= 0 {
			s.has++
			c := group.Candidate(k)
			d := kilometres(c, g)
			if c.ID == g.GeoNamesID && g.GeoNamesID != 0 {
				s.exact++
			}
			if d <= 161 {
				s.near++
				if !answer.Resolved {
					s.lost++
				}
			}
			if !show || c.ID == g.GeoNamesID || c.ID == 0 && d <= 161 {
				continue
			}
			fmt.Printf("%s\t%s\tgold %d %.2f,%.2f right=%d\tchosen %s %s %s %s id %d %.2f p %.2f\t%.0f km\t%s\n", s.corpus, a.text[t.Span.Start:t.Span.End],
				g.GeoNamesID, g.Lat, g.Lon, right, c.Name, c.Feature, c.Admin1, c.Country, c.ID, c.Lat, p, d, around(a.text, t.Span.Start, t.Span.End))
			if right >= 0 {
				fmt.Printf("\t\tright  %s\n\t\tchosen %s\n", features(group, right), features(group, k))
			}
		} else if show {
			fmt.Printf("%s\t%s\tgold %d %.2f,%.2f\tno candidate\t%s\n", s.corpus, a.text[t.Span.Start:t.Span.End], g.GeoNamesID, g.Lat, g.Lon, around(a.text, t.Span.Start, t.Span.End))
		}
	}
}

func around(text string, start, end int) string {
	return strings.ReplaceAll(strings.ToValidUTF8(text[max(0, start-50):min(len(text), end+50)], ""), "\n", " ")
}

func features(g *place.Group, k int) string {
	var b strings.Builder
	for i, v := range g.Features(k) {
		if v != 0 {
			fmt.Fprintf(&b, "%s=%.2f ", place.Names[i], v)
		}
	}
	return b.String()
}
