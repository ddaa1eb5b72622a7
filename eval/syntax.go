package eval

import (
	"context"
	"fmt"
	"strings"

	"rapporteur"
	"rapporteur/gold"
)

const syntaxSays = `Trees from raw text against Universal Dependencies. Words and sentences are laid over the text without its white
space; one counts as right when it covers exactly the characters of a gold one. Tags, lemma and head are right when the
word is, and its tag, its lemma, its governor (the same word; UAS) and besides its relation without subtype (LAS) are the
gold's (the measures of the CoNLL 2018 shared task, with the words of a contraction that does not spell them told apart by
their order).`

var syntaxMetrics = []Metric{
	{Name: "sentences"}, {Name: "words"}, {Name: "upos"}, {Name: "xpos"}, {Name: "lemma"}, {Name: "uas"}, {Name: "las"},
}

func measureSyntax(ctx context.Context, path string, read Reader) (measured, error) {
	docs, err := gold.Trees(path)
	if err != nil {
		return measured{}, err
	}
	golds := make([]*rapporteur.Document, len(docs))
	for i, d := range docs {
		golds[i] = d.Document
	}
	t, err := over(ctx, golds, func(d *rapporteur.Document) Tally { return Syntax(d, read.on(d.Article).Document) })
	out := measured{tally: t, documents: len(docs)}
	if n := t[differs].Gold; n > 0 {
		out.notes = append(out.notes, fmt.Sprintf("%.0f documents whose characters differ from the gold's", n))
	}
	delete(t, differs)
	return out, err
}

// differs counts the documents whose words do not spell the gold's text.
const differs = "characters differ"

// Syntax counts what two language layers of one text share.
func Syntax(want, got *rapporteur.Document) Tally {
	g, p := layWords(want), layWords(got)
	t := Tally{}
	if p.length != g.length && len(got.Tokens) > 0 {
		t.add(differs, share(1, 1))
	}
	sentences := map[rapporteur.Span]bool{}
	for _, s := range p.sentences {
		sentences[s] = true
	}
	same := 0
	for _, s := range g.sentences {
		if sentences[s] {
			same++
		}
	}
	t.add("sentences", count(same, len(g.sentences), len(p.sentences)))

	right := map[string]int{}
	for key, i := range g.at {
		j, both := p.at[key]
		if !both {
			continue
		}
		a, b := want.Tokens[i], got.Tokens[j]
		heads := g.head(a.Head) == p.head(b.Head)
		for metric, ok := range map[string]bool{
			"words": true,
			"upos":  orDash(a.UPOS) == orDash(b.UPOS),
			"xpos":  orDash(a.XPOS) == orDash(b.XPOS),
			"lemma": orDash(a.Lemma) == orDash(b.Lemma),
			"uas":   heads,
			"las":   heads && relation(a.Deprel) == relation(b.Deprel),
		} {
			if ok {
				right[metric]++
			}
		}
	}
	for _, m := range syntaxMetrics[1:] {
		t.add(m.Name, count(right[m.Name], len(want.Tokens), len(got.Tokens)))
	}
	return t
}

// wordKey is a word: its characters, and its order where several share them.
type wordKey struct{ start, end, order int }

// laid is the words of a document over its text without white space.
type laid struct {
	keys      []wordKey
	at        map[wordKey]int
	sentences []rapporteur.Span
	length    int
}

func layWords(d *rapporteur.Document) laid {
	l := laid{at: map[wordKey]int{}}
	for _, s := range d.Sentences {
		first := l.length
		for i := s.First; i < s.End; {
			end := i + 1
			for end < s.End && d.Tokens[end].Joined {
				end++
			}
			l.group(d, i, end)
			i = end
		}
		l.sentences = append(l.sentences, rapporteur.Span{Start: first, End: l.length})
	}
	return l
}

// group lays the words of one surface token. Where they do not spell it
// ("du" is "de" and "le") they share its characters.
func (l *laid) group(d *rapporteur.Document, first, end int) {
	start, surface, spelt := l.length, visible(d.Text(d.SpanOf(first, end))), 0
	for i := first; i < end; i++ {
		spelt += visible(d.Word(i))
	}
	for i := first; i < end; i++ {
		key := wordKey{start, start + surface, i - first}
		if spelt == surface {
			key = wordKey{start: l.length, end: l.length + visible(d.Word(i))}
			l.length = key.end
		}
		l.keys = append(l.keys, key)
		l.at[key] = i
	}
	l.length = start + surface
}

// head is the word that governs, or a key that no word has for the root.
func (l laid) head(i int) wordKey {
	if i < 0 {
		return wordKey{-1, -1, -1}
	}
	return l.keys[i]
}

// visible counts the code points of s that are not white space.
func visible(s string) int {
	n := 0
	for _, r := range s {
		if !blank(r) {
			n++
		}
	}
	return n
}

func relation(deprel string) string {
	base, _, _ := strings.Cut(orDash(deprel), ":")
	return base
}

// orDash is how CoNLL-U writes a blank cell.
func orDash(s string) string {
	if s == "" {
		return "_"
	}
	return s
}
