package knowledge

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"rapporteur/knowledge/table"
)

// tables are the embedded files, with the column of their key.
var tables = map[string]string{
	"countries.tsv": countriesTSV, "countries_parts.tsv": partsTSV, "actors_peoples.tsv": peoplesTSV,
	"titles.tsv": titlesTSV, "roles.tsv": rolesTSV, "sectors.tsv": sectorsTSV, "given_names.tsv": givenNamesTSV,
	"actors_armed.tsv": armedTSV, "actors_international.tsv": internationalTSV, "actors_state.tsv": stateTSV,
	"actors_society.tsv": societyTSV, "actors_parties.tsv": partiesTSV, "actors_outlets.tsv": outletsTSV,
	"actors_companies.tsv": companiesTSV, "countries_acts.tsv": actsTSV, "holders.tsv": holdersTSV,
	"countries_together.tsv": togetherTSV,
}

// TestTablesAreInOrder holds every table to the form that keeps it mergeable:
// rows ascend by their first cell, keys occur once, cells have no stray blanks.
func TestTablesAreInOrder(t *testing.T) {
	for name, text := range tables {
		if !strings.HasPrefix(text, "#") {
			t.Errorf("%s: does not begin with a comment that explains its columns", name)
		}
		previous, headed := "", false
		for n, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			cells := strings.Split(line, "\t")
			if !headed {
				headed = true
				continue
			}
			if cells[0] <= previous {
				t.Errorf("%s:%d: %q after %q: rows must ascend by the first column, each key once", name, n+1, cells[0], previous)
			}
			previous = cells[0]
			for _, c := range cells {
				if strings.TrimSpace(c) != c || strings.Contains(c, "||") || strings.Contains(c, "  ") || strings.HasPrefix(c, "|") || strings.HasSuffix(c, "|") {
					t.Errorf("%s:%d: stray blank or bar in %q", name, n+1, c)
				}
			}
			for _, c := range cells {
				seen := map[string]bool{}
				for _, item := range strings.Split(c, "|") {
					if seen[item] {
						t.Errorf("%s:%d: %q twice in a cell", name, n+1, item)
					}
					seen[item] = true
				}
			}
		}
	}
}

// kinds and classes that rows may have.
var (
	kinds   = []string{"state", "government", "armed-group", "organization", "office", "person", "people"}
	classes = strings.Fields(`agency armed-group army central-bank church coalition company court executive front government igo
		institute mediator ministry mission movement ngo outlet parliament party police union`)
	ranks = strings.Fields(`head minister envoy official spokesman leader mediator negotiator military police legislator judge
		clergy business media academic medical politician activist member person honorific`)
	roleClasses = strings.Fields("body force fighter official delegation mediators side group observer people outlet name-part")
)

func TestCodesExist(t *testing.T) {
	check := func(where, what, value string, known bool) {
		if value != "" && !known {
			t.Errorf("%s: no such %s: %q", where, what, value)
		}
	}
	sectors := func(where string, codes []string) {
		for _, s := range codes {
			check(where, "sector of sectors.tsv", s, SectorByCode(s) != nil)
		}
	}
	for _, c := range Countries() {
		if len(c.Code) != 3 || strings.ToUpper(c.Code) != c.Code || c.Name == "" || c.Region == "" || len(c.Adjectives) == 0 {
			t.Errorf("countries.tsv: %s: code, name, adjective and region are needed", c.Code)
		}
	}
	for _, p := range Parts() {
		check(p.Key, "country of countries.tsv", p.Country, CountryByCode(p.Country) != nil)
		sectors(p.Key, p.Sectors)
	}
	for _, p := range Peoples() {
		check(p.Key, "country of countries.tsv", p.Country, CountryByCode(p.Country) != nil)
	}
	for _, b := range Bodies() {
		check(b.Key, "kind", b.Kind, slices.Contains(kinds, b.Kind))
		check(b.Key, "class", b.Class, slices.Contains(classes, b.Class))
		check(b.Key, "country of countries.tsv", b.Country, CountryByCode(b.Country) != nil)
		check(b.Key, "key (column of)", b.Of, BodyByKey(b.Of) != nil)
		sectors(b.Key, b.Sectors)
		if len(b.Sectors) == 0 || b.Kind == "" || b.Class == "" || b.Name == "" {
			t.Errorf("%s: name, kind, class and a sector are needed", b.Key)
		}
		if CountryByCode(b.Key) != nil {
			t.Errorf("%s: the key is a country's code", b.Key)
		}
	}
	for _, n := range Nouns() {
		sectors(n.Singular, n.Sectors)
		check(n.Singular, "kind", n.Kind, slices.Contains(kinds, n.Kind))
		if n.Title {
			check(n.Singular, "rank", n.Class, slices.Contains(ranks, n.Class))
		} else {
			check(n.Singular, "class", n.Class, slices.Contains(roleClasses, n.Class))
		}
		if strings.ToLower(n.Singular) != n.Singular {
			t.Errorf("%s: titles and roles are written in small letters", n.Singular)
		}
	}
	for i, b := 1, Bodies(); i < len(b); i++ {
		if b[i].Key == b[i-1].Key {
			t.Errorf("%s: a key of two tables", b[i].Key)
		}
	}
}

// owner names the row that a sense belongs to.
func (s Sense) owner() string {
	switch {
	case s.Country != nil:
		return s.Country.Code
	case s.Part != nil:
		return s.Part.Key
	case s.Body != nil:
		return s.Body.Key
	case s.People != nil:
		return s.People.Key
	}
	return s.Noun.Singular
}

// TestNoNameIsClaimedTwice asks that of the rows that bear one name all but one
// mark it with "~". An adjective may be a state's, a part's and a people's at once
// ("Chechen"): they agree on the country.
func TestNoNameIsClaimedTwice(t *testing.T) {
	x := theLexicon()
	for _, entries := range x.entries {
		for i, e := range entries {
			for _, f := range entries[:i] {
				if e.owner() == f.owner() || e.Noun != nil || f.Noun != nil || e.Ambiguous || f.Ambiguous || !slices.Equal(e.capitals, f.capitals) {
					continue
				}
				if e.gentle() && f.gentle() {
					continue
				}
				t.Errorf("%s and %s bear one name; mark it with ~ in one or both", e.label(), f.label())
			}
		}
	}
}

// gentle senses only describe what stands beside them or name a people.
func (s Sense) gentle() bool {
	return s.Form == FormAdjective || s.Form == FormPlural || s.Form == FormDemonym || s.Part != nil
}

// TestNamesAreSafe keeps ordinary words from being read as names.
func TestNamesAreSafe(t *testing.T) {
	ordinary := ordinaryWords(t)
	check := func(where string, all []Name) {
		for _, n := range all {
			parts := atoms(n.Text)
			if len(parts) == 0 {
				t.Errorf("%s: %q has no letters", where, n.Text)
				continue
			}
			capital := slices.ContainsFunc(parts, func(a atom) bool { return a.capitals != small })
			digit := strings.ContainsFunc(n.Text, unicode.IsDigit)
			if !capital && !digit && len(parts) == 1 && ordinary[parts[0].text] {
				t.Errorf("%s: %q is an ordinary word without a capital", where, n.Text)
			}
			if len(parts) == 1 && parts[0].capitals == initial && utf8.RuneCountInString(n.Text) < 3 && !digit && !n.Ambiguous {
				t.Errorf("%s: %q is too short for a name; mark it with ~", where, n.Text)
			}
			if len(parts) == 1 && parts[0].capitals == initial && ordinary[parts[0].text] && !n.Ambiguous && !knownHomographs[n.Text] {
				t.Errorf("%s: %q is an ordinary word at the start of a sentence; mark it with ~, drop it, or list it in knownHomographs", where, n.Text)
			}
		}
	}
	for _, c := range Countries() {
		check(c.Code, append([]Name{{Text: c.Name}}, c.Aliases...))
		check(c.Code, c.Seats)
		check(c.Code, c.Demonyms)
	}
	for _, p := range Parts() {
		check(p.Key, append([]Name{{Text: p.Name}}, p.Aliases...))
	}
	for _, b := range Bodies() {
		check(b.Key, b.Aliases)
	}
	for _, p := range Peoples() {
		check(p.Key, append([]Name{{Text: p.Name}}, p.Aliases...))
	}
}

// knownHomographs are names that are ordinary words in small letters, and worth
// the risk since the tagger tells them apart.
var knownHomographs = map[string]bool{"French": true, "Irish": true, "American": true, "Guinea": true, "Turkey": true}

// ordinaryWords are words that a treebank of everyday English writes in small
// letters. Where it is not at hand a short list stands in.
func ordinaryWords(t *testing.T) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("us it is who may will can march act care mend goal pace union congress labour unity dawn front base guardian times independent party people army police state nation") {
		out[w] = true
	}
	file, err := os.Open(filepath.Join("..", "..", "shared", "data", "syntax", "ewt.train.conllu.gz"))
	if err != nil {
		t.Logf("the treebank is not here (%v); %d words stand in for it", err, len(out))
		return out
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	in := bufio.NewScanner(unzipped)
	for in.Scan() {
		cells := strings.Split(in.Text(), "\t")
		if len(cells) == 10 && cells[3] != "PROPN" && cells[3] != "X" && cells[1] == strings.ToLower(cells[1]) {
			count[cells[1]]++
		}
	}
	for w, n := range count {
		if n > 1 {
			out[w] = true
		}
	}
	return out
}

func TestGivenNamesAreNames(t *testing.T) {
	for _, r := range table.Rows("given_names.tsv", givenNamesTSV, "name", "gender") {
		first, _ := utf8.DecodeRuneInString(r[0])
		if !unicode.IsUpper(first) || strings.ContainsAny(r[0], " |") || !strings.Contains("mfu", r[1]) || len(r[1]) != 1 {
			t.Errorf("given_names.tsv: %q", fmt.Sprint(r))
		}
	}
}

func TestHolders(t *testing.T) {
	for _, h := range Holders() {
		if CountryByCode(h.Country) == nil || len(h.Short) == 0 || len(h.Terms) == 0 {
			t.Errorf("holders.tsv: %s: country %q, %d short names, %d terms", h.Name, h.Country, len(h.Short), len(h.Terms))
		}
		for _, term := range h.Terms {
			if term.Office == "" || term.Begin.IsZero() || !term.End.IsZero() && !term.End.After(term.Begin) {
				t.Errorf("holders.tsv: %s: term %+v", h.Name, term)
			}
		}
	}
	day := func(s string) time.Time {
		d, err := time.Parse("2006-01-02", s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		name   string
		full   bool
		day    string
		office string
	}{
		{"Recep Tayyip Erdogan", true, "2010-05-01", "prime minister"},
		{"Tayyip Erdoğan", true, "2020-05-01", ""},
		{"Recep Erdoğan", true, "2020-05-01", "president"},
		{"Obama", false, "2016-02-13", "president"},
		{"Obama", false, "2018-02-13", ""},
		{"Hun Sen", true, "2008-10-16", "prime minister"},
	} {
		office := ""
		for _, h := range HoldersCalled(c.name, c.full) {
			if term := h.At(day(c.day)); term != nil {
				office = term.Office
			}
		}
		if office != c.office {
			t.Errorf("%s on %s: %q, want %q", c.name, c.day, office, c.office)
		}
	}
}
