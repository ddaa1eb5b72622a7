package conllu

import (
	"bufio"
	"fmt"
	"io"

	"rapporteur"
)

// Write prints the language layer of d as one CoNLL-U document, "# newdoc id"
// being the caller's Ref or, without one, the article's ID. Columns that a
// Document does not have are "_".
func Write(w io.Writer, d *rapporteur.Document) error {
	out := bufio.NewWriter(w)
	id := d.Article.Ref
	if id == "" {
		id = d.Article.ID()
	}
	fmt.Fprintf(out, "# newdoc id = %s\n", oneLine(id))
	for i, s := range d.Sentences {
		if i == 0 || s.Paragraph != d.Sentences[i-1].Paragraph {
			fmt.Fprintln(out, "# newpar")
		}
		fmt.Fprintf(out, "# sent_id = %d\n# text = %s\n", i+1, oneLine(d.Text(s.Span)))
		writeSentence(out, d, s)
		fmt.Fprintln(out)
	}
	return out.Flush()
}

func writeSentence(out *bufio.Writer, d *rapporteur.Document, s rapporteur.Sentence) {
	for i := s.First; i < s.End; i++ {
		t := d.Tokens[i]
		last := i
		for !t.Joined && last+1 < s.End && d.Tokens[last+1].Joined {
			last++
		}
		if last > i {
			surface := d.Text(d.SpanOf(i, last+1))
			fmt.Fprintf(out, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n",
				i-s.First+1, last-s.First+1, oneLine(surface), spaceAfter(d, s, last))
		}
		misc := "_"
		if last == i && !t.Joined {
			misc = spaceAfter(d, s, i)
		}
		head := 0
		if t.Head >= 0 {
			head = t.Head - s.First + 1
		}
		fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s\n",
			i-s.First+1, oneLine(d.Word(i)), oneLine(orDash(t.Lemma)), orDash(t.UPOS), orDash(t.XPOS), head, orDash(t.Deprel), misc)
	}
}

// spaceAfter is the MISC column: whether the next token follows without space.
func spaceAfter(d *rapporteur.Document, s rapporteur.Sentence, i int) string {
	if i+1 < len(d.Tokens) && d.Tokens[i+1].Span.Start == d.Tokens[i].Span.End {
		return "SpaceAfter=No"
	}
	return "_"
}

func orDash(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

// oneLine keeps a field in its cell: CoNLL-U allows no tab or line break in one.
func oneLine(s string) string {
	b := []byte(nil)
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == '\t' || c == '\n' || c == '\r' {
			if b == nil {
				b = []byte(s)
			}
			b[i] = ' '
		}
	}
	if b == nil {
		return s
	}
	return string(b)
}
