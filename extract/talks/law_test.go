package talks

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/date"
	"rapporteur/extract/event"
	"rapporteur/extract/grammar"
	"rapporteur/extract/place"
	"rapporteur/extract/statement"
	"rapporteur/fixture/treebank"
)

var (
	stages  = []string{rapporteur.StageProposed, rapporteur.StageAgreedToMeet, rapporteur.StageUnderWay, rapporteur.StageCritical, rapporteur.StageStalled, rapporteur.StageSuspended, rapporteur.StageDealReached, rapporteur.StageSigned, rapporteur.StageImplementing, rapporteur.StageCollapsed, rapporteur.StageRejected}
	stances = []string{"demands", "insists", "offers", "accepts", "rejects", "opposes", "supports", "warns", "open-to"}
	replies = []string{"awaited", "accepted", "rejected", "accepted-with-reservations", "countered"}
)

// laws are what holds for the talks of any text; it says which are broken.
func laws(d *rapporteur.Document, f *rapporteur.Findings) []string {
	var out []string
	broken := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	text := len(d.Article.Text)
	within := func(what string, s rapporteur.Span) {
		if s.Start < 0 || s.End > text || s.Empty() {
			broken("%s %v leaves the text of %d bytes, or is empty", what, s, text)
		}
	}
	said := func(what, words, rule string) {
		if words == "" || rule == "" {
			broken("%s: words %q, rule %q", what, words, rule)
		}
	}
	for i, t := range f.Talks {
		for _, o := range f.Talks[:i] {
			if slices.ContainsFunc(t.Parties, func(p rapporteur.Participant) bool {
				return slices.ContainsFunc(o.Parties, func(q rapporteur.Participant) bool { return p.Name == q.Name })
			}) {
				broken("two negotiations of one report with a party in common: %v, %v", t.Parties, o.Parties)
			}
		}
	}
	for _, t := range f.Talks {
		if len(t.Parties) == 0 || t.Rule == "" {
			broken("talks without a party or rule: %v", t)
		}
		if !slices.Contains(stages, t.Stage) {
			broken("stage %q", t.Stage)
		}
		if !t.StageSpan.Empty() {
			within("stage", t.StageSpan)
		}
		if t.Venue != "" {
			within("venue", t.VenueSpan)
		}
		for _, s := range t.Spans {
			within("mention", s)
		}
		names := map[string]bool{}
		for _, list := range [][]rapporteur.Participant{t.Parties, t.Mediators} {
			for _, p := range list {
				if p.Name == "" || len(p.Spans) == 0 || p.Actor != rapporteur.None && (p.Actor < 0 || p.Actor >= len(f.Actors)) {
					broken("participant %+v of %d actors", p, len(f.Actors))
				}
				if names[p.Name] {
					broken("%s sits at the table twice", p.Name)
				}
				names[p.Name] = true
				for _, s := range p.Spans {
					within("participant", s)
				}
			}
		}
		for _, p := range t.Proposals {
			within("proposal", p.Span)
			if len(p.Terms)+len(p.Answers) == 0 || p.Rule == "" {
				broken("a proposal with neither terms nor answers: %v", p)
			}
			for _, x := range p.Terms {
				within("term", x.Span)
				said("term", x.Kind, x.Rule)
			}
			for _, x := range p.Answers {
				within("answer", x.Span)
				said("answer", x.Actor, x.Rule)
				if !slices.Contains(replies, x.Answer) {
					broken("answer %q", x.Answer)
				}
			}
		}
		for _, x := range t.Positions {
			within("position", x.Span)
			said("position of nobody", x.Actor, x.Rule)
			said("position on nothing", x.Issue, x.Rule)
			if !slices.Contains(stances, x.Stance) {
				broken("stance %q", x.Stance)
			}
		}
		for i, x := range t.StickingPoints {
			within("sticking point", x.Span)
			said("sticking point", x.Issue, x.Rule)
			for _, o := range t.StickingPoints[:i] {
				if o.Span.Overlaps(x.Span) {
					broken("sticking points %v and %v overlap", o.Span, x.Span)
				}
			}
		}
		for _, x := range t.Awaited {
			within("awaited", x.Span)
			said("awaited from nobody", x.From, x.Rule)
		}
	}
	return out
}

// TestLaws holds the laws on every text of the tests, and that reading a text
// again reads the same.
func TestLaws(t *testing.T) {
	texts := append(exampleTexts(), storyTexts(t)...)
	for i, d := range parsed(t, texts) {
		f := read(d)
		for _, law := range laws(d, f) {
			t.Errorf("%q: %s", texts[i], law)
		}
		if again := read(d); !reflect.DeepEqual(f.Talks, again.Talks) {
			t.Errorf("%q: read once as %v, then as %v", texts[i], f.Talks, again.Talks)
		}
	}
}

// TestEmpty reads texts with nothing in them.
func TestEmpty(t *testing.T) {
	for _, text := range []string{"", "\n\n", ".", "Talks"} {
		d := &rapporteur.Document{Article: &rapporteur.Article{Text: text}}
		if got := read(d).Talks; len(got) != 0 {
			t.Errorf("%q without a token: %v", text, got)
		}
	}
}

// A prepared report is one that all finders but this one have read.
type prepared struct {
	document *rapporteur.Document
	cast     *actor.Cast
	findings rapporteur.Findings
}

// prepare runs the finders that talks need on the stories.
func prepare(t testing.TB) []prepared {
	var out []prepared
	for _, d := range parsed(t, storyTexts(t)) {
		tree := grammar.New(d)
		r := prepared{document: d, cast: actor.Find(tree)}
		r.findings = rapporteur.Findings{Actors: r.cast.Actors, Statements: statement.Find(tree, r.cast), Dates: date.Find(tree), Places: place.Find(tree)}
		r.findings.Events = event.Find(tree, r.cast, r.findings.Statements, r.findings.Dates, r.findings.Places)
		out = append(out, r)
	}
	return out
}

// on reads r with the tree t.
func (r *prepared) on(t *grammar.Tree) []rapporteur.Talks {
	return Find(t, r.cast, r.findings.Statements, r.findings.Events, r.findings.Dates, r.findings.Places)
}

// FuzzFind reads stories whose trees are made of the fuzzer's bytes: any heads,
// any relations, any tags. Laws hold and nothing panics.
func FuzzFind(f *testing.F) {
	base := prepare(f)
	relations := []string{"nsubj", "obj", "iobj", "obl", "nmod", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "conj", "appos", "compound",
		"compound:prt", "amod", "case", "mark", "aux", "aux:pass", "nsubj:pass", "obl:agent", "nmod:poss", "parataxis", "root", "flat", "det", "cop"}
	tags := [][2]string{{"VERB", "VBD"}, {"VERB", "VBN"}, {"VERB", "VBG"}, {"VERB", "VB"}, {"AUX", "MD"}, {"NOUN", "NN"}, {"NOUN", "NNS"}, {"PROPN", "NNP"}, {"ADJ", "JJ"}, {"ADP", "IN"}}
	f.Add(uint16(0), []byte{})
	f.Add(uint16(3), []byte{1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Add(uint16(17), []byte("\x00\x01\xff\x10\x07\x20\x03\x09\x11"))
	f.Fuzz(func(t *testing.T, which uint16, change []byte) {
		r := base[int(which)%len(base)]
		d := *r.document
		d.Tokens = slices.Clone(d.Tokens)
		for i := 0; i+2 < len(change); i += 3 {
			k := (int(change[i]) + 251*i) % len(d.Tokens)
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
				tag := tags[int(change[i+1])%len(tags)]
				d.Tokens[k].UPOS, d.Tokens[k].XPOS = tag[0], tag[1]
			}
		}
		r.findings.Talks = r.on(grammar.New(&d))
		for _, law := range laws(&d, &r.findings) {
			t.Error(law)
		}
	})
}

// BenchmarkFind reads all stories again and again: the work of Find alone.
func BenchmarkFind(b *testing.B) {
	all := prepare(b)
	trees := make([]*grammar.Tree, len(all))
	tokens := 0
	for i := range all {
		trees[i] = grammar.New(all[i].document)
		tokens += len(all[i].document.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		for i := range all {
			all[i].on(trees[i])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}
