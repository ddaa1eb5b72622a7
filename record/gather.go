package record

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record/link"
)

// gathered is what the rows of a record tell of one negotiation: the mentions of
// one group of talks, their points, and the reports they stand in. What people
// rejected is not among it.
type gathered struct {
	grp     int64
	talks   []Talks // by publication, then by article and place in the text
	points  []Point
	figures []Figure // of the same reports
	parts   map[int64][]Part
	heads   map[int64]*head // by number of the article
	texts   texts           // of the articles, where they were asked for
	sides   seats
	called  string           // by a person
	numbers map[string]int64 // N of findings, by id
	issues  map[string]link.Issue
}

// A head is an article without its text.
type head struct {
	n                    int64
	id, title, url       string
	publisher, published string
	family               string   // id of the first of its copies
	outlet               string   // "Reuters via Harbour Post"
	outlets              []string // where the text was seen, ascending
}

// gather reads what is told of the group of talks that has a label; nil where
// nothing is. With texts, what is told shows its sentence.
func gather(ctx context.Context, tx Tx, grp int64, withTexts bool) (*gathered, error) {
	g := &gathered{grp: grp, parts: map[int64][]Part{}, heads: map[int64]*head{}, numbers: map[string]int64{}, issues: map[string]link.Issue{}}
	var err error
	if g.talks, err = selected[Talks](ctx, tx, "WHERE mark >= 0 AND node IN (SELECT n FROM nodes WHERE grp = ?)", grp); err != nil || len(g.talks) == 0 {
		return nil, err
	}
	var in, ns []int64
	for _, t := range g.talks {
		in, ns = append(in, t.Article), append(ns, t.N)
	}
	in = unique(in)
	if err := g.reports(ctx, tx, in); err != nil {
		return nil, err
	}
	if withTexts {
		if g.texts, err = textsOf(ctx, tx, in); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(g.talks, func(t, u Talks) int {
		x, y := g.heads[t.Article], g.heads[u.Article]
		return cmp.Or(cmp.Compare(b(x.published == ""), b(y.published == "")), cmp.Compare(x.published, y.published), cmp.Compare(x.id, y.id), cmp.Compare(t.Start, u.Start), cmp.Compare(t.ID, u.ID))
	})
	if g.points, err = selectedAmong[Point](ctx, tx, "WHERE mark >= 0 AND talks IN (%s)", ns); err != nil {
		return nil, err
	}
	for _, p := range g.points {
		ns = append(ns, p.N)
	}
	if g.figures, err = ofArticles[Figure](ctx, tx, in); err != nil {
		return nil, err
	}
	for _, f := range g.figures {
		if f.AttributedTo != "" {
			ns = append(ns, f.N)
		}
	}
	parts, err := selectedAmong[Part](ctx, tx, "WHERE finding IN (%s)", ns)
	if err != nil {
		return nil, err
	}
	for _, p := range parts {
		g.parts[p.Finding] = append(g.parts[p.Finding], p)
	}
	for _, of := range g.parts {
		slices.SortFunc(of, func(a, b Part) int { return cmp.Or(cmp.Compare(a.Role, b.Role), a.Ordinal-b.Ordinal) })
	}
	if g.sides, err = seatsOf(ctx, tx, parts); err != nil {
		return nil, err
	}
	g.called, err = calledBy(ctx, tx, grp)
	return g, err
}

// selectedAmong are the rows that match the end of a query with IN (%s).
func selectedAmong[T Row](ctx context.Context, tx Tx, where string, values []int64) ([]T, error) {
	var zero T
	var out []T
	err := among(ctx, tx, func(r *sql.Rows) error {
		var row T
		err := r.Scan(targets(&row)...)
		out = append(out, row)
		return err
	}, "SELECT "+strings.Join(Columns(zero), ", ")+" FROM "+zero.Table()+" "+where, unique(values))
	return out, err
}

// ofArticles are the rows of articles that nobody rejected.
func ofArticles[T Row](ctx context.Context, tx Tx, articles []int64) ([]T, error) {
	var out []T
	for _, a := range articles {
		first, end := bounds(a)
		some, err := selected[T](ctx, tx, "WHERE n >= ? AND n < ? AND mark >= 0", first, end)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

// reports reads the heads of articles, and what they are copies of.
func (g *gathered) reports(ctx context.Context, tx Tx, in []int64) error {
	families := map[int64][]*head{} // by group
	opening := map[int64]string{}
	err := among(ctx, tx, func(r *sql.Rows) error {
		var h head
		var grp int64
		var text string
		err := r.Scan(&h.n, &h.id, &h.title, &h.url, &h.publisher, &h.published, &text, &grp)
		h.published = h.published[:min(len(h.published), len("2006-01-02"))]
		g.heads[h.n], opening[h.n] = &h, text
		families[grp] = append(families[grp], &h)
		return err
	}, fmt.Sprintf("SELECT a.n, a.id, a.title, a.url, a.publisher, a.published, substr(a.text, 1, %d), x.grp FROM articles a JOIN nodes x ON x.n = a.node WHERE a.n IN (%%s)", creditWithin), in)
	if err != nil {
		return err
	}
	copies := map[int64][]copied{}
	err = among(ctx, tx, func(r *sql.Rows) error {
		var c copied
		err := r.Scan(&c.group, &c.Article, &c.Published, &c.publisher)
		copies[c.group] = append(copies[c.group], c)
		return err
	}, "SELECT x.grp, a.id, a.published, a.publisher FROM nodes x JOIN articles a ON a.node = x.n WHERE x.grp IN (%s)", slices.Sorted(maps.Keys(families)))
	if err != nil {
		return err
	}
	for grp, of := range families {
		slices.SortFunc(copies[grp], func(a, b copied) int { return a.before(b.Mention) })
		for _, h := range of {
			h.family = copies[grp][0].Article
			h.outlet = through(cmp.Or(credited(opening[h.n]), origin(copies[grp], h.id)), h.publisher)
		}
	}
	return among(ctx, tx, func(r *sql.Rows) error {
		var n int64
		var publisher string
		err := r.Scan(&n, &publisher)
		g.heads[n].outlets = append(g.heads[n].outlets, publisher)
		return err
	}, "SELECT DISTINCT article, publisher FROM sightings WHERE article IN (%s) ORDER BY article, publisher", in)
}

// calledBy is what a person calls the talks of a group, the last word of several.
func calledBy(ctx context.Context, tx Tx, grp int64) (string, error) {
	out := ""
	err := Each(ctx, tx, func(r *sql.Rows) error { return r.Scan(&out) },
		`SELECT c.value FROM corrections c JOIN laid l ON l.correction = c.n JOIN talks t ON t.n = l.finding JOIN nodes x ON x.n = t.node
		WHERE c.action = 'rename' AND x.grp = ? ORDER BY c.n`, grp)
	return out, err
}

// told is where a finding stands; at are the bytes of the words that tell it.
func (g *gathered) told(f Finding, at rapporteur.Span, words string) link.Told {
	h := g.heads[f.Article]
	id := f.ID.String()
	g.numbers[id] = f.N
	out := link.Told{
		ID: id, Article: h.id, Family: h.family, Title: h.title, URL: h.url, Publisher: h.publisher, Outlet: h.outlet, Published: h.published,
		Words: words, Span: at,
	}
	if t := g.texts[f.Article]; t != nil {
		out.Chars = rapporteur.Span{Start: t.points(at.Start), End: t.points(at.End)}
		sentence := rapporteur.Span{Start: f.SentenceStart, End: f.SentenceStop}
		if !sentence.Contains(at) {
			sentence = around(t.Text, at)
		}
		out.Words, out.Sentence = t.Text[at.Start:at.End], t.Text[sentence.Start:sentence.End]
	}
	return out
}

// here is where a finding stands, in the words that name it.
func (g *gathered) here(f Finding) link.Told {
	return g.told(f, rapporteur.Span{Start: f.Start, End: f.Stop}, f.Words)
}

// by is where somebody is given a part in a finding.
func (g *gathered) by(f Finding, p Part) link.Told {
	if p.Stop == 0 {
		return g.here(f)
	}
	return g.told(f, rapporteur.Span{Start: p.Start, End: p.Stop}, p.Words)
}

// at is where one part of a finding stands, such as its "stage"; the words that
// name the finding where there is none.
func (g *gathered) at(f Finding, part string) link.Told {
	var spans map[string][][2]int
	if err := json.Unmarshal([]byte(f.Spans), &spans); err != nil || len(spans[part]) == 0 {
		return g.here(f)
	}
	s := spans[part][0]
	return g.told(f, rapporteur.Span{Start: s[0], End: s[1]}, f.Words)
}

// around is the sentence that a span stands in, as far as stops and ends of lines
// tell.
func around(text string, at rapporteur.Span) rapporteur.Span {
	start, end := 0, len(text)
	for _, stop := range []string{"\n", ". ", ".” ", "? ", "! "} {
		if i := strings.LastIndex(text[:at.Start], stop); i >= 0 {
			start = max(start, i+len(stop))
		}
		if i := strings.Index(text[at.End:], stop); i >= 0 {
			end = min(end, at.End+i+len(strings.TrimRight(stop, " \n")))
		}
	}
	return rapporteur.Span{Start: start, End: end}
}

// issue is what a report calls an issue.
func (g *gathered) issue(text string) link.Issue {
	x, ok := g.issues[text]
	if !ok {
		x = link.IssueOf(text)
		g.issues[text] = x
	}
	return x
}
