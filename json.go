package rapporteur

// The structs of this file are the contract with programs that read our JSON:
// docs/record.md says what each key means. They stand apart from the Go types
// because spans are bytes in Go and code points in JSON, and because a
// Participant is spread over two keys there (names in one, spans in the other).

type spanJSON struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Exact string `json:"exact"`
}

type noteJSON struct {
	Kind string    `json:"kind"`
	Text string    `json:"text"`
	Span *spanJSON `json:"span,omitempty"`
}

type articleJSON struct {
	Ref       string `json:"ref,omitempty"`
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
	Author    string `json:"author,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty"`
	Language  string `json:"language,omitempty"`
	Text      string `json:"text"`
}

type actorJSON struct {
	ID       int        `json:"id"`
	Name     string     `json:"name"`
	Kind     string     `json:"kind"`
	Key      string     `json:"key,omitempty"`
	Country  string     `json:"country,omitempty"`
	Sectors  []string   `json:"sectors,omitempty"`
	Title    string     `json:"title,omitempty"`
	Of       *int       `json:"of,omitempty"`
	Mentions []spanJSON `json:"mention_spans"`
	provenance
}

type statementJSON struct {
	Speaker       string       `json:"speaker"`
	SpeakerActor  *int         `json:"speaker_actor,omitempty"`
	SpeakerSpan   *spanJSON    `json:"speaker_span,omitempty"`
	CueSpan       *spanJSON    `json:"cue_span,omitempty"`
	ContentSpans  []spanJSON   `json:"content_spans"`
	Kind          string       `json:"kind"`
	Sourcing      string       `json:"sourcing"`
	Denies        bool         `json:"denies,omitempty"`
	Outlet        string       `json:"outlet,omitempty"`
	Addressee     string       `json:"addressee,omitempty"`
	AddresseeSpan *spanJSON    `json:"addressee_span,omitempty"`
	Within        *int         `json:"within,omitempty"`
	Via           []string     `json:"via,omitempty"`
	ViaIDs        []*int       `json:"via_ids,omitempty"`
	ViaSpans      [][]spanJSON `json:"via_spans,omitempty"`
	Anonymous     bool         `json:"anonymous,omitempty"`
	AnonymitySpan *spanJSON    `json:"anonymity_span,omitempty"`
	Record        string       `json:"record,omitempty"`
	RecordSpan    *spanJSON    `json:"record_span,omitempty"`
	Form          string       `json:"form,omitempty"`
	FormSpan      *spanJSON    `json:"form_span,omitempty"`
	Date          string       `json:"date,omitempty"`
	DateSpan      *spanJSON    `json:"date_span,omitempty"`
	Sentence      int          `json:"sentence"`
	provenance
}

type eventJSON struct {
	Type            string       `json:"type"`
	Mode            string       `json:"mode,omitempty"`
	Contexts        []string     `json:"contexts,omitempty"`
	CAMEO           string       `json:"cameo,omitempty"`
	Actors          []string     `json:"actors"`
	ActorIDs        []*int       `json:"actor_ids"`
	ActorSpans      [][]spanJSON `json:"actor_spans"`
	Recipients      []string     `json:"recipients"`
	RecipientIDs    []*int       `json:"recipient_ids"`
	RecipientSpans  [][]spanJSON `json:"recipient_spans"`
	AnchorSpan      spanJSON     `json:"anchor_span"`
	AlsoSpans       []spanJSON   `json:"also_spans,omitempty"`
	Place           string       `json:"place,omitempty"`
	PlaceSpan       *spanJSON    `json:"place_span,omitempty"`
	Country         string       `json:"country,omitempty"`
	Date            string       `json:"date,omitempty"`
	DateSpan        *spanJSON    `json:"date_span,omitempty"`
	Status          string       `json:"status"`
	Historical      bool         `json:"historical,omitempty"`
	AttributedTo    string       `json:"attributed_to,omitempty"`
	StatementNumber *int         `json:"statement,omitempty"`
	Sentence        int          `json:"sentence"`
	provenance
}

type figureJSON struct {
	Measure         string   `json:"measure"`
	Of              string   `json:"of"`
	Value           float64  `json:"value"`
	ValueMax        float64  `json:"value_max,omitempty"`
	Unit            string   `json:"unit,omitempty"`
	Qualifier       string   `json:"qualifier,omitempty"`
	Span            spanJSON `json:"span"`
	Place           string   `json:"place,omitempty"`
	Date            string   `json:"date,omitempty"`
	AttributedTo    string   `json:"attributed_to,omitempty"`
	StatementNumber *int     `json:"statement,omitempty"`
	Sentence        int      `json:"sentence"`
	provenance
}

type dateJSON struct {
	Span     spanJSON `json:"span"`
	Type     string   `json:"type"`
	Value    string   `json:"value,omitempty"`
	From     string   `json:"from,omitempty"`
	To       string   `json:"to,omitempty"`
	Modifier string   `json:"mod,omitempty"`
	Sentence int      `json:"sentence"`
	provenance
}

type placeJSON struct {
	Span       spanJSON `json:"span"`
	Name       string   `json:"name"`
	Kind       string   `json:"kind,omitempty"`
	Country    string   `json:"country,omitempty"`
	Admin1     string   `json:"admin1,omitempty"`
	GeoNamesID int      `json:"geonames_id,omitempty"`
	Lat        *float64 `json:"lat,omitempty"`
	Lon        *float64 `json:"lon,omitempty"`
	Sentence   int      `json:"sentence"`
	provenance
}

type termJSON struct {
	Kind string   `json:"kind"`
	Span spanJSON `json:"span"`
	provenance
}

type answerJSON struct {
	Actor  string   `json:"actor"`
	Answer string   `json:"answer"`
	Span   spanJSON `json:"span"`
	provenance
}

type proposalJSON struct {
	By      *string      `json:"by"`
	Terms   []termJSON   `json:"terms"`
	Phases  int          `json:"phases,omitempty"`
	Answers []answerJSON `json:"answers"`
	Span    *spanJSON    `json:"span,omitempty"`
	provenance
}

type positionJSON struct {
	Actor  string   `json:"actor"`
	Stance string   `json:"stance"`
	Issue  string   `json:"issue"`
	Span   spanJSON `json:"span"`
	provenance
}

type stickingPointJSON struct {
	Issue string   `json:"issue"`
	Span  spanJSON `json:"span"`
	provenance
}

type awaitedJSON struct {
	From string   `json:"from"`
	What string   `json:"what"`
	Span spanJSON `json:"span"`
	provenance
}

type talksJSON struct {
	Subject        string              `json:"subject"`
	Parties        []string            `json:"parties"`
	PartySpans     [][]spanJSON        `json:"party_spans"`
	Mediators      []string            `json:"mediators"`
	MediatorSpans  [][]spanJSON        `json:"mediator_spans"`
	Venue          string              `json:"venue,omitempty"`
	VenueSpan      *spanJSON           `json:"venue_span,omitempty"`
	Stage          string              `json:"stage"`
	StageSpan      *spanJSON           `json:"stage_span,omitempty"`
	Proposals      []proposalJSON      `json:"proposals"`
	Positions      []positionJSON      `json:"positions"`
	StickingPoints []stickingPointJSON `json:"sticking_points"`
	Awaited        []awaitedJSON       `json:"awaited"`
	Spans          []spanJSON          `json:"spans"`
	provenance
}

type readingJSON struct {
	Article    articleJSON     `json:"article"`
	Reader     string          `json:"reader,omitempty"`
	Actors     []actorJSON     `json:"actors"`
	Statements []statementJSON `json:"statements"`
	Events     []eventJSON     `json:"events"`
	Figures    []figureJSON    `json:"figures"`
	Dates      []dateJSON      `json:"dates"`
	Places     []placeJSON     `json:"places"`
	Talks      []talksJSON     `json:"talks"`
	Notes      []noteJSON      `json:"notes"`
}

type tokenJSON struct {
	Span   spanJSON `json:"span"`
	UPOS   string   `json:"upos"`
	XPOS   string   `json:"xpos"`
	Lemma  string   `json:"lemma"`
	Head   int      `json:"head"` // 1-based within the sentence, 0 for the root, as in CoNLL-U
	Deprel string   `json:"deprel"`
}

type sentenceJSON struct {
	Span        spanJSON    `json:"span"`
	Paragraph   int         `json:"paragraph"`
	Heading     bool        `json:"heading,omitempty"`
	Boilerplate bool        `json:"boilerplate,omitempty"`
	Tokens      []tokenJSON `json:"tokens"`
}

type entityJSON struct {
	Span spanJSON `json:"span"`
	Type string   `json:"type"`
}

type clusterJSON struct {
	Name     string     `json:"name"`
	Mentions []spanJSON `json:"mentions"`
}

// provenance is what every finding says of where it comes from.
type provenance struct {
	Rule   string `json:"rule"`
	Reader string `json:"reader,omitempty"` // the models of the language layer
}

type attributionJSON struct {
	Source  []spanJSON `json:"source"`
	Cue     []spanJSON `json:"cue"`
	Content []spanJSON `json:"content"`
}

type documentJSON struct {
	Article      articleJSON       `json:"article"`
	Reader       string            `json:"reader,omitempty"`
	Sentences    []sentenceJSON    `json:"sentences"`
	Entities     []entityJSON      `json:"entities"`
	Clusters     []clusterJSON     `json:"clusters"`
	Attributions []attributionJSON `json:"attributions"`
	Notes        []noteJSON        `json:"notes"`
}
