package pipeline

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"
	"unicode/utf8"

	"rapporteur"
)

// examples are the reports that ship with the program.
func examples(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../testdata/reports/*.txt")
	if err != nil || len(files) < 4 {
		t.Fatalf("%d example reports (%v)", len(files), err)
	}
	var out []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(text))
	}
	return out
}

// FuzzRead holds the laws of a reading for any text: tokens and sentences
// ascend, spans lie within the text and begin and end between its characters,
// indices point at something, and the JSON parses. (With -fuzzminimizetime 10x it
// gets further: the first inputs are long and slow to make shorter.)
func FuzzRead(f *testing.F) {
	p, err := New(Options{})
	if err != nil {
		f.Fatal(err)
	}
	for _, text := range append(examples(f), "", "\n\n", "“", "\"\"\"", "…", "\u00a0a\u200b", "On Monday, Monday", "He said he said “he said", "1,000-2,000", "نعم. 是。",
		"The Sheriff's Department closed the border of Arden.") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<14 {
			t.Skip("ingest hands out valid UTF-8; long texts fuzz slowly")
		}
		r := p.Read(&rapporteur.Article{Text: text, Published: time.Date(2024, 6, 14, 0, 0, 0, 0, time.UTC)})
		lawfulDocument(t, r.Document)
		lawfulFindings(t, r)
		for _, v := range []json.Marshaler{r, r.Document} {
			out, err := v.MarshalJSON()
			if err != nil || !json.Valid(out) {
				t.Errorf("%v in %.200s", err, out)
			}
		}
	})
}

func lawfulSpan(t *testing.T, text, what string, s rapporteur.Span) {
	t.Helper()
	between := func(i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
	if s.Start < 0 || s.End > len(text) || s.End < s.Start || !between(s.Start) || !between(s.End) {
		t.Errorf("%s: span %v of a text of %d bytes", what, s, len(text))
	}
}

func lawfulDocument(t *testing.T, d *rapporteur.Document) {
	t.Helper()
	text := d.Article.Text
	end := 0
	for i, k := range d.Tokens {
		lawfulSpan(t, text, "token", k.Span)
		if k.Span.Start < end || k.Span.Empty() {
			t.Errorf("token %d at %v begins before the end %d of the one before, or is empty", i, k.Span, end)
		}
		end = k.Span.End
	}
	next := 0
	for i, s := range d.Sentences {
		if s.First != next || s.End <= s.First || s.End > len(d.Tokens) {
			t.Fatalf("sentence %d holds tokens %d to %d; the next is %d of %d", i, s.First, s.End, next, len(d.Tokens))
		}
		next = s.End
		roots := 0
		for k := s.First; k < s.End; k++ {
			switch head := d.Tokens[k].Head; {
			case head == rapporteur.None:
				roots++
			case head < s.First || head >= s.End:
				t.Errorf("token %d of sentence %d hangs on %d", k, i, head)
			}
		}
		if roots != 1 {
			t.Errorf("sentence %d has %d roots", i, roots)
		}
	}
	if next != len(d.Tokens) {
		t.Errorf("%d of %d tokens are in a sentence", next, len(d.Tokens))
	}
	last := 0
	for _, e := range d.Entities {
		if e.First < last || e.End <= e.First || e.End > len(d.Tokens) {
			t.Errorf("entity of tokens %d to %d after %d", e.First, e.End, last)
		}
		last = e.End
	}
}

func lawfulFindings(t *testing.T, r *rapporteur.Reading) {
	t.Helper()
	text, f := r.Document.Article.Text, r.Findings
	span := func(what, rule string, spans ...rapporteur.Span) {
		for _, s := range spans {
			lawfulSpan(t, text, what, s)
		}
		if rule == "" {
			t.Errorf("%s without a rule", what)
		}
	}
	index := func(what string, i, n int) {
		if i < rapporteur.None || i >= n {
			t.Errorf("%s points at %d of %d", what, i, n)
		}
	}
	sentence := func(what string, i int) {
		if i < 0 || i >= len(r.Document.Sentences) {
			t.Errorf("%s in sentence %d of %d", what, i, len(r.Document.Sentences))
		}
	}
	participants := func(what string, in ...rapporteur.Participant) {
		for _, p := range in {
			index(what, p.Actor, len(f.Actors))
			for _, s := range p.Spans {
				lawfulSpan(t, text, what, s)
			}
		}
	}
	for _, a := range f.Actors {
		span("actor", a.Rule, a.Mentions...)
		index("actor", a.Of, len(f.Actors))
	}
	for _, s := range f.Statements {
		span("statement", s.Rule, s.Content...)
		span("cue", s.Rule, s.Cue)
		participants("statement", s.Speaker, s.Addressee)
		sentence("statement", s.Sentence)
	}
	for _, e := range f.Events {
		span("event", e.Rule, e.Anchor, e.DateSpan, e.PlaceSpan)
		span("event", e.Rule, e.Also...)
		participants("actor of an event", e.Actors...)
		participants("recipient of an event", e.Recipients...)
		index("event", e.Statement, len(f.Statements))
		sentence("event", e.Sentence)
	}
	for _, x := range f.Figures {
		span("figure", x.Rule, x.Span)
		index("figure", x.Statement, len(f.Statements))
		sentence("figure", x.Sentence)
	}
	for _, d := range f.Dates {
		span("date", d.Rule, d.Span)
		sentence("date", d.Sentence)
	}
	for _, p := range f.Places {
		span("place", p.Rule, p.Span)
		sentence("place", p.Sentence)
	}
	for _, x := range f.Talks {
		span("talks", x.Rule, x.VenueSpan, x.StageSpan)
		span("talks", x.Rule, x.Spans...)
		participants("party", x.Parties...)
		participants("mediator", x.Mediators...)
	}
	for _, n := range f.Notes {
		lawfulSpan(t, text, "note", n.Span)
	}
}
