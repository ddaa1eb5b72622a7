package coref

// A relation is what the rules and the ranker tell apart of the universal
// relations.
type relation uint8

const (
	relOther relation = iota
	relRoot
	relSubject
	relSubjectPassive
	relObject
	relIndirect
	relOblique
	relAgent
	relNmod
	relPossessor
	relDescription // nmod:desc, a title before a name
	relMeasure     // nmod:unmarked, obl:unmarked: "last week"
	relApposition
	relConjunct
	relCompound
	relFlat
	relAdjective
	relDeterminer
	relNumber
	relCase
	relCopula
	relAuxiliary
	relMark
	relComplement // ccomp
	relOpen       // xcomp
	relAdverbial  // advcl
	relClausal    // acl
	relRelative   // acl:relcl
	relParataxis
	relExpletive
	relVocative
	relPunctuation
	relAdverb
)

var relations = map[string]relation{
	"root": relRoot, "nsubj": relSubject, "nsubj:outer": relSubject, "csubj": relOther,
	"nsubj:pass": relSubjectPassive, "obj": relObject, "iobj": relIndirect, "obl": relOblique,
	"obl:agent": relAgent, "nmod": relNmod, "nmod:poss": relPossessor, "nmod:desc": relDescription,
	"nmod:unmarked": relMeasure, "obl:unmarked": relMeasure, "obl:tmod": relMeasure, "obl:npmod": relMeasure,
	"appos": relApposition, "conj": relConjunct, "compound": relCompound, "flat": relFlat, "goeswith": relFlat,
	"fixed": relFlat, "amod": relAdjective, "det": relDeterminer, "det:predet": relDeterminer,
	"nummod": relNumber, "case": relCase, "cop": relCopula, "aux": relAuxiliary, "aux:pass": relAuxiliary,
	"mark": relMark, "ccomp": relComplement, "xcomp": relOpen, "advcl": relAdverbial,
	"advcl:relcl": relAdverbial, "acl": relClausal, "acl:relcl": relRelative, "parataxis": relParataxis,
	"expl": relExpletive, "vocative": relVocative, "punct": relPunctuation, "advmod": relAdverb,
}

func relationOf(deprel string) relation { return relations[deprel] }

func (r relation) subject() bool { return r == relSubject || r == relSubjectPassive }

// clausal reports whether what hangs by r is a clause of its own.
func (r relation) clausal() bool {
	switch r {
	case relRoot, relComplement, relOpen, relAdverbial, relClausal, relRelative, relParataxis:
		return true
	}
	return false
}
