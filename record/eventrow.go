package record

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// A Player is somebody in a role of a row.
type Player struct {
	Name    string `json:"name"`             // in the report, canonical
	Called  string `json:"called,omitempty"` // what a person calls the identity
	ID      ID     `json:"id,omitempty"`     // of the actor, which stands for its identity in every question; 0 where nobody was identified
	Words   string `json:"words,omitempty"`
	Kind    string `json:"kind,omitempty"`
	Country string `json:"country,omitempty"`
	Title   string `json:"title,omitempty"`
	Body    string `json:"of,omitempty"` // the body that it belongs to
}

// A Point on the map, in degrees of WGS 84.
type LatLon struct {
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
}

// An EventRow is an event as one report tells it.
type EventRow struct {
	ID           ID       `json:"id"`
	Event        ID       `json:"event"` // the first account of it, which names it
	Type         string   `json:"type"`
	Mode         string   `json:"mode,omitempty"`
	Contexts     []string `json:"contexts,omitempty"`
	CAMEO        string   `json:"cameo,omitempty"`
	Status       string   `json:"status"`
	Historical   bool     `json:"historical,omitempty"`
	AttributedTo string   `json:"attributed_to,omitempty"` // who claims it; "" where the report says so itself
	Statement    ID       `json:"statement,omitempty"`     // that claim
	Actors       []Player `json:"actors"`
	Recipients   []Player `json:"recipients"`
	Place        string   `json:"place,omitempty"` // in the report's words
	Country      string   `json:"country,omitempty"`
	GeoNames     int      `json:"geonames_id,omitempty"`
	At           *LatLon  `json:"at,omitempty"` // nil where unknown
	Date         string   `json:"date,omitempty"`
	DateFrom     string   `json:"date_from,omitempty"`
	DateTo       string   `json:"date_to,omitempty"`
	Day          string   `json:"day,omitempty"` // DateFrom, or else that of publication
	Called       string   `json:"called,omitempty"`
	Evidence
	family int64 // of its article
}

// An EventGroup is one event with all accounts of it.
type EventGroup struct {
	ID       ID         `json:"id"`
	Called   string     `json:"called,omitempty"`
	Best     EventRow   `json:"best"`     // the account that says most
	Accounts []EventRow `json:"accounts"` // the first one first, rejected ones left out
	Reports  int        `json:"reports"`  // how many reports tell of it
	Sources  int        `json:"sources"`  // the same, copies of one text counted once
}

// Events are the events that have an account which the filter lets through, by
// the day of the newest, or oldest, such account, with all of their accounts.
func (r *Record) Events(ctx context.Context, of Filter, p Page) (Rows[EventGroup], error) {
	var out Rows[EventGroup]
	err := r.ask(ctx, theEvents, of, p, true, "events", func(tx Tx, l listed) error {
		out = Rows[EventGroup]{Next: l.next, Total: l.total}
		groups, err := eventGroups(ctx, tx, l.ns)
		out.Rows = groups
		return err
	})
	return out, err
}

// Event is the one that an account, any of it, is of.
func (r *Record) Event(ctx context.Context, id ID) (*EventGroup, error) {
	var out *EventGroup
	err := r.store.View(ctx, func(tx Tx) error {
		n, err := numberOf(ctx, tx, id, KindEvent)
		if err != nil {
			return err
		}
		groups, err := eventGroups(ctx, tx, []int64{n})
		if err == nil && len(groups) > 0 {
			out = &groups[0]
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("looking for event %s: %w", id, err)
	}
	return out, nil
}

// EventAccounts are the accounts of events that the filter lets through.
func (r *Record) EventAccounts(ctx context.Context, of Filter, p Page) (Rows[EventRow], error) {
	return shown(ctx, r, theEvents, of, p, "events", func(e *Event) int64 { return e.N }, eventAccounts)
}

// eventAccounts shows events, each with the group that it is of.
func eventAccounts(ctx context.Context, tx Tx, events []Event) ([]EventRow, error) {
	out, err := eventRows(ctx, tx, events)
	if err != nil {
		return nil, err
	}
	return out, nameEvents(ctx, tx, events, out)
}

// shown are the rows of a subject that the filter lets through, as show has them.
func shown[T Row, R any](ctx context.Context, r *Record, s subject, of Filter, p Page, called string, n func(*T) int64, show func(context.Context, Tx, []T) ([]R, error)) (Rows[R], error) {
	var out Rows[R]
	err := r.ask(ctx, s, of, p, false, called, func(tx Tx, l listed) error {
		out = Rows[R]{Next: l.next, Total: l.total}
		rows, err := rowsOf(ctx, tx, l.ns, n)
		if err != nil {
			return err
		}
		out.Rows, err = show(ctx, tx, rows)
		return err
	})
	return out, err
}

// ask lists the rows of a subject and shows them.
func (r *Record) ask(ctx context.Context, s subject, of Filter, p Page, grouped bool, called string, show func(Tx, listed) error) error {
	err := r.store.View(ctx, func(tx Tx) error {
		q, err := s.ask(ctx, tx, of)
		if err != nil {
			return err
		}
		q.grouped = grouped
		l, err := q.list(ctx, tx, p)
		if err != nil {
			return err
		}
		return show(tx, l)
	})
	if err != nil {
		return fmt.Errorf("asking for %s: %w", called, err)
	}
	return nil
}

// eventRows shows events, in their order.
func eventRows(ctx context.Context, tx Tx, events []Event) ([]EventRow, error) {
	findings := make([]Finding, len(events))
	var statements []int64
	for i, e := range events {
		findings[i] = e.Finding
		statements = append(statements, e.Statement)
	}
	d, err := deskFor(ctx, tx, findings)
	if err != nil {
		return nil, err
	}
	players, err := playersOf(ctx, tx, findings)
	if err != nil {
		return nil, err
	}
	claims, err := idsOf(ctx, tx, "statements", statements)
	if err != nil {
		return nil, err
	}
	out := make([]EventRow, len(events))
	for i, e := range events {
		out[i] = EventRow{
			ID: e.ID, Event: e.ID, Type: e.Type, Mode: e.Mode, Contexts: strings.Fields(e.Contexts), CAMEO: e.CAMEO, Status: e.Status, Historical: e.Historical,
			AttributedTo: e.AttributedTo, Statement: claims[e.Statement], Actors: players.in(e.N, RoleActor), Recipients: players.in(e.N, RoleRecipient),
			Place: e.Location, Country: e.Country, GeoNames: e.GeoNames, At: latLon(e.Located, e.Lat, e.Lon), Date: e.Date, DateFrom: e.DateFrom, DateTo: e.DateTo,
			Day: e.Day, Called: e.Renamed, Evidence: d.evidence(e.Finding), family: d.texts[e.Article].Node,
		}
	}
	return out, nil
}

func latLon(known bool, lat, lon float64) *LatLon {
	if !known {
		return nil
	}
	return &LatLon{lat, lon}
}

// eventGroups are the events that these accounts are of, in their order.
func eventGroups(ctx context.Context, tx Tx, ns []int64) ([]EventGroup, error) {
	members, grp, err := membersOf(ctx, tx, "events", ns)
	if err != nil {
		return nil, err
	}
	var all []int64
	for _, m := range members {
		all = append(all, m.n)
	}
	events, err := rowsOf(ctx, tx, all, func(e *Event) int64 { return e.N })
	if err != nil {
		return nil, err
	}
	rows, err := eventRows(ctx, tx, events)
	if err != nil {
		return nil, err
	}
	families, err := familiesOf(ctx, tx, rows)
	if err != nil {
		return nil, err
	}
	accounts := map[int64][]EventRow{}
	for i, e := range events {
		label := grp[e.N]
		accounts[label] = append(accounts[label], rows[i])
	}
	var out []EventGroup
	for _, n := range ns {
		told := accounts[grp[n]]
		if len(told) == 0 { // the one that was asked for is rejected
			continue
		}
		slices.SortStableFunc(told, func(a, b EventRow) int { return a.mention().before(b.mention()) })
		g := EventGroup{ID: told[0].ID, Best: told[0]}
		reports, sources := map[string]bool{}, map[int64]bool{}
		for i := range told {
			told[i].Event = g.ID
			reports[told[i].Article.ID], sources[families[told[i].family]] = true, true
			if told[i].says() > g.Best.says() {
				g.Best = told[i]
			}
			if told[i].Called != "" {
				g.Called = told[i].Called
			}
		}
		g.Best.Event, g.Accounts, g.Reports, g.Sources = g.ID, told, len(reports), len(sources)
		out = append(out, g)
	}
	return out, nil
}

// mention is what orders the accounts of an event.
func (e *EventRow) mention() Mention {
	return Mention{ID: e.ID, Article: e.Article.ID, Published: e.Article.Published, Start: e.Words.Span.Start}
}

// says is how much an account says.
func (e *EventRow) says() int {
	n := 0
	for _, is := range []bool{e.Mark == Confirmed, e.Date != "", len(e.DateFrom) > 0 && e.DateFrom == e.DateTo, e.At != nil, e.Mode != "", len(e.Actors) > 0, len(e.Recipients) > 0, e.AttributedTo == "" && !e.Historical} {
		if is {
			n++
		}
	}
	return n
}

// familiesOf are the groups of the nodes of the articles of rows.
func familiesOf(ctx context.Context, tx Tx, rows []EventRow) (map[int64]int64, error) {
	var nodes []int64
	for _, e := range rows {
		nodes = append(nodes, e.family)
	}
	return labels(ctx, tx, nodes)
}

// labels are the groups of nodes.
func labels(ctx context.Context, tx Tx, nodes []int64) (map[int64]int64, error) {
	out := map[int64]int64{}
	err := among(ctx, tx, func(r *sql.Rows) error {
		var n, grp int64
		err := r.Scan(&n, &grp)
		out[n] = grp
		return err
	}, "SELECT n, grp FROM nodes WHERE n IN (%s)", unique(nodes))
	return out, err
}

// A member is a mention of a group, as far as its order in it asks.
type member struct {
	n     int64
	label int64
	Mention
}

// membersOf are the mentions of the groups of rows of a table, rejected ones left
// out, and the group of each and of the rows.
func membersOf(ctx context.Context, tx Tx, table string, ns []int64) ([]member, map[int64]int64, error) {
	grp := map[int64]int64{}
	var groups []int64
	err := among(ctx, tx, func(r *sql.Rows) error {
		var n, label int64
		err := r.Scan(&n, &label)
		grp[n] = label
		groups = append(groups, label)
		return err
	}, "SELECT m.n, x.grp FROM "+table+" m JOIN nodes x ON x.n = m.node WHERE m.n IN (%s)", ns)
	if err != nil {
		return nil, nil, err
	}
	var out []member
	err = among(ctx, tx, func(r *sql.Rows) error {
		var m member
		err := r.Scan(&m.n, &m.label, &m.ID, &m.Start, &m.Published, &m.Article)
		grp[m.n] = m.label
		out = append(out, m)
		return err
	}, "SELECT m.n, y.grp, m.id, m.start, a.published, a.id FROM nodes y JOIN "+table+" m ON m.node = y.n JOIN articles a ON a.n = m.article WHERE y.grp IN (%s) AND m.mark >= 0", unique(groups))
	return out, grp, err
}

// nameEvents gives accounts the names of their events.
func nameEvents(ctx context.Context, tx Tx, events []Event, rows []EventRow) error {
	var ns []int64
	for _, e := range events {
		ns = append(ns, e.N)
	}
	members, grp, err := membersOf(ctx, tx, "events", ns)
	if err != nil {
		return err
	}
	first := map[int64]Mention{}
	for _, m := range members {
		if f, ok := first[m.label]; !ok || m.before(f) < 0 {
			first[m.label] = m.Mention
		}
	}
	for i, e := range events {
		if f, ok := first[grp[e.N]]; ok && e.Mark != Rejected {
			rows[i].Event = f.ID
		}
	}
	return nil
}
