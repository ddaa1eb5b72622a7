package event

import (
	"cmp"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/fixture/treebank"
	"rapporteur/knowledge"
	"rapporteur/language"
)

// manualCorpora are invented sentences for each clause of PLOVER's manual, their remark
// the clause as the tables of docs/plover.md name it. "= who NAME CODE SECTORS" asks for
// a participant, by country or international code and its sectors; "= contexts A B" for
// the contexts of all events.
const manualCorpora = "testdata/manual/*.txt"

var manualParses = map[string]*treebank.File{
	language.Quick:   {Path: "testdata/manual/quick.conllu.gz", Day: day, Anew: update, Hint: "go test ./extract/event -run Manual -update"},
	language.Careful: {Path: "testdata/manual/careful.conllu.gz", Reader: language.Careful, Day: day, Anew: update, Hint: "go test ./extract/event -run Manual -update"},
}

func TestManualParsesAreKept(t *testing.T) {
	for _, f := range manualParses {
		f.Check(t, corpusTexts(t, manualCorpora))
	}
}

// TestManual reads the sentences of each clause, and asks that the documentation says of
// it what they show: yes where both readers read all of them, not yet where they read
// none, else partly.
func TestManual(t *testing.T) {
	read, all := map[string]int{}, map[string]int{}
	for reader, parses := range manualParses {
		right := 0
		sentences := sayings(t, manualCorpora)
		for i, d := range parses.Documents(t, corpusTexts(t, manualCorpora)) {
			s := sentences[i]
			got, why := shown(d, s.want), s.why(reader)
			ok := slices.EqualFunc(got, s.want, alike)
			all[s.about]++
			if ok {
				right++
				read[s.about]++
			}
			t.Logf("check\t%s\t%s\t%s\t%s\t%s\t%v", reader, s.about, s.text, strings.Join(s.want, "; "), strings.Join(got, "; "), ok) // a table, with -v
			switch {
			case ok && why != "":
				t.Errorf("%s, %s, %s: %q is right now; take its %q away", s.file, reader, s.about, s.text, "? "+why)
			case !ok && why == "":
				t.Errorf("%s, %s, %s: %q\n  tells  %s\n  wanted %s", s.file, reader, s.about, s.text, strings.Join(got, "\n         "), strings.Join(s.want, "\n         "))
			}
		}
		t.Logf("%s: %d of %d right", reader, right, len(sentences))
	}
	verdicts := clauses(t)
	for clause, n := range all {
		want := "partly"
		switch read[clause] {
		case n:
			want = "yes"
		case 0:
			want = "not yet"
		}
		if n < 2*len(manualParses) {
			t.Errorf("%q has one sentence, want two", clause)
		}
		if got := verdicts[clause]; got != want {
			t.Errorf("docs/plover.md says %q of %q; %d of its %d sentences are read, which is %q", cmp.Or(got, "nothing"), clause, read[clause], n, want)
		}
	}
	for clause := range verdicts {
		if all[clause] == 0 {
			t.Errorf("docs/plover.md: %q has no sentence in %s", clause, manualCorpora)
		}
	}
}

// shown is what d tells, in the terms of want: its events, its contexts, or those of its
// participants that want asks for.
func shown(d *rapporteur.Document, want []string) []string {
	var out []string
	switch {
	case len(want) > 0 && strings.HasPrefix(want[0], "contexts"):
		var contexts []string
		for _, e := range readOn(d).Events {
			contexts = append(contexts, e.Contexts...)
		}
		slices.Sort(contexts)
		return []string{strings.Join(append([]string{"contexts"}, slices.Compact(contexts)...), " ")}
	case len(want) > 0 && strings.HasPrefix(want[0], "who "):
		f := readOn(d)
		for _, e := range f.Events {
			for _, p := range slices.Concat(e.Actors, e.Recipients) {
				out = append(out, coded(f, p))
			}
		}
		if asked := slices.DeleteFunc(slices.Clone(out), func(s string) bool { return !slices.ContainsFunc(want, func(w string) bool { return alike(s, w) }) }); len(asked) == len(want) {
			return asked
		}
		return out
	}
	return printed(d)
}

// alike reports whether two of what is shown say the same, however much of a name
// stands in them.
func alike(a, b string) bool {
	return a == b || articles.ReplaceAllString(short(a), "$1") == articles.ReplaceAllString(short(b), "$1")
}

var articles = regexp.MustCompile(`((?:^who |[(,>] ?))(?:an?|the) `)

// coded is a participant with its code and sectors.
func coded(f *rapporteur.Findings, p rapporteur.Participant) string {
	out := []string{"who", p.Name}
	if p.Actor != rapporteur.None {
		a := f.Actors[p.Actor]
		code := a.Country
		for _, s := range a.Sectors {
			if k := knowledge.SectorByCode(s); k != nil && k.International && code == "" {
				code = s
			}
		}
		sectors := slices.DeleteFunc(slices.Clone(a.Sectors), func(s string) bool { return s == code })
		out = append(out, code, strings.Join(sectors, "|"))
	}
	return strings.Join(slices.DeleteFunc(out, func(s string) bool { return s == "" }), " ")
}

// clauses are the verdicts of docs/plover.md, by clause.
func clauses(t *testing.T) map[string]string {
	t.Helper()
	b, err := os.ReadFile("../../docs/plover.md")
	if err != nil {
		t.Fatal(err)
	}
	_, page, _ := strings.Cut(string(b), "## The manual, clause by clause")
	page, _, _ = strings.Cut(page, "\n## ")
	out := map[string]string{}
	for line := range strings.Lines(page) {
		cells := strings.Split(line, "|")
		if len(cells) < 5 {
			continue
		}
		clause, verdict := strings.TrimSpace(cells[1]), strings.TrimSpace(cells[2])
		if !slices.Contains([]string{"yes", "partly", "not yet"}, verdict) {
			continue
		}
		if out[clause] != "" {
			t.Errorf("docs/plover.md has %q twice", clause)
		}
		out[clause] = verdict
	}
	return out
}
