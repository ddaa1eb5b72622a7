package talks

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/knowledge/table"
)

// The words that each table may have in its columns. Classes of nouns in cues
// are checked as the tables are loaded.
var (
	stances   = []string{"demands", "insists", "offers", "accepts", "rejects", "opposes", "supports", "warns", "open-to"}
	stages    = []string{"proposed", "agreed-to-meet", "under-way", "critical", "stalled", "suspended", "deal-reached", "signed", "implementing", "collapsed", "rejected"}
	answers   = []string{"awaited", "accepted", "rejected", "accepted-with-reservations", "countered"}
	termKinds = []string{"ceasefire", "exchange", "release", "withdrawal", "aid-access", "prisoners", "territory", "sanctions", "security", "political", "money", "wages", "hours", "jobs", "tariffs", "nuclear", "other"}
)

// allowed are the labels, roles and extras of each table of cues.
var allowed = map[Table]struct {
	name                  string
	labels, roles, extras []string
}{
	Stance:    {"stances.tsv", stances, []string{"subject", "owner", "speaker", "agent"}, []string{"after", "object", "clause", "duty"}},
	Stage:     {"stages.tsv", stages, []string{""}, append([]string{"-"}, stages...)},
	Answer:    {"answers.tsv", answers, []string{"subject", "owner", "agent", "object", "speaker"}, []string{""}},
	Awaited:   {"awaited.tsv", []string{""}, []string{"subject", "object", "owner", "sides"}, []string{"cue", "clause"}},
	Sticking:  {"sticking.tsv", []string{""}, []string{"after", "colon", "before", "between", "cue"}, []string{""}},
	Mediation: {"mediators.tsv", []string{""}, []string{"after", "list", "before", "subject", "object"}, []string{""}},
	Content:   {"contents.tsv", []string{"after", "verbs", "finites", "clauses", "kind", "act", "self"}, []string{"subject", "agent", "owner", "deal"}, []string{""}},
}

func TestCues(t *testing.T) {
	type key struct {
		table Table
		text  string
	}
	seen := map[key]bool{}
	count := [tables]int{}
	for _, c := range Cues().Cues {
		may := allowed[c.Table]
		count[c.Table]++
		if !slices.Contains(may.labels, c.Label) {
			t.Errorf("%s: %q: %q is none of %q", may.name, c.Text, c.Label, may.labels)
		}
		if !slices.Contains(may.roles, c.Role) {
			t.Errorf("%s: %q: %q is none of %q", may.name, c.Text, c.Role, may.roles)
		}
		if !slices.Contains(may.extras, c.Extra) {
			t.Errorf("%s: %q: %q is none of %q", may.name, c.Text, c.Extra, may.extras)
		}
		if c.Weight <= 0 || c.Weight > 5 {
			t.Errorf("%s: %q: weight %v, want more than 0 and at most 5", may.name, c.Text, c.Weight)
		}
		if k := (key{c.Table, c.Text}); seen[k] {
			t.Errorf("%s: %q stands there twice", may.name, c.Text)
		} else {
			seen[k] = true
		}
		if c.Text != strings.ToLower(c.Text) {
			t.Errorf("%s: %q has capitals", may.name, c.Text)
		}
		example(t, may.name, c.Text, c.Example)
		who, what := strings.Contains(c.Example, "["), strings.Contains(c.Example, "{")
		if wantWho := c.Table == Stance || c.Table == Answer || c.Table == Awaited || c.Table == Mediation; who != wantWho {
			t.Errorf("%s: %q: brackets in the example: %v, want %v", may.name, c.Text, who, wantWho)
		}
		if wantWhat := c.Table == Stance || c.Table == Awaited || c.Table == Sticking || c.Table == Content; what != wantWhat {
			t.Errorf("%s: %q: braces in the example: %v, want %v", may.name, c.Text, what, wantWhat)
		}
	}
	for table, n := range count {
		if n == 0 {
			t.Errorf("%s has no row", allowed[Table(table)].name)
		}
	}
}

// example checks that a row has a sentence whose brackets and braces close.
func example(t *testing.T, table, row, text string) {
	t.Helper()
	if text == "" {
		t.Errorf("%s: %q has no example", table, row)
	}
	if strings.Count(text, "[") != strings.Count(text, "]") || strings.Count(text, "{") != strings.Count(text, "}") {
		t.Errorf("%s: %q: the marks of the example do not close: %s", table, row, text)
	}
}

func TestNouns(t *testing.T) {
	rows, phrases := Nouns()
	lintWords(t, "nouns.tsv", phrases)
	for _, n := range rows {
		if n.Class == 0 {
			t.Errorf("nouns.tsv: %q: unknown class", n.Words)
		}
		if n.Weight < 0 || n.Weight > 3 {
			t.Errorf("nouns.tsv: %q: weight %v, want 0 to 3", n.Words[0], n.Weight)
		}
		example(t, "nouns.tsv", n.Words[0], n.Example)
	}
}

func TestKinds(t *testing.T) {
	rows, phrases := Kinds()
	lintWords(t, "kinds.tsv", phrases)
	for _, k := range rows {
		if !slices.Contains(termKinds, k.Kind) {
			t.Errorf("kinds.tsv: %q is none of %q", k.Kind, termKinds)
		}
		if k.Weight <= 0 || k.Weight > 5 {
			t.Errorf("kinds.tsv: %q: weight %v, want more than 0 and at most 5", k.Words[0], k.Weight)
		}
		example(t, "kinds.tsv", k.Words[0], k.Example)
	}
	for _, kind := range termKinds {
		if !slices.ContainsFunc(rows, func(k Kind) bool { return k.Kind == kind }) {
			t.Errorf("kinds.tsv has no words for %q", kind)
		}
	}
}

// lintWords checks that phrases are in small letters and that none stands twice.
func lintWords(t *testing.T, table string, phrases Phrases) {
	t.Helper()
	for first, list := range phrases {
		seen := map[string]bool{}
		for _, p := range list {
			text := strings.Join(p.Words, " ")
			if text != strings.ToLower(text) || first == "" {
				t.Errorf("%s: %q is not in small letters", table, text)
			}
			k := text + "/" + string(p.POS)
			if seen[k] {
				t.Errorf("%s: %q stands there twice", table, text)
			}
			seen[k] = true
			if p.POS != 0 && p.POS != 'v' && p.POS != 'n' {
				t.Errorf("%s: %q: part of speech %q, want v or n", table, text, p.POS)
			}
		}
	}
}

func TestVerbs(t *testing.T) {
	rows, _ := Verbs()
	seen := map[Use]map[string]bool{Begins: {}, Meeting: {}, Empty: {}, Idle: {}, Guess: {}}
	for _, v := range rows {
		if v.Use == 0 {
			t.Errorf("verbs.tsv: %q: unknown class", v.Words)
			continue
		}
		for _, w := range v.Words {
			if w == "" || w != strings.ToLower(w) {
				t.Errorf("verbs.tsv: %q is no lemma in small letters", w)
			}
			if seen[v.Use][w] {
				t.Errorf("verbs.tsv: %q stands in a class twice", w)
			}
			seen[v.Use][w] = true
		}
		example(t, "verbs.tsv", v.Words[0], v.Example)
	}
}

// TestNotation reads cues that parseCue must understand and others that it must
// refuse.
func TestNotation(t *testing.T) {
	e, err := parseCue("set|lay/v (down) .. <talks>|cease-fire")
	if err != nil {
		t.Fatal(err)
	}
	if len(e) != 4 || e[0].POS != 'v' || len(e[0].Words) != 2 || !e[1].Optional || e[2].Gap != 4 || e[3].Classes != Talks || len(e[3].Words[0]) != 2 {
		t.Errorf("read as %+v", e)
	}
	for _, bad := range []string{"", "..", "(may) begin", "word ...", "word/x", "a||b", "<nobody> talks"} {
		if e, err := parseCue(bad); err == nil {
			t.Errorf("cue %q is read as %+v; want an error", bad, e)
		}
	}
}

func TestAsides(t *testing.T) {
	seen := map[string]bool{}
	for _, words := range Asides() {
		line := strings.Join(words, " ")
		if len(words) == 0 || line != strings.ToLower(line) || seen[line] {
			t.Errorf("asides.tsv: %q is empty, has capitals or stands there twice", line)
		}
		seen[line] = true
	}
	for _, r := range table.Rows("talks/asides.tsv", asidesTSV, "words", "example") {
		example(t, "asides.tsv", r[0], r[1])
		opens := slices.ContainsFunc(strings.Split(r[0], "|"), func(words string) bool { return strings.HasPrefix(strings.ToLower(r[1]), words) })
		if !opens {
			t.Errorf("asides.tsv: %q: the example opens with none of these words", r[0])
		}
	}
}
