package talks

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/date"
	"rapporteur/extract/grammar"
	"rapporteur/extract/place"
	"rapporteur/extract/statement"
	"rapporteur/fixture/treebank"
	know "rapporteur/knowledge/talks"
)

// marked is an example of a table without its marks, with what stands in
// brackets (who) and in braces (what).
func marked(example string) (text string, who, what []string) {
	var plain strings.Builder
	open := map[byte][]int{}
	for i := 0; i < len(example); i++ {
		switch c := example[i]; c {
		case '[', '{':
			open[c+2] = append(open[c+2], plain.Len())
		case ']', '}':
			last := len(open[c]) - 1
			words := plain.String()[open[c][last]:]
			open[c] = open[c][:last]
			if c == ']' {
				who = append(who, words)
			} else {
				what = append(what, words)
			}
		default:
			plain.WriteByte(c)
		}
	}
	return plain.String(), who, what
}

// exampleTexts are the examples of all tables.
func exampleTexts() []string {
	var out []string
	add := func(example string) {
		text, _, _ := marked(example)
		out = append(out, text)
	}
	out = append(out, cueTexts()...)
	nouns, _ := know.Nouns()
	for _, n := range nouns {
		add(n.Example)
	}
	kinds, _ := know.Kinds()
	for _, k := range kinds {
		add(k.Example)
	}
	verbs, _ := know.Verbs()
	for _, v := range verbs {
		add(v.Example)
	}
	return out
}

// cueTexts are the examples of the cues.
func cueTexts() []string {
	var out []string
	for _, c := range know.Cues().Cues {
		text, _, _ := marked(c.Example)
		out = append(out, text)
	}
	return out
}

// on is a finder that has read d but decided nothing.
func on(d *rapporteur.Document) *finder {
	t := grammar.New(d)
	cast := actor.Find(t)
	return newFinder(t, cast, statement.Find(t, cast), nil, date.Find(t), place.Find(t))
}

// TestCues reads the example of every cue on the trees of both readers: the cue is
// found, it tells of those in brackets, and what is recorded are the words in braces.
func TestCues(t *testing.T) {
	t.Run("quick", func(t *testing.T) { readCues(t, parses, nil) })
	t.Run("careful", func(t *testing.T) { readCues(t, carefulParses, carefulFaults) })
}

// carefulFaults are the examples that the careful reader does not parse well enough,
// and why. Each of them must fail.
var carefulFaults = map[string]string{
	"[Norway]'s support for {the plan} never wavered.": "\"wavered\" is tagged an infinitive",
}

func readCues(t *testing.T, parses *treebank.File, faults map[string]string) {
	cues := know.Cues().Cues
	for i, d := range parses.Documents(t, cueTexts()) {
		c := &cues[i]
		f := on(d)
		for a := range f.count() {
			f.parties = append(f.parties, side{actor: a, name: f.who(a).Name})
		}
		fault := "the cue does not match"
		for k := range f.hits {
			if h := &f.hits[k]; h.cue == c {
				if fault = f.fault(h); fault == "" {
					break
				}
			}
		}
		switch why, known := faults[c.Example]; {
		case fault == "" && known:
			t.Errorf("%s %q: %s is right now; take it off the list", tableNames[c.Table], c.Text, c.Example)
		case fault != "" && known:
			t.Logf("%s: known: %s", c.Example, why)
		case fault != "":
			t.Errorf("%s %q: %s\n  %s", tableNames[c.Table], c.Text, c.Example, fault)
		}
	}
}

var tableNames = map[know.Table]string{know.Stance: "stances.tsv", know.Stage: "stages.tsv", know.Answer: "answers.tsv", know.Awaited: "awaited.tsv",
	know.Sticking: "sticking.tsv", know.Mediation: "mediators.tsv", know.Content: "contents.tsv"}

// fault is what the cue of h does not tell of its example, "" where it tells all.
func (f *finder) fault(h *hit) string {
	_, who, what := marked(h.cue.Example)
	switch h.cue.Table {
	case know.Stance:
		if f.unsaid(h) {
			return "it counts as not said"
		}
		words := f.span(f.issue(h))
		if words.Empty() {
			return "it names no issue"
		}
		if h.cue.Extra == "clause" || h.cue.Extra == "duty" {
			words = f.span(f.extent(h))
		}
		return f.differs(f.holders(h), who, []rapporteur.Span{words}, what)
	case know.Stage:
		if stage, w := f.weigh(h); !f.says(h) || stage != h.cue.Label && stage != h.cue.Extra || w <= 0 {
			return fmt.Sprintf("it says %s by %.1f", stage, w)
		}
	case know.Answer:
		if f.conditional(h) {
			return "it counts as a condition"
		}
		return f.differs(f.answering(h), who, nil, nil)
	case know.Awaited:
		return f.differs(f.owing(h), who, []rapporteur.Span{f.span(f.dueWords(h))}, what)
	case know.Sticking:
		if f.settled(h) {
			return "it counts as settled"
		}
		var spans []rapporteur.Span
		for _, p := range f.points(h) {
			spans = append(spans, f.pieceSpan(p))
		}
		return f.differs(nil, nil, spans, what)
	case know.Mediation:
		return f.differs(f.between(h), who, nil, nil)
	case know.Content:
		b := &bundle{f: f, last: rapporteur.None}
		f.terms(b, h)
		return f.differs(nil, nil, b.taken, what)
	}
	return ""
}

// differs says how the actors and words that a cue gives differ from those wanted.
func (f *finder) differs(actors []int, who []string, spans []rapporteur.Span, what []string) string {
	for _, name := range who {
		if !slices.ContainsFunc(actors, func(a int) bool { return f.mentioned(a, name) }) {
			var names []string
			for _, a := range actors {
				names = append(names, f.who(a).Name)
			}
			return fmt.Sprintf("it is of %q, not of %q", names, name)
		}
	}
	var words []string
	for _, s := range spans {
		words = append(words, f.t.Text(s))
	}
	if !slices.Equal(words, what) {
		return fmt.Sprintf("it reads %q, not %q", words, what)
	}
	return ""
}

// mentioned reports whether words of the text mean actor a: whether they hold a
// mention, or stand in one.
func (f *finder) mentioned(a int, words string) bool {
	text := f.t.Article.Text
	for _, m := range f.who(a).Mentions {
		for from := 0; ; {
			i := strings.Index(text[from:], words)
			if i < 0 {
				break
			}
			if m.Overlaps(rapporteur.Span{Start: from + i, End: from + i + len(words)}) {
				return true
			}
			from += i + 1
		}
	}
	return false
}

// TestNouns finds in the example of every noun one of its words.
func TestNouns(t *testing.T) {
	rows, _ := know.Nouns()
	texts := make([]string, len(rows))
	for i := range rows {
		texts[i] = rows[i].Example
	}
	for i, d := range parsed(t, texts) {
		f := on(d)
		if !slices.ContainsFunc(f.nouns, func(n noun) bool { return n.class == rows[i].Class && n.weight == rows[i].Weight }) {
			t.Errorf("nouns.tsv %q: not found in %q", rows[i].Words[0], rows[i].Example)
		}
	}
}

// TestKinds reads the kind of the example of every row.
func TestKinds(t *testing.T) {
	rows, _ := know.Kinds()
	texts := make([]string, len(rows))
	for i := range rows {
		texts[i] = rows[i].Example
	}
	for i, d := range parsed(t, texts) {
		if kind, w := on(d).kind(0, len(d.Tokens)); kind != rows[i].Kind || w <= 0 {
			t.Errorf("kinds.tsv %q: %q is of kind %s by %.1f, want %s", rows[i].Words[0], rows[i].Example, kind, w, rows[i].Kind)
		}
	}
}

// TestVerbs reads the examples of verbs: those at the head of a term give one,
// what only tells of the meeting or of the agreement gives none.
func TestVerbs(t *testing.T) {
	rows, _ := know.Verbs()
	texts := make([]string, len(rows))
	for i := range rows {
		texts[i] = rows[i].Example
	}
	for i, d := range parsed(t, texts) {
		f := on(d)
		b := &bundle{f: f, last: rapporteur.None}
		for k := range f.hits {
			if f.hits[k].cue.Table == know.Content {
				f.terms(b, &f.hits[k])
			}
		}
		if read := len(b.taken) > 0; read != (rows[i].Use == know.Begins) {
			t.Errorf("verbs.tsv %q: %d terms in %q", rows[i].Words[0], len(b.taken), rows[i].Example)
		}
	}
}
