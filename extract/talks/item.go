package talks

import (
	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// A piece is tokens [first, end) of a list.
type piece struct{ first, end int }

// verbs parts what follows "would" into its verbs, each with what belongs to
// it: "halt the war for 40 days", "exchange captives for prisoners".
func (f *finder) verbs(first, end int) []piece {
	return f.part(first, end, func(i int) bool { return f.beginsVerb(i, end) || f.clauseAt(i, end) })
}

// clauses parts what follows "under the plan," into its clauses; verbs that
// share a subject are parted, too.
func (f *finder) clauses(first, end int) []piece {
	return f.part(first, end, func(i int) bool { return f.clauseAt(i, end) || f.beginsVerb(i, end) })
}

// phrases parts a list of noun phrases and gerunds: "a raise of 5 percent, an
// hour less and hiring 300 guards".
func (f *finder) phrases(first, end int) []piece {
	series := false
	again := ""
	if first > 0 {
		again = lower(f.t.Word(first - 1)) // "divided over the cars and over the wine"
	}
	pieces := f.part(first, end, func(i int) bool {
		if f.t.Word(i-1) == "," {
			t := f.t.Tokens[i]
			series = f.beginsPhrase(i, end) || t.UPOS == "ADJ" || t.UPOS == "NOUN" || t.XPOS == "VBN"
			return series
		}
		if series {
			// "civil and military staff" are one, also in a series.
			return i < 2 || f.t.Tokens[i].UPOS != "ADJ" || f.t.Tokens[i-2].UPOS != "ADJ"
		}
		if f.t.Tokens[i].UPOS == "ADP" {
			return lower(f.t.Word(i)) == again
		}
		// "The rights and security of the islanders" are one.
		return f.beginsPhrase(i, end) && (i-first > 3 || f.t.Tokens[i].UPOS != "NOUN" && f.t.Tokens[i].UPOS != "ADJ")
	})
	if last := pieces[len(pieces)-1]; len(pieces) > 1 && f.bare(pieces[:len(pieces)-1]) && last.end-last.first == 2 && f.t.Is(last.first, "compound", "amod") {
		return []piece{{first, end}} // "farm, trade and border policies" have one head
	}
	return pieces
}

// bare reports whether each of the pieces is a noun and nothing else.
func (f *finder) bare(in []piece) bool {
	for _, p := range in {
		if p.end-p.first != 1 || f.t.Tokens[p.first].UPOS != "NOUN" {
			return false
		}
	}
	return true
}

// part cuts tokens [first, end) at those commas and conjunctions behind which
// begins says that another item begins.
func (f *finder) part(first, end int, begins func(i int) bool) []piece {
	var out []piece
	from := first
	for i := first; i < end; i++ {
		next := i + 1
		switch lower(f.t.Word(i)) {
		case ",", ";":
			if next < end {
				switch f.t.Word(next) {
				case "and", "or", "while", "then":
					continue // the conjunction decides
				}
			}
		case "and", "while", "plus", "then", "whereas":
		case "as":
			if i+2 >= end || f.t.Word(i+1) != "well" || f.t.Word(i+2) != "as" {
				continue
			}
			next = i + 3
		default:
			continue
		}
		if next >= end || i == from || !begins(next) {
			continue
		}
		out = append(out, piece{from, i})
		from = next
	}
	return append(out, piece{from, end})
}

// beginsVerb reports whether a verb of an infinitive begins at token i: "to"
// and adverbs may stand before it.
func (f *finder) beginsVerb(i, end int) bool {
	_, uses := know.Verbs()
	for ; i < end; i++ {
		t := f.t.Tokens[i]
		switch w := lower(f.t.Word(i)); {
		case w == "to" || w == "also" || w == "then" || w == "not" || w == "would" || w == "will" || t.UPOS == "ADV":
			continue
		case t.XPOS == "VB" || t.XPOS == "VBP":
			return true
		case t.UPOS == "VERB":
			return false
		default:
			// The tagger takes "exchange captives" for a noun.
			return uses[w]&know.Begins != 0 && i+1 < end && f.t.Tokens[i+1].UPOS != "ADP" && f.t.Tokens[i+1].UPOS != "PUNCT"
		}
	}
	return false
}

// beginsPhrase reports whether a noun phrase that stands for itself begins at
// token i: with a determiner, a number or a gerund, or with a noun that has a
// prepositional phrase of its own.
func (f *finder) beginsPhrase(i, end int) bool {
	t := f.t.Tokens[i]
	switch {
	case t.XPOS == "WP" || t.XPOS == "WRB" || t.XPOS == "WDT" || f.t.Word(i) == "whether":
		return true
	case t.UPOS == "PROPN":
		for k := i + 1; k < end && k < i+4; k++ {
			if f.t.Tokens[k].XPOS == "POS" {
				return true // "Arden's demand for …"
			}
		}
	case t.UPOS == "DET" || t.UPOS == "NUM" || t.XPOS == "PRP$" || t.XPOS == "VBG" || t.XPOS == "$":
		return true
	case t.UPOS == "NOUN" || t.UPOS == "ADJ":
		for k := i + 1; k < end && k < i+4; k++ {
			switch f.t.Tokens[k].UPOS {
			case "ADP":
				return true
			case "NOUN", "ADJ":
			default:
				return false
			}
		}
	}
	return false
}

// kind is the kind of a term by its words, and how much says so; "other" and 0
// where no word of kinds.tsv is among them.
func (f *finder) kind(first, end int) (string, float64) {
	rows, phrases := know.Kinds()
	if v := f.finiteIn(first, end); v > first {
		if kind, w := f.kind(v, end); w > 0 {
			return kind, w // whoever is to do it says nothing of what it is
		}
	}
	best, most := "other", 0.0
	sums := make([]float64, len(rows)) // at the first row of each kind
	for i := first; i < end; i++ {
		p, e := f.phrase(phrases, i, end)
		if p == nil {
			continue
		}
		// The first words say more of what is to be done than the last ones; several
		// of no kind of their own say no more than one.
		w := rows[p.Row].Weight * (1 - 0.3*float64(i-first)/float64(end-first))
		if sum := &sums[rows[p.Row].First]; rows[p.Row].Kind == "other" {
			*sum = max(*sum, w)
		} else {
			*sum += w
		}
		i = e - 1
	}
	for i, w := range sums {
		if w > most {
			best, most = rows[i].Kind, w
		}
	}
	return best, most
}

// finiteIn is the finite verb of a clause whose subject begins with token first,
// None where there is none.
func (f *finder) finiteIn(first, end int) int {
	for k := first + 1; k < end && k < first+9; k++ {
		if f.inflected(k) {
			return k
		}
		switch f.t.Tokens[k].UPOS {
		case "VERB", "SCONJ", "PUNCT":
			return rapporteur.None
		}
	}
	return rapporteur.None
}

// headed reports whether a piece begins with a verb of one of the uses.
func (f *finder) headed(p piece, use know.Use) bool {
	_, uses := know.Verbs()
	for i := p.first; i < p.end && i < p.first+4; i++ {
		t := f.t.Tokens[i]
		if t.UPOS == "VERB" || t.UPOS == "AUX" && t.XPOS != "MD" {
			return uses[f.t.Lemma(i)]&use != 0
		}
		if t.UPOS == "NOUN" || t.UPOS == "DET" || t.UPOS == "PROPN" {
			return false
		}
	}
	return false
}

// pieceSpan is the words of a piece without what is around them.
func (f *finder) pieceSpan(p piece) rapporteur.Span {
	for p.first < p.end {
		w := lower(f.t.Word(p.first))
		if w == "both" && p.first+1 < p.end && f.t.Tokens[p.first+1].UPOS == "NOUN" {
			break // "both sides would halt the fighting"
		}
		if w != "to" && w != "also" && w != "that" && w != "both" && f.t.Tokens[p.first].UPOS != "PUNCT" && f.t.Tokens[p.first].UPOS != "CCONJ" {
			break
		}
		p.first++
	}
	return f.span(p.first, p.end)
}
