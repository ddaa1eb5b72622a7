package figures

import (
	"slices"
	"strings"
	"testing"
)

// measures are the values of Figure.Measure, in the order of figure.go, which
// this package does not import, and "-".
var measures = []string{
	"killed", "injured", "missing", "detained", "captives-taken", "captives-held", "released", "displaced", "sheltered", "hungry",
	"troops", "aid", "money", "share-destroyed", "other", "-",
}

func TestMeasures(t *testing.T) {
	slots := map[string][]string{
		ClassVerb:      {SlotObject, SlotSubject, SlotToll},
		ClassNoun:      {SlotSelf, SlotOf, SlotToll, SlotShare},
		ClassAdjective: {SlotBeside},
		ClassPhrase:    {SlotAfter},
	}
	type place struct{ word, class, slot, counts, with string }
	seen := map[place]bool{}
	for _, m := range Measures() {
		switch {
		case !slices.Contains(slots[m.Class], m.Slot):
			t.Errorf("%s: class %q has no slot %q", m.Word, m.Class, m.Slot)
		case !slices.Contains(measures, m.Measure):
			t.Errorf("%s: no measure %q", m.Word, m.Measure)
		case !slices.Contains([]string{CountsPeople, CountsLiving, CountsPercent, CountsAny}, m.Counts):
			t.Errorf("%s: nothing counts %q", m.Word, m.Counts)
		case m.Word != strings.ToLower(m.Word):
			t.Errorf("%s: not in small letters", m.Word)
		}
		if !strings.HasSuffix(m.Example, ".") || (m.Measure == "-") != (len(m.Reads) == 0) {
			t.Errorf("%s: example %q reads %q", m.Word, m.Example, m.Reads)
		}
		for _, r := range m.Reads {
			if !strings.HasPrefix(r, m.Measure+"(") {
				t.Errorf("%s: says %s, its example reads %q", m.Word, m.Measure, r)
			}
		}
		p := place{m.Word, m.Class, m.Slot, m.Counts, strings.Join(m.With, "|")}
		if seen[p] {
			t.Errorf("%s: twice for the %s of a %s", m.Word, m.Slot, m.Class)
		}
		seen[p] = true
	}
	for _, want := range measures {
		if !slices.ContainsFunc(Measures(), func(m Measure) bool { return m.Measure == want }) && want != "other" {
			t.Errorf("no word for %s", want)
		}
	}
}

// A row that asks for a companion must come before one of the same word that
// asks for none: the first that fits decides.
func TestMeasuresMoreDemandingFirst(t *testing.T) {
	for k, rows := range measuresOf() {
		for i, m := range rows {
			for _, before := range rows[:i] {
				if before.Word == m.Word && before.Slot == m.Slot && len(before.With) == 0 && (before.Counts == m.Counts || before.Counts == CountsAny) {
					t.Errorf("%s: the row for %s is never reached, after that for %s", k.word, m.Measure, before.Measure)
				}
			}
		}
	}
}

func TestNumbers(t *testing.T) {
	for word, n := range numbers() {
		if n.Kind == 0 || n.Value <= 0 || word != strings.ToLower(word) {
			t.Errorf("%q: kind %d, value %v", word, n.Kind, n.Value)
		}
	}
	if n := NumberOf("dozens"); n == nil || n.Kind != Vague || n.Value != 12 {
		t.Errorf("dozens is %v", n)
	}
}

func TestQualifiers(t *testing.T) {
	says := []string{"", "more than", "at least", "about", "up to", "nearly", "less than", "exactly"}
	all := AllQualifiers()
	n := len(all.Sum)
	for _, side := range []map[string][]Qualifier{all.Before, all.After} {
		for word, list := range side {
			n += len(list)
			for i, q := range list {
				if !slices.Contains(says, q.Says) || len(q.Words) == 0 {
					t.Errorf("%q says %q", q.Words, q.Says)
				}
				if i > 0 && len(list[i-1].Words) < len(q.Words) {
					t.Errorf("%q comes after a shorter one beside %q", q.Words, word)
				}
			}
		}
	}
	for verb, q := range all.Sum {
		if !slices.Contains(says, q) {
			t.Errorf("%q says %q", verb, q)
		}
	}
	if rows := strings.Count(qualifiersTSV, "\n") - strings.Count(qualifiersTSV, "#") - 1; rows != n {
		t.Errorf("%d rows, %d read: a side is misspelt", rows, n)
	}
}

func TestUnits(t *testing.T) {
	kinds := []string{UnitTime, UnitMoney, UnitPercent, UnitArea, UnitLength, UnitWeight, UnitVolume, UnitEnergy, UnitCount, UnitNever}
	for word, list := range units() {
		for _, u := range list {
			if !slices.Contains(kinds, u.Kind) || (u.Name == "") != (u.Kind == UnitNever) || len(u.Words) > 2 {
				t.Errorf("%q: kind %q, unit %q", word, u.Kind, u.Name)
			}
			if code := strings.ToUpper(u.Name) == u.Name && u.Name != ""; u.Kind == UnitMoney && code && len(u.Name) != 3 {
				t.Errorf("%q: %q is no code of ISO 4217", word, u.Name)
			}
		}
	}
}

func TestStretches(t *testing.T) {
	for _, s := range Stretches() {
		if s.Class != ClassNoun && s.Class != ClassVerb && s.Class != StretchIn {
			t.Errorf("%s: class %q", s.Word, s.Class)
		}
		if !strings.HasPrefix(s.Reads, "duration(") || !strings.HasSuffix(s.Example, ".") {
			t.Errorf("%s: example %q reads %q", s.Word, s.Example, s.Reads)
		}
	}
}

func TestVerbOf(t *testing.T) {
	for form, want := range map[string]string{"fled": "flee", "martyred": "martyr", "mowed": "", "killing": "kill", "evacuated": "evacuate", "red": "", "being": ""} {
		if got := VerbOf(form); got != want {
			t.Errorf("%q is of %q, want %q", form, got, want)
		}
	}
	for form, verb := range forms() {
		if len(MeasuresOf(ClassVerb, verb)) == 0 && !Lasts(ClassVerb, verb) {
			t.Errorf("%q is of %q, which no table has", form, verb)
		}
	}
}

func TestNouns(t *testing.T) {
	for name, set := range map[string]map[string]bool{"labels": labels(), "people": people(), "things": things()} {
		for w := range set {
			if w != strings.ToLower(w) || strings.ContainsAny(w, " \t") {
				t.Errorf("%s.tsv: %q", name, w)
			}
		}
	}
	for w := range things() {
		if Person(w) {
			t.Errorf("%q is a person and a thing", w)
		}
	}
}
