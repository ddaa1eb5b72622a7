package coref_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/fixture"
	"rapporteur/language/coref"
	"rapporteur/language/quote"
)

// A story of testdata/stories is a reason, the text with its mentions marked
// ([Aster Vale]{1} said [she]{1} …), its names by class, and its parse in
// CoNLL-U-like words. Mentions with one number must share a cluster, those with
// different numbers must not, and what is marked {-} must stay in none.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/stories/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			s := readStory(t, file)
			clusters := coref.Find(s.document)
			for _, fault := range s.faults(clusters) {
				t.Error(fault)
			}
			if t.Failed() {
				t.Logf("%s\nfound\n%s", s.why, show(s.document, clusters))
			}
		})
	}
}

func show(d *rapporteur.Document, clusters []rapporteur.Cluster) string {
	var b strings.Builder
	for _, c := range clusters {
		fmt.Fprintf(&b, "  %s:", d.Text(c.Mentions[c.Name].Span))
		for _, m := range c.Mentions {
			fmt.Fprintf(&b, " [%s]", d.Text(m.Span))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// document is the parse of words with its quotations.
func document(t *testing.T, words string) *rapporteur.Document {
	t.Helper()
	d := fixture.Words(t, words)
	d.Quotes, _ = quote.Find(d.Article.Text, quote.Paragraphs(d.Sentences))
	return d
}

// laws are what holds of the clusters of any document.
func laws(d *rapporteur.Document, clusters []rapporteur.Cluster) error {
	taken := map[rapporteur.Span]bool{}
	last := -1
	for i, c := range clusters {
		if len(c.Mentions) == 0 || c.Name < 0 || c.Name >= len(c.Mentions) {
			return fmt.Errorf("cluster %d names mention %d of %d", i, c.Name, len(c.Mentions))
		}
		if first := c.Mentions[0].Head; first < last {
			return fmt.Errorf("cluster %d begins before the one before it", i)
		}
		last = c.Mentions[0].Head
		for k, m := range c.Mentions {
			switch {
			case m.First < 0 || m.End > len(d.Tokens) || m.Head < m.First || m.Head >= m.End:
				return fmt.Errorf("cluster %d: mention %d has tokens %d to %d with head %d", i, k, m.First, m.End, m.Head)
			case m.Span != d.SpanOf(m.First, m.End):
				return fmt.Errorf("cluster %d: mention %d has span %v, its tokens %v", i, k, m.Span, d.SpanOf(m.First, m.End))
			case taken[m.Span]:
				return fmt.Errorf("%q is a mention twice", d.Text(m.Span))
			case k > 0 && m.Head <= c.Mentions[k-1].Head:
				return fmt.Errorf("cluster %d: mention %d does not follow the one before it", i, k)
			}
			taken[m.Span] = true
		}
	}
	return nil
}

func TestFindTakesAnyDocument(t *testing.T) {
	article := &rapporteur.Article{Text: "Vale saw him. She left."}
	token := func(first, end, head int, upos, deprel string) rapporteur.Token {
		return rapporteur.Token{Span: rapporteur.Span{Start: first, End: end}, Head: head, UPOS: upos, Deprel: deprel}
	}
	whole := []rapporteur.Sentence{{Span: rapporteur.Span{Start: 0, End: 13}, First: 0, End: 3}}
	words := func(heads ...int) []rapporteur.Token {
		return []rapporteur.Token{
			token(0, 4, heads[0], "PROPN", "nsubj"), token(5, 8, heads[1], "VERB", "root"), token(9, 12, heads[2], "PRON", "obj"),
		}
	}
	for why, d := range map[string]*rapporteur.Document{
		"nothing":                {},
		"no sentences":           {Tokens: words(1, -1, 1)},
		"a circle":               {Tokens: words(1, 2, 0), Sentences: whole},
		"its own head":           {Tokens: words(0, 1, 2), Sentences: whole},
		"heads outside":          {Tokens: words(7, -9, 99), Sentences: whole},
		"a sentence too long":    {Tokens: words(1, -1, 1), Sentences: []rapporteur.Sentence{{First: 0, End: 9}}},
		"an entity outside":      {Tokens: words(1, -1, 1), Sentences: whole, Entities: []rapporteur.Entity{{First: -2, End: 12, Type: rapporteur.EntityPerson}}},
		"an empty entity":        {Tokens: words(1, -1, 1), Sentences: whole, Entities: []rapporteur.Entity{{First: 1, End: 1, Type: rapporteur.EntityPerson}}},
		"entities over another":  {Tokens: words(1, -1, 1), Sentences: whole, Entities: []rapporteur.Entity{{First: 0, End: 2, Type: rapporteur.EntityPerson}, {First: 1, End: 3, Type: rapporteur.EntityLocation}}},
		"a quotation that loops": {Tokens: words(1, -1, 1), Sentences: whole, Quotes: []rapporteur.Quote{{Span: rapporteur.Span{Start: 0, End: 13}, Content: rapporteur.Span{Start: 0, End: 12}, Within: -1, Continues: 0}}},
	} {
		d.Article = article
		if err := laws(d, coref.Find(d)); err != nil {
			t.Errorf("%s: %v", why, err)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add([]byte("\x01\x02\x03"), uint8(3))
	f.Add([]byte("Vale said she would go"), uint8(9))
	forms := strings.Fields(`Aster Vale he him his she her it its they their who I we the a minister rebels army Velm RSF ( ) , " “ ” said 's group of and`)
	upos := []string{"PROPN", "NOUN", "PRON", "VERB", "DET", "PUNCT", "ADP", "ADJ", ""}
	deprels := strings.Fields("nsubj obj obl nmod nmod:poss appos conj compound flat det case acl:relcl ccomp root parataxis nmod:desc cop expl")
	types := []string{rapporteur.EntityPerson, rapporteur.EntityOrganization, rapporteur.EntityLocation, rapporteur.EntityNORP, rapporteur.EntityProduct}
	f.Fuzz(func(t *testing.T, data []byte, seed uint8) {
		d := &rapporteur.Document{}
		var text strings.Builder
		at := 0
		next := func(n int) int {
			if len(data) == 0 {
				return 0
			}
			at++
			return (int(data[at%len(data)]) + at*int(seed)) % n
		}
		n := min(len(data), 60)
		for i := range n {
			word := forms[next(len(forms))]
			start := text.Len()
			text.WriteString(word + " ")
			d.Tokens = append(d.Tokens, rapporteur.Token{
				Span: rapporteur.Span{Start: start, End: start + len(word)}, Head: next(n+2) - 1,
				UPOS: upos[next(len(upos))], Deprel: deprels[next(len(deprels))], Lemma: strings.ToLower(word),
			})
			if len(d.Sentences) == 0 || next(9) == 0 {
				d.Sentences = append(d.Sentences, rapporteur.Sentence{First: i, Paragraph: len(d.Sentences) / 2})
			}
			s := &d.Sentences[len(d.Sentences)-1]
			s.End = i + 1
			s.Span = d.SpanOf(s.First, s.End)
		}
		d.Article = &rapporteur.Article{Text: text.String()}
		for i := 0; i < n; i += 1 + next(5) {
			end := min(i+1+next(2), n)
			d.Entities = append(d.Entities, rapporteur.Entity{Span: d.SpanOf(i, end), First: i, End: end, Type: types[next(len(types))]})
			i = end
		}
		d.Quotes, _ = quote.Find(d.Article.Text, quote.Paragraphs(d.Sentences))
		// A judge without judgement goes where the fitted one would not.
		reckless := coref.FindWith(d, func(c *coref.Case) int { return next(len(c.Candidates)+1) - 1 })
		for _, clusters := range [][]rapporteur.Cluster{coref.Find(d), reckless} {
			if err := laws(d, clusters); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestCasesNameTheirFeatures(t *testing.T) {
	d := document(t, `
		Aster  PROPN/NNP nsubj 3
		Vale   PROPN/NNP flat  1
		said   VERB/VBD  root  0 say
		she    PRON/PRP  nsubj 5
		left   VERB/VBD  ccomp 3 leave
		.      PUNCT     punct 3`)
	fixture.Name(t, d, rapporteur.EntityPerson, "Aster Vale")
	var got []string
	coref.FindWith(d, func(c *coref.Case) int {
		for _, candidate := range c.Candidates {
			for _, f := range candidate.Features {
				got = append(got, coref.FeatureNames()[f])
			}
		}
		return -1
	})
	for _, want := range []string{"same-sentence", "subject", "named", "governing-subject", "nearest", "person"} {
		if !slices.Contains(got, want) {
			t.Errorf("features of Vale for \"she\": %v; want %s too", got, want)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	var words strings.Builder
	for i := range 200 {
		fmt.Fprintf(&words, `
			The      DET/DT    det       2
			minister NOUN/NN   nsubj     5
			of       ADP/IN    case      4
			Velm%d   PROPN/NNP nmod      2
			said     VERB/VBD  root      0 say
			that     SCONJ/IN  mark      8
			his      PRON/PRP$ nmod:poss 8
			army     NOUN/NN   nsubj     9
			attacked VERB/VBD  ccomp     5 attack
			them     PRON/PRP  obj       9
			as       SCONJ/IN  mark      13
			they     PRON/PRP  nsubj     13
			left     VERB/VBD  advcl     9 leave
			.        PUNCT     punct     5

			Aster    PROPN/NNP nsubj     3
			Vale     PROPN/NNP flat      1
			met      VERB/VBD  root      0 meet
			it       PRON/PRP  obj       3
			.        PUNCT     punct     3

			`, i%7)
	}
	d := fixture.Words(b, words.String())
	fixture.Name(b, d, rapporteur.EntityPerson, "Aster Vale")
	b.ReportAllocs()
	for b.Loop() {
		coref.Find(d)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(d.Tokens)), "ns/token")
}
