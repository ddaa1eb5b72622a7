package gold

import (
	"fmt"
	"iter"

	"rapporteur"
)

// Texts reads plain text for counts and clusters, one document a line.
func Texts(path string) iter.Seq2[*rapporteur.Article, error] {
	type textJSON struct{ ID, URL, Date, Title, Text string }
	return records(path, func(raw *textJSON) (*rapporteur.Article, error) {
		if raw.Text == "" {
			return nil, fmt.Errorf(`document %q has no "text"`, raw.ID)
		}
		return &rapporteur.Article{Ref: raw.ID, URL: raw.URL, Title: raw.Title, Text: raw.Text, Published: day(raw.Date)}, nil
	})
}
