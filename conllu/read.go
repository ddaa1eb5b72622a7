package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rapporteur"
)

// Read reads every document of r. A file without "# newdoc" is one document.
// Errors name the line.
func Read(r io.Reader) ([]*Doc, error) {
	p := &reader{}
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 1<<16), 1<<26)
	for in.Scan() {
		p.line++
		if err := p.read(strings.TrimSuffix(in.Text(), "\r")); err != nil {
			return nil, fmt.Errorf("line %d: %w", p.line, err)
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w", p.line+1, err)
	}
	if err := p.endSentence(); err != nil {
		return nil, fmt.Errorf("line %d: %w", p.line, err)
	}
	p.endDocument()
	return p.docs, nil
}

// reader holds the document and the sentence being read.
type reader struct {
	docs    []*Doc
	doc     *Doc
	text    strings.Builder
	line    int
	newpar  bool   // the next sentence begins a paragraph
	glued   bool   // the last token had SpaceAfter=No
	surface string // "# text =" of the sentence
	words   []word
	ranges  map[int]surfaceRange // multiword tokens by their first word
}

type word struct {
	columns [10]string
	head    int
}

type surfaceRange struct {
	last int
	form string
	misc string
}

func (p *reader) read(line string) error {
	switch {
	case strings.HasPrefix(line, "# newdoc"):
		if err := p.endSentence(); err != nil {
			return err
		}
		p.endDocument()
		p.begin(value(line))
	case strings.HasPrefix(line, "# newpar"):
		// Block comments (newpar_block) come inside a paragraph that has begun.
		if !strings.HasPrefix(line, "# newpar_") {
			p.newpar = true
		}
	case strings.HasPrefix(line, "# text ="):
		p.surface = value(line)
	case strings.HasPrefix(line, "#"):
		if p.doc != nil && len(p.doc.Tokens) == 0 {
			p.doc.Comments = append(p.doc.Comments, line)
		}
	case line == "":
		return p.endSentence()
	default:
		return p.row(line)
	}
	return nil
}

func value(line string) string {
	_, v, _ := strings.Cut(line, "=")
	return strings.TrimSpace(v)
}

func (p *reader) begin(id string) {
	p.doc = &Doc{ID: id, Document: &rapporteur.Document{Article: &rapporteur.Article{Ref: id}}}
	p.text.Reset()
	p.newpar, p.glued = true, false
}

func (p *reader) row(line string) error {
	fields := strings.Split(line, "\t")
	if len(fields) != 10 {
		return fmt.Errorf("%d columns, want 10", len(fields))
	}
	if strings.Contains(fields[0], ".") {
		return nil // an empty node of the enhanced graph
	}
	if first, last, ok := strings.Cut(fields[0], "-"); ok {
		a, errA := strconv.Atoi(first)
		b, errB := strconv.Atoi(last)
		if errA != nil || errB != nil || b <= a {
			return fmt.Errorf("multiword range %q", fields[0])
		}
		if p.ranges == nil {
			p.ranges = map[int]surfaceRange{}
		}
		p.ranges[a] = surfaceRange{b, fields[1], fields[9]}
		return nil
	}
	id, err := strconv.Atoi(fields[0])
	if err != nil || id != len(p.words)+1 {
		return fmt.Errorf("word id %q, want %d", fields[0], len(p.words)+1)
	}
	head, err := strconv.Atoi(fields[6])
	if err != nil || head < 0 {
		return fmt.Errorf("head %q of word %d is no word number", fields[6], id)
	}
	p.words = append(p.words, word{[10]string(fields), head})
	return nil
}

// endSentence lays the words over the sentence's own text.
func (p *reader) endSentence() error {
	if len(p.words) == 0 {
		p.surface, p.ranges = "", nil
		return nil
	}
	if p.doc == nil {
		p.begin("0")
	}
	d := p.doc
	paragraph := 0
	if n := len(d.Sentences); n > 0 {
		paragraph = d.Sentences[n-1].Paragraph
		switch {
		case p.newpar:
			p.text.WriteString("\n\n")
			paragraph++
		case !p.glued:
			p.text.WriteByte(' ')
		}
	}
	start, first := p.text.Len(), len(d.Tokens)
	for i := 0; i < len(p.words); {
		i = p.token(i, first)
	}
	for i, w := range p.words {
		if w.head > len(p.words) {
			return fmt.Errorf("head %d of word %d is outside the sentence", w.head, i+1)
		}
	}
	if p.surface != "" && strings.TrimSpace(p.text.String()[start:]) != p.surface {
		return fmt.Errorf("the tokens do not spell %q", p.surface)
	}
	end := d.Tokens[len(d.Tokens)-1].Span.End
	d.Sentences = append(d.Sentences, rapporteur.Sentence{
		Span: rapporteur.Span{Start: start, End: end}, First: first, End: len(d.Tokens), Paragraph: paragraph,
	})
	p.words, p.ranges, p.surface, p.newpar = nil, nil, "", false
	return nil
}

// token appends the word at i, or the multiword token that begins there, and
// returns the index of the next.
func (p *reader) token(i, first int) int {
	group, surface, misc := p.words[i:i+1], p.words[i].columns[1], p.words[i].columns[9]
	if r, ok := p.ranges[i+1]; ok && r.last <= len(p.words) {
		group, surface, misc = p.words[i:r.last], r.form, r.misc
	}
	if i > 0 && !p.glued {
		p.text.WriteByte(' ')
	}
	at := p.text.Len()
	p.text.WriteString(surface)
	for k, w := range group {
		c := w.columns
		// The words of "don't" spell it between them; where they do not ("du"
		// = "de le") each takes the whole surface.
		span := rapporteur.Span{Start: at, End: at + len(surface)}
		if spells(group, surface) {
			span.End = at + len(c[1])
			at = span.End
		}
		head := rapporteur.None
		if w.head > 0 {
			head = first + w.head - 1
		}
		p.doc.Tokens = append(p.doc.Tokens, rapporteur.Token{
			Span: span, UPOS: c[3], XPOS: c[4], Lemma: c[2], Head: head, Deprel: c[7], Joined: k > 0,
		})
		p.doc.Rows = append(p.doc.Rows, Row{Feats: c[5], Misc: c[9], Form: c[1]})
	}
	p.glued = strings.Contains(misc, "SpaceAfter=No")
	return i + len(group)
}

func spells(group []word, surface string) bool {
	for _, w := range group {
		rest, ok := strings.CutPrefix(surface, w.columns[1])
		if !ok {
			return false
		}
		surface = rest
	}
	return surface == ""
}

func (p *reader) endDocument() {
	if p.doc == nil {
		return
	}
	p.doc.Article.Text = p.text.String()
	p.docs = append(p.docs, p.doc)
	p.doc = nil
}
