package name

import (
	"rapporteur"
	"rapporteur/knowledge"
	"rapporteur/knowledge/gazetteer"
	"rapporteur/language/lexis"
)

// The bits of Word.List: what the tables of knowledge say the word may be part
// of. The field weighs them against everything else, so a name that is listed
// is not thereby found.
const (
	listCountry uint16 = 1 << iota
	listPeople         // adjectives and nouns of peoples
	listPart           // provinces and regions with a cause of their own
	listArmed          // armed groups
	listBody           // other bodies
	listOutlet
	listNoun // titles and roles
	listTown // of the gazetteer
	listGiven
	listInside // not the first word of what is listed
)

// Lists looks words up. It keeps its buffers from call to call and serves one
// goroutine.
type Lists struct {
	scanner *knowledge.Scanner
	hits    []knowledge.Hit
}

// NewLists makes a Lists.
func NewLists() *Lists { return &Lists{scanner: knowledge.NewScanner()} }

// Mark sets the List of the words of one sentence; form gives the i-th as it is
// written.
func (l *Lists) Mark(words []Word, form func(int) string) {
	l.hits = l.scanner.Scan(l.hits[:0], 0, len(words), form)
	for _, h := range l.hits {
		bits := uint16(0)
		for _, sense := range h.Senses {
			bits |= bitsOf(sense)
		}
		for i := h.First; i < h.End; i++ {
			words[i].List |= bits
			if i > h.First {
				words[i].List |= listInside
			}
		}
	}
	for i := range words {
		if c := words[i].Case; c != lexis.CaseTitle && c != lexis.CaseMixed {
			continue
		}
		w := form(i)
		if knowledge.Gender(w) != knowledge.Unknown {
			words[i].List |= listGiven
		}
		if gazetteer.Known(w) {
			words[i].List |= listTown
		}
		if i+1 < len(words) && (words[i+1].Case == lexis.CaseTitle || words[i+1].Case == lexis.CaseMixed) && gazetteer.Known(w+" "+form(i+1)) {
			words[i].List |= listTown
			words[i+1].List |= listTown | listInside
		}
	}
}

func bitsOf(s knowledge.Sense) uint16 {
	switch s.Form {
	case knowledge.FormAdjective, knowledge.FormDemonym, knowledge.FormPlural:
		return listPeople
	case knowledge.FormNoun, knowledge.FormNouns:
		return listNoun
	}
	switch {
	case s.Country != nil:
		return listCountry
	case s.Part != nil:
		return listPart
	case s.People != nil:
		return listPeople
	case s.Body == nil:
		return 0
	case s.Body.Outlet():
		return listOutlet
	case s.Body.Kind == rapporteur.ActorArmedGroup:
		return listArmed
	}
	return listBody
}
