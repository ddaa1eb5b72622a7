package ingest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"rapporteur"
)

// bad is what each file of testdata/bad, named by its fault, should give: words
// of the error, or else the kind of the note and words of it.
var bad = map[string]struct{ err, kind, note string }{
	"empty.txt":                   {kind: rapporteur.NoteEmpty, note: "nothing to read"},
	"only-white-space.txt":        {kind: rapporteur.NoteEmpty, note: "nothing to read"},
	"invalid-utf8.txt":            {kind: rapporteur.NoteEncoding, note: "2 bytes are no text in UTF-8 and became U+FFFD, the first in line 2"},
	"nul-bytes.txt":               {kind: rapporteur.NoteEncoding, note: "1 byte is no text in UTF-8 and became U+FFFD, the first in line 1"},
	"cut-in-a-character.txt":      {kind: rapporteur.NoteEncoding, note: "2 bytes are no text"},
	"undeclared-windows-1252.txt": {kind: rapporteur.NoteEncoding, note: "no encoding is declared; read as windows-1252"},
	"half-utf16.txt":              {kind: rapporteur.NoteEncoding, note: "1 byte is no text in UTF-16"},
	"pdf.pdf":                     {err: "looks like a PDF; convert it to text first, for example with pdftotext"},
	"pdf-named-text.txt":          {err: "looks like a PDF"},
	"picture.png":                 {err: "looks like a PNG picture; there is no text in it"},
	"archive.zip":                 {err: "looks like a ZIP archive; unpack it"},
	"word.docx":                   {err: "looks like a Word document; save it as plain text"},
	"packed.txt.gz":               {err: "looks like a gzip file; unpack it first"},
	"executable":                  {err: "looks like an executable"},
	"random-bytes":                {err: "looks like binary data; give the report as text or HTML"},
	"document.rtf":                {err: "looks like an RTF document"},
	"feed.xml":                    {err: "looks like a feed"},
	"data.xml":                    {err: "looks like XML that is no page"},
	"many-reports.jsonl":          {err: "looks like JSON Lines; read it with --jsonl"},
	"many-reports-named-text.txt": {err: "looks like JSON Lines; read it with --jsonl"},
	"data.json":                   {err: "looks like JSON; write each report on a line of its own"},
	"never-closes.html":           {},
	"cut-in-a-tag.html":           {},
	"scripts-only.html":           {kind: rapporteur.NoteNoArticle, note: "no article"},
	"no-article.html":             {kind: rapporteur.NoteNoArticle, note: "no article"},
	"empty.html":                  {kind: rapporteur.NoteEmpty, note: "nothing to read"},
	"only-a-doctype.html":         {kind: rapporteur.NoteNoArticle, note: "no article"},
	"wrong-charset.html":          {kind: rapporteur.NoteEncoding, note: "declared as windows-1252 but valid as UTF-8"},
	"lost-bytes.html":             {kind: rapporteur.NoteEncoding, note: "1 byte is no text in UTF-8"},
	"french.txt":                  {kind: rapporteur.NoteLanguage, note: "written in French, not English"},
	"french.html":                 {kind: rapporteur.NoteLanguage, note: "written in French, not English"},
}

func TestBadInput(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*")
	if err != nil || len(files) != len(bad) {
		t.Errorf("%d files, %d expectations (%v)", len(files), len(bad), err)
	}
	for _, path := range files {
		name := filepath.Base(path)
		want, known := bad[name]
		if !known {
			t.Errorf("%s: nothing is expected of it", name)
			continue
		}
		a, err := File(path, Source{})
		switch {
		case want.err != "" && (err == nil || !strings.Contains(err.Error(), want.err) || !strings.Contains(err.Error(), path)):
			t.Errorf("%s: error %v; want the path and %q", name, err, want.err)
			continue
		case want.err != "":
			continue
		case err != nil:
			t.Errorf("%s: %v", name, err)
			continue
		}
		lawful(t, a)
		switch {
		case want.kind == "" && len(a.Notes) > 0:
			t.Errorf("%s: notes %v; want none", name, a.Notes)
		case want.kind == "" && a.Text == "":
			t.Errorf("%s: no text", name)
		case want.kind != "" && (len(a.Notes) != 1 || a.Notes[0].Kind != want.kind || !strings.Contains(a.Notes[0].Text, want.note)):
			t.Errorf("%s: notes %v; want one of kind %q that says %q", name, a.Notes, want.kind, want.note)
		}
	}
}

// lawful is what holds of every article.
func lawful(t *testing.T, a *rapporteur.Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) || strings.IndexByte(a.Text, 0) >= 0 {
		t.Errorf("the text is not valid UTF-8 without NUL: %.200q", a.Text)
	}
	for _, note := range a.Notes {
		if note.Kind == "" || note.Text == "" || note.Span.Start < 0 || note.Span.End > len(a.Text) || note.Span.Start > note.Span.End {
			t.Errorf("note %+v of a text of %d bytes", note, len(a.Text))
		}
		if note.Kind == rapporteur.NoteEncoding && !note.Span.Empty() && a.Quote(note.Span) != "\uFFFD" {
			t.Errorf("note %+v points at %q", note, a.Quote(note.Span))
		}
	}
	if strings.TrimSpace(a.Text) == "" && len(a.Notes) == 0 {
		t.Error("an article without text or note")
	}
}

// The text is kept exactly, so the ID is what sha256sum prints for the file.
func TestTextIsKept(t *testing.T) {
	for name, raw := range map[string]string{
		"plain":           "Talks resumed.\n",
		"line ends":       "Talks resumed.\r\n\r\nThey ended.\rAgain.\n\n\n",
		"white space":     "  \tTalks   resumed.  \u00A0\n",
		"speaks of tags":  "The <b>bold</b> tag, said <a> & b.\n<p>is no page</p>\n",
		"not normalised":  "Cafe\u0301 “Velm” \u200Bﬁ\n",
		"control":         "Talks\x1b[0m resumed \x0c here, as the officials of Arden had said on the day before.\n",
		"no line end":     "Talks resumed",
		"object, no text": "{\"a\": 1}\nTalks resumed.",
	} {
		a, err := Bytes([]byte(raw), Source{Name: "report.txt"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		sum := sha256.Sum256([]byte(raw))
		if a.Text != raw || a.ID() != hex.EncodeToString(sum[:]) {
			t.Errorf("%s: %q became %q", name, raw, a.Text)
		}
	}
}

const report = "Arden and Velm return to talks\n\nThe delegation of Arden arrived in Velm on Monday to resume talks on a truce, officials said. " +
	"The mediators from Corrin were there already, and a draft was on the table.\n"

func TestSource(t *testing.T) {
	day := time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC)
	want := rapporteur.Article{
		Ref: "17", URL: "https://harbourpost.example/a", Title: "Talks", Publisher: "Harbour Post", Published: day, Text: report, Language: "en",
	}
	a, err := Read(strings.NewReader(report), Source{Ref: "17", URL: want.URL, Title: "Talks", Publisher: "Harbour Post", Published: day})
	if err != nil || a.Notes != nil {
		t.Fatal(err, a.Notes)
	}
	a.Notes = nil
	if got := *a; got.Ref != want.Ref || got.URL != want.URL || got.Title != want.Title || got.Publisher != want.Publisher ||
		!got.Published.Equal(want.Published) || got.Text != want.Text || got.Language != want.Language {
		t.Errorf("%+v; want %+v", got, want)
	}
}

// What is known from outside counts more than what a page says.
func TestSourceBeforePage(t *testing.T) {
	source, err := os.ReadFile("page/testdata/release.html")
	if err != nil {
		t.Fatal(err)
	}
	a := HTML(string(source), Source{})
	if a.Published.Format(time.DateOnly) != "2024-03-21" || len(a.Notes) != 1 || a.Notes[0].Kind != rapporteur.NotePublished {
		t.Errorf("published %v, notes %v; want the date of the page and a note", a.Published, a.Notes)
	}
	day := time.Date(2024, 3, 20, 0, 0, 0, 0, time.UTC)
	a = HTML(string(source), Source{Published: day, Title: "Ours", Publisher: "Ministry"})
	if !a.Published.Equal(day) || a.Title != "Ours" || a.Publisher != "Ministry" || len(a.Notes) != 0 {
		t.Errorf("%+v; want what the source says, and no note on the date", a)
	}
}

func TestIsHTML(t *testing.T) {
	for _, test := range []struct {
		raw  string
		s    Source
		want bool
	}{
		{"Talks resumed.", Source{}, false},
		{"Talks resumed.", Source{Name: "report.htm"}, true},
		{"Talks resumed.", Source{ContentType: "text/html"}, true},
		{"Talks resumed.", Source{ContentType: "application/xhtml+xml; charset=utf-8"}, true},
		{"<!DOCTYPE html><p>x", Source{ContentType: "text/plain"}, true},
		{"<!DOCTYPE html><p>x", Source{Name: "report.txt"}, true},
		{"\xEF\xBB\xBF\n <!-- saved --> <HTML>", Source{}, true},
		{"<?xml version='1.0'?><!DOCTYPE html>", Source{}, true},
		{"\xFF\xFE<\x00h\x00t\x00m\x00l\x00>\x00", Source{}, true},
		{"<p>is how a paragraph begins.</p>", Source{}, false},
		{"<!-- never closed", Source{}, false},
		{"", Source{}, false},
	} {
		if got := isHTML([]byte(test.raw), test.s); got != test.want {
			t.Errorf("%q with %+v: HTML %v; want %v", test.raw, test.s, got, test.want)
		}
	}
}

func TestTooLarge(t *testing.T) {
	_, err := Read(bytes.NewReader(make([]byte, MaxBytes+1)), Source{})
	if err == nil || !strings.Contains(err.Error(), "too large") || !strings.Contains(err.Error(), "JSON Lines") {
		t.Errorf("error %v; want the limit and what to try", err)
	}
}

func TestOneLongLine(t *testing.T) {
	line := strings.Repeat("The delegation of Arden returned to the talks with the mediators. ", 160_000)
	start := time.Now()
	a, err := Bytes([]byte(line), Source{})
	if err != nil || a.Text != line || a.Language != "en" || len(a.Notes) > 0 {
		t.Errorf("%d bytes became %d; notes %v, error %v", len(line), len(a.Text), a.Notes, err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.txt")
	if _, err := File(path, Source{}); err == nil || !strings.Contains(err.Error(), path) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v; want the path and that there is none", err)
	}
	if err := os.WriteFile(path, []byte(report), 0o644); err != nil {
		t.Fatal(err)
	}
	if a, err := File(path, Source{}); err != nil || a.Ref != path || a.Text != report || a.URL != "" {
		t.Errorf("%+v, %v", a, err)
	}
	if a, err := File(path, Source{Ref: "17"}); err != nil || a.Ref != "17" {
		t.Errorf("%+v, %v", a, err)
	}
	if _, err := File(filepath.Dir(path), Source{}); err == nil || !strings.Contains(err.Error(), "directory") {
		t.Errorf("error %v; want that it is a directory", err)
	}
}

func FuzzBytes(f *testing.F) {
	files, err := filepath.Glob("testdata/bad/*")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw, "", filepath.Base(path))
	}
	f.Add([]byte(report), "text/html; charset=utf-16", "")
	f.Fuzz(func(t *testing.T, raw []byte, contentType, name string) {
		a, err := Bytes(raw, Source{ContentType: contentType, Name: name})
		if (a == nil) == (err == nil) {
			t.Fatalf("article %v, error %v", a, err)
		}
		if err == nil {
			lawful(t, a)
		}
	})
}

func BenchmarkBytes(b *testing.B) {
	raw := []byte(strings.Repeat(report, 20))
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := Bytes(raw, Source{}); err != nil {
			b.Fatal(err)
		}
	}
}
