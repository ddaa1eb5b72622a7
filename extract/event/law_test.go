package event

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/date"
	"rapporteur/extract/grammar"
	"rapporteur/extract/place"
	"rapporteur/extract/statement"
	"rapporteur/fixture/treebank"
	"rapporteur/knowledge/plover"
)

// laws are what holds for the events of any text; it says which are broken.
func laws(d *rapporteur.Document, f *rapporteur.Findings) []string {
	var out []string
	broken := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	text := len(d.Article.Text)
	within := func(what string, s rapporteur.Span) {
		if s.Start < 0 || s.End > text || s.Empty() {
			broken("%s %v leaves the text of %d bytes", what, s, text)
		}
	}
	last := -1
	for i, e := range f.Events {
		t := plover.TypeByName(e.Type)
		if t == nil {
			broken("event %d has type %q, which PLOVER does not know", i, e.Type)
			continue
		}
		if e.Mode != "" && t.Mode(e.Mode) == nil {
			broken("event %d: %s has no mode %q", i, e.Type, e.Mode)
		}
		if e.CAMEO != t.Root(e.Mode) {
			broken("event %d: CAMEO %q, want %q", i, e.CAMEO, t.Root(e.Mode))
		}
		switch e.Status {
		case rapporteur.StatusHappened, rapporteur.StatusOngoing, rapporteur.StatusPlanned, rapporteur.StatusThreatened,
			rapporteur.StatusDemanded, rapporteur.StatusDenied, rapporteur.StatusHypothetical:
		default:
			broken("event %d: status %q", i, e.Status)
		}
		within("anchor", e.Anchor)
		if e.Sentence < 0 || e.Sentence >= len(d.Sentences) || !d.Sentences[e.Sentence].Span.Contains(e.Anchor) {
			broken("event %d: sentence %d does not hold its anchor %v", i, e.Sentence, e.Anchor)
		}
		if e.Anchor.Start < last-text {
			broken("event %d stands before the one before it", i)
		}
		last = e.Anchor.Start
		for _, s := range e.Also {
			within("another mention", s)
			if s.Overlaps(e.Anchor) {
				broken("event %d: mention %v is its anchor", i, s)
			}
		}
		if e.Date != "" {
			within("date", e.DateSpan)
		}
		if e.Place != "" {
			within("place", e.PlaceSpan)
			if d.Text(e.PlaceSpan) != e.Place {
				broken("event %d: place %q stands as %q", i, e.Place, d.Text(e.PlaceSpan))
			}
		}
		if e.Statement != rapporteur.None && (e.Statement < 0 || e.Statement >= len(f.Statements)) {
			broken("event %d: statement %d of %d", i, e.Statement, len(f.Statements))
		}
		for _, list := range [][]rapporteur.Participant{e.Actors, e.Recipients} {
			for _, p := range list {
				if p.Name == "" || strings.TrimSpace(p.Name) != p.Name || len(p.Spans) == 0 {
					broken("event %d: participant %+v", i, p)
				}
				if p.Actor != rapporteur.None && (p.Actor < 0 || p.Actor >= len(f.Actors)) {
					broken("event %d: actor %d of %d", i, p.Actor, len(f.Actors))
				}
				for _, s := range p.Spans {
					within("participant", s)
				}
			}
		}
		for _, p := range e.Recipients {
			if has(e.Actors, p) {
				broken("event %d: %s is actor and recipient", i, p.Name)
			}
		}
		if e.Rule == "" {
			broken("event %d has no rule", i)
		}
	}
	return out
}

// TestLaws holds the laws on every text of the tests.
func TestLaws(t *testing.T) {
	docs := append(parsed(t, append(lexiconTexts(), corpusTexts(t, quickCorpora, truceCorpora, alarms)...)), carefulParses.Documents(t, corpusTexts(t, carefulCorpora, truceCorpora, alarms))...)
	for _, d := range docs {
		for _, law := range laws(d, readOn(d)) {
			t.Errorf("%q: %s", d.Article.Text, law)
		}
	}
}

// FuzzFind reads documents whose trees are made of the fuzzer's bytes: any
// heads, any relations, any tags. Laws hold and nothing panics.
func FuzzFind(f *testing.F) {
	base := parsed(f, corpusTexts(f, quickCorpora))
	relations := []string{"nsubj", "obj", "iobj", "obl", "nmod", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "conj", "appos", "compound",
		"compound:prt", "amod", "case", "mark", "aux", "aux:pass", "nsubj:pass", "obl:agent", "nmod:poss", "parataxis", "root", "flat", "det", "cop"}
	tags := []string{"VBD", "VBN", "VBG", "VB", "VBZ", "NN", "NNS", "NNP", "JJ", "IN"}
	f.Add(uint16(0), []byte{})
	f.Add(uint16(3), []byte{1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Add(uint16(17), []byte("\x00\x01\xff\x10\x07\x20\x03\x09\x11"))
	f.Fuzz(func(t *testing.T, which uint16, change []byte) {
		d := *base[int(which)%len(base)]
		d.Tokens = append([]rapporteur.Token(nil), d.Tokens...)
		for i := 0; i+2 < len(change); i += 3 {
			k := int(change[i]) % len(d.Tokens)
			s := 0
			for d.Sentences[s].End <= k {
				s++
			}
			n := d.Sentences[s].End - d.Sentences[s].First
			old := d.Tokens[k].Head
			d.Tokens[k].Head = d.Sentences[s].First + int(change[i+1])%(n+1) - 1
			if d.Tokens[k].Head < d.Sentences[s].First {
				d.Tokens[k].Head = rapporteur.None
			}
			if treebank.Circular(&d, k) {
				d.Tokens[k].Head = old
			}
			d.Tokens[k].Deprel = relations[int(change[i+2])%len(relations)]
			if change[i+2]%5 == 0 {
				d.Tokens[k].XPOS = tags[int(change[i+1])%len(tags)]
			}
		}
		for _, law := range laws(&d, readOn(&d)) {
			t.Error(law)
		}
	})
}

// BenchmarkFind reads all corpora again and again: the work of Find alone.
func BenchmarkFind(b *testing.B) {
	type report struct {
		tree *grammar.Tree
		cast *actor.Cast
		f    rapporteur.Findings
	}
	var all []report
	tokens := 0
	for _, d := range parsed(b, corpusTexts(b, quickCorpora)) {
		t := grammar.New(d)
		r := report{tree: t, cast: actor.Find(t)}
		r.f = rapporteur.Findings{Statements: statement.Find(t, r.cast), Dates: date.Find(t), Places: place.Find(t)}
		all = append(all, r)
		tokens += len(d.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		for i := range all {
			r := &all[i]
			Find(r.tree, r.cast, r.f.Statements, r.f.Dates, r.f.Places)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}
