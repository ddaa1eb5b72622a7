package export

import (
	"cmp"
	"strings"
)

// POLECAT is the table of events with the forty columns of the POLECAT data set
// (Halterman and others 2023), as the released files name and order them. What
// is not known is the text None.
var POLECAT = Table[Event]{Name: "polecat", Missing: "None", Columns: join(
	[]Column[Event]{
		{"Event ID", func(e *Event) any { return e.ID }, "`event_id`; the part before `_` is the same for all events of a report", Full, "", Text},
		{"Event Date", func(e *Event) any { return e.day() }, "the day the report gives, `YYYY-MM-DD`; None where it gives none or a longer time. It is never the day of publication, which stands in its own column", Partly, "", Text},
		{"Event Type", func(e *Event) any { return e.coded().Type }, "PLOVER type; of what is only planned (with `--all`) as the manual has it: AGREE for cooperation to come, CONCEDE for a retreat", Full, "", Text},
		{"Event Mode", func(e *Event) any { return e.coded().Mode }, "PLOVER mode, where plain", Full, "", Text},
		{"Intensity", func(e *Event) any { return e.coded().score() }, "PLOVER's conflict-cooperation score of the mode, or of the type without a mode", Full, "", Text},
		{"Quad Code", func(e *Event) any { return strings.ToUpper(e.coded().quad()) }, "`VERBAL COOPERATION`, `MATERIAL COOPERATION`, `VERBAL CONFLICT`, `MATERIAL CONFLICT`", Full, "", Text},
		{"Contexts", func(e *Event) any { return e.Contexts }, "PLOVER contexts, by words of the sentence", Full, "", Text},
	},
	polecatParty("Actor", func(e *Event) []Party { return e.Actors }),
	polecatParty("Recipient", func(e *Event) []Party { return e.Recipients }),
	[]Column[Event]{
		{"Placename", func(e *Event) any { return e.Ground.Name }, "name in GeoNames", Full, "", Text},
		{"City", func(e *Event) any { return e.Ground.city() }, "the same where it is a town", Full, "", Text},
		{"District", func(*Event) any { return nil }, "the gazetteer has no second-level divisions", Empty, "", Text},
		{"Province", func(e *Event) any { return e.Ground.province() }, "first-level division", Full, "", Text},
		{"Country", func(e *Event) any { return ploverCountry(e.Ground.Country) }, "ISO 3166-1 alpha-3, as PLOVER has it", Full, "", Text},
		{"Latitude", func(e *Event) any { return e.Ground.degrees(e.Ground.Lat) }, "degrees, WGS 84", Full, "", Text},
		{"Longitude", func(e *Event) any { return e.Ground.degrees(e.Ground.Lon) }, "degrees, WGS 84", Full, "", Text},
		{"GeoNames ID", func(e *Event) any { return count(e.Ground.GeoNamesID) }, "", Full, "", Text},
		{"Raw Placename", func(e *Event) any { return e.Ground.Words }, "the words of the report", Full, "", Text},
		{"Feature Type", func(e *Event) any { return e.Ground.Kind }, "GeoNames feature code", Full, "", Text},
		{"Source", func(e *Event) any { return e.Publisher }, "outlet", Full, "", Text},
		{"Publication Date", func(e *Event) any { return e.Report.day() }, "`YYYY-MM-DD`", Full, "", Text},
		{"Story People", func(e *Event) any { return e.story().People }, "persons of the report", Full, "", Text},
		{"Story Organizations", func(e *Event) any { return e.story().Organizations }, "organisations, organs of states and armed groups of the report", Full, "", Text},
		{"Story Locations", func(e *Event) any { return e.story().Locations }, "places of the report", Full, "", Text},
		{"Language", func(e *Event) any { return e.Language }, "ISO 639-1 code", Full, "", Text},
		{"Version", func(e *Event) any { return strings.TrimSpace("rapporteur " + e.Reader) }, "`rapporteur` and its reader", Full, "", Text},
	},
)}

// POLECATPlus is POLECAT with what makes a row defensible in columns of our own
// at the end.
var POLECATPlus = Table[Event]{Name: "polecat-csv", Missing: POLECAT.Missing, Columns: join(POLECAT.Columns, []Column[Event]{
	{"Status", func(e *Event) any { return e.Status }, "`happened`, `ongoing`; with `--all` also `planned`, `threatened`, `demanded`, `denied`, `hypothetical`", Ours, "", Text},
	{"Attributed To", func(e *Event) any { return e.AttributedTo }, "who claims it (with `--all`)", Ours, "", Text},
	{"Historical", func(e *Event) any { return e.Historical }, "true for background of long before (with `--all`)", Ours, "", Text},
	{"Event Period", func(e *Event) any { return string(e.When) }, "the date as the report gives it: a year, month, day or range `FROM/TO`", Ours, "", Text},
	{"Event Text", func(e *Event) any { return e.Anchor }, "the words that name the event", Ours, "", Text},
	{"Start", func(e *Event) any { return e.At.start(e.Anchor) }, "where they begin in the text, in Unicode code points from 0", Ours, "", Text},
	{"End", func(e *Event) any { return e.At.end(e.Anchor) }, "where they end, exclusive", Ours, "", Text},
	{"Sentence", func(e *Event) any { return e.Sentence }, "the sentence it was read from", Ours, "", Text},
	{"Sentence Number", func(e *Event) any { return count(e.Number) }, "counted from 1", Ours, "", Text},
	{"Rule", func(e *Event) any { return e.Rule }, "the rule that read it", Ours, "", Text},
	{"Reader", func(e *Event) any { return e.Reader }, "the models of the language layer", Ours, "", Text},
	{"Report Title", func(e *Event) any { return e.Report.Title }, "headline", Ours, "", Text},
	{"URL", func(e *Event) any { return e.URL }, "where it was published", Ours, "", Text},
	{"Article ID", func(e *Event) any { return e.Report.ID }, "SHA-256 of the text", Ours, "", Text},
	{"Ref", func(e *Event) any { return e.Ref }, "your own id of the report", Ours, "", Text},
})}

// polecatParty are the columns of a role. The order is POLECAT's.
func polecatParty(role string, of func(*Event) []Party) []Column[Event] {
	list := func(what func(*Party) string) func(*Event) any {
		return func(e *Event) any { return eachParty(of(e), what) }
	}
	return []Column[Event]{
		{role + " Name", list((*Party).name), "names, a list", Full, "", Text},
		{role + " Country", list(func(p *Party) string { return ploverCountry(p.Country) }), "ISO 3166-1 alpha-3, in step with the names; as PLOVER has it, dependencies as the state that holds them, Kosovo as KOS", Full, "", Text},
		{role + " COW", list(func(p *Party) string { return cow(p.Country) }), "Correlates of War number of the country, in step", Full, "", Text},
		{"Primary " + role + " Sector", list(func(p *Party) string { return firstOf(p.Sectors) }), "PLOVER sector, in step", Full, "", Text},
		{role + " Sectors", list((*Party).sectors), "PLOVER sectors of each joined by `\\|`, in step", Full, "", Text},
		{role + " Title", list(func(p *Party) string { return p.Title }), "office or description of persons, in step", Full, "", Text},
		{role + " Name Raw", list(func(p *Party) string { return p.Words }), "the words of the sentence, in step", Full, "", Text},
		{"Wikipedia " + role + " ID", func(*Event) any { return nil }, "actors are not linked to Wikipedia", Empty, "", Text},
	}
}

// cow is the number in the Correlates of War of the state with an alpha-3 code, or of the one
// that holds it.
func cow(c string) string { return cmp.Or(codes()[c].cow, codes()[ploverCountry(c)].cow) }

// day is the day of the event; "" where the report gives none, or no single one.
func (e *Event) day() string {
	if day := e.When.Single(); len(day) == len("2006-01-02") {
		return day
	}
	return ""
}

func (e *Event) story() *Story {
	if e.Story == nil {
		return &Story{}
	}
	return e.Story
}

// city is the name of a town.
func (g *Ground) city() string {
	if strings.HasPrefix(g.Kind, "PPL") {
		return g.Name
	}
	return ""
}

// province is the first-level division, of itself too.
func (g *Ground) province() string {
	if g.Kind == "ADM1" {
		return g.Name
	}
	return g.Admin1
}

func firstOf(in []string) string {
	if len(in) == 0 {
		return ""
	}
	return in[0]
}
