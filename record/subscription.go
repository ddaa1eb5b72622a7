package record

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"
)

// A Subscription is something that lists reports and is looked at again and
// again: a feed, a sitemap, a list of feeds.
type Subscription struct {
	Address string
	List    string // the list of feeds that has it, "" where a person asked for it
	Kind    string // what it turned out to be, "" before it was first read
	Title   string
	// ETag and Modified are those of its last answer, for the next request.
	ETag, Modified string
	Checked        time.Time // when it was last looked at, zero where never
	Next           time.Time // when it should be looked at again
	Failures       int       // in a row
	Error          string    // of the last look, "" where that was well
	Faults         int       // items that were broken when it was last read

	// What became of the addresses that it listed, where asked for.
	Read, Waiting, Lost int
}

// A Lead is an address that may be that of a report.
type Lead struct {
	Address string
	List    string // the Subscription that has it
	// What the list says of it.
	Title, Publisher, Published string
	State                       LeadState
	Tries                       int       // in vain
	Next                        time.Time // when it should be tried again
	Error                       string    // of the last try
}

// A LeadState is what became of a lead.
type LeadState int

// The states of a lead.
const (
	LeadWaiting LeadState = iota
	LeadRead              // its report is in the record
	LeadLost              // given up
)

// stamp is a time as it is kept: in UTC to the second, so that later ones sort
// behind earlier ones.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func unstamp(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}
	}
	return t
}

const subscriptionColumns = "address, list, kind, title, etag, modified, checked, next, failures, error, faults"

// Subscribe adds subscriptions that are not there yet, to be looked at next. list is
// the list of feeds that has them, "" where a person asks for them, which outlives
// any list.
func (r *Record) Subscribe(ctx context.Context, list string, addresses ...string) error {
	return r.following(ctx, func(tx Tx) error { return subscribe(ctx, tx, list, addresses) })
}

func subscribe(ctx context.Context, tx Tx, list string, addresses []string) error {
	for _, address := range addresses {
		err := tx.Exec(ctx, "INSERT INTO subscriptions ("+subscriptionColumns+") VALUES (?, ?, '', '', '', '', '', '', 0, '', 0) ON CONFLICT (address) DO NOTHING", address, list)
		if err == nil && list == "" {
			err = tx.Exec(ctx, "UPDATE subscriptions SET list = '' WHERE address = ?", address)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// following runs do in a transaction of the one writer.
func (r *Record) following(ctx context.Context, do func(Tx) error) error {
	r.writing.Lock()
	defer r.writing.Unlock()
	if err := r.store.Update(ctx, do); err != nil {
		return fmt.Errorf("keeping what is followed: %w", err)
	}
	return nil
}

// Unsubscribe takes a subscription away, with those that it lists and the leads that
// wait, and reports whether it was there. Leads that were read are kept, so that nothing
// is read twice.
func (r *Record) Unsubscribe(ctx context.Context, address string) (was bool, err error) {
	err = r.following(ctx, func(tx Tx) error {
		n, err := number(ctx, tx, "SELECT count(*) FROM subscriptions WHERE address = ?", address)
		if err != nil {
			return err
		}
		was = n > 0
		return unsubscribe(ctx, tx, address)
	})
	return was, err
}

func unsubscribe(ctx context.Context, tx Tx, address string) error {
	for _, query := range []string{
		"DELETE FROM leads WHERE state <> 1 AND (list = ? OR list IN (SELECT address FROM subscriptions WHERE list = ?))",
		"DELETE FROM subscriptions WHERE address = ? OR list = ?",
	} {
		if err := tx.Exec(ctx, query, address, address); err != nil {
			return err
		}
	}
	return nil
}

// Subscriptions are all of them, with what became of the addresses they listed.
func (r *Record) Subscriptions(ctx context.Context) (out []Subscription, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		out = nil
		err := Each(ctx, tx, func(rows *sql.Rows) error {
			var s Subscription
			var checked, next string
			err := rows.Scan(&s.Address, &s.List, &s.Kind, &s.Title, &s.ETag, &s.Modified, &checked, &next, &s.Failures, &s.Error, &s.Faults)
			s.Checked, s.Next = unstamp(checked), unstamp(next)
			out = append(out, s)
			return err
		}, "SELECT "+subscriptionColumns+" FROM subscriptions ORDER BY list, address")
		if err != nil {
			return err
		}
		byAddress := map[string]*Subscription{}
		for i := range out {
			byAddress[out[i].Address] = &out[i]
		}
		return Each(ctx, tx, func(rows *sql.Rows) error {
			var list string
			var state LeadState
			var n int
			err := rows.Scan(&list, &state, &n)
			if s := byAddress[list]; s != nil {
				*[]*int{&s.Waiting, &s.Read, &s.Lost}[state] = n
			}
			return err
		}, "SELECT list, state, count(*) FROM leads GROUP BY list, state")
	})
	if err != nil {
		return nil, fmt.Errorf("asking what is followed: %w", err)
	}
	return out, nil
}

// Looked keeps what a look at a subscription brought, all at once: how it stands now, the leads
// that are new, and, of a list of feeds that was read whole (feeds not nil), the feeds that it
// has, in place of those it had. Killed before, the look is made again; killed behind, the leads wait.
func (r *Record) Looked(ctx context.Context, s Subscription, leads []Lead, feeds []string) error {
	return r.following(ctx, func(tx Tx) error {
		err := tx.Exec(ctx, "UPDATE subscriptions SET kind = ?, title = ?, etag = ?, modified = ?, checked = ?, next = ?, failures = ?, error = ?, faults = ? WHERE address = ?",
			s.Kind, s.Title, s.ETag, s.Modified, stamp(s.Checked), stamp(s.Next), s.Failures, s.Error, s.Faults, s.Address)
		if err != nil {
			return err
		}
		for _, l := range leads {
			if err := putLead(ctx, tx, l, "NOTHING"); err != nil {
				return err
			}
		}
		if feeds == nil {
			return nil
		}
		var had []string
		err = Each(ctx, tx, func(rows *sql.Rows) error {
			var address string
			err := rows.Scan(&address)
			had = append(had, address)
			return err
		}, "SELECT address FROM subscriptions WHERE list = ?", s.Address)
		if err != nil {
			return err
		}
		for _, address := range had {
			if !slices.Contains(feeds, address) {
				if err := unsubscribe(ctx, tx, address); err != nil {
					return err
				}
			}
		}
		return subscribe(ctx, tx, s.Address, feeds)
	})
}

const leadColumns = "address, list, title, publisher, published, state, tries, next, error"

// putLead keeps a lead; conflict says what to do where it is there.
func putLead(ctx context.Context, tx Tx, l Lead, conflict string) error {
	return tx.Exec(ctx, "INSERT INTO leads ("+leadColumns+") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (address) DO "+conflict,
		l.Address, l.List, l.Title, l.Publisher, l.Published, int(l.State), l.Tries, stamp(l.Next), l.Error)
}

// Tried keeps what became of leads, also of such as no subscription listed.
func (r *Record) Tried(ctx context.Context, leads ...Lead) error {
	if len(leads) == 0 {
		return nil
	}
	return r.following(ctx, func(tx Tx) error {
		for _, l := range leads {
			if err := putLead(ctx, tx, l, "UPDATE SET state = excluded.state, tries = excluded.tries, next = excluded.next, error = excluded.error"); err != nil {
				return err
			}
		}
		return nil
	})
}

// Leads are those in a state, of a time to be tried at or before the given one,
// the earliest first, at most so many.
func (r *Record) Leads(ctx context.Context, state LeadState, due time.Time, most int) (out []Lead, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		out = nil
		return Each(ctx, tx, func(rows *sql.Rows) error {
			var l Lead
			var next string
			err := rows.Scan(&l.Address, &l.List, &l.Title, &l.Publisher, &l.Published, &l.State, &l.Tries, &next, &l.Error)
			l.Next = unstamp(next)
			out = append(out, l)
			return err
		}, "SELECT "+leadColumns+" FROM leads WHERE state = ? AND next <= ? ORDER BY next, address LIMIT ?", int(state), stamp(due), most)
	})
	if err != nil {
		return nil, fmt.Errorf("asking what is to be read: %w", err)
	}
	return out, nil
}

// Known are those of the addresses that are leads, whatever became of them.
func (r *Record) Known(ctx context.Context, addresses []string) (map[string]LeadState, error) {
	out := map[string]LeadState{}
	err := r.store.View(ctx, func(tx Tx) error {
		for some := range slices.Chunk(addresses, chunk) {
			args := padded(some)
			err := Each(ctx, tx, func(rows *sql.Rows) error {
				var address string
				var state LeadState
				err := rows.Scan(&address, &state)
				out[address] = state
				return err
			}, "SELECT address, state FROM leads WHERE address IN ("+marks(len(args))+")", args...)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("asking what was read: %w", err)
	}
	return out, nil
}

// NextLook is when something is to be looked at or tried next, zero where there
// is nothing.
func (r *Record) NextLook(ctx context.Context) (time.Time, error) {
	var first sql.NullString
	err := r.store.View(ctx, func(tx Tx) error {
		return Each(ctx, tx, func(rows *sql.Rows) error { return rows.Scan(&first) },
			"SELECT min(next) FROM (SELECT min(next) AS next FROM subscriptions UNION ALL SELECT min(next) FROM leads WHERE state = 0) AS both_of_them")
	})
	if err != nil {
		return time.Time{}, fmt.Errorf("asking what is next: %w", err)
	}
	return unstamp(first.String), nil
}
