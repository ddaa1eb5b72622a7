package plover

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestTypesAndModes(t *testing.T) {
	if n := len(Types()); n != 16 {
		t.Errorf("%d types, want PLOVER's 16", n)
	}
	quads := map[string]bool{}
	modes := 0
	for _, k := range Types() {
		quads[k.Quad] = true
		modes += len(k.Modes)
		if len(k.CAMEO) != 2 || k.Meaning == "" || k.Score < -10 || k.Score > 10 {
			t.Errorf("type %s: CAMEO %q, score %v, meaning %q", k.Name, k.CAMEO, k.Score, k.Meaning)
		}
		for _, m := range k.Modes {
			if len(m.CAMEO) != 2 || m.Meaning == "" {
				t.Errorf("mode %s of %s: CAMEO %q, meaning %q", m.Name, k.Name, m.CAMEO, m.Meaning)
			}
		}
	}
	if len(quads) != 4 || modes != strings.Count(modesTSV, "\n")-strings.Count(modesTSV, "#")-1 {
		t.Errorf("%d quad classes and %d modes of known types: a mode names a type that does not exist", len(quads), modes)
	}
	if got := TypeByName("ASSAULT").Root("abduct"); got != "18" {
		t.Errorf("CAMEO root of ASSAULT/abduct is %q, want 18", got)
	}
}

func TestContextsAreThoseOfTheManual(t *testing.T) {
	var got []string
	for _, c := range Contexts() {
		got = append(got, c.Name)
		if len(c.Words) == 0 {
			t.Errorf("context %s has no words", c.Name)
		}
		for _, w := range c.Words {
			if w != strings.ToLower(w) || strings.TrimSpace(w) != w || w == "" {
				t.Errorf("context %s: word %q", c.Name, w)
			}
		}
	}
	if len(got) != 37 || !slices.IsSorted(got) {
		t.Errorf("%d contexts, want the manual's 37 in order: %q", len(got), got)
	}
}

func TestClasses(t *testing.T) {
	lemma := regexp.MustCompile(`^!?[\p{Ll}$€£'’._-]+$`)
	seen := map[string]bool{}
	for _, c := range Classes() {
		if seen[c.Name] {
			t.Errorf("class %s twice", c.Name)
		}
		seen[c.Name] = true
		if c.Meaning == "" {
			t.Errorf("class %s does not say what its words have in common", c.Name)
		}
		for _, w := range c.Words {
			if !lemma.MatchString(w) {
				t.Errorf("class %s: %q is no lemma in small letters, with _ between the words of a phrase", c.Name, w)
			}
		}
	}
}

// TestRows checks what the loader cannot: the types, modes and classes that rows
// name, and that no row says again what another one says.
func TestRows(t *testing.T) {
	sources := regexp.MustCompile(`^(manual [A-Z]+(, CAMEO [0-9 ,and-]+)?|own)$`)
	for table, rows := range map[string][]Row{"verbs.tsv": Verbs(), "nouns.tsv": Nouns()} {
		seen := map[string]bool{}
		told := map[string]bool{}
		for _, r := range rows {
			if seen[r.Text] {
				t.Errorf("%s: pattern %q twice", table, r.Text)
			}
			seen[r.Text] = true
			if r.Type != NoEvent {
				k := TypeByName(r.Type)
				if k == nil {
					t.Errorf("%s: %q: no type %q; the types are in types.tsv", table, r.Text, r.Type)
					continue
				}
				if r.Mode != "" && k.Mode(r.Mode) == nil {
					t.Errorf("%s: %q: %s has no mode %q; the modes are in modes.tsv", table, r.Text, r.Type, r.Mode)
				}
				told[r.Type+"/"+r.Mode] = true
				if len(r.Events) == 0 || !slices.ContainsFunc(r.Events, func(e string) bool { return strings.HasPrefix(e, r.Type) }) {
					t.Errorf("%s: %q: its example tells %q, no %s", table, r.Text, r.Events, r.Type)
				}
			} else if len(r.Events) > 0 {
				t.Errorf("%s: %q tells of no event, but its example of %q", table, r.Text, r.Events)
			}
			if !strings.HasSuffix(r.Example, ".") {
				t.Errorf("%s: %q: example %q is no sentence", table, r.Text, r.Example)
			}
			if !sources.MatchString(r.Source) {
				t.Errorf("%s: %q: source %q; write the section of the manual with the CAMEO codes, or own", table, r.Text, r.Source)
			}
			if r.Word != strings.ToLower(r.Word) || r.Word == "" {
				t.Errorf("%s: %q: head %q is no lemma in small letters", table, r.Text, r.Word)
			}
			for _, s := range slots(r.Pattern) {
				for _, w := range slices.Concat(s.Words, s.Not) {
					if w == "" || w != "P" && w != strings.ToLower(w) {
						t.Errorf("%s: %q: %q is no class or lemma", table, r.Text, w)
					}
				}
			}
			for _, w := range r.Complements {
				if w != strings.ToLower(w) && TypeByName(w) == nil {
					t.Errorf("%s: %q: %q is no lemma and no type", table, r.Text, w)
				}
			}
		}
		if table == "verbs.tsv" {
			for _, k := range Types() {
				if !told[k.Name+"/"] && len(k.Modes) == 0 {
					t.Errorf("no verb tells of %s", k.Name)
				}
			}
		}
	}
}

// TestEveryModeIsTold holds that each type and mode of PLOVER is told by a verb and by a
// noun, each with a sentence that tells of it and one like it that must not.
func TestEveryModeIsTold(t *testing.T) {
	for table, rows := range map[string][]Row{"verbs.tsv": Verbs(), "nouns.tsv": Nouns()} {
		told := map[string]bool{}
		for _, r := range rows {
			if r.Example != "" && len(r.Events) > 0 && r.Never != "" {
				told[r.Type+"/"+r.Mode] = true
				told[r.Type] = true
			}
		}
		for _, k := range Types() {
			if !told[k.Name] {
				t.Errorf("%s: no row tells of %s with a sentence that does and one that must not", table, k.Name)
			}
			for _, m := range k.Modes {
				if name := k.Name + "/" + m.Name; !told[name] {
					t.Errorf("%s: no row tells of %s with a sentence that does and one that must not", table, name)
				}
			}
		}
	}
}

func slots(p Pattern) []Slot {
	out := append([]Slot{p.Subject}, p.Objects...)
	for _, o := range p.Obliques {
		out = append(out, o.Slot)
	}
	return out
}

func TestGovernors(t *testing.T) {
	effects := []string{"do", "suffer", "continue", "end", "over", "plan", "threaten", "demand", "deny", "doubt", "absent", "prevent", "fail", "topic"}
	seen := map[string]bool{}
	for _, g := range Governors() {
		if !slices.Contains(effects, g.Effect) {
			t.Errorf("governors.tsv: %s %s: no effect %q; the effects are %q", g.Word, g.Slot, g.Effect, effects)
		}
		if key := g.Word + " " + g.Slot; seen[key] {
			t.Errorf("governors.tsv: %s twice", key)
		} else {
			seen[key] = true
		}
		if g.Word != strings.ToLower(g.Word) || g.Slot == "" || g.Sentence == "" {
			t.Errorf("governors.tsv: %+v", g)
		}
	}
}

func TestForms(t *testing.T) {
	for form, lemma := range Forms() {
		if len(VerbsOf(lemma)) == 0 {
			t.Errorf("forms.tsv: %s is a form of %q, which is in no pattern", form, lemma)
		}
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"A":                    "want a subject and a verb",
		"attack R":             "is no subject",
		"A attack R on":        `nothing follows "on"`,
		"A agree +maybe":       "is no clause",
		"A give R R R":         "more than two objects",
		"A impose @x on under": "cannot follow the preposition",
	} {
		if _, err := parseVerb(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", text, err, want)
		}
	}
	p, err := parseVerb("not A! break_off @talks|war with|against R^ +to:meet|ASSAULT")
	if err != nil || !p.Negated || !p.Subject.Need || p.Word != "break" || p.Particle != "off" || p.Objects[0].Role != Noun ||
		len(p.Objects[0].Words) != 2 || p.Obliques[0].Prepositions[1] != "against" || !p.Obliques[0].Body || p.Complement != "to" || p.Complements[1] != "ASSAULT" {
		t.Errorf("read %+v, %v", p, err)
	}
	n, err := parseNoun("@captive prisoner_swap with|between A")
	if err != nil || n.Subject.Role != Noun || n.Word != "swap" || n.Before[0] != "prisoner" || n.Obliques[0].Role != Actor {
		t.Errorf("read %+v, %v", n, err)
	}
}

func TestIsOf(t *testing.T) {
	for _, c := range []struct {
		words  []string
		lemma  string
		before string
		want   int
	}{
		{[]string{"truce"}, "fire", "cease", 2},
		{[]string{"truce"}, "fire", "camp", 0},
		{[]string{"truce"}, "truce", "", 1},
		{[]string{"stoppage"}, "strike", "air", 0}, // an air strike is no stoppage
		{[]string{"stoppage"}, "strike", "general", 2},
		{[]string{"tear_gas"}, "gas", "tear", 2}, // a lemma in no class
		{[]string{"nothing"}, "truce", "", 0},
	} {
		got := Matches(c.words, c.lemma, func(n int) string {
			if n == 1 {
				return c.before
			}
			return ""
		})
		if got != c.want {
			t.Errorf("%q after %q is of %q by %d words, want %d", c.lemma, c.before, c.words, got, c.want)
		}
	}
}
