package coref

// A feature is something that holds of an anaphor and a referent that it may
// have, or of an anaphor that may have none. Its weight stands in weights.tsv,
// one for every task.
type feature uint8

const (
	// Of every pair.
	fPair feature = iota
	fSameSentence
	fSentenceBefore
	fTwoBefore
	fThreeBefore
	fFourOrFiveBefore
	fFarBefore
	fOtherParagraph
	fNearest
	fSecondNearest
	fThirdNearest
	fFartherNearest
	fAfter

	// How the referent was mentioned last.
	fSubject
	fPassiveSubject
	fObject
	fIndirectObject
	fOblique
	fAgent
	fNounModifier
	fPossessor
	fAppositive
	fConjunct
	fCompound
	fOtherRole
	fInClause
	fNamed
	fDefinite
	fIndefinite
	fBare
	fOwned
	fPronoun
	fSamePronoun
	fFirstPerson
	fConjoined
	fInFront

	// How the referent stands in the text.
	fOnce
	fTwice
	fOften
	fVeryOften
	fMostOften
	fHasName
	fOpening

	// How the two stand to one another.
	fBothSubjects
	fBothObjects
	fGoverning
	fClauseSubject
	fSameClause
	fOwnerBySubject
	fSameVerb
	fSameQuote
	fOutOfQuote
	fIntoQuote
	fBothReport
	fReporter
	fLastReporter
	fInterrupted
	fSpeakerBefore
	fSpeakerReports

	// What the two are.
	fPerson
	fPeople
	fBody
	fCountry
	fPlace
	fThing
	fUnknownClass
	fGenderKnown
	fGenderLikely
	fGenderUnlikely
	fGenderUnknown
	fPlural
	fSingularBody
	fUnknownNumber
	fAgentActs
	fThingActs
	fAgentHappens
	fThingHappens
	fAgentOwnsAgent
	fThingOwnsAgent
	fAgentOwnsThing

	// Descriptions.
	fHead
	fNameHead
	fRole
	fNoHead
	fSharedModifier
	fExtraModifier
	fExtraOwner
	fMissingModifier
	fOtherModifier
	fBothBare
	fGeneric
	fGenericNear

	// Of an anaphor without a referent.
	fNull
	fNullSubject
	fNullObject
	fNullOblique
	fNullOwner
	fNullQuoted
	fNullModified
	fNullComplement
	fNullRelative
	fNullOwned
	fNullProper
	fNullDemonstrative
	fNullBare
	fNullPerson
	fNullBody
	fNullPlace
	fNullGeneric
	fNullClauseFollows
	fNullCopula
	fNullAdjective
	fNullSeems
	fNullHeadSeen
	fNullNoneNear
	fNullOneNear
	fNullFirstSentence
	fNullSuperlative

	features // how many there are
)

var featureNames = [features]string{
	fPair: "pair", fSameSentence: "same-sentence", fSentenceBefore: "sentence-before", fTwoBefore: "two-sentences-before",
	fThreeBefore: "three-sentences-before", fFourOrFiveBefore: "four-or-five-sentences-before", fFarBefore: "far-before",
	fOtherParagraph: "other-paragraph", fNearest: "nearest", fSecondNearest: "second-nearest", fThirdNearest: "third-nearest",
	fFartherNearest: "fourth-nearest-or-farther", fAfter: "after",

	fSubject: "subject", fPassiveSubject: "passive-subject", fObject: "object", fIndirectObject: "indirect-object",
	fOblique: "oblique", fAgent: "agent", fNounModifier: "noun-modifier", fPossessor: "possessor", fAppositive: "appositive",
	fConjunct: "conjunct", fCompound: "compound", fOtherRole: "other-role", fInClause: "in-subordinate-clause",
	fNamed: "named", fDefinite: "definite", fIndefinite: "indefinite", fBare: "bare", fOwned: "owned", fPronoun: "pronoun",
	fSamePronoun: "same-pronoun", fFirstPerson: "first-person", fConjoined: "conjoined", fInFront: "in-front",

	fOnce: "once", fTwice: "twice", fOften: "often", fVeryOften: "very-often", fMostOften: "most-often", fHasName: "has-name",
	fOpening: "in-opening-sentence",

	fBothSubjects: "both-subjects", fBothObjects: "both-objects", fGoverning: "governing-subject", fClauseSubject: "clause-subject",
	fSameClause: "same-clause", fOwnerBySubject: "owner-is-subject", fSameVerb: "same-verb", fSameQuote: "same-quotation",
	fOutOfQuote: "out-of-quotation", fIntoQuote: "into-quotation", fBothReport: "both-report", fReporter: "reporter", fLastReporter: "last-reporter", fInterrupted: "interrupted", fSpeakerBefore: "speaker-before",
	fSpeakerReports: "speaker-before-reports",

	fPerson: "person", fPeople: "people", fBody: "body", fCountry: "country", fPlace: "place", fThing: "thing",
	fUnknownClass: "class-unknown", fGenderKnown: "gender-known", fGenderLikely: "gender-likely", fGenderUnlikely: "gender-unlikely", fGenderUnknown: "gender-unknown", fPlural: "plural",
	fSingularBody: "singular-body", fUnknownNumber: "number-unknown",

	fAgentActs: "agent-acts", fThingActs: "thing-acts", fAgentHappens: "agent-happens", fThingHappens: "thing-happens",
	fAgentOwnsAgent: "agent-owns-agent", fThingOwnsAgent: "thing-owns-agent", fAgentOwnsThing: "agent-owns-thing",

	fHead: "head", fNameHead: "head-of-name", fRole: "title", fNoHead: "other-head", fSharedModifier: "shared-modifier",
	fExtraModifier: "extra-modifier", fExtraOwner: "extra-owner", fMissingModifier: "missing-modifier", fOtherModifier: "other-modifier", fBothBare: "both-bare", fGeneric: "generic",
	fGenericNear: "generic-and-near",

	fNull: "none", fNullSubject: "none:subject", fNullObject: "none:object", fNullOblique: "none:oblique", fNullOwner: "none:owner",
	fNullQuoted: "none:quoted", fNullModified: "none:modified", fNullComplement: "none:complement", fNullRelative: "none:relative-clause",
	fNullOwned: "none:owned", fNullProper: "none:proper-modifier", fNullDemonstrative: "none:demonstrative", fNullBare: "none:bare", fNullPerson: "none:person",
	fNullBody: "none:body", fNullPlace: "none:place", fNullGeneric: "none:generic", fNullClauseFollows: "none:clause-follows",
	fNullCopula: "none:copula", fNullAdjective: "none:adjective-and-clause", fNullSeems: "none:seems", fNullHeadSeen: "none:head-seen",
	fNullNoneNear: "none:no-candidate-near", fNullOneNear: "none:one-candidate-near", fNullFirstSentence: "none:first-sentence",
	fNullSuperlative: "none:superlative",
}

// A task is a kind of anaphor, with weights of its own.
type task uint8

const (
	taskHe   task = iota // he, she and their forms
	taskIt               // it, its, itself
	taskThey             // they and its forms
	taskOne              // a definite description in the singular
	taskMany             // a definite description in the plural
	tasks
	taskNone = tasks
)

var taskNames = [tasks]string{"he", "it", "they", "the-one", "the-many"}
