package web

import (
	"net/http"
	"slices"

	"rapporteur/record"
)

// changeText is a movement in words, without who moved.
func changeText(c record.Change) string {
	to, from := plain(c.To), plain(c.From)
	switch c.Kind {
	case record.ChangeStage:
		if from == "" {
			return "stage: " + to
		}
		return from + " → " + to
	case record.ChangeProposal:
		return "on the table: " + c.Issue
	case record.ChangePosition:
		return to + ": " + c.Issue
	case record.ChangeAwaited:
		if c.From == "awaited" {
			return c.Issue + ": awaited → " + to
		}
		return "awaited: " + c.Issue
	case record.ChangeFigure:
		return c.Issue + ": " + from + " → " + to
	}
	if from == "" {
		return c.Issue + ": " + to
	}
	return c.Issue + ": " + from + " → " + to
}

func (s *Site) changes(r *http.Request) (answer, error) {
	form, of, page, err := asked(r, []string{record.SortNewest, record.SortOldest}, fieldSince, fieldUntil, fieldActor, list("type", "Kind", record.ChangeKinds), fieldPlace, fieldSource, fieldWords)
	if err != nil {
		return nil, err
	}
	rows, err := s.record.Changes(r.Context(), of, page)
	if err != nil {
		return nil, err
	}
	p, err := tableOf(s, r, form, rows)
	if err != nil {
		return nil, err
	}
	return s.shown(s.view(r, "Changes", "/changes"), changesBody(p, byDay(rows.Rows), s.sinces())), nil
}

// changesOfDay are what moved on one day, by process.
type changesOfDay struct {
	Day       string
	Processes []changesOfProcess
}

type changesOfProcess struct {
	ID      record.ID
	Name    string
	Changes []record.Change
}

func byDay(changes []record.Change) []changesOfDay {
	var out []changesOfDay
	for _, c := range changes {
		if len(out) == 0 || out[len(out)-1].Day != c.Day {
			out = append(out, changesOfDay{Day: c.Day})
		}
		last := &out[len(out)-1]
		i := slices.IndexFunc(last.Processes, func(p changesOfProcess) bool { return p.ID == c.Process })
		if i < 0 {
			i = len(last.Processes)
			last.Processes = append(last.Processes, changesOfProcess{ID: c.Process, Name: c.Name})
		}
		last.Processes[i].Changes = append(last.Processes[i].Changes, c)
	}
	return out
}

// changes are all of the day.
func (d changesOfDay) changes() (out []record.Change) {
	for _, p := range d.Processes {
		out = append(out, p.Changes...)
	}
	return out
}

// A since is a day from which changes are often asked for.
type since struct{ Name, Day string }

func (s *Site) sinces() []since {
	today := s.options.Now().UTC()
	ago := func(n int) string { return today.AddDate(0, 0, -n).Format("2006-01-02") }
	return []since{{"yesterday", ago(1)}, {"a week", ago(7)}, {"a month", ago(30)}}
}
