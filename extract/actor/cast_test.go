package actor

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/extract/grammar"
	"rapporteur/fixture"
)

// TestCast reads testdata/cast.txt. A case is a remark, the text with who is
// meant marked in it, a line "--", and the language layer:
//
//	@Person Aster Vale       a named entity
//	= Vale he#2              a cluster, by the words that head its mentions
//	Rebels NOUN/NNS …        the parse, as fixture.Words reads it
//
// A mark is the name of the actor that the words mean ("?" where nobody is to
// be found), then, where they are to be checked, its kind, country and sectors,
// "of" with the body it belongs to and "for" with the one it acts for:
//
//	[Vale]{Aster Vale | person VLM GOV | of Velm}
//
// Several actors are parted by ";".
func TestCast(t *testing.T) {
	data, err := os.ReadFile("testdata/cast.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(data), "\n====\n")
	for _, text := range cases {
		name, rest, _ := strings.Cut(strings.TrimLeft(text, "\n"), "\n")
		t.Run(strings.TrimPrefix(name, "# "), func(t *testing.T) {
			marked, layer, found := strings.Cut(rest, "\n--\n")
			if !found {
				t.Fatalf("no line -- in case %q", name)
			}
			checkCase(t, strings.ReplaceAll(strings.TrimSpace(marked), "\n", " "), layer)
		})
	}
}

func checkCase(t *testing.T, marked, layer string) {
	plain, marks := fixture.Unmark(marked)
	d := readLayer(t, layer)
	if got := strings.Join(strings.Fields(d.Article.Text), " "); got != plain {
		t.Fatalf("the parse reads\n%s\nthe text\n%s", got, plain)
	}
	tree := grammar.New(d)
	cast := Find(tree)
	for _, law := range laws(d, cast) {
		t.Error(law)
	}
	for _, m := range marks {
		head := headWithin(tree, m.Span)
		want := strings.Join(strings.Fields(m.Label), " ")
		got := shown(cast, head, strings.Contains(want, ";"))
		if !agree(got, want) {
			t.Errorf("%q is %q, want %q", d.Text(m.Span), got, want)
		}
	}
	if t.Failed() {
		for i, a := range cast.Actors {
			t.Logf("%d %s", i, a)
		}
	}
}

// readLayer makes the Document of a case.
func readLayer(t testing.TB, layer string) *rapporteur.Document {
	var words, rest []string
	for line := range strings.Lines(layer) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "@") || strings.HasPrefix(line, "= ") {
			rest = append(rest, line)
		} else {
			words = append(words, line)
		}
	}
	d := fixture.Words(t, strings.Join(words, "\n"))
	for _, line := range rest {
		kind, what, _ := strings.Cut(line, " ")
		if class, ok := strings.CutPrefix(kind, "@"); ok {
			fixture.Name(t, d, class, what)
			continue
		}
		var c rapporteur.Cluster
		for _, word := range strings.Fields(what) {
			i := nthWord(t, d, word)
			c.Mentions = append(c.Mentions, rapporteur.Mention{Span: d.Tokens[i].Span, First: i, End: i + 1, Head: i})
		}
		d.Clusters = append(d.Clusters, c)
	}
	return d
}

// nthWord is the token that reads word; "he#2" is the second.
func nthWord(t testing.TB, d *rapporteur.Document, word string) int {
	word, nth, _ := strings.Cut(word, "#")
	n, _ := strconv.Atoi(nth)
	for i := range d.Tokens {
		if d.Word(i) == word {
			if n--; n <= 0 {
				return i
			}
		}
	}
	t.Fatalf("no word %q", word)
	return 0
}

// headWithin is the token that heads the words of span.
func headWithin(t *grammar.Tree, span rapporteur.Span) int {
	head := rapporteur.None
	for i := range t.Tokens {
		if !span.Contains(t.Tokens[i].Span) || t.Tokens[i].UPOS == "PUNCT" {
			continue
		}
		if h := t.Head(i); h < 0 || !span.Contains(t.Tokens[h].Span) {
			if head < 0 {
				head = i
			}
		}
	}
	return head
}

// shown is who the phrase headed by head means, with its coordinates where many
// are asked for.
func shown(c *Cast, head int, many bool) string {
	var out []string
	for _, p := range c.Participants(head) {
		if !many {
			p.Actor = c.At(head)
			if len(out) > 0 {
				break
			}
		}
		if p.Actor < 0 {
			out = append(out, "?")
			continue
		}
		a := c.Actors[p.Actor]
		s := fmt.Sprintf("%s | %s %s", a.Name, a.Kind, strings.Join(append([]string{a.Country}, a.Sectors...), " "))
		if a.Of >= 0 {
			s += " | of " + c.Actors[a.Of].Name
		}
		if w := c.Principal(p.Actor); w != p.Actor {
			s += " | for " + c.Actors[w].Name
		}
		if a.Title != "" {
			s += " | title " + a.Title
		}
		out = append(out, strings.Join(strings.Fields(s), " "))
	}
	return strings.Join(out, "; ")
}

// agree reports whether got says all that want asks for.
func agree(got, want string) bool {
	g, w := strings.Split(got, "; "), strings.Split(want, "; ")
	if len(g) != len(w) {
		return false
	}
	for i := range g {
		have := strings.Split(g[i], " | ")
		for k, asked := range strings.Split(w[i], " | ") {
			if k == 0 && asked != have[0] {
				return false
			}
			if k > 0 && !hasField(have[1:], asked) {
				return false
			}
		}
	}
	return true
}

// hasField reports whether one of the fields is the one asked for: as a whole,
// or, for kind, country and sectors, with its first words.
func hasField(fields []string, asked string) bool {
	for _, f := range fields {
		if f == asked || strings.HasPrefix(f, asked+" ") && !strings.HasPrefix(f, "of ") && !strings.HasPrefix(f, "for ") {
			return true
		}
	}
	return false
}

// laws are the faults of a cast that no text may cause.
func laws(d *rapporteur.Document, c *Cast) []string {
	var out []string
	fault := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	for i, a := range c.Actors {
		if a.Name == "" || a.Kind == "" || a.Rule == "" {
			fault("actor %d: %+v lacks a name, a kind or a rule", i, a)
		}
		if a.Of < rapporteur.None || a.Of >= len(c.Actors) || a.Of == i {
			fault("actor %d belongs to %d of %d", i, a.Of, len(c.Actors))
		}
		if p := c.Principal(i); p < 0 || p >= len(c.Actors) {
			fault("actor %d acts for %d of %d", i, p, len(c.Actors))
		}
		for k, s := range a.Mentions {
			if s.Start < 0 || s.End > len(d.Article.Text) || s.Empty() {
				fault("actor %d: mention %v outside the text", i, s)
			}
			if k > 0 && a.Mentions[k-1].Compare(s) >= 0 {
				fault("actor %d: mentions %v and %v do not ascend", i, a.Mentions[k-1], s)
			}
		}
	}
	for i := range d.Tokens {
		if at := c.At(i); at < rapporteur.None || at >= len(c.Actors) {
			fault("token %d means actor %d of %d", i, at, len(c.Actors))
		}
		for _, p := range c.Participants(i) {
			if p.Name == "" || len(p.Spans) == 0 || p.Actor >= len(c.Actors) {
				fault("token %d: participant %+v", i, p)
			}
		}
	}
	return out
}

// FuzzCast holds the laws on documents whose language layer is nonsense: heads,
// entities and clusters drawn from the fuzzer's bytes over the words of a text.
func FuzzCast(f *testing.F) {
	f.Add("The Hamas team met mediators from Qatar and Egypt . Both sides left .", []byte{3, 3, 4, 0, 4, 7, 5, 9, 7, 4})
	f.Add("Israeli Prime Minister Dov Arbel 's government told Al Jazeera , or AJ , that the rebels fled", []byte{1, 2, 3, 200, 4})
	f.Add("dozens of the U.S. U.S. - led ' s both sides", []byte{9, 9, 9})
	f.Fuzz(func(t *testing.T, text string, layer []byte) {
		d := scrambled(text, layer)
		cast := Find(grammar.New(d))
		for _, law := range laws(d, cast) {
			t.Error(law)
		}
	})
}

// scrambled is a Document of the words of text whose layer is made from bytes.
func scrambled(text string, layer []byte) *rapporteur.Document {
	words := strings.Fields(strings.ToValidUTF8(text, ""))
	d := &rapporteur.Document{Article: &rapporteur.Article{Text: strings.Join(words, " ")}}
	if len(words) == 0 {
		return d
	}
	next := func(i, n int) int {
		if len(layer) == 0 {
			return i % n
		}
		return int(layer[i%len(layer)]) % n
	}
	upos := []string{"NOUN", "PROPN", "VERB", "PRON", "ADJ", "PUNCT", "DET", "ADP"}
	deprels := []string{"nsubj", "obj", "conj", "nmod", "nmod:desc", "amod", "compound", "appos", "flat", "nmod:poss", "det", "case", "obl", "cop"}
	classes := []string{rapporteur.EntityPerson, rapporteur.EntityOrganization, rapporteur.EntityLocation, rapporteur.EntityNORP, rapporteur.EntityDate}
	at := 0
	for i, w := range words {
		head := next(i, len(words)) - 1
		d.Tokens = append(d.Tokens, rapporteur.Token{
			Span: rapporteur.Span{Start: at, End: at + len(w)}, Lemma: strings.ToLower(w), Head: head,
			UPOS: upos[next(i+1, len(upos))], Deprel: deprels[next(i+2, len(deprels))], XPOS: "NNS",
		})
		at += len(w) + 1
	}
	n := len(words)
	d.Sentences = []rapporteur.Sentence{{Span: d.SpanOf(0, n), First: 0, End: n}}
	for i := range d.Tokens { // the Documents of language are trees, without cycles
		for up, steps := d.Tokens[i].Head, 0; up >= 0; up, steps = d.Tokens[up].Head, steps+1 {
			if up == i || steps > n {
				d.Tokens[i].Head = rapporteur.None
				break
			}
		}
	}
	for i := 0; i < n; {
		end := min(n, i+1+next(i, 3))
		if next(i+3, 2) == 0 {
			d.Entities = append(d.Entities, rapporteur.Entity{Span: d.SpanOf(i, end), First: i, End: end, Type: classes[next(i, len(classes))]})
		}
		i = end
	}
	var c rapporteur.Cluster
	for i := 0; i < n; i += 1 + next(i, 4) {
		c.Mentions = append(c.Mentions, rapporteur.Mention{Span: d.Tokens[i].Span, First: i, End: i + 1, Head: i})
	}
	d.Clusters = []rapporteur.Cluster{c}
	return d
}

func BenchmarkFind(b *testing.B) {
	data, err := os.ReadFile("testdata/cast.txt")
	if err != nil {
		b.Fatal(err)
	}
	// All cases as one report, several times over, so that it has the length of one.
	var layer strings.Builder
	for range 4 {
		for _, text := range strings.Split(string(data), "\n====\n") {
			_, words, _ := strings.Cut(text, "\n--\n")
			layer.WriteString(words + "\n\n")
		}
	}
	d := readLayer(b, layer.String())
	tree := grammar.New(d)
	Find(tree)
	for b.Loop() {
		Find(tree)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(d.Tokens)), "ns/token")
}
