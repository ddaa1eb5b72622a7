package sentence

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/knowledge/boilerplate"
	"rapporteur/language/lexis"
	"rapporteur/language/token"
)

// lines is text as one paragraph.
func lines(text string) Lines {
	l := Lines{Text: text, Tokens: token.Split(nil, text, rapporteur.Span{End: len(text)})}
	for i, t := range l.Tokens {
		next := t.Span.End
		if i+1 < len(l.Tokens) {
			next = l.Tokens[i+1].Span.Start
		}
		l.Words = append(l.Words, lexis.Describe(text[t.Span.Start:t.Span.End], nil))
		l.Gaps = append(l.Gaps, GapOf(text, rapporteur.Span{Start: t.Span.End, End: next}))
	}
	return l
}

// The linter of phrases.tsv: every row can be compared with words, finds its own
// example, is long enough for it, and is needed.
func TestPhrases(t *testing.T) {
	b := book()
	seen := map[string]bool{}
	for _, row := range boilerplate.Phrases() {
		p, err := compile(row)
		if err != nil {
			t.Error(err)
			continue
		}
		words := strings.Join(row.Words, " ")
		if seen[row.Where+words] {
			t.Errorf("%q stands there twice", words)
		}
		seen[row.Where+words] = true
		l := lines(row.Example)
		from, end := 0, len(l.Words)
		switch row.Where {
		case boilerplate.Bracket:
			if l.bracket(&phraseBook{brackets: []*phrase{p}, classes: b.classes}) < 0 {
				t.Errorf("%q finds no credit in its example %q", words, row.Example)
			}
			continue
		case boilerplate.Credit:
			for from < end && l.Words[from].Form != stop {
				from++
			}
			from++
		}
		if !l.match(b, p, p.parts, from, end) {
			t.Errorf("%q is not in its example %q", words, row.Example)
			continue
		}
		if end-from > p.max {
			t.Errorf("%q may have %d words and its example %q has %d", words, p.max, row.Example, end-from)
		}
		if b.find(l, from, end, row.Where) == nil {
			t.Errorf("%q is not looked for in %q", words, row.Example)
		}
	}
}

// Sentences of reports that come near to the phrases and are no boilerplate, and
// paragraphs with boilerplate in part of them, which stands in braces; the rest
// of a caption stands in <>, being a heading.
const paragraphs = `
The army shared this article of the truce with the envoys on Monday.
Read by his spokesman, the statement said that Velm would not sign.
Reporting by the press agency of Velm has shown that soldiers were killed.
By Monday the rebels had left Port Velm, he said.
Subscribers of the telephone company of Velm lost their service.
The minister updated parliament on the talks at noon.
An earlier version of the agreement was signed in March.
The report was updated by the United Nations after protests from Arden.
Correction of the border is our first aim, the minister said.
Copyright law was on the table, she said.
More news from the front reached Port Velm on Monday.
Related talks on grain are to begin in June.
Twelve states contributed to this fund.
Vale, who reported from Velm for ten years, was shot on Monday.
Follow-up talks on aid are planned, and Twitter was closed.
Photographs of the quay show two craters.
File-sharing sites were closed by the army of Velm.
Watch posts along the border were shelled here and there.
Click here, click there: the shutters of the photographers never stopped.
“Sign up for the army,” his emails said.
“Click here to read the letter.” It was a trap.
Thank you for coming, the president told the envoys.
The views expressed by the minister drew criticism.
The count does not necessarily reflect the true toll.
Sources say that the talks failed.
He was killed in the raid. (Two others fled.)
A poll found that most want a truce (Lund/Orr, 2024).
The truce holds. {Read more: Rebels leave Port Velm}
Rebels left Port Velm on Monday. {(Reporting by Mara Venn; Editing by Tom Rook)}
He left. {Harbour Post writer Ada Lund in Oster contributed to this report.}
{An earlier version of this story misstated the toll.} {It was 12, not 14.}
{© 2024 Harbour Post.} {All rights reserved.}
{FILE - President Aster Vale attends the talks in Port Velm.} {(AP Photo/Ada Lund, File)}
<Soldiers leave the port of Velm.> {(Photo: Ada Lund/Harbour Agency)}
<Soldiers leave the port of Velm.> {Image: Ada Lund.}
<Soldiers leave the port of Velm on Monday [Ada Lund/Harbour Agency]>
{By Mara Venn and Tom Rook in Port Velm}
{Print Email Share}
{Last updated at 14:05 GMT}
`

func TestMarkBoilerplate(t *testing.T) {
	splitter, _ := load(t)
	for _, line := range strings.Split(strings.TrimSpace(paragraphs), "\n") {
		l := lines(strings.NewReplacer("{", "", "}", "", "<", "", ">", "").Replace(line))
		var sentences []rapporteur.Sentence
		start := 0
		end := func(i int) {
			sentences = append(sentences, rapporteur.Sentence{
				Span:  rapporteur.Span{Start: l.Tokens[start].Span.Start, End: l.Tokens[i].Span.End},
				First: 100 + start, End: 100 + i + 1,
			})
			start = i + 1
		}
		splitter.Split(l.Paragraph, end)
		end(len(l.Words) - 1)
		MarkBoilerplate(l, sentences, 100)
		var got []string
		for _, s := range sentences {
			words := l.Text[s.Span.Start:s.Span.End]
			switch {
			case s.Boilerplate && !s.Heading:
				t.Errorf("%q is boilerplate and no heading", words)
			case s.Boilerplate:
				words = "{" + words + "}"
			case s.Heading:
				words = "<" + words + ">"
			}
			got = append(got, words)
		}
		g := strings.Join(got, " ")
		if want := strings.NewReplacer("} {", " ", "> <", " ").Replace(line); strings.NewReplacer("} {", " ", "> <", " ").Replace(g) != want {
			t.Errorf("\n got %s\nwant %s", g, line)
		}
	}
}

// The laws: any text can be marked, what is boilerplate is a heading, and nothing
// else of a sentence changes.
func FuzzMarkBoilerplate(f *testing.F) {
	for line := range strings.Lines(paragraphs) {
		f.Add(line, 3)
	}
	for _, row := range boilerplate.Phrases() {
		f.Add(row.Example, 2)
	}
	f.Fuzz(func(t *testing.T, text string, every int) {
		l := lines(text)
		if len(l.Words) == 0 || every < 1 {
			t.Skip()
		}
		var sentences []rapporteur.Sentence
		for first := 0; first < len(l.Words); first += every {
			sentences = append(sentences, rapporteur.Sentence{First: first, End: min(first+every, len(l.Words))})
		}
		MarkBoilerplate(l, sentences, 0)
		for i, s := range sentences {
			if s.Boilerplate && !s.Heading {
				t.Errorf("%q: sentence %d is boilerplate and no heading", text, i)
			}
			if s.First != i*every || s.End != min(s.First+every, len(l.Words)) {
				t.Errorf("%q: sentence %d has moved", text, i)
			}
		}
	})
}
