package export

import (
	"rapporteur"
)

// A Quote is a row: who said what, in whose report.
type Quote struct {
	ID           string
	Speaker      Party
	Cue          string
	CueAt        Range
	Content      string   // pieces, joined by an ellipsis
	ContentAt    Range    // from the first piece to the last
	ContentSpans []string // each piece as "90..139"
	Kind         string
	Sourcing     string
	Denies       bool
	Outlet       string
	Addressee    string
	Via          []string
	Within       string // id of the quotation that reports this one
	Anonymity    string // the words that ask for it
	Record, Form string
	When         Period // the day it was said
	Origin
}

// quoteIDs are the ids that QuotesOf gives.
func quoteIDs(r *rapporteur.Reading) []string {
	l := linesOf(r)
	out := make([]string, len(r.Findings.Statements))
	for i := range r.Findings.Statements {
		out[i] = l.id("q", place(&r.Findings.Statements[i]))
	}
	return out
}

// place is where a statement is: its content, or else its cue.
func place(s *rapporteur.Statement) rapporteur.Span {
	if len(s.Content) > 0 {
		return s.Content[0]
	}
	return s.Cue
}

// QuotesOf are the statements of a reading, in its order.
func QuotesOf(r *rapporteur.Reading) []Quote {
	l, ids := linesOf(r), quoteIDs(r)
	out := make([]Quote, len(r.Findings.Statements))
	for i := range r.Findings.Statements {
		s := &r.Findings.Statements[i]
		row := Quote{
			ID: ids[i], Speaker: l.party(s.Speaker), Cue: r.Document.Text(s.Cue), CueAt: l.at(s.Cue),
			Content: l.pieces(s.Content), ContentSpans: l.spans(s.Content),
			Kind: s.Kind, Sourcing: s.Sourcing, Denies: s.Denies, Outlet: s.Outlet, Addressee: s.Addressee.Name,
			Via: eachParty(l.parties(s.Via), (*Party).name), Anonymity: r.Document.Text(s.Anonymity),
			Record: s.Record, Form: s.Form, When: Period(s.Date), Origin: l.origin(s.Sentence, s.Rule),
		}
		if n := len(s.Content); n > 0 {
			row.ContentAt = Range{l.point(s.Content[0].Start), l.point(s.Content[n-1].End)}
		}
		if s.Within >= 0 && s.Within < len(ids) && s.Within != i {
			row.Within = ids[s.Within]
		}
		out[i] = row
	}
	return out
}

// Quotes is the table of quotations.
var Quotes = Table[Quote]{Name: "quotes", Columns: join(
	[]Column[Quote]{
		{Name: "quote_id", Of: func(q *Quote) any { return q.ID }, Says: "names the row: report, then where the content begins"},
		{Name: "speaker", Of: func(q *Quote) any { return q.Speaker.Name }, Says: "who says it: the name the report uses most fully, or its words for somebody it does not name"},
		{Name: "speaker_words", Of: func(q *Quote) any { return q.Speaker.Words }, Says: "the words for the speaker in this sentence"},
		{Name: "speaker_kind", Of: func(q *Quote) any { return q.Speaker.Kind }, Says: "`person`, `government`, `armed-group` …; empty where nobody was identified"},
		{Name: "office", Of: func(q *Quote) any { return q.Speaker.Title }, Says: "office or description of a person, in the report's words"},
		{Name: "speaks_for", Of: func(q *Quote) any { return q.Speaker.Of }, Says: "the body that the speaker belongs to or speaks for"},
		{Name: "country", Of: func(q *Quote) any { return q.Speaker.Country }, Says: "country of the speaker, ISO 3166-1 alpha-3"},
		{Name: "sectors", Of: func(q *Quote) any { return q.Speaker.Sectors }, Says: "PLOVER sectors of the speaker, a list, the primary one first", Holds: List},
		{Name: "cue", Of: func(q *Quote) any { return q.Cue }, Says: "the words that lend the content to the speaker"},
		{Name: "content", Of: func(q *Quote) any { return q.Content }, Says: "what is said, in the report's words, without outer quotation marks; pieces joined by ` … `"},
		{Name: "kind", Of: func(q *Quote) any { return q.Kind }, Says: "`direct` (all quotation), `indirect` (all paraphrase), `mixed`"},
		{Name: "denies", Of: func(q *Quote) any { return q.Denies }, Says: "true where the content is denied, not asserted", Holds: Truth},
		{Name: "sourcing", Of: func(q *Quote) any { return q.Sourcing }, Says: "`named`, `institution`, `unnamed`"},
		{Name: "anonymity", Of: func(q *Quote) any { return q.Anonymity }, Says: "the words that ask that the speaker be not named"},
		{Name: "record", Of: func(q *Quote) any { return q.Record }, Says: "`on`, `off` the record, `background`, where the report says so"},
		{Name: "form", Of: func(q *Quote) any { return q.Form }, Says: "`interview`, `press-conference`, `post` …, where the report says so"},
		{Name: "outlet", Of: func(q *Quote) any { return q.Outlet }, Says: "the outlet it was told to or is quoted from"},
		{Name: "via", Of: func(q *Quote) any { return q.Via }, Says: "who passed it on, a list, the nearest to the speaker first", Holds: List},
		{Name: "addressee", Of: func(q *Quote) any { return q.Addressee }, Says: "who was told"},
		{Name: "within", Of: func(q *Quote) any { return q.Within }, Says: "`quote_id` of the statement that reports this one"},
	},
	periodColumns(func(q *Quote) Period { return q.When }, "the day it was said, where the report says: ISO 8601", "first day of it", "last day of it"),
	[]Column[Quote]{
		{Name: "start", Of: func(q *Quote) any { return q.ContentAt.start(q.Content) }, Says: "where the content begins in the text, in Unicode code points from 0", Holds: Whole},
		{Name: "end", Of: func(q *Quote) any { return q.ContentAt.end(q.Content) }, Says: "where its last piece ends, exclusive", Holds: Whole},
		{Name: "content_spans", Of: func(q *Quote) any { return q.ContentSpans }, Says: "each piece as `start..end`, a list", Holds: List},
		{Name: "speaker_spans", Of: func(q *Quote) any { return q.Speaker.Spans }, Says: "where the speaker's words stand, a list", Holds: List},
		{Name: "cue_start", Of: func(q *Quote) any { return q.CueAt.start(q.Cue) }, Says: "where the cue begins", Holds: Whole},
		{Name: "cue_end", Of: func(q *Quote) any { return q.CueAt.end(q.Cue) }, Says: "where it ends, exclusive", Holds: Whole},
	},
	of(func(q *Quote) *Origin { return &q.Origin }, originColumns),
)}
