package talks

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/date"
	"rapporteur/extract/event"
	"rapporteur/extract/grammar"
	"rapporteur/extract/place"
	"rapporteur/extract/statement"
)

// update rewrites what is found in the stories and missed.
var update = flag.Bool("update", false, "rewrite testdata/reports.golden and testdata/unseen.golden")

// read runs the finders that talks need, and Find.
func read(d *rapporteur.Document) *rapporteur.Findings {
	t := grammar.New(d)
	cast := actor.Find(t)
	f := &rapporteur.Findings{Actors: cast.Actors, Statements: statement.Find(t, cast), Dates: date.Find(t), Places: place.Find(t)}
	f.Events = event.Find(t, cast, f.Statements, f.Dates, f.Places)
	f.Talks = Find(t, cast, f.Statements, f.Events, f.Dates, f.Places)
	return f
}

// TestReports reads the stories that the rules were made with. Where nobody
// negotiates nothing is found, elsewhere something; what else is found and what
// is missed stands in the golden file, which changes only on purpose.
func TestReports(t *testing.T) {
	for _, s := range stories(t, "reports") {
		d := *parsed(t, []string{s.text})[0]
		if got := read(&d).Talks; (len(got) == 0) != s.none {
			t.Errorf("%s (%s): %d negotiations, want none: %v", s.name, s.why, len(got), s.none)
		}
	}
	compare(t, "reports")
}

// TestUnseen reads the stories that no rule was made with or mended by: how
// well the rules do on them is what docs/talks.md reports.
func TestUnseen(t *testing.T) { compare(t, "unseen") }

// compare holds what is read in the stories of a directory against its golden
// file.
func compare(t *testing.T, dir string) {
	var b strings.Builder
	sums := map[string]*sum{}
	for _, s := range stories(t, dir) {
		d := *parsed(t, []string{s.text})[0]
		article := *d.Article
		article.Published = s.published
		d.Article = &article
		score(&b, s, items(read(&d).Talks), sums)
	}
	var head strings.Builder
	fmt.Fprintf(&head, "%-10s %6s %6s %6s\n", "", "wanted", "found", "extra")
	for _, kind := range []string{"party", "mediator", "stage", "venue", "proposal", "term", "answer", "position", "stance", "sticking", "awaited", "none"} {
		if x := sums[kind]; x != nil {
			fmt.Fprintf(&head, "%-10s %6d %6d %6d\n", kind, x.wanted, x.found, x.extra)
		}
	}
	got, file := head.String()+b.String(), "testdata/"+dir+".golden"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run go test ./extract/talks -update", err)
	}
	if string(want) != got {
		t.Errorf("%s differs from what is read now; if that is meant, run go test ./extract/talks -update\n%s", file, changes(string(want), got))
	}
}

// changes are the lines that only one of two texts has.
func changes(want, got string) string {
	var b strings.Builder
	a, c := strings.Split(want, "\n"), strings.Split(got, "\n")
	for _, line := range a {
		if !slices.Contains(c, line) {
			fmt.Fprintf(&b, "  was  %s\n", line)
		}
	}
	for _, line := range c {
		if !slices.Contains(a, line) {
			fmt.Fprintf(&b, "  now  %s\n", line)
		}
	}
	return b.String()
}

// sum counts items of a kind.
type sum struct{ wanted, found, extra int }

// score pairs what a story should tell with what is read, and writes what is
// found, missed and too much. Names and labels must be the same; words must
// overlap by a quarter of all they cover. Positions are of the right holder;
// "stance" counts those whose stance is right, too.
func score(b *strings.Builder, s story, got []item, sums map[string]*sum) {
	count := func(kind string) *sum {
		if sums[kind] == nil {
			sums[kind] = &sum{}
		}
		return sums[kind]
	}
	fmt.Fprintf(b, "\n%s: %s\n", s.name, s.why)
	if s.none {
		count("none").wanted++
		if len(got) == 0 {
			count("none").found++
			fmt.Fprintln(b, "  found   none")
		}
	}
	for _, w := range s.want {
		best, at := 0.0, -1
		for k, g := range got {
			if m := w.match(g); m > best {
				best, at = m, k
			}
		}
		count(w.kind).wanted++
		if w.kind == "position" {
			count("stance").wanted++
		}
		if at < 0 {
			fmt.Fprintf(b, "  missed  %s\n", w.line(s.text))
			continue
		}
		count(w.kind).found++
		remark := ""
		switch {
		case w.kind == "position" && stanceOf(w.of) == stanceOf(got[at].of):
			count("stance").found++
		case w.kind == "position":
			remark = "   as " + got[at].of
		}
		fmt.Fprintf(b, "  found   %s%s\n", w.line(s.text), remark)
		got = slices.Delete(got, at, at+1)
	}
	for _, g := range got {
		count(g.kind).extra++
		fmt.Fprintf(b, "  extra   %s\n", g.line(s.text))
	}
}

// stanceOf is the stance of a position.
func stanceOf(of string) string { return of[strings.LastIndex(of, ": ")+1:] }

// match is how well g tells what w should be; 0 where it does not.
func (w item) match(g item) float64 {
	if w.kind != g.kind {
		return 0
	}
	a, labelA, _ := strings.Cut(w.of, ": ")
	c, labelC, _ := strings.Cut(g.of, ": ")
	if w.kind != "position" && labelA != labelC || !alikeNames(a, c) {
		return 0
	}
	if w.span.Empty() {
		return 1
	}
	both := min(w.span.End, g.span.End) - max(w.span.Start, g.span.Start)
	all := max(w.span.End, g.span.End) - min(w.span.Start, g.span.Start)
	if 4*both < all {
		return 0
	}
	return float64(both) / float64(all)
}

// alikeNames reports whether two names may be of one: the same last word, or
// most words the same; of joint holders one must be the same.
func alikeNames(a, b string) bool {
	for x := range strings.SplitSeq(strings.ToLower(a), "; ") {
		for y := range strings.SplitSeq(strings.ToLower(b), "; ") {
			v, w := strings.Fields(x), strings.Fields(y)
			same := 0
			for _, word := range v {
				if slices.Contains(w, word) {
					same++
				}
			}
			if x == y || same > 0 && v[len(v)-1] == w[len(w)-1] || same > 0 && 2*same > max(len(v), len(w)) {
				return true
			}
		}
	}
	return false
}

func (w item) line(text string) string {
	line := w.kind
	if w.of != "" {
		line += " " + w.of
	}
	if !w.span.Empty() {
		line += fmt.Sprintf(" %q", text[w.span.Start:w.span.End])
	}
	return line
}
