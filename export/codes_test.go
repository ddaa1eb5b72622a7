package export

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur/knowledge"
	"rapporteur/knowledge/gazetteer"
)

func TestCodes(t *testing.T) {
	fips, cow := regexp.MustCompile(`^([A-Z]{2})?$`), regexp.MustCompile(`^([1-9]\d{0,2})?$`)
	seen := map[string]string{}
	for iso, c := range codes() {
		if gazetteer.CountryByCode(iso) == nil && knowledge.CountryByCode(iso) == nil {
			t.Errorf("%s is no country", iso)
		}
		if !fips.MatchString(c.fips) || !cow.MatchString(c.cow) || c.fips+c.cow+c.plover == "" {
			t.Errorf("%s: %+v", iso, c)
		}
		for _, code := range []string{c.fips, c.cow} {
			if other := seen[code]; code != "" && other != "" {
				t.Errorf("%s and %s both have %s", iso, other, code)
			}
			seen[code] = iso
		}
	}
	for iso, want := range map[string]code{"USA": {"US", "2", ""}, "GBR": {"UK", "200", ""}, "DEU": {"GM", "255", ""}, "SDN": {"SU", "625", ""}, "ISR": {"IS", "666", ""}, "AUS": {"AS", "900", ""}, "AUT": {"AU", "305", ""}, "XKX": {"KV", "347", "KOS"}, "GRL": {"GL", "", "DNK"}, "HKG": {"HK", "", ""}} {
		if got := codes()[iso]; got != want {
			t.Errorf("%s: %+v, want %+v", iso, got, want)
		}
	}
}

// TestPLOVERCountries: dependencies are of states that are none themselves.
func TestPLOVERCountries(t *testing.T) {
	for iso, c := range codes() {
		if c.plover != "" && c.plover != "KOS" && (codes()[c.plover].cow == "" || codes()[c.plover].plover != "") {
			t.Errorf("%s is held by %q, which is no state of its own", iso, c.plover)
		}
		if want := cmp.Or(c.plover, iso); ploverCountry(iso) != want {
			t.Errorf("%s: %s, want %s", iso, ploverCountry(iso), want)
		}
	}
	if ploverCountry("PSE") != "PSE" || ploverCountry("") != "" || cow("PRI") != "2" || cow("XKX") != "347" {
		t.Error("Palestine, nothing, Puerto Rico or Kosovo has another code")
	}
}

// TestSectors: every sector of PLOVER says what CAMEO has for it.
func TestSectors(t *testing.T) {
	content, err := os.ReadFile("../knowledge/sectors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(content)) {
		code, _, _ := strings.Cut(line, "\t")
		if strings.HasPrefix(line, "#") || code == "code" {
			continue
		}
		n++
		if _, there := roles()[code]; !there {
			t.Errorf("sectors.tsv has no row for %s", code)
		}
	}
	if n != len(roles()) {
		t.Errorf("%d sectors, %d rows", n, len(roles()))
	}
}

// TestListsAreThoseOfTheVocabulary: a constant that is added there must be known
// here.
func TestListsAreThoseOfTheVocabulary(t *testing.T) {
	for prefix, c := range map[string]struct {
		file string
		list []string
	}{
		"Status": {"event.go", Statuses}, "Kind": {"statement.go", QuoteKinds}, "Actor": {"actor.go", ActorKinds}, "Measure": {"figure.go", Measures},
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "../"+c.file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && strings.HasPrefix(spec.Names[0].Name, prefix) && len(spec.Values) == 1 {
				if value, ok := spec.Values[0].(*ast.BasicLit); ok && value.Kind == token.STRING {
					s, _ := strconv.Unquote(value.Value)
					want = append(want, s)
				}
			}
			return true
		})
		if !slices.Equal(c.list, want) || len(want) < 3 {
			t.Errorf("%s: %q, want %q", prefix, c.list, want)
		}
	}
}

// released are the hashtags and attributes of the core schema of HXL 1.1 that
// are used here: https://hxlstandard.org/standard/1-1final/dictionary/.
var released = map[string]string{
	"#affected": "+killed +injured +displaced +abducted +hh", "#indicator": "+name +num +text", "#loc": "+name", "#country": "+code +v_iso3", "#adm1": "+name",
	"#geo": "+lat +lon", "#date": "+start +end +reported", "#meta": "+id +source +url", "#description": "", "#value": "", "#currency": "",
}

func TestHashtags(t *testing.T) {
	n := 0
	for _, c := range HXLFigures.Columns {
		if c.Tag == "" {
			continue
		}
		n++
		parts := strings.Split(c.Tag, "+")
		attributes, known := released[parts[0]]
		if !known {
			t.Errorf("%s: %s is no hashtag of HXL 1.1", c.Name, parts[0])
		}
		for _, a := range parts[1:] {
			if !slices.Contains(strings.Fields(attributes), "+"+a) {
				t.Errorf("%s: %s has no attribute +%s", c.Name, parts[0], a)
			}
		}
	}
	if n < 20 {
		t.Errorf("%d tags", n)
	}
	rows := commaRows(t, written(t, HXL(), FiguresOf(ferry())))
	cell := func(i int, tag string) string { return rows[i][slices.Index(rows[1], tag)] }
	if cell(2, "#affected+killed") != "12" || cell(2, "#country+code+v_iso3") != "NOR" || cell(2, "#date+start") != "2024-03-09" || cell(2, "#date+end") != "2024-03-10" {
		t.Errorf("%q", rows[2])
	}
	if cell(4, "#value") != "2500000.5" || cell(4, "#currency") != "USD" || cell(4, "#affected+killed") != "" {
		t.Errorf("%q", rows[4])
	}
}
