package export

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what is printed into testdata and docs/exports.md")

// same compares what is written with a file, or writes it there.
func same(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs from what is written; see the difference, then run go test ./export -update. Written:\n%s", file, got)
	}
}

// TestForms keeps every form of one reading, made by hand.
func TestForms(t *testing.T) {
	r := ferry()
	events, quotes, figures, actors := EventsOf(r), QuotesOf(r), FiguresOf(r), ActorsOf(r)
	paint := func(mark string) func(string) string { return func(s string) string { return mark + s + mark } }
	coloured := Look{Width: 70, Titled: true, Strong: paint("*"), Doubt: paint("?"), Faint: paint(".")}
	same(t, "events.csv", written(t, CSV(Events), events))
	same(t, "events.jsonl", written(t, JSONL(Events), events))
	same(t, "events.plover.jsonl", written(t, PLOVER(), events))
	same(t, "events.polecat.csv", written(t, CSV(POLECATPlus), events))
	same(t, "events.polecat.tsv", written(t, TSV(POLECAT), events))
	same(t, "events.gdelt.tsv", written(t, GDELT(), events))
	same(t, "events.txt", written(t, EventGrid(Look{Width: 100}), events))
	same(t, "events.narrow.txt", written(t, EventGrid(Look{Width: 40}), events))
	same(t, "events.marked.txt", written(t, EventGrid(coloured), events))
	same(t, "quotes.csv", written(t, CSV(Quotes), quotes))
	same(t, "quotes.jsonl", written(t, JSONL(Quotes), quotes))
	same(t, "quotes.txt", written(t, QuoteGrid(Look{Width: 80}), quotes))
	same(t, "figures.csv", written(t, CSV(Figures), figures))
	same(t, "figures.hxl.csv", written(t, HXL(), figures))
	same(t, "figures.txt", written(t, FigureGrid(Look{Width: 80}), figures))
	same(t, "actors.csv", written(t, CSV(Actors), actors))
	same(t, "actors.txt", written(t, ActorGrid(Look{Width: 80}), actors))
}

// TestGridsFit: no line is wider than the terminal, and none commands it.
func TestGridsFit(t *testing.T) {
	r := ferry()
	r.Document.Article.Title = "\x1b[2Jgone \u202Eevil"
	for width := 30; width < 120; width += 7 {
		look := Look{Width: width, Titled: true}
		for _, out := range []string{
			written(t, EventGrid(look), EventsOf(r)), written(t, QuoteGrid(look), QuotesOf(r)), written(t, FigureGrid(look), FiguresOf(r)), written(t, ActorGrid(look), ActorsOf(r)),
		} {
			if strings.ContainsAny(out, "\x1b\u202E") {
				t.Errorf("%q", out)
			}
			for i, line := range strings.Split(out, "\n") {
				if n := len([]rune(line)); i > 0 && n > width {
					t.Errorf("%d columns of %d: %s", n, width, line)
				}
			}
		}
	}
}

// The columns as the data sets ship them.
const polecatColumns = "Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, Actor Country, Actor COW, Primary Actor Sector, " +
	"Actor Sectors, Actor Title, Actor Name Raw, Wikipedia Actor ID, Recipient Name, Recipient Country, Recipient COW, Primary Recipient Sector, Recipient Sectors, " +
	"Recipient Title, Recipient Name Raw, Wikipedia Recipient ID, Placename, City, District, Province, Country, Latitude, Longitude, GeoNames ID, Raw Placename, " +
	"Feature Type, Source, Publication Date, Story People, Story Organizations, Story Locations, Language, Version"

const gdeltColumns = "GLOBALEVENTID, SQLDATE, MonthYear, Year, FractionDate, Actor1Code, Actor1Name, Actor1CountryCode, Actor1KnownGroupCode, Actor1EthnicCode, " +
	"Actor1Religion1Code, Actor1Religion2Code, Actor1Type1Code, Actor1Type2Code, Actor1Type3Code, Actor2Code, Actor2Name, Actor2CountryCode, Actor2KnownGroupCode, " +
	"Actor2EthnicCode, Actor2Religion1Code, Actor2Religion2Code, Actor2Type1Code, Actor2Type2Code, Actor2Type3Code, IsRootEvent, EventCode, EventBaseCode, " +
	"EventRootCode, QuadClass, GoldsteinScale, NumMentions, NumSources, NumArticles, AvgTone, Actor1Geo_Type, Actor1Geo_FullName, Actor1Geo_CountryCode, " +
	"Actor1Geo_ADM1Code, Actor1Geo_ADM2Code, Actor1Geo_Lat, Actor1Geo_Long, Actor1Geo_FeatureID, Actor2Geo_Type, Actor2Geo_FullName, Actor2Geo_CountryCode, " +
	"Actor2Geo_ADM1Code, Actor2Geo_ADM2Code, Actor2Geo_Lat, Actor2Geo_Long, Actor2Geo_FeatureID, ActionGeo_Type, ActionGeo_FullName, ActionGeo_CountryCode, " +
	"ActionGeo_ADM1Code, ActionGeo_ADM2Code, ActionGeo_Lat, ActionGeo_Long, ActionGeo_FeatureID, DATEADDED, SOURCEURL"

func TestColumnsOfOthers(t *testing.T) {
	if got := strings.Join(POLECAT.Names(), ", "); got != polecatColumns || len(POLECAT.Columns) != 40 {
		t.Errorf("POLECAT has %d columns: %s", len(POLECAT.Columns), got)
	}
	if got := strings.Join(GDELTEvents.Names(), ", "); got != gdeltColumns || len(GDELTEvents.Columns) != 61 {
		t.Errorf("GDELT has %d columns: %s", len(GDELTEvents.Columns), got)
	}
	if got := POLECATPlus.Names()[:40]; !slices.Equal(got, POLECAT.Names()) || slices.Contains(POLECATPlus.Names(), "Headline") {
		t.Errorf("our columns do not follow POLECAT's, or one is called Headline, which its readers take for a broken file: %q", POLECATPlus.Names())
	}
	for _, filled := range append(fills(POLECAT), fills(GDELTEvents)...) {
		if filled != Full && filled != Partly && filled != Empty {
			t.Errorf("a column does not say whether it is filled: %q", filled)
		}
	}
}

func fills[R any](t Table[R]) []Filled {
	var out []Filled
	for _, c := range t.Columns {
		out = append(out, c.Filled)
	}
	return out
}

// gdelt reads lines as readers of GDELT do: by the place of the column.
func gdelt(t *testing.T, out string) []map[string]string {
	t.Helper()
	var rows []map[string]string
	for line := range strings.Lines(out) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 61 {
			t.Fatalf("%d cells, want 61: %q", len(cells), line)
		}
		row := map[string]string{}
		for i, name := range strings.Split(gdeltColumns, ", ") {
			row[name] = cells[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func TestGDELT(t *testing.T) {
	rows := gdelt(t, written(t, GDELT(), EventsOf(ferry())))
	if len(rows) != 4 {
		t.Fatalf("%d rows, want one for each pair: 4", len(rows))
	}
	for i, want := range []map[string]string{
		{"SQLDATE": "20240311", "MonthYear": "202403", "Year": "2024", "FractionDate": "2024.2767", "Actor1Code": "NORGOVHLH", "Actor1Name": "'=Élan Vale", "Actor1Type1Code": "GOV",
			"Actor1Type2Code": "HLH", "Actor2Name": "a delegation; from Velm", "EventCode": "04", "EventRootCode": "04", "QuadClass": "1", "GoldsteinScale": "4", "NumMentions": "2",
			"IsRootEvent": "1", "AvgTone": "", "ActionGeo_Type": "4", "ActionGeo_FullName": "Port Oster, Coast, Norway", "ActionGeo_CountryCode": "NO", "ActionGeo_Lat": "54.25",
			"ActionGeo_Long": "-3.5", "DATEADDED": "20240312083000", "SOURCEURL": "https://harbour-post.example/ferry?a=1&b=2"},
		{"SQLDATE": "", "Year": "", "FractionDate": "", "Actor1Code": "", "Actor1Name": "", "Actor2Name": "sailors", "QuadClass": "4", "GoldsteinScale": "-9", "IsRootEvent": "0", "ActionGeo_Type": ""},
		{"Actor1Code": "NORGOV", "Actor2Code": "SDNGOV", "EventRootCode": "19"},
		{"SQLDATE": "", "MonthYear": "202403", "Year": "2024", "FractionDate": "", "Actor1Name": "Arden", "Actor2Name": "Velm"},
	} {
		for name, value := range want {
			if rows[i][name] != value {
				t.Errorf("row %d: %s is %q, want %q", i, name, rows[i][name], value)
			}
		}
	}
	seen := map[string]bool{}
	for _, row := range rows {
		if seen[row["GLOBALEVENTID"]] {
			t.Errorf("%s twice", row["GLOBALEVENTID"])
		}
		seen[row["GLOBALEVENTID"]] = true
	}
}

func TestDyads(t *testing.T) {
	p := func(names ...string) (out []Party) {
		for _, n := range names {
			out = append(out, Party{Name: n})
		}
		return out
	}
	for _, c := range []struct {
		actors, recipients []Party
		want               string
	}{
		{nil, nil, ">"},
		{p("A"), nil, "A>"},
		{nil, p("B"), ">B"},
		{p("A", "B"), nil, "A>B"},
		{p("A", "B", "C"), nil, "A>B A>C B>C"},
		{p("A", "B"), p("C", "D"), "A>C A>D B>C B>D"},
	} {
		var got []string
		for _, d := range DyadsOf(&Event{Actors: c.actors, Recipients: c.recipients}) {
			got = append(got, d.Actor1.Name+">"+d.Actor2.Name)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("pairs %q, want %q", got, c.want)
		}
	}
}

// TestPLOVER: what is not so is marked in PLOVER's own way and in ours.
func TestPLOVER(t *testing.T) {
	want := []string{"visit", "", "negation", ""}
	i := 0
	for line := range strings.Lines(written(t, PLOVER(), EventsOf(ferry()))) {
		var got ploverRecord
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatal(err)
		}
		if modes := strings.Join(got.Mode, " "); modes != want[i] {
			t.Errorf("record %d has the modes %q, want %q", i, modes, want[i])
		}
		text := []rune(ferryText)
		if got.Status == "" || string(text[got.TextInfo.Start:got.TextInfo.End]) != got.Text {
			t.Errorf("record %d: status %q, text %q", i, got.Status, got.Text)
		}
		for _, s := range got.Spans {
			if string(text[s.Start:s.End]) != s.Exact {
				t.Errorf("record %d: %d:%d is not %q", i, s.Start, s.End, s.Exact)
			}
		}
		i++
	}
	if i != len(want) {
		t.Errorf("%d records, want %d", i, len(want))
	}
}

// TestAsserted: only what the report says on its own word, of its own time.
func TestAsserted(t *testing.T) {
	for status, want := range map[string]bool{"happened": true, "ongoing": true, "planned": false, "threatened": false, "demanded": false, "denied": false, "hypothetical": false} {
		if got := (&Event{Status: status}).Asserted(); got != want {
			t.Errorf("%s: %v", status, got)
		}
		if (&Event{Status: status, AttributedTo: "Velm"}).Asserted() || (&Event{Status: status, Historical: true}).Asserted() {
			t.Errorf("%s: a claim or background passes for asserted", status)
		}
	}
}

// TestSpansAreOfTheText: the words of a row stand where it says.
func TestSpansAreOfTheText(t *testing.T) {
	r, text := ferry(), []rune(ferryText)
	check := func(what string, at Range, words string) {
		t.Helper()
		if got := string(text[at.Start:at.End]); got != words {
			t.Errorf("%s: %d:%d is %q, want %q", what, at.Start, at.End, got, words)
		}
	}
	for _, e := range EventsOf(r) {
		check("anchor", e.At, e.Anchor)
		check("sentence", e.SentenceAt, e.Sentence)
	}
	for _, q := range QuotesOf(r) {
		check("cue", q.CueAt, q.Cue)
	}
	for _, f := range FiguresOf(r) {
		check("figure", f.At, f.Words)
	}
	for _, a := range ActorsOf(r) {
		check("actor", a.At, a.Words)
	}
	if got := EventsOf(r)[1].Quote; got != QuotesOf(r)[1].ID || got == "" {
		t.Errorf("the claim is %q, want %q", got, QuotesOf(r)[1].ID)
	}
}
