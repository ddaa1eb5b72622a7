package statement

import (
	"fmt"
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/grammar"
	"rapporteur/language/coref"
	"rapporteur/language/quote"
	"rapporteur/language/token"
)

// broken are the laws that statements break: spans lie in the text and are not
// empty, the cue stands outside the content and, like the source, outside
// quotations; pieces ascend and do not overlap; statements ascend by cue.
func broken(d *rapporteur.Document, got []rapporteur.Statement) []string {
	var out []string
	fail := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	text := rapporteur.Span{End: len(d.Article.Text)}
	last := 0
	for _, s := range got {
		spans := append(slices.Concat(s.Content, s.Speaker.Spans, s.Addressee.Spans), s.Cue)
		for _, x := range spans {
			if x.Empty() || !text.Contains(x) {
				fail("span %v of %s in a text of %d bytes", x, s, text.End)
				return out
			}
		}
		if len(s.Content) == 0 {
			fail("%s has no content", s)
		}
		for i, x := range s.Content {
			if x.Overlaps(s.Cue) {
				fail("cue %q in content %q", d.Text(s.Cue), d.Text(x))
			}
			if i > 0 && x.Start < s.Content[i-1].End {
				fail("pieces %q and %q", d.Text(s.Content[i-1]), d.Text(x))
			}
		}
		if s.Cue.Start < last {
			fail("cue %q after one that follows it", d.Text(s.Cue))
		}
		last = s.Cue.Start
		if s.Rule == "" || s.Kind == "" || s.Sourcing == "" {
			fail("%+v is not whole", s)
		}
		if s.Sentence < 0 || s.Sentence >= len(d.Sentences) || !d.Sentences[s.Sentence].Span.Contains(s.Cue) {
			fail("cue %q is not in sentence %d", d.Text(s.Cue), s.Sentence)
		}
	}
	return out
}

// rough is a Document whose tags and tree are made of shape, right or wrong: the
// laws hold for any tree.
func rough(text string, shape uint32) *rapporteur.Document {
	tags := [...][2]string{
		{"NOUN", "NNS"}, {"VERB", "VBD"}, {"PROPN", "NNP"}, {"VERB", "VBG"}, {"ADP", "IN"}, {"AUX", "MD"}, {"DET", "DT"}, {"PUNCT", ","},
		{"SCONJ", "IN"}, {"PRON", "PRP"}, {"ADV", "RB"}, {"CCONJ", "CC"}, {"VERB", "VBN"}, {"ADJ", "JJ"}, {"PRON", "WP"}, {"VERB", "VB"},
	}
	deprels := [...]string{"nsubj", "ccomp", "obj", "obl", "conj", "parataxis", "acl:relcl", "advcl", "xcomp", "nsubj:pass", "case", "mark", "appos", "punct", "root", "nmod:poss"}
	d := &rapporteur.Document{Article: &rapporteur.Article{Text: text}}
	for i, t := range token.Split(nil, text, rapporteur.Span{End: len(text)}) {
		shape = shape*1664525 + 1013904223
		tag := tags[shape>>28]
		word := text[t.Span.Start:t.Span.End]
		if lemmas[word] != "" {
			tag = tags[1] // cues, so that there is something to read
		}
		head := int(shape>>8)%(i+1) - 1
		lemma := word
		if l := lemmas[word]; l != "" {
			lemma = l
		}
		d.Tokens = append(d.Tokens, rapporteur.Token{Span: t.Span, UPOS: tag[0], XPOS: tag[1], Lemma: lemma, Head: head, Deprel: deprels[shape>>4&15]})
	}
	// Sentences of shape's lengths, each with heads of its own.
	for first := 0; first < len(d.Tokens); {
		shape = shape*1664525 + 1013904223
		end := min(first+1+int(shape>>27), len(d.Tokens))
		for i := first; i < end; i++ {
			if d.Tokens[i].Head < first {
				d.Tokens[i].Head = rapporteur.None
			}
		}
		paragraph := 0
		if n := len(d.Sentences); n > 0 {
			paragraph = d.Sentences[n-1].Paragraph + int(shape>>26&1)
		}
		d.Sentences = append(d.Sentences, rapporteur.Sentence{Span: d.SpanOf(first, end), First: first, End: end, Paragraph: paragraph})
		first = end
	}
	d.Quotes, _ = quote.Find(text, quote.Paragraphs(d.Sentences))
	d.Clusters = coref.Find(d)
	return d
}

var lemmas = map[string]string{
	"said": "say", "says": "say", "told": "tell", "added": "add", "accused": "accuse", "described": "describe", "called": "call",
	"quoted": "quote", "denied": "deny", "expressed": "express", "warned": "warn", "read": "read", "saying": "say", "complained": "complain",
}

func FuzzFind(f *testing.F) {
	for _, s := range sayings(f) {
		f.Add(s.text, uint32(len(s.text)))
	}
	f.Add("“said said, “said” according to: said”", uint32(3))
	f.Add("said", uint32(1))
	f.Add(": “x” said as quoted as saying “", uint32(9))
	f.Fuzz(func(t *testing.T, text string, shape uint32) {
		d := rough(text, shape)
		tree := grammar.New(d)
		got := Find(tree, actor.Find(tree))
		for _, law := range broken(d, got) {
			t.Error(law)
		}
	})
}
