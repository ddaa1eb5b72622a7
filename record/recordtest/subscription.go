package recordtest

import (
	"fmt"
	"testing"
	"time"

	"rapporteur/record"
)

// following is what a record keeps of the feeds that are watched.
func following(t *testing.T, open func(testing.TB) record.Store) {
	r := start(t, open, "1")
	ctx := t.Context()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	standing := func() string {
		t.Helper()
		all, err := r.Subscriptions(ctx)
		must(err)
		out := ""
		for _, s := range all {
			out += fmt.Sprintf("%s<%s %d/%d/%d;", s.Address, s.List, s.Read, s.Waiting, s.Lost)
		}
		return out
	}
	now := time.Date(2024, 6, 1, 10, 0, 0, 0, time.UTC)

	if next, err := r.NextLook(ctx); err != nil || !next.IsZero() {
		t.Errorf("next at %v, %v", next, err)
	}
	must(r.Subscribe(ctx, "", "https://a.example/feed", "https://a.example/feed", "https://l.example/list"))
	must(r.Looked(ctx, record.Subscription{Address: "https://a.example/feed", Kind: "feed", Title: "Harbour Post", ETag: `"7"`, Modified: "then", Checked: now, Next: now.Add(time.Hour), Failures: 2, Error: "slow", Faults: 3},
		[]record.Lead{{Address: "https://a.example/1", List: "https://a.example/feed", Title: "Truce", Published: "2024-06-01"}, {Address: "https://a.example/2", List: "https://a.example/feed", Next: now.Add(time.Minute)}}, nil))
	must(r.Looked(ctx, record.Subscription{Address: "https://l.example/list", Kind: "opml", Checked: now, Next: now.Add(time.Hour)}, nil, []string{"https://b.example/feed", "https://c.example/feed", "https://a.example/feed"}))
	if got := standing(); got != "https://a.example/feed< 0/2/0;https://l.example/list< 0/0/0;https://b.example/feed<https://l.example/list 0/0/0;https://c.example/feed<https://l.example/list 0/0/0;" {
		t.Error(got)
	}
	all, err := r.Subscriptions(ctx)
	must(err)
	if s := all[0]; s.Title != "Harbour Post" || s.ETag != `"7"` || s.Modified != "then" || !s.Checked.Equal(now) || !s.Next.Equal(now.Add(time.Hour)) || s.Failures != 2 || s.Error != "slow" || s.Faults != 3 {
		t.Errorf("%+v", s)
	}

	due, err := r.Leads(ctx, record.LeadWaiting, now, 10)
	must(err)
	if len(due) != 1 || due[0].Title != "Truce" || due[0].Published != "2024-06-01" {
		t.Errorf("%+v", due)
	}
	due[0].State = record.LeadRead
	must(r.Tried(ctx, due[0], record.Lead{Address: "https://d.example/1", State: record.LeadRead}))
	must(r.Looked(ctx, all[0], []record.Lead{{Address: "https://a.example/1", List: "https://a.example/feed"}}, nil)) // known: nothing changes
	known, err := r.Known(ctx, []string{"https://a.example/1", "https://a.example/2", "https://d.example/1", "https://d.example/2"})
	must(err)
	if len(known) != 3 || known["https://a.example/1"] != record.LeadRead || known["https://a.example/2"] != record.LeadWaiting || known["https://d.example/1"] != record.LeadRead {
		t.Errorf("%v", known)
	}
	if next, err := r.NextLook(ctx); err != nil || !next.IsZero() { // b and c were never looked at
		t.Errorf("next at %v, %v", next, err)
	}

	// A feed that its list no longer has goes; one that a person asked for stays.
	must(r.Looked(ctx, record.Subscription{Address: "https://l.example/list", Next: now.Add(time.Hour)}, nil, []string{}))
	if got := standing(); got != "https://a.example/feed< 1/1/0;https://l.example/list< 0/0/0;" {
		t.Error(got)
	}
	if next, err := r.NextLook(ctx); err != nil || !next.Equal(now.Add(time.Minute)) {
		t.Errorf("next at %v, %v", next, err)
	}
	if was, err := r.Unsubscribe(ctx, "https://a.example/feed"); err != nil || !was {
		t.Errorf("%v, %v", was, err)
	}
	if was, err := r.Unsubscribe(ctx, "https://a.example/feed"); err != nil || was {
		t.Errorf("%v, %v", was, err)
	}
	known, err = r.Known(ctx, []string{"https://a.example/1", "https://a.example/2"})
	must(err)
	if len(known) != 1 || known["https://a.example/1"] != record.LeadRead {
		t.Errorf("%v; what was read should be kept", known)
	}
}
