package recordtest

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/record"
)

// negotiations: lists of them and of who moved are whole, in any order and page by
// page, and are what they are whenever they are worked out.
func negotiations(t *testing.T, open func(testing.TB) record.Store) {
	entries := Entries(NewInventor(21), 90)
	r := start(t, open, "1")
	put(t, r, entries...)
	late := record.New(open(t), record.Options{Models: "1", Late: true})
	t.Cleanup(func() {
		if err := late.Close(); err != nil {
			t.Error(err)
		}
	})
	for batch := range slices.Chunk(entries, 30) {
		put(t, late, batch...)
	}
	if n, err := late.Behind(t.Context()); err != nil || n == 0 {
		t.Errorf("%d negotiations are behind, %v; want some", n, err)
	}
	if all, err := late.Processes(t.Context(), record.Filter{}, record.Page{}); err != nil || len(all.Rows) > 0 {
		t.Errorf("%d negotiations before they were worked out, %v", len(all.Rows), err)
	}
	if err := late.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	sound(t, late)
	if n, err := late.Behind(t.Context()); err != nil || n != 0 {
		t.Errorf("%d negotiations are behind, %v; want none", n, err)
	}
	want := processes(t, r, record.Filter{}, record.Page{Limit: record.MaxLimit, Count: true})
	if got := processes(t, late, record.Filter{}, record.Page{Limit: record.MaxLimit, Count: true}); shown(t, got) != shown(t, want) {
		t.Error("negotiations worked out late are not those worked out at once")
	}
	if want.Total != len(want.Rows) || want.Total < 5 || want.Next != "" {
		t.Fatalf("%d negotiations of %d, and then %q", len(want.Rows), want.Total, want.Next)
	}
	before := map[string]func(a, b record.Process) bool{
		record.SortNewest: func(a, b record.Process) bool { return a.Moved >= b.Moved },
		record.SortOldest: func(a, b record.Process) bool { return a.Moved <= b.Moved },
		record.SortMost:   func(a, b record.Process) bool { return a.Reports >= b.Reports },
		record.SortName:   func(a, b record.Process) bool { return a.Name <= b.Name },
	}
	for sort, inOrder := range before {
		var all []record.Process
		page := record.Page{Limit: 3, Sort: sort}
		for {
			some := processes(t, r, record.Filter{}, page)
			all = append(all, some.Rows...)
			if page.After = some.Next; some.Next == "" {
				break
			}
		}
		for i := range all[1:] {
			if !inOrder(all[i], all[i+1]) {
				t.Errorf("%s: %q before %q", sort, all[i].Name, all[i+1].Name)
			}
		}
		slices.SortFunc(all, func(a, b record.Process) int { return cmp.Compare(a.ID, b.ID) })
		if n := len(slices.CompactFunc(all, func(a, b record.Process) bool { return a.ID == b.ID })); n != want.Total {
			t.Errorf("%s: %d negotiations page by page, want %d", sort, n, want.Total)
		}
	}
	some := want.Rows[0]
	for _, c := range []struct {
		of   record.Filter
		each func(record.Process) bool
	}{
		{record.Filter{Actors: []string{some.Parties[0].Name}}, func(p record.Process) bool { return seated(p, some.Parties[0].Name) }},
		{record.Filter{Countries: []string{some.Parties[0].Side}}, func(record.Process) bool { return true }},
		{record.Filter{Statuses: []string{some.Stage}}, func(p record.Process) bool { return p.Stage == some.Stage }},
		{record.Filter{Since: some.Last}, func(p record.Process) bool { return p.Last >= some.Last }},
		{record.Filter{Until: some.First}, func(p record.Process) bool { return p.First <= some.First }},
		{record.Filter{Place: some.Venues[0]}, func(record.Process) bool { return true }},
		{record.Filter{Words: some.Subject}, func(record.Process) bool { return true }},
		{record.Filter{Talks: some.ID}, func(p record.Process) bool { return p.ID == some.ID }},
	} {
		found := processes(t, r, c.of, record.Page{Limit: record.MaxLimit, Count: true})
		if !slices.ContainsFunc(found.Rows, func(p record.Process) bool { return p.ID == some.ID }) || found.Total != len(found.Rows) {
			t.Errorf("%+v: %d of %d negotiations, without the one meant", c.of, len(found.Rows), found.Total)
		}
		for _, p := range found.Rows {
			if !c.each(p) {
				t.Errorf("%+v finds %+v", c.of, p)
			}
		}
	}
	for _, of := range []record.Filter{{Actors: []string{"Nobody At All"}}, {Statuses: []string{"no stage"}}, {Sources: []string{"No Paper"}}, {Words: "zeppelin"}, {Since: "2199-01-01"}} {
		if found := processes(t, r, of, record.Page{}); len(found.Rows) > 0 {
			t.Errorf("%+v: %d negotiations, want none", of, len(found.Rows))
		}
	}
	if _, err := r.Processes(t.Context(), record.Filter{Modes: []string{"visit"}}, record.Page{}); !errors.Is(err, record.ErrAsked) {
		t.Errorf("asked by mode: %v", err)
	}
	movements(t, r)
}

// movements: who moved is told newest first, with words of the reports.
func movements(t *testing.T, r *record.Record) {
	t.Helper()
	all := changes(t, r, record.Filter{}, record.Page{Limit: record.MaxLimit, Count: true})
	if all.Total != len(all.Rows) || all.Total < 50 {
		t.Fatalf("%d movements of %d", len(all.Rows), all.Total)
	}
	ids := map[string]bool{}
	for i, c := range all.Rows {
		ids[c.ID] = true
		if i > 0 && c.Day > all.Rows[i-1].Day {
			t.Errorf("%s after %s", c.Day, all.Rows[i-1].Day)
		}
		if len(c.Evidence) == 0 || c.Evidence[0].Words == "" || c.Evidence[0].Outlet == "" || c.Evidence[0].Published != c.Day {
			t.Errorf("a movement without evidence of its day: %+v", c)
		}
		if c.Kind == record.ChangeStance && (len(c.Before) == 0 || c.From == "") {
			t.Errorf("a move from nowhere: %+v", c)
		}
	}
	if len(ids) != len(all.Rows) {
		t.Errorf("%d movements have %d ids", len(all.Rows), len(ids))
	}
	n := 0
	for page := (record.Page{Limit: 7, Sort: record.SortOldest}); ; {
		some := changes(t, r, record.Filter{}, page)
		n += len(some.Rows)
		if page.After = some.Next; some.Next == "" {
			break
		}
	}
	if n != all.Total {
		t.Errorf("%d movements page by page, want %d", n, all.Total)
	}
	c := all.Rows[len(all.Rows)/2]
	for _, of := range []record.Filter{
		{Since: c.Day, Until: c.Day}, {Types: []string{c.Kind}}, {Talks: c.Process}, {Sources: []string{c.Evidence[0].Publisher}}, {Actors: []string{c.Actor}}, {Words: c.Issue},
	} {
		if c.Actor == "" && of.Actors != nil || c.Issue == "" && of.Words == "" && of.Talks == 0 && of.Since == "" && of.Types == nil && of.Sources == nil {
			continue
		}
		found := changes(t, r, of, record.Page{Limit: record.MaxLimit})
		if !slices.ContainsFunc(found.Rows, func(x record.Change) bool { return x.ID == c.ID }) {
			t.Errorf("%+v: %d movements, without the one meant, %+v", of, len(found.Rows), c)
		}
	}
}

// renamed: what people call talks and those at the table, join and reject shows in
// all negotiations that it is about, and goes when it is undone.
func renamed(t *testing.T, open func(testing.TB) record.Store) {
	r := start(t, open, "1")
	put(t, r, Entries(NewInventor(22), 60)...)
	before := processes(t, r, record.Filter{}, record.Page{Limit: record.MaxLimit})
	p := processes(t, r, record.Filter{}, record.Page{Sort: record.SortMost}).Rows[0]
	c := correct(t, r, record.Correction{Action: record.ActionRename, Target: record.Target{ID: p.ID}, Value: "The Long Talks"})
	if found := processes(t, r, record.Filter{Words: "long talks"}, record.Page{}); len(found.Rows) != 1 || found.Rows[0].Name != "The Long Talks" {
		t.Errorf("renamed, the talks are %+v", found.Rows)
	}
	sound(t, r)
	correct(t, r, record.Correction{Action: record.ActionUndo, Undoes: c.N})
	d, err := r.Dossier(t.Context(), p.ID)
	if err != nil || d == nil || len(d.Corrections) != 2 {
		t.Fatalf("the dossier of %s: %+v, %v", p.ID, d, err)
	}
	side := actorOf(t, r, d)
	c = correct(t, r, record.Correction{Action: record.ActionRename, Target: record.Target{ID: side}, Value: "The Far Coast"})
	found := processes(t, r, record.Filter{Actors: []string{"The Far Coast"}}, record.Page{Limit: record.MaxLimit})
	if !slices.ContainsFunc(found.Rows, func(x record.Process) bool { return x.ID == p.ID }) {
		t.Errorf("a renamed side sits at %d tables, but not where it did", len(found.Rows))
	}
	for _, x := range found.Rows {
		if !seated(x, "The Far Coast") {
			t.Errorf("%+v is told to have a seat for The Far Coast", x)
		}
	}
	sound(t, r)
	correct(t, r, record.Correction{Action: record.ActionUndo, Undoes: c.N})
	if after := processes(t, r, record.Filter{}, record.Page{Limit: record.MaxLimit}); shown(t, after) != shown(t, before) {
		t.Error("what was undone left something behind")
	}
	for _, a := range d.Articles {
		for _, told := range a.Talks {
			id, err := record.ParseID(told.ID)
			if err != nil {
				t.Fatal(err)
			}
			correct(t, r, record.Correction{Action: record.ActionReject, Target: record.Target{ID: id}})
		}
	}
	if d, err := r.Dossier(t.Context(), p.ID); d != nil || err != nil {
		t.Errorf("rejected talks have a dossier: %v", err)
	}
	if left := processes(t, r, record.Filter{}, record.Page{Limit: record.MaxLimit}); len(left.Rows) != len(before.Rows)-1 {
		t.Errorf("%d negotiations are left of %d", len(left.Rows), len(before.Rows))
	}
	sound(t, r)
}

// actorOf is an actor whom a report has at the table.
func actorOf(t *testing.T, r *record.Record, d *record.Dossier) record.ID {
	t.Helper()
	report, err := r.Report(t.Context(), d.Articles[0].ID)
	if err != nil || report == nil {
		t.Fatalf("article %s: %v", d.Articles[0].ID, err)
	}
	for _, p := range report.Parts {
		for _, a := range report.Actors {
			if p.Role == record.RoleParty && p.Root == a.N {
				return a.ID
			}
		}
	}
	t.Fatal("nobody sits at the table")
	return 0
}

func seated(p record.Process, name string) bool {
	return slices.ContainsFunc(slices.Concat(p.Parties, p.Mediators), func(s record.Seat) bool { return s.Name == name })
}

func processes(t *testing.T, r *record.Record, of record.Filter, page record.Page) record.Rows[record.Process] {
	t.Helper()
	out, err := r.Processes(t.Context(), of, page)
	if err != nil {
		t.Fatalf("%+v: %v", of, err)
	}
	return out
}

func changes(t *testing.T, r *record.Record, of record.Filter, page record.Page) record.Rows[record.Change] {
	t.Helper()
	out, err := r.Changes(t.Context(), of, page)
	if err != nil {
		t.Fatalf("%+v: %v", of, err)
	}
	return out
}

func shown(t *testing.T, of any) string {
	t.Helper()
	out, err := json.Marshal(of)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// copied: the report of an agency and what a paper made of it are one source, in
// whatever order they came.
func copied(t *testing.T, open func(testing.TB) record.Store) {
	v := NewInventor(23)
	var read *rapporteur.Reading
	for read == nil || len(read.Findings.Talks) == 0 {
		read = v.Next()
	}
	for name, backwards := range map[string]bool{"agency first": false, "paper first": true} {
		r := start(t, open, "1")
		agency, paper := *read.Document.Article, *read.Document.Article
		agency.Publisher, paper.Publisher = "Northern Wire", "Coast Daily"
		paper.Text += "Printed in the Coast Daily."
		paper.Published = agency.Published.AddDate(0, 0, 1)
		var entries []record.Entry
		for _, a := range []*rapporteur.Article{&agency, &paper} {
			d := *read.Document
			d.Article = a
			entries = append(entries, record.Entry{Seen: a, Reading: &rapporteur.Reading{Document: &d, Findings: read.Findings}})
		}
		if backwards {
			slices.Reverse(entries)
		}
		for _, e := range entries {
			put(t, r, e)
		}
		found := processes(t, r, record.Filter{}, record.Page{})
		if len(found.Rows) != 1 || found.Rows[0].Reports != 2 || found.Rows[0].Sources != 1 {
			t.Fatalf("%s: %+v, want one negotiation of two reports and one source", name, found.Rows)
		}
		d, err := r.Dossier(t.Context(), found.Rows[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(d.Articles[0].Outlet, ", ", d.Articles[1].Outlet); got != "Northern Wire, Northern Wire via Coast Daily" {
			t.Errorf("%s: %s", name, got)
		}
		for _, p := range d.Positions {
			if p.Held[0].Sources != 1 || len(p.Held) != 1 || p.Held[0].Told[0].Publisher != "Northern Wire" {
				t.Errorf("%s: a copy is counted: %+v", name, p)
			}
		}
	}
}
