package gold

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode"

	"rapporteur"
)

// A NamedArticle is an article with its named entities.
type NamedArticle struct {
	*rapporteur.Article
	Region   string // part of the world it is from
	Tokens   []NamedToken
	Entities []rapporteur.Entity // First and End count in Tokens
}

// A NamedToken is a token with its BIOES tags.
type NamedToken struct {
	Span      rapporteur.Span
	Tag       string // B-Person, O …
	Nested    string // tag of an entity inside the outer one; "" where the file has none
	Paragraph int    // counted from 0
}

// Names reads token, tag and perhaps nested tag in columns, with a blank line
// after each paragraph and "# doc = ID" before each article, as Worldwide
// Newswire (Shan and others 2023) is kept here. The file holds tokens only:
// their text is put together again by the rules of English print, the same
// that score_gold.py follows, so that what we read and what we are measured on
// is one text.
func Names(path string) iter.Seq2[*NamedArticle, error] {
	return func(yield func(*NamedArticle, error) bool) {
		r := &nameReader{}
		for l, err := range lines(path) {
			var done *NamedArticle
			if err == nil {
				if done, err = r.read(l.text); err != nil {
					err = fmt.Errorf("%s: line %d: %w", path, l.number, err)
				}
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if done != nil && !yield(done, nil) {
				return
			}
		}
		last, err := r.close()
		if err != nil {
			yield(nil, fmt.Errorf("%s: end of file: %w", path, err))
		} else if last != nil {
			yield(last, nil)
		}
	}
}

// nameReader holds the article being read.
type nameReader struct {
	article   *NamedArticle
	text      strings.Builder
	glue      bool   // the next token stands without a blank before it
	open      string // class of the entity that has begun and not ended
	paragraph int
}

// read takes one line; it returns the article that the line ends, if any.
func (r *nameReader) read(text string) (*NamedArticle, error) {
	switch {
	case strings.HasPrefix(text, "# doc ="):
		done, err := r.close()
		r.article = &NamedArticle{Article: &rapporteur.Article{Ref: comment(text)}}
		r.text.Reset()
		r.glue, r.paragraph = true, 0
		return done, err
	case strings.HasPrefix(text, "# ") && !strings.Contains(text, "\t"):
		if r.article != nil && strings.HasPrefix(text, "# region =") {
			r.article.Region = comment(text)
		}
		if r.article != nil && strings.HasPrefix(text, "# url =") {
			r.article.URL = comment(text)
		}
		return nil, nil
	case strings.TrimSpace(text) == "":
		if r.open != "" {
			return nil, fmt.Errorf("the paragraph ends inside an entity of class %s", r.open)
		}
		if s := r.text.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
			r.text.WriteString("\n\n")
			r.paragraph++
		}
		r.glue = true
		return nil, nil
	}
	return nil, r.token(strings.Split(text, "\t"))
}

func comment(text string) string {
	_, value, _ := strings.Cut(text, "=")
	return strings.TrimSpace(value)
}

func (r *nameReader) token(columns []string) error {
	if r.article == nil {
		return fmt.Errorf("token %q before the first \"# doc =\"", columns[0])
	}
	if len(columns) < 2 || len(columns) > 3 || columns[0] == "" {
		return fmt.Errorf("%d columns, want token, tag and perhaps nested tag", len(columns))
	}
	word, tag := columns[0], columns[1]
	if !r.glue && !closes(word) {
		r.text.WriteByte(' ')
	}
	start := r.text.Len()
	r.text.WriteString(word)
	r.glue = opens(word)
	t := NamedToken{Span: rapporteur.Span{Start: start, End: r.text.Len()}, Tag: tag, Paragraph: r.paragraph}
	if len(columns) == 3 {
		t.Nested = columns[2]
	}
	a := r.article
	a.Tokens = append(a.Tokens, t)
	return r.tag(tag, t.Span)
}

// tag begins, continues or ends an entity.
func (r *nameReader) tag(tag string, s rapporteur.Span) error {
	a, n := r.article, len(r.article.Tokens)
	kind, class, _ := strings.Cut(tag, "-")
	switch {
	case tag == "O" && r.open == "":
		return nil
	case (kind == "B" || kind == "S") && class != "" && r.open == "":
		a.Entities = append(a.Entities, rapporteur.Entity{Span: s, First: n - 1, End: n, Type: class})
	case (kind == "I" || kind == "E") && class != "" && r.open == class:
		e := &a.Entities[len(a.Entities)-1]
		e.Span.End, e.End = s.End, n
	case r.open != "":
		return fmt.Errorf("tag %q inside an entity of class %s, which no E-%[2]s has ended", tag, r.open)
	default:
		return fmt.Errorf("tag %q where none is open, want O, B-CLASS or S-CLASS", tag)
	}
	switch kind {
	case "B":
		r.open = class
	case "E":
		r.open = ""
	}
	return nil
}

func (r *nameReader) close() (*NamedArticle, error) {
	if r.open != "" {
		return nil, fmt.Errorf("the article ends inside an entity of class %s", r.open)
	}
	a := r.article
	if a != nil {
		a.Text = strings.TrimRightFunc(r.text.String(), unicode.IsSpace)
	}
	r.article = nil
	return a, nil
}

// closes reports whether word is printed without a blank before it.
func closes(word string) bool {
	return slices.Contains([]string{
		",", ".", ";", ":", "!", "?", "%", ")", "]", "}", "’", "”", "…", "''",
		"'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m",
	}, word)
}

// opens reports whether word is printed without a blank after it.
func opens(word string) bool {
	return slices.Contains([]string{"(", "[", "{", "“", "‘", "$", "#", "``", "£", "€"}, word)
}
