package rapporteur

// A Document is an Article with its language layer: what a careful reader
// knows of the grammar before asking what the report says. It is complete when
// language hands it out and nobody writes to it afterwards, so it may be shared
// and read in parallel.
type Document struct {
	Article   *Article
	Reader    string     // the models that made it, "quick" for the linear ones, "careful" for the encoder
	Tokens    []Token    // of the whole text, ascending, never overlapping
	Sentences []Sentence // ascending, covering every token once
	Entities  []Entity   // named entities, ascending, never overlapping
	Quotes    []Quote    // passages between quotation marks, ascending; one inside another follows it
	Clusters  []Cluster  // mentions of one and the same person, body or place
	// Attributions are what the encoder took for somebody's words, before anybody
	// asked who that is; the quick reader has none.
	Attributions []Attribution
	Notes        []Note
}

// Text is the words that s covers.
func (d *Document) Text(s Span) string { return d.Article.Quote(s) }

// Word is the form of token i as it stands in the text.
func (d *Document) Word(i int) string {
	return d.Article.Text[d.Tokens[i].Span.Start:d.Tokens[i].Span.End]
}

// SpanOf is the text from the first of tokens [first, end) to the last.
func (d *Document) SpanOf(first, end int) Span {
	if first >= end {
		return Span{}
	}
	return Span{d.Tokens[first].Span.Start, d.Tokens[end-1].Span.End}
}

// A Token is a syntactic word of Universal Dependencies, version 2.
type Token struct {
	Span   Span
	UPOS   string // universal part of speech: NOUN, VERB …
	XPOS   string // Penn Treebank tag as used in UD English: NNS, VBD …
	Lemma  string
	Head   int    // index of the governor in Document.Tokens; -1 for the root of a sentence
	Deprel string // universal relation with its English subtype: nsubj:pass
	// Joined marks a word written together with the one before it, so that both
	// are one multiword token of UD ("do" + "n't"); punctuation is not joined.
	Joined bool
}

// A Sentence is a run of tokens with one root.
type Sentence struct {
	Span       Span
	First, End int // tokens [First, End)
	Paragraph  int // counted from 0
	// Heading marks a headline, subhead or caption-like line: it is read for
	// names, but nothing it says is recorded, since the body says it again in full.
	Heading bool
	// Boilerplate marks what stands in the text and is no part of the report: a
	// byline, a call to read on or to subscribe, an advertisement, a correction, the
	// credit of a picture. It is a heading too, nobody it names is an actor, and of
	// its words only the toponyms are findings.
	Boilerplate bool
}

// Dateline reports whether sentence s is a dateline ("PORT VELM (Harbour Post) —"):
// a heading that a sentence of the same paragraph follows.
func (d *Document) Dateline(s int) bool {
	all := d.Sentences
	return all[s].Heading && !all[s].Boilerplate && s+1 < len(all) && !all[s+1].Heading && all[s+1].Paragraph == all[s].Paragraph
}

// An Entity is a named entity of the nine classes of Worldwide Newswire
// (Shan and others 2023, arXiv 2404.13465).
type Entity struct {
	Span       Span
	First, End int    // tokens [First, End)
	Type       string // one of the Entity constants
}

// The classes of Entity.
const (
	EntityDate         = "Date"
	EntityFacility     = "Facility"
	EntityLocation     = "Location"
	EntityMisc         = "Misc"
	EntityMoney        = "Money"
	EntityNORP         = "NORP" // nationality, religious or political group
	EntityOrganization = "Organization"
	EntityPerson       = "Person"
	EntityProduct      = "Product"
)

// An Attribution is a content that the text gives to a source, as PolNeAR marks
// them (Newell, Margolin and Ruths 2018): each part in pieces, ascending. The
// source is empty where nobody is named, the cue where none stands by.
type Attribution struct {
	Source, Cue, Content []Passage
}

// A Passage is a run of tokens, [First, End).
type Passage struct {
	Span       Span
	First, End int
}

// A Mention is a noun phrase that refers: a name, a description or a pronoun.
type Mention struct {
	Span       Span
	First, End int // tokens [First, End)
	Head       int // index of its head token
}

// A Cluster is the mentions of one referent, ascending.
type Cluster struct {
	Mentions []Mention
	Name     int // index in Mentions of the fullest name, or of the fullest description where none is named
}
