package sentence

import (
	"rapporteur"
	"rapporteur/knowledge/boilerplate"
	"rapporteur/language/lexis"
	"rapporteur/language/token"
)

// Lines are a paragraph as MarkBoilerplate reads it.
type Lines struct {
	Text   string        // the whole text
	Tokens []token.Token // of the paragraph
	Paragraph
}

// captionReach is how many words a caption has at most, its credit included,
// and creditReach how many the credit has.
const (
	captionReach = 70
	creditReach  = 18
)

// MarkBoilerplate marks which sentences of a paragraph are boilerplate, by the
// phrases of knowledge/boilerplate: all of them, single ones, or the credit of
// the picture whose caption the paragraph is, which then is a heading. first is
// the number that the sentences give the paragraph's first token.
func MarkBoilerplate(l Lines, sentences []rapporteur.Sentence, first int) {
	b := book()
	n := len(l.Words)
	if n <= b.longest && b.find(l, 0, n, boilerplate.Line) != nil {
		for i := range sentences {
			mark(&sentences[i])
		}
		return
	}
	for i := 0; i < len(sentences); i++ {
		from, end := sentences[i].First-first, sentences[i].End-first
		if end-from > b.longest || l.Words[from].Form == doubleQuote {
			continue
		}
		p := b.find(l, from, end, boilerplate.Sentence)
		if p == nil {
			continue
		}
		last := i
		switch left := len(sentences) - 1 - i; {
		case left <= p.more:
			last += left
		case p.opens && l.isMark(end-1):
			last++ // "Read more:" and then what
		}
		for ; i < last; i++ {
			mark(&sentences[i])
		}
		mark(&sentences[i])
	}
	if credit := l.credit(b, sentences, first); credit < n {
		for i := range sentences {
			sentences[i].Heading = true
			sentences[i].Boilerplate = sentences[i].Boilerplate || sentences[i].First-first >= credit
		}
	}
}

func mark(s *rapporteur.Sentence) { s.Heading, s.Boilerplate = true, true }

// credit is where the credit begins that ends the caption of a picture, or the
// length of the paragraph.
func (l Lines) credit(b *phraseBook, sentences []rapporteur.Sentence, first int) int {
	n := len(l.Words)
	if n > captionReach {
		return n
	}
	if last := len(sentences) - 1; last > 0 {
		if from := sentences[last].First - first; b.find(l, from, n, boilerplate.Credit) != nil {
			return from
		}
	}
	if i := l.bracket(b); i >= 0 {
		return i
	}
	return n
}

// bracket is where the credit in brackets begins that ends the paragraph, or -1.
func (l Lines) bracket(b *phraseBook) int {
	end := len(l.Words)
	for end > 0 && l.Words[end-1].Form == stop {
		end--
	}
	if end == 0 || !closesBracket(l.Words[end-1].Form) {
		return -1
	}
	for i := end - 2; i >= max(0, end-creditReach); i-- {
		if !opensBracket(l.Words[i].Form) {
			continue
		}
		for _, p := range b.brackets {
			if end-1-(i+1) <= p.max && l.match(b, p, p.parts, i+1, end-1) {
				return i
			}
		}
		return -1
	}
	return -1
}

// find is a phrase of the kind that words [from, end) are, or nil.
func (b *phraseBook) find(l Lines, from, end int, where string) *phrase {
	try := func(candidates []*phrase) *phrase {
		for _, p := range candidates {
			if p.where == where && end-from <= p.max && l.match(b, p, p.parts, from, end) {
				return p
			}
		}
		return nil
	}
	for i := from; i < end; i++ { // the marks before the first word, and that word
		if p := try(b.first[l.Words[i].Lower]); p != nil {
			return p
		}
		if !l.blank(i) {
			break
		}
	}
	for i := from; i < end; i++ {
		if p := try(b.within[l.Words[i].Lower]); p != nil {
			return p
		}
	}
	return try(b.always)
}

// match reports whether words [i, end) are the parts, marks between them left out
// of account.
func (l Lines) match(b *phraseBook, p *phrase, parts []part, i, end int) bool {
	if len(parts) == 0 {
		for i < end && l.blank(i) {
			i++
		}
		return i == end
	}
	one, rest := parts[0], parts[1:]
	switch one.kind {
	case partAny:
		if len(rest) == 0 {
			return true
		}
		class := rest[0].kind == partNames || rest[0].kind == partStamp || rest[0].kind == partShare
		for ; i < end; i++ {
			if class && l.match(b, p, rest, i, end) || !class && l.is(p, rest[0], i) && l.match(b, p, rest[1:], i+1, end) {
				return true
			}
		}
		return false
	case partNames, partStamp, partShare:
		j, real := i, 0 // [i, real) ends with the first word that the class cannot be without
		for ; j < end; j++ {
			w := &l.Words[j]
			known := l.blank(j) || b.classes[one.kind][w.Lower]
			core := !l.blank(j)
			switch one.kind {
			case partNames:
				core = w.Case > lexis.CaseLower && !l.handle(j)
			case partStamp:
				known = known || l.number(j)
			}
			if !known && !(core && one.kind == partNames) {
				break
			}
			if core && real == 0 {
				real = j + 1
			}
		}
		for ; real > 0 && j >= real; j-- {
			if l.match(b, p, rest, j, end) {
				return true
			}
		}
		return false
	}
	if i >= end {
		return false
	}
	if l.is(p, one, i) && l.match(b, p, rest, i+1, end) {
		return true
	}
	return l.blank(i) && l.match(b, p, parts, i+1, end)
}

// is reports whether word i is the part.
func (l Lines) is(p *phrase, one part, i int) bool {
	w := &l.Words[i]
	switch one.kind {
	case partName:
		return w.Case > lexis.CaseLower && !l.handle(i)
	case partNumber:
		return l.number(i)
	case partHandle:
		return l.handle(i)
	case partAddress:
		return l.address(i)
	case partMark:
		return l.isMark(i)
	}
	for _, word := range one.words {
		if w.Lower == word {
			return !p.small || w.Case <= lexis.CaseLower
		}
	}
	return false
}
