package recordtest

import (
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"
)

// alone are two mentions of a kind that are in groups of their own, in different
// articles.
func alone(t testing.TB, r *record.Record, kind record.Kind) (a, b record.Mention) {
	t.Helper()
	all, err := r.Groups(t.Context(), kind)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range all {
		switch {
		case len(g) > 1:
		case a.ID == 0:
			a = g[0]
		case g[0].Article != a.Article:
			return a, g[0]
		}
	}
	t.Fatalf("no two %s stand alone", kind)
	return a, b
}

func mergeTwo(t testing.TB, r *record.Record) (a, b record.Mention) {
	t.Helper()
	a, b = alone(t, r, record.KindEvent)
	correct(t, r, record.Correction{Action: record.ActionMerge, Target: record.Target{ID: a.ID}, Other: record.Target{ID: b.ID}})
	return a, b
}

func group(t testing.TB, r *record.Record, id record.ID) []record.ID {
	t.Helper()
	g, err := r.Group(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	var out []record.ID
	for _, m := range g {
		out = append(out, m.ID)
	}
	return out
}

func corrections(t *testing.T, open func(testing.TB) record.Store) {
	s := open(t)
	r := record.New(s, record.Options{Models: "1"})
	defer r.Close()
	put(t, r, Entries(NewInventor(10), 60)...)
	untouched := groups(t, r)

	// Merge, and undo, and undo the undoing.
	a, b := mergeTwo(t, r)
	if g := group(t, r, a.ID); !slices.Contains(g, b.ID) || !slices.Equal(g, group(t, r, b.ID)) {
		t.Errorf("merged events are in %v and %v", g, group(t, r, b.ID))
	}
	sound(t, r)
	undo := correct(t, r, record.Correction{Action: record.ActionUndo, Undoes: 1})
	if groups(t, r) != untouched {
		t.Error("undoing the merge does not give the groups that were")
	}
	correct(t, r, record.Correction{Action: record.ActionUndo, Undoes: undo.N})
	if !slices.Contains(group(t, r, a.ID), b.ID) {
		t.Error("undoing the undoing does not merge again")
	}
	sound(t, r)

	// Split one out of a group of three or more.
	all, err := r.Groups(t.Context(), record.KindActor)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(g []record.Mention) bool { return len(g) >= 3 })
	out := all[i][1]
	split := correct(t, r, record.Correction{Action: record.ActionSplit, Target: record.Target{ID: out.ID}})
	if g := group(t, r, out.ID); len(g) != 1 {
		t.Errorf("what was split out is in %v", g)
	}
	if g := group(t, r, all[i][0].ID); slices.Contains(g, out.ID) || len(g) != len(all[i])-1 {
		t.Errorf("the others are in %v", g)
	}
	sound(t, r)
	// A merge after a split counts, one before it does not.
	correct(t, r, record.Correction{Action: record.ActionMerge, Target: record.Target{ID: out.ID}, Other: record.Target{ID: all[i][2].ID}})
	if g := group(t, r, out.ID); len(g) != len(all[i]) {
		t.Errorf("merged after the split they are %v", g)
	}
	correct(t, r, record.Correction{Action: record.ActionSplit, Target: record.Target{ID: out.ID}})
	if g := group(t, r, out.ID); len(g) != 1 {
		t.Errorf("split after the merge it is in %v", g)
	}
	sound(t, r)

	// Recode, reject, confirm, rename: rows change, and change back.
	event := a.ID
	type seen struct {
		kind, renamed string
		mark          int
	}
	look := func() (out seen) {
		err := s.View(t.Context(), func(tx record.Tx) error {
			rows, err := tx.Query(t.Context(), "SELECT type, renamed, mark FROM events WHERE id = ?", int64(event))
			if err != nil {
				return err
			}
			defer rows.Close()
			for rows.Next() {
				if err := rows.Scan(&out.kind, &out.renamed, &out.mark); err != nil {
					return err
				}
			}
			return rows.Err()
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	was := look()
	target := record.Target{ID: event}
	recoded := correct(t, r, record.Correction{Action: record.ActionRecode, Target: target, Field: "type", Value: "COERCE"})
	correct(t, r, record.Correction{Action: record.ActionConfirm, Target: target})
	renamed := correct(t, r, record.Correction{Action: record.ActionRename, Target: target, Value: "the shelling of Larn"})
	if got := look(); got != (seen{"COERCE", "the shelling of Larn", record.Confirmed}) {
		t.Errorf("the event is %+v", got)
	}
	rejected := correct(t, r, record.Correction{Action: record.ActionReject, Target: target})
	if got := look(); got.mark != record.Rejected {
		t.Errorf("the rejected event is %+v", got)
	}
	sound(t, r)
	for _, c := range []record.Correction{recoded, renamed, rejected} {
		correct(t, r, record.Correction{Action: record.ActionUndo, Undoes: c.N})
	}
	if got := look(); got != (seen{was.kind, "", record.Confirmed}) {
		t.Errorf("undone the event is %+v, was %+v", got, was)
	}
	if err := r.Rebuild(t.Context(), func(int) {}); err != nil {
		t.Fatal(err)
	}
	sound(t, r)

	log, err := r.Corrections(t.Context())
	if err != nil || len(log) < 10 || log[0].Who != "Aster Vale" || log[0].At == "" || !log[0].Holds || log[split.N-1].Lost {
		t.Errorf("the log is %+v, %v", log, err)
	}
	for name, c := range map[string]record.Correction{
		"names two different": {Action: record.ActionMerge, Target: target, Other: target},
		"cannot be merged":    {Action: record.ActionMerge, Target: target, Other: record.Target{ID: out.ID}},
		"no finding":          {Action: record.ActionReject, Target: record.Target{ID: event + 1}},
		"no field":            {Action: record.ActionRecode, Target: target, Field: "colour", Value: "red"},
		"whole number":        {Action: record.ActionRecode, Target: record.Target{ID: firstOf(t, s, "places")}, Field: "geonames_id", Value: "many"},
		"no correction 99":    {Action: record.ActionUndo, Undoes: 99},
		"no type of PLOVER":   {Action: record.ActionRecode, Target: target, Field: "type", Value: "WAR"},
		"there are happened":  {Action: record.ActionRecode, Target: target, Field: "status", Value: "rumoured"},
		"no mode that PLOVER": {Action: record.ActionRecode, Target: target, Field: "mode", Value: "by-sea"},
		"no country":          {Action: record.ActionRecode, Target: target, Field: "country", Value: "Arden"},
		"no context":          {Action: record.ActionRecode, Target: target, Field: "contexts", Value: "military, weather"},
		"is no date":          {Action: record.ActionRecode, Target: target, Field: "date", Value: "last week"},
		"there are killed":    {Action: record.ActionRecode, Target: record.Target{ID: firstOf(t, s, "figures")}, Field: "measure", Value: "dead"},
		"under-way":           {Action: record.ActionRecode, Target: record.Target{ID: firstOf(t, s, "talks")}, Field: "stage", Value: "slow"},
		"undone already":      {Action: record.ActionUndo, Undoes: recoded.N},
		"to what":             {Action: record.ActionRename, Target: target},
		"no correction is":    {Action: "improve", Target: target},
	} {
		c.Who = "Aster Vale"
		if _, err := r.Correct(t.Context(), c); err == nil || !strings.Contains(err.Error(), strings.TrimPrefix(name, "names two different")) {
			t.Errorf("%+v: %v, want %q", c, err, name)
		}
	}
	if _, err := r.Correct(t.Context(), record.Correction{Action: record.ActionReject, Target: target}); err == nil {
		t.Error("a correction by nobody is taken")
	}
	sound(t, r)
}

func firstOf(t testing.TB, s record.Store, table string) (id record.ID) {
	t.Helper()
	err := s.View(t.Context(), func(tx record.Tx) error {
		rows, err := tx.Query(t.Context(), "SELECT id FROM "+table+" ORDER BY n LIMIT 1")
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			if err := rows.Scan(&id); err != nil {
				return err
			}
		}
		return rows.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// outlive: corrections survive another reading, which may find the same in other
// words, or not at all and then again.
func outlive(t *testing.T, open func(testing.TB) record.Store) {
	s := open(t)
	r := record.New(s, record.Options{Models: "1"})
	defer r.Close()
	entries := Entries(NewInventor(11), 40)
	put(t, r, entries...)
	a, b := mergeTwo(t, r)
	correct(t, r, record.Correction{Action: record.ActionRecode, Target: record.Target{ID: a.ID}, Field: "status", Value: rapporteur.StatusPlanned})
	want := groups(t, r)

	// read is every article read again, each event by change.
	read := func(models string, change func(*rapporteur.Event) bool) *record.Record {
		newer := record.New(s, record.Options{Models: models})
		var again []record.Entry
		for _, e := range entries {
			f := *e.Reading.Findings
			f.Events = nil
			for _, event := range e.Reading.Findings.Events {
				if change(&event) {
					f.Events = append(f.Events, event)
				}
			}
			again = append(again, record.Entry{Seen: e.Seen, Reading: &rapporteur.Reading{Document: e.Reading.Document, Findings: &f}})
		}
		put(t, newer, again...)
		sound(t, newer)
		return newer
	}
	wider := read("2", func(e *rapporteur.Event) bool { e.Anchor.End++; return true })
	planned := func() (n int) {
		err := s.View(t.Context(), func(tx record.Tx) error {
			rows, err := tx.Query(t.Context(), "SELECT count(*) FROM events WHERE status = 'planned'")
			if err != nil {
				return err
			}
			defer rows.Close()
			for rows.Next() {
				if err := rows.Scan(&n); err != nil {
					return err
				}
			}
			return rows.Err()
		})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := planned(); n != 1 {
		t.Errorf("in slightly other words %d events are re-coded, want 1", n)
	}
	all, err := wider.Groups(t.Context(), record.KindEvent)
	if err != nil {
		t.Fatal(err)
	}
	together := slices.ContainsFunc(all, func(g []record.Mention) bool {
		has := func(m record.Mention) bool {
			return slices.ContainsFunc(g, func(x record.Mention) bool { return x.Article == m.Article && x.Start == m.Start })
		}
		return has(a) && has(b)
	})
	if !together {
		t.Error("in slightly other words the merge is forgotten")
	}
	gone := read("3", func(*rapporteur.Event) bool { return false })
	log, err := gone.Corrections(t.Context())
	if err != nil || len(log) != 2 || !log[0].Lost || !log[1].Lost || !log[0].Holds {
		t.Errorf("with the events gone the log is %+v, %v", log, err)
	}
	back := read("4", func(*rapporteur.Event) bool { return true })
	if groups(t, back) != want || planned() != 1 {
		t.Error("the same words found again do not get their corrections back")
	}
}
