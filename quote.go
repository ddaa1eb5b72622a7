package rapporteur

import "sort"

// A Quote is a passage between quotation marks, whatever they are there for:
// speech, a title, a word held at arm's length.
type Quote struct {
	Span      Span // with the marks
	Content   Span // without the marks and the blanks inside them
	Open      bool // no mark closes it: it runs on into a later Quote, or ends with its paragraph
	Continues int  // index in Document.Quotes of the one it carries on after a paragraph, or None
	Within    int  // index in Document.Quotes of the one it stands inside, or None
}

// QuoteAt is the index of the outermost quotation whose content holds the byte
// at offset, or None.
func (d *Document) QuoteAt(offset int) int {
	// The quotation that begins last before offset holds it, or one of those
	// around that one does: quotations side by side do not overlap.
	i := sort.Search(len(d.Quotes), func(i int) bool { return d.Quotes[i].Content.Start > offset }) - 1
	for i >= 0 && offset >= d.Quotes[i].Content.End {
		i = d.around(i)
	}
	for i >= 0 && d.around(i) >= 0 {
		i = d.around(i)
	}
	return max(i, None)
}

// around is what quotation i stands inside. An index that does not point
// backwards is a mistake of whoever made the Document and must not loop.
func (d *Document) around(i int) int {
	if w := d.Quotes[i].Within; w < i {
		return w
	}
	return None
}

// QuoteBegins is the index of the quotation that quotation i carries on, over
// as many paragraphs as it runs; i itself where it carries on none.
func (d *Document) QuoteBegins(i int) int {
	for c := d.Quotes[i].Continues; c >= 0 && c < i; c = d.Quotes[i].Continues {
		i = c
	}
	return i
}
