package export

import (
	"cmp"
	"context"
	"iter"

	"rapporteur/record"
)

// The rows of a record that a filter lets through, in all of the columns that
// rows of reports just read have. They come a page at a time, each page of the
// record as it is when its turn comes.

// AskEvents are the events, each once: the account that says most, of those that
// suit, with how many tell of it. An event without an account that suits is told
// to passed, which may be nil.
func AskEvents(ctx context.Context, r *record.Record, of record.Filter, sort string, suits func(*Event) bool, passed func()) iter.Seq2[Event, error] {
	return asked(ctx, r, r.Events, of, sort, func(g record.EventGroup) []string {
		var in []string
		for _, a := range g.Accounts {
			in = append(in, a.Article.ID)
		}
		return in
	}, func(g record.EventGroup, s *shelf) []Event {
		order := append([]record.EventRow{g.Best}, g.Accounts...)
		for _, a := range order {
			rows, i := s.events(a.Article.ID, a.ID)
			if i < 0 || !suits(&rows[i]) {
				continue
			}
			e := rows[i]
			e.Kept = &Kept{Group: g.ID.String(), Accounts: len(g.Accounts), Reports: g.Reports, Sources: g.Sources, Mark: a.Mark}
			return []Event{e}
		}
		if passed != nil {
			passed()
		}
		return nil
	})
}

// AskAccounts are the accounts of events, each by itself.
func AskAccounts(ctx context.Context, r *record.Record, of record.Filter, sort string) iter.Seq2[Event, error] {
	return asked(ctx, r, r.EventAccounts, of, sort, func(a record.EventRow) []string { return []string{a.Article.ID} }, func(a record.EventRow, s *shelf) []Event {
		rows, i := s.events(a.Article.ID, a.ID)
		if i < 0 {
			return nil
		}
		e := rows[i]
		e.Kept = &Kept{Group: a.Event.String(), Mark: a.Mark}
		return []Event{e}
	})
}

// AskQuotes are the statements.
func AskQuotes(ctx context.Context, r *record.Record, of record.Filter, sort string) iter.Seq2[Quote, error] {
	return asked(ctx, r, r.Quotes, of, sort, func(q record.QuoteRow) []string { return []string{q.Article.ID} }, func(q record.QuoteRow, s *shelf) []Quote {
		return s.quote(q.Article.ID, q.ID)
	})
}

// AskFigures are the figures.
func AskFigures(ctx context.Context, r *record.Record, of record.Filter, sort string) iter.Seq2[Figure, error] {
	return asked(ctx, r, r.Figures, of, sort, func(f record.FigureRow) []string { return []string{f.Article.ID} }, func(f record.FigureRow, s *shelf) []Figure {
		return s.figure(f.Article.ID, f.ID)
	})
}

// AskActors are the identities, each once: its first mention, under the name that
// a person or most reports give it, with all of its names.
func AskActors(ctx context.Context, r *record.Record, of record.Filter, sort string) iter.Seq2[Actor, error] {
	return asked(ctx, r, r.Actors, of, sort, func(a record.ActorRow) []string { return []string{a.Article.ID} }, func(a record.ActorRow, s *shelf) []Actor {
		rows := s.actor(a.Article.ID, a.ID)
		for i := range rows {
			x := &rows[i]
			x.Name, x.Kind, x.Country, x.Mentions = cmp.Or(a.Called, a.Name), a.Kind, cmp.Or(a.Country, x.Country), a.Mentions
			x.Kept = &Kept{Group: a.ID.String(), Accounts: a.Mentions, Reports: a.Reports, Names: a.Names, Mark: a.Mark, First: a.FirstDay, Last: a.LastDay}
		}
		return rows
	})
}

// asked goes through the rows of a question and makes rows of tables of them. in
// says in which articles a row looks.
func asked[Q, R any](ctx context.Context, r *record.Record, ask func(context.Context, record.Filter, record.Page) (record.Rows[Q], error), of record.Filter, sort string, in func(Q) []string, rows func(Q, *shelf) []R) iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		s := &shelf{ctx: ctx, record: r}
		for p := (record.Page{Limit: pageRows, Sort: sort}); ; {
			page, err := ask(ctx, of, p)
			if err == nil {
				var ids []string
				for _, q := range page.Rows {
					ids = append(ids, in(q)...)
				}
				err = s.fetch(ids)
			}
			for _, q := range page.Rows {
				if err != nil {
					break
				}
				for _, row := range rows(q, s) {
					if !yield(row, nil) {
						return
					}
				}
			}
			if err != nil {
				var none R
				yield(none, err)
				return
			}
			if p.After = page.Next; p.After == "" {
				return
			}
		}
	}
}

// pageRows is how many rows are fetched at a time, and with them the readings of
// their articles.
const pageRows = 200

// A shelf has the readings of the articles of a page.
type shelf struct {
	ctx     context.Context
	record  *record.Record
	kept    map[string]*record.KeptReading
	told    map[string][]Event
	said    map[string][]Quote
	counted map[string][]Figure
}

// fetch makes the shelf have these articles, and of others only what it had.
func (s *shelf) fetch(ids []string) error {
	had := s.kept
	s.kept, s.told, s.said, s.counted = map[string]*record.KeptReading{}, map[string][]Event{}, map[string][]Quote{}, map[string][]Figure{}
	var missing []string
	for _, id := range ids {
		if _, ok := s.kept[id]; ok {
			continue
		}
		s.kept[id] = had[id]
		if had[id] == nil {
			missing = append(missing, id)
		}
	}
	found, err := s.record.KeptReadings(s.ctx, missing...)
	for id, k := range found {
		s.kept[id] = k
	}
	return err
}

func (s *shelf) events(article string, id record.ID) ([]Event, int) {
	k := s.kept[article]
	if k == nil {
		return nil, -1
	}
	if _, ok := s.told[article]; !ok {
		s.told[article] = EventsKept(k)
	}
	return s.told[article], k.Index(id)
}

func (s *shelf) quote(article string, id record.ID) []Quote {
	k := s.kept[article]
	if k == nil || k.Index(id) < 0 {
		return nil
	}
	if _, ok := s.said[article]; !ok {
		s.said[article] = QuotesKept(k)
	}
	i := k.Index(id)
	return s.said[article][i : i+1]
}

func (s *shelf) figure(article string, id record.ID) []Figure {
	k := s.kept[article]
	if k == nil || k.Index(id) < 0 {
		return nil
	}
	if _, ok := s.counted[article]; !ok {
		s.counted[article] = FiguresKept(k)
	}
	i := k.Index(id)
	return s.counted[article][i : i+1]
}

func (s *shelf) actor(article string, id record.ID) []Actor {
	k := s.kept[article]
	if k == nil || k.Index(id) < 0 {
		return nil
	}
	i := k.Index(id)
	return ActorsKept(k)[i : i+1]
}
