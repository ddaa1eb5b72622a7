package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"rapporteur/record"
)

// A reportPage is a report with its findings marked in its text.
type reportPage struct {
	*record.Report
	Paragraphs []paragraph
	Groups     []shownGroup
	Copies     []record.Mention // of its text, itself among them
	Finding    *findingPage     // the one that is open; nil for none
	Path       string           // of the page without an open finding
}

type paragraph struct {
	Gap         string // the blanks before it
	Heading     bool
	Boilerplate bool
	Sentences   []sentence
}

// A sentence is its text, with the blanks before it, cut at its marks.
type sentence struct {
	N        int
	Gap      string
	Segments []segment
}

// A shownGroup is a kind of findings, shown in the text or not.
type shownGroup struct {
	kindGroup
	On       bool
	Findings []summary // all of them
}

func (s *Site) report(r *http.Request) (answer, error) {
	found, err := s.record.Report(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	if found == nil {
		return nil, errNotFound
	}
	p := &reportPage{Report: found, Path: without(r.URL, "finding", "done", "undone")}
	all := summaries(found)
	asked := r.URL.Query()["show"]
	var marks []mark
	for _, g := range kindGroups {
		shown := shownGroup{kindGroup: g, On: g.Shown}
		if len(asked) > 0 {
			shown.On = slices.Contains(asked, g.Key)
		}
		for _, f := range all {
			if f.Group() != g.Key {
				continue
			}
			shown.Findings = append(shown.Findings, f)
			if shown.On {
				marks = append(marks, marksOf(f.Finding, f.Line())...)
			}
		}
		p.Groups = append(p.Groups, shown)
	}
	p.Paragraphs = paragraphs(found, marks)
	if p.Copies, err = s.record.Group(r.Context(), record.ArticleID(found.Article.ID)); err != nil {
		return nil, err
	}
	if p.Finding, err = s.openFinding(r, found); err != nil {
		return nil, err
	}
	return s.shown(s.view(r, titleOf(found.Article), "/reports"), reportBody(p)), nil
}

// openFinding is the finding that the address of a page opens beside it, nil
// where it opens none. The report that the page shows, if any, need not be fetched again.
func (s *Site) openFinding(r *http.Request, of *record.Report) (*findingPage, error) {
	asked := r.URL.Query().Get("finding")
	if asked == "" {
		return nil, nil
	}
	id, err := record.ParseID(asked)
	if err != nil {
		return nil, badRequest{err}
	}
	f, err := s.findingPage(r.Context(), id, of)
	if err != nil {
		return nil, err
	}
	f.Path, f.Beside = without(r.URL, "finding", "done", "undone"), true
	f.InReport = of != nil
	return f, nil
}

// paragraphs cut the text of a report at its paragraphs, sentences and marks.
func paragraphs(r *record.Report, marks []mark) []paragraph {
	text := r.Article.Text
	if r.Reading == nil || len(r.Reading.Sentences) == 0 {
		var out []paragraph
		for _, p := range strings.Split(text, "\n\n") {
			if strings.TrimSpace(p) != "" {
				out = append(out, paragraph{Sentences: []sentence{{Segments: []segment{{Text: p}}}}})
			}
		}
		return out
	}
	var out []paragraph
	at, last := 0, -1
	for i, s := range r.Reading.Sentences {
		next := sentence{N: i + 1, Segments: segments(text, s.Span.Start, s.Span.End, marks)}
		if s.Span.Start > at {
			next.Gap = text[at:s.Span.Start]
		}
		at = s.Span.End
		if s.Paragraph != last || len(out) == 0 {
			out = append(out, paragraph{Gap: next.Gap, Heading: true, Boilerplate: true})
			last, next.Gap = s.Paragraph, ""
		}
		p := &out[len(out)-1]
		p.Heading, p.Boilerplate = p.Heading && s.Heading, p.Boilerplate && s.Boilerplate
		p.Sentences = append(p.Sentences, next)
	}
	return out
}

// titleOf is what to call an article.
func titleOf(a *record.Article) string {
	if a.Title != "" {
		return a.Title
	}
	opening, _, _ := strings.Cut(strings.TrimSpace(a.Text), "\n")
	if i := strings.Index(opening, ". "); i > 40 {
		opening = opening[:i]
	}
	return clip(opening, 110)
}

// clip is text of at most so many characters, with "…" where it was longer.
func clip(text string, most int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= most {
		return string(runes)
	}
	cut := string(runes[:most])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–—-") + "…"
}

// articlePath is the page of an article.
func articlePath(id string) string { return "/reports/" + id[:min(len(id), 16)] }

// findingIn is the page of the report of a finding with it open.
func findingIn(article string, id record.ID) string {
	return articlePath(article) + "?finding=" + id.String() + "#panel"
}

// beside is a page with a finding open beside it.
func beside(path string, id record.ID) string {
	mark := "?"
	if strings.Contains(path, "?") {
		mark = "&"
	}
	return path + mark + "finding=" + url.QueryEscape(id.String()) + "#panel"
}

// webAddress is the address of an article where it is one that a browser may be led to.
func webAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}

// open reports whether the segment is part of the finding that is open.
func (p *reportPage) open(s segment) bool {
	if p.Finding == nil {
		return false
	}
	is := func(m *mark) bool { return m.ID == p.Finding.ID }
	return slices.ContainsFunc(s.Names, is) || slices.ContainsFunc(s.Within, is)
}

func (p *reportPage) none() bool {
	return !slices.ContainsFunc(p.Groups, func(g shownGroup) bool { return len(g.Findings) > 0 })
}

// ids are the findings that a segment is part of, for scripts.
func ids(s segment) string {
	var out []string
	for _, m := range append(slices.Clone(s.Names), s.Within...) {
		out = append(out, m.ID.String())
	}
	return strings.Join(out, " ")
}

// withinClass is how words look that are part of a finding without naming it:
// what somebody says is underlined.
func withinClass(s segment) string {
	for _, m := range s.Within {
		if !m.Quiet {
			return "said"
		}
	}
	return ""
}
