package export

import (
	"rapporteur"
	"rapporteur/record"
)

// Kept is what a record knows of a row beyond the report that it comes from.
type Kept struct {
	Group    string   // id of the first account of the same event, or mention of the same actor; "" of what is not linked
	Accounts int      // of the event, or mentions of the actor
	Reports  int      // that tell of it
	Sources  int      // the same, copies of one text counted once
	Names    []string // of the actor
	Mark     int      // record.Rejected, record.Unmarked or record.Confirmed
	First    string   // the first day that it is told of
	Last     string
}

// mark is what a person made of the row, as people say it.
func (k *Kept) mark() string {
	switch k.Mark {
	case record.Rejected:
		return "rejected"
	case record.Confirmed:
		return "confirmed"
	}
	return ""
}

// keptColumn is a column of what a record knows.
func keptColumn[R any, P interface {
	*R
	origin() *Origin
}](name, says string, holds Holding, of func(*Kept) any) Column[R] {
	return Column[R]{Name: name, Says: says, Holds: holds, Of: func(r *R) any {
		if k := P(r).origin().Kept; k != nil {
			return of(k)
		}
		return nil
	}}
}

// The tables of rows that come from a record: those of rows just read, and what
// the record knows besides.
var (
	KeptEvents = Table[Event]{Name: "events", Columns: join(Events.Columns, []Column[Event]{
		keptColumn[Event]("group_id", "names the event across reports: the id of the first account of it", Text, func(k *Kept) any { return k.Group }),
		keptColumn[Event]("accounts", "how many accounts of it the record has", Whole, func(k *Kept) any { return count(k.Accounts) }),
		keptColumn[Event]("reports", "how many reports tell of it", Whole, func(k *Kept) any { return count(k.Reports) }),
		keptColumn[Event]("sources", "the same, copies of one text counted once", Whole, func(k *Kept) any { return count(k.Sources) }),
		markColumn[Event](),
	})}
	KeptQuotes  = Table[Quote]{Name: "quotes", Columns: join(Quotes.Columns, []Column[Quote]{markColumn[Quote]()})}
	KeptFigures = Table[Figure]{Name: "figures", Columns: join(Figures.Columns, []Column[Figure]{markColumn[Figure]()})}
	KeptActors  = Table[Actor]{Name: "actors", Columns: join(Actors.Columns, []Column[Actor]{
		keptColumn[Actor]("names", "all of its names in the record, the most common first, a list", List, func(k *Kept) any { return k.Names }),
		keptColumn[Actor]("reports", "how many reports name it", Whole, func(k *Kept) any { return count(k.Reports) }),
		keptColumn[Actor]("first_day", "day of the first report that names it", Text, func(k *Kept) any { return k.First }),
		keptColumn[Actor]("last_day", "day of the last one", Text, func(k *Kept) any { return k.Last }),
		markColumn[Actor](),
	})}
)

func markColumn[R any, P interface {
	*R
	origin() *Origin
}]() Column[R] {
	return keptColumn[R, P]("mark", "`confirmed` or `rejected` where a person said so", Text, func(k *Kept) any { return k.mark() })
}

// EventsKept are the events of a kept reading as rows, under the ids of the
// record.
func EventsKept(k *record.KeptReading) []Event {
	rows := EventsOf(k.Reading)
	for i, id := range keep(k, record.KindEvent, rows) {
		rows[i].ID, rows[i].Quote = id.String(), statementID(k, k.Reading.Findings.Events[i].Statement)
	}
	return rows
}

// QuotesKept are the statements of a kept reading as rows.
func QuotesKept(k *record.KeptReading) []Quote {
	rows := QuotesOf(k.Reading)
	for i, id := range keep(k, record.KindStatement, rows) {
		rows[i].ID, rows[i].Within = id.String(), statementID(k, k.Reading.Findings.Statements[i].Within)
	}
	return rows
}

// FiguresKept are the figures of a kept reading as rows.
func FiguresKept(k *record.KeptReading) []Figure {
	rows := FiguresOf(k.Reading)
	for i, id := range keep(k, record.KindFigure, rows) {
		rows[i].ID, rows[i].Quote = id.String(), statementID(k, k.Reading.Findings.Figures[i].Statement)
	}
	return rows
}

// ActorsKept are the actors of a kept reading as rows, one for each report.
func ActorsKept(k *record.KeptReading) []Actor {
	rows := ActorsOf(k.Reading)
	for i, id := range keep(k, record.KindActor, rows) {
		rows[i].ID = id.String()
	}
	return rows
}

// keep notes in the rows of a kind what the record knows of them, and gives their
// ids.
func keep[R any, P interface {
	*R
	origin() *Origin
}](k *record.KeptReading, kind record.Kind, rows []R) []record.ID {
	ids := k.IDs(kind)
	for i, id := range ids {
		P(&rows[i]).origin().Kept = &Kept{Mark: k.Mark(id)}
	}
	return ids
}

// statementID is the id of a statement by its index; "" for rapporteur.None.
func statementID(k *record.KeptReading, i int) string {
	if ids := k.IDs(record.KindStatement); i != rapporteur.None && i >= 0 && i < len(ids) {
		return ids[i].String()
	}
	return ""
}
