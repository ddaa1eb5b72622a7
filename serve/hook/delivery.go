package hook

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"
)

// What becomes of a delivery.
const (
	StateWaiting   = "waiting" // to be tried, for the first time or again
	StateDelivered = "delivered"
	StateFailed    = "failed" // given up
	stateSeen      = "seen"   // in the record before the subscription: never sent
)

// A Delivery is one answer on its way to one subscriber.
type Delivery struct {
	ID           string // webhook-id
	Subscription string
	Item         string // id of the answer
	Body         []byte
	State        string
	Queued       string // RFC 3339
	Due          time.Time
	Tries        int
}

// A Try is a line of the log: one attempt to deliver.
type Try struct {
	Delivery, Subscription, Item string
	At                           string // RFC 3339
	Status                       int    // of HTTP; 0 where there was no answer
	Error                        string // "" where it was taken
	Took                         time.Duration
	State                        string // of the delivery, now
}

// message is the body of a delivery, as Standard Webhooks has it.
type message struct {
	Type         string          `json:"type"`
	Timestamp    string          `json:"timestamp"`
	Subscription string          `json:"subscription"`
	Question     string          `json:"question"`
	Data         json.RawMessage `json:"data"`
}

// queue puts an answer into the book, unless the subscriber was told it before.
func queue(ctx context.Context, tx *sql.Tx, s Subscription, item Item, body []byte, state string, now time.Time) error {
	if body == nil {
		body = []byte{}
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO deliveries VALUES (?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING", newID("msg_"), s.ID, item.ID, body, state, stamp(now), now.UnixMilli())
	return err
}

// known counts which of the items a subscriber was told, or is being told.
func (b *Book) known(ctx context.Context, subscription string, items []Item) (int, error) {
	ids := make([]string, len(items))
	for i, item := range items {
		ids[i] = item.ID
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return 0, err
	}
	n := 0
	err = b.db.QueryRowContext(ctx, "SELECT count(*) FROM deliveries WHERE subscription = ? AND item IN (SELECT value FROM json_each(?))", subscription, string(list)).Scan(&n)
	return n, err
}

// put queues the answers that are new to a subscriber and counts them.
func (b *Book) put(ctx context.Context, s Subscription, items []Item, now time.Time) (added int, err error) {
	err = b.within(ctx, func(tx *sql.Tx) error {
		before, after := 0, 0
		const count = "SELECT count(*) FROM deliveries WHERE subscription = ?"
		if err := tx.QueryRowContext(ctx, count, s.ID).Scan(&before); err != nil {
			return err
		}
		for _, item := range items {
			body, err := json.Marshal(message{item.Kind, stamp(now), s.ID, s.Question, item.Data})
			if err != nil {
				return fmt.Errorf("writing %s %s: %w", item.Kind, item.ID, err)
			}
			if err := queue(ctx, tx, s, item, body, StateWaiting, now); err != nil {
				return err
			}
		}
		err := tx.QueryRowContext(ctx, count, s.ID).Scan(&after)
		added = after - before
		return err
	})
	return added, err
}

// due are deliveries whose time has come, the longest waiting first.
func (b *Book) due(ctx context.Context, now time.Time, most int) (out []Delivery, err error) {
	err = b.rows(ctx, func(r *sql.Rows) error {
		var d Delivery
		var due int64
		err := r.Scan(&d.ID, &d.Subscription, &d.Item, &d.Body, &d.State, &d.Queued, &due, &d.Tries)
		d.Due = time.UnixMilli(due)
		out = append(out, d)
		return err
	}, "SELECT id, subscription, item, body, state, queued, due, tries FROM deliveries WHERE state = ? AND due <= ? ORDER BY due, rowid LIMIT ?", StateWaiting, now.UnixMilli(), most)
	return out, err
}

// claim takes a delivery for this process until a time; false where another has.
func (b *Book) claim(ctx context.Context, d Delivery, until time.Time) (bool, error) {
	result, err := b.db.ExecContext(ctx, "UPDATE deliveries SET due = ? WHERE id = ? AND state = ? AND due = ?", until.UnixMilli(), d.ID, StateWaiting, d.Due.UnixMilli())
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n == 1, err
}

// note keeps what became of a try.
func (b *Book) note(ctx context.Context, d Delivery, t Try) error {
	return b.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO tries (delivery, at, status, error, ms) VALUES (?, ?, ?, ?, ?)", d.ID, t.At, t.Status, t.Error, t.Took.Milliseconds())
		if err == nil {
			_, err = tx.ExecContext(ctx, "UPDATE deliveries SET state = ?, due = ?, tries = ?, body = CASE WHEN ? = 'delivered' THEN x'' ELSE body END WHERE id = ?",
				d.State, d.Due.UnixMilli(), d.Tries, d.State, d.ID)
		}
		return err
	})
}

// Waiting counts what is still to be delivered, and says when the next is due.
func (b *Book) Waiting(ctx context.Context) (n int, next time.Time, err error) {
	var due sql.NullInt64
	err = b.db.QueryRowContext(ctx, "SELECT count(*), min(due) FROM deliveries WHERE state = ?", StateWaiting).Scan(&n, &due)
	if due.Valid {
		next = time.UnixMilli(due.Int64)
	}
	return n, next, err
}

// Log are the last tries, the newest first; of one subscription, or of all.
func (b *Book) Log(ctx context.Context, subscription string, most int) (out []Try, err error) {
	err = b.rows(ctx, func(r *sql.Rows) error {
		var t Try
		var ms int64
		err := r.Scan(&t.Delivery, &t.Subscription, &t.Item, &t.At, &t.Status, &t.Error, &ms, &t.State)
		t.Took = time.Duration(ms) * time.Millisecond
		out = append(out, t)
		return err
	}, `SELECT d.id, d.subscription, d.item, t.at, t.status, t.error, t.ms, d.state FROM tries t JOIN deliveries d ON d.id = t.delivery
		WHERE ? IN ('', d.subscription) ORDER BY t.n DESC LIMIT ?`, subscription, most)
	if err != nil {
		return nil, fmt.Errorf("reading the log of deliveries: %w", err)
	}
	return out, nil
}
