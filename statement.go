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
	Within    int         // index in Findings.Statements of the one that reports this one, or None
	// Via are those who passed it on and say nothing of their own by it, the nearest
	// to the speaker first: the agency that quotes the ministry, the paper that cites
	// the agency.
	Via        []Participant
	Anonymity  Span   // the words that ask that the speaker be not named: "on condition of anonymity"
	Record     string // one of the Record constants, "" where the report does not say
	RecordSpan Span
	Form       string // one of the Form constants, "" where the report does not say
	FormSpan   Span   // the words that tell the form: "in an interview with", "posted"
	Date       string // the day it was said, where it says: ISO 8601 as in Event
	DateSpan   Span
	Sentence   int // index in Document.Sentences of the cue
	Rule       string
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

// On what terms a Statement was made, where the report says so.
const (
	RecordOn         = "on"         // on the record
	RecordOff        = "off"        // off the record
	RecordBackground = "background" // to be used, but not under the speaker's name
)

// The forms in which a Statement came to the outlet.
const (
	FormStatement       = "statement" // a written statement, a press release
	FormInterview       = "interview"
	FormPressConference = "press-conference" // a briefing, too
	FormSpeech          = "speech"
	FormBroadcast       = "broadcast" // on radio or television, in a video
	FormPost            = "post"      // on a social network or a site of one's own
	FormLetter          = "letter"    // an e-mail or a text message, too
	FormCall            = "call"      // by telephone
	FormTestimony       = "testimony" // before a court or a parliament
	FormDocument        = "document"  // a report, a ruling, a memorandum
	FormLeak            = "leak"      // a document or a recording that was not meant to be known
)
