package record

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The conditions of a Filter, each nil where it asks for nothing.

func (s subject) byMark(_ context.Context, _ Tx, f Filter) (*condition, error) {
	switch {
	case s.table == "articles":
		return nil, nil
	case len(f.Marks) == 0:
		return &condition{check: "{e}.mark >= 0"}, nil
	}
	list, args := in(f.Marks)
	return &condition{check: "{e}.mark IN " + list, args: args}, nil
}

func (s subject) byDay(_ context.Context, _ Tx, f Filter) (*condition, error) {
	c := &condition{indexed: true}
	if f.Since != "" {
		c.check, c.args = "{e}."+s.day+" >= ?", []any{f.Since}
	}
	if f.Until != "" {
		if c.check != "" {
			c.check += " AND "
		}
		// The time of day may follow the day.
		c.check += "{e}." + s.day + " > '' AND {e}." + s.day + " < ?"
		c.args = append(c.args, f.Until+"~")
	}
	if c.check == "" {
		return nil, nil
	}
	return c, nil
}

func (s subject) byType(_ context.Context, _ Tx, f Filter) (*condition, error) {
	if len(f.Types) == 0 {
		return nil, nil
	}
	list, args := in(f.Types)
	switch {
	case s.table == "articles":
		return &condition{check: "EXISTS (SELECT 1 FROM events o WHERE " + within("o.n", "{e}.n") + " AND o.mark >= 0 AND o.type IN " + list + ")", args: args}, nil
	case len(f.Types) == 1:
		return &condition{check: "{e}." + s.types + " = ?", args: args, indexed: s.table != "actors" && s.table != "places"}, nil
	}
	return &condition{check: "{e}." + s.types + " IN " + list, args: args}, nil
}

func (s subject) byMode(_ context.Context, _ Tx, f Filter) (*condition, error) {
	if len(f.Modes) == 0 || s.table != "events" {
		return nil, nil
	}
	list, args := in(f.Modes)
	return &condition{check: "{e}.mode IN " + list, args: args}, nil
}

func (s subject) byStatus(_ context.Context, _ Tx, f Filter) (*condition, error) {
	if len(f.Statuses) == 0 || s.table != "events" {
		return nil, nil
	}
	list, args := in(f.Statuses)
	return &condition{check: "{e}.status IN " + list, args: args}, nil
}

func (s subject) byValue(_ context.Context, _ Tx, f Filter) (*condition, error) {
	if f.Above == 0 || s.table != "figures" {
		return nil, nil
	}
	return &condition{check: "({e}.value > ? OR {e}.value_max > ?)", args: []any{f.Above, f.Above}}, nil
}

func (s subject) bySource(_ context.Context, _ Tx, f Filter) (*condition, error) {
	if len(f.Sources) == 0 {
		return nil, nil
	}
	list, args := in(f.Sources)
	c := &condition{check: "EXISTS (SELECT 1 FROM articles a WHERE a.n = {e}.article AND a.publisher IN " + list + ")", args: args}
	if s.table == "articles" {
		c.check = "{e}.publisher IN " + list
	}
	c.seek, c.sought = s.inArticles("SELECT n FROM articles WHERE publisher IN "+list), args
	return c, nil
}

func (s subject) byWords(_ context.Context, tx Tx, f Filter) (*condition, error) {
	if f.Words == "" {
		return nil, nil
	}
	words := ParseWords(f.Words)
	switch s.table {
	case "statements", "articles":
		seek, args := tx.Containing(s.table, words)
		return &condition{check: "{e}.n IN (" + seek + ")", args: args, seek: seek, sought: args}, nil
	case "actors", "places":
		names, args := tx.Containing("names", words)
		names = "SELECT name FROM names WHERE n IN (" + names + ")"
		return &condition{check: "{e}.name IN (" + names + ")", args: args, seek: "SELECT n FROM " + s.table + " WHERE name IN (" + names + ")", sought: args}, nil
	}
	seek, args := tx.Containing("articles", words)
	return &condition{check: "{e}.article IN (" + seek + ")", args: args, seek: s.inArticles(seek), sought: args}, nil
}

// inArticles is a query for the rows of articles that a query finds.
func (s subject) inArticles(query string) string {
	if s.table == "articles" {
		return query
	}
	return "SELECT o.n FROM articles t CROSS JOIN " + s.table + " o WHERE t.n IN (" + query + ") AND " + within("o.n", "t.n")
}

// within says that the number of a finding is of the article with a number.
func within(finding, article string) string {
	return fmt.Sprintf("%[1]s >= %[2]s * %[3]d AND %[1]s < (%[2]s + 1) * %[3]d", finding, article, int64(1)<<ArticleBits)
}

func (s subject) byActor(ctx context.Context, tx Tx, f Filter) (*condition, error) {
	if len(f.Actors) == 0 {
		return nil, nil
	}
	groups, err := identities(ctx, tx, f.Actors)
	if err != nil {
		return nil, err
	}
	if len(groups) == 0 {
		return &condition{check: "1 = 0"}, nil
	}
	list, args := in(groups)
	mentions := "SELECT m.%s FROM nodes y JOIN actors m ON m.node = y.n WHERE y.grp IN " + list
	switch s.table {
	case "actors":
		return &condition{check: "EXISTS (SELECT 1 FROM nodes y WHERE y.n = {e}.node AND y.grp IN " + list + ")", args: args, seek: fmt.Sprintf(mentions, "n"), sought: args}, nil
	case "articles", "places":
		named := "EXISTS (SELECT 1 FROM actors m JOIN nodes y ON y.n = m.node WHERE " + within("m.n", "{e}."+s.article()) + " AND m.mark >= 0 AND y.grp IN " + list + ")"
		return &condition{check: named, args: args, seek: s.inArticles(fmt.Sprintf(mentions, "article AS n") + " AND m.mark >= 0"), sought: args}, nil
	}
	roles, parts := in(s.roles)
	return &condition{
		check: "EXISTS (SELECT 1 FROM parts p JOIN actors m ON m.n = p.actor JOIN nodes y ON y.n = m.node WHERE p.finding = {e}.n AND p.role IN " + roles + " AND y.grp IN " + list + ")",
		args:  slices.Concat(parts, args),
		// Findings of other kinds are passed over by the question itself.
		seek:   "SELECT p.finding AS n FROM nodes y JOIN actors m ON m.node = y.n JOIN parts p ON p.actor = m.n WHERE y.grp IN " + list + " AND p.role IN " + roles,
		sought: slices.Concat(args, parts),
	}, nil
}

// article is the column that has the number of the article.
func (s subject) article() string {
	if s.table == "articles" {
		return "n"
	}
	return "article"
}

func (s subject) byCountry(_ context.Context, _ Tx, f Filter) (*condition, error) {
	if len(f.Countries) == 0 {
		return nil, nil
	}
	list, args := in(f.Countries)
	there := condition{check: "{e}.country IN " + list, args: args, seek: "SELECT n FROM " + s.table + " WHERE country IN " + list, sought: args}
	roles, parts := in(s.roles)
	whose := condition{
		check: "EXISTS (SELECT 1 FROM parts p JOIN actors m ON m.n = p.actor WHERE p.finding = {e}.n AND p.role IN " + roles + " AND m.country IN " + list + ")", args: slices.Concat(parts, args),
		seek: "SELECT p.finding AS n FROM actors m JOIN parts p ON p.actor = m.n WHERE m.country IN " + list + " AND p.role IN " + roles, sought: slices.Concat(args, parts),
	}
	switch s.table {
	case "articles":
		return &condition{check: "EXISTS (SELECT 1 FROM places l WHERE " + within("l.n", "{e}.n") + " AND l.mark >= 0 AND l.country IN " + list + ")", args: args}, nil
	case "statements":
		return &whose, nil
	case "events":
		return &condition{check: "(" + there.check + " OR " + whose.check + ")", args: slices.Concat(there.args, whose.args), seek: there.seek + " UNION ALL " + whose.seek, sought: slices.Concat(there.sought, whose.sought)}, nil
	}
	return &there, nil
}

func (s subject) byPlace(ctx context.Context, tx Tx, f Filter) (*condition, error) {
	if f.Place == "" {
		return nil, nil
	}
	// Of a name all places that have it, under whatever name a report has them.
	id, err := strconv.Atoi(f.Place)
	ids := []int64{int64(id)}
	if err != nil || id <= 0 {
		if ids, err = numbers(ctx, tx, "SELECT DISTINCT geonames FROM places WHERE name = ? AND geonames > 0", f.Place); err != nil {
			return nil, err
		}
	}
	columns := []string{"name", "words"}
	if s.table == "events" || s.table == "figures" {
		columns = []string{"location"}
	}
	var l condition
	var checks, seeks []string
	for _, column := range columns {
		checks, seeks = append(checks, "{e}."+column+" = ?"), append(seeks, "SELECT {a} FROM {t} WHERE "+column+" = ?")
		l.args, l.sought = append(l.args, f.Place), append(l.sought, f.Place)
	}
	l.check, l.seek = "("+strings.Join(checks, " OR ")+")", strings.Join(seeks, " UNION ALL ")
	if len(ids) > 0 {
		list, args := in(ids)
		l.check, l.args = "("+l.check+" OR {e}.geonames IN "+list+")", slices.Concat(l.args, args)
		l.seek, l.sought = l.seek+" UNION ALL SELECT {a} FROM {t} WHERE geonames IN "+list, slices.Concat(l.sought, args)
	}
	return s.onGround(l), nil
}

func (s subject) byBox(_ context.Context, _ Tx, f Filter) (*condition, error) {
	b := f.Box
	if b == nil {
		return nil, nil
	}
	across := " AND {e}.lon BETWEEN ? AND ?"
	if b.West > b.East {
		across = " AND ({e}.lon >= ? OR {e}.lon <= ?)"
	}
	args := []any{b.South, b.North, b.West, b.East}
	l := condition{check: "{e}.located = 1 AND {e}.lat BETWEEN ? AND ?" + across, args: args}
	l.seek, l.sought = "SELECT {a} FROM {t} WHERE "+strings.ReplaceAll(l.check, "{e}.", ""), args
	if s.table == "figures" {
		return s.throughPlaces(l), nil
	}
	return s.onGround(l), nil
}

// onGround makes a condition on a table of places, or with a place of its own, a
// condition for this subject.
func (s subject) onGround(l condition) *condition {
	switch s.table {
	case "events", "figures", "places":
		l.seek = strings.NewReplacer("{a}", "n", "{t}", s.table).Replace(l.seek)
		return &l
	}
	return s.throughPlaces(l)
}

// throughPlaces holds the places that a row speaks of to a condition: of an
// article and an actor those of the text, of statements and figures their spots.
func (s subject) throughPlaces(l condition) *condition {
	check := "SELECT 1 FROM places l WHERE " + within("l.n", "{e}."+s.article())
	seek := "SELECT o.n FROM places l CROSS JOIN " + s.table + " o WHERE " + within("o.n", "l.article")
	switch s.table {
	case "places":
		return &l
	case "articles":
		seek = "SELECT l.article AS n FROM places l WHERE 1 = 1"
	case "statements", "figures":
		check = "SELECT 1 FROM spots t JOIN places l ON l.n = t.place WHERE t.finding = {e}.n"
		// Spots of the other kind are passed over by the question itself.
		seek = "SELECT t.finding AS n FROM places l JOIN spots t ON t.place = l.n WHERE 1 = 1"
	}
	out := &condition{check: "EXISTS (" + check + " AND l.mark >= 0 AND " + strings.ReplaceAll(l.check, "{e}", "l") + ")", args: l.args}
	if l.seek != "" {
		out.seek, out.sought = seek+" AND l.mark >= 0 AND l.n IN ("+strings.NewReplacer("{a}", "n", "{t}", "places").Replace(l.seek)+")", l.sought
	}
	return out
}
