package talks

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed stances.tsv
var stancesTSV string

//go:embed stages.tsv
var stagesTSV string

//go:embed answers.tsv
var answersTSV string

//go:embed awaited.tsv
var awaitedTSV string

//go:embed sticking.tsv
var stickingTSV string

//go:embed mediators.tsv
var mediatorsTSV string

//go:embed contents.tsv
var contentsTSV string

//go:embed asides.tsv
var asidesTSV string

// Asides are the words, in small letters, that open a paragraph about another
// matter.
var Asides = sync.OnceValue(func() [][]string {
	var out [][]string
	for _, r := range table.Rows("talks/asides.tsv", asidesTSV, "words", "example") {
		for words := range strings.SplitSeq(r[0], "|") {
			out = append(out, strings.Fields(words))
		}
	}
	return out
})

// An Index is all cues, found by what they begin with.
type Index struct {
	Cues    []Cue
	byWord  map[string][]int32
	byClass [classes][]int32
}

// ByWord are the cues (indices of Cues) that begin with a lemma or form.
func (x *Index) ByWord(word string) []int32 { return x.byWord[word] }

// ByClass appends to cues those that begin with a noun of one of the classes.
func (x *Index) ByClass(cues []int32, c Class) []int32 {
	for i := range x.byClass {
		if c&(1<<i) != 0 {
			cues = append(cues, x.byClass[i]...)
		}
	}
	return cues
}

// Cues is the index of all tables.
var Cues = sync.OnceValue(func() *Index {
	x := &Index{byWord: map[string][]int32{}}
	for _, r := range table.Rows("talks/stances.tsv", stancesTSV, "cue", "stance", "holder", "issue", "example") {
		x.add("stances.tsv", r[0], Cue{Table: Stance, Label: r[1], Role: r[2], Extra: r[3], Weight: 1, Example: r[4]})
	}
	for _, r := range table.Rows("talks/stages.tsv", stagesTSV, "cue", "stage", "ahead", "weight", "example") {
		x.add("stages.tsv", r[0], Cue{Table: Stage, Label: r[1], Extra: r[2], Weight: number("stages.tsv", r[3]), Example: r[4]})
	}
	for _, r := range table.Rows("talks/answers.tsv", answersTSV, "cue", "answer", "who", "example") {
		x.add("answers.tsv", r[0], Cue{Table: Answer, Label: r[1], Role: r[2], Weight: 1, Example: r[3]})
	}
	for _, r := range table.Rows("talks/awaited.tsv", awaitedTSV, "cue", "who", "span", "example") {
		x.add("awaited.tsv", r[0], Cue{Table: Awaited, Role: r[1], Extra: r[2], Weight: 1, Example: r[3]})
	}
	for _, r := range table.Rows("talks/sticking.tsv", stickingTSV, "cue", "issue", "weight", "example") {
		x.add("sticking.tsv", r[0], Cue{Table: Sticking, Role: r[1], Weight: number("sticking.tsv", r[2]), Example: r[3]})
	}
	for _, r := range table.Rows("talks/mediators.tsv", mediatorsTSV, "cue", "who", "weight", "example") {
		x.add("mediators.tsv", r[0], Cue{Table: Mediation, Role: r[1], Weight: number("mediators.tsv", r[2]), Example: r[3]})
	}
	for _, r := range table.Rows("talks/contents.tsv", contentsTSV, "cue", "terms", "by", "example") {
		x.add("contents.tsv", r[0], Cue{Table: Content, Label: r[1], Role: r[2], Weight: 1, Example: r[3]})
	}
	return x
})

func (x *Index) add(name, text string, c Cue) {
	elements, err := parseCue(text)
	if err != nil {
		panic("knowledge/talks/" + name + ": " + err.Error())
	}
	c.Text, c.Elements = text, elements
	n := int32(len(x.Cues))
	x.Cues = append(x.Cues, c)
	first := elements[0]
	for _, words := range first.Words {
		// Two alternatives may begin with one word ("cease" of "cease-fire").
		if list := x.byWord[words[0]]; len(list) == 0 || list[len(list)-1] != n {
			x.byWord[words[0]] = append(list, n)
		}
	}
	for i := range x.byClass {
		if first.Classes&(1<<i) != 0 {
			x.byClass[i] = append(x.byClass[i], n)
		}
	}
}
