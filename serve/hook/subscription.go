package hook

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"time"
)

// A Subscription is a question whose new answers are posted to an address.
type Subscription struct {
	ID       string
	Question string // as the API has it: "changes?actor=M23"
	URL      string
	Secret   string // "whsec_" and base64, for the receiver to verify with
	Private  bool   // the address may be one of this machine or of a private network
	Added    string // RFC 3339
	Ended    string // why no more is sent; "" while it holds
}

// An Item is an answer to a question.
type Item struct {
	ID   string // the same whenever the question is asked
	Kind string // what it is: "change", "figure" …
	Data []byte // JSON
}

// A Source answers the questions of subscriptions.
type Source interface {
	// News are answers to a question, those that came into the record last first,
	// beginning after a mark ("" for the first), and the mark to go on with, ""
	// at the end. It refuses what it cannot understand.
	News(ctx context.Context, question, mark string) (news []Item, next string, err error)
}

// Subscribe adds a subscription. What the record holds already is not sent; old
// lets it.
func (b *Book) Subscribe(ctx context.Context, from Source, question, address string, private, old bool, now time.Time) (Subscription, error) {
	s := Subscription{ID: newID("sub_"), Question: question, URL: address, Secret: newSecret(), Private: private, Added: stamp(now)}
	where, err := url.Parse(address)
	if err != nil || where.Host == "" || where.Scheme != "https" && (where.Scheme != "http" || !private) {
		return s, fmt.Errorf("subscribing: %q is no address to post to; it should begin with https://, or be allowed as private and begin with http://", address)
	}
	var seen []Item
	for mark, first := "", true; (first || mark != "") && len(seen) < mostNews; first = false {
		var page []Item
		if page, mark, err = from.News(ctx, question, mark); err != nil {
			return s, fmt.Errorf("subscribing to %s: %w", question, err)
		}
		seen = append(seen, page...)
		if old {
			break // the question is understood
		}
	}
	err = b.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO subscriptions VALUES (?, ?, ?, ?, ?, ?, '')", s.ID, s.Question, s.URL, s.Secret, s.Private, s.Added)
		if err != nil || old {
			return err
		}
		for _, item := range seen {
			if err := queue(ctx, tx, s, item, nil, stateSeen, now); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return s, fmt.Errorf("subscribing to %s: %w", question, err)
	}
	return s, nil
}

// Subscriptions are all of them, in the order in which they were added.
func (b *Book) Subscriptions(ctx context.Context) (out []Subscription, err error) {
	err = b.rows(ctx, func(r *sql.Rows) error {
		var s Subscription
		err := r.Scan(&s.ID, &s.Question, &s.URL, &s.Secret, &s.Private, &s.Added, &s.Ended)
		out = append(out, s)
		return err
	}, "SELECT id, question, url, secret, private, added, ended FROM subscriptions ORDER BY rowid")
	if err != nil {
		return nil, fmt.Errorf("listing subscriptions: %w", err)
	}
	return out, nil
}

// Unsubscribe takes a subscription away, with what waits to be sent to it.
func (b *Book) Unsubscribe(ctx context.Context, id string) error {
	err := b.within(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, "DELETE FROM subscriptions WHERE id = ?", id)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, errors.New("there is none of this id; list them"))
		}
		_, err = tx.ExecContext(ctx, "DELETE FROM tries WHERE delivery IN (SELECT id FROM deliveries WHERE subscription = ?)", id)
		if err == nil {
			_, err = tx.ExecContext(ctx, "DELETE FROM deliveries WHERE subscription = ?", id)
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("ending subscription %s: %w", id, err)
	}
	return nil
}

// end keeps a subscription that nothing more is sent to.
func (b *Book) end(ctx context.Context, id, why string) error {
	return b.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE subscriptions SET ended = ? WHERE id = ?", why, id)
		if err == nil {
			_, err = tx.ExecContext(ctx, "UPDATE deliveries SET state = ? WHERE subscription = ? AND state = ?", StateFailed, id, StateWaiting)
		}
		return err
	})
}

// newID is an id that nobody guesses.
func newID(prefix string) string {
	raw := make([]byte, 12)
	rand.Read(raw) // never fails
	return prefix + hex.EncodeToString(raw)
}
