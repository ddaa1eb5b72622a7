package rapporteur

// Talks is one negotiation as one report shows it.
type Talks struct {
	Subject        string        // what it is about, a short phrase
	Parties        []Participant // the sides whose dispute is negotiated
	Mediators      []Participant // hosts and brokers
	Venue          string
	VenueSpan      Span
	Stage          string // one of the Stage constants
	StageSpan      Span   // the words that show the stage
	Proposals      []Proposal
	Positions      []Position
	StickingPoints []StickingPoint
	Awaited        []Awaited
	Spans          []Span // the mentions of the negotiation itself
	Rule           string
}

// The stages of a negotiation at the time of the report.
const (
	StageProposed     = "proposed"
	StageAgreedToMeet = "agreed-to-meet"
	StageUnderWay     = "under-way"
	StageCritical     = "critical"
	StageStalled      = "stalled"
	StageSuspended    = "suspended"
	StageDealReached  = "deal-reached"
	StageSigned       = "signed"
	StageImplementing = "implementing"
	StageCollapsed    = "collapsed"
	StageRejected     = "rejected"
)

// A Proposal is what is on the table, or was agreed.
type Proposal struct {
	By      string // who made it, joint holders joined by "; "; "" where the text does not say
	Terms   []Term
	Phases  int // number of phases; 0 where the text gives none
	Answers []Answer
	Span    Span // the words that name it
	Rule    string
}

// A Term is one thing a proposal would do.
type Term struct {
	Kind string // ceasefire, exchange, release, withdrawal, aid-access, prisoners, territory, sanctions, security, political, money, wages, hours, jobs, tariffs, nuclear, other
	Span Span
	Rule string
}

// An Answer is what one side made of a proposal.
type Answer struct {
	Actor  string
	Answer string // awaited, accepted, rejected, accepted-with-reservations, countered
	Span   Span
	Rule   string
}

// A Position is where somebody stands on an issue of the talks.
type Position struct {
	Actor  string // joint holders joined by "; "
	Stance string // demands, insists, offers, accepts, rejects, opposes, supports, warns, open-to
	Issue  string
	Span   Span
	Rule   string
}

// A StickingPoint is an issue that the sides cannot settle.
type StickingPoint struct {
	Issue string
	Span  Span
	Rule  string
}

// Awaited is what somebody still has to do.
type Awaited struct {
	From string
	What string
	Span Span
	Rule string
}
