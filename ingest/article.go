package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/ingest/charset"
	"rapporteur/ingest/langid"
	"rapporteur/ingest/page"
)

// Text is an article of plain text that is UTF-8 already, as from a program.
func Text(text string, s Source) *rapporteur.Article {
	text, notes := charset.Clean(text)
	return finish(&rapporteur.Article{Text: text, Notes: notes}, s)
}

// HTML is the article of a page that is UTF-8 already, whatever it declares.
func HTML(source string, s Source) *rapporteur.Article {
	source, notes := charset.Clean(source)
	return read(source, notes, s)
}

func fromBytes(raw []byte, s Source) *rapporteur.Article {
	text, notes := charset.Decode(raw, charset.Parameter(s.ContentType))
	return finish(&rapporteur.Article{Text: text, Notes: notes}, s)
}

func fromPage(raw []byte, s Source) *rapporteur.Article {
	source, notes := charset.Decode(raw, charset.Declared(raw, s.ContentType))
	return read(source, notes, s)
}

// read takes a page apart. notes are those on its encoding.
func read(source string, notes []rapporteur.Note, s Source) *rapporteur.Article {
	p := page.Read(source, s.URL)
	a := &rapporteur.Article{
		Text: p.Text, Title: p.Title, Author: p.Author, Publisher: p.Publisher, URL: p.URL, Published: p.Published,
		Notes: append(within(notes, p.Text), p.Notes...),
	}
	if strings.TrimSpace(source) == "" {
		a.Notes = nil // finish says that it is empty, which says it all
	}
	return finish(a, s)
}

// within keeps of the notes on the encoding of a page those that concern its
// article, and moves them there: bytes lost in a script do not matter.
func within(notes []rapporteur.Note, text string) (kept []rapporteur.Note) {
	for _, note := range notes {
		if !note.Span.Empty() {
			at := strings.IndexRune(text, utf8.RuneError)
			if at < 0 {
				continue
			}
			note.Span = rapporteur.Span{Start: at, End: at + utf8.RuneLen(utf8.RuneError)}
		}
		kept = append(kept, note)
	}
	return kept
}

// finish adds what is known from outside, the language, and the note for a text
// without words.
func finish(a *rapporteur.Article, s Source) *rapporteur.Article {
	a.Ref = s.Ref
	replace(&a.URL, s.URL)
	replace(&a.Title, s.Title)
	replace(&a.Publisher, s.Publisher)
	if !s.Published.IsZero() {
		a.Published = s.Published
		a.Notes = without(a.Notes, rapporteur.NotePublished)
	}
	if strings.TrimFunc(a.Text, unicode.IsSpace) == "" {
		if len(a.Notes) == 0 {
			a.Notes = append(a.Notes, rapporteur.Note{Kind: rapporteur.NoteEmpty, Text: "there is nothing to read"})
		}
		return a
	}
	language := langid.Detect(a.Text)
	a.Language = language.Code
	if language.Foreign() {
		says := "not written in English, so not read"
		if language.Name != "" {
			says = "written in " + language.Name + ", not English, so not read"
		}
		a.Notes = append(a.Notes, rapporteur.Note{Kind: rapporteur.NoteLanguage, Text: says})
	}
	return a
}

func replace(field *string, with string) {
	if with != "" {
		*field = with
	}
}

func without(notes []rapporteur.Note, kind string) (kept []rapporteur.Note) {
	for _, note := range notes {
		if note.Kind != kind {
			kept = append(kept, note)
		}
	}
	return kept
}

// Fragment is the article of HTML, in UTF-8, that is a report and nothing else, as
// a feed has it. Its text begins with the title of s, as that of a page does.
func Fragment(source string, s Source) *rapporteur.Article {
	source, notes := charset.Clean(source)
	text := page.Fragment(source, s.Title)
	return finish(&rapporteur.Article{Text: text, Notes: within(notes, text)}, s)
}
