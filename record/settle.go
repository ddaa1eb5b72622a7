package record

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapporteur/knowledge/gazetteer"
	"rapporteur/record/link"
)

// Negotiations as they stand, and who moved, are kept as rows, so that lists of
// them need not read what a hundred thousand reports tell. A group of talks
// whose members, copies or names change is stale until its rows are made anew.

// processRow is a negotiation as it stands, by the label of its group.
type processRow struct {
	Grp      int64
	ID       ID
	Name     string
	FirstDay string
	LastDay  string
	Moved    string
	Stage    string
	Dispute  string
	Reports  int
	Searched string // words to find it by, folded
	Body     string // the Process without its evidence, as JSON
}

// nameRow says by what names a negotiation is found.
type nameRow struct {
	Grp  int64
	What string // one of the by constants
	Name string
	Side string // of an actor, the label of the side
}

func (x nameRow) compare(y nameRow) int {
	return cmp.Or(strings.Compare(x.What, y.What), strings.Compare(x.Name, y.Name), strings.Compare(x.Side, y.Side))
}

// What a nameRow's name is of.
const (
	byActor     = "actor"   // folded names and labels of those who sit, mediate or take a stand
	byCountry   = "country" // ISO 3166-1 alpha-3
	byPlace     = "place"   // folded names of venues, and of what a quarter of the reports name
	byPublisher = "publisher"
)

// changeRow is a movement; evidence is numbers of findings.
type changeRow struct {
	Grp            int64
	Ordinal        int
	N              int64 // the change's ID
	Day            string
	Kind           string
	Side           string
	Actor          string
	Issue          string
	StanceFrom     string
	StanceTo       string
	Disputed       bool
	Outlets        string // of the reports of its evidence, each between bars
	Evidence       string
	EvidenceBefore string
}

func (processRow) Table() string { return "processes" }
func (nameRow) Table() string    { return "process_names" }
func (changeRow) Table() string  { return "changes" }

// settled are the rows of a negotiation.
type settled struct {
	process processRow
	names   []nameRow
	changes []changeRow
}

// Settle works out the negotiations that changed since that was last done. Add
// and Correct do so themselves, unless Options.Late leaves it to the caller.
func (r *Record) Settle(ctx context.Context) error {
	r.writing.Lock()
	defer r.writing.Unlock()
	const batch = 200
	for {
		left := 0
		err := r.store.Update(ctx, func(tx Tx) error {
			stale, err := numbers(ctx, tx, "SELECT grp FROM stale ORDER BY grp LIMIT "+strconv.Itoa(batch))
			left = len(stale)
			if err != nil {
				return err
			}
			return settle(ctx, tx, stale)
		})
		if err != nil {
			return fmt.Errorf("working out the negotiations of the record: %w", err)
		}
		if left < batch {
			return nil
		}
	}
}

// settle makes the rows of stale groups anew.
func settle(ctx context.Context, tx Tx, stale []int64) error {
	if len(stale) == 0 {
		return nil
	}
	for _, table := range []string{"processes", "process_names", "changes", "stale"} {
		if err := execAmong(ctx, tx, "DELETE FROM "+table+" WHERE grp IN (%s)", stale); err != nil {
			return err
		}
	}
	var processes, names, changes []Row
	for _, grp := range stale {
		s, err := settledOf(ctx, tx, grp)
		if err != nil {
			return err
		}
		if s == nil {
			continue
		}
		processes, names, changes = append(processes, s.process), append(names, rows(s.names)...), append(changes, rows(s.changes)...)
	}
	for _, of := range [][]Row{processes, names, changes} {
		if err := insert(ctx, tx, of); err != nil {
			return err
		}
	}
	return nil
}

// settledOf are the rows of the group that has a label, nil where it has no talks.
func settledOf(ctx context.Context, tx Tx, grp int64) (*settled, error) {
	g, err := gather(ctx, tx, grp, false)
	if err != nil || g == nil {
		return nil, err
	}
	h := g.histories()
	p := g.process(h)
	body, err := json.Marshal(p.bare())
	if err != nil {
		return nil, fmt.Errorf("packing the negotiation of %s: %w", p.ID, err)
	}
	out := &settled{process: processRow{
		Grp: grp, ID: p.ID, Name: p.Name, FirstDay: p.First, LastDay: p.Last, Moved: p.Moved, Stage: p.Stage, Dispute: p.Dispute, Reports: p.Reports,
		Searched: g.searched(&p, h), Body: string(body),
	}}
	if out.names, err = g.named(ctx, tx, &p, h); err != nil {
		return nil, err
	}
	for i, c := range h.changes {
		row := changeRow{
			Grp: grp, Ordinal: i, N: c.number(), Day: c.Day, Kind: c.Kind, Side: c.Side, Actor: c.Actor, Issue: c.Issue, StanceFrom: c.From, StanceTo: c.To,
			Disputed: c.Disputed,
		}
		var seen []string
		for _, t := range c.Evidence {
			row.Evidence += strconv.FormatInt(g.numbers[t.ID], 10) + " "
			seen = append(seen, g.heads[g.numbers[t.ID]>>ArticleBits].outlets...)
		}
		for _, t := range c.Before {
			row.EvidenceBefore += strconv.FormatInt(g.numbers[t.ID], 10) + " "
		}
		slices.Sort(seen)
		row.Outlets = "|" + strings.Join(slices.Compact(seen), "|") + "|"
		out.changes = append(out.changes, row)
	}
	return out, nil
}

// searched are the words by which a negotiation is found.
func (g *gathered) searched(p *Process, h *histories) string {
	words := append([]string{p.Name, h.linked.Name, p.Dispute}, g.subjects()...)
	words = append(words, p.Venues...)
	for _, seats := range [][]Seat{p.Parties, p.Mediators} {
		for _, s := range seats {
			words = append(words, s.Name)
		}
	}
	for _, x := range h.positions {
		words = append(append(words, x.Name, x.Issue), x.Issues...)
	}
	for _, x := range h.awaits {
		words = append(words, x.Name, x.What)
	}
	for _, x := range h.sticking {
		words = append(append(words, x.Issue), x.Issues...)
	}
	for _, x := range h.proposals {
		for _, t := range x.Terms {
			words = append(words, t.Kind, t.Words)
		}
	}
	for _, x := range h.changes {
		words = append(words, x.Issue)
	}
	seen := map[string]bool{}
	var out strings.Builder
	for _, w := range words {
		for _, w := range strings.Fields(gazetteer.Fold(w)) {
			if !seen[w] {
				seen[w] = true
				out.WriteString(" " + w)
			}
		}
	}
	return out.String() + " "
}

// named are the names by which filters find a negotiation.
func (g *gathered) named(ctx context.Context, tx Tx, p *Process, h *histories) ([]nameRow, error) {
	have := map[nameRow]bool{}
	add := func(what, name string) {
		if name != "" {
			have[nameRow{g.grp, what, name, ""}] = true
		}
	}
	for _, of := range g.parts {
		for _, part := range of {
			if part.Role == RoleSource {
				continue
			}
			label, name := g.sides.seat(part)
			for _, n := range []string{part.Name, part.SideName, name, part.Side, label} {
				if n = gazetteer.Fold(n); n != "" {
					have[nameRow{g.grp, byActor, n, label}] = true
				}
			}
		}
	}
	// What several propose together, each of them proposes.
	for _, x := range h.proposals {
		if labels := link.Holders(x.Side); len(labels) > 1 {
			for _, name := range append(labels, link.Holders(x.By)...) {
				have[nameRow{g.grp, byActor, gazetteer.Fold(name), x.Side}] = true
			}
		}
	}
	for _, seats := range [][]Seat{p.Parties, p.Mediators} {
		for _, s := range seats {
			if s.Side != strings.ToLower(s.Side) { // labels of other sides are in small letters
				add(byCountry, s.Side)
			}
		}
	}
	venues := map[string]bool{}
	for _, v := range p.Venues {
		venues[gazetteer.Fold(v)] = true
		add(byPlace, gazetteer.Fold(v))
	}
	for _, h := range g.heads {
		for _, outlet := range h.outlets {
			add(byPublisher, outlet)
		}
	}
	reports, country := map[string]int{}, map[string]string{}
	for n := range g.heads {
		first, end := bounds(n)
		err := Each(ctx, tx, func(r *sql.Rows) error {
			var name, words, of string
			err := r.Scan(&name, &words, &of)
			name, words = gazetteer.Fold(name), gazetteer.Fold(words)
			reports[name]++
			country[name] = of
			if venues[name] || venues[words] {
				add(byPlace, name)
				add(byCountry, of)
			}
			return err
		}, "SELECT DISTINCT name, words, country FROM places WHERE n >= ? AND n < ? AND mark >= 0", first, end)
		if err != nil {
			return nil, err
		}
	}
	for name, n := range reports {
		if 4*n >= len(g.heads) {
			add(byPlace, name)
			add(byCountry, country[name])
		}
	}
	out := make([]nameRow, 0, len(have))
	for row := range have {
		out = append(out, row)
	}
	slices.SortFunc(out, func(a, b nameRow) int {
		return strings.Compare(a.What+"\x00"+a.Name+"\x00"+a.Side, b.What+"\x00"+b.Name+"\x00"+b.Side)
	})
	return out, nil
}

// stale notes the groups that what was touched changes: those of its talks and of
// the talks of its copies, and those that were joined or parted.
func (w *writer) stale(ctx context.Context) error {
	var touched []int64
	for _, t := range w.touched {
		touched = append(touched, t.article.Node)
	}
	groups := w.linker.moved
	for grp := range w.linker.dissolved {
		groups = append(groups, grp)
	}
	note := func(query string, values []int64) error {
		return among(ctx, w.tx, func(r *sql.Rows) error {
			var grp int64
			err := r.Scan(&grp)
			groups = append(groups, grp)
			return err
		}, query, values)
	}
	family := fmt.Sprintf(`SELECT DISTINCT x.grp FROM nodes f JOIN articles a ON a.node = f.n JOIN talks t ON t.n >= a.n * %[1]d AND t.n < (a.n + 1) * %[1]d
		JOIN nodes x ON x.n = t.node WHERE f.grp IN `, int64(1)<<ArticleBits)
	// The group of a node that came or stayed may be labelled by another.
	err := note("SELECT DISTINCT grp FROM nodes WHERE n IN (%s)", slices.Clone(groups))
	if err == nil {
		err = note(family+"(SELECT grp FROM nodes WHERE n IN (%s))", unique(touched))
	}
	if err == nil {
		err = note(family+"(%s)", unique(groups))
	}
	if err != nil {
		return err
	}
	return markStale(ctx, w.tx, groups)
}

// markStale notes groups, those of talks and those that are gone.
func markStale(ctx context.Context, tx Tx, groups []int64) error {
	groups = unique(groups)
	for _, query := range []string{
		"INSERT INTO stale (grp) SELECT DISTINCT grp FROM nodes WHERE kind = " + strconv.Itoa(int(KindTalks)) + " AND grp IN (%s) AND grp NOT IN (SELECT grp FROM stale)",
		"INSERT INTO stale (grp) SELECT grp FROM processes WHERE grp IN (%s) AND grp NOT IN (SELECT grp FROM stale)",
	} {
		if err := execAmong(ctx, tx, query, groups); err != nil {
			return err
		}
	}
	return nil
}

// settle works out the negotiations that are stale, unless that is left to
// Settle.
func (w *writer) settle(ctx context.Context) error {
	if w.options.Late {
		return nil
	}
	stale, err := numbers(ctx, w.tx, "SELECT grp FROM stale ORDER BY grp")
	if err != nil {
		return err
	}
	return settle(ctx, w.tx, stale)
}

// renamed notes the negotiations of those whom a correction calls by another name,
// joins or parts.
func (w *writer) renamed(ctx context.Context, c Correction) error {
	if !slices.Contains([]string{ActionRename, ActionMerge, ActionSplit}, c.Action) || c.Target.ID.Kind() != KindActor {
		return nil
	}
	var labels []any
	for _, t := range []Target{c.Target, c.Other} {
		if t.ID == 0 {
			continue
		}
		if err := t.find(ctx, w.tx); err != nil {
			return err
		}
		a, err := article(ctx, w.tx, t.Article)
		if err != nil {
			return err
		}
		first, end := bounds(a.N)
		err = Each(ctx, w.tx, func(r *sql.Rows) error {
			var label string
			err := r.Scan(&label)
			labels = append(labels, gazetteer.Fold(label))
			return err
		}, `SELECT DISTINCT p.side FROM actors a JOIN nodes x ON x.n = a.node JOIN nodes y ON y.grp = x.grp JOIN actors m ON m.node = y.n JOIN parts p ON p.root = m.n
			WHERE a.n >= ? AND a.n < ? AND a.id = ?`, first, end, int64(t.ID))
		if err != nil {
			return err
		}
	}
	if len(labels) == 0 {
		return nil
	}
	groups, err := numbers(ctx, w.tx, "SELECT DISTINCT grp FROM process_names WHERE what = '"+byActor+"' AND name IN ("+marks(len(labels))+")", labels...)
	if err != nil {
		return err
	}
	return markStale(ctx, w.tx, groups)
}
