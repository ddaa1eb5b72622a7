package date

import (
	"unicode/utf8"

	"rapporteur/extract/grammar"
)

// A lexeme is a token, or a part of one: tokens are cut at hyphens here, so
// that "mid-December" reads the same whether the tokeniser kept it whole or not.
type lexeme struct {
	start, end int32 // bytes of the text
	token      int32
	word       *word // nil for a word that no table has
	digit      bool  // begins with a digit
}

// lex cuts the whole document.
func lex(t *grammar.Tree) []lexeme {
	out := make([]lexeme, 0, len(t.Tokens)+len(t.Tokens)/16)
	words := lexicon()
	text := t.Article.Text
	end := 0
	for i := range t.Tokens {
		s := t.Tokens[i].Span
		// The words of one surface ("du" = "de le") share its span: read it once.
		if s.Start < end || s.End > len(text) || t.Boilerplate(i) {
			continue
		}
		end = s.End
		from := s.Start
		for from < s.End {
			to := cut(text, from, s.End)
			out = append(out, lexeme{int32(from), int32(to), int32(i), lookup(words, text[from:to]), isDigit(text[from])})
			from = to
		}
	}
	return out
}

// cut is the end of the piece of text that begins at from: a hyphen or dash
// alone, or everything up to the next one.
func cut(text string, from, end int) int {
	if n := dash(text[from:end]); n > 0 {
		return from + n
	}
	for i := from + 1; i < end; i++ {
		if c := text[i]; c == '-' || c == 0xe2 {
			if dash(text[i:end]) > 0 {
				return i
			}
		}
	}
	return end
}

// dash is the length of the hyphen or dash that s begins with, 0 for none.
func dash(s string) int {
	if s[0] == '-' {
		return 1
	}
	if len(s) >= 3 && s[0] == 0xe2 && s[1] == 0x80 && 0x90 <= s[2] && s[2] <= 0x95 {
		return 3
	}
	return 0
}

// lookup finds the word for a piece of text in any case, with or without
// stops, with either apostrophe.
func lookup(words map[string]*word, s string) *word {
	var buffer [20]byte
	form := buffer[:0]
	if len(s) > len(buffer) {
		return nil
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c |= 0x20
		case c == '.' && len(s) > 1:
			continue
		case c >= utf8.RuneSelf:
			switch {
			case dash(s[i:]) > 0:
				c = '-'
			case len(s) >= i+3 && s[i:i+3] == "’":
				c = '\''
			default:
				return nil
			}
			i += 2
		}
		form = append(form, c)
	}
	return words[string(form)]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// A parser reads the phrases of one sentence, lexemes [low, high).
type parser struct {
	t         *grammar.Tree
	text      string
	lexemes   []lexeme
	low, high int
	depth     int // of expressions inside one another
	out       []expression
}

// word is the word at i, nil beyond the sentence.
func (p *parser) word(i int) *word {
	if i < p.low || i >= p.high {
		return nil
	}
	return p.lexemes[i].word
}

// raw is the text of lexeme i, "" beyond the sentence.
func (p *parser) raw(i int) string {
	if i < p.low || i >= p.high {
		return ""
	}
	return p.text[p.lexemes[i].start:p.lexemes[i].end]
}

// is reports whether lexeme i is one of the forms. They must be forms that the
// lexicon knows, its glue included.
func (p *parser) is(i int, forms ...string) bool {
	w := p.word(i)
	if w == nil {
		return false
	}
	for _, f := range forms {
		if w.form == f {
			return true
		}
	}
	return false
}

// entry is the entry of one of the classes that begins at i, the longest first,
// and the lexeme after it; nil for none.
func (p *parser) entry(i int, classes class) (*word, int) {
	w := p.word(i)
	if w == nil || w.found&classes == 0 {
		return nil, i
	}
	for _, long := range w.phrases {
		if long.word.class&classes == 0 {
			continue
		}
		if end := p.match(i+1, long.rest); end > 0 {
			return long.word, end
		}
	}
	if w.class&classes != 0 {
		return w, i + 1
	}
	return nil, i
}

// match is the lexeme after the given forms, hyphens between them passed over;
// 0 where they do not stand at i.
func (p *parser) match(i int, forms []string) int {
	for _, f := range forms {
		if p.is(i, "-") {
			i++
		}
		if !p.is(i, f) {
			return 0
		}
		i++
	}
	return i
}

// skip is i, or the lexeme after i if that is one of the forms.
func (p *parser) skip(i int, forms ...string) int {
	if p.is(i, forms...) {
		return i + 1
	}
	return i
}

// capital reports whether lexeme i begins with a capital letter.
func (p *parser) capital(i int) bool {
	s := p.raw(i)
	return s != "" && 'A' <= s[0] && s[0] <= 'Z'
}

// glued reports whether no blank stands before lexeme i.
func (p *parser) glued(i int) bool {
	return i > p.low && i < p.high && p.lexemes[i-1].end == p.lexemes[i].start
}

// upos is the part of speech of lexeme i, "" beyond the sentence.
func (p *parser) upos(i int) string {
	if i < p.low || i >= p.high {
		return ""
	}
	return p.t.Tokens[p.lexemes[i].token].UPOS
}
