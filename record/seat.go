package record

import (
	"context"
	"database/sql"
	"slices"

	"rapporteur/record/link"
)

// A Seat is who sits at a table, mediates there or takes a stand: a side, under
// one name in all reports.
type Seat struct {
	Side string      `json:"side"` // its label: an entry of the knowledge of actors, a country, else a name in small letters
	Name string      `json:"name"`
	Told []link.Told `json:"told,omitempty"`
}

// seats are the sides of one negotiation. Reports call a side by one label, but
// for abbreviations and what only a person knows to be one.
type seats struct {
	one  map[string]string // the label that stands for several
	name map[string]string // what a side is called
}

func seatsOf(ctx context.Context, tx Tx, parts []Part) (seats, error) {
	s := seats{one: map[string]string{}, name: map[string]string{}}
	names := map[string][]string{}
	for _, p := range parts {
		if p.Side != "" && p.Role != RoleSource {
			names[p.Side] = append(names[p.Side], p.SideName)
		}
	}
	for label, all := range names {
		s.name[label] = oftenest(all)
	}
	labels := sortedKeys(names)
	for _, short := range labels {
		var long []string
		for _, label := range labels {
			if link.Abbreviation(s.name[short], s.name[label]) {
				long = append(long, label)
			}
		}
		if len(long) == 1 {
			s.one[short] = long[0]
		}
	}
	return s, s.corrected(ctx, tx, parts)
}

// corrected does what people said of who is who: joins sides that they merged,
// and calls them what they are called.
func (s *seats) corrected(ctx context.Context, tx Tx, parts []Part) error {
	type word struct {
		grp            int64
		action, called string
	}
	var words []word
	err := Each(ctx, tx, func(r *sql.Rows) error {
		var w word
		err := r.Scan(&w.grp, &w.action, &w.called)
		words = append(words, w)
		return err
	}, `SELECT x.grp, c.action, c.value FROM corrections c JOIN laid l ON l.correction = c.n JOIN actors a ON a.n = l.finding JOIN nodes x ON x.n = a.node
		WHERE c.action IN ('rename', 'merge') ORDER BY c.n`)
	if err != nil || len(words) == 0 {
		return err
	}
	var roots []int64
	label := map[int64]string{}
	for _, p := range parts {
		if p.Root != 0 && p.Role != RoleSource {
			roots, label[p.Root] = append(roots, p.Root), p.Side
		}
	}
	in := map[int64][]string{} // labels by identity
	err = among(ctx, tx, func(r *sql.Rows) error {
		var n, grp int64
		err := r.Scan(&n, &grp)
		if l := s.label(label[n]); !slices.Contains(in[grp], l) {
			in[grp] = append(in[grp], l)
		}
		return err
	}, "SELECT a.n, x.grp FROM actors a JOIN nodes x ON x.n = a.node WHERE a.n IN (%s)", unique(roots))
	if err != nil {
		return err
	}
	for _, w := range words {
		of := in[w.grp]
		slices.Sort(of)
		for _, l := range of {
			if first := s.label(of[0]); w.action == ActionMerge && s.label(l) != first {
				s.one[s.label(l)] = first
			}
			if w.action == ActionRename {
				s.name[s.label(l)] = w.called
			}
		}
	}
	return nil
}

// label is the one label of a side.
func (s *seats) label(side string) string {
	for s.one[side] != "" {
		side = s.one[side]
	}
	return side
}

// seat is the side of a part.
func (s *seats) seat(p Part) (label, name string) {
	label = s.label(p.Side)
	if name = s.name[label]; name == "" {
		name = p.SideName
	}
	return label, name
}
