package jsonl

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"rapporteur"
)

func TestNext(t *testing.T) {
	const text = "Talks on a truce resumed in Velm, the envoy of Arden said."
	for name, test := range map[string]struct {
		line string
		want rapporteur.Article
	}{
		"text":             {`{"ref":"a","text":"` + text + `"}`, rapporteur.Article{Ref: "a", Text: text}},
		"all keys":         {`{"ref":"a","text":"` + text + `","title":"T","url":"https://a.example","publisher":"P","published":"2024-05-04"}`, rapporteur.Article{Ref: "a", Text: text, Title: "T", URL: "https://a.example", Publisher: "P", Published: time.Date(2024, 5, 4, 0, 0, 0, 0, time.UTC)}},
		"nulls":            {`{"ref":null,"text":"` + text + `","title":null,"published":null,"html":null}`, rapporteur.Article{Text: text}},
		"number":           {`{"ref":17,"text":"` + text + `"}`, rapporteur.Article{Ref: "17", Text: text}},
		"long number":      {`{"ref":9007199254740993,"text":"` + text + `"}`, rapporteur.Article{Ref: "9007199254740993", Text: text}},
		"as it is written": {`{"ref":-1.50e2,"text":"` + text + `"}`, rapporteur.Article{Ref: "-1.50e2", Text: text}},
		"unknown keys":     {`{"ref":"a","text":"` + text + `","score":[1,{"a":2}]}`, rapporteur.Article{Ref: "a", Text: text}},
		"escapes":          {`{"text":"\u201cNo\u201d\r\n\ufeff \ud83d\ude00"}`, rapporteur.Article{Text: "“No”\r\n\ufeff 😀"}},
		"text before html": {`{"text":"` + text + `","html":"<p>x"}`, rapporteur.Article{Text: text}},
		"spaces around":    {"  {\"text\":\"" + text + "\"}\t", rapporteur.Article{Text: text}},
		"RFC 3339":         {`{"text":"` + text + `","published":"2024-05-04T13:00:00Z"}`, rapporteur.Article{Text: text, Published: time.Date(2024, 5, 4, 13, 0, 0, 0, time.UTC)}},
	} {
		r := NewReader(strings.NewReader(test.line))
		got, err := r.Next()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		w := test.want
		if got.Ref != w.Ref || got.Text != w.Text || got.Title != w.Title || got.URL != w.URL || got.Publisher != w.Publisher || !got.Published.Equal(w.Published) {
			t.Errorf("%s: %+v; want %+v", name, got, w)
		}
		if _, err := r.Next(); err != io.EOF {
			t.Errorf("%s: after the last line %v; want io.EOF", name, err)
		}
	}
}

func TestNextHTML(t *testing.T) {
	page, err := os.ReadFile("../page/testdata/wordpress.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []any{nil, ""} {
		line, err := json.Marshal(map[string]any{"ref": 1, "text": text, "html": string(page), "url": "https://narrows.example/a"})
		if err != nil {
			t.Fatal(err)
		}
		a, err := NewReader(bytes.NewReader(line)).Next()
		if err != nil || a.Title != "Velm council rejects observer plan" || a.URL != "https://narrows.example/a" || !strings.HasPrefix(a.Text, a.Title+"\n\n") {
			t.Errorf("%+v, %v", a, err)
		}
	}
}

func TestOddText(t *testing.T) {
	for line, kind := range map[string]string{
		`{"text":""}`:                 rapporteur.NoteEmpty,
		`{"html":""}`:                 rapporteur.NoteEmpty,
		`{"html":"<html><p>x"}`:       rapporteur.NoteNoArticle,
		`{"text":"one\u0000two"}`:     rapporteur.NoteEncoding,
		`{"text":"one \ud800 two"}`:   rapporteur.NoteEncoding,
		"{\"text\":\"one \xff two\"}": rapporteur.NoteEncoding,
		`{"text":"` + strings.Repeat(`Die Delegation aus Arden ist am Montag in Velm eingetroffen, um die Gespräche wieder aufzunehmen. `, 3) + `"}`: rapporteur.NoteLanguage,
	} {
		a, err := NewReader(strings.NewReader(line)).Next()
		if err != nil || len(a.Notes) != 1 || a.Notes[0].Kind != kind {
			t.Errorf("%q: %+v, %v; want a note of kind %q", line, a, err, kind)
		}
	}
}

// bad is the words of the error for the first line of each file of testdata/bad.
var bad = map[string]string{
	"not-json.jsonl":        `line 1: not a JSON object`,
	"cut-short.jsonl":       `line 1: not a JSON object`,
	"two-objects.jsonl":     `line 1: not a JSON object`,
	"binary-line.jsonl":     `line 1: not a JSON object`,
	"nul-in-line.jsonl":     `line 1: not a JSON object`,
	"an-array.jsonl":        `line 1: a JSON array; it should be an object`,
	"a-string.jsonl":        `line 1: a JSON string; it should be an object`,
	"no-text.jsonl":         `line 1 (ref "a"): neither "text" nor "html"`,
	"text-null.jsonl":       `line 1 (ref "a"): neither "text" nor "html"`,
	"text-a-number.jsonl":   `line 1 (ref "a"): "text" is a JSON number; it should be a string`,
	"title-an-object.jsonl": `line 1 (ref "a"): "title" is a JSON object; it should be a string`,
	"bad-date.jsonl":        `line 1 (ref "a"): reading the date of publication "last Tuesday": not a date; try 2024-05-04,`,
	"ambiguous-date.jsonl":  `line 1 (ref "a"): reading the date of publication "04/05/2024": day and month cannot be told apart`,
	"date-a-number.jsonl":   `line 1 (ref "a"): "published" is a JSON number; it should be a string`,
	"ref-an-object.jsonl":   `line 1: "ref" is {"id":1}; it should be a string or a number`,
	"ref-true.jsonl":        `line 1: "ref" is true; it should be a string or a number`,
}

// A bad line is named, and the job goes on behind it.
func TestBadLines(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.jsonl")
	if err != nil || len(files) != len(bad) {
		t.Errorf("%d files, %d expectations (%v)", len(files), len(bad), err)
	}
	for _, path := range files {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		want, known := bad[filepath.Base(path)]
		if !known {
			t.Errorf("%s: nothing is expected of it", path)
			continue
		}
		r := NewReader(f)
		_, err = r.Next()
		var line *LineError
		if !errors.As(err, &line) || line.Line != 1 || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: error %v; want %q", path, err, want)
		}
		if a, err := r.Next(); err != nil || a.Ref != "good" {
			t.Errorf("%s: behind the bad line %+v, %v; want the good one", path, a, err)
		}
		if _, err := r.Next(); err != io.EOF {
			t.Errorf("%s: at the end %v; want io.EOF", path, err)
		}
	}
}

// Mark, blank lines, both line ends, no line end at the end; numbers count all
// lines.
func TestLines(t *testing.T) {
	r := NewReader(strings.NewReader("\xEF\xBB\xBF\n{\"ref\":1,\"text\":\"a\"}\r\n\r\n \t\nbad\n{\"ref\":2,\"text\":\"b\"}"))
	var got []int
	for {
		line, err := r.Line()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, line.Number)
		if a, err := line.Article(); err == nil && a.Ref == "" {
			t.Errorf("line %d: %+v", line.Number, a)
		}
	}
	if len(got) != 3 || got[0] != 2 || got[1] != 5 || got[2] != 6 {
		t.Errorf("lines %v; want 2, 5, 6", got)
	}
}

// A line beyond the limit is named and passed over without being held.
func TestLongLine(t *testing.T) {
	stream := io.MultiReader(strings.NewReader(`{"ref":"long","text":"`), io.LimitReader(xs{}, 3*MaxLine),
		strings.NewReader("\"}\n{\"ref\":\"good\",\"text\":\"a\"}\n"), io.LimitReader(xs{}, MaxLine+1))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r := NewReader(stream)
	_, err := r.Next()
	runtime.ReadMemStats(&after)
	var line *LineError
	if !errors.As(err, &line) || line.Line != 1 || !strings.Contains(err.Error(), "the line has 192 MB (the limit is 64 MB)") {
		t.Errorf("error %v", err)
	}
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 8*MaxLine {
		t.Errorf("%d MB were allocated for a line that is passed over", grown>>20)
	}
	if a, err := r.Next(); err != nil || a.Ref != "good" {
		t.Errorf("behind it %+v, %v", a, err)
	}
	if _, err := r.Next(); !errors.As(err, &line) || line.Line != 3 {
		t.Errorf("a long line at the end: %v", err)
	}
	if _, err := r.Next(); err != io.EOF {
		t.Errorf("at the end %v", err)
	}
}

type xs struct{}

func (xs) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// A stream that breaks is not a bad line.
func TestBrokenStream(t *testing.T) {
	broken := errors.New("the disk is gone")
	r := NewReader(io.MultiReader(strings.NewReader("{\"text\":\"a\"}\n{\"text\":"), iotest{broken}))
	if _, err := r.Next(); err != nil {
		t.Error(err)
	}
	_, err := r.Next()
	var line *LineError
	if !errors.Is(err, broken) || errors.As(err, &line) || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("error %v; want that of the stream, with the line", err)
	}
}

type iotest struct{ err error }

func (r iotest) Read([]byte) (int, error) { return 0, r.err }

func FuzzJSONL(f *testing.F) {
	files, err := filepath.Glob("testdata/bad/*.jsonl")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte("\xEF\xBB\xBF{\"ref\":1,\"html\":\"<html><p>x\",\"published\":\"4 May 2024\"}\r\n\n{\"text\":\"\\ud800\\u0000\"}"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		r := NewReader(bytes.NewReader(raw))
		last, lines := 0, bytes.Count(raw, []byte("\n"))+1
		for {
			a, err := r.Next()
			var line *LineError
			switch {
			case err == io.EOF:
				return
			case errors.As(err, &line):
				if line.Line <= last || line.Line > lines || a != nil {
					t.Fatalf("line %d after %d of %d, article %v", line.Line, last, lines, a)
				}
				last = line.Line
			case err != nil:
				t.Fatal(err)
			case !utf8.ValidString(a.Text) || strings.IndexByte(a.Text, 0) >= 0 || !utf8.ValidString(a.Ref):
				t.Fatalf("article %+v", a)
			}
			if err == nil {
				for _, note := range a.Notes {
					if note.Kind == "" || note.Span.Start < 0 || note.Span.End > len(a.Text) {
						t.Fatalf("note %+v", note)
					}
				}
			}
		}
	})
}

func BenchmarkNext(b *testing.B) {
	report := strings.Repeat("The delegation of Arden arrived in Velm on Monday to resume talks on a truce, officials said.\n\n", 40)
	line, err := json.Marshal(map[string]any{"ref": 17, "text": report, "title": "Talks", "published": "2024-05-04T13:00:00Z"})
	if err != nil {
		b.Fatal(err)
	}
	stream := bytes.Repeat(append(line, '\n'), 100)
	b.SetBytes(int64(len(stream)))
	for b.Loop() {
		r := NewReader(bytes.NewReader(stream))
		for {
			if _, err := r.Next(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
}
