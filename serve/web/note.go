package web

import (
	"context"

	"rapporteur/record/link"
)

// Notes are the evidence of a dossier that is written to a file, numbered as it
// comes: there the words stand at its end.
type notes struct {
	numbers map[string]int
	told    []link.Told
}

func newNotes() *notes { return &notes{numbers: map[string]int{}} }

// number is the number of the note that has the words.
func (n *notes) number(t link.Told) int {
	key := t.Article + t.ID
	if n.numbers[key] == 0 {
		n.told = append(n.told, t)
		n.numbers[key] = len(n.told)
	}
	return n.numbers[key]
}

type notesKey struct{}

func withNotes(ctx context.Context, n *notes) context.Context {
	return context.WithValue(ctx, notesKey{}, n)
}

// notesOf are the notes of the file that a component is part of, nil on a page.
func notesOf(ctx context.Context) *notes {
	n, _ := ctx.Value(notesKey{}).(*notes)
	return n
}

// toldPath is where evidence is seen in its report.
func toldPath(t link.Told) string {
	if t.ID == "" {
		return articlePath(t.Article)
	}
	return articlePath(t.Article) + "?finding=" + t.ID + "#panel"
}
