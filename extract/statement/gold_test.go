package statement_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/gold"
	"rapporteur/pipeline"
)

// TestPolNeAR measures the statements of the built-in reader on the development
// part of PolNeAR, whose annotators also mark wishes, plans, praise and blame, which are
// no statements here: recall is bounded by that. PolNeAR has quotation marks and
// "that" in a content; they are given back before it is compared. The floors are a
// little below what was reached when they were set.
func TestPolNeAR(t *testing.T) {
	if testing.Short() {
		t.Skip("parses 80,000 words; run without -short")
	}
	path := gold.Shared(t, "data", "attribution", "polnear.dev.jsonl.gz")
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var source, cue, content, bare score
	for a, err := range gold.Attributions(path) {
		if err != nil {
			t.Fatal(err)
		}
		var wantSource, wantCue, wantContent, gotSource, gotCue, gotContent, gotBare []rapporteur.Span
		for _, w := range a.Attributions {
			wantSource, wantCue, wantContent = append(wantSource, w.Source...), append(wantCue, w.Cue...), append(wantContent, w.Content...)
		}
		for _, s := range p.Read(&rapporteur.Article{Text: a.Text, Published: a.Published}).Findings.Statements {
			gotSource, gotCue = append(gotSource, s.Speaker.Spans...), append(gotCue, s.Cue)
			for _, c := range s.Content {
				gotBare, gotContent = append(gotBare, c), append(gotContent, marked(a.Text, c))
			}
		}
		source.add(wantSource, gotSource)
		cue.add(wantCue, gotCue)
		content.add(wantContent, gotContent)
		bare.add(wantContent, gotBare)
	}
	t.Logf("content without marks and \"that\", as the record has it: F1 %.3f", bare.f1())
	for _, part := range []struct {
		name  string
		score score
		floor float64
	}{{"source", source, 0.62}, {"cue", cue, 0.58}, {"content", content, 0.54}} {
		t.Logf("%s exact: F1 %.3f (%d right, %d gold, %d read)", part.name, part.score.f1(), part.score.right, part.score.gold, part.score.read)
		if part.score.f1() < part.floor {
			t.Errorf("%s exact: F1 %.3f, want %.2f", part.name, part.score.f1(), part.floor)
		}
	}
}

// score counts spans that are exactly right.
type score struct{ right, gold, read int }

func (s *score) add(want, got []rapporteur.Span) {
	in := map[rapporteur.Span]bool{}
	for _, w := range want {
		in[w] = true
	}
	seen := map[rapporteur.Span]bool{}
	for _, g := range got {
		if !seen[g] && in[g] {
			s.right++
		}
		seen[g] = true
	}
	s.gold += len(in)
	s.read += len(seen)
}

func (s score) f1() float64 { return 2 * float64(s.right) / float64(s.gold+s.read) }

// marked is a content with what PolNeAR counts to it: its quotation marks, with
// the comma or stop inside them, and "that" before it.
func marked(text string, s rapporteur.Span) rapporteur.Span {
	const opening, closing = "“\"'‘«", "”\"'’»"
	end := s.End
	for _, r := range text[s.End:] {
		if !strings.ContainsRune(closing+",.", r) {
			break
		}
		end += utf8.RuneLen(r)
		if strings.ContainsRune(closing, r) {
			s.End = end
		}
	}
	for s.Start > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:s.Start])
		if !strings.ContainsRune(opening, r) {
			break
		}
		s.Start -= n
	}
	if strings.HasSuffix(text[:s.Start], " that ") {
		s.Start -= len("that ")
	}
	return s
}
