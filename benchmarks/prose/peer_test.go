// Package prose sets Rapporteur beside github.com/jdkato/prose, the other Go
// library that tags words and finds names without cgo: the same texts, the same
// scorer, one process. It is a module of its own, so that prose never enters the
// graph of ours.
//
//	go test -bench .                                     # speed
//	go test -run Accuracy -v                             # accuracy on the gold data in ../shared
//	go test -run Accuracy -timeout 30m -update           # both, written to docs/benchmarks/prose.md
package prose

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jdkato/prose/v2"

	"rapporteur"
)

// model is loaded once: without UsingModel every document of prose loads it anew,
// a third of a second each.
var model = sync.OnceValue(func() *prose.Model {
	d, err := prose.NewDocument("")
	if err != nil {
		panic(err)
	}
	return d.Model
})

// annotate runs prose on a text. The error of NewDocument is always nil in this version.
func annotate(text string, options ...prose.DocOpt) *prose.Document {
	d, err := prose.NewDocument(text, append(options, prose.UsingModel(model()))...)
	if err != nil {
		panic(err)
	}
	return d
}

// whole reads an article as the manual of prose does, as one document.
func whole(a *rapporteur.Article) *rapporteur.Document {
	d := annotate(a.Text)
	return lay(a, d.Tokens(), d.Entities(), sentences(d))
}

// piecemeal gives prose one of its own sentences at a time, cut at blank lines
// besides. It does better so: within a document all occurrences of a string share
// one token, and so the tag of the last.
func piecemeal(a *rapporteur.Article) *rapporteur.Document {
	var pieces []string
	for _, s := range sentences(annotate(a.Text, prose.WithTagging(false), prose.WithExtraction(false))) {
		pieces = append(pieces, strings.Split(s, "\n\n")...)
	}
	var tokens []prose.Token
	var entities []prose.Entity
	for _, piece := range pieces {
		d := annotate(piece, prose.WithSegmentation(false))
		tokens, entities = append(tokens, d.Tokens()...), append(entities, d.Entities()...)
	}
	return lay(a, tokens, entities, pieces)
}

func sentences(d *prose.Document) []string {
	var out []string
	for _, s := range d.Sentences() {
		out = append(out, s.Text)
	}
	return out
}

// lay finds what prose hands out, which has no offsets, in the text again.
func lay(a *rapporteur.Article, words []prose.Token, entities []prose.Entity, sentences []string) *rapporteur.Document {
	d := &rapporteur.Document{Article: a, Reader: "prose"}
	clean, at := sanitise(a.Text)
	where := make([]int, len(words)) // the token of each word, or None
	end := 0
	for i, w := range words {
		where[i] = rapporteur.None
		skipped := strings.Index(clean[end:], w.Text)
		if skipped < 0 {
			continue
		}
		start := end + skipped
		d.Tokens = append(lost(d.Tokens, clean, at, end, start), rapporteur.Token{
			Span: rapporteur.Span{Start: at[start], End: at[start+len(w.Text)]}, XPOS: penn(w.Tag), Head: rapporteur.None,
		})
		where[i], end = len(d.Tokens)-1, start+len(w.Text)
	}
	d.Tokens = lost(d.Tokens, clean, at, end, len(clean))
	layEntities(d, words, where, entities)
	laySentences(d, sentences)
	return d
}

// lost adds the words of clean[start:end] that prose has dropped ("'s," of
// "Vale's, and" is one), without tags: they are misses, and what follows keeps
// its place.
func lost(tokens []rapporteur.Token, clean string, at []int, start, end int) []rapporteur.Token {
	for _, word := range strings.Fields(clean[start:end]) {
		start += strings.Index(clean[start:end], word)
		tokens = append(tokens, rapporteur.Token{Span: rapporteur.Span{Start: at[start], End: at[start+len(word)]}, Head: rapporteur.None})
		start += len(word)
	}
	return tokens
}

// sanitise does to text what prose does before it cuts, and keeps for each byte,
// and for the end, where it was.
func sanitise(text string) (clean string, at []int) {
	replaced := []struct{ old, new string }{{"“", `"`}, {"”", `"`}, {"‘", "'"}, {"’", "'"}, {"&rsquo;", "'"}}
	var b strings.Builder
	for i := 0; i < len(text); {
		old, written := text[i:i+1], text[i:i+1]
		for _, r := range replaced {
			if strings.HasPrefix(text[i:], r.old) {
				old, written = r.old, r.new
			}
		}
		b.WriteString(written)
		at = append(at, i)
		i += len(old)
	}
	return b.String(), append(at, len(text))
}

// penn writes the tags of prose as UD English does.
func penn(tag string) string {
	switch tag {
	case "(":
		return "-LRB-"
	case ")":
		return "-RRB-"
	case "-":
		return ":"
	}
	return tag
}

// classes are those of prose as Worldwide Newswire calls them.
var classes = map[string]string{"PERSON": rapporteur.EntityPerson, "GPE": rapporteur.EntityLocation}

// layEntities finds each entity, in order, at the next words that spell it and
// are labelled.
func layEntities(d *rapporteur.Document, words []prose.Token, where []int, entities []prose.Entity) {
	next := 0
	for _, e := range entities {
		parts := strings.Split(e.Text, " ")
		for i := next; i+len(parts) <= len(words); i++ {
			spelt := words[i].Label != "O" && slices.EqualFunc(words[i:i+len(parts)], parts, func(w prose.Token, part string) bool { return w.Text == part })
			if first, last := where[i], where[i+len(parts)-1]; spelt && first >= 0 && last >= 0 {
				d.Entities = append(d.Entities, rapporteur.Entity{
					Span: d.SpanOf(first, last+1), First: first, End: last + 1, Type: classes[e.Label],
				})
				next = i + len(parts)
				break
			}
		}
	}
}

func laySentences(d *rapporteur.Document, sentences []string) {
	end, first, text := 0, 0, d.Article.Text
	for i, s := range sentences {
		if k := strings.Index(text[end:], s); k >= 0 {
			end += k + len(s)
		}
		last := first
		for last < len(d.Tokens) && (d.Tokens[last].Span.Start < end || i == len(sentences)-1) {
			last++
		}
		if last > first {
			d.Sentences = append(d.Sentences, rapporteur.Sentence{Span: d.SpanOf(first, last), First: first, End: last})
		}
		first = last
	}
}

// TestLay: the adapter loses nothing of the text and puts every part in its place.
func TestLay(t *testing.T) {
	text := "The council’s envoy, Aster Vale, said “never (again)” to Velm's, and “can't go” to Norway.\n\nTalks in Sudan went on."
	for name, read := range map[string]func(*rapporteur.Article) *rapporteur.Document{"whole": whole, "piecemeal": piecemeal} {
		d := read(&rapporteur.Article{Text: text})
		var words, entities, starts []string
		for i, k := range d.Tokens {
			words = append(words, d.Word(i))
			if k.XPOS == "(" {
				t.Errorf("%s: %q is tagged (, want -LRB-", name, d.Word(i))
			}
		}
		for _, e := range d.Entities {
			entities = append(entities, d.Text(e.Span)+"="+e.Type)
		}
		for _, s := range d.Sentences {
			starts = append(starts, d.Word(s.First))
		}
		if got, want := strings.Join(words, " "), "The council ’s envoy , Aster Vale , said “ never ( again ) ” to Velm 's, and “ ca n't go ” to Norway . Talks in Sudan went on ."; got != want {
			t.Errorf("%s: words\n%s, want\n%s", name, got, want)
		}
		if !slices.Contains(entities, "Aster Vale=Person") || !slices.Contains(entities, "Sudan=Location") {
			t.Errorf("%s: entities %q, want Aster Vale and Sudan among them", name, entities)
		}
		if want := []string{"The", "Talks"}; !slices.Equal(starts, want) {
			t.Errorf("%s: sentences begin with %q, want %q", name, starts, want)
		}
	}
}
