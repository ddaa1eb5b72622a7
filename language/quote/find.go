package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
)

// A finder goes over a text once, a paragraph at a time.
type finder struct {
	text    string
	quotes  []rapporteur.Quote
	notes   []rapporteur.Note
	pending []level // open at the end of the paragraph before, the outermost first

	// The paragraph being read.
	start, end int
	open       []level
	barren     int    // no single mark before this offset has a partner
	runsOn     family // of the mark that the next paragraph begins with
	straight   int    // straight double marks from here to its end
}

// A level is a quotation that is open.
type level struct {
	quote   int
	family  family
	closeAt int  // where its partner stands, for single marks, which are looked up at once
	low     bool // opened by „, which “ closes
}

// paragraph reads p; next is the one after it, or empty.
func (f *finder) paragraph(p, next rapporteur.Span) {
	if p.Empty() {
		return
	}
	f.start, f.end, f.barren = p.Start, p.End, 0
	f.runsOn = none
	if !next.Empty() {
		f.runsOn, _, _ = markAt(f.text, next.Start)
	}
	f.straight = strings.Count(f.text[f.start:f.end], `"`)
	f.open = f.open[:0]
	for i := f.carryOn(); i < f.end; {
		kind, role, n := markAt(f.text, i)
		if i+n > f.end {
			break // a paragraph that ends inside a character
		}
		switch kind {
		case double, guillemet:
			f.meet(kind, role, i, i+n)
			if f.text[i] == '"' {
				f.straight--
			}
		case single:
			f.meetSingle(role, i, i+n)
		}
		i += n
	}
	f.pending = f.pending[:0]
	for _, l := range f.open {
		f.leaveOpen(l.quote, f.end)
		f.pending = append(f.pending, l)
	}
}

// carryOn begins the quotations that were open when the paragraph before ended
// and gives the offset from which to go on.
func (f *finder) carryOn() int {
	at := f.start
	for _, before := range f.pending {
		kind, role, n := none, either, 0
		if at < f.end {
			kind, role, n = markAt(f.text, at)
		}
		if kind != before.family || role == closes && kind != guillemet {
			break
		}
		if f.text[at] == '"' {
			f.straight--
		}
		l := level{family: kind}
		if kind == single {
			l.closeAt = f.partner(at + n)
			if l.closeAt < 0 {
				break
			}
		}
		l.quote = f.begin(at, at+n, before.quote)
		f.open = append(f.open, l)
		at += n
	}
	if len(f.open) == 0 && len(f.pending) > 0 {
		if before := f.pending[0]; before.family != single && f.closesFirst(before.family) {
			// Carried on without a mark, as careless typing has it.
			f.open = append(f.open, level{family: before.family, quote: f.begin(f.start, f.start, before.quote)})
		} else {
			f.giveUp()
		}
	}
	f.pending = f.pending[:0]
	return at
}

// giveUp notes that what was open stays so.
func (f *finder) giveUp() {
	for _, l := range f.pending {
		f.note("a quotation opens here and does not close", f.quotes[l.quote].Span.Start)
	}
	f.pending = f.pending[:0]
}

// closesFirst reports whether the first mark of the family in the paragraph
// closes a quotation.
func (f *finder) closesFirst(want family) bool {
	for i := f.start; i < f.end; {
		kind, role, n := markAt(f.text, i)
		if kind == want {
			p := f.placeOf(i, i+n)
			switch role {
			case opens:
				return false
			case closes:
				return true
			}
			return p.closing() && !p.opening()
		}
		i += n
	}
	return false
}

// meet reads a mark that is no single one.
func (f *finder) meet(kind family, role role, start, end int) {
	p := f.placeOf(start, end)
	inside := f.depth(kind)
	switch {
	case role == opens && inside >= 0 && f.open[inside].low && p.closing():
		role = closes
	case role == closes && inside < 0 && (p.opening() || blank(p.before)):
		role = opens // ”so„ and »so«, or a slip
	case role == opens && inside >= 0 && p.closing() && !p.opening():
		role = closes // the slip the other way round
	case role == either && p.opening() && !p.closing() && (inside < 0 || f.straight%2 == 0):
		role = opens
	case role == either && p.closing() && !p.opening() && (inside >= 0 || f.straight%2 == 1):
		role = closes
	case role == either && inside >= 0:
		role = closes
	case role == either:
		role = opens
	}
	if role == opens {
		if inside >= 0 && inside == len(f.open)-1 {
			// Opened again without having closed: paragraphs run together.
			before := f.open[inside].quote
			f.giveUpFrom(inside+1, start)
			f.leaveOpen(before, start)
			f.open = f.open[:inside]
			f.open = append(f.open, level{family: kind, quote: f.begin(start, end, before)})
			return
		}
		low := strings.HasPrefix(f.text[start:], "„")
		f.open = append(f.open, level{family: kind, quote: f.begin(start, end, rapporteur.None), low: low})
		return
	}
	if inside < 0 {
		if !unicode.IsDigit(p.before) { // inches, seconds
			f.note("a quotation closes here that did not open", start)
		}
		return
	}
	f.giveUpFrom(inside+1, start)
	f.close(f.open[inside].quote, start, end)
	f.open = f.open[:inside]
}

// meetSingle reads a single mark, which is an apostrophe unless it begins
// something that another one ends.
func (f *finder) meetSingle(role role, start, end int) {
	for i, l := range f.open {
		if l.family == single && l.closeAt == start {
			f.giveUpFrom(i+1, start)
			f.close(l.quote, start, end)
			f.open = f.open[:i]
			return
		}
	}
	if role == closes || !f.placeOf(start, end).opening() || elision(f.text[end:f.end]) || f.depth(single) >= 0 {
		return
	}
	at := f.partner(end)
	if at < 0 && (start != f.start || f.runsOn != single) {
		return
	}
	f.open = append(f.open, level{family: single, quote: f.begin(start, end, rapporteur.None), closeAt: at})
}

// partner is the offset of the single mark that closes one whose content begins
// at from, or -1. The apostrophe of a plural ("the rebels’ camp") closes only if
// nothing better follows before the next opening.
func (f *finder) partner(from int) int {
	if from < f.barren {
		return -1
	}
	fallback := -1
	nested := 0 // double quotations in between
	i := from
	for i < f.end {
		kind, role, n := markAt(f.text, i)
		p := f.placeOf(i, i+n)
		switch {
		case kind == double && (role == opens || role == either && p.opening()):
			nested++
		case kind == double && nested > 0:
			nested--
		case kind == double && f.depth(double) >= 0:
			// Not over the end of the quotation around it.
			f.barren = i
			return fallback
		}
		if kind == single {
			switch {
			case i > from && role != closes && p.opening() && !elision(f.text[i+n:f.end]):
				f.barren = i
				return fallback
			case role == opens || !p.closing() || i == from:
			case !plural(p, f.text[i+n:f.end]):
				if fallback < 0 || unicode.IsPunct(p.before) {
					return i
				}
			case fallback < 0:
				fallback = i
			}
		}
		i += n
	}
	f.barren = i
	return fallback
}

// plural reports whether a mark looks like the apostrophe of a plural: an s
// before it and a word after it.
func plural(p place, rest string) bool {
	if p.before != 's' && p.before != 'S' || p.after != ' ' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
	return unicode.IsLetter(r)
}

func (f *finder) placeOf(start, end int) place {
	return placeOf(f.text[f.start:f.end], start-f.start, end-f.start)
}

// depth is the level of the innermost open quotation of the family, or -1.
func (f *finder) depth(kind family) int {
	for i := len(f.open) - 1; i >= 0; i-- {
		if f.open[i].family == kind {
			return i
		}
	}
	return -1
}

func (f *finder) begin(start, content, continues int) int {
	within := rapporteur.None
	if len(f.open) > 0 {
		within = f.open[len(f.open)-1].quote
	}
	f.quotes = append(f.quotes, rapporteur.Quote{
		Span:      rapporteur.Span{Start: start, End: content},
		Content:   rapporteur.Span{Start: content, End: content},
		Continues: continues,
		Within:    within,
	})
	return len(f.quotes) - 1
}

// close ends quotation i with a mark.
func (f *finder) close(i, start, end int) {
	q := &f.quotes[i]
	q.Span.End = end
	q.Content = trim(f.text, rapporteur.Span{Start: q.Content.Start, End: start})
}

// giveUpFrom ends the levels from the given one on where no mark ends them.
func (f *finder) giveUpFrom(from, at int) {
	for _, l := range f.open[from:] {
		f.leaveOpen(l.quote, at)
		f.note("a quotation opens here and does not close", f.quotes[l.quote].Span.Start)
	}
	f.open = f.open[:from]
}

func (f *finder) leaveOpen(i, at int) {
	q := &f.quotes[i]
	q.Open = true
	q.Content = trim(f.text, rapporteur.Span{Start: q.Content.Start, End: at})
	q.Span.End = q.Content.End
}

func (f *finder) note(text string, at int) {
	_, _, n := markAt(f.text, at)
	f.notes = append(f.notes, rapporteur.Note{
		Kind: rapporteur.NoteQuotation, Text: text, Span: rapporteur.Span{Start: at, End: min(at+n, len(f.text))},
	})
}
