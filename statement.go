package rapporteur

// A Statement is one act of attribution: somebody says something. Source, cue
// and content are those of PARC 3.0 and PolNeAR (Newell and others 2018).
type Statement struct {
	Speaker   Participant // the source
	Cue       Span        // the words that lend the content to the source: "said", "according to"
	Content   []Span      // pieces, without outer quotation marks and stops
	Kind      string      // KindDirect, KindIndirect or KindMixed
	Sourcing  string      // SourcingNamed, SourcingInstitution or SourcingUnnamed
	Outlet    string      // the outlet it was told to or is quoted from
	Addressee Participant // who was told; an outlet too
	Denies    bool        // the content is denied, not asserted: "denied that X attacked Y"
	Sentence  int         // index in Document.Sentences of the cue
	Rule      string
}

// The kinds of Statement: all quotation, all paraphrase, or both.
const (
	KindDirect   = "direct"
	KindIndirect = "indirect"
	KindMixed    = "mixed"
)

// What stands behind a Statement: a person known by name, a body speaking as
// such, or somebody the article does not name.
const (
	SourcingNamed       = "named"
	SourcingInstitution = "institution"
	SourcingUnnamed     = "unnamed"
)
