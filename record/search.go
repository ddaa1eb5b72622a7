package record

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rapporteur"
)

// Words are what to search for.
type Words []Term

// A Term is a word, a phrase or the beginning of a word that must be there, or
// must not.
type Term struct {
	Words  []string // of letters and digits only
	Prefix bool     // the last word may go on
	Not    bool
}

// ParseWords reads a query as people write it: words that must all be there in
// any form, "a phrase", begin* and -without.
func ParseWords(query string) Words {
	var out Words
	for query = strings.TrimSpace(query); query != ""; query = strings.TrimSpace(query) {
		var t Term
		if rest, ok := strings.CutPrefix(query, "-"); ok {
			t.Not, query = true, rest
		}
		var text string
		if rest, ok := strings.CutPrefix(query, `"`); ok {
			text, query, _ = strings.Cut(rest, `"`)
		} else if end := strings.IndexFunc(query, unicode.IsSpace); end >= 0 {
			text, query = query[:end], query[end:]
		} else {
			text, query = query, ""
		}
		t.Prefix = strings.HasSuffix(text, "*")
		t.Words = strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if len(t.Words) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// A Hit is what a search found, with the words that it was found by.
type Hit struct {
	ID       ID              // of a statement, or of an article as a whole
	Article  *Article        // where it stands
	Speaker  string          // whose statement it is; "" for an article
	Span     rapporteur.Span // the statement's content, or the sentence that fits best
	Words    string
	Sentence rapporteur.Span // the sentence it stands in
	Rank     float64         // the higher the better, comparable among statements and among articles
}

// Found are the hits of a search, the best first.
type Found struct {
	Statements []Hit
	Articles   []Hit
}

// Search looks for words in what people said and in whole articles, among those
// that a filter lets through. A Page orders by day; these are the best first.
func (r *Record) Search(ctx context.Context, query string, of Filter, most int) (Found, error) {
	words := ParseWords(query)
	if !slices.ContainsFunc(words, func(t Term) bool { return !t.Not }) {
		return Found{}, askedWrongly("searching for %q: there must be a word to look for", query)
	}
	var out Found
	err := r.store.View(ctx, func(tx Tx) error {
		out = Found{}
		matches, err := theStatements.matches(ctx, tx, words, of, most)
		if err != nil {
			return err
		}
		for _, m := range matches {
			hit, err := statementHit(ctx, tx, m)
			if err != nil {
				return err
			}
			out.Statements = append(out.Statements, hit...)
		}
		if matches, err = theArticles.matches(ctx, tx, words, of, most); err != nil {
			return err
		}
		for _, m := range matches {
			hit, err := articleHit(ctx, tx, m, words)
			if err != nil {
				return err
			}
			out.Articles = append(out.Articles, hit)
		}
		return nil
	})
	if err != nil {
		return Found{}, fmt.Errorf("searching for %q: %w", query, err)
	}
	return out, nil
}

// matches are the rows with these words that a filter lets through, the best first.
func (s subject) matches(ctx context.Context, tx Tx, words Words, of Filter, most int) ([]Match, error) {
	if of.Words != "" {
		words = append(slices.Clone(words), ParseWords(of.Words)...)
		of.Words = ""
	}
	q, err := s.ask(ctx, tx, of)
	if err != nil {
		return nil, err
	}
	if len(q.conditions) == 0 {
		return tx.Matches(ctx, s.table, words, "", nil, most)
	}
	where, args := q.where("e", allQuiet)
	return tx.Matches(ctx, s.table, words, where, args, most)
}

// statementHit is nothing for a statement that is gone.
func statementHit(ctx context.Context, tx Tx, m Match) ([]Hit, error) {
	found, err := selected[Statement](ctx, tx, "WHERE n = ?", m.N)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	s := found[0]
	of, err := articles(ctx, tx, "WHERE n = ?", s.Article)
	if err != nil || len(of) == 0 {
		return nil, err
	}
	var spans struct{ Content [][2]int }
	if err := json.Unmarshal([]byte(s.Spans), &spans); err != nil {
		return nil, fmt.Errorf("reading the spans of %s: %w", s.ID, err)
	}
	hit := Hit{ID: s.ID, Article: of[0], Speaker: s.Speaker, Rank: m.Rank, Sentence: rapporteur.Span{Start: s.SentenceStart, End: s.SentenceStop}}
	for _, c := range spans.Content {
		hit.Span = hit.Span.Cover(rapporteur.Span{Start: c[0], End: c[1]})
	}
	hit.Words = of[0].report().Quote(hit.Span)
	return []Hit{hit}, nil
}

func articleHit(ctx context.Context, tx Tx, m Match, words Words) (Hit, error) {
	of, err := articles(ctx, tx, "WHERE n = ?", m.N)
	if err != nil || len(of) == 0 {
		return Hit{}, errors.Join(err, fmt.Errorf("article number %d is gone", m.N))
	}
	hit := Hit{ID: ArticleID(of[0].ID), Article: of[0], Rank: m.Rank}
	read, err := reading(ctx, tx, m.N)
	if err != nil || read == nil {
		return hit, err
	}
	best := 0
	for _, s := range read.Sentences {
		if n := words.in(of[0].Text[s.Span.Start:s.Span.End]); n > best {
			best, hit.Span = n, s.Span
		}
	}
	hit.Sentence, hit.Words = hit.Span, of[0].report().Quote(hit.Span)
	return hit, nil
}

// in counts the terms that text has, roughly in any form.
func (w Words) in(text string) int {
	have := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	n := 0
	for _, t := range w {
		for _, word := range t.Words {
			if !t.Not && slices.ContainsFunc(have, func(h string) bool { return inflected(h, strings.ToLower(word)) }) {
				n++
			}
		}
	}
	return n
}

// inflected reports whether two words differ in an ending at most.
func inflected(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a == b || n >= 4 && max(len(a), len(b))-n <= 3
}
