package recordtest

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/record/link"
)

// Story adds invented reports to a record in two orders, corrects it as lines of
// want say ("correct rename talks REF = a name", "correct reject position REF the
// words") and holds what it then tells of the largest negotiation to the other
// lines, which a person wrote down. Reports are called by their Ref.
func Story(t *testing.T, open func(testing.TB) record.Store, reports []*rapporteur.Article, read func(*rapporteur.Article) *rapporteur.Reading, want []string) {
	var entries []record.Entry
	for _, a := range reports {
		entries = append(entries, record.Entry{Seen: a, Reading: read(a)})
	}
	backwards := slices.Clone(entries)
	slices.Reverse(backwards)
	for name, in := range map[string][]record.Entry{"in order": entries, "backwards": backwards} {
		t.Run(name, func(t *testing.T) {
			r := start(t, open, "1")
			for batch := range slices.Chunk(in, 4) {
				put(t, r, batch...)
			}
			told := teller{t: t, r: r, refs: map[string]string{}, texts: map[string]string{}}
			for _, a := range reports {
				told.refs[a.ID()], told.texts[a.ID()] = a.Ref, a.Text
			}
			var expected []string
			for _, line := range want {
				if ask, ok := strings.CutPrefix(line, "correct "); ok {
					told.correct(ask)
				} else {
					expected = append(expected, line)
				}
			}
			got := told.all()
			for _, line := range expected {
				if !slices.Contains(got, line) {
					t.Errorf("missing: %s", line)
				}
			}
			for _, line := range got {
				if !slices.Contains(expected, line) {
					t.Errorf("extra:   %s", line)
				}
			}
			sound(t, r)
		})
	}
}

// A teller prints a record as lines.
type teller struct {
	t           *testing.T
	r           *record.Record
	refs, texts map[string]string // of articles, by id
	lines       []string
}

func (x *teller) add(format string, values ...any) {
	x.lines = append(x.lines, fmt.Sprintf(format, values...))
}

// names are the Refs of articles, ascending.
func (x *teller) names(ids []string) string {
	in := map[string]bool{}
	for _, id := range ids {
		in[x.refs[id]] = true
	}
	return strings.Join(slices.Sorted(maps.Keys(in)), " ")
}

// correct does what a line asks for.
func (x *teller) correct(ask string) {
	x.t.Helper()
	words := strings.SplitN(ask, " ", 4)
	if len(words) < 4 {
		x.t.Fatalf("%q is no correction", ask)
	}
	action, kind, ref, rest := words[0], words[1], words[2], words[3]
	c := record.Correction{Action: action, Value: strings.TrimPrefix(rest, "= ")}
	d := x.largest()
	look := func(told []link.Told) {
		for _, e := range told {
			if x.refs[e.Article] == ref && (e.Words == rest || kind == "talks") {
				id, err := record.ParseID(e.ID)
				if err != nil {
					x.t.Fatal(err)
				}
				c.Target.ID = id
			}
		}
	}
	switch kind {
	case "talks":
		for _, a := range d.Articles {
			look(a.Talks)
		}
	case "position":
		for _, p := range d.Positions {
			for _, h := range p.Held {
				look(h.Told)
			}
		}
	case "sticking":
		for _, s := range d.StickingPoints {
			look(s.Told)
		}
	}
	if action == record.ActionReject {
		c.Value = ""
	}
	if c.Target.ID == 0 {
		x.t.Errorf("there is no %s of %s %q to %s", kind, ref, rest, action)
		return
	}
	correct(x.t, x.r, c)
}

// largest is the dossier of the negotiation that most reports tell of.
func (x *teller) largest() *record.Dossier {
	x.t.Helper()
	all, err := x.r.Processes(x.t.Context(), record.Filter{}, record.Page{Sort: record.SortMost})
	if err != nil || len(all.Rows) == 0 {
		x.t.Fatalf("%d negotiations, %v", len(all.Rows), err)
	}
	d, err := x.r.Dossier(x.t.Context(), all.Rows[0].ID)
	if err != nil || d == nil {
		x.t.Fatalf("the dossier of %s: %v", all.Rows[0].ID, err)
	}
	if listed := fmt.Sprint(all.Rows[0].Name, all.Rows[0].Stage, all.Rows[0].Moved, all.Rows[0].Reports, all.Rows[0].Sources); listed != fmt.Sprint(d.Name, d.Stage, d.Moved, d.Reports, d.Sources) {
		x.t.Errorf("the list has %s, the dossier otherwise", listed)
	}
	return d
}

// all is all that the record tells.
func (x *teller) all() []string {
	x.t.Helper()
	families, err := x.r.Groups(x.t.Context(), record.KindArticle)
	if err != nil {
		x.t.Fatal(err)
	}
	processes, err := x.r.Groups(x.t.Context(), record.KindTalks)
	if err != nil {
		x.t.Fatal(err)
	}
	articles := func(of []record.Mention) (out []string) {
		for _, m := range of {
			out = append(out, m.Article)
		}
		return out
	}
	for _, g := range families {
		if len(g) > 1 {
			x.add("family %s", x.names(articles(g)))
		}
	}
	for _, g := range processes {
		x.add("process %s", x.names(articles(g)))
	}
	d := x.largest()
	x.standing(d)
	x.histories(d)
	x.figures(d)
	for _, p := range d.People {
		title := ""
		if len(p.Titles) > 0 {
			title = strings.Join(p.Titles, ", ")
		}
		x.add("person %s | %s | %d", p.Name, title, p.Reports)
	}
	changes, err := x.r.Changes(x.t.Context(), record.Filter{Talks: d.ID}, record.Page{Limit: record.MaxLimit})
	if err != nil {
		x.t.Fatal(err)
	}
	for _, c := range changes.Rows {
		line := "change " + c.Day + " " + c.Kind
		if c.Actor != "" {
			line += " " + c.Actor
		}
		if c.Issue != "" {
			line += ", " + c.Issue
		}
		if line += ": " + c.To; c.From != "" {
			line = strings.TrimSuffix(line, c.To) + c.From + " → " + c.To
		}
		x.add("%s | %s", line, c.Evidence[0].Outlet)
	}
	if len(changes.Rows) != len(d.Changes) {
		x.t.Errorf("%d movements are kept and %d told", len(changes.Rows), len(d.Changes))
	}
	n := x.evidence(reflect.ValueOf(d)) + x.evidence(reflect.ValueOf(changes.Rows))
	if n < 100 {
		x.t.Errorf("only %d words of evidence", n)
	}
	return x.lines
}

// standing is how the negotiation stands.
func (x *teller) standing(d *record.Dossier) {
	x.add("name %s", d.Name)
	x.add("kind %s", d.Dispute)
	for _, s := range d.Parties {
		x.add("party %s", s.Name)
	}
	for _, s := range d.Mediators {
		x.add("mediator %s", s.Name)
	}
	x.add("now %s since %s, moved %s, %d reports, %d sources, %s to %s", d.Stage, d.StageSince, d.Moved, d.Reports, d.Sources, d.First, d.Last)
	for _, w := range d.Awaited {
		x.add("still awaited %s %s", w.Name, w.First)
	}
	for _, r := range d.Rounds {
		x.add("round %s %s %s %s", r.Venue, r.First, r.Last, r.Stage)
	}
	for _, s := range d.Stages {
		x.add("stage %s %s to %s", s.Stage, s.First, s.Last)
	}
}

func (x *teller) histories(d *record.Dossier) {
	for _, p := range d.Positions {
		var held []string
		for _, h := range p.Held {
			held = append(held, fmt.Sprintf("%s %s to %s by %d", h.Stance, h.First, h.Last, h.Sources))
		}
		x.add("position %s | %s | %s", p.Name, p.Issue, strings.Join(held, ", "))
	}
	for _, p := range d.Proposals {
		var kinds []string
		for _, m := range p.Terms {
			if !slices.Contains(kinds, m.Kind) {
				kinds = append(kinds, m.Kind)
			}
		}
		x.add("proposal by %s %s to %s | %s", p.By, p.First, p.Last, strings.Join(kinds, ", "))
		for _, a := range p.Answers {
			var said []string
			for _, h := range a.Answers {
				said = append(said, h.Stance+" "+h.First)
			}
			x.add("answer %s | by %s | %s", a.Name, p.By, strings.Join(said, ", "))
		}
	}
	for _, s := range d.StickingPoints {
		x.add("sticking %s %s to %s", s.Issue, s.First, s.Last)
	}
	for _, w := range d.Awaits {
		ended := "not ended"
		if w.EndedBy != nil {
			ended = "ended by " + w.EndedBy.To + " " + w.EndedBy.Day
		}
		x.add("awaited %s %s | %s", w.Name, w.First, ended)
	}
}

// figures are the series of more than one value.
func (x *teller) figures(d *record.Dossier) {
	number := func(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
	for _, s := range d.Figures {
		if len(s.Points) < 2 {
			continue
		}
		line := fmt.Sprintf("series %s %s %s", s.Measure, s.Of, s.Place)
		for _, p := range s.Points {
			line += " | " + strings.Join(strings.Fields(p.Day+" "+p.Qualifier+" "+number(p.Value)+" "+p.SourceName), " ")
			if p.Revises >= 0 {
				line += ", for " + number(s.Points[p.Revises].Value)
			}
			for _, c := range p.Contradicts {
				line += ", against " + number(s.Points[c].Value)
			}
		}
		x.add("%s", line)
	}
}

var toldType = reflect.TypeFor[link.Told]()

// evidence holds every piece of evidence in a value to the text that it is of,
// and counts them.
func (x *teller) evidence(v reflect.Value) int {
	n := 0
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			n += x.evidence(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			n += x.evidence(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == toldType {
			x.holds(v.Interface().(link.Told))
			return 1
		}
		for i := range v.NumField() {
			n += x.evidence(v.Field(i))
		}
	}
	return n
}

func (x *teller) holds(e link.Told) {
	text, ok := x.texts[e.Article]
	if !ok || e.Span.Start < 0 || e.Span.End > len(text) || e.Words == "" || text[e.Span.Start:e.Span.End] != e.Words {
		x.t.Errorf("%s: %v does not say %q", e.ID, e.Span, e.Words)
		return
	}
	if e.Chars.Start != utf8.RuneCountInString(text[:e.Span.Start]) || e.Chars.Len() != utf8.RuneCountInString(e.Words) {
		x.t.Errorf("%s: %v is not %v in code points", e.ID, e.Chars, e.Span)
	}
	if !strings.Contains(e.Sentence, e.Words) {
		x.t.Errorf("%s: %q is not in its sentence %q", e.ID, e.Words, e.Sentence)
	}
	if id, err := record.ParseID(e.ID); err != nil || id.Head() != e.Article[:8] || e.Outlet == "" || e.Family == "" {
		x.t.Errorf("%s of article %s, outlet %q, family %q: %v", e.ID, e.Article, e.Outlet, e.Family, err)
	}
}
