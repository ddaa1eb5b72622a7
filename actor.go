package rapporteur

// An Actor is one who can do or say something: a state, a government, an armed
// group, an organisation, an office, a person, or a group of people. One Actor
// stands for one identity in the article, across names, titles and pronouns.
type Actor struct {
	Name     string   // canonical name: the fullest the article uses, or that of the knowledge entry
	Kind     string   // one of the Actor constants
	Key      string   // id of its entry in the knowledge of actors ("hamas", "QAT"); "" where only this article knows it
	Country  string   // ISO 3166-1 alpha-3; "" where none or unknown
	Sectors  []string // PLOVER sectors, the primary one first
	Title    string   // a person's office or description, in the article's words
	Of       int      // index in Findings.Actors of the body it belongs to or speaks for; None where unknown
	Mentions []Span   // every place that names it, ascending
	Rule     string   // the rule or model that identified it
}

// None stands for "no actor", "no statement": an index that points nowhere.
const None = -1

// The kinds of Actor.
const (
	ActorState        = "state"
	ActorGovernment   = "government" // a government or an organ of one: ministry, army, court
	ActorArmedGroup   = "armed-group"
	ActorOrganization = "organization" // intergovernmental, non-governmental, party, company, outlet
	ActorOffice       = "office"       // an office without its holder's name: "the foreign minister"
	ActorPerson       = "person"
	ActorPeople       = "people" // a population or a crowd: Palestinians, protesters, civilians
)

// A Participant is an actor in one role of one finding.
type Participant struct {
	Name  string // canonical name, or the words of the text where no actor was identified
	Actor int    // index in Findings.Actors, or None
	Spans []Span // the words that put it there
}
