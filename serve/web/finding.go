package web

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"rapporteur/record"
)

// A findingPage is a finding with its evidence, its standing and what may be
// done to it.
type findingPage struct {
	*record.Explained
	Report   *record.Report
	Line     summary
	Evidence []segment     // the sentence with its words marked
	Parts    []record.Part // who plays which role in it
	Also     []summary     // other findings in the same words
	Fields   []fieldShown  // what it says, each to be corrected
	Missing  []string      // keys that say nothing yet
	Parent   *summary      // what it is a part of; nil of a whole
	Others   int           // accounts of the same thing, itself not counted
	Path     string        // of the page it is shown on
	Beside   bool          // it stands beside another page
	InReport bool          // that page is its report
}

type fieldShown struct {
	record.Field
	Choices []string // what it may be, where that is a list
}

// Shown is the value as a person writes it: codes without their hyphens.
func (f fieldShown) Shown() string {
	if len(f.Choices) > 0 || f.Key == "mode" {
		return plain(f.Value)
	}
	return f.Value
}

func (s *Site) finding(r *http.Request) (answer, error) {
	id, err := record.ParseID(r.PathValue("id"))
	if err != nil {
		return nil, badRequest{err}
	}
	if id.Kind() == record.KindArticle {
		return func(w http.ResponseWriter, r *http.Request) error {
			http.Redirect(w, r, articlePath(id.Head()), http.StatusSeeOther)
			return nil
		}, nil
	}
	f, err := s.findingPage(r.Context(), id, nil)
	if err != nil {
		return nil, err
	}
	f.Path = r.URL.Path
	return s.shown(s.view(r, capital(f.Line.Label)+": "+clip(first(f.Line.Head, f.Line.Text), 60), ""), findingBody(f)), nil
}

// mostAccounts is how many accounts of the same thing a finding shows.
const mostAccounts = 25

func (s *Site) findingPage(ctx context.Context, id record.ID, of *record.Report) (*findingPage, error) {
	x, err := s.record.Explain(ctx, id, mostAccounts)
	if err != nil {
		return nil, err
	}
	f := &findingPage{Explained: x, Report: of}
	if of == nil || of.Article.ID != x.Article.ID {
		if f.Report, err = s.record.Report(ctx, x.Article.ID); err != nil {
			return nil, err
		}
		if f.Report == nil {
			return nil, errors.New("the article of " + id.String() + " is not there")
		}
	}
	all := summaries(f.Report)
	for _, one := range all {
		if one.ID == id {
			f.Line = one
		}
	}
	for _, one := range all {
		if one.ID != id && one.Start < f.Line.Stop && f.Line.Start < one.Stop {
			f.Also = append(f.Also, one)
		}
	}
	f.Parts = rolesList(f.Report, f.Line.N)
	f.Parent = parentOf(f.Report, f.Line.N, all)
	f.Evidence = evidence(x, f.Line)
	said := map[string]bool{}
	for _, field := range x.Fields {
		if !slices.Contains(codable[id.Kind()], field.Key) {
			continue // such as the number of another finding
		}
		said[field.Key] = true
		f.Fields = append(f.Fields, fieldShown{field, choices[id.Kind()][field.Key]})
	}
	for _, key := range codable[id.Kind()] {
		if !said[key] {
			f.Missing = append(f.Missing, key)
		}
	}
	f.Others = max(x.Mentions-1, 0)
	return f, nil
}

func rolesList(r *record.Report, n int64) []record.Part {
	var out []record.Part
	for _, p := range r.Parts {
		if p.Finding == n {
			out = append(out, p)
		}
	}
	return out
}

// parentOf is the talks that a point is a part of.
func parentOf(r *record.Report, n int64, all []summary) *summary {
	for _, p := range r.Points {
		if p.N != n {
			continue
		}
		whole := p.Talks
		if p.Proposal != 0 {
			whole = p.Proposal
		}
		for _, s := range all {
			if s.N == whole {
				return &s
			}
		}
	}
	return nil
}

// evidence is the sentence that a finding stands in, or its words where that is
// not known, with all its spans marked.
func evidence(x *record.Explained, line summary) []segment {
	from, to := x.Sentence.Start, x.Sentence.End
	if from >= to || line.Stop > to {
		from, to = min(from, line.Start), max(to, line.Stop)
		if x.Sentence.Empty() {
			from = line.Start
		}
	}
	return segments(x.Article.Text, from, to, []mark{markOf(line.Finding, "")})
}

// actorOf is the ID of the actor of a part in its report, 0 where it is nobody known.
func actorOf(r *record.Report, n int64) record.ID {
	if n == 0 {
		return 0
	}
	for _, a := range r.Actors {
		if a.N == n {
			return a.ID
		}
	}
	return 0
}

// Back is where a correction made here leads: the page with the finding still open.
func (f *findingPage) Back() string {
	if f.Beside {
		return beside(f.Path, f.ID)
	}
	return f.Path
}

// View is the view whose forms come back to where the finding is shown.
func (f *findingPage) View(ctx context.Context) view {
	v := viewOf(ctx)
	v.Path = f.Back()
	return v
}

// Open is where another finding of the same report is opened from here.
func (f *findingPage) Open(id record.ID) string {
	if f.InReport {
		return beside(f.Path, id)
	}
	return "/findings/" + id.String()
}

// Links reports whether there may be other accounts of the same.
func (f *findingPage) Links() bool {
	k := f.ID.Kind()
	return k == record.KindActor || k == record.KindEvent || k == record.KindTalks || k == record.KindArticle
}

// Names reports whether a person may call it something.
func (f *findingPage) Names() bool { return f.Links() && f.ID.Kind() != record.KindArticle }

// PickPath is the table in which the same thing may be found, in other words.
func (f *findingPage) PickPath() string {
	table := map[record.Kind]string{record.KindActor: "/actors", record.KindEvent: "/events", record.KindTalks: "/"}[f.ID.Kind()]
	return table + "?pick=" + f.ID.String()
}
