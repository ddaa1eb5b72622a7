package talks

import (
	"strings"

	know "rapporteur/knowledge/talks"
)

// phrase is the longest phrase that begins with token i, and its end.
func (f *finder) phrase(x know.Phrases, i, end int) (*know.Phrase, int) {
	lemma, form := f.t.Lemma(i), lower(f.t.Word(i))
	for _, list := range [2][]know.Phrase{x[form], x[lemma]} {
		for k := range list {
			p := &list[k]
			if !f.pos(i, p.POS) {
				continue
			}
			if e := f.words(p.Words, i, end); e > 0 {
				return p, e
			}
		}
		if form == lemma {
			break
		}
	}
	return nil, 0
}

// words is the end of the words that begin with token i, hyphens between them
// left out, or 0 where they do not stand there.
func (f *finder) words(words []string, i, end int) int {
	for k, w := range words {
		if k > 0 && i < end && f.hyphen(i) {
			i++
		}
		if i >= end || !f.is(i, w) {
			return 0
		}
		i++
	}
	return i
}

// is reports whether token i has the lemma or form w, which is in small letters.
func (f *finder) is(i int, w string) bool {
	return strings.EqualFold(f.t.Tokens[i].Lemma, w) || strings.EqualFold(f.t.Word(i), w)
}

func (f *finder) hyphen(i int) bool {
	switch f.t.Word(i) {
	case "-", "‐", "‑", "–":
		return true
	}
	return false
}

func (f *finder) pos(i int, want byte) bool {
	switch upos := f.t.Tokens[i].UPOS; want {
	case 'v':
		return upos == "VERB" || upos == "AUX" || f.maybeVerb(i)
	case 'n':
		return upos == "NOUN" || upos == "PROPN"
	case 'a':
		return upos == "ADJ" || upos == "VERB" || upos == "ADV"
	}
	return true
}

// maybeVerb reports whether token i, which the tagger takes for a plural, may be
// a verb: "the contract calls for …", "the draft proposes that …".
func (f *finder) maybeVerb(i int) bool {
	if f.t.Tokens[i].XPOS != "NNS" || i == 0 || i+1 >= len(f.t.Tokens) {
		return false
	}
	if u := f.t.Tokens[i-1].UPOS; u != "NOUN" && u != "PROPN" && u != "VERB" {
		return false
	}
	switch f.t.Tokens[i+1].UPOS {
	case "DET", "SCONJ", "PRON":
		return true
	}
	w := f.t.Word(i + 1)
	return w == "for" || w == "that"
}

// inflected reports whether token i is a finite verb or a modal. A participle
// with a subject before it and no auxiliary is one that the tagger mistook:
// "which opposes".
func (f *finder) inflected(i int) bool {
	switch f.t.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	case "VBN":
		s := f.t.Child(i, "nsubj")
		return s >= 0 && s < i && f.t.Tokens[s].Deprel == "nsubj" && f.t.Child(i, "aux", "cop") < 0
	}
	return false
}

// passive reports whether the clause headed by v is passive; one with a mistaken tag
// is not.
func (f *finder) passive(v int) bool {
	return f.t.Passive(v) && (f.t.Tokens[v].XPOS != "VBN" || !f.inflected(v))
}

// quotesWords reports whether token i is a mark of quotation around a word or two,
// which part nothing: an "unconditional" truce.
func (f *finder) quotesWords(i int) bool {
	if !quotes(f.t.Word(i)) {
		return false
	}
	s := f.t.Sentences[f.t.SentenceOf(i)]
	for k := max(s.First, i-3); k < min(s.End, i+4); k++ {
		if k != i && quotes(f.t.Word(k)) && f.t.Tokens[k].Span != f.t.Tokens[i].Span {
			return true
		}
	}
	return false
}

func quotes(word string) bool { return word == "“" || word == "”" || word == "\"" }

// parts reports whether token i opens another clause, so that no cue reaches over it.
func (f *finder) parts(i int) bool {
	switch f.t.Word(i) {
	case ";", ":", "(", ")", "—", "!", "?":
		return true
	case "”", "\"":
		return !f.quotesWords(i)
	case ",":
		// Commas of a list of names part nothing.
		return i+1 >= len(f.t.Tokens) || i == 0 || f.t.Tokens[i-1].UPOS != "PROPN" || !f.lists(i+1)
	case "which", "who", "whose", "where":
		// "the question of who pays" goes on; before a clause "of" is a SCONJ.
		return i == 0 || f.t.Tokens[i-1].UPOS != "ADP" && f.t.Word(i-1) != "of"
	case "as", "while", "after", "before", "when", "because", "although", "though", "since", "whereas", "but", "said", "says":
		return true
	}
	return false
}

// lists reports whether a list of names goes on at token i.
func (f *finder) lists(i int) bool {
	switch f.t.Tokens[i].UPOS {
	case "PROPN", "DET":
		return true
	case "CCONJ":
		return f.t.Word(i) == "and"
	}
	return false
}

// lower is s in small letters, without work where it has no others.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; 'A' <= c && c <= 'Z' || c >= 0x80 {
			return strings.ToLower(s)
		}
	}
	return s
}
