// Package recordtest holds any Store to what a record promises: one suite that
// all databases pass, and reports that nobody wrote to fill them with.
package recordtest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// Run runs the suite. open gives a store with nothing in it, anew at each call.
func Run(t *testing.T, open func(testing.TB) record.Store) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, func(testing.TB) record.Store)
	}{
		{"empty", empty},
		{"columns", columns},
		{"add", add},
		{"again", again},
		{"dates", dates},
		{"rereading", rereading},
		{"order", order},
		{"whole or nothing", whole},
		{"common keys", common},
		{"corrections", corrections},
		{"corrections outlive readings", outlive},
		{"search", search},
		{"asked", asked},
		{"named", named},
		{"explain", explain},
		{"damage", damage},
		{"rebuild", rebuild},
		{"earlier version", earlier},
		{"panic", panics},
		{"odd texts", odd},
		{"negotiations", negotiations},
		{"renamed negotiations", renamed},
		{"copied negotiations", copied},
		{"following", following},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open) })
	}
}

func start(t testing.TB, open func(testing.TB) record.Store, models string) *record.Record {
	t.Helper()
	clock := time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC)
	r := record.New(open(t), record.Options{Models: models, Now: func() time.Time { return clock }})
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	return r
}

// Entries are the next n reports of a series.
func Entries(v *Inventor, n int) []record.Entry {
	var out []record.Entry
	for range n {
		r := v.Next()
		out = append(out, record.Entry{Seen: r.Document.Article, Reading: r})
	}
	return out
}

func put(t testing.TB, r *record.Record, entries ...record.Entry) record.Added {
	t.Helper()
	added, err := r.Add(t.Context(), entries...)
	if err != nil {
		t.Fatal(err)
	}
	return added
}

// sound checks the record, which must be without damage.
func sound(t testing.TB, r *record.Record) record.Checked {
	t.Helper()
	c, err := r.Check(t.Context(), func(damage string) { t.Errorf("damage: %s", damage) })
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// kinds are those that make groups.
var kinds = []record.Kind{record.KindArticle, record.KindActor, record.KindEvent, record.KindTalks}

// groups prints the groups of a record: a line each, the same for the same groups.
func groups(t testing.TB, r *record.Record) string {
	t.Helper()
	var b strings.Builder
	for _, kind := range kinds {
		all, err := r.Groups(t.Context(), kind)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range all {
			for _, m := range g {
				fmt.Fprintf(&b, "%s@%.8s/%d ", m.ID, m.Article, m.Mark)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// joined counts the groups of more than one mention.
func joined(t testing.TB, r *record.Record, kind record.Kind) int {
	t.Helper()
	all, err := r.Groups(t.Context(), kind)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, g := range all {
		if len(g) > 1 {
			n++
		}
	}
	return n
}

func empty(t *testing.T, open func(testing.TB) record.Store) {
	r := start(t, open, "1")
	if c := sound(t, r); c != (record.Checked{}) {
		t.Errorf("an empty record has %+v", c)
	}
	found, err := r.Search(t.Context(), "ferry", record.Filter{}, 10)
	if err != nil || len(found.Articles)+len(found.Statements) > 0 {
		t.Errorf("it answers %+v, %v", found, err)
	}
	if added := put(t, r); added != (record.Added{}) {
		t.Errorf("adding nothing adds %+v", added)
	}
}

// columns holds the schema to the structs.
func columns(t *testing.T, open func(testing.TB) record.Store) {
	s := open(t)
	defer s.Close()
	for _, row := range []record.Row{record.Article{}, record.Actor{}, record.Statement{}, record.Event{}, record.Figure{}, record.Place{}, record.Date{}, record.Talks{}, record.Point{}, record.Part{}, record.Spot{}} {
		err := s.View(t.Context(), func(tx record.Tx) error {
			rows, err := tx.Query(t.Context(), "SELECT * FROM "+row.Table()+" LIMIT 0")
			if err != nil {
				return err
			}
			defer rows.Close()
			have, err := rows.Columns()
			have = slices.DeleteFunc(have, func(c string) bool { return c == "searched" })
			want := record.Columns(row)
			slices.Sort(have)
			slices.Sort(want)
			if !slices.Equal(have, want) {
				t.Errorf("%s has the columns %v, want %v", row.Table(), have, want)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func add(t *testing.T, open func(testing.TB) record.Store) {
	r := start(t, open, "1")
	entries := Entries(NewInventor(1), 60)
	first, second := put(t, r, entries[:25]...), put(t, r, entries[25:]...)
	if first.Articles != 25 || second.Articles != 35 {
		t.Errorf("%+v and %+v added, want 25 and 35 articles", first, second)
	}
	c := sound(t, r)
	findings := 0
	for _, e := range entries {
		f := e.Reading.Findings
		findings += len(f.Actors) + len(f.Statements) + len(f.Events) + len(f.Figures) + len(f.Places) + len(f.Dates) + 4*len(f.Talks)
	}
	if c.Articles != 60 || c.Sightings != 60 || c.Findings != findings {
		t.Errorf("%+v, want 60 articles and %d findings", c, findings)
	}
	if joined(t, r, record.KindActor) < 5 || joined(t, r, record.KindEvent) == 0 {
		t.Errorf("%d identities and %d events are told by more than one", joined(t, r, record.KindActor), joined(t, r, record.KindEvent))
	}
}

// again: the same text once more is a sighting, and an agency's report that a
// paper printed with a line more is a copy.
func again(t *testing.T, open func(testing.TB) record.Store) {
	r := start(t, open, "1")
	entries := Entries(NewInventor(2), 10)
	put(t, r, entries...)
	elsewhere := *entries[3].Seen
	elsewhere.Publisher, elsewhere.URL = "Coast Daily", "https://coast.example/3"
	if wanted, err := r.Wanted(t.Context(), &elsewhere, "invented"); err != nil || wanted != nil {
		t.Fatalf("a text that was read is wanted: %v, %v", wanted, err)
	}
	if got := put(t, r, record.Entry{Seen: &elsewhere}, entries[4], record.Entry{Seen: &elsewhere}); got != (record.Added{Seen: 1, Known: 2}) {
		t.Errorf("%+v, want one seen elsewhere and two known", got)
	}
	copied := *entries[5].Reading.Document
	article := *copied.Article
	article.Text += "This report was printed in the Coast Daily on the same day as elsewhere."
	copied.Article = &article
	if got := put(t, r, record.Entry{Seen: &article, Reading: &record2{Document: &copied, Findings: entries[5].Reading.Findings}}); got.Articles != 1 || got.Copies != 1 {
		t.Errorf("%+v, want an article that is a copy", got)
	}
	if n := joined(t, r, record.KindArticle); n != 1 {
		t.Errorf("%d families of more than one, want 1", n)
	}
	if c := sound(t, r); c.Articles != 11 || c.Sightings != 12 {
		t.Errorf("%+v, want 11 articles and 12 sightings", c)
	}
}

type record2 = rapporteur.Reading

// dates: the earliest known date of a text counts, in whatever order it is seen.
func dates(t *testing.T, open func(testing.TB) record.Store) {
	v := NewInventor(3)
	read := v.Next()
	dated := func(at time.Time) record.Entry {
		a := *read.Document.Article
		a.Published = at
		d := *read.Document
		d.Article = &a
		return record.Entry{Seen: &a, Reading: &rapporteur.Reading{Document: &d, Findings: read.Findings}}
	}
	early, late := dated(v.Start), dated(v.Start.AddDate(0, 0, 3))
	undated := dated(time.Time{})
	for name, in := range map[string][]record.Entry{"late first": {late, early}, "early first": {early, late}, "undated first": {undated, late, early}, "together": {early}} {
		r := start(t, open, "1")
		for _, e := range in {
			wanted, err := r.Wanted(t.Context(), e.Seen, "invented")
			if err != nil {
				t.Fatal(err)
			}
			if wanted == nil {
				put(t, r, record.Entry{Seen: e.Seen})
				continue
			}
			d := *e.Reading.Document
			d.Article = wanted
			put(t, r, record.Entry{Seen: e.Seen, Reading: &rapporteur.Reading{Document: &d, Findings: e.Reading.Findings}})
		}
		if wanted, err := r.Wanted(t.Context(), late.Seen, "invented"); err != nil || wanted != nil {
			t.Errorf("%s: it is wanted again: %v, %v", name, wanted, err)
		}
		all, err := r.Groups(t.Context(), record.KindArticle)
		if err != nil || len(all) != 1 || all[0][0].Published != "2024-01-01" {
			t.Errorf("%s: %+v, %v; want it published on the first day", name, all, err)
		}
		sound(t, r)
	}
}

// rereading: other models replace the reading, and what follows from it.
func rereading(t *testing.T, open func(testing.TB) record.Store) {
	entries := Entries(NewInventor(4), 30)
	s := open(t)
	defer s.Close()
	old := record.New(s, record.Options{Models: "1"})
	poor := make([]record.Entry, len(entries))
	for i, e := range entries {
		f := *e.Reading.Findings
		f.Events = f.Events[:len(f.Events)/2]
		f.Talks = nil
		poor[i] = record.Entry{Seen: e.Seen, Reading: &rapporteur.Reading{Document: e.Reading.Document, Findings: &f}}
	}
	put(t, old, poor...)
	sound(t, old)
	newer := record.New(s, record.Options{Models: "2"})
	if wanted, err := newer.Wanted(t.Context(), entries[0].Seen, "invented"); err != nil || wanted == nil {
		t.Errorf("new models do not want to read: %v", err)
	}
	if got := put(t, newer, entries...); got.Read != len(entries) {
		t.Errorf("%+v, want all read again", got)
	}
	if got := put(t, newer, entries...); got.Known != len(entries) {
		t.Errorf("%+v, want none read again", got)
	}
	sound(t, newer)
	once := start(t, open, "2")
	put(t, once, entries...)
	if got, want := groups(t, newer), groups(t, once); got != want {
		t.Error("a record read again has other groups than one read once")
	}
}

// order: the groups are the same whatever came first.
func order(t *testing.T, open func(testing.TB) record.Store) {
	entries := Entries(NewInventor(5), 80)
	want := ""
	for _, seed := range []uint64{0, 1, 2, 3} {
		r := start(t, open, "1")
		in := slices.Clone(entries)
		if seed > 0 {
			random := rand.New(rand.NewPCG(seed, 1))
			random.Shuffle(len(in), func(i, k int) { in[i], in[k] = in[k], in[i] })
		}
		for batch := range slices.Chunk(in, 7+13*int(seed)) {
			put(t, r, batch...)
		}
		sound(t, r)
		got := groups(t, r)
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("order %d gives other groups", seed)
		}
	}
}

// whole: a batch with an error in it leaves nothing behind.
func whole(t *testing.T, open func(testing.TB) record.Store) {
	r := start(t, open, "1")
	entries := Entries(NewInventor(6), 20)
	put(t, r, entries[:10]...)
	before := groups(t, r)
	if _, err := r.Add(t.Context(), append(slices.Clone(entries[10:]), record.Entry{Seen: &rapporteur.Article{Text: "never read"}})...); err == nil {
		t.Error("an article that nobody read is taken")
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := r.Add(stopped, entries[10:]...); err == nil {
		t.Error("work goes on after it was called off")
	}
	if groups(t, r) != before {
		t.Error("a batch that failed left something behind")
	}
	put(t, r, entries[10:]...)
	sound(t, r)
}

// common: a key that too many hold links nothing, in whatever order they came,
// and links again when fewer hold it.
func common(t *testing.T, open func(testing.TB) record.Store) {
	// Each report tells of the same attack, so that all share their keys.
	const many, most = 1_003, 1_000
	v := NewInventor(12)
	d := &draft{actors: map[string]int{}}
	v.attack(d, v.Start, 0, 1)
	var entries []record.Entry
	for i := range many {
		a := &rapporteur.Article{Text: d.b.String() + fmt.Sprint(i), Published: v.Start}
		entries = append(entries, record.Entry{Seen: a, Reading: &rapporteur.Reading{Document: &rapporteur.Document{Article: a, Reader: "invented", Sentences: d.sentences}, Findings: &d.f}})
	}
	r := start(t, open, "1")
	put(t, r, entries[:900]...)
	if n := joined(t, r, record.KindEvent); n != 1 {
		t.Fatalf("%d events, want 1 of 900 reports", n)
	}
	for batch := range slices.Chunk(entries[900:], 60) {
		put(t, r, batch...)
	}
	if n := joined(t, r, record.KindEvent); n != 0 {
		t.Errorf("%d events of more than one report, want none", n)
	}
	if c := sound(t, r); c.Heavy == 0 {
		t.Errorf("%+v, want keys too common", c)
	}
	all, err := r.Groups(t.Context(), record.KindEvent)
	if err != nil {
		t.Fatal(err)
	}
	for i := range many - most {
		correct(t, r, record.Correction{Action: record.ActionReject, Target: record.Target{ID: all[i][0].ID}})
	}
	if n := joined(t, r, record.KindEvent); n != 1 {
		t.Errorf("%d events, want 1 of a thousand reports", n)
	}
	sound(t, r)
}

func correct(t testing.TB, r *record.Record, c record.Correction) record.Correction {
	t.Helper()
	c.Who, c.Why = "Aster Vale", "a test"
	kept, err := r.Correct(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func search(t *testing.T, open func(testing.TB) record.Store) {
	r := start(t, open, "1")
	text := "“The bridges will reopen at dawn,” said Aster Vale.\n\nFerries were waiting near the old bridge of Port Oster."
	content := rapporteur.Span{Start: strings.Index(text, "The bridges"), End: strings.Index(text, ",”")}
	cue := rapporteur.Span{Start: strings.Index(text, "said"), End: strings.Index(text, "said") + 4}
	a := &rapporteur.Article{Text: text, Title: "Dawn", Publisher: "Harbour Post", Published: time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)}
	end := strings.Index(text, "\n")
	put(t, r, record.Entry{Seen: a, Reading: &rapporteur.Reading{
		Document: &rapporteur.Document{Article: a, Sentences: []rapporteur.Sentence{{Span: rapporteur.Span{End: end}}, {Span: rapporteur.Span{Start: end + 2, End: len(text)}}}},
		Findings: &rapporteur.Findings{Statements: []rapporteur.Statement{{Speaker: rapporteur.Participant{Name: "Aster Vale", Actor: rapporteur.None}, Cue: cue, Content: []rapporteur.Span{content}, Kind: rapporteur.KindDirect}}},
	}})
	put(t, r, Entries(NewInventor(7), 5)...)
	for _, c := range []struct {
		query                string
		of                   record.Filter
		statements, articles int
	}{
		{"bridge dawn", record.Filter{}, 1, 1},
		{"bridges", record.Filter{Sources: []string{"Harbour Post"}}, 1, 1},
		{"dawn", record.Filter{Sources: []string{"Velm Radio"}}, 0, 0},
		{"dawn", record.Filter{Since: "2024-03-01", Until: "2024-03-01"}, 1, 1},
		{"dawn", record.Filter{Since: "2024-03-02"}, 0, 0},
		{"dawn", record.Filter{Until: "2024-02-29"}, 0, 0},
		{`"reopen at dawn"`, record.Filter{}, 1, 1},
		{`"dawn reopen"`, record.Filter{}, 0, 0},
		{"reop*", record.Filter{}, 1, 1},
		{"dawn -ferries", record.Filter{}, 1, 0},
		{"zeppelin's & 'dawn' (NEAR *", record.Filter{}, 0, 0},
		{"zeppelin", record.Filter{}, 0, 0},
	} {
		found, err := r.Search(t.Context(), c.query, c.of, 10)
		if err != nil || len(found.Statements) != c.statements || len(found.Articles) != c.articles {
			t.Errorf("%q in %+v: %d statements and %d articles (%v), want %d and %d", c.query, c.of, len(found.Statements), len(found.Articles), err, c.statements, c.articles)
		}
	}
	found, err := r.Search(t.Context(), "reopen", record.Filter{}, 10)
	if err != nil || len(found.Statements) != 1 || len(found.Articles) != 1 {
		t.Fatalf("%+v, %v", found, err)
	}
	if s := found.Statements[0]; s.Speaker != "Aster Vale" || s.Span != content || s.Words != "The bridges will reopen at dawn" || s.Article.Title != "Dawn" || s.ID.Kind() != record.KindStatement {
		t.Errorf("the statement is %+v", s)
	}
	if s := found.Articles[0]; !strings.Contains(s.Words, "reopen") || a.Quote(s.Span) != s.Words {
		t.Errorf("the article shows %+v", s)
	}
	for _, query := range []string{"", " ", "-dawn", `""`, "!?"} {
		if _, err := r.Search(t.Context(), query, record.Filter{}, 10); err == nil {
			t.Errorf("%q is a search", query)
		}
	}
	correct(t, r, record.Correction{Action: record.ActionReject, Target: record.Target{ID: found.Statements[0].ID}})
	if found, err = r.Search(t.Context(), "reopen", record.Filter{}, 10); err != nil || len(found.Statements) != 0 {
		t.Errorf("a rejected statement is found: %+v, %v", found.Statements, err)
	}
}

// damage: whatever is changed behind the record's back is told, and worked out
// anew.
func damage(t *testing.T, open func(testing.TB) record.Store) {
	for _, harm := range []string{
		"UPDATE events SET words = 'nothing' WHERE n = (SELECT min(n) FROM events)",
		"UPDATE figures SET value = value + 1 WHERE n = (SELECT min(n) FROM figures)",
		"UPDATE statements SET start = 1000000 WHERE n = (SELECT min(n) FROM statements)",
		"UPDATE talks SET spans = '{' WHERE n = (SELECT min(n) FROM talks)",
		"DELETE FROM parts WHERE role = 'speaker'",
		"DELETE FROM actors WHERE n = (SELECT max(n) FROM actors)",
		"UPDATE nodes SET grp = (SELECT max(grp) FROM nodes) WHERE n = 1",
		"DELETE FROM keys WHERE hash = (SELECT max(hash) FROM keys)",
		"UPDATE events SET node = (SELECT min(node) FROM events)",
		"INSERT INTO nodes (n, kind, hash, grp, told) SELECT 1000000, kind, 1, 1000000, told FROM nodes WHERE n = 1",
		"UPDATE articles SET title = 'Another' WHERE n = 1",
	} {
		s := open(t)
		r := record.New(s, record.Options{Models: "1"})
		put(t, r, Entries(NewInventor(8), 10)...)
		want := groups(t, r)
		if err := s.Update(t.Context(), func(tx record.Tx) error { return tx.Exec(t.Context(), harm) }); err != nil {
			t.Fatal(err)
		}
		told := ""
		c, err := r.Check(t.Context(), func(damage string) { told += damage + "\n" })
		if err != nil || c.Damaged == 0 || told == "" {
			t.Errorf("%s: the check says %+v, %v", harm, c, err)
		}
		if err := r.Rebuild(t.Context(), func(int) {}); err != nil {
			t.Fatal(err)
		}
		sound(t, r)
		if groups(t, r) != want {
			t.Errorf("%s: the record worked out anew has other groups", harm)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
}

func rebuild(t *testing.T, open func(testing.TB) record.Store) {
	r := start(t, open, "1")
	put(t, r, Entries(NewInventor(9), 120)...)
	mergeTwo(t, r)
	want, had := groups(t, r), sound(t, r)
	done := 0
	if err := r.Rebuild(t.Context(), func(n int) { done = n }); err != nil || done != 120 {
		t.Fatalf("%d articles, %v", done, err)
	}
	if got := sound(t, r); got != had {
		t.Errorf("%+v, was %+v", got, had)
	}
	if groups(t, r) != want {
		t.Error("the record worked out anew has other groups")
	}
}

// odd: texts that are short, empty, strange or without findings.
func odd(t *testing.T, open func(testing.TB) record.Store) {
	r := start(t, open, "1")
	var entries []record.Entry
	for _, text := range []string{"", " ", "é", "Ja.", strings.Repeat("word ", 100_000), "a\u2028b\uFFFD\u202ec", "نعم نعم"} {
		a := &rapporteur.Article{Text: text}
		entries = append(entries, record.Entry{Seen: a, Reading: &rapporteur.Reading{Document: &rapporteur.Document{Article: a}, Findings: &rapporteur.Findings{}}})
	}
	if got := put(t, r, entries...); got.Articles != len(entries) {
		t.Errorf("%+v, want %d articles", got, len(entries))
	}
	sound(t, r)
}

// explain: a finding says where it comes from and why it is one with others.
func explain(t *testing.T, open func(testing.TB) record.Store) {
	r := start(t, open, "7")
	put(t, r, Entries(NewInventor(13), 60)...)
	all, err := r.Groups(t.Context(), record.KindEvent)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(g []record.Mention) bool { return len(g) > 1 })
	if i < 0 {
		t.Fatal("no event is told by two")
	}
	id := all[i][1].ID
	correct(t, r, record.Correction{Action: record.ActionConfirm, Target: record.Target{ID: id}})
	x, err := r.Explain(t.Context(), id, 1_000)
	if err != nil {
		t.Fatal(err)
	}
	words := x.Article.Text[x.Span.Start:x.Span.End]
	if words != "fired" && words != "met" || x.Rule != "event/invented" || x.Reader != "invented" || x.Models != "7" || x.Mark != record.Confirmed || len(x.Corrections) != 1 {
		t.Errorf("%q is explained as %+v", words, x)
	}
	if !slices.ContainsFunc(x.Fields, func(f record.Field) bool { return f.Key == "type" && (f.Value == "ASSAULT" || f.Value == "CONSULT") }) {
		t.Errorf("its fields are %+v", x.Fields)
	}
	if len(x.Accounts) != len(all[i]) || x.Accounts[0].ID != all[i][0].ID || x.Accounts[0].Words == "" || !slices.ContainsFunc(x.Accounts, func(a record.Account) bool { return a.Why != "" && a.ID != id }) {
		t.Errorf("its accounts are %+v", x.Accounts)
	}
	if x, err = r.Explain(t.Context(), id, 1); err != nil || len(x.Accounts) != 1 || x.Accounts[0].ID != id || x.Mentions != len(all[i]) || x.First != all[i][0].ID {
		t.Errorf("explained with one account it is %+v, %v", x, err)
	}
	if x, err = r.Explain(t.Context(), record.ArticleID(x.Article.ID), 1_000); err != nil || x.Reader != "invented" || len(x.Accounts) != 1 {
		t.Errorf("its article is explained as %+v, %v", x, err)
	}
	if _, err := r.Explain(t.Context(), id+1, 1_000); err == nil {
		t.Error("a finding that is not there is explained")
	}
}

// earlier holds a record of an earlier version to be worked out anew before more
// is joined to it.
func earlier(t *testing.T, open func(testing.TB) record.Store) {
	store := open(t)
	r := record.New(store, record.Options{Models: "1"})
	defer r.Close()
	v := NewInventor(11)
	put(t, r, Entries(v, 3)...)
	if err := store.Update(t.Context(), func(tx record.Tx) error {
		return tx.Exec(t.Context(), "UPDATE state SET linking = 0")
	}); err != nil {
		t.Fatal(err)
	}
	more := Entries(v, 1)
	if _, err := r.Add(t.Context(), more...); err == nil || !strings.Contains(err.Error(), "check --rebuild") {
		t.Errorf("a report is joined to a record of an earlier version: %v", err)
	}
	if err := r.Rebuild(t.Context(), func(int) {}); err != nil {
		t.Fatal(err)
	}
	if added := put(t, r, more...); added.Articles != 1 {
		t.Errorf("worked out anew, the record takes %d reports, want 1", added.Articles)
	}
}

// panics holds a store to going on after a fault of whoever used it.
func panics(t *testing.T, open func(testing.TB) record.Store) {
	store := open(t)
	r := record.New(store, record.Options{Models: "1"})
	defer r.Close()
	for name, do := range map[string]func(context.Context, func(record.Tx) error) error{"updating": store.Update, "viewing": store.View} {
		for range 20 { // more often than there are connections
			func() {
				defer func() {
					if recover() == nil {
						t.Errorf("%s: the panic is swallowed", name)
					}
				}()
				err := do(t.Context(), func(record.Tx) error { panic("a fault") })
				t.Errorf("%s returns %v", name, err)
			}()
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if _, err := r.Add(ctx, Entries(NewInventor(12), 1)...); err != nil {
		t.Errorf("after a panic: %v", err)
	}
}
